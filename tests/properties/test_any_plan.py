"""Any plan: the balance sheet closes, cash agrees, loans end, VAT adds up, and every number is a number."""

import numpy as np
import pytest
from hypothesis import given

from financial_models import Assumptions, Plan, Values, build, evaluate
from financial_models.language import Line
from tests.properties.plans import MANY, plans

HALF_A_CENT = 0.005


class Valued:
    """A plan with its numbers."""

    def __init__(self, assumptions: Assumptions):
        self.plan: Plan = build(assumptions)
        self.values: Values = evaluate(self.plan.model)

    def __getitem__(self, line: Line | str) -> np.ndarray:
        return self.values[line][:, 0]


@given(plans(most=MANY))
def test_assets_equal_equity_and_debts_in_every_month(assumptions):
    """To half a cent, in the months after the horizon too."""
    valued = Valued(assumptions)
    assert np.abs(valued["balance_sheet.gap"]).max() < HALF_A_CENT


@given(plans())
def test_the_cash_flow_ends_at_the_bank_of_the_balance_sheet(assumptions):
    """Opening cash and every movement make the bank, an overdraft being a debt; private money is drawn from it."""
    valued = Valued(assumptions)
    flow = valued.plan.statements.cash_flow
    movements = sum(valued[line] for line in (flow.operating, flow.investing, flow.financing)) - valued[flow.draw]
    closing = assumptions.bank.opening + np.cumsum(movements)
    bank = valued["balance_sheet.bank"] - valued["balance_sheet.overdrawn"]
    assert closing == pytest.approx(bank, abs=HALF_A_CENT)


@given(plans())
def test_every_number_is_a_number(assumptions):
    """No infinity and nothing undefined, in any line of any month or year."""
    valued = Valued(assumptions)
    assert [line.key for line in valued.plan.model.lines if not np.isfinite(valued.values[line]).all()] == []


@given(plans())
def test_loans_end_at_nothing_on_their_own_schedule(assumptions):
    """From the last payment on nothing is owed, not even interest; until then what was drawn less what was repaid."""
    valued = Valued(assumptions)
    agreed = [*assumptions.loans, *assumptions.leases]
    for loan, block in zip(agreed, valued.plan.parts.money.debts, strict=True):
        existing = getattr(loan, "existing", False)
        last = loan.months if existing else int(block.first.value) + loan.months
        debt, owed = valued[block.debt], valued[block.accrued]
        assert debt.min() > -HALF_A_CENT
        assert np.abs(debt[last - 1:]).max(initial=0) < HALF_A_CENT
        assert np.abs(owed[last - 1:]).max(initial=0) < HALF_A_CENT
        before = block.opening.value if existing else 0.0
        assert before + np.cumsum(valued[block.drawn] - valued[block.repaid]) == pytest.approx(debt, abs=HALF_A_CENT)


@given(plans())
def test_vat_lines_add_up_to_the_change_of_the_vat_debt(assumptions):
    """VAT of every sale and purchase, less what is paid and refunded, is what is owed to the state or by it."""
    valued = Valued(assumptions)
    parts = valued.plan.parts
    charged = [*(s.vat for s in parts.trade.sales), *(e.sale_vat for e in parts.spent.equipment.values())]
    deducted = [
        *(s.commission_vat_back for s in parts.trade.sales), *(b.vat_back for b in parts.trade.purchases),
        *(c.vat_back for c in parts.spent.costs), *(e.vat_back for e in parts.spent.equipment.values()),
        *(lease.vat_back for lease in parts.money.leases)]
    owed = np.diff(valued["vat.debt"] - valued["vat.claim"], prepend=0.0)
    settled = valued["vat.received"] - valued["vat.paid"]
    nothing = np.zeros(valued.plan.model.span.length)
    lines = sum((valued[x] for x in charged), nothing) - sum((valued[x] for x in deducted), nothing)
    assert lines + settled == pytest.approx(owed, abs=HALF_A_CENT)


@given(plans())
def test_profit_and_draw_make_the_equity(assumptions):
    """Equity at the end is what was brought in, plus every result, less what was taken out; grants wait beside it."""
    valued = Valued(assumptions)
    equity = np.cumsum(valued["equity.brought_in"] + valued["profit.result"] - valued["equity.taken"])
    waiting = valued[valued.plan.statements.balance_sheet.grants]
    assert equity + waiting == pytest.approx(valued["balance_sheet.equity"], abs=HALF_A_CENT)
