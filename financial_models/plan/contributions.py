"""The social contributions of the owner, from the provisional quarter to the bill years later.

What is paid is known from openings alone, so it can lower the income of its own year; what is owed
follows from that income and closes the circle through time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..assumptions import Assumptions, SelfEmployment
from ..blocks.contribution_basis import Basis, MainBasis, SecondaryBasis, StudentBasis
from ..blocks.contributions import Affiliation, Charge, PastIncome, Provisional, QuarterContribution, YearContribution
from ..blocks.settlement import ContributionsSettlement
from ..language import Block, Line, Term
from .beginning import Beginning

Kept = TypeVar("Kept", bound=Block)
BASES: dict[str, tuple[type[Basis], dict[str, str]]] = {
    "main": (MainBasis, {"floor": "floor_main", "reduced_floor": "floor_primostarter"}),
    "secondary": (SecondaryBasis, {"threshold": "secondary_threshold"}),
    "student": (StudentBasis, {"floor": "floor_main", "free_share": "student_share_of_floor"})}


@dataclass
class Contributions:
    """The blocks of contributions, in the order in which they are written."""

    start: Beginning
    choice: SelfEmployment
    settlement: ContributionsSettlement
    affiliation: Affiliation
    past: PastIncome
    later: list[Block] = field(default_factory=list)
    provisional: Provisional = field(init=False)

    @property
    def blocks(self) -> list[Block]:
        """In the order in which they are calculated."""
        return [self.settlement, self.affiliation, self.past, *self.later]

    @property
    def paid(self) -> Term:
        """What is paid to the fund in a month."""
        return self.provisional.paid + self.settlement.paid

    @property
    def owed(self) -> Term:
        """What all years together still owe the fund (below 0: are owed)."""
        return self.settlement.running + self.settlement.older

    def basis(self, name: str, heading: str, expected: Term, quarters: Line | float) -> Basis:
        """What counts of an income, by category."""
        kind, keys = BASES[self.choice.category]
        law: dict[str, Any] = {place: self.start.law(f"social_contributions.{key}") for place, key in keys.items()}
        return self.keep(kind(f"contributions.{name}", heading=heading, expected=expected, quarters=quarters, **law))

    def quarter(self, name: str, heading: str, income: Line) -> Line:
        """What a quarter costs on a yearly income."""
        law = self.start.law
        return self.keep(QuarterContribution(
            f"contributions.{name}", heading=heading, income=income, rate_1=law("social_contributions.rate_band_1"),
            rate_2=law("social_contributions.rate_band_2"), ceiling_1=law("social_contributions.ceiling_band_1"),
            ceiling_2=law("social_contributions.ceiling_band_2"))).quarter

    def keep(self, block: Kept) -> Kept:
        """Put a block among those of this topic."""
        self.later.append(block)
        return block


def contributions(a: Assumptions, start: Beginning) -> Contributions:
    """What is paid: provisional quarters, and the bills of earlier years."""
    t, own = start.timeline, a.self_employment
    settlement = ContributionsSettlement("contributions.settlement", heading="Contributions", years=own.settled_after,
                                         due_month=own.settled_month, of_year=t.of_year, january=t.january)
    affiliation = Affiliation(
        "contributions.affiliation", primostarter=float(own.primostarter and own.category == "main"),
        primo_quarters=start.law("social_contributions.primostarter_quarters"),
        starter_years=start.law("social_contributions.provisional_years"), trading=t.trading, starting=t.starting,
        january=t.january, quarter_last=t.quarter_last, years_started=t.years_started,
        quarters_closed=t.quarters_closed, quarters_in_year=t.quarters_in_year)
    past = PastIncome("contributions.past", index=own.income_index, january=t.january)
    c = Contributions(start, own, settlement, affiliation, past)
    c.provisional = _provisional(c)
    return c


def _provisional(c: Contributions) -> Provisional:
    starter = c.affiliation.starter
    expected = c.past.provisional * (1 - starter)
    if c.choice.category == "secondary":                # a starter pays provisionally on the threshold itself
        expected = expected + c.start.law("social_contributions.secondary_threshold") * starter
    basis = c.basis("provisional_basis", "Provisional", expected, 4.0)
    return c.keep(Provisional(
        "contributions.provisional", main=c.quarter("provisional_quarter", "Provisional quarter", basis.income),
        reduced=c.quarter("provisional_reduced", "Provisional reduced quarter", basis.reduced_income), fee=c.choice.fee,
        primo_now=c.affiliation.primo_now, paying=c.affiliation.paying, january=c.start.timeline.january))


def settle(c: Contributions, expected: Line) -> Charge:
    """What the year owes on its income, what that adds to the bill, and the cost of the month."""
    t = c.start.timeline
    basis = c.basis("basis", "Real income", expected, t.quarters_in_year)
    c.past.this.moves(basis.annual - c.past.this.opening)
    year = c.keep(YearContribution(
        "contributions.year", main=c.quarter("quarter", "Quarter on the real income", basis.income),
        reduced=c.quarter("reduced_quarter", "Reduced quarter on the real income", basis.reduced_income),
        fee=c.provisional.fee, quarters=t.quarters_in_year, reduced_quarters=c.affiliation.primo_in_year,
        months_so_far=t.months_so_far, in_year=t.in_year, provisional=c.provisional.year))
    charge = c.keep(Charge("contributions.charge", difference=year.difference, settled=c.settlement.running.opening,
                           closed=c.settlement.closed, paid=c.provisional.paid))
    c.settlement.running.moves(+charge.bill, -c.settlement.closed)
    return charge
