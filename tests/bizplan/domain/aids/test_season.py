"""Twelve factors from words or amounts, and the feasts that move."""

from datetime import date

import pytest

from bizplan.domain.aids.season import BUSYNESS, feast_months, feasts, season_of_amounts, season_of_words
from bizplan.domain.aids.slip import DoesNotFit
from tests.bizplan.domain.aids.spoken import is_whole, said

ICE = ("closed", "closed", "quiet", "normal", "busy", "very_busy", "very_busy", "very_busy", "normal", "quiet",
       "closed", "closed")


def test_words_become_factors_that_average_one():
    found = season_of_words(ICE)
    assert sum(found.factors) == pytest.approx(12, abs=0.001)
    assert found.factors[0] == 0
    assert found.factors[5] / found.factors[3] == pytest.approx(BUSYNESS["very_busy"] / BUSYNESS["normal"], abs=0.001)
    assert is_whole(found)


def test_amounts_are_held_against_their_mean():
    found = season_of_amounts((500,) * 6 + (1500,) * 6)
    assert found.normal == 1000
    assert found.factors == (0.5,) * 6 + (1.5,) * 6
    assert found.proposes["products[].season"] == found.factors
    assert said(found)[1] == ("A normal month: a twelfth of that", "1,000")
    assert is_whole(found)


def test_an_even_year_is_all_ones():
    assert season_of_words(("normal",) * 12).factors == season_of_words(("busy",) * 12).factors == (1.0,) * 12


def test_twelve_months_are_wanted_and_something_sold():
    with pytest.raises(DoesNotFit, match="There are 11 months here"):
        season_of_amounts((1.0,) * 11)
    with pytest.raises(DoesNotFit, match="at least one month"):
        season_of_words(("closed",) * 12)
    with pytest.raises(LookupError, match="'dead'; there are closed, very_quiet"):
        season_of_words(("dead",) * 12)


# As announced in Saudi Arabia: first day of Ramadan, Eid al-Fitr, Eid al-Adha.
ANNOUNCED = {
    2023: (date(2023, 3, 23), date(2023, 4, 21), date(2023, 6, 28)),
    2024: (date(2024, 3, 11), date(2024, 4, 10), date(2024, 6, 16)),
    2025: (date(2025, 3, 1), date(2025, 3, 30), date(2025, 6, 6)),
}


@pytest.mark.parametrize("year", ANNOUNCED)
def test_feasts_of_the_moon_fall_within_a_day_of_what_was_announced(year):
    found = {feast.name: feast.first for feast in feasts(year)}
    calculated = (found["Ramadan"], found["Eid al-Fitr"], found["Eid al-Adha"])
    assert all(abs((day - said).days) <= 1 for day, said in zip(calculated, ANNOUNCED[year], strict=True))


def test_a_year_can_hold_two_ramadans():
    assert [feast.first.month for feast in feasts(2030) if feast.name == "Ramadan"] == [1, 12]


def test_the_months_of_the_feasts_are_said_with_a_warning_about_the_moon():
    found = feast_months(2027)
    assert said(found, "nl")[0] == ("Ramadan begint", "8 februari 2027")
    assert ("Easter", "28 March 2027") in said(found)
    assert len(found.remarks) == 1
    assert is_whole(found)
