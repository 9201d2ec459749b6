"""The structure of the documents, as screen readers and programs that take text out follow it."""

import json
import subprocess
from datetime import date
from functools import cache

import pytest

from bizplan import examples
from bizplan.documents.dossier import write_dossier
from bizplan.documents.paper import Paper, Printed, write_paper
from bizplan.domain.coaching.paper import sheet
from bizplan.domain.course import PARTS
from bizplan.domain.plan_file import read
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.revisions import Record
from bizplan.translations import translator
from tests.bizplan.documents.dossier.conftest import AS_OF, HALF_FILLED, calculated, changed, dossier
from tests.bizplan.documents.structure.faults import faults
from tests.bizplan.documents.structure.reading import Reading, plain

DOSSIERS = [*((name, "nl") for name in examples.names()), ("bakery", "fr"), ("food_truck", "en")]
ARABIC = "خبز طازج كل صباح، بسعر 3.40 يورو للكيس، لكل الجيران في الحي. " * 4
TIGRINYA = "ሓድሽ እንጌራ ኣብ ነፍሲ ወከፍ መዓልቲ"
LONG = "Elke ochtend staat de oven om vier uur aan en gaat het eerste brood om zes uur de deur uit. " * 90


@cache
def reading(text: str, language: str) -> Reading:
    """A dossier, read."""
    return Reading(dossier(text, language))


def told(language, text, version=None, choice="annex", key="need"):
    """The bakery with one text in the language of its entrepreneur."""
    def change(document):
        document["language"], document["idea"][key] = language, text
        document["applicant"]["dossier_originals"] = choice
        versions = [{"question": f"idea.{key}", "language": "nl", "text": version, "by": "coach"}]
        document["translations"] = versions if version else []
    return changed("bakery", change)


@pytest.mark.parametrize(("name", "language"), DOSSIERS)
def test_everything_on_every_page_has_its_place_in_the_structure(name, language):
    assert faults(reading(examples.text(name), language)) == []


@pytest.mark.parametrize(("text", "language"), [
    (HALF_FILLED, "nl"), (told("ar", ARABIC), "nl"), (told("ti", TIGRINYA), "nl"),
    (told("ar", ARABIC, "Vers brood", "beside"), "nl"), (told("nl", LONG), "nl")],
    ids=["an empty plan", "arabic", "tigrinya", "both beside each other", "a long text"])
def test_so_it_has_whatever_is_written(text, language):
    assert faults(reading(text, language)) == []


@pytest.mark.parametrize(("name", "language"), DOSSIERS)
def test_every_answer_in_words_is_read_whole_and_in_order(name, language):
    found = reading(examples.text(name), language)
    cells = " ¦ ".join(plain(found.words(node)) for node in found.of("TD", "TH"))
    study = read(examples.text(name))
    untold = ("test_phase.",) if not study.value("test_phase.planned") else ()    # no trial, so no chapter about it
    answers = [str(answer.value) for (key, row), answer in study.answers.items()
               if QUESTIONS[key].kind is Kind.LONG_TEXT and not row and study.is_asked(QUESTIONS[key], row)
               and QUESTIONS[key].feeds.startswith("dossier.") and ".coach." not in key and not key.startswith(untold)]
    assert len(answers) > 5
    assert [answer for answer in answers if plain(answer) not in cells] == []


@pytest.mark.parametrize(("kind", "language"), [
    ("summary", "nl"), ("financial_plan", "fr"), ("own_plan", "ar"), ("own_plan", "nl")])
def test_every_kind_of_document_has_a_structure(kind, language):
    for name in ("bakery", "grocery"):
        found = Reading(write_dossier(*calculated(examples.text(name)), language=language, as_of=AS_OF, kind=kind))
        assert faults(found) == []


def test_words_from_the_right_are_read_as_they_are_said():
    found = reading(told("ar", ARABIC), "nl")
    said = [node for node in found.root.nodes() if node.language == "ar" and plain(ARABIC) in plain(found.words(node))]
    assert said
    assert {found.language(node) for node in said} == {"ar"}


def test_an_original_has_its_language_and_what_is_said_about_it_that_of_the_dossier():
    found = reading(told("ti", TIGRINYA, "Vers brood", "beside"), "nl")
    cell = next(node for node in found.of("TD") if plain(TIGRINYA) in plain(found.words(node)))
    original = next(node for node in cell.elements if node.language)
    assert (original.language, plain(found.words(original))) == ("ti", plain(TIGRINYA))
    assert found.language(cell) == "nl"
    assert plain(found.words(cell)).startswith("Vers brood")


def test_a_text_in_the_language_of_the_dossier_says_nothing_of_its_language():
    found = reading(examples.text("bakery"), "nl")
    assert {node.language for node in found.root.nodes()} == {""}


