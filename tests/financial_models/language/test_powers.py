"""Powers: the same bits for one number, for many, and into an answer for many scenarios."""

import numpy as np
import pytest

from financial_models.language.arrays import power
from financial_models.readers.code import NAMES

GROWTHS = (1 + np.arange(1, 4000) / 10_000).tolist()


@pytest.mark.parametrize("exponent", [2.0, 0.5, -1.0, 3.0, 1 / 12])
def test_a_power_is_the_same_into_an_answer_for_many_scenarios(exponent):
    answer = np.empty(5)
    for growth in GROWTHS:
        power(np.array([growth]), np.array([exponent]), answer)
        assert answer.tolist() == [NAMES["floats"]["power"](growth, exponent)] * 5, growth
