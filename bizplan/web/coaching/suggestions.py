"""Suggestions of a coach: all of them, one, and what the entrepreneur decides."""

from collections.abc import Collection

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.coaching.suggestions import State
from bizplan.domain.questions import GROUPS, QUESTIONS
from bizplan.domain.revisions import Deed, Record, Revision
from bizplan.storage import Transaction, plans, suggestions
from bizplan.storage.plans import Change
from bizplan.storage.suggestions import Suggestion

from .. import authors, forms, signing
from ..access import Entry, enters, kept, person, reading, writing
from ..calculated import RECORDS
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..study import stored
from .suggesting import tell_author
from .suggestions_shown import STATES, is_owner, is_told, shown

AREA = Blueprint("suggestions", __name__, url_prefix="/<language>/plan/<plan>/suggestions")
DECIDED = {State.ACCEPTED: N_("You took it over."), State.DECLINED: N_("Your answer stays as it is.")}
OF_ROWS = {State.ACCEPTED: N_("The line is in your plan now."), State.DECLINED: N_("The line stays out of your plan.")}
"""What is said of a decision: about an answer, and about a row."""
TOO_LATE = N_("This was decided already. What was decided first stays.")
MOVED = N_("Your answer changed after you opened this page. Nothing was changed now: look at both again.")
ROW_GONE = N_("The line that this is about was removed. Take the line back first, if you want to use the suggestion.")
STANDS = N_("This line is in your plan already.")
FULL = N_("There is room for {count} lines here, and all of them are taken. First one of them has to go.")


@AREA.get("")
@enters(Entry.PARTICIPANT)
def every(plan: str) -> str:
    """All suggestions: what waits first, then what was decided."""
    record = stored()
    with reading() as tx:
        found = [each for each in suggestions.suggestions_of(tx, plan) if is_told(each)]
        told = [shown(tx, record, each, authors.name_of(tx, each.author)) for each in found]
    return render_template("coaching/suggestions.html", plan=plan, may_decide=is_owner(),
                           waiting=[each for each in told if each.is_open],
                           decided=[each for each in told if not each.is_open])


@AREA.get("/<suggestion>")
@enters(Entry.PARTICIPANT)
def one(plan: str, suggestion: str) -> str:
    """One suggestion beside its answer, and what became of it."""
    record = stored()
    with reading() as tx:
        found = named(tx, plan, suggestion)
        told = shown(tx, record, found, authors.name_of(tx, found.author))
        decided_by = authors.name_of(tx, found.decided_by)
    history = "" if found.is_row else url_for(
        "history.answer", plan=plan, question=found.revision.question, row=found.revision.row)
    return render_template("coaching/suggestion.html", plan=plan, each=told, may_decide=is_owner(), history=history,
                           decided_by=decided_by, decided_at=found.decided_at)


@AREA.post("/<suggestion>/decide")
@enters(Entry.OWNER)
def decide(plan: str, suggestion: str) -> Response:
    """The entrepreneur takes it over, or keeps what stands; the first decision stays."""
    state = {"take": State.ACCEPTED, "keep": State.DECLINED}.get(request.form.get("do", ""))
    if state is None:
        abort(400)
    with writing() as tx:
        found = named(tx, plan, suggestion)
        refused = refusal(tx, found, state)
        if refused:
            flash(refused, "warn")
            return redirect(url_for("suggestions.one", plan=plan, suggestion=suggestion))
        sequence = _taken_over(tx, found) if state is State.ACCEPTED else 0
        suggestions.decide(tx, found.id, state, person().id, sequence)
        tell_author(tx, found)
    flash(_((OF_ROWS if found.is_row else DECIDED)[state]), "ok")
    return _back(found)


@AREA.post("/<suggestion>/withdraw")
@enters(Entry.ITS_COACH)
def withdraw(plan: str, suggestion: str) -> Response:
    """A coach takes back what they suggested, as long as nobody decided."""
    with writing() as tx:
        found = named(tx, plan, suggestion)
        if found.author != person().id:
            abort(404)
        done = suggestions.decide(tx, found.id, State.WITHDRAWN, person().id)
    flash(_(STATES[State.WITHDRAWN][1]) if done else _(TOO_LATE), "ok" if done else "warn")
    return _back(found) if done else redirect(url_for("suggestions.one", plan=plan, suggestion=suggestion))


def named(tx: Transaction, plan: str, suggestion: str) -> Suggestion:
    """The suggestion that an address names."""
    found = suggestions.suggestion(tx, plan, suggestion)
    if found is None or not is_told(found):
        abort(404)
    return found


def refusal(tx: Transaction, found: Suggestion, state: State) -> str:
    """Why it cannot be decided so; "" where it can.  What stands is compared under the lock of the transaction."""
    if not found.is_open:
        return _(TOO_LATE)
    if state is not State.ACCEPTED:
        return ""
    newest = plans.plan(tx, found.plan)
    assert newest is not None
    record = RECORDS.of(tx, newest)
    return _row_refused(record, found.revision) if found.is_row else _answer_refused(record, found.revision)


def no_room(group: str, rows: Collection[str]) -> str:
    """That these rows leave no room for one more in their group; "" where they do."""
    most = GROUPS[group].most
    return fill(_(FULL), count=most) if len(rows) >= most else ""


def _row_refused(record: Record, revision: Revision) -> str:
    rows = record.rows.get(revision.question, ())
    return _(STANDS) if revision.row in rows else no_room(revision.question, rows)


def _answer_refused(record: Record, revision: Revision) -> str:
    group = QUESTIONS[revision.question].group
    if group and revision.row not in record.rows.get(group, ()):
        return _(ROW_GONE)
    seen = forms.sequence(request.form.get("seen", ""))
    return _(MOVED) if record.sequence_of(revision.question, revision.row) != seen else ""


def _taken_over(tx: Transaction, found: Suggestion) -> int:
    """What was suggested becomes the entrepreneur's: its sequence, or 0 where the same stood there already."""
    if found.is_row:
        return suggestions.take_row(tx, found, person().id, {each.question: each.said for each in found.answers})
    revision = found.revision
    stands = plans.newest(tx, found.plan, revision.question, revision.row)
    base = stands.sequence if stands else 0
    taken = plans.save(tx, found.plan, person().id, Change(
        Deed.ANSWER, revision.question, revision.row, revision.said, base=base))
    assert isinstance(taken, plans.Taken)
    return taken.revision.sequence if taken.revision.sequence > base else 0


def _back(found: Suggestion) -> Response:
    """To the page on which the button was pressed, else to all suggestions."""
    here = signing.known_address(request.form.get("here", ""))
    return redirect(here or url_for("suggestions.every", plan=kept().id))
