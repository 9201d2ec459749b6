"""How months make years: plan years and calendar years, for each start month, and each kind of line."""

import numpy as np
import pytest

from financial_models.language import (
    MONEY,
    NUMBER,
    RATIO,
    Balance,
    Block,
    FormulaError,
    Input,
    Line,
    Model,
    Number,
    Span,
    euros,
)
from financial_models.readers.values import evaluate


class Months(Block):
    month = Balance("Month", NUMBER)
    month.moves(Number(1))
    flow = Line("Flow", MONEY, month * euros(1))
    stock = Line("Stock", MONEY, month * euros(1), yearly="last")
    rate = Line("Rate", RATIO, month / 12)


class Year(Block):
    axis = "year"
    flow = Input("Flow", MONEY)
    stock = Input("Stock", MONEY)
    share = Line("Share", RATIO, flow / stock)
    twice = Line("Twice the share", RATIO, share * 2)


def plan(span: Span) -> Model:
    months = Months("months")
    return Model(span, months, Year("year", flow=months.flow, stock=months.stock))


@pytest.mark.parametrize("horizon", [36, 37, 48, 59, 60])
@pytest.mark.parametrize("month", range(1, 13))
def test_years_cut_the_horizon_into_pieces_without_gaps(month, horizon):
    span = Span(2027, month, horizon)
    for kind in ("plan", "calendar"):
        years = [year for year in span.years() if year.kind == kind]
        assert [m for year in years for m in range(year.first, year.last + 1)] == list(range(1, horizon + 1))
    for year in span.years():
        inside = range(year.first, year.last + 1)
        if year.kind == "calendar":
            assert {span.calendar_year(m) for m in inside} == {year.number}
        else:
            assert {(m - 1) // 12 + 1 for m in inside} == {year.number}


@pytest.mark.parametrize("horizon", [36, 60])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_year_of_each_kind_of_line(month, horizon):
    """Month n flows n euros: a year sums them, a stock takes its last, an opening its first, a rate has none."""
    span = Span(2027, month, horizon)
    values = evaluate(plan(span))
    pieces = [range(year.first, year.last + 1) for year in span.years()]
    assert values.by_year("months.flow")[:, 0].tolist() == [sum(piece) for piece in pieces]
    assert values.by_year("months.stock")[:, 0].tolist() == [piece[-1] for piece in pieces]
    assert values.by_year("months.month")[:, 0].tolist() == [piece[-1] for piece in pieces]
    assert values.by_year("months.month_opening")[:, 0].tolist() == [piece[0] - 1 for piece in pieces]
    with pytest.raises(FormulaError, match=r"months\.rate is a rate or a flag: it has no value for a year"):
        values.by_year("months.rate")


@pytest.mark.parametrize("month", [1, 2, 12])
def test_a_yearly_line_is_calculated_from_what_the_year_comes_to(month):
    span = Span(2027, month, 36)
    values = evaluate(plan(span))
    shares = [sum(range(year.first, year.last + 1)) / year.last for year in span.years()]
    assert values["year.share"][:, 0].tolist() == shares
    assert values.series("year.twice").tolist() == [2 * share for share in shares]
    assert np.array_equal(values.by_year("year.share"), values["year.share"])


def test_the_calculated_months_go_a_year_past_the_horizon():
    span = Span(2027, 3, 36)
    assert (span.length, span.calendar_years, span.calendar_year(48), span.month_of_year(48)) == (48, 5, 2031, 2)
    values = evaluate(plan(span))
    assert (len(values["months.flow"]), len(values.series("months.flow"))) == (48, 36)
