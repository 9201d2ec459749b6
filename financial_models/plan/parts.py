"""The parts of a plan side by side, and what the business earns and spends before its owner."""

from __future__ import annotations

from dataclasses import dataclass

from ..blocks.profit import Earnings
from ..blocks.vat import VatAccount
from ..language import Block, Line, Term, total
from .beginning import Beginning
from .family import Family
from .money import Money
from .owner import Owner
from .spending import Spending
from .trade import Trade


@dataclass
class Parts:
    """Everything that the statements put together."""

    start: Beginning
    trade: Trade
    spent: Spending
    money: Money
    home: Family
    earnings: Earnings
    vat: VatAccount
    owner: Owner

    @property
    def blocks(self) -> list[Block]:
        """In the order in which they are calculated."""
        groups = (self.start, self.trade, self.spent, self.money, self.home)
        return [*(block for group in groups for block in group.blocks), self.earnings, self.vat, *self.owner.blocks]


def earnings(trade: Trade, spent: Spending, money: Money) -> Earnings:
    """Sales and costs over all products, lines, people and things."""
    things = [*spent.equipment.values(), *money.leased]
    grants = (*money.running_grants, *money.capital_grants)
    return Earnings(
        "earnings", revenue=total(*(s.revenue for s in trade.sales)), grants=total(*(g.income for g in grants)),
        gains=total(*(thing.gain for thing in spent.equipment.values())),
        goods=total(*(b.cost for b in trade.purchases)), commissions=total(*(s.commission_cost for s in trade.sales)),
        services=total(*spent.cost_lines("61")), other_lines=total(*spent.cost_lines("64")),
        wages=total(*(x.cost for x in spent.staff)), depreciation=total(*(thing.written_off for thing in things)),
        bad_debts=total(*(s.written_off for s in trade.sales)),
        lost_vat=total(*(lease.lost_vat for lease in money.leases)), loan_costs=_loan_costs(money),
        overdraft=money.overdraft.interest, deductible_lines=total(*(c.deductible for c in spent.costs)),
        deductible_depreciation=total(*(thing.tax_written_off for thing in things)))


def _loan_costs(money: Money) -> Term:
    return total(*(debt.interest for debt in money.debts), *(loan.fee_paid for loan in money.loans))


def vat_account(a_monthly: bool, refunded: bool, trade: Trade, spent: Spending, money: Money,
                quarter_first: Line) -> VatAccount:
    """What is owed to the state on sales, less what may be deducted."""
    things = spent.equipment.values()
    charged = total(*(s.vat for s in trade.sales), *(thing.sale_vat for thing in things))
    return VatAccount("vat", charged=charged, monthly=float(a_monthly), refunded=float(refunded),
                      back_on_commissions=total(*(s.commission_vat_back for s in trade.sales)),
                      back_on_purchases=total(*(b.vat_back for b in trade.purchases)),
                      back_on_costs=total(*(c.vat_back for c in spent.costs)),
                      back_on_things=total(*(thing.vat_back for thing in things), *(x.vat_back for x in money.leases)),
                      quarter_first=quarter_first)
