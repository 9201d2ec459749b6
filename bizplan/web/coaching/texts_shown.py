"""Texts of a plan as lists show them: question and row, how each begins, and how far its version is."""

from dataclasses import dataclass

from flask import url_for

from bizplan.domain import course
from bizplan.domain.questions import Question
from bizplan.domain.revisions import Record
from bizplan.domain.translated import State, Text, translations

from ..access import kept
from ..course_shown import row_name
from ..languages import N_
from ..languages import say as _
from ..study import is_coach

WORDS = {State.MISSING: N_("To translate"), State.CHANGED: N_("Changed since"), State.DONE: N_("Translated")}
EXCERPT = 160


@dataclass(frozen=True)
class Shown:
    """A text as a list shows it."""

    text: Text
    name: str
    url: str
    word: str
    excerpt: str
    place: str


def visible(record: Record, language: str) -> list[Text]:
    """The texts that this reader may see: what the coach answers is a coach's."""
    return [each for each in translations(record.plan, language) if is_coach() or not each.question.coach]


def shown(record: Record, each: Text) -> Shown:
    """A text as a list shows it: its question and row, how it begins, and how far it is."""
    word = N_("In that language already") if each.is_same and each.state is State.DONE else WORDS[each.state]
    return Shown(each, name_of_row(record, each), url_of(each), _(word), excerpt(each.original), place_of(each))


def name_of_row(record: Record, each: Text) -> str:
    """The row that a text stands in, unless the text is what the row is called."""
    name = row_name(record, each.question.group, each.row) if each.row else ""
    return "" if name == each.original else name


def excerpt(words: str) -> str:
    """How a text begins."""
    return words if len(words) <= EXCERPT else words[:EXCERPT - 1].rstrip() + "…"


def url_of(each: Text) -> str:
    """The address of the page of a text."""
    return url_for("translating.text", plan=kept().id, question=each.question.key, row=each.row or None)


def place_of(each: Text) -> str:
    """A text as a form names it."""
    return f"{each.question.key}@{each.row}"


def title_of_part(question: Question) -> str:
    """The part of the study that asks a question."""
    if not course.is_on_a_page(question.key):
        return N_("Other texts")
    return course.page_of(question.key)[0].title
