"""The worked example: € 10,000 at 8 % over 36 months instead of € 15,000 at 12.13 % over 48, 3 with interest only."""

from dataclasses import replace
from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.coaching.moved_figures import movements, standing
from bizplan.domain.importing import imported
from bizplan.domain.lending.compared import differing, instalment, supposing
from bizplan.domain.lending.granted import compared
from bizplan.domain.lending.summary import asked_loan, summary
from bizplan.domain.lending.verdicts import Terms
from bizplan.domain.plan import Answer
from bizplan.domain.revisions import Record
from financial_models.assumptions import Grade

DAY, TEN = date(2026, 11, 28), Terms(10_000.0, 0.08, 36)


@pytest.fixture(scope="module")
def study():
    """The plan of the bakery."""
    return plan_file.read(examples.text("bakery"))


@pytest.fixture(scope="module")
def record(study):
    """The same as its revisions leave it."""
    return Record.of(study.language, [replace(each, sequence=at) for at, each in enumerate(imported(study), 1)])


def test_the_terms_stand_beside_those_of_the_loan_that_was_asked_for(record):
    those = compared(record, "microstart", TEN)
    assert [(each.question.key, each.now.value, each.becomes.value) for each in those] == [
        ("loans[].amount", 15_000, 10_000), ("loans[].rate", 0.1213, 0.08), ("loans[].months", 48, 36),
        ("loans[].grace", 3, 0)]


def test_the_instalments_are_those_of_the_formula(record):
    those = compared(record, "microstart", TEN)
    after, row = supposing(record, those), those[0].row
    month = 0.08 / 12
    assert instalment(after.plan, row, DAY) == pytest.approx(10_000 * month / (1 - (1 + month) ** -36), abs=0.005)
    month = 0.1213 / 12
    assert instalment(record.plan, row, DAY) == pytest.approx(15_000 * month / (1 - (1 + month) ** -45), abs=0.005)


def test_the_cash_falls_by_what_is_not_lent_less_the_fee_that_is_not_paid(record):
    after = supposing(record, compared(record, "microstart", TEN))
    moved = {each.key: each for each in movements(standing(record.plan, DAY), standing(after.plan, DAY))}
    cash = moved["lowest_cash"].values
    assert cash["before"].amount - cash["after"].amount == pytest.approx(5_000 - 0.05 * 5_000)
    assert cash["after"].amount == pytest.approx(-1_782.60, abs=0.005)


def test_once_they_rest_on_a_contract_nothing_differs(record):
    after = supposing(record, compared(record, "microstart", TEN))
    those = compared(after, "microstart", TEN)
    assert differing(those) == () and {each.now.evidence for each in those} == {Grade.CONTRACT}


def test_the_same_terms_without_a_contract_still_differ(record):
    as_asked = Terms(15_000.0, 0.1213, 48, 3)
    assert len(differing(compared(record, "microstart", as_asked))) == 4


def test_a_loan_of_the_lender_comes_before_another_that_is_asked_for(study):
    other = study.row_ids("loans")[1]
    both = replace(study, answers={**study.answers, ("loans[].asked", other): Answer(True)})
    assert asked_loan(both, "family") == other
    assert asked_loan(both, "microstart") == asked_loan(both, "credal") == study.row_ids("loans")[0]


def test_without_a_loan_there_is_nothing_to_compare_and_the_summary_says_no_amount(study):
    none = replace(study, rows={**study.rows, "loans": ()})
    assert asked_loan(none, "microstart") == "" and summary(none, "microstart").amount == 0
    assert compared(Record(study.language), "microstart", TEN) == ()


def test_the_summary_says_who_asks_how_much_for_what(study):
    told = summary(study, "microstart")
    assert (told.name, told.activity, told.amount, told.months) == (
        "Samira H.", "Bakkerij Zeven Zaden", 15_000.0, 48)
    assert type(told).from_document(told.as_document()) == told
