"""What the household earns, spends and owes, before and after the start."""

from __future__ import annotations

from itertools import zip_longest

from reportlab.platypus import Flowable

from bizplan.documents.dossier.answers import feeding
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.columns import Kind
from bizplan.documents.dossier.flow import (
    answers_to,
    by_entrepreneur,
    calculated,
    chapter,
    not_filled_in,
    note,
    rows_of,
    section,
)
from bizplan.documents.dossier.statements import year_columns
from bizplan.documents.dossier.tables import Column, Row, Table
from financial_models.language import Line

COMPOSITION = (
    "household.adults",
    "household.children",
    "household.children_under_three",
    "household.other_dependants",
    "household.married",
    "household.single_parent",
)


def household_chapter(case: Case) -> list[Flowable]:
    """Composition, monthly budget, debts, and what the family needs from the business."""
    _ = case.translate
    keys = [q.key for q in feeding("household")]
    return [
        *chapter(case, "household", _("The household"), conclusion(case)),
        *answers_to(case, _("Composition and savings"), *dict.fromkeys((*COMPOSITION, *keys))),
        *budget(case),
        *rows_of(
            case, "household.debts", "name", "balance", "instalment", "until", "arrears", heading=_("Private debts")
        ),
        *needs(case),
    ]


def conclusion(case: Case) -> str:
    """What the family needs from the business each month, and whether it gets it."""
    _, outcome = case.translate, case.outcome
    if not case.assumptions.household.expenses:
        return ""
    words = _("In year 1 the family needs {amount} a month from the business; the business earns {share} of it.")
    if outcome.family_need[0] <= 0:
        return _("The family needs nothing from the business in year 1.")
    return words.format(
        amount=case.wording.euro(outcome.family_need[0] / len(case.years[0].months)),
        share=case.wording.percent(outcome.family_covered[0]),
    )


def budget(case: Case) -> list[Flowable]:
    """Incomes before and after the start, and the expenses, a month."""
    _, home = case.translate, case.assumptions.household
    if not home.incomes and not home.expenses:
        return [*section(case, _("Monthly budget"), by_entrepreneur(case)), *not_filled_in(case)]
    return [*incomes(case), *expenses(case)]


def incomes(case: Case) -> list[Flowable]:
    """What comes in besides the business, before and after the start."""
    _, home, figure = case.translate, case.assumptions.household, case.wording.figure
    before, after = sum(i.before for i in home.incomes), sum(i.after for i in home.incomes)
    lines = () if case.study.is_in_totals else home.incomes
    rows = [Row((i.name, figure(i.before), figure(i.after))) for i in lines]
    rows.append(Row((_("All incomes"), figure(before), figure(after)), "total"))
    heads = (_("before"), _("after the start"))
    columns = [Column(), *(Column(head, figures=True, least=80) for head in heads)]
    return [*section(case, _("Net incomes a month"), by_entrepreneur(case)), Table(columns, rows, case.styles)]


def expenses(case: Case) -> list[Flowable]:
    """What goes out, in two columns; in totals, all of it."""
    _, figure = case.translate, case.wording.figure
    if case.study.is_in_totals:
        whole = Row((_("All expenses"), figure(sum(e.amount for e in case.assumptions.household.expenses))), "total")
        table = Table([Column(), Column(figures=True, least=80)], [whole], case.styles)
        return [*section(case, _("Expenses a month"), by_entrepreneur(case)), table]
    spent = [(expense_name(case, e.name), e.amount) for e in case.assumptions.household.expenses if e.amount]
    half = -(-len(spent) // 2)
    pairs = zip_longest(spent[:half], spent[half:], fillvalue=("", 0.0))
    rows = [Row((left, figure(paid), right, figure(also) if right else "")) for (left, paid), (right, also) in pairs]
    rows.append(Row(("", "", _("All expenses"), figure(sum(amount for _name, amount in spent))), "total"))
    columns = [Column(), Column(figures=True, least=60), Column(names=True), Column(figures=True, least=60)]
    return [*section(case, _("Expenses a month"), by_entrepreneur(case)), Table(columns, rows, case.styles)]


def expense_name(case: Case, name: str) -> str:
    """What an expense is called: those of the study are translated, own ones are as they were typed."""
    return case.translate(name)


def needs(case: Case) -> list[Flowable]:
    """What the family needs from the business by year, and what the business leaves for it."""
    _, home, ratios = case.translate, case.engine.parts.home.whole, case.engine.statements.year_ratios
    if not any(case.by_year(home.outgoings)):
        return []

    def row(words: str, line: Line, sign: int = 1, kind: Kind = "plain") -> Row:
        return Row([words, *(case.wording.figure(sign * amount) for amount in case.by_year(line))], kind)

    covered, needed = case.by_year(ratios.family_covered), case.by_year(ratios.needed)
    cover = [case.wording.percent(x) if need > 0 else "–" for x, need in zip(covered, needed, strict=True)]
    rows = [
        row(_("Other income of the family"), home.incomes),
        row(_("Expenses of the family"), home.expenses, -1),
        row(_("Private debts paid"), home.instalments, -1),
        row(_("Needed from the business"), ratios.needed, kind="total"),
        row(_(ratios.for_family.label), ratios.for_family),
        Row([_(ratios.family_covered.label), *cover]),
    ]
    return [
        *section(case, _("What the family needs from the business, by year"), calculated(case)),
        Table([Column(), *year_columns(case)], rows, case.styles),
        note(case, _("A lender compares every line of this budget with three months of bank statements.")
             if not case.study.is_in_totals else
             _("The household stands here in totals. The entrepreneur keeps the lines, and can show them beside three "
               "months of bank statements.")),
    ]
