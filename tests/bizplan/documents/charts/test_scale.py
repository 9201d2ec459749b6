"""Round amounts beside a chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.documents.charts.scale import scale


@pytest.mark.parametrize(
    ("amounts", "most", "ticks"),
    [
        ([1602, 11033], 5, (0, 3000, 6000, 9000, 12000)),
        ([1602, 11033], 3, (0, 6000, 12000)),
        ([-19666, 6900], 5, (-24000, -16000, -8000, 0, 8000)),
        ([-5600, -100], 5, (-6000, -4500, -3000, -1500, 0)),
        ([0, 0], 5, (0, 1)),
        ([], 5, (0, 1)),
    ],
)
def test_ticks_are_round_and_few(amounts: list[float], most: int, ticks: tuple[float, ...]) -> None:
    assert scale(amounts, most).ticks == pytest.approx(ticks)


@given(st.lists(st.floats(-1e12, 1e12).filter(lambda amount: amount == 0 or abs(amount) > 1e-6), min_size=1))
def test_every_amount_and_zero_stand_inside(amounts: list[float]) -> None:
    found = scale(amounts)
    assert 2 <= len(found.ticks) <= 5
    assert any(abs(tick) < 1e-9 * found.step for tick in found.ticks)
    assert all(-1e-6 <= found.at(amount) <= 1 + 1e-6 for amount in [*amounts, 0])
