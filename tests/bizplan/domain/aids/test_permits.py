"""Permits by trade: where to ask, and how sure each line is."""

from datetime import date

import pytest

from bizplan.domain.aids.notes import table
from bizplan.domain.aids.permits import Usual, permits, row
from bizplan.domain.questions import QUESTIONS
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

DAY = date(2026, 12, 1)
TRADES = [option.key for option in QUESTIONS["idea.sector"].options]


@pytest.mark.parametrize("sector", TRADES)
def test_every_trade_registers_and_joins_a_fund(sector):
    found = permits(sector, DAY)
    always = {permit.key for permit in found.permits if permit.usual is Usual.ALWAYS}
    assert {"registration", "insurance_fund"} <= always
    assert is_whole(found)
    assert [list(Usual).index(permit.usual) for permit in found.permits] == sorted(
        list(Usual).index(permit.usual) for permit in found.permits)


def test_a_restaurant_asks_the_food_agency_and_looks_at_the_till():
    found = {permit.key: permit for permit in permits("restaurant", DAY).permits}
    assert found["food_safety_horeca"].source.status == "official"
    assert found["registered_till"].figure.key == "formalities.registered_till_turnover"
    assert found["alcohol"].source.status == "unverified"


def test_what_is_no_longer_asked_is_named_and_not_proposed():
    found = permits("construction", DAY)
    assert ("Proof of competence: no longer asked in Flanders", "No longer asked") in said(found)
    assert row(next(each for each in found.permits if each.usual is Usual.NEVER)) not in found.rows


def test_rows_are_those_that_are_usual_still_to_be_asked():
    rows = permits("it", DAY).rows
    assert rows[0].texts["rules.permits[].name"] == "Registration at an enterprise counter (KBO number)"
    assert {each.answers["rules.permits[].status"] for each in rows} == {"to_ask"}


def test_lines_that_nobody_read_in_a_source_are_counted():
    found = permits("bakery", DAY)
    unread = sum(permit.source.status == "unverified" for permit in found.permits)
    assert f"{unread} lines were not read in a source yet. Ask about those first." in remarked(found)


def test_the_data_name_only_trades_of_the_study():
    named = {sector for entry in table("permits")["permit"] if entry["sectors"] != "all" for sector in entry["sectors"]}
    assert named <= set(TRADES)
    keys = [entry["key"] for entry in table("permits")["permit"]]
    assert len(keys) == len(set(keys))


def test_a_figure_that_is_not_known_for_the_day_is_left_out():
    assert permits("it", date(2023, 1, 1)).permits[0].figure is None


def test_a_trade_that_nobody_knows_is_refused():
    with pytest.raises(LookupError, match="'piracy'"):
        permits("piracy", DAY)
