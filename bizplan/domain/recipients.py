"""For whom a plan leaves the house, and which answers each of them is not shown.

A lender decides on the business, on who carries it, and on whether it feeds the household and repays the loan. Of the
household that takes totals; what somebody lives on, how healthy they are, what they believe and who looks after their
children it does not take.
"""

from collections.abc import Iterable
from enum import Enum
from functools import cache

from .questions import QUESTIONS

N_ = str
"""Marks a text that is translated where it is said."""


class Recipient(Enum):
    """Who reads what is made of a plan."""

    SELF = "self"
    LENDER = "lender"


NAMES = {Recipient.LENDER: N_("For a lender"), Recipient.SELF: N_("For myself")}
NOT_FOR_A_LENDER = (
    "inform.reading_language", "inform.read_aloud", "inform.supported_by",
    "applicant.nationality", "applicant.income_source", "applicant.integration_track",
    "competences.limits", "competences.childcare", "competences.family_opinion", "competences.interest",
    "competences.actions[].", "planning.contacts[].",
    "household.changes", "household.expenses.", "household.other_expenses[].name",
    "household.incomes[].name", "household.incomes[].kind", "household.debts[].name",
)
"""What a lender is not shown: a question, or all whose keys begin so."""
HOUSEHOLD, RESIDENCE = "household", "residence"
MORE = (HOUSEHOLD, RESIDENCE)
"""What a lender may ask for beside the usual cut, each shown only where the person agreed.

The first is the household line by line.  The second is copies of the residence documents; of the answers about
residence the usual cut withholds none.
"""
SHOWN_WITH = {
    HOUSEHOLD: (
        "household.expenses.", "household.other_expenses[].name", "household.incomes[].name",
        "household.incomes[].kind", "household.debts[].name",
    ),
}
"""What is shown after all where the person agreed to more, as above."""
TOTALS = {
    "household.incomes": N_("Incomes of the household"), "household.other_expenses": N_("Expenses of the family"),
    "household.debts": N_("Private debts"),
}
"""What the rows of a group are called in which it stands added up."""


@cache
def withheld(recipient: Recipient, more: tuple[str, ...] = ()) -> frozenset[str]:
    """The questions whose answers somebody is not shown, and which nobody asks of what they were given.

    ``more`` names what they are shown beside the usual cut.
    """
    shown = {each for name in more for each in SHOWN_WITH.get(name, ())}
    hidden = [each for each in NOT_FOR_A_LENDER if each not in shown] if recipient is Recipient.LENDER else ()
    return questions_under(hidden)


def questions_under(places: Iterable[str]) -> frozenset[str]:
    """The questions that are named, and all whose keys begin as a place that ends with a dot."""
    named = tuple(places)
    return frozenset(key for key in QUESTIONS if key in named or key.startswith(
        tuple(each for each in named if each.endswith("."))))
