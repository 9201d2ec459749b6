"""What the tax of a sole trader and that of a company have in common: prepayments, the assessment, its payment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..assumptions import Assumptions
from ..blocks.income_tax import BusinessTax, InvestmentDeduction, Prepayments
from ..blocks.settlement import Settlement
from ..language import Block, Line, Term, total
from .beginning import Beginning
from .spending import Spending

INSTALMENTS = (1, 2, 3, 4)


@dataclass
class Taxes:
    """The blocks of tax: what is charged to a month, what is paid in it, what is owed in all."""

    settlement: Settlement
    prepayments: Prepayments
    tax: BusinessTax
    blocks: list[Block] = field(default_factory=list)

    @property
    def paid(self) -> Term:
        """Assessments and prepayments of the month."""
        return self.settlement.paid + self.prepayments.paid

    @property
    def owed(self) -> Term:
        """What all years together still owe (below 0: are owed)."""
        return self.settlement.running + self.settlement.older


@dataclass
class TaxBook:
    """What both kinds of tax need."""

    a: Assumptions
    start: Beginning
    blocks: list[Block] = field(default_factory=list)

    def investment_deduction(self, spent: Spending) -> Line:
        """The investment deduction of what is bought this month, where it was chosen."""
        new = total(*(thing.new_investment for thing in spent.equipment.values()))
        block = InvestmentDeduction("investment_deduction", bought=new,
                                    rate=self.start.law("depreciation.investment_deduction.basic"),
                                    chosen=float(self.a.income_tax.investment_deduction))
        self.blocks.append(block)
        return block.granted

    def prepayments(self, kind: type[Prepayments], tax: Term, each: float, who: str, starter_years: Line | float,
                    earlier_years: float) -> Prepayments:
        """Prepayments and the surcharge for too little of them; ``who`` is natural_person or company."""
        t, figure = self.start.timeline, self.start.law
        due: dict[str, Any] = {f"due_{n}": figure(f"prepayments.due_month.{n}") for n in INSTALMENTS}
        credit = "prepayments.company_credit" if who == "company" else "prepayments.credit"
        credits: dict[str, Any] = {f"credit_{n}": figure(f"{credit}.{n}") for n in INSTALMENTS}
        block = kind(
            "prepayments", tax=tax, each=each, rate=figure(f"prepayments.surcharge_rate.{who}"),
            factor=figure("prepayments.base_factor"),
            limit=figure("prepayments.limit_factor") if who == "natural_person" else 1.0,
            small_share=figure("prepayments.minimum_share"), tolerance=figure("prepayments.tolerance"),
            starter_years=starter_years, earlier_years=earlier_years, years_started=t.years_started, of_year=t.of_year,
            months_so_far=t.months_so_far, trading=t.trading, january=t.january, **due, **credits)
        self.blocks.append(block)
        return block

    def business_tax(self, kind: type[BusinessTax], settlement: Settlement, prepayments: Prepayments,
                     with_business: Line, without: Line | float) -> Taxes:
        """The tax of the year, charged by the month and settled by the assessment."""
        t = self.start.timeline
        tax = kind("business_tax", with_business=with_business, without=without, surcharge=prepayments.surcharge,
                   prepaid=prepayments.year, paid_ahead=prepayments.paid, months_so_far=t.months_so_far,
                   in_year=t.in_year, settled=settlement.running.opening, closed=settlement.closed)
        settlement.running.moves(+tax.bill, -settlement.closed)
        self.blocks += [tax, settlement]
        return Taxes(settlement, prepayments, tax, self.blocks)
