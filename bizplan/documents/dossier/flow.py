"""The parts that chapters are made of: titles, headings, facts, tables of rows, and what is not filled in yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from bizplan.documents.dossier.answers import answered, filled_rows, label_words, said, unanswered
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.pages import HEIGHT, WIDTH, Entry
from bizplan.documents.dossier.summary_parts import TITLE_LINES, fitted
from bizplan.documents.dossier.tables import Cell, Column, Look, Row, Table
from bizplan.documents.dossier.versions import beside
from bizplan.documents.structure import heading
from bizplan.documents.style import BRAND, HEAVY, INK, SOFT, Grid
from bizplan.documents.text import NO_BREAK_SPACE, Paragraph, Words, draw_text, text_width
from bizplan.domain.questions import GROUPS, QUESTIONS, Question

LABELS = Grid().span(5, 12)[0] - Grid().span(1, 4)[0]  # how wide the labels of facts are
FACTS = Look(9, 12.5, 17)
ROOM_FOR_HEADING = 74
ROOM_FOR_CHAPTER = 230


class Title(Flowable):
    """The title of a chapter or of a page of figures, which states its conclusion; it stands in the contents."""

    def __init__(self, case: Case, entries: Sequence[Entry], words: str, above: str = "", below: str = "") -> None:
        super().__init__()
        self.entries = entries
        styles = case.styles
        self.parts = [
            Paragraph(above, replace(styles.headline_label, colour=BRAND, bold=True)) if above else None,
            fitted(words, styles.small_title, WIDTH, TITLE_LINES),
            fitted(below, styles.subtitle, WIDTH, TITLE_LINES) if below else None,
        ]
        self.spaceBefore, self.spaceAfter = 0, 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its lines."""
        self.width = width
        self.height = sum(part.wrap(width, height)[1] for part in self.parts if part)
        return width, self.height

    def draw(self) -> None:
        """Draws the lines and notes the place."""
        for entry in self.entries:
            self.canv.enter(entry, self.canv.absolutePosition(0, self.height)[1])
        top = self.height
        with heading(self.canv, 1):
            for part in filter(None, self.parts[:2]):
                top -= part.height
                part.drawOn(self.canv, 0, top)
        for part in filter(None, self.parts[2:]):
            part.drawOn(self.canv, 0, top - part.height)


class Heading(Flowable):
    """The heading of a section under a heavy rule, and at its end who says so."""

    def __init__(self, case: Case, words: str, voice: str = "", space: float = 8) -> None:
        super().__init__()
        self.words, self.voice = words, voice
        self.style = replace(case.styles.heading, space_before=0)
        self.spaceBefore, self.spaceAfter = space, 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One or more lines under a rule."""
        self.width = width
        note = text_width(self.voice, 7.5) + 10 if self.voice else 0
        self.lines = fitted(self.words, self.style, width - note, TITLE_LINES)
        self.height = self.lines.height + 4
        return width, self.height

    def draw(self) -> None:
        """The rule, the words and the voice."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(HEAVY)
        self.canv.line(0, self.height, self.width, self.height)
        with heading(self.canv, 2):
            self.lines.drawOn(self.canv, 0, 0)
        if self.voice:
            draw_text(self.canv, self.width, self.height - 13.2, self.voice, 7.5, colour=SOFT, align="right")


class Beside(Flowable):
    """Columns side by side on the grid; they stay together on one page, or follow each other over several."""

    def __init__(self, *columns: tuple[int, int, Sequence[Flowable]]) -> None:
        super().__init__()
        self.columns = columns
        self.spaceBefore, self.spaceAfter = 8, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the highest column."""
        self.placed = [
            (first, last, *stacked(parts, Grid().span(first, last)[1])) for first, last, parts in self.columns
        ]
        self.width, self.height = width, max((tall for *_, tall in self.placed), default=0)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Columns higher than a page follow each other."""
        return [Spacer(1, 0), *(part for *_, parts in self.columns for part in parts)] if self.height > HEIGHT else []

    def draw(self) -> None:
        """Draws each column from the top."""
        start = Grid().span(1, 1)[0]
        for first, last, parts, _ in self.placed:
            left = Grid().span(first, last)[0] - start
            for part, top in parts:
                part.drawOn(self.canv, left, self.height - top)


def stacked(parts: Sequence[Flowable], width: float) -> tuple[list[tuple[Flowable, float]], float]:
    """Parts under each other, with how far down each one ends, and how high they are together."""
    placed: list[tuple[Flowable, float]] = []
    down, after = 0.0, 0.0
    for place, part in enumerate(parts):
        down += max(after, part.getSpaceBefore()) if place else 0
        down += part.wrap(width, 10_000)[1]
        placed.append((part, down))
        after = part.getSpaceAfter()
    return placed, down


class Room(CondPageBreak):
    """A place where a page may end: what follows up to the first rows or lines stays together."""


def settled(story: Sequence[Flowable]) -> list[Flowable]:
    """The story with remarks joined to their tables, and no heading left alone at the foot of a page."""
    joined: list[Flowable] = []
    for part in story:
        if isinstance(part, Note) and joined and isinstance(joined[-1], Table) and joined[-1].foot is None:
            joined[-1].foot = part
        else:
            joined.append(part)
    for place, part in enumerate(joined):
        if isinstance(part, Room):
            part.height = min(max(needed(joined[place + 1 :]), 0), HEIGHT - 1)
    return joined


