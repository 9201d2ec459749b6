"""The largest plan that a file may hold still fits a spreadsheet, in every language of the documents."""

import json
from functools import cache

import pytest

from bizplan.domain import plan_file
from bizplan.domain.calculation import built
from bizplan.domain.questions import GROUPS
from bizplan.translations import translator
from financial_models import Plan
from financial_models.readers.formulas import LONGEST, Formulas
from financial_models.readers.layout import Layout

ROWS = {
    "products": {"price": 5, "units": 10, "cost_per_unit": 1, "commission": 0.1, "commission_has_vat": True},
    "costs": {"amount": 10, "vat": "standard"},
    "equipment": {"price": 500, "vat": "standard", "sale_month": 30},
    "employees": {"gross": 2000}, "casual_work": {"hours": 10, "cost_per_hour": 15},
    "deposits": {"amount": 100}, "own_money": {"amount": 100}, "grants": {"amount": 100},
    "loans": {"amount": 1000, "rate": 0.05, "months": 36}, "leases": {"price": 1000, "rate": 0.05, "months": 36},
}


@cache
def largest_plan() -> Plan:
    """As many rows as each group that is calculated may have, with a trial before them."""
    rows = {group: [{"id": f"r{n}", **row} for n in range(GROUPS[group].most)] for group, row in ROWS.items()}
    trial = {"test_phase": {"planned": True, "months": 6}}
    return built(plan_file.read(json.dumps({"format": 1, "language": "nl", **trial, **rows})))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_formula_of_the_largest_plan_is_longer_than_a_spreadsheet_takes(language):
    model = largest_plan().model
    written = Formulas(model, Layout(model, translator(language))).rows.values()
    assert max(len(formula.pattern) for formula in written) < LONGEST
