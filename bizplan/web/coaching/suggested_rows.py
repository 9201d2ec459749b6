"""Rows that a coach suggests: the form of one that is not in the plan yet, for the coach and for the entrepreneur.

Both fill in the same form.  The coach's becomes a suggestion; the entrepreneur's, opened with what was suggested, is
the row as they want it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, abort, flash, g, redirect, request, url_for

from bizplan.domain import course
from bizplan.domain.answers import is_same
from bizplan.domain.coaching import News
from bizplan.domain.coaching.own_answers import is_coachs
from bizplan.domain.coaching.suggestions import State
from bizplan.domain.course import Part
from bizplan.domain.questions import QUESTIONS, Page
from bizplan.domain.revisions import Deed, Record, Revision, Said
from bizplan.domain.written_values import ROW_ID
from bizplan.storage import Transaction, notices, suggestions
from bizplan.storage.database import NotSaved
from bizplan.storage.plans import Change
from bizplan.storage.suggestions import Suggestion

from .. import forms, study
from ..access import Entry, enters, kept, person, reading, writing
from ..answering import Answering, Asked
from ..languages import N_
from ..languages import say as _
from ..study import AnyAnswer
from . import suggesting
from .suggesting import WHY, Why, tell_author
from .suggestions import OF_ROWS, named, no_room, refusal

AREA = Blueprint("suggested_rows", __name__, url_prefix="/<language>/plan/<plan>")
NEW = N_("You suggest a new line here. It is in the plan only when the business owner takes it over.")
YOURS = N_("Your coach suggests this line. Change what you want and save it: then it is in your plan.")
SENT = N_("Your suggestion is sent. The line is not in the plan until the business owner decides.")
EMPTY = N_("You filled in nothing, so there is no line to suggest.")


@dataclass(frozen=True)
class Sheet:
    """The form of a row that is not in the plan yet; ``record`` is the plan as it would be with the row in it."""

    where: Part
    asks: Page
    row: str
    record: Record
    form: forms.Answers
    asked: list[Asked]

    @property
    def is_filled_in(self) -> bool:
        """Whether somebody sent it, and everything in it could be read."""
        return bool(self.form.is_submitted()) and not any(each.problem for each in self.asked)

    @property
    def answers(self) -> Mapping[str, Said]:
        """What was answered."""
        return {each.key: each.said for each in self.asked if not each.said.is_empty}

    def shown(self, words: str, why: Why | None = None, *, afresh: bool = True) -> str:
        """The page with this form."""
        return study.form_shown(self.form, self.asked, self.record, self.where, self.asks, self.row, afresh=afresh,
                                why=why, of_new=_(words))


@AREA.route("/study/<part>/<page>/rows/<row>/suggest", methods=["GET", "POST"])
@enters(Entry.ITS_COACH)
def suggest(plan: str, part: str, page: str, row: str) -> AnyAnswer:
    """A coach fills in a row that the entrepreneur may want; one address is one row, however often it is sent."""
    where, asks = _adding(part, page)
    record = study.stored()
    with reading() as tx:
        if not ROW_ID.fullmatch(row) or _is_known(tx, record, asks.group, row):
            abort(404)
    sheet = _sheet(record.supposing([Revision(Deed.ADD, asks.group, row)]), where, asks, row)
    reason, why = suggesting.reason_of(Why(request.form.get(WHY, "")))
    if not sheet.is_filled_in or why.problem:
        return sheet.shown(NEW, why)
    try:
        refused = _suggested(sheet, reason)
    except NotSaved as error:
        return study.kept_on_the_page(error, sheet.shown(NEW, why, afresh=False))
    if refused:
        return sheet.shown(NEW, replace(why, nothing=refused))
    flash(_(SENT), "ok")
    return redirect(study.after(record, where, asks, row))


@AREA.route("/suggestions/<suggestion>/change", methods=["GET", "POST"])
@enters(Entry.OWNER)
def change(plan: str, suggestion: str) -> AnyAnswer:
    """The entrepreneur changes a suggested row, and takes it into the plan so."""
    record = study.stored()
    with reading() as tx:
        found = named(tx, plan, suggestion)
        if not found.is_row:
            abort(404)
        refused = refusal(tx, found, State.ACCEPTED)
    if not refused:
        where, asks = course.page_adding(found.revision.question)
        sheet = _sheet(record.supposing(found.revisions), where, asks, found.revision.row)
        if not sheet.is_filled_in:
            return sheet.shown(YOURS)
        try:
            refused = _taken(found, sheet)
        except NotSaved as error:
            return study.kept_on_the_page(error, sheet.shown(YOURS, afresh=False))
        if not refused:
            flash(_(OF_ROWS[State.ACCEPTED]), "ok")
            return redirect(study.after(study.stored(), where, asks, sheet.row))
    flash(refused, "warn")
    return redirect(url_for("suggestions.one", plan=plan, suggestion=suggestion))


def _adding(part: str, page: str) -> tuple[Part, Page]:
    """The page of an address, where rows of the entrepreneur are added on it."""
    where, asks = study.found(part, page)
    if not course.is_first_of_group(asks) or is_coachs(asks.group):
        abort(404)
    return where, asks


def _is_known(tx: Transaction, record: Record, group: str, row: str) -> bool:
    """Whether such a row stands, stood, or is suggested by somebody else."""
    stood = any(place == row and key.startswith(f"{group}[].") for key, place in record.answers)
    others = (each.revision for each in suggestions.open_in(tx, kept().id) if each.author != person().id)
    return stood or row in record.rows.get(group, ()) or any(each.place == (group, row) for each in others)


def _sheet(record: Record, where: Part, asks: Page, row: str) -> Sheet:
    """The form of a row as the plan would have it, or as somebody has just filled it in."""
    answering = Answering(kept(), record, g.language, row)
    questions = tuple(each for each in map(QUESTIONS.__getitem__, asks.questions) if not each.coach)
    form = forms.form_class(questions)()
    if not form.is_submitted():
        asked = [answering.asked(each) for each in course.asked(record, asks, row)]
        return Sheet(where, asks, row, record, form, asked)
    typed = {each.question: each for each in study.typed_on(form, questions, answering)}
    supposed = record.supposing(Revision(Deed.ANSWER, each.key, row, each.said) for each in typed.values())
    answering = replace(answering, record=supposed)
    asked = [typed.get(each) or answering.asked(each) for each in course.asked(supposed, asks, row)]
    return Sheet(where, asks, row, supposed, form, asked)


def _suggested(sheet: Sheet, reason: str) -> str:
    """Keeps a row as a suggestion; the answer is what is in the way, "" where it is kept."""
    if not sheet.answers:
        return _(EMPTY)
    group, row, plan = sheet.asks.group, sheet.row, kept().id
    with writing() as tx:
        suggested = (each.revision for each in suggestions.open_in(tx, plan) if each.is_row)
        rows = {*sheet.record.rows[group], *(each.row for each in suggested if each.question == group)} - {row}
        refused = no_room(group, rows)
        if not refused:
            made = suggestions.make(tx, plan, person().id, Change(Deed.ADD, group, row, base=sheet.record.sequence),
                                    reason, sheet.answers)
            notices.tell(tx, News.SUGGESTION, plan, person().id, [kept().owner], made)
    return refused


def _taken(seen: Suggestion, sheet: Sheet) -> str:
    """Takes a row into the plan as it was filled in; the answer is what is in the way, "" where it is taken."""
    with writing() as tx:
        found = named(tx, seen.plan, seen.id)
        refused = refusal(tx, found, State.ACCEPTED)
        if refused:
            return refused
        suggested = {each.question: each.said for each in found.answers}
        elsewhere = {key: said for key, said in suggested.items() if key not in sheet.asks.questions}
        answers = {**elsewhere, **sheet.answers}
        same = answers.keys() == suggested.keys() and all(is_same(answers[key], suggested[key]) for key in answers)
        sequence = suggestions.take_row(tx, found, person().id, answers)
        suggestions.decide(tx, found.id, State.ACCEPTED if same else State.CHANGED, person().id, sequence)
        tell_author(tx, found)
    return ""
