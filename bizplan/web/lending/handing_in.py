"""A version of the plan is handed in to a lender: made ready, looked at, signed by both, and taken back.

What the lender reads is frozen from a version's cut once entrepreneur and coach have signed it.  A signature counts
only for the version whose page was shown.
"""

from typing import Any

from flask import Blueprint, abort, flash, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.coaching import News
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.handing_in import CONSENT, last_submitted, same_as_made_ready
from bizplan.domain.lending.standing import shown as known_to_lender
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.revisions import Record
from bizplan.domain.translated import DOSSIER_LANGUAGES, NAMES
from bizplan.storage import Transaction, applications, jobs, notices, participants, submissions
from bizplan.storage.submissions import Agreed

from ..access import Entry, enters, kept, person, reading, writing
from ..calculated import calculated
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored
from . import handing_in_consent, lenders_shown
from .handing_in_preview import preview
from .handing_in_shown import changed_since, job_of, next_step, shown
from .handing_in_signing import after_signing, found_in, tell_of_signature, waiting

AREA = Blueprint("handing_in", __name__, url_prefix="/<language>/plan/<plan>/lenders")
CHOOSE = N_("Choose the lender that you want to ask.")
CHOOSE_LANGUAGE = N_("Choose the language in which the lender reads.")
TICK = N_("Tick the box if you agree. Without it nothing is handed in.")


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def overview(plan: str) -> str:
    """The applications of the plan, where each stands, and the one next step."""
    record = stored()
    with reading() as tx:
        every = [shown(tx, each, record) for each in applications.applications_of(tx, plan)]
    return render_template("lending/handing_in.html", every=every, next=next_step(every), **_around())


