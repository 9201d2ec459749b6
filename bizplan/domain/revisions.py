"""Nothing is overwritten: a plan is what its revisions add up to.

A revision answers a question anew, or adds, moves or removes a row of a group.  The plan that the engine sees
is each answer's newest revision, put together; history, undo and conflicts come from the same revisions.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import Any

from financial_models.assumptions import Grade

from .plan import Answer, Plan, Translation, Value
from .plan_file_error import PlanFileError
from .questions import GROUPS, QUESTIONS, Kind
from .translated import read_key
from .written_values import understood, written

Place = tuple[str, str]
"""A question (or group) and the id of the row, "" where there is none."""


class Deed(Enum):
    """What a revision does."""

    ANSWER = "answer"
    ADD = "add"
    MOVE = "move"
    REMOVE = "remove"


@dataclass(frozen=True)
class Said:
    """What was said in answer to a question: as typed, and as understood where it could be.

    ``value`` is as in a plan file; None where nothing was typed, where it could not be read, or where
    ``unknown`` says "I don't know yet".
    """

    text: tuple[str, ...] = ()
    value: Any = None
    evidence: Grade | None = None
    note: str = ""
    unknown: bool = False

    @classmethod
    def of(cls, question: str, value: Value | None, evidence: Grade | None = None, note: str = "",
           text: tuple[str, ...] = ()) -> "Said":
        """What was said, from the value that the plan knows."""
        return cls(text, None if value is None else written(QUESTIONS[question], value), evidence, note)

    @property
    def is_unread(self) -> bool:
        """Whether something was typed that could not be understood."""
        return self.value is None and not self.unknown and any(each.strip() for each in self.text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self.value is None and not self.unknown and not self.is_unread

    def as_document(self) -> dict[str, Any]:
        """As it is kept."""
        told: dict[str, Any] = {"text": list(self.text), "value": self.value}
        if self.evidence is not None:
            told["evidence"] = self.evidence.name.lower()
        if self.note:
            told["note"] = self.note
        return {**told, **({"unknown": True} if self.unknown else {})}

    @classmethod
    def from_document(cls, told: Mapping[str, Any]) -> "Said":
        """As it was kept."""
        evidence = Grade[told["evidence"].upper()] if "evidence" in told else None
        return cls(tuple(told["text"]), told["value"], evidence, told.get("note", ""), told.get("unknown", False))


NOTHING_SAID = Said()
TITLED_BY = ("idea.business_name", "inform.idea")
"""The questions that name a plan, the better one first."""


@dataclass(frozen=True)
class Revision:
    """One step in the life of a plan; ``after`` is the row behind which a row was put ("" is first)."""

    deed: Deed
    question: str
    row: str
    said: Said = NOTHING_SAID
    after: str = ""
    sequence: int = 0
    base: int = 0
    author: str = ""
    at: datetime | None = None
    proposal: bool = False

    @property
    def place(self) -> Place:
        """What it is about."""
        return self.question, self.row

    @cached_property
    def answer(self) -> Answer | None:
        """The answer as the engine takes it; None where there is none, or an older version of the study took it."""
        if self.question not in QUESTIONS or self.said.value is None:
            return None
        try:
            value = understood(QUESTIONS[self.question], self.said.value, self.question)
        except PlanFileError:
            return None
        return Answer(value, self.said.evidence, self.said.note)


def title(said: Callable[[str], Said]) -> str:
    """What a plan is called, from what is said under the questions of ``TITLED_BY``; "" where nothing is yet."""
    found = (said(key).value for key in TITLED_BY)
    return next((each for each in found if isinstance(each, str) and each.strip()), "")


@dataclass(frozen=True)
class Record:
    """A plan as its revisions leave it: the newest of each answer, and the rows of each group in order."""

    language: str
    answers: Mapping[Place, Revision] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sequence: int = 0

    @classmethod
    def of(cls, language: str, revisions: Iterable[Revision]) -> "Record":
        """What revisions add up to, in the order of their sequence; proposals change nothing."""
        return cls(language).after(revisions)

    def after(self, revisions: Iterable[Revision]) -> "Record":
        """What these later revisions make of it."""
        answers, rows = dict(self.answers), {group: list(ids) for group, ids in self.rows.items()}
        sequence = self.sequence
        for each in revisions:
            sequence = max(sequence, each.sequence)
            if each.proposal:
                continue
            if each.deed is Deed.ANSWER:
                answers[each.place] = each
            elif each.question in GROUPS:
                _rearrange(rows.setdefault(each.question, []), each)
        standing = {group: tuple(ids) for group, ids in rows.items() if ids}
        return Record(self.language, answers, standing, sequence)

    def supposing(self, proposals: Iterable[Revision]) -> "Record":
        """The plan as it would be if these proposals were taken over."""
        return self.after(replace(each, proposal=False) for each in proposals)

    def said(self, question: str, row: str = "") -> Said:
        """What stands under a question now."""
        found = self.answers.get((question, row))
        return NOTHING_SAID if found is None else found.said

    def sequence_of(self, question: str, row: str = "") -> int:
        """The sequence of the newest revision of an answer, 0 where there is none."""
        found = self.answers.get((question, row))
        return 0 if found is None else found.sequence

    @property
    def title(self) -> str:
        """What the plan is called: the name of the business, else the idea, else nothing yet."""
        return title(self.said)

    @cached_property
    def plan(self) -> Plan:
        """The plan that the engine sees: what was understood, in rows that still stand."""
        answers = {}
        for (key, row), revision in self.answers.items():
            answer = revision.answer
            if answer is not None and self._stands(key, row) and self._points_at_something(key, answer):
                answers[key, row] = answer
        return Plan(self.language, answers, self.rows, dict(self._translations(answers)))

    def _translations(self, answers: Mapping[Place, Answer]) -> Iterator[tuple[tuple[str, str, str], Translation]]:
        """What the answers say in other languages."""
        for (key, row), revision in self.answers.items():
            question, language = read_key(key) or ("", "")
            if (question, row) in answers and revision.said.value is not None:
                changed = self.sequence_of(question, row) > revision.base
                yield (question, row, language), version_said(revision.said, stale=changed)

    def _stands(self, key: str, row: str) -> bool:
        group = QUESTIONS[key].group
        return row in self.rows.get(group, ()) if group else not row

    def _points_at_something(self, key: str, answer: Answer) -> bool:
        question = QUESTIONS[key]
        return question.kind is not Kind.ROW or answer.value in self.rows.get(question.of, ())


def version_said(said: Said, *, stale: bool) -> Translation:
    """A version of a text in another language as it is kept: its words, or that there are none; and who made it."""
    return Translation(said.value if isinstance(said.value, str) else "", said.note, stale)


def said_of_version(version: Translation, *remarks: str) -> Said:
    """How a version is kept; remarks of whoever made it stand behind it as they were typed."""
    return Said((version.text, *remarks), version.text or True, None, version.by)


def _rearrange(rows: list[str], revision: Revision) -> None:
    if revision.row in rows:
        rows.remove(revision.row)
    if revision.deed is not Deed.REMOVE:
        last = 0 if revision.deed is Deed.MOVE else len(rows)
        rows.insert(rows.index(revision.after) + 1 if revision.after in rows else last, revision.row)
