"""Days that move from year to year: Easter, the legal public holidays, and the feasts of the Islamic calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from financial_models.law import Rate, keys, rate

BEFORE_ISLAMIC = date(622, 7, 18)
"""The day before the Islamic calendar begins."""


@dataclass(frozen=True)
class PublicHoliday:
    """A legal public holiday of a year; ``law`` is the figure that says when it falls, and names it."""

    day: date
    law: Rate


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian rule of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + leaps + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the Islamic calendar as it is calculated (the civil, tabular one): a day beside what is announced.

    Months have 30 and 29 days in turn; in 11 of 30 years the last one has a day more.
    """
    days = day + (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (11 * year + 3) // 30
    return BEFORE_ISLAMIC + timedelta(days)


def public_holidays(year: int) -> tuple[PublicHoliday, ...]:
    """The legal public holidays of a year in Belgium, earliest first, by the law of its first day."""
    on = date(year, 1, 1)
    found = []
    for key in (key for key in keys() if key.startswith("holidays.")):
        law = rate(key, on)
        if key.endswith(".day"):
            month = rate(f"{key.removesuffix('.day')}.month", on)
            found.append(PublicHoliday(date(year, int(month), int(law)), law))
        elif key.endswith(".days_after_easter"):
            found.append(PublicHoliday(easter(year) + timedelta(int(law)), law))
    return tuple(sorted(found, key=lambda holiday: holiday.day))
