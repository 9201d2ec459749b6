"""Own money, grants and deposits: what comes in, what waits, what comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from financial_models.assumptions import Deposit, Equipment, Grant, OwnMoney
from financial_models.blocks.equipment import equipment_block
from financial_models.blocks.own_money import deposit_block, grant_block, own_money_block
from financial_models.blocks.timeline import Timeline
from financial_models.language import Model, Span
from financial_models.readers.values import evaluate

SPAN = Span(2026, 1, 60)


def calendar() -> Timeline:
    return Timeline("timeline", first_month=1, horizon=60, test_months=0, delay=0)


def granted(grant: Grant, thing: Equipment | None = None):
    """The grant's received, income and waiting, each month."""
    timeline = calendar()
    equipment = [equipment_block(thing, timeline, 1.0, sole_trader=False, span=SPAN)] if thing else []
    block = grant_block(grant, timeline.month, *equipment)
    values = evaluate(Model(SPAN, timeline, *equipment, block))
    return tuple(values.series(line) for line in (block.received, block.income, block.waiting))


def test_own_money_comes_in_once():
    timeline = calendar()
    block = own_money_block(OwnMoney("a", "Savings", 5000, month=2), timeline.month)
    assert list(evaluate(Model(SPAN, timeline, block)).series(block.brought_in)[:3]) == [0, 5000, 0]


def test_a_deposit_comes_back():
    timeline = calendar()
    block = deposit_block(Deposit("a", "Rent guarantee", 3000, month=1, returned_month=40), timeline.month)
    values = evaluate(Model(SPAN, timeline, block))
    assert (values.at(block.held, 39), values.at(block.returned, 40), values.at(block.held, 60)) == (3000, 3000, 0)


def test_a_grant_for_running_costs_is_income_at_once():
    received, income, waiting = granted(Grant("g", "Grant", 2000, month=3))
    assert (received[2], income[2], waiting.sum()) == (2000, 2000, 0)


def test_a_grant_for_equipment_is_released_as_it_is_written_off():
    """3,000 for an oven of 6,000 over 60 months: 50 a month; of one that comes in month 13, 3,000 ÷ 48 = 62.50."""
    _, income, waiting = granted(Grant("g", "Grant", 3000, equipment="oven"), Equipment("oven", "Oven", 6000))
    assert income == pytest.approx(50)
    assert waiting[-1] == pytest.approx(0)
    _, income, waiting = granted(Grant("g", "Grant", 3000, 13, equipment="oven"), Equipment("oven", "Oven", 6000))
    assert income[12:] == pytest.approx(62.50)
    assert waiting[-1] == pytest.approx(0)


def test_what_is_left_of_a_grant_is_income_when_the_equipment_is_sold():
    oven = Equipment("oven", "Oven", 6000, sale_month=25)
    _, income, waiting = granted(Grant("g", "Grant", 3000, equipment="oven"), oven)
    assert income[24] == pytest.approx(3000 - 24 * 50)
    assert waiting[24] == pytest.approx(0)


@given(st.integers(1, 30), st.integers(1, 20), st.integers(1, 3), st.sampled_from([0, 25, 45]), st.floats(0, 5000))
def test_every_grant_is_income_in_the_end(received_in, month, life, sale_month, residual):
    thing = Equipment("oven", "Oven", 6000, month=month, life_years=life, sale_month=sale_month, residual=residual)
    received, income, waiting = granted(Grant("g", "Grant", 3000, received_in, equipment="oven"), thing)
    assert received.sum() == 3000
    assert income.sum() == pytest.approx(3000)
    assert (waiting >= -1e-9).all()
