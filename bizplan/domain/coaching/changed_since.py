"""What changed in parts of a study since a sequence: answers, and rows that came, moved or went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ..answers import is_same
from ..course import Part
from ..questions import QUESTIONS
from ..revisions import Deed, Record, Said
from .reviews import places


@dataclass(frozen=True)
class Changed:
    """An answer that was given anew: what it was, what it is, who said so and when."""

    question: str
    row: str
    before: Said
    now: Said
    author: str
    at: datetime | None

    @property
    def is_back(self) -> bool:
        """Whether it says again what it said before."""
        return is_same(self.before, self.now)


@dataclass(frozen=True)
class RowDeed:
    """What was done with a row of a group, by whom and when."""

    deed: Deed
    group: str
    row: str
    author: str
    at: datetime


def answers_changed(before: Record, now: Record, *parts: Part) -> Iterator[Changed]:
    """The answers of these parts that have a newer revision, in the order of the study; rows that went say nothing."""
    keys = frozenset[str]().union(*map(places, parts))
    for question in (each for key, each in QUESTIONS.items() if key in keys):
        for row in now.rows.get(question.group, ()) if question.group else ("",):
            found = now.answers.get((question.key, row))
            if found and found.sequence > before.sequence:
                yield Changed(question.key, row, before.said(question.key, row), found.said, found.author, found.at)
