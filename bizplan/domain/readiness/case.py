"""What a rule looks at: the answers of a plan, the law of its start, and (where it can be calculated) its figures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from financial_models import Outcome, Scenario, Values, evaluate_scenarios, named_scenarios, outcome
from financial_models import Plan as EnginePlan
from financial_models.assumptions import Grade
from financial_models.language import Line
from financial_models.law import Lender, Rate, rate

from ..assumptions import first_month
from ..plan import Plan, Value
from ..plan_file import place_of
from ..questions import QUESTIONS
from .finding import Figure, Place
from .lending import Lending, lending
from .sentences import Month

Series = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A plan on the day on which it is looked at; ``reader`` is the lender that looks, where its own limits count."""

    plan: Plan
    today: date
    reader: Lender | None = field(default=None, kw_only=True)

    @cached_property
    def start(self) -> date:
        """The first day of the plan."""
        return first_month(self.plan, self.today)

    @cached_property
    def lending(self) -> Lending:
        """The lender of the plan, with the limits that hold when it is read or begins."""
        return lending(self.plan, max(self.today, self.start), self.reader)

    def threshold(self, name: str) -> Rate:
        """A limit of the lender of the plan."""
        return self.lending.threshold(name)

    def law(self, key: str, on: date | None = None) -> Rate:
        """A figure of law, on the first day of the plan unless another day is given."""
        return rate(key, on or self.start)

    def rows(self, group: str) -> tuple[str, ...]:
        """The ids of the rows of a group."""
        return self.plan.row_ids(group)

    def value(self, key: str, row: str = "") -> Value | None:
        """The answer or the default of a question; None where it is not asked."""
        return self.plan.value(key, row) if self.plan.is_asked(QUESTIONS[key], row) else None

    def number(self, key: str, row: str = "") -> float:
        """A number that was answered, or 0."""
        value = self.value(key, row)
        return float(value) if isinstance(value, (int, float)) else 0.0

    def day(self, key: str, row: str = "") -> date | None:
        """A day that was answered."""
        value = self.value(key, row)
        return value if isinstance(value, date) else None

    def name(self, group: str, row: str) -> str:
        """What a row is called: its name, or its id."""
        return str(self.plan.value(f"{group}[].name", row) or row)

    def is_answered(self, key: str, row: str = "") -> bool:
        """Whether somebody gave an answer that says something."""
        answer = self.plan.answer(key, row)
        return answer is not None and answer.value not in ("", ())

    def grade(self, key: str, row: str = "") -> Grade:
        """What an answer rests on; no answer is a guess."""
        answer = self.plan.answer(key, row)
        return answer.grade if answer else Grade.GUESS

    def place(self, key: str, row: str = "") -> Place:
        """Where an answer is to be mended; a key of a group stands for its rows."""
        return Place(key, row, place_of(self.plan, key, row) if key in QUESTIONS else key)

    def month(self, number: int) -> Month:
        """A month of the plan, 1 being the first, as a month of the calendar."""
        months = self.start.year * 12 + self.start.month - 1 + number - 1
        return Month(date(months // 12, months % 12 + 1, 1))


@dataclass(frozen=True)
class Calculated(Case):
    """A plan with its figures."""

    engine: EnginePlan
    values: Values

    @cached_property
    def outcome(self) -> Outcome:
        """The figures that decide."""
        return outcome(self.engine, self.values)

    @cached_property
    def stressed(self) -> tuple[tuple[Scenario, Outcome], ...]:
        """The figures that decide where one thing goes wrong: sales down, costs up, a late start, less credit."""
        scenarios = named_scenarios(max(self.today, self.start), self.lending.lender)
        return tuple((scenario, outcome(self.engine, evaluate_scenarios(self.engine, [scenario])))
                     for scenario in scenarios if scenario.name != "base")

    @property
    def horizon(self) -> int:
        """The months of the plan."""
        return self.engine.model.span.horizon

    @property
    def own_start(self) -> int:
        """The month of the plan in which the own business begins, after test phase and delay."""
        test = self.engine.assumptions.test_phase
        return int(self.engine.assumptions.levers.delay) + int(test.months if test else 0) + 1

    def series(self, line: Line | str) -> Series:
        """A line by month, through the horizon."""
        return self.values.series(line)

    def by_year(self, line: Line | str) -> tuple[float, ...]:
        """A line by plan year."""
        column = self.values.by_year(line)[:, 0]
        return tuple(float(column[place]) for place in self._plan_years())

    def figure(self, line: Line | str, month: int = 0, year: int = 0) -> Figure:
        """A figure of the model to rest on: of a month, of a plan year, or of the end of the horizon."""
        line = self.engine.model[line] if isinstance(line, str) else line
        if year:
            return Figure(line.key, self.by_year(line)[year - 1], year=year)
        month = month or self.horizon
        return Figure(line.key, self.values.at(line, month), month=month)

    def _plan_years(self) -> Iterator[int]:
        return (place for place, year in enumerate(self.engine.model.span.years()) if year.kind == "plan")
