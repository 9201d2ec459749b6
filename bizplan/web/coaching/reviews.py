"""Review by section: the entrepreneur asks for a part to be checked, the coach returns or approves it.

A coach approves on a page that shows what is approved: all answers of a part, or all that changed since the last
approval.  The overview only leads there.
"""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.coaching import reviews as reviewing
from bizplan.domain.coaching.reviews import Standing, State
from bizplan.domain.course import PARTS, Part
from bizplan.domain.revisions import Record
from bizplan.storage import plans, reviews
from bizplan.storage.columns import new_id
from bizplan.storage.reviews import OPEN, Given

from .. import forms
from ..access import Entry, enters, kept, person, reading, writing
from ..authors import coaches_now
from ..calculated import RECORDS, ready
from ..display import fill
from ..findings_shown import finding_told
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored
from .judging import differences, judged, written

AREA = Blueprint("reviews", __name__, url_prefix="/<language>/plan/<plan>/review")
LONGEST_KEY = 64
WORDS = {
    State.DRAFT: ("none", N_("Not checked yet")), State.WITH_COACH: ("talk", N_("With the coach")),
    State.RETURNED: ("warn", N_("Sent back")), State.APPROVED: ("ok", N_("Approved")),
    State.CHANGED: ("warn", N_("Changed since approval")),
}
SINCE = {
    State.APPROVED: N_("What changed since the approval"), State.RETURNED: N_("What changed since it was sent back"),
}
"""What is said of what changed, by what a coach said of the part last."""
SAY_WHAT = N_("Say what is still needed, in a sentence or two.")
CHANGED_MEANWHILE = N_("Your page was too old. Look at the answers again, then decide.")


@dataclass(frozen=True)
class Told:
    """How a part stands, as a page says it."""

    part: Part
    standing: Standing
    state: State
    look: str
    word: str

    @property
    def since(self) -> str:
        """What is said of what changed since a coach last looked; nothing where nothing did."""
        looked = self.standing.looked
        return SINCE[looked.state] if looked and self.standing.is_newer else ""


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def overview(plan: str) -> str:
    """All parts with how each stands, what was said last, and the way to its answers."""
    record = stored()
    told = [_told(part) for part in PARTS.values()]
    begun = {part.key for part in PARTS.values() if reviewing.is_begun(record, part)}
    return render_template("coaching/reviews.html", told=told, begun=begun, approved=judged().approved,
                           requests={part.key: _requests(part) for part in PARTS.values()}, is_coach=is_coach())


@AREA.get("/<part>")
@enters(Entry.PARTICIPANT)
def part(plan: str, part: str) -> str:
    """One part: how it stands, what changed since a coach approved or returned it, and all that was said of it."""
    return _part_shown(_found(part))


@AREA.post("/<part>/send")
@enters(Entry.OWNER)
def send(plan: str, part: str) -> Response | str:
    """The entrepreneur asks the coach to check a part."""
    where = _found(part)
    words, problem = written(request.form.get("words", ""))
    if problem:
        return _part_shown(where, problem)
    with writing() as tx:
        if reviews.send(tx, plan, person().id, _given(where, State.WITH_COACH, words, _newest(tx))):
            flash(_("Your coach gets a message and reads it. You can still change everything."), "ok")
    return redirect(url_for("history.check", plan=plan, part=part))


@AREA.post("/<part>/take-back")
@enters(Entry.OWNER)
def take_back(plan: str, part: str) -> Response:
    """The entrepreneur takes that back."""
    where = _found(part)
    with writing() as tx:
        done = reviews.take_back(tx, plan, person().id, _given(where, State.DRAFT, "", _newest(tx)))
    flash(*((_("Taken back. Ask again when you are ready."), "ok") if done else (
        _("Nobody was asked any more."), "warn")))
    return redirect(url_for("history.check", plan=plan, part=part))


@AREA.post("/<part>/return")
@enters(Entry.ITS_COACH)
def give_back(plan: str, part: str) -> Response | str:
    """The coach returns a part, and says what is still needed."""
    where = _found(part)
    words, problem = written(request.form.get("words", ""), wanted=SAY_WHAT)
    return _judged(where, State.RETURNED, words, problem)


