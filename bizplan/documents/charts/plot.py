"""What a chart shows and where, before anything is drawn.

All places are parts of the plot: x from 0 at the left to 1 at the right, y from 0 at the foot to 1 at
the top. A painter turns them into points on a page or into per cents on a screen. In a chart that is
mirrored for readers from the right, as on screens, the first month already stands at the right; on paper the page is
turned over as a whole (`bizplan/documents/mirror.py`).
"""

from dataclasses import dataclass
from typing import Literal

Look = Literal["first", "second", "third", "fourth", "fifth", "sixth", "lowest", "lacking"]  # a fill, an outline
Stroke = Literal["solid", "dashed"]
KeyShape = Literal["box", "solid", "dashed"]


@dataclass(frozen=True)
class Tick:
    """A horizontal rule with its amount."""

    at: float
    words: str
    is_zero: bool


@dataclass(frozen=True)
class Bar:
    """One bar, and the amount written above it, if any."""

    left: float
    right: float
    bottom: float
    top: float
    look: Look
    words: str = ""


@dataclass(frozen=True)
class Curve:
    """A line from month to month."""

    points: tuple[tuple[float, float], ...]
    look: Look
    stroke: Stroke


@dataclass(frozen=True)
class KeyEntry:
    """What a look stands for."""

    words: str
    look: Look
    shape: KeyShape = "box"


@dataclass(frozen=True)
class Plot:
    """A chart over months."""

    ticks: tuple[Tick, ...]
    months: tuple[tuple[float, str], ...]  # the middle of each month, and its name
    bars: tuple[Bar, ...] = ()
    curves: tuple[Curve, ...] = ()
    limit: float | None = None  # how high the dashed limit stands
    key: tuple[KeyEntry, ...] = ()
    mirrored: bool = False


@dataclass(frozen=True)
class Share:
    """A part of a whole, as a piece of one bar."""

    left: float
    right: float
    look: Look
    words: str
