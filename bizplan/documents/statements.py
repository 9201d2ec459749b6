"""Which lines make each statement, under which heading of the chart of accounts, and how they are printed."""

from __future__ import annotations

from dataclasses import dataclass

from bizplan.domain.readiness.sentences import N_
from financial_models import Plan
from financial_models.language import Line


@dataclass(frozen=True)
class Row:
    """A row of a statement: a line, its code (MAR/PCMN), how deep it stands, whether it is a total or taken off.

    ``label`` is the statement's own name for it: the line itself may be that of the one thing that it sums.
    """

    line: Line
    code: str = ""
    level: int = 1
    total: bool = False
    negative: bool = False
    label: str = ""


def profit_and_loss(plan: Plan) -> tuple[Row, ...]:
    """From turnover to the result of the period."""
    p = plan.statements.profit
    code = p.codes
    tax = N_("Corporate tax") if plan.assumptions.legal_form == "company" else N_("Income tax")
    return (
        Row(p.turnover, code["turnover"]), Row(p.purchases, code["purchases"], negative=True),
        Row(p.gross_margin, total=True, level=0), Row(p.other_income, code["other_income"]),
        Row(p.services, code["services"], negative=True), Row(p.director, code["director"], negative=True),
        Row(p.staff, code["staff"], negative=True), Row(p.other_costs, code["other_costs"], negative=True),
        Row(p.before_contributions, total=True, level=0), Row(p.contributions, code["contributions"], negative=True),
        Row(p.written_off, code["written_off"], negative=True), Row(p.operating, total=True, level=0),
        Row(p.financial, code["financial"], negative=True), Row(p.before_tax, total=True, level=0),
        Row(p.tax, code["tax"], negative=True, label=tax), Row(p.result, total=True, level=0))


def balance_sheet(plan: Plan) -> tuple[Row, ...]:
    """Assets, then equity and debts."""
    b = plan.statements.balance_sheet
    assets = ("equipment", "leased", "deposits", "fixed", "stock", "advances", "receivables", "claims", "paid_ahead",
              "bank", "current", "assets")
    claims = ("contributed", "retained", "grants", "equity", "long_debt", "short_debt", "overdrawn", "suppliers",
              "taxes_and_wages", "accrued", "short", "debts", "liabilities")
    sums = ("fixed", "current", "assets", "equity", "short", "debts", "liabilities")
    return tuple(Row(getattr(b, name), b.codes.get(name, ""), level=int(name not in sums), total=name in sums,
                     label=b.template[name].label) for name in (*assets, *claims))


def cash_flow(plan: Plan) -> tuple[Row, ...]:
    """Operating, investing, financing and private movements, and the bank they leave."""
    c = plan.statements.cash_flow
    taken = ("goods", "costs", "commissions", "wages", "director", "vat", "contributions", "tax", "equipment",
             "deposits", "repaid", "interest", "lease_terms", "overdraft", "draw")
    pays_director = plan.assumptions.legal_form == "company" and plan.assumptions.test_phase is None
    private = () if pays_director else ("before_private", "draw")
    sums = ("operating", "investing", "financing", "before_private", "movement")
    order = ("customers", "running_grants", "goods", "costs", "commissions", "wages", "director", "vat",
             "contributions", "tax", "operating", "sold", "equipment", "deposits", "investing", "own_money",
             "cooperative", "investment_grants", "loans", "repaid", "interest", "lease_terms", "overdraft", "financing",
             *private, "movement")
    rows = [Row(getattr(c, name), level=int(name not in sums), total=name in sums, negative=name in taken,
                label=c.template[name].label) for name in order]
    cash = plan.parts.money.overdraft
    return (Row(cash.cash.opening, level=0), *rows, Row(cash.cash, level=0, total=True))
