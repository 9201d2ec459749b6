"""The foot of the credit summary: what the coach thinks, what the sales rest on, and room for the decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.charts import draw_stair
from bizplan.documents.dossier.answers import said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.grades import grade_words
from bizplan.documents.dossier.signed import approved_words
from bizplan.documents.dossier.summary_money import draw_row
from bizplan.documents.dossier.summary_parts import draw_heading, draw_shares_of_room, fitted
from bizplan.documents.structure import tagged
from bizplan.documents.style import INK, SOFT, Grid
from bizplan.documents.text import draw_text

FOOT_BLOCK = 95
OPINION_LINES, MOST_ADVICE = 5, 3
MARKS = {"nl": "„{}”", "fr": "«\u00a0{}\u00a0»", "en": "“{}”", "ar": "«{}»"}


def draw_foot_block(canvas: Canvas, case: Case, y: float) -> None:
    """Draws the three blocks side by side."""
    _ = case.translate
    blocks: tuple[tuple[str, Callable[[Canvas, Case, float, float, float], None]], ...] = (
        (_("Opinion of the coach"), draw_opinion),
        (_("What the sales rest on"), draw_grounds),
        (_("Decision of the committee"), draw_decision) if case.for_lender else (_("What to do next"), draw_next),
    )
    for place, (words, draw) in enumerate(blocks):
        x, width = Grid().span(1 + 4 * place, 4 + 4 * place)
        draw_heading(canvas, x, y, words, width)
        draw(canvas, case, x, y, width)


def draw_opinion(canvas: Canvas, case: Case, x: float, y: float, width: float) -> None:
    """The opinion between quotation marks, the advice, and who gave it when."""
    _ = case.translate
    opinion = said(case, "planning.coach.opinion")
    if not opinion:
        draw_text(canvas, x, y - 20, _("Not filled in yet") + ".", 9, colour=SOFT, align="left", width=width)
        draw_sign_off(canvas, case, x, y - 34, width)
        return
    quoted = MARKS[case.wording.language].format(opinion)
    paragraph = fitted(quoted, case.styles.told, width, OPINION_LINES - bool(case.sign_off))
    paragraph.drawOn(canvas, x, y - 8 - paragraph.height)
    below = y - 8 - paragraph.height - 9
    on = case.study.value("planning.coach.date")
    signed = [said(case, "planning.coach.name"), case.wording.day(on) if isinstance(on, date) else ""]
    advice = said(case, "planning.coach.advice")
    words = ", ".join(filter(None, signed)) or _("without name and date")
    draw_text(canvas, x, below, advice, 8, True, INK, "left", width)
    draw_text(canvas, x, below - 10.5, words, 8, colour=SOFT, align="left", width=width)
    draw_sign_off(canvas, case, x, below - 21, width)


def draw_sign_off(canvas: Canvas, case: Case, x: float, y: float, width: float) -> None:
    """How much of the study the coach approved, where anything was signed."""
    if case.sign_off is not None:
        draw_text(canvas, x, y, approved_words(case, case.sign_off), 8, True, INK, "left", width)


def draw_grounds(canvas: Canvas, case: Case, x: float, y: float, width: float) -> None:
    """How much of the sales rests on which evidence, best evidence first."""
    _ = case.translate
    grounds = [ground for ground in case.review.grounds if ground.share >= 0.005]
    if not grounds:
        draw_text(canvas, x, y - 20, _("Not filled in yet") + ".", 9, colour=SOFT, align="left", width=width)
        return
    with tagged(canvas, "Table"), tagged(canvas, "TBody"):
        for place, ground in enumerate(sorted(grounds, key=lambda ground: -ground.grade)):
            row = y - 18 - 14 * place
            draw_stair(canvas, x, row, ground.grade)
            words, share = grade_words(case, ground.grade), case.wording.percent(ground.share)
            draw_row(canvas, words, share, x, row, width, before=31, room=33)


def draw_next(canvas: Canvas, case: Case, x: float, y: float, width: float) -> None:
    """What would mend the worst findings, as far as there is room."""
    _ = case.translate
    advice = [finding.mend for finding in case.review.findings if finding.mend][:MOST_ADVICE]
    words = advice or [_("The checks found nothing that wants attention.")]
    draw_shares_of_room(canvas, x, y - 8, width, words, case.styles.reason, FOOT_BLOCK - 20)


def draw_decision(canvas: Canvas, case: Case, x: float, y: float, width: float) -> None:
    """Boxes to tick, and lines to write on."""
    _ = case.translate
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    left = x
    with tagged(canvas, "L"):
        for words in (_("yes"), _("yes, if"), _("not yet")):
            canvas.rect(left, y - 20, 8, 8, stroke=1, fill=0)
            with tagged(canvas, "LI"), tagged(canvas, "LBody"):
                left += 12 + draw_text(canvas, left + 12, y - 19, words, 8.5, colour=INK, align="left") + 14
    canvas.setStrokeColor(SOFT)
    canvas.setLineWidth(0.5)
    for place, words in enumerate((_("Condition"), _("Name and date"), _("Signature"))):
        row = y - 42 - place * 21
        draw_text(canvas, x, row, words, 7.5, colour=SOFT, align="left")
        canvas.line(x + 60, row - 1, x + width, row - 1)
