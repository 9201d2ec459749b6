"""Each operation over awkward numbers, and brackets at random: arrays, floats and LibreOffice give the same."""

import itertools
from random import Random

import numpy as np
import pytest
from openpyxl import Workbook

from financial_models.language import Apply, Number, Term
from financial_models.language.operations import OPERATIONS
from financial_models.readers.code import NAMES, expression
from financial_models.readers.rendering import rendered
from tests.agreement.libreoffice import recalculated, stored

AWKWARD = (
    *(0, 1, -1, 0.5, -0.5, 2.5, -2.5, 1.005, 2.675, 0.285, -1.115, 0.1 + 0.2, 1e9 + 0.005, 1 / 3, 12, 7, -3, 1e-9),
    *(33428.585, 857.145, 1871.319999999998 / 8, 96796.45971308231),
)
WHOLE = (0, 1, -1, 2, -2, 3, 5, 7, 12, -13, 36, 2027)
OF_WHOLE_NUMBERS = ("equals", "at_least", "at_most", "mod")
TREES = 3_000
IN_TREES = (
    "add",
    "sub",
    "sub",
    "mul",
    "ratio",
    "ratio",
    "min",
    "max",
    "neg",
    "round",
    "reaches",
    "passes",
    "total",
    "power",
)


class Cell(Term):
    """A number that stands in a cell."""

    money = None

    def __init__(self, value: float, address: str):
        self.value, self.address = float(value), address


class Sheet:
    """Formulas over cells, a row each."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.numbers: list[list[float]] = []

    def cells(self, *numbers: float) -> list[Cell]:
        """Cells of the next row, with these numbers."""
        self.numbers.append(list(numbers))
        return [Cell(x, f"{column}{len(self.numbers)}") for x, column in zip(numbers, "BCDEFGHIJ", strict=False)]

    def check(self, t: Term) -> None:
        """The formula of the row whose cells were asked for last."""
        self.terms.append(t)

    def formulas(self) -> list[str]:
        """What a spreadsheet calculates."""
        return [f"={rendered(t, lambda cell: cell.address, summed)}" for t in self.terms]

    def by(self, column: str, names: str, put) -> list[float]:
        """What Python calculates, over arrays or over floats."""
        found = []
        for t in self.terms:
            values: list = []

            def leaf(cell, values=values):
                values.append(put(cell.value))
                return f"x[{len(values) - 1}]"

            text = expression(t, column, leaf, itertools.count())
            with np.errstate(all="ignore"):
                found.append(float(np.asarray(eval(text, dict(NAMES[names]), {"x": values})).reshape(-1)[0]))
        return found


def summed(terms) -> list[str]:
    """The terms of a sum, each on its own."""
    return [rendered(t, lambda cell: cell.address, summed) for t in terms]


def grid() -> Sheet:
    """Every operation over every pair of awkward numbers, within its domain."""
    sheet = Sheet()
    for name, operation in OPERATIONS.items():
        numbers = WHOLE if name in OF_WHOLE_NUMBERS else AWKWARD
        for a, b in itertools.product(numbers, numbers):
            if not within_domain(name, a, b):
                continue
            second = Number(b) if name in ("round", "div") else None
            x, y = sheet.cells(a, b)
            terms = (x,) if name == "neg" else (x, y if second is None else second)
            sheet.check(Apply(operation, *terms, *((x,) if name == "total" else ())))
    return sheet


def within_domain(name: str, a: float, b: float) -> bool:
    """Where an operation is used: what it does elsewhere, readers need not agree on."""
    match name:
        case "round":
            return b in (0, 1, 7)
        case "div" | "mod":
            return b != 0
        case "power":
            return a > 0 and abs(b) < 50 and abs(b * np.log10(a)) < 200
        case "neg":
            return b == 0
    return True


def trees(seed: int = 11) -> Sheet:
    """Formulas of up to eight cells, with brackets wherever chance puts them."""
    draw, sheet = Random(seed), Sheet()
    for _ in range(TREES):
        cells = sheet.cells(*(draw.choice((0.0, 1.0, -2.5, round(draw.uniform(-900, 900), 3))) for _ in range(8)))
        sheet.check(tree(draw, iter(cells), draw.randint(2, 8)))
    return sheet


def tree(draw: Random, cells, size: int) -> Term:
    """A formula over so many cells."""
    if size == 1:
        return Number(draw.choice((-2.0, 0.5, 3.0))) if draw.random() < 0.15 else next(cells)
    left = draw.randint(1, size - 1)
    name = draw.choice(IN_TREES)
    a, b = tree(draw, cells, left), tree(draw, cells, size - left)
    match name:
        case "neg":
            return Apply(OPERATIONS["sub"], Apply(OPERATIONS["neg"], a), b)
        case "round":
            return Apply(OPERATIONS["mul"], Apply(OPERATIONS["round"], a, Number(2)), b)
        case "power":
            return Apply(OPERATIONS["sub"], b, Apply(OPERATIONS["power"], a, Number(2)))
        case "total":
            return Apply(OPERATIONS["total"], a, b, Number(-1))
    return Apply(OPERATIONS[name], a, b)


@pytest.fixture(scope="module", params=[grid, trees], ids=["every operation", "brackets"])
def compared(request, needs, tmp_path_factory):
    """The sheet and what LibreOffice makes of its formulas."""
    sheet, book = request.param(), Workbook()
    for row, (formula, numbers) in enumerate(zip(sheet.formulas(), sheet.numbers, strict=True), 1):
        book.active.cell(row, 1, formula)
        for column, number in enumerate(numbers, 2):
            book.active.cell(row, column, number)
    folder = tmp_path_factory.mktemp("operations")
    book.save(folder / "operations.xlsx")
    answer = stored(recalculated(needs("soffice"), [folder / "operations.xlsx"], folder)[0])
    return sheet, [answer["Sheet", f"A{row}"] for row in range(1, len(sheet.terms) + 1)]


@pytest.mark.parametrize("names", ["arrays", "floats"])
def test_python_and_libreoffice_agree(compared, names):
    sheet, found = compared
    column = "array" if names == "arrays" else "single"
    expected = sheet.by(column, names, (lambda x: np.array([[x]])) if names == "arrays" else float)
    different = [
        f"{text} of {numbers}: {ours!r}, LibreOffice {theirs!r}"
        for text, numbers, ours, theirs in zip(sheet.formulas(), sheet.numbers, expected, found, strict=True)
        if not abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours))
    ]
    assert len(found) > 2_500
    assert different == []
