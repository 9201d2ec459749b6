"""A plan cast in the mould of its shape: the same bits as one that is built, and nothing of anybody else in it."""

import gc
from dataclasses import replace
from threading import Thread

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from financial_models import Moulds, build, evaluate, outcome
from financial_models.assumptions import (
    Assumptions,
    Cost,
    Employee,
    Entered,
    Grade,
    Household,
    HouseholdExpense,
    Loan,
    Product,
    Supply,
    TestPhase,
    Timeline,
    UnitsSold,
)
from financial_models.language import Input
from financial_models.law import NotYetKnown
from financial_models.moulds import shape
from tests.properties.plans import plans

SECRET = "Amira's secret recipe"


def entered(number):
    """A number as somebody answers it, with a note that is nobody else's business."""
    return Entered(number, "products[].price", "bread", Grade.QUOTE, SECRET)


def shop(price=3.0, rent=700.0, loan_month=1, name=SECRET, **more):
    """A shop whose numbers were answered by somebody."""
    return Assumptions(
        Timeline(2026, 4, 36),
        products=(Product("bread", name, UnitsSold(entered(900.0)), entered(price), vat_rate=0.06,
                          supply=Supply(cost_per_unit=entered(1.0), stock_days=10)),),
        costs=(Cost("rent", name, entered(rent)),),
        loans=(Loan("credit", name, 5000, 0.08, 36, month=loan_month, asked=True),),
        household=Household(expenses=(HouseholdExpense("food", name, 400.0),)), **more)


def the_same(cast, assumptions):
    """Whether every line has the bits of the plan that is built from these assumptions."""
    plan = build(assumptions)
    there, here = evaluate(plan.model), cast.evaluate()
    assert [line.key for line in plan.model.lines] == [line.key for line in cast.plan.model.lines]
    assert all(np.array_equal(there[line], here[line.key], equal_nan=True) for line in plan.model.lines)
    assert outcome(plan, there) == outcome(cast.plan, here)
    return True


def test_other_numbers_give_the_bits_of_the_plan_that_is_built_and_the_model_is_kept():
    kept = Moulds()
    first = kept.cast(shop(price=3.0))
    second = kept.cast(shop(price=3.5, rent=820.0, loan_month=4))
    assert second.plan.model is first.plan.model
    assert the_same(first, shop(price=3.0))
    assert the_same(second, shop(price=3.5, rent=820.0, loan_month=4))


@given(plans(), st.floats(0.5, 2), st.integers(0, 12))
@settings(max_examples=25)
def test_any_plan_fits_its_own_mould_with_other_numbers_too(assumptions, factor, delay):
    kept = Moulds()
    model = kept.cast(assumptions).plan.model
    again = kept.cast(assumptions)
    assert again.plan.model is model
    assert the_same(again, assumptions)
    other = replace(
        assumptions, levers=replace(assumptions.levers, delay=delay, sales_factor=factor),
        products=tuple(replace(product, price=product.price * factor) for product in assumptions.products),
        costs=tuple(replace(cost, amount=cost.amount * factor) for cost in assumptions.costs))
    assert kept.cast(other).plan.model is model
    assert the_same(kept.cast(other), other)


@pytest.mark.parametrize("other", [
    shop(test_phase=TestPhase(3)), shop(legal_form="company"), replace(shop(), timeline=Timeline(2026, 5, 36)),
    replace(shop(), costs=()), replace(shop(), employees=(Employee("baker", "Baker", 2400.0, 1.0),)),
    replace(shop(), loans=(replace(shop().loans[0], kind="linear"),)),
], ids=["test phase", "company", "a month later", "no costs", "staff", "another kind of loan"])
def test_another_shape_gets_another_mould(other):
    kept = Moulds()
    first = kept.cast(shop())
    assert kept.cast(other).plan.model is not first.plan.model
    assert the_same(kept.cast(other), other)


def test_a_number_that_decides_about_rows_is_built_anew_and_calculated_right():
    """The first hire has other rows than the second, though both plans have the same shape."""
    def staffed(hire):
        return replace(shop(), employees=(Employee("baker", "Baker", 2400.0, 1.0, hire=hire),))
    assert shape(staffed(1)) == shape(staffed(2))
    kept = Moulds()
    for hire in (1, 2, 1, 6):
        assert the_same(kept.cast(staffed(hire)), staffed(hire))


def test_a_mould_keeps_no_number_no_note_and_no_name():
    kept = Moulds()
    kept.cast(shop())
    model = next(iter(kept._moulds.values()))
    assert all(line.value == 0.0 for line in model.lines if isinstance(line, Input))
    assert SECRET not in texts_within(kept)
    assert "bread" in texts_within(kept), "the search finds what is there"


def texts_within(thing):
    """Every text that can be reached from a thing, notes of numbers too; those of classes and modules apart."""
    found, seen, waiting = set(), set(), [thing]
    while waiting:
        part = waiting.pop()
        if id(part) in seen or isinstance(part, type) or type(part).__name__ in ("module", "function"):
            continue
        seen.add(id(part))
        if isinstance(part, str):
            found.add(part)
        waiting += gc.get_referents(part)
        waiting += getattr(part, "__dict__", {}).values()
    return found


def test_the_oldest_mould_makes_room():
    kept = Moulds(most=2)
    first = kept.cast(shop())
    kept.cast(shop(legal_form="company"))
    kept.cast(shop())
    kept.cast(shop(test_phase=TestPhase(2)))
    assert kept.cast(shop()).plan.model is first.plan.model, "it was used since the company"
    assert len(kept._moulds) == 2


def test_threads_that_cast_at_once_do_not_disturb_each_other():
    kept, answers = Moulds(), {}
    kept.cast(shop())

    def work(price):
        for _ in range(5):
            cast = kept.cast(shop(price=price))
            answers.setdefault(price, set()).add(outcome(cast.plan, cast.evaluate()).closing_cash)
    threads = [Thread(target=work, args=(price,)) for price in (2.0, 3.0, 4.0)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for price, found in answers.items():
        plan = build(shop(price=price))
        assert found == {outcome(plan, evaluate(plan.model)).closing_cash}


def test_what_building_refuses_is_refused_in_a_mould_too(monkeypatch):
    kept = Moulds()
    kept.cast(shop())

    def unknown(*_, **__):
        raise NotYetKnown("vat.rates.standard", shop, shop)
    monkeypatch.setattr("financial_models.plan.beginning.law.years", unknown)
    with pytest.raises(NotYetKnown):
        kept.cast(shop(price=4.0))


def test_blocks_are_made_again_once_a_casting_is_over():
    kept = Moulds()
    kept.cast(shop())
    kept.cast(shop(price=9.0))
    assert build(shop()).model is not build(shop()).model
