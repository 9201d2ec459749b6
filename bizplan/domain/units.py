"""What is counted and how often, in the words of a language."""

from .questions import Period
from .readiness.sentences import N_, Translate

PERIODS = {
    Period.HOUR: N_("an hour"),
    Period.DAY: N_("a day"),
    Period.WEEK: N_("a week"),
    Period.MONTH: N_("a month"),
    Period.QUARTER: N_("a quarter"),
    Period.YEAR: N_("a year"),
}
SEVERAL = {
    "customers": N_("customers"),
    "days": N_("days"),
    "hours": N_("hours"),
    "minutes": N_("minutes"),
    "months": N_("months"),
    "subscribers": N_("subscribers"),
    "units": N_("pieces"),
    "years": N_("years"),
}
ONE = {
    "customers": N_("customer"),
    "days": N_("day"),
    "hours": N_("hour"),
    "minutes": N_("minute"),
    "months": N_("month"),
    "subscribers": N_("subscriber"),
    "units": N_("piece"),
    "years": N_("year"),
}
SIGNS = {"m2": "m²"}


def period_words(period: Period, translate: Translate) -> str:
    """How often something occurs, or nothing where it occurs once."""
    return translate(PERIODS[period]) if period in PERIODS else ""


def unit_words(unit: str, count: float, language: str, translate: Translate) -> str:
    """What is counted, one or several of it; in French what is below two is one."""
    size = abs(count)
    words = ONE if (size < 2 if language == "fr" else size == 1) else SEVERAL
    return translate(words[unit]) if unit in words else SIGNS.get(unit, unit)
