"""The difference between two moments of a plan: the answers and the rows, part by part in the order of the study.

An answer counts where its row stands: with a row that went its answers went too, though the history keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from bizplan.translations import LANGUAGES

from .. import course
from ..answers import is_same
from ..course import Part
from ..questions import QUESTIONS, Kind, Question, fields
from ..revisions import NOTHING_SAID, Record, Said


class Turn(Enum):
    """What became of an answer or a row from one moment to the other."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"
    MOVED = "moved"
    STAYED = "stayed"


@dataclass(frozen=True)
class AnswerChange:
    """An answer, or its version in another ``language``, that is not what it was."""

    question: Question
    row: str
    old: Said
    new: Said
    language: str = ""

    @property
    def turn(self) -> Turn:
        """Whether it came, went or became another."""
        return Turn.ADDED if self.old.is_empty else Turn.GONE if self.new.is_empty else Turn.CHANGED


@dataclass(frozen=True)
class RowChange:
    """A row of a group that came, went or moved, or in which answers changed; ``row`` is "" outside the groups."""

    group: str
    row: str
    turn: Turn
    answers: tuple[AnswerChange, ...] = ()


@dataclass(frozen=True)
class PartChange:
    """What changed in a part of the study, in the order of its pages."""

    part: Part
    rows: tuple[RowChange, ...]

    @property
    def count(self) -> int:
        """How many things changed: rows that came, went or moved count once, with all that stands in them."""
        return sum(len(each.answers) if each.turn is Turn.STAYED else 1 for each in self.rows)


def difference(before: Record, after: Record, *, coach: bool = False) -> tuple[PartChange, ...]:
    """What changed from one record of a plan to another, as far as a reader is asked it; a coach's only for coaches."""
    changes = tuple(PartChange(part, tuple(_of_part(part, before, after, coach=coach)))
                    for part in course.PARTS.values())
    return tuple(each for each in changes if each.rows)


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The rows of both moments that stand at another place among the others: as few as explain the new order."""
    place = {row: at for at, row in enumerate(before)}
    common = [row for row in after if row in place]
    runs: list[list[str]] = [[]]                            # the longest that keep their order, by their last row
    for row in common:
        before_it = [run for run in runs if not run or place[run[-1]] < place[row]]
        longest = max(before_it, key=len)
        runs.append([*longest, row])
    longest = max(runs, key=len)
    return frozenset(common) - set(longest)


def _of_part(part: Part, before: Record, after: Record, *, coach: bool) -> Iterator[RowChange]:
    here = [each for each in _asked_in(part) if coach or not each.coach]
    plain = tuple(_changed([each for each in here if not each.group], "", before, after))
    if plain:
        yield RowChange("", "", Turn.STAYED, plain)
    for group in dict.fromkeys(each.group for each in here if each.group):
        is_home = course.page_adding(group)[0] is part
        whole = [each for each in fields(group) if coach or not each.coach]
        for row, turn in _turns(before.rows.get(group, ()), after.rows.get(group, ())):
            if turn in (Turn.ADDED, Turn.GONE):
                if is_home:                                 # a row that came or went is told once, with all of it
                    yield RowChange(group, row, turn, tuple(_changed(whole, row, before, after)))
                continue
            answers = tuple(_changed([each for each in here if each.group == group], row, before, after))
            turn = turn if is_home else Turn.STAYED
            if answers or turn is Turn.MOVED:
                yield RowChange(group, row, turn, answers)


def _turns(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, Turn]]:
    """The rows as they stand after, then those that went, each with what became of it."""
    elsewhere = moved(old, new)
    for row in new:
        yield row, Turn.ADDED if row not in old else Turn.MOVED if row in elsewhere else Turn.STAYED
    yield from ((row, Turn.GONE) for row in old if row not in new)


def _changed(asked: Sequence[Question], row: str, before: Record, after: Record) -> Iterator[AnswerChange]:
    for question in asked:
        for language in ("", *LANGUAGES) if question.kind in (Kind.TEXT, Kind.LONG_TEXT) else ("",):
            old, new = (_said(record, question, row, language) for record in (before, after))
            if not is_same(old, new):
                yield AnswerChange(question, row, old, new, language)


def _said(record: Record, question: Question, row: str, language: str) -> Said:
    """What a plan says under a question, in a row that stands; in another language where one is named."""
    stands = row in record.rows.get(question.group, ()) if question.group else not row
    return record.said(f"{question.key}/{language}" if language else question.key, row) if stands else NOTHING_SAID


@cache
def _asked_in(part: Part) -> tuple[Question, ...]:
    """The questions that belong to a part: what two parts ask, only in the phase that it belongs to."""
    keys = dict.fromkeys(key for page in part.pages for key in page.questions)
    return tuple(QUESTIONS[key] for key in keys if course.is_on_a_page(key) and course.page_of(key)[0] is part)
