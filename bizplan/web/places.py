"""Where an answer is given and a figure is explained: in the plan, or among what was handed in of it.

A page about what was handed in has no plan: its reader never gets there, and is led to the answers as they were cut.
"""

from flask import g, url_for

from bizplan.domain import course
from bizplan.domain.questions import GROUPS, QUESTIONS, fields
from bizplan.domain.readiness.finding import Place
from bizplan.domain.revisions import Record

from .course_shown import row_name
from .languages import say as _


def address_of(place: Place, plan: str, record: Record) -> tuple[str, str] | None:
    """What a place is called, with its row, and the address of its page; None where no page asks it."""
    asked = fields(place.key)[0].key if place.key in GROUPS else place.key
    if not course.is_on_a_page(asked):
        return None
    if place.key in GROUPS:
        return _(GROUPS[place.key].label), question_address(asked, "", plan)
    row = f" ({row_name(record, QUESTIONS[asked].group, place.row)})" if place.row else ""
    return _(QUESTIONS[asked].wording) + row, question_address(asked, place.row, plan)


def question_address(key: str, row: str, plan: str) -> str:
    """The address of the page that asks a question, in a row where it stands in one; for a lender, where it is told."""
    part, page = course.page_of(key)
    if is_handed_in():
        return url_for("reading.part", application=g.application.id, part=part.key, _anchor=page.key)
    if row:
        return url_for("study.row", plan=plan, part=part.key, page=page.key, row=row)
    return url_for("study.page", plan=plan, part=part.key, page=page.key)


def figure_address(line: str, when: str, plan: str) -> str:
    """The address of the explanation of a figure, in a month or a year."""
    if is_handed_in():
        return url_for("reading.why", application=g.application.id, line=line, when=when)
    return url_for("explanations.why", plan=plan, line=line, when=when)


def is_handed_in() -> bool:
    """Whether the page is about what was handed in of a plan, and not about the plan."""
    return g.get("kept") is None and g.get("application") is not None
