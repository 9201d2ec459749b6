"""The household budget with its yearly bills, on the web.

Taking over twice never counts a bill twice: beside the total of a line stands what was typed for a month, and it is
from that amount that the bills are added again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bizplan.domain.aids.household_budget import BILLS, Budget, HouseholdBudget, budget_of, household_budget
from bizplan.domain.aids.slip import Slip
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Revision
from bizplan.storage import plans

from ..access import reading
from ..answering import Asked
from ..languages import N_
from .asking import Values, amount, numeric
from .counted import Counted
from .opened import Opened
from .sheet import Sheet
from .taking_over import Typed

FIELDS = tuple(amount(bill.key, bill.label) for bill in BILLS)
LINES = tuple(dict.fromkeys(bill.line for bill in BILLS))
BESIDE_THE_TOTAL = ""
"""Stands after the typed amount of a month where the answer is that amount with yearly bills in it."""


@dataclass(frozen=True)
class Section:
    """A line of the monthly budget: what it is called, what it comes to without bills, and its yearly bills."""

    label: str
    month: float | None
    bills: tuple[Asked, ...]


def counted(opened: Opened, values: Values) -> HouseholdBudget:
    """The whole of a month, from what was typed for a month and these bills."""
    return household_budget(_budget(opened, values))


def typed(opened: Opened, values: Values) -> Typed:
    """What is a month's amount in each of the totals that are taken over."""
    months = _budget(opened, values).months
    return {line: (repr(float(months[line] or 0)), BESIDE_THE_TOTAL) for line in LINES}


def beside(opened: Opened, sheet: Sheet, slip: Slip | None) -> Mapping[str, object]:
    """The bills under the lines that they belong to."""
    months, plan = _budget(opened, {}).months, opened.record.plan
    again = any(months[line] != plan.value(line) for line in LINES if plan.answer(line))
    sections = [Section(QUESTIONS[line].label, months[line],
                        tuple(sheet.asked[bill.key] for bill in BILLS if bill.line == line)) for line in LINES]
    return {"sections": sections, "again": again}


def month_alone(revisions: tuple[Revision, ...], total: float) -> float:
    """What was typed for a month where a total has yearly bills in it; the total itself where it has none."""
    for each in revisions:
        if each.proposal:
            continue
        if each.said.value != total:
            break
        if len(each.said.text) > 1 and each.said.text[1] == BESIDE_THE_TOTAL:
            return float(each.said.text[0])
    return total


def _budget(opened: Opened, values: Values) -> Budget:
    bills = {bill.key: numeric(values.get(bill.key)) for bill in BILLS}
    budget = budget_of(opened.record.plan, bills)
    with reading() as tx:
        alone = {line: month_alone(plans.history(tx, opened.kept.id, line, ""), total)
                 for line in LINES if (total := budget.months[line])}
    return replace(budget, months={**budget.months, **alone})


AID = Counted(
    "household_budget", N_("What does your family really spend?"),
    N_("Some bills come once a year and are forgotten. Fill in what you pay in a year; we count the month."),
    FIELDS, counted, more=beside, typed=typed, template="aids/household.html")
