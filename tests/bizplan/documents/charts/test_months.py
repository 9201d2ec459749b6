"""What the charts show and where."""

import pytest

from bizplan.documents.charts import Limit, Series, cash_by_month, lines_by_month, shares, stacks_by_month

MONTHS = ["mrt", "apr", "mei", "jun"]
CASH = Series("kas", [1764, 1602, 2104, 5062])


def euro(amount: float) -> str:
    return f"€ {amount:.0f}"


def test_the_lowest_month_stands_out_and_the_last_is_named() -> None:
    plot = cash_by_month(MONTHS, CASH, "laagste", euro, euro, Limit("buffer", 4000))
    assert [bar.look for bar in plot.bars] == ["first", "lowest", "first", "first"]
    assert [bar.words for bar in plot.bars] == ["", "€ 1602", "", "€ 5062"]
    assert [entry.words for entry in plot.key] == ["kas", "laagste", "buffer"]
    assert plot.limit == pytest.approx(4000 / 6000)


def test_money_below_zero_hangs_from_the_line_of_zero() -> None:
    plot = cash_by_month(["jan", "feb"], Series("kas", [1000, -1000]), "laagste", euro, euro)
    zero = next(tick.at for tick in plot.ticks if tick.is_zero)
    assert plot.bars[0].bottom == plot.bars[1].top == zero


def test_for_readers_from_the_right_the_first_month_stands_at_the_right() -> None:
    plain, mirrored = (cash_by_month(MONTHS, CASH, "", euro, euro, mirrored=side) for side in (False, True))
    assert mirrored.months[0][0] == pytest.approx(1 - plain.months[0][0])
    assert mirrored.bars[1].left == pytest.approx(1 - plain.bars[1].right)
    assert mirrored.bars[1].top == plain.bars[1].top


def test_costs_stand_upon_each_other_beside_sales() -> None:
    costs = [Series("inkoop", [30, 40]), Series("vast", [20, 20])]
    plot = stacks_by_month(["jan", "feb"], [[Series("verkoop", [100, 90])], costs], euro)
    sales, _, buying, _, fixed, _ = plot.bars
    assert sales.right == pytest.approx(buying.left) and buying.left == fixed.left
    assert fixed.bottom == buying.top
    assert fixed.top == pytest.approx(0.5)
    assert len({entry.look for entry in plot.key}) == 3


def test_the_second_line_is_dashed() -> None:
    plot = lines_by_month(MONTHS, CASH, Series("nodig", [4000] * 4), euro)
    assert [(curve.look, curve.stroke) for curve in plot.curves] == [("first", "solid"), ("second", "dashed")]


def test_pieces_of_a_bar_make_a_whole() -> None:
    pieces = shares([("lening", 15000), ("eigen geld", 6500), ("niets", 0), ("familie", 2000)])
    assert [piece.words for piece in pieces] == ["lening", "eigen geld", "familie"]
    assert pieces[0].left == 0 and pieces[-1].right == pytest.approx(1)
    assert shares([]) == ()


def test_what_nobody_brings_is_a_piece_of_its_own_look() -> None:
    pieces = shares([("lening", 60), ("eigen geld", 20)], lacking=[("nog niet gevonden", 20)])
    assert [piece.look for piece in pieces].count("lacking") == 1
    assert pieces[-1].look == "lacking" and pieces[-1].left == pytest.approx(0.8)


def test_six_sources_have_six_looks() -> None:
    assert len({piece.look for piece in shares([(str(number), 1) for number in range(6)])}) == 6
