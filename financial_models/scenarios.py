"""What if: named scenarios through the four levers, side by side in one evaluation.

How far sales fall, costs rise, the start slips and the credit shrinks comes from the lender's profile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from . import law
from .language import Line
from .plan import Plan
from .readers.values import Values, evaluate

LEVERS = ("sales_factor", "cost_factor", "delay", "credit_share")


@dataclass(frozen=True)
class Scenario:
    """A name, and how the levers stand relative to the plan: factors times, months plus."""

    name: str
    sales: float = 1.0
    costs: float = 1.0
    months_later: int = 0
    credit: float = 1.0


def named_scenarios(on: date, lender: str | law.Lender = law.ANY_LENDER) -> tuple[Scenario, ...]:
    """The plan as it is, and each thing that goes wrong alone, as far as a lender tries it; a published one by name."""
    stress = (law.lender(lender, on) if isinstance(lender, str) else lender).threshold
    return (Scenario("base"), Scenario("sales_down", sales=1 - stress("stress_sales")),
            Scenario("costs_up", costs=1 + stress("stress_costs")),
            Scenario("later", months_later=int(stress("stress_delay"))),
            Scenario("less_credit", credit=float(stress("stress_credit"))))


def changes(plan: Plan, scenarios: Iterable[Scenario]) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """The levers of each scenario, as changes for the readers: one number per scenario."""
    moved = plan.assumptions.levers
    rows = [(moved.sales_factor * s.sales, moved.cost_factor * s.costs, moved.delay + s.months_later,
             moved.credit_share * s.credit) for s in scenarios]
    columns = zip(*rows, strict=True)
    return {f"levers.{name}": np.array(column, float) for name, column in zip(LEVERS, columns, strict=True)}


def evaluate_scenarios(plan: Plan, scenarios: Iterable[Scenario], wanted: Iterable[Line] | None = None) -> Values:
    """Every line of the plan (or the wanted ones) in each scenario, in the order in which they are given."""
    return evaluate(plan.model, changes(plan, list(scenarios)), wanted=wanted)
