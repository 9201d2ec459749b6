"""The forms of an own profile: its fields as they were typed, how they were read, and what becomes of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from flask import g, request

from bizplan.domain.answers import Fields
from bizplan.domain.clock import today
from bizplan.domain.lending.profile_fields import SINCE, news, since_refused
from bizplan.domain.lending.profiles import Standing
from bizplan.domain.plan import Value
from bizplan.domain.questions import Kind, Question
from bizplan.domain.revisions import Said
from bizplan.domain.typed import SEVERAL, Given, Nothing, Problem, shown, typed
from bizplan.storage.columns import new_id

from ..answering import MOST_TEXTS, Asked, told
from ..languages import N_
from ..languages import say as _
from ..wording import spoken

ID = re.compile(r"[0-9a-f]{32}")
FILL_IN = N_("Fill this in.")
LONGEST_NUMBER = 9

Refusing = Callable[[Mapping[str, Value], date], Mapping[str, Problem]]
"""What does not fit together in values that hold from a day on, by field."""


@dataclass(frozen=True)
class Form:
    """A form as it stands: its fields by name, the values that were read, and the newest change that it knew of.

    ``shown`` is the day of which it showed the values; ``key`` is the same when it is sent twice.
    """

    asked: Mapping[str, Asked]
    shown: date
    base: int = 0
    key: str = field(default_factory=new_id)

    @property
    def values(self) -> dict[str, Value]:
        """What was read, but for the day."""
        return {name: each.read.value for name, each in self.asked.items()
                if isinstance(each.read, Given) and name != SINCE.key}

    @property
    def since(self) -> date:
        """The day from which it holds."""
        read = self.asked[SINCE.key].read
        assert isinstance(read, Given) and isinstance(read.value, date)
        return read.value

    @property
    def problems(self) -> dict[str, str]:
        """What stands beside its fields, by name."""
        return {name: each.problem for name, each in self.asked.items() if each.problem}

    def refusing(self, problems: Mapping[str, Problem]) -> "Form":
        """The form with more that is wrong beside its fields."""
        refused = {name: replace(self.asked[name], problem=spoken(each)) for name, each in problems.items()
                   if not self.asked[name].problem}
        return replace(self, asked={**self.asked, **refused})

    def over(self, stands: Mapping[str, Standing], new: Mapping[str, object], base: int) -> "Form":
        """The same form over what holds now: what it does not change is as it is now."""
        untouched = {name: field_read(each.question, _shown(each.question, stands)) for name, each in self.asked.items()
                     if name not in new and name != SINCE.key}
        return replace(self, asked={**self.asked, **untouched}, base=base)

    def news(self, stands: Mapping[str, Standing]) -> dict[str, Value | None]:
        """What it says that did not hold on the day that it showed."""
        fields = [each.question for name, each in self.asked.items() if name != SINCE.key]
        return news(fields, self.values, stands, today())


def prefilled(questions: Iterable[Question], stands: Mapping[str, Standing], on: date, base: int = 0) -> Form:
    """A form with what holds on a day in its fields; it holds from that day on unless one says otherwise."""
    asked = {each.key: field_read(each, _shown(each, stands)) for each in questions}
    return Form({**asked, SINCE.key: field_read(SINCE, (on.isoformat(),))}, on, base)


def sent(questions: Iterable[Question], refusing: Refusing | None = None) -> Form:
    """The form as it was sent, with what is wrong beside its fields; of two readings the one that was chosen."""
    chosen, _equals, reading = request.form.get("reading", "").partition("=")
    asked = {}
    for each in (*questions, SINCE):
        texts = tuple(request.form.getlist(each.key)[:MOST_TEXTS])
        texts = (reading,) if reading and chosen == each.key else texts
        asked[each.key] = _required(field_read(each, texts))
    key = request.form.get("key", "")
    form = Form(asked, _not_before_today(request.form.get("shown", "")), _number(request.form.get("base", "")),
                key if ID.fullmatch(key) else new_id())
    if form.asked[SINCE.key].problem:
        return form
    if wrong := since_refused(form.since, today()):
        return form.refusing({SINCE.key: wrong})
    return form.refusing(refusing(form.values, form.since)) if refusing else form


def day_asked() -> date:
    """The day of which the address asks to see the values; today, or a day after it."""
    return _not_before_today(request.args.get("on", ""))


def field_read(question: Question, texts: tuple[str, ...]) -> Asked:
    """A field as the study would read it."""
    texts = texts if question.kind in SEVERAL else texts[:1]
    blank = not any(text.strip() for text in texts)
    read = Nothing() if blank else typed(question, texts, g.language, today())
    return told(Asked(question, "", Fields(texts), Said(), read, g.language))


def _required(asked: Asked) -> Asked:
    """A field that is needed says so where it was left empty."""
    if asked.question.required and isinstance(asked.read, Nothing):
        return replace(asked, problem=_(FILL_IN))
    return asked


def _shown(question: Question, stands: Mapping[str, Standing]) -> tuple[str, ...]:
    """What stands in the fields of a question for what holds."""
    if question.key not in stands:
        return ()
    text = shown(question, stands[question.key].value, g.language)
    return tuple(text.split("\n")) if question.kind is Kind.CHOICES else (text,)


def _not_before_today(text: str) -> date:
    """The day that a text names, as machines write it; today where it names none, or one that has passed."""
    try:
        return max(date.fromisoformat(text), today())
    except ValueError:
        return today()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0
