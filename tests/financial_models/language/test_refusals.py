"""Every mistake in a model is refused where it is made, by the name of the line, with what to write instead."""

import math

import pytest

from financial_models.language import (
    FLAG,
    MONEY,
    NUMBER,
    PERCENT,
    RATIO,
    Balance,
    Block,
    FormulaError,
    Input,
    Line,
    Model,
    Monthly,
    Number,
    Seasonal,
    Span,
    UnitError,
    euros,
    total,
)

SPAN = Span(2027, 3, 36)
RENT, WAGES, SHARE = Line("Rent", MONEY, euros(900)), Line("Wages", MONEY, euros(2000)), Input("Share", PERCENT)


class Shop(Block):
    rent = Input("Rent", MONEY)
    share = Input("Share", PERCENT, 1.0)
    paid = Line("Rent paid", MONEY, rent * share)


class Count(Block):
    month = Balance("Month", NUMBER)
    month.moves(Number(1))
    of_year = Line("Month of the year", NUMBER, (month - 1) % 12 + 1)


class Listed(Block):
    season = Seasonal("Season", PERCENT)
    of_year = Input("Month of the year", NUMBER)
    each = Monthly("Each", NUMBER, 1.0)
    now = Line("This month", PERCENT, season.at(of_year))


class Year(Block):
    axis = "year"
    rent = Input("Rent", MONEY)
    share = Input("Share", PERCENT, 1.0)
    cost = Line("Cost", MONEY, rent * share)


def deep():
    formula = RENT
    for _ in range(100):
        formula = formula + RENT
    return formula


FORMULAS = [
    (lambda: 1 if RENT else 0, "“Rent” has one value per month", "multiply by a flag"),
    (lambda: RENT and WAGES, "“Rent” has one value per month", "multiply by a flag"),
    (lambda: not RENT, "“Rent” has one value per month", "multiply by a flag"),
    (lambda: min(RENT, WAGES), "a < b differs", "b.passes(a)"),
    (lambda: max(RENT, WAGES), "a > b differs", "a.passes(b)"),
    (lambda: RENT > WAGES, "a > b differs", "a.passes(b)"),
    (lambda: 1 <= SHARE <= 3, "chained comparison", "a.between(low, high)"),
    (lambda: RENT + SHARE, "“add” mixes money", "<add of “Rent”, “Share”>"),
    (lambda: RENT + 100, "“add” mixes money", "multiply the number by an amount"),
    (lambda: RENT * WAGES, "money is multiplied by money", "<mul of “Rent”, “Wages”>"),
    (lambda: RENT.equals(100), "“equals” mixes money", "“Rent”, 100"),
    (lambda: RENT.reaches(100), "“reaches” mixes money", "“Rent”, 100"),
    (lambda: total(RENT, SHARE), "“total” mixes money", "“Rent”, “Share”"),
    (lambda: RENT / 0, "“Rent” is divided by 0", "no answer"),
    (lambda: RENT * "2", "lines and numbers", "'2'"),
    (lambda: RENT + None, "lines and numbers", "None"),
    (lambda: RENT * [1, 2], "lines and numbers", "[1, 2]"),
    (lambda: RENT * math.nan, "lines and numbers", "nan"),
    (lambda: RENT.before(13), "1 to 12 months", "let a balance age"),
    (lambda: RENT.before(0), "1 to 12 months", "not 0"),
    (lambda: RENT.after(1.5), "1 to 12 months", "not 1.5"),
    (deep, "nested 61 deep", "total(a, b, …)"),
    (lambda: Line("Debt", MONEY, SHARE * 2), "“Debt” must be an amount of money", "<mul of “Share”, 2>"),
    (lambda: Line("Count", NUMBER, +RENT), "“Count” must be a number", "“Rent”"),
    (lambda: Line("Debt", MONEY, euros(1), yearly="mean"), "“Debt” is 'mean' over a year", "sum, last, first, none"),
    (lambda: Balance("Debt", MONEY, start=RENT), "“Debt” starts from “Rent”", "a number or an input"),
    (lambda: Listed.season.at(SHARE + 1), "“Season”.at() wants a line", "a line of its own"),
    (lambda: Listed.season.before(1), "“Season” is a list", ".at(index)"),
    (lambda: Listed.season.after(1), "“Season” is a list", ".at(index)"),
]


@pytest.mark.parametrize(("mistake", "what", "advice"), FORMULAS)
def test_a_mistake_in_a_formula_is_refused_with_advice(mistake, what, advice):
    with pytest.raises((FormulaError, UnitError)) as error:
        mistake()
    assert what in str(error.value) and advice in str(error.value)


GIVEN = [
    (lambda: Shop("shop", rant=900.0), "shop: no input is called rant", "rent, share"),
    (lambda: Shop("shop"), "shop: “Rent” is missing", "give rent=…"),
    (lambda: Shop("shop", rent=[900.0, 950.0]), "shop: rent takes one number, not [900.0", "declare it Monthly"),
    (lambda: Shop("shop", rent="900"), "shop: rent takes numbers", "'900'"),
    (lambda: Shop("shop", rent=math.inf), "shop: rent takes numbers", "inf"),
    (lambda: Listed("list", season=1.0, of_year=1.0), "list: season takes a list of numbers", "1.0"),
    (lambda: Listed("list", of_year=1.0), "list: “Season” is missing", "give season=…"),
    (lambda: Listed("list", season=[1.0, "x"] * 6, of_year=1.0), "list: season takes numbers", "'x'"),
    (lambda: Shop("shop", rent=Count("count").month), "“Rent paid” must be an amount of money", "count.month"),
    (lambda: Shop("shop", rent=Count("count").month * 2), "“Rent” must be an amount of money", "count.month"),
]


