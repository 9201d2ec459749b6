"""The season: twelve factors that say how a year of sales spreads over its months, 1 being a normal month."""

from dataclasses import dataclass
from datetime import date, timedelta

from ..readiness.sentences import N_, Count, Day, Term
from .calendars import easter, islamic
from .slip import DoesNotFit, Remark, Slip, Step, check

BUSYNESS = {"closed": 0.0, "very_quiet": 0.5, "quiet": 0.75, "normal": 1.0, "busy": 1.25, "very_busy": 1.5}
"""How much is sold in a month that is called so, beside a normal one: a ruler to begin with, not a measurement."""
WORDS = {
    "closed": N_("Closed"), "very_quiet": N_("Very quiet"), "quiet": N_("Quiet"), "normal": N_("Normal"),
    "busy": N_("Busy"), "very_busy": N_("Very busy"),
}
TWELVE = N_("There are {value} months here. Fill in all twelve, January first.")
NOTHING = N_("Nothing is sold in any month. Fill in at least one month.")
RULER = N_("Very busy counts {most}, very quiet {least}. Real amounts of twelve months are better.")
NORMAL = N_("A normal month sells {amount}: a twelfth of the year.")
MOON = N_("Found by calculation. The moon is seen a day sooner or later: check the calendar of your community.")


@dataclass(frozen=True, kw_only=True)
class Season(Slip):
    """Twelve factors, January first, that average 1; ``normal`` is what a normal month sells, if amounts were given."""

    factors: tuple[float, ...]
    normal: float | None = None


@dataclass(frozen=True)
class Feast:
    """A feast that may make a month busy or quiet: its name, its first day and its last."""

    name: str
    first: date
    last: date


def season_of_words(months: tuple[str, ...]) -> Season:
    """The season of twelve months that are each called quiet, normal, busy and so on (the keys of BUSYNESS)."""
    _check(months)
    for word in months:
        if word not in BUSYNESS:
            raise LookupError(f"no month is called {word!r}; there are {', '.join(BUSYNESS)}")
    values = {"most": Count(BUSYNESS["very_busy"]), "least": Count(BUSYNESS["very_quiet"])}
    return _season(tuple(BUSYNESS[word] for word in months), (Remark(RULER, values),))


def season_of_amounts(months: tuple[float, ...]) -> Season:
    """The season of twelve amounts: sales, customers or pieces, as they were or as they are expected."""
    _check(months)
    for amount in months:
        check("months", amount)
    normal = sum(months) / 12
    season = _season(months, (Remark(NORMAL, {"amount": Count(round(normal, 2))}),))
    return Season(factors=season.factors, normal=normal, steps=season.steps, proposes=season.proposes,
                  remarks=season.remarks)


def _check(months: tuple[object, ...]) -> None:
    if len(months) != 12:
        raise DoesNotFit("months", TWELVE, {"value": Count(len(months))})


def _season(sizes: tuple[float, ...], remarks: tuple[Remark, ...]) -> Season:
    mean = sum(sizes) / 12
    if not mean:
        raise DoesNotFit("months", NOTHING, {})
    factors = tuple(round(size / mean, 4) for size in sizes)
    steps = (
        Step(N_("The twelve months together"), Count(round(sum(sizes), 2))),
        Step(N_("A normal month: a twelfth of that"), Count(round(mean, 2)), result=True),
        Step(N_("The busiest month, beside a normal one"), Count(round(max(factors), 2))),
        Step(N_("The quietest month, beside a normal one"), Count(round(min(factors), 2))),
    )
    return Season(factors=factors, steps=steps, proposes={"products[].season": factors}, remarks=remarks)


def feasts(year: int) -> tuple[Feast, ...]:
    """Feasts of a year that move from month to month, earliest first; those of the moon are calculated (see MOON)."""
    found = [Feast(N_("Easter"), easter(year), easter(year))]
    for lunar in (_lunar_year(year), _lunar_year(year) + 1):
        ramadan, fitr = islamic(lunar, 9, 1), islamic(lunar, 10, 1)
        adha = islamic(lunar, 12, 10)
        found += [Feast(N_("Ramadan"), ramadan, fitr - timedelta(1)), Feast(N_("Eid al-Fitr"), fitr, fitr),
                  Feast(N_("Eid al-Adha"), adha, adha)]
    within = (feast for feast in found if feast.first.year <= year <= feast.last.year)
    return tuple(sorted(within, key=lambda feast: feast.first))


def _lunar_year(year: int) -> int:
    """The Islamic year in which a year of our calendar begins."""
    lunar = year - 622
    lunar += lunar // 32
    while islamic(lunar + 1, 1, 1) <= date(year, 1, 1):
        lunar += 1
    while islamic(lunar, 1, 1) > date(year, 1, 1):
        lunar -= 1
    return lunar


def feast_months(year: int) -> Slip:
    """In which months of a year the moving feasts fall, to think of while filling in the twelve months."""
    steps = []
    for feast in feasts(year):
        named = {"feast": Term(feast.name)}
        if feast.first == feast.last:
            steps.append(Step(feast.name, Day(feast.first)))
        else:
            steps += [Step(N_("{feast} begins"), Day(feast.first), named),
                      Step(N_("{feast} ends"), Day(feast.last), named)]
    return Slip(steps=tuple(steps), remarks=(Remark(MOON),))
