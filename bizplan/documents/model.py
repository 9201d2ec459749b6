"""``model.xlsx``: the plan as a workbook, with its cover, its checks, its statements and its charts."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from bizplan.domain.figures import largest
from bizplan.domain.fingerprint import fingerprint, grouped
from bizplan.domain.letterhead import Letterhead
from bizplan.domain.plan import Plan as Study
from bizplan.domain.questions import PHASES
from bizplan.domain.readiness import Readiness, Severity, readiness, sentence
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.readiness.funding import Entry
from bizplan.domain.readiness.sentences import N_, Translate
from bizplan.domain.translated import printed
from bizplan.translations import translator
from financial_models import Plan, Values, outcome
from financial_models.appraisal import NotDefined
from financial_models.language import NUMBER, PERCENT

from . import statements
from .loan_to_try import loan_to_try
from .setbacks import sensitivity, what_if
from .workbook import (
    Amount,
    Chart,
    Check,
    Cover,
    Finding,
    Funding,
    Reading,
    Statement,
    StatementRow,
    write_workbook,
)
from .workbook.contents import Severity as Weight
from .workbook.origin import Line

WEIGHTS: dict[Severity, Weight] = {Severity.BLOCKER: "blocks", Severity.WARNING: "attention", Severity.REMARK: "note"}
COVER = (
    N_("This workbook keeps calculating: change a yellow cell on the sheet “Inputs” and everything follows, "
       "taxes and contributions included."),
    N_("White cells hold formulas and are locked without a password. The start date, the number of months and the "
       "kinds of loan are fixed; for another start or another loan, make the workbook anew from the plan."),
    N_("On the sheet “Scenarios” one cell switches the whole workbook: less sales, higher costs, a later start, less "
       "credit, or your own values. The loan explorer stands apart."),
    N_("Look at the sheet “Checks” first. Grey months come after the plan: they are calculated and not judged."),
    N_("Beside each input stands what it rests on: an answer with its evidence, or the law with its source."),
)


def model_workbook(study: Study, engine: Plan, values: Values, *, language: str, as_of: date,
                   ready: Readiness | None = None, origin: Line | None = None,
                   letterhead: Letterhead | None = None) -> bytes:
    """The workbook of a plan, in Dutch, French, English or Arabic; the same plan, language and day give the same bytes.

    Its texts stand in that language where somebody wrote them so; ``engine`` has the names of its lines from there.
    ``origin`` makes the line by which it is known again when it comes back.
    """
    _, mark, study = translator(language), fingerprint(study) if study.release else "", printed(study, language)
    target, ready = BytesIO(), ready or readiness(study, engine, values, as_of)
    case = ready.case if isinstance(ready.case, Calculated) else Calculated(study, as_of, engine, values)
    name = str(study.value("idea.business_name") or study.value("applicant.name") or _("Business plan"))
    subtitle = " · ".join([_("Financial model"), *([letterhead.name] if letterhead else [])])
    cover = Cover(title=name, as_of=as_of, subtitle=subtitle,
                  author=str(study.value("applicant.name") or ""),
                  paragraphs=tuple(_(text) for text in COVER),
                  fingerprint=grouped(mark))
    write_workbook(engine.model, values, target, language=language, cover=cover, translate=_, checks=_checks(engine),
                   funding=_funding(ready, _), findings=_findings(ready, language), readings=_readings(engine, values),
                   statements=_statements(engine), charts=_charts(engine), what_if=what_if(case, language),
                   sensitivity=sensitivity(case, language),
                   loan=loan_to_try(engine), origin=origin)
    return target.getvalue()


def _checks(engine: Plan) -> tuple[Check, ...]:
    s, cash = engine.statements, engine.parts.money.overdraft.cash
    debts = [each.debt for each in engine.parts.money.debts]
    agreed = (s.balance_sheet.overdrawn, cash.opening, s.cash_flow.movement)
    repaid = (Check(N_("No loan is repaid below zero"), debts[0], "not negative", tuple(debts[1:])),) if debts else ()
    size = largest(engine)
    return (Check(N_("Assets equal equity and debts"), s.balance_sheet.gap, size=size),
            Check(N_("Cash stays above zero"), cash, "not negative"),
            Check(N_("Cash on the balance sheet agrees with the cash flow"), s.balance_sheet.bank, "sum", agreed,
                  size),
            *repaid)


def _funding(ready: Readiness, _: Translate) -> Funding | None:
    """What the plan needs at the start and who pays for it; none where it cannot be judged."""
    def amounts(entries: tuple[Entry, ...]) -> tuple[Amount, ...]:
        return tuple(Amount(_(entry.label), entry.amount) for entry in entries)
    return Funding(amounts(ready.funding.uses), amounts(ready.funding.sources)) if ready.funding else None


def _findings(ready: Readiness, language: str) -> tuple[Finding, ...]:
    _ = translator(language)
    return tuple(Finding(WEIGHTS[each.severity], sentence(each, language, _), _(_subject(each.subject)))
                 for each in ready.findings)


def _subject(key: str) -> str:
    return next((phase.title for phase in PHASES if phase.key == key), "")


def _readings(engine: Plan, values: Values) -> tuple[Reading, ...]:
    found = outcome(engine, values)
    rate = N_("not defined") if isinstance(found.irr, NotDefined) else found.irr
    months = N_("not defined") if isinstance(found.payback, NotDefined) else float(found.payback)
    return (Reading(N_("Yearly return on what is invested (IRR)"), rate, PERCENT),
            Reading(N_("Months until what was invested is back"), months, NUMBER))


def _statements(engine: Plan) -> tuple[Statement, ...]:
    def made(title: str, rows: tuple[statements.Row, ...]) -> Statement:
        return Statement(title, tuple(StatementRow(r.line, r.label, r.code, r.level, r.total) for r in rows))
    return (made(N_("Profit and loss"), statements.profit_and_loss(engine)),
            made(N_("Balance sheet"), statements.balance_sheet(engine)),
            made(N_("Cash flow"), statements.cash_flow(engine)))


def _charts(engine: Plan) -> tuple[Chart, ...]:
    s = engine.statements
    return (Chart(N_("Cash at the end of the month"), (s.position.cash,), "columns"),
            Chart(N_("Sales and costs"), (s.profit.turnover, s.profit.purchases, s.profit.running_costs)),
            Chart(N_("Sales and break-even"), (s.profit.turnover, s.break_even.sales, s.break_even.sales_to_live)))
