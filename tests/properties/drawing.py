"""What plans are drawn from: amounts in cents, rates in hundredths of a percent, short lists with ids."""

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Item = TypeVar("Item")
CENTS = 100
HUNDREDTHS_OF_A_PERCENT = 10_000
VAT_RATES = (0.0, 0.06, 0.12, 0.21)


def of(*choices: Item) -> SearchStrategy[Item]:
    """One of a few; the first is the simplest."""
    return st.sampled_from(choices)


def money(most: float, least: float = 0) -> SearchStrategy[float]:
    """An amount in whole cents."""
    return st.integers(round(least * CENTS), round(most * CENTS)).map(lambda cents: cents / CENTS)


def perhaps(most: float) -> SearchStrategy[float]:
    """Nothing, or an amount."""
    return st.just(0.0) | money(most)


def rates(most: float, least: float = 0) -> SearchStrategy[float]:
    """A share or a rate, in hundredths of a percent."""
    unit = HUNDREDTHS_OF_A_PERCENT
    return st.integers(round(least * unit), round(most * unit)).map(lambda points: points / unit)


def vat_rates() -> SearchStrategy[float]:
    """One of the rates of VAT."""
    return of(*VAT_RATES)


def months(most: int = 60, least: int = 1) -> SearchStrategy[int]:
    """A month of the plan; early ones come often."""
    return st.integers(least, min(6, most)) | st.integers(least, most)


def listed(one: Callable[[str], SearchStrategy[Item]], most: int) -> SearchStrategy[tuple[Item, ...]]:
    """So many items at most, with ids of their own."""
    def items(count: int) -> SearchStrategy[tuple[Any, ...]]:
        return st.tuples(*(one(f"item_{n}") for n in range(1, count + 1)))
    return st.integers(0, most).flatmap(items)
