"""The financial plan that the founders of a company (BV) hand to the notary: the seven parts that the law asks for.

Code of companies and associations, art. 5:4, § 2, as read in the sources of ``company.financial_plan_months``.  Its
periods are counted from the founding, not from the first month of the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numpy.typing import NDArray
from reportlab.platypus import Flowable

from bizplan.documents import statements
from bizplan.documents.dossier.answers import answered, feeding
from bizplan.documents.dossier.case import Case, PlanYear
from bizplan.documents.dossier.flow import (
    answers,
    answers_to,
    by_entrepreneur,
    calculated,
    chapter,
    not_filled_in,
    note,
    rows_of,
    section,
)
from bizplan.documents.dossier.grounds import assumptions
from bizplan.documents.dossier.law import law_used
from bizplan.documents.dossier.limits import status_words
from bizplan.documents.dossier.method import method
from bizplan.documents.dossier.money import loans_and_own_money, parts_table
from bizplan.documents.dossier.project import market, products
from bizplan.documents.dossier.statements import balance_halves, month_table, statement_table
from bizplan.documents.dossier.tables import Column
from bizplan.domain.questions import QUESTIONS

YEAR = 12
AMOUNT = 76  # room for an amount under its head


@dataclass(frozen=True)
class Opening:
    """What the founders bring in, as the first balance sheet shows it: where it stands, and who owns it."""

    cash: float
    stock: float
    equipment: float
    debts: float

    @property
    def by_line(self) -> dict[str, float]:
        """The amounts by the line of the balance sheet in which they stand."""
        assets = self.cash + self.stock + self.equipment
        equity = assets - self.debts
        return {
            "bank": self.cash, "stock": self.stock, "current": self.cash + self.stock, "equipment": self.equipment,
            "fixed": self.equipment, "assets": assets, "contributed": equity, "equity": equity,
            "long_debt": self.debts, "debts": self.debts, "liabilities": assets,
        }


def founded_with(case: Case) -> Opening:
    """What stands in the business on the day of its founding: what is brought in up to the end of that month."""
    equity = case.engine.statements.equity
    cash, stock, debts = (float(case.by_month(line)[0]) for line in
                          (equity.opening_cash, equity.opening_stock, equity.opening_debts))
    own, cooperative, things = (float(case.by_month(line)[: case.opening_month].sum()) for line in
                                (equity.own_money, equity.cooperative, equity.in_kind))
    return Opening(cash + own + cooperative, stock, things, debts)


def periods(case: Case) -> tuple[PlanYear, ...]:
    """Twelve months after twelve months from the founding, as many as the law wants and the plan reaches."""
    wanted = int(case.review.judged.law("company.financial_plan_months"))
    horizon, first = case.engine.model.span.horizon, case.opening_month
    starts = range(first, min(first + wanted, horizon + 1), YEAR)
    return tuple(PlanYear(rank, start, min(start + YEAR - 1, horizon)) for rank, start in enumerate(starts, 1))


def activity_chapter(case: Case) -> list[Flowable]:
    """The activity, precisely described."""
    _ = case.translate
    remarks = [_("The seven parts are those of {basis}. Read in: {source} ({status}).").format(**law_read(case))]
    if case.assumptions.legal_form != "company":
        remarks.insert(0, _("The study says sole trader: only a company needs this plan. Taxes here are those of a "
                            "sole trader."))
    business = ("inform.idea", "inform.start", "operations.address", "rules.activity_code")
    return [
        *chapter(case, "activity", _("The planned activity")),
        *(note(case, words) for words in remarks),
        *answers_to(case, _("The business"), *business),
        *answers(case, _("The offer"), feeding("project")),
        *products(case),
        *market(case),
        *answers(case, _("Operations"), feeding("operations")),
        *answers_to(case, _("The legal form"), "rules.legal_form", "rules.legal_form_reason", "rules.category"),
    ]


def law_read(case: Case) -> dict[str, str]:
    """In which article the parts are asked for, where that was read, and how far that source may be trusted."""
    figure, language = case.review.judged.law("company.financial_plan_months"), case.wording.language
    return {"basis": figure.basis.text(language) if figure.basis else "", "source": figure.source.text(language),
            "status": status_words(case, figure.status)}


def sources_chapter(case: Case) -> list[Flowable]:
    """Where the money comes from at the founding, and the securities that are given."""
    _ = case.translate
    body = loans_and_own_money(case)
    found = parts_table(case, case.review.sources, _("Found"), case.review.missing) if case.review.sources else None
    listed = [*section(case, _("All sources"), calculated(case)), found] if found else []
    return [
        *chapter(case, "sources", _("Sources of the money at the founding, and securities")),
        *(listed or not_filled_in(case)), *body,
        *answers(case, _("Guarantee and second source"), feeding("repayment")),
        *rows_of(case, "financing.guarantors", "name", "relation", "income", "amount", "agreed",
                 heading=_("Guarantors")),
    ]


def balances_chapter(case: Case) -> list[Flowable]:
    """The opening balance, and the balance after each twelve months."""
    _ = case.translate
    head = chapter(case, "balances", _("Opening balance and projected balances"))
    if case.review.ready.funding is None:
        return [*head, *not_filled_in(case)]
    opening, ends = founded_with(case).by_line, periods(case)
    heads = [_("at the founding"), *(_("after {count} months").format(count=length(ends, each)) for each in ends)]
    columns = [Column(head, figures=True, least=AMOUNT) for head in heads]

    def amounts(row: statements.Row) -> list[float]:
        by_month = case.by_month(row.line)
        return [opening.get(row.line.name, 0.0), *(float(by_month[each.last - 1]) for each in ends)]

    assets, claims = balance_halves(case)
    return [
        *head,
        *section(case, _("Assets, in euro"), calculated(case)),
        statement_table(case, assets, columns, amounts),
        *section(case, _("Equity and debts, in euro"), calculated(case)),
        statement_table(case, claims, columns, amounts),
        note(case, _("The opening balance shows what the founders bring in until the end of {month}. Loans are paid "
                     "out after the founding.").format(month=case.month(case.opening_month))),
    ]


def length(ends: Sequence[PlanYear], each: PlanYear) -> int:
    """How many months there are from the founding to the end of a period."""
    return each.last - ends[0].first + 1


def results_chapter(case: Case) -> list[Flowable]:
    """Profit and loss over each twelve months from the founding."""
    _ = case.translate
    head = chapter(case, "results", _("Projected profit and loss"))
    if case.review.ready.funding is None:
        return [*head, *not_filled_in(case)]
    over = periods(case)
    heads = [_("month {first} to {last}").format(first=each.first - over[0].first + 1, last=length(over, each))
             for each in over]
    columns = [Column(head, figures=True, least=AMOUNT) for head in heads]

    def amounts(row: statements.Row) -> list[float]:
        by_month = case.by_month(row.line)
        return [float(by_month[each.first - 1 : each.last].sum()) for each in over]

    return [
        *head,
        *section(case, _("Profit and loss from the founding, in euro"), calculated(case)),
        statement_table(case, statements.profit_and_loss(case.engine), columns, amounts),
    ]


def budget_chapter(case: Case) -> list[Flowable]:
    """What comes in and what goes out, month by month, over the months that the law asks for."""
    _ = case.translate
    wanted = int(case.review.judged.law("company.financial_plan_months"))
    head = chapter(case, "budget", _("Expected income and expenses"), reached(case, wanted))
    if case.review.ready.funding is None:
        return [*head, *not_filled_in(case)]
    rows = statements.cash_flow(case.engine)
    cash = case.by_month(case.engine.statements.position.cash)
    return [*head, *(part for each in periods(case) for part in (
        *section(case, _("Months {first} to {last}, in euro, with VAT").format(
            first=each.first - case.opening_month + 1, last=each.last - case.opening_month + 1), calculated(case), 300),
        month_table(case, each, rows, lowest(cash, each)),
    )), note(case, _("What goes out has a minus. The month in which the account is lowest stands on a ground of its "
                     "own."))]


def lowest(cash: NDArray, each: PlanYear) -> int:
    """The month of a period in which the account is at its lowest."""
    return int(cash[each.first - 1 : each.last].argmin()) + each.first


def reached(case: Case, wanted: int) -> str:
    """Over how many months from the founding the plan reaches, where that is less than the law wants."""
    _, there = case.translate, case.engine.model.span.horizon - case.opening_month + 1
    if there >= wanted:
        return ""
    return _("The plan ends {there} months after the founding; the law asks for {wanted} months.").format(
        there=there, wanted=wanted)


def hypotheses_chapter(case: Case) -> list[Flowable]:
    """On what the expected sales and profit rest."""
    _ = case.translate
    return [*chapter(case, "hypotheses", _("Hypotheses behind sales and profit")),
            *method(case), *assumptions(case), *law_used(case)]


def expert_chapter(case: Case) -> list[Flowable]:
    """The name of whoever helped from outside."""
    _ = case.translate
    keeper = [QUESTIONS["operations.bookkeeper"]]
    body = [*(answers(case, _("Bookkeeping"), keeper) if answered(case, keeper) else []),
            *rows_of(case, "team.helpers", "name", "role", heading=_("Coach, mentor and advisers"))]
    none = [*section(case, _("Advisers"), by_entrepreneur(case)),
            note(case, _("Nobody from outside is named who helped with this plan."))]
    return [*chapter(case, "expert", _("The expert who helped")), *(body or none)]

