"""The worst year: where something is needed or owed, and nowhere else."""

import math
from dataclasses import replace

import pytest

from financial_models import build, evaluate, outcome
from tests.properties.plans import a_hundred_plans


@pytest.fixture(scope="module")
def found():
    engine = build(a_hundred_plans()[3])
    return outcome(engine, evaluate(engine.model))


def test_a_year_in_which_nothing_is_owed_is_not_the_worst(found):
    owed = replace(found, dscr_family=(0.0, 1.4, 1.2), instalment_share=(0.0, 0.3, math.inf))
    assert owed.worst_dscr == 1.2


def test_a_year_in_which_the_family_needs_nothing_is_not_the_worst(found):
    needs = replace(found, family_covered=(0.0, 1.1, 0.9), family_need=(0.004, 12_000.0, 12_000.0))
    assert needs.worst_family == 0.9


def test_where_nothing_is_owed_or_needed_there_is_no_worst_year(found):
    nothing = replace(found, family_need=(0.0,) * len(found.family_need),
                      instalment_share=(0.0,) * len(found.instalment_share))
    assert math.isnan(nothing.worst_family) and math.isnan(nothing.worst_dscr)
