"""How do you know? One page for the ten numbers that move the lowest cash most."""

from dataclasses import dataclass

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.answers import Fields
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.revisions import Record
from bizplan.domain.sensitivity import Mover

from . import forms, writing_rights
from .access import Entry, enters, kept, person, reading, storage
from .answering import Answering, Asked
from .calculated import calculated
from .calculated import strongest as strongest_of
from .course_shown import row_name
from .places import question_address
from .study import is_coach, stored
from .wording import answer_words

AREA = Blueprint("evidence", __name__, url_prefix="/<language>/plan/<plan>/evidence")


@dataclass(frozen=True)
class Weighty:
    """A number that moves the lowest cash: how it is answered, in which row, and by how much it moves."""

    asked: Asked
    row_name: str
    effect: float
    words: str
    url: str


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def strongest(plan: str) -> str:
    """The ten numbers, each with its evidence."""
    record = stored()
    found = calculated(kept(), record)
    weighty = [] if isinstance(found, NoFigures) else [
        _weighty(record, each) for each in strongest_of(kept(), found)]
    return render_template("evidence/strongest.html", plan=plan, weighty=weighty, sequence=kept().sequence)


@AREA.post("/")
@enters(Entry.PARTICIPANT)
def save(plan: str) -> Response:
    """What one of the numbers rests on, and what was seen or heard."""
    key, row = request.form.get("question", ""), request.form.get("row", "")
    question, record = QUESTIONS.get(key), stored()
    if question is None or not question.is_figure or row not in tuple(record.plan.places(question)) \
            or (question.coach and not is_coach()):
        abort(404)
    writing_rights.check(key)
    answering = Answering(kept(), record, g.language, row)
    now = answering.asked(question).fields
    asked = answering.typed(question, Fields(
        now.texts, now.period, _posted(forms.EVIDENCE), _posted(forms.NOTE), now.unknown))
    base = forms.sequence(request.form.get("base", ""))
    with reading() as tx:
        base = min(answering.base_of(tx, question, what, base) for what in (forms.EVIDENCE, forms.NOTE))
    outcome, = answering.save(storage(), person().id, {asked: base})
    if outcome.clash:
        return redirect(url_for("history.clash", plan=plan, sequence=outcome.clash.mine.sequence))
    return redirect(url_for("evidence.strongest", plan=plan))


def _weighty(record: Record, mover: Mover) -> Weighty:
    """A number as the page shows it: in words with its unit, a season as its twelve months."""
    key, row = mover.place
    asked = Answering(kept(), record, g.language, row).asked(QUESTIONS[key])
    value = record.plan.value(key, row)
    words = asked.echo or ("" if value is None else answer_words(asked.question, value, record))
    return Weighty(asked, row_name(record, asked.question.group, row) if row else "", mover.effect, words,
                   question_address(key, row, kept().id))


def _posted(what: str) -> str:
    """What was posted under a name that ends so, whatever row it is about."""
    return next((text for name, text in request.form.items() if name.endswith(f":{what}")), "")
