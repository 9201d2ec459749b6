"""What leaves the house: the dossier and the workbook, made beside the web while their progress is shown."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, abort, current_app, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.domain.plan import Plan
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.recipients import NAMES, Recipient
from bizplan.domain.translated import NAMES as LANGUAGE_NAMES
from bizplan.storage import jobs
from bizplan.storage.jobs import Job, TooMany
from bizplan.translations import LANGUAGES

from .access import Entry, enters, kept, person, reading, writing
from .calculated import calculated
from .languages import N_
from .study import stored

AREA = Blueprint("downloads", __name__, url_prefix="/<language>/plan/<plan>/dossier")
PDF, EXCEL = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Document:
    """A kind of document as the shelf offers it: what it is called, for whom it is, and in which languages."""

    title: str
    about: str
    languages: tuple[str, ...] = ("nl", "fr", "en")
    mime: str = PDF
    ending: str = "pdf"
    recipients: tuple[Recipient, ...] = (Recipient.LENDER, Recipient.SELF)


RECIPIENTS = {
    Recipient.LENDER: N_("Of your household it shows totals: what comes in, what you spend, what you pay on debts."),
    Recipient.SELF: N_("Everything that you answered. Keep it for yourself."),
}
"""For whom a document is made, and what it then shows."""
KINDS = {
    "dossier": Document(N_("The dossier"), N_("Everything, for the bank or the lender.")),
    "summary": Document(N_("The summary"), N_("Two pages, for a first talk with a lender.")),
    "financial_plan": Document(N_("The financial plan for the notary"),
                               N_("Who founds a company (BV) must have one. It has the seven parts of the law.")),
    "own_plan": Document(N_("Your plan"), N_("The plan in your own language, for you and your family."),
                         LANGUAGES, recipients=(Recipient.SELF,)),
    "workbook": Document(N_("The Excel model"), N_("All figures, with formulas that keep calculating."), LANGUAGES,
                         EXCEL, "xlsx"),
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
    offered = {key: each for key, each in KINDS.items() if key != "financial_plan" or is_company(record.plan)}
    return render_template("downloads/shelf.html", plan=plan, kinds=KINDS, offered=offered, made=made, lacking=lacking,
                           chosen=chosen, own=own_language(record.plan), names=LANGUAGE_NAMES, recipients=RECIPIENTS,
                           called=NAMES, sequence=kept().sequence)


def is_company(plan: Plan) -> bool:
    """Whether the business is to be a company, which needs a financial plan for the notary."""
    return plan.value("rules.legal_form") == "company"


def own_language(plan: Plan) -> str:
    """The language in which the entrepreneur reads their plan: that of their answers, else that of this page."""
    return plan.language if plan.language in LANGUAGES else str(g.language)


@AREA.post("/ask")
@enters(Entry.PARTICIPANT)
def ask(plan: str) -> AnyResponse | tuple[str, int]:
    """Has a document made of the plan as it is now."""
    kind, language = request.form.get("kind", ""), request.form.get("document_language", "")
    if kind not in KINDS or language not in KINDS[kind].languages:
        abort(400)
    recipient = request.form.get("recipient", KINDS[kind].recipients[0].value)
    if recipient not in {each.value for each in KINDS[kind].recipients}:
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
    return render_template("downloads/job.html", plan=plan, job=_found(plan, job), kinds=KINDS, called=NAMES,
                           kept_days=jobs.KEPT_FOR.days)


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
    kind = KINDS[found.kind]
    answer = Response(content, mimetype=kind.mime)
    name = f"bizplan-{date.isoformat(found.made_at.date())}.{kind.ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _found(plan: str, job: str) -> Job:
    with reading() as tx:
        found = jobs.job(tx, plan, job)
    if found is None or found.kind not in KINDS:
        abort(404)
    return found


