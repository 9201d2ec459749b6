"""Equipment: what it costs with its VAT, how it is written off, and what is left when it is sold."""

from __future__ import annotations

from datetime import date
from typing import Any

from .. import assumptions
from ..language import FLAG, MONEY, MONTHS, NUMBER, PERCENT, YEARS, Balance, Block, Input, Line, Span, larger, smaller
from ..law import rate
from .timeline import Timeline


class Equipment(Block):
    """A thing that lasts is a cost over its life, in equal parts, from the month in which it is bought.

    VAT that cannot be deducted is part of what it cost.  A company writes off the first year by its months; a
    sole trader may take a whole year's part in the calendar year of the purchase, here spread over the months that
    are left of it, but not in the calendar year in which the business itself starts (Commentary on the Income Tax
    Code, art. 61).  It ends exactly at the residual value.  In the month of a sale the book value goes out;
    proceeds are without VAT, which is due in the share in which VAT was deducted.
    """

    chapter = "Equipment"

    price = Input("Price", MONEY, low=0)
    includes_vat = Input("The price includes VAT", FLAG, said=("The price includes VAT.", "The price is without VAT."))
    vat_rate = Input("VAT rate", PERCENT, low=0, high=1)
    vat_deductible = Input("Share of the VAT that may be deducted", PERCENT, low=0, high=1)
    tax_deductible = Input("Share that lowers the taxable profit", PERCENT, low=0, high=1)
    life = Input("Life", YEARS, low=1, high=50)
    residual = Input("Value at the end of its life", MONEY, low=0)
    first = Input("Month in which it is bought", NUMBER, low=1, high=60)
    sale_month = Input("Month in which it is sold (0: not)", NUMBER, low=0, high=60)
    sale_price = Input("Sale price without VAT", MONEY, low=0)
    is_new = Input("Counts for the investment deduction", FLAG,
                   said=("It counts for the investment deduction.", "It does not count for the investment deduction."))
    whole_year = Input("A whole year is written off in the first year", FLAG,
                       said=("In the first year a whole year is written off.",
                             "In the first year only the months of use are written off."))
    start_excepted = Input("But not in the year of the own start", FLAG,
                           said=("In the year of the own start only the months of use are written off.",
                                 "The year of the own start is written off as any other."))
    month = Input("Month of the plan", NUMBER)
    of_year = Input("Month of the year", NUMBER)
    january = Input("First month of a calendar year", FLAG)
    years_started = Input("Calendar years since the own start", NUMBER)
    deducts = Input("VAT is deducted", FLAG)

    arriving = Line("It is bought", FLAG, month.equals(first),
                    said=("It is bought this month.", "It is not bought this month."))
    owned = Line("It has been bought", FLAG, month >= first,
                 said=("It has been bought.", "It has not been bought yet."))
    sold = Line("It is sold", FLAG, month.equals(sale_month) * owned,
                said=("It is sold this month.", "It is not sold this month."))
    gross = Line("Price with VAT", MONEY, round(price * (1 + vat_rate * (1 - includes_vat)), 2), yearly="none")
    net = Line("Price without VAT", MONEY, round(gross / (1 + vat_rate), 2), yearly="none")
    paid = Line("Paid with VAT", MONEY, gross * arriving)
    vat = Line("VAT paid", MONEY, (gross - net) * arriving)
    vat_back = Line("VAT that is deducted", MONEY, round(vat * vat_deductible, 2) * deducts)
    bought = Line("Bought, with the VAT that is not deducted", MONEY, gross * arriving - vat_back)
    new_investment = Line("Bought, for the investment deduction", MONEY, bought * is_new)

    early = Line("In or before the year of the own start", FLAG, (years_started <= 1) * start_excepted,
                 said=("The year of the own start is not over.", "The year of the own start is over."))
    whole = Line("The first part is a whole year's", FLAG, arriving * whole_year * (1 - early),
                 said=("A whole year's part is written off this year.", "No first part of a whole year begins."))
    months_left = Line("Months left in the first year", MONTHS, (12 - of_year + 1) * whole)
    spread = Balance("Months over which the first year is spread", MONTHS)
    year_over = Line("Months of the first year, over", MONTHS, spread.opening * january)
    spread.moves(+months_left, -year_over)
    parts = Line("Months over which this year's part is spread", MONTHS, spread + 12 * spread.equals(0))

    cost = Balance("What it cost", MONEY)
    gone = Line("Cost of what is sold", MONEY, (cost.opening + bought) * sold)
    value = Balance("Book value", MONEY)
    to_write_off = Line("To be written off over its life", MONEY, larger(cost.opening + bought - residual, 0),
                        yearly="none")
    remaining = Line("Still to be written off", MONEY, larger(value.opening + bought - residual, 0), yearly="first")
    written_off = Line("Depreciation", MONEY, smaller(remaining, to_write_off / life / parts))
    tax_written_off = Line("Depreciation that lowers the taxable profit", MONEY, written_off * tax_deductible)
    book_out = Line("Book value of what is sold", MONEY, (value.opening + bought - written_off) * sold)
    cost.moves(+bought, -gone)
    value.moves(+bought, -written_off, -book_out)

    deducted = Balance("VAT deducted on it", MONEY)
    deducted.moves(+vat_back)
    proceeds = Line("Sale price received, without VAT", MONEY, sale_price * sold)
    sale_taxed = Line("VAT is due on the sale", FLAG, deducted.opening.passes(0) * deducts,
                      said=("VAT was deducted, so it is due on a sale.", "No VAT is due on a sale."))
    sale_vat = Line("VAT on the sale", MONEY, round(proceeds * vat_rate * vat_deductible, 2) * sale_taxed)
    gain = Line("Gain on the sale (loss: below 0)", MONEY, proceeds - book_out)
    in_kind_value = Line("Brought in by the entrepreneur", MONEY, 0)


