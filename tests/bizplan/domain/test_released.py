"""What leaves for a lender calculates to the same figures as the whole plan, and says less."""

import json
from dataclasses import replace
from datetime import date
from functools import cache

import jsonschema
import numpy as np
import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.calculation import built
from bizplan.domain.plan import Answer
from bizplan.domain.plan_file import PlanFileError
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness import readiness
from bizplan.domain.recipients import NOT_FOR_A_LENDER, Recipient, withheld
from bizplan.domain.released import released
from bizplan.domain.schema import schema
from financial_models import evaluate
from financial_models.assumptions import Grade
from financial_models.language import Input

DAY = date(2026, 11, 28)
OF_THE_HOUSEHOLD = ("household.income.", "household.expense.", "household.debt.")
ADDED_UP = {"household.incomes", "household.expenses", "household.instalments", "own_income.income",
            "partner_income.income"}
"""Sums of rows, which are the row itself where there is only one."""
HALF_A_CENT = 0.005


@cache
def whole(name):
    """An example as its people see it."""
    return plan_file.read(examples.text(name))


@cache
def cut(name):
    """The same as a lender gets it."""
    return released(whole(name), Recipient.LENDER)


@cache
def calculated(which, name):
    """An example, whole or cut, built and evaluated."""
    engine = built(which(name), DAY)
    return engine, evaluate(engine.model)


@pytest.fixture
def bakery():
    """The plan of a bakery."""
    return whole("bakery")


def with_answers(plan, answers):
    """The plan after a change."""
    return replace(plan, answers={**plan.answers, **{at: Answer(value) for at, value in answers.items()}})


@pytest.mark.parametrize("name", examples.names())
def test_every_line_outside_the_rows_of_the_household_is_the_same_to_the_cent(name):
    (engine, values), (other, others), compared = calculated(whole, name), calculated(cut, name), 0
    for line in engine.model.lines:
        if isinstance(line, Input) or line.key.startswith(OF_THE_HOUSEHOLD):
            continue
        there = other.model.by_key.get(line.key)
        if there is None:
            assert line.key in ADDED_UP, line.key
            continue
        gap = np.abs(np.nan_to_num(values.series(line)) - np.nan_to_num(others.series(there)))
        assert float(gap.max()) < HALF_A_CENT, line.key
        compared += 1
    assert compared > 700
    assert {"household.outgoings", "household.need"} <= set(other.model.by_key)


@pytest.mark.parametrize("name", examples.names())
@pytest.mark.parametrize("recipient", Recipient)
def test_the_cut_is_a_plan_file_that_reads_back_as_itself(name, recipient):
    made = released(whole(name), recipient)
    text = plan_file.write(made)
    assert plan_file.read(text) == made
    jsonschema.validate(json.loads(text), schema())


@pytest.mark.parametrize("name", examples.names())
def test_cutting_again_changes_nothing(name):
    assert released(cut(name), Recipient.LENDER) == cut(name)
    assert released(cut(name), Recipient.SELF) == cut(name), "nobody can put back what is not in it"


@pytest.mark.parametrize("name", examples.names())
def test_its_own_people_see_the_whole_plan(name):
    made, plan = released(whole(name), Recipient.SELF), whole(name)
    gone = set(plan.answers) - set(made.answers)
    assert all(key.startswith("competences.entrecomp.") and key.endswith("_coach") for key, _row in gone)
    assert made.rows == plan.rows and not made.is_in_totals


@pytest.mark.parametrize("name", examples.names())
def test_no_line_of_the_household_and_nothing_withheld_is_in_it(name):
    made = cut(name)
    assert not {key for key, _row in made.answers} & withheld(Recipient.LENDER)
    assert {key for key, _row in made.answers if key.startswith("household.expenses.")} == set()
    assert not [key for key, _row, _language in made.translations if key.startswith(("household.", "competences.acti"))]
    notes = [answer.note for (key, _row), answer in made.answers.items() if key.startswith("household.")]
    assert not any(notes)
    assert set(made.row_ids("household.other_expenses")) <= {"total"}
    assert set(made.row_ids("household.incomes")) <= {"total", "partner"}


def test_the_incomes_and_expenses_of_the_bakery_are_added_up(bakery):
    made = cut("bakery")
    spent = [answer.value for (key, _row), answer in bakery.answers.items()
             if key.startswith("household.expenses.") or key == "household.other_expenses[].amount"]
    assert made.value("household.other_expenses[].amount", "total") == pytest.approx(sum(spent)) == 3180
    before = sum(bakery.value("household.incomes[].before", row) for row in bakery.row_ids("household.incomes"))
    assert made.value("household.incomes[].before", "total") == before == 3442
    assert made.value("household.incomes[].taxable_before", "partner") == 1640, "the tax sees a partner apart"
    assert made.value("household.incomes[].before", "partner") == 0


def test_a_total_rests_on_the_weakest_of_its_parts(bakery):
    place = ("household.expenses.food", "")
    guessed = replace(bakery, answers={**bakery.answers, place: Answer(600, Grade.GUESS, "Amal guessed it")})
    made = released(guessed, Recipient.LENDER)
    assert made.answer("household.other_expenses[].amount", "total").evidence is Grade.GUESS
    assert "guessed it" not in plan_file.write(made)


