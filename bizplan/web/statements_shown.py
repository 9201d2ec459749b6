"""The statements and ratios of a plan as tables, every amount with its explanation, and two charts over them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from flask import g
from markupsafe import Markup
from numpy.typing import NDArray

from bizplan.documents import statements
from bizplan.documents.charts.months import Series, cash_by_month, stacks_by_month
from bizplan.domain.readiness.case import Calculated
from financial_models import Plan
from financial_models.language import Input, Line

from . import charts, display
from .languages import N_
from .languages import say as _
from .places import figure_address

BY_MONTH = {"profit": statements.profit_and_loss, "balance": statements.balance_sheet, "cash": statements.cash_flow}
TITLES = {
    "profit": N_("What you earn and spend"), "balance": N_("What you own and owe"),
    "cash": N_("What comes in and goes out"), "ratios": N_("How strong the plan is"),
}
QUARTER = 3
WRITTEN: dict[str, Callable[[float, str], Markup]] = {"money": display.figure, "percent": display.share}


@dataclass(frozen=True)
class Amount:
    """An amount as its table shows it, and the address of its explanation."""

    shown: Markup
    why: str


@dataclass(frozen=True)
class Row:
    """A row of a statement; ``english`` is its label as it stands in the code."""

    label: str
    amounts: tuple[Amount, ...]
    total: bool
    english: str


def years(found: Calculated) -> range:
    """The years of the plan, by their number."""
    return range(1, len(_plan_years(found)) + 1)


def columns(found: Calculated, year: int) -> list[str]:
    """The heads of the columns: the months of a year, or all years."""
    if not year:
        return [_("Year {number}").format(number=each) for each in years(found)]
    first, last = _plan_years(found)[year - 1]
    return [display.short_month(_day(found, month), g.language, year=True) for month in range(first, last + 1)]


def rows(found: Calculated, statement: str, year: int) -> Iterator[Row]:
    """The rows of a statement, by year or by the months of one."""
    for row in _lines(found.engine, statement):
        amounts = tuple(_amount(found, row.line, value, when) for value, when in _values(found, row.line, year))
        label = row.label or row.line.label
        yield Row(_(label), amounts, row.total, label)


def cash_chart(found: Calculated) -> Markup:
    """The account at the end of each month of the plan, with its lowest month."""
    cash = [float(each) for each in found.series(found.engine.statements.position.cash)]
    months = [display.short_month(_day(found, month), g.language) for month in range(1, len(cash) + 1)]
    low = cash.index(min(cash))
    said = _("The account is lowest in {month}: {amount}.").format(
        month=display.month(_day(found, low + 1), g.language).striptags(), amount=_euro(cash[low]))
    plot = cash_by_month(months, Series(_("Money on the account"), cash), _("the lowest month"), _euro, _euro,
                         mirrored=g.language == "ar")
    return charts.chart(plot, said)


def sales_chart(found: Calculated) -> Markup:
    """Sales beside all costs, by three months."""
    profit = found.engine.statements.profit
    sold = _by_quarter(found.series(profit.turnover) + found.series(profit.other_income))
    left = _by_quarter(found.series(profit.result))
    goods = _by_quarter(found.series(profit.purchases))
    rest = [each - bought - kept for each, bought, kept in zip(sold, goods, left, strict=True)]
    names = [display.short_month(_day(found, QUARTER * at + 1), g.language) for at in range(len(sold))]
    plot = stacks_by_month(names, ((Series(_("Sales and other income"), sold),), (
        Series(_("Goods and materials"), goods), Series(_("All other costs and taxes"), rest))), _euro,
        mirrored=g.language == "ar")
    said = _("Sales beside costs, by three months. Together they leave {amount} over the plan.")
    return charts.chart(plot, said.format(amount=_euro(sum(left))))


def _lines(engine: Plan, statement: str) -> Sequence[statements.Row]:
    if statement in BY_MONTH:
        return BY_MONTH[statement](engine)
    ratios = engine.statements.year_ratios
    return [statements.Row(line) for line in ratios.lines if not isinstance(line, Input)]


def _amount(found: Calculated, line: Line, value: float, when: str) -> Amount:
    shown = WRITTEN.get(line.unit.key, display.number)(value, g.language)
    plan = g.kept.id if g.kept else ""
    return Amount(shown, "" if shown == display.NOTHING else figure_address(line.key, when, plan))


def _values(found: Calculated, line: Line, year: int) -> Iterator[tuple[float, str]]:
    if year:
        first, last = _plan_years(found)[year - 1]
        series = found.values.series(line)
        yield from ((float(series[month - 1]), str(month)) for month in range(first, last + 1))
        return
    is_yearly = line in found.engine.model.yearly
    by_year = found.values.series(line) if is_yearly else found.values.by_year(line)[:, 0]
    places = [at for at, each in enumerate(found.engine.model.span.years()) if each.kind == "plan"]
    yield from ((float(by_year[at]), f"year-{number}") for number, at in enumerate(places, 1))


def _plan_years(found: Calculated) -> list[tuple[int, int]]:
    return [(each.first, each.last) for each in found.engine.model.span.years() if each.kind == "plan"]


def _day(found: Calculated, month: int) -> date:
    span = found.engine.model.span
    return date(span.calendar_year(month), span.month_of_year(month), 1)


def _by_quarter(amounts: NDArray[np.float64]) -> list[float]:
    return [float(amounts[at:at + QUARTER].sum()) for at in range(0, len(amounts), QUARTER)]


def _euro(amount: float) -> str:
    return display.money(amount, g.language).striptags()