class BroughtIn(Equipment):
    """What the entrepreneur already owns: it comes in at its value, for no payment."""

    paid = Line("Paid with VAT", MONEY, 0)
    in_kind_value = Line("Brought in by the entrepreneur", MONEY, Equipment.bought)


class Leased(Equipment):
    """A leased thing: it comes in at its price (heading 25), and is paid for by the terms of the lease."""

    paid = Line("Paid with VAT", MONEY, 0)


def equipment_block(thing: assumptions.Equipment, timeline: Timeline, deducts: Line | float, sole_trader: bool,
                    span: Span) -> Equipment:
    """The rows of a thing; ``deducts`` is 1 in the months in which the business deducts and charges VAT.

    What is brought in has no VAT.  Cars, known by the limit on their deduction, give no investment deduction.
    """
    kind = BroughtIn if thing.in_kind else Equipment
    is_new = not (thing.second_hand or thing.in_kind or thing.tax_deductible < 1)
    return kind(
        f"equipment.{thing.id}", thing.name, price=thing.price, includes_vat=float(thing.includes_vat),
        vat_rate=0.0 if thing.in_kind else thing.vat_rate, vat_deductible=thing.vat_deductible,
        tax_deductible=thing.tax_deductible, life=thing.life_years, residual=thing.residual, first=thing.month,
        sale_month=thing.sale_month, sale_price=thing.sale_price, is_new=float(is_new), deducts=deducts,
        **calendar(timeline), **first_year(sole_trader, span))


def leased_block(lease: assumptions.Lease, timeline: Timeline, sole_trader: bool, span: Span) -> Leased:
    """The rows of the thing that is leased: its price without VAT, written off like any other."""
    return Leased(
        f"leased.{lease.id}", lease.name, heading="thing in use", price=lease.price, includes_vat=0.0, vat_rate=0.0,
        vat_deductible=0.0, tax_deductible=1.0, life=lease.life_years, residual=0.0, first=lease.month, sale_month=0,
        sale_price=0.0, is_new=0.0, deducts=0.0, **calendar(timeline), **first_year(sole_trader, span))


def calendar(timeline: Timeline) -> dict[str, Any]:
    """The lines of the calendar by which a thing is bought and written off."""
    return {"month": timeline.month, "of_year": timeline.of_year, "january": timeline.january,
            "years_started": timeline.years_started}


def first_year(sole_trader: bool, span: Span) -> dict[str, Any]:
    """How the law lets the first year be written off."""
    on = date(span.year, span.month, 1)
    whole = rate("depreciation.sole_trader_full_first_year", on)
    return {"whole_year": whole if sole_trader else 0.0,
            "start_excepted": rate("depreciation.sole_trader_pro_rata_in_year_of_start", on)}
