"""The workbook as a file: numbers in every formula, text as text, nothing from outside, the same bytes each time."""

import io
import re
import warnings
import zipfile
from datetime import date

import pytest
from lxml import etree
from openpyxl import load_workbook

from bizplan.documents.workbook import Cover, defined_name, key_of, write_workbook
from financial_models import build, evaluate
from financial_models.language import Input
from financial_models.readers.layout import letters
from tests.agreement.libreoffice import NAMESPACE, formulas, sheet_paths, stored
from tests.agreement.market_stall import market_stall
from tests.agreement.written import of_plan, of_stall
from tests.properties.plans import a_hundred_plans

NAUGHTY = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "＝1+1", " =1"),
    *("=cmd|'/c calc'!A0", "<b>&amp;", "خبز", "a\x00b\x0bc"),
    *("\ud800x", "_x0041_", "http://example.org", "line\none", "x" * 40_000, "😀" * 20_000, "'quoted", "\ufffe"),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return of_stall(market_stall("=cmd|'/c calc'!A0"), tmp_path_factory.mktemp("book") / "stall.xlsx")


@pytest.fixture(scope="module")
def opened(book):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return load_workbook(book)


def texts(path):
    """All texts in the cells of a workbook."""
    with zipfile.ZipFile(path) as package:
        sheets = [etree.fromstring(package.read(place)) for place in sheet_paths(package).values()]
    return [t.text or "" for sheet in sheets for t in sheet.iter(NAMESPACE + "t")]


def test_every_formula_carries_a_number(book):
    assert len(formulas(book)) > 5_000
    assert all(number == number for number in stored(book).values())
    values = load_workbook(book, data_only=True)
    assert all(isinstance(values[sheet][cell].value, (int, float)) for sheet, cell in formulas(book))


def test_nothing_in_the_file_reaches_outside(book):
    with zipfile.ZipFile(book) as package:
        assert package.testzip() is None
        assert not [
            name
            for name in package.namelist()
            if re.search("external|vba|macro|activeX|embeddings", name, re.IGNORECASE)
        ]
        assert not any(b'TargetMode="External"' in package.read(name) for name in package.namelist())
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_what_people_type_is_text(text, tmp_path):
    model = market_stall(text)
    path = tmp_path / "book.xlsx"
    with path.open("wb") as stream:
        cover = Cover(text, date(2027, 1, 1), text, text, (text,))
        write_workbook(model, evaluate(model), stream, language="nl", cover=cover)
    assert not any("1+1" in formula or "cmd" in formula or "SUM(A1)" in formula for formula in formulas(path).values())
    found = texts(path)
    start = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800\ufffe]", "", text)[:50].replace("_x0041_", "_x005F_x0041_")
    assert sum(cell.startswith(start) for cell in found) >= 3
    assert max(len(cell.encode("utf-16-le")) // 2 for cell in found) <= 32_767


def test_the_same_plan_gives_the_same_bytes():
    model = market_stall()
    written = []
    for _ in range(2):
        stream = io.BytesIO()
        write_workbook(model, evaluate(model), stream, language="en", cover=Cover("Stall", date(2027, 1, 1)))
        written.append(stream.getvalue())
    assert written[0] == written[1]


def test_sheets_stand_in_their_order(opened):
    assert opened.sheetnames[:6] == ["Cover", "Checks", "Inputs", "Seasons", "Inputs by month", "Legal figures"]
    assert opened.sheetnames[-3:] == ["Money by year", "Money by month", "Charts"]
    assert opened.active.title == "Cover"


def test_typed_cells_are_open_and_all_others_are_closed(opened):
    stall = market_stall()
    open_cells = {
        (sheet.title, cell.coordinate)
        for sheet in opened
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    named = dict(opened.defined_names.items())
    typed = {
        name
        for name, place in named.items()
        if (*place.destinations,)[0][0] != "Legal figures" and not stall[key_of(name)].structure
    }
    expected = set()
    for name in typed:
        ((sheet, place),) = named[name].destinations
        found = opened[sheet][place.replace("$", "")]
        cells = [cell for row in found for cell in row] if isinstance(found, tuple) else [found]
        expected |= {(sheet, cell.coordinate) for cell in cells}
    assert open_cells == expected
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in opened)


def test_every_input_has_a_name_made_from_its_key(opened):
    stall = market_stall()
    assert set(opened.defined_names) == {defined_name(line.key) for line in stall.lines if isinstance(line, Input)}


@pytest.mark.parametrize("key", ["loan.bank.rate", "a-b.c d.é", "x_x2D_.y", "😀.z"])
def test_a_key_is_found_again_from_its_name(key):
    assert key_of(defined_name(key)) == key
    assert re.fullmatch(r"[A-Za-z0-9_.]+", defined_name(key))


def test_typed_cells_take_only_what_they_can_mean(opened):
    rules = {str(rule.sqref): rule for rule in opened["Inputs"].data_validations.dataValidation}
    assert {rule.type for rule in rules.values()} == {"decimal", "whole", "list"}
    assert all(rule.error and len(rule.error) <= 255 and len(rule.errorTitle) <= 32 for rule in rules.values())


def test_months_are_frozen_and_printed_on_a4(opened):
    for sheet in opened:
        assert sheet.page_setup.paperSize == 9 and sheet.page_setup.orientation == "landscape"
    months = opened["Sales"]
    assert months.freeze_panes == "C5" and months.print_title_cols == "$A:$B" and months.print_title_rows == "$1:$4"
    assert opened["By year"].print_title_rows == "$1:$4"


def test_a_failed_check_shows_on_every_sheet(tmp_path):
    model = market_stall()
    path = of_stall(model, tmp_path / "failing.xlsx", evaluate(model, {"purse.start": -1e6}))
    book = load_workbook(path, data_only=True)
    assert book["Checks"]["B3"].value == 1
    assert book["Sales"][f"{letters(16)}1"].value == 1


def test_the_law_shows_its_source_and_what_is_carried_forward(opened):
    rows = [
        [cell.value for cell in row if cell.value is not None] for row in opened["Legal figures"].iter_rows(min_row=5)
    ]
    told = " ".join(str(value) for row in rows for value in row)
    assert "carried forward from 2026" in told
    assert 0.0675 in rows[0]


def test_figures_that_are_not_live_say_so(opened):
    told = [cell.value for row in opened["Checks"].iter_rows() for cell in row]
    assert "not defined" in told and "not live: as of 1er novembre 2026" in told


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_whole_plan_is_written_in_each_language(language, tmp_path):
    plan = build(a_hundred_plans()[3])
    path = of_plan(plan, evaluate(plan.model), tmp_path / "plan.xlsx", language)
    assert len(formulas(path)) > 20_000
    assert load_workbook(path, read_only=True).properties.language == language


def test_an_empty_plan_is_written(tmp_path):
    from financial_models.assumptions import Assumptions
    from financial_models.assumptions.whole import Timeline

    plan = build(Assumptions(Timeline(2027, 1, 36)))
    path = of_plan(plan, evaluate(plan.model), tmp_path / "empty.xlsx")
    assert all(number == number for number in stored(path).values())
