"""Uses and sources: what stands on the account at its lowest is what the sources leave over."""

import pytest

from bizplan.domain.assumptions import assumptions
from financial_models import build, evaluate, outcome
from tests.bizplan.domain.readiness.plans import TODAY, assessed, sound


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
