"""The form of an aid as it stands: what is in its fields, how that was read, and what is still unclear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from flask import request

from bizplan.domain.aids import DoesNotFit
from bizplan.domain.answers import Fields
from bizplan.domain.plan import Value
from bizplan.domain.questions import Question
from bizplan.domain.revisions import Said
from bizplan.domain.typed import SEVERAL, Given, Nothing, Unclear, shown, typed

from ..answering import MOST_TEXTS, Asked, told
from ..languages import N_
from ..languages import say as _
from ..wording import spoken
from .asking import MOST_LINES, Lines, Values
from .opened import Opened

FILL_IN = N_("Fill this in. A guess is fine.")
MORE = "more"
LONGEST_COUNT = 2


@dataclass(frozen=True)
class Sheet:
    """Fields by name as they are shown, the values that were read, and how many lines each list has."""

    asked: Mapping[str, Asked]
    values: Values
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def problems(self) -> list[Asked]:
        """The fields that cannot be counted with yet."""
        return [each for each in self.asked.values() if each.problem]

    @property
    def typed(self) -> list[tuple[str, str]]:
        """All that stands in the fields, by name, so that another button can send it along."""
        texts = [(name, text) for name, each in self.asked.items() for text in each.fields.texts]
        return [*texts, *((f"{name}-lines", str(count)) for name, count in self.counts.items())]

    def refusing(self, error: DoesNotFit) -> Sheet:
        """The sheet with what an aid says of one of its fields, or of the first where it has no such field."""
        name = error.field if error.field in self.asked else next(iter(self.asked))
        refused = replace(self.asked[name], problem=spoken(error))
        return replace(self, asked={**self.asked, name: refused})


def prefilled(opened: Opened, fields: tuple[Question, ...], lines: tuple[Lines, ...], known: Values) -> Sheet:
    """A sheet with what the plan knows already in its fields."""
    counts = {each.key: _room(each, known) for each in lines}
    named = _named(fields, lines, counts)
    texts = {each.key: _texts(each, known[each.key], opened.language) for each in named if each.key in known}
    return _sheet(opened, named, texts, counts, is_sent=False)


def sent(opened: Opened, fields: tuple[Question, ...], lines: tuple[Lines, ...] = ()) -> Sheet:
    """The sheet as it was sent; a number with two readings takes the one that was chosen."""
    counts = {each.key: _count(each) for each in lines}
    named = _named(fields, lines, counts)
    chosen, _equals, reading = request.form.get("reading", "").partition("=")
    texts = {each.key: tuple(request.form.getlist(each.key)[:MOST_TEXTS]) for each in named}
    if reading and chosen in texts:
        texts[chosen] = (reading,)
    return _sheet(opened, named, texts, counts, is_sent=not wants_more())


def wants_more() -> bool:
    """Whether one more line was asked for, rather than the sum."""
    return bool(request.form.get(MORE))


def _named(fields: tuple[Question, ...], lines: tuple[Lines, ...], counts: Mapping[str, int]) -> list[Question]:
    return [*fields, *(each for one in lines for number in range(1, counts[one.key] + 1)
                       for each in one.named(number))]


def _sheet(opened: Opened, named: list[Question], texts: Mapping[str, tuple[str, ...]], counts: Mapping[str, int], *,
           is_sent: bool) -> Sheet:
    asked = {each.key: _read(opened, each, texts.get(each.key, ())) for each in named}
    if is_sent:
        asked = {name: _required(each) for name, each in asked.items()}
    else:
        asked = {name: each if isinstance(each.read, Unclear) else replace(each, problem="")
                 for name, each in asked.items()}
    values = {name: each.read.value for name, each in asked.items() if isinstance(each.read, Given)}
    return Sheet(asked, values, counts)


def _read(opened: Opened, question: Question, texts: tuple[str, ...]) -> Asked:
    """A field as the study would read it."""
    texts = texts if question.kind in SEVERAL else texts[:1]
    blank = not any(text.strip() for text in texts)
    read = Nothing() if blank else typed(question, texts, opened.language, opened.today)
    return told(Asked(question, opened.row, Fields(texts), Said(), read, opened.language))


def _required(asked: Asked) -> Asked:
    """A field that was left empty says so, where the aid cannot count without it."""
    if asked.question.required and isinstance(asked.read, Nothing):
        return replace(asked, problem=_(FILL_IN))
    return asked


def _texts(question: Question, value: Value, language: str) -> tuple[str, ...]:
    if isinstance(value, date):
        return (value.isoformat(),)
    text = shown(question, value, language)
    return tuple(text.split("\n")) if question.kind in SEVERAL else (text,)


def _count(lines: Lines) -> int:
    """How many lines were sent, one more where that was asked for."""
    text = request.form.get(f"{lines.key}-lines", "")
    count = int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_COUNT else lines.least
    return min(max(count, 1) + (request.form.get(MORE) == lines.key), MOST_LINES)


def _room(lines: Lines, known: Values) -> int:
    """As many lines as the plan fills, and one to go on with."""
    filled = sum(any(each.key in known for each in lines.named(number)) for number in range(1, MOST_LINES + 1))
    return min(max(lines.least, filled + 1), MOST_LINES)
