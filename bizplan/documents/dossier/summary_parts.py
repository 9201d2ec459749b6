"""What the blocks of the credit summary share: headings at a place, and text that fits its room."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.structure import heading
from bizplan.documents.style import HEAVY, INK, MARGIN, PAGE_WIDTH
from bizplan.documents.text import Paragraph, TextStyle, Words, draw_text, in_language

LEFT, RIGHT = MARGIN, PAGE_WIDTH - MARGIN
WIDTH = RIGHT - LEFT
APART = 4  # between a paragraph and the next
TITLE_LINES = 8  # the most that a title or a heading takes: it never fills a page
ELLIPSIS = "…"


def draw_heading(canvas: Canvas, x: float, y: float, words: str, width: float) -> None:
    """A heading with its baseline at y under a heavy rule."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(HEAVY)
    canvas.line(x, y + 13, x + width, y + 13)
    with heading(canvas, 2):
        draw_text(canvas, x, y, words, 10.5, bold=True, colour=INK, align="left", width=width)


def fitted(words: Words, style: TextStyle, width: float, lines: int) -> Paragraph:
    """Words in at most so many lines; where more is cut, an ellipsis says so."""
    paragraph = Paragraph(words, style)
    paragraph.wrap(width, 0)
    shorter, language = paragraph.setting.text, paragraph.setting.passages[0][1]
    while len(paragraph.broken) > lines:
        cut = min(paragraph.broken[lines].start, len(shorter) - 1)
        shorter = shorter[:cut].rstrip() if len(shorter[:cut].rstrip()) < len(shorter) else shorter[:-1]
        paragraph = Paragraph(in_language(shorter + ELLIPSIS, language), style)
        paragraph.wrap(width, 0)
        if len(paragraph.broken) > lines:
            shorter = shorter.rpartition(" ")[0] or shorter[:-4]
            paragraph = Paragraph(in_language(shorter + ELLIPSIS, language), style)
            paragraph.wrap(width, 0)
    return paragraph


def draw_shares_of_room(
    canvas: Canvas, x: float, top: float, width: float, words: Sequence[Words], style: TextStyle, height: float
) -> float:
    """Paragraphs that share a room, the short ones leaving theirs to the long ones; answers where they end."""
    wanted = [len(measured(text, style, width).broken) for text in words]
    given = lines_given(wanted, int((height - APART * (len(words) - 1)) // style.leading))
    for text, lines in zip(words, given, strict=True):
        if lines:
            paragraph = fitted(text, style, width, lines)
            paragraph.drawOn(canvas, x, top - paragraph.height)
            top -= paragraph.height + APART
    return top


def measured(words: Words, style: TextStyle, width: float) -> Paragraph:
    """A paragraph with its lines broken."""
    paragraph = Paragraph(words, style)
    paragraph.wrap(width, 0)
    return paragraph


def lines_given(wanted: Sequence[int], room: int) -> list[int]:
    """How many lines each paragraph gets: one after the other, until all have what they want or the room is full."""
    given = [0] * len(wanted)
    while room > 0 and any(want > have for want, have in zip(wanted, given, strict=True)):
        for place, want in enumerate(wanted):
            if given[place] < want and room > 0:
                given[place] += 1
                room -= 1
    return given
