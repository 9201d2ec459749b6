"""The selling price between cost and market, with VAT in and out."""

from datetime import date

import pytest

from bizplan.domain.aids.selling_price import Offer, selling_price, vat_rate, with_vat, without_vat
from bizplan.domain.aids.slip import DoesNotFit
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

DAY = date(2026, 12, 1)


def test_the_rate_is_the_law_of_the_day_and_says_where_it_was_read():
    standard = vat_rate("standard", DAY)
    assert (standard, standard.key) == (0.21, "vat.rates.standard")
    assert vat_rate("exempt", DAY) == 0


def test_a_rate_that_is_not_a_choice_is_refused_with_the_choices():
    with pytest.raises(LookupError, match="standard, intermediate, reduced, zero, exempt"):
        vat_rate("high", DAY)


def test_vat_goes_in_and_out():
    assert with_vat(100, 0.21) == 121.00
    assert without_vat(121, 0.21) == 100.00
    assert without_vat(10, 0.06) == 9.43


def test_a_cost_of_40_and_a_margin_of_60_percent_ask_121_euros():
    found = selling_price(Offer(cost=40, margin=0.6), DAY)
    assert (found.floor, found.low, found.high, found.price) == (48.40, 121.00, None, 121.00)
    assert found.proposes["products[].price_method"] == "cost"
    assert remarked(found) == ["Ask what others charge and what customers would pay: the price now rests on your cost "
                               "alone."]


def test_the_market_ends_at_the_dearest_competitor_or_at_half_of_the_customers():
    market = {"competitors": (11.0, 12.5, 14.0), "customers": (10, 12, 13, 13, 15)}
    found = selling_price(Offer(cost=5, margin=0.5, vat="reduced", **market), DAY)
    assert (found.low, found.high) == (10.60, 13)
    assert found.price == 11.8                                           # the middle of 10.60 and 13.00
    assert found.proposes["products[].price_includes_vat"] is True
    assert "From € 10.60 your margin is reached; above € 13.00 you lose customers." in remarked(found)
    assert is_whole(found)


def test_of_the_price_the_vat_is_not_yours():
    found = selling_price(Offer(cost=5, margin=0.5, vat="reduced", competitors=(13.0,)), DAY)
    assert said(found)[-3:] == [("Price that is proposed, with VAT", "€ 11.80"), ("Of which VAT", "€ 0.67"),
                                ("What you keep of it, before your costs", "€ 11.13")]


def test_where_cost_and_market_leave_no_room_nothing_is_proposed():
    found = selling_price(Offer(cost=10, margin=0.5, vat="intermediate", competitors=(14.0, 16.80)), DAY)
    assert (found.low, found.high, found.price) == (22.40, 16.80, None)
    assert dict(found.proposes) == {}
    assert "For your margin at € 16.80 one may cost € 7.50 at most." in remarked(found)   # 16.80 / 1.12 / 2


def test_who_is_exempt_adds_no_vat():
    assert selling_price(Offer(cost=10, margin=0.5, exempt=True), DAY).low == 20


def test_a_few_voices_are_few():
    found = selling_price(Offer(cost=1, margin=0, customers=(5, 6)), DAY)
    assert "Only 2 people said what they would pay: ask more of them." in remarked(found)


def test_a_margin_of_everything_does_not_fit():
    with pytest.raises(DoesNotFit, match=r"margin: 1 does not fit here. Enter a number from 0 to 0.95"):
        Offer(cost=1, margin=1)
