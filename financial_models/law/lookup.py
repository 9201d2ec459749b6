"""The figure of law that holds on a day: what it is, where it was read, and how far it may be trusted."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from financial_models.law import reading
from financial_models.law.figures import Provenance, Rate, Scale, Step
from financial_models.law.reading import BELGIUM, LENDERS, Citation, Dated, Parameter

NONE: frozenset[str] = frozenset()


class UnknownKey(LookupError):
    """No file of law has this key; the message offers the nearest ones."""


class NotYetKnown(LookupError):
    """The date lies before the first one for which the figure was looked up; ``since`` is that first one."""

    def __init__(self, key: str, on: date, since: date):
        self.key, self.since = key, since
        super().__init__(f"{key!r} was asked for {on}, but its first known value holds since {since}; "
                         f"let the plan begin later, or add the earlier value with its source")


def rate(key: str, on: date, *, reforms: frozenset[str] = NONE) -> Rate:
    """The figure that holds on a day; past the last known year the last one, marked as carried forward."""
    return _rate(key, on, reforms)


def scale(key: str, on: date, *, reforms: frozenset[str] = NONE) -> Scale:
    """The scale that holds on a day, each threshold and share a figure with its provenance."""
    return _scale(key, on, reforms)


def years(key: str, first: int, last: int, *, reforms: frozenset[str] = NONE) -> tuple[Rate, ...]:
    """The figure for each calendar year, both ends included: for each the one in force at the year's end."""
    return tuple(_rate(key, date(year, 12, 31), reforms) for year in range(first, last + 1))


def scales(key: str, first: int, last: int, *, reforms: frozenset[str] = NONE) -> tuple[Scale, ...]:
    """The scale for each calendar year, both ends included."""
    return tuple(_scale(key, date(year, 12, 31), reforms) for year in range(first, last + 1))


def months(key: str, first: date, count: int, *, reforms: frozenset[str] = NONE) -> tuple[Rate, ...]:
    """The figure for each of so many months from a first one: for each the one in force on its first day."""
    start = first.year * 12 + first.month - 1
    days = (date(month // 12, month % 12 + 1, 1) for month in range(start, start + count))
    return tuple(_rate(key, day, reforms) for day in days)


def first_known(key: str) -> date:
    """The first day for which a figure was looked up: before it, asking for the figure is an error."""
    return min(dated.since for dated in parameter(key).values if dated.reform is None)


def keys() -> tuple[str, ...]:
    """The keys of all parameters, those of the lenders among them."""
    return tuple(parameter.key for parameter in parameters())


def parameters() -> Iterator[Parameter]:
    """All parameters of all files, topic by topic."""
    for folder in (BELGIUM, LENDERS):
        for name in reading.topic_names(folder):
            yield from reading.topic(folder, name).parameters.values()


def parameter(key: str) -> Parameter:
    """The parameter with this key; only the file of its topic is read."""
    folder, rest = (LENDERS, key.removeprefix("lenders.")) if key.startswith("lenders.") else (BELGIUM, key)
    name = rest.partition(".")[0]
    found = reading.topic(folder, name).parameters.get(key) if name in reading.topic_names(folder) else None
    if found is None:
        close = get_close_matches(key, keys(), 3, 0.5)
        raise UnknownKey(f"no file of law has the key {key!r}; the nearest are {', '.join(close) or 'none'}")
    return found


@lru_cache(maxsize=8192)
def _rate(key: str, on: date, reforms: frozenset[str]) -> Rate:
    asked = parameter(key)
    dated = _in_force(asked, on, reforms)
    if dated.number is None:
        raise UnknownKey(f"{key!r} is a scale of steps; ask for it with scale(), not with rate()")
    return Rate(dated.number, _provenance(asked, dated, dated.citation, on, reforms))


@lru_cache(maxsize=256)
def _scale(key: str, on: date, reforms: frozenset[str]) -> Scale:
    asked = parameter(key)
    dated = _in_force(asked, on, reforms)
    if dated.number is not None:
        raise UnknownKey(f"{key!r} is one number and not a scale; ask for it with rate()")
    steps = []
    for threshold, share, citation in dated.steps:
        where = _provenance(asked, dated, citation, on, reforms)
        steps.append(Step(Rate(threshold, where), Rate(share, where)))
    return Scale(tuple(steps), _provenance(asked, dated, dated.citation, on, reforms))


def _eligible(asked: Parameter, reforms: frozenset[str]) -> list[Dated]:
    """The values that count, by date; on the same day a reform stands after the law that it replaces."""
    unknown = reforms - reading.reforms().keys() if reforms else NONE
    if unknown:
        raise UnknownKey(f"no reform is called {sorted(unknown)}; pending are {sorted(reading.reforms())}")
    counting = [dated for dated in asked.values if dated.reform is None or dated.reform in reforms]
    return sorted(counting, key=lambda dated: (dated.since, dated.reform is not None))


def _in_force(asked: Parameter, on: date, reforms: frozenset[str]) -> Dated:
    """The last value that began on the day or before it."""
    values = _eligible(asked, reforms)
    begun = [dated for dated in values if dated.since <= on]
    if not begun:
        raise NotYetKnown(asked.key, on, values[0].since)
    return begun[-1]


def _carried_forward_from(asked: Parameter, dated: Dated, on: date, reforms: frozenset[str]) -> int | None:
    """The last known year of a yearly figure, where the day lies past it."""
    last = _eligible(asked, reforms)[-1] is dated
    return dated.since.year if asked.yearly and last and on.year > dated.since.year else None


def _provenance(
    asked: Parameter, dated: Dated, citation: Citation, on: date, reforms: frozenset[str]
) -> Provenance:
    return Provenance(
        key=asked.key, label=asked.label, unit=asked.unit, per=asked.per, since=dated.since,
        source=citation.title, link=citation.link, basis=asked.basis, status=citation.status, note=dated.note,
        checked_on=citation.checked_on, recheck_after=dated.recheck_after, reform=dated.reform,
        carried_forward_from=_carried_forward_from(asked, dated, on, reforms),
    )
