"""What the quick profile says: a reason with its light, and the verdict that follows from the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..readiness.assessment import NoFigures
from ..readiness.finding import Figure, Place
from ..readiness.sentences import Spoken
from ..readiness.signals import Light


class Gate(Enum):
    """What a verdict says; a person decides."""

    GO = "go"
    GO_IF = "go if"
    NOT_YET = "not yet"


@dataclass(frozen=True)
class Reason:
    """One reason: an English text with named values, its light, and the places where it is changed.

    ``missing`` are answers that are wanted first; without them the light is None where nothing can be said yet.
    """

    key: str
    light: Light | None
    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    missing: tuple[Place, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)


@dataclass(frozen=True)
class Condition:
    """What would have to be true for the family to be covered every year, all else as it is.

    ``key`` is "price", "quantity" or "fixed_costs"; ``factor`` what the answers are multiplied by, None where no
    factor does; ``answers`` the new answers by question and row, rounded as people write them.
    """

    key: str
    factor: float | None
    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], float] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    is_within_reach: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)


@dataclass(frozen=True)
class Verdict:
    """The verdict of the quick profile, with its reasons, and the conditions under which the family is covered.

    ``assumed`` are questions that nobody answered yet, of which the usual answer was taken.
    """

    gate: Gate
    reasons: tuple[Reason, ...]
    conditions: tuple[Condition, ...] = ()
    assumed: tuple[Place, ...] = ()
    no_figures: NoFigures | None = None

    @property
    def missing(self) -> tuple[Place, ...]:
        """All answers that are wanted first, each once."""
        found = {(place.key, place.row): place for reason in self.reasons for place in reason.missing}
        return tuple(found.values())
