"""From reading order to the order in which a line is seen, from left to right (UAX #9, rules L1 and L2)."""

from collections.abc import Sequence

from bizplan.documents.text.bidi.embeddings import ISOLATE_STARTS, REMOVED
from bizplan.documents.text.bidi.levels import classes_of

SEPARATORS = frozenset({"B", "S"})
TRAILING = ISOLATE_STARTS | REMOVED | {"WS", "PDI"}


def line_levels(text: str, levels: Sequence[int], base: int) -> list[int]:
    """The levels of a line, with separators and the spaces before them or at its end set to the base level (L1)."""
    result, trailing = list(levels), True
    for place, kind in reversed(list(enumerate(classes_of(text)))):
        trailing = kind in SEPARATORS or (trailing and kind in TRAILING)
        if trailing:
            result[place] = base
    return result


def visual_order(levels: Sequence[int]) -> list[int]:
    """Which of the pieces of a line stands first, second, … from the left, given the level of each (L2).

    The pieces are characters or whole runs.
    """
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if odd:
        for lowest in range(max(levels), min(odd) - 1, -1):
            reverse_stretches(order, levels, lowest)
    return order


def reverse_stretches(order: list[int], levels: Sequence[int], lowest: int) -> None:
    """Reverses each longest stretch of pieces at this level or deeper."""
    start = None
    for place in range(len(order) + 1):
        if place < len(order) and levels[order[place]] >= lowest:
            start = place if start is None else start
        elif start is not None:
            order[start:place] = reversed(order[start:place])
            start = None
