"""What a block says: balances, lists, levers of inheritance, sums, and earlier and later months."""

import pytest

from financial_models.language import (
    MONEY,
    NUMBER,
    PERCENT,
    Balance,
    Block,
    Input,
    Line,
    Model,
    Monthly,
    Number,
    Seasonal,
    Span,
    Yearly,
    euros,
    total,
)
from financial_models.readers import floats
from financial_models.readers.values import evaluate

SPAN = Span(2027, 11, 36)


def both(model: Model, key: str, months: int = 3) -> list[float]:
    """The first months of a line, which arrays and floats must agree on."""
    single = floats.Plan(model).evaluate()[model[key]][:months]
    assert evaluate(model)[key][:months, 0].tolist() == single
    return single


class Count(Block):
    month = Balance("Month", NUMBER)
    month.moves(Number(1))
    of_year = Line("Month of the year", NUMBER, (month + 9) % 12 + 1)
    year = Line("Calendar year of the plan", NUMBER, (month + 10 - of_year) / 12 + 1)


class Late(Block):
    sales = Monthly("Sales", MONEY)
    received = Line("Received", MONEY, sales.before(2))
    planned = Line("Planned", MONEY, sales.after(1))


def test_what_is_entered_by_the_month_is_seen_earlier_and_later():
    late = Model(SPAN, Late("late", sales=[float(n) for n in range(1, 49)]))
    assert both(late, "late.sales") == [1, 2, 3]
    assert both(late, "late.received", 5) == [0, 0, 1, 2, 3]
    assert both(late, "late.planned") == [2, 3, 4]
    assert both(late, "late.planned", 48)[-2:] == [48, 0]


def test_one_number_by_the_month_holds_in_all():
    assert both(Model(SPAN, Late("late", sales=5.0)), "late.sales") == [5, 5, 5]


class Loan(Block):
    owed = Input("Owed at the start", MONEY)
    repaid = Input("Repaid a month", MONEY)
    debt = Balance("Debt", MONEY, start=owed)
    two_ago = Line("Two months ago", MONEY, debt.before(2))
    debt.moves(-repaid)


def test_a_balance_starts_from_an_input_and_had_it_before_the_plan():
    model = Model(SPAN, Loan("loan", owed=1000.0, repaid=100.0))
    assert both(model, "loan.debt") == [900, 800, 700]
    assert both(model, "loan.debt_opening") == [1000, 900, 800]
    assert both(model, "loan.two_ago", 4) == [1000, 1000, 900, 800]
    values = evaluate(model, {"loan.owed": [1000.0, 50.0]})
    assert values["loan.debt"][0].tolist() == [900, -50]
    assert (values.at("loan.debt", 0, 1), values.at("loan.two_ago", 0, 1)) == (50, 0)


def test_a_balance_starts_from_the_input_of_another_block():
    first = Loan("first", owed=1000.0, repaid=100.0)
    assert both(Model(SPAN, first, Loan("second", owed=first.owed, repaid=1.0)), "second.debt") == [999, 998, 997]


class Stall(Block):
    price = Input("Price", MONEY)
    pieces = Input("Pieces", NUMBER)
    sales = Line("Sales", MONEY, price * pieces)
    owed = Balance("Owed", MONEY)
    paid = Line("Paid", MONEY, owed.opening * 1)
    owed.moves(+sales, -paid)


class Market(Stall):
    days = Input("Days", NUMBER)
    pieces = Line("Pieces", NUMBER, days * 10)


class Festival(Market):
    pieces = Line("Pieces", NUMBER, Market.days * 100)
    tips = Line("Tips", MONEY, Stall.sales * 0.1)


def test_a_block_keeps_the_lines_that_it_inherits_and_reads_those_that_it_replaces():
    assert [line.name for line in Market("m", price=2.0, days=3.0)] == [
        "price", "pieces", "sales", "owed_opening", "owed", "paid", "days"]
    assert both(Model(SPAN, Market("m", price=2.0, days=3.0)), "m.sales") == [60, 60, 60]
    festival = Model(SPAN, Festival("f", price=2.0, days=3.0))
    assert both(festival, "f.sales") == [600, 600, 600]
    assert both(festival, "f.tips") == [60, 60, 60]
    assert both(festival, "f.owed") == [600, 600, 600]
    assert both(Model(SPAN, Stall("s", price=2.0, pieces=1.0)), "s.sales") == [2, 2, 2]


class Rent(Block):
    rent = Line("Rent", MONEY, euros(900))


class Wages(Block):
    wages = Line("Wages", MONEY, euros(2000))


class Costs(Rent, Wages):
    costs = Line("Costs", MONEY, Rent.rent + Wages.wages)


def test_a_block_of_two_kinds_has_the_lines_of_both():
    assert both(Model(SPAN, Costs("costs")), "costs.costs") == [2900, 2900, 2900]


def test_a_block_is_used_as_often_as_a_plan_needs():
    one, two = Stall("one", price=1.0, pieces=1.0), Stall("two", price=2.0, pieces=3.0)
    assert both(Model(SPAN, one, two), "two.sales") == [6, 6, 6]
    assert both(Model(SPAN, two, one), "one.sales") == [1, 1, 1]


class Sums(Block):
    none = Line("None", MONEY, total())
    one = Line("One", MONEY, total(euros(1)))
    many = Line("Many", MONEY, total(euros(1), 0, euros(2), euros(3)))
    python = Line("Python's own sum", MONEY, sum([euros(1), euros(2)]))


@pytest.mark.parametrize(("name", "answer"), [("none", 0), ("one", 1), ("many", 6), ("python", 3)])
def test_a_total_of_none_one_and_many(name, answer):
    assert both(Model(SPAN, Sums("sums")), f"sums.{name}") == [answer] * 3


def test_a_total_of_very_many_is_a_sum_of_sums():
    class Wide(Block):
        sum = Line("Sum", MONEY, total(*[euros(n) for n in range(5000)]))
    assert both(Model(SPAN, Wide("wide")), "wide.sum")[0] == 5000 * 4999 / 2


class Dates(Block):
    of_year = Input("Month of the year", NUMBER)
    year = Input("Calendar year of the plan", NUMBER)
    season = Seasonal("Season", PERCENT)
    rate = Yearly("Rate", PERCENT)
    in_season = Line("In season", PERCENT, season.at(of_year))
    legal = Line("Rate of the year", PERCENT, rate.at(year))


def dated() -> Model:
    """A plan from November 2027: 48 months are calculated, through October 2031."""
    count = Count("count")
    season, rates = [float(n) for n in range(1, 13)], [0.1, 0.2, 0.3, 0.4, 0.5]
    return Model(SPAN, count, Dates("dates", of_year=count.of_year, year=count.year, season=season, rate=rates))


def test_each_month_takes_its_own_number_of_a_list():
    assert both(dated(), "dates.in_season", 4) == [11, 12, 1, 2]
    assert both(dated(), "dates.legal", 4) == [0.1, 0.1, 0.2, 0.2]
    assert both(dated(), "dates.legal", 48)[-1] == 0.5


def test_a_list_differs_by_scenario():
    values = evaluate(dated(), {"dates.rate": [[0.1, 0.9]] * 2 + [[0.2, 0.8]] * 3})
    assert values["dates.legal"][:3].tolist() == [[0.1, 0.9]] * 3
    assert values["dates.legal"][14].tolist() == [0.2, 0.8]
    assert values["dates.in_season"].shape == (48, 1)
