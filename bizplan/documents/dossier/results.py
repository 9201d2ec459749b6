"""The financial plan by year: what is earned, what there is, and what comes in and goes out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from reportlab.platypus import Flowable, PageBreak

from bizplan.documents import statements
from bizplan.documents.charts import Chart, Series, stacks_by_month
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import Title, calculated, chapter_entry, note, section
from bizplan.documents.dossier.pages import Entry
from bizplan.documents.dossier.statements import balance_halves, year_table

FIRST = "profit"


def figures_page(case: Case, key: str, words: str, title: str, below: str) -> list[Flowable]:
    """The head of a page of figures: its title states the conclusion."""
    _ = case.translate
    part, of_chapter = chapter_entry(case, "figures", _("The financial plan"))
    entry = Entry(key, words, 1, f"{case.name_apart} · {part.lower()}, {words}")
    entries = [of_chapter, entry] if key == FIRST else [entry]
    return [PageBreak(), Title(case, entries, title, f"{part} · {words}", below)]


def profit_pages(case: Case) -> list[Flowable]:
    """Profit and loss by year, and sales beside costs by month."""
    _, wording = case.translate, case.wording
    profit = case.engine.statements.profit
    results = case.by_year(profit.result)
    gains = [place for place, result in enumerate(results, 1) if result > 0]
    if len(gains) == len(results):
        title = _("The business makes a profit every year")
    elif gains:
        title = _("The business makes a profit from year {number}").format(number=gains[0])
    else:
        title = _("In this plan the business makes no profit")
    below = _("Result of year 1: {first}; of year {number}: {last}.").format(
        first=wording.euro(results[0]), number=len(results), last=wording.euro(results[-1])
    )
    if case.assumptions.legal_form == "sole_trader":
        below += " " + _("What the family takes out is not a cost here.")
    return [
        *figures_page(case, "profit", _("Profit and loss"), title, below),
        *section(case, _("Profit and loss by year, in euro"), calculated(case)),
        year_table(case, statements.profit_and_loss(case.engine)),
        note(
            case,
            _(
                "Codes are headings of the Belgian chart of accounts (MAR/PCMN). All amounts are without "
                "the VAT that is deducted."
            ),
        ),
        *sales_chart(case),
    ]


def sales_chart(case: Case) -> list[Flowable]:
    """Sales and costs side by side."""
    _, profit = case.translate, case.engine.statements.profit
    sales = by_three_months(case.by_month(profit.turnover) + case.by_month(profit.other_income))
    goods = by_three_months(case.by_month(profit.purchases))
    result = by_three_months(case.by_month(profit.result))
    rest = [sold - bought - left for sold, bought, left in zip(sales, goods, result, strict=True)]
    stacks = (
        (Series(_("Sales and other income"), sales),),
        (Series(_("Goods and materials"), goods), Series(_("All other costs and taxes"), rest)),
    )
    names = [case.month_and_year(3 * place + 1) for place in range(len(sales))]
    plot = stacks_by_month(names, stacks, case.wording.euro)
    words = _("Sales beside costs, by three months from the month named")
    amounts = "; ".join(f"{name}: {case.wording.euro(sold)}" for name, sold in zip(names, sales, strict=True))
    says = f"{words}. {stacks[0][0].name}: {amounts}."
    return [*section(case, words, calculated(case), 210), Chart(plot, 170, says)]


def by_three_months(amounts: NDArray[np.float64]) -> list[float]:
    """Monthly amounts put together by three months."""
    return [float(amounts[first : first + 3].sum()) for first in range(0, len(amounts), 3)]


def balance_pages(case: Case) -> list[Flowable]:
    """The balance sheet at the end of each year."""
    _, wording = case.translate, case.wording
    sheet = case.engine.statements.balance_sheet
    equity, assets = case.by_year(sheet.equity), case.by_year(sheet.assets)
    if all(amount >= 0 for amount in equity):
        title = _("The business owns more than it owes")
    else:
        title = _("The business owes more than it owns")
        if equity[-1] >= 0:
            title = _("At the end of the plan the business owns more than it owes")
    share = wording.percent(equity[-1] / assets[-1]) if assets[-1] > 0 else "–"
    below = _("Own means at the end of year {number}: {amount}, which is {share} of all assets.").format(
        number=len(equity), amount=wording.euro(equity[-1]), share=share
    )
    assets_rows, claims = balance_halves(case)
    return [
        *figures_page(case, "balance", _("Balance sheet"), title, below),
        *section(case, _("Assets at the end of each year, in euro"), calculated(case)),
        year_table(case, assets_rows),
        *section(case, _("Equity and debts at the end of each year, in euro"), calculated(case)),
        year_table(case, claims),
        note(case, _("Assets equal equity and debts in every month of the plan; the program checks it.")),
    ]


def cash_flow_pages(case: Case) -> list[Flowable]:
    """The cash flow by year."""
    _, wording = case.translate, case.wording
    flow, position = case.engine.statements.cash_flow, case.engine.statements.position
    earned, taken = case.by_year(flow.operating), [case.by_year(line) for line in (flow.draw, flow.debt_service)]
    paying = sum(round(cash - draw - debt) >= 0 for cash, draw, debt in zip(earned, *taken, strict=True))
    title = _("Operations pay for family and loans in {count} of the {years} years")
    if paying in (0, len(earned)):
        title = _("In no year do operations pay for family and loans")
    if paying == len(earned):
        title = _("Every year operations pay for family and loans")
    closing = case.by_year(position.cash)
    below = _("On the account at the end of year 1: {first}; of year {number}: {last}.").format(
        first=wording.euro(closing[0]), number=len(closing), last=wording.euro(closing[-1])
    )
    return [
        *figures_page(case, "cash_flow", _("Cash flow"), title.format(count=paying, years=len(earned)), below),
        *section(case, _("Cash flow by year, in euro, with VAT"), calculated(case)),
        year_table(case, statements.cash_flow(case.engine), codes=False),
    ]
