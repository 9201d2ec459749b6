"""Break-even: the sales at which the costs are covered, and those at which the family and the lender are paid too."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from reportlab.platypus import Flowable

from bizplan.documents.charts import Chart, Series, lines_by_month
from bizplan.documents.charts.plot import Plot
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import calculated, note, section
from bizplan.documents.dossier.results import figures_page
from bizplan.documents.dossier.statements import year_columns
from bizplan.documents.dossier.tables import ROOMY, Column, Row, Table
from financial_models.language import Line

MOST = 3  # times the highest sales: beyond, a break-even point says no more than "never"


def break_even_pages(case: Case) -> list[Flowable]:
    """The chart, and the averages of each year."""
    _ = case.translate
    formula = _(
        "Break-even is fixed costs ÷ (1 − the share of the sales that goes to goods, commissions and customers "
        "who never pay)."
    )
    living = _(
        "To live from it, instalments, what the family draws, contributions and tax count too, and depreciation "
        "and interest do not."
    )
    return [
        *figures_page(case, "break_even", _("Break-even"), title(case), below(case)),
        *section(case, _("Sales by month beside what is needed"), calculated(case), 220),
        Chart(plot(case), 200, f"{title(case)}. {below(case)}"),
        *section(case, _("A month on average, in euro"), calculated(case)),
        Table([Column(), *year_columns(case)], rows(case), case.styles, ROOMY),
        note(case, f"{formula} {living}"),
    ]


def title(case: Case) -> str:
    """The conclusion: in which years sales cover what is needed to live and repay, taken over the whole year."""
    _, b = case.translate, case.engine.statements.break_even
    left, needed = case.by_year(b.left), case.by_year(b.to_live)
    covered = [round(earned - need, 2) >= 0 for earned, need in zip(left, needed, strict=True)]
    if all(covered):
        return _("Every year sales cover costs, family and instalment")
    if not any(covered):
        return _("In no year do sales cover costs, family and instalment")
    first = covered.index(True)
    if all(covered[first:]):
        return _("From year {number} sales cover costs, family and instalment").format(number=first + 1)
    words = _("In {count} of {all} years sales cover costs, family and instalment")
    return words.format(count=sum(covered), all=len(covered))


def below(case: Case) -> str:
    """In how many months that is so, and when the costs of the business alone are covered first."""
    _, b = case.translate, case.engine.statements.break_even
    lives, first = case.by_month(b.lives), case.outcome.covers_costs_from
    words = _("By month it is so in {count} of {all} months.").format(count=int(lives.sum()), all=len(lives))
    if not first:
        return f"{words} {_('The costs of the business alone are not covered within the plan.')}"
    alone = _("The costs of the business alone are covered for the first time in {month}.")
    return f"{words} {alone.format(month=case.month(first))}"


def plot(case: Case) -> Plot:
    """Sales, and dashed what is needed to live from them."""
    _, b = case.translate, case.engine.statements.break_even
    sales = case.by_month(case.engine.statements.profit.turnover)
    needed = bounded(case.by_month(b.sales_to_live), sales)
    names = [case.month_and_year(month) for month in range(1, len(sales) + 1)]
    first = Series(_("sales without VAT"), sales.tolist())
    second = Series(_("needed for costs, family, instalment, contributions and tax"), needed.tolist())
    return lines_by_month(names, first, second, case.wording.euro)


def bounded(needed: NDArray[np.float64], sales: NDArray[np.float64]) -> NDArray[np.float64]:
    """Amounts that fit a chart: what has no value is the most that is shown."""
    most = MOST * max(float(sales.max()), 1.0)
    return np.clip(np.nan_to_num(needed, nan=0.0, posinf=most, neginf=0.0), 0.0, most)


def rows(case: Case) -> list[Row]:
    """Sales, fixed costs and break-even points as averages of each year."""
    _, s = case.translate, case.engine.statements
    b, years = s.break_even, s.year_ratios

    def average(line: Line) -> list[str]:
        months = [len(year.months) for year in case.years]
        return [case.wording.figure(x / count) for x, count in zip(case.by_year(line), months, strict=True)]

    return [
        Row([_("Sales"), *average(s.profit.turnover)]),
        Row([_(b.fixed.label), *average(b.fixed)]),
        Row([_(b.variable_share.label), *(case.wording.percent(x, 1) for x in case.by_year(years.variable_share))]),
        Row([_(b.sales.label), *average(years.break_even)], "total"),
        Row([_(b.to_live.label), *average(b.to_live)]),
        Row([_(b.sales_to_live.label), *average(years.break_even_to_live)], "total"),
    ]
