"""Equipment and leases: what is written off, which VAT is part of the price, and what a sale gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from financial_models.assumptions import Equipment, Lease
from financial_models.blocks import equipment as blocks
from financial_models.blocks.leases import lease_block
from financial_models.blocks.timeline import Timeline
from financial_models.language import Model, Span
from financial_models.readers.values import evaluate

SPAN = Span(2026, 1, 60)


def timeline(span: Span = SPAN, test_months: int = 0) -> Timeline:
    return Timeline("timeline", first_month=span.month, horizon=span.horizon, test_months=test_months, delay=0)


class Written:
    """A thing in numbers."""

    def __init__(self, thing: Equipment, deducts: float = 1.0, sole_trader: bool = False, span: Span = SPAN,
                 test_months: int = 0):
        calendar = timeline(span, test_months)
        self.block = blocks.equipment_block(thing, calendar, deducts, sole_trader, span)
        self.values = evaluate(Model(span, calendar, self.block))
        self.span = span

    def __getattr__(self, name: str):
        return self.values.series(getattr(self.block, name))

    def by_year(self, name: str) -> list[float]:
        """What a line is in each calendar year."""
        years = [y for y in self.span.years() if y.kind == "calendar"]
        return [round(float(getattr(self, name)[y.first - 1:y.last].sum()), 2) for y in years]


def oven(price: float = 6000, **more) -> Equipment:
    return Equipment("oven", "Oven", price, **more)


def test_a_company_writes_off_the_first_year_by_its_months():
    """6,000 over 5 years is 1,200 a year; bought in July 2026: 600 this year, and 600 in 2031."""
    assert Written(oven(month=7)).by_year("written_off") == [600, 1200, 1200, 1200, 1200]
    assert Written(oven(month=7)).value[-1] == pytest.approx(600)


def test_a_sole_trader_takes_a_whole_first_year():
    """Bought in October 2027, in the second year: 1,200 in 2027 (400 a month), 2028, 2029, 2030."""
    written = Written(oven(month=22), sole_trader=True)
    assert written.by_year("written_off") == [0, 1200, 1200, 1200, 1200]
    assert written.written_off[21] == 400
    assert written.written_off[24] == 100


def test_a_sole_trader_takes_no_whole_year_in_the_year_of_the_start():
    """The business starts in March 2026; bought in July of that year: 6 of 12 months."""
    written = Written(oven(month=5), sole_trader=True, span=Span(2026, 3, 58))
    assert written.by_year("written_off")[:2] == [600, 1200]


def test_what_is_bought_in_the_test_phase_has_no_whole_first_year():
    written = Written(oven(month=10), sole_trader=True, test_months=14)
    assert written.by_year("written_off")[:2] == [300, 1200]


def test_a_residual_value_is_not_written_off():
    written = Written(oven(life_years=3, residual=600))
    assert written.by_year("written_off") == [1800, 1800, 1800, 0, 0]
    assert written.value[-1] == pytest.approx(600)


def test_vat_that_is_not_deducted_is_part_of_the_price():
    """1,000 + 210 VAT: with half of it deducted the thing costs 1,105; exempt from VAT it costs 1,210."""
    half = Written(oven(1000, vat_rate=0.21, vat_deductible=0.5))
    assert (half.paid[0], half.vat[0], half.vat_back[0], half.bought[0]) == (1210, 210, 105, 1105)
    exempt = Written(oven(1000, vat_rate=0.21), deducts=0.0)
    assert (exempt.paid[0], exempt.vat_back[0], exempt.bought[0]) == (1210, 0, 1210)


def test_a_price_with_vat_contains_it():
    written = Written(oven(1210, vat_rate=0.21, includes_vat=True))
    assert (written.paid[0], written.vat[0], written.bought[0]) == (1210, 210, 1000)


def test_a_sale_takes_out_the_book_value():
    """6,000 over 60 months, sold in the 25th for 4,000: 25 × 100 written off, 3,500 out, 500 gained, 840 VAT."""
    written = Written(oven(vat_rate=0.21, sale_month=25, sale_price=4000))
    assert written.book_out[24] == pytest.approx(3500)
    assert written.gain[24] == pytest.approx(500)
    assert written.sale_vat[24] == 840
    assert written.value[24:] == pytest.approx(0)
    assert Written(oven(vat_rate=0.21, sale_month=25, sale_price=4000), deducts=0.0).sale_vat.sum() == 0


def test_what_is_brought_in_is_not_paid():
    written = Written(oven(in_kind=True, vat_rate=0.21))
    assert (written.paid.sum(), written.in_kind_value.sum(), written.new_investment.sum()) == (0, 6000, 0)


def test_only_what_is_new_and_no_car_counts_for_the_investment_deduction():
    assert Written(oven()).new_investment.sum() == 6000
    assert Written(oven(second_hand=True)).new_investment.sum() == 0
    assert Written(oven(tax_deductible=0.5)).new_investment.sum() == 0


@st.composite
def things(draw: st.DrawFn) -> Equipment:
    price = draw(st.floats(0, 1e5))
    month = draw(st.integers(1, 20))
    life, residual = draw(st.integers(1, 3) | st.floats(1, 3)), draw(st.floats(0, price))
    return oven(price, month=month, life_years=life, residual=residual,
                vat_rate=draw(st.sampled_from([0.0, 0.06, 0.21])), vat_deductible=draw(st.floats(0, 1)),
                includes_vat=draw(st.booleans()), sale_month=draw(st.sampled_from([0, month + 1, month + 24, 60])),
                in_kind=draw(st.booleans()))


@given(things(), st.booleans(), st.booleans())
def test_depreciation_adds_up_to_the_cost_less_what_remains(thing, sole_trader, deducts):
    written = Written(thing, float(deducts), sole_trader)
    accounted = written.written_off.sum() + written.book_out.sum() + written.value[-1]
    assert written.bought.sum() == pytest.approx(accounted, abs=1e-6)
    assert (written.written_off >= 0).all()
    if not thing.sale_month:
        rest = min(thing.residual, written.bought.sum())
        assert written.written_off.sum() == pytest.approx(written.bought.sum() - rest, abs=1e-6)


@given(things(), st.booleans())
def test_what_is_paid_is_the_cost_and_the_vat_that_comes_back(thing, deducts):
    written = Written(thing, float(deducts))
    assert written.paid + written.in_kind_value == pytest.approx(written.bought + written.vat_back, abs=1e-6)


# Leases.

def leased(lease: Lease, deducts: float = 1.0):
    calendar = timeline()
    block = lease_block(lease, calendar.month, deducts, SPAN)
    thing = blocks.leased_block(lease, calendar, sole_trader=False, span=SPAN)
    values = evaluate(Model(SPAN, calendar, block, thing))
    return block, thing, values


def test_a_lease_without_interest_by_hand():
    """12,100 less 1,100 down is 11,000; 1,000 at the end, so 10 terms of 1,000; 21 % VAT on each payment."""
    lease = Lease("v", "Van", 12_100, 10, 0.0, down_payment=1100, purchase_option=1000, vat_rate=0.21)
    block, thing, values = leased(lease)
    assert list(values.series(block.taxed)[:12]) == pytest.approx([1100, *[1000] * 9, 2000, 0])
    assert values.series(block.vat)[1] == 210
    assert values.series(block.lost_vat).sum() == 0
    assert values.series(thing.bought)[0] == values.series(block.drawn)[0] + values.series(block.down_paid)[0]
    assert values.series(thing.paid).sum() == 0


@given(st.floats(1000, 1e5), st.floats(0, 0.2), st.integers(1, 60), st.floats(0, 0.4), st.floats(0, 0.5))
def test_a_lease_ends_at_nothing(price, rate, months, down, option):
    last = price * (1 - down) * option
    lease = Lease("v", "Van", price, months, rate, down_payment=price * down, purchase_option=last)
    block, _, values = leased(lease, deducts=0.0)
    debt = values[block.debt][:, 0]
    assert debt[-1] == 0
    assert (debt >= 0).all()
    assert np.isclose(values[block.paid].sum(), values[block.taxed].sum() + values[block.lost_vat].sum())
