"""The statements by year: profit and loss, cash flow and balance sheet, under the codes of the chart of accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.platypus import Flowable

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.tables import PLAIN, Column, Look, Row, Table
from financial_models.language import Block, Line

CODE = 40  # room for a code of the chart of accounts


@dataclass(frozen=True)
class Entry:
    """A line of a statement: which line of the model, whether it is taken off or is a sum, and its heading."""

    line: Line
    minus: bool = False
    total: bool = False
    code: str = ""
    cells: Sequence[str] = field(default=())


def entry(block: Block, name: str, minus: bool = False, total: bool = False) -> Entry:
    """A line of a block as a line of a statement."""
    codes: dict[str, str] = getattr(block, "codes", {})
    return Entry(getattr(block, name), minus, total, codes.get(name, ""))


def profit_entries(case: Case) -> list[Entry]:
    """The profit and loss account from turnover to result."""
    profit = case.engine.statements.profit
    return [
        entry(profit, "turnover"),
        entry(profit, "purchases", minus=True),
        entry(profit, "gross_margin", total=True),
        entry(profit, "other_income"),
        entry(profit, "services", minus=True),
        entry(profit, "director", minus=True),
        entry(profit, "staff", minus=True),
        entry(profit, "other_costs", minus=True),
        entry(profit, "before_contributions", total=True),
        entry(profit, "contributions", minus=True),
        entry(profit, "written_off", minus=True),
        entry(profit, "operating", total=True),
        entry(profit, "financial", minus=True),
        entry(profit, "before_tax", total=True),
        entry(profit, "tax", minus=True),
        entry(profit, "result", total=True),
    ]


def cash_entries(case: Case) -> list[Entry]:
    """The cash flow, in the order of a cash-flow statement, down to the movement."""
    flow = case.engine.statements.cash_flow
    taken = ("goods", "costs", "commissions", "wages", "director", "vat", "contributions", "tax")
    brought = ("own_money", "cooperative", "investment_grants", "loans")
    return [
        entry(flow, "customers"),
        entry(flow, "running_grants"),
        *(entry(flow, name, minus=True) for name in taken),
        entry(flow, "operating", total=True),
        entry(flow, "equipment", minus=True),
        entry(flow, "sold"),
        entry(flow, "deposits", minus=True),
        entry(flow, "investing", total=True),
        *(entry(flow, name) for name in brought),
        *(entry(flow, name, minus=True) for name in ("repaid", "interest", "lease_terms", "overdraft")),
        entry(flow, "financing", total=True),
        entry(flow, "draw", minus=True),
        entry(flow, "movement", total=True),
    ]


def asset_entries(case: Case) -> list[Entry]:
    """What there is."""
    sheet = case.engine.statements.balance_sheet
    return [
        *(entry(sheet, name) for name in ("equipment", "leased", "deposits")),
        entry(sheet, "fixed", total=True),
        *(entry(sheet, name) for name in ("stock", "advances", "receivables", "claims", "bank", "paid_ahead")),
        entry(sheet, "current", total=True),
        entry(sheet, "assets", total=True),
    ]


def claim_entries(case: Case) -> list[Entry]:
    """Who has a claim on it."""
    sheet = case.engine.statements.balance_sheet
    short = ("short_debt", "overdrawn", "suppliers", "taxes_and_wages", "accrued")
    return [
        *(entry(sheet, name) for name in ("contributed", "retained", "grants")),
        entry(sheet, "equity", total=True),
        entry(sheet, "long_debt"),
        *(entry(sheet, name) for name in short),
        entry(sheet, "short", total=True),
        entry(sheet, "liabilities", total=True),
    ]


def year_columns(case: Case) -> list[Column]:
    """A column for each year of the plan."""
    return [Column(case.translate("year {number}").format(number=year.rank), figures=True) for year in case.years]


def year_rows(case: Case, entries: Sequence[Entry], codes: bool) -> list[Row]:
    """The lines in which something stands, by year; sums are always there."""
    rows = []
    for each in entries:
        amounts = case.by_year(each.line)
        if not each.total and not any(round(amount) for amount in amounts):
            continue
        figures = [case.wording.figure(-amount if each.minus else amount) for amount in amounts]
        cells = [case.translate(each.line.label), *([each.code] if codes else []), *figures]
        rows.append(Row(cells, "total" if each.total else "plain"))
    return rows


def year_table(case: Case, entries: Sequence[Entry], codes: bool = True, look: Look = PLAIN) -> Flowable:
    """A statement by year."""
    code = [Column(case.translate("code"), width=CODE, soft=True)] if codes else []
    columns = [Column(""), *code, *year_columns(case)]
    return Table(columns, year_rows(case, entries, codes), case.styles, look)
