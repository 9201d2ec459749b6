"""The open questions of a part of the study as they are printed, numbered, and entered afterwards in the same order.

The numbers follow from the plan as it was at one sequence, which stands on the sheet: whatever was answered since,
the page on which the answers are entered counts as the sheet does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate

from ..course import PARTS, PROFILE, STOPS, Part
from ..questions import QUESTIONS, Condition, Page, Question
from ..revisions import Record, Said

MOST = 80
"""How many questions one sheet asks."""


class Why(Enum):
    """Why a question is on the sheet."""

    EMPTY = "not answered"
    UNKNOWN = "not known yet"
    UNREAD = "could not be read"


@dataclass(frozen=True)
class OnlyIf:
    """That a question is for those who answer another one, by its number, in a certain way."""

    number: int
    condition: Condition


@dataclass(frozen=True)
class Slot:
    """A question on the sheet, with its number, and the row that it is asked of."""

    number: int
    page: Page
    question: Question
    row: str
    why: Why
    said: Said
    only_if: tuple[OnlyIf, ...] = ()

    @property
    def name(self) -> str:
        """The name of its field: the key of the question, and its row."""
        return f"{self.question.key}@{self.row}" if self.row else self.question.key


@dataclass(frozen=True)
class Sheet:
    """What is asked of one part; ``more`` questions of it wait for a sheet of their own."""

    part: Part
    sequence: int
    slots: tuple[Slot, ...]
    more: int = 0

    @property
    def size(self) -> int:
        """How many questions it asks."""
        return len(self.slots)


def sheet(record: Record, part: Part) -> Sheet:
    """The open questions of a part as a plan stands: not answered, not known yet, or not to be read.

    What only coaches are asked is not among them, whoever prints it: both count alike.
    """
    slots: list[Slot] = []
    for page in part.pages:
        for row in record.rows.get(page.group, ()) if page.group else ("",):
            for question in (QUESTIONS[key] for key in page.questions if not QUESTIONS[key].coach):
                only_if = _only_if(record, question, row, slots)
                why = _why(record.said(question.key, row))
                if why and only_if is not None:
                    slots.append(Slot(len(slots) + 1, page, question, row, why, record.said(question.key, row),
                                      only_if))
    return Sheet(part, record.sequence, tuple(slots[:MOST]), max(len(slots) - MOST, 0))


def sheets(record: Record) -> tuple[Sheet, ...]:
    """The sheet of every part in which something is open; what the first two ask is asked in the later ones too."""
    found = (sheet(record, part) for part in PARTS.values() if part not in (STOPS, PROFILE))
    return tuple(each for each in found if each.slots)


def at_once(found: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """As many sheets, from the first on, as one paper holds."""
    together = accumulate(len(each.slots) for each in found)
    return tuple(each for each, count in zip(found, together, strict=True) if count <= MOST) or found[:1]


def by_row(slots: tuple[Slot, ...]) -> Iterator[tuple[Page, str, tuple[Slot, ...]]]:
    """The questions as they stand together: those of a page, and of one row."""
    together: list[Slot] = []
    for each in slots:
        if together and (together[0].page, together[0].row) != (each.page, each.row):
            yield together[0].page, together[0].row, tuple(together)
            together = []
        together.append(each)
    if together:
        yield together[0].page, together[0].row, tuple(together)


def _why(said: Said) -> Why | None:
    if said.is_unread:
        return Why.UNREAD
    if said.unknown:
        return Why.UNKNOWN
    return Why.EMPTY if said.is_empty else None


def _only_if(record: Record, question: Question, row: str, before: list[Slot]) -> tuple[OnlyIf, ...] | None:
    """On which answers of this sheet the question depends; None where another answer has left it out already."""
    numbers = {(slot.question.key, slot.row): slot.number for slot in before}
    found = []
    for condition in question.when:
        number = numbers.get((condition.question, row if QUESTIONS[condition.question].group else ""))
        if number is not None:
            found.append(OnlyIf(number, condition))
        elif not record.plan.is_asked(replace(question, when=(condition,)), row):
            return None
    return tuple(found)
