"""A plan knows its answers, its rows, and which questions it asks."""

import pytest

from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from financial_models.assumptions import Grade


def plan_of(answers=(), **rows):
    """A plan with these answers."""
    return Plan("nl", {at: Answer(value) for at, value in dict(answers).items()}, rows)


def asks(plan, key, row=""):
    """Whether a plan asks a question."""
    return plan.is_asked(QUESTIONS[key], row)


def test_a_question_without_an_answer_has_its_default_or_nothing():
    plan = plan_of()
    assert plan.answer("rules.legal_form") is None
    assert plan.value("rules.legal_form") == "sole_trader"
    assert plan.value("idea.offer") is None


def test_an_answer_that_does_not_say_what_it_rests_on_is_a_guess():
    assert Answer(3).grade is Grade.GUESS
    assert Answer(3, Grade.CONTRACT).grade is Grade.CONTRACT


def test_a_row_is_asked_what_follows_from_its_own_answers():
    plan = plan_of({("products[].sold_by", "cut"): "customers"}, products=("cut", "wig"))
    assert asks(plan, "products[].open_days", "cut")
    assert not asks(plan, "products[].units", "cut")
    assert asks(plan, "products[].units", "wig")


def test_a_question_is_asked_when_a_number_is_large_enough():
    assert not asks(plan_of(), "household.children_under_three")
    assert not asks(plan_of({("household.children", ""): 0}), "household.children_under_three")
    assert asks(plan_of({("household.children", ""): 1}), "household.children_under_three")


def test_a_plan_cannot_be_changed():
    plan = plan_of({("idea.offer", ""): "Bread"})
    with pytest.raises(TypeError):
        plan.answers["idea.offer", ""] = Answer("Cake")
    with pytest.raises(AttributeError):
        plan.language = "fr"


def test_a_key_that_no_question_has_is_an_error_of_the_program():
    with pytest.raises(KeyError):
        plan_of().value("idea.ofer")
