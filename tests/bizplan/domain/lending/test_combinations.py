"""Credits that together close a gap which none closes alone, worked out by hand."""

import pytest

from bizplan.domain.lending.fit import Verdict, fit
from bizplan.domain.readiness.signals import Light
from tests.bizplan.domain.lending.credits import NAMES, changed, fit_of, ground


def parts(combination) -> list[tuple[str, float]]:
    """The lenders and what each brings."""
    return [(each.lender.name, each.amount) for each in combination.parts]


def test_where_one_credit_is_enough_nothing_is_combined():
    assert {name: len(fit_of(name).combinations) for name in NAMES if name != "food_truck"} == dict.fromkeys(
        (name for name in NAMES if name != "food_truck"), 0)


def test_a_startlening_takes_a_part_of_its_own_contribution_from_a_friend():
    # € 47,023.61 is to be found, so 47,100; of his own he has 4,100.  Of x borrowed: 4 × (4,100 + x) = 47,100 − x,
    # x = (47,100 − 16,400) ÷ 5 = 6,140, so 6,200 of the 10,000 that may be borrowed, and 40,900 ≤ 4 × 10,300.
    first = fit_of("food_truck").combinations[0]
    assert parts(first) == [("startlening", 40900.0), ("winwinlening", 6200.0)]
    assert words_of(first, "startlening") == Light.OK
    assert first.amount == 47100.0 and first.own == 4700.0


def test_a_microcredit_can_be_that_part_too():
    assert [("startlening", 40900.0), ("impulskrediet", 6200.0)] in map(parts, fit_of("food_truck").combinations)


def test_without_a_startlening_a_microcredit_is_filled_up_by_a_friend():
    assert [("impulskrediet", 25000.0), ("winwinlening", 22100.0)] in map(parts, fit_of("food_truck").combinations)


def test_what_may_not_be_borrowed_comes_from_a_microcredit():
    # Without own money a fifth would be borrowed; only 10,000 may be, so 4 × 10,000, and a microcredit for the rest.
    found = fit(changed("food_truck", {("own_money[].amount", "tontine"): 0.0, ("own_money[].amount", "savings"): 0.0}))
    first = found.combinations[0]
    assert parts(first)[:2] == [("startlening", 40000.0), ("winwinlening", 10000.0)]
    assert parts(first)[2] == ("impulskrediet", found.need.to_find - 50000.0)


@pytest.mark.parametrize("name", NAMES)
def test_a_combination_closes_the_gap_and_adds_up(name):
    for each in fit_of(name).combinations:
        assert each.amount == fit_of(name).need.to_find
        assert each.total == pytest.approx(sum(part.cost.total for part in each.parts), abs=0.005)
        assert each.instalment == pytest.approx(sum(part.cost.instalment for part in each.parts), abs=0.005)
        assert each.verdict is not Verdict.DOES_NOT_FIT
        rates = [part.cost.yearly for part in each.parts]
        assert min(rates) <= each.yearly <= max(rates)


def words_of(combination, lender: str) -> Light | None:
    """How the own contribution of a part stands."""
    part = next(each for each in combination.parts if each.lender.name == lender)
    return ground(part, "own_multiple").light
