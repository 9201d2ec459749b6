"""The credit summary: the one page that the committee reads.

Every place on it is measured from the grid. What must be whole (figures, signals, the decision) has its room
first; running text takes what is left and ends with an ellipsis where it is longer, since it stands in full
in its chapter.
"""

from __future__ import annotations

from dataclasses import replace

from bizplan.documents.charts import Limit, Series, cash_by_month, draw_plot, draw_state
from bizplan.documents.dossier.answers import filled_rows, said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.pages import FOOT, Sheets
from bizplan.documents.dossier.review import Signal
from bizplan.documents.dossier.summary_figures import draw_figures
from bizplan.documents.dossier.summary_foot import FOOT_BLOCK, draw_foot_block
from bizplan.documents.dossier.summary_money import draw_money, money_height
from bizplan.documents.dossier.summary_parts import (
    LEFT,
    RIGHT,
    WIDTH,
    draw_heading,
    draw_shares_of_room,
    fitted,
)
from bizplan.documents.dossier.summary_setbacks import draw_setbacks
from bizplan.documents.dossier.versions import narrative
from bizplan.documents.structure import Place, figure, heading, link, tagged
from bizplan.documents.style import BAR2, DASH, FIRST_BASELINE, INK, LINE, SOFT, STATES, THIN, Grid
from bizplan.documents.text import Paragraph, draw_text, text_width
from financial_models.readers.numerals import apart

LONGEST_CHART, SHORTEST_CHART = 92, 54
CHART_HEAD = 32
SHOWN_IN = {"household": "household", "cash": "cash-1", "repayment": "ratios", "break_even": "break_even",
            "papers": "papers"}
BETWEEN, TIGHT = 22, 15


def draw_summary(canvas: Sheets, case: Case) -> None:
    """Draws the page from top to bottom; the chart takes the room that the rest leaves."""
    y = draw_name(canvas, case)
    y = draw_figures(canvas, case, y)
    money = max(money_height(case), 118)
    signals = signals_height(case)
    room = y - FOOT + 2 - money - signals - FOOT_BLOCK - 3 * BETWEEN - CHART_HEAD
    chart = min(max(room, SHORTEST_CHART), LONGEST_CHART)
    between = max(BETWEEN - max(SHORTEST_CHART - room, 0) / 3, TIGHT)
    spare = min(max(room - chart, 0) / 4, 8)
    y -= spare
    draw_business(canvas, case, y, money)
    draw_money(canvas, case, y)
    y -= money + between + spare
    y = draw_signals(canvas, case, y) - between - spare
    draw_cash(canvas, case, y, chart)
    draw_foot_block(canvas, case, y - CHART_HEAD - chart - between - spare)


def draw_name(canvas: Sheets, case: Case) -> float:
    """The name of the business, and who, where, in which form and when; answers where the next part begins."""
    y: float = FIRST_BASELINE
    title = Paragraph(case.name, case.styles.title)
    with heading(canvas, 1):
        if title.setting.natural_width * 17 > WIDTH:
            lines = fitted(case.name, case.styles.small_title, WIDTH, 2)
            lines.drawOn(canvas, LEFT, y - lines.height + 20)
            y -= lines.height - 24
        else:
            draw_text(canvas, LEFT, y, case.name, 24, bold=True, colour=INK, align="left", width=WIDTH)
    draw_text(canvas, LEFT, y - 18, subtitle(case), 10, False, SOFT, "left", WIDTH, case.wording.direction)
    return y - 40


def subtitle(case: Case) -> str:
    """Who, where, in which form, and when it begins."""
    _ = case.translate
    language = case.wording.language
    town = case.named("applicant.municipality", "operations.address")
    form = {"sole_trader": _("sole trader"), "company": _("company (BV)")}[case.assumptions.legal_form]
    category = {
        "main": _("main occupation"),
        "secondary": _("secondary occupation"),
        "student": _("student-entrepreneur"),
    }[case.assumptions.self_employment.category]
    start = _("start in {month}").format(month=case.month(case.opening_month))
    study = case.study
    said = [f"{form}, {category}"] if study.answer("rules.legal_form") or study.answer("rules.category") else []
    begins = [start] if study.answer("inform.start") else []
    named = [apart(words, language) for words in (case.named("applicant.name"), town) if words]
    return " · ".join([*named, *said, *begins])


def draw_business(canvas: Sheets, case: Case, y: float, height: float) -> None:
    """The business in words: the idea, the person, what the money is for."""
    _ = case.translate
    x, width = Grid().span(1, 6)
    draw_heading(canvas, x, y, _("The business"), width)
    places = [(key, "") for key in ("inform.idea", "competences.experience_in_trade")]
    asked = (row for row in case.study.row_ids("loans") if case.study.value("loans[].asked", row))
    places += [("loans[].purpose", row) for row in asked]
    words = [*filter(None, (narrative(case, *place) for place in places)), *guarantee(case)]
    words = words or [_("Not filled in yet") + "."]
    draw_shares_of_room(canvas, x, y - 8, width, words, case.styles.told, height - 18)


def guarantee(case: Case) -> list[str]:
    """Who stands surety, and for how much; nothing where nobody said whether somebody does."""
    _ = case.translate
    people = []
    for row in filled_rows(case, "financing.guarantors"):
        facts = [said(case, f"financing.guarantors[].{name}", row) for name in ("name", "relation", "income", "amount")]
        facts[-1] = _("at most {amount}").format(amount=facts[-1]) if facts[-1] else ""
        people.append(", ".join(filter(None, facts)))
    listed = "; ".join(people)
    found = said(case, "financing.guarantor_found")
    return [_("Guarantor: {words}").format(words=listed or found)] if listed or found else []


