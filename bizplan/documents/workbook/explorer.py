"""The loan explorer: a loan apart from the plan, to try another amount, rate or length, month by month by formula."""

from __future__ import annotations

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from bizplan.domain.readiness.sentences import N_
from financial_models.blocks.loans import InstalmentLoan
from financial_models.language import Input, Line, Monthly
from financial_models.readers.downward import Downward, needed, single_inputs
from financial_models.readers.formulas import Formulas
from financial_models.readers.labels import short_label
from financial_models.readers.layout import Sheet, letters, quoted

from .book import Book, Page
from .columns import fit_to_width, print_on_a4, states
from .contents import LoanToTry
from .explorer_results import write_against_plan, write_cost
from .looks import LEGAL

TYPED_ROW, FIXED, VALUE = 5, 3, 6  # the first yellow cell; the columns of what is fixed, none of them folded away
HEAD_ROW = 30  # of the table by month; a row for what stands before follows
WIDTHS, WIDTH = (58.0, 16.0), 16.0
KINDS = {
    "annuity": N_("The same instalment every month."),
    "linear": N_("The same capital every month, and interest on what is left."),
    "interest_only": N_("Interest every month, all capital at the end."),
    "bullet": N_("Capital and interest together at the end."),
    "flat": N_("The same capital every month, and interest on the first amount throughout."),
}


class Explored:
    """The loan, its values, and where everything stands on the sheet."""

    def __init__(self, book: Book, page: Page, given: LoanToTry):
        self.book, self.page, self.given = book, page, given
        self.model, self.block, self.borrower = given.alone.model, given.alone.block, given.alone.borrower
        self.values = given.alone.values()
        block, borrower = self.block, self.borrower
        begins = (block.begins,) if isinstance(block, InstalmentLoan) else ()
        shown = (block.age, borrower.paid, block.interest_paid, block.repaid, block.fee_paid, block.debt)
        self.columns = needed(self.model, (*shown, borrower.flow, borrower.of_plan, *begins))
        self.typed = (block.amount, block.rate, block.months, block.grace, block.fee, block.fee_cap)
        self.fixed = [line for line in single_inputs(self.model, self.columns) if line not in self.typed]
        cells = {line: (2, TYPED_ROW + i) for i, line in enumerate(self.typed)}
        cells |= {line: (VALUE, TYPED_ROW + i) for i, line in enumerate(self.fixed)}
        self.layout = Downward(self.model, Sheet("", page.name, "down"), cells, self.columns,
                               HEAD_ROW + 1 + self.model.memory)
        self.shown = len(shown)

    def cell(self, line: Input) -> str:
        """The fixed cell of an input."""
        column, row = self.layout.inputs[line]
        return f"${column}${row}"

    def look(self, line: Line) -> str:
        """How the numbers of a line are written."""
        return self.book.looks.numbers(line.unit, whole=line.unit.key not in ("money", "percent", "ratio"))


def write_explorer(book: Book, given: LoanToTry) -> None:
    """Writes the sheet of the loan explorer."""
    _ = book.translate
    page = book.page(book.layout.unique(_("Loan explorer")), LEGAL)
    page.widths(*WIDTHS)
    for column in range(len(WIDTHS) + 1, 40):
        page.width(column, WIDTH)
    found = Explored(book, page, given)
    page.text(1, 1, page.name, "title")
    page.grid.heights[1] = 26
    states(book, page, FIXED)
    page.text(2, 1, _("This sheet stands apart: what you try here changes nothing in the plan."), "caution")
    begun = _("It begins with the loan that is asked for: {name}, drawn at once and granted in full.")
    page.text(3, 1, begun.format(name=given.name) if given.name else _("No loan is asked for in the plan."), "soft")
    _write_typed(found)
    _write_fixed(found)
    write_cost(found, TYPED_ROW + len(found.typed) + 1)
    write_against_plan(found, TYPED_ROW + len(found.typed) + 11)
    _write_months(found)
    print_on_a4(page, f"{HEAD_ROW}:{HEAD_ROW}")
    last = found.layout.row(found.model.span.horizon)
    page.sheet.print_area = f"A1:{letters(max(VALUE, found.shown))}{last}"
    fit_to_width(page)


