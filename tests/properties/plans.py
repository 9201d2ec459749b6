"""Plans of every kind as Hypothesis strategies: all legal forms, regimes and items, from nothing at all to many.

``plans()`` draws whole assumptions; ``generated_plans(count, seed)`` answers a list of them without a test, always
the same ones for the same seed.  Amounts are whole cents, so that they read as somebody would type them.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeVar
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import HypothesisProvider
from hypothesis.strategies import SearchStrategy

from financial_models.assumptions import Assumptions, Bank, Levers, TestPhase, Timeline, VatChoice
from financial_models.assumptions.whole import LEGAL_FORMS
from tests.properties.business_plans import (
    casual_work,
    costs,
    deposits,
    employees,
    equipment,
    grants,
    leases,
    loans,
    own_money,
    products,
)
from tests.properties.drawing import listed, money, of, rates
from tests.properties.household_plans import companies, households, income_taxes, self_employments

Drawn = TypeVar("Drawn")
FEW, MANY = 2, 5
NEUTRAL = Levers()


def plans(*, most: int = FEW, legal_forms: tuple[str, ...] = LEGAL_FORMS,
          **parts: SearchStrategy[Any]) -> SearchStrategy[Assumptions]:
    """Whole plans with at most so many items of each kind; ``parts`` replaces the strategies of some parts."""
    all_parts: dict[str, SearchStrategy[Any]] = {
        "timeline": timelines(), "legal_form": of(*legal_forms), "levers": moved_levers(),
        "products": listed(products, most), "costs": listed(costs, most), "employees": listed(employees, most),
        "casual_work": listed(casual_work, 1), "equipment": listed(equipment, most), "deposits": listed(deposits, 1),
        "own_money": listed(own_money, most), "loans": listed(loans, most), "leases": listed(leases, 1),
        "vat": st.builds(VatChoice, of("quarterly", "exempt", "monthly"), st.booleans()),
        "self_employment": self_employments(), "income_tax": income_taxes(), "company": companies(),
        "household": households(most), "test_phase": st.none() | st.builds(TestPhase, st.integers(1, 18), rates(1)),
        "bank": st.builds(Bank, money(20_000, -5000), of(0.0, 0.12)), **parts}
    return st.fixed_dictionaries(all_parts).flatmap(_with_grants)


def _with_grants(parts: dict[str, Any]) -> SearchStrategy[Assumptions]:
    things = ["", *(thing.id for thing in parts["equipment"])]
    return listed(partial(grants, things), FEW).map(lambda given: Assumptions(grants=given, **parts))


def timelines() -> SearchStrategy[Timeline]:
    """Any start in 2025 to 2027, any horizon."""
    return st.builds(Timeline, of(2026, 2025, 2027), st.integers(1, 12), st.integers(36, 60))


def moved_levers() -> SearchStrategy[Levers]:
    """Mostly neutral; else moved, to the ends of what a lever takes."""
    moved = st.builds(Levers, of(1.0, 0.0, 0.7, 1.3), of(1.0, 0.0, 1.2), st.integers(0, 24), of(1.0, 0.0, 0.5))
    return st.just(NEUTRAL) | moved


def generated_plans(count: int, seed_: int = 1) -> list[Assumptions]:
    """So many plans, always the same for the same seed: small ones first, some with many items of each kind."""
    few = _drawn(plans(most=FEW), count - count // 3, seed_)
    return few + _drawn(plans(most=MANY), count // 3, seed_ + 1)


@cache
def a_hundred_plans() -> tuple[Assumptions, ...]:
    """A hundred plans of every kind, always the same ones."""
    return tuple(generated_plans(100))


def _drawn(strategy: SearchStrategy[Drawn], count: int, seed_: int) -> list[Drawn]:
    found: list[Drawn] = []

    @seed(seed_)
    @settings(max_examples=max(count, 1), phases=[Phase.generate], database=None, deadline=None, derandomize=False,
              suppress_health_check=list(HealthCheck))
    @given(strategy)
    def keep(example: Drawn) -> None:
        found.append(example)

    collect: Callable[[], None] = keep
    with patch.object(HypothesisProvider, "_maybe_draw_constant", return_value=None):
        collect()                       # else numbers come out of whatever code is loaded: other plans each time
    return found[:count]
