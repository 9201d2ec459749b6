"""Loans: what is drawn, what it costs each month, and how it is paid back."""

from __future__ import annotations

from .. import assumptions
from ..language import (
    FLAG,
    MONEY,
    MONTHS,
    NUMBER,
    PERCENT,
    RATIO,
    Balance,
    Block,
    Input,
    Line,
    Monthly,
    Number,
    Span,
    Term,
    larger,
    smaller,
)


def rounded(amount: Term, decimals: Line) -> Term:
    """An amount to as many decimals as a line says."""
    return amount.__round__(decimals)


class Loan(Block):
    """Interest each month on what was owed when the month began; the capital at the end.

    Everything is paid in arrears: what is drawn in one month bears its first interest in the next.  Interest is
    rounded to the cent, and the last payment settles whatever is still owed.  A debt that is older than the plan
    opens with ``opening`` and counts its months from the first one of the plan.
    """

    chapter = "Loans"

    amount = Input("Amount borrowed", MONEY, low=0)
    credit_share = Input("Share of the amount that is granted", PERCENT, low=0, high=1)
    opening = Input("Owed before the plan", MONEY, low=0)
    rate = Input("Yearly interest rate", PERCENT, low=0, high=1)
    actuarial = Input("The monthly rate compounds to the yearly one", FLAG, structure=True,
                      said=("The monthly rate compounds to the yearly one.",
                            "The monthly rate is a twelfth of the yearly one."))
    months = Input("Months from the first drawing to the last payment", MONTHS, low=1, high=480)
    grace = Input("Months without repayment of capital", MONTHS, low=0, high=479)
    decimals = Input("Decimals of the instalment", NUMBER, structure=True)
    fee = Input("File fee, share of the amount", PERCENT, low=0, high=1)
    fee_cap = Input("File fee, at most (0: no limit)", MONEY, low=0)
    first = Input("Month of the first drawing (0: before the plan)", NUMBER, structure=True)
    month = Input("Month of the plan", NUMBER)
    part = Monthly("Share drawn this month", PERCENT, 0.0, structure=True)

    age = Line("Months since the first drawing", MONTHS, month - first)
    last = Line("Last payment", FLAG, age.equals(months),
                said=("This is the last payment of the loan.", "This is not the last payment of the loan."))
    twelfth = Line("A twelfth of the yearly rate", PERCENT, rate / 12)
    compounding = Line("Monthly rate that compounds to the yearly one", PERCENT, (1 + rate) ** (Number(1) / 12) - 1)
    monthly_rate = Line("Monthly interest rate", PERCENT, twelfth * (1 - actuarial) + compounding * actuarial)
    granted = Line("Amount granted", MONEY, round(amount * credit_share, 2), yearly="none")
    drawn = Line("Loan received", MONEY, granted * part)
    whole_fee = Line("File fee before its limit", MONEY, round(granted * fee, 2), yearly="none")
    fee_agreed = Line("File fee", MONEY, smaller(whole_fee, larger(fee_cap, whole_fee * fee_cap.equals(0))),
                      yearly="none")
    fee_paid = Line("File fee paid", MONEY, fee_agreed * age.equals(0))

    debt = Balance("Capital owed", MONEY, start=opening)
    interest = Line("Interest of the month", MONEY, round(debt.opening * monthly_rate, 2))
    interest_paid = Line("Interest paid", MONEY, interest)
    repaid = Line("Capital repaid", MONEY, debt.opening * last)
    service = Line("Instalment paid, interest and capital", MONEY, interest_paid + repaid)
    debt.moves(+drawn, -repaid)
    borrowed = Balance("Amount drawn so far", MONEY, start=opening)
    borrowed.moves(+drawn)
    year_repaid = Line("Capital repaid in the next twelve months", MONEY,
                       debt - debt.after(12) + borrowed.after(12) - borrowed, yearly="last")
    within_year = Line("Capital due within a year", MONEY, smaller(debt, larger(year_repaid, 0)), yearly="last")
    accrued = Line("Interest owed, not yet due", MONEY, 0, yearly="last")


class BulletLoan(Loan):
    """Capital and interest are paid together at the end.

    Interest is owed on the capital alone, unless the monthly rate compounds: then also on the interest owed, which
    is what that convention means.
    """

    accrued = Balance("Interest owed, not yet due", MONEY)
    bearing = Line("Amount that bears interest", MONEY, Loan.debt.opening + accrued.opening * Loan.actuarial,
                   yearly="last")
    interest = Line("Interest of the month", MONEY, round(bearing * Loan.monthly_rate, 2))
    interest_paid = Line("Interest paid", MONEY, (accrued.opening + interest) * Loan.last)
    accrued.moves(+interest, -interest_paid)


