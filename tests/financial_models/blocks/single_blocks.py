"""Blocks alone, and whole plans that are simple enough to work out by hand."""

from datetime import date
from typing import Any

import numpy as np

from financial_models import Assumptions, build, evaluate, law
from financial_models.language import MONEY, Block, Line, Model, Monthly, Span


class Amounts(Block):
    """An amount for each month, given from outside."""

    amounts = Monthly("Amounts", MONEY)
    each = Line("Amount", MONEY, amounts * 1)


def monthly(name: str, amounts: list[float], span: Span) -> Block:
    """An amount for each month; the last one goes on."""
    return Amounts(name, amounts=[*amounts, *[amounts[-1]] * (span.length - len(amounts))])


THREE_YEARS = Span(2026, 1, 36)


class Numbers:
    """The numbers of a few blocks, or of a whole plan."""

    def __init__(self, *blocks: Block, span: Span = THREE_YEARS):
        self.values = evaluate(Model(span, *blocks))

    @classmethod
    def of(cls, **assumptions: Any) -> "Numbers":
        """The numbers of a whole plan."""
        found = cls.__new__(cls)
        found.plan = build(Assumptions(**assumptions))
        found.values = evaluate(found.plan.model)
        return found

    def __getitem__(self, line: Line | str) -> np.ndarray:
        return self.values[line][:, 0]

    def first(self, line: Line | str) -> float:
        """The number of the first month, to the cent."""
        return round(float(self[line][0]), 2)

    def months_of(self, line: Line | str) -> dict[int, float]:
        """The months in which something moves, from 1, with the amount to the cent."""
        return {month + 1: round(float(x), 2) for month, x in enumerate(self[line]) if abs(x) > 0.004}


def figure(key: str, year: int) -> float:
    """A figure of law at the end of an income year."""
    return float(law.rate(key, date(year, 12, 31)))


def steps(key: str, year: int, names: tuple[str, ...] = ("up_to", "rate")) -> dict[str, float]:
    """A scale of law as inputs: a shorter one repeats its last step."""
    found = law.scale(key, date(year, 12, 31)).steps
    five = [found[min(n, len(found) - 1)] for n in range(5)]
    return {**{f"{names[1]}_{n + 1}": float(step.rate) for n, step in enumerate(five)},
            **{f"{names[0]}_{n}": float(step.threshold) for n, step in enumerate(five) if n}}
