"""Plans drawn at random from everything that an assumption may be; the same seed gives the same plan."""

from random import Random

from financial_models.assumptions import Assumptions
from financial_models.assumptions.financing import LOAN_KINDS, Deposit, Grant, Lease, Loan, OwnMoney
from financial_models.assumptions.person import (
    CATEGORIES,
    REGIONS,
    Company,
    Household,
    HouseholdDebt,
    HouseholdExpense,
    HouseholdIncome,
    IncomeTax,
    SelfEmployment,
    TestPhase,
)
from financial_models.assumptions.sales import (
    CustomersServed,
    HoursBilled,
    Product,
    Subscriptions,
    Supply,
    UnitsSold,
)
from financial_models.assumptions.spending import CasualWork, Cost, Employee, Equipment
from financial_models.assumptions.whole import Bank, Levers, Timeline, VatChoice

VAT_RATES = (0.0, 0.06, 0.12, 0.21)


def random_plan(seed: int) -> Assumptions:
    """A plan with a few of everything, or of nothing."""
    draw = Random(seed)
    months = draw.randint(36, 60)
    things = _some(draw, 3, lambda i: _equipment(draw, i, months))
    return Assumptions(
        Timeline(draw.randint(2025, 2028), draw.randint(1, 12), months),
        legal_form=draw.choice(("sole_trader", "company")),
        levers=Levers(
            draw.choice((1.0, 0.8, 1.15)), draw.choice((1.0, 1.1)), draw.choice((0, 0, 2)), draw.choice((1.0, 0.5))
        ),
        products=_some(draw, 3, lambda i: _product(draw, i)),
        costs=_some(draw, 5, lambda i: _cost(draw, i)),
        employees=_some(draw, 2, lambda i: _employee(draw, i)),
        casual_work=_some(draw, 1, lambda i: CasualWork(f"c{i}", "Student", _money(draw, 60), _money(draw, 20))),
        equipment=things,
        **_money_of_others(draw, [thing.id for thing in things]),
        **_state_and_family(draw),
        bank=Bank(_money(draw, 3000), draw.choice((0.0, 0.11)), 500.0),
    )


def _money_of_others(draw: Random, things: list[str]) -> dict:
    lease = (18_000.0, 48, 0.05, draw.randint(1, 9), 2000.0, 500.0, 5.0, 0.21, 0.5)
    return {
        "deposits": _some(draw, 1, lambda i: Deposit(f"d{i}", "Rent", _money(draw, 3000), 1, draw.choice((0, 40)))),
        "own_money": _some(draw, 2, lambda i: OwnMoney(f"o{i}", "Savings", _money(draw, 20_000), draw.randint(1, 6))),
        "loans": _some(draw, 3, lambda i: _loan(draw, i)),
        "leases": _some(draw, 1, lambda i: Lease(f"l{i}", "Van", *lease)),
        "grants": _some(draw, 2, lambda i: _grant(draw, i, things)),
    }


def _grant(draw: Random, i: int, things: list[str]) -> Grant:
    return Grant(f"g{i}", "Grant", _money(draw, 4000), draw.randint(1, 9), draw.choice(["", *things]))


def _state_and_family(draw: Random) -> dict:
    test_months = draw.randint(1, 12) if draw.random() < 0.2 else 0
    settled = draw.randint(1, 3), draw.randint(1, 12)
    return {
        "vat": VatChoice(draw.choice(("exempt", "quarterly", "monthly")), draw.random() < 0.3),
        "self_employment": SelfEmployment(draw.choice(CATEGORIES), draw.random() < 0.5, 0.0405, *settled),
        "income_tax": _income_tax(draw),
        "company": Company(draw.random() < 0.7, draw.randint(0, 4), draw.random() < 0.5, _money(draw, 500)),
        "household": _household(draw),
        "test_phase": TestPhase(test_months, 0.15) if test_months else None,
    }


def _some(draw: Random, most: int, one) -> tuple:
    return tuple(one(i) for i in range(1, draw.randint(0, most) + 1))


def _money(draw: Random, most: float) -> float:
    return round(draw.uniform(0, most), 2)


def _product(draw: Random, i: int) -> Product:
    season = tuple(round(draw.uniform(0.4, 1.6), 2) for _ in range(12)) if draw.random() < 0.6 else (1.0,) * 12
    growth = {"ramp_months": draw.randint(1, 12), "ramp_first": 0.3, "price_growth": 0.02, "volume_growth": 0.05}
    late = {"paid_after_1": 0.2, "paid_after_2": 0.1, "paid_after_3": draw.choice((0.0, 0.05)), "never_paid": 0.01}
    return Product(
        f"p{i}",
        draw.choice(("Flat bread", "=1+1", "خبز")),
        _demand(draw),
        _money(draw, 60),
        vat_rate=draw.choice(VAT_RATES),
        season=season,
        price_includes_vat=draw.random() < 0.5,
        from_month=draw.randint(1, 6),
        capacity=draw.choice((None, 500.0)),
        commission=draw.choice((0.0, 0.12)),
        commission_vat_rate=0.21,
        supply=_supply(draw),
        **growth,
        **late,
    )


