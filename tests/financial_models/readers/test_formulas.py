"""Formulas as a spreadsheet writes them, and where each line stands."""

import pytest

from financial_models import build
from financial_models.language import MONEY, NUMBER, Balance, Block, FormulaError, Input, Line, Model, Span, total
from financial_models.readers.formulas import Formulas
from financial_models.readers.layout import Layout, Names, letters, quoted
from financial_models.readers.reading_order import reading_order
from tests.agreement.market_stall import market_stall
from tests.properties.plans import a_hundred_plans


class Shop(Block):
    """A shop in a few lines."""

    chapter = "Shop"

    price = Input("Price", MONEY)
    pieces = Input("Pieces", NUMBER)
    sold = Line("Sold", MONEY, price * pieces)
    rent = Line("Rent", MONEY, price * 3)
    power = Line("Power", MONEY, price * 2)
    costs = Line("Costs", MONEY, total(rent, power, sold))
    left = Line("Left", MONEY, sold - (rent + power))
    less = Line("Less", MONEY, -sold - (-rent))
    squared = Line("Squared", NUMBER, (pieces - 1) ** 2 * -2.5)
    earlier = Line("Earlier", MONEY, sold.before(1) + rent.after(2))
    paid = Line("Paid", MONEY, rent + power)
    cash = Balance("Cash", MONEY)
    cash.moves(+sold, -paid)
    late = Line("Reaches", NUMBER, sold.reaches(rent + power))


@pytest.fixture(scope="module")
def shop():
    return Formulas(Model(Span(2027, 1, 36), Shop("shop", price=2.0, pieces=10.0)))


WORKED = [
    ("sold", "=Inputs!$C$5 * Inputs!$C$6"),
    ("costs", "=SUM({rent}:{power}, {sold})"),
    ("left", "={sold} - ({rent} + {power})"),
    ("less", "=-1 * {sold} - -1 * {rent}"),
    ("squared", "=POWER(Inputs!$C$6 - 1, 2) * (-2.5)"),
    ("late", "=IF(ROUND({sold} - ({rent} + {power}), 2) >= 0, 1, 0)"),
]


@pytest.mark.parametrize(("name", "expected"), WORKED)
def test_a_formula_has_the_brackets_that_it_needs(shop, name, expected):
    column = shop.layout.letters[shop.layout.column(5)]
    cells = {line.name: f"{column}{row}" for line, (_, row) in shop.layout.place.items()}
    assert shop.of(shop.model[f"shop.{name}"], 5) == expected.format(**cells)


def test_other_months_are_other_columns(shop):
    layout = shop.layout
    sold, rent = (layout.place[shop.model[key]][1] for key in ("shop.sold", "shop.rent"))
    assert shop.of(shop.model["shop.earlier"], 1) == f"={layout.letters[layout.column(0)]}{sold} + F{rent}"


def test_a_balance_is_shown_with_what_moves_it(shop):
    lines = reading_order(shop.model.blocks[0].lines, shop.model.reads)
    at = [line.name for line in lines].index("cash_opening")
    assert [line.name for line in lines][at : at + 4] == ["cash_opening", "sold", "paid", "cash"]
    assert sorted(line.name for line in lines) == sorted(line.name for line in shop.rows)


def test_what_a_line_needs_stands_above_it():
    model = build(a_hundred_plans()[4]).model
    layout = Layout(model)
    below = [
        f"{line} reads {other}"
        for line in model.lines
        for other, months in model.reads[line]
        if not months and line.block == other.block and line.kind != "opening"
        if other.kind not in ("input", "opening") and layout.place[line][1] < layout.place[other][1]
    ]  # fmt: skip
    assert len(below) < 0.02 * len(model.lines), below


def test_a_month_stands_in_the_same_column_on_every_sheet():
    layout = Layout(market_stall())
    assert layout.past == 12
    assert [layout.column(m) for m in (-11, 0, 1, 36)] == [3, 14, 15, 50]


def test_names_of_sheets_are_unique_and_allowed():
    names = Names()
    titles = ["Sales", "sales", "History", "a/b:c*d?[e]\\f", "x" * 40, "x" * 40, "'quoted'", "", "😀" * 20]
    given = [names(title) for title in titles]
    assert given[:4] == ["Sales", "sales 2", "History 2", "a b c d e f"]
    assert len({name.casefold() for name in given}) == len(titles)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 and not set(name) & set("[]:*?/\\") for name in given)
    assert not any(name.startswith("'") or name.endswith("'") for name in given)


def test_names_are_quoted_where_a_formula_would_misread_them():
    assert [quoted(name) for name in ("Sales", "By year", "L'an", "BTW", "Q1")] == [
        "Sales!",
        "'By year'!",
        "'L''an'!",
        "'BTW'!",
        "'Q1'!",
    ]


def test_columns_are_called_as_in_a_spreadsheet():
    assert [letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_sum_of_many_terms_stays_within_what_a_spreadsheet_takes():
    many = type("Many", (Block,), {"__doc__": "Many.", "a": Line("A", NUMBER, 1), "b": Line("B", NUMBER, 1)})
    blocks = [many(f"b{i}") for i in range(300)]
    sums = type("Sums", (Block,), {"__doc__": "Sums.", "all": Line("All", NUMBER, total(*(b.a for b in blocks)))})
    formulas = Formulas(Model(Span(2027, 1, 36), *blocks, sums("sums")))
    assert formulas.of(formulas.model["sums.all"], 1).startswith("=SUM(SUM(")


def test_a_formula_that_is_too_long_says_which_it_is():
    one = type(
        "One", (Block,), {"__doc__": "One.", "chapter": "A sheet with a very long name", "a": Line("A", NUMBER, 1)}
    )
    blocks = [one(f"b{i}") for i in range(400)]
    sums = type("Sums", (Block,), {"__doc__": "Sums.", "all": Line("All", NUMBER, total(*(b.a * 1 for b in blocks)))})
    formulas = Formulas(Model(Span(2027, 1, 36), *blocks, sums("sums")))
    with pytest.raises(FormulaError, match=r"sums\.all has \d+ characters"):
        formulas.of(formulas.model["sums.all"], 1)
