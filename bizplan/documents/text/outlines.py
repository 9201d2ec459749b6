"""Marks drawn as shapes: a glyph that stands for no text of its own, such as a sign over a letter.

As text it would be read: the viewer of Chrome shows the number of its code, MuPDF a question mark, and neither finds
the word again.  As a shape it looks the same, and the letter below stands for both.
"""

from __future__ import annotations

from functools import cache

from bizplan.documents.text.faces import Face

Point = tuple[float, float]


class Pen:
    """Takes the outline of a glyph down as the operators of a path (PDF 32000-1, 8.5.2)."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.at: Point = (0, 0)

    def moveTo(self, point: Point) -> None:
        """Begins a contour."""
        self.write("m", point)

    def lineTo(self, point: Point) -> None:
        """A straight line."""
        self.write("l", point)

    def curveTo(self, *points: Point) -> None:
        """A cubic curve."""
        self.write("c", *points)

    def qCurveTo(self, control: Point, end: Point) -> None:
        """A quadratic curve, as the cubic one that it is."""
        first, second = (
            (near[0] + 2 / 3 * (control[0] - near[0]), near[1] + 2 / 3 * (control[1] - near[1]))
            for near in (self.at, end))
        self.write("c", first, second, end)

    def closePath(self) -> None:
        """Ends a contour."""
        self.path.append("h")

    def write(self, operator: str, *points: Point) -> None:
        """One piece of the contour."""
        self.path.append(" ".join([*(f"{x:.4g} {y:.4g}" for x, y in points), operator]))
        self.at = points[-1]


@cache
def outline(face: Face, glyph: int) -> str:
    """The shape of a glyph in the units of its face; nothing where it has none."""
    pen = Pen()
    face.font.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.path)


def shape(face: Face, glyph: int, x: float, y: float, size: float) -> list[str]:
    """Draws a glyph at a place as a shape, between two pieces of text."""
    path, scale = outline(face, glyph), size / face.units
    return ["ET", f"q {scale:.6g} 0 0 {scale:.6g} {x:.3f} {y:.3f} cm {path} f Q", "BT"] if path else []
