"""What a lender decided, told to whoever asked: the reasons in plain words, what can be done next, and the terms.

Granted terms take the place of the assumed ones once the entrepreneur accepts them, or a coach who may write.
"""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, g, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.clock import day_of
from bizplan.domain.course import PARTS
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.compared import Compared, differing
from bizplan.domain.lending.desk import State
from bizplan.domain.lending.granted import compared
from bizplan.domain.lending.questions import Asks, Side
from bizplan.domain.lending.reasons import Reason
from bizplan.domain.lending.verdicts import NOTHING_SAID, Judged, Outcome, Verdict
from bizplan.domain.revisions import Record
from bizplan.storage import Transaction, applications, lender_questions, lending_desk, plans, verdicts
from bizplan.storage.columns import new_id
from bizplan.translations import translator
from financial_models.readers import numerals

from .. import display
from ..access import Entry, enters, kept, reading, writing
from ..calculated import RECORDS
from ..display import fill
from ..downloads import own_language
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored
from . import asked_forms, taking_over
from .asked_forms import Written
from .desk import spoken_outcomes
from .lenders_shown import lender_name
from .taking_over import Words

AREA = Blueprint("lender_answer", __name__, url_prefix="/<language>/plan/<plan>/lenders/answer/<application>")
STANDS = {
    State.NEW: ("none", N_("The lender has it, and nobody there has begun to read.")),
    State.LOOKED_AT: ("busy", N_("Somebody at the lender is looking at it.")),
    State.ASKED: ("talk", N_("The lender asked you something. It waits for your answer.")),
    State.ANSWERED: ("busy", N_("The lender has your answer.")),
    State.ADVISED: ("busy", N_("The lender has read it. People there decide about it now.")),
    State.COMMITTEE: ("busy", N_("People at the lender meet about it on {day}.")),
    State.TAKEN_BACK: ("none", N_("You took back what was handed in.")),
    State.DECIDED: ("ok", N_("The lender has decided.")),
    State.WITHDRAWN: ("none", N_("The application was withdrawn.")),
}
GRANTED_ON = N_("Granted by {lender} on {day}.")
NOT_GRANTED = (Outcome.NOT_YET, Outcome.DECLINED)


@dataclass(frozen=True)
class Before:
    """What a lender said of an earlier try: its name, the day, the reasons, and where all of it stands."""

    lender: str
    decision: Verdict
    reasons: tuple[Reason, ...]
    url: str


@AREA.get("")
@enters(Entry.PARTICIPANT)
def told(plan: str, application: str) -> str:
    """Where the application stands, or what was decided."""
    with reading() as tx:
        found = found_in_plan(tx, application)
    return page(found)


@AREA.post("/explain")
@enters(Entry.PARTICIPANT)
def explain(plan: str, application: str) -> Response | tuple[str, int]:
    """Asks the lender to explain; the answer comes beside the questions."""
    written = asked_forms.read(Side.PLAN, (Asks.EXPLAIN,))
    with writing() as tx:
        found = found_in_plan(tx, application)
        if verdicts.verdicts_of(tx, found.id).is_withdrawn:
            abort(404)
        if written.asked is not None:
            lender_questions.ask(tx, found, written.asked)
    if written.asked is None:
        return page(found, written), 422
    flash(_("The lender has your question. You read the answer here and in your news."), "ok")
    return redirect(url_for("lender_asks.every", plan=plan))


@AREA.post("/take-over")
@enters(Entry.PARTICIPANT)
def take_over(plan: str, application: str) -> Response:
    """The granted terms take the place of the assumed ones, or are suggested by a coach who may not write."""
    with writing() as tx:
        found = found_in_plan(tx, application)
        decision = verdicts.verdicts_of(tx, found.id).decision
        if decision is None or decision.given.terms is None:
            abort(404)
        now = plans.plan(tx, plan)
        assert now is not None
        record = RECORDS.of(tx, now)
        those = _compared(record, found, decision, lender_name(tx, found))
        outcome = taking_over.take_over(tx, record, those, those[0].becomes.note if those else "")
    flash(*taking_over.words(outcome, Words(
        _("The plan has the granted terms now. Look at your figures."),
        _("You suggested the granted terms. The business owner decides."), _("The plan had these terms already."))))
    return redirect(url_for("lender_answer.told", plan=plan, application=application))


