"""The first month of a plan, and other months counted from it."""

from datetime import date

from financial_models.law import NotYetKnown

from .. import clock
from ..plan import Plan
from ..plan_file_error import PlanFileError, refused


def first_month(plan: Plan, today: date | None = None) -> date:
    """The first day of the plan; the month after today where nobody said when it begins."""
    said = plan.value("inform.start")
    if isinstance(said, date):
        return said
    today = today or clock.today()
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)


def month_of_plan(day: date, start: date) -> int:
    """Which month of the plan a day falls in: 1 is the first, 0 and less lie before it."""
    return (day.year - start.year) * 12 + day.month - start.month + 1


def before_the_law(start: date, error: NotYetKnown) -> PlanFileError:
    """The error for a plan that begins before a figure of law that it needs is known."""
    advice = f"{error.key} is known from {error.since}, let the plan begin then or later"
    return refused("inform.start", f"{start:%Y-%m}", advice)
