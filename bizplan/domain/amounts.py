"""Amounts said in another way than a question asks: per day instead of per month, with VAT instead of without.

A year has 365 days, 52 weeks and 12 months; a week has 7 days.  What is not a whole number of cents is
rounded, half a cent up, and says so; a price that was said more finely than in cents stays as fine.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from financial_models.readers import numerals

from .numbers import decimals
from .questions import Period
from .questions.question import Vat
from .readiness.sentences import N_, Count, Spoken, Translate
from .units import period_words

A_YEAR = {Period.DAY: 365, Period.WEEK: 52, Period.MONTH: 12, Period.QUARTER: 4, Period.YEAR: 1}
"""How often each period comes in a year."""
DAYS_A_WEEK = 7
CENTS = 2
MOST_DECIMALS = 6               # what is finer is not said

TIMES = N_("{given} × {times} = {turned}")
DIVIDED = N_("{given} ÷ {by} = {turned}")
TIMES_AND_DIVIDED = N_("{given} × {times} ÷ {by} = {turned}")


@dataclass(frozen=True)
class Per:
    """An amount and how often it occurs."""

    amount: float
    period: Period = Period.NONE

    def said(self, language: str, translate: Translate) -> str:
        """The amount with its cents where it has any: € 1.234,50 a month."""
        places = min(decimals(Decimal(repr(self.amount))), MOST_DECIMALS)
        money = numerals.amount(self.amount, language, max(CENTS, places) if places else 0)
        return f"{money} {period_words(self.period, translate)}".strip()


@dataclass(frozen=True)
class Turned:
    """An amount turned into another period, and how; ``exact`` where nothing was rounded."""

    given: Per
    turned: Per
    times: float
    by: float
    exact: bool

    @property
    def texts(self) -> tuple[str, ...]:
        """The sum on one line: € 10 a day × 365 ÷ 12 = € 304,17 a month."""
        if self.by == 1:
            return (TIMES,)
        return (DIVIDED,) if self.times == 1 else (TIMES_AND_DIVIDED,)

    @property
    def values(self) -> Mapping[str, Spoken]:
        """What stands in the sum, by name."""
        return {"given": self.given, "turned": self.turned, "times": Count(self.times), "by": Count(self.by)}


def turned(amount: float, said: Period, asked: Period, days: float = A_YEAR[Period.DAY]) -> Turned:
    """An amount of one period as an amount of another; ``days`` is how many days of a year it occurs on.

    €10 a day is €304.17 a month (365 ÷ 12), €100 a week €433.33 a month (52 ÷ 12).  Raises ValueError for an
    amount that occurs once or by the hour: how often it comes in a year is not known.
    """
    for period in (said, asked):
        if period not in A_YEAR:
            raise ValueError(f"An amount of {period.name} has no place in a year: ask how often it occurs.")
    times, by = _factors(said, asked, days)
    exact = Decimal(repr(amount)) * Decimal(repr(times)) / Decimal(repr(by))
    rounded = _rounded(exact, amount)
    return Turned(Per(amount, said), Per(float(rounded), asked), times, by, rounded == exact)


def _factors(said: Period, asked: Period, days: float) -> tuple[float, float]:
    """What to multiply with and what to divide by, as few as it takes."""
    a_year: dict[Period, float] = {**A_YEAR, Period.DAY: days}
    if days == A_YEAR[Period.DAY] and {said, asked} == {Period.DAY, Period.WEEK}:
        return (DAYS_A_WEEK, 1) if said is Period.DAY else (1, DAYS_A_WEEK)
    times, by = a_year[said], a_year[asked]
    if times % by == 0:
        return times // by, 1
    return (1, by // times) if by % times == 0 else (times, by)


@dataclass(frozen=True)
class Sides:
    """An amount without VAT, the VAT on it, and both together."""

    without: float
    vat: float
    included: float


def sides(amount: float, given: Vat, rate: float) -> Sides:
    """An amount that was given with or without VAT, seen from both sides; the three agree to the cent.

    At a rate of one tenth, 110 with VAT is 100 and 10 of VAT.  Raises ValueError where nobody said which side
    was given, and for a rate below nothing.
    """
    if given not in (Vat.WITH, Vat.WITHOUT):
        raise ValueError(f"An amount is given with or without VAT, not {given.name}: ask the entrepreneur first.")
    if not rate >= 0:
        raise ValueError(f"A rate of VAT is not {rate}: give a share of 0 or more.")
    known, whole = Decimal(repr(amount)), 1 + Decimal(repr(rate))
    without, included = (known / whole, known) if given is Vat.WITH else (known, known * whole)
    without, included = _rounded(without, amount), _rounded(included, amount)
    return Sides(float(without), float(included - without), float(included))


def other_side(amount: float, given: Vat, rate: float) -> float:
    """The amount without VAT where it was given with, and the other way round."""
    both = sides(amount, given, rate)
    return both.without if given is Vat.WITH else both.included


def _rounded(exact: Decimal, like: float) -> Decimal:
    """To the cent, or as finely as the amount was said."""
    exponent = Decimal(repr(like)).normalize().as_tuple().exponent
    assert isinstance(exponent, int), f"{like} is not an amount"
    return exact.quantize(Decimal(1).scaleb(min(-CENTS, exponent)), ROUND_HALF_UP)
