"""How much is still needed: what the start costs, what is there, and what credit must bring."""

import math
from dataclasses import dataclass

from ...living import full_year
from ...readiness.case import Calculated
from ...readiness.finding import Place
from ...readiness.funding import sources_and_uses
from ...readiness.lending import asked_loans

HUNDRED = 100
USUAL_MONTHS = 36
"""A loan is looked at over three years where the plan does not say how long it runs."""


@dataclass(frozen=True)
class Need:
    """What must be paid until the business carries itself, and who pays it.

    ``own`` is own money and what is brought in, ``others`` what family, other loans, leasing, grants and sales bring,
    ``asked`` the credit that is asked for with this plan (``rows``), ``drawn`` what of it is paid out by then.
    ``months`` and ``grace`` are those of that credit, ``has_term`` whether the plan says them.  ``left`` is what is
    left in a normal month to repay from, after the family has lived.  ``uses`` are the kinds of what is paid.
    """

    needed: float
    own: float
    others: float
    asked: float
    drawn: float
    rows: tuple[str, ...]
    months: int
    grace: int
    has_term: bool
    left: float
    uses: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def gap(self) -> float:
        """What credit must bring."""
        return max(round(self.needed - self.own - self.others, 2), 0.0)

    @property
    def missing(self) -> float:
        """What nobody brings yet, the credit that is asked for counted in."""
        return max(round(self.gap - self.drawn, 2), 0.0)

    @property
    def spare(self) -> float:
        """What the credit that is asked for leaves over."""
        return max(round(self.drawn + self.own + self.others - self.needed, 2), 0.0)

    @property
    def amount(self) -> float:
        """The credit that is held against each product: what is asked, else what must be found."""
        return self.asked or self.to_find

    @property
    def to_find(self) -> float:
        """What credit must bring, to the hundred above, as people ask for it."""
        return float(math.ceil(self.gap / HUNDRED) * HUNDRED)


def need(case: Calculated) -> Need:
    """How much is still needed for a plan, by its table of uses and sources."""
    funding, rows = sources_and_uses(case), tuple(row for row in asked_loans(case.plan) if _is_new(case, row))
    asked = sum(float(loan.amount) for loan in case.engine.assumptions.loans if loan.id in rows)
    drawn = sum(paid for row, paid in _drawn(case, funding.until).items() if row in rows)
    first = rows[0] if rows else ""
    months = int(case.number("loans[].months", first)) if first else 0
    year, months_of_year = full_year(case)
    left = case.by_year(case.engine.statements.year_ratios.after_family)[year - 1] / months_of_year
    return Need(
        needed=funding.needed, own=funding.own, others=funding.available - funding.own - drawn, asked=asked,
        drawn=drawn, rows=rows, months=months or USUAL_MONTHS,
        grace=int(case.number("loans[].grace", first)) if first and months else 0, has_term=bool(months), left=left,
        uses=tuple(entry.key for entry in funding.uses),
        places=tuple(case.place("loans[].amount", row) for row in rows) or (case.place("loans"),))


def _drawn(case: Calculated, until: int) -> dict[str, float]:
    """What each new loan brings until the last month that the table lists."""
    loans = zip(case.engine.assumptions.loans, case.engine.parts.money.loans, strict=True)
    return {loan.id: float(case.series(block.drawn)[:until].sum()) for loan, block in loans}


def _is_new(case: Calculated, row: str) -> bool:
    return case.value("loans[].existing", row) is not True and any(
        loan.id == row for loan in case.engine.assumptions.loans)
