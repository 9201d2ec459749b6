"""An application at a glance: who asks how much for what, as the desk of a lender lists it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..plan import Plan
from ..questions import QUESTIONS

LONGEST = 200
TITLED_BY = ("idea.business_name", "inform.idea")


@dataclass(frozen=True)
class Summary:
    """Who asks, for which business, how much, and over how many months; 0 where that is not said."""

    name: str = ""
    activity: str = ""
    amount: float = 0.0
    months: int = 0

    def as_document(self) -> dict[str, Any]:
        """As it is kept."""
        return dict(vars(self))

    @classmethod
    def from_document(cls, told: Mapping[str, Any]) -> Summary:
        """As it was kept."""
        return cls(told["name"], told["activity"], told["amount"], told["months"])


NOT_KNOWN = Summary()


def summary(cut: Plan, lender: str) -> Summary:
    """The cut of a plan at a glance."""
    row = asked_loan(cut, lender)
    activity = next((text for key in TITLED_BY if (text := _text(cut, key))), "")
    return Summary(_text(cut, "applicant.name"), activity, _number(cut, "loans[].amount", row),
                   int(_number(cut, "loans[].months", row)))


def asked_loan(plan: Plan, lender: str) -> str:
    """The row of the loan that is asked of a lender: one of its products before any other; "" where there is none."""
    asked = [row for row in plan.row_ids("loans") if plan.value("loans[].asked", row) is True]
    return next((row for row in asked if _profile(plan, row).startswith(f"lenders.{lender}.")), asked[0] if asked
                else "")


def _profile(plan: Plan, row: str) -> str:
    """The product of a lender that a loan is, as the law files name it."""
    chosen = plan.value("loans[].profile", row)
    return next((str(each.value) for each in QUESTIONS["loans[].profile"].options if each.key == chosen), "")


def _text(plan: Plan, key: str) -> str:
    said = plan.value(key)
    return said.strip()[:LONGEST] if isinstance(said, str) else ""


def _number(plan: Plan, key: str, row: str) -> float:
    said = plan.value(key, row) if row else None
    return float(said) if isinstance(said, int | float) else 0.0
