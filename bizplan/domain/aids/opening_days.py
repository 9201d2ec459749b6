"""Opening days of a year: the weekdays on which the business is open, less public holidays and weeks of holiday."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from financial_models.law import first_known

from ..readiness.sentences import N_, Count, Legal, Month, Several
from .calendars import PublicHoliday, public_holidays
from .slip import Remark, Slip, Step, check

MOST_WEEKS = 52
LAST_YEAR = 2199
NEVER_OPEN = N_("Choose at least one day on which you are open.")
ALLOWED = N_("Employees do not work on these days. May you open? Ask your town and your trade organisation.")


@dataclass(frozen=True)
class Opening:
    """When a business is open: weekdays (0 is Monday), and the weeks of holiday that nobody works."""

    year: int
    weekdays: tuple[int, ...]
    closed_on_holidays: bool = True
    weeks_off: float = 0.0

    def __post_init__(self) -> None:
        check("year", self.year, first_known("holidays.christmas.day").year, LAST_YEAR)
        check("weeks_off", self.weeks_off, high=MOST_WEEKS)
        for weekday in self.weekdays:
            check("weekdays", weekday, high=6)


@dataclass(frozen=True, kw_only=True)
class OpeningDays(Slip):
    """Opening days: by month before weeks of holiday, in the whole year after them, and in a normal month."""

    by_month: tuple[int, ...]
    year: float
    month: float
    holidays: tuple[PublicHoliday, ...]


def opening_days(opening: Opening) -> OpeningDays:
    """How many days a year and a normal month the business is open."""
    days = _open_days(opening)
    missed = tuple(holiday for holiday in public_holidays(opening.year)
                   if opening.closed_on_holidays and holiday.day in days)
    left = days - {holiday.day for holiday in missed}
    off = min(opening.weeks_off * len(set(opening.weekdays)), len(left))
    year = len(left) - off
    month = round(year / 12, 1)
    steps = (
        Step(N_("Days of the year on which you are open each week"), Count(len(days))),
        Step(N_("Less public holidays on such a day: {names}"), Count(-len(missed)), {"names": _names(missed)}),
        Step(N_("Less {weeks} weeks of holiday"), Count(-round(off, 1)), {"weeks": Count(opening.weeks_off)}),
        Step(N_("Opening days in the year"), Count(round(year, 1)), result=True),
        Step(N_("In a normal month: a twelfth"), Count(month), result=True),
    )
    by_month = tuple(sum(day.month == month for day in left) for month in range(1, 13))
    return OpeningDays(by_month=by_month, year=year, month=month, holidays=missed, steps=steps,
                       proposes={"products[].open_days": month} if year else {}, remarks=_remarks(opening))


def month_steps(found: OpeningDays, year: int) -> tuple[Step, ...]:
    """The opening days of each month, before weeks of holiday, as lines of a slip."""
    return tuple(Step(N_("Opening days in {month}"), Count(days), {"month": Month(date(year, month, 1))})
                 for month, days in enumerate(found.by_month, 1))


def _open_days(opening: Opening) -> set[date]:
    days = (date(opening.year, month, day) for month in range(1, 13)
            for day in range(1, monthrange(opening.year, month)[1] + 1))
    return {day for day in days if day.weekday() in opening.weekdays}


def _names(holidays: tuple[PublicHoliday, ...]) -> Several:
    return Several(tuple(Legal(holiday.law.label) for holiday in holidays), most=12)


def _remarks(opening: Opening) -> tuple[Remark, ...]:
    if not opening.weekdays:
        return (Remark(NEVER_OPEN),)
    laws = tuple(holiday.law for holiday in public_holidays(opening.year))
    return (Remark(ALLOWED, figures=laws),)
