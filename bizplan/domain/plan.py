"""A plan: everything that one person answered about one business, each number with what it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from financial_models.assumptions import Grade

from .questions import QUESTIONS, Above, Condition, Question
from .recipients import HOUSEHOLD, Recipient, withheld

Value = str | float | bool | date | tuple[str, ...] | tuple[float, ...]
LANGUAGES = ("nl", "fr", "en", "ar", "fa", "ps", "ti", "uk", "tr")
"""The languages that a plan can be written in."""


@dataclass(frozen=True)
class Answer:
    """What was answered; a number also says what it rests on (nothing said counts as a guess)."""

    value: Value
    evidence: Grade | None = None
    note: str = ""

    @property
    def grade(self) -> Grade:
        """What the answer rests on."""
        return self.evidence or Grade.GUESS


@dataclass(frozen=True)
class Translation:
    """What a text says in another language: without words of its own the text is in that language already.

    ``by`` is who made it, where that is known; ``stale`` says that the text has changed since.
    """

    text: str = ""
    by: str = ""
    stale: bool = False


@dataclass(frozen=True)
class Release:
    """For whom a plan was cut, and what else its documents rest on.

    That is the day by which it was judged, the revision of the plan, what its coaches had signed, and with which engine
    and which law it was calculated; the last three as digests.  ``more`` names what is shown beside the usual cut.
    """

    recipient: Recipient
    day: date | None = None
    revision: int = 0
    sign_off: str = ""
    engine: str = ""
    law: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The answers of one plan, by question key and row id, and the ids of the rows of each group in order.

    A question that is asked once has the row id "".  ``translations`` has a language behind the two.  ``release`` is
    there where the plan was cut for a reader; a plan that people write in has none.
    """

    language: str
    answers: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    translations: Mapping[tuple[str, str, str], Translation] = field(default_factory=dict)
    release: Release | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))
        object.__setattr__(self, "rows", MappingProxyType(dict(self.rows)))
        object.__setattr__(self, "translations", MappingProxyType(dict(self.translations)))

    def answer(self, key: str, row: str = "") -> Answer | None:
        """The answer to a question, or None where there is none yet."""
        return self.answers.get((QUESTIONS[key].key, row))

    def value(self, key: str, row: str = "") -> Value | None:
        """The value answered, else the question's default, else None."""
        answer = self.answer(key, row)
        return QUESTIONS[key].default if answer is None else answer.value

    def is_asked(self, question: Question, row: str = "") -> bool:
        """Whether the other answers make this question one that is asked, and its reader is shown the answer."""
        if self.release is not None and question.key in withheld(
                self.release.recipient, self.release.more):
            return False
        return all(self._holds(condition, row) for condition in question.when)

    def row_ids(self, group: str) -> tuple[str, ...]:
        """The ids of a group's rows, in order."""
        return self.rows.get(group, ())

    @property
    def is_in_totals(self) -> bool:
        """Whether the household stands in it as totals and not line by line."""
        return self.is_for_a_lender and self.release is not None and HOUSEHOLD not in self.release.more

    @property
    def is_for_a_lender(self) -> bool:
        """Whether it was cut for a lender."""
        return self.release is not None and self.release.recipient is Recipient.LENDER

    def places(self, question: Question) -> Iterator[str]:
        """The rows in which a question stands: those of its group, or "" once."""
        yield from self.row_ids(question.group) if question.group else ("",)

    def _holds(self, condition: Condition, row: str) -> bool:
        question = QUESTIONS[condition.question]
        row = row if question.group else ""
        if not self.is_asked(question, row):
            return False
        value = self.value(question.key, row)
        if isinstance(condition, Above):
            return isinstance(value, (int, float)) and value > condition.number
        return value in condition.among
