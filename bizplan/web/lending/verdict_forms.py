"""The forms in which an officer advises or decides, read; nothing in them is chosen before a person chooses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import g

from bizplan.domain.clock import today
from bizplan.domain.coaching.gates import MOST_CONDITIONS, Condition
from bizplan.domain.lending.reasons import Reason
from bizplan.domain.lending.verdicts import Given, Kind, Outcome, Terms, missing
from bizplan.domain.questions import QUESTIONS, Question
from bizplan.domain.questions import Kind as Field
from bizplan.domain.typed import Given as Read
from bizplan.domain.typed import Nothing, Problem, Unclear, letter, shown, typed
from bizplan.storage.columns import new_id

from ..languages import N_
from ..languages import say as _
from ..wording import spoken

ROWS = 3
LONGEST_KEY = 64
WHAT = Question("condition", N_("What has to happen"), Field.TEXT)
BY = Question("by", N_("By which day"), Field.DATE)
MEETS = Question("meets_on", N_("On which day does the committee meet?"), Field.DATE)
NO_CHOICE = N_("Choose one. The computer proposes nothing here: you decide.")
GONE = N_("A reason that you chose is no longer in the list of your organisation. Look at the list again.")
NO_DAY, NO_WHAT = N_("Write by which day it has to be done."), N_("Write what has to be done by that day.")
TERMS = {"amount": QUESTIONS["loans[].amount"], "rate": QUESTIONS["loans[].rate"],
         "months": QUESTIONS["loans[].months"], "grace": QUESTIONS["loans[].grace"]}


@dataclass(frozen=True)
class Typed:
    """The form as it was filled in, and what it gives where nothing is wrong with it."""

    values: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    key: str = field(default_factory=new_id)
    given: Given | None = None


def rows() -> range:
    """The numbers of the conditions that a form has room for."""
    return range(ROWS)


def read(form: Any, kind: Kind, outcomes: tuple[Outcome, ...], submission: str,
         offered: tuple[Reason, ...] = ()) -> Typed:
    """An advice or a decision as it was sent, a number with two readings with the one that was chosen.

    Of the reasons that are offered it keeps the words as they are now: those will be told.
    """
    form = _chosen(form)
    problems: dict[str, str] = {}
    outcome = next((each for each in outcomes if each.value == form.get("outcome")), None)
    problems["outcome"] = "" if outcome else _(NO_CHOICE)
    words = letter(form.get("words", ""))
    if isinstance(words, Problem):
        problems["words"] = spoken(words)
    conditions = _conditions(form, problems)
    terms = _terms(form, problems) if outcome and outcome.is_granted else None
    chosen = set(form.getlist("reasons"))
    worded = tuple(each for each in offered if each.key in chosen)
    problems["reasons"] = _(GONE) if len(worded) < len(chosen) else ""
    reasons = tuple(each.key for each in worded)
    said = str(words.value) if isinstance(words, Read) else ""
    given = Given(kind, outcome, said, reasons, terms, conditions, None, submission,
                  form.get("key", "")[:LONGEST_KEY] or new_id(), form.get("before", ""), worded)
    if outcome:
        for name, text in missing(given).items():
            problems.setdefault(name, "")
            problems[name] = problems[name] or _(text)
    return _typed(form, given, reasons, problems)


def read_day(form: Any) -> Typed:
    """The day of the committee as it was sent; an empty one takes it back."""
    problems: dict[str, str] = {}
    day = _value(MEETS, form.get("meets_on", ""), problems, "meets_on")
    given = Given(Kind.COMMITTEE, meets_on=day if isinstance(day, date) else None,
                  key=form.get("key", "")[:LONGEST_KEY] or new_id(), before=form.get("before", ""))
    return _typed(form, given, (), problems)


def _typed(form: Any, given: Given, reasons: tuple[str, ...], problems: Mapping[str, str]) -> Typed:
    found = {name: words for name, words in problems.items() if words}
    values = {name: form.get(name, "") for name in form if name != "reading"}
    unclear = {name: read for name, question in TERMS.items() if name in found and isinstance(
        read := typed(question, values.get(name, ""), g.language), Unclear)}
    readings = {name: tuple(shown(read.question, each, g.language) for each in read.readings)
                for name, read in unclear.items()}
    return Typed(values, reasons, found, readings, given.key, None if found else given)


def _chosen(form: Any) -> Any:
    """The form with the reading that was chosen where a number had two."""
    name, _equals, reading = form.get("reading", "").partition("=")
    if name not in TERMS or not reading:
        return form
    chosen = form.copy()
    chosen[name] = reading
    return chosen


def _terms(form: Any, problems: dict[str, str]) -> Terms | None:
    """The terms, where all that is needed can be read; what is wrong is put under the name of its field."""
    said = {name: _value(question, form.get(name, ""), problems, name) for name, question in TERMS.items()}
    amount, rate, months = said["amount"], said["rate"], said["months"]
    if amount is None or rate is None or months is None:
        for name, text in missing(Given(Kind.DECISION, Outcome.GRANTED)).items():
            if said[name] is None:
                problems[name] = problems.get(name) or _(text)
        return NOT_READ
    return Terms(float(amount), float(rate), int(months), int(said["grace"] or 0))


NOT_READ = Terms(0.0, 0.0, 1)
"""Stands in where a term cannot be read: the form is refused beside the field itself."""


def _conditions(form: Any, problems: dict[str, str]) -> tuple[Condition, ...]:
    found = []
    for at in range(MOST_CONDITIONS):
        text, by = form.get(f"condition-{at}", ""), form.get(f"by-{at}", "")
        if not (text.strip() or by.strip()):
            continue
        what = _value(WHAT, text, problems, f"condition-{at}", NO_WHAT)
        day = _value(BY, by, problems, f"by-{at}", NO_DAY)
        if what and isinstance(day, date):
            found.append(Condition(str(what), day))
    return tuple(found)


def _value(question: Question, text: str, problems: dict[str, str], name: str, wanted: str = "") -> Any:
    """What a field says, None where it says nothing; what is wrong is put under its name."""
    said = typed(question, text, g.language, today())
    if isinstance(said, Read):
        return said.value
    if not isinstance(said, Nothing):
        problems[name] = spoken(said)
    elif wanted:
        problems[name] = _(wanted)
    return None
