"""What no row of a plan can say: rates of return, the real cost of a loan, when money is earned back.

Everything here is over finished values.  Flows are amounts by month, the first one today; what comes in is
above 0, what goes out below.  Where a figure does not exist the answer is ``NotDefined``, with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

import numpy as np

from . import assumptions
from .blocks.loans import drawings_of, loan_block
from .language import NUMBER, Balance, Block, Model, Number, Span
from .law import rate
from .readers.values import evaluate

HALVINGS = 200                  # more than a double can tell apart
LARGEST = 700.0                 # e to this is about the largest number there is
CENT = 0.005


@dataclass(frozen=True)
class NotDefined:
    """A figure that does not exist, and why: a sentence that is translated like a label."""

    reason: str

    def __bool__(self) -> NoReturn:
        raise TypeError(f"a figure that is not defined ({self.reason}) is neither true nor false: ask with isinstance")


NOTHING_IN = NotDefined("No money comes back.")
NOTHING_OUT = NotDefined("No money is put in.")
SEVERAL = NotDefined("Money goes out and comes in more than once, so that several rates would do.")
IN_FIRST = NotDefined("Money comes in before any is put in, so that there is nothing it is a return on.")
TOO_LARGE = NotDefined("The rate is too large to be written.")
NEVER = NotDefined("It is not earned back within the plan.")


def irr(flows: Sequence[float]) -> float | NotDefined:
    """The yearly effective rate at which flows by month are worth nothing today; −1 is the loss of everything.

    It is defined where the flows change sign once, or else where what has come in less what has gone out does
    (Norstrom 1972: then exactly one rate above 0 will do).
    """
    known = np.trim_zeros(np.asarray(flows, float))
    if not len(known) or not (known > 0).any():
        return NOTHING_IN
    if not (known < 0).any():
        return NOTHING_OUT
    if sign_changes(known) == 1:
        return _yearly(_discount_factor(known, largest=1.0))
    so_far = np.cumsum(known)
    if sign_changes(so_far) == 1 and so_far[-1] * known[0] < 0:
        return _yearly(_discount_factor(known, largest=0.5))
    return SEVERAL


def project_return(flows: Sequence[float]) -> float | NotDefined:
    """The yearly return of a project: defined only where money is put in before it comes back.

    Of a project that first takes in and then loses, the rate would be that of a loan: the more it loses, the higher.
    """
    moved = [flow for flow in flows if abs(flow) > CENT]
    return IN_FIRST if moved and moved[0] > 0 and min(moved) < 0 else irr(flows)


def sign_changes(amounts: Sequence[float] | np.ndarray[tuple[int], np.dtype[np.float64]]) -> int:
    """How often amounts turn from above to below 0 or back."""
    signs = np.sign(np.asarray(amounts, float))
    signs = signs[signs != 0]
    return int((signs[1:] != signs[:-1]).sum())


def _discount_factor(flows: np.ndarray[tuple[int], np.dtype[np.float64]], largest: float) -> float:
    """The factor v of a month at which the flows are worth nothing, between v = 0 and v = largest ÷ (1 − largest).

    The search halves u = v ÷ (1 + v), which lies between 0 and 1 however large v is.
    """
    low, high = 0.0, largest
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (_worth(flows, middle) > 0) == (flows[0] > 0):
            low = middle
        else:
            high = middle
    return high / (1 - high) if high < 1 else math.inf


def _worth(flows: np.ndarray[tuple[int], np.dtype[np.float64]], u: float) -> float:
    """The sign of the flows' worth: today for v up to 1, in the last month beyond, so that no power overflows."""
    forward = u <= 1 / 2
    v = u / (1 - u) if forward else (1 - u) / u
    worth = 0.0
    for flow in flows[::-1] if forward else flows:
        worth = worth * v + float(flow)
    return worth


def _yearly(v: float) -> float | NotDefined:
    growth = -12 * math.log(v) if v > 0 else math.inf
    return math.expm1(growth) if growth < LARGEST else TOO_LARGE


def npv(flows: Sequence[float], yearly_rate: float) -> float:
    """What flows by month are worth today at a yearly effective rate."""
    months = np.arange(len(flows)) / 12
    return float((np.asarray(flows, float) / (1 + yearly_rate) ** months).sum())


def payback(flows: Sequence[float]) -> int | NotDefined:
    """How many months after the first flow what was put in is earned back, for good and to the cent."""
    so_far = np.cumsum(np.asarray(flows, float))
    short = np.flatnonzero(so_far < -CENT)
    if not len(short):
        return NOTHING_OUT
    return NEVER if short[-1] == len(so_far) - 1 else int(short[-1]) + 1


@dataclass(frozen=True)
class Payment:
    """One month of a loan: what is drawn and paid in it, and what is still owed after it."""

    month: int
    drawn: float
    interest: float
    principal: float
    fee: float
    instalment: float
    balance: float


@dataclass(frozen=True)
class Schedule:
    """A loan from its first drawing (or the first month of the plan) to its last payment."""

    payments: tuple[Payment, ...]
    opening: float

    @property
    def total_interest(self) -> float:
        """All interest that is paid."""
        return sum(payment.interest for payment in self.payments)

    @property
    def total_cost(self) -> float:
        """What the loan costs: interest and fee."""
        return self.total_interest + sum(payment.fee for payment in self.payments)

    @property
    def flows(self) -> list[float]:
        """What the borrower receives, less what the borrower pays, from the first month on."""
        flows = [payment.drawn - payment.fee - payment.instalment for payment in self.payments]
        return [self.opening, *flows] if self.opening else flows


class Months(Block):
    """A calendar for a loan alone."""

    month = Balance("Month of the plan", NUMBER)
    month.moves(Number(1))


def loan_schedule(loan: assumptions.Loan) -> Schedule:
    """Every payment of a loan that is granted in full, also past the horizon of the plan."""
    first = min((month for month, _ in drawings_of(loan)), default=0)
    last = int(first + loan.months)
    span = Span(1, 1, last)                             # in no year: a loan is the same in all of them
    calendar = Months("calendar")
    block = loan_block(loan, calendar.month, 1.0, span)
    values = evaluate(Model(span, calendar, block))
    lines = (block.drawn, block.interest_paid, block.repaid, block.fee_paid, block.service, block.debt)
    columns = [values.series(line) for line in lines]
    months = range(int(max(first, 1)), last + 1)
    payments = tuple(Payment(month, *(float(column[month - 1]) for column in columns)) for month in months)
    return Schedule(payments, loan.amount if loan.existing else 0.0)


def apr(loan: assumptions.Loan) -> float | NotDefined:
    """The total cost of a credit: the yearly effective rate at which what is received is worth what is paid."""
    return irr(loan_schedule(loan).flows)


def lenders_tax_credit(loan: assumptions.Loan, span: Span) -> dict[int, float]:
    """What a Winwinlening gives its lender back in taxes, by calendar year.

    A share of the mean of what is owed on 1 January and on 31 December, by the law of the month of the loan.
    """
    schedule = loan_schedule(loan)
    first, last = schedule.payments[0].month, schedule.payments[-1].month
    share = rate("lenders.winwinlening.loan.tax_credit", date(span.calendar_year(first), span.month_of_year(first), 1))
    owed = {span.calendar_year(payment.month): payment.balance for payment in schedule.payments}
    years = range(span.calendar_year(first), span.calendar_year(last) + 1)
    return {year: round(share * (owed.get(year - 1, schedule.opening) + owed[year]) / 2, 2) for year in years}
