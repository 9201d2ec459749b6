"""Credits that together close the gap, each within its limits: a loan beside own means, its own part lent, the rest.

A loan of so many times the own contribution is made as large as it may be: a part of that contribution is lent by
somebody one knows or by a microcredit, as far as the lender counts it.  What is then still missing is a microcredit,
and after it a loan from somebody one knows.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from financial_models.appraisal import NotDefined
from financial_models.law import Lender, Product

from ...readiness.case import Calculated
from ...readiness.signals import Light
from .cost import effective
from .grounds import Ground
from .need import HUNDRED, Need
from .offers import Offer, Verdict, offer
from .terms import carried, contribution, may_be_lent

MOST = 4
Candidate = tuple[Lender, Product]
Part = tuple[Lender, Product, float]


@dataclass(frozen=True)
class Combination:
    """Own money and a few credits that close the gap together; ``own`` is what the plan brings in itself.

    ``carried`` says whether all instalments together can be paid.
    """

    own: float
    parts: tuple[Offer, ...]
    carried: Ground

    @property
    def amount(self) -> float:
        """What the credits bring."""
        return sum(part.amount for part in self.parts)

    @property
    def verdict(self) -> Verdict:
        """The worst of its parts, and an instalment that is too large is to be settled first."""
        order = list(Verdict)
        together = Verdict.FITS if self.carried.light is Light.OK else Verdict.FITS_IF
        return max((together, *(part.verdict for part in self.parts)), key=order.index)

    @property
    def instalment(self) -> float:
        """What all of them take a month once each is repaid."""
        return _instalment(self.parts)

    @property
    def total(self) -> float:
        """Interest and fees of all of them."""
        return round(sum(part.cost.total for part in self.parts if part.cost), 2)

    @cached_property
    def yearly(self) -> float | NotDefined:
        """The effective yearly rate of all of them together, had they begun in the same month."""
        flows = [part.cost.schedule.flows for part in self.parts if part.cost]
        longest = max(map(len, flows))
        return effective([sum(flow[month] for flow in flows if month < len(flow)) for month in range(longest)])


def combinations(case: Calculated, need: Need, found: tuple[Offer, ...]) -> tuple[Combination, ...]:
    """Ways to close the gap with several credits, where no single one that suits the person does.

    Of the same lenders only the cheapest way is told.
    """
    suiting = [each for each in found if each.suits_another_amount and _is_priced(each.product)]
    if not need.to_find or any(_closes(case, need, each) for each in suiting if each.lender.kind != "private"):
        return ()
    made = [_made(case, need, parts) for parts in _splits(case, need, suiting)]
    fitting = [each for each in made if each.verdict is not Verdict.DOES_NOT_FIT]
    cheapest: dict[frozenset[str], Combination] = {}
    for each in sorted(fitting, key=lambda each: (each.total, len(each.parts))):
        cheapest.setdefault(frozenset(part.lender.name for part in each.parts), each)
    return tuple(cheapest.values())[:MOST]


def _closes(case: Calculated, need: Need, single: Offer) -> bool:
    """Whether one credit is enough, for the amount that is looked for or for all that must be found."""
    if single.amount >= need.gap:
        return single.closes
    return offer(case, need, single.lender, single.product, need.to_find, alone=True).closes


def _is_priced(product: Product) -> bool:
    return product.term("rate") is not None or product.term("rate_min") is not None


def _made(case: Calculated, need: Need, parts: tuple[Part, ...]) -> Combination:
    """The parts beside the plan; what the others bring counts as own contribution, as far as it may be lent."""
    whole = sum(amount for _, _, amount in parts)
    told = tuple(
        offer(case, need, lender, product, amount, alone=False, lent=min(whole - amount, may_be_lent(case, product)))
        for lender, product, amount in parts)
    return Combination(need.own, told, carried(case, need, _instalment(told)))


def _instalment(parts: tuple[Offer, ...]) -> float:
    return round(sum(part.cost.instalment for part in parts if part.cost), 2)


def _splits(case: Calculated, need: Need, suiting: list[Offer]) -> Iterator[tuple[Part, ...]]:
    """Ways to bring the whole amount: of at least two credits, each at least as large as its lender wants."""
    beside = [(each.lender, each.product) for each in suiting if each.product.term("own_contribution_multiple")]
    small = [(each.lender, each.product) for each in suiting if each.lender.kind == "microcredit"]
    known = [(each.lender, each.product) for each in suiting if each.lender.kind == "private"]
    for large in beside:
        for lent in (*known, *small):
            yield from _within(_stacked(case, need.to_find, large, lent, small))
    for micro in small:
        for friend in known:
            yield from _within(_filled(need.to_find, (micro, friend)))


def _stacked(case: Calculated, wanted: float, large: Candidate, lent: Candidate, small: list[Candidate]
             ) -> tuple[Part, ...]:
    """As much as a lender gives for the own contribution, a part of which is lent, and the rest as a microcredit."""
    product = large[1]
    times, counted = float(product.term("own_contribution_multiple") or 0), contribution(case, product)
    borrowed = min(_up(max((wanted - times * counted) / (times + 1), 0.0)), may_be_lent(case, product),
                   _highest(lent[1]))
    most = _down(min(wanted - borrowed, times * (counted + borrowed), _highest(product)))
    parts: tuple[Part, ...] = ((*large, most), (*lent, borrowed))
    rest = wanted - borrowed - most
    if rest <= 0:
        return parts
    filled = _filled(rest, tuple(each for each in small if each != lent)[:1])
    return (*parts, *filled) if filled else ()


def _filled(wanted: float, candidates: tuple[Candidate, ...]) -> tuple[Part, ...]:
    """As much as the first gives, then the next."""
    parts: list[Part] = []
    for lender, product in candidates:
        amount = min(wanted, _highest(product))
        parts.append((lender, product, amount))
        wanted -= amount
    return tuple(parts) if round(wanted, 2) <= 0 else ()


def _within(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """The parts, where there are several and each is as large as its lender wants."""
    used = tuple(part for part in parts if part[2] > 0)
    if len(used) > 1 and all(amount >= float(product.term("amount_min") or 0) for _, product, amount in used):
        yield used


def _highest(product: Product) -> float:
    return float(product.term("amount_max") or 0)


def _up(amount: float) -> float:
    return math.ceil(amount / HUNDRED) * float(HUNDRED)


def _down(amount: float) -> float:
    return amount // HUNDRED * float(HUNDRED)
