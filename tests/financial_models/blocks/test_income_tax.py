"""Personal income tax: published samples within their tolerance, and figures that were published wrong."""

import pytest

from financial_models.assumptions import (
    Assumptions,
    Cost,
    Household,
    HouseholdIncome,
    IncomeTax,
    Product,
    SelfEmployment,
    TestPhase,
    Timeline,
    UnitsSold,
)
from financial_models.blocks.household import TaxStatus
from financial_models.blocks.income_tax import Prepayments, Scale
from financial_models.blocks.taxable import ProfessionalIncome
from financial_models.plan.beginning import beginning
from financial_models.plan.household_tax import free_sum, tax_of
from financial_models.plan.taxes import TaxBook
from tests.financial_models.blocks.single_blocks import Numbers, figure, steps

TAX = "personal_income_tax"


def by_the_scale(year: int, amount: float) -> float:
    """Gross tax on an amount."""
    scale = Scale("scale", amount=amount, **steps(f"{TAX}.scale", year))
    return Numbers(scale).first(scale.tax)


def household(year: int, own: float, partner: float = 0.0, **choices) -> tuple[Numbers, dict]:
    """The tax of a household in an income year."""
    a = Assumptions(Timeline(year, 1), income_tax=IncomeTax(**choices))
    start = beginning(a, frozenset())
    book = TaxBook(a, start)
    status = TaxStatus("tax_status", married=float(a.income_tax.married), municipal_rate=a.income_tax.municipal_rate)
    free = free_sum(book, "own"), free_sum(book, "partner")
    tax = tax_of(book, status, "with", "With the business", own, partner, free)
    numbers = Numbers(*start.blocks, status, *book.blocks, span=start.span)
    return numbers, {line.name: numbers.first(line) for line in tax.lines}


@pytest.mark.parametrize(("amount", "right", "published"), [(21_500, 6152, 7232), (50_000, 18_620, 19_700)])
def test_gross_tax_that_was_published_wrong(amount, right, published):
    """A web page on 2025 gives 7,232 and 19,700; the scale of the administration gives 6,152 and 18,620."""
    assert by_the_scale(2025, amount) == right != published


def test_gross_tax_that_was_published_right():
    """The same page, 2025: 15,000 gives 3,750."""
    assert by_the_scale(2025, 15_000) == 3750


class TestPwcSample:
    """PwC, income 2024: married, one earner, two children of three or more, Brussels, municipality 7 %."""

    numbers, tax = household(2024, 44_250, married=True, children=2, region="brussels", municipal_rate=0.07)

    def test_the_lump_sum(self):
        """30 % of 50,000, at most 5,750: 44,250 is left."""
        income = ProfessionalIncome(
            "income", gross=50_000 / 12, costs=0.0, contributions=0.0, lump_chosen=1.0,
            lump_share=figure(f"{TAX}.lump_sum_rate", 2024), lump_cap=figure(f"{TAX}.lump_sum_cap", 2024), january=0.0,
            months_so_far=1.0, in_year=12.0)
        assert Numbers(income).first(income.lump) == 5750
        assert Numbers(income).first(income.expected) == 44_250

    def test_the_quotient_of_the_spouse(self):
        """30 % of 44,250 is 13,275, at most 13,050; 31,200 is left."""
        assert self.numbers.first("income_tax.with.spouses.partner_taxed") == 13_050
        assert self.numbers.first("income_tax.with.spouses.own_taxed") == 31_200

    def test_the_basic_tax(self):
        """3,955 + 4,840 + 1,476 = 10,271, less 4,100 for 15,520 without tax: 6,171."""
        own = [self.numbers.first(f"income_tax.with.own.step_{n}") for n in (1, 2, 3)]
        assert (own, self.tax["own_base"]) == ([3955, 4840, 1476], 6171)
        assert self.numbers.first("income_tax.free.own.tax") == 4100

    def test_the_total(self):
        """PwC: 6,755.44, then 472.88 for the municipality; it used 24.975 % for 24.957 %: within 5 euros."""
        assert self.tax["before_municipal"] == pytest.approx(6755.44, abs=5)
        assert self.tax["whole"] == pytest.approx(6755.44 + 472.88, abs=5)


def test_in_flanders_state_and_region_together_are_the_basic_tax():
    """0.75043 × 1.33257 = 1.0000: 21,297.64 gives 3,216.06 and, with 7 % for the municipality, 3,441.18 (2026)."""
    _, tax = household(2026, 21_297.64, municipal_rate=0.07)
    assert tax["base"] == 3216.06
    assert tax["whole"] == 3441.18


