"""Of a workbook that comes back only numbers in the cells of inputs are read; whatever else comes in is refused."""

import io
import re
import struct
import time
import tracemalloc
import zipfile
import zlib
from datetime import date, datetime
from functools import cache
from random import Random

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from bizplan import examples
from bizplan.documents.model import model_workbook
from bizplan.documents.received import Fault, Unsafe
from bizplan.documents.workbook.naming import defined_name
from bizplan.documents.workbook.origin import NAME
from bizplan.documents.workbook.returned import LARGEST, REASONS, read_workbook
from bizplan.documents.workbook.typed_cells import typed_cells
from bizplan.domain import plan_file
from bizplan.domain.returned import Trouble, numbers_of
from bizplan.workshop import Workshop

DAY = date(2027, 1, 18)
ORIGIN = "1|mark|9|nl|2027-01-18|inputs|check"
PRICE, SEASON, RATE = "demand.flat.price", "demand.flat.season", "loan.micro.rate"
AT_ONCE = 0.1
"""Seconds within which what is bad is refused."""
BOOK, SHEET, STYLES = "xl/workbook.xml", "xl/worksheets/sheet3.xml", "xl/styles.xml"


@cache
def work():
    return Workshop.on(plan_file.read(examples.text("bakery")), DAY)


@cache
def made():
    return model_workbook(work().study, work().engine, work().values, language="nl", as_of=DAY,
                          origin=lambda _inputs: ORIGIN)


def changed(change):
    """The workbook after somebody worked in it and saved it."""
    workbook = openpyxl.load_workbook(io.BytesIO(made()))
    change(workbook)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def cell(workbook, key):
    sheet, area = next(iter(workbook.defined_names[defined_name(key)].destinations))
    found = workbook[sheet][area.replace("$", "")]
    return found[0][0] if isinstance(found, tuple) else found


@cache
def parts():
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        return {name: package.read(name) for name in package.namelist()}


