"""Another answer that a coach suggests: how it differs from what stands, and what became of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

MOST_WORDS = 600
"""Longer texts are compared at their beginning and end only: comparing every word would take too long."""
_WORDS = re.compile(r"\S+\s*|\s+")
"""A word with the space behind it."""


class State(Enum):
    """What became of a suggestion; the first decision stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both sides share, or that stands on one side only."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class Difference:
    """Two texts side by side, cut where they part."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


def difference(old: str, new: str) -> Difference:
    """How a new text differs from the old one, word by word; where they share no word each is whole."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    steps = _steps([each.strip() for each in before], [each.strip() for each in after])
    if not any(kind == "equal" and a < b for kind, a, b, _c, _d in steps):
        return whole(old, new)
    return Difference(
        tuple(Piece("".join(before[a:b]), kind != "equal") for kind, a, b, _c, _d in steps if a < b),
        tuple(Piece("".join(after[c:d]), kind != "equal") for kind, _a, _b, c, d in steps if c < d))


def whole(old: str, new: str) -> Difference:
    """Two answers side by side that are not compared word by word, such as numbers and choices."""
    return Difference((Piece(old),) if old else (), (Piece(new),) if new else ())


def _steps(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    if max(len(before), len(after)) <= MOST_WORDS:
        return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
    shortest = min(len(before), len(after))
    start = next((at for at in range(shortest) if before[at] != after[at]), shortest)
    end = next((at for at in range(shortest - start) if before[-1 - at] != after[-1 - at]), shortest - start)
    return [("equal", 0, start, 0, start), ("replace", start, len(before) - end, start, len(after) - end),
            ("equal", len(before) - end, len(before), len(after) - end, len(after))]
