"""What is to be decided about a workbook that came back, as it waits until somebody did."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..plan import Value
from ..plan_file_error import PlanFileError
from ..questions import QUESTIONS
from ..revisions import Record
from ..written_values import understood, written
from .cells import Trouble
from .differences import Changed, Left, Why


@dataclass(frozen=True)
class Review:
    """The sequence at which the workbook was made, its changes under numbers that stay, and what cannot be taken."""

    sequence: int
    changes: Mapping[int, Changed]
    left: tuple[Left, ...] = ()

    @classmethod
    def of(cls, sequence: int, found: Iterable[Changed | Left]) -> Review:
        """A review that begins."""
        found = tuple(found)
        changes = (each for each in found if isinstance(each, Changed))
        return cls(sequence, dict(enumerate(changes, 1)), tuple(each for each in found if isinstance(each, Left)))

    def without(self, decided: Collection[int]) -> Review:
        """What is left once these changes are decided."""
        waiting = {number: each for number, each in self.changes.items() if number not in decided}
        return Review(self.sequence, waiting, self.left)

    def as_document(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "sequence": self.sequence,
            "changes": [[number, each.question.key, each.row, _kept(each, each.then), _kept(each, each.told)]
                        for number, each in self.changes.items()],
            "left": [[each.label, each.place, each.why.value, each.trouble.value if each.trouble else "",
                      each.question.key if each.question else "", each.row] for each in self.left]}

    @classmethod
    def from_document(cls, told: Mapping[str, Any]) -> Review:
        """As it was kept; what the study does not ask any more is left out."""
        changes = {number: Changed(QUESTIONS[key], row, _meant(key, then), new)
                   for number, key, row, then, told_now in told["changes"]
                   if (new := _meant(key, told_now)) is not None}
        left = tuple(Left(label, place, Why(why), Trouble(trouble) if trouble else None, QUESTIONS.get(key), row)
                     for label, place, why, trouble, key, row in told["left"])
        return cls(told["sequence"], changes, left)


@dataclass(frozen=True)
class Line:
    """A change beside the plan as it stands now: ``now`` is None where nobody answers; its row may be gone."""

    number: int
    changed: Changed
    now: Value | None
    gone: bool

    @property
    def has_moved(self) -> bool:
        """Whether somebody changed the answer since the workbook was made."""
        return self.now != self.changed.then


def lines(review: Review, record: Record) -> tuple[Line, ...]:
    """The changes that still change something, beside the plan as it stands now."""
    found = (_line(number, each, record) for number, each in review.changes.items())
    return tuple(each for each in found if each.now != each.changed.told)


def _line(number: int, each: Changed, record: Record) -> Line:
    answer = record.plan.answer(each.question.key, each.row)
    gone = bool(each.question.group) and each.row not in record.rows.get(each.question.group, ())
    return Line(number, each, None if answer is None else answer.value, gone)


def _kept(each: Changed, value: Value | None) -> Any:
    return None if value is None else written(each.question, value)


def _meant(key: str, kept: Any) -> Any:
    """An answer that was kept; None where there was none, or the study takes it no more."""
    try:
        return None if kept is None or key not in QUESTIONS else understood(QUESTIONS[key], kept, key)
    except PlanFileError:
        return None
