"""Uses and sources: what stands on the account at its lowest is what the sources leave over."""

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.readiness import readiness
from financial_models import build, evaluate, outcome
from tests.bizplan.domain.readiness.plans import TODAY, assessed, sound


def plan_of(name):
    return plan_file.read(examples.text(name).encode())


def of_example(name):
    plan = plan_of(name)
    made = build(assumptions(plan, TODAY))
    return readiness(plan, made, evaluate(made.model), TODAY).funding


def lowest_cash(changes):
    made = build(assumptions(sound(changes), TODAY))
    return outcome(made, evaluate(made.model)).lowest_cash


VARIANTS = {
    "a sound plan": {},
    "a plan that is short of money": {"products[repair].units": 100},
    "a test phase before the start": {"test_phase.planned": True, "test_phase.months": 3, "loans[micro].month": 4},
    "a purchase long after the start": {
        "equipment[van].name": "Van", "equipment[van].price": 9000, "equipment[van].month": 20,
    },
    "a grant after the lowest month": {"grants[g].name": "Town", "grants[g].amount": 1500, "grants[g].month": 5},
    "leasing, stock, a deposit and an overdraft": {
        "leases[l].name": "Lift", "leases[l].price": 4000, "leases[l].months": 36, "leases[l].rate": 0.06,
        "products[repair].first_stock": 900, "deposits[d].name": "Rent", "deposits[d].amount": 1200,
        "financing.bank.opening": -300, "products[repair].supply_vat": "standard",
    },
}


@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
def test_what_the_sources_leave_over_stands_on_the_account_at_its_lowest(changes):
    funding = assessed(changes).funding
    assert funding.left == pytest.approx(lowest_cash(changes), abs=0.01)
    assert all(entry.amount > 0 for entry in (*funding.uses, *funding.sources))


@pytest.mark.parametrize("name", examples.names())
def test_uses_and_sources_come_to_the_same(name):
    table = of_example(name)
    assert table.needed + table.reserve == pytest.approx(table.available + table.missing, abs=0.01)
    assert min(table.reserve, table.missing) == 0


@pytest.mark.parametrize("name", ["hairdresser", "it_service"])
def test_a_business_under_the_exemption_pays_no_vat_in_advance(name):
    """What the exempt hairdresser pays for chair, hood and tablet is 5,430 euro with VAT: that is what they cost."""
    things = assumptions(plan_of(name), TODAY).equipment
    paid = sum(
        thing.price if thing.includes_vat or thing.in_kind else thing.price * (1 + thing.vat_rate) for thing in things
    )
    assert of_example(name).use("vat") == 0
    assert of_example(name).use("equipment") == pytest.approx(paid, abs=0.02)


def test_of_a_van_only_the_vat_that_comes_back_is_paid_in_advance():
    """The van costs 11,200 euro and 2,352 euro of VAT, of which 85 % is deducted."""
    van = {f"equipment[van].{name}": value for name, value in {
        "name": "Van", "kind": "van", "price": 11200, "vat": "standard", "vat_deductible": 0.85}.items()}
    without, with_it = assessed({}).funding, assessed(van).funding
    assert with_it.use("equipment") - without.use("equipment") == pytest.approx(11200 + 2352 * 0.15)
    assert with_it.use("vat") - without.use("vat") == pytest.approx(2352 * 0.85)


def test_both_sides_agree_where_the_account_is_lowest_before_the_start():
    """Own money and loans come with the start, after three months of trial: until then there is nothing."""
    late = {"test_phase.planned": True, "test_phase.months": 3, "loans[micro].month": 6, "own_money[savings].month": 6}
    table = assessed(late).funding
    assert table.month < 6 and table.missing == pytest.approx(-table.left, abs=0.01) and table.missing > 0


def test_the_unforeseen_is_a_use_like_any_other():
    with_reserve = assessed({"financing.contingency": 0.1}).funding
    assert with_reserve.use("contingency") == pytest.approx(535)
    assert with_reserve.left == pytest.approx(lowest_cash({}) - 535)


def test_each_use_and_each_source_stands_under_its_kind():
    things = {
        "equipment[works].name": "Walls", "equipment[works].kind": "works", "equipment[works].price": 2000,
        "equipment[own].name": "Tools", "equipment[own].price": 800, "equipment[own].in_kind": True,
        "costs[deed].name": "Register", "costs[deed].amount": 112, "costs[deed].every": "once",
        "loans[uncle].name": "Uncle", "loans[uncle].source": "family", "loans[uncle].profile": "family",
        "loans[uncle].amount": 1500, "loans[uncle].rate": 0, "loans[uncle].months": 30,
    }
    funding = assessed(things).funding
    assert {key: funding.use(key) for key in ("equipment", "works", "start_up")} == {
        "equipment": 6150, "works": 2000, "start_up": 112,
    }
    assert funding.use("vat") == pytest.approx(5350 * 0.21)
    assert {key: funding.source(key) for key in ("own_money", "in_kind", "family", "microcredit")} == {
        "own_money": 6000, "in_kind": 800, "family": 1500, "microcredit": 9000,
    }
    assert funding.own == 6800
    (works,) = [entry for entry in funding.uses if entry.key == "works"]
    assert [place.path for place in works.places] == ["equipment[1].price"]
