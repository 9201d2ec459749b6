"""What became of a text that somebody typed: a value, nothing, a question back, or a sentence that helps on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..plan import Value
from ..questions import Question
from ..readiness.sentences import N_, Spoken
from .echoes import Echo

WHICH = N_("Do you mean {first} or {second}?")


@dataclass(frozen=True)
class Given:
    """The answer that was typed."""

    value: Value


@dataclass(frozen=True)
class Nothing:
    """The field was left empty."""


@dataclass(frozen=True)
class Unclear:
    """What was typed has two readings, the likelier one first; it asks which of them is meant."""

    question: Question
    readings: tuple[Value, Value]

    @property
    def texts(self) -> tuple[str, ...]:
        """The question back."""
        return (WHICH,)

    @property
    def values(self) -> Mapping[str, Spoken]:
        """Both readings by their names in the question."""
        first, second = self.readings
        return {"first": Echo(self.question, first), "second": Echo(self.question, second)}


@dataclass(frozen=True)
class Problem:
    """What was typed is no answer: a sentence that says what to type, with the values in it."""

    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)


Read = Given | Nothing | Unclear | Problem
