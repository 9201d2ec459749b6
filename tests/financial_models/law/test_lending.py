"""Lenders are data: their terms, and the limits a dossier is compared with."""

from datetime import date

import pytest

from financial_models.law import UnknownKey, lender, lenders


def test_all_lenders_are_listed():
    assert [each.name for each in lenders()] == [
        "blank", "credal", "family", "impulskrediet", "microstart", "open_up", "startlening", "winwinlening",
    ]


def test_a_product_gives_its_terms_with_their_source():
    terms = lender("microstart").product("jump").terms
    assert (terms["rate"], terms["rate"].status) == (0.1213, "official")
    assert (terms["amount_min"], terms["amount_max"]) == (500, 25000)


def test_a_term_that_a_lender_does_not_publish_is_none_and_must_be_asked():
    assert lender("open_up").product("loan").term("rate") is None


def test_the_convention_of_the_monthly_rate_is_an_assumption_for_every_product():
    for each in lenders():
        for product in each.products:
            assert product.terms["nominal_twelfth"] == 1
            assert product.terms["nominal_twelfth"].status == "unverified"


def test_every_lender_has_the_common_limits():
    names = {"instalment_share_green", "instalment_share_red", "dscr_green", "dscr_red", "dscr_stop", "minimum_cash",
             "household_debt_share", "break_even_month", "own_contribution"}
    for each in lenders():
        assert names <= each.thresholds.keys()


def test_a_lender_replaces_a_common_limit_by_its_own():
    assert lender("blank").threshold("own_contribution") == 0
    assert lender("startlening").threshold("own_contribution") == 0.20


def test_no_limit_claims_to_be_official():
    assert {limit.status for limit in lender("blank").thresholds.values()} == {"secondary", "unverified"}


def test_terms_that_only_hold_later_are_left_out():
    assert "rate" not in lender("microstart", date(2020, 1, 1)).product("jump").terms


def test_an_unknown_lender_product_or_limit_is_answered_with_those_there_are():
    with pytest.raises(UnknownKey, match="microstart"):
        lender("microstat")
    with pytest.raises(UnknownKey, match="jump, boost"):
        lender("microstart").product("leap")
    with pytest.raises(UnknownKey, match="dscr_green"):
        lender("microstart").threshold("dscr")
