"""A dossier prints texts in its own language where somebody wrote them so, and keeps the originals, by choice."""

import re

import pytest

from bizplan import examples
from bizplan.documents.dossier.versions import BY
from bizplan.domain import plan_file
from bizplan.domain.translated import NAMES
from bizplan.translations import translator
from bizplan.workshop import Workshop
from tests.bizplan.documents.dossier.conftest import AS_OF, changed, dossier

ARABIC, TIGRINYA = "خبز طازج كل صباح", "ሓድሽ እንጌራ ኣብ ነፍሲ ወከፍ መዓልቲ"
DUTCH, ENGLISH = "Elke ochtend vers brood", "Fresh bread every morning"
NEED = {"question": "idea.need", "language": "nl", "text": DUTCH, "by": "coach"}
SAID = translator("nl")
TITLE, EARLIER = SAID("Original texts"), SAID("translated from an earlier text")
COACH, INTERPRETER = SAID(BY["coach"]), SAID(BY["interpreter"])
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def bakery(text=ARABIC, language="ar", choice="annex", versions=(NEED,)):
    """The bakery, whose entrepreneur says in another language why people need it."""
    def change(document):
        document["language"], document["idea"]["need"] = language, text
        document["applicant"]["dossier_originals"] = choice
        document["translations"] = list(versions)
    return changed("bakery", change)


@pytest.fixture
def read(pages):
    """The words on each page, without marks of direction and with one space between them."""
    return lambda text, language="nl": [
        " ".join(MARKS.sub("", page).split()) for page in pages(dossier(text, language))]


def on(pages, words):
    """The numbers of the pages on which all of these words stand."""
    return [number for number, page in enumerate(pages) if all(word in page for word in words.split())]


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "ar"), (TIGRINYA, "ti")])
def test_the_dutch_stands_in_its_chapter_and_the_original_at_the_end(read, text, language):
    pages = read(bakery(text, language))
    chapter, = on(pages, DUTCH)
    annex, = on(pages, text)
    assert annex > chapter
    assert TITLE in pages[annex]
    assert COACH in pages[annex]


def test_the_original_stands_below_its_translation_where_that_was_chosen(read):
    pages = read(bakery(choice="beside"))
    assert on(pages, ARABIC) == on(pages, DUTCH)
    assert not [page for page in pages if TITLE in page]
    written = SAID("Written in {language} by the entrepreneur.").format(language=SAID(NAMES["ar"]))
    assert f"{written} {COACH}" in pages[on(pages, DUTCH)[0]]


def test_a_translation_of_an_earlier_text_is_printed_and_says_so(read):
    pages = read(bakery(versions=[{**NEED, "changed_since": True}]))
    assert f"({EARLIER})" in pages[on(pages, DUTCH)[0]]
    assert f"({EARLIER})" in pages[on(pages, ARABIC)[0]]


def test_a_text_that_nobody_translated_stands_as_it_was_written_and_is_found(read):
    pages = read(bakery(versions=[]))
    assert on(pages, ARABIC)
    assert not [page for page in pages if TITLE in page]
    found = SAID("Texts that are not yet in {language}, or changed since: {count}.").partition("{")[0].strip()
    assert [page for page in pages if found in page]


def test_a_dossier_in_another_language_takes_only_its_own_versions(read):
    pages = read(bakery(versions=[NEED, {**NEED, "language": "en", "text": ENGLISH}]), "en")
    assert on(pages, ENGLISH) and not on(pages, DUTCH)


def test_a_text_in_the_language_of_the_dossier_already_is_printed_without_more(read):
    pages = read(bakery("Vers brood", versions=[{"question": "idea.need", "language": "nl", "same": True}]))
    assert on(pages, "Vers brood")
    assert not [page for page in pages if TITLE in page]


def test_the_words_of_a_coach_are_said_to_be_theirs(read):
    pages = read(bakery(versions=[NEED, {
        "question": "planning.coach.opinion", "language": "nl", "text": "Een plan dat klopt", "by": "interpreter"}]))
    annex = pages[on(pages, ARABIC)[0]]
    assert INTERPRETER in annex
    assert on(pages, "Een plan dat klopt")


def test_names_of_products_are_printed_in_dutch_in_dossier_and_workbook():
    """What a line is called comes from the answers: the workbook counts with the same lines under other names."""
    work = Workshop.on(plan_file.read(examples.text("it_service")), AS_OF)
    named = work.printed_in("nl", AS_OF)
    titles = {block.title for block in named.engine.model.blocks}
    assert any("Onderhoud per maand" in title for title in titles)
    assert not any("صيانة شهرية" in title for title in titles)
    cash, before = named.engine.statements.position.cash, work.engine.statements.position.cash
    assert list(named.values.series(cash)) == list(work.values.series(before))
    assert work.printed_in("fr", AS_OF) is work
