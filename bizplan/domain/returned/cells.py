"""The cells of one input in a workbook that came back: their numbers, or why they cannot be used."""

from dataclasses import dataclass
from enum import Enum


class Trouble(Enum):
    """Why the cells of an input cannot be used."""

    FORMULA = "formula"
    TEXT = "text"
    DAY = "day"
    YES_NO = "yes or no"
    ERROR = "error"
    EMPTY = "empty"
    NO_NUMBER = "no number"
    MOVED = "moved"
    HIDDEN = "hidden"
    SHARED = "shared"


@dataclass(frozen=True)
class Cells:
    """What stands in the cells of an input; ``place`` is where, as the spreadsheet says it."""

    numbers: tuple[float, ...] = ()
    trouble: Trouble | None = None
    place: str = ""
