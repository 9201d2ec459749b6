"""A figure of law is found by its key and a day."""

import subprocess
import sys
from datetime import date

import pytest

from financial_models.law import NotYetKnown, UnknownKey, first_known, keys, months, rate, scale, scales, years
from financial_models.law.lookup import parameters

NEW_YEAR_2026 = date(2026, 1, 1)


def test_a_rate_counts_as_a_number_and_says_where_it_comes_from():
    standard = rate("vat.rates.standard", NEW_YEAR_2026)
    assert standard * 100 == pytest.approx(21)
    assert standard.value == 0.21
    assert (standard.key, standard.unit, standard.status) == ("vat.rates.standard", "share", "secondary")
    assert standard.since <= NEW_YEAR_2026
    assert standard.source
    assert standard.checked_on < standard.recheck_after


def test_on_each_day_the_value_that_had_begun_by_then_holds():
    days = (date(2026, 6, 30), date(2026, 7, 1))
    assert [rate("employment.first_hire_cap", day) for day in days] == [3100, 2000]


def test_a_yearly_amount_is_carried_forward_past_its_last_known_year_and_says_so():
    floor = rate("social_contributions.floor_main", date(2031, 3, 1))
    assert floor == 17374.08
    assert floor.carried_forward_from == 2026


def test_within_a_known_year_nothing_is_carried_forward():
    assert rate("social_contributions.floor_main", date(2026, 12, 31)).carried_forward_from is None


def test_an_amount_indexed_in_march_holds_without_a_mark_until_it_is_replaced():
    before_the_index = rate("household.living_wage.single", date(2026, 2, 1))
    assert (before_the_index, before_the_index.carried_forward_from) == (1314.20, None)
    assert rate("household.living_wage.single", date(2027, 1, 1)).carried_forward_from == 2026


def test_a_rate_that_holds_until_it_is_changed_is_not_carried_forward():
    assert rate("vat.rates.standard", date(2031, 1, 1)).carried_forward_from is None


def test_a_scale_that_was_not_found_for_a_year_is_the_one_of_the_year_before_and_says_so():
    found = scale("personal_income_tax.tax_free_scale", NEW_YEAR_2026)
    assert found.carried_forward_from == 2025
    assert found.thresholds[1].carried_forward_from == 2025


def test_before_the_first_known_day_the_error_says_what_is_known():
    with pytest.raises(NotYetKnown, match=r"'vat\.rates\.standard' was asked for 2019-05-01.*since 2024-01-01"):
        rate("vat.rates.standard", date(2019, 5, 1))


def test_the_first_known_day_can_be_asked_beforehand():
    assert first_known("personal_income_tax.child_under_three") == date(2025, 1, 1)
    assert first_known("company.minimum_director_pay") == date(2024, 1, 1)


def test_an_unknown_key_is_answered_with_the_nearest_ones():
    with pytest.raises(UnknownKey, match=r"social_contributions\.floor_main"):
        rate("social_contributions.flor_main", NEW_YEAR_2026)
    with pytest.raises(UnknownKey, match=r"vat\.rates\.standard"):
        rate("vta.rates.standard", NEW_YEAR_2026)


def test_a_scale_is_not_a_rate_and_a_rate_is_not_a_scale():
    with pytest.raises(UnknownKey, match=r"scale\(\)"):
        rate("personal_income_tax.scale", NEW_YEAR_2026)
    with pytest.raises(UnknownKey, match=r"rate\(\)"):
        scale("vat.rates.standard", NEW_YEAR_2026)


def test_a_pending_reform_counts_only_where_it_is_asked_for():
    asked = frozenset({"56K1243"})
    in_force = rate("company.minimum_director_pay", NEW_YEAR_2026)
    reformed = rate("company.minimum_director_pay", NEW_YEAR_2026, reforms=asked)
    assert (in_force, in_force.reform) == (45000, None)
    assert (reformed, reformed.reform) == (50000, "56K1243")
    assert rate("company.minimum_director_pay", date(2025, 12, 31), reforms=asked) == 45000


def test_a_reform_fills_a_year_that_is_otherwise_carried_forward():
    asked = frozenset({"56K1243"})
    assert rate("personal_income_tax.marital_quotient_cap", NEW_YEAR_2026).carried_forward_from == 2025
    frozen = rate("personal_income_tax.marital_quotient_cap", NEW_YEAR_2026, reforms=asked)
    assert frozen.carried_forward_from is None


def test_a_reform_that_nobody_knows_is_an_error():
    with pytest.raises(UnknownKey, match="56K1243"):
        rate("vat.rates.standard", NEW_YEAR_2026, reforms=frozenset({"56K9999"}))


def test_a_plan_asks_for_its_calendar_years_at_once():
    floors = years("social_contributions.floor_main", 2025, 2028)
    assert floors == (17008.88, 17374.08, 17374.08, 17374.08)
    assert [floor.carried_forward_from for floor in floors] == [None, None, 2026, 2026]


def test_a_plan_asks_for_the_scales_of_its_years_at_once():
    found = scales("personal_income_tax.scale", 2024, 2027)
    assert [steps.thresholds[1] for steps in found] == [15820, 16320, 16720, 16720]


def test_a_plan_asks_for_its_months_at_once():
    caps = months("employment.first_hire_cap", date(2025, 12, 15), 8)
    assert caps == (3100,) * 7 + (2000,)


def test_every_parameter_can_be_asked_for_by_its_key():
    for parameter in parameters():
        ask = scale if parameter.is_scale else rate
        last = max(dated.since for dated in parameter.values if dated.reform is None)
        assert ask(parameter.key, last).key == parameter.key


def test_no_key_stands_twice():
    assert len(set(keys())) == len(keys())


def test_asking_one_figure_reads_one_file_only():
    program = (
        "from datetime import date\n"
        "from financial_models.law import rate, reading\n"
        "assert reading.topic.cache_info().currsize == 0\n"
        "rate('vat.rates.standard', date(2026, 1, 1))\n"
        "assert reading.topic.cache_info().currsize == 1\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