def reasons(case: Case) -> list[Paragraph]:
    """The reasons of the signals, measured."""
    _, width = Grid().span(6, 12)
    lines = {"papers": 2}  # the names of papers stand in full among the annexes
    return [fitted(each.reason, case.styles.reason, width, lines.get(each.key, 3)) for each in case.review.signals]


def signals_height(case: Case) -> float:
    """How much room the signals take."""
    return 7 + sum(max(reason.height, 24) + 9.5 for reason in reasons(case)) if case.review.signals else 46


def draw_signals(canvas: Sheets, case: Case, y: float) -> float:
    """The questions that decide, each with a mark, an answer and the reason; answers where they end."""
    _ = case.translate
    draw_heading(canvas, LEFT, y, _("Five signals, with the reason"), WIDTH)
    if not case.review.signals:
        draw_text(canvas, LEFT, y - 20, _("Not filled in yet") + ".", 9, colour=SOFT, align="left")
        return y - 40
    top = y - 10
    with tagged(canvas, "L"):
        for signal, reason in zip(case.review.signals, reasons(case), strict=True):
            with tagged(canvas, "LI"):
                draw_signal(canvas, case, signal, reason, top)
            top -= max(reason.height, 24) + 9.5
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(THIN)
            canvas.line(LEFT, top + 3.5, RIGHT, top + 3.5)
    return top + 3.5


def draw_signal(canvas: Sheets, case: Case, signal: Signal, reason: Paragraph, top: float) -> None:
    """One question with its mark, its answer and the reason."""
    x = Grid().span(6, 12)[0]
    room = x - LEFT - 26
    with tagged(canvas, "Lbl"):
        draw_state(canvas, LEFT, top - 13, signal.state)
    with tagged(canvas, "LBody"):
        with tagged(canvas, "P"):
            draw_text(canvas, LEFT + 19, top - 10, signal.question, 9.5, True, INK, "left", room)
        with tagged(canvas, "P"):
            colour = STATES[signal.state]
            wide = draw_text(canvas, LEFT + 19, top - 22.5, signal.answer, 9.5, True, colour, "left", room)
        if case.chapters:
            refer(canvas, case, SHOWN_IN[signal.key], LEFT + 19 + wide + 8, top - 22.5)
        with tagged(canvas, "P"):
            reason.drawOn(canvas, x, top - 1 - reason.height)


def refer(canvas: Sheets, case: Case, key: str, x: float, y: float) -> None:
    """The page on which it stands in full, once that is known, and a link to it."""
    _, place = case.translate, Place()

    def draw(canvas: Sheets) -> None:
        pages = {entry.key: page for entry, page, _y in canvas.entries}
        there = key if key in pages else "figures"  # which has one page as long as nothing is sold
        words = _("p. {number}").format(number=pages[there])
        box = (x, y - 3, x + text_width(words, 8), y + 9)
        with tagged(canvas, "P", place), link(canvas, there, words, box):
            draw_text(canvas, x, y, words, 8, colour=SOFT, align="left")

    with tagged(canvas, "P", place):
        canvas.at_the_end(draw)


def draw_cash(canvas: Sheets, case: Case, y: float, height: float) -> None:
    """The account at the end of each month of the first year, and beside it what becomes of the plan in setbacks."""
    _, (x, width) = case.translate, Grid().span(1, 7)
    heading = _("The account by month, year 1")
    if case.review.ready.funding is None:
        draw_heading(canvas, LEFT, y, heading, WIDTH)
        draw_text(canvas, LEFT, y - 20, _("Not filled in yet") + ".", 9, colour=SOFT, align="left")
        return
    draw_heading(canvas, x, y, heading, width)
    draw_cash_chart(canvas, case, y, height)
    left, wide = Grid().span(8, 12)
    draw_setbacks(canvas, case, left, y, wide)


def draw_cash_chart(canvas: Sheets, case: Case, y: float, height: float) -> None:
    """The columns of twelve months, and what the dashes mean."""
    _, wording, year, (x, width) = case.translate, case.wording, case.years[0], Grid().span(1, 7)
    amounts = [float(value) for value in case.by_month(case.engine.statements.position.cash)[: year.last]]
    names = [case.short_month(month) for month in year.months]
    limit = Limit("", case.review.buffer) if case.review.buffer > 0 else None
    plot = cash_by_month(names, Series("", amounts), "", wording.figure, wording.euro, limit, most_ticks=4)
    foot, low = y - CHART_HEAD + 10 - height, min(range(len(amounts)), key=lambda place: amounts[place])
    says = _("Lowest: {amount}, at the end of {month}.").format(
        amount=wording.euro(amounts[low]), month=case.month(year.first + low))
    with figure(canvas, says, (x, foot, x + width, foot + height + 12)):
        draw_plot(canvas, replace(plot, key=()), x, foot, width, height + 12)
    if limit:
        words, right = _("buffer: {amount}").format(amount=wording.euro(limit.amount)), x + width
        wide = draw_text(canvas, right, y, words, 7.5, colour=SOFT, align="right")
        canvas.setStrokeColor(BAR2)
        canvas.setLineWidth(1)
        canvas.setDash(*DASH)
        canvas.line(right - wide - 20, y + 2.6, right - wide - 6, y + 2.6)
        canvas.setDash()
