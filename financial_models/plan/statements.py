"""What it all makes: profit and loss, cash flow, balance sheet and ratios."""

from __future__ import annotations

from dataclasses import dataclass

from ..blocks.balance_sheet import BalanceSheet, Equity
from ..blocks.bank import CashFlow, Position
from ..blocks.profit import Profit
from ..blocks.ratios import BreakEven, Capacity, YearRatios
from ..language import Block, Term, total
from .owner import NOTHING
from .parts import Parts


@dataclass
class Statements:
    """The blocks that everybody reads first."""

    profit: Profit
    cash_flow: CashFlow
    position: Position
    equity: Equity
    balance_sheet: BalanceSheet
    break_even: BreakEven
    capacity: Capacity
    year_ratios: YearRatios

    @property
    def blocks(self) -> list[Block]:
        """In the order in which they are calculated."""
        return [self.profit, self.cash_flow, self.position, self.equity, self.balance_sheet, self.break_even,
                self.capacity, self.year_ratios]


def statements(p: Parts) -> Statements:
    """The statements of a plan, from the parts that make it; closes the bank."""
    profit = profit_and_loss(p)
    flow = cash_flow(p)
    p.money.overdraft.cash.moves(+flow.movement)
    t = p.start.timeline
    position = Position("position", cash=p.money.overdraft.cash, month=t.month, judged=t.judged)
    equity, sheet = balance_sheet(p, profit, flow, position)
    break_even, capacity = ratios(p, profit, flow)
    return Statements(profit, flow, position, equity, sheet, break_even, capacity,
                      year_ratios(p, profit, flow, sheet, break_even, capacity))


def profit_and_loss(p: Parts) -> Profit:
    """Costs and income of each month, by heading."""
    owner, e = p.owner, p.earnings
    return Profit(
        "profit", revenue=e.revenue, grants=e.grants, gains=e.gains, goods=e.goods, commissions=e.commissions,
        cost_lines=e.services, director=owner.pay_cost, wages=e.wages, contributions=owner.contributions_cost,
        depreciation=e.depreciation, other_lines=e.other_lines, lost_vat=e.lost_vat,
        company_contribution=owner.company_contribution, bad_debts=e.bad_debts, loan_costs=e.loan_costs,
        overdraft=e.overdraft, tax=owner.taxes.tax.cost)


def cash_flow(p: Parts) -> CashFlow:
    """What comes in and goes out, in the order of a cash-flow statement.

    Of a lease the down payment is invested, the terms pay off a debt, and the VAT on both is a running payment, which
    comes back like any other.
    """
    money, spent, owner = p.money, p.spent, p.owner
    things = spent.equipment.values()
    return CashFlow(
        "cash_flow", customers=total(*(s.received for s in p.trade.sales)),
        running_grants=total(*(g.received for g in money.running_grants)),
        goods=total(*(b.paid for b in p.trade.purchases)),
        costs=total(*(c.paid for c in spent.costs), *(lease.vat for lease in money.leases), owner.company_contribution),
        commissions=total(*(s.commission_paid for s in p.trade.sales)),
        wages=total(*(x.paid for x in spent.employees), *(x.cost for x in spent.casual_work)), director=owner.pay_paid,
        vat=p.vat.paid - p.vat.received, contributions=owner.fund.paid, tax=owner.taxes.paid,
        equipment=total(*(thing.paid for thing in things), *(lease.down_paid for lease in money.leases)),
        sold=total(*(thing.proceeds + thing.sale_vat for thing in things)),
        deposits=total(*(d.paid - d.returned for d in money.deposits)),
        own_money=total(*(m.brought_in for m in money.own_money)),
        cooperative=p.trade.test_phase.paid_out if p.trade.test_phase else NOTHING,
        investment_grants=total(*(g.received for g in money.capital_grants)),
        loans=total(*(loan.drawn for loan in money.loans)), repaid=total(*(loan.repaid for loan in money.loans)),
        interest=total(*(loan.interest_paid for loan in money.loans), *(loan.fee_paid for loan in money.loans)),
        lease_terms=total(*(lease.service for lease in money.leases)), overdraft=money.overdraft.interest,
        draw=owner.draw)


