"""A month that somebody gave is a month of the plan, also where a test phase comes first."""

import pytest

from financial_models.assumptions import CasualWork, Cost, Employee, Levers, TestPhase, Timeline
from tests.financial_models.blocks.single_blocks import Numbers


def trial(**more) -> Numbers:
    """A plan that begins with two months of trial; the own business runs from month 3."""
    return Numbers.of(timeline=Timeline(2026, 1), test_phase=TestPhase(2, 0.1), **more)


def begins(numbers: Numbers, line: str) -> int:
    """The first month in which a line is not nothing."""
    return min(numbers.months_of(line))


@pytest.mark.parametrize(("said", "delay", "paid"), [(1, 0, 3), (3, 0, 3), (5, 0, 5), (3, 2, 5), (5, 2, 7)])
def test_rent_that_begins_with_the_business_is_paid_from_the_month_that_was_given(said, delay, paid):
    """Never in the trial; a delay moves it."""
    numbers = trial(costs=(Cost("rent", "Rent", 900, from_month=said, waits=True),), levers=Levers(delay=delay))
    assert begins(numbers, "cost.rent.paid") == paid


def test_a_cost_of_the_calendar_is_paid_in_the_trial_too():
    """Month 1 is month 1."""
    assert begins(trial(costs=(Cost("phone", "Telephone", 30),)), "cost.phone.paid") == 1


def test_a_quarterly_cost_that_waits_is_paid_from_the_own_start_and_each_quarter_after():
    """Months 3, 6 and 9."""
    numbers = trial(costs=(Cost("stall", "Stall", 168, every=3, waits=True),))
    assert list(numbers.months_of("cost.stall.paid"))[:3] == [3, 6, 9]


@pytest.mark.parametrize(("said", "delay", "works"), [(1, 0, 3), (7, 0, 7), (7, 2, 9)])
def test_people_work_from_the_month_that_was_given_and_never_in_the_trial(said, delay, works):
    """An employee and a student alike."""
    numbers = trial(
        employees=(Employee("shop", "Shop", 2300, from_month=said),), levers=Levers(delay=delay),
        casual_work=(CasualWork("student", "Student", 22, 15.8, from_month=said),))
    assert begins(numbers, "employee.shop.wage") == begins(numbers, "casual_work.student.cost") == works


def test_an_employee_leaves_after_the_month_that_was_given():
    """From month 4 through month 6."""
    numbers = trial(employees=(Employee("summer", "Summer", 2300, from_month=4, until_month=6),))
    assert list(numbers.months_of("employee.summer.wage")) == [4, 5, 6]
