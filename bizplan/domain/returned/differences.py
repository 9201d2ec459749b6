"""What was changed in a workbook: for each input that differs, the answer behind it, or why no answer follows from it.

An input goes back where it is an answer as it stands, in the unit of its question.  What is calculated from several
answers, or comes from the law, is told and never taken; nothing that was changed is passed over in silence.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from math import isclose
from typing import Any

from financial_models import AssumptionError, build
from financial_models.assumptions import Entered
from financial_models.language import Input, Model, Monthly, Table
from financial_models.law import NotYetKnown
from financial_models.readers.labels import Translate, label, titles_of
from financial_models.readers.layout import legal
from financial_models.readers.values import entered

from .. import course
from ..assumptions import assumptions
from ..plan import Plan, Value
from ..plan_file_error import PlanFileError
from ..questions import QUESTIONS, Kind, Question
from ..questions.question import WHOLE_FIGURES
from ..recipients import TOTALS, Recipient
from ..written_values import understood
from .cells import Cells, Trouble
from .origin import Misplaced, Origin, Wrong, fingerprint

SCENARIO = "levers"
"""The block of the levers: what somebody tries out with them is no answer."""
ALIKE = 1e-9
"""How far, as a share, a number may lie from another that is meant to be the same."""
Place = tuple[str, str]


class Why(Enum):
    """Why what was changed cannot be taken over."""

    LAW = "law"
    CALCULATED = "calculated"
    FIXED = "fixed"
    SCENARIO = "scenario"
    SEVERAL = "several"
    CELL = "cell"
    GONE = "gone"
    VALUE = "value"
    COACH = "coach"


@dataclass(frozen=True)
class Changed:
    """An answer that the workbook says otherwise: what it was made with (None: not answered), and what it says now."""

    question: Question
    row: str
    then: Value | None
    told: Value


@dataclass(frozen=True)
class Left:
    """What was changed and cannot be taken over: its name in the workbook, its cell, why, and the answer near it."""

    label: str
    place: str
    why: Why
    trouble: Trouble | None = None
    question: Question | None = None
    row: str = ""


@dataclass(frozen=True)
class _Read:
    """An input of the plan beside its cells; ``added_up`` are the groups of which this reader has totals alone."""

    line: Input
    made: tuple[float, ...]
    cells: Cells | None
    added_up: Collection[str] = ()

    @property
    def is_same(self) -> bool:
        """Whether the cells say what they were made with."""
        told = self.cells.numbers if self.cells else ()
        return len(told) == len(self.made) and all(
            isclose(one, other, rel_tol=ALIKE, abs_tol=ALIKE) for one, other in zip(told, self.made, strict=True))

    @property
    def trouble(self) -> Trouble | None:
        """Why its cells cannot be used."""
        if self.cells is None or self.cells.trouble:
            return self.cells.trouble if self.cells else None
        return None if len(self.cells.numbers) == len(self.made) else Trouble.MOVED

    @property
    def behind(self) -> Place:
        """The answer that this input is, as it stands; none is ("", "")."""
        first = _first(self.line.value)
        if not isinstance(first, Entered) or first.question.split("[].")[0] in self.added_up:
            return "", ""
        return first.question, first.row

    @property
    def goes_back(self) -> bool:
        """Whether an answer follows from its cells."""
        fixed = self.line.structure or self.line.block == SCENARIO or not course.is_on_a_page(self.behind[0])
        return self.cells is not None and not self.trouble and not fixed


def differences(plan: Plan, origin: Origin, inputs: Mapping[str, Cells], translate: Translate, *,
                coach: bool = True) -> tuple[Changed | Left, ...]:
    """What the inputs of a workbook say otherwise than the plan from which it was made; raises Misplaced.

    Questions that only coaches are asked are answered by a ``coach`` alone.
    """
    model = _model(plan, origin)
    is_cut = plan.release is not None and plan.release.recipient is Recipient.LENDER
    added_up = TOTALS if is_cut else ()
    read = [_Read(line, _made(line, model), inputs.get(line.key), added_up) for line in _inputs(model)]
    if fingerprint(numbers_of(model)) != origin.inputs:
        raise Misplaced(Wrong.OTHER_VERSION)
    if not any(each.cells for each in read):
        raise Misplaced(Wrong.UNSAID)
    return tuple(_changed(plan, read, _Names(model, translate, read), coach=coach))


def numbers_of(model: Model) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The inputs of a model by their keys, as its workbook is made with them; the levers are none of the plan."""
    return ((line.key, _made(line, model)) for line in _inputs(model) if line.block != SCENARIO)


