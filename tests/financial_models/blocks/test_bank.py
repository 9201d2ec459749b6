"""The bank: a month of cash, the overdraft, and the lowest point."""

import numpy as np

from financial_models.assumptions import Bank, Cost, OwnMoney, Timeline
from financial_models.blocks.bank import CashFlow, Overdraft
from financial_models.language import Input
from tests.financial_models.blocks.single_blocks import Numbers


def test_a_month_of_cash():
    """KVK: 10,000 + customers 8,000 − suppliers, rent 1,000 − wages, private 2,000 − VAT 1,600 = 10,400."""
    nothing = {name: 0.0 for name, line in CashFlow.template.items() if isinstance(line, Input)}
    flow = CashFlow("cash_flow", **{**nothing, "customers": 8000.0, "goods": 1000.0, "costs": 1000.0, "wages": 2000.0,
                                    "draw": 2000.0, "vat": 1600.0})
    bank = Overdraft("bank", opening_cash=10_000.0, rate=0.0)
    bank.cash.moves(+flow.movement)
    numbers = Numbers(flow, bank)
    assert numbers.first(bank.cash) == 10_400
    assert (numbers.first(flow.operating), numbers.first(flow.before_private)) == (2400, 2400)


def test_an_overdraft_costs_interest_on_what_was_overdrawn_when_the_month_began():
    """1,000 overdrawn at 12 % is 10 a month, then 12 % of 1,010 is 10.10."""
    numbers = Numbers.of(timeline=Timeline(2026, 1), bank=Bank(-1000, 0.12))
    assert list(numbers["bank.interest"][:2]) == [10, 10.1]


def test_the_lowest_cash_and_its_month():
    """5,000 on the account; 1,000 leaves in months 1 to 3, and 10,000 comes in month 4."""
    numbers = Numbers.of(
        timeline=Timeline(2026, 1), bank=Bank(5000, 0.0), own_money=(OwnMoney("savings", "Savings", 10_000, 4),),
        costs=(Cost("fees", "Fees", 1000),))
    cash = numbers["bank.cash"][:36]
    lowest, month = numbers["position.lowest"][35], numbers["position.lowest_month"][35]
    assert lowest == cash.min()
    assert month == np.argmin(cash) + 1
    assert numbers["position.lowest"][2] <= 2000
