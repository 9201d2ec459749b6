"""The switch of scenarios: one cell that moves the four levers, and with them the whole workbook."""

from __future__ import annotations

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from bizplan.domain.readiness.sentences import N_
from financial_models.language import MONTHS, PERCENT, Unit
from financial_models.readers.layout import IN_FORCE, SCENARIOS, Sheet, letters, quoted

from .book import Book, Page
from .columns import SWITCH, fit_to_width, print_on_a4, state_of_checks
from .contents import Setback, WhatIf
from .law import provenance
from .looks import BAD
from .outcomes import write_outcomes

NUMBER_ROW, PLAN_ROW, FIRST_ROW = 5, 9, 12  # the number of the scenario, the levers of the plan, the first scenario
SOURCE, LAST = 6, 8  # the columns over which stands where a move comes from
WIDTHS = (46.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0, 56.0)
LEVERS: tuple[tuple[str, str, Unit, float, float], ...] = (
    ("sales", N_("Sales: more or less"), PERCENT, -1, 9),
    ("costs", N_("Costs: more or less"), PERCENT, -1, 9),
    ("delay", N_("Start later, months"), MONTHS, 0, 24),
    ("credit", N_("Share of the credit"), PERCENT, 0, 1),
)


def write_scenarios(book: Book, what_if: WhatIf) -> None:
    """Writes the sheet of scenarios: the switch, what each scenario moves, and what comes of it."""
    _ = book.translate
    sheet = book.layout.sheets[SCENARIOS, "switch"]
    page = book.page(sheet.name, BAD)
    page.widths(*WIDTHS)
    page.text(1, 1, sheet.name, "title")
    page.grid.heights[1] = 26
    state_of_checks(book, page, 4)
    _write_switch(book, page, what_if)
    _write_levers(book, page, sheet, what_if)
    _write_moves(book, page, what_if)
    write_outcomes(book, page, sheet, what_if, FIRST_ROW + len(what_if.setbacks) + 2)
    print_on_a4(page, "1:3")
    fit_to_width(page)


def _write_switch(book: Book, page: Page, what_if: WhatIf) -> None:
    """The cell in which a scenario is chosen, and its number in the list."""
    _ = book.translate
    names = f"$A${FIRST_ROW}:$A${FIRST_ROW + len(what_if.setbacks) - 1}"
    page.text(3, 1, _("Scenario that is switched on"), "total_text")
    page.text(3, 2, what_if.setbacks[0].name, "typed")
    for column in range(3, SOURCE):
        page.grid.empty(3, column, book.looks.style("typed"))
    page.sheet.merge_cells(start_row=3, end_row=3, start_column=2, end_column=SOURCE - 1)
    page.wrapped(4, 1, _("Choose from the list in the yellow cell: the whole workbook follows, and what you typed on "
                         "the other sheets stays."), sum(WIDTHS))
    page.sheet.merge_cells(start_row=4, end_row=4, start_column=1, end_column=len(WIDTHS))
    page.text(NUMBER_ROW, 1, _("Its number in the list"), "soft")
    page.grid.formula(NUMBER_ROW, 2, f"=MATCH({SWITCH}, {names}, 0)", 1, book.looks.style("soft", "0"))
    rule = DataValidation(type="list", formula1=names, allow_blank=False, showErrorMessage=True)
    rule.errorTitle, rule.error = _("Another scenario is needed"), _("Choose one of the scenarios in the list.")
    rule.sqref = SWITCH
    page.sheet.add_data_validation(rule)
    page.warn(SWITCH, f"$B${NUMBER_ROW}>1")
    _name(book, page, "scenario.chosen", SWITCH)


def _name(book: Book, page: Page, name: str, cell: str) -> None:
    """Names a yellow cell that is no input of the plan."""
    place = f"{quoted(page.name)}${cell[0]}${cell[1:]}"
    book.workbook.defined_names[name] = DefinedName(name, attr_text=place)