def page(found: Application, written: Written | None = None, problems: dict[str, str] | None = None,
         withdrawal: str = "") -> str:
    """The page of an application, as entrepreneur and coach read it."""
    record = stored()
    with reading() as tx:
        each, lender = lending_desk.in_hand(tx, found) if found.was_submitted else None, lender_name(tx, found)
    judged = each.judged if each else NOTHING_SAID
    look, stands = STANDS[each.state if each else State.NEW]
    decision = judged.decision
    granted = _compared(record, found, decision, lender) if decision and decision.given.terms else ()
    return render_template(
        "lending/answer.html", plan=kept().id, application=found, lender=lender, judged=judged, decision=decision,
        stands=(look, fill(_(stands), day=_day(judged))), outcomes=spoken_outcomes(),
        urls={key: (_(part.title), url_for("history.check", plan=kept().id, part=key)) for key, part in PARTS.items()},
        granted=taking_over.shown(record, granted), written=written or Written(),
        problems=problems or {}, withdrawal=withdrawal, coach=is_coach(), writes=kept().archived_at is None,
        key=new_id(), may_withdraw=not is_coach() and found.was_submitted and found.ended_at is None
        and not _is_closed(decision))


def above_tasks() -> Markup | str:
    """On the task list: terms that wait to be taken over, and for the next try the reasons of the last one."""
    found, waiting = earlier_answers(), _granted()
    return Markup(render_template(                          # noqa: S704 - escaped by the template
        "lending/before.html", before=found, granted=waiting, heading="h3")) if found or waiting else ""


def answers_before() -> Markup | str:
    """Where the next application is begun: what lenders said of the tries before."""
    found = earlier_answers()
    return Markup(render_template("lending/before.html", before=found, granted=(), heading="h2")) if found else ""  # noqa: S704


def earlier_answers() -> tuple[Before, ...]:
    """The tries that ended in "not yet" or in a no, the newest first, as long as none was granted after them."""
    with reading() as tx:
        said = verdicts.verdicts_in(tx, kept().id)
        of = {each.id: each for each in applications.applications_of(tx, kept().id)} if said else {}
        decided = sorted((judged.decision for judged in said.values() if judged.decision),
                         key=lambda each: each.at, reverse=True)
        found = []
        for decision in decided:
            if decision.outcome.is_granted:
                break
            if decision.outcome in NOT_GRANTED:
                found.append(Before(
                    lender_name(tx, of[decision.application]), decision, decision.given.why,
                    url_for("lender_answer.told", plan=kept().id, application=decision.application)))
    return tuple(found)


def _granted() -> tuple[tuple[str, str], ...]:
    """The lenders that granted a credit on terms that the plan does not have yet, each with where they stand."""
    with reading() as tx:
        said = verdicts.verdicts_in(tx, kept().id)
        granted = [judged.decision for judged in said.values() if judged.decision and judged.decision.given.terms]
        if not granted:
            return ()
        record, found = RECORDS.of(tx, kept()), []
        of = {each.id: each for each in applications.applications_of(tx, kept().id)}
        for decision in granted:
            asked, name = of[decision.application], lender_name(tx, of[decision.application])
            if differing(_compared(record, asked, decision, name)):
                found.append((name, url_for("lender_answer.told", plan=kept().id, application=asked.id)))
    return tuple(found)


def _compared(record: Record, application: Application, decision: Verdict, lender: str) -> tuple[Compared, ...]:
    """The granted terms beside those of the plan; in its language is noted where they come from."""
    terms, language = decision.given.terms, own_language(record.plan)
    assert terms is not None
    note = translator(language)(GRANTED_ON).format(lender=lender, day=numerals.day(day_of(decision.at), language))
    return compared(record, application.lender, terms, note)


def found_in_plan(tx: Transaction, application: str) -> Application:
    """The application of this plan that the address names."""
    found = applications.application(tx, application)
    if found is None or found.plan != kept().id:
        abort(404)
    return found


def _is_closed(decision: Verdict | None) -> bool:
    return decision is not None and decision.outcome in (Outcome.DECLINED, Outcome.WITHDRAWN)


def _day(judged: Judged) -> Markup:
    return display.day(judged.meets_on, g.language) if judged.meets_on else Markup("")
