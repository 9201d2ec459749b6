"""The owner of a BV: pay that follows the family's need, and the company's own tax."""

from __future__ import annotations

from dataclasses import dataclass

from ..assumptions import Assumptions
from ..blocks.corporate_tax import (
    CompanyContribution,
    CompanyTax,
    CompanyYear,
    CorporatePrepayments,
    CorporateTax,
    DirectorPay,
    NetSteps,
)
from ..blocks.settlement import CorporateTaxSettlement
from ..language import Block, Term
from .beginning import Beginning
from .contributions import Contributions
from .family import Family
from .household_tax import TAX, free_sum
from .spending import Spending
from .taxes import TaxBook, Taxes


@dataclass
class Director:
    """The pay of the director, and the blocks it takes."""

    pay: DirectorPay
    blocks: list[Block]


def director(a: Assumptions, start: Beginning, home: Family, fund: Contributions) -> Director:
    """The gross pay whose net is what the family needs, with the own contributions on top."""
    book, figure = TaxBook(a, start), start.law
    scale = start.scale(f"{TAX}.scale")
    free = free_sum(book, "own")
    own = a.income_tax
    steps = NetSteps(
        "director.steps",
        up_to_1=scale["up_to_1"], up_to_2=scale["up_to_2"], up_to_3=scale["up_to_3"],
        rate_1=scale["rate_1"], rate_2=scale["rate_2"], rate_3=scale["rate_3"], rate_4=scale["rate_4"],
        free=free, autonomy=figure(f"{TAX}.autonomy_factor"), regional_rate=figure(f"{TAX}.regional_rate.{own.region}"),
        municipal_rate=own.municipal_rate, lump_rate=figure(f"{TAX}.lump_sum_director_rate"),
        lump_cap=figure(f"{TAX}.lump_sum_director_cap"))
    pay = DirectorPay(
        "director", need=home.whole.need, contributions=fund.paid, trading=start.timeline.trading, pay=steps.pay,
        net_0=steps.net_0, net_1=steps.net_1, net_2=steps.net_2, net_3=steps.net_3, net_4=steps.net_4,
        left_1=steps.left_1, left_2=steps.left_2, left_3=steps.left_3, left_4=steps.left_4, left_5=steps.left_5)
    return Director(pay, [*book.blocks, steps, pay])


def corporate_tax(a: Assumptions, start: Beginning, paid: DirectorPay, profit: Term, spent: Spending) -> Taxes:
    """The tax of the company on its result after the director's pay."""
    t, own, figure, book = start.timeline, a.company, start.law, TaxBook(a, start)
    year = CompanyYear("company_year", profit=profit, pay=paid.gross, january=t.january, months_so_far=t.months_so_far,
                       in_year=t.in_year)
    tax = CorporateTax(
        "corporate_tax", expected=year.expected, pay=year.expected_pay, brought=own.losses_brought,
        granted=book.investment_deduction(spent), may_reduce=float(own.reduced_rate),
        minimum_pay=figure("company.minimum_director_pay"),
        exempt_years=figure("company.minimum_director_pay_exempt_years"), earlier_years=own.years_before,
        years_started=t.years_started, standard=figure("corporate_tax.rate_standard"),
        reduced=figure("corporate_tax.rate_reduced"), reduced_up_to=figure("corporate_tax.reduced_up_to"),
        december=t.december)
    book.blocks += [year, tax]
    prepayments = book.prepayments(CorporatePrepayments, +tax.tax, own.prepayment, "company",
                                   figure("prepayments.company_starter_years"), own.years_before)
    settlement = CorporateTaxSettlement("corporate_tax.settlement", heading="Corporate tax", years=own.assessed_after,
                                        due_month=own.assessed_month, of_year=t.of_year, january=t.january)
    return book.business_tax(CompanyTax, settlement, prepayments, tax.tax, 0.0)


def company_contribution(a: Assumptions, start: Beginning) -> CompanyContribution:
    """The yearly contribution of companies."""
    t, figure = start.timeline, start.law
    exempt = figure("company.yearly_contribution_exempt_years") if a.company.contribution_exempt else 0.0
    return CompanyContribution(
        "company_contribution", amount=figure("company.yearly_contribution"), exempt_years=exempt,
        years_started=t.years_started, trading=t.trading, due_month=figure("company.yearly_contribution_month"),
        of_year=t.of_year)
