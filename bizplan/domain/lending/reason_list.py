"""A lender's own list of reasons: those that ship with the house, on or off, and those that it wrote itself.

Nothing is overwritten: the list is all that was ever said of it, and what was said last of a reason holds.
"""

from dataclasses import dataclass
from datetime import datetime

from ..readiness.sentences import N_
from .reasons import OTHER, OWN, REASONS, Reason

MOST = 40
"""How many reasons a lender writes itself: an officer has to find one among them."""
TOO_MANY = N_("There are 40 reasons of your own already. Change one of them.")


@dataclass(frozen=True)
class Worded:
    """What is said of a reason: the words of an own one and the part of the study to look at, and whether it is on."""

    reason: str
    label: str = ""
    told: str = ""
    part: str = ""
    is_offered: bool = True


@dataclass(frozen=True)
class Change:
    """What was said at once; later numbers were said later."""

    number: int
    worded: Worded
    author: str
    made_at: datetime


@dataclass(frozen=True)
class ReasonList:
    """All that a lender ever said of its reasons, the oldest first."""

    changes: tuple[Change, ...] = ()

    @property
    def newest(self) -> int:
        """The number of what was said last, 0 where nothing was."""
        return max((each.number for each in self.changes), default=0)

    @property
    def offered(self) -> tuple[Reason, ...]:
        """The reasons from which an officer chooses; that there is another one can always be said."""
        return tuple(each for each in (*self.shipped, *self.own) if self.offers(each.key))

    @property
    def shipped(self) -> tuple[Reason, ...]:
        """The reasons that ship with the house."""
        return tuple(REASONS.values())

    @property
    def own(self) -> tuple[Reason, ...]:
        """The reasons that the lender wrote, in the order in which it first did."""
        return tuple(Reason(each.reason, each.label, each.told, parts=(each.part,) if each.part else ())
                     for each in self._stands.values() if each.reason.startswith(OWN))

    def offers(self, key: str) -> bool:
        """Whether officers find this reason."""
        said = self._stands.get(key)
        return key == OTHER or (said.is_offered if said else key in REASONS)

    def stands(self, key: str) -> Worded | None:
        """What was said last of a reason; of those that ship nothing has to be said."""
        return self._stands.get(key) or (Worded(key) if key in REASONS else None)

    def of(self, key: str) -> tuple[Change, ...]:
        """All that was ever said of a reason, the newest first."""
        return tuple(each for each in reversed(self.changes) if each.worded.reason == key)

    @property
    def _stands(self) -> dict[str, Worded]:
        return {each.worded.reason: each.worded for each in self.changes}