def balance_sheet(p: Parts, profit: Profit, flow: CashFlow, position: Position) -> tuple[Equity, BalanceSheet]:
    """What there is and who has a claim on it."""
    money, spent, owner, bought = p.money, p.spent, p.owner, p.trade.purchases
    equity = Equity(
        "equity", opening_cash=money.overdraft.opening_cash, opening_stock=total(*(b.opening_stock for b in bought)),
        opening_debts=total(*(loan.opening for loan in money.loans)), first=position.first, own_money=flow.own_money,
        cooperative=flow.cooperative, in_kind=total(*(thing.in_kind_value for thing in spent.equipment.values())),
        result=profit.result, draw=flow.draw, private=total(*(c.private for c in spent.costs)))
    sheet = BalanceSheet(
        "balance_sheet", equipment=total(*(thing.value for thing in spent.equipment.values())),
        leased=total(*(x.value for x in money.leased)), deposits=total(*(d.held for d in money.deposits)),
        stock=total(*(b.value for b in bought)), advances=total(*(b.advances for b in bought)),
        receivables=total(*(s.owed for s in p.trade.sales)), vat_claim=p.vat.claim,
        contributions_owed=owner.contributions_owed, tax_owed=owner.taxes.owed,
        paid_ahead=total(*(c.ahead for c in spent.costs)), cash=money.overdraft.cash, contributed=equity.contributed,
        retained=equity.retained, grants=total(*(g.waiting for g in money.capital_grants)),
        borrowed=total(*(debt.debt for debt in money.debts)),
        short_debt=total(*(debt.within_year for debt in money.debts)), suppliers=total(*(b.owed for b in bought)),
        vat_debt=p.vat.debt, wages_owed=total(*(x.owed for x in spent.employees), owner.pay_owed),
        accrued=total(*(loan.accrued for loan in money.loans)))
    return equity, sheet


def ratios(p: Parts, profit: Profit, flow: CashFlow) -> tuple[BreakEven, Capacity]:
    """The monthly ratios."""
    t, owner = p.start.timeline, p.owner
    variable: Term = total(profit.goods, profit.commissions, profit.bad_debts)
    break_even = BreakEven(
        "break_even", revenue=profit.revenue, variable=variable,
        running=profit.running_costs - profit.commissions - profit.bad_debts, depreciation=profit.depreciation,
        financial=profit.financial, contributions=profit.contributions, tax=profit.tax, service=flow.debt_service,
        draw=flow.draw, month=t.month, trading=t.trading, judged=t.judged)
    capacity = Capacity(
        "capacity", operating=flow.operating, incomes=p.home.whole.incomes, outgoings=p.home.whole.outgoings,
        director_net=owner.pay_net, service=flow.debt_service)
    return break_even, capacity


def year_ratios(p: Parts, profit: Profit, flow: CashFlow, sheet: BalanceSheet, break_even: BreakEven,
                capacity: Capacity) -> YearRatios:
    """The ratios of each year."""
    home = p.home.whole
    repaid = flow.repaid + total(*(lease.repaid for lease in p.money.leases))
    return YearRatios(
        "year_ratios", revenue=profit.revenue, variable=break_even.variable, fixed=break_even.fixed,
        to_live=break_even.to_live, gross_margin=profit.gross_margin, result=profit.result,
        depreciation=profit.depreciation, financial=profit.financial, service=flow.debt_service, repaid=repaid,
        draw=flow.draw, capacity=capacity.capacity, incomes=home.incomes, outgoings=home.outgoings,
        private_debts=home.instalments, director_net=capacity.director_net, equity=sheet.equity, assets=sheet.assets,
        current=sheet.current, short=sheet.short)
