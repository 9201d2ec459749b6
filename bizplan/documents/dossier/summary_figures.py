"""The four headline figures: what is asked, for how long, what a month costs, and the own money."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.summary_parts import LEFT, RIGHT
from bizplan.documents.structure import tagged
from bizplan.documents.style import HEAVY, INK, SOFT, Grid
from bizplan.documents.text import draw_text
from financial_models.appraisal import Payment, Schedule

Figure = tuple[str, str, str]  # what it is, the figure, a remark


def draw_figures(canvas: Canvas, case: Case, y: float) -> float:
    """Draws the figures side by side, three columns each; answers where the next part begins."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(HEAVY)
    canvas.line(LEFT, y + 8, RIGHT, y + 8)
    with tagged(canvas, "L"):
        for place, each in enumerate((asked(case), term(case), instalment(case), own_money(case))):
            with tagged(canvas, "LI"):
                draw_figure(canvas, each, y, *Grid().span(1 + 3 * place, 3 + 3 * place))
    return y - 70


def draw_figure(canvas: Canvas, said: Figure, y: float, x: float, width: float) -> None:
    """What it is, the figure, and the remark, under each other."""
    label, figure, remark = said
    with tagged(canvas, "Lbl"):
        draw_text(canvas, x, y - 6, label, 8.5, colour=SOFT, align="left", width=width)
    with tagged(canvas, "LBody"):
        with tagged(canvas, "P"):
            draw_text(canvas, x, y - 25, figure, 17, True, INK, align="left", width=width, direction="ltr")
        if remark:
            with tagged(canvas, "P"):
                draw_text(canvas, x, y - 38, remark, 8, colour=SOFT, align="left", width=width)


def asked(case: Case) -> Figure:
    """The credit that is asked for, and of whom."""
    _ = case.translate
    if not case.asked:
        return _("Amount asked"), "–", _("no credit asked for")
    names = " + ".join(str(loan.name) for loan in case.asked)
    return _("Amount asked"), case.wording.euro(sum(loan.amount for loan in case.asked)), names


def term(case: Case) -> Figure:
    """How long the largest credit runs, and its grace."""
    _ = case.translate
    if not case.asked:
        return _("Term"), "–", ""
    loan = case.asked[0]
    remark = _("of which {count} interest only").format(count=int(loan.grace)) if loan.grace else ""
    return _("Term"), _("{count} months").format(count=int(loan.months)).replace(" ", "\u00a0"), remark


def instalment(case: Case) -> Figure:
    """What is paid each month once all credits are being repaid, and from when."""
    _ = case.translate
    payment = full_payment(case.schedules) if case.asked else None
    if payment is None:
        return _("Instalment"), "–", ""
    month, amount = payment
    remark = _("a month, from {month}").format(month=case.month(month))
    return _("Instalment"), case.wording.cents(amount), remark


def full_payment(schedules: tuple[Schedule, ...]) -> tuple[int, float] | None:
    """The first month in which every credit repays capital, and what it takes; where there is none, the heaviest."""
    by_month: dict[int, list[Payment]] = {}
    for schedule in schedules:
        for payment in schedule.payments:
            by_month.setdefault(payment.month, []).append(payment)
    for month, payments in sorted(by_month.items()):
        if len(payments) == len(schedules) and all(payment.principal > 0 for payment in payments):
            return month, sum(payment.instalment for payment in payments)
    heaviest = max(by_month.items(), key=lambda item: sum(p.instalment for p in item[1]), default=None)
    return (heaviest[0], sum(p.instalment for p in heaviest[1])) if heaviest else None


def own_money(case: Case) -> Figure:
    """What is not borrowed, leased or granted, things brought in included, and which part of what is needed that is."""
    _, funding = case.translate, case.review.ready.funding
    if funding is None:
        return _("Own contribution"), case.wording.euro(sum(money.amount for money in case.assumptions.own_money)), ""
    share = _("{share} of what is needed").format(share=case.wording.percent(funding.own_share))
    return _("Own contribution"), case.wording.euro(funding.own), share if funding.needed else ""
