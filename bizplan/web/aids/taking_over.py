"""Taking over what an aid proposes: its answers become revisions like any other, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.aids import Row, Slip
from bizplan.domain.plan import Answer, Plan, Value
from bizplan.domain.questions import GROUPS, QUESTIONS, Kind, Question
from bizplan.domain.revisions import Deed, Said
from bizplan.domain.written_values import LONGEST_NOTE, ROW_ID
from bizplan.storage import plans
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Change, Clash
from bizplan.translations import LANGUAGES, translator
from financial_models.assumptions import Grade

from .. import forms
from ..access import person, writing
from ..languages import N_
from ..languages import say as _
from ..wording import answer_words
from .opened import Aid, Opened, home

ADDED = N_("It is in your plan. Fill in what is still open.")
TAKEN_OVER = N_("It is in your plan. A number is a guess until you say how you know it.")
CHOOSING, TAKEN = "choosing", "take"
"""What the form calls it that some answers may be left out, and those that were left in."""
Typed = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Offered:
    """An answer that would change: its question, what stands there now and what is proposed, in words."""

    question: Question
    row: str
    value: Value
    now: str = ""
    proposed: str = ""
    typed: tuple[str, ...] = field(default=())


def offered(aid: Aid, opened: Opened, slip: Slip, typed: Typed | None = None) -> tuple[Offered, ...]:
    """The answers that would change: of questions that this reader answers, and that are asked with the rest in place.

    ``typed`` says by question what was typed where that is not the value itself.
    """
    plan = opened.record.plan
    places = {key: opened.row if QUESTIONS[key].group else "" for key in slip.proposes if _is_open(aid, opened, key)}
    new = {(key, row): Answer(slip.proposes[key]) for key, row in places.items()}
    whole = Plan(plan.language, {**plan.answers, **new}, plan.rows)
    return tuple(_offered(opened, QUESTIONS[key], row, answer.value, (typed or {}).get(key, ()))
                 for (key, row), answer in new.items()
                 if whole.is_asked(QUESTIONS[key], row) and _differs(plan.answer(key, row), answer))


def stands_already(aid: Aid, opened: Opened, slip: Slip) -> bool | None:
    """Whether the plan says all that could be taken over here; None where nothing could."""
    plan, keys = opened.record.plan, [key for key in slip.proposes if _is_open(aid, opened, key)]
    places = {key: opened.row if QUESTIONS[key].group else "" for key in keys}
    stand = [plan.answer(key, row) for key, row in places.items()]
    if not keys:
        return None
    return all(found is not None and found.value == slip.proposes[key] for key, found in zip(keys, stand, strict=True))


def take_over(aid: Aid, opened: Opened, answers: Iterable[Offered], rows: Iterable[Row] = ()) -> Response:
    """Keeps the answers and adds the rows, all together, and leads back to where the aid was opened."""
    base = forms.sequence(request.form.get("base", ""))
    changes = [Change(Deed.ANSWER, each.question.key, each.row, _answer(aid, opened, each), base=base)
               for each in answers if _is_wanted(each)]
    for row in rows:
        changes += _added(aid, opened, row, base)
    with writing() as tx:
        outcomes = plans.save_all(tx, opened.kept.id, person().id, changes)
    clash = next((each for each in outcomes if isinstance(each, Clash)), None)
    if clash:
        return redirect(url_for("history.clash", plan=opened.kept.id, sequence=clash.mine.sequence))
    if outcomes:
        flash(_(ADDED if any(each.deed is Deed.ADD for each in changes) else TAKEN_OVER), "ok")
    return redirect(home(aid, opened))


def _is_wanted(answer: Offered) -> bool:
    """Whether an answer was left ticked, where there was something to tick."""
    return CHOOSING not in request.form or answer.question.key in request.form.getlist(TAKEN)


def _is_open(aid: Aid, opened: Opened, key: str) -> bool:
    """Whether this reader can take over an answer here: not a coach's question, not one of a row without the row."""
    question = QUESTIONS[key]
    if question.coach and not opened.coach:
        return False
    return not question.group or (question.group == aid.group and bool(opened.row))


def _differs(stands: Answer | None, proposed: Answer) -> bool:
    return stands is None or stands.value != proposed.value


def _offered(opened: Opened, question: Question, row: str, value: Value, typed: tuple[str, ...]) -> Offered:
    stands = opened.record.plan.answer(question.key, row)
    if question.kind is Kind.TWELVE:
        return Offered(question, row, value, "", _("The twelve months above"), typed)
    now = answer_words(question, stands.value, opened.record) if stands else ""
    return Offered(question, row, value, now, answer_words(question, value, opened.record), typed)


def _answer(aid: Aid, opened: Opened, answer: Offered) -> Said:
    note = opened.record.said(answer.question.key, answer.row).note
    return _said(aid, answer.question, answer.value, note, answer.typed)


def new_row(aid: Aid, slip: Slip, name: str) -> tuple[Row, ...]:
    """What is proposed for a row, as a new row of the aid's group."""
    answers = {key: value for key, value in slip.proposes.items() if QUESTIONS[key].group == aid.group}
    return (Row(aid.group, answers, {f"{aid.group}[].name": name}),) if answers else ()


def is_there(opened: Opened, row: Row) -> bool:
    """Whether a row of the group is called so already, in any language of the application."""
    plan = opened.record.plan
    names = {str(plan.value(key, each)) for key in row.texts for each in plan.row_ids(row.group)}
    said = {translator(language)(text) for text in row.texts.values() for language in LANGUAGES}
    return bool(names & said)


def _said(aid: Aid, question: Question, value: Value, stood: str = "", typed: tuple[str, ...] = ()) -> Said:
    """A changed number is a guess again, as what it rested on was about another; its note says which aid was used."""
    if not question.is_figure:
        return Said.of(question.key, value)
    told = _("Worked out with the helper “{aid}”.").format(aid=_(aid.title))
    note = stood if told in stood else f"{stood} {told}".strip()
    return Said.of(question.key, value, Grade.GUESS, note if len(note) <= LONGEST_NOTE else stood, typed)


def _added(aid: Aid, opened: Opened, row: Row, base: int) -> list[Change]:
    """A new row at the end of its group; sent twice, it is still one row."""
    language, standing = opened.record.language, opened.record.rows.get(row.group, ())
    say = translator(language if language in LANGUAGES else opened.language)
    asked = request.form.get("new", "")
    new = asked if ROW_ID.fullmatch(asked) else new_id()
    twice = new in standing or (new != asked and is_there(opened, row))
    if twice or len(standing) >= GROUPS[row.group].most:
        return []
    answers = {**{key: say(text) for key, text in row.texts.items()}, **row.answers}
    return [Change(Deed.ADD, row.group, new, base=base),
            *(Change(Deed.ANSWER, key, new, _said(aid, QUESTIONS[key], value), base=base)
              for key, value in answers.items() if opened.coach or not QUESTIONS[key].coach)]
