"""What is said about a plan: comments, requests with a date and private notes, each anchored to what it was said of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from ..answers import is_same
from ..questions import GROUPS, QUESTIONS, Kind, Question, fields
from ..revisions import Record, Said
from .subject import About, Subject


class ThreadKind(Enum):
    """What begins a thread: a remark, something that is asked with a date, or a note among coaches."""

    COMMENT = "comment"
    REQUEST = "request"
    PRIVATE = "private"


class Step(Enum):
    """What somebody does in a thread; of a new date the text is the day itself."""

    SAID = "said"
    SETTLED = "settled"
    REOPENED = "reopened"
    DATED = "dated"


class Standing(Enum):
    """What became of that of which a thread speaks."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Quote:
    """That of which a thread speaks as it stood when the thread began.

    ``label`` and ``text`` are as its author saw them; ``said`` (of an answer, or of the name of a row), and ``figure``
    with its ``unit`` (of a line of the model) can be said again in any language.
    """

    label: str = ""
    text: str = ""
    said: Said | None = None
    figure: float | None = None
    unit: str = ""

    def as_document(self) -> dict[str, Any]:
        """As it is kept."""
        return {"label": self.label, "text": self.text, "figure": self.figure, "unit": self.unit,
                "said": None if self.said is None else self.said.as_document()}

    @classmethod
    def from_document(cls, told: Mapping[str, Any]) -> "Quote":
        """As it was kept."""
        said = None if told["said"] is None else Said.from_document(told["said"])
        return cls(told["label"], told["text"], said, told["figure"], told["unit"])


NO_QUOTE = Quote()


@dataclass(frozen=True)
class Comment:
    """One step in a thread; ``author`` and ``name`` are empty where somebody has left."""

    id: str
    step: Step
    text: str
    author: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Thread:
    """What was said about one thing in a plan, the first word first; ``sequence`` is that of the plan as it began."""

    id: str
    plan: str
    kind: ThreadKind
    subject: Subject
    quote: Quote
    sequence: int
    author: str
    made_at: datetime
    moved_at: datetime
    due_on: date | None = None
    settled_at: datetime | None = None
    comments: tuple[Comment, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet that it is solved."""
        return self.settled_at is None

    def waits_for(self, person: str) -> bool:
        """Whether it is open and somebody else had the last word."""
        return self.is_open and bool(self.comments) and self.comments[-1].author != person

    def standing(self, record: Record) -> Standing:
        """What became of the answer or the row of which it speaks; of anything else it is the same."""
        if not _stands(self.subject, record):
            return Standing.GONE
        now = quoted(self.subject, record)
        is_as_it_was = self.quote.said is None or now is None or is_same(self.quote.said, now)
        return Standing.SAME if is_as_it_was else Standing.CHANGED


def quoted(subject: Subject, record: Record) -> Said | None:
    """What stands under the answer, or as the name of the row, of which somebody speaks; None of anything else."""
    asked = asked_of(subject)
    return None if asked is None else record.said(asked.key, subject.row)


def asked_of(subject: Subject) -> Question | None:
    """The question of which somebody speaks: the answer's own, or the one that names the rows of a group."""
    if subject.about is About.ANSWER:
        return QUESTIONS.get(subject.key)
    if subject.about is About.ROW and subject.key in GROUPS:
        return next((each for each in fields(subject.key) if each.kind is Kind.TEXT), None)
    return None


def is_of_coaches(subject: Subject) -> bool:
    """Whether only coaches see what is spoken of: what is said of it stays among them."""
    if subject.about is About.ANSWER:
        return subject.key in QUESTIONS and QUESTIONS[subject.key].coach
    return subject.about is About.ROW and subject.key in GROUPS and all(each.coach for each in fields(subject.key))


def _stands(subject: Subject, record: Record) -> bool:
    if not subject.row or subject.about not in (About.ANSWER, About.ROW):
        return True
    group = subject.key.split("[].")[0]
    return subject.row in record.rows.get(group, ())
