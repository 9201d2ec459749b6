"""From what people type to the answers of a plan, and back: read, shown in a field, said back.

Whatever was typed becomes one of four: a value (``Given``), ``Nothing``, two readings to choose from
(``Unclear``) or a sentence that says what to type (``Problem``).  The last two are said in the language of
whoever reads with ``sentence`` of the findings.
"""

from collections.abc import Callable, Sequence
from datetime import date

from ..questions import Kind, Question
from .choices import choice, choices, row, yes_no
from .days import day, month
from .echoes import Echo, echo
from .fields import SEVERAL, shown
from .figures import figure, twelve
from .read import Given, Nothing, Problem, Read, Unclear
from .texts import letter, name, note, remark, words

__all__ = [
    "SEVERAL", "Echo", "Given", "Nothing", "Problem", "Read", "Unclear", "echo", "letter", "name", "note",
    "remark", "several_texts", "shown", "typed",
]

_READERS: dict[Kind, Callable[[Question, str], Read]] = {
    Kind.TEXT: words, Kind.LONG_TEXT: words, Kind.CHOICE: choice, Kind.YES_NO: yes_no, Kind.ROW: row,
}
_DATED = {Kind.DATE: day, Kind.CALENDAR_MONTH: month}


def typed(question: Question, text: str | Sequence[str], language: str, today: date | None = None) -> Read:
    """What somebody typed for a question, read in their language; examples of days follow ``today``.

    Several choices and twelve numbers come as several texts, or as one with a line for each.  Text that
    could not be read is not changed: whoever keeps it keeps it as it was typed.
    """
    if question.kind in SEVERAL:
        texts = several_texts(text) if isinstance(text, str) else list(text)
        return choices(question, texts) if question.kind is Kind.CHOICES else twelve(question, texts, language)
    one = text if isinstance(text, str) else next(iter(text), "")
    if question.kind in _READERS:
        return _READERS[question.kind](question, one)
    if question.kind in _DATED:
        return _DATED[question.kind](question, one, today)
    return figure(question, one, language)


def several_texts(text: str) -> list[str]:
    """The texts of the fields of one question that were kept as one, a line for each."""
    return text.split("\n")
