"""Values of a reader's own: how far things go wrong, and other limits to hold a plan against.

They are a calculation of whoever reads, on what was handed in: kept nowhere, and part of no plan and no profile.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bizplan.translations import translated
from financial_models import Scenario
from financial_models.law import Lender, Rate

from ..plan import Value
from ..questions import Kind, Question
from ..readiness import Finding
from ..readiness.sentences import N_
from ..typed import Problem
from .profile_fields import LIMITS, out_of_order

MOST_MONTHS = 12
BY_READER = N_("set by the reader of this page")
SALES = Question("sales", N_("Sales lower by"), Kind.SHARE, low=-1, high=0.95,
                 help=N_("With a minus sign they are higher."))
COSTS = Question("costs", N_("Costs higher by"), Kind.SHARE, low=-0.5, high=2,
                 help=N_("With a minus sign they are lower."))
LATER = Question("later", N_("Start later by"), Kind.MONTHS, low=0, high=MOST_MONTHS, unit="months")
CREDIT = Question("credit", N_("Part of the credit that is granted"), Kind.SHARE, low=0, high=1.5,
                  help=N_("Leave it empty for the whole credit."))
SETBACK = (SALES, COSTS, LATER, CREDIT)
"""What goes wrong, all of it at once; what is left empty is as planned."""
OWN_LIMITS = tuple(each for each in LIMITS if each.key in {
    "instalment_share_green", "instalment_share_red", "dscr_green", "dscr_red", "dscr_stop", "household_debt_share",
    "minimum_cash", "minimum_cash_months", "break_even_month", "break_even_month_late", "break_even_living_month",
    "stress_dscr"})
"""The limits that signals, setbacks and the checks of cash and repayment are held against."""


def scenario_of(values: Mapping[str, Value]) -> Scenario:
    """What goes wrong, as a scenario of the engine."""
    return Scenario("own", sales=1 - _number(values, SALES), costs=1 + _number(values, COSTS),
                    months_later=int(_number(values, LATER)), credit=_number(values, CREDIT, 1))


def is_setback(values: Mapping[str, Value]) -> bool:
    """Whether anything was said of what goes wrong."""
    return any(each.key in values for each in SETBACK)


def limits_of(values: Mapping[str, Value]) -> dict[str, float]:
    """The limits among the values."""
    return {each.key: _number(values, each) for each in OWN_LIMITS if each.key in values}


def lender_of(lender: Lender, values: Mapping[str, Value], on: date) -> Lender:
    """The lender with the limits of a reader in place of its own; each says who set it."""
    own = {name: _rate(lender.threshold(name), value, on) for name, value in limits_of(values).items()}
    return replace(lender, thresholds={**lender.thresholds, **own})


def refused(values: Mapping[str, Value], lender: Lender) -> dict[str, Problem]:
    """Limits that are out of order, with those of the lender where the reader sets none."""
    return out_of_order(dict(limits_of(values)), lender.thresholds)


def only_in(found: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What the checks find here and not there: of the same rule, at the same place."""
    known = {(each.rule, each.places) for each in others}
    return tuple(each for each in found if (each.rule, each.places) not in known)


def _rate(counts: Rate, value: float, on: date) -> Rate:
    """A limit of the reader, on the day on which it was typed."""
    source = translated(BY_READER)
    return Rate(value, replace(
        counts.provenance, since=on, source=source, link=None, basis=None, status="secondary", note=None,
        checked_on=on, recheck_after=date.max, reform=None, carried_forward_from=None))


def _number(values: Mapping[str, Value], question: Question, otherwise: float = 0) -> float:
    value = values.get(question.key, otherwise)
    assert isinstance(value, (int, float)), value
    return float(value)
