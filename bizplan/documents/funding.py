"""Uses and sources as documents print them: VAT that is lost with what it was paid on, and both sides equal.

VAT is paid in advance only where it comes back; a small enterprise under the exemption pays it for good, as part of
what a thing costs.  What the sources leave over stays on the account as a reserve, and what they lack is named, so
that uses and sources come to the same amount.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bizplan.domain.readiness.case import Calculated
from bizplan.domain.readiness.funding import Entry, Funding
from bizplan.domain.readiness.sentences import N_
from financial_models.language import Line

VAT = "vat"
RESERVE = N_("Stays on the account as a reserve")
MISSING = N_("Not found yet")


@dataclass(frozen=True)
class Balanced:
    """The table as it is printed: the uses with ``reserve`` come to as much as the sources with ``missing``."""

    uses: tuple[Entry, ...]
    sources: tuple[Entry, ...]
    reserve: float
    missing: float


def balanced(case: Calculated, funding: Funding) -> Balanced:
    """The table of a plan, ready to be printed."""
    left = round(funding.left, 2)
    return Balanced(with_lost_vat(case, funding), funding.sources, max(left, 0.0), max(-left, 0.0))


def with_lost_vat(case: Calculated, funding: Funding) -> tuple[Entry, ...]:
    """The uses, with VAT in advance as far as it is deducted, and else with what it was paid on."""
    paid, lost = defaultdict[str, float](float), defaultdict[str, float](float)
    for use, vat, back in vat_by_use(case, funding):
        paid[use] += vat
        lost[use] += vat - back
    if round(sum(paid.values()) - funding.use(VAT), 2):  # the table has only what is deducted
        return funding.uses
    lost[VAT] = -sum(lost.values())
    added = (replace(entry, amount=entry.amount + lost[entry.key]) for entry in funding.uses)
    return tuple(entry for entry in added if round(entry.amount, 2))


def vat_by_use(case: Calculated, funding: Funding) -> Iterator[tuple[str, float, float]]:
    """The VAT on what is bought at the start: which use it was paid on, how much, and what of it is deducted."""
    spent, costs = case.engine.parts.spent, case.engine.assumptions.costs
    uses = {(place.key, place.row): entry.key for entry in funding.uses for place in entry.places}

    def until(line: Line) -> float:
        return float(case.series(line)[: funding.until].sum())

    for row, thing in spent.equipment.items():
        yield uses.get(("equipment[].price", row), "equipment"), until(thing.vat), until(thing.vat_back)
    for paid, cost in zip(costs, spent.costs, strict=True):
        if paid.every == 0:
            yield uses.get(("costs[].amount", paid.id), "start_up"), until(cost.vat), until(cost.vat_back)
    for goods in case.engine.parts.trade.purchases:
        bought, stock = float(case.series(goods.bought)[0]), float(case.series(goods.stock)[0])
        share = min(stock / bought, 1.0) if bought > 0 else 0.0
        yield "stock", share * float(case.series(goods.vat)[0]), share * float(case.series(goods.vat_back)[0])
