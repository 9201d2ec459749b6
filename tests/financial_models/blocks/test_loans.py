"""Loans: published schedules to the cent, and what holds for every loan."""

import numpy as np
import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from financial_models.assumptions import Loan
from financial_models.blocks.loans import loan_block
from financial_models.blocks.timeline import Timeline
from financial_models.language import Model, Span
from financial_models.readers.values import Values, evaluate


class Schedule:
    """A loan in numbers, over as many months as it runs."""

    def __init__(self, loan: Loan, credit_share: float = 1.0, horizon: int = 0):
        span = Span(2026, 1, horizon or loan.months + 60)
        timeline = Timeline("timeline", first_month=1, horizon=span.horizon, test_months=0, delay=0)
        self.block = loan_block(loan, timeline.month, credit_share, span)
        self.values: Values = evaluate(Model(span, timeline, self.block))

    def __getattr__(self, name: str):
        return self.values.series(getattr(self.block, name))

    def paid(self, name: str) -> list[float]:
        """What is paid, month by month from the first payment to the last."""
        months = np.flatnonzero(self.service)
        return [round(float(x), 2) for x in getattr(self, name)[months[0]:months[-1] + 1]]


def loan(amount: float = 10_000, rate: float = 0.06, months: int = 36, **more) -> Loan:
    return Loan("a", "A loan", amount, rate, months, **more)


# Figures published by lenders and by other software.

def test_microstart_three_months():
    """microStart, old tariff (mes-aides-financieres.be): 1,000 over 3 months at 9.95 %, fee 5 % up to 750."""
    schedule = Schedule(loan(1000, 0.0995, 3, fee=0.05, fee_cap=750))
    assert schedule.paid("service")[:2] == [338.88, 338.88]
    assert schedule.interest.sum() == pytest.approx(16.63, abs=0.011)       # published without rounding each month
    assert schedule.fee_paid.sum() == 50
    assert schedule.fee_paid[0] == 50


def test_microstart_thirty_months():
    """microStart, old tariff: 15,000 over 30 months at 8.95 %; rounded monthly the interest is 1,796.30."""
    schedule = Schedule(loan(15_000, 0.0895, 30, fee=0.05, fee_cap=750))
    assert schedule.paid("service")[:29] == [559.88] * 29
    assert schedule.interest.sum() == pytest.approx(1796.30, abs=1e-6)
    assert schedule.fee_paid.sum() == 750


def test_fineract_four_months():
    """Apache Fineract, ClientLoanIntegrationTest: 12,000 at 2 % a month over 4 months."""
    schedule = Schedule(loan(12_000, 0.24, 4))
    assert schedule.paid("repaid") == [2911.49, 2969.72, 3029.11, 3089.68]
    assert schedule.paid("interest") == [240.00, 181.77, 122.38, 61.79]
    assert schedule.paid("service") == [3151.49, 3151.49, 3151.49, 3151.47]


def test_fineract_eighteen_equal_instalments():
    """Apache Fineract, LoanRepayment.feature: 5,000 at 12 % over 18 months, rounded to a whole unit."""
    schedule = Schedule(loan(5000, 0.12, 18, decimals=0))
    assert schedule.paid("service") == [305] * 17 + [303.22]
    assert schedule.paid("interest") == [50.00, 47.45, 44.87, 42.27, 39.65, 36.99, 34.31, 31.61, 28.87, 26.11, 23.32,
                                         20.50, 17.66, 14.79, 11.88, 8.95, 5.99, 3.00]
    assert schedule.interest.sum() == pytest.approx(488.22)


def test_fineract_eighteen_equal_parts_of_capital():
    """Apache Fineract, LoanRepayment.feature: the same, linear."""
    schedule = Schedule(loan(5000, 0.12, 18, kind="linear"))
    assert schedule.paid("repaid") == [277.78] * 17 + [277.74]
    assert schedule.paid("interest")[:4] == [50.00, 47.22, 44.44, 41.67]
    assert schedule.paid("interest")[-2:] == [5.56, 2.78]
    assert schedule.interest.sum() == pytest.approx(475.00)


def test_thirty_six_months_at_the_rate_of_a_microcredit():
    """Computed from the rule: 10,000 at 12.13 % over 36 months."""
    schedule = Schedule(loan(10_000, 0.1213, 36))
    assert (schedule.paid("interest")[0], schedule.paid("repaid")[0], schedule.debt[1]) == (101.08, 231.68, 9768.32)
    assert (schedule.paid("interest")[11], schedule.paid("repaid")[11]) == (73.98, 258.78)
    assert schedule.debt[12] == pytest.approx(7059.97)
    assert schedule.paid("service")[:35] == [332.76] * 35
    assert schedule.paid("service")[-1] == 332.89
    assert schedule.interest.sum() == pytest.approx(1979.49)


def test_the_actuarial_convention_costs_less():
    assert Schedule(loan(10_000, 0.1213, 36, actuarial=True)).paid("service")[0] == 329.78


# Kinds of loan, by figures worked out by hand.

def test_without_interest_an_annuity_is_linear():
    schedule = Schedule(loan(1000, 0.0, 3))
    assert schedule.paid("service") == [333.33, 333.33, 333.34]


def test_interest_alone_is_paid_until_the_end():
    """1,000 × 12 % ÷ 12 = 10 a month."""
    schedule = Schedule(loan(1000, 0.12, 3, kind="interest_only"))
    assert schedule.paid("service") == [10, 10, 1010]


