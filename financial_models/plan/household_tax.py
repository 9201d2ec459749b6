"""The income tax of a sole trader's household: with the business, less without it."""

from __future__ import annotations

from .. import law
from ..assumptions import Assumptions
from ..blocks.household import TaxStatus, YearIncome
from ..blocks.income_tax import BusinessTax, HouseholdTax, Losses, Prepayments, Scale, Spouses
from ..blocks.legal import LegalAmount
from ..blocks.settlement import IncomeTaxSettlement
from ..language import Block, Line, Term
from .beginning import Beginning
from .family import Family
from .spending import Spending
from .taxes import TaxBook, Taxes

TAX = "personal_income_tax"


def household_tax(a: Assumptions, start: Beginning, home: Family, spent: Spending, expected: Line) -> Taxes:
    """Tax with the business less tax without it; the family's other incomes fill the lower steps of the scale first."""
    t, own, book = start.timeline, a.income_tax, TaxBook(a, start)
    mine = _year_income(start, "own_income", "Other own income", home.taxable("own"), own.own_earned_before)
    partner = _year_income(start, "partner_income", "Partner", home.taxable("partner"), own.partner_earned_before)
    status = TaxStatus("tax_status", married=float(own.married), municipal_rate=own.municipal_rate)
    losses = Losses("losses", expected=expected, own_other=mine.expected, partner=partner.expected,
                    married=status.married, brought=own.losses_brought, granted=book.investment_deduction(spent),
                    trading=t.trading, december=t.december)
    book.blocks += [status, mine, partner, losses]
    free = (free_sum(book, "own"), free_sum(book, "partner"))
    with_it = tax_of(book, status, "with", "With the business", losses.own, losses.partner_left, free)
    without = tax_of(book, status, "without", "Without the business", mine.expected, partner.expected, free)
    prepayments = book.prepayments(
        Prepayments, with_it.before_municipal - without.before_municipal, own.prepayment, "natural_person",
        start.law("prepayments.starter_years") if a.self_employment.category == "main" else 0.0, 0.0)
    settlement = IncomeTaxSettlement("income_tax.settlement", heading="Income tax", years=own.assessed_after,
                                     due_month=own.assessed_month, of_year=t.of_year, january=t.january)
    return book.business_tax(BusinessTax, settlement, prepayments, with_it.whole, without.whole)


def _year_income(start: Beginning, name: str, heading: str, income: Term, before: float) -> YearIncome:
    t = start.timeline
    return YearIncome(name, heading=heading, income=income, before=before, of_year=t.of_year, january=t.january)


def tax_of(book: TaxBook, status: TaxStatus, name: str, heading: str, own: Line, partner: Line,
           free: tuple[Line, Line]) -> HouseholdTax:
    """The tax of a year on two incomes."""
    figure, choice = book.start.law, book.a.income_tax
    spouses = Spouses(f"income_tax.{name}.spouses", heading=heading, own=own, partner=partner, married=status.married,
                      quotient_share=figure(f"{TAX}.marital_quotient_share"),
                      quotient_cap=figure(f"{TAX}.marital_quotient_cap"))
    scale = book.start.scale(f"{TAX}.scale")
    mine = Scale(f"income_tax.{name}.own", heading=f"{heading}, own income", amount=spouses.own_taxed, **scale)
    theirs = Scale(f"income_tax.{name}.partner", heading=f"{heading}, partner's income", amount=spouses.partner_taxed,
                   **scale)
    tax = HouseholdTax(
        f"income_tax.{name}.tax", heading=heading, own_scale=mine.tax, partner_scale=theirs.tax, own_free=free[0],
        partner_free=free[1], married=status.married, autonomy=figure(f"{TAX}.autonomy_factor"),
        regional_rate=figure(f"{TAX}.regional_rate.{choice.region}"), municipal_rate=status.municipal_rate)
    blocks: list[Block] = [spouses, mine, theirs, tax]
    book.blocks += blocks
    return tax


def free_sum(book: TaxBook, whose: str) -> Line:
    """The value of a tax-free sum; the supplements for dependants go to the entrepreneur's."""
    amount: Line | Term = book.start.law(f"{TAX}.tax_free_sum")
    if whose == "own":
        amount = amount + book.start.figure(f"{TAX}.supplements", LegalAmount, supplements(book),
                                            "Supplements for dependants")
    heading = "Own tax-free sum" if whose == "own" else "Tax-free sum of the partner"
    block = Scale(f"income_tax.free.{whose}", heading=heading, amount=amount,
                  **book.start.scale(f"{TAX}.tax_free_scale"))
    book.blocks.append(block)
    return block.tax


def supplements(book: TaxBook) -> list[float]:
    """The supplements to the tax-free sum in each calendar year, for children and others who are dependent."""
    own, span = book.a.income_tax, book.start.span
    counted = {"child_under_three": own.children_under_three, "other_dependant": own.other_dependants,
               "single_parent": int(own.single_parent and own.children > 0), "disabled_taxpayer": int(own.disabled)}
    if own.children:
        most = len(CHILDREN)
        counted[CHILDREN[min(int(own.children), most) - 1]] = 1
        counted["child_further"] = max(own.children - most, 0)
    answer = [0.0] * span.calendar_years
    for key, times in counted.items():
        if times:
            figures = law.years(f"{TAX}.{key}", span.year, book.start.last_year, reforms=book.start.reforms)
            answer = [sum_so_far + times * figure for sum_so_far, figure in zip(answer, figures, strict=True)]
    return answer


CHILDREN = ("children_1", "children_2", "children_3", "children_4")
