"""Lines of text as the operators of a PDF page (PDF 32000-1, 9.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.structure import Place, passage
from bizplan.documents.text.document_fonts import DocumentFont, DocumentFonts, document_fonts
from bizplan.documents.text.outlines import shape
from bizplan.documents.text.setting import Line
from bizplan.documents.text.shaping import Cluster, Run

NEAR, FAR = 0.0005, 1e6  # points: what no eye sees, and further than any page

MOST_SHAPES = 6  # glyphs of one letter with its marks; a storm of marks stays text, which is shorter

PlacedLine = tuple[Line, float, float, float]  # the line, its left end, its baseline, what each space is stretched by


@dataclass(frozen=True)
class Said:
    """Words as they are read aloud: all of them, in which language, and where they stand in the structure."""

    words: str
    from_the_right: bool = False
    language: str = ""
    place: Place | None = None


def paint(canvas: Canvas, text: str, lines: Sequence[PlacedLine], size: float, colour: Color, said: Said) -> None:
    """Draws lines of a text on the page, all in one language.

    All text of a document passes here, and stands in the structure of the document.
    """
    fonts = document_fonts(canvas)
    operators = [operator for line in lines for operator in line_operators(fonts, text, line, size)]
    if operators:
        with passage(canvas, said.words, said.from_the_right, said.language, said.place) as goes_on:
            apart = space_before(fonts, lines[0], size) if goes_on and not lines[0][0].start else []
            canvas.saveState()
            canvas.setFillColor(colour)
            canvas._code.append("\n".join(["BT", *apart, *operators, "ET"]))
            canvas.restoreState()


def space_before(fonts: DocumentFonts, placed: PlacedLine, size: float) -> list[str]:
    """A space that nobody sees, so that words do not run on from those before them in the same element."""
    line, left, baseline, _ = placed
    row = Row(fonts.font(line.runs[0].face), left, baseline, size) if line.runs else None
    if row:
        row.end_word()
    return row.finished() if row else []


def line_operators(fonts: DocumentFonts, text: str, placed: PlacedLine, size: float) -> list[str]:
    """Draws one line, run by run from the left."""
    line, left, baseline, stretch = placed
    operators = []
    for run in line.runs:
        row = Row(fonts.font(run.face), left, baseline, size)
        draw_run(row, fonts, text, run, stretch)
        if run is line.runs[-1] and parts_words(text, line):
            row.end_word()
        operators += row.finished()
        left = row.pen
    return operators


def parts_words(text: str, line: Line) -> bool:
    """Whether a line ends between two words, and not inside one or at the end of the text."""
    return line.after < len(text) and (text[line.after] == "\n" or text[line.after - 1] == " ")


class Row:
    """Glyphs of one font in one row; corrects where a viewer would go on by where the shaper wants to."""

    def __init__(self, font: DocumentFont, left: float, baseline: float, size: float) -> None:
        self.font, self.baseline, self.size = font, baseline, size
        self.pen = left  # where the shaper stands
        self.viewer, self.height = float("inf"), baseline  # where the viewer stands
        self.shown: list[str] = []
        self.operators = [f"/{font.name} {size:.6g} Tf"]

    def show(self, glyph: int, code: int, across: float, up: float) -> None:
        """Draws one glyph beside the pen."""
        x, y = self.pen + across * self.size, self.baseline + up * self.size
        ahead = self.viewer - x
        if y != self.height or ahead > FAR:
            self.move(x, y)
        elif abs(ahead) > NEAR:
            self.shown.append(f">{ahead / self.size * 1000:.2f}<")
        self.shown.append(f"{code:04X}")
        self.viewer = x + self.font.width(glyph) * self.size / 1000

    def end_word(self) -> None:
        """A space that nobody sees: programs that take text out read the lines as one (PDF 32000-1, 14.8.2.5)."""
        glyph = self.font.face.font.get_nominal_glyph(ord(" "))
        if glyph:
            self.show(glyph, self.font.code(glyph, " "), 0, 0)
    def draw(self, glyph: int, across: float, up: float) -> None:
        """Draws a glyph that stands for no text beside the pen, as a shape."""
        drawn = shape(self.font.face, glyph, self.pen + across * self.size, self.baseline + up * self.size, self.size)
        if drawn:
            self.flush()
            self.operators += drawn
            self.viewer = float("inf")  # text begins anew after it

    def move(self, x: float, y: float) -> None:
        """Starts again at another place."""
        self.flush()
        self.operators.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")
        self.height = y

    def flush(self) -> None:
        """Writes what has gathered."""
        if self.shown:
            self.operators.append(f"[<{''.join(self.shown)}>] TJ")
            self.shown = []

    def finished(self) -> list[str]:
        """The operators that draw the row."""
        self.flush()
        return self.operators


def draw_run(row: Row, fonts: DocumentFonts, text: str, run: Run, stretch: float) -> None:
    """Draws the glyphs of a run, the last cluster first where it reads from the right."""
    for cluster in reversed(run.clusters) if run.right_to_left else run.clusters:
        readings = glyph_readings(text[cluster.start : cluster.end], cluster, run.right_to_left)
        for glyph, reading in zip(cluster.glyphs, readings, strict=True):
            if reading or len(cluster.glyphs) > MOST_SHAPES:
                row.show(glyph.number, row.font.code(glyph.number, reading), glyph.across, glyph.up)
            else:
                row.draw(glyph.number, glyph.across, glyph.up)
            row.pen += glyph.advance * row.size
            if not glyph.number:
                fonts.missing.update(dict.fromkeys(text[cluster.start : cluster.end]))
        if stretch and text[cluster.start] == " ":
            row.pen += stretch


def glyph_readings(characters: str, cluster: Cluster, right_to_left: bool) -> list[str]:
    """What each glyph of a cluster stands for: the widest for all its characters, the others for none.

    Viewers turn around the text that they take out of a run from the right, so it is written turned around.
    """
    reading = characters[::-1] if right_to_left else characters
    if len(cluster.glyphs) == 1:
        return [reading]
    widest = max(range(len(cluster.glyphs)), key=lambda place: cluster.glyphs[place].advance)
    return [reading if place == widest else "" for place in range(len(cluster.glyphs))]
