"""The charts of the dossier: cash by month, sales beside costs, sales against break-even, who pays for what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle

from bizplan.documents.charts.plot import Bar, Curve, KeyEntry, Look, Plot, Share, Stroke, Tick
from bizplan.documents.charts.scale import Scale, scale

BAR_PART = 0.64  # of a month's width
LOOKS: tuple[Look, ...] = ("first", "second", "third", "fourth")
SHARE_LOOKS: tuple[Look, ...] = ("fourth", "first", "third", "second", "sixth", "fifth")  # pieces that touch differ
LACKING: Look = "lacking"
Written = Callable[[float], str]  # an amount as the dossier's language writes it


@dataclass(frozen=True)
class Series:
    """Amounts by month under one name."""

    name: str
    amounts: Sequence[float]


@dataclass(frozen=True)
class Limit:
    """An amount that the chart holds the months against."""

    name: str
    amount: float


def cash_by_month(
    months: Sequence[str],
    cash: Series,
    lowest: str,
    written: Written,
    ticks_written: Written,
    limit: Limit | None = None,
    most_ticks: int = 5,
    mirrored: bool = False,
) -> Plot:
    """Cash at the end of each month; the lowest month in a look of its own, with its amount, and the last amount."""
    measured = scale([*cash.amounts, *([limit.amount] if limit else [])], most_ticks)
    low, last = min(range(len(months)), key=lambda month: cash.amounts[month]), len(months) - 1
    bars = []
    for month, amount in enumerate(cash.amounts):
        left, right = slot(month, len(months), 0, 1, mirrored)
        words = written(amount) if month in (low, last) else ""
        bars.append(standing(measured, left, right, 0, amount, "lowest" if month == low else "first", words))
    key, at = [KeyEntry(cash.name, "first"), KeyEntry(lowest, "lowest")], None
    if limit:
        key.append(KeyEntry(limit.name, "second", "dashed"))
        at = measured.at(limit.amount)
    places = month_places(months, mirrored)
    return Plot(rules(measured, ticks_written), places, tuple(bars), (), at, tuple(key), mirrored)


def stacks_by_month(
    months: Sequence[str],
    stacks: Sequence[Sequence[Series]],
    ticks_written: Written,
    most_ticks: int = 5,
    mirrored: bool = False,
) -> Plot:
    """Stacks side by side in every month: sales, and beside it the costs upon each other."""
    sums = [
        sum(max(sign * series.amounts[month], 0) for series in stack) * sign
        for stack in stacks
        for month in range(len(months))
        for sign in (1, -1)
    ]
    measured, looks, bars, key = scale(sums, most_ticks), cycle(LOOKS), list[Bar](), list[KeyEntry]()
    for place, stack in enumerate(stacks):
        ends = [{True: 0.0, False: 0.0} for _ in months]  # how far each month's stack has come above and below zero
        for series, look in zip(stack, looks, strict=False):
            key.append(KeyEntry(series.name, look))
            for month, amount in enumerate(series.amounts):
                start = ends[month][amount >= 0]
                ends[month][amount >= 0] = start + amount
                left, right = slot(month, len(months), place, len(stacks), mirrored)
                bars.append(standing(measured, left, right, start, start + amount, look))
    return Plot(
        rules(measured, ticks_written), month_places(months, mirrored), tuple(bars), key=tuple(key), mirrored=mirrored
    )


def lines_by_month(
    months: Sequence[str],
    first: Series,
    second: Series,
    ticks_written: Written,
    most_ticks: int = 5,
    mirrored: bool = False,
) -> Plot:
    """Two lines over the months: sales, and dashed the sales at which the business breaks even."""
    measured = scale([*first.amounts, *second.amounts], most_ticks)
    strokes: tuple[tuple[Series, Look, Stroke], ...] = ((first, "first", "solid"), (second, "second", "dashed"))
    places = month_places(months, mirrored)
    curves = tuple(
        Curve(
            tuple((x, measured.at(amount)) for (x, _), amount in zip(places, series.amounts, strict=True)), look, stroke
        )
        for series, look, stroke in strokes
    )
    key = tuple(KeyEntry(series.name, look, stroke) for series, look, stroke in strokes)
    return Plot(rules(measured, ticks_written), places, curves=tuple(curves), key=key, mirrored=mirrored)


def shares(parts: Sequence[tuple[str, float]], lacking: Sequence[tuple[str, float]] = ()) -> tuple[Share, ...]:
    """Who brings how much, as pieces of one bar, then what nobody brings; what brings nothing is left out."""
    bringing = [(words, amount) for words, amount in parts if amount > 0]
    looks: list[Look] = [look for look, _ in zip(cycle(SHARE_LOOKS), bringing, strict=False)]
    pieces = [*zip(bringing, looks, strict=True), *((part, LACKING) for part in lacking)]
    whole = sum(amount for (_, amount), _ in pieces)
    found, start = list[Share](), 0.0
    for (words, amount), look in pieces:
        end = start + amount / whole
        found.append(Share(start, end, look, words))
        start = end
    return tuple(found)


def rules(measured: Scale, written: Written) -> tuple[Tick, ...]:
    """The horizontal rules with their amounts."""
    return tuple(Tick(measured.at(amount), written(amount), amount == 0) for amount in measured.ticks)


def month_places(months: Sequence[str], mirrored: bool) -> tuple[tuple[float, str], ...]:
    """The middle of each month, the first at the start of reading."""
    middles = ((number + 0.5) / len(months) for number in range(len(months)))
    return tuple((1 - middle if mirrored else middle, name) for middle, name in zip(middles, months, strict=True))


def slot(month: int, months: int, place: int, places: int, mirrored: bool) -> tuple[float, float]:
    """The left and right edge of a bar that shares its month with others."""
    width = BAR_PART / months / places
    left = (month + (1 - BAR_PART) / 2) / months + place * width
    return (1 - left - width, 1 - left) if mirrored else (left, left + width)


def standing(measured: Scale, left: float, right: float, start: float, end: float, look: Look, words: str = "") -> Bar:
    """A bar between two amounts, whichever is higher."""
    low, high = sorted((measured.at(start), measured.at(end)))
    return Bar(left, right, low, high, look, words)
