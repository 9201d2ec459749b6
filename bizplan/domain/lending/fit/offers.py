"""A product beside the plan: whether it fits, why, and what it costs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from financial_models.law import Lender, Product

from ...readiness.case import Calculated
from ...readiness.sentences import N_
from ...readiness.signals import Light
from .cost import Cost, cost
from .grounds import Ground, Rest, careful
from .need import Need
from .qualifying import qualifying
from .terms import carried, closing, terms

SIZE = ("too_large", "too_small", "own_multiple", "no_need")
"""Reasons that another amount would mend."""
NOT_ALONE = ("gap", "own_multiple", "first_year")
"""Reasons that another credit would settle."""
TOLD = ("rate", "rate_min", "fee_share", "fee_min", "fee_cap")
"""Terms that no reason names and that the cost rests on."""


SOMEBODY = N_("For this you need somebody you know who wants to lend to you.")
THERE = N_("In your plan somebody lends you this already.")


class Verdict(Enum):
    """Whether a product fits, as far as the study knows: a lender decides."""

    FITS = "fits"
    FITS_IF = "fits if"
    DOES_NOT_FIT = "does not fit"


@dataclass(frozen=True)
class Offer:
    """A product of a lender for one amount: its reasons, its cost (None where the interest is not known)."""

    lender: Lender
    product: Product
    amount: float
    grounds: tuple[Ground, ...]
    cost: Cost | None

    @property
    def verdict(self) -> Verdict:
        """It does not fit where one reason speaks against it, fits if one is to be settled, and else fits."""
        lights = {ground.light for ground in self.grounds}
        if Light.STOP in lights:
            return Verdict.DOES_NOT_FIT
        return Verdict.FITS_IF if Light.WARN in lights else Verdict.FITS

    @property
    def suits_another_amount(self) -> bool:
        """Whether nothing but the amount speaks against it, so that it can be a part of a combination."""
        return all(ground.light is not Light.STOP or ground.key in SIZE for ground in self.grounds)

    @property
    def closes(self) -> bool:
        """Whether it is enough by itself, whoever asks for it: no other credit has to come first or after."""
        return all(ground.light is not Light.STOP and not (ground.light is Light.WARN and ground.key in NOT_ALONE)
                   for ground in self.grounds)

    @property
    def rests(self) -> tuple[Rest, ...]:
        """Everything that was read of the lender and stands behind the reasons and the cost, each once."""
        found: list[Rest] = []
        known = [term for name in TOLD if (term := self.product.term(name)) is not None]
        for rest in (*known, *(rest for ground in self.grounds for rest in ground.rests)):
            if not any(rest is other for other in found):
                found.append(rest)
        return tuple(found)


def offers(case: Calculated, need: Need, lenders: Iterable[Lender]) -> tuple[Offer, ...]:
    """Every product of these lenders for the amount that is looked for, the best first and then the cheapest."""
    found = [offer(case, need, lender, product, need.amount, alone=True) for lender in lenders
             for product in lender.products]
    order = list(Verdict)
    return tuple(sorted(found, key=lambda each: (order.index(each.verdict), each.cost is None,
                                                 each.cost.total if each.cost else 0.0)))


def offer(case: Calculated, need: Need, lender: Lender, product: Product, amount: float, *, alone: bool,
          lent: float = 0.0) -> Offer:
    """One product for one amount; ``alone`` where it has to close the gap by itself.

    ``lent`` is what another credit brings to the own contribution.
    """
    costs = cost(case, need, lender, product, amount)
    found = [*terms(case, need, product, amount, costs, lent), *_somebody(lender, costs), *qualifying(case, product)]
    if alone and amount > 0:
        found.insert(1, closing(need, amount))
        found += [carried(case, need, costs.instalment)] if costs else []
    return Offer(lender, product, amount, careful(found), costs)


def _somebody(lender: Lender, costs: Cost | None) -> Iterator[Ground]:
    """A private loan needs somebody who lends."""
    if lender.kind == "private":
        is_there = costs is not None and costs.is_of_plan
        yield Ground("somebody", Light.OK if is_there else Light.WARN, THERE if is_there else SOMEBODY)
