"""Rounding as spreadsheets do it: half away from zero, seen by 15 significant digits."""

import numpy as np
import pytest

from financial_models.language.arrays import rounded
from financial_models.readers.code import NAMES

WORKED = [
    (1.005, 1.01),
    (2.675, 2.68),
    (-1.115, -1.12),
    (0.285, 0.29),
    (33428.585, 33428.59),
    (1871.319999999998 / 8, 233.92),  # 233.91499999999974: a half to 15 digits, after forty months of arithmetic
    (475.3099999999995 * 0.5, 237.66),
    (233.9149999999, 233.91),  # a half to nobody
    (0.0, 0.0),
    (-0.004, 0.0),
    (1e9 + 0.005, 1e9 + 0.01),
]


@pytest.mark.parametrize(("number", "expected"), WORKED)
def test_a_number_is_rounded_as_in_a_spreadsheet(number, expected):
    assert float(rounded(np.array([[number]]), 2.0)[0, 0]) == expected
    assert NAMES["floats"]["round"](number, 2.0) == expected


def test_arrays_and_floats_give_the_same_bits():
    draw = np.random.default_rng(7)
    cents = draw.integers(-10_000_000, 10_000_000, 20_000) / 1000 + draw.choice([0, 1e-13, -1e-13, 3e-12], 20_000)
    for digits in (0.0, 1.0, 2.0, 3.0):
        single = [NAMES["floats"]["round"](x, digits) for x in cents.tolist()]
        assert rounded(cents.reshape(-1, 1), digits)[:, 0].tolist() == single


@pytest.mark.parametrize("size", [1e6, 1e8, 1e10, 1e12])
def test_arrays_and_floats_agree_on_halves_of_any_size(size):
    draw = np.random.default_rng(int(size) % 97)
    halves = np.floor(draw.uniform(-size, size, 5_000)) + draw.choice([0.005, 0.015, 0.0049999, 0.125, 0.5], 5_000)
    single = [NAMES["floats"]["round"](x, 2.0) for x in halves.tolist()]
    assert rounded(halves.reshape(-1, 1), 2.0)[:, 0].tolist() == single


def test_a_half_is_rounded_the_same_beside_what_is_no_number():
    assert rounded(np.array([[0.125, np.nan, 1e11 + 0.5]]), 2.0)[0, [0, 2]].tolist() == [0.13, 1e11 + 0.5]
