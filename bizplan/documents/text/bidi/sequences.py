"""Pieces of a paragraph that are ordered together, with what isolates enclose left out (UAX #9, X10)."""

from dataclasses import dataclass

from bizplan.documents.text.bidi.embeddings import ISOLATE_STARTS, REMOVED, Isolates


@dataclass(frozen=True)
class IsolatingRunSequence:
    """Characters of one level that are resolved together, and the directions at their two ends."""

    places: list[int]
    level: int
    before: str  # sos
    after: str  # eos

    @property
    def direction(self) -> str:
        return direction_of(self.level)


def direction_of(level: int) -> str:
    """The direction of an embedding level: even is left to right."""
    return "R" if level % 2 else "L"


def sequences(classes: list[str], levels: list[int], base: int, found: Isolates) -> list[IsolatingRunSequence]:
    """All isolating run sequences of a paragraph (BD13), in the order in which they begin."""
    runs = level_runs(classes, levels)
    beginning = {run[0]: number for number, run in enumerate(runs)}
    continued = {
        end: found.closed_by[end]
        for end in (run[-1] for run in runs)
        if classes[end] in ISOLATE_STARTS and end in found.closed_by
    }
    joined_on = {beginning[close] for close in continued.values()}
    result = []
    for number, run in enumerate(runs):
        if number in joined_on:
            continue
        places, last = list(run), number
        while places[-1] in continued:
            last = beginning[continued[places[-1]]]
            places += runs[last]
        before = levels[runs[number - 1][-1]] if number else base
        follows = last + 1 < len(runs) and classes[places[-1]] not in ISOLATE_STARTS
        after = levels[runs[last + 1][0]] if follows else base
        level = levels[places[0]]
        result.append(
            IsolatingRunSequence(places, level, direction_of(max(level, before)), direction_of(max(level, after)))
        )
    return result


def level_runs(classes: list[str], levels: list[int]) -> list[list[int]]:
    """The places of the paragraph cut where the level changes, without what rule X9 removes (BD7)."""
    runs: list[list[int]] = []
    for place, kind in enumerate(classes):
        if kind in REMOVED:
            continue
        if runs and levels[place] == levels[runs[-1][-1]]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
