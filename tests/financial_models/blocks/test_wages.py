"""Employees: a year worked out by hand, and debts that close to the cent."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from financial_models.assumptions import CasualWork, Employee, TestPhase
from financial_models.assumptions import Timeline as Months
from financial_models.blocks.timeline import Timeline
from financial_models.blocks.wages import casual_work_block, employee_block
from financial_models.language import Model, Span
from financial_models.readers.values import evaluate
from tests.financial_models.blocks.single_blocks import Numbers


class Work:
    """An employee in numbers."""

    def __init__(self, employee: Employee, start: tuple[int, int] = (2026, 1), cost_factor: float = 1.0,
                 delay: float = 0.0):
        span = Span(*start, 60)
        timeline = Timeline("timeline", first_month=start[1], horizon=60, test_months=0, delay=delay)
        self.block = employee_block(employee, timeline, cost_factor, span)
        self.values = evaluate(Model(span, timeline, self.block))

    def __getattr__(self, name: str):
        return self.values.series(getattr(self.block, name))


def baker(gross: float = 2400, **more) -> Employee:
    return Employee("baker", "Baker", gross, insurance=0.01, **more)


def test_a_month_by_hand():
    """2,400: 13.07 % is 313.68, the rest 2,086.32 is taxed at 20 %, 417.26; net 1,669.06. Employer 25 %: 600."""
    work = Work(baker())
    assert (work.worker_nsso[0], work.withheld[0], work.net_paid[0]) == (313.68, 417.26, pytest.approx(1669.06))
    assert (work.employer_nsso[0], work.premium[0]) == (600, 24)


def test_each_is_paid_in_its_own_month():
    """The tax of January in February; the contributions of January to March, 3 × 913.68 = 2,741.04, in April."""
    work = Work(baker())
    assert list(work.withheld_paid[:2]) == [0, 417.26]
    assert list(work.nsso_paid[:3]) == [0, 0, 0]
    assert work.nsso_paid[3] == pytest.approx(2741.04)


def test_the_cost_of_a_year_by_hand():
    """2,400 × (12 + 1 + 0.92) + 25 % × 2,400 × 13 + 1 % × 2,400 × 13 = 33,408 + 7,800 + 312 = 41,520."""
    assert Work(baker()).cost[:12].sum() == pytest.approx(41_520)


def test_the_first_employee_costs_less():
    """Contributions of a quarter: 1,800, below the limit of 3,100 (to June 2026) and of 2,000 (from July 2026).

    In the last quarter they are 2,400 with the thirteenth month, of which 2,000 is taken off: 3 × 1,800 + 2,000.
    """
    work = Work(baker(hire=1))
    assert list(work.reduction[:12]) == [0, 0, 1800, 0, 0, 1800, 0, 0, 1800, 0, 0, 2000]
    assert work.cost[:12].sum() == pytest.approx(41_520 - 7400)


def test_the_limit_is_that_of_its_date():
    """5,000 a month: 3,750 a quarter; the limit is 3,100 to June 2026 and 2,000 from July 2026."""
    work = Work(baker(5000, hire=1, thirteenth_month=False))
    assert list(work.reduction[[2, 5, 8, 11]]) == [3100, 3100, 2000, 2000]


PART_TIME = [(1.0, 3100), (0.8, 3100), (0.5, 1550), (0.275, 852.5), (0.25, 0)]


@pytest.mark.parametrize(("time_share", "reduction"), PART_TIME)
def test_part_time_reduces_the_limit(time_share, reduction):
    """3,100 whole from 80 % of full time, nothing below 27.5 %, in proportion between them."""
    assert Work(baker(20_000, hire=1, time_share=time_share)).reduction[2] == pytest.approx(reduction)


def test_a_quarter_that_is_not_worked_whole_counts_in_part():
    """From March: a third of the quarter, 1,033.33 of 3,100."""
    assert Work(baker(20_000, hire=1, from_month=3)).reduction[2] == pytest.approx(1033.33)


def test_the_reduction_for_a_second_employee_ends():
    """Hired in September 2026: 1,000 a quarter for twelve quarters, of which the first was worked for one month."""
    reduction = Work(baker(20_000, hire=2, from_month=9)).reduction
    assert reduction[8] == pytest.approx(333.33)
    assert list(reduction[11:44:3]) == [1000] * 11
    assert reduction[44:].sum() == 0


def test_the_steps_of_a_second_employee_hired_before_july_2026():
    """1,550 for five quarters, 1,050 for four, 450 for four."""
    reduction = Work(baker(20_000, hire=2)).reduction
    assert list(reduction[2::3][:14]) == [1550] * 5 + [1050] * 4 + [450] * 4 + [0]


def test_bonuses_follow_the_months_worked():
    """From September 2026: thirteenth month 2,400 × 4 ÷ 12 = 800; double holiday pay 2,208 × 4 ÷ 12 = 736 in May."""
    work = Work(baker(from_month=9))
    assert (work.thirteenth_paid[11], work.holiday_paid[16]) == (800, 736)
    assert work.holiday_owed[11] == pytest.approx(736)
    assert work.holiday_owed[16] == pytest.approx(5 * 184)
    assert work.thirteenth_paid[23] == 2400


def test_a_raise_is_in_what_is_owed():
    """4 % more from the second year: double holiday pay of May 2027 is 2,400 × 1.04 × 92 %."""
    assert Work(baker(growth=0.04)).holiday_paid[16] == pytest.approx(2296.32)


def test_an_employee_begins_with_the_business():
    assert np.flatnonzero(Work(baker(from_month=3), delay=2.0).wage)[0] == 4


def test_who_has_left_is_still_paid_what_was_earned():
    work = Work(baker(until_month=6))
    assert work.wage[6:].sum() == 0
    assert (work.thirteenth_paid[11], work.holiday_paid[16]) == (1200, 1104)
    assert work.owed[17:] == pytest.approx(0)


def test_who_is_hired_after_the_test_phase_is_hired_by_the_law_of_that_day():
    """Eight months of trial from March 2026: the second hire of November has 1,000 a quarter, not 1,550 of before July.

    Two of the three months of the last quarter are worked: 666.67.
    """
    numbers = Numbers.of(timeline=Months(2026, 3), test_phase=TestPhase(8), employees=(baker(4000, hire=2),))
    assert list(numbers.months_of("employee.baker.reduction").items())[:2] == [(10, 666.67), (13, 1000)]


def test_casual_work_is_paid_by_the_hour():
    """20 hours at 15 from the second month: 300."""
    span = Span(2026, 1, 36)
    timeline = Timeline("timeline", first_month=1, horizon=36, test_months=0, delay=0)
    block = casual_work_block(CasualWork("s", "Student", 20, 15, from_month=2), timeline, 1.0)
    assert list(evaluate(Model(span, timeline, block)).series(block.cost)[:3]) == [0, 300, 300]


@st.composite
def employees(draw: st.DrawFn) -> Employee:
    first = draw(st.integers(1, 40))
    return baker(draw(st.floats(0, 10_000)), time_share=draw(st.floats(0, 1)), from_month=first,
                 until_month=draw(st.sampled_from([0, first, first + 7])), growth=draw(st.floats(-0.1, 0.2)),
                 withholding=draw(st.floats(0, 0.5)), thirteenth_month=draw(st.booleans()),
                 hire=draw(st.integers(0, 6)))


@given(employees(), st.integers(1, 12), st.floats(0, 2), st.integers(0, 6))
def test_what_is_charged_and_not_paid_is_owed(employee, first_month, cost_factor, delay):
    work = Work(employee, (2026, first_month), cost_factor, float(delay))
    change = np.diff(work.owed, prepend=0)
    assert work.cost - work.paid == pytest.approx(change, abs=1e-6)
    assert (work.owed >= -1e-6).all()
    if employee.until_month and employee.until_month + delay < 40:
        assert work.owed[-1] == pytest.approx(0, abs=1e-6)
