"""From characters to glyphs: runs of one direction and one typeface, shaped by HarfBuzz."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as hb

from bizplan.documents.text.characters import DIRECTION_MARKS
from bizplan.documents.text.faces import Face, face_with, main_face

CONTEXT = 8  # characters around a run that decide how its first and last letters join

# Ligatures of Arabic faces hide letters from a reader's search; those that the script demands stay on.
FEATURES = ({"kern": True, "liga": True}, {"kern": True, "liga": False})


class Glyph(NamedTuple):
    """One drawing of a typeface, placed beside the ones before it (units of the em, the em being 1)."""

    number: int
    advance: float
    across: float
    up: float


class Cluster(NamedTuple):
    """The smallest piece of text that can be set on its own: a letter with its marks, a ligature."""

    start: int
    end: int
    advance: float
    glyphs: Sequence[Glyph]  # as seen, from left to right


@dataclass(frozen=True)
class Run:
    """Characters of one direction in one typeface, in reading order."""

    face: Face
    level: int
    clusters: Sequence[Cluster]

    @property
    def right_to_left(self) -> bool:
        return self.level % 2 == 1

    def between(self, start: int, end: int) -> "Run":
        """The part of the run that covers these characters."""
        first, last = (bisect_left(self.clusters, place, key=lambda cluster: cluster.start) for place in (start, end))
        return Run(self.face, self.level, self.clusters[first:last])


@cache
def keeps_company(character: str) -> bool:
    """Whether a character is drawn in the typeface of what stands before it: marks, spaces, joiners."""
    return category(character) in ("Mn", "Me", "Mc", "Cf", "Zs")


@cache
def is_neutral(character: str) -> bool:
    """Whether a character is punctuation or a sign, at home in any script."""
    return category(character)[0] in "PS"


def chosen_face(character: str, bold: bool, level: int, before: Face | None) -> Face:
    """The typeface for a character, given the one before it."""
    if before and keeps_company(character) and (before.has(character) or category(character) == "Cf"):
        return before
    if before and level % 2 and is_neutral(character) and before.has(character):
        return before
    return face_with(character, bold) or main_face(bold)


def faces_of(text: str, levels: Sequence[int], bold: Sequence[bool]) -> Iterator[Face]:
    """The typeface of each character; a change of weight starts afresh."""
    before: Face | None = None
    weight: bool | None = None
    for character, level, heavy in zip(text, levels, bold, strict=True):
        before = chosen_face(character, heavy, level, before if heavy == weight else None)
        weight = heavy
        yield before


def missing_characters(text: str, bold: bool = False) -> tuple[str, ...]:
    """The characters of a text that no typeface can draw, each once; they print as a box."""
    return tuple(dict.fromkeys(character for character in text if is_missing(character, bold)))


@cache
def is_missing(character: str, bold: bool) -> bool:
    """Whether a character would be seen, and no typeface has it."""
    return category(character) not in ("Cc", "Cf", "Zs", "Zl", "Zp") and face_with(character, bold) is None


def shaped_runs(text: str, levels: Sequence[int], bold: Sequence[bool], language: str | None, offset: int) -> list[Run]:
    """The glyphs of one line of text before it is broken; `offset` is where it begins in the whole text."""
    runs, start = [], 0
    for (face, level), characters in groupby(zip(faces_of(text, levels, bold), levels, strict=True)):
        end = start + sum(1 for _ in characters)
        runs.append(Run(face, level, shaped_clusters(text, start, end, face, level % 2 == 1, language, offset)))
        start = end
    return runs


def shaped_clusters(
    text: str, start: int, end: int, face: Face, right_to_left: bool, language: str | None, offset: int
) -> list[Cluster]:
    """The clusters of one run, in reading order; marks of direction have done their work and are left out."""
    window = max(start - CONTEXT, 0)
    buffer = hb.Buffer()
    buffer.add_str(text[window : end + CONTEXT], start - window, end - start)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    if language:
        buffer.language = language
    hb.shape(face.font, buffer, FEATURES[right_to_left])
    clusters, close = [], end
    for place, glyphs in gathered(buffer, 1 / face.units, right_to_left):
        begin = window + place
        if text[begin] not in DIRECTION_MARKS:
            advance = glyphs[0].advance if len(glyphs) == 1 else sum(glyph.advance for glyph in glyphs)
            clusters.append(Cluster(begin + offset, close + offset, advance, glyphs))
        close = begin
    return clusters[::-1]


def gathered(buffer: hb.Buffer, em: float, right_to_left: bool) -> list[tuple[int, list[Glyph]]]:
    """The shaped glyphs by the character at which their cluster begins, the last in reading order first."""
    found: list[tuple[int, list[Glyph]]] = []
    before = None
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        across, up, advance, _ = position.position
        if info.cluster != before:
            before = info.cluster
            found.append((before, []))
        found[-1][1].append(Glyph(info.codepoint, advance * em, across * em, up * em))
    return found if right_to_left else found[::-1]
