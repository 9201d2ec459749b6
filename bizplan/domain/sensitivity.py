"""Which answers move the lowest cash most: each varied by a tenth, all in one evaluation.

What moves it most deserves the best evidence first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from financial_models import evaluate
from financial_models.assumptions import Entered
from financial_models.language import Input
from financial_models.readers.values import entered

from .questions import QUESTIONS, Kind
from .readiness.case import Calculated
from .revisions import Place

A_TENTH = 0.1
VARIED = (Kind.AMOUNT, Kind.NUMBER, Kind.SHARE, Kind.TWELVE)
"""Kinds of answers that can be a tenth more or less; months and counts of people cannot."""
DECIDED = ("loans[].amount",)
"""What the entrepreneur decides: it needs no evidence, however much it moves."""


@dataclass(frozen=True)
class Mover:
    """An answer, and by how much the lowest cash changes at most when it is a tenth more or less, in euros."""

    place: Place
    effect: float


def movers(case: Calculated, most: int = 10) -> tuple[Mover, ...]:
    """The answers that move the lowest cash most, the strongest first; those that move it by nothing are left out."""
    inputs = inputs_by_answer(case)
    if not inputs:
        return ()
    changes = varied(case, list(inputs.values()), [(-A_TENTH, A_TENTH)] * len(inputs))
    cash = case.engine.statements.position.cash
    values = evaluate(case.engine.model, changes, wanted=[cash])
    lowest = [float(values.series(cash, scenario).min()) for scenario in range(2 * len(inputs))]
    base = float(case.series(cash).min())
    effects = [Mover(place, max(abs(lowest[2 * at] - base), abs(lowest[2 * at + 1] - base)))
               for at, place in enumerate(inputs)]
    return tuple(sorted((each for each in effects if each.effect >= 1), key=lambda each: -each.effect)[:most])


def inputs_by_answer(case: Calculated) -> dict[Place, list[Input]]:
    """The inputs of the model by the answer that they come from."""
    found: dict[Place, list[Input]] = {}
    for line in case.engine.model.lines:
        if isinstance(line, Input):
            for place in _answers(line):
                found.setdefault(place, []).append(line)
    return found


def _answers(line: Input) -> Iterator[Place]:
    numbers = line.value if isinstance(line.value, (list, tuple)) else [line.value]
    first = numbers[0] if numbers else None
    question = QUESTIONS.get(first.question) if isinstance(first, Entered) else None
    if isinstance(first, Entered) and question and question.kind in VARIED and question.key not in DECIDED:
        yield first.question, first.row


def varied(case: Calculated, inputs: Sequence[Sequence[Input]],
           shares: Sequence[tuple[float, float]]) -> dict[str, NDArray[np.float64]]:
    """For each group of inputs its values in two scenarios, less and more by these shares, else as they are.

    No value is taken past the bounds of its input.
    """
    changes: dict[str, NDArray[np.float64]] = {}
    for at, (lines, moved) in enumerate(zip(inputs, shares, strict=True)):
        for line in lines:
            base = entered(line, line.value, case.engine.model.span)[:, :1]
            array = changes.setdefault(line.key, np.repeat(base, 2 * len(inputs), axis=1))
            for scenario, share in enumerate(moved, 2 * at):
                array[:, scenario] = np.clip(array[:, scenario] * (1 + share), line.low, line.high)
    return {key: array[0] if len(array) == 1 else array for key, array in changes.items()}
