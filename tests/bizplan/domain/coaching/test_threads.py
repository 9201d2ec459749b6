"""A thread keeps what it was said of, and knows later what became of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bizplan.domain.coaching import About, Comment, Quote, Standing, Step, Subject, Thread, ThreadKind
from bizplan.domain.coaching.threads import is_of_coaches, quoted
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Record, Revision, Said
from financial_models.assumptions import Grade

NOW = datetime(2026, 11, 28, tzinfo=UTC)
PRICE = Subject(About.ANSWER, "products[].price", "bread")
ROW, NEED = Subject(About.ROW, "products", "bread"), Subject(About.ANSWER, "idea.need")


def said(question, value, row="", evidence=None, note=""):
    told = Said.of(question, value, evidence, note, text=(str(value),))
    return Revision(Deed.ANSWER, question, row, told, sequence=9)


BREAD = Revision(Deed.ADD, "products", "bread", sequence=1)
BEGUN = Record.of("nl", (BREAD, said("products[].name", "Flat bread", "bread"), said("products[].price", 2.6, "bread"),
                         said("idea.need", "Bread is far away")))


def thread(subject):
    return Thread("t", "p", ThreadKind.COMMENT, subject, Quote("Price", "€ 2,60", quoted(subject, BEGUN)), 9, "lien",
                  NOW, NOW)


@pytest.mark.parametrize("subject", [PRICE, ROW, NEED, Subject(About.PART, "idea"), Subject(About.PLAN)])
def test_what_nobody_touched_is_as_it_was(subject):
    assert thread(subject).standing(BEGUN) is Standing.SAME


@pytest.mark.parametrize(("subject", "later"), [
    (PRICE, said("products[].price", 2.8, "bread")), (ROW, said("products[].name", "Round bread", "bread")),
    (NEED, said("idea.need", "Bread is dear")), (PRICE, said("products[].price", 2.6, "bread", Grade.QUOTE)),
    (PRICE, said("products[].price", 2.6, "bread", note="At the market")),
])
def test_another_answer_better_evidence_or_a_new_note_is_a_change(subject, later):
    assert thread(subject).standing(BEGUN.after([later])) is Standing.CHANGED


@pytest.mark.parametrize("later", [
    said("products[].price", 2.60, "bread"), said("products[].price", 9, "cake"), said("idea.business_name", "Zaden"),
])
def test_the_same_answer_typed_again_and_other_answers_change_nothing(later):
    assert thread(PRICE).standing(BEGUN.after([later])) is Standing.SAME


@pytest.mark.parametrize("subject", [PRICE, ROW])
def test_what_stood_in_a_row_is_gone_with_it_and_back_with_it(subject):
    removed = BEGUN.after([Revision(Deed.REMOVE, "products", "bread", sequence=10)])
    assert thread(subject).standing(removed) is Standing.GONE
    assert thread(subject).standing(removed.after([replace(BREAD, sequence=11)])) is Standing.SAME


@pytest.mark.parametrize("subject", [
    Subject(About.ANSWER, "idea.of_an_older_study"), Subject(About.ANSWER, "older[].price", "bread"),
    Subject(About.ROW, "older", "bread")])
def test_what_this_version_of_the_study_does_not_know_breaks_nothing(subject):
    assert thread(subject).standing(BEGUN) in (Standing.SAME, Standing.GONE)


def test_a_quote_is_kept_and_read_back_whole():
    for quote in (Quote(), Quote("Price", "€ 2,60", BEGUN.said(PRICE.key, "bread")), Quote("Cash", "€ 9", None, 9.1,
                                                                                           "money")):
        assert Quote.from_document(quote.as_document()) == quote


def test_only_coaches_are_among_what_is_said_of_their_own_questions():
    coaches = {key for key, question in QUESTIONS.items() if question.coach}
    assert {key for key in QUESTIONS if is_of_coaches(Subject(About.ANSWER, key))} == coaches
    assert is_of_coaches(Subject(About.ROW, "competences.actions", "a"))
    assert not any(map(is_of_coaches, (ROW, Subject(About.PART, "planning"), Subject(About.PLAN))))


def test_an_open_thread_waits_for_whoever_did_not_speak_last():
    spoken = replace(thread(NEED), comments=(comment("lien"), comment("amal")))
    assert spoken.waits_for("lien") and spoken.waits_for("jan") and not spoken.waits_for("amal")
    assert not replace(spoken, settled_at=NOW).waits_for("lien")


def comment(author):
    return Comment("c", Step.SAID, "Good", author, author.title(), NOW)
