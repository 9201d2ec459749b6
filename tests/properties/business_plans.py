"""What a business has, drawn at random: products, costs, people, equipment, and whose money it is."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from financial_models.assumptions import (
    CasualWork,
    Cost,
    CustomersServed,
    Deposit,
    Employee,
    Equipment,
    Grant,
    HoursBilled,
    Lease,
    Loan,
    OwnMoney,
    Product,
    Subscriptions,
    Supply,
    UnitsSold,
)
from financial_models.assumptions.financing import LOAN_KINDS
from financial_models.assumptions.sales import EVEN_YEAR
from tests.properties.drawing import money, months, of, rates, vat_rates

SOURCES = ("microcredit", "startlening", "winwin", "bank", "family", "other")


def demands() -> SearchStrategy[UnitsSold | CustomersServed | HoursBilled | Subscriptions]:
    """How much is sold, in each of the ways to say it."""
    return st.one_of(
        st.builds(UnitsSold, money(2000)), st.builds(CustomersServed, st.integers(0, 200), st.integers(0, 31)),
        st.builds(HoursBilled, money(300), rates(1)),
        st.builds(Subscriptions, st.integers(0, 100), st.integers(0, 30), rates(1)))


def products(id: str) -> SearchStrategy[Product]:
    """A product with everything it may have."""
    return st.builds(
        Product, st.just(id), st.just("A product"), demands(), money(300), price_includes_vat=st.booleans(),
        vat_rate=vat_rates(), vat_exempt=of(False, True), from_month=months(), ramp_first=rates(1),
        ramp_months=st.integers(1, 24), season=seasons(), capacity=st.none() | money(1500),
        price_growth=of(0.0, 0.02, -0.1), volume_growth=of(0.0, 0.3, -0.2), paid_after_1=rates(0.25),
        paid_after_2=rates(0.25), paid_after_3=rates(0.25), never_paid=rates(0.25), commission=of(0.0, 0.3),
        commission_vat_rate=vat_rates(), supply=supplies())


def seasons() -> SearchStrategy[tuple[float, ...]]:
    """Twelve factors, most often the same."""
    return st.just(EVEN_YEAR) | st.tuples(*[rates(3)] * 12)


def supplies() -> SearchStrategy[Supply]:
    """What a product takes, by the unit or as a share of the price; imported or not."""
    by_unit = st.fixed_dictionaries({"cost_per_unit": money(150)})
    by_share = st.fixed_dictionaries({"cost_share": rates(1.2)})
    return st.builds(
        lambda cost, **rest: Supply(**cost, **rest), by_unit | by_share, cost_growth=of(0.0, 0.03), waste=rates(0.95),
        vat_rate=vat_rates(), opening_stock=money(5000), first_stock=money(5000), stock_days=of(0.0, 7.0, 45.0, 90.0),
        credit_months=st.integers(0, 3), imported=st.booleans(), duty=rates(0.3), transit_months=st.integers(0, 3),
        prepaid_share=rates(1))


def costs(id: str) -> SearchStrategy[Cost]:
    """A cost line."""
    return st.builds(
        Cost, st.just(id), st.just("A cost"), money(5000), includes_vat=st.booleans(), every=of(1, 3, 12, 0),
        from_month=months(), waits=st.booleans(), growth=of(0.0, 0.02, -0.5), vat_rate=vat_rates(),
        vat_deductible=rates(1), tax_deductible=rates(1), private_share=rates(1), account=of("61", "64"))


def employees(id: str) -> SearchStrategy[Employee]:
    """An employee, who stays or leaves."""
    return st.builds(
        Employee, st.just(id), st.just("An employee"), money(5000), time_share=rates(1), from_month=months(),
        until_month=st.just(0) | months(), growth=of(0.0, 0.03), withholding=rates(0.5), insurance=rates(0.05),
        thirteenth_month=st.booleans(), hire=st.integers(0, 7))


def casual_work(id: str) -> SearchStrategy[CasualWork]:
    """Hours of students or flexi-jobs."""
    return st.builds(CasualWork, st.just(id), st.just("Helping hands"), money(200), money(40), months(), of(0.0, 0.02))


@st.composite
def equipment(draw: DrawFn, id: str) -> Equipment:
    """A thing that lasts; it may be sold."""
    month = draw(months(59))
    return draw(st.builds(
        Equipment, st.just(id), st.just("A thing"), money(50_000), includes_vat=st.booleans(), month=st.just(month),
        life_years=of(1.0, 3.0, 5.0, 10.0), second_hand=st.booleans(), vat_rate=vat_rates(), vat_deductible=rates(1),
        tax_deductible=of(1.0, 0.0, 0.6), residual=money(2000), sale_month=st.just(0) | st.integers(month + 1, 60),
        sale_price=money(20_000), in_kind=st.booleans()))


@st.composite
def loans(draw: DrawFn, id: str) -> Loan:
    """A loan of each kind; it may be drawn in two parts, be older than the plan, or run past it."""
    length, existing, month = draw(st.integers(1, 120)), draw(of(False, True)), draw(months())
    twice = not existing and month < 60 and length > 1 and draw(st.booleans())
    second = draw(st.integers(month + 1, min(60, month + length - 1))) if twice else 0
    return draw(st.builds(
        Loan, st.just(id), st.just("A loan"), money(60_000), of(0.0, 0.05, 0.1213, 1.0), st.just(length),
        kind=of(*LOAN_KINDS), source=of(*SOURCES), month=st.just(month),
        drawings=st.just(((month, 0.6), (second, 0.4)) if twice else ()), grace=st.integers(0, min(length - 1, 12)),
        actuarial=st.booleans(), fee=rates(0.1), fee_cap=of(0.0, 100.0), asked=st.booleans(),
        existing=st.just(existing), subordinated=st.booleans(), decimals=st.integers(0, 2)))


@st.composite
def leases(draw: DrawFn, id: str) -> Lease:
    """A finance lease."""
    price = draw(money(40_000))
    down = round(price * draw(rates(1)), 2)
    option = round((price - down) * draw(rates(1)), 2)
    return Lease(id, "A leased thing", price, draw(st.integers(1, 72)), draw(of(0.0, 0.06)), draw(months()), down,
                 min(option, price - down), draw(of(1.0, 5.0)), draw(vat_rates()), draw(rates(1)))


def grants(things: list[str], id: str) -> SearchStrategy[Grant]:
    """A grant, for running costs or for one of the things."""
    return st.builds(Grant, st.just(id), st.just("A grant"), money(10_000), months(), of(*things))


def deposits(id: str) -> SearchStrategy[Deposit]:
    """A deposit that comes back, or does not."""
    return st.builds(Deposit, st.just(id), st.just("A deposit"), money(5000), months(), st.just(0) | months())


def own_money(id: str) -> SearchStrategy[OwnMoney]:
    """Savings."""
    return st.builds(OwnMoney, st.just(id), st.just("Savings"), money(50_000), months())
