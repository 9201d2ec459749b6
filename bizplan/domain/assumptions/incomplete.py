"""Rows that cannot be calculated yet, such as a loan of which nobody knows the term."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..plan import Plan
from ..plan_file import place_of
from ..questions import GROUPS, QUESTIONS, Question, fields
from .lender import lender_figure


@dataclass(frozen=True)
class Missing:
    """An answer without which a row (or the test phase) is left out of the calculation."""

    question: Question
    row: str
    place: str


def left_out(plan: Plan) -> tuple[Missing, ...]:
    """The answers that are missing before everything in the plan is calculated."""
    once = [question for question in QUESTIONS.values() if question.counts and not question.group]
    missing = [(question, "") for question in once if _lacks(plan, question, "")]
    for group in GROUPS:
        missing += [(question, row) for row in plan.row_ids(group) for question in _lacking(plan, group, row)]
    return tuple(Missing(question, row, place_of(plan, question.key, row)) for question, row in missing)


def is_complete(plan: Plan, group: str, row: str) -> bool:
    """Whether a row has all that it is calculated from."""
    return next(_lacking(plan, group, row), None) is None


def _lacking(plan: Plan, group: str, row: str) -> Iterator[Question]:
    return (question for question in fields(group) if question.counts and _lacks(plan, question, row))


def _lacks(plan: Plan, question: Question, row: str) -> bool:
    unanswered = plan.is_asked(question, row) and plan.answer(question.key, row) is None
    return unanswered and not lender_figure(plan, question, row)
