"""Every formula of a workbook, calculated by LibreOffice, is the engine's number; also after inputs were changed."""

from random import Random

import numpy as np
import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator
from openpyxl.utils import coordinate_to_tuple

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from financial_models import build, evaluate
from financial_models.language import Input, Model, Monthly, Table
from financial_models.readers.formulas import Formulas
from tests.agreement.libreoffice import differences, formulas, recalculated, stored, with_inputs
from tests.agreement.market_stall import market_stall
from tests.agreement.written import of_plan, of_stall
from tests.properties.plans import a_hundred_plans

CHANGES = {
    "levers.sales_factor": 1.37,
    "levers.delay": 3.0,
    "levers.credit_share": 0.55,
    "stall.1.price": 0.285,
    "stall.1.late": 1.0,
    "stall.1.rent": 0.0,
    "purse.start": -900.0,
    "loan.annuity.rate": 0.0,
    "loan.linear.grace": 0.0,
    "loan.bullet.months": 7.0,
    "stall.1.season": [2.0, 0.0] * 6,
    "margin.wanted": 0.4,
}


@pytest.fixture(scope="module")
def stall():
    return market_stall("=cmd|'/c calc'!A0")


@pytest.fixture(scope="module")
def recalculated_stall(stall, needs, tmp_path_factory):
    """The stall's workbook, the same with changed inputs, and what LibreOffice makes of both."""
    folder = tmp_path_factory.mktemp("stall")
    book = of_stall(stall, folder / "stall.xlsx")
    expected = of_stall(stall, folder / "expected.xlsx", evaluate(stall, CHANGES))
    with_inputs(book, folder / "changed.xlsx", cells_of(stall, book, CHANGES))
    answers = recalculated(needs("soffice"), [book, folder / "changed.xlsx"], folder)
    return [(stored(book), stored(answers[0])), (stored(expected), stored(answers[1]))]


def cells_of(model: Model, book, changes) -> dict[tuple[str, str], float]:
    """The cells in which inputs stand, with other numbers for them."""
    layout = Formulas(model, translated_layout(model, book)).layout
    cells = {}
    for key, value in changes.items():
        line = model[key]
        numbers = value if isinstance(value, list) else [value]
        places = layout.numbers(line)
        numbers = numbers * (len(places) // len(numbers))
        cells.update({(layout.place[line][0].name, cell): number for cell, number in zip(places, numbers, strict=True)})
    return cells


def translated_layout(model: Model, book):
    """The layout whose sheets have the names of this workbook, which are English in these tests."""
    from financial_models.readers.layout import Layout

    layout = Layout(model)
    assert {sheet.name for sheet in layout.sheets.values()} <= set(load_workbook(book, read_only=True).sheetnames)
    return layout


def test_every_formula_agrees(recalculated_stall):
    expected, found = recalculated_stall[0]
    assert len(expected) > 5_000
    assert differences(expected, found) == []


def test_every_formula_agrees_after_inputs_were_changed_in_the_workbook(recalculated_stall):
    expected, found = recalculated_stall[1]
    assert differences(expected, found) == []
    assert len(differences(recalculated_stall[0][0], found)) > 3_000, "the changes change something"


def test_stored_values_are_the_engine_s_by_month_and_by_year(stall, tmp_path):
    book = of_stall(stall, tmp_path / "stall.xlsx")
    values, numbers, layout = evaluate(stall), stored(book), translated_layout(stall, book)
    for line in stall.lines:
        if isinstance(line, Input):
            continue
        for places, column, series in placed(stall, layout, values, line):
            sheet, row = places
            found = [numbers[sheet.name, f"{layout.letters[column + i]}{row}"] for i in range(len(series))]
            assert found == list(series), line


def placed(model, layout, values, line):
    """Where the numbers of a line stand, by month and by year."""
    if line not in model.yearly:
        yield layout.place[line], layout.column(1), values[line][:, 0]
    if line in layout.yearly_place:
        yield layout.yearly_place[line], layout.year_column(0), values.by_year(line)[:, 0]


def test_each_row_has_one_formula(stall, tmp_path):
    rows: dict[tuple[str, int], dict[int, str]] = {}
    for (sheet, cell), text in formulas(of_stall(stall, tmp_path / "stall.xlsx")).items():
        row, column = coordinate_to_tuple(cell)
        rows.setdefault((sheet, row), {})[column] = text
    layout = translated_layout(stall, tmp_path / "stall.xlsx")
    different = []
    for (sheet, row), texts in rows.items():
        if row > 4 and sheet not in ("Checks", "Cover"):
            first = min(c for c in texts if c >= layout.column(1) or len(texts) < 30)
            origin = f"{layout.letters[first]}{row}"
            moved = Translator("=" + texts[first], origin)
            different += [
                f"{sheet}!{origin}: {texts[first]}, but {text}"
                for column, text in texts.items()
                if column >= first and moved.translate_formula(f"{layout.letters[column]}{row}") != "=" + text
            ]
    assert different == []


@pytest.mark.whole
@pytest.mark.parametrize("first", range(0, 100, 10))
def test_generated_plans_agree(first, needs, tmp_path):
    books, expected = [], []
    for seed in range(first, first + 10):
        plan = build(a_hundred_plans()[seed])
        book = of_plan(plan, evaluate(plan.model), tmp_path / f"{seed}.xlsx")
        books.append(book)
        expected.append(book)
        if seed % 3:
            continue
        changes = other_inputs(plan.model, seed)
        with_inputs(book, tmp_path / f"{seed}-changed.xlsx", cells_of(plan.model, book, changes))
        books.append(tmp_path / f"{seed}-changed.xlsx")
        expected.append(of_plan(plan, evaluate(plan.model, changes), tmp_path / f"{seed}-expected.xlsx"))
    found = recalculated(needs("soffice"), books, tmp_path)
    for wanted, answer in zip(expected, found, strict=True):
        assert differences(stored(wanted), stored(answer)) == [], answer.name


@pytest.mark.whole
@pytest.mark.parametrize("name", examples.names())
def test_examples_agree(name, needs, tmp_path):
    plan = build(assumptions(plan_file.read(examples.text(name))))
    book = of_plan(plan, evaluate(plan.model), tmp_path / f"{name}.xlsx")
    (found,) = recalculated(needs("soffice"), [book], tmp_path)
    assert differences(stored(book), stored(found)) == []


def other_inputs(model: Model, seed: int) -> dict[str, float]:
    """Other numbers, within their bounds, for a dozen of the inputs that are typed."""
    draw = Random(1000 + seed)
    typed = [
        line
        for line in model.lines
        if isinstance(line, Input)
        and not isinstance(line, (Monthly, Table))
        and not line.structure
        and not hasattr(line.value, "provenance")
        and line.unit.key in ("money", "percent", "number")
    ]
    changes = {}
    for line in draw.sample(typed, min(12, len(typed))):
        low = line.low or 0.0
        high = line.high if line.high is not None else 2 * abs(float(np.asarray(line.value))) + 1
        changes[line.key] = round(draw.uniform(low, high), 3)
    return changes
