"""The amounts beside a chart: round, few, and always with zero among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, inf, log10

ROUND_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True)
class Scale:
    """From a lowest to a highest amount in equal steps."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The amounts that are written, from low to high."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low / self.step + number) * self.step for number in range(count + 1))

    def at(self, amount: float) -> float:
        """How high an amount stands: 0 at the foot of the chart, 1 at the top."""
        return (amount - self.low) / (self.high - self.low)


def scale(amounts: Iterable[float], most_ticks: int = 5) -> Scale:
    """The scale with the smallest round step that holds all amounts and zero in few ticks."""
    held = [0.0, *(amount for amount in amounts if -inf < amount < inf)]
    low, high = min(held), max(held)
    if low == high:
        return Scale(0.0, 1.0, 1.0)
    decade = 10.0 ** floor(log10((high - low) / most_ticks))
    steps = (factor * power * decade for power in (1, 10, 100) for factor in ROUND_STEPS)
    step = next(step for step in steps if ceil(high / step - 1e-9) - floor(low / step + 1e-9) < most_ticks)
    return Scale(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step)
