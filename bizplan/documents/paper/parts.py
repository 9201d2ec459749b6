"""What a printed question is made of: words in two languages beside each other, boxes to tick, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from bizplan.documents.dossier.pages import HEIGHT, WIDTH
from bizplan.documents.structure import heading, tagged
from bizplan.documents.style import BRAND, INK, LINE, SOFT, THIN, WHITE, Styles, styles
from bizplan.documents.text import Paragraph, TextStyle, draw_text, text_width

RIGHT_TO_LEFT = ("ar", "fa", "ps")
NUMBER, GUTTER, BOX = 24.0, 26.0, 9.0
WRITING = 21.0  # from one line to the next, for a pen
UNDER = 6.0


@dataclass(frozen=True)
class Languages:
    """The one or two languages of a paper; the first is that of whoever prints it, and stands where reading starts."""

    codes: tuple[str, ...]

    @property
    def mirrored(self) -> bool:
        """Whether the paper is read from the right."""
        return self.codes[0] in RIGHT_TO_LEFT

    def styles(self, place: int) -> Styles:
        """How text of the first or the second language is set."""
        return styles(self.codes[place], self.codes[place] in RIGHT_TO_LEFT)

    def column(self, place: int) -> tuple[float, float]:
        """The left end and the width of a column; a number stands before the first."""
        room = WIDTH - NUMBER
        wide = room if len(self.codes) == 1 else (room - GUTTER) / 2
        left = NUMBER + place * (wide + GUTTER)
        return (WIDTH - left - wide if self.mirrored else left), wide


def soft(style: TextStyle) -> TextStyle:
    """The same words, less loud."""
    return replace(style, colour=SOFT)


class Pair(Flowable):
    """The same words in both languages; with a box between them they are something to tick."""

    def __init__(self, languages: Languages, words: Sequence[str], look: str = "reason", quiet: bool = False,
                 box: bool = False, space: float = 0) -> None:
        super().__init__()
        self.languages, self.box, self.spaceBefore = languages, box, space
        self.cells = []
        for place, text in enumerate(words):
            style: TextStyle = getattr(languages.styles(place), look)
            self.cells.append(Paragraph(text, replace(soft(style) if quiet else style, space_after=0)))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the longer of the two."""
        shift = BOX + 5 if self.box and len(self.cells) == 1 else 0
        tall = [cell.wrap(self.languages.column(place)[1] - shift, height)[1]
                for place, cell in enumerate(self.cells)]
        self.width, self.height = width, max(tall) + (3 if self.box else 0)
        return width, self.height

    def draw(self) -> None:
        """Both texts from the top, and the box in the middle."""
        top = self.height
        for place, cell in enumerate(self.cells):
            left = self.languages.column(place)[0]
            alone = self.box and len(self.cells) == 1 and not self.languages.mirrored
            cell.drawOn(self.canv, left + (BOX + 5 if alone else 0), top - cell.height)
        if self.box:
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.3)
            self.canv.line(*_across(self.languages, 0.6))
            draw_box(self.canv, self._box_at(), top - 10.2)

    def _box_at(self) -> float:
        left, wide = self.languages.column(0)
        if len(self.cells) == 1:
            return left + wide - BOX if self.languages.mirrored else left
        middle = left - GUTTER / 2 if self.languages.mirrored else left + wide + GUTTER / 2
        return middle - BOX / 2


class Ruled(Flowable):
    """Lines to write on."""

    def __init__(self, languages: Languages, lines: int) -> None:
        super().__init__()
        self.languages, self.height = languages, lines * WRITING + 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its lines."""
        return width, self.height

    def draw(self) -> None:
        """The lines, from the top."""
        self.canv.setStrokeColor(SOFT)
        self.canv.setLineWidth(THIN)
        for line in range(1, round(self.height // WRITING) + 1):
            self.canv.line(*_across(self.languages, self.height - line * WRITING))


class Blank(Flowable):
    """Room for one number or date: boxes for what is written, each with its words behind it."""

    def __init__(self, languages: Languages, rooms: Sequence[tuple[float, str]]) -> None:
        super().__init__()
        self.languages, self.rooms, self.height = languages, rooms, 24.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line of boxes."""
        return width, self.height

    def draw(self) -> None:
        """The boxes from where reading starts."""
        x, back = (WIDTH - NUMBER, -1) if self.languages.mirrored else (NUMBER, 1)
        for wide, words in self.rooms:
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(THIN)
            self.canv.rect(x if back > 0 else x - wide, 1, wide, 20, stroke=1, fill=0)
            x += back * (wide + 6)
            size = text_width(words, 8.5) if words else 0
            draw_text(self.canv, x if back > 0 else x - size, 7.5, words, 8.5, align="left",
                      direction="rtl" if self.languages.mirrored else "ltr")
            x += back * (size + 14)


