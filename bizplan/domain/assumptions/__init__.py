"""From answers to the engine's assumptions: each number with its evidence, each legal choice as a dated figure.

What nobody answered takes the default of its question, a figure of law or of the lender, or what the engine
takes.  A row that lacks what it is calculated from (a loan without a term) is left out, and ``left_out`` says so.
"""

from datetime import date

from financial_models.assumptions import AssumptionError, Assumptions, Timeline

from ..plan import Plan
from ..plan_file_error import refused
from .financing import financing
from .incomplete import Missing, left_out
from .person import person
from .sales import products
from .spending import spending
from .start import first_month
from .taken import Taken

__all__ = ["Missing", "assumptions", "first_month", "left_out"]


def assumptions(plan: Plan, today: date | None = None, *, traced: bool = False) -> Assumptions:
    """What the engine calculates this plan from; raises PlanFileError with the place of a contradiction.

    A plan that does not say when it begins is taken to begin in the month after ``today``.  ``traced``: each number
    knows the question that it would answer, whether somebody answered it or not.
    """
    start = first_month(plan, today)
    taken = Taken(plan, start, traced)
    timeline = _timeline(taken)
    given = {"products": products(taken), **spending(taken), **financing(taken), **person(taken)}
    try:
        return Assumptions(timeline=timeline, **given)
    except AssumptionError as error:
        raise refused(error.place, error.value, error.advice) from error


def _timeline(taken: Taken) -> Timeline:
    months = int(taken.fields("timeline")["months"])
    try:
        return Timeline(taken.start.year, taken.start.month, months)
    except AssumptionError as error:
        raise refused("inform.start", f"{taken.start:%Y-%m}", f"{error.place}: {error.advice}") from error
