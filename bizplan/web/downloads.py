"""What leaves the house: the dossier and the workbook, made beside the web while their progress is shown.

Where they are asked for, the page says which characters of the answers they would print as a box.
"""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, current_app, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.documents.boxed import Boxed
from bizplan.domain.clock import day_of
from bizplan.domain.plan import Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.readiness.finding import Place
from bizplan.domain.recipients import NAMES, Recipient
from bizplan.domain.revisions import Record
from bizplan.domain.translated import NAMES as LANGUAGE_NAMES
from bizplan.storage import jobs
from bizplan.storage.jobs import Job, TooMany
from bizplan.translations import LANGUAGES

from .access import Entry, enters, kept, person, reading, writing
from .calculated import calculated, printed_as_boxes
from .languages import N_
from .languages import say as _
from .places import address_of
from .study import is_coach, stored

AREA = Blueprint("downloads", __name__, url_prefix="/<language>/plan/<plan>/dossier")
MOST_PLACES, MOST_CHARACTERS = 10, 12
"""Of answers with characters that print as a box, and of these characters in one answer: so many are named."""
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


@dataclass(frozen=True)
class Held:
    """An answer with characters that print as a box: what it is called, where it is given, and the characters."""

    words: str
    url: str
    characters: tuple[tuple[str, str], ...]
    more: int


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
    boxes = () if lacking else printed_as_boxes(kept(), record)
    return render_template("downloads/shelf.html", plan=plan, kinds=KINDS, offered=offered, made=made, lacking=lacking,
                           chosen=chosen, own=own_language(record.plan), names=LANGUAGE_NAMES, recipients=RECIPIENTS,
                           called=NAMES, sequence=kept().sequence, more=max(len(boxes) - MOST_PLACES, 0),
                           boxes=[held(each, plan, record) for each in boxes[:MOST_PLACES]])


def held(each: Boxed, plan: str, record: Record) -> Held:
    """An answer as the page names it; an answer of the coach leads nobody else to its page."""
    words, url = address_of(Place(each.question, each.row, ""), plan, record) or (
        _(QUESTIONS[each.question].wording), "")
    shown = tuple((character, f"U+{ord(character):04X}") for character in each.characters[:MOST_CHARACTERS])
    return Held(words, "" if QUESTIONS[each.question].coach and not is_coach() else url, shown,
                len(each.characters) - len(shown))


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
    name = f"bizplan-{day_of(found.made_at).isoformat()}.{kind.ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _found(plan: str, job: str) -> Job:
    with reading() as tx:
        found = jobs.job(tx, plan, job)
    if found is None or found.kind not in KINDS:
        abort(404)
    return found


