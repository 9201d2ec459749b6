"""What a lender asks about an application, and what is said back: each question a short conversation of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from ..coaching.subject import About, Subject


class Asks(Enum):
    """What is wanted: an answer, a paper, a newer version of the plan; or an explanation, which the lender gives."""

    QUESTION = "question"
    PAPER = "paper"
    VERSION = "version"
    EXPLAIN = "explain"


class Side(Enum):
    """Who speaks: somebody at the lender, or the entrepreneur and the coaches."""

    LENDER = "lender"
    PLAN = "plan"


@dataclass(frozen=True)
class Asked:
    """What somebody asks; ``about`` is what in the plan it is about, None for something free.

    Where a visitor by link asks, ``link`` is that link and ``author`` is empty.  ``key`` makes that sending it twice
    asks once.
    """

    text: str
    kind: Asks = Asks.QUESTION
    about: Subject | None = None
    due_on: date | None = None
    author: str = ""
    language: str = "nl"
    side: Side = Side.LENDER
    key: str = ""
    link: str = ""


@dataclass(frozen=True)
class Word:
    """One thing that was said; ``name`` is what the author is called, "" where that is not known."""

    number: int
    side: Side
    language: str
    text: str
    author: str
    name: str
    at: datetime


@dataclass(frozen=True)
class LenderQuestion:
    """A question with all that was said in it, the first word first; ``link`` is by which one it was asked, if any."""

    id: str
    application: str
    plan: str
    kind: Asks
    about: Subject | None
    due_on: date | None
    at: datetime
    settled_at: datetime | None
    words: tuple[Word, ...]
    link: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody closed it."""
        return self.settled_at is None

    @property
    def waits_for(self) -> Side | None:
        """Whose turn it is: of the other side than who spoke last; nobody's once it is closed."""
        if not self.is_open:
            return None
        return Side.PLAN if self.words[-1].side is Side.LENDER else Side.LENDER

    @property
    def without_answers(self) -> LenderQuestion:
        """What a lender keeps of it once there is nothing to read: nothing of what was said back, nor by whom."""
        return replace(self, words=tuple(
            replace(each, text="", author="", name="") if each.side is Side.PLAN else each for each in self.words))

    def is_late(self, today: date) -> bool:
        """Whether the day by which it was asked has passed without an answer."""
        return self.waits_for is Side.PLAN and self.due_on is not None and self.due_on < today


def written_subject(subject: Subject | None) -> str:
    """What a question is about, as it is kept."""
    return "" if subject is None else "|".join((subject.about.value, subject.key, subject.row))


def read_subject(kept: str) -> Subject | None:
    """What a question is about, as it was kept."""
    about, _, place = kept.partition("|")
    key, _, row = place.partition("|")
    return Subject(About(about), key, row) if kept else None
