"""What lenders ask about a plan, as entrepreneur and coach see it; they answer in the language that they write best."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.coaching import About, Subject
from bizplan.domain.course import PARTS
from bizplan.domain.lending.questions import LenderQuestion, Side
from bizplan.domain.questions import GROUPS, QUESTIONS
from bizplan.domain.revisions import Record
from bizplan.storage import Transaction, applications, lender_questions, verdicts

from ..access import Entry, enters, kept, reading, writing
from ..calculated import RECORDS
from ..languages import N_
from ..languages import say as _
from ..places import question_address
from . import asked_forms
from .asked_forms import Written
from .lenders_shown import lender_name
from .told import ASKS, subject_label

AREA = Blueprint("lender_asks", __name__, url_prefix="/<language>/plan/<plan>/lenders/questions")
OVER = N_("This application was withdrawn. What you wrote was not sent to the lender.")


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def every(plan: str) -> str:
    """All that lenders asked, open questions first."""
    return _page(Written())


@AREA.post("/<question>/answer")
@enters(Entry.PARTICIPANT)
def answer(plan: str, question: str) -> Response | tuple[str, int]:
    """Answers a lender, in any language."""
    written = asked_forms.read(Side.PLAN, name=f"say-{question}")
    with writing() as tx:
        found = _found(tx, question)
        is_over = verdicts.verdicts_of(tx, found.application).is_withdrawn
        if written.asked is not None and not is_over:
            lender_questions.say(tx, found, written.asked)
    if is_over:
        flash(_(OVER), "warn")
        return redirect(url_for("lender_asks.every", plan=plan))
    if written.asked is None:
        return _page(written, question), 422
    flash(_("Your answer is with the lender now."), "ok")
    return redirect(f"{url_for('lender_asks.every', plan=plan)}#ask-{question}")


def above_tasks() -> Markup | str:
    """On the task list: what lenders wait for, the nearest day first."""
    with reading() as tx:
        waiting = [each for each in lender_questions.questions_in(tx, kept().id) if each.waits_for is Side.PLAN]
        lenders = _lenders(tx) if waiting else {}
    if not waiting:
        return ""
    soonest = sorted(waiting, key=lambda each: (each.due_on is None, each.due_on or today(), each.at))
    told = [(each.words[-1].text, f"{url_for('lender_asks.every', plan=kept().id)}#ask-{each.id}",
             lenders[each.application], each.due_on) for each in soonest]
    return Markup(render_template("lending/asked_above.html", asked=told, today=today()))      # noqa: S704 - escaped


def _page(written: Written, at: str = "") -> str:
    with reading() as tx:
        asked = lender_questions.questions_in(tx, kept().id)
        lenders, record = _lenders(tx), RECORDS.of(tx, kept())
        withdrawn = {each for each, said in verdicts.verdicts_in(tx, kept().id).items() if said.is_withdrawn}
    in_order = sorted(asked, key=lambda each: (each.waits_for is not Side.PLAN, not each.is_open))
    return render_template(
        "lending/asked.html", plan=kept().id, asked=in_order, lenders=lenders, written=written, at=at, side=Side.PLAN,
        words={each: _(text) for each, text in ASKS.items()}, today=today(),
        label=lambda subject: subject_label(subject, record),
        where=lambda subject: _address(subject, record), new_key=Written().key, writes=kept().archived_at is None,
        withdrawn=withdrawn)


def _lenders(tx: Transaction) -> dict[str, str]:
    """What the lender of each application of the plan is called."""
    return {each.id: lender_name(tx, each) for each in applications.applications_of(tx, kept().id)}


def _address(subject: Subject | None, record: Record) -> str:
    """Where in the study it stands, nothing where it is gone or is a figure of another day."""
    if subject is None:
        return ""
    if subject.about is About.PART and subject.key in PARTS:
        return url_for("history.check", plan=kept().id, part=subject.key)
    if subject.about is About.ANSWER and subject.key in QUESTIONS:
        group = QUESTIONS[subject.key].group
        stands = subject.row in record.rows.get(group, ()) if group else not subject.row
        return question_address(subject.key, subject.row, kept().id) if stands else ""
    if subject.about is About.FIGURE or subject.key in GROUPS:
        return url_for("figures.overview", plan=kept().id) if subject.about is About.FIGURE else ""
    return ""


def _found(tx: Transaction, question: str) -> LenderQuestion:
    found = lender_questions.question(tx, question)
    if found is None or found.plan != kept().id:
        abort(404)
    return found
