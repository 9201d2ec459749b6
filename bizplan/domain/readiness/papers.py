"""The papers of a dossier: which of them this plan needs, and which are there."""

from dataclasses import dataclass

from ..questions import QUESTIONS
from .case import Case

PAPERS = tuple(key for key in QUESTIONS if key.startswith("planning.papers."))
ALWAYS = ("identity", "household_composition", "bank_statements", "income_proof", "consent")


@dataclass(frozen=True)
class Papers:
    """The papers that this plan needs, by the keys of their questions: in hand, asked for, and still to find."""

    in_hand: tuple[str, ...]
    asked: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def needed(self) -> int:
        """How many papers the dossier needs."""
        return len(self.in_hand) + len(self.asked) + len(self.missing)


def papers(case: Case) -> Papers:
    """The papers of this plan by how far they are; one that is not needed is left out."""
    state = {key: case.value(key) for key in PAPERS}
    needed = [key for key in PAPERS if _is_needed(case, key)]
    in_hand = tuple(key for key in PAPERS if state[key] == "in_hand")
    asked = tuple(key for key in PAPERS if state[key] == "asked")
    missing = tuple(key for key in needed if key not in (*in_hand, *asked) and state[key] != "not_needed")
    return Papers(in_hand, asked, missing)


def _is_needed(case: Case, key: str) -> bool:
    if case.value(key) == "missing":
        return True
    paper = key.rsplit(".", 1)[-1]
    return {
        "home_lease": case.number("household.expenses.rent") > 0,
        "business_lease": case.value("operations.premises") == "rented",
        "quotes": any(case.value("equipment[].in_kind", row) is not True for row in case.rows("equipment")),
        "own_money": bool(case.rows("own_money")),
        "loan_contracts": bool(case.rows("household.debts")),
        "guarantor": case.value("financing.guarantor_found") == "yes",
        "permits": bool(case.rows("rules.permits")),
        "cooperative": case.value("test_phase.planned") is True,
        "registration": case.is_answered("rules.enterprise_number"),
    }.get(paper, paper in ALWAYS)
