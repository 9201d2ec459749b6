"""A plan as the engine calculates it: from the answers to the lines of the model."""

from datetime import date

from financial_models import Cast, Moulds, build
from financial_models import Plan as EnginePlan
from financial_models.law import NotYetKnown

from .assumptions import assumptions, first_month
from .assumptions.start import before_the_law
from .plan import Plan

MOULDS = Moulds()
"""The shapes of the plans that were calculated last; no answers are kept in them."""


def built(plan: Plan, today: date | None = None) -> EnginePlan:
    """The lines of a plan; raises PlanFileError with the place of what cannot be calculated."""
    given = assumptions(plan, today)
    try:
        return build(given)
    except NotYetKnown as error:
        raise before_the_law(first_month(plan, today), error) from error


def cast(plan: Plan, today: date | None = None) -> Cast:
    """A plan for its figures alone, several times as fast where only numbers changed; raises PlanFileError too."""
    given = assumptions(plan, today)
    try:
        return MOULDS.cast(given)
    except NotYetKnown as error:
        raise before_the_law(first_month(plan, today), error) from error
