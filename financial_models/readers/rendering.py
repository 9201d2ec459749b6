"""A formula as a spreadsheet writes it: brackets where its own rules of precedence want them, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..language import Apply, Number, Term

MOST_TERMS = 250  # a spreadsheet's SUM takes at most 255


def rendered(t: Term, leaf: Callable[[Term], str], summed: Callable[[Sequence[Term]], list[str]], rank: int = 0) -> str:
    """The text of a formula.

    ``leaf`` says a line, ``summed`` the terms of a total (in which cells below each other become one
    range), ``rank`` is how strongly the formula must bind where it is put.
    """
    if isinstance(t, Number):
        return literal(t.value, rank)
    if not isinstance(t, Apply):
        return leaf(t)
    if t.operation.name == "total":
        return _sum(t.operation.excel, summed(t.terms))
    inside = t.operation.inside
    parts = [rendered(x, leaf, summed, inside + (i > 0 and inside > 0)) for i, x in enumerate(t.terms)]  # a - (b - c)
    text = t.operation.excel.format(*parts)
    return f"({text})" if t.operation.rank < rank else text


def literal(value: float, rank: int = 0) -> str:
    """A number inside a formula; a negative one in brackets: a spreadsheet's minus binds stronger than its power."""
    text = f"{value:.15g}".upper()
    return f"({text})" if value < 0 and rank else text


def _sum(name: str, parts: list[str]) -> str:
    while len(parts) > MOST_TERMS:
        parts = [f"{name}({', '.join(parts[i : i + MOST_TERMS])})" for i in range(0, len(parts), MOST_TERMS)]
    return f"{name}({', '.join(parts)})"
