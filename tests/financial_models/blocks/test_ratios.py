"""Ratios: break-even, repayment and coverage, against figures that were published."""

import pytest

from financial_models.assumptions import Cost, Lease, Product, Supply, UnitsSold
from financial_models.assumptions import Timeline as Months
from financial_models.blocks.ratios import BreakEven, YearRatios
from financial_models.blocks.timeline import Timeline
from financial_models.language import Input, Span
from tests.financial_models.blocks.single_blocks import Numbers, monthly

SPAN = Span(2026, 1, 36)


def break_even(sales: list[float], variable_share: float, **fixed: float) -> tuple[Numbers, BreakEven]:
    """The break-even of a business with these sales and fixed costs."""
    revenue = monthly("revenue", sales, SPAN)
    timeline = Timeline("timeline", first_month=1, horizon=36, test_months=0, delay=0)
    given = dict.fromkeys(("running", "depreciation", "financial", "contributions", "tax", "service", "draw"), 0.0)
    variable = monthly("variable", [each * variable_share for each in sales], SPAN)
    block = BreakEven("break_even", revenue=revenue.each, variable=variable.each, month=timeline.month,
                      trading=1.0, judged=1.0, **{**given, **fixed})
    return Numbers(timeline, revenue, variable, block, span=SPAN), block


def test_break_even_and_the_month_in_which_it_is_reached():
    """Fixed costs 5,000, variable share 40 %: 8,333.33; sales of 6,000, 7,000, 8,000, 8,334 reach it in month 4."""
    numbers, block = break_even([6000, 7000, 8000, 8334], 0.4, running=5000)
    assert numbers.first(block.sales) == 8333.33
    assert list(numbers[block.covered][:5]) == [0, 0, 0, 1, 1]
    assert numbers[block.first_covered][35] == 4


def test_break_even_with_the_private_draw():
    """(1,500 + 2,200) ÷ (1 − 20 %) = 4,625."""
    numbers, block = break_even([4625], 0.2, running=1500, draw=2200)
    assert numbers.first(block.sales_to_live) == 4625
    assert numbers[block.first_lives][35] == 1
    assert numbers.first(block.sales) == 1875


@pytest.mark.parametrize(("volume", "price"), [(5, 650), (6, 550), (8, 425), (10, 350), (12, 300), (15, 250)])
def test_break_even_price_by_volume(volume, price):
    """Fixed 3,000 a week, 50 a case: at the published price for a volume, sales are exactly the break-even sales."""
    numbers, block = break_even([volume * price], 50 / price, running=3000)
    assert numbers.first(block.sales) == volume * price
    assert numbers[block.covered][0] == 1
    fewer, same = break_even([(volume - 1) * price], 50 / price, running=3000)
    assert fewer[same.covered][0] == 0


@pytest.mark.parametrize("variable_share", [1.2, 1.0, 0.995])
def test_who_sells_at_or_below_cost_never_breaks_even(variable_share):
    """Out of 1,000 of sales nothing is left for 500 of fixed costs: the point lies at 50,000 or beyond, not below 0."""
    numbers, block = break_even([1000], variable_share, running=500)
    assert numbers.first(block.sales) == 50_000
    assert numbers[block.covered].max() == numbers[block.lives].max() == numbers[block.first_covered].max() == 0


def test_break_even_of_a_year_in_which_some_months_sell_nothing():
    """Six months of 2,000 of which 40 % is goods, fixed costs of 600 a month: 7,200 ÷ 60 % = 12,000, which is sold."""
    season = tuple(float(month in range(4, 10)) for month in range(1, 13))
    numbers = Numbers.of(
        timeline=Months(2026, 1), costs=(Cost("rent", "Rent", 600),),
        products=(Product("ice", "Ice", UnitsSold(200), 10, False, 0.0, season=season, supply=Supply(cost_share=0.4)),))
    block = numbers.plan.statements.year_ratios
    assert numbers.first(block.break_even) == 12_000
    assert numbers.first(block.variable_share) == 0.4


def year_ratios(**given: float) -> tuple[Numbers, YearRatios]:
    """The ratios of a year; what is not given is nothing."""
    nothing = {name: 0.0 for name, line in YearRatios.template.items() if isinstance(line, Input)}
    block = YearRatios("year_ratios", **{**nothing, **given})
    return Numbers(block), block


def test_debt_service_coverage():
    """150,000 ÷ 100,000 = 1.50, of which result, depreciation and interest may each be a part."""
    numbers, block = year_ratios(result=90_000.0, depreciation=45_000.0, financial=15_000.0, service=100_000.0)
    assert numbers.first(block.dscr) == 1.5


def test_the_largest_debt_service_at_a_coverage():
    """At a coverage of 1.25, out of 200,000 at most 160,000."""
    numbers, block = year_ratios(result=200_000.0, service=160_000.0)
    assert numbers.first(block.dscr) == 1.25


def test_coverage_after_the_family():
    """What the family draws is gone before the bank is paid: (30,000 − 20,000) ÷ 8,000 = 1.25."""
    numbers, block = year_ratios(result=30_000.0, draw=20_000.0, service=8000.0)
    assert numbers.first(block.dscr_family) == 1.25


def test_without_debts_or_assets_ratios_are_nothing():
    """Nothing is divided by nothing."""
    numbers, block = year_ratios()
    ratios = (block.dscr, block.solvency, block.current_ratio, block.family_covered)
    assert [numbers.first(line) for line in ratios] == [0, 0, 0, 0]


def test_instalments_without_anything_to_pay_them_from_are_no_share_of_nothing():
    """6,000 of instalments out of a capacity or an income below nothing: ten times, never 0 %."""
    numbers, block = year_ratios(service=6000.0, capacity=-2000.0, result=-9000.0)
    assert (numbers.first(block.instalment_share), numbers.first(block.debt_share)) == (10, 10)
    numbers, block = year_ratios(service=6000.0, capacity=12_000.0, incomes=24_000.0)
    assert (numbers.first(block.instalment_share), numbers.first(block.debt_share)) == (0.5, 0.25)
    numbers, block = year_ratios(capacity=-2000.0)
    assert numbers.first(block.instalment_share) == 0


def test_a_lease_is_paid_off_before_the_family_lives():
    """12,000 without interest in 12 terms of which 11 fall in the first year: 11,000 is not left to live from."""
    numbers = Numbers.of(timeline=Months(2026, 1), leases=(Lease("van", "Van", 12_000, 12, 0.0),))
    block = numbers.plan.statements.year_ratios
    assert numbers.first(block.for_family) == pytest.approx(numbers.first(block.earned) - 11_000)


def test_what_a_lease_serves_is_its_terms_without_vat():
    """24,000 less 4,800 paid at once, in 48 terms of 400 without interest: 4,400 of debt service in the first year.

    The 4,800 are invested; the VAT of 1,008 + 11 × 84 = 1,932 is a running payment, and comes back.
    """
    lease = Lease("van", "Van", 24_000, 48, 0.0, down_payment=4800, vat_rate=0.21)
    numbers = Numbers.of(timeline=Months(2026, 1), leases=(lease,))
    flow, years = numbers.plan.statements.cash_flow, numbers.values.by_year
    found = [round(float(years(line)[0, 0]), 2) for line in (flow.debt_service, flow.equipment, flow.costs)]
    assert found == [4400, 4800, 1932]
