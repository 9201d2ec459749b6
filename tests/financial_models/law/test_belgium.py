"""Figures that others published follow from the parameters, to the cent."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest

from financial_models.law import lender, rate, scale

FEE_LIANTIS = 0.0395
FEE_XERIUS = 0.0305


def cents(amount):
    return float(Decimal(repr(round(amount, 9))).quantize(Decimal("0.01"), ROUND_HALF_UP))


def contribution(name, year):
    return rate(f"social_contributions.{name}", date(year, 1, 1))


def quarter(income, year):
    """A quarter of the contributions on a yearly income, without the fund's fee."""
    first, second = contribution("ceiling_band_1", year), contribution("ceiling_band_2", year)
    upper = max(0, min(income, second) - first)
    due = contribution("rate_band_1", year) * min(income, first) + contribution("rate_band_2", year) * upper
    return cents(due / 4)


@pytest.mark.parametrize(("year", "fee", "published"), [
    (2024, FEE_LIANTIS, 898.28),  # Liantis, main occupation
    (2025, FEE_LIANTIS, 906.14),  # thglln.be, 22 August 2025
    (2025, FEE_XERIUS, 898.30),  # Xerius, starters
    (2026, 0, 890.42),  # INASTI, by a public catalogue
])
def test_the_published_minimum_of_a_quarter_follows_from_the_floor(year, fee, published):
    assert cents(quarter(contribution("floor_main", year), year) * (1 + fee)) == published


@pytest.mark.parametrize(("year", "published"), [(2024, 4952.48), (2025, 4995.78), (2026, 5103.05)])
def test_the_published_maximum_of_a_quarter_follows_from_the_ceilings(year, published):
    assert quarter(contribution("ceiling_band_2", year), year) == published
    assert quarter(contribution("ceiling_band_2", year) * 2, year) == published


@pytest.mark.parametrize(("year", "fee", "published"), [
    (2024, 0, 446.25), (2025, FEE_XERIUS, 463.88), (2025, FEE_LIANTIS, 467.93), (2026, 0, 459.82),
])
def test_the_published_minimum_of_a_first_time_starter_follows_from_its_floor(year, fee, published):
    assert cents(quarter(contribution("floor_primostarter", year), year) * (1 + fee)) == published


def test_the_first_quarter_of_a_first_time_starter_in_2024():
    minimum = quarter(contribution("floor_primostarter", 2024), 2024)
    assert cents(minimum - contribution("primostarter_first_quarter_reduction", 2024)) == 331.22  # Cineyconsult


def test_the_published_minimum_of_a_secondary_occupation_in_2026():
    assert cents(quarter(contribution("secondary_threshold", 2026), 2026) * (1 + FEE_LIANTIS)) == 102.40


def test_an_income_of_80_000_in_2024_pays_15_944_21():
    assert quarter(80_000, 2024) == 3986.05  # Liantis
    assert cents(contribution("rate_band_1", 2024) * contribution("ceiling_band_1", 2024)) == 14926.24


def test_half_the_floor_of_2026_is_where_a_student_begins_to_pay():
    half = contribution("student_share_of_floor", 2026) * contribution("floor_main", 2026)
    assert cents(half) == 8687.04
    assert contribution("rate_band_1", 2026) * half == pytest.approx(1780.8, abs=0.1)
    assert contribution("rate_band_1", 2026) * contribution("floor_main", 2026) == pytest.approx(3561.7, abs=0.1)


def test_the_fee_of_the_fund_is_the_prudent_end_of_a_range():
    assert contribution("fund_fee_low", 2026) < contribution("fund_fee", 2026) == contribution("fund_fee_high", 2026)


def test_the_steps_of_the_sample_of_2024():
    """PwC Worldwide Tax Summaries: 31,200 with two children gives 10,271 less 4,100."""
    day = date(2024, 1, 1)
    free = rate("personal_income_tax.tax_free_sum", day) + rate("personal_income_tax.children_2", day)
    assert scale("personal_income_tax.scale", day).on(31_200) == pytest.approx(10_271)
    assert scale("personal_income_tax.tax_free_scale", day).on(free) == pytest.approx(4_100)
    assert rate("personal_income_tax.lump_sum_cap", day) == 5750
    assert rate("personal_income_tax.marital_quotient_cap", day) == 13050


def test_the_chain_of_2026_for_a_single_person():
    day = date(2026, 1, 1)
    free = rate("personal_income_tax.tax_free_sum", day)
    assert cents(scale("personal_income_tax.scale", day).on(21_297.64)) == 6011.06
    assert cents(scale("personal_income_tax.tax_free_scale", day).on(free)) == 2795.00


