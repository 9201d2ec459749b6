"""The embedding level of every character of a paragraph: even reads left to right, odd right to left."""

from unicodedata import bidirectional

from bizplan.documents.text.bidi.embeddings import EMBEDDING_STARTS, ISOLATE_STARTS, REMOVED, explicit_levels, isolates
from bizplan.documents.text.bidi.resolving import resolved_levels
from bizplan.documents.text.bidi.sequences import sequences

# Text without any of these classes is left to right throughout, and most of a dossier is.
TURNING = frozenset({"R", "AL", "AN"}) | EMBEDDING_STARTS | ISOLATE_STARTS


def classes_of(text: str) -> list[str]:
    """The bidirectional class of each character; what Unicode has not assigned counts as a letter."""
    return [bidirectional(character) or "L" for character in text]


def first_direction(text: str) -> str | None:
    """Direction of the first strong character outside isolates, "L" or "R"; none where nothing is strong (P2)."""
    return isolates(classes_of(text)).paragraph


def levels(text: str, base: int | None = None) -> list[int]:
    """The level of each character of one paragraph.

    `base` is 0 for a paragraph that runs left to right, 1 for right to left; left out, the first strong
    character decides (P3). Characters that rule X9 removes take the level of what stands before them.
    """
    classes = classes_of(text)
    if not base and TURNING.isdisjoint(classes):
        return [0] * len(text)
    found = isolates(classes)
    if base is None:
        base = 1 if found.paragraph == "R" else 0
    result, types = explicit_levels(classes, base, found)
    for sequence in sequences(classes, list(result), base, found):
        for place, level in zip(sequence.places, resolved_levels(text, classes, types, sequence), strict=True):
            result[place] = level
    fill_removed(result, classes, base)
    return result


def fill_removed(result: list[int], classes: list[str], level: int) -> None:
    """Lets removed characters follow what stands before them, so that they cut no run in two."""
    for place, kind in enumerate(classes):
        if kind in REMOVED:
            result[place] = level
        level = result[place]
