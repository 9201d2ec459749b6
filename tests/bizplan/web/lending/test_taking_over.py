"""€ 10,000 at 8 % over 36 months instead of € 15,000 at 12.13 % over 48: side by side, and into the plan by choice."""

import pytest

from bizplan.domain.lending.verdicts import Given, Kind, Outcome, Terms
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans, suggestions, verdicts
from bizplan.storage.plans import Change
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, record

TEN = Terms(10_000.0, 0.08, 36)
BUTTON = "//form[contains(@action, 'take-over')]//button"


@pytest.fixture
def granted(storage, asked, house):
    """The lender grants less than was asked."""
    with storage.writing() as tx:
        assert verdicts.give(tx, asked, house.omar, Given(Kind.DECISION, Outcome.GRANTED, terms=TEN))


@pytest.fixture
def loan(storage, asked):
    """The terms of the loan, as the plan has them: each with what it rests on."""
    def found():
        known = record(storage, asked.plan)
        row = next(each for each in known.rows["loans"] if known.said("loans[].asked", each).value is True)
        said = [known.said(f"loans[].{name}", row) for name in ("amount", "rate", "months", "grace")]
        return [(each.value, each.evidence) for each in said]
    return found


def test_both_stand_side_by_side_with_the_instalment_and_what_it_does_to_the_cash(amals, answer, granted, loan):
    before = loan()
    page = opened(amals, answer)
    assert "€ 15,000" in page.text and "€ 10,000" in page.text
    assert "€ 416.53" in page.text and "€ 313.36" in page.text
    # € 5,000 less, and a file fee of 5 % that is € 250 lower: the lowest cash falls by € 4,750
    assert "The lowest cash falls from € 2,967 to \u2212€ 1,783, in March 2027." in page.text
    assert page.of(BUTTON) == ["Take these terms over into the plan"]
    assert loan() == before, "looking changes nothing"


def test_the_task_list_says_so_until_they_are_taken_over(amals, answer, granted, asked):
    assert "You get a loan" in opened(amals, f"/en/plan/{asked.plan}/").text
    opened(amals, answer).press("/take-over")
    assert "You get a loan" not in opened(amals, f"/en/plan/{asked.plan}/").text


def test_the_owner_takes_them_over_with_the_firmest_evidence_and_where_they_come_from(
        amals, answer, granted, loan, storage, asked):
    assert opened(amals, answer).press("/take-over").status_code == 302
    assert loan() == [(10_000, Grade.CONTRACT), (0.08, Grade.CONTRACT), (36, Grade.CONTRACT), (0, Grade.CONTRACT)]
    known = record(storage, asked.plan)
    row = next(each for each in known.rows["loans"] if known.said("loans[].asked", each).value is True)
    assert known.said("loans[].amount", row).note.count("Krediet Samen") == 1
    with storage.reading() as tx:
        history = plans.history(tx, asked.plan, "loans[].amount", row)
    assert [each.said.value for each in history] == [10_000, 15_000], "nothing is overwritten"
    page = opened(amals, answer)
    assert "Your plan has these terms." in page.text and page.of(BUTTON) == []


def test_twice_is_once(amals, answer, granted, loan, storage, asked):
    fields = opened(amals, answer)
    fields.press("/take-over")
    sequence = record(storage, asked.plan).sequence
    fields.press("/take-over")
    assert record(storage, asked.plan).sequence == sequence


def test_terms_that_were_changed_afterwards_can_be_taken_over_again(amals, answer, granted, loan, storage, asked, amal):
    opened(amals, answer).press("/take-over")
    known = record(storage, asked.plan)
    row = next(each for each in known.rows["loans"] if known.said("loans[].asked", each).value is True)
    with storage.writing() as tx:
        plans.save(tx, asked.plan, amal, Change(
            Deed.ANSWER, "loans[].amount", row, Said(("9000",), 9000), base=known.sequence))
    assert loan()[0][0] == 9000
    opened(amals, answer).press("/take-over")
    assert loan()[0] == (10_000, Grade.CONTRACT)


def test_a_coach_who_may_not_write_suggests_them(liens, answer, granted, loan, storage, asked):
    before = loan()
    page = opened(liens, answer)
    assert page.of(BUTTON) == ["Suggest these terms to the business owner"]
    page.press("/take-over")
    page.press("/take-over")
    assert loan() == before
    with storage.reading() as tx:
        assert len(suggestions.suggestions_of(tx, asked.plan)) == 4


def test_a_coach_who_may_write_takes_them_over(liens, answer, granted, loan, coach_writes):
    opened(liens, answer).press("/take-over")
    assert loan()[0] == (10_000, Grade.CONTRACT)


def test_without_granted_terms_there_is_nothing_to_take_over(amals, answer, asked):
    assert opened(amals, answer).of(BUTTON) == []
    assert amals.post(f"{answer}/take-over", form=answer).status_code == 404


def test_where_the_plan_has_no_such_loan_any_more_the_page_says_so(amals, answer, granted, storage, asked, amal):
    with storage.writing() as tx:
        known = plans.record(tx, plans.plan(tx, asked.plan))
        for row in known.rows["loans"]:
            plans.save(tx, asked.plan, amal, Change(Deed.REMOVE, "loans", row, base=known.sequence))
    page = opened(amals, answer)
    assert "Your plan has no loan any more" in page.text and page.of(BUTTON) == []
    assert amals.post(f"{answer}/take-over", form=answer).status_code == 302
