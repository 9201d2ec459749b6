"""The loan that the explorer of the workbook begins with: the largest that is asked for with the plan."""

from __future__ import annotations

import math

from financial_models import Plan
from financial_models.appraisal import NotDefined, irr
from financial_models.assumptions import Loan
from financial_models.loan_alone import loan_alone

from .workbook import LoanToTry

SHORTEST, YEAR = 120, 12  # at least so many months can be tried, and a year more than the loan has


def loan_to_try(engine: Plan) -> LoanToTry:
    """The loan that is asked for beside the repayment capacity of its plan; where none is asked, an empty one."""
    loans = engine.assumptions.loans
    tried = [each for each in loans if each.asked and not each.existing]
    asked = max(tried, key=lambda each: each.amount, default=None)
    loan = asked or Loan("try", "", 0.0, 0.0, 3 * YEAR)
    alone = loan_alone(loan, max(SHORTEST, int(loan.months) + YEAR))
    s = engine.statements
    paid = [block for each, block in zip(loans, engine.parts.money.loans, strict=True) if each is asked]
    replaced = tuple(line for block in paid for line in (block.service, block.fee_paid))
    cost = irr(alone.values().series(alone.borrower.flow).tolist()) if loan.amount else 0.0
    return LoanToTry(asked.name if asked else "", alone, s.capacity.capacity, s.cash_flow.debt_service, replaced,
                     math.nan if isinstance(cost, NotDefined) else cost)
