"""The household budget with its yearly bills and forgotten lines."""

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.aids.household_budget import BILLS, Budget, budget_of, household_budget
from bizplan.domain.aids.slip import DoesNotFit
from bizplan.domain.readiness.rules.household import EXPENSES
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

RENT, TRANSPORT, ENERGY = (f"household.expenses.{name}" for name in ("rent", "transport", "energy"))


def test_a_car_tax_of_240_a_year_is_20_a_month_in_the_line_of_the_car():
    found = household_budget(Budget({RENT: 700, TRANSPORT: 80}, {"car_tax": 240, "car_upkeep": 360}))
    assert (found.total, found.bills) == (830, 50)
    assert dict(found.proposes) == {TRANSPORT: 130}
    assert ("Car tax: € 240.00 a year, in a month", "€ 20.00") in said(found)
    assert said(found)[-1] == ("The whole budget of a month, debts apart", "€ 830.00")
    assert remarked(found)[0] == "Take this over once: after that the yearly bills are in the lines of the month."
    assert is_whole(found)


def test_a_line_without_answer_takes_what_its_bill_comes_to():
    assert dict(household_budget(Budget({}, {"energy_settlement": 100})).proposes) == {ENERGY: 8.33}


def test_lines_that_are_empty_are_named_and_zero_is_an_answer():
    found = household_budget(Budget({key: 0.0 for key in EXPENSES if key != "household.expenses.remittances"}))
    assert found.empty == ("household.expenses.remittances",)
    assert remarked(found)[0] == "Sent to family abroad is still empty. If you pay nothing for it, write 0."


@pytest.mark.parametrize(("reference", "sentence"), [
    (1000, "This is € 300.00 a month less than the reference budget. Is something missing?"),
    (600, "This is € 100.00 a month more than the reference budget. That is no mistake: say why."),
    (0, "Your coach can look up a reference budget for a family like yours."),
])
def test_the_budget_is_compared_with_the_reference_budget(reference, sentence):
    assert remarked(household_budget(Budget({RENT: 700}, reference=reference)))[-1] == sentence


def test_the_budget_of_a_plan_is_read_with_its_own_lines():
    plan = plan_file.read(examples.text("bakery"))
    budget = budget_of(plan)
    rows = plan.row_ids("household.other_expenses")
    own = sum(plan.value("household.other_expenses[].amount", row) for row in rows)
    assert budget.months[RENT] == plan.value(RENT)
    assert household_budget(budget).total == pytest.approx(
        sum(plan.value(key) or 0 for key in EXPENSES) + own)


def test_each_bill_has_a_line_of_its_own_in_the_budget():
    assert {bill.line for bill in BILLS} <= set(EXPENSES)
    assert len({bill.key for bill in BILLS}) == len(BILLS)


def test_unknown_lines_and_amounts_below_nothing_are_refused():
    with pytest.raises(LookupError, match="no line and no bill 'yacht'"):
        Budget({}, {"yacht": 1})
    with pytest.raises(DoesNotFit, match="car_tax"):
        Budget({}, {"car_tax": -1})
