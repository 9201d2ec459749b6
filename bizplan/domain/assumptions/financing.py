"""Whose money it is, as the engine takes it: own money, loans with their drawings, leases, grants, guarantees."""

from typing import Any

from financial_models.assumptions import Bank, Deposit, Grant, Lease, Loan, OwnMoney

from ..plan_file import place_of
from ..plan_file_error import PlanFileError
from .lender import lender_product
from .taken import Taken


def financing(taken: Taken) -> dict[str, Any]:
    """The money of the plan, by the name of its list in the assumptions."""
    return {
        "deposits": taken.rows(Deposit, "deposits", amount=0.0),
        "own_money": taken.rows(OwnMoney, "own_money", amount=0.0),
        "loans": tuple(loan(taken, row) for row in taken.complete("loans")),
        "leases": taken.rows(Lease, "leases"),
        "grants": taken.rows(Grant, "grants", amount=0.0),
        "bank": taken.record(Bank, "bank"),
    }


def loan(taken: Taken, row: str) -> Loan:
    """One loan."""
    known = {"amount": 0.0, **taken.fields("loans[]", row)}
    if taken.plan.answer("loans[].monthly_rate", row) is None:
        known["actuarial"] = not taken.rate(f"{lender_product(taken.plan, row)}.nominal_twelfth")
    return taken.row(Loan, "loans", row, **known, drawings=_drawings(taken, row))


def _drawings(taken: Taken, loan: str) -> tuple[tuple[int, float], ...]:
    """The parts in which a loan is paid out, the earliest first; none means at once."""
    rows = [row for row in taken.complete("drawings") if taken.plan.value("drawings[].loan", row) == loan]
    parts = [(int(taken.value("drawings[].month", row)), taken.value("drawings[].share", row)) for row in rows]
    total = sum(part for _, part in parts)
    if parts and abs(total - 1) > 1e-9:
        place = place_of(taken.plan, "drawings[].share", rows[0])
        raise PlanFileError(place, f"and the other parts of this loan come to {total:g}: they must add up to 1.")
    return tuple(sorted(parts))
