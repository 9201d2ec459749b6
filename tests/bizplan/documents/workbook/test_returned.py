"""Of a workbook that comes back only numbers in the cells of inputs are read, found by their names."""

import re
from datetime import datetime

import pytest
from openpyxl.workbook.defined_name import DefinedName

from bizplan.documents.model import model_workbook
from bizplan.documents.workbook.naming import defined_name
from bizplan.documents.workbook.origin import NAME
from bizplan.documents.workbook.returned import read_workbook
from bizplan.domain.returned import Trouble, numbers_of
from tests.bizplan.documents.workbook.reworked import (
    BOOK,
    DAY,
    ORIGIN,
    PRICE,
    RATE,
    SEASON,
    SHEET,
    cell,
    changed,
    edited,
    made,
    parts,
    repacked,
    with_price,
    work,
)


def test_every_input_of_a_workbook_is_found_with_the_number_that_it_was_made_with():
    found = read_workbook(made())
    assert found.origin == ORIGIN
    inputs = dict(numbers_of(work().engine.model))
    assert {key: found.inputs[key].numbers for key in inputs} == inputs
    assert not [key for key, each in found.inputs.items() if each.trouble]


def test_the_same_plan_and_origin_give_the_same_bytes():
    again = model_workbook(work().study, work().engine, work().values, language="nl", as_of=DAY,
                           origin=lambda _inputs: ORIGIN)
    assert again == made()


def test_a_workbook_from_the_command_line_says_nothing_of_where_it_comes_from():
    content = model_workbook(work().study, work().engine, work().values, language="nl", as_of=DAY)
    assert read_workbook(content).origin == ""


def test_what_somebody_typed_is_read_wherever_its_cell_went():
    def work_in_it(workbook):
        cell(workbook, PRICE).value, cell(workbook, SEASON).value = 3.2, 2
        sheet = cell(workbook, PRICE).parent
        sheet.title = "L'autre « feuille »"
        for name in workbook.defined_names.values():
            name.attr_text = re.sub(r"^[^!]*Invoer'?!", "'L''autre « feuille »'!", name.attr_text)
    found = read_workbook(changed(work_in_it)).inputs
    assert found[PRICE].numbers == (3.2,)
    assert found[PRICE].place.startswith("L'autre « feuille »!")
    assert found[SEASON].numbers[0] == 2.0 and len(found[SEASON].numbers) == 12


@pytest.mark.parametrize(("value", "trouble"), [
    ("=3+0.2", Trouble.FORMULA), ("3,20", Trouble.TEXT), (True, Trouble.YES_NO), ("#REF!", Trouble.ERROR),
    (None, Trouble.EMPTY), (datetime(2027, 3, 1), Trouble.DAY),     # noqa: DTZ001 - a spreadsheet knows no zone
])
def test_what_is_no_number_is_told_apart(value, trouble):
    def work_in_it(workbook):
        found = cell(workbook, PRICE)
        found.value = value
        if value == "#REF!":
            found.data_type = "e"
    assert read_workbook(changed(work_in_it)).inputs[PRICE].trouble is trouble


@pytest.mark.parametrize("number", [b"NaN", b"inf", b"1e400", b"-1e9999", b"0x10", b"1_000", b"9" * 400, "٣".encode(),
                                    b"1,5", b"1 000", b"--1"])
def test_what_only_looks_like_a_number_is_none(number):
    assert with_price(b'<c r="R"><v>' + number + b"</v></c>").trouble is Trouble.NO_NUMBER


@pytest.mark.parametrize(("element", "trouble"), [
    (b'<c r="R" t="str"><f>A1</f><v>3</v></c>', Trouble.FORMULA), (b'<c r="R"><f/><v>3</v></c>', Trouble.FORMULA),
    (b'<c r="R" t="d"><v>2027-03-01</v></c>', Trouble.DAY), (b'<c r="R" t="made up"><v>3</v></c>', Trouble.NO_NUMBER),
    (b'<c r="R"><v>3</v></c><c r="R"><v>4</v></c>', Trouble.SHARED), (b'<c r="R"></c>', Trouble.EMPTY),
    (b'<c r="R"><v>3</v></c><c r="A1"><f t="array" ref="A1:ZZ9999">1</f><v>1</v></c>', Trouble.FORMULA),
    (b'<c r="R" t="inlineStr"><is><t>3</t></is></c>', Trouble.TEXT),
])
def test_cells_with_a_trick_are_told_apart(element, trouble):
    assert with_price(element).trouble is trouble


def test_a_number_in_the_other_dialect_of_the_format_is_read_too():
    strict = parts()[SHEET].replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                    b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert read_workbook(repacked({SHEET: strict})).inputs[PRICE].numbers == (3.4,)


@pytest.mark.parametrize("place", [
    "#REF!", "[1]Invoer!$C$16", "'C:\\[other.xlsx]Invoer'!$C$16", "Invoer!$C$16:$C$90", "Invoer!$C$16,Invoer!$C$17",
    "Nowhere!$C$16", "OFFSET(Invoer!$C$16,0,0)", "Invoer!$C$16:$XFD$16", "3.2", "", "Invoer!C0x", "$C$16",
])
def test_a_name_that_leads_to_no_cell_of_its_own_is_told(place):
    def work_in_it(workbook):
        workbook.defined_names[defined_name(PRICE)].attr_text = place
    assert read_workbook(changed(work_in_it)).inputs[PRICE].trouble is Trouble.MOVED


def test_two_names_for_one_cell_are_told_for_both():
    def work_in_it(workbook):
        workbook.defined_names[defined_name(PRICE)].attr_text = workbook.defined_names[defined_name(RATE)].attr_text
    found = read_workbook(changed(work_in_it)).inputs
    assert found[PRICE].trouble is found[RATE].trouble is Trouble.SHARED


def test_a_name_that_stands_twice_leads_nowhere_and_an_origin_that_stands_twice_says_nothing():
    name = re.escape(defined_name(PRICE)).encode()
    twice = edited(BOOK, rb"(?=<definedName name=\"" + name + rb"\")",
                   b'<definedName name="in.demand.flat.price">Invoer!$C$17</definedName>')
    assert read_workbook(twice).inputs[PRICE].trouble is Trouble.MOVED
    twice = edited(BOOK, rb"(?=<definedName name=\"bizplan.origin\")",
                   b'<definedName name="bizplan.origin">"1|x"</definedName>')
    assert read_workbook(twice).origin == ""


def test_names_that_hold_for_a_copied_sheet_alone_are_passed_over():
    def work_in_it(workbook):
        sheet = cell(workbook, PRICE).parent
        sheet.defined_names[defined_name(PRICE)] = DefinedName(defined_name(PRICE), attr_text="Invoer!$C$17")
        sheet.defined_names[NAME] = DefinedName(NAME, attr_text='"another"')
    found = read_workbook(changed(work_in_it))
    assert found.origin == ORIGIN
    assert found.inputs[PRICE].numbers == (3.4,)


def test_what_stands_on_a_hidden_sheet_is_told():
    def work_in_it(workbook):
        cell(workbook, PRICE).parent.sheet_state = "veryHidden"
    assert read_workbook(changed(work_in_it)).inputs[PRICE].trouble is Trouble.HIDDEN


def test_how_excel_keeps_the_way_a_sheet_was_printed_is_no_reason_to_refuse_it():
    content = repacked({"xl/printerSettings/printerSettings1.bin": b"\0" * 100})
    assert read_workbook(content).inputs[PRICE].numbers == (3.4,)