def test_a_table_over_a_page_end_is_one_table_with_one_head():
    found = reading(examples.text("bakery"), "nl")
    title = translator("nl")("still owed")
    tables = [table for table in found.of("Table") if title in plain(found.words(table.elements[0]))]
    schedule = max(tables, key=lambda table: len(list(table.nodes())))
    pages = {kid[0] for node in schedule.nodes() for kid in node.kids if isinstance(kid, tuple)}
    assert len([node for node in schedule.nodes() if node.role == "THead"]) == 1
    assert len(pages) > 1


def test_a_text_over_a_page_end_is_read_as_one():
    found = reading(told("nl", LONG), "nl")
    cells = [node for node in found.of("TD") if plain(LONG) == plain(found.words(node))]
    assert len(cells) == 1
    assert len({kid[0] for kid in cells[0].kids if isinstance(kid, tuple)}) > 1


def test_the_summary_is_read_from_the_name_to_the_decision():
    found = reading(examples.text("bakery"), "nl")
    say, summary = translator("nl"), found.root.elements[0]
    heads = [plain(found.words(node)) for node in summary.nodes() if node.role in ("H1", "H2")]
    first = [say(words) for words in ("The business", "What for, and from whom", "Five signals, with the reason",
             "The account by month, year 1", "What if", "Opinion of the coach",
             "What the sales rest on", "Decision of the committee")]
    assert heads == ["Bakkerij Zeven Zaden", *map(plain, first)]


def test_rows_are_named_by_their_first_words_and_amounts_are_not_names():
    found = reading(examples.text("bakery"), "nl")
    for row in found.of("TR"):
        heads = [cell for cell in row.elements if cell.role == "TH"]
        assert heads or not plain(found.words(row))
    names = {plain(found.words(cell)) for cell in found.of("TH") if cell.attributes["Scope"] == "/Row"}
    assert translator("nl")("Net incomes a month") not in names
    assert not [name for name in names if name.startswith("€")]


def test_the_contents_lead_to_every_part():
    found = reading(examples.text("bakery"), "nl")
    entries = [plain(found.words(node)) for node in found.of("TOCI")]
    assert entries[0] == "1 De aanvrager 3"
    signals = 5                                             # each names the page on which it is worked out
    assert len(entries) + signals == len(found.linked)


@pytest.mark.parametrize("languages", [("nl",), ("nl", "ar"), ("ar", "nl"), ("fr", "en")])
def test_a_paper_of_questions_has_a_structure_and_says_what_is_in_which_language(languages):
    sheets = [Printed(sheet(Record(languages[0]), PARTS[key]), f"https://plan.example.org/{key}")
              for key in ("idea", "rules")]
    found = Reading(write_paper(Paper("Brood", languages, tuple(sheets), ("Neem het contract mee",), 7,
                                      date(2026, 11, 28), lambda _group, _row: "Brood")))
    assert faults(found) == []
    wording = next(iter(sheets[0].sheet.slots)).question.wording
    for language in languages:
        words = plain(translator(language)(wording))
        said = [node for node in found.of("H3", "Span") if words in plain(found.words(node))]
        assert language in {found.language(node) for node in said}


def test_a_paper_of_requests_alone_begins_with_the_first_level():
    found = Reading(write_paper(Paper("Brood", ("nl",), (), ("Neem het contract mee",), 7, date(2026, 11, 28),
                                      lambda _group, _row: "Brood")))
    assert faults(found) == []
    assert next(node for node in found.root.nodes() if node.role.startswith("H")).role == "H1"


def test_other_programs_find_nothing_wrong(needs, tmp_path):
    path = tmp_path / "dossier.pdf"
    path.write_bytes(dossier(told("ar", ARABIC, "Vers brood", "beside"), "nl"))
    checked = subprocess.run([needs("qpdf"), "--check", str(path)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    info = subprocess.run([needs("pdfinfo"), str(path)], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info
    tree = subprocess.run([needs("pdfinfo"), "-struct-text", str(path)], capture_output=True, text=True, check=True)
    assert tree.stderr == ""
    assert "Bakkerij Zeven Zaden" in tree.stdout


def test_what_is_written_cannot_break_the_file():
    text = json.loads('"(\\\\) >> endobj \\u0007 \\ud83e\\udd56 % EMC"')
    def change(document):
        document["idea"]["business_name"] = text.replace("\u0007", "")
        document["language"] = "ar"
    assert faults(reading(changed("bakery", change), "nl")) == []


def test_a_document_claims_no_conformance_that_nobody_checked():
    found = reading(examples.text("bakery"), "nl")
    assert "pdfuaid:part" not in found.document.open_metadata(set_pikepdf_as_editor=False)


def test_the_same_plan_gives_the_same_bytes_with_its_structure():
    text = told("ar", ARABIC, "Vers brood", "beside")
    dossier.cache_clear()
    first = dossier(text, "nl")
    dossier.cache_clear()
    assert dossier(text, "nl") == first
