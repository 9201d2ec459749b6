"""The bilingual list: texts that go out to an interpreter and come back, each line known again by its key.

A key says which answer, into which language, at which sequence of the plan and with which text the line went out,
and holds a check: a list of another plan and a key that was changed are recognised.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ..answers import Fields, said
from ..plan import Plan
from ..questions import QUESTIONS, Question
from ..translated import DOSSIER_LANGUAGES, Text, is_text
from ..typed import Given, Problem, note
from ..written_values import LONGEST_NOTE

BETWEEN = "|"
PARTS = 7
LONGEST_SEQUENCE = 10
MOST_LINES = 5_000
LAST_ROW = 1_048_576
"""How far the sheets of a workbook go."""


@dataclass(frozen=True)
class Line:
    """A line of a list that came back: its number in the sheet, its key, and what was written in it.

    ``unread`` says that its cell holds no text but a formula, a day or an error.
    """

    number: int
    key: str
    text: str
    remark: str = ""
    unread: bool = False


@dataclass(frozen=True)
class Known:
    """What a key says: the answer, and how the plan stood when the list went out."""

    question: Question
    row: str
    language: str
    sequence: int
    print: str


@dataclass(frozen=True)
class Proposed:
    """What a line would change: the text as it stands now, what it said in that language, and what it would say."""

    number: int
    known: Known
    original: str
    before: str
    after: str
    remark: str
    is_changed: bool


class OtherPlan(ValueError):
    """The list belongs to another plan; ``number`` is the line by which one sees it."""

    def __init__(self, number: int):
        super().__init__(f"line {number} belongs to another plan")
        self.number = number


@dataclass(frozen=True)
class Refused:
    """A line that cannot be taken: ``why`` is "key", "gone", "cell", "remark", or the problem with its text."""

    number: int
    why: str | Problem
    question: Question | None = None
    text: str = ""


def key_of_line(plan: str, sequence: int, text: Text) -> str:
    """The key of a line that goes out."""
    parts = (text.question.key, text.row, text.language, str(sequence), print_of(text.original), _mark(plan))
    return BETWEEN.join((*parts, _check(plan, parts)))


def print_of(text: str) -> str:
    """By what a text is known again: a few letters that change with it."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def known(plan: str, line: Line) -> Known | None:
    """What the key of a line says; None where somebody changed it. Raises OtherPlan for a line of another plan."""
    parts = line.key.strip().split(BETWEEN)
    if len(parts) != PARTS:
        return None
    key, row, language, sequence, fingerprint, mark, check = parts
    question = QUESTIONS.get(key)
    if question is None or not is_text(question) or language not in DOSSIER_LANGUAGES or not _is_number(sequence):
        return None
    if mark != _mark(plan):
        raise OtherPlan(line.number)
    if check != _check(plan, tuple(parts[:-1])):
        return None
    return Known(question, row, language, int(sequence), fingerprint)


def compared(plan: Plan, plan_id: str, lines: Iterable[Line]) -> Iterator[Proposed | Refused]:
    """What the lines of a list would change, and the lines that cannot be taken; the others say what stands already.

    Raises OtherPlan.
    """
    for line in lines:
        found = known(plan_id, line)
        if found is None:
            yield Refused(line.number, "key", text=line.text)
        elif line.unread:
            yield Refused(line.number, "cell", found.question)
        elif line.text.strip() or line.remark.strip():
            yield from _compared(plan, found, line)


def as_text(lines: Iterable[Line]) -> str:
    """Lines as they wait in a form until somebody agrees."""
    return json.dumps([[each.number, each.key, each.text, each.remark, each.unread] for each in lines],
                      ensure_ascii=False)


def from_text(text: str) -> tuple[Line, ...] | None:
    """The lines that waited in a form; None where it holds something else."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, list) or len(told) > MOST_LINES or not all(map(_is_line, told)):
        return None
    lines = tuple(Line(*each) for each in told)
    return lines if as_text(lines) == _clean(as_text(lines)) else None


def _compared(plan: Plan, found: Known, line: Line) -> Iterator[Proposed | Refused]:
    answer = plan.answer(found.question.key, found.row)
    if answer is None:
        yield Refused(line.number, "gone", found.question, line.text)
        return
    _said, read = said(found.question, Fields((line.text,)), found.language)
    if isinstance(read, Problem):
        yield Refused(line.number, read, found.question, line.text)
        return
    version = plan.translations.get((found.question.key, found.row, found.language))
    before, after = version.text if version else "", str(read.value) if isinstance(read, Given) else ""
    if after and after != before:
        changed = print_of(str(answer.value)) != found.print
        yield Proposed(line.number, found, str(answer.value), before, after, _remark(line), changed)
    elif line.remark.strip():
        yield Refused(line.number, "remark", found.question, line.remark)


def _remark(line: Line) -> str:
    """What was remarked, as far as it is kept: one line of some length."""
    read = note(line.remark[:LONGEST_NOTE])
    return str(read.value) if isinstance(read, Given) else ""


def _mark(plan: str) -> str:
    return print_of(f"plan {plan}")[:8]


def _check(plan: str, parts: tuple[str, ...]) -> str:
    return print_of(BETWEEN.join((plan, *parts)))[:8]


def _clean(text: str) -> str:
    """A text without lone halves of characters, which no page can carry."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < LONGEST_SEQUENCE


def _is_line(told: Any) -> bool:
    kinds = (int, str, str, str, bool)
    fits = isinstance(told, list) and len(told) == len(kinds) and all(map(isinstance, told, kinds))
    return fits and 0 < told[0] <= LAST_ROW
