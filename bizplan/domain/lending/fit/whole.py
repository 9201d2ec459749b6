"""All that is said about credits for one plan, and what is missing where nothing can be said yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from financial_models.law import Lender, lenders

from ... import gaps
from ...readiness.case import Calculated, Case
from ...readiness.finding import Place
from .combinations import Combination, combinations
from .grounds import Ground
from .interest import minds, without_interest
from .later import later
from .less import Less, less
from .need import Need, need
from .offers import Offer, Verdict, offers


@dataclass(frozen=True)
class Fit:
    """What is needed, each product with its verdict, the combinations, and what else is worth knowing."""

    need: Need
    offers: tuple[Offer, ...]
    combinations: tuple[Combination, ...]
    less: Less | None
    later: tuple[Ground, ...]
    without_interest: tuple[Ground, ...]
    minds_interest: bool

    def of(self, verdict: Verdict) -> tuple[Offer, ...]:
        """The products with this verdict."""
        return tuple(each for each in self.offers if each.verdict is verdict)


def fit(case: Calculated, among: Sequence[Lender] | None = None) -> Fit:
    """Which credits fit a plan, of these lenders; of the published ones where none are handed in."""
    asked = lenders(counted_on(case)) if among is None else among
    needed = need(case)
    found = offers(case, needed, asked)
    return Fit(needed, found, combinations(case, needed, found), less(case, needed),
               later(asked), without_interest(case, needed, asked), minds(case))


def counted_on(case: Case) -> date:
    """The day of which the terms of lenders count: today, or the start of a business that begins later."""
    return max(case.today, case.start)


def lacking(case: Case) -> tuple[Place, ...]:
    """What must be answered before anybody can say how much is needed; nothing where enough is known."""
    wanted = gaps.selling(case) + gaps.making(case) + gaps.running(case) + gaps.living(case) + gaps.paying(case)
    return () if wanted.is_known else wanted.places
