"""Casting in a mould: the same blocks with other numbers; whatever else differs does not fit."""

import pytest

from financial_models.language import MONEY, NUMBER, Balance, Block, Input, Line, Model, Seasonal, Span, total
from financial_models.language.casting import DoesNotFit, are_numbers, casting, same

SPAN = Span(2026, 1, 36)


class Months(Block):
    month = Balance("Month", NUMBER)
    month.moves(1)


class Rent(Block):
    amount = Input("Rent a month", MONEY, 500.0)
    season = Seasonal("Season", NUMBER, None)
    month = Input("Month", NUMBER)
    paid = Line("Rent paid", MONEY, amount * season.at(month))


class Purse(Block):
    spent = Input("Spent", MONEY)
    cash = Balance("Cash", MONEY)


def blocks(amount=None, season=(1.0,) * 12, *, minus=True, name="rent", extra=False, given="month", **more):
    """A small model's blocks."""
    calendar = Months("calendar")
    month = calendar.month if given == "month" else calendar.month + 0
    rent = Rent(name, "Shop", season=list(season), month=month, **({} if amount is None else {"amount": amount}))
    purse = Purse("purse", spent=rent.paid * 2 + total(rent.paid, rent.amount), **more)
    purse.cash.moves(-purse.spent if minus else +purse.spent)
    return [calendar, rent, purse, *([Months("second")] if extra else [])]


@pytest.fixture(name="mould")
def a_mould():
    return Model(SPAN, *blocks())


def test_the_blocks_of_the_mould_are_handed_out_and_the_numbers_kept(mould):
    with casting(mould) as begun:
        found = blocks(amount=640.0, season=range_of(12))
    assert found == list(mould.blocks)
    assert begun.numbers == {"rent.amount": 640.0, "rent.season": range_of(12)}


def range_of(count):
    """As many numbers, each another."""
    return [float(number) for number in range(1, count + 1)]


def test_what_is_not_given_is_the_number_of_the_declaration(mould):
    with casting(mould) as begun:
        blocks()
    assert begun.numbers["rent.amount"] == 500.0


@pytest.mark.parametrize("changed", [
    {"minus": False}, {"name": "hire"}, {"extra": True}, {"given": "a calculation"}, {"amount": float("nan")},
    {"amount": "700"}, {"unknown": 3.0},
], ids=["moved otherwise", "another name", "a block more", "a calculation for a line", "no number", "a text",
        "an unknown input"])
def test_anything_but_another_number_does_not_fit(mould, changed):
    with pytest.raises(DoesNotFit), casting(mould):
        blocks(**changed)


def test_a_block_that_is_not_asked_for_does_not_fit(mould):
    with pytest.raises(DoesNotFit, match="rent, purse"), casting(mould):
        Months("calendar")


def test_the_same_block_twice_does_not_fit(mould):
    with pytest.raises(DoesNotFit, match="calendar"), casting(mould):
        [Months("calendar") for _ in range(2)]


def test_after_a_casting_that_failed_blocks_are_made_as_ever(mould):
    with pytest.raises(DoesNotFit), casting(mould):
        blocks(name="hire")
    assert blocks()[1] is not mould.blocks[1]
    assert blocks()[1].amount.value == 500.0


def test_terms_are_the_same_where_they_do_the_same_with_the_very_same_lines():
    a, b = Months("a").month, Months("b").month
    assert same(a * 2 + b.before(3), a * 2 + b.before(3))
    assert not same(a * 2 + b, a * 3 + b)
    assert not same(a * 2 + b, a * 2 + a)
    assert not same(a.before(3), a.before(2))
    assert not same(a + b, a - b)
    assert not same(a, a + 0)


def test_only_finite_numbers_are_numbers():
    assert are_numbers(3) and are_numbers([1.0, 2])
    assert not are_numbers(float("inf")) and not are_numbers([1.0, float("nan")])
    assert not are_numbers("3") and not are_numbers(None)
