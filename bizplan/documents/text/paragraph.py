"""A paragraph on a page, in any script, in either direction, in cells and over page ends."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reportlab.lib.colors import Color, black
from reportlab.platypus import Flowable

from bizplan.documents.mirror import upright
from bizplan.documents.structure import Place
from bizplan.documents.text.painting import PlacedLine
from bizplan.documents.text.passages import Places, paint_passages
from bizplan.documents.text.setting import Direction, Line, Setting, Words
from bizplan.documents.text.shaping import missing_characters

Align = Literal["start", "end", "left", "right", "centre", "justify"]

CAP_HEIGHT = 0.714  # of the size: capitals stand in the middle of their line
LONE_LINES = 2  # fewer lines than this are not left alone at the foot or the head of a page


@dataclass(frozen=True)
class TextStyle:
    """How text is set. Measures in points; the direction is that of the first letter where none is given."""

    size: float = 9
    leading: float = 12.5
    bold: bool = False
    colour: Color = black
    align: Align = "start"
    direction: Direction | None = None
    language: str | None = None
    space_before: float = 0
    space_after: float = 0
    keep_with_next: bool = False


def aligned(line: Line, align: Align, left: float, width: float, size: float) -> tuple[float, float]:
    """Where a line begins from the left, and by how much each of its spaces is stretched."""
    free = width - line.width * size
    if align == "justify" and not line.closing and line.spaces and free > 0:
        return left, free / line.spaces
    if align == "centre":
        return left + free / 2, 0
    at_end = align == "end"
    to_the_right = align == "right" or (align != "left" and line.right_to_left != at_end)
    return (left + free if to_the_right else left), 0


class Paragraph(Flowable):
    """Words set in lines. Text is text: nothing in it is read as mark-up."""

    def __init__(self, words: Words, style: TextStyle) -> None:
        super().__init__()
        self.words, self.style = words, style
        self.spaceBefore, self.spaceAfter, self.keepWithNext = (
            style.space_before,
            style.space_after,
            style.keep_with_next,
        )
        self.start = 0  # where in the text this part begins, after a split
        self.broken: list[Line] = []
        self.broken_for: float | None = None  # the width for which the lines were broken
        self.places: Places = defaultdict(Place)
        self.settled = False  # whether the lines stay as they are: the part before a page end

    @cached_property
    def setting(self) -> Setting:
        """The words, shaped; the parts of a split paragraph share it."""
        return Setting(self.words, self.style.bold, self.style.direction, self.style.language)

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that print as a box."""
        return missing_characters(self.setting.text, self.style.bold)

    def minWidth(self) -> float:
        """The width below which words would be broken."""
        return self.setting.widest_word * self.style.size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Breaks the words into lines; answers the size taken."""
        if self.broken_for != width and not self.settled:
            self.broken = self.setting.lines(width / self.style.size, self.start)
            self.broken_for = width
        self.width, self.height = width, self.style.leading * len(self.broken)
        return width, self.height

    def split(self, width: float, height: float) -> list["Paragraph"]:
        """The lines that fit, and those for the next page; no single line is left alone."""
        self.wrap(width, height)
        fitting, count = int((height + 0.001) // self.style.leading), len(self.broken)
        if fitting >= count:
            return [self]
        if count > LONE_LINES:
            fitting = min(fitting, count - LONE_LINES)
        if fitting < min(LONE_LINES, count):
            return []
        return [self.part(0, fitting), self.part(fitting, count)]

    def part(self, first: int, last: int) -> "Paragraph":
        """Some of the lines as a paragraph of its own; what goes to the next page may be broken anew there."""
        other = Paragraph(self.words, self.style)
        other.setting, other.places = self.setting, self.places
        other.broken, other.broken_for, other.start = self.broken[first:last], self.broken_for, self.broken[first].start
        other.settled = self.settled or last < len(self.broken)
        if first:
            other.spaceBefore = 0
        return other

    def draw(self) -> None:
        """Draws the lines from the top, each passage in its language."""
        style = self.style
        with upright(self.canv, self.width / 2):
            paint_passages(self.canv, self.setting, self.placed_lines(), style.size, style.colour,
                           style.language or "", self.places)

    def placed_lines(self) -> list[PlacedLine]:
        """Each line with its place, measured from the lower left corner of the paragraph."""
        style, placed = self.style, []
        baseline = self.height - (style.leading + CAP_HEIGHT * style.size) / 2
        for line in self.broken:
            left, stretch = aligned(line, style.align, 0, self.width, style.size)
            placed.append((line, left, baseline, stretch))
            baseline -= style.leading
        return placed
