"""The form with which a coach decides at a gate, read: what is kept of it, and what is to be said beside its fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from flask import g

from bizplan.domain.clock import today
from bizplan.domain.coaching.gates import MOST_CONDITIONS, Condition
from bizplan.domain.profile import Gate
from bizplan.domain.questions import Kind, Question
from bizplan.domain.typed import Given as Read
from bizplan.domain.typed import Nothing, typed
from bizplan.storage.gates import Given

from .. import forms
from ..languages import N_
from ..languages import say as _
from ..wording import spoken
from .judging import written

FIRST_ROWS = 3
LONGEST_KEY = 64
WHAT = Question("condition", N_("What has to happen"), Kind.TEXT)
BY = Question("by", N_("By which day"), Kind.DATE)
NO_CHOICE = N_("Choose one of the three.")
NO_REASONS = N_("Say why, in a sentence or two. The entrepreneur reads it.")
NO_CONDITION = N_("With “Yes, if …” write at least one thing that has to happen, and by which day.")
NO_DAY = N_("Write by which day it has to be done.")
NO_WHAT = N_("Write what has to be done by that day.")
ONLY_IF = N_("With conditions it is “Yes, if …”. Choose that, or empty the conditions.")
TOO_OLD = N_("Your page was too old. Read it again, then save your decision once more.")


@dataclass(frozen=True)
class Row:
    """A condition as it was typed."""

    text: str = ""
    by: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip() and not self.by.strip()


@dataclass(frozen=True)
class Typed:
    """The form as it was filled in, and what it gives where nothing is wrong with it."""

    outcome: str = ""
    reasons: str = ""
    rows: tuple[Row, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    wants_more: bool = False
    given: Given | None = None

    def given_at(self, gate: str) -> Given:
        """What is decided, at this gate."""
        assert self.given is not None
        return replace(self.given, gate=gate)


def typed_before(conditions: Iterable[Condition]) -> Typed:
    """An empty form, but for what had to happen so far."""
    return Typed(rows=_padded([Row(each.text, each.by.isoformat()) for each in conditions]))


def read(form: Mapping[str, str], newest: int) -> Typed:
    """The form as it was sent; ``newest`` is the sequence of the plan as it is, which no page can have gone past."""
    rows = [Row(form.get(f"condition-{at}", ""), form.get(f"by-{at}", "")) for at in range(MOST_CONDITIONS)]
    filled = [row for row in rows if not row.is_empty]
    outcome = next((each for each in Gate if each.value == form.get("outcome")), None)
    reasons, problem = written(form.get("reasons", ""), wanted=NO_REASONS)
    problems = {"outcome": "" if outcome else _(NO_CHOICE), "reasons": problem}
    conditions = _conditions(filled, problems)
    sequence = forms.sequence(form.get("sequence", ""))
    if outcome:
        problems.update(_contradiction(outcome, bool(filled)))
    if not problem and not 0 < sequence <= newest:
        problems["reasons"] = _(TOO_OLD)
    problems = {name: words for name, words in problems.items() if words}
    wants_more = "more" in form
    given = None if problems or outcome is None else Given(
        "", outcome, reasons, tuple(conditions), sequence, form.get("key", "")[:LONGEST_KEY], form.get("before", ""))
    return Typed(form.get("outcome", ""), form.get("reasons", ""), _padded(filled, more=wants_more),
                 {} if wants_more else problems, wants_more, given)


def _conditions(rows: list[Row], problems: dict[str, str]) -> list[Condition]:
    """The conditions; what is wrong with one is put under the name of its field."""
    found = []
    for at, row in enumerate(rows):
        what, by = typed(WHAT, row.text, g.language), typed(BY, row.by, g.language, today())
        problems[f"condition-{at}"] = _trouble(what, NO_WHAT)
        problems[f"by-{at}"] = _trouble(by, NO_DAY)
        if isinstance(what, Read) and isinstance(by, Read) and isinstance(by.value, date):
            found.append(Condition(str(what.value), by.value))
    return found


def _trouble(answer: object, missing: str) -> str:
    if isinstance(answer, Read):
        return ""
    return _(missing) if isinstance(answer, Nothing) else spoken(answer)            # type: ignore[arg-type]


def _contradiction(outcome: Gate, has_conditions: bool) -> dict[str, str]:
    """What does not go together: "go if" without a condition, "go" with one."""
    if outcome is Gate.GO_IF and not has_conditions:
        return {"condition-0": _(NO_CONDITION)}
    return {"outcome": _(ONLY_IF)} if outcome is Gate.GO and has_conditions else {}


def _padded(rows: list[Row], *, more: bool = False) -> tuple[Row, ...]:
    """With empty rows to write in: a few, one more where it was asked for, never more than are kept."""
    wanted = max(FIRST_ROWS, len(rows) + (2 if more else 1))
    return tuple([*rows, *[Row()] * wanted][:min(wanted, MOST_CONDITIONS)])
