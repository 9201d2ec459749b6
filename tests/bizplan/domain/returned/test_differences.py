"""Each cell that was changed leads to the answer behind it, or says why none follows from it."""

from datetime import date
from functools import cache

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.calculation import built
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from bizplan.domain.returned import (
    Cells,
    Changed,
    Left,
    Misplaced,
    Origin,
    Trouble,
    Why,
    Wrong,
    differences,
    fingerprint,
    numbers_of,
)

DAY = date(2027, 1, 18)
PRICE, RATE, SEASON = "demand.flat.price", "loan.micro.rate", "demand.flat.season"


@cache
def plan(name="bakery"):
    return plan_file.read(examples.text(name))


@cache
def inputs(name="bakery"):
    return dict(numbers_of(built(plan(name), DAY).model))


def found(changes, name="bakery", **more):
    """What a workbook of an example says after these changes: numbers, a trouble, or None where its cells are gone."""
    told = {key: Cells(numbers, place=f"Inputs!{key}") for key, numbers in inputs(name).items()}
    for key, value in changes.items():
        told[key] = Cells(trouble=value, place="Inputs!C5") if isinstance(value, Trouble) else Cells(
            tuple(value) if isinstance(value, list) else (value,), place="Inputs!C5")
        if value is None:
            del told[key]
    origin = Origin(9, "nl", DAY, fingerprint(numbers_of(built(plan(name), DAY).model)))
    return differences(plan(name), origin, told, str, **more)


def only(changes, **more):
    each, = found(changes, **more)
    return each


def why(changes, **more):
    left = only(changes, **more)
    assert isinstance(left, Left)
    return left.why


@pytest.mark.parametrize("name", examples.names())
def test_a_workbook_that_nobody_changed_says_what_the_plan_says(name):
    assert found({}, name) == ()


def test_a_price_a_share_and_twelve_months_go_back_in_the_unit_of_their_question():
    price, season, rate = found({PRICE: 3.2, RATE: 0.0725, SEASON: [1.0] * 11 + [2.0]})
    assert (price.question.key, price.row, price.then, price.told) == ("products[].price", "flat", 3.4, 3.2)
    assert (rate.question.key, rate.row, rate.told) == ("loans[].rate", "micro", 0.0725)
    assert (season.question.key, season.told) == ("products[].season", (1.0,) * 11 + (2.0,))


def test_months_go_back_as_whole_numbers():
    grace = only({"loan.micro.grace": 4.0})
    assert (grace.question.key, grace.told, type(grace.told)) == ("loans[].grace", 4, int)


def test_an_answer_that_nobody_gave_can_be_given_in_the_workbook():
    late = only({"sales.flat.late_3": 0.05})
    assert (late.question.key, late.then, late.told) == ("products[].paid_after_3", None, 0.05)


def test_a_legal_figure_that_holds_only_until_somebody_answers_goes_back_too():
    index = only({next(key for key in inputs() if key.startswith("contributions.") and key.endswith(".index")): 1.02})
    assert (index.question.key, index.then, index.told) == ("rules.income_index", None, 1.02)


def test_what_a_spreadsheet_adds_in_the_last_digit_is_no_difference_and_no_part_of_an_answer():
    assert found({PRICE: 3.4000000000000004}) == ()
    assert only({PRICE: 0.1 + 0.2}).told == 0.3


def test_one_answer_behind_many_cells_is_taken_where_all_of_them_say_the_same():
    cells = [key for key in inputs() if key.startswith("household.") and key.endswith(".growth")]
    assert len(cells) > 10
    growth = only(dict.fromkeys(cells, 0.03))
    assert (growth.question.key, growth.told) == ("household.expense_growth", 0.03)
    left = only({cells[0]: 0.03})
    assert (left.why, left.question.key) == (Why.SEVERAL, "household.expense_growth")


def test_a_figure_of_law_is_told_and_not_taken():
    law = next(key for key in inputs() if key.startswith("law."))
    assert why({law: [each + 1 for each in inputs()[law]]}) is Why.LAW


