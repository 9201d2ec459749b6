"""Rates of return and the real cost of loans, against published figures and other libraries."""

import numpy as np
import numpy_financial
import pytest
import pyxirr
from hypothesis import assume, given
from hypothesis import strategies as st

from financial_models import appraisal
from financial_models.appraisal import (
    NotDefined,
    apr,
    irr,
    lenders_tax_credit,
    loan_schedule,
    npv,
    payback,
    project_return,
)
from financial_models.assumptions import Loan
from financial_models.language import Span


def loan(amount: float = 10_000, rate: float = 0.06, months: int = 36, **more) -> Loan:
    return Loan("a", "A loan", amount, rate, months, **more)


MICROSTART = [(1000, 0.0995, 3, 0.505), (15_000, 0.0895, 18, 0.169), (15_000, 0.0895, 30, 0.140),
              (24_000, 0.0795, 40, 0.104)]


@pytest.mark.parametrize(("amount", "rate", "months", "published"), MICROSTART)
def test_the_real_cost_of_microcredit(amount, rate, months, published):
    """microStart's old tariff with its fee of 5 %, at most 750: the effective rates computed from its examples."""
    assert apr(loan(amount, rate, months, fee=0.05, fee_cap=750)) == pytest.approx(published, abs=0.0005)


def test_without_a_fee_the_actuarial_rate_is_the_real_cost():
    assert apr(loan(rate=0.06, actuarial=True)) == pytest.approx(0.06, abs=1e-5)
    assert apr(loan(rate=0.12)) == pytest.approx(1.01 ** 12 - 1, abs=1e-5)
    assert apr(loan(rate=0.0)) == pytest.approx(0, abs=1e-9)
    assert apr(loan(rate=0.06, existing=True)) == pytest.approx(1.005 ** 12 - 1, abs=1e-5)


def test_flat_interest_costs_nearly_double():
    """10 % flat over 12 months: 12 payments of 91.67 for 1,000 are 1.4977 % a month, 19.5 % a year."""
    monthly = numpy_financial.rate(12, -91.67, 1000, 0)
    assert apr(loan(1000, 0.10, 12, kind="flat")) == pytest.approx((1 + monthly) ** 12 - 1, abs=2e-4)


def test_nothing_borrowed_has_no_rate():
    assert isinstance(apr(loan(0.0)), NotDefined)


def test_a_schedule_runs_to_its_last_payment():
    """10,000 at 12.13 % over 36 months, drawn in month 58: the last payment, 332.89, is in month 94."""
    schedule = loan_schedule(loan(10_000, 0.1213, 36, month=58, fee=0.05))
    assert (schedule.payments[0].month, schedule.payments[0].drawn, schedule.payments[0].fee) == (58, 10_000, 500)
    assert (schedule.payments[-1].month, schedule.payments[-1].balance) == (94, 0)
    assert schedule.payments[-1].instalment == pytest.approx(332.89)
    assert schedule.total_interest == pytest.approx(1979.49)
    assert schedule.total_cost == pytest.approx(2479.49)


def test_the_tax_credit_of_a_friend_who_lends():
    """Winwinlening, 10,000 over 5 years at once, from 1 July: 125, 250, 250, 250, 250, 125."""
    lent = loan(10_000, 0.03, 60, kind="interest_only", month=7, source="winwin")
    credits = lenders_tax_credit(lent, Span(2026, 1, 36))
    assert credits == {2026: 125, 2027: 250, 2028: 250, 2029: 250, 2030: 250, 2031: 125}


# Rates of return.

def test_a_rate_is_not_defined_where_nothing_goes_out_or_comes_back():
    assert irr([]) is appraisal.NOTHING_IN
    assert irr([0, 0]) is appraisal.NOTHING_IN
    assert irr([-5, -5]) is appraisal.NOTHING_IN
    assert irr([5, 5]) is appraisal.NOTHING_OUT


def test_a_rate_is_not_defined_where_several_would_do():
    """−100, 230, −132: 10 % and 20 % a month both do."""
    assert irr([-100, 230, -132]) is appraisal.SEVERAL


def test_a_second_investment_does_not_always_hinder():
    """−100, −50 after some earnings: what has come in less what has gone out turns once, so one rate does."""
    flows = [-100, 30, -10, *[20] * 12]
    assert irr(flows) == pytest.approx((1 + numpy_financial.irr(flows)) ** 12 - 1)


def test_a_loss_has_a_rate_below_nothing():
    """100 put in, 50 back after a year: −50 %."""
    assert irr([-100, *[0] * 11, 50]) == pytest.approx(-0.5)
    assert irr([-1000, 1e-9]) == pytest.approx(-1)


def test_a_rate_may_be_too_large():
    assert irr([-1e-9, 1e9]) == pytest.approx(1e18 ** 12)
    assert irr([-1e-200, 1e200]) is appraisal.TOO_LARGE


def test_not_defined_is_not_false():
    with pytest.raises(TypeError, match="isinstance"):
        bool(appraisal.SEVERAL)


investments = st.floats(10, 1e5)
earnings = st.lists(st.floats(0, 5000), min_size=1, max_size=60)


@given(investments, earnings)
def test_the_rate_is_that_of_pyxirr(invested, earned):
    assume(sum(earned) > invested / 2)
    flows = [-invested, *earned]
    theirs = pyxirr.irr(flows)
    assume(theirs is not None)
    assert irr(flows) == pytest.approx((1 + theirs) ** 12 - 1, rel=1e-6, abs=1e-8)


@given(st.floats(0.1, 0.99), earnings)
def test_at_the_rate_of_return_flows_are_worth_nothing(share, earned):
    """So much of what comes back was put in."""
    assume(sum(earned) > 10)
    flows = [-share * sum(earned), *earned]
    assert npv(flows, irr(flows)) == pytest.approx(0, abs=1e-6 * sum(np.abs(flows)))


@given(investments, earnings, st.floats(-0.5, 1))
def test_worth_is_that_of_numpy_financial(invested, earned, yearly):
    flows = [-invested, *earned]
    theirs = numpy_financial.npv((1 + yearly) ** (1 / 12) - 1, flows)
    assert npv(flows, yearly) == pytest.approx(theirs, rel=1e-9, abs=1e-6)


def test_a_project_that_first_takes_in_and_then_loses_has_no_return():
    """100 in January, then 50 a month less: as a loan it costs a fortune, as a project it earns nothing."""
    assert irr([100, -50, -50, -50]) > 10
    assert project_return([100, -50, -50, -50]) is appraisal.IN_FIRST
    assert project_return([0.001, -100, 60, 60]) == irr([0.001, -100, 60, 60])
    assert project_return([100, 50]) is appraisal.NOTHING_OUT


# When it is earned back.

def test_earned_back_for_good():
    """−100, then 60, 60, −40, 60: above nothing after two months, below again, and for good after four."""
    assert payback([-100, 60, 60, -40, 60]) == 4
    assert payback([-100, 50, 50]) == 2
    assert payback([-100, 50]) is appraisal.NEVER
    assert payback([10, 5]) is appraisal.NOTHING_OUT
