"""The pages: what stands at the head and foot of each, the outline, and page numbers that are known at the end.

A page is kept until all are laid out; only then are its number, its running head and, on the page of
contents, the numbers of the others written. So a dossier is laid out once, however long it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from bizplan.documents.dossier.head import Head
from bizplan.documents.structure import Foreign, Structure, TaggedCanvas, artifact
from bizplan.documents.style import (
    BRAND,
    FOOT_LINE,
    GOLD,
    HEAD_LINE,
    INK,
    LINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SOFT,
    TOP_BAND,
    WHITE,
)
from bizplan.documents.text import Direction, draw_text, initial_font, seen, turn_over, upright
from bizplan.translations import translator

WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP = PAGE_HEIGHT - 68  # where the flow begins
FOOT = FOOT_LINE + 20  # where it ends
HEIGHT = TOP - FOOT
HIGH = TOP - 24  # what begins above it begins with its page
PRODUCT = "bizplan"
SMALL, SMALLEST = 7.5, 6.5

rl_config.useA85 = 0            # what is compressed stays bytes: a fifth smaller than as letters, and sooner written


@dataclass(frozen=True)
class Entry:
    """A place that the contents, the outline and the running head name."""

    key: str
    words: str
    level: int
    head: str  # what stands at the head of pages that it begins


@dataclass(frozen=True)
class Imprint:
    """What the document says about itself, on every page and to the reader's viewer."""

    title: str
    author: str
    language: str
    foot: str
    direction: Direction = "ltr"
    fingerprint: str = ""
    head: Head | None = None  # of whom the document is, where it is not the product's own
    foreign: Foreign | None = None  # what it prints in other languages than its own