def _demand(draw: Random) -> UnitsSold | CustomersServed | HoursBilled | Subscriptions:
    return draw.choice(
        (
            UnitsSold(_money(draw, 900)),
            CustomersServed(draw.randint(1, 60), draw.randint(10, 26)),
            HoursBilled(_money(draw, 160), 0.6),
            Subscriptions(draw.randint(0, 30), draw.randint(0, 9), 0.04),
        )
    )


def _supply(draw: Random) -> Supply:
    imported = draw.random() < 0.3
    by_unit = draw.random() < 0.5
    return Supply(
        _money(draw, 15) if by_unit else 0.0,
        0.0 if by_unit else draw.choice((0.0, 0.35)),
        0.02,
        draw.choice((0.0, 0.08)),
        draw.choice(VAT_RATES),
        draw.choice((0.0, 800.0)),
        draw.choice((0.0, 1200.0)),
        draw.choice((0.0, 10.0, 45.0)),
        draw.randint(0, 3),
        imported,
        0.08 if imported else 0.0,
        draw.randint(1, 3) if imported else 0,
        0.3 if imported else 0.0,
    )


def _cost(draw: Random, i: int) -> Cost:
    return Cost(
        f"k{i}",
        draw.choice(("Rent", "@SUM(A1)", "Insurance")),
        _money(draw, 900),
        draw.random() < 0.5,
        draw.choice((0, 1, 3, 12)),
        draw.randint(1, 8),
        draw.random() < 0.5,
        0.02,
        draw.choice(VAT_RATES),
        draw.choice((1.0, 0.5)),
        draw.choice((1.0, 0.69)),
        draw.choice((0.0, 0.25)),
        draw.choice(("61", "64")),
    )


def _employee(draw: Random, i: int) -> Employee:
    return Employee(
        f"e{i}",
        "Worker",
        1800 + _money(draw, 1500),
        draw.choice((1.0, 0.5)),
        draw.randint(1, 20),
        draw.choice((0, 30)),
        0.02,
        hire=draw.randint(0, 3),
    )


def _equipment(draw: Random, i: int, months: int) -> Equipment:
    month = draw.randint(1, 12)
    return Equipment(
        f"t{i}",
        "Oven",
        _money(draw, 15_000),
        draw.random() < 0.5,
        month,
        draw.choice((3.0, 5.0, 10.0)),
        draw.random() < 0.4,
        draw.choice(VAT_RATES),
        draw.choice((1.0, 0.5)),
        draw.choice((1.0, 0.75)),
        0.0,
        draw.choice((0, min(months, month + 25))),
        _money(draw, 4000),
        draw.random() < 0.2,
    )


def _loan(draw: Random, i: int) -> Loan:
    months, existing = draw.randint(3, 84), draw.random() < 0.2
    return Loan(
        f"b{i}",
        "Loan",
        _money(draw, 30_000),
        draw.choice((0.0, 0.035, 0.09)),
        months,
        draw.choice(LOAN_KINDS),
        grace=draw.randint(0, 2),
        month=1 if existing else draw.randint(1, 10),
        actuarial=draw.random() < 0.4,
        fee=0.01,
        fee_cap=draw.choice((0.0, 150.0)),
        asked=not existing,
        existing=existing,
        decimals=draw.randint(0, 2),
    )


def _income_tax(draw: Random) -> IncomeTax:
    children = draw.randint(0, 4)
    return IncomeTax(
        draw.choice(REGIONS),
        0.07,
        draw.random() < 0.5,
        children,
        min(children, 1),
        False,
        False,
        draw.randint(0, 1),
        draw.random() < 0.3,
        draw.random() < 0.3,
        draw.choice((0.0, 400.0)),
        draw.randint(1, 2),
        draw.randint(1, 12),
        _money(draw, 9000),
        _money(draw, 9000),
    )


def _household(draw: Random) -> Household:
    return Household(
        _some(
            draw,
            2,
            lambda i: HouseholdIncome(
                f"i{i}",
                "Wage",
                _money(draw, 1800),
                _money(draw, 1500),
                draw.choice(("own", "partner", "family")),
                _money(draw, 1500),
                _money(draw, 1500),
            ),
        ),
        _some(draw, 3, lambda i: HouseholdExpense(f"x{i}", "Rent of the home", _money(draw, 900))),
        _some(draw, 1, lambda i: HouseholdDebt(f"h{i}", "Car", _money(draw, 250), draw.choice((0, 20)), 4000.0)),
        0.02,
    )
