"""A loan alone, by the rules of any loan in a plan: what it is paid back in, and what the borrower gets out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import assumptions
from .appraisal import Months
from .blocks.loans import Loan, loan_block
from .language import MONEY, NUMBER, Block, Input, Line, Model, Span
from .readers.values import Values, evaluate


class Borrower(Block):
    """What the borrower of a loan receives and pays, month by month."""

    drawn = Input("Loan received", MONEY)
    fee = Input("File fee paid", MONEY)
    service = Input("Instalment paid, interest and capital", MONEY)
    month = Input("Month of the plan", NUMBER)
    earlier = Input("Months of the plan before the drawing", NUMBER, structure=True)

    paid = Line("Instalment and file fee", MONEY, service + fee)
    flow = Line("Received, less what is paid", MONEY, drawn - paid)
    of_plan = Line("Month of the plan", NUMBER, month + earlier)


@dataclass(frozen=True)
class LoanAlone:
    """A loan that is granted in full and drawn at once, as a model of its own; month 1 is that of the drawing."""

    loan: assumptions.Loan
    model: Model
    block: Loan
    borrower: Borrower

    def values(self) -> Values:
        """Its numbers."""
        return evaluate(self.model)


def loan_alone(loan: assumptions.Loan, longest: int) -> LoanAlone:
    """A loan as a model of so many months after the drawing, so that another length can be tried."""
    span = Span(1, 1, longest + 1)                      # in no year: a loan is the same in all of them
    once = replace(loan, month=1, drawings=(), existing=False)
    calendar = Months("calendar")
    block = loan_block(once, calendar.month, 1.0, span)
    borrower = Borrower("borrower", drawn=block.drawn, fee=block.fee_paid, service=block.service,
                        month=calendar.month, earlier=float(loan.month - 1))
    return LoanAlone(loan, Model(span, calendar, block, borrower), block, borrower)
