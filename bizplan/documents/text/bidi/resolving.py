"""The direction of what has none of its own: digits, signs, brackets, spaces (UAX #9, rules W1 to I2)."""

from itertools import accumulate

from bizplan.documents.text.bidi.brackets import paired_places
from bizplan.documents.text.bidi.embeddings import ISOLATE_STARTS
from bizplan.documents.text.bidi.sequences import IsolatingRunSequence

NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATE_STARTS
SIDES = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # N0 to N2 take a number for right to left
RAISED = ({"R": 1, "AN": 2, "EN": 2}, {"L": 1, "AN": 1, "EN": 1})  # I1 for even levels, I2 for odd


def resolved_levels(text: str, classes: list[str], types: list[str], sequence: IsolatingRunSequence) -> list[int]:
    """The final level of each character of a sequence."""
    kinds = [types[place] for place in sequence.places]
    resolve_marks(kinds, sequence.before)
    resolve_numbers(kinds, sequence.before)
    resolve_number_signs(kinds)
    resolve_latin_numbers(kinds, sequence.before)
    resolve_brackets(kinds, text, classes, sequence)
    resolve_neutrals(kinds, sequence)
    raised = RAISED[sequence.level % 2]
    return [sequence.level + raised.get(kind, 0) for kind in kinds]


def resolve_marks(kinds: list[str], before: str) -> None:
    """W1: a mark goes with what it stands on."""
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = "ON" if before in ISOLATE_STARTS or before == "PDI" else before
        before = kinds[place]


def resolve_numbers(kinds: list[str], strong: str) -> None:
    """W2 and W3: digits after Arabic letters are Arabic numbers."""
    for place, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        elif kind == "AL":
            kinds[place] = "R"


def resolve_number_signs(kinds: list[str]) -> None:
    """W4 to W6: one separator between digits and any run of currency signs beside them belong to the number."""
    for place in range(1, len(kinds) - 1):
        around = kinds[place - 1]
        if around == kinds[place + 1] and (
            around == "EN" and kinds[place] in ("ES", "CS") or around == "AN" and kinds[place] == "CS"
        ):
            kinds[place] = around
    for start, end in stretches(kinds, frozenset({"ET"})):
        beside_number = (start > 0 and kinds[start - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        kinds[start:end] = ["EN" if beside_number else "ON"] * (end - start)
    for place, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[place] = "ON"


def resolve_latin_numbers(kinds: list[str], strong: str) -> None:
    """W7: digits after Latin letters go with them."""
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def resolve_brackets(kinds: list[str], text: str, classes: list[str], sequence: IsolatingRunSequence) -> None:
    """N0: both brackets of a pair take the direction of what they enclose.

    Counts of strong characters up to each place answer what a pair encloses, so that brackets within
    brackets cost no more than brackets side by side.
    """
    pairs = paired_places([text[place] for place in sequence.places], kinds)
    if not pairs:
        return
    inside = {side: [0, *accumulate(SIDES.get(kind) == side for kind in kinds)] for side in "LR"}
    strong, own = sequence.before, sequence.direction
    other = "L" if own == "R" else "R"
    for place in range(len(kinds)):
        if place in pairs:
            close = pairs[place]
            if inside[own][close] > inside[own][place]:
                set_brackets(kinds, classes, sequence.places, (place, close), own)
            elif inside[other][close] > inside[other][place]:
                set_brackets(kinds, classes, sequence.places, (place, close), strong)
        strong = SIDES.get(kinds[place], strong)


def set_brackets(kinds: list[str], classes: list[str], places: list[int], pair: tuple[int, int], side: str) -> None:
    """Gives both brackets a direction, and the marks that stand on them."""
    for place in pair:
        kinds[place] = side
        place += 1
        while place < len(kinds) and classes[places[place]] == "NSM":
            kinds[place] = side
            place += 1


def resolve_neutrals(kinds: list[str], sequence: IsolatingRunSequence) -> None:
    """N1 and N2: between equal directions take that direction, else that of the embedding."""
    for start, end in stretches(kinds, NEUTRAL):
        left = SIDES[kinds[start - 1]] if start else sequence.before
        right = SIDES[kinds[end]] if end < len(kinds) else sequence.after
        kinds[start:end] = [left if left == right else sequence.direction] * (end - start)


def stretches(kinds: list[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Start and end of each longest stretch of the wanted classes."""
    found: list[tuple[int, int]] = []
    for place, kind in enumerate(kinds):
        if kind in wanted:
            if found and found[-1][1] == place:
                found[-1] = (found[-1][0], place + 1)
            else:
                found.append((place, place + 1))
    return found
