"""A reason for or against a product: its sentence, where it is mended, and what was read about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from financial_models.law import Fact, Rate
from financial_models.readers import numerals

from ...profile import Reason
from ...readiness.sentences import Translate
from ...readiness.signals import Light

Rest: TypeAlias = Rate | Fact


@dataclass(frozen=True)
class Yearly:
    """A yearly rate of interest, as exactly as lenders write it."""

    rate: float

    def said(self, language: str, translate: Translate) -> str:
        """The rate as a percentage."""
        return numerals.percentage(self.rate, language, 2)


@dataclass(frozen=True)
class Ground(Reason):
    """A reason of a product: green speaks for it, amber is to be settled first, red speaks against it.

    Without a light it is a question for the lender.  ``rests`` are the figures and rules of the lender behind it.
    """

    rests: tuple[Rest, ...] = ()


def careful(found: Iterable[Ground]) -> tuple[Ground, ...]:
    """The same, but nothing that nobody has read in a source speaks against a product: it is to be asked first."""
    return tuple(_softened(ground) for ground in found)


def _softened(ground: Ground) -> Ground:
    unread = any(rest.status == "unverified" for rest in ground.rests)
    return replace(ground, light=Light.WARN) if unread and ground.light is Light.STOP else ground
