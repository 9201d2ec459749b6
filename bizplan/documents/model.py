"""``model.xlsx``: the plan as a workbook, with its cover, its checks, its statements and its charts."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from bizplan.domain.plan import Plan as Study
from bizplan.domain.readiness import Readiness, Severity, readiness, sentence
from bizplan.translations import translator
from financial_models import Plan, Values, outcome
from financial_models.appraisal import NotDefined
from financial_models.language import NUMBER, PERCENT

from . import statements
from .workbook import Chart, Check, Cover, Finding, Reading, Statement, StatementRow, write_workbook
from .workbook.contents import Severity as Weight

WEIGHTS: dict[Severity, Weight] = {Severity.BLOCKER: "blocks", Severity.WARNING: "attention", Severity.REMARK: "note"}
COVER = (
    "This workbook keeps calculating: change a yellow cell on the sheet “Inputs” and everything follows, "
    "taxes and contributions included.",
    "White cells hold formulas and are locked without a password. The start date, the number of months and the kinds "
    "of loan are fixed; for another start or another loan, make the workbook anew from the plan.",
    "Look at the sheet “Checks” first. Grey months come after the plan: they are calculated and not judged.",
    "Beside each input stands what it rests on: an answer with its evidence, or the law with its source.",
)


def model_workbook(study: Study, engine: Plan, values: Values, *, language: str, as_of: date,
                   ready: Readiness | None = None) -> bytes:
    """The workbook of a plan, in Dutch, French or English; the same plan, language and day give the same bytes."""
    _ = translator(language)
    target, ready = BytesIO(), ready or readiness(study, engine, values, as_of)
    name = str(study.value("idea.business_name") or study.value("applicant.name") or _("Business plan"))
    cover = Cover(title=name, as_of=as_of, subtitle=_("Financial model"),
                  author=str(study.value("applicant.name") or ""),
                  paragraphs=tuple(_(text) for text in COVER))
    write_workbook(engine.model, values, target, language=language, cover=cover, translate=_, checks=_checks(engine),
                   findings=_findings(ready, language), readings=_readings(engine, values),
                   statements=_statements(engine), charts=_charts(engine))
    return target.getvalue()


def _checks(engine: Plan) -> tuple[Check, ...]:
    s = engine.statements
    return (Check("Assets equal equity and debts", s.balance_sheet.gap),
            Check("Cash stays above zero", s.position.cash, "not negative"))


def _findings(ready: Readiness, language: str) -> tuple[Finding, ...]:
    return tuple(Finding(WEIGHTS[finding.severity], sentence(finding, language, translator(language)),
                         ", ".join(place.path for place in finding.places)) for finding in ready.findings)


def _readings(engine: Plan, values: Values) -> tuple[Reading, ...]:
    found = outcome(engine, values)
    rate = "not defined" if isinstance(found.irr, NotDefined) else found.irr
    months = "not defined" if isinstance(found.payback, NotDefined) else float(found.payback)
    return (Reading("Yearly return on what is invested (IRR)", rate, PERCENT),
            Reading("Months until what was invested is back", months, NUMBER))


def _statements(engine: Plan) -> tuple[Statement, ...]:
    def made(title: str, rows: tuple[statements.Row, ...], monthly: bool = True) -> Statement:
        own = tuple(StatementRow(r.line, code=r.code, level=r.level, total=r.total) for r in rows)
        return Statement(title, own, monthly=monthly)
    return (made("Profit and loss", statements.profit_and_loss(engine)),
            made("Balance sheet", statements.balance_sheet(engine)),
            made("Cash flow", statements.cash_flow(engine)), made("Ratios", statements.ratios(engine), monthly=False))


def _charts(engine: Plan) -> tuple[Chart, ...]:
    s = engine.statements
    return (Chart("Cash at the end of the month", (s.position.cash,), "columns"),
            Chart("Sales and costs", (s.profit.turnover, s.profit.purchases, s.profit.running_costs)),
            Chart("Sales and break-even", (s.profit.turnover, s.break_even.sales, s.break_even.sales_to_live)))