class Sheets(TaggedCanvas):
    """A canvas that keeps its pages until their number is known."""

    imprint: Imprint

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.structure = Structure(self.imprint.language, translator(self.imprint.language), self.imprint.foreign)
        self.kept: list[dict[str, Any]] = []
        self.entries: list[tuple[Entry, int, float]] = []
        self.later: list[tuple[int, Callable[[Sheets], None]]] = []

    def showPage(self) -> None:
        """Keeps the page."""
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finishes every page, then writes the document."""
        entries, later, kept = self.entries, self.later, self.kept
        for number, page in enumerate(kept, 1):
            self.__dict__.update(page)
            self.finish(number, len(kept), entries)
            for on, draw in later:
                if on == number:
                    draw(self)
            super().showPage()
        super().save()

    def enter(self, entry: Entry, y: float) -> None:
        """Notes that something of the contents stands here; what is drawn from now on is part of it."""
        self.entries.append((entry, len(self.kept) + 1, y))
        self.structure.begin(entry.level)

    def at_the_end(self, draw: Callable[[Sheets], None]) -> None:
        """Draws on this page once all pages are known."""
        self.later.append((len(self.kept) + 1, draw))

    def origin(self) -> tuple[float, float]:
        """Where the corner of what is drawn now stands on the page, measured from where reading starts."""
        x, y = self.absolutePosition(0, 0)
        return seen(self, x, x, PAGE_WIDTH)[0], y

    def finish(self, number: int, count: int, entries: list[tuple[Entry, int, float]]) -> None:
        """Head, foot and bookmarks of one page."""
        for entry, page, y in entries:
            if page == number:
                self.bookmarkPage(entry.key, fit="XYZ", left=0, top=min(y + 12, PAGE_HEIGHT))
                self.addOutlineEntry(entry.words, entry.key, entry.level)
        with artifact(self, "Header"):
            draw_head(self, self.imprint, running_head(number, entries))
        with artifact(self, "Footer"):
            draw_foot(self, self.imprint, number, count)


def running_head(number: int, entries: list[tuple[Entry, int, float]]) -> str:
    """The part of the dossier that the top of a page belongs to: the last that had begun by then."""
    top = [entry.head for entry, page, y in entries if page < number or (page == number and y >= HIGH)]
    return top[-1] if top else ""


def draw_head(canvas: Canvas, imprint: Imprint, part: str) -> None:
    """The band at the top, whose document it is, and the part of the dossier."""
    canvas.setFillColor(BRAND)
    canvas.rect(0, PAGE_HEIGHT - TOP_BAND, PAGE_WIDTH, TOP_BAND, stroke=0, fill=1)
    end = imprint.head.draw(canvas) if imprint.head else draw_product(canvas)
    draw_text(canvas, end, HEAD_LINE, part, 8.5, False, SOFT, "right", PAGE_WIDTH - MARGIN - end, imprint.direction)


def draw_product(canvas: Canvas) -> float:
    """The mark and the name of the product; answers where they end."""
    draw_mark(canvas, MARGIN, HEAD_LINE - 3.4)
    draw_text(canvas, MARGIN + 19, HEAD_LINE, PRODUCT, 10.5, True, INK, "left")
    end: float = MARGIN + 90
    return end


def draw_mark(canvas: Canvas, x: float, y: float) -> None:
    """The mark of the product."""
    with upright(canvas, x + 7):
        draw_bars_and_flame(canvas, x, y)


def draw_bars_and_flame(canvas: Canvas, x: float, y: float) -> None:
    """Two bars and a flame."""
    canvas.setFillColor(BRAND)
    canvas.roundRect(x, y, 14, 14, 3, stroke=0, fill=1)
    canvas.setFillColor(WHITE)
    for place, height in enumerate((3.4, 5.2)):
        canvas.rect(x + 3 + place * 3.1, y + 2.9, 1.8, height, stroke=0, fill=1)
    flame = ((9.2, 2.9), (9.2, 8.4), (11.6, 11.4), (11.4, 7.8), (10.8, 2.9))
    path = canvas.beginPath()
    path.moveTo(x + flame[0][0], y + flame[0][1])
    for across, up in flame[1:]:
        path.lineTo(x + across, y + up)
    path.close()
    canvas.setFillColor(GOLD)
    canvas.drawPath(path, stroke=0, fill=1)


def draw_foot(canvas: Canvas, imprint: Imprint, number: int, count: int) -> None:
    """A rule, whose plan it is and of when, and the number of the page; below it the fingerprint of the version.

    Where an organisation stands at the head, the product has its name here.
    """
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, FOOT_LINE + 9, PAGE_WIDTH - MARGIN, FOOT_LINE + 9)
    draw_text(canvas, MARGIN, FOOT_LINE - 1, imprint.foot, SMALL, False, SOFT, "left", WIDTH - 60, imprint.direction)
    draw_text(canvas, PAGE_WIDTH - MARGIN, FOOT_LINE - 1, f"{number} / {count}", SMALL, True, INK, align="right")
    if imprint.fingerprint:
        draw_text(canvas, PAGE_WIDTH - MARGIN, FOOT_LINE - 11, imprint.fingerprint, SMALL, colour=SOFT, align="right")
    if imprint.head:
        draw_text(canvas, MARGIN, FOOT_LINE - 11, PRODUCT, SMALLEST, colour=SOFT, align="left")


class WholePage(Flowable):
    """A page whose places are measured on the page itself."""

    def __init__(self, entry: Entry, draw: Callable[[Canvas], None]) -> None:
        super().__init__()
        self.entry, self.draw_page = entry, draw

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Takes all the room there is."""
        return width, height

    def draw(self) -> None:
        """Draws with the corner of the page as origin."""
        left, foot = self.canv.origin()
        self.canv.translate(-left, -foot)
        self.canv.enter(self.entry, PAGE_HEIGHT)
        self.draw_page(self.canv)


def write_pages(story: list[Flowable], imprint: Imprint) -> bytes:
    """The story on pages, as the bytes of a PDF document; the same story gives the same bytes."""
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        initialFontName=initial_font(),
        invariant=1,
        lang=imprint.language,
        title=imprint.title,
        author=imprint.author,
        creator=PRODUCT,
        producer=PRODUCT,
        pageCompression=1,
        allowSplitting=1,
    )
    def turned(canvas: Canvas, _document: object) -> None:
        if imprint.direction == "rtl":
            turn_over(canvas, PAGE_WIDTH)

    frame = Frame(MARGIN, FOOT, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates([PageTemplate("page", [frame], onPage=turned)])
    document.build(story, canvasmaker=type("Pages", (Sheets,), {"imprint": imprint}))
    return packed(target.getvalue())


def packed(pdf: bytes) -> bytes:
    """The same document with its small objects put together: the structure takes a third of the room."""
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()
