"""How the time of some work grows with its size: a ratio, which says the same on a slow machine as on a fast one."""

import gc
import time
from collections.abc import Callable

TIMES, RUNS = 4, 5
MOST = 11.0
"""Four times as much may take eleven times as long: what grows with the square takes sixteen."""


def growth(work: Callable[[int], object], size: int) -> float:
    """How much longer the work takes for four times as much; of several runs, taken in turn, the shortest counts."""
    work(size)                                              # so that nothing is made for the first time in the smaller
    gc.unfreeze()
    gc.collect()
    gc.freeze()                                             # what other tests left is not looked through at each run
    runs = [(_seconds(work, size), _seconds(work, size * TIMES)) for _ in range(RUNS)]
    return min(much for _, much in runs) / min(little for little, _ in runs)


def _seconds(work: Callable[[int], object], size: int) -> float:
    gc.collect()
    begun = time.process_time()
    work(size)
    return time.process_time() - begun