def test_a_bullet_is_paid_at_once():
    """1,000 × 12 % ÷ 12 = 10 a month, owed until the end: 1,030."""
    schedule = Schedule(loan(1000, 0.12, 3, kind="bullet"))
    assert schedule.paid("service") == [1030]
    assert list(schedule.accrued[:4]) == [0, 10, 20, 30 - 30]


def test_a_bullet_compounds_where_the_rate_does():
    """1,000 × 1.05² = 1,102.50 after two years at 5 % actuarial, but for the rounding of each month."""
    schedule = Schedule(loan(1000, 0.05, 24, kind="bullet", actuarial=True))
    assert schedule.service.sum() == pytest.approx(1102.50, abs=0.12)


def test_flat_interest_is_on_the_first_amount():
    """1,200 over 12 months at 10 % flat: capital 100 and interest 10 each month."""
    schedule = Schedule(loan(1200, 0.10, 12, kind="flat"))
    assert schedule.paid("service") == [110] * 12


def test_grace_pays_interest_only():
    """1,200 at 12 %, 4 months of which 2 with interest only: 12, 12, then 609.00 and the rest."""
    schedule = Schedule(loan(1200, 0.12, 4, grace=2))
    assert schedule.paid("service")[:2] == [12, 12]
    assert schedule.paid("service")[2] == pytest.approx(-numpy_financial.pmt(0.01, 2, 1200), abs=0.005)
    assert schedule.debt[-1] == 0


def test_a_later_drawing_fixes_the_instalment_anew():
    """600 in month 1 and 600 in month 3, 6 months without interest: 100, 100, then 1,000 over four months."""
    schedule = Schedule(loan(1200, 0.0, 6, drawings=((1, 0.5), (3, 0.5))))
    assert schedule.paid("service") == [100, 100, 250, 250, 250, 250]


def test_an_older_debt_begins_to_be_paid_in_the_first_month():
    schedule = Schedule(loan(900, 0.0, 9, existing=True))
    assert list(schedule.service[:10]) == [100] * 9 + [0]
    assert schedule.drawn.sum() == 0


def test_only_what_is_asked_for_follows_the_lever():
    assert Schedule(loan(1000, asked=True), credit_share=0.5).drawn.sum() == 500
    assert Schedule(loan(1000, asked=False), credit_share=0.5).drawn.sum() == 1000
    assert not Schedule(loan(1000, asked=True, fee=0.05), credit_share=0.0).service.any()


def test_what_falls_due_within_a_year():
    """1,000 over 20 months without interest: 600 within the year at first, all of it in the last year."""
    schedule = Schedule(loan(1000, 0.0, 20))
    assert (schedule.within_year[0], schedule.within_year[10]) == (600, 500)


def test_a_later_drawing_hides_nothing_that_falls_due_within_a_year():
    """600 and, in month 3, 600 more, over 6 months without interest: 600 in month 1, then all 1,100 that is owed."""
    schedule = Schedule(loan(1200, 0.0, 6, drawings=((1, 0.5), (3, 0.5))))
    assert list(schedule.within_year[:4]) == [600, 500, 1000, 750]


def test_what_is_still_to_be_drawn_is_not_yet_owed():
    """600 now and 600 in a year, over 24 months: month 1 owes of its 600 what the next twelve months repay, 300."""
    schedule = Schedule(loan(1200, 0.0, 24, drawings=((1, 0.5), (13, 0.5))))
    assert schedule.within_year[0] == pytest.approx(300)


# What holds for every loan.

kinds = st.sampled_from(["annuity", "linear", "interest_only", "bullet", "flat"])


@st.composite
def loans(draw: st.DrawFn) -> Loan:
    months = draw(st.integers(1, 84))
    month = draw(st.integers(1, 12))
    later = draw(st.integers(month, month + min(months - 1, 11)))
    share = draw(st.floats(0, 1))
    rate = draw(st.sampled_from([0.0, 0.0001]) | st.floats(0.001, 0.4))
    drawings = draw(st.sampled_from([(), ((month, share), (later, 1 - share))]))
    return Loan("a", "Any loan", draw(st.floats(0, 1e5)), rate, months, draw(kinds), month=month, drawings=drawings,
                grace=draw(st.integers(0, months - 1)), actuarial=draw(st.booleans()), fee=draw(st.floats(0, 0.1)),
                decimals=draw(st.integers(0, 2)), existing=draw(st.booleans()))


@given(loans())
def test_every_loan_ends_at_nothing(any_loan):
    schedule = Schedule(any_loan)
    owed = any_loan.amount if any_loan.existing else round(any_loan.amount, 2)
    assert schedule.debt[-1] == 0
    assert schedule.repaid.sum() == pytest.approx(owed, abs=0.006)
    assert (schedule.repaid >= 0).all()
    assert (schedule.debt >= 0).all()


@given(loans())
def test_interest_charged_and_interest_paid_differ_by_what_is_owed(any_loan):
    schedule = Schedule(any_loan)
    change = np.diff(schedule.accrued, prepend=0)
    assert schedule.interest - schedule.interest_paid == pytest.approx(change, abs=1e-6)
    assert schedule.accrued[-1] == pytest.approx(0, abs=1e-6)


@given(loans())
def test_a_loan_is_the_same_over_a_shorter_horizon(any_loan):
    short, long = Schedule(any_loan, horizon=36), Schedule(any_loan)
    assert list(short.service) == list(long.service[:36])


@given(st.floats(100, 1e6), st.floats(0.001, 0.3), st.integers(1, 120))
def test_the_annuity_is_that_of_numpy_financial(amount, rate, months):
    schedule = Schedule(loan(amount, rate, months))
    assert schedule.fixed[1] == pytest.approx(-numpy_financial.pmt(rate / 12, months, round(amount, 2)), abs=0.0051)
