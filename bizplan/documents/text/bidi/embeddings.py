"""How deep each character is embedded in text of the other direction (UAX #9, rules P2 to X8)."""

from dataclasses import dataclass, field

ISOLATE_STARTS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDING_STARTS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = EMBEDDING_STARTS | {"PDF", "BN"}  # X9: they take no part in what follows
STRONG = {"L": "L", "R": "R", "AL": "R"}
DEEPEST_LEVEL = 125


@dataclass
class Isolates:
    """What the isolates of a paragraph enclose, and the direction of what stands in each."""

    closed_by: dict[int, int] = field(default_factory=dict)  # start of an isolate -> its PDI
    directions: dict[int, str] = field(default_factory=dict)  # start of an isolate -> first strong direction
    paragraph: str | None = None  # first strong direction outside all isolates (P2)


def isolates(classes: list[str]) -> Isolates:
    """Finds every isolate and every first strong character in one walk, however deeply they nest."""
    found, opened = Isolates(), list[int]()
    for place, kind in enumerate(classes):
        if kind in STRONG:
            if opened:
                found.directions.setdefault(opened[-1], STRONG[kind])
            elif found.paragraph is None:
                found.paragraph = STRONG[kind]
        elif kind in ISOLATE_STARTS:
            opened.append(place)
        elif kind == "PDI" and opened:
            found.closed_by[opened.pop()] = place
    return found


@dataclass(frozen=True)
class Status:
    """One entry of the directional status stack (X1)."""

    level: int
    override: str | None = None
    isolate: bool = False


class Embeddings:
    """Walks through a paragraph and knows at each character how deep it is embedded (X1 to X8)."""

    def __init__(self, base: int) -> None:
        self.stack = [Status(base)]
        self.open_isolates = self.overflowing_isolates = self.overflowing_embeddings = 0

    @property
    def now(self) -> Status:
        return self.stack[-1]

    def push(self, right_to_left: bool, override: str | None = None, isolate: bool = False) -> bool:
        """Opens the next odd or even level; false where the nesting is deeper than the standard counts."""
        level = (self.now.level + 1) | 1 if right_to_left else (self.now.level + 2) & ~1
        fits = level <= DEEPEST_LEVEL and not self.overflowing_isolates and not self.overflowing_embeddings
        if fits:
            self.stack.append(Status(level, override, isolate))
        return fits

    def open_embedding(self, kind: str) -> None:
        """X2 to X5."""
        override = {"LRO": "L", "RLO": "R"}.get(kind)
        if not self.push(kind in ("RLE", "RLO"), override) and not self.overflowing_isolates:
            self.overflowing_embeddings += 1

    def open_isolate(self, right_to_left: bool) -> None:
        """X5a to X5c."""
        if self.push(right_to_left, isolate=True):
            self.open_isolates += 1
        else:
            self.overflowing_isolates += 1

    def close_isolate(self) -> None:
        """X6a: closes the isolate and every embedding that was left open inside it."""
        if self.overflowing_isolates:
            self.overflowing_isolates -= 1
        elif self.open_isolates:
            self.overflowing_embeddings = 0
            while not self.stack.pop().isolate:
                pass
            self.open_isolates -= 1

    def close_embedding(self) -> None:
        """X7."""
        if self.overflowing_isolates:
            return
        if self.overflowing_embeddings:
            self.overflowing_embeddings -= 1
        elif not self.now.isolate and len(self.stack) > 1:
            self.stack.pop()


def explicit_levels(classes: list[str], base: int, found: Isolates) -> tuple[list[int], list[str]]:
    """The level of each character, and its class after overrides (X1 to X8)."""
    walk, levels, types = Embeddings(base), [base] * len(classes), list(classes)
    for place, kind in enumerate(classes):
        if kind == "PDI":
            walk.close_isolate()
        status = walk.now
        levels[place] = base if kind == "B" else status.level
        if status.override and kind not in REMOVED and kind != "B":
            types[place] = status.override
        if kind in EMBEDDING_STARTS:
            walk.open_embedding(kind)
        elif kind in ISOLATE_STARTS:
            walk.open_isolate(kind == "RLI" or (kind == "FSI" and found.directions.get(place) == "R"))
        elif kind == "PDF":
            walk.close_embedding()
    return levels, types
