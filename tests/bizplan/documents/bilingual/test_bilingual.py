"""The bilingual list goes out as text and comes back as text; whatever else comes in is refused at once."""

import io
import struct
import time
import zipfile
import zlib
from datetime import UTC, datetime

import openpyxl
import pytest

from bizplan.documents.bilingual import Entry, NotAList, read_list, write_list
from bizplan.documents.bilingual.columns import KEY, ORIGINAL, QUESTION, QUESTION_OTHER, REMARK, TRANSLATION
from bizplan.documents.bilingual.package import DAMAGED, LARGEST, LINKED, MACROS, NO_WORKBOOK, TOO_LARGE
from bizplan.documents.bilingual.reading import NO_LINES
from bizplan.documents.bilingual.writing import NEW
from bizplan.domain.coaching.bilingual import Line

MADE = datetime(2027, 1, 18, 9, tzinfo=UTC)
ARABIC, TIGRINYA = "خبز طازج كل صباح", "ሓድሽ እንጌራ"
AT_ONCE = 0.1
"""Seconds within which what is bad is refused."""


def entry(key="k", original=ARABIC, translation=""):
    return Entry(key, "Your idea", "What do you sell?", "", original, translation, NEW)


def made(*entries):
    return write_list(entries, title="Bakery", language="nl", spoken="ar", made=MADE)


def opened(content, **more):
    return openpyxl.load_workbook(io.BytesIO(content), **more)


def saved(workbook):
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def filled(content, change):
    """The list after somebody worked in it and saved it."""
    workbook = opened(content)
    change(workbook.worksheets[0])
    return saved(workbook)


def repacked(content, **parts):
    """The same package with other parts in it, or more."""
    target = io.BytesIO()
    named = {name.replace("__", "/"): part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *named}:
            new.writestr(name, named[name] if name in named else old.read(name))
    return target.getvalue()


def refusal(content):
    """The reason for which something is refused, which must come at once."""
    begun = time.perf_counter()
    with pytest.raises(NotAList) as raised:
        read_list(content)
    assert time.perf_counter() - begun < AT_ONCE
    return str(raised.value)


def test_a_line_has_its_texts_as_they_are_and_only_two_cells_can_be_written_in():
    sheet = opened(made(entry(), entry("k2", TIGRINYA, "Verse injera"))).worksheets[0]
    assert [sheet.cell(2, column).value for column in (KEY, ORIGINAL, TRANSLATION)] == ["k", ARABIC, None]
    assert [sheet.cell(3, column).value for column in (KEY, ORIGINAL, TRANSLATION)] == ["k2", TIGRINYA, "Verse injera"]
    assert sheet.cell(2, QUESTION).value == "Wat verkoop je?"
    assert sheet.cell(2, QUESTION_OTHER).value != "Wat verkoop je?"
    assert sheet.protection.sheet
    assert [column for column in range(1, 10) if not sheet.cell(2, column).protection.locked] == [TRANSLATION, REMARK]


def test_text_that_runs_from_the_right_is_set_from_the_right_and_other_text_is_not():
    sheet = opened(made(entry(), entry(original=TIGRINYA))).worksheets[0]
    arabic, tigrinya = (sheet.cell(row, ORIGINAL).alignment for row in (2, 3))
    assert (arabic.readingOrder, arabic.horizontal) == (2, "right")
    assert tigrinya.readingOrder == 0


def test_how_to_fill_it_in_is_said_in_both_languages():
    sheet = opened(made(entry())).worksheets[1]
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert words[0] == "Bakery"
    assert len(words) >= 9


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A0", "{=1}", "\t=1", " =1",
                                  "http://example.org", "_x0041_", "a\u202eb", "<b>&amp;", "'quoted"])
def test_what_people_typed_goes_out_as_text_and_comes_back_the_same(text):
    content = made(entry(original=text, translation=text))
    sheet = opened(content).worksheets[0]
    assert sheet.cell(2, ORIGINAL).data_type in ("s", "inlineStr")
    assert sheet.cell(2, TRANSLATION).number_format == "@"
    assert [each.text for each in read_list(content)] == [text]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
        assert b"<hyperlink" not in package.read("xl/worksheets/sheet1.xml")


def test_a_text_too_long_for_a_cell_is_said_to_be_and_does_not_come_back_cut():
    long = "👍" * 20_000
    content = made(entry("long", long), entry("cut", ARABIC, long), entry("fits", "خ" * 20_000, "b" * 20_000))
    sheet = opened(content).worksheets[0]
    assert [sheet.cell(row, KEY).value for row in (2, 3, 4)] == [None, None, "fits"]
    assert all(sheet.cell(row, REMARK).value for row in (2, 3))
    assert [(each.key, len(each.text)) for each in read_list(content)] == [("fits", 20_000)]


def test_what_was_filled_in_comes_back_with_remarks_wherever_its_line_went():
    def work(sheet):
        sheet.cell(2, TRANSLATION).value, sheet.cell(2, REMARK).value = "Vers brood", "Elke dag?"
        sheet.insert_rows(2)
    assert read_list(filled(made(entry()), work)) == (Line(3, "k", "Vers brood", "Elke dag?"),)


def test_a_number_is_its_digits_and_formulas_days_and_errors_are_not_read():
    def work(sheet):
        for row, value in enumerate((12, 2.5, "=1+1", MADE.replace(tzinfo=None), "#REF!", True), 2):
            cell = sheet.cell(row, TRANSLATION)
            cell.number_format, cell.value = "General", value
            if value == "#REF!":
                cell.data_type = "e"
    found = read_list(filled(made(*(entry(f"k{n}") for n in range(6))), work))
    assert [(each.text, each.unread) for each in found] == [
        ("12", False), ("2.5", False), ("", True), ("", True), ("", True), ("", True)]


