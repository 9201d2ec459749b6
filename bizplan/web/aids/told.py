"""A slip in the words of the page: its lines, its remarks, and how sure the figures of law behind them are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import g
from markupsafe import Markup

from bizplan.domain.aids import Remark, Slip, Step
from bizplan.domain.aids.decision import Reason
from bizplan.domain.aids.notes import STATUS_WORDS, Note
from bizplan.domain.readiness.sentences import phrase
from bizplan.translations import called, translator
from financial_models.law import Rate

from ..display import apart, source_title
from ..languages import say as _
from ..wording import spoken

SURE = {"official": "ok", "secondary": "warn", "unverified": "stop"}


@dataclass(frozen=True)
class Line:
    """A line of the slip of the till."""

    label: str
    amount: Markup
    total: bool = False
    grade: int = 0
    said: str = ""
    url: str = ""


@dataclass(frozen=True)
class Rest:
    """What something rests on: its name, how sure it is (as a state and in words), its title and its address."""

    name: str
    state: str
    sure: str
    title: Markup | str
    link: str = ""


@dataclass(frozen=True)
class Said:
    """A remark in words, and what it rests on."""

    text: str
    rests: tuple[Rest, ...] = ()


def lines(steps: Iterable[Step]) -> list[Line]:
    """The steps as lines of a slip."""
    translate = translator(g.language)
    return [Line(phrase(step.label, step.values, g.language, translate),
                 apart(step.value.said(g.language, translate)), step.result) for step in steps]


def remarks(slip: Slip) -> list[Said]:
    """The remarks beside a slip."""
    return [remark(each) for each in slip.remarks]


def remark(said: Remark) -> Said:
    """A remark with the figures of law that it rests on."""
    return Said(spoken(said), tuple(of_law(each) for each in said.figures))


def reason(said: Reason) -> Said:
    """A reason of a decision, with its text and its figures."""
    text = (of_note(said.source),) if said.source else ()
    return Said(spoken(said), (*text, *(of_law(each) for each in said.figures)))


def of_law(figure: Rate) -> Rest:
    """What is known of a figure of law."""
    return Rest(called(figure.label, g.language), SURE[figure.status], _(STATUS_WORDS[figure.status]),
                source_title(figure.source, g.language), figure.link or "")


def of_note(note: Note) -> Rest:
    """What is known of a text."""
    return Rest("", SURE[note.status], _(note.warning), note.title, note.link)