@pytest.mark.parametrize(("mistake", "what", "advice"), GIVEN)
def test_a_mistake_in_what_a_block_is_given_is_refused_by_name(mistake, what, advice):
    with pytest.raises((FormulaError, UnitError)) as error:
        mistake()
    assert what in str(error.value) and advice in str(error.value)


def refused(*blocks: Block) -> str:
    with pytest.raises(FormulaError) as error:
        Model(SPAN, *blocks)
    return str(error.value)


def test_two_lines_with_the_same_key():
    message = refused(Shop("shop", rent=1.0), Shop("shop", rent=2.0))
    assert message == "two lines are called shop.rent: give one of the blocks another name"


def test_a_line_that_is_in_no_block_of_the_model():
    elsewhere = Shop("elsewhere", rent=1.0)
    assert "shop.paid reads <elsewhere.paid>, which is in no block" in refused(Shop("shop", rent=elsewhere.paid))
    assert "shop.paid reads “Rent paid”, which is in no block" in refused(Shop("shop", rent=Shop.paid))


def test_a_formula_that_has_no_name():
    class Hidden(Block):
        paid = Line("Rent paid", MONEY, Line("Rent", MONEY, euros(1)) * 2)
    assert "hidden.paid reads “Rent”, which is in no block" in refused(Hidden("hidden"))


def test_a_balance_that_nothing_moves():
    class Debt(Block):
        debt = Balance("Debt", MONEY)
    assert refused(Debt("loan")) == "nothing ever moves loan.debt, “Debt”: call debt.moves(…)"


def test_a_balance_that_is_moved_twice():
    with pytest.raises(FormulaError, match=r"<count\.month> is moved already: say all that moves it in one call"):
        Count("count").month.moves(Number(2))


def test_a_circle_within_a_month_is_named_whole():
    class Circle(Block):
        debt = Balance("Debt", MONEY)
        interest = Line("Interest", MONEY, debt * 0.01 + euros(1))
        debt.moves(+interest)
    message = refused(Circle("loan"))
    assert "loan.interest ← loan.debt ← loan.interest" in message or "loan.debt ← loan.interest ← loan.debt" in message
    assert "let one of them read an opening balance or an earlier month" in message


def test_a_line_that_looks_ahead_at_what_depends_on_it():
    class Ahead(Block):
        stock = Balance("Stock", MONEY)
        bought = Line("Bought", MONEY, stock.after(1) * 0.5 + euros(1))
        stock.moves(+bought)
    assert "shop.bought looks ahead at shop.stock, which depends on it" in refused(Ahead("shop"))


def test_a_second_name_for_a_line():
    with pytest.raises(FormulaError, match="Twice: “Rent” already has the name rent: write a new Line for lease"):
        class Twice(Block):
            rent = Line("Rent", MONEY, euros(1))
            lease = rent


@pytest.mark.parametrize("name", ["name", "title", "lines", "chapter", "axis", "template"])
def test_a_line_with_a_name_that_blocks_have_themselves(name):
    with pytest.raises(FormulaError, match=f"a line cannot be called {name}"):
        type("Shop", (Block,), {name: Line("Rent", MONEY, euros(1))})


def test_a_list_that_is_read_whole():
    class Whole(Block):
        season = Seasonal("Season", PERCENT)
        twice = Line("Twice", PERCENT, season * 2)
    message = refused(Whole("whole", season=[1.0] * 12))
    assert message == "whole.twice reads <whole.season>, a list of numbers: say which one, with .at(index)"


class Flows(Block):
    rent = Line("Rent", MONEY, euros(900))
    open = Line("Open", FLAG, Number(1))
    margin = Line("Margin", RATIO, Number(2))


def test_a_year_reads_no_rate_no_other_month_and_no_list():
    flows, count = Flows("flows"), Count("count")
    listed = Listed("list", season=[1.0] * 12, of_year=count.of_year)
    rate = refused(flows, Year("year", rent=flows.rent, share=flows.open))
    assert rate == "year.cost is yearly and reads flows.open, which has no value for a year: say yearly= on that line"
    month = refused(flows, Year("year", rent=flows.rent.before(1)))
    assert "year.rent is yearly and looks at another month of flows.rent" in month
    for share in (listed.each, listed.season.at(listed.now)):
        year = Year("year", rent=flows.rent, share=share)
        assert "which has no value for a year: read a line made from it" in refused(flows, count, listed, year)


def test_a_month_reads_no_year():
    flows = Flows("flows")
    year = Year("year", rent=flows.rent)
    message = refused(flows, year, Shop("shop", rent=year.cost))
    assert message == "shop.paid is monthly and reads year.cost, which is yearly: only years may read months"


class Owed(Block):
    start = Input("Owed at the start", MONEY)
    debt = Balance("Debt", MONEY, start=start)
    debt.moves(euros(1))


class Counted(Block):
    start = Input("Pieces at the start", NUMBER)
    stock = Balance("Stock", MONEY, start=start)
    stock.moves(euros(1))


def test_a_balance_starts_from_one_number_in_its_own_unit():
    with pytest.raises(FormulaError, match=r"loan\.debt must start from a single number, not from <flows\.rent>"):
        Owed("loan", start=Flows("flows").rent)
    with pytest.raises(UnitError, match=r"shop\.stock starts from <shop\.start>: both must be amounts"):
        Counted("shop", start=1.0)


def test_an_unknown_line_is_answered_with_what_looks_like_it():
    with pytest.raises(KeyError, match=r"no line is called shop\.pad; near it: shop\.paid"):
        Model(SPAN, Shop("shop", rent=1.0))["shop.pad"]
