"""What a plan comes to: the few figures that decide, in one scenario, over finished values."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .appraisal import NotDefined, payback, project_return
from .plan import Plan
from .readers.values import Values


@dataclass(frozen=True)
class Outcome:
    """The figures that decide.  Months count from 1 (0: not within the plan); yearly figures are per plan year.

    ``lowest_cash`` is the lowest closing cash within the horizon; ``working_capital`` what the plan
    consumes from its first day until then.  ``family_covered`` is what is left for the family over what
    it needs, ``dscr_family`` the debt service coverage after the family was paid, ``instalment_share``
    the debt service over the repayment capacity (infinite where there is no capacity).  Return and payback
    are those of the project: what operations leave after the family, against what is invested.
    """

    lowest_cash: float
    lowest_month: int
    months_below_zero: int
    closing_cash: float
    working_capital: float
    family_covered: tuple[float, ...]
    family_need: tuple[float, ...]
    dscr: tuple[float, ...]
    dscr_family: tuple[float, ...]
    instalment_share: tuple[float, ...]
    tightest_share: float
    covers_costs_from: int
    covers_living_from: int
    irr: float | NotDefined
    payback: int | NotDefined

    @property
    def worst_family(self) -> float:
        """The lowest cover of what the family needs, in a year in which it needs something (else not a number)."""
        years = zip(self.family_covered, self.family_need, strict=True)
        return min((x for x, need in years if round(need, 2) > 0), default=math.nan)

    @property
    def worst_dscr(self) -> float:
        """The lowest coverage after the family, in a year in which something is owed (else not a number)."""
        years = zip(self.dscr_family, self.instalment_share, strict=True)
        return min((x for x, share in years if share > 0), default=math.nan)


def outcome(plan: Plan, values: Values, scenario: int = 0) -> Outcome:
    """The figures that decide in one scenario of an evaluation."""
    s, horizon = plan.statements, plan.model.span.horizon
    cash = values.series(s.position.cash, scenario)
    years = [i for i, year in enumerate(plan.model.span.years()) if year.kind == "plan"]
    yearly = {name: tuple(float(x) for x in _column(values[getattr(s.year_ratios, name)], scenario)[years])
              for name in ("family_covered", "needed", "dscr", "dscr_family")}
    capacity = _column(values.by_year(s.capacity.capacity), scenario)[years]
    service = _column(values.by_year(s.cash_flow.debt_service), scenario)[years]
    low = int(np.argmin(cash))
    flows = values.series(s.cash_flow.movement, scenario) - values.series(s.cash_flow.financing, scenario)
    return Outcome(
        lowest_cash=float(cash[low]), lowest_month=low + 1, months_below_zero=int((np.round(cash, 2) < 0).sum()),
        closing_cash=float(cash[-1]), working_capital=working_capital(plan, values, low, scenario),
        family_covered=yearly["family_covered"], family_need=yearly["needed"], dscr=yearly["dscr"],
        dscr_family=yearly["dscr_family"], instalment_share=tuple(map(_share, service, capacity)),
        tightest_share=tightest_share(plan, values, scenario),
        covers_costs_from=int(values.at(s.break_even.first_covered, horizon, scenario)),
        covers_living_from=int(values.at(s.break_even.first_lives, horizon, scenario)),
        irr=project_return(flows.tolist()), payback=payback(flows.tolist()))


def working_capital(plan: Plan, values: Values, low: int, scenario: int = 0) -> float:
    """What operations and the family consume from the first month through the lowest one (0: they bring money in)."""
    s = plan.statements
    used = values.series(s.cash_flow.operating, scenario) - values.series(s.cash_flow.draw, scenario)
    return float(max(-used[:low + 1].sum(), 0.0))


def tightest_share(plan: Plan, values: Values, scenario: int = 0) -> float:
    """The largest debt service over capacity in any twelve months in a row, after the longest grace."""
    s, loans = plan.statements, plan.assumptions.loans
    after = max((int(loan.month + loan.grace) for loan in loans if not loan.existing), default=0)
    service, capacity = (values.series(line, scenario) for line in (s.cash_flow.debt_service, s.capacity.capacity))
    starts = range(min(after, len(service) - 12), len(service) - 11)
    return max((_share(service[m:m + 12].sum(), capacity[m:m + 12].sum()) for m in starts), default=0.0)


def _share(service: float, capacity: float) -> float:
    if round(service, 2) <= 0:
        return 0.0
    return float(service / capacity) if capacity > 0 else float("inf")


def _column(array: NDArray[np.float64], scenario: int) -> NDArray[np.float64]:
    return array[:, min(scenario, array.shape[1] - 1)]
