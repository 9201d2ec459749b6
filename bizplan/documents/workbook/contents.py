"""What a workbook is made of besides the model: texts for the cover, checks, statements, charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from financial_models.language import MONEY, Input, Line, Unit
from financial_models.law import Rate
from financial_models.loan_alone import LoanAlone

Severity = Literal["blocks", "attention", "note"]


@dataclass(frozen=True)
class Cover:
    """The first sheet: the name of the business and what the reader should know, in the language of the workbook."""

    title: str
    as_of: date
    subtitle: str = ""
    author: str = ""
    paragraphs: tuple[str, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True)
class Check:
    """What must hold in every month: a line is "zero", "not negative" or the "sum" of others.

    Under the first two rules the others must hold as the line does.  ``size`` are the lines with the largest
    amounts: on many billions more may be allowed than half a cent.
    """

    label: str
    line: Line
    rule: Literal["zero", "not negative", "sum"] = "zero"
    others: tuple[Line, ...] = ()
    size: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Amount:
    """One row of uses and sources."""

    label: str
    amount: float


@dataclass(frozen=True)
class Funding:
    """What must be paid until the business carries itself, and whose money pays for it, as the plan was written."""

    uses: tuple[Amount, ...]
    sources: tuple[Amount, ...]

    @property
    def left(self) -> float:
        """What the sources leave over; below 0 it is what is missing."""
        return sum(each.amount for each in self.sources) - sum(each.amount for each in self.uses)


@dataclass(frozen=True)
class Finding:
    """What was found when the plan was read, in the language of the workbook; ``where`` says where to mend it."""

    severity: Severity
    text: str
    where: str = ""


@dataclass(frozen=True)
class Reading:
    """A figure that no formula can say, as it was when the workbook was made: a number, or “not defined”."""

    label: str
    value: float | str
    unit: Unit = MONEY


@dataclass(frozen=True)
class StatementRow:
    """A row of a statement: a line under its code of the chart of accounts, or a heading (no line)."""

    line: Line | None
    label: str = ""  # of the line, unless given
    code: str = ""
    level: int = 0
    total: bool = False


@dataclass(frozen=True)
class Statement:
    """A statement as it is printed: its rows from top to bottom, by month, by year or both."""

    title: str
    rows: tuple[StatementRow, ...]
    monthly: bool = True
    yearly: bool = True


@dataclass(frozen=True)
class Chart:
    """A drawing of some lines over the months of the plan."""

    title: str
    lines: tuple[Line, ...]
    kind: Literal["lines", "columns"] = "lines"


@dataclass(frozen=True)
class Setback:
    """A scenario of the switch, by its name in the language of the workbook.

    ``moves`` says for each lever what is added (sales, costs, months) or which share is left (credit); ``law`` where
    that stands, and ``results`` what the engine made of it, a number for each measure.  The lender types the moves of
    the last one, so nothing was calculated of it.
    """

    name: str
    moves: tuple[float, float, float, float]
    law: Rate | None = None
    results: tuple[float, ...] = ()


@dataclass(frozen=True)
class Measure:
    """A figure in which scenarios are compared, and how a sheet finds it in these lines.

    "lowest", "lowest month" and "below zero" look at one line over all months; "worst year" at a yearly ratio, in years
    in which the second line is not zero; "first month" at a line that keeps a month.
    """

    label: str
    kind: Literal["lowest", "lowest month", "below zero", "worst year", "first month"]
    lines: tuple[Line, ...]
    unit: Unit


@dataclass(frozen=True)
class WhatIf:
    """The switch of scenarios: the four levers (sales, costs, delay, credit), its scenarios, and what is compared."""

    levers: tuple[Input, Input, Input, Input]
    setbacks: tuple[Setback, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class LoanToTry:
    """The loan that the explorer begins with, and what of the plan its instalments are held against.

    ``replaced`` are the lines of the plan that this loan is paid by: they are taken off ``service``, all that the plan
    pays on its debts.  ``apr`` is the real yearly cost, not a number where there is none.
    """

    name: str
    alone: LoanAlone
    capacity: Line
    service: Line
    replaced: tuple[Line, ...] = ()
    apr: float = 0.0


Results = tuple[float, float, float]
"""Lowest cash, cover of the family and coverage of the debt, the last two in their worst year."""


@dataclass(frozen=True)
class Variation:
    """A lever or an input that is varied alone: by which shares (or months), on what it rests, what came of it."""

    line: Input
    rests_on: str
    less: tuple[float, Results] | None
    more: tuple[float, Results] | None
    weight: float


@dataclass(frozen=True)
class Sensitivity:
    """The plan as it is, and what each variation makes of it, the heaviest first."""

    base: Results
    variations: tuple[Variation, ...]
