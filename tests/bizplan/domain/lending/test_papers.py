"""How far each paper is, until when a file counts, and what a file may be called."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.lending import papers
from bizplan.domain.lending.papers import (
    LONGEST_NAME,
    Paper,
    Reader,
    State,
    Validity,
    checklist,
    plain_name,
    reader_of,
    valid_until,
    wanted_by,
)
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.typed import Problem

TODAY = date(2026, 11, 28)


def plan(**states):
    return Plan("nl", {(f"planning.papers.{paper}", ""): Answer(state) for paper, state in states.items()})


def states(of):
    return {line.paper: line.state for line in checklist(of, TODAY)}


def test_all_papers_of_the_study_stand_on_it_in_its_order():
    assert [line.question.key for line in checklist(plan(), TODAY)] == [
        key for key in QUESTIONS if key.startswith("planning.papers.")]


def test_what_the_study_says_counts_then_what_the_plan_needs():
    found = states(plan(identity="in_hand", quotes="asked", guarantor="missing", consent="not_needed"))
    assert (found["identity"], found["quotes"], found["guarantor"], found["consent"]) == (
        State.IN_HAND, State.ASKED, State.MISSING, State.NOT_NEEDED)
    assert (found["bank_statements"], found["diplomas"]) == (State.MISSING, State.UNSAID)


def test_the_bakery_needs_the_lease_of_its_premises_because_it_rents_them():
    bakery = plan_file.read(examples.text("bakery"))
    assert bakery.value("operations.premises") == "rented"
    without = Plan(bakery.language, {place: answer for place, answer in bakery.answers.items()
                                     if place[0] != "planning.papers.business_lease"}, bakery.rows)
    assert states(without)["business_lease"] is State.MISSING


def paper(until):
    return Paper("1", "2", "identity", "pdf", 1, 1, "", Reader.SELF, until, "", datetime(2026, 11, 1, tzinfo=UTC))


@pytest.mark.parametrize(("until", "validity"), [
    (None, Validity.GOOD), (date(2026, 12, 29), Validity.GOOD), (date(2026, 12, 28), Validity.SOON),
    (date(2026, 11, 28), Validity.SOON), (date(2026, 11, 27), Validity.OVER)])
def test_a_paper_counts_on_its_last_day_and_is_soon_over_thirty_days_before(until, validity):
    assert paper(until).validity(TODAY) is validity


@pytest.mark.parametrize(("sent", "plain"), [
    ("loon.pdf", "loon"), ("../../x", "x"), (r"C:\Users\Amal\loon.pdf", "loon"),
    ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1"),
    ("خطة.pdf", "خطة"), ("a\u202efdp.exe", "afdp"), ('a"; filename=b.html', "a filename=b"), ("a\0b.png", "ab"),
    ("x" * 500 + ".pdf", "x" * LONGEST_NAME), ("..", ""), (".pdf", ""), ("", ""), ("   ", ""), ("\u2066\u2069.jpg", ""),
    ("verlof\u00a0mei\u2003juni.JPEG", "verlof mei juni"), ("loon.2026.11.pdf", "loon.2026.11"), ("a\ud800b.pdf", "ab"),
    ("e\u0301\u0301.pdf", "é\u0301"), ("50%2e.pdf", "502e"),
])
def test_a_name_is_seen_by_everybody_and_leads_nowhere(sent, plain):
    assert plain_name(sent) == plain


@given(some.text(max_size=300))
def test_whatever_a_file_is_called_its_name_is_plain(sent):
    found = plain_name(sent)
    assert len(found) <= LONGEST_NAME and found == found.strip() and not set(found) & set('/\\"<>:;|?*%')
    assert not [each for each in found if unicodedata.category(each)[0] == "C"]
    found.encode()


def test_a_form_that_says_nothing_known_lets_only_the_entrepreneur_see_it():
    assert [reader_of(each) for each in ("lender", "coach", "self", "", "everybody")] == [
        Reader.LENDER, Reader.COACH, Reader.SELF, Reader.SELF, Reader.SELF]


def test_a_day_is_read_in_the_language_of_the_page_and_none_is_fine():
    assert valid_until("2027-06-30", "nl", TODAY) == valid_until("30/6/2027", "nl", TODAY) == date(2027, 6, 30)
    assert valid_until("  ", "nl", TODAY) is None
    assert isinstance(valid_until("soon", "en", TODAY), Problem)


@dataclass(frozen=True)
class Told:
    """A profile that says which papers it takes."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Product:
    """A product of a lender, with papers or with none known."""

    papers: Told | None


@dataclass(frozen=True)
class Lender:
    """A lender with its products."""

    name: str
    products: tuple[Product, ...]
    papers: Told | None = None


def test_a_paper_is_wanted_by_the_lenders_of_which_a_product_takes_it(monkeypatch):
    asks = Told(("planning.papers.identity", "planning.papers.quotes"))
    found = (Lender("one", (Product(None), Product(asks))), Lender("two", (Product(asks),)), Lender("three", (
        Product(None),)))
    assert [each.name for each in wanted_by("identity", TODAY, found)] == ["one", "two"]
    assert wanted_by("diplomas", TODAY, found) == ()
    monkeypatch.setattr(papers, "lenders", lambda _on: found)
    assert [each.name for each in wanted_by("identity", TODAY)] == ["one", "two"], "the published ones, else"


def test_papers_that_tell_more_than_the_cut_are_papers_of_the_study():
    assert {f"planning.papers.{each}" for each in papers.SHOWN_WITH} <= set(QUESTIONS)


def test_where_profiles_say_nothing_no_lender_is_named():
    for line in checklist(plan(), TODAY):
        assert all(each.name for each in line.wanted_by)
