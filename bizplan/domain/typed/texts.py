"""Words as people type them: kept as they are, without the codes that no page and no file can carry."""

import re
from unicodedata import normalize

from ..questions import Kind, Question
from ..readiness.sentences import N_, Count
from ..written_values import LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, NOT_TEXT
from .fields import is_blank
from .read import Given, Nothing, Problem, Read

LONGEST_REMARK, LONGEST_LETTER = 10_000, 100_000
TOO_LONG = N_("Write at most {most} characters. Now there are {count}.")
OVERRIDES = "\u202a-\u202e"
"""Codes that turn the direction of what follows: they can make a line show something else than it says."""
_LINE_END = re.compile("\r\n|[\r\x85]")
_BREAK = re.compile("\r\n|[\t\n\r\x85\u2028\u2029]")
_REMOVED = re.compile(f"[{NOT_TEXT}{OVERRIDES}]")


def line(question: Question, text: str) -> Read:
    """A text of one line: where it was broken there is a space now."""
    return _kept(_BREAK.sub(" ", text), LONGEST_LINE)


def long_text(question: Question, text: str) -> Read:
    """A text of several lines."""
    return _kept(_LINE_END.sub("\n", text), LONGEST_TEXT)


def name(text: str) -> Read:
    """What a person or an organisation is called: any line in which something can be seen, one word or more."""
    return _kept(_BREAK.sub(" ", text).strip(), LONGEST_LINE)


def note(text: str) -> Read:
    """What was seen or heard, beside a number: one line, as a plan file keeps it."""
    return _kept(_BREAK.sub(" ", text), LONGEST_NOTE)


def remark(text: str) -> Read:
    """What people say to each other about a plan: several lines, without the empty ones around them."""
    return _kept(_LINE_END.sub("\n", text).strip(), LONGEST_REMARK)


def letter(text: str) -> Read:
    """What a lender asks or says and what is said back: as long as it has to be."""
    return _kept(_LINE_END.sub("\n", text).strip(), LONGEST_LETTER)


def words(question: Question, text: str) -> Read:
    """A text of the length that the question takes."""
    return long_text(question, text) if question.kind is Kind.LONG_TEXT else line(question, text)


def _kept(text: str, longest: int) -> Read:
    kept = normalize("NFC", _REMOVED.sub("", text))
    if is_blank(kept):
        return Nothing()
    if len(kept) > longest:
        return Problem(TOO_LONG, {"most": Count(longest), "count": Count(len(kept))})
    return Given(kept)
