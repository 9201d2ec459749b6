"""A figure of a benchmark: what was measured, against which floor, and what is wanted."""

import gc
import resource
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1e6


@dataclass(frozen=True)
class Figure:
    """What was measured; ``floor`` is the time of the least that the same work could cost, in the same run."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    wanted: str = ""

    @staticmethod
    def heading() -> str:
        """The names of the columns."""
        return f"{'':62s}{'measured':>14s}{'floor':>14s}{'ratio':>8s}  wanted"

    def __str__(self) -> str:
        floor = "" if self.floor is None else f"{self.floor:.4g} {self.unit}"
        ratio = "" if not self.floor else f"{self.value / self.floor:.2f}"
        return f"{self.name:62s}{f'{self.value:.4g} {self.unit}':>14s}{floor:>14s}{ratio:>8s}  {self.wanted}"


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The shortest of several runs: what is longer is the machine's other business."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def peak_megabytes(work: Callable[[], object]) -> float:
    """The most memory that Python and numpy hold at once during the work, above what they held before."""
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        work()
        return (tracemalloc.get_traced_memory()[1] - before) / MEGABYTE
    finally:
        tracemalloc.stop()


def peak_memory_of_process() -> Figure:
    """The most memory that this whole run held at once, interpreter and libraries included."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Figure("peak memory of this run", kilobytes * 1024 / MEGABYTE, "MB")
