"""From the sheets of a plan to a PDF: each part with its questions, what is asked besides, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import segno
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from bizplan.documents.dossier.pages import Entry, Imprint, write_pages
from bizplan.documents.paper.asking import Asking, RowName
from bizplan.documents.paper.parts import Block, Languages, Pair, Ruled
from bizplan.documents.structure import figure, heading
from bizplan.documents.style import BRAND, HEAVY, INK, SOFT, WHITE
from bizplan.documents.text import Align, draw_text
from bizplan.domain.coaching.paper import Sheet, by_row
from bizplan.domain.readiness.sentences import N_
from financial_models.readers import numerals
from financial_models.readers.numerals import apart

TITLE, SHEET = N_("Open questions"), N_("Sheet {number}")
WRITE = N_("Write or tick as much as you can. Leave open what you do not know. Your coach enters it afterwards.")
EVIDENCE = N_("How do you know? 1 I think so · 2 looked up · 3 asked people · 4 a quote or an order · "
              "5 sold it myself · 6 a contract")
REQUESTS = N_("What was asked of you")
MORE = N_("Questions of this part that wait for the next sheet: {count}")
NOTHING = N_("There are no open questions here.")
ENTER = N_("Enter the answers")
FROM_THE_LEFT = "en"
"""The foot of a page runs from the left in every language, so that Arabic words in it are set apart."""
ROOM = 150.0
SCAN = 62.0


@dataclass(frozen=True)
class Printed:
    """A sheet with the address of the page on which its answers are entered."""

    sheet: Sheet
    address: str


@dataclass(frozen=True)
class Paper:
    """What is printed: of which plan, in one or two languages, on a day; ``requests`` are asked besides."""

    title: str
    languages: tuple[str, ...]
    sheets: tuple[Printed, ...]
    requests: tuple[str, ...]
    sequence: int
    on: date
    row_name: RowName
    rows: Mapping[str, Sequence[str]] = field(default_factory=dict)


def write_paper(paper: Paper) -> bytes:
    """The paper as a PDF document; the same plan and day give the same bytes."""
    languages = Languages(paper.languages)
    asking = Asking(languages, paper.row_name, paper.rows)
    first = paper.languages[0]
    sheet = asking.said(SHEET)[0].format(number=paper.sequence)
    title = asking.said(TITLE)[0]
    foot = (sheet, paper.title, numerals.day(paper.on, first))
    imprint = Imprint(f"{title} · {paper.title}", "", first, " · ".join(apart(each, FROM_THE_LEFT) for each in foot))
    return write_pages(_story(paper, asking), imprint)


def _story(paper: Paper, asking: Asking) -> list[Flowable]:
    story: list[Flowable] = []
    for place, each in enumerate(paper.sheets):
        story += [PageBreak()] if place else []
        story += _part(each, asking, paper)
    story += _requests(paper, asking)
    return story or [asking.pair(NOTHING, "text")]


def _part(printed: Printed, asking: Asking, paper: Paper) -> list[Flowable]:
    sheet = printed.sheet
    number = asking.said(SHEET)[0].format(number=paper.sequence)
    story: list[Flowable] = [Head(asking, sheet.part.title, printed.address, number)]
    story += [asking.pair(WRITE, "reason", quiet=True)]
    if any(each.question.is_figure for each in sheet.slots):
        story.append(asking.pair(EVIDENCE, "note"))
    for page, row, slots in by_row(sheet.slots):
        names = [asking.row_name(page.group, row)] * len(paper.languages) if row else ()
        heading = [f"{title}: {name}" for title, name in zip(asking.said(page.title), names, strict=True)] if row \
            else list(asking.said(page.title))
        story += [CondPageBreak(ROOM), Under(Pair(asking.languages, heading, "heading"))]
        story += [asking.block(each) for each in slots]
    if sheet.more:
        story.append(asking.line(MORE, lambda code, _say: {"count": numerals.number(sheet.more, code, 0)}))
    return story


def _requests(paper: Paper, asking: Asking) -> list[Flowable]:
    """What was asked in requests, as it was written, each with room to write."""
    if not paper.requests:
        return []
    empty = [""] * (len(paper.languages) - 1)
    story: list[Flowable] = [CondPageBreak(ROOM), Spacer(1, 10), Under(asking.pair(REQUESTS, "heading"))]
    for number, text in enumerate(paper.requests, 1):
        story.append(Block(asking.languages, number, [
            Pair(asking.languages, [apart(text, paper.languages[0]), *empty], "reason"), Ruled(asking.languages, 3)]))
    return story


class Under(Flowable):
    """A heading under a rule."""

    def __init__(self, words: Pair) -> None:
        super().__init__()
        self.words = words
        self.spaceBefore, self.spaceAfter, self.keepWithNext = 12, 2, True

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The words and the rule."""
        self.width, self.height = width, self.words.wrap(width, height)[1] + 5
        return width, self.height

    def draw(self) -> None:
        """The rule on top."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(HEAVY)
        self.canv.line(0, self.height, self.width, self.height)
        with heading(self.canv, 2):
            self.words.drawOn(self.canv, 0, 0)


class Head(Flowable):
    """The title of a part in both languages, and the way to the page on which the answers are entered."""

    def __init__(self, asking: Asking, title: str, address: str, sheet: str) -> None:
        super().__init__()
        self.asking, self.title, self.address, self.sheet = asking, title, address, sheet
        self.spaceAfter = 6
        self.height = SCAN + 14

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the picture to scan."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """The titles where reading starts, the picture at the end."""
        languages, top = self.asking.languages, self.height
        mirrored, room = languages.mirrored, self.width - SCAN - 20
        title = self.asking.said(self.title)
        self.canv.enter(Entry(f"part-{self.title}", title[0], 0, title[0]), self.canv.absolutePosition(0, top)[1])
        left, align = (self.width - room if mirrored else 0.0), self._align()
        draw_text(self.canv, left, top - 9, self.asking.together(TITLE), 8.5, True, BRAND, align, room)
        with heading(self.canv, 1):
            for place, words in enumerate(title):
                draw_text(self.canv, left, top - 31 - place * 25, words, 17 - 2 * place, True, INK, align, room,
                          language=languages.codes[place])
        self._scan(0 if mirrored else self.width - SCAN, top)

    def _align(self) -> Align:
        return "right" if self.asking.languages.mirrored else "left"

    def _scan(self, left: float, top: float) -> None:
        """The address as a picture to scan."""
        modules = [list(row) for row in segno.make(self.address, error="l", micro=False).matrix]
        size = SCAN / len(modules)
        self.canv.setFillColor(WHITE)
        self.canv.rect(left, top - SCAN, SCAN, SCAN, stroke=0, fill=1)
        self.canv.setFillColor(INK)
        path = self.canv.beginPath()
        for down, row in enumerate(modules):
            for across, dark in enumerate(row):
                if dark:
                    path.rect(left + across * size, top - (down + 1) * size, size, size)
        with figure(self.canv, f"{self.asking.said(ENTER)[0]}: {self.address}", (left, top - SCAN, left + SCAN, top)):
            self.canv.drawPath(path, stroke=0, fill=1)
        words = f"{self.asking.said(ENTER)[0]} · {self.sheet}"
        draw_text(self.canv, left - 40 if not self.asking.languages.mirrored else left, top - SCAN - 9, words, 7, False,
                  SOFT, "left" if self.asking.languages.mirrored else "right", SCAN + 40)
