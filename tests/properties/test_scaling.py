"""Money has no size of its own: with every amount in other money, the law's too, every result is in that money."""

from dataclasses import fields, is_dataclass, replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from financial_models import build, evaluate
from financial_models.law import Rate, Scale, Step, lookup
from tests.properties.plans import plans

AMOUNTS = {
    "price", "cost_per_unit", "opening_stock", "first_stock", "amount", "gross", "cost_per_hour", "residual",
    "sale_price", "fee_cap", "down_payment", "purchase_option", "prepayment", "own_earned_before", "losses_brought",
    "partner_earned_before", "before", "after", "taxable_before", "taxable_after", "instalment", "balance", "opening",
    "buffer"}
CENTS_OF_ROUNDING = 5.0
RESULTS = ("bank.cash", "profit.result", "balance_sheet.equity", "balance_sheet.assets", "cash_flow.debt_service")


def in_other_money(thing, times):
    """An assumption, or a whole plan, with each amount so many times as large."""
    if isinstance(thing, tuple):
        return tuple(in_other_money(one, times) for one in thing)
    if not is_dataclass(thing):
        return thing
    given = {f.name: getattr(thing, f.name) for f in fields(thing)}
    return replace(thing, **{name: value * times if name in AMOUNTS else in_other_money(value, times)
                             for name, value in given.items()})


def law_in_other_money(times):
    """The law with each amount so many times as large; shares, months and years stay."""
    rate, scale = lookup._rate, lookup._scale

    def scaled_rate(key, on, reforms):
        found = rate(key, on, reforms)
        return Rate(found * times, found.provenance) if found.unit == "EUR" else found

    def scaled_scale(key, on, reforms):
        found = scale(key, on, reforms)
        steps = (Step(Rate(step.threshold * times, step.threshold.provenance), step.rate) for step in found.steps)
        return Scale(tuple(steps), found.provenance)
    return patch.multiple(lookup, _rate=scaled_rate, _scale=scaled_scale)


def ordinary(assumptions):
    """The same plan with instalments in cents and rates below usury: rounding to a whole euro has a size of its own."""
    loans = tuple(replace(loan, decimals=2, rate=min(loan.rate, 0.1)) for loan in assumptions.loans)
    return replace(assumptions, loans=loans)


@given(plans().map(ordinary), st.sampled_from((2, 10)))
def test_every_amount_in_other_money_gives_every_result_in_it(assumptions, times):
    """Within the cents of rounding."""
    values = evaluate(build(assumptions).model)
    with law_in_other_money(times):
        larger = evaluate(build(in_other_money(assumptions, times)).model)
    for key in RESULTS:
        assert larger[key] == pytest.approx(values[key] * times, rel=1e-6, abs=CENTS_OF_ROUNDING * times), key
    assert np.array_equal(larger["timeline.since"], values["timeline.since"])
