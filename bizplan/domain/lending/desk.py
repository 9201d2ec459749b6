"""The applications on the desk of a lender: how each stands, whose turn it is, how long it waits; found and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cached_property

from ..clock import day_of
from ..coaching.desk import plain
from .applications import Application, Submission
from .questions import Side
from .summary import Summary
from .verdicts import NOTHING_SAID, Judged


class State(Enum):
    """How an application stands at a lender: the first that holds, but for the last word."""

    NEW = "new"
    LOOKED_AT = "looked at"
    ANSWERED = "answered"
    ASKED = "asked"
    ADVISED = "advised"
    COMMITTEE = "committee"
    DECIDED = "decided"
    TAKEN_BACK = "taken back"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class OpenQuestions:
    """The open questions of an application: on whom they wait, how many there are, and since when the first waits."""

    count: int = 0
    waits_for: Side | None = None
    since: datetime | None = None


NONE_OPEN = OpenQuestions()


@dataclass(frozen=True)
class InHand:
    """An application on the desk; ``summary`` is of the newest version that is read, None where none is."""

    application: Application
    summary: Summary | None = None
    questions: OpenQuestions = NONE_OPEN
    judged: Judged = NOTHING_SAID
    officer: str = ""

    @property
    def id(self) -> str:
        """The id of the application."""
        return self.application.id

    @property
    def received(self) -> Submission:
        """The version that was handed in last, whether it is still read or not."""
        return max((each for each in self.application.submissions if each.submitted_at),
                   key=lambda each: each.number)

    @property
    def received_on(self) -> date:
        """The day in Belgium on which it was first handed in."""
        first = min(each.submitted_at for each in self.application.submissions if each.submitted_at)
        return day_of(first)

    def waited(self, today: date) -> int:
        """For how many days whoever asked waits, or waited until the decision."""
        decision = self.judged.decision
        until = day_of(decision.at) if decision else today
        return max((until - self.received_on).days, 0)

    @property
    def needs_freezing(self) -> bool:
        """Whether what was handed in last is still being made ready to read."""
        return self.received.frozen_at is None and self.received.withdrawn_at is None

    @cached_property
    def state(self) -> State:
        """How it stands; what somebody wrote after the decision, such as a wish for an explanation, comes before it."""
        if self.judged.is_withdrawn:
            return State.WITHDRAWN
        if self.judged.decision and self.questions.waits_for is not Side.LENDER:
            return State.DECIDED
        if self.application.newest is None and not self.needs_freezing:
            return State.TAKEN_BACK
        if self.questions.waits_for is not None:
            return State.ANSWERED if self.questions.waits_for is Side.LENDER else State.ASKED
        if self.judged.meets_on:
            return State.COMMITTEE
        if self.judged.advice:
            return State.ADVISED
        return State.LOOKED_AT if self.application.officer else State.NEW


class Tab(Enum):
    """Which applications are shown."""

    OPEN = "open"
    MINE = "mine"
    NEW = "new"
    ASKED = "asked"
    COMMITTEE = "committee"
    CLOSED = "closed"

    def holds(self, each: InHand, officer: str) -> bool:
        """Whether an application stands under this tab, for an officer."""
        closed = each.state in (State.DECIDED, State.TAKEN_BACK, State.WITHDRAWN)
        if closed or self is Tab.CLOSED:
            return closed and self is Tab.CLOSED
        return self is Tab.OPEN or HOLDS[self](each, officer)


HOLDS: Mapping[Tab, Callable[[InHand, str], bool]] = {
    Tab.MINE: lambda each, officer: each.application.officer == officer,
    Tab.NEW: lambda each, _officer: not each.application.officer,
    Tab.ASKED: lambda each, _officer: each.state is State.ASKED,
    Tab.COMMITTEE: lambda each, _officer: each.state in (State.ADVISED, State.COMMITTEE),
}


class Order(Enum):
    """In which order applications are shown."""

    WAITS = "waits"
    NEWEST = "newest"
    NAME = "name"
    AMOUNT = "amount"


KEYS: Mapping[Order, Callable[[InHand], tuple[object, ...]]] = {
    Order.WAITS: lambda each: (each.received_on, each.id),
    Order.NEWEST: lambda each: (-each.received_on.toordinal(), each.id),
    Order.NAME: lambda each: (each.summary is None, plain(each.summary.name) if each.summary else "", each.id),
    Order.AMOUNT: lambda each: (-each.summary.amount if each.summary else 0.0, each.id),
}


def in_order(found: Iterable[InHand], order: Order) -> list[InHand]:
    """The applications in an order."""
    return sorted(found, key=KEYS[order])


def matching(found: Iterable[InHand], wanted: str) -> list[InHand]:
    """The applications in whose name or business the wanted text stands, whatever the letters wear."""
    sought = plain(wanted)
    return [each for each in found if each.summary and (
        sought in plain(each.summary.name) or sought in plain(each.summary.activity))]
