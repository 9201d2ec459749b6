"""The guided study: the task list, and one page at a time."""

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, abort, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain import course
from bizplan.domain.answers import Fields
from bizplan.domain.clock import today
from bizplan.domain.course import PARTS, Part
from bizplan.domain.people import Role
from bizplan.domain.questions import QUESTIONS, Page, Question
from bizplan.domain.revisions import Record
from bizplan.domain.stops import stops
from bizplan.storage import plans
from bizplan.storage.columns import new_id
from bizplan.storage.database import NotSaved

from . import authors, forms, living
from .access import Entry, enters, kept, person, reading, storage
from .answering import Answering, Asked, Outcome
from .calculated import RECORDS, is_strong
from .coaching import suggesting
from .coaching.suggesting import Why
from .course_shown import place, removed_row, rows_shown, task_list
from .display import fill, written_clock
from .languages import N_
from .languages import say as _
from .living_shown import shown_if_known
from .troubles import RETRY_AFTER
from .writing_rights import may_write

LOG = logging.getLogger("bizplan")
NOT_SAVED = N_("Not saved: in this plan you suggest answers. Send the page, and it goes to the business owner.")
AnyAnswer = Response | str | tuple[str, int, dict[str, str]]
AREA = Blueprint("study", __name__, url_prefix="/<language>/plan/<plan>")


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def tasks(plan: str) -> str:
    """The parts of the study, how far each is, and what comes next."""
    record = stored()
    stages = task_list(record, coach=is_coach())
    parts = [task for _stage, tasks in stages for task in tasks]
    done = sum(task.state is course.State.OK for task in parts)
    with reading() as tx:
        owner = authors.name_of(tx, kept().owner) if is_coach() else ""
    return render_template(
        "study/tasks.html", stages=stages, plan=plan, title=title_of(record), owner=owner,
        next=course.first_open(record, coach=is_coach()), states=[task.state.value for task in parts],
        done_words=fill(_("{done} of {of} parts done."), done=done, of=len(parts)),
        figures=shown_if_known(kept(), record))


