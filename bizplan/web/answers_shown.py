"""Answers to look at, page by page and row by row: of the plan itself, and of what was handed in of it."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from bizplan.domain import answers, course
from bizplan.domain.questions import Page, Question
from bizplan.domain.revisions import Record, Said

from .course_shown import row_name
from .languages import say as _
from .wording import answer_words, grade_word


@dataclass(frozen=True)
class Line:
    """An answer to look at, with the ways to change it and to see what it was before, where there are any."""

    question: str
    answer: Markup | str
    missing: str
    grade: int
    word: str
    edit_url: str = ""
    history_url: str = ""
    tip: str = ""
    edit: str = ""
    said: str = ""
    key: str = ""
    row: str = ""


@dataclass(frozen=True)
class Checked:
    """A page of a part as its answers are looked at: one list of answers, or one for each row."""

    page: Page
    rows: tuple[tuple[str, str, tuple[Line, ...]], ...]


def checked(record: Record, page: Page, *, coach: bool, line: Callable[[Question, str], Line]) -> Checked:
    """The answers of a page as far as a reader is asked them."""
    places = record.rows.get(page.group, ()) if page.group else ("",)
    rows = tuple((row, row_name(record, page.group, row) if page.group else "",
                  tuple(line(question, row) for question in course.asked(record, page, row, coach=coach)))
                 for row in places)
    return Checked(page, rows)


def line_of(record: Record, question: Question, row: str) -> Line:
    """An answer in words, and what a number rests on."""
    said = record.said(question.key, row)
    value = answers.value_of(question, said)
    return Line(
        _(question.wording), words_of(record, question, said) if value is not None else "",
        "" if value is not None else words_of(record, question, said) if not said.is_empty else _("Not answered yet"),
        int(said.evidence or 1) if question.is_figure and value is not None else 0,
        grade_word(int(said.evidence or 1)), tip=_("This could not be read yet.") if said.is_unread else "",
        key=question.key, row=row)


def words_of(record: Record, asked: Question, said: Said) -> str:
    """What was said, in words: its value, else the text as it was typed."""
    value = answers.value_of(asked, said)
    if value is not None:
        return answer_words(asked, value, record)
    return _("I do not know yet") if said.unknown else " ".join(said.text).strip() or _("nothing")
