"""What if, for documents: what each scenario is called, and what the workbook's switch of scenarios is made of."""

from __future__ import annotations

from collections.abc import Mapping

from bizplan.domain.readiness.case import Calculated
from bizplan.domain.readiness.sentences import N_, Translate
from bizplan.domain.swings import Moved, Swing, swings
from bizplan.translations import translator
from financial_models import Outcome, Plan, Scenario
from financial_models.language import MONEY, NUMBER, PERCENT, RATIO
from financial_models.readers.numerals import percentage
from financial_models.readers.words_inputs import SOURCES

from .workbook import Measure, Sensitivity, Setback, Variation, WhatIf

LAW: Mapping[str, str] = {"sales_down": "stress_sales", "costs_up": "stress_costs", "later": "stress_delay",
                          "less_credit": "stress_credit"}


def scenario_name(scenario: Scenario, language: str, _: Translate) -> str:
    """What a scenario is called, with how far it goes."""
    names = {
        "base": _("As planned"),
        "sales_down": _("Sales {share} lower").format(share=percentage(1 - scenario.sales, language)),
        "costs_up": _("Costs {share} higher").format(share=percentage(scenario.costs - 1, language)),
        "later": _("Start {count} months later").format(count=scenario.months_later),
        "less_credit": _("{share} of the credit is granted").format(share=percentage(scenario.credit, language)),
    }
    return names[scenario.name]


def what_if(case: Calculated, language: str) -> WhatIf:
    """The switch of a workbook: the plan, its setbacks as its lender tries them, and the lender's own values."""
    _, levers = translator(language), case.engine.parts.start.levers
    outcomes = ((Scenario("base"), case.outcome), *case.stressed)
    own = Setback(_("The lender’s own values"), (0.0, 0.0, 0.0, 1.0))
    return WhatIf((levers.sales_factor, levers.cost_factor, levers.delay, levers.credit_share),
                  (*(_setback(case, *each, language) for each in outcomes), own), _measures(case.engine))


def _setback(case: Calculated, scenario: Scenario, outcome: Outcome, language: str) -> Setback:
    name = scenario_name(scenario, language, translator(language))
    law = case.threshold(LAW[scenario.name]) if scenario.name in LAW else None
    moves = scenario.sales - 1, scenario.costs - 1, float(scenario.months_later), scenario.credit
    return Setback(name, moves, law, results(outcome))


def results(outcome: Outcome) -> tuple[float, ...]:
    """What scenarios are compared in, in the order of the measures."""
    return (outcome.lowest_cash, outcome.lowest_month, outcome.months_below_zero, outcome.worst_family,
            outcome.worst_dscr, outcome.covers_costs_from, outcome.covers_living_from)


def _measures(engine: Plan) -> tuple[Measure, ...]:
    """In the order of the results."""
    s = engine.statements
    cash, year, point = s.position.cash, s.year_ratios, s.break_even
    return (Measure(N_("Lowest on the account"), "lowest", (cash,), MONEY),
            Measure(N_("in the month"), "lowest month", (cash,), NUMBER),
            Measure(N_("Months below zero"), "below zero", (cash,), NUMBER),
            Measure(N_("Family covered, worst year"), "worst year", (year.family_covered, year.needed), PERCENT),
            Measure(N_("Coverage of the debt after the family, worst year"), "worst year",
                    (year.dscr_family, s.cash_flow.debt_service), RATIO),
            Measure(N_("Sales cover the costs from"), "first month", (point.first_covered,), NUMBER),
            Measure(N_("Sales cover living and instalment from"), "first month", (point.first_lives,), NUMBER))


def sensitivity(case: Calculated, language: str) -> Sensitivity:
    """What one number that is off does to the plan, the heaviest first."""
    return Sensitivity(_decisive(case.outcome), tuple(_variation(each, language) for each in swings(case)))


def _variation(swing: Swing, language: str) -> Variation:
    rests_on = SOURCES[language].grades[swing.grade - 1] if swing.grade else SOURCES[language].lender

    def side(moved: Moved | None) -> tuple[float, tuple[float, float, float]] | None:
        return (moved.by, _decisive(moved.outcome)) if moved else None
    return Variation(swing.line, rests_on, side(swing.less), side(swing.more), swing.weight)


def _decisive(found: Outcome) -> tuple[float, float, float]:
    return found.lowest_cash, found.worst_family, found.worst_dscr
