"""The account month by month: a page for each year of the plan."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents import statements
from bizplan.documents.charts import Chart, Limit, Series, cash_by_month
from bizplan.documents.charts.plot import Plot
from bizplan.documents.dossier.case import Case, PlanYear
from bizplan.documents.dossier.flow import calculated, note, section
from bizplan.documents.dossier.results import figures_page
from bizplan.documents.dossier.statements import month_table

CHART = 190


def cash_pages(case: Case) -> list[Flowable]:
    """All years."""
    return [part for year in case.years for part in cash_page(case, year)]


def cash_page(case: Case, year: PlanYear) -> list[Flowable]:
    """One year: what the account comes to, as a chart and as a table."""
    _, wording = case.translate, case.wording
    cash = [float(amount) for amount in case.by_month(case.engine.statements.position.cash)[year.first - 1 : year.last]]
    low = min(range(len(cash)), key=lambda place: cash[place])
    lowest = year.first + low
    below = _("Lowest: {amount}, at the end of {month}.").format(
        amount=wording.euro(cash[low]), month=case.month(lowest)
    )
    below = f"{below} {buffer_words(case, year, cash)}".strip()
    entry = _("Money on the account, year {number}").format(number=year.rank)
    key = f"cash-{year.rank}"
    return [
        *figures_page(case, key, entry, title(case, year, cash), below),
        Chart(chart(case, year, cash), CHART, f"{title(case, year, cash)}. {below}"),
        *section(
            case, _("Month by month, year {number}, in euro, with VAT").format(number=year.rank), calculated(case)
        ),
        month_table(case, year, statements.cash_flow(case.engine), lowest),
        note(
            case,
            _("What goes out has a minus. The month in which the account is lowest stands on a ground of its own."),
        ),
    ]


def title(case: Case, year: PlanYear, cash: list[float]) -> str:
    """The conclusion: whether the account stays above zero."""
    _ = case.translate
    short = sum(round(amount, 2) < 0 for amount in cash)
    if not short:
        return _("In year {number} the account stays above zero").format(number=year.rank)
    if short == len(cash):
        return _("In year {number} the account is below zero all year").format(number=year.rank)
    if short == 1:
        return _("In year {number} the account is below zero in one month").format(number=year.rank)
    return _("In year {number} the account is below zero in {count} months").format(number=year.rank, count=short)


def buffer_words(case: Case, year: PlanYear, cash: list[float]) -> str:
    """In how many months the account is above the buffer that is advised."""
    _ = case.translate
    buffer = case.review.buffer
    if buffer <= 0:
        return ""
    above = sum(amount >= buffer for amount in cash)
    words = _("The buffer advised, {amount}, is there in {count} of {months} months.")
    return words.format(amount=case.wording.euro(buffer), count=above, months=len(cash))


def chart(case: Case, year: PlanYear, cash: list[float]) -> Plot:
    """Cash at the end of each month beside the buffer."""
    _ = case.translate
    limit = None
    if case.review.buffer > 0:
        limit = Limit(_("buffer advised: a month of fixed costs and of the family"), case.review.buffer)
    names = [case.month_and_year(month) for month in year.months]
    series = Series(_("on the account at the end of the month"), cash)
    return cash_by_month(names, series, _("lowest"), case.wording.figure, case.wording.euro, limit)
