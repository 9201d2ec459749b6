"""A lender's managers write its own reasons for decisions, and say which of those that ship its officers find.

What was told of a decision stays as it was told, whatever becomes of the list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.course import PARTS
from bizplan.domain.lending.reason_list import MOST, TOO_MANY, Change, ReasonList, Worded
from bizplan.domain.lending.reasons import OTHER, OWN, REASONS
from bizplan.domain.people import Role
from bizplan.domain.questions import Kind, Question
from bizplan.domain.typed import Given, Nothing, typed
from bizplan.storage import Transaction, lender_reasons, people
from bizplan.storage.columns import new_id

from ..access import Entry, enters, person, reading, writing
from ..authors import name_of
from ..languages import N_
from ..languages import say as _
from ..wording import Choice, spoken
from .profile_forms import FILL_IN, ID
from .profiles import check

AREA = Blueprint("reasons", __name__, url_prefix="/<language>/team/<organisation>/lender/reasons")
LABEL, TOLD = Question("label", "", Kind.TEXT), Question("told", "", Kind.TEXT)
"""What is asked of a reason; each is one line, so that a person reads it at once."""
KEY_LENGTH = 16
SAVED, ON, OFF = N_("It is kept."), N_("Officers find this reason."), N_("Officers no longer find this reason.")
MEANWHILE = N_("Somebody else changed this reason while you wrote. Below it stands what it says now. Save again if "
               "yours is right.")
Page = Response | str | tuple[str, int]


@dataclass(frozen=True)
class Form:
    """A reason as it was typed: its words, the part of the study to look at, and what is wrong beside each field.

    ``base`` is the newest change that it knew of, ``key`` the same when it is sent twice.
    """

    label: str = ""
    told: str = ""
    part: str = ""
    base: int = 0
    key: str = field(default_factory=new_id)
    problems: Mapping[str, str] = field(default_factory=dict)


@AREA.get("")
@enters(Entry.MANAGER)
def every(organisation: str) -> str:
    """The reasons from which officers choose, and those that they do not find."""
    with reading() as tx:
        check(tx, organisation, Role.MANAGER)
        listed, name = lender_reasons.reasons_of(tx, organisation), people.organisation_name(tx, organisation)
    return render_template("lending/reasons.html", organisation=organisation, name=name, listed=listed, always=OTHER)


@AREA.route("/add", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def add(organisation: str) -> Page:
    """A new reason of the lender's own."""
    form = _sent() if request.method == "POST" else Form()
    return _changing(organisation, f"{OWN}{form.key[:KEY_LENGTH]}", form, is_new=True)


@AREA.route("/<reason>", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def one(organisation: str, reason: str) -> Page:
    """The words of a reason of its own; those that it had stay readable."""
    return _changing(organisation, reason, _sent() if request.method == "POST" else None, is_new=False)


@AREA.post("/<reason>/offer")
@enters(Entry.MANAGER)
def offer(organisation: str, reason: str) -> Response:
    """Whether officers find a reason: one that ships, or one of its own."""
    is_on = request.form.get("offered") == "yes"
    with writing() as tx:
        check(tx, organisation, Role.MANAGER)
        stands = lender_reasons.reasons_of(tx, organisation).stands(reason)
        if stands is None or reason == OTHER:
            abort(404)
        lender_reasons.say(tx, organisation, person().id, Worded(
            reason, stands.label, stands.told, stands.part, is_on))
    flash(_(ON if is_on else OFF), "ok")
    return redirect(url_for("reasons.every", organisation=organisation))


def _changing(organisation: str, reason: str, form: Form | None, *, is_new: bool) -> Page:
    """Shows a reason, keeps what was sent of it, or shows that again with what is wrong."""
    if form is None or request.method == "GET":
        with reading() as tx:
            listed = _found(tx, organisation, reason, is_new=is_new)
            return _page(tx, organisation, reason, form or _standing(listed, reason), listed)
    with writing() as tx:
        listed = _found(tx, organisation, reason, is_new=is_new)
        problems = _problems(form, listed, reason, is_new=is_new)
        if not problems:
            stands = listed.stands(reason)
            lender_reasons.say(tx, organisation, person().id, Worded(
                reason, form.label, form.told, form.part, stands.is_offered if stands else True))
    if problems:
        refused = Form(form.label, form.told, form.part, listed.newest, form.key, problems)
        with reading() as tx:
            return _page(tx, organisation, reason, refused, listed, is_new=is_new), 422
    flash(_(SAVED), "ok")
    return redirect(url_for("reasons.every", organisation=organisation))


def _found(tx: Transaction, organisation: str, reason: str, *, is_new: bool) -> ReasonList:
    """The list of an organisation that the person manages and that has this reason; any other is not here."""
    check(tx, organisation, Role.MANAGER)
    listed = lender_reasons.reasons_of(tx, organisation)
    if not is_new and (reason in REASONS or listed.stands(reason) is None):
        abort(404)
    return listed


def _problems(form: Form, listed: ReasonList, reason: str, *, is_new: bool) -> dict[str, str]:
    """Why a reason cannot be kept as it was sent."""
    found, said = dict(form.problems), listed.of(reason)
    if is_new and not said and len(listed.own) >= MOST:
        found["label"] = _(TOO_MANY)
    if said and said[0].number > form.base and not is_new and _words(said[0].worded) != _words(form):
        found.setdefault("label", _(MEANWHILE))
    return found


def _words(said: Worded | Form) -> tuple[str, str, str]:
    return said.label, said.told, said.part


def _standing(listed: ReasonList, reason: str) -> Form:
    stands = listed.stands(reason)
    return Form(stands.label, stands.told, stands.part, listed.newest) if stands else Form()


def _sent() -> Form:
    """The form as it was sent."""
    problems: dict[str, str] = {}
    label, told = (_line(question, problems) for question in (LABEL, TOLD))
    key, base, part = (request.form.get(name, "") for name in ("key", "base", "part"))
    return Form(label, told, part if part in PARTS else "", int(base) if base.isascii() and base.isdigit() and
                len(base) <= KEY_LENGTH else 0, key if ID.fullmatch(key) else new_id(), problems)


def _line(question: Question, problems: dict[str, str]) -> str:
    """A line as it was typed; what is wrong with it is put under its name."""
    text = request.form.get(question.key, "")
    read = typed(question, text, "en", today())
    if isinstance(read, Given):
        return str(read.value).strip()
    problems[question.key] = _(FILL_IN) if isinstance(read, Nothing) else spoken(read)
    return text


def _page(tx: Transaction, organisation: str, reason: str, form: Form, listed: ReasonList, *,
          is_new: bool | None = None) -> str:
    before = [] if is_new else [(each, name_of(tx, each.author), _part(each)) for each in listed.of(reason)]
    parts = [Choice(key, _(part.title)) for key, part in PARTS.items()]
    return render_template("lending/reason.html", organisation=organisation, reason=reason, form=form, parts=parts,
                           before=before, is_new=not listed.of(reason) if is_new is None else is_new)


def _part(change: Change) -> str:
    """What the part of the study is called that was named beside a reason."""
    part = PARTS.get(change.worded.part)
    return _(part.title) if part else ""