def _write_levers(book: Book, page: Page, sheet: Sheet, what_if: WhatIf) -> None:
    """What is in force: the levers of the plan, moved by the scenario.  All formulas of the workbook read this row."""
    _ = book.translate
    page.text(IN_FORCE - 1, 1, _("Levers"), "head_text")
    page.text(IN_FORCE, 1, _("In force now: the whole workbook reads these"), "total_text")
    page.text(PLAN_ROW, 1, _("In the plan, as typed on the sheet “{sheet}”").format(
        sheet=book.layout.place[what_if.levers[0]][0].name))
    last = FIRST_ROW + len(what_if.setbacks) - 1
    for column, line in enumerate(what_if.levers, 2):
        letter, value = letters(column), book.values.at(line, 1)
        move = f"INDEX({letter}${FIRST_ROW}:{letter}${last}, $B${NUMBER_ROW})"
        planned = f"{letter}${PLAN_ROW}"
        formula = (f"={planned} * (1 + {move})", f"={planned} * (1 + {move})", f"={planned} + {move}",
                   f"={planned} * {move}")[column - 2]
        look = book.looks.numbers(line.unit, whole=True)
        page.text(IN_FORCE - 1, column, book.label(line), "head_wrapped")
        page.grid.formula(IN_FORCE, column, formula, value, book.looks.style("total", look))
        page.grid.formula(PLAN_ROW, column, f"={book.layout.typed(line, sheet)}", value,
                          book.looks.style("number", look))
    page.grid.heights[IN_FORCE - 1] = 26


def _write_moves(book: Book, page: Page, what_if: WhatIf) -> None:
    """What each scenario moves; the last one is the lender's own, in yellow."""
    _ = book.translate
    page.text(FIRST_ROW - 1, 1, _("What each scenario changes"), "head_text")
    for column, (_key, label, *_rest) in enumerate(LEVERS, 2):
        page.text(FIRST_ROW - 1, column, _(label), "head_wrapped")
    page.texts(FIRST_ROW - 1, SOURCE, [_("Note and source"), "", ""], "head_text", indent=1)
    page.grid.heights[FIRST_ROW - 1] = 26
    own = FIRST_ROW + len(what_if.setbacks) - 1
    for row, setback in enumerate(what_if.setbacks, FIRST_ROW):
        page.text(row, 1, setback.name)
        for column, (move, lever) in enumerate(zip(setback.moves, LEVERS, strict=True), 2):
            role = "typed" if row == own else _role(setback, column - 2)
            page.grid.number(row, column, move, book.looks.style(role, _look(book, lever[2])))
        note = provenance(book, setback.law) if setback.law else ""
        _write_note(book, page, row, note or (_("Yours to change; the plan is not touched.") if row == own else ""))
    for column, (key, _label, unit, low, high) in enumerate(LEVERS, 2):
        cell = f"{letters(column)}{own}"
        page.sheet.add_data_validation(_bounds(book, cell, unit, low, high))
        _name(book, page, f"scenario.own.{key}", cell)


def _write_note(book: Book, page: Page, row: int, note: str) -> None:
    role = "wrapped_soft" if book.right_to_left else "aside"
    page.wrapped(row, SOURCE, note, sum(WIDTHS[SOURCE - 1:LAST]), role)
    page.sheet.merge_cells(start_row=row, end_row=row, start_column=SOURCE, end_column=LAST)


def _role(setback: Setback, at: int) -> str:
    neutral = (0, 0, 0, 1)[at]
    if setback.law is None or setback.moves[at] == neutral:
        return "structure"
    return "doubtful" if setback.law.status == "unverified" else "legal"


def _look(book: Book, unit: Unit) -> str:
    return book.looks.numbers(unit, whole=True)


def _bounds(book: Book, cell: str, unit: Unit, low: float, high: float) -> DataValidation:
    _ = book.translate
    months = unit is MONTHS
    rule = DataValidation(type="whole" if months else "decimal", operator="between", allow_blank=False,
                          formula1=f"{low:g}", formula2=f"{high:g}", showErrorMessage=True)
    sentence = _("Type a whole number from {low} to {high}.") if months else _("Type a number from {low} to {high}.")
    said = (f"{low:g}", f"{high:g}") if months else (f"{100 * low:g} %", f"{100 * high:g} %")
    rule.errorTitle, rule.error = _("Another number is needed"), sentence.format(low=said[0], high=said[1])
    rule.sqref = cell
    return rule
