"""The owner, sole trader or director of a BV: what is paid to the fund and the state, what the family takes."""

from __future__ import annotations

from dataclasses import dataclass

from ..assumptions import Assumptions
from ..blocks.profit import Earnings
from ..blocks.taxable import ProfessionalIncome, TaxableResult
from ..language import Block, Line, Number, Term
from . import company
from .beginning import Beginning
from .contributions import Contributions, contributions, settle
from .family import Family
from .household_tax import TAX, household_tax
from .spending import Spending
from .taxes import Taxes

NOTHING = Number(0)


@dataclass
class Owner:
    """What the statements need to know of the owner.

    Of a director: ``pay_cost`` is the gross pay, ``pay_paid`` what leaves the bank for it (the contributions
    apart), ``pay_net`` what the family gets, ``draw`` what it takes before the company runs.  Of a sole trader the
    first three are nothing and ``draw`` is what is taken.
    """

    blocks: list[Block]
    taxes: Taxes
    fund: Contributions
    contributions_cost: Term
    contributions_owed: Term
    draw: Term
    pay_cost: Term = NOTHING
    pay_paid: Term = NOTHING
    pay_net: Term = NOTHING
    pay_owed: Term = NOTHING
    company_contribution: Term = NOTHING


def owner(a: Assumptions, start: Beginning, earned: Earnings, spent: Spending, home: Family) -> Owner:
    """The owner by legal form."""
    result = taxable_result(earned)
    kind = sole_trader if a.legal_form == "sole_trader" else director
    return kind(a, start, result, spent, home)


def taxable_result(e: Earnings) -> TaxableResult:
    """What the tax looks at each month."""
    return TaxableResult(
        "taxable", revenue=e.revenue, grants=e.grants, gains=e.gains, goods=e.goods, cost_lines=e.deductible_lines,
        commissions=e.commissions, wages=e.wages, depreciation=e.deductible_depreciation, bad_debts=e.bad_debts,
        loan_costs=e.loan_costs, overdraft=e.overdraft, lost_vat=e.lost_vat)


def sole_trader(a: Assumptions, start: Beginning, result: TaxableResult, spent: Spending, home: Family) -> Owner:
    """Contributions and tax on the profit; the family draws what it needs."""
    fund = contributions(a, start)
    income = professional_income(a, start, fund, +result.gross, +result.costs, float(a.income_tax.lump_sum))
    charge = settle(fund, income.expected)
    taxes = household_tax(a, start, home, spent, income.expected)
    return Owner([result, *fund.blocks, income, *taxes.blocks], taxes, fund, contributions_cost=+charge.cost,
                 contributions_owed=fund.owed, draw=+home.whole.need)


def director(a: Assumptions, start: Beginning, result: TaxableResult, spent: Spending, home: Family) -> Owner:
    """Pay that follows the need of the family; its contributions are the director's own, the tax the company's.

    Before the company runs it pays nobody: what the family needs until then is drawn.
    """
    fund = contributions(a, start)
    paid = company.director(a, start, home, fund)
    income = professional_income(a, start, fund, +paid.pay.income, NOTHING, 0.0)
    settle(fund, income.expected)
    contribution = company.company_contribution(a, start)
    profit = result.profit - paid.pay.gross - contribution.paid
    taxes = company.corporate_tax(a, start, paid.pay, profit, spent)
    blocks = [result, *fund.blocks, *paid.blocks, income, contribution, *taxes.blocks]
    return Owner(blocks, taxes, fund, contributions_cost=NOTHING, contributions_owed=NOTHING,
                 draw=home.whole.need * (1 - start.timeline.trading), pay_cost=+paid.pay.gross,
                 pay_paid=paid.pay.net_paid + paid.pay.withheld_paid, pay_net=+paid.pay.net_paid,
                 pay_owed=+paid.pay.owed, company_contribution=+contribution.paid)


def professional_income(a: Assumptions, start: Beginning, fund: Contributions, gross: Line | Term, costs: Term,
                        lump_sum: float) -> ProfessionalIncome:
    """The professional income of each calendar year."""
    t, law = start.timeline, start.law
    return ProfessionalIncome(
        "professional_income", gross=gross, costs=costs, contributions=fund.paid, lump_chosen=lump_sum,
        lump_share=law(f"{TAX}.lump_sum_rate"), lump_cap=law(f"{TAX}.lump_sum_cap"), january=t.january,
        months_so_far=t.months_so_far, in_year=t.in_year)
