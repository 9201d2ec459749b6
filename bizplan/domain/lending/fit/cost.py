"""What a product costs for the plan: the engine's own loan, on the terms that the lender publishes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from financial_models.appraisal import NotDefined, Schedule, irr, loan_schedule
from financial_models.assumptions import Loan
from financial_models.law import Lender, Product, Rate

from ...aids.loan_explorer import LONGEST, instalment_of, on_terms
from ...questions import QUESTIONS
from ...readiness.case import Calculated
from .need import Need

NOTHING = 1e-9


@dataclass(frozen=True)
class Cost:
    """What a credit costs, to the cent: the instalment after the grace, all interest, the fee, the yearly cost.

    ``is_least`` says that the interest can be higher: the lender asks at least so much.  ``is_of_plan`` says that
    these are the terms of the loan in the plan.
    """

    loan: Loan
    schedule: Schedule
    is_least: bool = False
    is_of_plan: bool = False

    @property
    def instalment(self) -> float:
        """What is paid each month after the grace, or the largest payment."""
        return instalment_of(self.loan, self.schedule)

    @property
    def interest(self) -> float:
        """All interest."""
        return round(self.schedule.total_interest, 2)

    @property
    def fee(self) -> float:
        """The file fee."""
        return round(sum(payment.fee for payment in self.schedule.payments), 2)

    @property
    def total(self) -> float:
        """What the loan costs: interest and fee."""
        return round(self.schedule.total_cost, 2)

    @cached_property
    def yearly(self) -> float | NotDefined:
        """The effective yearly rate, fee and interest in it."""
        return effective(self.schedule.flows)


def effective(flows: Sequence[float]) -> float | NotDefined:
    """The yearly rate of flows by month; a loan without cost has one of exactly 0."""
    rate = irr(flows)
    return rate if isinstance(rate, NotDefined) or abs(rate) > NOTHING else 0.0


def profile_of(lender: Lender, product: Product) -> str:
    """The choice of the study for a product; nothing where the study does not offer it."""
    wanted = f"lenders.{lender.name}.{product.name}"
    return next((option.key for option in QUESTIONS["loans[].profile"].options if option.value == wanted), "")


def months_for(need: Need, product: Product) -> int:
    """The months of the plan's credit, as near as this product comes to them."""
    low, high = product.term("months_min"), product.term("months_max")
    return int(min(max(need.months, low or 1), high or LONGEST))


def cost(case: Calculated, need: Need, lender: Lender, product: Product, amount: float) -> Cost | None:
    """What this amount costs with this product; None where its interest is not known."""
    profile = profile_of(lender, product)
    own = own_loan(case, need, profile, amount)
    if own is not None:
        return Cost(own, loan_schedule(own), is_of_plan=True)
    known = product.term("rate")
    rate = product.term("rate_min") if known is None else known
    if rate is None or amount <= 0:
        return None
    loan = _offered(need, product, rate, amount)
    return Cost(loan, loan_schedule(loan), is_least=known is None)


def own_loan(case: Calculated, need: Need, profile: str, amount: float) -> Loan | None:
    """The credit of the plan itself, where it is of this product and of this amount, and its interest is known."""
    for loan in case.engine.assumptions.loans:
        asked = loan.id in need.rows and case.value("loans[].profile", loan.id) == profile
        if asked and loan.amount == amount:
            return loan
    return None


def _offered(need: Need, product: Product, rate: Rate, amount: float) -> Loan:
    months, longest = months_for(need, product), product.term("grace_max")
    grace = min(need.grace, need.grace if longest is None else int(longest), months - 1)
    return replace(on_terms(product, amount, months), rate=float(rate), grace=grace).loan
