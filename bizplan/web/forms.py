"""Forms made from the declarations of the study: flat, a field for each thing that can be typed."""

from functools import cache
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.core import UnboundField

from bizplan.domain.answers import Fields, takes_period
from bizplan.domain.questions import Kind, Question

TWELVE = 12
EVIDENCE, NOTE, UNKNOWN, PERIOD = "evidence", "note", "unknown", "period"
BESIDE = (EVIDENCE, NOTE, UNKNOWN, PERIOD)
"""What can be said beside a number: the name of its field ends with a colon and one of these."""


class Answers(FlaskForm):
    """What every form of the study holds beside its questions: the sequence that the page was made from."""

    base = HiddenField()

    @property
    def base_sequence(self) -> int:
        """The sequence from which the page was made; a number that cannot be one counts as the beginning."""
        text = self.base.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@cache
def form_class(questions: tuple[Question, ...]) -> type[Answers]:
    """The class of form that asks these questions."""
    fields = {name: field for question in questions for name, field in _fields(question).items()}
    return type("AnswersForm", (Answers,), fields)


def beside(question: Question, what: str) -> str:
    """The name of the field for what is said beside a number."""
    return f"{question.key}:{what}"


def typed_in(form: Answers, question: Question) -> Fields:
    """What the fields of a question hold in a form that was sent."""
    return Fields(
        _texts(form, question), _data(form, question, PERIOD), _data(form, question, EVIDENCE),
        _data(form, question, NOTE), bool(_raw(form, beside(question, UNKNOWN))))


def names(question: Question) -> tuple[str, ...]:
    """The names of the fields in which a question is answered."""
    if question.kind is Kind.TWELVE:
        return tuple(f"{question.key}:{month}" for month in range(1, TWELVE + 1))
    return (question.key,)


def _fields(question: Question) -> dict[str, UnboundField[Any]]:
    kinds: dict[Kind, Any] = {
        Kind.LONG_TEXT: TextAreaField, Kind.CHOICE: RadioField, Kind.YES_NO: RadioField, Kind.ROW: RadioField,
        Kind.CHOICES: SelectMultipleField,
    }
    kind = kinds.get(question.kind, StringField)
    chosen = {"choices": [], "validate_choice": False} if kind in (RadioField, SelectMultipleField) else {}
    made: dict[str, UnboundField[Any]] = {name: kind(name=name, **chosen) for name in names(question)}
    if question.is_figure:
        made[beside(question, EVIDENCE)] = StringField(name=beside(question, EVIDENCE))
        made[beside(question, NOTE)] = StringField(name=beside(question, NOTE))
        made[beside(question, UNKNOWN)] = BooleanField(name=beside(question, UNKNOWN))
    if takes_period(question):
        made[beside(question, PERIOD)] = StringField(name=beside(question, PERIOD))
    return made


def _texts(form: Answers, question: Question) -> tuple[str, ...]:
    if question.kind is Kind.CHOICES:
        return tuple(_raw(form, question.key))
    return tuple(next(iter(_raw(form, name)), "") for name in names(question))


def _data(form: Answers, question: Question, what: str) -> str:
    return next(iter(_raw(form, beside(question, what))), "")


def _raw(form: Answers, name: str) -> list[str]:
    field = form._fields.get(name)
    return [str(each) for each in (field.raw_data or [])] if field is not None else []
