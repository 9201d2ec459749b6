"""The page after the summary: what stands where, and what the checks found, the worst first."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from bizplan.documents.charts import StateMark
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import Title, calculated, note, section
from bizplan.documents.dossier.pages import Entry, Sheets
from bizplan.documents.dossier.review import Finding
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.documents.structure import Place, figure, in_words, link, tagged
from bizplan.documents.style import INK, LINE, SOFT, THIN
from bizplan.documents.text import Span, draw_text
from bizplan.domain.readiness import Severity
from bizplan.domain.readiness.sentences import N_

ROW, SUBROW = 16, 13.4
MARK = 15
NUMBER = 22  # room for the number of a part


class Contents(Flowable):
    """The parts of the dossier in two columns, each with its page, which is known at the end."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = entries
        self.spaceAfter = 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Two columns of about the same height; the name of a part is not torn from what belongs to it."""
        self.width = width
        heights = [row_height(entry) for entry in self.entries]
        places = [
            place for place in range(1, len(heights)) if self.entries[place - 1].level >= self.entries[place].level
        ]
        self.turn = min(places, key=lambda place: abs(sum(heights[:place]) - sum(heights) / 2), default=0)
        self.height = max(sum(heights[: self.turn]), sum(heights[self.turn :]), ROW)
        return width, self.height

    def draw(self) -> None:
        """Draws the names now and the numbers when all pages are known."""
        left, foot = self.canv.origin()
        place = Place()
        with tagged(self.canv, "TOC", place):
            self.canv.at_the_end(lambda canvas: self.draw_rows(canvas, left, foot + self.height, place))

    def draw_rows(self, canvas: Sheets, left: float, top: float, place: Place) -> None:
        """Both columns."""
        pages = {entry.key: page for entry, page, _ in canvas.entries}
        wide = (self.width - 24) / 2
        for column, entries in enumerate((self.entries[: self.turn], self.entries[self.turn :])):
            x, y = left + column * (wide + 24), top
            for entry in entries:
                y -= row_height(entry)
                with tagged(canvas, "TOC", place), tagged(canvas, "TOCI"), tagged(canvas, "Reference"):
                    draw_row(canvas, entry, x, y, wide, pages.get(entry.key, 0))


def row_height(entry: Entry) -> float:
    """How high a line of the contents is."""
    return SUBROW if entry.level else ROW


def draw_row(canvas: Sheets, entry: Entry, x: float, y: float, width: float, page: int) -> None:
    """One line: number, name, page, and a link to it."""
    bold, colour, size = not entry.level, INK if not entry.level else SOFT, 9 if not entry.level else 8.5
    number, _, words = entry.words.rpartition("  ")
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(THIN)
    canvas.line(x, y, x + width, y)
    with link(canvas, entry.key, entry.words, (x, y, x + width, y + row_height(entry))):
        draw_text(canvas, x, y + 4, number, size, bold, SOFT, align="left")
        draw_text(canvas, x + NUMBER, y + 4, words, size, bold, colour, align="left", width=width - NUMBER - 30)
        draw_text(canvas, x + width, y + 4, str(page), size, bold, colour, align="right")


def contents(case: Case, entries: Sequence[Entry]) -> list[Flowable]:
    """The page of contents, with the findings below."""
    _ = case.translate
    entry = Entry("contents", _("Contents and findings"), 0, f"{case.name_apart} · {_('Contents and findings')}")
    return [Title(case, [entry], _("Contents")), Contents(entries), Spacer(1, 6), *findings(case)]


def findings(case: Case) -> list[Flowable]:
    """What the checks found, the worst first: the fact, what it means, what would mend it."""
    _, found = case.translate, case.review.findings
    heading = section(case, _("What the checks found, the worst first"), calculated(case))
    if not found:
        return [*heading, note(case, _("The checks found nothing that wants attention."))]
    count = sum(finding.severity is Severity.BLOCKER for finding in found)
    rest = len(found) - count
    if count:
        lead = _("Points that stand in the way of a decision: {blockers}. Others that want attention: {others}.")
    else:
        lead = _("Nothing stands in the way of a decision. Points that want attention: {others}.")
    table = Table(
        [Column(width=MARK), Column(weight=4), Column(weight=1, soft=True)],
        [finding_row(case, f) for f in found],
        case.styles,
    )
    return [*heading, note(case, lead.format(blockers=count, others=rest)), table]


def finding_row(case: Case, finding: Finding) -> Row:
    """One finding."""
    rest = " ".join(filter(None, (finding.means, finding.mend)))
    words = [Span(finding.found, bold=True), Span(f" {rest}")] if rest else [Span(finding.found, bold=True)]
    return Row((mark(finding.severity), words, finding.subject))


class Remark(Flowable):
    """A ring: something to know, which no state goes with."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As large as the marks of a state."""
        return 9, 9

    def draw(self) -> None:
        """A ring with a dot."""
        with figure(self.canv, in_words(self.canv, N_("Remark")), (0, 0, 9, 9)):
            self.draw_ring()

    def draw_ring(self) -> None:
        """The shape."""
        self.canv.setStrokeColor(SOFT)
        self.canv.setFillColor(SOFT)
        self.canv.setLineWidth(0.8)
        self.canv.circle(4.5, 4.5, 3.3, stroke=1, fill=0)
        self.canv.circle(4.5, 4.5, 1.1, stroke=0, fill=1)


def mark(severity: Severity) -> Flowable:
    """How much a finding weighs, as a shape."""
    return {Severity.BLOCKER: StateMark("stop"), Severity.WARNING: StateMark("warn")}.get(severity) or Remark()


__all__ = ["Contents", "contents"]
