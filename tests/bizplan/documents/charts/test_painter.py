"""Charts and marks on a page."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, SimpleDocTemplate, Table

from bizplan.documents.charts import (
    Chart,
    EvidenceStair,
    Limit,
    Series,
    ShareBar,
    StateMark,
    cash_by_month,
    draw_plot,
    draw_stair,
    lines_by_month,
    shares,
    stacks_by_month,
)
from bizplan.documents.text import initial_font, turn_over

WHOLE = ((0, 0), (-1, -1))
CLOSE = [("FONTNAME", *WHOLE, initial_font()), ("LEFTPADDING", *WHOLE, 0), ("RIGHTPADDING", *WHOLE, 0)]


def euro(amount: float) -> str:
    return f"€\u00a0{amount:.0f}"


@pytest.mark.parametrize("months", [1, 12, 36, 60])
@pytest.mark.parametrize("turned", [False, True])
def test_a_chart_is_drawn_for_any_length_of_plan(months: int, turned: bool) -> None:
    cash = Series("kas", [500.0 * month - 4000 for month in range(months)])
    plot = cash_by_month(["mrt 27"] * months, cash, "laagste", euro, euro, Limit("buffer", 4000))
    canvas = Canvas(BytesIO(), initialFontName=initial_font())
    if turned:
        turn_over(canvas, 595)
    draw_plot(canvas, plot, 50, 500, 400, 150)
    drawn = "\n".join(canvas._code)
    assert drawn.count(" re f*") + drawn.count(" re f") >= months
    assert drawn.count("Tm") < 40, "months that would touch are not all named"


def test_charts_and_marks_stand_in_the_flow_and_in_cells() -> None:
    sales, costs = Series("verkoop", [5, 6, 7]), Series("kosten", [4, -1, 4])
    months, target = ["jan", "feb", "mrt"], BytesIO()
    marks = Table([[StateMark("ok"), StateMark("warn"), StateMark("stop"), EvidenceStair(3)]], style=CLOSE)
    flow = [
        Chart(stacks_by_month(months, [[sales], [costs]], euro), 120),
        KeepTogether([Chart(lines_by_month(months, sales, costs, euro), 120), marks]),
        ShareBar(shares([("lening", 3), ("eigen geld", 1)])),
    ]
    SimpleDocTemplate(target, initialFontName=initial_font(), invariant=1).build(flow)
    assert b"Helvetica" not in target.getvalue()


def test_evidence_has_six_grades() -> None:
    with pytest.raises(ValueError, match="grades 0 to 6, got 7"):
        draw_stair(Canvas(BytesIO()), 0, 0, 7)
