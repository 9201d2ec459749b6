"""How a legal figure is recognised in Python: law is data with a date and a source, in financial_models/law."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

HARMLESS = {
    **dict.fromkeys(range(13), "counts, and the months of a year"),
    30: "days in a month of a payment term",
    36: "the shortest horizon, in months",
    60: "the longest horizon, in months",
    100: "percent",
    365: "days in a year",
    0.5: "half",
    0.01: "a cent",
    0.005: "half a cent",
    1e-6: "as good as nothing",
    1e-9: "as good as nothing",
}
DECIMAL = re.compile(r"\d+\.\d+")
BOUNDS = ("low", "high")
YEARS = range(1900, 2200)
ADVICE = "law stands in financial_models/law with date and source, ask for it with rate(); anything else is an input"


def figures(text: str, besides: tuple[str, ...] = ()) -> Iterator[tuple[int, float]]:
    """Every number in a file and its line, that in Decimal("0.21") too, but none given by one of these names."""
    parts = [ast.parse(text)]
    while parts:
        node = parts.pop()
        parts += (part for part in ast.iter_child_nodes(node) if getattr(part, "arg", None) not in besides)
        if isinstance(node, ast.Constant):
            if isinstance(node.value, int | float) and not isinstance(node.value, bool):
                yield node.lineno, node.value
            elif isinstance(node.value, str) and DECIMAL.fullmatch(node.value):
                yield node.lineno, float(node.value)


def unexplained_figures(text: str) -> Iterator[str]:
    """Where the business is described no number is written but the harmless ones, and bounds of what may be entered."""
    yield from particular_figures(text)
    for line, figure in figures(text, besides=BOUNDS):
        if figure not in HARMLESS and not particular(figure):
            yield f"line {line}: {figure}: {ADVICE}"


def particular_figures(text: str) -> Iterator[str]:
    """Where assumptions are checked, bounds are written but no number as particular as those of the law."""
    for line, figure in figures(text):
        if particular(figure):
            yield f"line {line}: {figure}: {ADVICE}"


def legal_figures(text: str, law: set[float]) -> Iterator[str]:
    """Anywhere else, no number is written that stands in the law and cannot easily be anything else."""
    for line, figure in figures(text):
        if figure in law:
            yield f"line {line}: {figure} stands in financial_models/law: ask for it with rate()"


def numbers_of_law(files: list[Path]) -> set[float]:
    """The figures in the files of the law that are too particular to be there by chance."""
    documents = (tomllib.loads(path.read_text("utf-8")) for path in files)
    return {number for document in documents for number in numbers(document) if particular(number)}


def numbers(value: object) -> Iterator[float]:
    """Every number in a nested document."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from numbers(part)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def particular(number: float) -> bool:
    """Whether a number is no multiple of five percent, or large and neither round nor a year."""
    if number in HARMLESS or number in YEARS:
        return False
    digits = f"{abs(number):.10e}".partition("e")[0].replace(".", "").rstrip("0")
    return round(number * 20, 9) % 1 != 0 or (abs(number) >= 1000 and len(digits) > 1)
