"""What the checks of a plan find: the fact, what it means, what would mend it and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from financial_models.law import Rate

from .sentences import Spoken


class Severity(IntEnum):
    """How much a finding weighs, the worst first: with a blocker no lender can say yes."""

    BLOCKER = 1
    WARNING = 2
    REMARK = 3


@dataclass(frozen=True)
class Place:
    """Where an answer is to be mended: the question (or the group of rows), the row, and the path in the plan file."""

    key: str
    row: str
    path: str


@dataclass(frozen=True)
class Figure:
    """A figure of the model that a finding rests on: of a month of the plan, or of a plan year (with month 0)."""

    line: str
    value: float
    month: int = 0
    year: int = 0


@dataclass(frozen=True)
class Finding:
    """Something that the checks noticed.

    ``subject`` is the key of the phase of the study that it belongs to.  ``found``, ``means`` and ``mend`` are
    English texts with named values, which a translator finds in the catalogue; ``sentence`` makes them readable.
    ``threshold`` is the limit of the lender or of the law that was held against the plan.
    """

    rule: str
    severity: Severity
    subject: str
    found: str
    means: str = ""
    mend: str = ""
    values: Mapping[str, Spoken] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    threshold: Rate | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    @property
    def texts(self) -> tuple[str, ...]:
        """What was found, what it means, what would mend it."""
        return tuple(text for text in (self.found, self.means, self.mend) if text)


@dataclass(frozen=True)
class Skipped:
    """A rule that could not be applied, and the reason: an English text with named values."""

    rule: str
    reason: str
    values: Mapping[str, Spoken] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """The reason."""
        return (self.reason,)
