"""Social contributions: published amounts to the cent, and the jumps that the law makes."""

import pytest

from financial_models.assumptions import Cost, Product, SelfEmployment, Timeline, UnitsSold
from financial_models.blocks.contribution_basis import MainBasis, SecondaryBasis, StudentBasis
from financial_models.blocks.contributions import Provisional, QuarterContribution
from tests.financial_models.blocks.single_blocks import Numbers, figure

KEY = "social_contributions"
BASES = {"main": MainBasis, "secondary": SecondaryBasis, "student": StudentBasis}


class Quarter:
    """What a yearly income costs in a quarter of a year, by category."""

    def __init__(self, year: int, income: float, category: str = "main", fee: float = 0.0, reduced: bool = False):
        basis = BASES[category]("basis", expected=income, quarters=4.0, **floors(category, year))
        self.quarter = QuarterContribution(
            "quarter", income=basis.reduced_income if reduced else basis.income, **bands(year))
        paid = Provisional("paid", main=self.quarter.quarter, reduced=0.0, fee=fee, primo_now=0.0, paying=1.0,
                           january=0.0)
        numbers = Numbers(basis, self.quarter, paid)
        self.band_1, self.band_2 = numbers.first(self.quarter.band_1), numbers.first(self.quarter.band_2)
        self.without_fee, self.with_fee = numbers.first(self.quarter.quarter), numbers.first(paid.paid)


def floors(category: str, year: int) -> dict[str, float]:
    """Where the income begins to count, by category."""
    names = {"main": {"floor": "floor_main", "reduced_floor": "floor_primostarter"},
             "secondary": {"threshold": "secondary_threshold"},
             "student": {"floor": "floor_main", "free_share": "student_share_of_floor"}}[category]
    return {name: figure(f"{KEY}.{key}", year) for name, key in names.items()}


def bands(year: int) -> dict[str, float]:
    """Rates and ceilings of the two bands."""
    return {f"{name}_{n}": figure(f"{KEY}.{key}_band_{n}", year)
            for name, key in (("rate", "rate"), ("ceiling", "ceiling")) for n in (1, 2)}


def test_liantis_main_occupation_in_2024():
    """Liantis, 2024, income 80,000: 20.5 % × 72,810.95 = 14,926.24 and 14.16 % × 7,189.05 = 1,017.97."""
    found = Quarter(2024, 80_000)
    assert (found.band_1, found.band_2) == (14_926.24, 1017.97)
    assert round(found.band_1 + found.band_2, 2) == 15_944.21
    assert found.without_fee == 3986.05


@pytest.mark.parametrize(("year", "fee", "expected"), [
    (2024, 0.0395, 898.28), (2025, 0.0395, 906.14), (2025, 0.0305, 898.30), (2026, 0.0, 890.42),
    (2026, 0.0395, 925.59)])
def test_published_minima(year, fee, expected):
    """Liantis (2024), thglln.be and Xerius (2025), catalogue citing INASTI (2026)."""
    assert Quarter(year, 0, fee=fee).with_fee == expected


@pytest.mark.parametrize(("year", "expected"), [(2024, 4952.48), (2025, 4995.78), (2026, 5103.05)])
def test_published_maxima(year, expected):
    """hub.brussels (2024), eloya.be (2025), catalogue citing INASTI (2026), without fee."""
    assert Quarter(year, 500_000).without_fee == expected


def test_published_primostarter():
    """Cineyconsult: 446.25 a quarter in 2024, without fee; thglln.be: 467.93 in 2025 with a fee of 3.95 %."""
    assert Quarter(2024, 0, reduced=True).without_fee == 446.25
    assert Quarter(2025, 0, reduced=True, fee=0.0395).with_fee == 467.93


def test_published_secondary_occupation():
    """Catalogue citing INASTI, 2026: 102.40 a quarter on the threshold with a fee of 3.95 %; below it nothing."""
    threshold = figure(f"{KEY}.secondary_threshold", 2026)
    assert Quarter(2026, threshold, "secondary", 0.0395).with_fee == 102.40
    assert Quarter(2026, threshold - 0.01, "secondary").without_fee == 0


@pytest.mark.parametrize(("income", "year_total"), [(1900, 0), (5000, 1025.00)])
def test_secondary_pays_on_all_of_the_income(income, year_total):
    """20.5 % of the whole, not of what exceeds the threshold (2026)."""
    assert Quarter(2026, income, "secondary").without_fee * 4 == pytest.approx(year_total, abs=0.02)


@pytest.mark.parametrize(("income", "year_total"), [(8000, 0), (12_000, 679.16), (17_000, 1704.16), (20_000, 4100.00)])
def test_students_pay_above_half_of_the_minimum(income, year_total):
    """2026: 20.5 % of what exceeds 8,687.04, until the income reaches 17,374.08."""
    assert Quarter(2026, income, "student").without_fee * 4 == pytest.approx(year_total, abs=0.02)


def test_students_jump_at_the_minimum():
    """One euro below it 20.5 % of half of it (about 1,780.8 in 2026), at it 20.5 % of all (about 3,561.7)."""
    floor = figure(f"{KEY}.floor_main", 2026)
    assert Quarter(2026, floor - 1, "student").without_fee * 4 == pytest.approx(1780.64, abs=0.02)
    assert Quarter(2026, floor, "student").without_fee * 4 == pytest.approx(3561.69, abs=0.02)


class TestTheWholeChain:
    """Single, Flanders, income 2026: turnover 40,000, costs 15,000, fee 3.95 %, four quarters of 925.59."""

    numbers = Numbers.of(
        timeline=Timeline(2026, 1), self_employment=SelfEmployment(fee=0.0395),
        products=(Product("work", "Work", UnitsSold(10), 40_000 / 120, False, 0.0),),
        costs=(Cost("all", "All costs", 1250),))

    def test_what_is_paid(self):
        """4 × 925.59 = 3,702.36, in March, June, September and December."""
        paid = self.numbers.months_of("contributions.provisional.paid")
        assert {month: paid[month] for month in paid if month <= 12} == dict.fromkeys((3, 6, 9, 12), 925.59)

    def test_the_taxable_income(self):
        """40,000 − 15,000 − 3,702.36 = 21,297.64."""
        assert self.numbers["professional_income.expected"][11] == pytest.approx(21_297.64, abs=0.005)

    def test_the_tax(self):
        """6,011.06 by the scale − 2,795.00 = 3,216.06, before the municipality."""
        assert self.numbers["income_tax.with.own.tax"][11] == pytest.approx(6011.06, abs=0.005)
        assert self.numbers["income_tax.with.tax.base"][11] == pytest.approx(3216.06, abs=0.005)

    def test_the_final_contributions(self):
        """20.5 % of 21,297.64 = 4,366.02 over the year."""
        assert self.numbers["contributions.quarter.band_1"][11] == pytest.approx(4366.02, abs=0.005)

    def test_the_later_bill(self):
        """4,366.02 − 4 × 890.42 = 804.34 without fee, 836.11 with; the fund bills quarters rounded to the cent."""
        floor = round(figure(f"{KEY}.floor_main", 2026) * 0.205 / 4, 2)
        assert round(float(self.numbers["contributions.quarter.band_1"][11]) - 4 * floor, 2) == 804.34
        paid = self.numbers.months_of("contributions.settlement.paid")
        assert list(paid) == [30, 42]                   # June, two years later
        assert paid[30] == pytest.approx(836.11, abs=0.03)
