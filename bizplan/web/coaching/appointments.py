"""Appointments: made, moved and called off by either side, held with minutes, and taken along as a calendar file."""

import re
from dataclasses import replace

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from bizplan.documents.calendar_file import Event, calendar_file
from bizplan.domain.clock import today
from bizplan.domain.coaching.appointments import (
    MOST_AGREED,
    Agreed,
    Appointment,
    Typed,
    Way,
    agreed,
    read,
    report,
)
from bizplan.domain.typed import Problem
from bizplan.storage import Transaction, appointments, people
from bizplan.storage.columns import new_id

from ..access import Entry, config, enters, kept, person, reading, writing
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored, title_of
from ..wording import Choice, spoken
from .agenda import agenda_of

AREA = Blueprint("appointments", __name__, url_prefix="/<language>/plan/<plan>/appointments")
ID = re.compile(r"[0-9a-f]{32}")
USUAL_MINUTES = "60"
WAYS = {Way.PLACE: N_("At a place"), Way.CALL: N_("By phone"), Way.VIDEO: N_("By video")}
DRAWINGS = {Way.PLACE: "people", Way.CALL: "phone", Way.VIDEO: "screen"}
SUMMARY = N_("Appointment about your plan")
CHANGED = N_("Somebody changed this appointment meanwhile. What you typed is still here: look at it again and save.")


@AREA.get("")
@enters(Entry.PARTICIPANT)
def every(plan: str) -> str:
    """The appointments that are to come, and those that were."""
    with reading() as tx:
        found, now = appointments.appointments_of(tx, plan), tx.now
    coming = [each for each in reversed(found) if each.is_coming(now)]
    return render_template(
        "coaching/appointments.html", plan=plan, coming=coming, past=[each for each in found if each not in coming],
        ways=WAYS, drawings=DRAWINGS, title=title_of(stored()))