def test_what_a_spouse_leaves_of_the_tax_free_sum_goes_to_the_other():
    """2026: an own income of 2,000 uses 500 of 2,795; the partner's tax falls by the 2,295 that are left."""
    alone = household(2026, 0, 40_000, married=True)[1]
    assert alone["own_left"] == 0                       # the quotient has filled the own tax-free sum
    few = household(2026, 2000, 4000, married=True)[1]
    assert (few["own_left"], few["partner_left"], few["base"]) == (2295, 1795, 0)


def surcharge(year: int, tax: float, *, each: float = 0.0, started: float = 4.0, months_so_far: float = 12.0) -> float:
    """The surcharge of a natural person at the end of a year."""
    block = Prepayments(
        "prepayments", tax=tax, each=each, rate=figure("prepayments.surcharge_rate.natural_person", year),
        factor=figure("prepayments.base_factor", year), limit=figure("prepayments.limit_factor", year),
        small_share=figure("prepayments.minimum_share", year), tolerance=figure("prepayments.tolerance", year),
        starter_years=figure("prepayments.starter_years", year), earlier_years=0.0, years_started=started, of_year=12.0,
        months_so_far=months_so_far, trading=1.0, january=0.0,
        **{f"credit_{n}": figure(f"prepayments.credit.{n}", year) for n in (1, 2, 3, 4)},
        **{f"due_{n}": figure(f"prepayments.due_month.{n}", year) for n in (1, 2, 3, 4)})
    return Numbers(block).first(block.surcharge)


def test_published_surcharges_without_prepayment():
    """Mon astuces et conseils, income 2023: 10,000 × 1.06 × 4.5 % × 0.9 = 429.30; 2025 likewise 643.95."""
    assert surcharge(2023, 10_000) == 429.30
    assert surcharge(2025, 10_000) == 643.95


def test_starters_owe_no_surcharge_in_three_calendar_years():
    """FPS Finance: who started in 2023, 2024 or 2025 owes none for income 2025."""
    assert [surcharge(2025, 10_000, started=year) for year in (1.0, 2.0, 3.0, 4.0)] == [0, 0, 0, 643.95]


def test_only_instalments_that_are_paid_are_credited():
    """Income 2023, 500 in each instalment: 6, 5, 4 and 3 % of it; who begins in September pays only the last two."""
    assert surcharge(2023, 10_000, each=500) == round((477 - 90) * 0.9, 2)
    assert surcharge(2023, 10_000, each=500, months_so_far=4) == round((477 - 35) * 0.9, 2)


def test_the_tax_is_paid_when_the_assessment_arrives():
    """What the months of 2026 are charged is paid in December 2027."""
    numbers = Numbers.of(
        timeline=Timeline(2026, 1), income_tax=IncomeTax(municipal_rate=0.07),
        products=(Product("work", "Work", UnitsSold(10), 40_000 / 120, False, 0.0),),
        costs=(Cost("all", "All costs", 1250),))
    paid = numbers.months_of("income_tax.settlement.paid")
    assert next(iter(paid)) == 24
    assert paid[24] == pytest.approx(numbers["business_tax.cost"][:12].sum(), abs=0.005)


@pytest.mark.parametrize(("married", "carried"), [(False, 12_000), (True, 0)])
def test_only_a_partner_who_is_taxed_together_takes_a_loss(married, carried):
    """A student's 12,000 of costs without sales, the partner earning 36,000: who is taxed alone carries them on."""
    numbers = Numbers.of(
        timeline=Timeline(2026, 1), income_tax=IncomeTax(married=married), costs=(Cost("all", "All costs", 1000),),
        self_employment=SelfEmployment("student"),
        household=Household((HouseholdIncome("wage", "Wage", 2200, 2200, "partner", 3000, 3000),)))
    assert numbers["losses.losses"][11] == pytest.approx(carried)
    assert (numbers["business_tax.caused"][11] < 0) == married


def test_what_is_paid_before_the_own_start_waits_for_what_the_business_earns():
    """Trial from July to December 2026 at a rent of 500: the 3,000 lower the taxable profit of 2027, not other pay."""
    numbers = Numbers.of(
        timeline=Timeline(2026, 7), test_phase=TestPhase(6), costs=(Cost("rent", "Rent", 500),),
        products=(Product("work", "Work", UnitsSold(10), 400, False, 0.0),),
        household=Household((HouseholdIncome("job", "Job", 1500, 0, "own", 2000, 0),)))
    assert numbers["losses.losses"][5] == pytest.approx(3000)
    assert numbers["business_tax.caused"][:6] == pytest.approx(0)
    assert numbers["losses.loss_used"][17] == pytest.approx(3000)