def _write_typed(found: Explored) -> None:
    page, book, _ = found.page, found.book, found.book.translate
    page.text(TYPED_ROW - 1, 1, _("The loan: try other numbers"), "head_text")
    page.text(TYPED_ROW - 1, 2, _("Value"), "head")
    for row, line in enumerate(found.typed, TYPED_ROW):
        page.text(row, 1, _(line.label))
        value = float(found.values[line][0, 0])
        page.grid.number(row, 2, value, book.looks.style("typed", found.look(line)))
        name = f"explorer.{line.name}"
        book.workbook.defined_names[name] = DefinedName(name, attr_text=f"{quoted(page.name)}{found.cell(line)}")
        page.sheet.add_data_validation(_bounds(found, line))


def _bounds(found: Explored, line: Input) -> DataValidation:
    """What may be typed: no more months than the sheet has rows, and fewer without repayment."""
    _, block = found.book.translate, found.block
    low, high = f"{line.low or 0:g}", f"{line.high if line.high is not None else 1e9:.15g}"
    error = _("Type a number from {low} to {high}.").format(low=low, high=high)
    if line is block.months:
        high = str(found.model.span.horizon - 1)
        error = _("Type a whole number from {low} to {high}.").format(low=low, high=high)
    if line is block.grace:
        high, error = f"{found.cell(block.months)}-1", _("Type fewer months than the loan has.")
    rule = DataValidation(type="whole" if line.unit.key == "months" else "decimal", operator="between", formula1=low,
                          formula2=high, allow_blank=False, showErrorMessage=True)
    rule.errorTitle, rule.error, rule.sqref = _("Another number is needed"), error, found.cell(line).replace("$", "")
    return rule


def _write_fixed(found: Explored) -> None:
    """What this kind of loan has besides, in grey."""
    page, book, _ = found.page, found.book, found.book.translate
    page.text(TYPED_ROW - 1, FIXED, _("Fixed on this sheet"), "head_text", indent=1)
    for column in range(FIXED + 1, VALUE + 1):
        page.grid.empty(TYPED_ROW - 1, column, book.looks.style("head_text"))
    for row, line in enumerate(found.fixed, TYPED_ROW):
        page.text(row, FIXED, _(line.label), "soft", indent=1)
        value = float(found.values[line][0, 0])
        page.grid.number(row, VALUE, value, book.looks.style("structure", found.look(line)))
    page.text(TYPED_ROW + len(found.fixed), FIXED, _(KINDS[found.given.alone.loan.kind]), "soft", indent=1)


def _write_months(found: Explored) -> None:
    """The table by month: what is paid first, then all that it is calculated from, folded away."""
    page, book, layout, _ = found.page, found.book, found.layout, found.book.translate
    months = range(1, found.model.span.horizon + 1)
    formulas = Formulas(found.model, layout).rows
    rows = [str(n) for n in range(layout.row(found.model.span.horizon) + 1)]
    page.text(HEAD_ROW - 1, 1, _("Month by month"), "heading")
    page.grid.heights[HEAD_ROW] = 26
    for column, line in enumerate(found.columns, 1):
        style = book.looks.style("number" if column <= found.shown else "soft", found.look(line))
        page.text(HEAD_ROW, column, short_label(line, _), "head_wrapped")
        for before in range(1 - layout.past, 1):
            page.grid.number(layout.row(before), column, found.values.at(line, before),
                             book.looks.style("outside", found.look(line)))
        values = found.values[line][:, 0]
        for month in months:
            row, value = layout.row(month), float(values[month - 1])
            if isinstance(line, Monthly):
                page.grid.number(row, column, value, style)
            else:
                page.grid.formula(row, column, formulas[line].at(row, rows), value, style)
    page.sheet.column_dimensions.group(letters(found.shown + 1), letters(len(found.columns)), outline_level=1,
                                       hidden=True)
    page.fade(f"A{layout.first}:{letters(len(found.columns))}{layout.row(months[-1])}",
              f"$A{layout.first}>{found.cell(found.block.months)}")

