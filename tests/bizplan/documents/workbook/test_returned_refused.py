"""Whatever else comes in than a workbook that is safe to open is refused at once, within bounded memory and time."""

import io
import re
import struct
import time
import tracemalloc
import zipfile
import zlib
from random import Random

import pytest

from bizplan.documents.received import Fault, Unsafe
from bizplan.documents.workbook.returned import LARGEST, REASONS, read_workbook
from bizplan.documents.workbook.typed_cells import typed_cells
from tests.bizplan.documents.workbook.reworked import (
    BOOK,
    PRICE,
    SHEET,
    STYLES,
    edited,
    made,
    parts,
    refusal,
    repacked,
)


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