def test_debts_stand_together_by_the_month_in_which_they_end(bakery):
    row = bakery.row_ids("household.debts")[0]
    more = replace(bakery, rows={**bakery.rows, "household.debts": (row, "friend", "shop")})
    until = bakery.value("household.debts[].until", row)
    more = with_answers(more, {
        ("household.debts[].name", "friend"): "A friend called Zohra", ("household.debts[].instalment", "friend"): 30,
        ("household.debts[].until", "friend"): until, ("household.debts[].balance", "friend"): 300,
        ("household.debts[].name", "shop"): "Coolblue", ("household.debts[].instalment", "shop"): 12})
    made = released(more, Recipient.LENDER)
    assert set(made.row_ids("household.debts")) == {"open", "until_2028_04"}
    assert made.value("household.debts[].instalment", "until_2028_04") == 118 + 30
    assert made.value("household.debts[].balance", "until_2028_04") == 1880 + 300
    assert "Zohra" not in plan_file.write(made) and "Coolblue" not in plan_file.write(made)


@pytest.mark.parametrize("name", examples.names())
def test_the_findings_name_no_line_of_the_household_and_ask_for_none(name):
    ready = readiness(cut(name), *calculated(cut, name), DAY)
    asked = {place.key for finding in ready.findings for place in finding.places}
    lines = {"household.expenses.rent", "household.expenses.food", "household.expenses.other"}
    assert not asked & withheld(Recipient.LENDER) - lines, "three blockers name the lines to begin with"
    missing = {place.key for each in ready.sections for place in each.missing}
    assert not missing & withheld(Recipient.LENDER)


@pytest.mark.parametrize("name", examples.names())
def test_what_was_found_about_the_figures_is_found_in_the_cut_as_well(name):
    both = [readiness(plan, *figures, DAY) for plan, figures in (
        (whole(name), calculated(whole, name)), (cut(name), calculated(cut, name)))]
    (whole_signals, cut_signals) = ([(each.key, each.light) for each in ready.signals] for ready in both)
    assert whole_signals == cut_signals
    rules = [{finding.rule for finding in ready.findings} for ready in both]
    assert rules[1] <= rules[0], "and nothing is found that is only for want of a line"


def test_answers_to_what_is_not_asked_any_more_do_not_leave(bakery):
    stale = with_answers(bakery, {("household.married", ""): False, ("household.partner_earned_before", ""): 4321})
    assert "household.partner_earned_before" not in {key for key, _row in released(stale, Recipient.LENDER).answers}


def test_a_disability_leaves_only_where_the_tax_needs_it(bakery):
    for said, leaves in ((True, True), (False, False)):
        made = released(with_answers(bakery, {("household.disabled", ""): said}), Recipient.LENDER)
        assert (made.answer("household.disabled") is not None) is leaves


def test_what_a_coach_rated_leaves_only_once_both_rated(bakery):
    keys = [f"competences.entrecomp.vision.{each}" for each in ("first", "second")]
    own = with_answers(bakery, {(key, ""): 4 for key in keys})
    rated = with_answers(own, {(f"{key}_coach", ""): 2 for key in keys})
    apart = replace(rated, answers={at: answer for at, answer in rated.answers.items() if at[0] != keys[1]})
    for recipient in Recipient:
        assert released(rated, recipient).value(f"{keys[0]}_coach") == 2
        assert released(apart, recipient).value(f"{keys[0]}_coach") is None


def test_a_lease_of_the_home_is_still_asked_for_where_rent_is_paid(bakery):
    open_ = replace(bakery, answers={at: answer for at, answer in bakery.answers.items()
                                     if at[0] != "planning.papers.home_lease"})
    assert released(open_, Recipient.LENDER).value("planning.papers.home_lease") == "missing"
    free = with_answers(open_, {("household.expenses.rent", ""): 0})
    assert released(free, Recipient.LENDER).value("planning.papers.home_lease") is None


def test_the_list_of_what_a_lender_is_not_shown_names_questions_that_exist():
    for each in NOT_FOR_A_LENDER:
        assert each in QUESTIONS or any(key.startswith(each) for key in QUESTIONS), each


@pytest.mark.parametrize(("told", "sentence"), [
    ('"lender"', 'released is "lender": write for whom the plan was cut between braces.'),
    ('{}', "released.for is missing: write one of self, lender."),
    ('{"for": "bank"}', 'released.for is "bank": choose one of self, lender.'),
    ('{"for": "lender", "to": 1}', 'released is "to": choose from for, on, revision, sign_off, engine, law, more.'),
    ('{"for": "lender", "on": "yesterday"}', 'released.on is "yesterday": write an existing day as 2027-03-31.'),
    ('{"for": "lender", "revision": -1}', "released.revision is -1: write a whole number."),
    ('{"for": "lender", "law": "new"}', 'released.law is "new": write 16 digits and letters a to f.'),
    ('{"for": "lender", "for": "self"}', "released.'for' stands here twice: keep one of the two."),
])
def test_a_file_that_says_wrongly_for_whom_it_is_is_refused(told, sentence):
    with pytest.raises(PlanFileError) as refused:
        plan_file.read(f'{{"format": 1, "language": "nl", "released": {told}}}')
    assert str(refused.value) == sentence
