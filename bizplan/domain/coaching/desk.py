"""The plans on a coach's desk: who waits, what blocks, who is quiet; found, sorted and told apart."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cached_property

from ..clock import HERE
from ..profile import Gate
from .summary import Deadline, Summary

QUIET = timedelta(weeks=3)
NEVER, FOREVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
UNHEARD = ("Mn", "Cf")
"""The kinds of characters that nobody types in a search: marks above letters, and marks of direction."""


@dataclass(frozen=True)
class Waiting:
    """What waits in a plan: open questions, parts of the study to look at, and since when the first of them waits."""

    questions: int = 0
    parts: tuple[str, ...] = ()
    since: datetime | None = None


NOTHING_WAITS = Waiting()


class Group(Enum):
    """How a plan stands on the desk, in the order in which it is shown."""

    WAITS = "waits"
    BLOCKS = "blocks"
    GO_IF = "go if"
    BUSY = "busy"
    NEW = "new"
    READY = "ready"
    NOT_AGREED = "not agreed"


@dataclass(frozen=True)
class Accompanied:
    """A plan on the desk of a coach; of one whose owner does not agree nothing is known but the name.

    ``active_at`` is when somebody last answered, or the entrepreneur last said something; ``read_at`` when this coach
    last opened the plan; ``changed`` how many answers others changed since then.  ``is_fresh`` says whether the
    summary is of the answers as they are now.
    """

    plan: str
    name: str
    agreed: bool = True
    archived: bool = False
    summary: Summary | None = None
    is_fresh: bool = True
    active_at: datetime | None = None
    read_at: datetime | None = None
    changed: int = 0
    waiting: Waiting = NOTHING_WAITS
    overdue: int = 0
    gate: Gate | None = None
    meets_at: datetime | None = None
    contact_on: date | None = None
    deadline: Deadline | None = None

    @property
    def waits(self) -> bool:
        """Whether it is the coach's turn."""
        return self.waiting.since is not None

    @property
    def blocks(self) -> bool:
        """Whether something was found with which no lender can say yes."""
        return self.summary is not None and self.summary.blockers > 0

    @property
    def is_ready(self) -> bool:
        """Whether a dossier can be made."""
        return self.summary is not None and self.summary.is_complete

    @cached_property
    def group(self) -> Group:
        """How it stands: the first that holds."""
        if not self.agreed:
            return Group.NOT_AGREED
        if self.waits:
            return Group.WAITS
        if self.blocks:
            return Group.BLOCKS
        if self.is_ready:
            return Group.READY
        if self.gate is Gate.GO_IF:
            return Group.GO_IF
        return Group.BUSY if self.summary and self.summary.done else Group.NEW

    def is_quiet(self, now: datetime) -> bool:
        """Whether nothing was heard for three weeks: no answer, no word, no contact."""
        contact = datetime.combine(self.contact_on, time.max, HERE) if self.contact_on else NEVER
        return self.active_at is not None and max(self.active_at, contact) < now - QUIET


class Tab(Enum):
    """Which plans are shown; those in the archive stand apart from all others."""

    ALL = "all"
    WAITS = "waits"
    BLOCKS = "blocks"
    QUIET = "quiet"
    READY = "ready"
    ARCHIVE = "archive"

    def holds(self, each: Accompanied, now: datetime) -> bool:
        """Whether a plan stands under this tab."""
        if each.archived or self is Tab.ARCHIVE:
            return each.archived and self is Tab.ARCHIVE
        return self is Tab.ALL or HOLDS[self](each, now)


HOLDS: Mapping[Tab, Callable[[Accompanied, datetime], bool]] = {
    Tab.WAITS: lambda each, _now: each.waits, Tab.BLOCKS: lambda each, _now: each.blocks,
    Tab.QUIET: lambda each, now: each.is_quiet(now), Tab.READY: lambda each, _now: each.is_ready,
}


class Order(Enum):
    """In which order plans are shown."""

    WAITS = "waits"
    ACTIVE = "active"
    NAME = "name"
    DEADLINE = "deadline"
    CASH = "cash"


GROUPS = list(Group)
KEYS: Mapping[Order, Callable[[Accompanied], tuple[object, ...]]] = {
    Order.WAITS: lambda each: (GROUPS.index(each.group), each.waiting.since or FOREVER, *_latest_first(each)),
    Order.ACTIVE: lambda each: _latest_first(each),
    Order.NAME: lambda each: (),
    Order.DEADLINE: lambda each: (each.deadline.on if each.deadline else date.max,),
    Order.CASH: lambda each: _lowest_first(each),
}
"""By what plans are sorted; those that are alike stay in the order of their names."""


def in_order(found: Iterable[Accompanied], order: Order) -> list[Accompanied]:
    """The plans in an order."""
    named = sorted(found, key=lambda each: (plain(each.name), each.plan))
    return sorted(named, key=KEYS[order])


def matching(found: Iterable[Accompanied], wanted: str) -> list[Accompanied]:
    """The plans in whose name or business the wanted text stands, letter by letter, whatever the letters wear."""
    sought = plain(wanted)
    return [each for each in found
            if sought in plain(each.name) or (each.summary and sought in plain(each.summary.title))]


def plain(text: str) -> str:
    """A text as it is searched: no capitals, no marks above letters, one space between words."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(each for each in letters if unicodedata.category(each) not in UNHEARD).split())


def _latest_first(each: Accompanied) -> tuple[object, ...]:
    return (-(each.active_at or NEVER.replace(year=2)).timestamp(),)


def _lowest_first(each: Accompanied) -> tuple[object, ...]:
    cash = each.summary.lowest_cash if each.summary else None
    return (cash is None, cash or 0.0)
