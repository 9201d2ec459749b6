"""Figures that were frozen, held against what is calculated today: a cent is a difference, noise is none."""

import json
import math

import pytest

from bizplan.domain.figures import as_json, figures
from bizplan.domain.lending.frozen_figures import lines_that_differ, outcome_of
from financial_models import outcome
from tests.bizplan.domain.lending.made import DAY, bakery


@pytest.fixture(scope="module")
def frozen():
    """The figures of the bakery as they are frozen."""
    work = bakery()
    return json.loads(as_json(figures(work.engine, work.values, scenario="base", today=DAY)))


def changed(frozen, key, by, month=5):
    told = json.loads(json.dumps(frozen))
    told["lines"][key]["by_month"][month] += by
    return told


def test_what_is_calculated_again_is_the_same(frozen):
    work = bakery()
    again = json.loads(json.dumps(figures(work.engine, work.values, scenario="base", today=DAY)))
    assert lines_that_differ(frozen, again) == ()


@pytest.mark.parametrize(("by", "differs"), [(0.01, ("bank.cash",)), (-0.01, ("bank.cash",)), (0.004, ()), (1e-9, ())])
def test_a_cent_is_a_difference_and_less_than_half_of_one_is_none(frozen, by, differs):
    assert lines_that_differ(frozen, changed(frozen, "bank.cash", by)) == differs


def test_a_ratio_differs_by_a_hundredth_of_a_per_cent(frozen):
    told = json.loads(json.dumps(frozen))
    told["outcome"]["dscr_family"][1] += 0.0001
    assert lines_that_differ(frozen, told) == ("dscr_family",)


def test_a_line_that_is_new_or_gone_is_no_figure_that_differs(frozen):
    told = json.loads(json.dumps(frozen))
    told["lines"]["new.line"] = told["lines"].pop("bank.cash")
    assert lines_that_differ(frozen, told) == ()


def test_a_figure_that_has_no_value_any_more_differs(frozen):
    told = json.loads(json.dumps(frozen))
    told["outcome"]["lowest_cash"] = None
    assert lines_that_differ(frozen, told) == ("lowest_cash",)


def test_the_figures_that_decide_are_read_back_as_they_were(frozen):
    work = bakery()
    assert outcome_of(frozen) == outcome(work.engine, work.values)


def test_what_was_not_defined_is_not_a_number(frozen):
    told = json.loads(json.dumps(frozen))
    told["outcome"] |= {"irr": None, "tightest_share": None, "dscr_family": [None, 1.2]}
    found = outcome_of(told)
    assert math.isnan(found.tightest_share) and math.isnan(found.dscr_family[0]) and found.dscr_family[1] == 1.2
    assert "not defined when this was handed in" in found.irr.reason
