"""A calendar file that every calendar reads: lines, escapes and moments as RFC 5545 has them."""

import re
from datetime import UTC, datetime

import pytest

from bizplan.documents.calendar_file import LONGEST_LINE, Event, calendar_file, escaped, folded

BEGINS, ENDS, MADE = (datetime(2026, 12, 3, hour, 30, tzinfo=UTC) for hour in (13, 14, 9))
SCRIPTS = {
    "nl": "Bij De Kade, Sint-Pietersnieuwstraat 12; 9000 Gent (tweede verdieping, bel bij “Starters”)",
    "ar": "في مكتب المرافقة، شارع سينت بيترس نيوستراات 12، 9000 خنت، الطابق الثاني",
    "ti": "ኣብ ቤት ጽሕፈት፡ ጎደና ሲንት ፒተርስ 12፤ 9000 ጀንት፣ ካልኣይ ደብሪ፣ በቲ ደወል ጸውዑ",
    "fa": "در دفتر همراهی، خیابان سینت پیترس ۱۲، ۹۰۰۰ گنت، طبقهٔ دوم",
    "uk": "У бюро супроводу, вул. Сінт-Пітерсніойстраат 12, 9000 Гент, другий поверх",
    "emoji": "🧑‍🍳🥖" * 30,
}


def event(**more) -> Event:
    return Event(**{
        "uid": "c1@plan.example.org", "sequence": 2, "begins_at": BEGINS, "ends_at": ENDS,
        "summary": "Appointment about your plan", "where": "", "url": "https://plan.example.org/nl/plan/1/appointments/c1",
        "language": "en", **more})


def read(content: bytes) -> dict[str, str]:
    """The values of a calendar file, unfolded and without their escapes."""
    text = content.decode().replace("\r\n ", "")
    lines = [line.partition(":")[::2] for line in text.split("\r\n") if line]
    return {name: re.sub(r"\\([\\;,nN])", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), value)
            for name, value in lines}


def test_it_says_when_where_and_how_often_it_changed():
    told = read(calendar_file(event(where="Gent"), MADE))
    assert {name: told[name] for name in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "LOCATION", "STATUS")} == {
        "UID": "c1@plan.example.org", "SEQUENCE": "2", "DTSTAMP": "20261203T093000Z", "DTSTART": "20261203T133000Z",
        "DTEND": "20261203T143000Z", "LOCATION": "Gent", "STATUS": "CONFIRMED"}
    assert (told["METHOD"], told["VERSION"], told["SUMMARY;LANGUAGE=en"]) == (
        "PUBLISH", "2.0", "Appointment about your plan")


def test_what_was_called_off_says_so():
    assert read(calendar_file(event(cancelled=True), MADE))["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_comes_back_whole_from_lines_of_75_octets(language):
    content = calendar_file(event(where=SCRIPTS[language]), MADE)
    assert max(len(line) for line in content.split(b"\r\n")) <= LONGEST_LINE
    assert all(line.decode() is not None for line in content.split(b"\r\n"))
    assert read(content)["LOCATION"] == SCRIPTS[language]


def test_lines_end_as_the_rule_says_and_nowhere_else():
    content = calendar_file(event(where="a\nb\r\nc"), MADE)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r") == content.count(b"\r\n")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_no_line_can_be_smuggled_in(end):
    content = calendar_file(event(where=f"Gent{end}BEGIN:VALARM{end}ATTACH:evil{end}END:VALARM"), MADE)
    names = [line.partition(":")[0] for line in content.decode().replace("\r\n ", "").split("\r\n")]
    assert names.count("BEGIN") == names.count("END") == 2 and "ATTACH" not in names
    assert read(content)["LOCATION"] == "Gent\nBEGIN:VALARM\nATTACH:evil\nEND:VALARM"


@pytest.mark.parametrize(("text", "value"), [
    ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("a\tb", "a b"), ("\u202egnp.exe\u202c\x00", "gnp.exe"), ("\ud800x", "x"),
])
def test_what_would_end_a_value_or_turn_it_round_is_made_harmless(text, value):
    assert escaped(text) == value


def test_a_line_is_cut_between_characters():
    assert folded("a" * 75) == "a" * 75
    assert folded("a" * 76) == f"{'a' * 75}\r\n a"
    assert folded("a" * 74 + "é") == f"{'a' * 74}\r\n é"
    assert folded("a" * 75 + "b" * 75) == f"{'a' * 75}\r\n {'b' * 74}\r\n b"
