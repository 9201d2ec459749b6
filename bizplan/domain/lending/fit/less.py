"""What if the lender grants less: how low the account falls, and what then is missing."""

from dataclasses import dataclass

from ...readiness.case import Calculated
from ...readiness.finding import Place
from ...readiness.sentences import Month
from .need import Need

ANSWER = "financing.if_less_is_granted"


@dataclass(frozen=True)
class Less:
    """The plan with a part of the credit: what is granted, how low the account falls and when, what is answered to it.

    ``words`` is what the entrepreneur would do, in their own words, "" where nothing is answered yet; ``place`` is
    where it is answered.
    """

    share: float
    asked: float
    lowest_cash: float
    month: Month
    words: str
    place: Place

    @property
    def granted(self) -> float:
        """What the lender grants."""
        return round(self.asked * self.share, 2)

    @property
    def missing(self) -> float:
        """What then must come from somewhere else, or be left out; 0 where the plan can bear it."""
        return max(-round(self.lowest_cash, 2), 0.0)


def less(case: Calculated, need: Need) -> Less | None:
    """The scenario in which a lender grants less; None where the plan asks for no credit."""
    if not need.asked:
        return None
    scenario, found = next(each for each in case.stressed if each[0].name == "less_credit")
    words = str(case.value(ANSWER)) if case.is_answered(ANSWER) else ""
    return Less(scenario.credit, need.asked, found.lowest_cash, case.month(found.lowest_month), words,
                case.place(ANSWER))