def needed(story: Sequence[Flowable]) -> float:
    """How much room headings take together with the beginning of what they announce."""
    height = 0.0
    for part in story:
        if isinstance(part, PageBreak):
            return height
        if isinstance(part, Room):
            continue
        if isinstance(part, Table):
            return height + float(part.getSpaceBefore()) + part.least_height(WIDTH)
        tall = part.wrap(WIDTH, HEIGHT)[1]
        height += float(part.getSpaceBefore() + min(tall, HEIGHT) + part.getSpaceAfter())
        if not isinstance(part, (Title, Heading, Spacer)):
            return height
    return height


def chapter(case: Case, key: str, words: str, below: str = "") -> list[Flowable]:
    """The head of a chapter of the dossier; it begins on this page where there is room for some of it."""
    part, entry = chapter_entry(case, key, words)
    return [Room(ROOM_FOR_CHAPTER), Spacer(1, 14), Title(case, [entry], words, part, below)]


def chapter_entry(case: Case, key: str, words: str) -> tuple[str, Entry]:
    """What stands above the title of a chapter, and its line in the contents."""
    _, number = case.translate, case.chapters.index(key) + 1
    part = _("Part {number}").format(number=number)
    return part, Entry(key, f"{number}  {words}", 0, f"{case.name_apart} · {part.lower()}, {words}")


def section(case: Case, words: str, voice: str = "", room: float = ROOM_FOR_HEADING) -> list[Flowable]:
    """The heading of a section, with room below it for something of what it announces."""
    return [Room(room), Heading(case, words, voice)]


def by_entrepreneur(case: Case) -> str:
    """Who says so: the entrepreneur."""
    _ = case.translate
    return _("says the entrepreneur")


def by_coach(case: Case) -> str:
    """Who says so: the coach."""
    _ = case.translate
    return _("says the coach")


def calculated(case: Case) -> str:
    """Who says so: nobody; it follows from the figures."""
    _ = case.translate
    return _("calculated")


def not_filled_in(case: Case, questions: Sequence[Question] = ()) -> list[Flowable]:
    """The sentence for what nobody answered yet, naming what a dossier cannot do without."""
    _ = case.translate
    words = _("Not filled in yet")
    if questions:
        words += ": " + ", ".join(bare(case.translate(question.label)) for question in questions)
    return [Paragraph(words + ".", replace(case.styles.note, space_after=6, space_before=2))]


def bare(label: str) -> str:
    """A label inside a list: without the sign that ends it."""
    return label.rstrip("?.: " + NO_BREAK_SPACE)


def facts(case: Case, rows: Sequence[tuple[str, Words]]) -> Table:
    """Labels and what was answered, in two columns; a text runs in its own direction."""
    lines = [Row((bare(label), words)) for label, words in rows]
    return Table([Column(width=LABELS, soft=True), Column()], lines, case.styles, FACTS)


def answers(case: Case, heading: str, questions: Sequence[Question], voice: str = "") -> list[Flowable]:
    """A section with the answers to some questions; nothing where none is answered, and none is missed."""
    found, missing = answered(case, questions), unanswered(case, questions)
    if not found and not missing:
        return []
    story = section(case, heading, voice or by_entrepreneur(case))
    if found:
        story.append(facts(case, [
            (label(case, question, voice), beside(case, question.key, "", words)) for question, words in found]))
    return story + (not_filled_in(case, missing) if missing else [])


def label(case: Case, question: Question, voice: str) -> str:
    """The label of a question; among answers of the entrepreneur, one of the coach says so."""
    _ = case.translate
    words = bare(label_words(case, question))
    return f"{words} ({_('coach')})" if question.coach and voice != by_coach(case) else words


def answers_to(case: Case, heading: str, *keys: str, voice: str = "") -> list[Flowable]:
    """The same for questions by their keys."""
    return answers(case, heading, [QUESTIONS[key] for key in keys], voice)


def rows_of(case: Case, group: str, *names: str, heading: str = "", voice: str = "") -> list[Flowable]:
    """A section with the rows of a group as a table; columns in which nothing stands are left out."""
    rows = filled_rows(case, group)
    questions = [QUESTIONS[f"{group}[].{name}"] for name in names]
    used = [question for question in questions if any(said(case, question.key, row) for row in rows)]
    if not used:
        return []
    columns = [Column(bare(label_words(case, q)), weight=weight(case, q, rows)) for q in used]
    table = Table(columns, [Row(cells(case, used, row)) for row in rows], case.styles)
    return [*section(case, heading or case.translate(GROUPS[group].label), voice or by_entrepreneur(case)), table]


def cells(case: Case, questions: Sequence[Question], row: str) -> list[Cell]:
    """The answers of a row; a dash where there is none."""
    return [beside(case, question.key, row, said(case, question.key, row)) or "–" for question in questions]


def weight(case: Case, question: Question, rows: Sequence[str]) -> float:
    """How much room a column of words wants: the root of its longest answer, so that long texts do not take all."""
    longest = max([len(said(case, question.key, row)) for row in rows] + [len(case.translate(question.label)), 6])
    return float(min(longest, 160) ** 0.5)


class Note(Paragraph):
    """A remark; one that follows a table stays with it."""


def note(case: Case, words: Words) -> Note:
    """A remark below a table or a chart."""
    return Note(words, replace(case.styles.note, space_after=8))


def text(case: Case, words: Words) -> Paragraph:
    """A paragraph of running text."""
    return Paragraph(words, case.styles.text)


__all__ = [
    "WIDTH",
    "Beside",
    "Heading",
    "Title",
    "answers",
    "answers_to",
    "bare",
    "by_coach",
    "by_entrepreneur",
    "calculated",
    "chapter",
    "facts",
    "not_filled_in",
    "note",
    "rows_of",
    "section",
    "stacked",
    "text",
]