@AREA.post("/<part>/approve")
@enters(Entry.ITS_COACH)
def approve(plan: str, part: str) -> Response | str:
    """The coach approves what the page showed of a part."""
    where = _found(part)
    words, problem = written(request.form.get("words", ""))
    if not problem and not reviewing.is_begun(stored(), where):
        problem = _("Nothing is answered here yet, so there is nothing to approve.")
    return _judged(where, State.APPROVED, words, problem)


def beside_part(part: str) -> Markup:
    """Below the answers of a part: how it stands, and what this reader can do with it."""
    where = PARTS[part]
    with reading() as tx:
        record = RECORDS.of(tx, kept())                     # what the page shows, whatever was said since
    return Markup(render_template("coaching/beside_part.html", told=_told(where), part=where,      # noqa: S704
                                  **_doing(record, where)))


def beside_task(part: str) -> Markup:
    """Beside a part on the task list: how its review stands, where there is one."""
    told = _told(PARTS[part])
    return Markup() if told.state is State.DRAFT else Markup(                                      # noqa: S704
        render_template("coaching/beside_task.html", told=told))


def _judged(where: Part, state: State, words: str, problem: str) -> Response | str:
    """What a coach says of a part is kept, unless there is a problem, which is told on the page."""
    sequence = forms.sequence(request.form.get("sequence", ""))
    if not problem and not 0 < sequence <= stored().sequence:
        problem = _(CHANGED_MEANWHILE)
    if problem:
        return _part_shown(where, problem)
    with writing() as tx:
        reviews.give(tx, kept().id, person().id, _given(where, state, words, sequence))
    words = _("{part}: approved.") if state is State.APPROVED else _("{part}: sent back.")
    flash(fill(words, part=_(where.title)), "ok")
    return redirect(url_for("reviews.overview", plan=kept().id))


def _part_shown(where: Part, problem: str = "") -> str:
    record, told = stored(), _told(where)
    looked = told.standing.looked if told.standing.is_newer or told.state is State.WITH_COACH else None
    return render_template(
        "coaching/review.html", told=told, part=where, problem=problem, said_before=judged().told_of(where.key),
        since=SINCE[looked.state] if looked else "", decides=bool(looked or problem),
        changed=differences(record, looked.sequence, where) if looked and told.standing.is_newer else None,
        words={state: (look, _(word)) for state, (look, word) in WORDS.items()}, **_doing(record, where))


def _doing(record: Record, where: Part) -> dict[str, Any]:
    """What a page needs for the forms below a part."""
    told = _told(where)
    found = ready(kept(), record).findings if is_coach() else ()
    return {
        "is_coach": is_coach(), "coaches": () if is_coach() else tuple(coaches_now().values()),
        "may_send": told.state in OPEN,
        "is_begun": reviewing.is_begun(record, where), "requests": _requests(where), "key": new_id(),
        "blockers": [finding_told(each, kept().id, record) for each in reviewing.blockers(found, where)],
        "me": person().id, "sequence": record.sequence, "typed": request.form.get("words", ""),
        "in_archive": bool(kept().archived_at)}


def _told(where: Part) -> Told:
    standing = judged().parts[where.key]
    look, word = WORDS[standing.state]
    return Told(where, standing, standing.state, look, _(word))


def _requests(where: Part) -> int:
    return reviewing.open_in(judged().requests, where)


def _given(where: Part, state: State, words: str, sequence: int) -> Given:
    return Given(where.key, state, sequence, words, request.form.get("key", "")[:LONGEST_KEY])


def _newest(tx: Any) -> int:
    """The sequence of the plan as it stands: what an entrepreneur sends is what they wrote so far."""
    now = plans.plan(tx, kept().id)
    assert now is not None
    return now.sequence


def _found(part: str) -> Part:
    where = PARTS.get(part)
    if where is None:
        abort(404)
    return where
