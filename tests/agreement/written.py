"""Workbooks of plans, written for a test."""

from datetime import date
from pathlib import Path

from bizplan.documents.workbook import Chart, Check, Cover, Finding, Reading, Statement, StatementRow, write_workbook
from financial_models import Plan
from financial_models.language import Model
from financial_models.readers.values import Values, evaluate

COVER = Cover("=1+1", date(2026, 11, 1), subtitle="@SUM(A1)", author="-2", paragraphs=("+3",))


def of_plan(plan: Plan, values: Values, path: Path, language: str = "nl") -> Path:
    """The workbook of a whole plan, with checks, statements and charts."""
    made = plan.statements
    sheet, flow, profit, cash = made.balance_sheet, made.cash_flow, made.profit, plan.parts.money.overdraft.cash
    rows = (StatementRow(None, "Assets"), StatementRow(sheet.fixed, level=1), StatementRow(sheet.assets, total=True))
    write_workbook(
        plan.model,
        values,
        path,
        language=language,
        cover=COVER,
        checks=[
            Check("The balance sheet closes", sheet.gap),
            Check("Cash agrees", sheet.bank, "sum", (sheet.overdrawn, cash.opening, flow.movement)),
            Check("No debt is below zero", sheet.gap, "not negative", tuple(x.debt for x in plan.parts.money.debts)),
        ],
        statements=[Statement("Balance sheet", rows), Statement("Profit", (StatementRow(profit.result, code="9904"),))],
        charts=[Chart("Cash", (flow.movement,))],
    )
    return path


def of_stall(model: Model, path: Path, values: Values | None = None, language: str = "fr") -> Path:
    """The workbook of the market stall, with something in every corner."""
    purse, sales = model["purse.cash"], model["stall.1.sales"]
    rows = (
        StatementRow(None, "Money"),
        StatementRow(sales, code="70", level=1),
        StatementRow(model["margin.margin"]),
        StatementRow(model["loan.annuity.monthly_rate"]),
        StatementRow(purse, total=True),
    )
    write_workbook(
        model,
        values or evaluate(model),
        path,
        language=language,
        cover=COVER,
        checks=[
            Check("Counted twice", model["purse.gap"]),
            Check("Never empty", purse, "not negative"),
            Check("Something is left", model["margin.margin"], "not negative"),
        ],
        findings=[Finding("blocks", '=HYPERLINK("http://example.org")', "\t=1"), Finding("note", "ends")],
        readings=[
            Reading("Internal rate of return", "not defined"),
            Reading("Lowest cash in nine of ten draws", -120.5),
        ],
        statements=[Statement("Money", rows)],
        charts=[Chart("Money", (purse, sales)), Chart("Sold", (sales,), "columns")],
    )
    return path
