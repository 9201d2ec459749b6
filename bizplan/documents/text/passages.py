"""Lines painted passage by passage: words in another language stand in an element of their own, also inside a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import groupby

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.structure import Passage, Place, structure_of, tagged
from bizplan.documents.text.painting import PlacedLine, Said, paint
from bizplan.documents.text.setting import Setting
from bizplan.documents.text.shaping import Run

WHOLE = -1
Places = defaultdict[int, Place]
"""Where the passages of a text stand in the structure, by where each begins; the text itself under WHOLE."""


def paint_passages(canvas: Canvas, setting: Setting, placed: Sequence[PlacedLine], size: float, colour: Color,
                   language: str, places: Places) -> None:
    """Draws lines of a text; those in one language, which are most, as they are."""
    passages = passages_of(canvas, setting)
    parts: Iterator[tuple[Passage, PlacedLine]] = ((passages[0], line) for line in placed)
    if len(passages) > 1:
        parts = (part for line in placed for part in parted(line, passages, size, setting.text))
    with together(canvas, places) if len(passages) > 1 else nullcontext():
        for passage, those in groupby(parts, key=lambda part: part[0]):
            start, end, spoken = passage
            said = Said(setting.text[start:end], setting.from_the_right(start, end), spoken or language, places[start])
            paint(canvas, setting.text, [line for _, line in those], size, colour, said)


def passages_of(canvas: Canvas, setting: Setting) -> list[Passage]:
    """A text cut where its language changes: where that was said of it, and where the document knows its words."""
    structure, told = structure_of(canvas), setting.languages()
    if structure is None or structure.is_marking or any(passage.language for passage in told):
        return told
    return list(structure.foreign.passages(setting.text))


def together(canvas: Canvas, places: Places) -> AbstractContextManager[None]:
    """One paragraph around the passages of a text, where no element is open for words."""
    structure = structure_of(canvas)
    if structure is None or structure.current.holds_words:
        return nullcontext()
    return tagged(canvas, "P", places[WHOLE])


def parted(placed: PlacedLine, passages: Sequence[Passage], size: float, text: str
           ) -> Iterator[tuple[Passage, PlacedLine]]:
    """The parts of a line by passage, in the order in which they are read, each where it is seen."""
    line, left, baseline, stretch = placed
    seen: list[tuple[Passage, Run, float]] = []
    for run in line.runs:
        pieces = [(passage, run.between(passage.start, passage.end)) for passage in passages]
        for passage, piece in reversed(pieces) if run.right_to_left else pieces:
            if piece.clusters:
                seen.append((passage, piece, left))
                left += width(piece, size, stretch, text)
    last = max((passage.start for passage, *_ in seen), default=0)
    for passage, start, runs in stretches(seen):
        part = replace(line, runs=runs, after=line.after if passage.start == last else len(text))
        yield passage, (part, start, baseline, stretch)
    if not seen:
        yield passages[0], placed


def stretches(seen: Sequence[tuple[Passage, Run, float]]) -> list[tuple[Passage, float, tuple[Run, ...]]]:
    """Neighbours of one passage together, with where they begin on the page, in the order of the text."""
    found = []
    for passage, those in groupby(seen, key=lambda each: each[0]):
        runs = list(those)
        found.append((passage, runs[0][2], tuple(run for _, run, _ in runs)))
    return sorted(found, key=lambda each: each[0].start)


def width(run: Run, size: float, stretch: float, text: str) -> float:
    """How wide a run is on the page."""
    spaces = sum(text[cluster.start] == " " for cluster in run.clusters) if stretch else 0
    return sum(cluster.advance for cluster in run.clusters) * size + spaces * stretch
