"""A difference between two moments as a page shows it: answers in words before and after, rows by their names."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from flask import url_for

from bizplan.domain.clock import today
from bizplan.domain.coaching.differences import AnswerChange, PartChange, RowChange, Turn
from bizplan.domain.coaching.moved_figures import Movement, Standing, Way, movements, standing
from bizplan.domain.course import Part
from bizplan.domain.readiness.finding import Place
from bizplan.domain.revisions import Record, Said
from bizplan.storage.plans import Kept

from ..answers_shown import words_of
from ..calculated import Memory
from ..course_shown import row_name
from ..languages import N_, OWN_NAMES
from ..languages import say as _
from ..living_shown import LABELS
from ..places import address_of, question_address
from ..wording import grade_word, spoken

TURNS = {
    Turn.ADDED: ("ok", N_("Added")), Turn.CHANGED: ("busy", N_("Changed")), Turn.GONE: ("none", N_("Gone")),
    Turn.MOVED: ("busy", N_("Moved")), Turn.STAYED: ("", ""),
}
WAYS = {Way.BETTER: ("ok", N_("Better")), Way.WORSE: ("warn", N_("Worse")), Way.SAME: ("none", N_("The same")),
        Way.UNKNOWN: ("none", N_("Not known"))}
NAMES = {**LABELS, "break_even": N_("From when do sales cover the costs?")}
LONG = 80
"""Longer texts show what stayed at their beginning and their end only once."""
MOST_LINES = 120
"""Answers that one page shows: more of them stand on a page for each part."""
STANDINGS: Memory[Standing] = Memory(most=60)


@dataclass(frozen=True)
class Words:
    """A text before and after: ``begin`` and ``end`` stand in both."""

    old: str
    new: str
    begin: str = ""
    end: str = ""


@dataclass(frozen=True)
class Line:
    """An answer that changed: its question, its words, what it rested and rests on."""

    question: str
    url: str
    state: str
    word: str
    words: Words
    grades: tuple[str, str] = ("", "")
    note: str = ""


@dataclass(frozen=True)
class Rows:
    """What changed in a row, or (without a name) outside all rows."""

    name: str
    state: str
    word: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Shown:
    """What changed in a part of the study; where all of it is too long for one page, ``url`` is that of this part."""

    part: Part
    count: int
    rows: tuple[Rows, ...]
    url: str = ""


@dataclass(frozen=True)
class Figure:
    """What became of a figure: its name, the sentence, and the answers that were or are missing."""

    name: str
    state: str
    word: str
    sentence: str
    missing: tuple[tuple[str, tuple[str, str]], ...] = field(default=())
    reasons: tuple[str, ...] = ()


def shown(changes: tuple[PartChange, ...], before: Record, after: Record, now: Record, plan: str, part: str = "",
          page_of: Callable[[str], str] | None = None) -> list[Shown]:
    """The answers and rows that changed, part by part or of one; ``now`` says which rows one can still go to.

    ``page_of`` makes the address of one part where all of it is too long; else it is that of the plan's versions.
    """
    two: dict[str, Any] = {"from": before.sequence, "to": after.sequence}
    page_of = page_of or (lambda key: url_for("versions.compare", plan=plan, part=key, **two))
    asked = [each for each in changes if part in ("", each.part.key)]
    if not part and sum(len(row.answers) for each in asked for row in each.rows) > MOST_LINES:
        return [Shown(each.part, each.count, (), page_of(each.part.key)) for each in asked]
    return [Shown(each.part, each.count, tuple(_rows(row, before, after, now, plan) for row in each.rows))
            for each in asked]


def figures(kept: Kept, before: Record, after: Record) -> list[Figure]:
    """What the changes did to the figures, each calculated for its moment."""
    stood, stands = (_standing(kept, each) for each in (before, after))
    return moved(stood, stands, kept.id, before, after)


def moved(stood: Standing, stands: Standing, plan: str, before: Record, after: Record) -> list[Figure]:
    """What became of the figures between two moments that were calculated."""
    return [_figure(each, plan, before, after) for each in movements(stood, stands)]


def apart(old: str, new: str) -> Words:
    """Two texts, with what stands at the beginning and the end of both taken out where they are long."""
    if min(len(old), len(new)) < LONG:
        return Words(old, new)
    before, after = (re.findall(r"\S+\s*", each) for each in (old, new))
    begin = sum(1 for _same in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    before, after, same = before[begin:], after[begin:], "".join(before[:begin])
    end = sum(1 for _same in takewhile(lambda pair: pair[0].strip() == pair[1].strip(), zip(
        reversed(before), reversed(after), strict=False)))
    middle = [each[:len(each) - end] for each in (before, after)]
    return Words("".join(middle[0]), "".join(middle[1]), same, "".join(after[len(after) - end:]))


def _standing(kept: Kept, record: Record) -> Standing:
    moment = Kept(kept.id, kept.owner, kept.organisation, kept.language, record.sequence, kept.made_at, kept.active_at)
    return STANDINGS.of(moment, lambda: standing(record.plan, today()))


def _rows(change: RowChange, before: Record, after: Record, now: Record, plan: str) -> Rows:
    record = before if change.turn is Turn.GONE else after
    name = row_name(record, change.group, change.row) if change.row else ""
    state, word = TURNS[change.turn]
    lines = tuple(_line(each, before, after, now, plan) for each in change.answers)
    return Rows(name, state, _(word) if word else "", lines)


def _line(change: AnswerChange, before: Record, after: Record, now: Record, plan: str) -> Line:
    question, old, new = change.question, change.old, change.new
    stands = not change.row or change.row in now.rows.get(question.group, ())
    words = [_words(record, change, said) for record, said in ((before, old), (after, new))]
    state, word = TURNS[change.turn]
    name = _(question.wording) + (f" ({OWN_NAMES[change.language]})" if change.language else "")
    return Line(name, question_address(question.key, change.row, plan) if stands else "", state, _(word),
                apart(*words), _grades(change), new.note if new.note != old.note else "")


def _words(record: Record, change: AnswerChange, said: Said) -> str:
    if said.is_empty:
        return ""
    if change.language:
        return said.value if isinstance(said.value, str) else " ".join(said.text)
    return words_of(record, change.question, said)


def _grades(change: AnswerChange) -> tuple[str, str]:
    """What a number rested on and rests on, where that is not the same."""
    old, new = (int(each.evidence or 1) for each in (change.old, change.new))
    if not change.question.is_figure or old == new or change.turn is not Turn.CHANGED:
        return "", ""
    return grade_word(old), grade_word(new)


def _figure(movement: Movement, plan: str, before: Record, after: Record) -> Figure:
    state, word = WAYS[movement.way]
    missing = [(_(text), found) for text, places, record in (
        (N_("What was missing before:"), movement.waits_before, before),
        (N_("What is missing after:"), movement.waits_after, after)) if (found := _first(places, plan, record))]
    return Figure(_(NAMES[movement.key]), state, _(word), spoken(movement), tuple(missing),
                  tuple(spoken(each) for each in movement.reasons))


def _first(places: tuple[Place, ...], plan: str, record: Record) -> tuple[str, str] | None:
    """The first answer that a figure waits for, with the address of its page."""
    return next(filter(None, (address_of(place, plan, record) for place in places)), None)