def _model(plan: Plan, origin: Origin) -> Model:
    try:
        return build(assumptions(plan, origin.as_of, traced=True)).model
    except (PlanFileError, AssumptionError, NotYetKnown) as error:
        raise Misplaced(Wrong.OTHER_VERSION) from error


def _inputs(model: Model) -> Iterator[Input]:
    return (line for block in model.blocks for line in block.lines if isinstance(line, Input))


def _made(line: Input, model: Model) -> tuple[float, ...]:
    array = entered(line, line.value, model.span)[:, 0].tolist()
    return tuple(array if isinstance(line, (Monthly, Table)) else array[:1])


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, (list, tuple)) and value else value


class _Names:
    """What the inputs of a model are called, and the answers near those that are none."""

    def __init__(self, model: Model, translate: Translate, read: Iterable[_Read]):
        self._translate, self._titles = translate, titles_of(model, translate)
        self._near: dict[str, Place] = {}
        for each in read:
            if each.behind[1]:
                self._near.setdefault(each.line.block, each.behind)

    def left(self, each: _Read, why: Why, trouble: Trouble | None = None) -> Left:
        """An input that cannot be taken over."""
        key, row = each.behind if each.behind[0] else self._near.get(each.line.block, ("", ""))
        return Left(label(each.line, self._translate, self._titles), each.cells.place if each.cells else "", why,
                    trouble, QUESTIONS.get(key), row)


def _changed(plan: Plan, read: list[_Read], names: _Names, *, coach: bool) -> Iterator[Changed | Left]:
    """Answers first, in the order of the workbook, then what cannot be taken."""
    by_answer, left = _sorted(read, names)
    for place, cells in by_answer.items():
        if any(not each.is_same for each in cells):
            found = _answer(plan, place, cells, names, coach=coach)
            if isinstance(found, Changed):
                yield found
            else:
                left.append(found)
    yield from left


def _sorted(read: list[_Read], names: _Names) -> tuple[dict[Place, list[_Read]], list[Left]]:
    """The inputs by the answers behind them, and what was changed without one."""
    by_answer: dict[Place, list[_Read]] = {}
    left: list[Left] = []
    gone = {SCENARIO}
    for each in read:
        if each.cells is None and each.line.block not in gone:
            gone.add(each.line.block)                       # a row of the plan has many inputs: it is told once
            left.append(names.left(each, Why.GONE))
        elif each.trouble and each.line.block != SCENARIO:
            left.append(names.left(each, Why.CELL, each.trouble))
        elif each.goes_back:
            by_answer.setdefault(each.behind, []).append(each)
        elif not each.trouble and each.cells and not each.is_same:
            left.append(names.left(each, _why(each)))
    return by_answer, left


def _why(each: _Read) -> Why:
    """Why no answer follows from an input that was changed."""
    if each.line.block == SCENARIO:
        return Why.SCENARIO
    if each.line.structure:
        return Why.FIXED
    return Why.LAW if legal(_first(each.line.value)) else Why.CALCULATED


def _answer(plan: Plan, place: Place, cells: list[_Read], names: _Names, *, coach: bool) -> Changed | Left:
    """The answer that all cells of one answer agree about."""
    first = next(each for each in cells if not each.is_same)
    assert first.cells is not None
    told = {each.cells.numbers for each in cells if each.cells}
    question = QUESTIONS[place[0]]
    if question.coach and not coach:
        return names.left(first, Why.COACH)
    if len(told) > 1:
        return names.left(first, Why.SEVERAL)
    value = _value(question, first.cells.numbers)
    if value is None:
        return names.left(first, Why.VALUE)
    answer = plan.answer(*place)
    return Changed(question, place[1], None if answer is None else answer.value, value)


def _value(question: Question, numbers: tuple[float, ...]) -> Value | None:
    """Numbers of a spreadsheet as an answer; None where the question takes no such number."""
    plain = [float(f"{number:.12g}") for number in numbers]
    raw: list[float] = [int(each) if question.kind in WHOLE_FIGURES and each.is_integer() else each for each in plain]
    try:
        return understood(question, raw if question.kind is Kind.TWELVE else raw[0], question.key)
    except PlanFileError:
        return None
