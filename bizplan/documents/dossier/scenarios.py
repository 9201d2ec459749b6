"""What if: the plan as it is, and with each thing that goes wrong alone."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.charts import StateMark
from bizplan.documents.charts.marks import State
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import answers_to, calculated, note, section
from bizplan.documents.dossier.limits import MARK, written
from bizplan.documents.dossier.results import figures_page
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.documents.setbacks import scenario_name
from financial_models import Outcome, Scenario

ANSWERS = (
    "risks.if_sales_are_lower",
    "risks.if_costs_are_higher",
    "risks.if_the_start_is_later",
    "financing.if_less_is_granted",
)


def scenario_pages(case: Case) -> list[Flowable]:
    """The table of scenarios, and what the entrepreneur would do."""
    _ = case.translate
    stood = sum(state(case, outcome) != "stop" for _scenario, outcome in case.scenarios[1:])
    count = len(case.scenarios) - 1
    if state(case, case.outcome) == "stop":
        title = _("The plan does not stand as it is, before any setback")
    elif stood == count:
        title = _("The plan stands up to each setback that was tried")
    elif stood:
        title = _("The plan stands up to {count} of the {all} setbacks that were tried").format(count=stood, all=count)
    else:
        title = _("The plan does not stand up to a setback without measures")
    below = _(
        "Each setback is calculated alone, with nothing done about it: taxes and contributions follow, measures do not."
    )
    return [
        *figures_page(case, "scenarios", _("What if"), title, below),
        *section(case, _("The plan and its setbacks"), calculated(case)),
        scenario_table(case),
        note(
            case,
            _("Red: the account falls below zero, or coverage after the family is below {limit} in a year.").format(
                limit=case.wording.number(case.lending.threshold("stress_dscr"))
            ),
        ),
        *cash_needed(case),
        *answers_to(case, _("What is done then"), *ANSWERS),
    ]


def scenario_table(case: Case) -> Table:
    """Lowest cash, cover of the family and coverage of the debt in each scenario."""
    _ = case.translate
    columns = [
        Column(width=MARK),
        Column(_("Scenario"), weight=2),
        Column(_("lowest on the account"), figures=True, least=66),
        Column(_("in"), figures=True, least=44),
        Column(_("months below zero"), figures=True, least=56),
        Column(_("family covered, worst year"), figures=True, least=70),
        Column(_("coverage after the family, worst year"), figures=True, least=84),
    ]
    return Table(columns, [scenario_row(case, *each) for each in case.scenarios], case.styles)


def scenario_row(case: Case, scenario: Scenario, outcome: Outcome) -> Row:
    """One scenario; the plan itself in bold."""
    _ = case.translate
    return Row(
        [
            StateMark(state(case, outcome)),
            scenario_name(scenario, case.wording.language, _),
            case.wording.figure(outcome.lowest_cash),
            case.month_and_year(outcome.lowest_month),
            case.wording.figure(outcome.months_below_zero),
            written(case, True, outcome.worst_family),
            written(case, False, outcome.worst_dscr),
        ],
        "total" if scenario.name == "base" else "plain",
    )


def state(case: Case, outcome: Outcome) -> State:
    """Whether the plan stands: cash above zero and debts served; narrowly where the buffer is gone."""
    limit = case.lending.threshold
    if round(outcome.lowest_cash, 2) < limit("minimum_cash") or outcome.worst_dscr < limit("stress_dscr"):
        return "stop"
    return "warn" if outcome.lowest_cash < case.review.buffer else "ok"


def cash_needed(case: Case) -> list[Flowable]:
    """How much more money would carry the business through the worst setback."""
    _ = case.translate
    worst = min(outcome.lowest_cash for _scenario, outcome in case.scenarios)
    if worst >= 0:
        return []
    words = _("To stay above zero in the worst of these, {amount} more would be needed from the start.")
    return [note(case, words.format(amount=case.wording.euro(-worst)))]
