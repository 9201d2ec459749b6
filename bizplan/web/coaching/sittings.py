"""Sitting together: the coach types on the coach's device, and the entrepreneur says that both did it.

The PIN that an entrepreneur types here is compared and forgotten: it is never written down, logged or shown again.
"""

from datetime import timedelta

from flask import Blueprint, abort, flash, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.coaching import News
from bizplan.domain.revisions import Deed
from bizplan.storage import Transaction, notices, plans, return_cards, sittings
from bizplan.storage.attempts import Limit
from bizplan.storage.plans import Change
from bizplan.storage.sittings import Sitting

from .. import authors, forms, signing, writing_rights
from ..access import Entry, enters, kept, person, reading, storage, writing
from ..account.area import CARDS_OF_NETWORK
from ..account.cards import tell_coach
from ..calculated import RECORDS
from ..languages import N_
from ..languages import say as _
from ..study import stored
from .sittings_shown import confirmable, lines, stage
from .suggestions_shown import is_owner

AREA = Blueprint("sittings", __name__, url_prefix="/<language>/plan/<plan>/together")
PINS_OF_COACH = Limit("pin together", 10, timedelta(minutes=15))
WRONG_PIN = N_("This PIN does not fit. After ten wrong PINs the return card stops.")
OVER = N_("This was over already.")
BEGUN = N_("You write together now. What you save stands in the plan at once.")
MOVED = N_("This answer was changed again after that, so it was not put back.")


@AREA.get("")
@enters(Entry.PARTICIPANT)
def together(plan: str) -> Response | str:
    """What goes on and what waits; for a coach, how to begin."""
    return _begin_page()


@AREA.post("/begin")
@enters(Entry.ITS_COACH)
def begin(plan: str) -> Response | str:
    """Begins: with the PIN of the entrepreneur, with their yes on their own phone, or at once where coaches write."""
    goes_on = writing_rights.sitting()
    if goes_on is not None:
        return _to(goes_on.id)
    if "ask" in request.form:
        with writing() as tx:
            return _to(sittings.ask(tx, plan, person().id, g.session.id))
    if not kept().coach_writes and not _shows_pin():
        return _begin_page(_(WRONG_PIN))
    with writing() as tx:
        made = sittings.begin(tx, plan, person().id, g.session.id)
        notices.tell(tx, News.WROTE_TOGETHER, plan, person().id, [kept().owner], made)
    flash(_(BEGUN), "ok")
    return redirect(url_for("study.tasks", plan=plan))


@AREA.get("/<sitting>")
@enters(Entry.PARTICIPANT)
def one(plan: str, sitting: str) -> str:
    """One sitting: waiting for a yes, going on, or over with what was written in it."""
    return _page(sitting)


@AREA.get("/<sitting>/state")
@enters(Entry.ITS_COACH)
def state(plan: str, sitting: str) -> Response:
    """The same for the page of a coach that waits."""
    with reading() as tx:
        far = stage(_found(tx, sitting), tx.now)
    if far == "waiting":
        return jsonify(state="running")
    return jsonify(state="failed") if far == "refused" else jsonify(
        state="done", url=url_for("study.tasks", plan=plan))


@AREA.post("/<sitting>/agree")
@enters(Entry.OWNER)
def agree(plan: str, sitting: str) -> Response:
    """The entrepreneur says yes on their own phone, or no."""
    with writing() as tx:
        found = _found(tx, sitting)
        said_yes = request.form.get("do") == "yes"
        done = sittings.agree(tx, plan, found.id) if said_yes else sittings.end(tx, found.id)
    if not done:
        flash(_(OVER), "warn")
    return _to(sitting)


@AREA.post("/<sitting>/end")
@enters(Entry.PARTICIPANT)
def end(plan: str, sitting: str) -> Response:
    """Either of the two ends it; what was written stands on its page."""
    with writing() as tx:
        found = _found(tx, sitting)
        if person().id not in (found.coach, kept().owner):
            abort(404)
        sittings.end(tx, found.id)
    return _to(sitting)


