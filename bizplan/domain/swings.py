"""How far the plan swings: each lever and each main answer moved alone, as far as its evidence leaves it open.

An answer that rests on a guess may be further off than one that rests on a contract; how far is a convention that
stands among the figures of lenders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from financial_models import Outcome, Scenario, evaluate, outcome
from financial_models.assumptions import Entered, Grade
from financial_models.language import Input
from financial_models.law import rate
from financial_models.scenarios import changes as scenario_changes

from .readiness.case import Calculated
from .sensitivity import inputs_by_answer, movers, varied

MAIN = 12  # answers that are varied


@dataclass(frozen=True)
class Moved:
    """One side of a swing: by how much (a share, or months where the line counts them), and what comes of it."""

    by: float
    outcome: Outcome


@dataclass(frozen=True)
class Swing:
    """A lever or an answer that is less or more than planned; a lever has no grade, and one side may be missing."""

    line: Input
    grade: Grade | None
    base: Outcome
    less: Moved | None
    more: Moved | None

    @cached_property
    def weight(self) -> float:
        """By how much the lowest cash moves at most, in euros."""
        moved = [side.outcome.lowest_cash for side in (self.less, self.more) if side]
        return max(abs(each - self.base.lowest_cash) for each in moved)


def swings(case: Calculated) -> tuple[Swing, ...]:
    """The levers and the main answers, what moves the lowest cash most first."""
    return tuple(sorted((*_levers(case), *_answers(case)), key=lambda each: -each.weight))


def _answers(case: Calculated) -> list[Swing]:
    known = inputs_by_answer(case)
    inputs = [known[each.place] for each in movers(case, MAIN)]
    grades = [_grade(lines) for lines in inputs]
    day = max(case.today, case.start)
    shares = [float(rate(f"lenders.blank.evidence.{grade.name.lower()}", day)) for grade in grades]
    if not inputs:
        return []
    found = _outcomes(case, varied(case, inputs, [(-share, share) for share in shares]), 2 * len(inputs))
    return [Swing(lines[0], grade, case.outcome, Moved(-share, found[2 * at]), Moved(share, found[2 * at + 1]))
            for at, (lines, grade, share) in enumerate(zip(inputs, grades, shares, strict=True))]


def _grade(lines: Sequence[Input]) -> Grade:
    value: Any = lines[0].value
    first = value[0] if isinstance(value, (list, tuple)) else value
    return first.grade if isinstance(first, Entered) else Grade.GUESS


def _levers(case: Calculated) -> list[Swing]:
    """The four levers as far as the lender tries them; sales and costs in both directions."""
    sales, costs = float(case.threshold("stress_sales")), float(case.threshold("stress_costs"))
    months, credit = int(case.threshold("stress_delay")), float(case.threshold("stress_credit"))
    tried = [Scenario("", sales=1 - sales), Scenario("", sales=1 + sales), Scenario("", costs=1 - costs),
             Scenario("", costs=1 + costs), Scenario("", months_later=months), Scenario("", credit=credit)]
    found = _outcomes(case, scenario_changes(case.engine, tried), len(tried))
    levers, base = case.engine.parts.start.levers, case.outcome
    return [Swing(levers.sales_factor, None, base, Moved(-sales, found[0]), Moved(sales, found[1])),
            Swing(levers.cost_factor, None, base, Moved(-costs, found[2]), Moved(costs, found[3])),
            Swing(levers.delay, None, base, None, Moved(months, found[4])),
            Swing(levers.credit_share, None, base, Moved(credit - 1, found[5]), None)]


def _outcomes(case: Calculated, moved: Mapping[str, np.ndarray[Any, Any]], count: int) -> list[Outcome]:
    values = evaluate(case.engine.model, moved)
    return [outcome(case.engine, values, at) for at in range(count)]
