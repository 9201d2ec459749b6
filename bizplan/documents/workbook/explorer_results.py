"""What a loan costs, and whether the plan can repay it: the figures above the table of the loan explorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bizplan.domain.readiness.sentences import N_
from financial_models.blocks.loans import InstalmentLoan
from financial_models.language import MONEY, PERCENT, RATIO, Line, Unit
from financial_models.readers.layout import FIRST_MONTH, LAST_MONTH, letters, quoted

from .book import Book

if TYPE_CHECKING:
    from .explorer import Explored

Rows = list[tuple[str, str, float, Unit]]


def write_cost(found: Explored, row: int) -> None:
    """What the loan costs: its instalment, its interest, its fee, and the real rate by year."""
    page, book, _ = found.page, found.book, found.book.translate
    page.text(row, 1, _("What it costs"), "head_text")
    page.text(row, 2, _("Value"), "head")
    for at, (label, formula, value, unit) in enumerate(_costs(found), row + 1):
        page.text(at, 1, _(label), "total_text" if unit is PERCENT else "text")
        role = "total" if unit is PERCENT else "number"
        page.grid.formula(at, 2, f"={formula}", value, book.looks.style(role, book.looks.numbers(unit, whole=True)))


def _costs(found: Explored) -> Rows:
    block, borrower, cells = found.block, found.borrower, found.layout.range_of
    series = found.values.series
    service, interest, fee, paid = map(cells, (block.service, block.interest_paid, block.fee_paid, borrower.paid))
    total_interest, total_fee = float(series(block.interest_paid).sum()), float(series(block.fee_paid).sum())
    return [(*_instalment(found), MONEY),
            (N_("Highest instalment of a month"), f"MAX({service})", float(series(block.service).max()), MONEY),
            (N_("All interest"), f"SUM({interest})", total_interest, MONEY),
            (N_("File fee"), f"SUM({fee})", total_fee, MONEY),
            (N_("What the loan costs: interest and fee"), f"SUM({interest}) + SUM({fee})", total_interest + total_fee,
             MONEY),
            (N_("All that is paid"), f"SUM({paid})", float(series(borrower.paid).sum()), MONEY),
            (N_("Real yearly cost, fee included (APR)"), _apr(found), found.given.apr, PERCENT)]


def _instalment(found: Explored) -> tuple[str, str, float]:
    """The first instalment with capital: in an annuity all are the same but the last."""
    block, cells, series = found.block, found.layout.range_of, found.values.series
    service = series(block.service)
    if not isinstance(block, InstalmentLoan):
        return N_("Instalment of the first month"), f"INDEX({cells(block.service)}, 2)", float(service[1])
    begins = [int(x) for x in series(block.begins)]
    formula = f"INDEX({cells(block.service)}, MATCH(1, {cells(block.begins)}, 0))"
    return N_("Instalment when repayment begins"), formula, float(service[begins.index(1)])


def _apr(found: Explored) -> str:
    """The yearly rate at which what is received is worth what is paid; the search begins at the agreed rate."""
    amount, rate = found.cell(found.block.amount), found.cell(found.block.rate)
    return f"IF({amount} = 0, 0, (1 + IRR({found.layout.range_of(found.borrower.flow)}, {rate} / 12)) ^ 12 - 1)"


def write_against_plan(found: Explored, row: int) -> None:
    """The instalments of each plan year beside what the plan can repay; the plan's side follows its scenario."""
    page, book, _ = found.page, found.book, found.book.translate
    page.text(row, 1, _("Against what the plan can repay, in the scenario that is on"), "head_text")
    years = [year for year in book.model.span.years() if year.kind == "plan"]
    labels = (_("Repayment capacity"), _("Instalment and fee of this loan"), _("Other debts of the plan"),
              _("Left after all instalments"), _("Capacity for each euro of instalments"))
    for at, label in enumerate(labels, row + 1):
        page.text(at, 1, label, "total_text" if at >= row + 4 else "text")
    for i, year in enumerate(years):
        column = 2 + i
        page.text(row, column, _("Year {number}").format(number=year.number), "head")
        for at, (formula, value, unit) in enumerate(_year(found, i, letters(column), row), row + 1):
            role = "total" if at >= row + 4 else "number"
            look = book.looks.style(role, book.looks.numbers(unit, cents=False, brief=True))
            page.grid.formula(at, column, f"={formula}", value, look)


def _year(found: Explored, i: int, letter: str, row: int) -> list[tuple[str, float, Unit]]:
    book, given = found.book, found.given
    capacity, service = _of_year(book, given.capacity, i), _of_year(book, given.service, i)
    replaced = [_of_year(book, line, i) for line in given.replaced]
    others = " - ".join(place for place, _value in (service, *replaced))
    owed = service[1] - sum(value for _place, value in replaced)
    paid_formula, paid = _paid(found, i)
    left, due = capacity[1] - paid - owed, paid + owed
    cells = [f"{letter}{row + n}" for n in range(1, 5)]
    cover = capacity[1] / due if round(due, 2) > 0 else 0.0
    return [(capacity[0], capacity[1], MONEY), (paid_formula, paid, MONEY), (others, owed, MONEY),
            (f"{cells[0]} - {cells[1]} - {cells[2]}", left, MONEY),
            (f"IF(ROUND({cells[1]} + {cells[2]}, 2) <= 0, 0, {cells[0]} / ({cells[1]} + {cells[2]}))", cover, RATIO)]


def _of_year(book: Book, line: Line, i: int) -> tuple[str, float]:
    """The cell of a line in a plan year, and its value."""
    sheet, row = book.layout.yearly_place[line]
    return f"{quoted(sheet.name)}{letters(book.layout.year_column(i))}{row}", book.years(line)[i]


def _paid(found: Explored, i: int) -> tuple[str, float]:
    """What is paid on this loan in a plan year: the months of the plan stand beside its rows."""
    book, cells = found.book, found.layout.range_of
    sheet, _row = book.layout.yearly_place[found.given.capacity]
    letter = letters(book.layout.year_column(i))
    first, last = (f"{quoted(sheet.name)}{letter}{row}" for row in (FIRST_MONTH, LAST_MONTH))
    months, paid = found.borrower.of_plan, found.borrower.paid
    formula = f"SUMPRODUCT(({cells(months)} >= {first}) * ({cells(months)} <= {last}) * {cells(paid)})"
    year = book.model.span.years()[i]
    number = found.values.series(months)
    inside = (number >= year.first) & (number <= year.last)
    return formula, float(found.values.series(paid)[inside].sum())

