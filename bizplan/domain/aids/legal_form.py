"""The legal form: sole trader, company, or first a trial in an activity cooperative, each with its reasons."""

from datetime import date

from ..plan import Plan
from ..readiness.rules.household import BENEFITS
from .decision import Decision, Given, Tree

EARNING = ("work", "business")
TRIED = ("test_sales", "market_stall", "online")


def legal_form(given: Given, on: date) -> Decision:
    """The form that the answers lead to, or the next question; ``given`` holds answers by the name of a question."""
    return Tree("legal_form", on).walk(given)


def known_of_form(plan: Plan) -> dict[str, str | float]:
    """What a plan already says: whether something was sold on trial, the benefit, and partners."""
    known: dict[str, str | float] = {}
    proofs = plan.value("market.proofs")
    if isinstance(proofs, tuple) and set(TRIED) & set(proofs):
        known["tried"] = "yes"
    income = plan.value("applicant.income_source")
    if income in BENEFITS:
        known["benefit"] = "yes"
    elif income in EARNING:
        known["benefit"] = "no"
    if plan.row_ids("team.partners"):
        known["alone"] = "no"
    return known
