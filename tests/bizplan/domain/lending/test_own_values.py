"""A reader's own setbacks and limits: what they are for the engine, and what does not fit together."""

from datetime import date

import pytest

from bizplan.domain.lending.own_values import (
    OWN_LIMITS,
    SETBACK,
    is_setback,
    lender_of,
    limits_of,
    only_in,
    refused,
    scenario_of,
)
from bizplan.domain.readiness import Finding, Place, Severity
from bizplan.domain.typed import Given, typed
from financial_models import Scenario
from financial_models.law import ANY_LENDER, caution, lender

DAY = date(2026, 11, 28)
LENDER = lender(ANY_LENDER, DAY)


def test_what_is_left_empty_is_as_planned():
    assert scenario_of({}) == Scenario("own") and not is_setback({"dscr_red": 1})
    assert scenario_of({"sales": 0.3, "later": 2}) == Scenario("own", sales=0.7, months_later=2)
    assert scenario_of({"sales": -0.25, "costs": -0.5, "credit": 0}) == Scenario("own", 1.25, 0.5, 0, 0.0)
    assert is_setback({"sales": 0}), "nothing lower is an answer too"


@pytest.mark.parametrize(("key", "lowest", "highest", "beyond"), [
    ("sales", "-100", "95", ("-100.1", "95.1")), ("costs", "-50", "200", ("-51", "201")),
    ("later", "0", "12", ("13", "1.5", "-1")), ("credit", "0", "150", ("-1", "151"))])
def test_setbacks_lie_within_bounds(key, lowest, highest, beyond):
    question, = [each for each in SETBACK if each.key == key]
    assert all(isinstance(typed(question, text, "en"), Given) for text in (lowest, highest))
    assert not any(isinstance(typed(question, text, "en"), Given) for text in beyond)


def test_a_limit_of_the_reader_says_so_in_every_language_and_is_no_doubtful_law():
    own = lender_of(LENDER, {"dscr_green": 2, "sales": 0.3}, DAY)
    rate = own.threshold("dscr_green")
    assert (rate.value, rate.since, rate.link, rate.note) == (2, DAY, None, None)
    assert rate.source.en == "set by the reader of this page" and caution(rate, DAY) is None
    assert rate.source.text("ar") == "حدّده قارئ هذه الصفحة"
    assert rate.label == LENDER.threshold("dscr_green").label
    others = {name: each for name, each in own.thresholds.items() if name != "dscr_green"}
    assert others == {name: each for name, each in LENDER.thresholds.items() if name != "dscr_green"}
    assert LENDER.threshold("dscr_green") == 1.25, "the lender itself stays what it is"


def test_limits_are_held_in_order_against_those_of_the_lender():
    assert refused({"dscr_red": 1.25}, LENDER) == {} and refused({"sales": 0.9}, LENDER) == {}
    assert refused({"dscr_red": 1.3}, LENDER).keys() == {"dscr_red"}
    assert refused({"dscr_red": 1.3, "dscr_green": 1.4}, LENDER) == {}
    assert refused({"instalment_share_red": 0.4}, LENDER).keys() == {"instalment_share_red"}
    strict = lender_of(LENDER, {"dscr_green": 1.2}, DAY)
    assert refused({"dscr_red": 1.25}, strict).keys() == {"dscr_red"}, "of this lender, not of all"


def test_every_limit_of_a_reader_is_one_of_lenders():
    assert len(OWN_LIMITS) == 12 and limits_of({each.key: 1 for each in OWN_LIMITS}).keys() <= LENDER.thresholds.keys()


def test_checks_differ_by_their_rule_and_their_place_not_by_their_words():
    here, there = Place("loans", "a", "loans"), Place("loans", "b", "loans")
    one = Finding("cover", Severity.REMARK, "financing", "Little.", places=(here,))
    same = Finding("cover", Severity.REMARK, "financing", "Less.", places=(here,))
    other = Finding("cover", Severity.REMARK, "financing", "Little.", places=(there,))
    assert only_in((same, other), (one,)) == (other,) and only_in((one,), ()) == (one,)
