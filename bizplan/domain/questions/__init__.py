"""The study as data: every question once, a phase a file or a folder.

The check of an answer, its place in the plan file and the JSON Schema, the assumption or the chapter it
feeds: all follow from the one declaration here.
"""

from . import (
    competences,
    financing,
    household,
    idea,
    inform,
    market,
    marketing,
    operations,
    planning,
    projection,
    risks,
    rules,
    team,
    test_phase,
)
from .question import Above, Condition, Group, Is, Kind, Option, Page, Period, Phase, Question, Vat
from .quick import QUICK

__all__ = [
    "GROUPS", "PHASES", "QUESTIONS", "Above", "Condition", "Group", "Is", "Kind", "Option", "Page",
    "Period", "Phase", "QUICK", "Question", "Vat", "fields",
]

PHASES: tuple[Phase, ...] = (
    inform.PHASE, competences.PHASE, idea.PHASE, market.PHASE, marketing.PHASE, operations.PHASE, rules.PHASE,
    team.PHASE, financing.PHASE, household.PHASE, projection.PHASE, risks.PHASE, test_phase.PHASE, planning.PHASE,
)

QUESTIONS: dict[str, Question] = {question.key: question for phase in PHASES for question in phase.questions}
"""All questions by key, in the order of the study."""

GROUPS: dict[str, Group] = {group.key: group for phase in PHASES for group in phase.groups}
"""All repeated groups by key."""


def fields(group: str) -> tuple[Question, ...]:
    """The questions that each row of a group answers, in the order of the study."""
    return _FIELDS[group]


_FIELDS = {
    group: tuple(question for question in QUESTIONS.values() if question.group == group) for group in GROUPS
}