@AREA.route("/study/<part>/<page>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def page(plan: str, part: str, page: str) -> AnyAnswer:
    """One page: its questions, or the rows of its group."""
    where, asks = found(part, page)
    record = stored()
    if asks.group:
        return _rows(record, where, asks)
    return answered(record, where, asks, "")


@AREA.route("/study/<part>/<page>/<row>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def row(plan: str, part: str, page: str, row: str) -> AnyAnswer:
    """The questions of a page for one row of its group."""
    where, asks = found(part, page)
    record = stored()
    if row not in record.rows.get(asks.group, ()):
        abort(404)
    return answered(record, where, asks, row)


@AREA.post("/save")
@enters(Entry.PARTICIPANT)
def save(plan: str) -> tuple[Response, int] | Response:
    """One answer, saved while somebody is still on the page."""
    name = request.form.get("field", "")
    key, _at, named = name.partition(":")[0].partition("@")
    row, question = named or request.args.get("row", ""), QUESTIONS.get(key)
    record = stored()
    if question is None or row not in tuple(record.plan.places(question)) or (question.coach and not is_coach()):
        abort(404)
    if not may_write(key):
        return jsonify(problem=_(NOT_SAVED), readings=()), 422
    answering = Answering(kept(), record, g.language, row)
    asked = answering.typed(question, _with(answering.asked(question).fields, question, name))
    with reading() as tx:
        base = answering.base_of(tx, question, _beside(name), forms.sequence(request.form.get("base", "")))
    outcome, = answering.save(storage(), person().id, {asked: base}, request.form.get("key", "")[:64])
    return _told(outcome, plan, base)


def answered(record: Record, where: Part, asks: Page, row: str) -> AnyAnswer:
    """The form of a page or of a row: shown, or read and saved."""
    questions = course.asked(record, asks, row, coach=is_coach())
    if not questions:
        return redirect(after(record, where, asks, row))
    form = forms.form_class(questions)()
    answering = Answering(kept(), record, g.language, row)
    if not form.is_submitted():
        return form_shown(form, suggesting.asked(answering, questions), record, where, asks, row)
    asked = typed_on(form, questions, answering)
    sent = [each.question for each in asked]
    bases = {each: form.sequence_of(each.question) for each in asked}
    why = suggesting.why(questions)
    try:
        if why is not None:
            why = suggesting.suggest(answering, bases, why)
            return form_shown(form, asked, record, where, asks, row, why=why) if why else \
                redirect(after(record, where, asks, row))
        outcomes = answering.save(storage(), person().id, bases, passed=course.mark(where, asks))
    except NotSaved as error:
        return kept_on_the_page(error, form_shown(form, asked, record, where, asks, row, afresh=False))
    clash = next((each.clash for each in outcomes if each.clash), None)
    if clash:
        return redirect(url_for("history.clash", plan=kept().id, sequence=clash.mine.sequence))
    if any(each.problem for each in asked):
        return form_shown(form, asked, stored(), where, asks, row)
    suggesting.settle(asked)
    fresh = stored()
    more = not set(course.asked(fresh, asks, row, coach=is_coach())) <= set(sent)   # an answer made it worth asking
    return redirect(request.path if more else after(fresh, where, asks, row))


def typed_on(form: forms.Answers, questions: tuple[Question, ...], answering: Answering) -> list[Asked]:
    """The questions that a form asked, as somebody has just answered them."""
    form.validate()
    sent = form.sent(questions)
    stood = {each: answering.asked(each).fields for each in sent}
    return [answering.typed(each, _chosen(each, forms.typed_in(form, each, stood[each]))) for each in sent]


def form_shown(form: forms.Answers, asked: list[Asked], record: Record, where: Part, asks: Page, row: str, *,
               afresh: bool = True, why: Why | None = None, of_new: str = "") -> str:
    """The page with its form; it is made afresh from the answers as they stand, unless they could not be saved.

    ``of_new`` is what is said above the form of a row that does not stand in the plan: nothing of it saves itself.
    """
    why = why or suggesting.why(each.question for each in asked)
    if afresh and not (why and form.is_submitted()):        # a suggestion stays about what the coach has seen
        form.base.data = str(record.sequence)
    feeds = not of_new and any(living.is_fed_by(each.question) for each in asked)
    return render_template(
        "study/page.html", is_strong=is_strong, form=form, asked=asked, part=where, page=asks, row=row, record=record,
        place=place(record, where, asks, coach=is_coach()), rows=rows_shown(record, asks) if row else (),
        figures=shown_if_known(kept(), record) if feeds else "", feeds=feeds, kept=kept(),
        why=why, suggestion=request.values.get(suggesting.SUGGESTION, ""), after=after(record, where, asks, row),
        of_new=of_new, bases={} if afresh else {each.key: form.sequence_of(each.question) for each in asked})


def after(record: Record, where: Part, asks: Page, row: str = "") -> str:
    """The address to which a page that is done leads."""
    plan, part = kept().id, where.key
    if row:
        return url_for("study.page", plan=plan, part=part, page=asks.key)
    following = course.next_page(record, where, asks, coach=is_coach())
    if following:
        return url_for("study.page", plan=plan, part=part, page=following.key)
    ends = {"stops": "study.first_things", "quick": "figures.first_verdict", "projection": "evidence.strongest"}
    return url_for(ends[part], plan=plan) if part in ends else url_for("history.check", plan=plan, part=part)


@AREA.get("/stops")
@enters(Entry.PARTICIPANT)
def first_things(plan: str) -> str:
    """What the three stops say, and the way on from each."""
    record = stored()
    return render_template("study/stops.html", stops=stops(record.plan, today()), plan=plan, pages=course.STOPS.pages)


def stored() -> Record:
    """The plan of the address as it stands now."""
    with reading() as tx:
        now = plans.plan(tx, kept().id)
        if now is None:
            abort(404)
        g.kept = now
        return RECORDS.of(tx, now)


def found(part: str, page: str) -> tuple[Part, Page]:
    """The part and the page that an address names."""
    where = PARTS.get(part)
    asks = where.page(page) if where else None
    if where is None or asks is None or not (is_coach() or _asks_the_entrepreneur(asks)):
        abort(404)
    return where, asks


def is_coach() -> bool:
    """Whether the reader coaches this plan: coaches answer questions of their own."""
    return bool(g.role is Role.COACH)


def title_of(record: Record) -> str:
    """What a plan is called: the name of the business, else the idea, else that it is new."""
    return record.title or _("New plan")


def kept_on_the_page(error: NotSaved, shown: str) -> tuple[str, int, dict[str, str]]:
    """The page as it was sent, with everything typed still in it, and that it is not saved."""
    LOG.error("not saved: %s", error)
    return shown, 503, {"Retry-After": RETRY_AFTER}


def _asks_the_entrepreneur(asks: Page) -> bool:
    return any(not QUESTIONS[key].coach for key in asks.questions)


def _rows(record: Record, where: Part, asks: Page) -> Response | str:
    if request.method == "POST":
        if may_write(asks.group):
            Answering(kept(), record, g.language).save(storage(), person().id, {}, passed=course.mark(where, asks))
        return redirect(after(record, where, asks))
    feeds = any(living.is_fed_by(QUESTIONS[key]) for key in asks.questions)
    return render_template(
        "study/rows.html", first_of_group=course.is_first_of_group(asks), first_page=course.page_adding(asks.group),
        part=where, page=asks, kept=kept(), rows=rows_shown(record, asks), feeds=feeds,
        removed=removed_row(record, asks, request.args.get("removed", "")), new_row=new_id(), coach=is_coach(),
        place=place(record, where, asks, coach=is_coach()), figures=shown_if_known(kept(), record) if feeds else "")


def _chosen(question: Question, fields: Fields) -> Fields:
    """The fields, with the reading that was chosen where a number had two."""
    key, _equals, reading = request.form.get("reading", "").partition("=")
    return replace(fields, texts=(reading,)) if key == question.key and reading else fields


def _with(fields: Fields, question: Question, name: str) -> Fields:
    """The fields of a question with one of them changed by an autosave."""
    given: list[str] = request.form.getlist("value")
    what = _beside(name)
    changed: dict[str, Any] = vars(fields).copy()
    if what:
        changed[what] = bool(given and given[0]) if what == forms.UNKNOWN else given[0] if given else ""
    else:
        changed.update(texts=tuple(given), unknown=False)
    return Fields(**changed)


def _beside(name: str) -> str:
    """Which of the fields beside a number has this name; "" for the answer itself."""
    what = name.partition(":")[2]
    return what if what in forms.BESIDE else ""


def _told(outcome: Outcome, plan: str, base: int) -> tuple[Response, int] | Response:
    """What an autosave is told."""
    asked, clash = outcome.asked, outcome.clash
    if clash:
        url = url_for("history.clash", plan=plan, sequence=clash.mine.sequence)
        return jsonify(url=url, text=_("Somebody else changed this answer too. Choose which one stays.")), 409
    if asked.problem:
        sequence = outcome.kept.revision.sequence if isinstance(outcome.kept, plans.Taken) else base
        return jsonify(problem=asked.problem, readings=asked.readings, sequence=sequence), 422
    sequence = outcome.kept.revision.sequence if isinstance(outcome.kept, plans.Taken) else base
    return jsonify(saved=written_clock(datetime.now(UTC), g.language), sequence=sequence, echo=asked.echo or "")
