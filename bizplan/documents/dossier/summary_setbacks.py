"""The setbacks on the credit summary: the plan as it is and with each of three things gone wrong, in three figures."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.charts import draw_state
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.limits import written
from bizplan.documents.dossier.scenarios import state
from bizplan.documents.dossier.summary_parts import draw_heading
from bizplan.documents.setbacks import scenario_name
from bizplan.documents.structure import tagged
from bizplan.documents.style import HAIRLINE, INK, LINE, SOFT
from bizplan.documents.text import draw_text, text_width
from financial_models import Outcome, Scenario

SHOWN = ("base", "sales_down", "costs_up", "later")
FIGURES = (44.0, 34.0, 30.0)  # room for the lowest cash, the family, the coverage
MARK, ROW, SIZE = 12.0, 14.5, 8
HEIGHT = 24 + ROW * len(SHOWN)


def draw_setbacks(canvas: Canvas, case: Case, x: float, y: float, width: float) -> None:
    """Draws heading, heads and a row for each."""
    _ = case.translate
    draw_heading(canvas, x, y, _("What if"), width)
    rows = [each for each in case.scenarios if each[0].name in SHOWN]
    longest = max(text_width(name_of(case, scenario), SIZE, bold=True) for scenario, _outcome in rows)
    size = min(SIZE, SIZE * (width - MARK - sum(FIGURES)) / longest)
    with tagged(canvas, "Table"):
        with tagged(canvas, "THead"), tagged(canvas, "TR"):
            draw_heads(canvas, case, x + width, y - 15)
        with tagged(canvas, "TBody"):
            for place, each in enumerate(rows):
                with tagged(canvas, "TR"):
                    draw_setback(canvas, case, each, x, y - 27 - ROW * place, width, size)


def draw_heads(canvas: Canvas, case: Case, right: float, y: float) -> None:
    """What the figures are, each over its column; over the names nothing."""
    _ = case.translate
    with tagged(canvas, "TD"):
        pass
    for place, words in enumerate((_("lowest"), _("family"), _("DSCR"))):
        with tagged(canvas, "TH", scope="Column"):
            draw_text(canvas, right - sum(FIGURES[place + 1 :]), y, words, 7, colour=SOFT, align="right")


def draw_setback(canvas: Canvas, case: Case, each: tuple[Scenario, Outcome], x: float, y: float, width: float,
                 size: float) -> None:
    """One row: whether the plan stands, its name, and its figures, the worst year of each."""
    (scenario, outcome), bold = each, each[0].name == "base"
    figures = (case.wording.figure(outcome.lowest_cash), written(case, True, round(outcome.worst_family, 2)),
               written(case, False, outcome.worst_dscr))
    room, right = width - MARK - sum(FIGURES), x + width
    with tagged(canvas, "TH", scope="Row"):
        draw_state(canvas, x, y - 1.5, state(case, outcome), 8.5)
        draw_text(canvas, x + MARK, y, name_of(case, scenario), size, bold, INK, "left", room)
    for place, words in enumerate(figures):
        with tagged(canvas, "TD"):
            draw_text(canvas, right - sum(FIGURES[place + 1 :]), y, words, size, bold, INK, "right", direction="ltr")
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(HAIRLINE)
    canvas.line(x, y - 4.4, right, y - 4.4)


def name_of(case: Case, scenario: Scenario) -> str:
    """What a scenario is called, with how far it goes."""
    return scenario_name(scenario, case.wording.language, case.translate)
