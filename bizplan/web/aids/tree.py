"""Aids that decide with one question after another: each answer with its reason, down to an advice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import render_template, request
from werkzeug.wrappers import Response

from bizplan.domain.aids.decision import Asked, Decision, Given, Tree
from bizplan.domain.questions import Question
from bizplan.domain.questions.question import LARGEST_AMOUNT

from . import told
from .asking import amount, choice
from .opened import Opened, address, home
from .sheet import Sheet, prefilled, sent
from .taking_over import offered, take_over

ANSWER, AGAIN, GIVEN = "answer", "again", "given-"
"""What the form calls the answer, the question that is asked again, and the answers before."""


@dataclass(frozen=True)
class Passed:
    """A question on the way: its name, what was answered and why that matters, and whether the plan said it.

    An amount that is held against several limits of the law was asked once, and has a reason for each.
    """

    name: str
    line: told.Line
    reasons: tuple[told.Said, ...]
    from_plan: bool


@dataclass(frozen=True)
class Branching:
    """An aid that decides: what the plan knows of its questions, and how it walks."""

    key: str
    title: str
    intro: str
    known: Callable[[Opened], Given]
    group: str = ""

    def page(self, opened: Opened) -> str:
        """The next question, or the advice."""
        if request.method == "GET":
            return self._shown(opened, self.known(opened))
        return self._shown(opened, *self._answered(opened))

    def used(self, opened: Opened) -> Response | str:
        """Keeps the advice as the answer to its question."""
        given = self._given(opened)
        advice = self._tree(opened).walk(given)
        if not advice.outcome:
            return self._shown(opened, given)
        return take_over(self, opened, offered(self, opened, advice))

    def _tree(self, opened: Opened) -> Tree:
        return Tree(self.key, opened.today)

    def _answered(self, opened: Opened) -> tuple[Given, Sheet | None]:
        """The answers with the one that was just sent, or without the one that is asked again and what came after."""
        given, tree = self._given(opened), self._tree(opened)
        before = tree.walk(given)
        again = request.form.get(AGAIN, "")
        if again in before.path:
            return {name: given[name] for name in before.path[:before.path.index(again)]}, None
        if before.next is None:
            return given, None
        sheet = sent(opened, (_field(before.next),))
        if sheet.problems:
            return given, sheet
        value = sheet.values[ANSWER]
        return {**given, before.next.given: value if isinstance(value, str) else float(value)}, None  # type: ignore

    def _given(self, opened: Opened) -> dict[str, str | float]:
        """The answers before, as the form sends them along; what no answer can be is left out."""
        found: dict[str, str | float] = {}
        for asked in self._tree(opened).questions:
            text = request.form.get(GIVEN + asked.given, "")
            value = sent_along(asked, text)
            if value is not None:
                found[asked.given] = value
        return found

    def _shown(self, opened: Opened, given: Given, sheet: Sheet | None = None) -> str:
        decision = self._tree(opened).walk(given)
        fields = (_field(decision.next),) if decision.next else ()
        return render_template(
            "aids/tree.html", aid=self, decision=decision, sheet=sheet or prefilled(opened, fields, (), {}),
            passed=_passed(decision, given, self.known(opened)), given=_along(decision, given),
            reasons=[told.reason(each) for each in decision.reasons[len(decision.path):]],
            offered=offered(self, opened, decision), record=opened.record, here=address(self, opened),
            use=address(self, opened, "aids.use"), home=home(self, opened), offers_nothing=not decision.proposes)


def sent_along(asked: Asked, text: str) -> str | float | None:
    """An earlier answer as it comes back from the page."""
    if asked.limit is None:
        return text if text in {each.key for each in asked.choices} else None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= LARGEST_AMOUNT else None


def _field(asked: Asked) -> Question:
    """The question as a field of a form."""
    if asked.limit is not None:
        return amount(ANSWER, asked.text, asked.note, required=True)
    return choice(ANSWER, asked.text, [(each.key, each.label) for each in asked.choices], asked.note, required=True)


def _passed(decision: Decision, given: Given, known: Given) -> list[Passed]:
    lines: dict[str, told.Line] = {}
    reasons: dict[str, tuple[told.Said, ...]] = {}
    for name, line, why in zip(decision.path, told.lines(decision.steps), decision.reasons, strict=False):
        lines.setdefault(name, line)
        reasons[name] = (*reasons.get(name, ()), told.reason(why))
    return [Passed(name, line, reasons[name], name in known and known[name] == given[name])
            for name, line in lines.items()]


def _along(decision: Decision, given: Given) -> list[tuple[str, str]]:
    """The answers on the way, for the form to send along."""
    return [(GIVEN + name, str(given[name])) for name in dict.fromkeys(decision.path)]


