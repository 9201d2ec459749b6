"""From the fields of a form to what is kept, and back: nothing typed is lost, and unchanged is the same."""

from datetime import date

import pytest

from bizplan.domain import plan_file
from bizplan.domain.answers import Fields, fields, is_same, reread, said, takes_period, value_of
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Said
from bizplan.domain.typed import Given, Nothing, Problem, Unclear
from financial_models.assumptions import Grade

RENT, NEED, GROWTH = QUESTIONS["household.expenses.rent"], QUESTIONS["idea.need"], QUESTIONS["household.expense_growth"]
SEASON, PRICE, BORN = QUESTIONS["products[].season"], QUESTIONS["products[].price"], QUESTIONS["applicant.born"]
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("amount", "period", "a_month"), [
    ("120", "week", 520), ("7200", "year", 600), ("650", "month", 650), ("650", "", 650), ("650", "fortnight", 650),
])
def test_an_amount_of_another_period_is_kept_in_that_of_its_question(amount, period, a_month):
    """€ 120 a week is 120 × 52 / 12 = € 520 a month."""
    kept, read = said(RENT, Fields((amount,), period), "en", TODAY)
    assert (kept.value, read) == (a_month, Given(a_month))


def test_the_fields_show_an_amount_in_the_period_in_which_it_was_said():
    kept, _read = said(RENT, Fields(("120",), "week"), "nl", TODAY)
    assert fields(RENT, kept, "nl") == Fields(("120",), "week")


def test_only_amounts_that_occur_again_take_a_period():
    assert takes_period(RENT)
    assert not takes_period(PRICE)
    assert not takes_period(GROWTH)


def test_an_amount_that_is_too_large_in_its_own_period_is_kept_as_typed():
    kept, read = said(RENT, Fields(("900000000",), "day"), "en", TODAY)
    assert isinstance(read, Problem)
    assert (kept.value, kept.text) == (None, ("900000000", "day"))
    assert fields(RENT, kept, "en") == Fields(("900000000",), "day")


def test_what_cannot_be_read_is_kept_as_typed_and_read_again_when_it_is_shown():
    kept, read = said(GROWTH, Fields(("a little",), evidence="3", note="So they say"), "en", TODAY)
    assert isinstance(read, Problem)
    assert kept == Said(("a little",), None, Grade(3), "So they say")
    assert reread(GROWTH, kept, "nl") == read
    assert reread(GROWTH, Said((), 0.02), "nl") == Nothing()


def test_a_number_with_two_meanings_is_kept_as_typed_without_a_value():
    kept, read = said(RENT, Fields(("1.250",)), "en", TODAY)
    assert isinstance(read, Unclear)
    assert sorted(read.readings) == [1.25, 1250]
    assert kept == Said(("1.250",), None)


def test_nothing_typed_is_nothing_said_but_that_it_is_not_known():
    assert said(RENT, Fields(("  ",)), "en") == (Said(), Nothing())
    assert said(RENT, Fields(("",), unknown=True), "en")[0] == Said(unknown=True)
    assert said(RENT, Fields(("3",), unknown=True), "en")[0] == Said(("3",), 3.0)


def test_only_numbers_rest_on_evidence():
    assert said(NEED, Fields(("Bread",), evidence="4", note="Seen"), "en")[0] == Said(("Bread",), "Bread")


@pytest.mark.parametrize("grade", ["0", "7", "-1", "one", "٣", " 3"])
def test_evidence_of_a_grade_that_does_not_exist_is_none(grade):
    assert said(RENT, Fields(("3",), evidence=grade), "en")[0].evidence is None


def test_a_number_is_shown_in_the_notation_of_the_reader_whoever_typed_it():
    kept, _read = said(RENT, Fields(("1250.50",)), "en", TODAY)
    assert fields(RENT, kept, "en").texts == ("1250.50",)
    assert fields(RENT, kept, "nl").texts == ("1250,50",)


def test_a_day_is_shown_as_a_field_for_days_takes_it():
    kept, _read = said(BORN, Fields(("4/3/1990",)), "nl", TODAY)
    assert fields(BORN, kept, "nl").texts == ("1990-03-04",)


def test_twelve_numbers_stay_twelve_fields():
    typed = ("0.5", "0.5", *["1"] * 8, "1.5", "1.5")
    kept, _read = said(SEASON, Fields(typed), "en", TODAY)
    assert kept.value == [0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1.5]
    assert fields(SEASON, kept, "en").texts == typed


def test_a_value_that_this_version_of_the_study_does_not_take_is_shown_as_it_was_typed():
    old = Said(("often",), "often")
    assert value_of(RENT, old) is None
    assert fields(RENT, old, "en").texts == ("often",)


def test_answers_are_the_same_however_they_were_typed_and_a_guess_is_what_nobody_chose():
    assert is_same(Said(("1.250,00",), 1250), Said(("1250",), 1250))
    assert is_same(Said((), 1250, Grade.GUESS), Said((), 1250))
    assert is_same(Said((), None, Grade.GUESS), Said())
    assert not is_same(Said((), 1250, Grade(2)), Said((), 1250))
    assert not is_same(Said(("a",), None), Said(("b",), None))
    assert not is_same(Said((), 1250), Said((), 1250, note="Seen"))
    assert not is_same(Said(unknown=True), Said())


def test_a_note_is_kept_so_that_a_plan_file_takes_it():
    kept, _read = said(RENT, Fields(("650",), note="In the lease,\r\npage 2.\x00"), "en")
    assert kept.note == "In the lease, page 2."
    plan = Plan("en", {("household.expenses.rent", ""): Answer(kept.value, kept.evidence, kept.note)}, {})
    assert plan_file.read(plan_file.write(plan)) == plan


def test_a_note_that_is_too_long_for_a_plan_file_is_kept_as_typed_and_said():
    """2,000 characters stand in a note; one of 2,001 is kept beside the number as it was typed, until it is shorter."""
    fitting, _read = said(RENT, Fields(("650",), note="n" * 2000), "en")
    assert (fitting.value, len(fitting.note)) == (650, 2000)
    kept, read = said(RENT, Fields(("650",), note="n" * 2001), "en")
    assert isinstance(read, Problem)
    assert (kept.text, kept.value, len(kept.note)) == (("650",), None, 2001)
    assert fields(RENT, kept, "en") == Fields(("650",), note="n" * 2001)
    assert reread(RENT, kept, "en") == read
