"""The painter of charts on pages."""

import re
from xml.etree import ElementTree

import pytest

from bizplan.documents.charts import Limit, Series, cash_by_month, lines_by_month
from bizplan.web import charts

MONTHS = ["mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "jan", "feb"]
CASH = (1764, 1602, 2104, 5062, 5072, 4534, 5079, 6203, 7327, 8785, 9355, 11033)


def euro(amount: float) -> str:
    return f"€ {amount:.0f}"


def cash(mirrored: bool = False, amounts: tuple[float, ...] = CASH) -> str:
    plot = cash_by_month(MONTHS, Series("cash", amounts), "lowest", euro, euro, Limit("buffer", 4000),
                         mirrored=mirrored)
    return charts.chart(plot, "Lowest in April: € 1602.")


def bars(drawn: str, look: str) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height of every bar of a look, in per cents of the drawing."""
    found = re.findall(rf'class="{look}" x="([\d.]+)%" y="([\d.]+)%" width="([\d.]+)%" height="([\d.]+)%"', drawn)
    return [tuple(float(part) for part in each) for each in found]


def test_a_chart_is_one_picture_with_one_sentence():
    root = ElementTree.fromstring(cash())
    assert [each.get("aria-label") for each in root.iter("svg") if each.get("role") == "img"] == [
        "Lowest in April: € 1602."]
    assert "viewBox" not in cash() and "style" not in cash()


def test_a_bar_stands_where_the_scale_of_the_dossier_puts_it():
    (_, top, width, height), = bars(cash(), "lo")
    assert height == pytest.approx(1602 / 12000 * 74, abs=0.01)  # the plot is 74 % of the drawing, and ends at 84 %
    assert top + height == pytest.approx(84, abs=0.01)
    assert width == pytest.approx(0.64 / 12 * 100, abs=0.01)


def test_for_readers_from_the_right_the_first_month_stands_at_the_right():
    plain, mirrored = bars(cash(), "b1"), bars(cash(mirrored=True), "b1")
    assert mirrored[0][0] == pytest.approx(100 - plain[0][0] - plain[0][2], abs=0.02)
    assert mirrored[0][1] == plain[0][1]
    assert 'x="0" y="84%" dy="5" text-anchor="start" direction="ltr">€ 0<' in cash(mirrored=True)


def test_one_amount_is_written_and_it_is_that_of_the_lowest_month():
    assert re.findall(r'class="t2"[^>]*>([^<]*)<', cash()) == ["€ 1602"]


def test_the_amount_stands_above_taller_neighbours():
    above = float(re.search(r'class="t2" x="[\d.]+%" y="([\d.]+)%"', cash())[1])
    assert above == min(top for left, top, _, _ in bars(cash(), "b1") if left < 38)
    assert 'class="st"' in cash() and 'class="st"' not in cash(amounts=(1,) * 12)


def test_money_below_nothing_hangs_from_the_line_of_zero():
    drawn = cash(amounts=(1000, -1000) * 6)
    zero = float(re.search(r'class="z" x1="0" x2="100%" y1="([\d.]+)%"', drawn)[1])
    assert {top for _, top, _, _ in bars(drawn, "lo")} == {zero}


def test_a_phone_names_a_few_months_and_a_desk_all():
    names = re.findall(r'<text( class="lg")? x="[\d.]+%" y="95%" text-anchor="middle">(\w+)<', cash())
    assert [name for _, name in names] == MONTHS
    assert [name for wide, name in names if not wide] == ["mrt", "jun", "sep", "dec"]


def test_long_names_have_room():
    arabic = ["كانون الثاني", *MONTHS[1:]]
    drawn = charts.chart(cash_by_month(arabic, Series("", CASH), "", euro, euro), "")
    assert [name for name in MONTHS if f">{name}<" in drawn] == ["mei", "jul", "sep", "nov", "jan"]


def test_three_years_of_months_name_one_a_year_on_a_phone():
    plot = cash_by_month([f"m{month}" for month in range(36)], Series("", range(36)), "", euro, euro)
    names = re.findall(r'<text( class="lg")? x="[^"]+" y="95%" text-anchor="middle">(\w+)<', charts.chart(plot, ""))
    assert [name for wide, name in names if not wide] == ["m0", "m12", "m24"]
    assert len(names) == 12


def test_small_bars_have_no_amounts_beside_them():
    drawn = charts.small_bars(MONTHS, CASH, "Cash.")
    assert "€" not in drawn and len(bars(drawn, "b1")) == 11 and len(bars(drawn, "lo")) == 1
    assert 'class="lg"' not in drawn


def test_lines_stretch_with_the_screen():
    plot = lines_by_month(["a", "b"], Series("sales", [0, 100]), Series("needed", [50, 50]), euro)
    drawn = charts.chart(plot, "")
    assert 'points="25.00,100.00 75.00,0.00"' in drawn and 'class="l2" points="25.00,50.00 75.00,50.00"' in drawn
    assert 'preserveAspectRatio="none"' in drawn


def test_the_key_shows_shapes():
    key = re.search("<figcaption.*", cash())[0]
    assert re.findall(r"</svg>([^<]*)<", key) == ["cash", "lowest", "buffer"]
    assert 'class="lim"' in key and 'class="lo"' in key


def test_a_season_is_drawn_against_its_usual_month():
    drawn = charts.season_bars(MONTHS, [1, 1.5, *[1] * 10], "Busy in April.", usual=1)
    assert len(bars(drawn, "w2")) == 11
    assert bars(drawn, "b1")[0][3] == pytest.approx(0.75 * 74)
    assert drawn.count("data-month=") == 12 and 'data-reach="2"' in drawn
    assert 'data-reach="2.6"' in charts.season_bars(MONTHS, [260, *[100] * 11], "", usual=100)


def test_words_cannot_break_a_chart():
    drawn = charts.small_bars(['<b>"', *MONTHS[1:]], CASH, '"><script>')
    assert "<script>" not in drawn and "<b>" not in drawn
