"""Forms made from the declarations of the study: flat, a field for each thing that can be typed."""

from functools import cache
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.core import UnboundField

from bizplan.domain.answers import Fields, takes_period
from bizplan.domain.questions import Kind, Question
from bizplan.domain.typed import SEVERAL

EVIDENCE, NOTE, UNKNOWN, PERIOD = "evidence", "note", "unknown", "period"
LONGEST_SEQUENCE = 10
USUAL = "1"
"""What stands in the fields of twelve months as long as nobody said anything: a usual month."""
BESIDE = (EVIDENCE, NOTE, UNKNOWN, PERIOD)
"""What can be said beside a number: the name of its field ends with a colon and one of these."""


class Answers(FlaskForm):
    """What every form of the study holds beside its questions: the sequence that the page was made from, and which."""

    base = HiddenField()
    asked = HiddenField()

    def sent(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """Those of these questions that the page asked: an answer saved on it may have made others worth asking."""
        named = (self.asked.data or "").split()
        return tuple(each for each in questions if each.key in named) if named else questions

    def sequence_of(self, question: Question) -> int:
        """The sequence from which an answer was made: that of the page, or of its last autosave."""
        return max(sequence(self.base.data or ""), sequence(request.form.get(f"base:{question.key}", "")))


def sequence(text: str) -> int:
    """A sequence as a form sends it; what cannot be one counts as the beginning."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_SEQUENCE else 0


@cache
def form_class(questions: tuple[Question, ...]) -> type[Answers]:
    """The class of form that asks these questions."""
    fields = {name: field for question in questions for name, field in _fields(question).items()}
    return type("AnswersForm", (Answers,), fields)


def beside(question: Question, what: str) -> str:
    """The name of the field for what is said beside a number."""
    return f"{question.key}:{what}"


def typed_in(form: Answers, question: Question, before: Fields) -> Fields:
    """What the fields of a question hold in a form that was sent; what the form did not ask stays as it was before."""
    texts, period = _texts(form, question), _data(form, question, PERIOD)
    if question.kind is Kind.TWELVE and not before.texts and set(texts) == {USUAL}:
        texts = ()                                          # a year that nobody touched is no answer
    evidence = _data(form, question, EVIDENCE) or before.evidence
    if beside(question, NOTE) not in request.form:
        return Fields(texts, period, evidence, before.note, before.unknown)
    return Fields(texts, period, evidence, _data(form, question, NOTE), bool(_raw(form, beside(question, UNKNOWN))))


def _fields(question: Question) -> dict[str, UnboundField]:
    kinds: dict[Kind, Any] = {
        Kind.LONG_TEXT: TextAreaField, Kind.CHOICE: RadioField, Kind.YES_NO: RadioField, Kind.ROW: RadioField,
        Kind.CHOICES: SelectMultipleField,
    }
    kind = kinds.get(question.kind, StringField)
    chosen = {"choices": [], "validate_choice": False} if kind in (RadioField, SelectMultipleField) else {}
    made: dict[str, UnboundField] = {question.key: kind(name=question.key, **chosen)}
    if question.is_figure:
        made[beside(question, EVIDENCE)] = StringField(name=beside(question, EVIDENCE))
        made[beside(question, NOTE)] = StringField(name=beside(question, NOTE))
        made[beside(question, UNKNOWN)] = BooleanField(name=beside(question, UNKNOWN))
    if takes_period(question):
        made[beside(question, PERIOD)] = StringField(name=beside(question, PERIOD))
    return made


def _texts(form: Answers, question: Question) -> tuple[str, ...]:
    texts = tuple(_raw(form, question.key))
    return texts if question.kind in SEVERAL else texts[:1]


def _data(form: Answers, question: Question, what: str) -> str:
    return next(iter(_raw(form, beside(question, what))), "")


def _raw(form: Answers, name: str) -> list[str]:
    field = form._fields.get(name)
    return [str(each) for each in (field.raw_data or [])] if field is not None else []
