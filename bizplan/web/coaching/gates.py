"""The four gates: what the checks found, what a coach decided with which reasons, and what has to happen by when.

The machine shows what it found beside each gate and decides nothing.
"""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.coaching.gates import GATES, Decided, Place, gate_after
from bizplan.domain.course import Part
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Record
from bizplan.storage import conditions, gates
from bizplan.storage.columns import new_id

from ..access import Entry, enters, kept, person, writing
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored
from .deciding import Typed, read, typed_before
from .gate_grounds import grounds
from .judging import differences, judged
from .reviews import WORDS

AREA = Blueprint("gates", __name__, url_prefix="/<language>/plan/<plan>/gates")
OUTCOMES = {
    Gate.GO: ("ok", N_("Yes, go on")), Gate.GO_IF: ("warn", N_("Yes, if …")), Gate.NOT_YET: ("stop", N_("Not yet")),
}
NEXT = {
    Gate.GO: N_("Go on with the next part of your study."),
    Gate.GO_IF: N_("Go on, and do what stands here before its date. Then your coach looks again."),
    Gate.NOT_YET: N_("Talk about the reasons with your coach. Change what can be changed, then ask to look again."),
}
OPEN = N_("Not decided yet")
OLD = N_("Decided on earlier answers: something changed since.")
DECIDED_ANEW = N_("Somebody decided here meanwhile. Look at the conditions as they are now.")
FULFILLED = N_("Everything that had to happen is done. The coach can decide again.")
MEANWHILE = N_("Somebody decided here while you wrote. Read it first, then save yours again if it still holds.")


@dataclass(frozen=True)
class Told:
    """How a gate stands, as a page says it."""

    gate: Place
    decided: Decided
    look: str
    word: str


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def overview(plan: str) -> str:
    """The four gates with what was decided at each."""
    stored()
    return render_template("coaching/gates.html", told=[_told(gate) for gate in GATES.values()], old=_(OLD))


@AREA.get("/<gate>")
@enters(Entry.PARTICIPANT)
def gate(plan: str, gate: str) -> str:
    """One gate: what stands there, why, what comes next, what the checks found, and earlier decisions."""
    return _shown(_found(gate))


@AREA.post("/<gate>/decide")
@enters(Entry.ITS_COACH)
def decide(plan: str, gate: str) -> Response | str:
    """A coach decides, with reasons."""
    where = _found(gate)
    typed = read(request.form, stored().sequence)
    if typed.problems or typed.wants_more or typed.given is None:
        return _shown(where, typed)
    with writing() as tx:
        done = gates.decide(tx, plan, person().id, typed.given_at(where.key))
    if not done:
        return _shown(where, typed, _(MEANWHILE))
    flash(fill(_("{gate} Your decision is saved."), gate=_(where.title)), "ok")
    return redirect(url_for("gates.gate", plan=plan, gate=where.key))


@AREA.post("/<gate>/conditions/<int:number>/met")
@enters(Entry.ITS_COACH)
def meet(plan: str, gate: str, number: int) -> Response:
    """A coach says that a condition is met."""
    return _said_of(_found(gate), number, met=True)


@AREA.post("/<gate>/conditions/<int:number>/not-met")
@enters(Entry.ITS_COACH)
def take_back(plan: str, gate: str, number: int) -> Response:
    """A coach takes that back."""
    return _said_of(_found(gate), number, met=False)


def at_stage(stage: int) -> dict[str, object] | None:
    """The gate that closes a stage of the task list, with how it stands."""
    where = gate_after(stage)
    if where is None:
        return None
    told = _told(where)
    text = Markup('<a href="{}">{}</a>').format(url_for("gates.gate", plan=kept().id, gate=where.key), told.word)
    if told.decided.is_on_earlier_answers:
        text = Markup("{} · {}").format(text, _(OLD))
    return {"state": told.look, "title": _(where.title), "text": text}


def above_tasks() -> Markup:
    """Between the next step and the tasks: what has to happen before which day."""
    todo = [(_told(GATES[key]), each) for key, decided in judged().gates.items() for each in decided.open_conditions]
    if not todo:
        return Markup()
    return Markup(render_template(                                                                 # noqa: S704
        "coaching/conditions.html", todo=sorted(todo, key=lambda each: each[1].by), today=today()))


def _said_of(where: Place, number: int, *, met: bool) -> Response:
    """What a coach says of a condition is kept, where the decision on their page still stands."""
    decision = request.form.get("decision", "")
    with writing() as tx:
        done = conditions.say(tx, kept().id, person().id, decision, number, met=met)
    words = (_("Saved: this condition is met.") if met else _("Taken back: this condition is not met yet.")) if done \
        else _(DECIDED_ANEW)
    flash(words, "ok" if done else "warn")
    return redirect(url_for("gates.gate", plan=kept().id, gate=where.key))


def _shown(where: Place, typed: Typed | None = None, meanwhile: str = "") -> str:
    """The page; its answers are read before what was judged of them, so that no change is covered unseen."""
    record, told = stored(), _told(where)
    decision, typed = told.decided.decision, typed or typed_before(told.decided.open_conditions)
    changed = differences(record, decision.sequence, *where.parts) if (
        decision and told.decided.is_on_earlier_answers) else None
    return render_template(
        "coaching/gate.html", told=told, decision=decision, changed=changed, typed=typed, meanwhile=meanwhile,
        outcomes={key: (look, _(word)) for key, (look, word) in OUTCOMES.items()}, today=today(), old=_(OLD),
        next=_next(told.decided), key=new_id(), is_coach=is_coach(),
        before=decision.id if decision else "", in_archive=bool(kept().archived_at), **_grounds(record, where))


def _next(decided: Decided) -> str:
    """What comes next, in a sentence."""
    if decided.decision is None:
        return ""
    return _(FULFILLED) if decided.is_fulfilled else _(NEXT[decided.decision.outcome])


def _grounds(record: Record, where: Place) -> dict[str, Any]:
    """What the machine found that belongs to a gate."""
    return {"found": grounds(where, kept(), record), "sequence": record.sequence,
            "parts": [_of_part(each) for each in where.parts]}


def _of_part(part: Part) -> tuple[str, str, str, str]:
    """A part with how it stands: its title, look, word and address."""
    look, word = WORDS[judged().parts[part.key].state]
    return _(part.title), look, _(word), url_for("history.check", plan=kept().id, part=part.key)


def _told(where: Place) -> Told:
    decided = judged().gates[where.key]
    look, word = OUTCOMES[decided.decision.outcome] if decided.decision else ("none", OPEN)
    return Told(where, decided, look, _(word))


def _found(gate: str) -> Place:
    where = GATES.get(gate)
    if where is None:
        abort(404)
    return where