def test_published_and_wrong_taxes_of_2025_are_not_matched():
    steps = scale("personal_income_tax.scale", date(2025, 1, 1))
    assert steps.on(21_500) == pytest.approx(6_152)  # published as 7,232
    assert steps.on(50_000) == pytest.approx(18_620)  # published as 19,700
    assert steps.on(15_000) == pytest.approx(3_750)  # published rightly


def test_in_flanders_and_wallonia_the_share_of_the_region_leaves_the_tax_as_it_was():
    day = date(2026, 1, 1)
    federal = 1 - rate("personal_income_tax.autonomy_factor", day)
    for region, whole in (("flanders", 1), ("wallonia", 1), ("brussels", 0.995)):
        surcharge = rate(f"personal_income_tax.regional_rate.{region}", day)
        assert federal * (1 + surcharge) == pytest.approx(whole, abs=1e-4)


@pytest.mark.parametrize(("year", "limit", "published"), [(2023, True, 429.30), (2025, False, 715.50)])
def test_the_published_surcharge_for_missing_prepayments(year, limit, published):
    """Mon Astuces et Conseils for the income of 2023; Accountable for that of 2025, which forgets the limit."""
    day = date(year, 1, 1)
    surcharge = 10_000 * rate("prepayments.base_factor", day) * rate("prepayments.surcharge_rate.natural_person", day)
    assert cents(surcharge * (rate("prepayments.limit_factor", day) if limit else 1)) == published


@pytest.mark.parametrize(("credit", "who"), [("credit", "natural_person"), ("company_credit", "company")])
@pytest.mark.parametrize("year", range(2022, 2027))
def test_the_credits_for_prepaying_make_up_the_surcharge_on_average(year, credit, who):
    """Whoever pays a quarter of the tax on each date owes no surcharge, a company too."""
    day = date(year, 1, 1)
    credits = [rate(f"prepayments.{credit}.{number}", day) for number in (1, 2, 3, 4)]
    assert sum(credits) / 4 == pytest.approx(rate(f"prepayments.surcharge_rate.{who}", day))


def test_the_parts_of_the_contributions_of_an_employer_make_up_the_whole():
    day = date(2026, 1, 1)
    parts = rate("employment.nsso_employer_base", day) + rate("employment.nsso_employer_wage_moderation", day)
    assert parts == pytest.approx(rate("employment.nsso_employer", day))


def test_the_first_hire_from_july_2026_saves_8_000_a_year_and_the_next_ones_4_000():
    day = date(2026, 7, 1)
    assert rate("employment.first_hire_cap", day) * 4 == 8000
    assert {rate(f"employment.{who}_hire_cap_1", day) * 4 for who in ("second", "third", "fourth", "fifth")} == {4000}


def test_the_tax_credit_on_a_bullet_winwinlening_over_five_years_from_july():
    """10,000 outstanding all the time: half a year's credit in the first and in the last year."""
    share = lender("winwinlening").product("loan").terms["tax_credit"]
    balances = [0, *[10_000] * 5, 0]
    means = [(opening + closing) / 2 for opening, closing in pairwise(balances)]
    assert [share * mean for mean in means] == [125, 250, 250, 250, 250, 125]


@pytest.mark.parametrize(("amount", "published"), [(1_000, 50), (15_000, 750)])
def test_the_file_fee_of_the_published_loans(amount, published):
    terms = lender("microstart").product("jump").terms
    assert min(terms["fee_share"] * amount, terms["fee_cap"]) == published


def test_a_year_of_the_living_wage_is_twelve_months():
    day = date(2026, 3, 1)
    yearly = {"cohabitant": 10_723.75, "single": 16_085.64, "family": 21_738.88}
    for category, published in yearly.items():
        assert rate(f"household.living_wage.{category}", day) * 12 == pytest.approx(published, abs=0.06)


def test_who_may_be_self_employed_in_flanders():
    day = date(2026, 11, 23)
    free = ("eea_or_swiss", "recognised_refugee", "b_card", "c_card", "d_card", "temporary_protection")
    for status in free:
        assert rate(f"residence.{status}.may_be_self_employed", day) == 1
        assert rate(f"residence.{status}.card_needed", day) == 0
    assert rate("residence.subsidiary_protection_a_card.card_needed", day) == 1
    assert rate("residence.asylum_seeker.may_be_self_employed", day) == 0