def test_hidden_sheets_and_other_sheets_are_not_read():
    workbook = opened(made(entry()))
    copied = workbook.copy_worksheet(workbook.worksheets[0])
    copied.cell(2, TRANSLATION).value = "From a hidden sheet"
    workbook.move_sheet(copied, -2)
    workbook.worksheets[0].sheet_state = "hidden"
    workbook.active = 1
    assert [each.text for each in read_list(saved(workbook))] == [""]


def test_a_workbook_without_keys_is_no_list():
    assert refusal(saved(openpyxl.Workbook())) == NO_LINES


def test_a_sheet_with_a_million_rows_is_read_no_further_than_a_list_goes():
    def work(sheet):
        sheet.cell(1_048_576, 16_384).value = "far away"
    begun = time.perf_counter()
    assert len(read_list(filled(made(entry(translation="Brood")), work))) == 1
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(("content", "reason"), [
    (b"", NO_WORKBOOK), (b"PK", NO_WORKBOOK), (b"a;b;c\n1;2;3\n", NO_WORKBOOK),
    (b"\xd0\xcf\x11\xe0" * 900, NO_WORKBOOK), (b"MZ\x90" * 100, NO_WORKBOOK),
    (b"PK\x03\x04" + b"\0" * 500, DAMAGED), (b"x" * (LARGEST + 1), TOO_LARGE),
])
def test_what_is_no_workbook_is_refused_by_its_content(content, reason):
    assert refusal(content) == reason


@pytest.mark.parametrize("part", [0.3, 0.6, 0.99])
def test_a_workbook_that_was_cut_off_is_damaged(part):
    content = made(*(entry(f"k{n}") for n in range(50)))
    assert refusal(content[:int(len(content) * part)]) == DAMAGED


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert refusal(repacked(made(entry()), xl__media__bomb=b"\0" * 60_000_000)) == TOO_LARGE


def test_a_sheet_that_unpacks_a_hundredfold_is_refused():
    assert refusal(repacked(made(entry()), xl__worksheets__sheet3=b" " * 5_000_000)) == TOO_LARGE


def test_a_hundred_thousand_parts_are_refused_before_their_names_are_read():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for number in range(15_000):
            package.writestr(f"{number}", b"")
    content = target.getvalue()
    assert len(content) < LARGEST
    assert refusal(content) == TOO_LARGE


def test_a_part_that_lies_about_its_size_is_refused():
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(b"\0" * 40_000_000) + packed.flush()
    content = repacked(made(entry()), xl__lie=b"small")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        info = package.getinfo("xl/lie")
        names = [(each.filename, package.read(each)) for each in package.infolist() if each.filename != "xl/lie"]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/lie", b"")
        for name, part in names:
            package.writestr(name, part)
    head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, info.CRC, len(data), 5, 6, 0) + b"xl/lie" + data
    rest = target.getvalue()
    start = rest.index(b"PK\x03\x04", 4)
    shift = len(head) - start
    table = bytearray(rest[start:])
    at, first = table.index(b"PK\x01\x02"), True
    while at >= 0:
        offset = struct.unpack_from("<L", table, at + 42)[0]
        struct.pack_into("<L", table, at + 42, 0 if first else offset + shift)
        if first:
            struct.pack_into("<H", table, at + 10, 8)
            struct.pack_into("<3L", table, at + 16, info.CRC, len(data), 5)
        first, at = False, table.find(b"PK\x01\x02", at + 4)
    end = table.index(b"PK\x05\x06")
    struct.pack_into("<L", table, end + 16, struct.unpack_from("<L", table, end + 16)[0] + shift)
    assert refusal(head + bytes(table)) in (DAMAGED, TOO_LARGE)


def test_parts_that_overlap_are_refused():
    content = bytearray(made(entry()))
    entries = [at for at in range(len(content)) if content[at:at + 4] == b"PK\x01\x02"]
    struct.pack_into("<L", content, entries[1] + 42, struct.unpack_from("<L", content, entries[0] + 42)[0] + 1)
    assert refusal(bytes(content)) == DAMAGED


@pytest.mark.parametrize(("name", "part", "reason"), [
    ("xl/vbaProject.bin", b"macro", MACROS), ("xl/externalLinks/externalLink1.xml", b"<x/>", LINKED),
    ("xl/embeddings/more.xlsx", b"PK", LINKED), ("xl/inner.zip", b"PK", LINKED), ("../../evil.xml", b"<x/>", DAMAGED),
    ("/etc/evil.xml", b"<x/>", DAMAGED),
    ("xl/more.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', LINKED),
    ("xl/more.xml", b'<!doctype x SYSTEM "file:///etc/passwd"><x/>', LINKED),
    ("xl/more.xml", "<!DOCTYPE x []><x/>".encode("utf-16"), LINKED),
    ("xl/more.xml", b'<x xmlns:xi="http://www.w3.org/2001/XInclude"/>', LINKED),
])
def test_what_does_not_belong_in_a_list_is_refused(name, part, reason):
    assert refusal(repacked(made(entry()), **{name.replace("/", "__"): part})) == reason


def test_a_workbook_with_macros_is_refused_whatever_it_is_called():
    content = made(entry())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml")
    macro = types.replace(b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml")
    assert refusal(repacked(content, **{"[Content_Types].xml": macro})) == MACROS


def test_entities_that_laugh_a_billion_times_in_the_sheet_itself_are_refused():
    lol = b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><l>&j;</l>"
    assert refusal(repacked(made(entry()), **{"xl/worksheets/sheet1.xml": lol})) == LINKED


def test_the_same_list_is_made_of_the_same_bytes():
    assert made(entry()) == made(entry())