@AREA.route("/new", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def new(plan: str) -> AnyResponse | str:
    """Either side proposes an appointment; sent twice it is made once."""
    if request.method == "GET":
        return _form(plan, Typed(Way.PLACE.value, minutes=USUAL_MINUTES, agenda=agenda_of(plan, g.language)))
    form, key = _sent(), request.form.get("key", "")
    with writing() as tx:
        found = read(form, g.language, tx.now)
        if isinstance(found, Appointment):
            made = replace(found, id=key if ID.fullmatch(key) else new_id())
            return redirect(_address(plan, appointments.make(tx, plan, person().id, made)))
    return _form(plan, form, _spoken(found))


@AREA.get("/<appointment>")
@enters(Entry.PARTICIPANT)
def one(plan: str, appointment: str) -> str:
    """One appointment: when and where, what about, and what was said."""
    with reading() as tx:
        found, now = _found(tx, plan, appointment), tx.now
        author = people.person(tx, found.author) if found.author else None
    return render_template("coaching/appointment.html", plan=plan, found=found, coming=found.is_coming(now), ways=WAYS,
                           drawings=DRAWINGS, author=author, begun=found.begins_at <= now, title=title_of(stored()))


@AREA.route("/<appointment>/change", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def change(plan: str, appointment: str) -> AnyResponse | str:
    """Either side moves an appointment, or changes what it is about."""
    with reading() as tx:
        stands = _found(tx, plan, appointment)
    if request.method == "GET":
        closed = stands.cancelled_at or stands.held_at
        return redirect(_address(plan, appointment)) if closed else _form(plan, Typed.of(stands), stands=stands)
    form = _sent()
    with writing() as tx:
        found = read(form, g.language, tx.now, stands)
        if isinstance(found, Appointment):
            wanted = replace(found, step=_step())
            if appointments.change(tx, plan, person().id, wanted):
                return redirect(_address(plan, appointment))
            return _form(plan, form, {"day": _(CHANGED)}, _found(tx, plan, appointment))
    return _form(plan, form, _spoken(found), stands)


@AREA.post("/<appointment>/call-off")
@enters(Entry.PARTICIPANT)
def call_off(plan: str, appointment: str) -> AnyResponse:
    """Either side calls an appointment off."""
    with writing() as tx:
        _found(tx, plan, appointment)
        appointments.call_off(tx, plan, person().id, appointment)
    return redirect(_address(plan, appointment))


@AREA.route("/<appointment>/minutes", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def minutes(plan: str, appointment: str) -> AnyResponse | str:
    """What was said; each line that was agreed becomes a request, and a coach writes the contact down with one tick."""
    with reading() as tx:
        stands = _found(tx, plan, appointment)
    if request.method == "GET":
        return redirect(_address(plan, appointment)) if stands.cancelled_at else _minutes_form(
            plan, stands, stands.report)
    text = request.form.get("report", "")
    told = report(text, g.language)
    tasks, problems = agreed(_lines("task"), _lines("due"), g.language, today())
    if isinstance(told, Problem) or problems:
        return _minutes_form(plan, stands, text, _spoken(
            problems | ({"report": told} if isinstance(told, Problem) else {})))
    return _held(plan, replace(stands, report=told, step=_step()), tasks)


@AREA.get("/<appointment>.ics")
@enters(Entry.PARTICIPANT)
def calendar(plan: str, appointment: str) -> Response:
    """An appointment for the calendar of a telephone or a mail program."""
    with reading() as tx:
        found, now = _found(tx, plan, appointment), tx.now
    event = Event(f"{found.id}@{config().host}", found.step, found.begins_at, found.ends_at, _(SUMMARY), found.where,
                  config().url + _address(plan, appointment), g.language, found.cancelled_at is not None)
    answer = Response(calendar_file(event, now), content_type="text/calendar; charset=utf-8; method=PUBLISH")
    answer.headers["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return answer


def above_tasks() -> Markup:
    """The next appointment, between the next step and the tasks."""
    with reading() as tx:
        found = appointments.next_of(tx, kept().id)
    return Markup() if found is None else Markup(render_template(                          # noqa: S704 - a template escapes what it is given
        "coaching/next_appointment.html", plan=kept().id, found=found, ways=WAYS, drawings=DRAWINGS))


def _held(plan: str, held: Appointment, tasks: list[Agreed]) -> AnyResponse | str:
    as_contact = is_coach() and bool(request.form.get("contact"))
    with writing() as tx:
        if appointments.hold(tx, plan, person().id, held, tasks, request.form.get("key", "")[:64],
                             as_contact=as_contact):
            return redirect(_address(plan, held.id))
        now = _found(tx, plan, held.id)
    return _minutes_form(plan, now, held.report, {"report": _(CHANGED)}, theirs=now.report)


def _form(plan: str, form: Typed, problems: dict[str, str] | None = None, stands: Appointment | None = None) -> str:
    return render_template(
        "coaching/appointment_form.html", plan=plan, form=form, problems=problems or {}, stands=stands,
        key=request.form.get("key") or new_id(), ways=[Choice(each.value, _(words), icon=DRAWINGS[each])
                                                       for each, words in WAYS.items()])


def _minutes_form(plan: str, stands: Appointment, report: str, problems: dict[str, str] | None = None,
                  theirs: str = "") -> str:
    ticked = bool(request.form.get("contact")) if request.method == "POST" else stands.held_at is None
    return render_template(
        "coaching/minutes.html", plan=plan, stands=stands, report=report, problems=problems or {}, theirs=theirs,
        agreed=list(zip(_lines("task"), _lines("due"), strict=True)), ticked=ticked, coach=is_coach(),
        key=request.form.get("key") or new_id())


def _found(tx: Transaction, plan: str, appointment: str) -> Appointment:
    found = appointments.appointment(tx, plan, appointment)
    if found is None:
        abort(404)
    return found


def _sent() -> Typed:
    sent = request.form.get
    return Typed(sent("way", ""), sent("day", ""), sent("clock", ""), sent("minutes", ""), sent("where", ""),
                 sent("agenda", ""))


def _lines(name: str) -> list[str]:
    """The fields of the lines that were agreed."""
    return [request.form.get(f"{name}-{number}", "") for number in range(MOST_AGREED)]


def _step() -> int:
    sent = request.form.get("step", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1


def _spoken(problems: Appointment | dict[str, Problem]) -> dict[str, str]:
    assert isinstance(problems, dict)
    return {name: spoken(each) for name, each in problems.items()}


def _address(plan: str, appointment: str) -> str:
    return url_for("appointments.one", plan=plan, appointment=appointment)
