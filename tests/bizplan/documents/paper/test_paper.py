"""The printed paper, read back as whoever opens it in a viewer reads it."""

import re
import subprocess
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from bizplan import examples
from bizplan.documents.paper import Paper, Printed, write_paper
from bizplan.domain import plan_file
from bizplan.domain.coaching import paper as coaching_paper
from bizplan.domain.coaching.paper import Sheet, sheet
from bizplan.domain.course import PARTS
from bizplan.domain.importing import imported
from bizplan.domain.questions import Kind
from bizplan.domain.revisions import Deed, Record, Revision, Said
from bizplan.translations import translator

SCRIPTS = ("مخبز الحي", "نانوایی محله", "ኣብ ዳቦ", "пекарня", "Bakkerij Ünsal")
A4 = (595, 842)


def paper(sheets: Sequence[Sheet], languages=("nl", "ar"), title="Bakkerij Amal", requests=(), name="Brood") -> bytes:
    return write_paper(Paper(
        title, languages, tuple(Printed(each, f"https://plan.example.org/nl/plan/1/paper/{each.part.key}/enter?sheet=7")
                                for each in sheets), tuple(requests), 7, date(2026, 11, 28), lambda _group, _row: name))


def words(content: bytes) -> str:
    told = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    return " ".join(told.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))).split())


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def empty() -> Record:
    return Record("nl")


@pytest.mark.parametrize("part", ["idea", "household", "rules"])
def test_every_question_stands_there_in_both_languages_with_its_number(empty, part):
    found = sheet(empty, PARTS[part])
    read = plain(words(paper([found], ("nl", "fr"))))
    for slot in found.slots:
        for language in ("nl", "fr"):
            asked = plain(translator(language)(slot.question.wording)).split()
            assert all(word in read for word in asked), (slot.question.key, language)
    assert "7" in read and "Bakkerij Amal" in read


def test_arabic_stands_beside_dutch_and_may_come_first(empty):
    found = sheet(empty, PARTS["idea"])
    for languages in (("nl", "ar"), ("ar", "nl")):
        read = words(paper([found], languages))
        assert translator("nl")(found.slots[0].question.wording).split()[0] in read
        assert any("\u0600" < letter < "\u0700" for letter in read)


def test_one_language_alone_is_enough(empty):
    assert words(paper([sheet(empty, PARTS["idea"])], ("en",))).count("Open questions") >= 1


@pytest.mark.parametrize("text", SCRIPTS)
def test_names_and_requests_in_any_script_are_found_on_a4(empty, text):
    made = paper([sheet(empty, PARTS["planning"])], title=text, requests=[text], name=text)
    assert all(words(made).count(word) >= 2 for word in text.split())
    with pikepdf.open(BytesIO(made)) as opened:
        assert {tuple(round(float(each)) for each in page.MediaBox[2:]) for page in opened.pages} == {A4}


def test_words_that_run_the_other_way_keep_their_order(empty):
    made = paper([], ("ar", "nl"), requests=["Breng de offerte van de oven mee, en de brief van de huisbaas."])
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=made, capture_output=True, check=True).stdout.decode()
    at = {word: float(left) for left, word in re.findall(r'<word xMin="([\d.]+)"[^>]*>([^<]+)</word>', told)}
    assert at["2026"] < at["28"], "a day in Arabic is read from the right"
    assert "huisbaas." in at, "the full stop stands behind the last word"


def test_requests_are_printed_even_where_no_question_is_open(empty):
    read = words(paper([], requests=["Breng de offerte van de oven mee"]))
    assert "Breng de offerte van de oven mee" in read and "1" in read


def test_with_nothing_open_the_paper_says_so():
    assert "There are no open questions here." in words(paper([], ("en",)))


def test_a_text_that_could_not_be_read_is_printed_as_it_was_typed():
    said = Said(("ongeveer zeven",))
    unread = Record.of("nl", [Revision(Deed.ANSWER, "household.expenses.rent", "", said, sequence=1)])
    assert "ongeveer zeven" in words(paper([sheet(unread, PARTS["household"])], ("en",)))


def test_every_kind_of_answer_has_its_room(monkeypatch):
    monkeypatch.setattr(coaching_paper, "MOST", 1_000)
    study = Record.of("nl", imported(plan_file.read(examples.text("bakery"))))
    rows = Record("nl", {}, study.rows)
    found = [sheet(rows, part) for part in PARTS.values()]
    kinds = {slot.question.kind for each in found for slot in each.slots}
    assert {Kind.TWELVE, Kind.CHOICES, Kind.DATE, Kind.YES_NO, Kind.LONG_TEXT, Kind.SHARE} <= kinds
    with pikepdf.open(BytesIO(paper(found))) as made:
        assert len(made.pages) > len(found)


def test_the_same_plan_and_day_give_the_same_bytes(empty):
    assert paper([sheet(empty, PARTS["idea"])]) == paper([sheet(empty, PARTS["idea"])])
