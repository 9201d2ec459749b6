"""What the money is for and who brings it, with the bar of shares, on the credit summary."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.charts import draw_shares, shares
from bizplan.documents.charts.painter import KEY_ROW, key_rows
from bizplan.documents.charts.plot import KeyEntry, Share
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.review import Part
from bizplan.documents.dossier.summary_parts import draw_heading
from bizplan.documents.structure import tagged
from bizplan.documents.style import INK, LINE, SOFT, THIN, Grid
from bizplan.documents.text import draw_text

MOST_USES, MOST_SOURCES = 7, 6
ROW = 13
BAR_AND_KEY = 22  # the bar and the room around it
AMOUNT = 64  # room for an amount at the end of a row


def shown(parts: Sequence[Part], most: int, rest: str) -> list[Part]:
    """The largest parts in their order; what is smaller is put together."""
    parts = [part for part in parts if round(part.amount, 2)]
    if len(parts) <= most:
        return list(parts)
    largest = sorted(parts, key=lambda part: -part.amount)[: most - 1]
    kept = [part for part in parts if part in largest]
    return [*kept, Part(rest, sum(part.amount for part in parts if part not in largest))]


def uses(case: Case) -> list[Part]:
    """What the money is for, as far as there is room."""
    _ = case.translate
    return shown(case.review.uses, MOST_USES, _("Other"))


def pieces(case: Case) -> tuple[Share, ...]:
    """Who brings how much, and what nobody brings yet."""
    _, missing = case.translate, case.review.missing
    sources = shown(case.review.sources, MOST_SOURCES - len(missing), _("Other"))
    brought, lacking = (
        [(f"{part.words} {case.wording.figure(part.amount)}", part.amount) for part in parts]
        for parts in (sources, missing)
    )
    return shares(brought, lacking=lacking)


def key_height(case: Case) -> float:
    """How high the key below the bar is."""
    _, width = Grid().span(7, 12)
    entries = tuple(KeyEntry(piece.words, piece.look) for piece in pieces(case))
    return len(key_rows(entries, width)) * KEY_ROW


def money_height(case: Case) -> float:
    """How much room the block takes below its heading."""
    rows = len(uses(case)) + len(case.review.reserve)
    return 18 + ROW * rows + BAR_AND_KEY + key_height(case) if case.review.uses else 40


def draw_money(canvas: Canvas, case: Case, y: float) -> None:
    """Draws the uses, their sum, and the bar of sources."""
    _ = case.translate
    x, width = Grid().span(7, 12)
    draw_heading(canvas, x, y, _("What for, and from whom"), width)
    if not case.review.uses:
        draw_text(canvas, x, y - 20, _("Not filled in yet") + ".", 9, colour=SOFT, align="left")
        return
    row = y - 18
    with tagged(canvas, "Table"), tagged(canvas, "TBody"):
        for part in uses(case):
            row = draw_part(canvas, case, part, x, row, width)
        draw_total(canvas, case, x, row, width)
        for part in case.review.reserve:
            row = draw_part(canvas, case, part, x, row - ROW, width) + ROW
    draw_shares(canvas, pieces(case), x, row - 8, width)


def draw_part(canvas: Canvas, case: Case, part: Part, x: float, row: float, width: float) -> float:
    """One line of the table over a thin rule; answers where the next one stands."""
    draw_row(canvas, part.words, case.wording.figure(part.amount), x, row, width)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(THIN)
    canvas.line(x, row - 3.6, x + width, row - 3.6)
    return row - ROW


def draw_total(canvas: Canvas, case: Case, x: float, row: float, width: float) -> None:
    """What is needed, which is what comes in; or what is still missing."""
    _, needed = case.translate, case.review.needed
    short = needed - sum(part.amount for part in case.review.sources)
    balanced = abs(short) < 1
    words = _("Needed = brought in") if balanced else _("Needed")
    if short >= 1:
        words = _("Needed, of which {amount} is not found yet").format(amount=case.wording.euro(short))
    draw_row(canvas, words, case.wording.euro(needed), x, row, width, bold=True)


def draw_row(canvas: Canvas, words: str, amount: str, x: float, row: float, width: float, bold: bool = False,
             before: float = 0, room: float = AMOUNT) -> None:
    """Words after what is drawn before them and, at the end of the line, an amount in its room."""
    with tagged(canvas, "TR"):
        with tagged(canvas, "TH", scope="Row"):
            draw_text(canvas, x + before, row, words, 8.5, bold, INK, "left", width - before - room)
        with tagged(canvas, "TD"):
            draw_text(canvas, x + width, row, amount, 8.5, bold, INK, "right")
