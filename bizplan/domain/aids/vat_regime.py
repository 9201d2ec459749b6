"""The VAT regime: exempt as a small enterprise, every quarter or every month, each with its reasons.

The limits are those of the law of the day; what a plan already says about the trade and its customers is not asked
again.
"""

from datetime import date

from ..plan import Plan
from ..readiness.case import Case
from ..readiness.rules.regime import no_exemption
from .decision import Decision, Given, Tree


def vat_regime(given: Given, on: date) -> Decision:
    """The regime that the answers lead to, or the next question; ``given`` holds answers by the name of a question."""
    return Tree("vat_regime", on).walk(given)


def known_of_vat(plan: Plan, today: date) -> dict[str, str | float]:
    """What a plan already says: whether the trade is excluded, and who the customers are."""
    case = Case(plan, today)
    known: dict[str, str | float] = {}
    if no_exemption(case):
        known["excluded"] = "yes"
    if case.is_answered("idea.sells_to"):
        known["customers"] = str(case.value("idea.sells_to"))
    return known
