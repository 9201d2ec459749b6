"""What somebody can turn to cover the family: prices, quantities, fixed costs; how far, found with the engine.

Each lever is turned alone, from what was answered towards its end, in ever finer steps: all steps of all levers are
scenarios of one evaluation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from financial_models import Cast, Values
from financial_models.language import Line

from ..readiness.case import Calculated
from ..readiness.evidence import quantities

STEPS, ROUNDS = 16, 4           # 15 to the power of 4: to the fifty-thousandth of the whole way
MOST_PRICE, MOST_QUANTITY, MOST_COSTS = 3.0, 5.0, 3.0
COUNTED = {"products[].units": "normal", "products[].customers_a_day": "customers", "products[].hours": "hours",
           "products[].new_subscribers": "new"}
"""The input of the engine that an answer about a quantity becomes."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Lever:
    """Answers that are multiplied by one factor: the inputs they become, and how far the factor goes either way."""

    key: str
    inputs: Mapping[tuple[str, str], str]
    lowest: float
    highest: float
    covers_upwards: bool        # whether more of it covers the family

    def end(self, is_covered: bool) -> float:
        """How far it is turned: to where a family that is covered no longer is, or the other way round."""
        return self.highest if self.covers_upwards != is_covered else self.lowest


def levers(case: Calculated) -> tuple[Lever, ...]:
    """The levers of a plan; one that nothing is answered for is left out."""
    products = case.engine.assumptions.products
    prices = {("products[].price", p.id): f"demand.{p.id}.price" for p in products if p.price > 0}
    sold = {(key, p.id): f"demand.{p.id}.{COUNTED[key]}" for p in products for key in quantities(case, p.id)
            if key in COUNTED}
    paid = {("costs[].amount", c.id): f"cost.{c.id}.amount" for c in case.engine.assumptions.costs
            if c.every and c.amount > 0}
    found = (Lever("price", prices, 0.0, MOST_PRICE, covers_upwards=True),
             Lever("quantity", sold, 0.0, MOST_QUANTITY, covers_upwards=True),
             Lever("fixed_costs", paid, 0.0, MOST_COSTS, covers_upwards=False))
    return tuple(lever for lever in found if lever.inputs)


def turned(cast: Cast, found: Sequence[Lever], is_covered: bool) -> dict[str, float | None]:
    """Of each lever the factor nearest to 1 on the covered side of where the answer changes; None: it never does."""
    ways = {lever.key: (1.0, lever.end(is_covered)) for lever in found}
    answers: dict[str, float | None] = {}
    for _ in range(ROUNDS):
        asked = [lever for lever in found if lever.key in ways]
        grids = {lever.key: np.linspace(*ways[lever.key], STEPS) for lever in asked}
        for lever, flags in _tried(cast, asked, grids):
            changed = np.flatnonzero(flags != is_covered)
            if not len(changed):
                answers[lever.key] = None
                del ways[lever.key]
                continue
            last, first = grids[lever.key][changed[0] - 1], grids[lever.key][changed[0]]
            ways[lever.key] = (float(last), float(first))
            answers[lever.key] = float(last if is_covered else first)
    return answers


def _tried(cast: Cast, asked: Sequence[Lever], grids: Mapping[str, NDArray[np.float64]]
           ) -> Iterator[tuple[Lever, Flags]]:
    """Whether the family is covered at each step of each lever, all others standing still."""
    width = STEPS * len(asked)
    changes: dict[str, NDArray[np.float64]] = {}
    for at, lever in enumerate(asked):
        factors = np.ones(width)
        factors[at * STEPS:(at + 1) * STEPS] = grids[lever.key]
        changes |= {key: float(cast.numbers[key]) * factors for key in lever.inputs.values()}
    flags = covered(cast, cast.evaluate(changes, wanted=_decides(cast))) if asked else np.empty(0, bool)
    for at, lever in enumerate(asked):
        yield lever, flags[at * STEPS:(at + 1) * STEPS]


def holds(cast: Cast, lever: Lever, answers: Mapping[tuple[str, str], float]) -> bool:
    """Whether the family is covered with these answers."""
    changes = {lever.inputs[place]: number for place, number in answers.items()}
    return bool(covered(cast, cast.evaluate(changes, wanted=_decides(cast)))[0])


def covered(cast: Cast, values: Values) -> Flags:
    """Of each scenario whether every year the business earns what the family needs."""
    ratios = cast.plan.statements.year_ratios
    years = [at for at, year in enumerate(cast.plan.model.span.years()) if year.kind == "plan"]
    cover, need = values[ratios.family_covered][years], values[ratios.needed][years]
    return np.asarray(((cover >= 1) | (np.round(need, 2) <= 0)).all(axis=0))


def _decides(cast: Cast) -> tuple[Line, ...]:
    ratios = cast.plan.statements.year_ratios
    return ratios.family_covered, ratios.needed
