"""The charts: they follow the formulas, and carry their numbers so that a preview shows them too."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from financial_models.language import Line
from financial_models.readers.layout import Sheet

from .book import Book
from .columns import first_day, fit_to_width, print_on_a4
from .contents import Chart
from .looks import BRAND, RULE
from .outcomes import months_of

COLOURS = ("0B6B7A", "C0700F", "6D2A78", "5B554A")
HEIGHT, WIDTH = 9.0, 26.0  # centimetres
ROWS = 20


def write_charts(book: Book, charts: Sequence[Chart]) -> None:
    """Writes the sheet of charts, one below the other."""
    _ = book.translate
    if not charts:
        return
    page = book.page(book.layout.unique(_("Charts")), BRAND)
    page.text(1, 1, _("Charts"), "title")
    page.grid.heights[1] = 26
    for i, chart in enumerate(charts):
        page.sheet.add_chart(_drawn(book, chart), f"A{3 + i * ROWS}")
    page.sheet.print_area = f"A1:P{3 + len(charts) * ROWS}"
    print_on_a4(page)
    fit_to_width(page, pages=1)


def _drawn(book: Book, chart: Chart) -> LineChart | BarChart:
    _ = book.translate
    drawn = LineChart() if chart.kind == "lines" else BarChart()
    drawn.title = _(chart.title)
    drawn.height, drawn.width = HEIGHT, WIDTH  # type: ignore[assignment]
    drawn.legend = Legend(legendPos="b")
    for axis in (drawn.x_axis, drawn.y_axis):
        axis.delete = False  # openpyxl would leave the axes out
        axis.title = None
    drawn.x_axis.number_format, drawn.x_axis.tickLblPos = book.looks.dated(), "low"
    if book.right_to_left:
        drawn.x_axis.scaling.orientation = "maxMin"  # the first month at the right, and the amounts beside it
    drawn.x_axis.tickLblSkip = drawn.x_axis.tickMarkSkip = 3  # type: ignore[attr-defined]
    drawn.y_axis.number_format = f"{book.looks.locale}#,##0"
    drawn.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=RULE)))
    drawn.series = [_series(book, line, i, chart.kind) for i, line in enumerate(chart.lines)]
    return drawn


def _series(book: Book, line: Line, i: int, kind: str) -> Series:
    elsewhere = Sheet("", "", "one")
    horizon = book.model.span.horizon
    series = Series(idx=i, order=i, tx=SeriesLabel(v=book.label(line)))
    series.cat = AxDataSource(
        numRef=_cached(months_of(book, line), [_day(book, m) for m in range(1, horizon + 1)], book.looks.dated())
    )
    series.val = NumDataSource(
        numRef=_cached(book.layout.range_of(line, elsewhere), book.months(line)[:horizon], "General")
    )
    stroke = LineProperties(solidFill=COLOURS[i % len(COLOURS)], w=28_000, prstDash="solid" if i % 2 == 0 else "dash")
    if kind == "lines":
        series.graphicalProperties, series.smooth = GraphicalProperties(ln=stroke), False
        series.marker = Marker(symbol="none")
    else:
        series.graphicalProperties = GraphicalProperties(solidFill=COLOURS[i % len(COLOURS)])
    return series


def _day(book: Book, month: int) -> float:
    return first_day(book.model.span.calendar_year(month), book.model.span.month_of_year(month))


def _cached(place: str, numbers: Sequence[float], number_format: str) -> NumRef:
    points = [NumVal(idx=i, v=repr(float(number))) for i, number in enumerate(numbers)]
    return NumRef(f=place, numCache=NumData(formatCode=number_format, ptCount=len(points), pt=points))
