"""What would have to be true: the prices, quantities or fixed costs at which the family is covered every year."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from financial_models import Cast

from ..readiness.case import Calculated
from ..readiness.sentences import N_, Count, Money, Named, Several, Share, Spoken
from .levers import Lever, covered, holds, levers, turned
from .reason import Condition

Answers = Mapping[tuple[str, str], float]
REACH = {"price": 1.25, "quantity": 1.5, "fixed_costs": 0.75}
"""How far an entrepreneur can hope to come by effort alone; beyond it the plan wants another idea."""

CENT, TENTH = 100, 10
COVERS = {
    "price": N_("Your family is covered every year at these prices: {items}. That is {share} more than now."),
    "quantity": N_("Your family is covered every year if you sell more: {items}. That is {share} more than now."),
    "fixed_costs": N_("Your family is covered every year if your fixed costs come to {amount} a month. Now they are "
                      "{now}."),
}
STAYS = {
    "price": N_("Your family stays covered down to these prices: {items}. That is {share} less than now."),
    "quantity": N_("Your family stays covered if you sell less: {items}. That is {share} less than now."),
    "fixed_costs": N_("Your family stays covered up to fixed costs of {amount} a month. Now they are {now}."),
}
NEVER = {
    "price": N_("Even at three times these prices your family is not covered every year."),
    "quantity": N_("Selling more does not cover your family every year with the price, cost and capacity of now."),
    "fixed_costs": N_("Even without fixed costs your family is not covered every year."),
}


def conditions(case: Calculated, cast: Cast) -> tuple[Condition, ...]:
    """One condition for each lever; where the family is covered, how far each may go the other way."""
    found = levers(case)
    is_covered = bool(covered(cast, case.values)[0])
    factors = turned(cast, found, is_covered)
    return tuple(_conditions(case, cast, found, factors, is_covered))


def _conditions(case: Calculated, cast: Cast, found: tuple[Lever, ...], factors: Mapping[str, float | None],
                is_covered: bool) -> Iterator[Condition]:
    for lever in found:
        factor = factors[lever.key]
        if factor is not None:
            yield _condition(case, cast, lever, factor, is_covered)
        elif not is_covered:
            places = tuple(case.place(*place) for place in lever.inputs)
            yield Condition(lever.key, None, NEVER[lever.key], places=places)


def _condition(case: Calculated, cast: Cast, lever: Lever, factor: float, is_covered: bool) -> Condition:
    now = {place: float(cast.numbers[key]) for place, key in lever.inputs.items()}
    exact = {place: number * factor for place, number in now.items()}
    rounded = {place: _rounded(place[0], number) for place, number in exact.items()}
    answers = rounded if holds(cast, lever, rounded) else exact
    texts = STAYS if is_covered else COVERS
    reach = REACH[lever.key]
    within = is_covered or (factor <= reach if lever.covers_upwards else factor >= reach)
    return Condition(lever.key, factor, texts[lever.key], _said(case, lever, now, answers, factor), answers,
                     tuple(case.place(*place) for place in lever.inputs), within)


def _rounded(key: str, number: float) -> float:
    """As people write it, on the side on which the family is covered: prices and quantities up, costs down."""
    if key == "costs[].amount":
        return math.floor(number * CENT) / CENT
    if key == "products[].price":
        return math.ceil(number * CENT) / CENT
    fine = 1 if number >= TENTH else TENTH if number >= 1 else CENT
    return math.ceil(number * fine) / fine


def _said(case: Calculated, lever: Lever, now: Answers, answers: Answers, factor: float) -> dict[str, Spoken]:
    if lever.key == "fixed_costs":
        return {"amount": Money(_monthly(case, answers)), "now": Money(_monthly(case, now))}
    kind = Money if lever.key == "price" else Count
    items = tuple(Named(case.name("products", row), kind(number)) for (_, row), number in answers.items())
    return {"items": Several(items), "share": Share(abs(factor - 1))}


def _monthly(case: Calculated, amounts: Answers) -> float:
    """Fixed costs a month, as they were entered."""
    every = {cost.id: cost.every for cost in case.engine.assumptions.costs}
    return float(np.sum([amount / every[row] for (_, row), amount in amounts.items()]))
