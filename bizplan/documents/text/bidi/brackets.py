"""Which brackets belong together (UAX #9, definitions BD14 to BD16)."""

from functools import cache
from unicodedata import bidirectional, category, lookup, mirrored, name, normalize

# Pairs whose names differ in more than LEFT and RIGHT: two of Tibetan, one of Ogham, two arcs of mathematics.
PAIRS_BY_HAND = {"\u0f3a": "\u0f3b", "\u0f3c": "\u0f3d", "\u169b": "\u169c", "\u2993": "\u2994", "\u2995": "\u2996"}
BRACKETS_END = 0x10000  # every bracket so far stands below this code point
DEEPEST_NESTING = 63  # BD16


@cache
def bracket_pairs() -> dict[str, str]:
    """Each opening bracket with the one that closes it.

    Python's Unicode data has no table of pairs, but the names of the characters have: what opens is
    called LEFT, what closes bears the same name with RIGHT.
    """
    pairs = dict(PAIRS_BY_HAND)
    for character in map(chr, range(BRACKETS_END)):
        opens = category(character) == "Ps" and mirrored(character) and bidirectional(character) == "ON"
        if opens and character not in pairs:
            pairs[character] = lookup(name(character).replace("LEFT", "RIGHT"))
    return pairs


@cache
def closing_brackets() -> frozenset[str]:
    """Every bracket that closes."""
    return frozenset(bracket_pairs().values())


def same_bracket(bracket: str) -> str:
    """The bracket that stands for all its canonical equivalents (BD16: U+2329 is U+3008)."""
    return normalize("NFC", bracket)


def paired_places(characters: list[str], types: list[str]) -> dict[int, int]:
    """The place of each opening bracket in a sequence, with the place of the one that closes it (BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: dict[int, int] = {}
    for place, (character, kind) in enumerate(zip(characters, types, strict=True)):
        if kind != "ON":
            continue
        if character in bracket_pairs():
            if len(opened) == DEEPEST_NESTING:
                return {}
            opened.append((same_bracket(bracket_pairs()[character]), place))
        elif character in closing_brackets():
            close_bracket(opened, pairs, same_bracket(character), place)
    return pairs


def close_bracket(opened: list[tuple[str, int]], pairs: dict[int, int], closing: str, place: int) -> None:
    """Pairs a closing bracket with the innermost open one of its kind; those opened since stay alone."""
    for depth in range(len(opened) - 1, -1, -1):
        if opened[depth][0] == closing:
            pairs[opened[depth][1]] = place
            del opened[depth:]
            return
