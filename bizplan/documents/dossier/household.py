"""Part 5: what the household earns, spends and owes, before and after the start."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.dossier.answers import feeding
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import (
    Beside,
    Heading,
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
        *chapter(case, 5, "household", _("The household"), conclusion(case)),
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
    """Incomes before and after the start beside the expenses, a month."""
    _, home, figure = case.translate, case.assumptions.household, case.wording.figure
    heading = section(case, _("Monthly budget"), by_entrepreneur(case))
    if not home.incomes and not home.expenses:
        return [*heading, *not_filled_in(case)]
    before, after = sum(i.before for i in home.incomes), sum(i.after for i in home.incomes)
    incomes = [Row((i.name, figure(i.before), figure(i.after))) for i in home.incomes]
    incomes.append(Row((_("All incomes"), figure(before), figure(after)), "total"))
    spent = sum(e.amount for e in home.expenses)
    expenses = [Row((expense_name(case, e.name), figure(e.amount))) for e in home.expenses if e.amount]
    expenses.append(Row((_("All expenses"), figure(spent)), "total"))
    columns = [
        Column(),
        Column(_("before"), figures=True, least=52),
        Column(_("after the start"), figures=True, least=52),
    ]
    voice = by_entrepreneur(case)
    return [
        Beside(
            (
                1,
                6,
                [
                    Heading(case, _("Net incomes a month"), voice),
                    Table(columns, incomes, case.styles),
                ],
            ),
            (
                7,
                12,
                [
                    Heading(case, _("Expenses a month"), voice),
                    Table([Column(), Column(figures=True)], expenses, case.styles),
                ],
            ),
        )
    ]


def expense_name(case: Case, name: str) -> str:
    """What an expense is called: those of the study are translated, own ones are as they were typed."""
    return case.translate(name)


def needs(case: Case) -> list[Flowable]:
    """What the family needs from the business by year, and what the business leaves for it."""
    _, home = case.translate, case.engine.parts.home.whole
    ratios = case.engine.statements.year_ratios
    if not any(case.by_year(home.outgoings)):
        return []
    lines = ((home.incomes, 1), (home.expenses, -1), (home.instalments, -1))
    rows = [
        Row([case.translate(line.label), *(case.wording.figure(sign * x) for x in case.by_year(line))])
        for line, sign in lines
    ]
    rows.append(
        Row([_("Needed from the business"), *(case.wording.figure(x) for x in case.by_year(ratios.needed))], "total")
    )
    rows.append(
        Row(
            [
                case.translate(ratios.for_family.label),
                *(case.wording.figure(x) for x in case.by_year(ratios.for_family)),
            ]
        )
    )
    cover = [
        case.wording.percent(x) if need > 0 else "–"
        for x, need in zip(case.by_year(ratios.family_covered), case.by_year(ratios.needed), strict=True)
    ]
    rows.append(Row([case.translate(ratios.family_covered.label), *cover]))
    table = Table([Column(), *year_columns(case)], rows, case.styles)
    return [
        *section(case, _("What the family needs from the business, by year"), calculated(case)),
        table,
        note(case, _("A lender compares every line of this budget with three months of bank statements.")),
    ]