class InstalmentLoan(Loan):
    """Capital is repaid month by month after the grace; each kind says by how much.

    The payment (of capital, or of both in an annuity) is fixed when repayment begins, and again after each later
    drawing.
    """

    repaying = Line("Capital is repaid", FLAG, Loan.age.between(Loan.grace + 1, Loan.months),
                    said=("Capital is repaid this month.", "No capital is repaid this month."))
    left = Line("Payments still to come, this one included", NUMBER, larger(Loan.months + 1 - Loan.age, 1))
    begins = Line("Repayment begins", FLAG, Loan.age.equals(Loan.grace + 1),
                  said=("Repayment begins this month.", "Repayment does not begin this month."))
    fixing = Line("The payment is fixed", FLAG, repaying * smaller(1, begins + Loan.drawn.before(1).passes(0)),
                  said=("The payment is fixed this month.", "The payment stays as it was."))
    agreed = Line("Payment if fixed now", MONEY, rounded(Loan.debt.opening / left, Loan.decimals), yearly="last")
    fixed = Balance("Payment as fixed", MONEY)
    change = Line("Change of the payment", MONEY, (agreed - fixed.opening) * fixing)
    fixed.moves(+change)
    capital_due = Line("Capital in the payment", MONEY, fixed, yearly="last")
    settled = Line("Capital settled with the last payment", MONEY, Loan.debt.opening * Loan.last)
    repaid = Line("Capital repaid", MONEY, smaller(Loan.debt.opening, capital_due) * (repaying - Loan.last) + settled)


class LinearLoan(InstalmentLoan):
    """The same capital every month, and interest on what is left: the payments fall."""


class FlatLoan(InstalmentLoan):
    """The same capital every month, and interest on the first amount throughout, however much is repaid.

    The rate looks lower than it is: of what is owed on average it is nearly the double.  Of a debt that is older
    than the plan the first amount is not known: interest is then on what is owed when the plan begins.
    """

    running = Line("The loan runs", FLAG, Loan.age.between(1, Loan.months),
                   said=("The loan runs this month.", "The loan does not run this month."))
    interest = Line("Interest of the month", MONEY, round(Loan.borrowed.opening * Loan.monthly_rate, 2) * running)


class AnnuityLoan(InstalmentLoan):
    """The same payment every month, of which ever more is capital; without interest it is linear.

    Instalment = debt × i ÷ (1 − (1 + i)^−n), for the monthly rate i and the n payments still to come.
    """

    growth = Line("What a euro grows to until the last payment", RATIO, (1 + Loan.monthly_rate) ** InstalmentLoan.left)
    even = Line("Payment for one euro without interest", RATIO, growth.equals(1) / InstalmentLoan.left)
    factor = Line("Payment for one euro", RATIO, Loan.monthly_rate * growth / (growth - 1) + even)
    agreed = Line("Payment if fixed now", MONEY, rounded(Loan.debt.opening * factor, Loan.decimals), yearly="last")
    capital_due = Line("Capital in the payment", MONEY, larger(InstalmentLoan.fixed - Loan.interest, 0), yearly="last")


KINDS: dict[str, type[Loan]] = {
    "annuity": AnnuityLoan, "linear": LinearLoan, "interest_only": Loan, "bullet": BulletLoan, "flat": FlatLoan}


def loan_block(loan: assumptions.Loan, month: Line, credit_share: Line | float, span: Span) -> Loan:
    """The rows of a loan, of which the share that is granted may be moved if it is asked for with this plan."""
    drawings = drawings_of(loan)
    return KINDS[loan.kind](
        f"loan.{loan.id}", loan.name, amount=0.0 if loan.existing else loan.amount,
        opening=loan.amount if loan.existing else 0.0, credit_share=credit_share if loan.asked else 1.0, rate=loan.rate,
        actuarial=float(loan.actuarial), months=loan.months, grace=loan.grace, decimals=loan.decimals, fee=loan.fee,
        fee_cap=loan.fee_cap, first=min((month for month, _ in drawings), default=0),
        part=shares_drawn(drawings, span), month=month)


def drawings_of(loan: assumptions.Loan) -> tuple[tuple[int, float], ...]:
    """In which months a loan is drawn, and which share of it; of a debt that is older than the plan nothing is."""
    return () if loan.existing else loan.drawings or ((loan.month, 1.0),)


def shares_drawn(drawings: tuple[tuple[int, float], ...], span: Span) -> list[float]:
    """The share that is drawn in each month of the plan."""
    shares = [0.0] * span.length
    for month, share in drawings:
        if month <= span.length:
            shares[int(month) - 1] += share
    return shares