def test_what_follows_from_other_answers_is_told_with_the_answer_near_it():
    left = only({"cost.rent.includes_vat": 1.0 - inputs()["cost.rent.includes_vat"][0]})
    assert left.why is Why.CALCULATED
    assert (left.question.group, left.row) == ("costs", "rent")
    assert left.place == "Inputs!C5" and left.label


def test_what_is_fixed_in_a_workbook_is_told_with_its_answer():
    left = only({"loan.micro.first": inputs()["loan.micro.first"][0] + 1})
    assert (left.why, left.question.key, left.row) == (Why.FIXED, "loans[].month", "micro")


def test_the_levers_are_no_part_of_the_plan_whatever_stands_in_them():
    assert why({"levers.delay": 3.0}) is Why.SCENARIO
    assert found({"levers.delay": Trouble.FORMULA}) == ()


def test_a_question_for_coaches_is_answered_by_a_coach_only():
    key = next(key for key in inputs() if key.endswith(".due_month") and key.startswith("contributions."))
    changed = {key: 10.0 if inputs()[key][0] != 10.0 else 9.0}
    assert isinstance(only(changed), Changed)
    assert why(changed, coach=False) is Why.COACH


@pytest.mark.parametrize("number", [-1.0, 1e12, 1e300])
def test_a_number_that_the_question_does_not_take_is_told(number):
    assert why({PRICE: number}) is Why.VALUE


def test_half_a_month_is_told():
    assert why({"loan.micro.months": 36.5}) is Why.VALUE


@pytest.mark.parametrize("trouble", Trouble)
def test_a_cell_that_holds_no_number_is_told_with_its_question(trouble):
    left = only({PRICE: trouble})
    assert (left.why, left.trouble, left.question.key, left.row) == (Why.CELL, trouble, "products[].price", "flat")


def test_another_number_of_cells_than_the_input_has_is_a_name_that_leads_elsewhere():
    assert only({SEASON: [1.0] * 11}).trouble is Trouble.MOVED
    assert only({PRICE: [1.0, 2.0]}).trouble is Trouble.MOVED


def test_cells_that_are_gone_are_told_once_for_each_row_of_the_plan():
    gone = {key: None for key in inputs() if key.startswith("cost.rent.")}
    assert len(gone) > 5
    left = only(gone)
    assert (left.why, left.question.group, left.row) == (Why.GONE, "costs", "rent")


def test_inputs_that_the_plan_does_not_have_change_nothing():
    assert found({"cost.unheard_of.amount": 5.0}) == ()


def test_a_workbook_with_none_of_the_inputs_says_nothing():
    with pytest.raises(Misplaced) as raised:
        found(dict.fromkeys(inputs()))
    assert raised.value.wrong is Wrong.UNSAID


def test_a_workbook_made_with_other_numbers_than_the_plan_has_is_of_another_version():
    origin = Origin(9, "nl", DAY, fingerprint([("some", [1.0])]))
    with pytest.raises(Misplaced) as raised:
        differences(plan(), origin, {}, str)
    assert raised.value.wrong is Wrong.OTHER_VERSION


def test_totals_in_the_workbook_of_a_lender_are_told_and_never_taken_and_the_rest_goes_back():
    cut = released(plan(), Recipient.LENDER)
    made = dict(numbers_of(built(cut, DAY).model))
    origin = Origin(9, "nl", DAY, fingerprint(made.items()), Recipient.LENDER)
    spent = next(key for key in made if ".total." in key and made[key][0] > 0)
    cells = {key: Cells(numbers, place=f"Inputs!{key}") for key, numbers in made.items()}
    cells |= {spent: Cells((1.0,), place="Inputs!C5"), PRICE: Cells((3.2,), place="Inputs!C6")}
    price, total = differences(cut, origin, cells, str)
    assert (price.question.key, price.told) == ("products[].price", 3.2)
    assert (type(total), total.why) == (Left, Why.CALCULATED)