def repacked(changes=(), **more):
    """The same package with other parts in it, or more."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name, content in {**parts(), **dict(changes), **more}.items():
            new.writestr(name, content)
    return target.getvalue()


def edited(part, old, new):
    """The package with something else written in one of its parts."""
    assert re.search(old, parts()[part])
    return repacked({part: re.sub(old, lambda _: new, parts()[part], count=1)})


def price_cell():
    """Where the price stands on its sheet."""
    place, = re.findall(rb'name="in\.demand\.flat\.price"[^>]*>[^!]*!\$(\w+)\$(\d+)<', parts()[BOOK])
    return place[0] + place[1]


def with_price(cell, **more):
    """The package with another element in the place of the cell of the price."""
    return read_workbook(edited(SHEET, rb'<c r="' + price_cell() + rb'".*?</c>', cell.replace(b"R", price_cell())),
                         **more).inputs[PRICE]


def refusal(content):
    """The reason for which something is refused, which must come at once."""
    begun = time.perf_counter()
    with pytest.raises(Unsafe) as raised:
        read_workbook(content)
    assert time.perf_counter() - begun < AT_ONCE
    return raised.value.fault


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


@pytest.mark.parametrize(("content", "fault"), [
    (b"", Fault.NO_WORKBOOK), (b"PK", Fault.NO_WORKBOOK), (b"a;b;c\n1;2;3\n", Fault.NO_WORKBOOK),
    (b"\xd0\xcf\x11\xe0" * 900, Fault.NO_WORKBOOK), (b"MZ\x90" * 100, Fault.NO_WORKBOOK),
    (b"%PDF-1.7", Fault.NO_WORKBOOK), (b"PK\x03\x04" + b"\0" * 500, Fault.DAMAGED),
    (b"x" * (LARGEST + 1), Fault.TOO_LARGE),
])
def test_what_is_no_workbook_is_refused_by_its_content(content, fault):
    assert refusal(content) is fault


@pytest.mark.parametrize(("name", "content", "fault"), [
    ("xl/vbaProject.bin", b"program", Fault.MACROS), ("xl/embeddings/other.xlsx", b"PK", Fault.LINKED),
    ("xl/externalLinks/externalLink1.xml", b"<a/>", Fault.LINKED), ("nested.zip", b"PK", Fault.LINKED),
    ("../../outside.xml", b"<a/>", Fault.DAMAGED), ("/absolute.xml", b"<a/>", Fault.DAMAGED),
    ("xl/activeX/activeX1.bin", b"x", Fault.LINKED), ("xl/media/bomb", b"\0" * 60_000_000, Fault.TOO_LARGE),
    ("xl/printerSettings/bomb.bin", b"\0" * 6_000_000, Fault.TOO_LARGE),
])
def test_parts_that_do_not_belong_in_a_workbook_are_refused(name, content, fault):
    assert refusal(repacked({name: content})) is fault


def test_a_workbook_that_can_run_programs_is_refused_whatever_its_file_is_called():
    types = parts()["[Content_Types].xml"].replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
    types = types.replace(b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.macro", b"vnd.ms-excel.sheet.macro")
    assert refusal(repacked({"[Content_Types].xml": types})) is Fault.MACROS


@pytest.mark.parametrize("part", [BOOK, SHEET, STYLES, "xl/_rels/workbook.xml.rels", "[Content_Types].xml"])
@pytest.mark.parametrize("declared", [
    b'<!DOCTYPE a [<!ENTITY x "y">]>', b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x">',
    b'<!ENTITY x SYSTEM "/etc/passwd">',
])
def test_a_part_that_declares_anything_is_refused(part, declared):
    found = re.sub(rb"^(<\?xml[^>]*>)?", lambda head: head[0] + declared, parts()[part], count=1)
    assert refusal(repacked({part: found})) is Fault.LINKED


def test_the_same_in_another_encoding_is_refused():
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><workbook/>'
    assert refusal(repacked({BOOK: text.encode("utf-16")})) is Fault.LINKED
    assert refusal(repacked({BOOK: b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'})) in (
        Fault.DAMAGED, Fault.LINKED)


def test_a_relation_that_leads_outside_is_refused():
    relations = parts()["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="x" Target="file:///x" TargetMode="External"/></Relationships>')
    assert refusal(repacked({"xl/_rels/workbook.xml.rels": relations})) is Fault.LINKED


def test_deep_nesting_is_read_and_comes_to_nothing():
    deep = b"<a>" * 50_000 + b"</a>" * 50_000
    assert read_workbook(edited(SHEET, rb"<sheetData>", b"<sheetData>" + deep)).inputs[PRICE].numbers == (3.4,)


def test_a_part_that_lies_about_its_size_is_damaged():
    content = repacked({"xl/lie": b""})
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    large = packer.compress(parts()[SHEET] + b" " * 3_000_000) + packer.flush()
    at = content.index(b"PK\x03\x04", content.index(SHEET.encode()) - 40)
    name, extra = struct.unpack("<HH", content[at + 26:at + 30])
    start = at + 30 + name + extra
    assert refusal(content[:start] + large[:200] + content[start + 200:]) is Fault.DAMAGED


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_workbook_that_was_cut_off_is_damaged(share):
    assert refusal(made()[:int(len(made()) * share)]) is Fault.DAMAGED


def test_a_hundred_thousand_parts_are_refused_before_their_names_are_read():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for number in range(50_000):
            package.writestr(f"{number}", b"")
    assert refusal(target.getvalue()) is Fault.TOO_LARGE


def bomb(element):
    """A sheet of inputs that holds one thing millions of times, packed less than a hundredfold."""
    noise = Random(1)
    rows = b"".join(b"<!--%x-->" % noise.getrandbits(256) + element * (4_000 // len(element)) for _ in range(3_500))
    return edited(SHEET, rb"<sheetData>", b"<sheetData>" + rows)


@pytest.mark.parametrize("element", [b"<c/>", b'<c r="XFD1048576"><v>1</v></c>', b"<row/>", b"<v>1</v>"])
def test_a_sheet_of_millions_of_cells_takes_the_memory_of_the_part_itself_and_nothing_for_each_cell(element):
    content = bomb(element)
    tracemalloc.start()
    with pytest.raises(Unsafe) as raised:
        read_workbook(content)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert raised.value.fault is Fault.TOO_LARGE
    assert most < 2.5 * (len(parts()[SHEET]) + 14_300_000)


def test_a_sheet_of_millions_of_cells_takes_the_time_of_its_first_cells():
    """Three times as many take no longer: reading stops at the same one."""
    short, long = ([cells(1_000_000 * many), 0.0] for many in (1, 3))
    for each in (short, long) * 3:
        begun = time.process_time()
        with pytest.raises(Unsafe):
            typed_cells(each[0], {"C16"}, frozenset())
        each[1] += time.process_time() - begun
    assert long[1] < 1.5 * short[1]


def cells(many):
    return b"<sheetData>" + b"<c/>" * many + b"</sheetData>"


def test_every_reason_is_said_in_words():
    assert set(REASONS) == set(Fault)


@pytest.mark.parametrize("seed", range(150))
def test_a_mutilated_file_is_refused_or_read_and_nothing_else_happens(seed):
    chance = Random(seed)
    content = bytearray(made())
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.choice((chance.randrange(len(content)), len(content) - 1 - chance.randrange(4_000)))
        content[at:at + chance.choice((0, 1, 4))] = chance.randbytes(chance.choice((0, 1, 4)))
    assert is_read_or_refused(bytes(content))


@pytest.mark.parametrize("seed", range(150))
def test_a_package_with_mutilated_parts_is_refused_or_read_and_nothing_else_happens(seed):
    chance = Random(seed)
    name = chance.choice((BOOK, SHEET, STYLES, "xl/_rels/workbook.xml.rels", "[Content_Types].xml"))
    part = bytearray(parts()[name])
    for _ in range(chance.choice((1, 2, 20))):
        at = chance.randrange(len(part))
        part[at:at + chance.choice((0, 1, 30))] = chance.choice((
            b"", b"<", b'"', b"&#0;", b"&lt;", b"\xff", b"999999999999", b"-", b"!$A$1", b"<c/>", b"<v/>",
            chance.randbytes(3)))
    assert is_read_or_refused(small({name: bytes(part)}))


def small(changes):
    """The package with other parts, but without the sheets that are not read."""
    read = {BOOK, SHEET, STYLES, "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for each in read:
            new.writestr(each, changes.get(each, parts()[each]))
    return target.getvalue()


def is_read_or_refused(content):
    try:
        found = read_workbook(content)
    except Unsafe as error:
        return error.fault in REASONS
    return all(each.trouble or all(abs(number) < 1e308 for number in each.numbers) for each in found.inputs.values())
