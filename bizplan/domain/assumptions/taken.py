"""What the engine takes from an answer: a number with its evidence, a figure of law, a flag, a word."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from financial_models.assumptions import AssumptionError, Entered
from financial_models.law import NotYetKnown, rate

from ..plan import Answer, Plan, Value
from ..plan_file import place_of
from ..plan_file_error import PlanFileError, refused, shown
from ..questions import QUESTIONS, Kind, Question
from .incomplete import is_complete
from .lender import lender_figure
from .start import before_the_law

Record = TypeVar("Record")


@dataclass(frozen=True)
class Taken:
    """The answers of a plan as the engine takes them; law is read as it stands on the first day of the plan.

    ``traced``: what nobody answered knows its question as well, as if its default had been the answer.
    """

    plan: Plan
    start: date
    traced: bool = False

    def value(self, key: str, row: str = "") -> Any:
        """What is taken for one question: None where it is not asked, or nobody knows."""
        question = QUESTIONS[key]
        if not self.plan.is_asked(question, row):
            return None
        answer = self.plan.answer(key, row)
        if answer is None:
            figure = question.law or lender_figure(self.plan, question, row)
            return self.rate(figure) if figure else self._meant(question, question.default)
        return _entered(question, answer, row) if question.is_figure else self._meant(question, answer.value)

    def rate(self, key: str) -> float:
        """The figure of law on the first day of the plan, with its provenance."""
        try:
            return rate(key, on=self.start)
        except NotYetKnown as error:
            raise before_the_law(self.start, error) from error

    def fields(self, path: str, row: str = "") -> dict[str, Any]:
        """What is known of a record of the engine, by field: all questions that feed it."""
        known = {name: self.value(question.key, row) for name, question in _feeding(path)}
        return {name: value for name, value in known.items() if value is not None}

    def record(self, kind: type[Record], path: str, row: str = "", /, **more: Any) -> Record:
        """A record of the engine from the answers that feed it and what is given besides."""
        try:
            made = kind(**{**self.fields(path, row), **more})
        except AssumptionError as error:
            raise self._refusal(error, path, row) from error
        return self.following(made, path, row) if self.traced else made

    def following(self, made: Record, path: str, row: str) -> Record:
        """The same record in which each number knows the question that it would answer."""
        asked = [(name, question) for name, question in _feeding(path)
                 if question.is_figure and self.plan.is_asked(question, row)]
        found = {name: _following(question, getattr(made, name, None), row) for name, question in asked}
        known = {name: value for name, value in found.items() if value is not None}
        return replace(made, **known) if known else made    # type: ignore[type-var]

    def row(self, kind: type[Record], group: str, row: str, /, **more: Any) -> Record:
        """The record of a row of a group; without a name it is called by its id."""
        name = self.plan.value(f"{group}[].name", row) or row
        return self.record(kind, f"{group}[]", row, **{"id": row, "name": name, **more})

    def rows(self, kind: type[Record], group: str, /, **unanswered: Any) -> tuple[Record, ...]:
        """The records of a whole group; ``unanswered`` is what holds where a row has no answer yet."""
        known = {row: {**unanswered, **self.fields(f"{group}[]", row)} for row in self.complete(group)}
        return tuple(self.row(kind, group, row, **fields) for row, fields in known.items())

    def complete(self, group: str) -> Iterator[str]:
        """The ids of the rows that can be calculated."""
        return (row for row in self.plan.row_ids(group) if is_complete(self.plan, group, row))

    def _meant(self, question: Question, value: Value | None) -> Any:
        if question.kind is not Kind.CHOICE:
            return value
        option = question.option(value)
        if option is None:
            return None
        if option.law:
            return self.rate(option.law)
        return option.key if option.value is None else option.value

    def _refusal(self, error: AssumptionError, path: str, row: str) -> PlanFileError:
        question = dict(_feeding(path)).get(error.place)
        if question is not None:
            return refused(place_of(self.plan, question.key, row), error.value, error.advice)
        group = _group(path)
        place = f"{group}[{self.plan.row_ids(group).index(row)}]" if row else path
        return PlanFileError(place, f"cannot be calculated, {error.place} is {shown(error.value)}: {error.advice}.")


def _entered(question: Question, answer: Answer, row: str) -> Any:
    note = (question.key, row, answer.grade, answer.note)
    if isinstance(answer.value, tuple):
        return tuple(Entered(float(number), *note) for number in answer.value)
    assert isinstance(answer.value, (int, float)), question.key
    return Entered(answer.value, *note)


def _following(question: Question, value: Any, row: str) -> Any:
    """A number as an answer to a question; None where it is one already, or none at all."""
    if question.kind is Kind.TWELVE and isinstance(value, tuple) and not isinstance(value[0], Entered):
        return tuple(Entered(float(number), question.key, row) for number in value)
    is_number = isinstance(value, (int, float)) and not isinstance(value, (bool, Entered))
    return Entered(float(value), question.key, row) if is_number else None


def _feeding(path: str) -> tuple[tuple[str, Question], ...]:
    return _FEEDING.get(path, ())


def _group(path: str) -> str:
    return path.split("[]")[0] if "[]" in path else ""


_FEEDING: dict[str, tuple[tuple[str, Question], ...]] = {}
"""The questions whose answer is a field of a record; rows of one group that feed rows of another are put together."""
for _question in QUESTIONS.values():
    _path, _, _field = _question.feeds.rpartition(".")
    if _question.group == _group(_path):
        _FEEDING[_path] = (*_FEEDING.get(_path, ()), (_field, _question))
