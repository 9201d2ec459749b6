"""The figures of a lender's product, which hold for a loan until somebody answers otherwise."""

from functools import lru_cache

from financial_models.law import keys

from ..plan import Plan
from ..questions import QUESTIONS, Question


def lender_product(plan: Plan, row: str) -> str:
    """Where the figures of the lender of a loan stand: lenders.microstart.jump."""
    chosen = QUESTIONS["loans[].profile"].option(plan.value("loans[].profile", row))
    assert chosen is not None, row
    return str(chosen.value)


def lender_figure(plan: Plan, question: Question, row: str) -> str:
    """The key of the lender's figure for a question about a loan, or nothing where the lender states none."""
    if not question.profile:
        return ""
    key = f"{lender_product(plan, row)}.{question.profile}"
    return key if key in _known() else ""


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(keys())
