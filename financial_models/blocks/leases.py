"""Finance leases: a thing that is used and written off from the first day, and paid for in terms."""

from __future__ import annotations

from .. import assumptions
from ..language import FLAG, MONEY, PERCENT, Input, Line, Span
from .loans import AnnuityLoan, Loan, rounded, shares_drawn


class FinanceLease(AnnuityLoan):
    """The price less the down payment is a debt (heading 172), paid off in equal terms with VAT on each.

    The capital in the terms brings the debt down to the purchase option, which is paid together with the last term.
    What is drawn is no cash: it is the part of the thing that is still to be paid for, so that the thing comes in
    for ``drawn`` and ``down_paid`` together.  VAT that cannot be deducted is a cost of the month.
    """

    down_payment = Input("Down payment", MONEY, low=0)
    option = Input("Purchase option, paid at the end", MONEY, low=0)
    vat_rate = Input("VAT rate on the terms", PERCENT, low=0, high=1)
    vat_deductible = Input("Share of the VAT that may be deducted", PERCENT, low=0, high=1)
    deducts = Input("VAT is deducted", FLAG)

    financed = Line("Debt to be paid by equal terms", MONEY, Loan.debt.opening - option / AnnuityLoan.growth,
                    yearly="last")
    agreed = Line("Payment if fixed now", MONEY, rounded(financed * AnnuityLoan.factor, Loan.decimals), yearly="last")
    down_paid = Line("Down payment made", MONEY, down_payment * Loan.age.equals(0))
    taxed = Line("Paid this month, without VAT", MONEY, down_paid + Loan.service)
    vat = Line("VAT on what is paid", MONEY, round(taxed * vat_rate, 2))
    vat_back = Line("VAT that is deducted", MONEY, round(vat * vat_deductible, 2) * deducts)
    lost_vat = Line("VAT that is not deducted", MONEY, vat - vat_back)
    paid = Line("Paid this month, with VAT", MONEY, taxed + vat)


def lease_block(lease: assumptions.Lease, month: Line, deducts: Line | float, span: Span) -> FinanceLease:
    """The rows of a lease; ``deducts`` is 1 in the months in which the business deducts VAT."""
    return FinanceLease(
        f"lease.{lease.id}", lease.name, amount=lease.price - lease.down_payment, opening=0.0, credit_share=1.0,
        rate=lease.rate, actuarial=0.0, months=lease.months, grace=0, decimals=2, fee=0.0, fee_cap=0.0,
        first=lease.month, part=shares_drawn(((lease.month, 1.0),), span), month=month,
        down_payment=lease.down_payment, option=lease.purchase_option, vat_rate=lease.vat_rate,
        vat_deductible=lease.vat_deductible, deducts=deducts)