@AREA.post("/<sitting>/confirm")
@enters(Entry.PARTICIPANT)
def confirm(plan: str, sitting: str) -> Response | str:
    """The entrepreneur confirms what was written: from their own account, or with their PIN on the coach's device."""
    with reading() as tx:
        found = _found(tx, sitting)
        if found.is_open(tx.now) or (not is_owner() and found.coach != person().id):
            abort(404)
    if not is_owner() and found.confirmed_at is None and not _shows_pin():
        return _page(sitting, _(WRONG_PIN))
    record = stored()
    with writing() as tx:
        if sittings.confirm(tx, found, kept().owner, confirmable(tx, found, lines(tx, record, found))):
            notices.tell(tx, News.WROTE_TOGETHER, plan, person().id, _coach_still_here(tx, found), found.id)
    return _to(sitting)


@AREA.post("/<sitting>/back")
@enters(Entry.OWNER)
def back(plan: str, sitting: str) -> Response:
    """The entrepreneur puts one answer back as it was before the sitting."""
    with writing() as tx:
        newest = plans.plan(tx, plan)
        assert newest is not None
        record, found = RECORDS.of(tx, newest), _found(tx, sitting)
        wanted = forms.sequence(request.form.get("sequence", ""))
        line = next((each for each in lines(tx, record, found) if each.sequence == wanted), None)
        if line is None:
            abort(404)
        if line.can_go_back:
            key, row = line.place
            plans.save(tx, plan, person().id, Change(Deed.ANSWER, key, row, line.was, base=newest.sequence))
    if not line.can_go_back:
        flash(_(MOVED), "warn")
    return _to(sitting)


def _begin_page(problem: str = "") -> str:
    with reading() as tx:
        now, found = tx.now, sittings.sittings_of(tx, kept().id)
        told = [(each, stage(each, now), authors.name_of(tx, each.coach)) for each in found]
        has_card, owner = return_cards.has_card(tx, kept().owner), authors.name_of(tx, kept().owner)
    return render_template(
        "coaching/together.html", plan=kept().id, told=[each for each in told if each[1] != "refused"],
        has_card=has_card, owner=owner, problem=problem, is_owner=is_owner(), goes_on=writing_rights.sitting(),
        coach_writes=kept().coach_writes)


def _page(sitting: str, problem: str = "") -> str:
    record = stored()
    with reading() as tx:
        found = _found(tx, sitting)
        told, far = lines(tx, record, found), stage(found, tx.now)
        has_card = return_cards.has_card(tx, kept().owner)
        owner, coach = authors.name_of(tx, kept().owner), authors.name_of(tx, found.coach)
    return render_template(
        "coaching/sitting.html", plan=kept().id, sitting=found, lines=told, stage=far, has_card=has_card, owner=owner,
        coach=coach, problem=problem, is_owner=is_owner(), mine=found.coach == person().id)


def _found(tx: Transaction, sitting: str) -> Sitting:
    found = sittings.sitting(tx, kept().id, sitting)
    if found is None:
        abort(404)
    return found


def _shows_pin() -> bool:
    """Whether what was typed is the PIN of the entrepreneur; a wrong one counts, as it does with the card."""
    signing.hold_back((PINS_OF_COACH, person().id), (CARDS_OF_NETWORK, signing.network()))
    tried = return_cards.show_pin(storage(), kept().owner, request.form.get("pin", ""))
    tell_coach(tried.ended)
    return tried.person == kept().owner


def _coach_still_here(tx: Transaction, of: Sitting) -> list[str]:
    return [each for each in notices.everybody(tx, of.plan) if each == of.coach]


def _to(sitting: str) -> Response:
    return redirect(url_for("sittings.one", plan=kept().id, sitting=sitting))
