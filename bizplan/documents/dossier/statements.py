"""The statements as tables: by year, under the codes of the chart of accounts, and by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable

from bizplan.documents import statements
from bizplan.documents.dossier.case import Case, PlanYear
from bizplan.documents.dossier.tables import NARROW, ROOMY, Column, Look, Row, Table

CODE = 44  # room for a code of the chart of accounts


def balance_halves(case: Case) -> tuple[Sequence[statements.Row], Sequence[statements.Row]]:
    """The balance sheet in two: what there is, and who has a claim on it."""
    rows = statements.balance_sheet(case.engine)
    end = next(place for place, row in enumerate(rows) if row.line.name == "assets") + 1
    return rows[:end], rows[end:]


def year_columns(case: Case, least: float = 0) -> list[Column]:
    """A column for each year of the plan."""
    least = least or (62 if len(case.years) < 5 else 50)
    return [Column(year_name(case, year), figures=True, least=least) for year in case.years]


def year_name(case: Case, year: PlanYear) -> str:
    """A year of the plan: year 1, and how many months where it is cut short."""
    _ = case.translate
    name = _("year {number}").format(number=year.rank).replace(" ", "\u00a0")
    return name if len(year.months) == 12 else f"{name} ({len(year.months)}\u00a0m)"


def year_table(case: Case, rows: Sequence[statements.Row], codes: bool = True, look: Look = ROOMY) -> Flowable:
    """A statement by year."""
    return statement_table(case, rows, year_columns(case), lambda row: case.by_year(row.line), codes, look)


def statement_table(case: Case, rows: Sequence[statements.Row], columns: Sequence[Column],
                    amounts: Callable[[statements.Row], Sequence[float]], codes: bool = True,
                    look: Look = ROOMY) -> Flowable:
    """The lines of a statement in which something stands, and all its sums, under columns of amounts."""
    _, found = case.translate, []
    for row in rows:
        numbers = amounts(row)
        if row.total or any(round(number) for number in numbers):
            figures = [case.wording.figure(-number if row.negative else number) for number in numbers]
            code = [row.code.replace("-", "–")] if codes else []
            found.append(Row([row_name(case, row), *code, *figures], "total" if row.total else "plain"))
    code_column = [Column(_("code"), width=CODE, soft=True)] if codes else []
    return Table([Column(), *code_column, *columns], found, case.styles, look)


def month_table(case: Case, year: PlanYear, rows: Sequence[statements.Row], lowest: int) -> Flowable:
    """A statement by month over one year, with the sum of the year; the month of the lowest cash on a ground."""
    months = [Column(case.short_month(month), figures=True, sunk=month == lowest) for month in year.months]
    columns = [Column(), *months, Column(year_name(case, year), figures=True, bold=True)]
    found = []
    for row in rows:
        amounts = [float(amount) for amount in case.by_month(row.line)[year.first - 1 : year.last]]
        if not row.total and row.level and not any(round(amount) for amount in amounts):
            continue
        whole = {"first": amounts[0], "last": amounts[-1]}.get(row.line.yearly, sum(amounts))
        figures = [case.wording.figure(-amount if row.negative else amount) for amount in (*amounts, whole)]
        found.append(Row([row_name(case, row), *figures], "total" if row.total else "plain"))
    return Table(columns, found, case.styles, NARROW)


def row_name(case: Case, row: statements.Row) -> str:
    """What a row of the monthly statement is called; the account by when it is counted."""
    _ = case.translate
    if row.line.block == "bank" and not row.label:  # the account itself, not its interest
        return _("Account, first day") if row.line.kind == "opening" else _("Account, last day")
    return case.translate(row.label or row.line.label)
