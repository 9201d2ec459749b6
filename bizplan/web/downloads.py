"""What leaves the house: the dossier and the workbook, made beside the web while their progress is shown."""

from datetime import date

from flask import Blueprint, Response, abort, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.recipients import NAMES, Recipient
from bizplan.storage import jobs
from bizplan.storage.jobs import Job, TooMany

from .access import Entry, enters, kept, person, reading, writing
from .calculated import calculated
from .languages import N_
from .study import stored

AREA = Blueprint("downloads", __name__, url_prefix="/<language>/plan/<plan>/dossier")
RECIPIENTS = {
    Recipient.LENDER: N_("Of your household it shows totals: what comes in, what you spend, what you pay on debts."),
    Recipient.SELF: N_("Everything that you answered. Keep it for yourself."),
}
"""For whom a document is made, and what it then shows."""
LANGUAGES = {"nl": N_("Dutch"), "fr": N_("French"), "en": N_("English")}
KINDS = {
    "dossier": ("application/pdf", "pdf", N_("The dossier"), N_("A PDF for the bank or the lender.")),
    "workbook": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", N_("The Excel model"),
                 N_("All figures, with formulas that keep calculating.")),
}


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def shelf(plan: str) -> str:
    """What can be made of the plan, in which language, and what was made already."""
    record = stored()
    with reading() as tx:
        made = [each for each in jobs.jobs_of(tx, plan) if each.kind in KINDS]
    lacking = isinstance(calculated(kept(), record), NoFigures)
    chosen = record.plan.value("applicant.dossier_language") or "nl"
    return render_template("downloads/shelf.html", plan=plan, kinds=KINDS, made=made, lacking=lacking, chosen=chosen,
                           languages_of_documents=LANGUAGES, recipients=RECIPIENTS, called=NAMES,
                           sequence=kept().sequence)


@AREA.post("/ask")
@enters(Entry.PARTICIPANT)
def ask(plan: str) -> AnyResponse | tuple[str, int]:
    """Has a document made of the plan as it is now."""
    kind, language = request.form.get("kind", ""), request.form.get("document_language", "")
    recipient = request.form.get("recipient", Recipient.LENDER.value)
    if kind not in KINDS or language not in LANGUAGES or recipient not in {each.value for each in RECIPIENTS}:
        abort(400)
    try:
        with writing() as tx:
            job = jobs.ask(tx, kind, plan, person().id, language, kept().sequence, Recipient(recipient))
    except TooMany:
        return render_template("downloads/busy.html", plan=plan), 429
    current_app.extensions["bizplan queue"](job)
    return redirect(url_for("downloads.job", plan=plan, job=job))


@AREA.get("/<job>")
@enters(Entry.PARTICIPANT)
def job(plan: str, job: str) -> str:
    """How far a document is, and the way to it."""
    return render_template("downloads/job.html", plan=plan, job=_found(plan, job), kinds=KINDS, called=NAMES)


@AREA.get("/<job>/state")
@enters(Entry.PARTICIPANT)
def state(plan: str, job: str) -> Response:
    """The same for a script."""
    found = _found(plan, job)
    url = url_for("downloads.file", plan=plan, job=job) if found.state == jobs.DONE else None
    return jsonify(state=found.state, progress=found.progress / 100, url=url)


@AREA.get("/<job>/file")
@enters(Entry.PARTICIPANT)
def file(plan: str, job: str) -> Response:
    """The document itself."""
    found = _found(plan, job)
    with reading() as tx:
        content = jobs.result(tx, found.id)
    if content is None:
        abort(404)
    kind, ending, *_words = KINDS[found.kind]
    answer = Response(content, mimetype=kind)
    name = f"bizplan-{date.isoformat(found.made_at.date())}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _found(plan: str, job: str) -> Job:
    with reading() as tx:
        found = jobs.job(tx, plan, job)
    if found is None or found.kind not in KINDS:
        abort(404)
    return found


