"""What a coach answers on their own account: questions that only coaches are asked, and groups made of such."""

from ..questions import GROUPS, QUESTIONS, fields

COACHES = frozenset(
    {key for key, question in QUESTIONS.items() if question.coach}
    | {group for group in GROUPS if all(question.coach for question in fields(group))})
"""The keys of these questions and groups."""


def is_coachs(key: str) -> bool:
    """Whether a question or a group is the coach's own."""
    return key in COACHES
