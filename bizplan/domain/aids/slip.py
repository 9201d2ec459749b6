"""The slip that every aid hands over: how a figure was found, line by line, and the answers that it proposes.

A page shows the steps as a till slip and a button that takes over what is proposed.  All texts are English with
named values, which a translator finds in the catalogue; ``phrase`` makes them readable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from financial_models.law import Rate
from financial_models.readers import numerals

from ..plan import Value
from ..questions import QUESTIONS, Question
from ..questions.question import LARGEST_AMOUNT
from ..readiness.sentences import N_, Count, Spoken, Translate

OUTSIDE = N_("{value} does not fit here. Enter a number from {low} to {high}.")
NOT_WHOLE = N_("{value} does not fit here. Enter a whole number from {low} to {high}.")
TOO_LOW = N_("{value} does not fit here. Enter {low} or more.")


@dataclass(frozen=True)
class Cents:
    """An amount to the cent, as it stands on a till slip."""

    amount: float

    def said(self, language: str, translate: Translate) -> str:
        """The amount with its cents."""
        return numerals.amount(self.amount, language)


@dataclass(frozen=True)
class Step:
    """A line of the slip: what was counted, and what came out; ``result`` marks a line that sums up those above."""

    label: str
    value: Spoken
    values: Mapping[str, Spoken] = field(default_factory=dict)
    result: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The label."""
        return (self.label,)


@dataclass(frozen=True)
class Remark:
    """A sentence beside the slip, and the figures of law that it rests on: their status says how sure they are."""

    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    figures: tuple[Rate, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)


@dataclass(frozen=True)
class Row:
    """A row that is proposed for a group: answers by question, and texts that are said in the language of the plan."""

    group: str
    answers: Mapping[str, Value]
    texts: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Slip:
    """How an answer was found (``steps``), and what it proposes: answers by question key, or rows for a group.

    A key with ``[]`` is a question of the row at which the aid was opened.  Nothing is proposed where too little
    is known; the remarks then say what is missing.
    """

    steps: tuple[Step, ...] = ()
    proposes: Mapping[str, Value] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        proposes = {key: value for key, value in self.proposes.items() if _is_within(QUESTIONS[key], value)}
        object.__setattr__(self, "proposes", MappingProxyType(proposes))


class DoesNotFit(ValueError):
    """A number that an aid cannot count with: which field, and in plain words what to enter instead."""

    def __init__(self, field: str, text: str, values: Mapping[str, Spoken]):
        self.field, self.texts, self.values = field, (text,), values
        said = text.format(**{name: value.said("en", str) for name, value in values.items()})
        super().__init__(f"{field}: {said}")


def check_whole(field: str, value: float, low: int, high: int) -> int:
    """A whole number within its bounds; one with decimals is refused."""
    check(field, value, low, high)
    if value != int(value):
        raise DoesNotFit(field, NOT_WHOLE, {"value": Count(value), "low": Count(low), "high": Count(high)})
    return int(value)


def check(field: str, value: float, low: float = 0, high: float = LARGEST_AMOUNT) -> None:
    """Refuse a number outside its bounds; ``field`` names the field of the form."""
    if value < low and high == LARGEST_AMOUNT:
        raise DoesNotFit(field, TOO_LOW, {"value": Count(value), "low": Count(low)})
    if not low <= value <= high:
        raise DoesNotFit(field, OUTSIDE, {"value": Count(value), "low": Count(low), "high": Count(high)})


def _is_within(question: Question, value: Value) -> bool:
    """Whether the study takes a number: what comes of extreme entries is shown on the slip, but not proposed."""
    if question.low is None or question.high is None or not isinstance(value, (int, float)):
        return True
    return question.low <= value <= question.high
