"""An amount of a day, a week or a year becomes one of a month, and VAT goes in and out, to the cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain.amounts import Per, other_side, sides, turned
from bizplan.domain.questions import Period
from bizplan.domain.questions.question import Vat
from bizplan.domain.readiness.sentences import sentence

cents = st.integers(-10**11, 10**11).map(lambda number: number / 100)


@pytest.mark.parametrize(("amount", "said", "asked", "becomes", "exact"), [
    (10, Period.DAY, Period.MONTH, 304.17, False),          # 10 × 365 ÷ 12 = 304.1666…
    (10, Period.DAY, Period.YEAR, 3650, True),
    (10, Period.DAY, Period.WEEK, 70, True),                # a week has seven days
    (70, Period.WEEK, Period.DAY, 10, True),
    (100, Period.WEEK, Period.MONTH, 433.33, False),        # 100 × 52 ÷ 12 = 433.3333…
    (300, Period.WEEK, Period.MONTH, 1300, True),
    (100, Period.WEEK, Period.QUARTER, 1300, True),
    (1234.5, Period.MONTH, Period.YEAR, 14814, True),
    (1000, Period.YEAR, Period.MONTH, 83.33, False),
    (0.06, Period.YEAR, Period.MONTH, 0.01, False),         # half a cent goes up
    (99, Period.MONTH, Period.MONTH, 99, True),
    (0.125, Period.MONTH, Period.YEAR, 1.5, True),
    (0, Period.DAY, Period.MONTH, 0, True),
])
def test_an_amount_is_turned_into_the_period_that_is_asked(amount, said, asked, becomes, exact):
    found = turned(amount, said, asked)
    assert (found.turned, found.exact) == (Per(becomes, asked), exact)


def test_days_that_the_door_is_open_count_instead_of_all_days():
    assert turned(200, Period.DAY, Period.MONTH, days=240).turned == Per(4000, Period.MONTH)
    assert turned(200, Period.DAY, Period.WEEK, days=260).turned == Per(1000, Period.WEEK)


@pytest.mark.parametrize(("said", "asked", "words"), [
    (Period.DAY, Period.MONTH, "€\u00a0120 a day × 365 ÷ 12 = €\u00a03,650 a month"),
    (Period.WEEK, Period.MONTH, "€\u00a0120 a week × 52 ÷ 12 = €\u00a0520 a month"),
    (Period.YEAR, Period.MONTH, "€\u00a0120 a year ÷ 12 = €\u00a010 a month"),
    (Period.QUARTER, Period.YEAR, "€\u00a0120 a quarter × 4 = €\u00a0480 a year"),
    (Period.QUARTER, Period.MONTH, "€\u00a0120 a quarter ÷ 3 = €\u00a040 a month"),
])
def test_the_sum_is_shown_with_its_factors(said, asked, words):
    assert sentence(turned(120, said, asked), "en", str) == words


@pytest.mark.parametrize("period", [Period.ONCE, Period.HOUR, Period.NONE])
def test_what_has_no_place_in_a_year_is_refused(period):
    with pytest.raises(ValueError, match=f"An amount of {period.name} has no place in a year"):
        turned(10, period, Period.MONTH)


@given(cents, st.sampled_from([Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER]))
def test_there_and_back_is_the_same_to_the_cent_of_a_year(amount, period):
    yearly = turned(amount, period, Period.YEAR)
    assert yearly.exact
    assert turned(yearly.turned.amount, Period.YEAR, period).turned.amount == amount


@pytest.mark.parametrize(("amount", "given", "rate", "without", "vat", "included"), [
    (110, Vat.WITH, 0.1, 100, 10, 110),
    (100, Vat.WITHOUT, 0.1, 100, 10, 110),
    (9.99, Vat.WITH, 0.2, 8.33, 1.66, 9.99),                # 9.99 ÷ 1.2 = 8.325, half a cent goes up
    (0.01, Vat.WITHOUT, 0.19, 0.01, 0, 0.01),               # less than half a cent of VAT
    (33.33, Vat.WITHOUT, 0.15, 33.33, 5, 38.33),            # 4.9995
    (50, Vat.WITH, 0, 50, 0, 50),
    (0.125, Vat.WITHOUT, 0.2, 0.125, 0.025, 0.15),          # a price finer than a cent stays as fine
    (0, Vat.WITH, 0.1, 0, 0, 0),
])
def test_both_sides_of_vat_agree_to_the_cent(amount, given, rate, without, vat, included):
    found = sides(amount, given, rate)
    assert (found.without, found.vat, found.included) == (without, vat, included)
    assert other_side(amount, given, rate) == (without if given is Vat.WITH else included)


@given(cents, st.sampled_from([Vat.WITH, Vat.WITHOUT]), st.integers(0, 50).map(lambda number: number / 100))
def test_the_given_side_never_changes_and_the_sum_closes(amount, given, rate):
    found = sides(amount, given, rate)
    assert (found.included if given is Vat.WITH else found.without) == amount
    assert round(found.without + found.vat, 2) == found.included


@pytest.mark.parametrize("given", [Vat.SAID, Vat.NONE])
def test_a_side_that_nobody_said_is_not_guessed(given):
    with pytest.raises(ValueError, match="ask the entrepreneur first"):
        sides(100, given, 0.1)


@pytest.mark.parametrize("rate", [-0.1, float("nan")])
def test_a_rate_below_nothing_is_refused(rate):
    with pytest.raises(ValueError, match="give a share of 0 or more"):
        sides(100, Vat.WITH, rate)
