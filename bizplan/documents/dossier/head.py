"""The head of the pages of an organisation: its logo and its name, in place of the mark of the product."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.logo import scaled
from bizplan.documents.style import HEAD_LINE, INK, MARGIN, PAGE_WIDTH
from bizplan.documents.text import draw_text, text_width, upright
from bizplan.domain.letterhead import Letterhead

LOGO_WIDTH, LOGO_HEIGHT = 120, 22
SIZE = 10.5
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
        x = MARGIN
        if self.logo:
            x += draw_logo(canvas, x, self.logo) + GAP
        room = min(text_width(self.name, SIZE, True), MOST * (PAGE_WIDTH - 2 * MARGIN) - (x - MARGIN))
        draw_text(canvas, x, HEAD_LINE, self.name, SIZE, True, INK, "left", room)
        return x + room + GAP


def draw_logo(canvas: Canvas, x: float, logo: ImageReader) -> float:
    """Draws a logo upright, in its proportions; answers how wide it is."""
    width, height = scaled(logo.getSize(), LOGO_WIDTH, LOGO_HEIGHT)
    with upright(canvas, x + width / 2):
        canvas.drawImage(logo, x, MIDDLE - height / 2, width, height, mask="auto")
    return width
