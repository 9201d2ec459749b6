"""What a thread is about: an answer, a row, a part of the study, a figure, a finding, or the plan as a whole."""

from dataclasses import dataclass
from enum import Enum


class About(Enum):
    """The kinds of things in a plan that one can talk about."""

    ANSWER = "answer"
    ROW = "row"
    PART = "part"
    FIGURE = "figure"
    FINDING = "finding"
    PLAN = "plan"


@dataclass(frozen=True)
class Subject:
    """One thing in a plan: ``key`` is its question, group, part, line of the model or finding; ``row`` its row.

    A figure says its moment as ``row``: the number of a month, or "year-1".
    """

    about: About
    key: str = ""
    row: str = ""
