"""Answers that are picked, not written: a choice, several choices, yes or no, a row of another group."""

from ..questions import Question
from ..readiness.sentences import N_
from ..written_values import ROW_ID
from .fields import NO, YES, is_blank
from .read import Given, Nothing, Problem, Read

ONE_OF_THESE = N_("Choose one of the answers.")
SOME_OF_THESE = N_("Choose from the answers that are shown.")
YES_OR_NO = N_("Choose yes or no.")
FROM_THE_LIST = N_("Choose one from the list.")


def choice(question: Question, text: str) -> Read:
    """One choice, by its key."""
    key = text.strip()
    if is_blank(key):
        return Nothing()
    return Given(key) if question.option(key) else Problem(ONE_OF_THESE)


def choices(question: Question, texts: list[str]) -> Read:
    """Several choices by their keys, each once; none is as good as nothing said."""
    keys = tuple(dict.fromkeys(text.strip() for text in texts if not is_blank(text)))
    if not keys:
        return Nothing()
    return Given(keys) if all(question.option(key) for key in keys) else Problem(SOME_OF_THESE)


def yes_no(question: Question, text: str) -> Read:
    """Yes or no, by its key."""
    key = text.strip()
    if is_blank(key):
        return Nothing()
    return Given(key == YES) if key in (YES, NO) else Problem(YES_OR_NO)


def row(question: Question, text: str) -> Read:
    """The id of a row; whether the plan has such a row, the plan knows."""
    key = text.strip()
    if is_blank(key):
        return Nothing()
    return Given(key) if ROW_ID.fullmatch(key) else Problem(FROM_THE_LIST)
