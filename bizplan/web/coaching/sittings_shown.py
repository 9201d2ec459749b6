"""What was written in a sitting, answer by answer; and the bar that says that one goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flask import g, render_template, url_for
from markupsafe import Markup

from bizplan.domain import course
from bizplan.domain.answers import is_same
from bizplan.domain.questions import GROUPS, QUESTIONS
from bizplan.domain.revisions import NOTHING_SAID, Deed, Place, Record, Revision, Said
from bizplan.storage import Transaction, plans, sittings
from bizplan.storage.database import NotRead
from bizplan.storage.sittings import Sitting

from .. import authors, writing_rights
from ..access import kept, reading
from ..answers_shown import words_of
from ..course_shown import row_name
from ..languages import N_
from ..languages import say as _
from ..places import question_address
from .suggestions_shown import is_owner

DEEDS = {Deed.ADD: N_("a line was added"), Deed.MOVE: N_("a line was moved"), Deed.REMOVE: N_("a line was removed")}


@dataclass(frozen=True)
class Line:
    """An answer or a row that was written together: what it was before, what it became, and what stands now.

    ``sequence`` is its last revision in the sitting; ``can_go_back`` says that it still stands.
    """

    sequence: int
    question: str
    row_name: str
    where: str
    old: str
    new: str
    is_answer: bool
    place: Place
    was: Said = NOTHING_SAID
    can_go_back: bool = False
    went_back: bool = False


def lines(tx: Transaction, record: Record, of: Sitting) -> tuple[Line, ...]:
    """What was written, each answer once, in the order of their last change."""
    last: dict[tuple[Place, bool], tuple[Revision, Revision]] = {}
    for each in sittings.written(tx, of):
        place = each.place, each.deed is Deed.ANSWER
        first, _latest = last.pop(place, (each, each))
        last[place] = first, each
    return tuple(_answer(tx, record, first, latest) if is_answer else _row(record, latest)
                 for (place, is_answer), (first, latest) in last.items() if _is_told(place[0]))


def confirmable(tx: Transaction, of: Sitting, told: Iterable[Line]) -> tuple[int, ...]:
    """The revisions that the entrepreneur says were written together: all but of answers that they put back."""
    refused = {each.place for each in told if each.went_back}
    return tuple(each.sequence for each in sittings.written(tx, of) if each.place not in refused)


def over_plan() -> Markup | str:
    """The bar on every page of a plan while coach and entrepreneur write together on this device."""
    try:
        found = writing_rights.sitting() if g.get("kept") is not None else None
        if found is None:
            return ""
        with reading() as tx:
            owner = authors.name_of(tx, kept().owner)
    except NotRead:                                         # the page that says so has this bar too
        return ""
    return Markup(render_template("coaching/sitting_bar.html", sitting=found, owner=owner, plan=kept().id))    # noqa: S704


def above_tasks() -> Markup | str:
    """What the entrepreneur has to say something about."""
    with reading() as tx:
        now, found = tx.now, sittings.pending(tx, kept().id)
        names = {each.coach: authors.name_of(tx, each.coach) for each in found}
    here = writing_rights.sitting()                         # the bar says so already
    told = [(each, stage(each, now), names[each.coach]) for each in found if here is None or each.id != here.id]
    if not told:
        return ""
    return Markup(render_template("coaching/sittings_above.html", told=told, plan=kept().id,                  # noqa: S704
                                  is_owner=is_owner()))


def stage(of: Sitting, now: datetime) -> str:
    """How far a sitting is: waiting, open, over, confirmed, or refused where it never began."""
    if of.is_waiting(now):
        return "waiting"
    if of.begun_at is None:
        return "refused"
    if of.is_open(now):
        return "open"
    return "over" if of.confirmed_at is None else "confirmed"


def _is_told(key: str) -> bool:
    return key in GROUPS or (key in QUESTIONS and course.is_on_a_page(key))


def _answer(tx: Transaction, record: Record, first: Revision, latest: Revision) -> Line:
    key, row = latest.place
    question = QUESTIONS[key]
    was = plans.said(tx, kept().id, key, row, first.sequence - 1)
    is_there = not question.group or row in record.rows.get(question.group, ())
    stands = record.sequence_of(key, row) == latest.sequence
    return Line(
        latest.sequence, _(question.wording), row_name(record, question.group, row) if row else "",
        question_address(key, row, kept().id) if is_there else "", words_of(record, question, was),
        words_of(record, question, latest.said), is_answer=True, place=latest.place, was=was,
        can_go_back=stands and not is_same(was, latest.said),
        went_back=not stands and is_same(record.said(key, row), was))


def _row(record: Record, latest: Revision) -> Line:
    part, page = course.page_adding(latest.question)
    where = url_for("study.page", plan=kept().id, part=part.key, page=page.key)
    return Line(latest.sequence, _(GROUPS[latest.question].label), row_name(record, latest.question, latest.row), where,
                "", _(DEEDS[latest.deed]), is_answer=False, place=latest.place)
