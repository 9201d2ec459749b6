"""How the time of some work grows with its size: a ratio, which says the same on a slow machine as on a fast one."""

import gc
import time
from collections.abc import Callable

TIMES, RUNS = 4, 3
MOST = 9.0
"""Four times as much may take nine times as long: what grows with the square takes sixteen."""


def growth(work: Callable[[int], object], size: int) -> float:
    """How much longer the work takes for four times as much; the shortest of three runs of each counts."""
    work(size)                                              # so that nothing is made for the first time in the smaller
    return _seconds(work, size * TIMES) / _seconds(work, size)


def _seconds(work: Callable[[int], object], size: int) -> float:
    best = float("inf")
    for _ in range(RUNS):
        gc.collect()
        begun = time.process_time()
        work(size)
        best = min(best, time.process_time() - begun)
    return best
