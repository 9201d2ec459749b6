"""All that was judged of a plan, and what changed in it, read at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .gates import Decided, Decision, decided
from .reviews import Changes, Review, Standing, State, standings
from .subject import About


@dataclass(frozen=True)
class Judged:
    """Reviews and decisions in the order in which they were given, the newest change of each place, open requests."""

    reviews: tuple[Review, ...] = ()
    decisions: tuple[Decision, ...] = ()
    changes: Changes = field(default_factory=dict)
    requests: Mapping[tuple[About, str], int] = field(default_factory=dict)

    @cached_property
    def parts(self) -> dict[str, Standing]:
        """How every part stands."""
        return standings(self.reviews, self.changes)

    @cached_property
    def gates(self) -> dict[str, Decided]:
        """How every gate stands."""
        return decided(self.decisions, self.changes)

    @property
    def approved(self) -> int:
        """How many parts are approved as they are now."""
        return sum(each.state is State.APPROVED for each in self.parts.values())

    def told_of(self, part: str) -> tuple[Review, ...]:
        """All that was said of a part, the newest first."""
        return tuple(each for each in reversed(self.reviews) if each.part == part)
