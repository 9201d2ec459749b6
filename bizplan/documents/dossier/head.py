"""The head of the pages of an organisation: its logo and its name, in place of the mark of the product."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.logo import scaled
from bizplan.documents.style import HEAD_LINE, INK, MARGIN, PAGE_WIDTH
from bizplan.documents.text import Paragraph, TextStyle, draw_text, text_width, upright
from bizplan.domain.letterhead import Letterhead

LOGO_WIDTH, LOGO_HEIGHT = 120, 22
SIZE, SIZE_OF_TWO_LINES, LEADING = 10.5, 8.5, 10.5
MIDDLE = HEAD_LINE + 3.7  # of the capitals of the name
GAP = 8
MOST = 0.6  # of the width of the page: the rest is for the part of the document


class Head:
    """What is drawn on each page; the logo is read once, and is in the document once."""

    def __init__(self, letterhead: Letterhead) -> None:
        self.name = letterhead.name
        self.logo = ImageReader(BytesIO(letterhead.logo)) if letterhead.logo else None

    def draw(self, canvas: Canvas) -> float:
        """Draws the logo and the name where reading starts; answers where they end."""
        x: float = MARGIN
        if self.logo:
            x += draw_logo(canvas, x, self.logo) + GAP
        return x + draw_name(canvas, x, self.name, MOST * (PAGE_WIDTH - 2 * MARGIN) - (x - MARGIN)) + GAP


def draw_logo(canvas: Canvas, x: float, logo: ImageReader) -> float:
    """Draws a logo upright, in its proportions; answers how wide it is."""
    width, height = scaled(logo.getSize(), LOGO_WIDTH, LOGO_HEIGHT)
    with upright(canvas, x + width / 2):
        canvas.drawImage(logo, x, MIDDLE - height / 2, width, height, mask="auto")
    return width


def draw_name(canvas: Canvas, x: float, name: str, room: float) -> float:
    """Draws a name on one line, or a long one on two; answers how wide it is."""
    wide = text_width(name, SIZE, True)
    if wide * SIZE_OF_TWO_LINES / SIZE <= room:
        draw_text(canvas, x, HEAD_LINE, name, SIZE, True, INK, "left", min(wide, room))
        return min(wide, room)
    for words, up in zip(in_two(name, room), (LEADING / 2, -LEADING / 2), strict=True):
        draw_text(canvas, x, HEAD_LINE + up, words, SIZE_OF_TWO_LINES, True, INK, "left", room)
    return room


def in_two(name: str, room: float) -> tuple[str, str]:
    """The words of a name that fit on a first line, and the rest."""
    whole = Paragraph(name, TextStyle(SIZE_OF_TWO_LINES, bold=True))
    whole.wrap(room, LOGO_HEIGHT)
    text, second = whole.setting.text, whole.broken[1].start
    return text[:second].strip(), text[second:].strip()
