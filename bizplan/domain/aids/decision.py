"""A decision tree: one plain question after another, each answer with its reason, down to an advice.

The trees stand as data in TOML files.  A question has answers in words, or a limit in the law that an amount is held
against; then its two answers are called ``at_most`` and ``above``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, get_args

from financial_models.law import Rate, Status

from ..plan import Value
from ..readiness.sentences import Money, Spoken, Term
from .notes import Note, figures, source, spoken, table
from .slip import DoesNotFit, Slip, Step

AT_MOST, ABOVE = "at_most", "above"
OUTCOME = "outcome."
Given = Mapping[str, str | float]


@dataclass(frozen=True)
class Choice:
    """An answer to a question of a tree, and where it leads."""

    key: str
    label: str
    then: str


@dataclass(frozen=True)
class Asked:
    """A question of a tree; with a ``limit`` it wants an amount, which is held against that figure of law.

    ``given`` is the name of its answer: several questions may hold the same amount against different limits.
    """

    key: str
    given: str
    text: str
    note: str
    choices: tuple[Choice, ...]
    limit: Rate | None = None


@dataclass(frozen=True)
class Reason:
    """Why an answer points somewhere: a sentence, the text it rests on, and the figures of law in it.

    Without a ``source`` it rests on the figures alone, which know theirs.
    """

    text: str
    source: Note | None
    values: Mapping[str, Spoken] = field(default_factory=dict)
    figures: tuple[Rate, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)

    @property
    def status(self) -> Status:
        """How sure it is: as sure as the least sure text behind it."""
        said = [self.source.status] if self.source else []
        return max((*said, *(figure.status for figure in self.figures)), key=get_args(Status).index)


@dataclass(frozen=True, kw_only=True)
class Decision(Slip):
    """How far a tree was walked: the reasons on the way, and the advice or the question that comes next.

    ``path`` has the names of the answers on the way, one for each step.
    """

    outcome: str = ""
    title: str = ""
    path: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    next: Asked | None = None


@dataclass(frozen=True)
class Tree:
    """A decision tree with the law of a day."""

    name: str
    on: date

    @cached_property
    def content(self) -> dict[str, Any]:
        """The file of the tree."""
        return table(self.name)

    @property
    def first(self) -> str:
        """The key of the first question."""
        return str(self.content["first"])

    @property
    def questions(self) -> tuple[Asked, ...]:
        """All questions of the tree."""
        return tuple(self.asked(key) for key in self.content["question"])

    def asked(self, key: str) -> Asked:
        """A question of the tree."""
        entry = self.content["question"][key]
        choices = tuple(Choice(name, answer["label"], answer["then"]) for name, answer in entry["answer"].items())
        limit = figures({"limit": entry["limit"]}, self.on)["limit"] if "limit" in entry else None
        return Asked(key, entry.get("given", key), entry["text"], entry.get("note", ""), choices, limit)

    def reason(self, key: str, choice: str) -> Reason:
        """Why an answer to a question points where it does."""
        answer = self.content["question"][key]["answer"][choice]
        return _reason(answer["reason"], answer, self.on)

    def walk(self, given: Given) -> Decision:
        """The way through the tree with these answers, to an advice or to the first question without an answer."""
        at = self.first
        steps: list[Step] = []
        reasons: list[Reason] = []
        path: list[str] = []
        while not at.startswith(OUTCOME):
            asked = self.asked(at)
            if asked.given not in given:
                return Decision(steps=tuple(steps), reasons=tuple(reasons), path=tuple(path), next=asked)
            choice = chosen(asked, given[asked.given])
            steps.append(_step(asked, choice, given[asked.given]))
            reasons.append(self.reason(at, choice.key))
            path.append(asked.given)
            at = choice.then
        key = at.removeprefix(OUTCOME)
        advice = self.content["outcome"][key]
        proposes: dict[str, Value] = dict(advice["proposes"])
        return Decision(
            outcome=key, title=advice["title"], path=tuple(path), steps=tuple(steps), proposes=proposes,
            reasons=(*reasons, _reason(advice["reason"], advice, self.on)),
        )


def chosen(asked: Asked, given: str | float) -> Choice:
    """The choice that an answer stands for: by its key, or by holding an amount against the limit."""
    key = given
    if asked.limit is not None:
        if isinstance(given, str):
            raise DoesNotFit(asked.key, asked.text, {})
        key = ABOVE if given > asked.limit else AT_MOST
    for choice in asked.choices:
        if choice.key == key:
            return choice
    known = ", ".join(choice.key for choice in asked.choices)
    raise LookupError(f"{asked.key!r} cannot be answered with {given!r}; there are {known}")


def _step(asked: Asked, choice: Choice, given: str | float) -> Step:
    """A line of the slip: the question and what was answered."""
    return Step(asked.text, Term(choice.label) if isinstance(given, str) else Money(given))


def _reason(text: str, entry: Mapping[str, Any], on: date) -> Reason:
    law = figures(entry.get("law", {}), on)
    values = {name: spoken(figure) for name, figure in law.items()}
    said = source(entry["source"]) if "source" in entry else None
    return Reason(text, said, values, tuple(law.values()))
