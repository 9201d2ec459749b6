"""How the credit is repaid to the last instalment, what it costs, and what stands behind it."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.dossier.answers import feeding
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import (
    answers,
    calculated,
    chapter,
    facts,
    not_filled_in,
    note,
    rows_of,
    section,
)
from bizplan.documents.dossier.summary_figures import full_payment
from bizplan.documents.dossier.tables import DENSE, Column, Row, Table
from bizplan.documents.text import in_one_line
from bizplan.domain.questions import QUESTIONS
from financial_models.appraisal import NotDefined, Payment, Schedule, irr
from financial_models.assumptions import Loan
from financial_models.readers.numerals import apart


def repayment_chapter(case: Case) -> list[Flowable]:
    """The credits asked for, the guarantee, and each schedule."""
    _ = case.translate
    story = chapter(case, "repayment", _("Repayment and guarantee"), conclusion(case))
    if not case.asked:
        story += [*section(case, _("The credit asked for")), *not_filled_in(case)]
    for loan, schedule in zip(case.asked, case.schedules, strict=True):
        story += terms(case, loan, schedule)
    story += answers(case, _("Guarantee and second source"), feeding("repayment"))
    story += rows_of(
        case, "financing.guarantors", "name", "relation", "income", "amount", "agreed", heading=_("Guarantors")
    )
    story += other_debts(case)
    for loan, schedule in zip(case.asked, case.schedules, strict=True):
        story += schedule_table(case, loan, schedule)
    return story


def conclusion(case: Case) -> str:
    """What is paid in all, and until when."""
    _ = case.translate
    if not case.schedules:
        return ""
    cost = sum(schedule.total_cost for schedule in case.schedules)
    last = max(schedule.payments[-1].month for schedule in case.schedules)
    words = _("The credit is repaid in {month}; interest and fee come to {cost}.")
    return words.format(month=case.month(last), cost=case.wording.cents(cost))


def terms(case: Case, loan: Loan, schedule: Schedule) -> list[Flowable]:
    """What was agreed or is asked, and what it comes to."""
    _, wording = case.translate, case.wording
    kind = QUESTIONS["loans[].kind"].option(loan.kind)
    payment = full_payment((schedule,))
    cost = irr(schedule.flows)
    rows = [
        (_("Amount"), wording.cents(loan.amount)),
        (_("Yearly interest rate"), wording.percent(loan.rate, 2)),
        (_("Term"), _("{count} months").format(count=int(loan.months))),
        (_("Months with interest only"), str(int(loan.grace))),
        (_("How it is repaid"), _(kind.label) if kind else loan.kind),
        (
            _("Instalment"),
            f"{wording.cents(payment[1])} ({_('from {month}').format(month=case.month(payment[0]))})"
            if payment
            else "–",
        ),
        (_("File fee"), wording.cents(sum(p.fee for p in schedule.payments))),
        (_("All interest"), wording.cents(schedule.total_interest)),
        (_("Total cost of the credit"), wording.cents(schedule.total_cost)),
        (_("Yearly cost, all in (APR)"), _(cost.reason) if isinstance(cost, NotDefined) else wording.percent(cost, 2)),
    ]
    table = facts(case, rows)
    table.stays_whole = True
    name = apart(in_one_line(loan.name), wording.language)
    return [*section(case, _("Credit: {name}").format(name=name), calculated(case)), table]


def other_debts(case: Case) -> list[Flowable]:
    """The other loans of the business, by year."""
    _ = case.translate
    lines = [
        (loan, block)
        for loan, block in zip(case.assumptions.loans, case.engine.parts.money.loans, strict=True)
        if loan not in case.asked
    ]
    if not lines:
        return []
    rows = []
    for loan, block in lines:
        paid, owed = case.by_year(block.service), case.by_year(block.debt)
        rows.append(Row([loan.name, _("paid"), *(case.wording.figure(x) for x in paid)]))
        rows.append(Row(["", _("still owed"), *(case.wording.figure(x) for x in owed)]))
    columns = [
        Column(_("Other loans"), weight=3),
        Column("", weight=1.2),
        *(Column(_("year {number}").format(number=y.rank), figures=True, least=54) for y in case.years),
    ]
    return [
        *section(case, _("Other loans of the business, by year"), calculated(case)),
        Table(columns, rows, case.styles),
    ]


def schedule_table(case: Case, loan: Loan, schedule: Schedule) -> list[Flowable]:
    """Every payment, by month, with what it comes to."""
    _, figure = case.translate, case.wording.figure
    heads = (_("drawn"), _("instalment"), _("interest"), _("capital"), _("fee"), _("still owed"))
    columns = [
        Column(_("No."), figures=True, least=24),
        Column(_("Month"), weight=1),
        *(Column(head, figures=True, least=58) for head in heads),
    ]
    rows, number = [], 0
    for payment in schedule.payments:
        number += payment.instalment > 0
        rows.append(payment_row(case, payment, number))
    paid = [
        sum(getattr(p, name) for p in schedule.payments)
        for name in ("drawn", "instalment", "interest", "principal", "fee")
    ]
    rows.append(Row(["", _("Together"), *(figure(amount, 2) for amount in paid), ""], "total"))
    heading = section(
        case,
        _("Schedule of {name}, to the last instalment, in euro").format(name=apart(loan.name, case.wording.language)),
        calculated(case),
        140,
    )
    return [
        *heading,
        Table(columns, rows, case.styles, DENSE),
        note(case, _("Interest is on what was owed when the month began; the last payment settles the cents.")),
    ]


def payment_row(case: Case, payment: Payment, number: int) -> Row:
    """One month of a loan."""
    amounts = (payment.drawn, payment.instalment, payment.interest, payment.principal, payment.fee, payment.balance)
    rank = str(number) if payment.instalment > 0 else "–"
    return Row([rank, case.month_and_year(payment.month), *(case.wording.figure(amount, 2) for amount in amounts)])
