"""What the law says, as figures that know where they come from.

A `Rate` is a number like any other: it can be added, multiplied and given to numpy. Besides its value it
carries its provenance, so that whoever prints it can say which text it was read in, since when it holds, how
sure we are, and whether it was carried forward past the last year that is known.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["official", "secondary", "unverified"]


@dataclass(frozen=True, slots=True)
class Text:
    """A name, a remark or a title in the three languages of the documents."""

    en: str
    nl: str
    fr: str

    def text(self, language: str) -> str:
        """The words in this language; in any other language, such as Arabic, the English ones."""
        return {"nl": self.nl, "fr": self.fr}.get(language, self.en)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a legal figure comes from, how sure it is and when it wants checking again."""

    key: str
    label: Text
    unit: str
    per: str | None
    since: date
    source: Text
    link: str | None
    basis: Text | None
    status: Status
    note: Text | None
    checked_on: date
    recheck_after: date
    reform: str | None
    carried_forward_from: int | None

    def due_for_recheck(self, today: date) -> bool:
        """Whether the day has passed after which this figure should be looked up again."""
        return today > self.recheck_after


class _Provenanced:
    """Lets the fields of a figure's provenance be read from the figure itself."""

    __slots__ = ()
    provenance: Provenance

    @property
    def key(self) -> str:
        """The dotted name by which the figure is asked for."""
        return self.provenance.key

    @property
    def label(self) -> Text:
        """The name of the figure for people."""
        return self.provenance.label

    @property
    def unit(self) -> str:
        """What the figure counts: EUR, a share, months and so on."""
        return self.provenance.unit

    @property
    def per(self) -> str | None:
        """The period an amount belongs to: year, quarter, month, or None."""
        return self.provenance.per

    @property
    def since(self) -> date:
        """The first day on which the value holds."""
        return self.provenance.since

    @property
    def source(self) -> Text:
        """The title of the text in which the value was read."""
        return self.provenance.source

    @property
    def link(self) -> str | None:
        """The address of that text, where it was kept."""
        return self.provenance.link

    @property
    def basis(self) -> Text | None:
        """The article of law behind the figure, where known."""
        return self.provenance.basis

    @property
    def status(self) -> Status:
        """How sure the value is: read at the official source, read elsewhere, or unverified."""
        return self.provenance.status

    @property
    def note(self) -> Text | None:
        """What else a careful reader should know about the value."""
        return self.provenance.note

    @property
    def checked_on(self) -> date:
        """The day on which the source was last read."""
        return self.provenance.checked_on

    @property
    def recheck_after(self) -> date:
        """The day after which the value should be looked up again."""
        return self.provenance.recheck_after

    @property
    def reform(self) -> str | None:
        """The pending reform the value belongs to, or None for law in force."""
        return self.provenance.reform

    @property
    def carried_forward_from(self) -> int | None:
        """The last known year, where the value is used for a later one; else None."""
        return self.provenance.carried_forward_from

    def due_for_recheck(self, today: date) -> bool:
        """Whether the day has passed after which this figure should be looked up again."""
        return self.provenance.due_for_recheck(today)


class Rate(float, _Provenanced):
    """One legal figure on one day: a number that carries its provenance along."""

    __slots__ = ("provenance",)

    def __new__(cls, value: float, provenance: Provenance) -> Rate:
        """The figure; arithmetic with it gives plain numbers."""
        rate = super().__new__(cls, value)
        object.__setattr__(rate, "provenance", provenance)
        return rate

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse any change: law does not change by assignment."""
        raise AttributeError(f"{self.key} is a figure of law and cannot be changed; {name!r} was to become {value!r}")

    def __reduce__(self) -> tuple[type[Rate], tuple[float, Provenance]]:
        """Copies and pickles keep the provenance."""
        return Rate, (float(self), self.provenance)

    @property
    def value(self) -> float:
        """The bare number, without provenance."""
        return float(self)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale: from this amount on, this share is due."""

    threshold: Rate
    rate: Rate


@dataclass(frozen=True)
class Scale(_Provenanced):
    """A legal scale on one day: its steps from the lowest amount to the highest."""

    steps: tuple[Step, ...]
    provenance: Provenance

    @property
    def thresholds(self) -> tuple[Rate, ...]:
        """The amounts at which the steps begin, the first one zero."""
        return tuple(step.threshold for step in self.steps)

    @property
    def rates(self) -> tuple[Rate, ...]:
        """The share due within each step."""
        return tuple(step.rate for step in self.steps)

    def on(self, amount: float) -> float:
        """The tax that the scale gives on an amount, without rounding."""
        ends = (*self.thresholds[1:], float("inf"))
        return sum(
            float(step.rate) * max(0.0, min(amount, end) - step.threshold)
            for step, end in zip(self.steps, ends, strict=True)
        )