class Ticks(Flowable):
    """Short words, each with a box before it, as many on a line as there is room for."""

    def __init__(self, languages: Languages, items: Sequence[str], size: float = 8.5) -> None:
        super().__init__()
        self.languages, self.items, self.size = languages, items, size
        self.spaceBefore = 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As many lines as it takes."""
        self.lines: list[list[tuple[str, float]]] = [[]]
        room = width - NUMBER
        for words in self.items:
            wide = BOX + 5 + text_width(words, self.size)
            if self.lines[-1] and sum(each[1] + 16 for each in self.lines[-1]) + wide > room:
                self.lines.append([])
            self.lines[-1].append((words, min(wide, room)))
        self.width, self.height = width, 15.0 * len(self.lines)
        return width, self.height

    def draw(self) -> None:
        """Box and words, from where reading starts."""
        mirrored = self.languages.mirrored
        with tagged(self.canv, "L"):
            for number, line in enumerate(self.lines, 1):
                y, x = self.height - number * 15 + 3, (WIDTH - NUMBER if mirrored else NUMBER)
                for words, wide in line:
                    with tagged(self.canv, "LI"), tagged(self.canv, "LBody"):
                        self.draw_item(words, x - wide if mirrored else x, y, wide)
                    x += -(wide + 16) if mirrored else wide + 16

    def draw_item(self, words: str, left: float, y: float, wide: float) -> None:
        """One box with its words."""
        mirrored = self.languages.mirrored
        draw_box(self.canv, left + wide - BOX if mirrored else left, y)
        draw_text(self.canv, left if mirrored else left + BOX + 5, y + 1, words, self.size, align="left",
                  width=wide - BOX - 4, direction="rtl" if mirrored else "ltr")


class Block(Flowable):
    """A question with its number and all that belongs to it; it stays on one page where a page holds it."""

    def __init__(self, languages: Languages, number: int, parts: Sequence[Flowable]) -> None:
        super().__init__()
        self.languages, self.number, self.parts = languages, number, parts
        self.spaceBefore, self.spaceAfter = 9, UNDER

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its parts together."""
        tall = [part.wrap(width, height)[1] + (part.getSpaceBefore() if place else 0)
                for place, part in enumerate(self.parts)]
        self.width, self.height = width, sum(tall)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """One that is higher than a page goes on over its end."""
        self.wrap(width, height)
        return [Block(self.languages, self.number, self.parts[:1]), *self.parts[1:]] if self.height > HEIGHT else []

    def draw(self) -> None:
        """The number, then each part below the other."""
        left = WIDTH - 17 if self.languages.mirrored else 0
        self.canv.setFillColor(BRAND)
        self.canv.roundRect(left, self.height - 13, 17, 13, 3, stroke=0, fill=1)
        down = self.height
        for place, part in enumerate(self.parts):
            down -= (part.getSpaceBefore() if place else 0) + part.height
            with nullcontext() if place else heading(self.canv, 3):
                if not place:
                    draw_text(self.canv, left, self.height - 9.6, str(self.number), 8.5, bold=True, colour=WHITE,
                              align="centre", width=17)
                part.drawOn(self.canv, 0, down)


def draw_box(canvas: Canvas, x: float, y: float) -> None:
    """A box to tick."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(WHITE)
    canvas.setLineWidth(0.8)
    canvas.rect(x, y, BOX, BOX, stroke=1, fill=1)


def _across(languages: Languages, y: float) -> tuple[float, float, float, float]:
    """A line over both columns."""
    return (0, y, WIDTH - NUMBER, y) if languages.mirrored else (NUMBER, y, WIDTH, y)