@AREA.route("/new", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def begin(plan: str) -> Response | str | tuple[str, int]:
    """Whom to ask for a credit."""
    record = stored()
    with reading() as tx:
        offered = lenders_shown.choices(tx)
    if request.method == "GET":
        return render_template("lending/handing_in_begin.html", offered=offered, problems={},
                               chosen=lenders_shown.chosen_by(record.plan, offered), **_around())
    asked = next((each for each in offered if each.key == request.form.get("lender")), None)
    if asked is None:
        return render_template("lending/handing_in_begin.html", offered=offered, chosen="",
                               problems={"lender": _(CHOOSE)}, **_around()), 422
    with writing() as tx:
        made = applications.begin(tx, plan, person().id, asked.lender, asked.organisation)
    return redirect(url_for("handing_in.ready", plan=plan, application=made))


@AREA.get("/<application>")
@enters(Entry.PARTICIPANT)
def one(plan: str, application: str) -> str:
    """One application: where it stands, its versions, and what changed since the lender's."""
    record = stored()
    with reading() as tx:
        told = shown(tx, found_in(tx, application), record)
    return render_template("lending/handing_in_one.html", told=told, names=NAMES, **_around())


@AREA.route("/<application>/ready", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def ready(plan: str, application: str) -> Response | str | tuple[str, int]:
    """The plan as it is now is made ready: in which language, and what is shown beside the usual cut."""
    record = stored()
    with reading() as tx:
        found = _open(tx, application)
        name, asks = lenders_shown.lender_name(tx, found), lenders_shown.asked_for(tx, found)
    offered = lenders_shown.offered_beside(asks)
    lacking = isinstance(calculated(kept(), record), NoFigures)
    wanted, problems = _wanted(offered) if request.method == "POST" else (_wanted_before(found, record), {})
    if request.method == "POST" and not problems and not lacking:
        with writing() as tx:
            made = _made_ready(tx, _open(tx, application), (record.sequence, *wanted))
        return redirect(url_for("handing_in.version", plan=plan, application=application, submission=made))
    page = render_template(
        "lending/handing_in_ready.html", lender=name, lacking=lacking, problems=problems, chosen=wanted,
        offered=offered, asked_for=asks,
        languages_offered={each: NAMES[each] for each in DOSSIER_LANGUAGES}, before=found.prepared,
        application=application, **_around())
    return (page, 422) if request.method == "POST" else page


@AREA.get("/<application>/versions/<submission>")
@enters(Entry.PARTICIPANT)
def version(plan: str, application: str, submission: str) -> str:
    """What the officer will see of a version that waits for signatures, and the form to sign it."""
    return _shown_to_sign(application, submission)


@AREA.get("/<application>/versions/<submission>/<part>")
@enters(Entry.PARTICIPANT)
def answers(plan: str, application: str, submission: str, part: str) -> str:
    """The answers of one part of a version that waits for signatures, as the officer will read them."""
    stored()
    with reading() as tx:
        found = found_in(tx, application)
        waits, name = found.prepared, lenders_shown.lender_name(tx, found)
        if waits is None or waits.id != submission:
            abort(404)
        seen = preview(tx, kept(), waits, found.lender)
    at = next((at for at, each in enumerate(seen.parts) if each.key == part), None)
    if at is None:
        abort(404)
    return render_template(
        "lending/handing_in_answers.html", lender=name, version=waits, application=application, part=seen.parts[at],
        following=next(iter(seen.parts[at + 1:]), None), in_totals=seen.in_totals, **_around())


@AREA.post("/<application>/sign-as-coach")
@enters(Entry.ITS_COACH)
def sign_as_coach(plan: str, application: str) -> Response:
    """A coach stands behind the version that their page showed."""
    wanted = request.form.get("submission", "")
    with writing() as tx:
        found, waits = waiting(tx, application, wanted)
        if waits is not None and submissions.sign_as_coach(tx, wanted, person().id):
            tell_of_signature(tx, found, wanted)
    return after_signing(application, wanted)


@AREA.post("/<application>/sign")
@enters(Entry.OWNER)
def sign(plan: str, application: str) -> Response | tuple[str, int]:
    """The entrepreneur agrees that the lender reads the version that their page showed."""
    wanted = request.form.get("submission", "")
    agrees = request.form.get("agree") == "yes" and request.form.get("version") == CONSENT
    with writing() as tx:
        found, waits = waiting(tx, application, wanted)
        if agrees and waits is not None and submissions.sign_as_owner(tx, wanted, Agreed(CONSENT, g.language)):
            tell_of_signature(tx, found, wanted)
    if waits is not None and not agrees:
        return _shown_to_sign(application, wanted, _(TICK)), 422
    return after_signing(application, wanted)


@AREA.get("/<application>/state")
@enters(Entry.PARTICIPANT)
def state(plan: str, application: str) -> Response:
    """How far the job is that freezes what was handed in last, for a script."""
    with reading() as tx:
        found = found_in(tx, application)
        job = job_of(tx, found)
    last = last_submitted(found)
    if last is None or last.withdrawn_at is not None:
        abort(404)
    is_there = last.frozen_at is not None
    url = url_for("handing_in.one", plan=plan, application=application) if is_there else None
    progress = 100 if is_there else job.progress if job else 0
    return jsonify(state=jobs.DONE if is_there else job.state if job else jobs.ASKED, progress=progress / 100, url=url)


@AREA.route("/<application>/take-back", methods=["GET", "POST"])
@enters(Entry.OWNER, in_archive=True)
def take_back(plan: str, application: str) -> Response | str:
    """The lender reads nothing of it any more; asked once more first."""
    with reading() as tx:
        found = found_in(tx, application)
        name = lenders_shown.lender_name(tx, found)
    if request.method == "GET":
        return render_template("lending/handing_in_take_back.html", lender=name, application=application, **_around())
    with writing() as tx:
        if submissions.withdraw_all(tx, found_in(tx, application).id):
            notices.tell(tx, News.TAKEN_BACK, plan, person().id, notices.everybody(tx, plan), application)
    flash(_("Taken back. The lender can open nothing of it any more."), "ok")
    return redirect(url_for("handing_in.one", plan=plan, application=application))


@AREA.route("/<application>/end", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def end(plan: str, application: str) -> Response | str:
    """Nothing more is handed in for it; a coach can end what was never handed in."""
    with reading() as tx:
        found = _ending(tx, application)
        name = lenders_shown.lender_name(tx, found)
    if request.method == "GET":
        return render_template("lending/handing_in_end.html", lender=name, application=application,
                               handed_in=known_to_lender(found), officers_read=found.organisation, **_around())
    with writing() as tx:
        found = _ending(tx, application)
        if found.prepared is not None:
            submissions.withdraw(tx, found.prepared.id)
        applications.end(tx, application)
    flash(_("Ended. Nothing more is handed in for this request."), "ok")
    return redirect(url_for("handing_in.overview", plan=plan))


def _shown_to_sign(application: str, submission: str, problem: str = "") -> str:
    """The page of a version that waits: what the officer will see, what they will not, and the form."""
    record = stored()
    with reading() as tx:
        found = found_in(tx, application)
        told, waits = shown(tx, found, record), found.prepared
        if waits is None or waits.id != submission:
            abort(404)
        seen, changed = preview(tx, kept(), waits, found.lender), changed_since(tx, kept(), waits, record)
    own, dutch = handing_in_consent.beside(told.lender, waits.more)
    return render_template(
        "lending/handing_in_version.html", told=told, version=waits, seen=seen, changed=changed, own=own, dutch=dutch,
        consent=CONSENT, names=NAMES, problem=problem, problems={"agree": problem} if problem else {}, **_around())


def _wanted(offered: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], dict[str, str]]:
    """What was chosen of a version, its language and what is shown beside the usual cut, and what is wrong with it."""
    language, ticked = request.form.get("dossier_language", ""), request.form.getlist("more")
    more = tuple(each for each in offered if each in ticked)
    return (language, more), {} if language in DOSSIER_LANGUAGES else {"dossier_language": _(CHOOSE_LANGUAGE)}


def _wanted_before(found: Application, record: Record) -> tuple[str, tuple[str, ...]]:
    """What is chosen at first: as in the version before, else in the language that the plan names."""
    before = found.prepared or last_submitted(found)
    if before is not None:
        return before.language, before.more
    named = str(record.plan.value("applicant.dossier_language"))
    return named if named in DOSSIER_LANGUAGES else "nl", ()


def _made_ready(tx: Transaction, found: Application, wanted: tuple[int, str, tuple[str, ...]]) -> str:
    """The id of the version that is made ready: the one that is there, where it is the same."""
    coached = bool(participants.coaches_of(tx, found.plan))
    same = same_as_made_ready(found, *wanted, coached=coached)
    if same is not None:
        return same.id
    made = submissions.prepare(tx, found.id, found.plan, person().id, *wanted)
    notices.tell(tx, News.MADE_READY, found.plan, person().id, notices.everybody(tx, found.plan), found.id)
    return made


def _open(tx: Transaction, application: str) -> Application:
    """An application of this plan for which something can be made ready."""
    found = found_in(tx, application)
    if found.ended_at is not None:
        abort(404)
    return found


def _ending(tx: Transaction, application: str) -> Application:
    """An application that this reader can end."""
    found = _open(tx, application)
    if is_coach() and found.was_submitted:
        abort(404)
    return found


def _around() -> dict[str, Any]:
    """What every page of this area says: whose it is, who reads it, and whether anything can still be done."""
    return {"plan": kept().id, "is_coach": is_coach(), "in_archive": kept().archived_at is not None}
