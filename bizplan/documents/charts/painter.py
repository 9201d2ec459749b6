"""Charts as vectors on a page of the dossier."""

from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.charts.plot import Bar, Curve, KeyEntry, KeyShape, Look, Plot, Share
from bizplan.documents.structure import figure
from bizplan.documents.style import BAND, BAR, BAR2, BRAND, DASH, HEAVY, INK, LINE, SOFT, STATES, SUNK, THIN, WHITE
from bizplan.documents.text import draw_text, left_to_right, text_width

SMALL = 7.5
MONTH_ROOM, KEY_ROOM, KEY_ROW = 11, 6, 11  # below the foot: the names of the months, then the key
BETWEEN = 5  # amounts and the plot, a name and the next
KEY_BOX, KEY_LINE, KEY_SPACE, KEY_GAP = 6, 14, 3, 9
CURVE = 1.8
SHARES_HEIGHT = 12.5  # a bar in pieces, and the room between it and its key
MONTH_STEPS = (1, 2, 3, 6, 12, 24)  # every which month is named, where there is no room for all

FILLS: dict[Look, Color] = {
    "first": BAR,
    "second": WHITE,
    "third": BAND,
    "fourth": BRAND,
    "fifth": SUNK,
    "sixth": BAR2,
    "lowest": STATES["stop"],
    "lacking": WHITE,
}
EDGES: dict[Look, Color] = {"second": BAR2, "fifth": BRAND, "lacking": STATES["stop"]}


@dataclass(frozen=True)
class Area:
    """The rectangle of a plot on the page; turns parts of the plot into points."""

    left: float
    foot: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    def x(self, part: float) -> float:
        """How far across the page a part of the width stands."""
        return self.left + part * self.width

    def y(self, part: float) -> float:
        """How far up the page a part of the height stands."""
        return self.foot + part * self.height


def draw_plot(canvas: Canvas, plot: Plot, x: float, y: float, width: float, height: float) -> None:
    """Draws a chart with its lower left corner at x, y: amounts, months and key included."""
    axis = max(text_width(tick.words, SMALL) for tick in plot.ticks) + BETWEEN
    rows = key_rows(plot.key, width - axis)
    below = MONTH_ROOM + (KEY_ROOM + KEY_ROW * len(rows) if rows else 0)
    foot, tall = y + below, height - below - SMALL  # half a line above for the top amount, and one for a bar's amount
    area = Area(x + axis, foot, width - axis, tall)
    canvas.saveState()
    draw_rules(canvas, plot, area)
    for bar in plot.bars:
        draw_bar(canvas, bar, area)
    draw_zero_and_limit(canvas, plot, area)
    for curve in plot.curves:
        draw_curve(canvas, curve, area)
    for bar in plot.bars:
        if bar.words:
            draw_bar_words(canvas, bar, plot.bars, area)
    draw_months(canvas, plot, area)
    for number, row in enumerate(rows):
        draw_key_row(canvas, row, area.left, foot - MONTH_ROOM - KEY_ROOM - KEY_ROW * number - SMALL)
    canvas.restoreState()


def rule(
    canvas: Canvas, left: float, right: float, y: float, weight: float, colour: Color, dashed: bool = False
) -> None:
    """Draws a horizontal rule."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.setDash(*(DASH if dashed else ()))
    canvas.line(left, y, right, y)
    canvas.setDash()


def draw_rules(canvas: Canvas, plot: Plot, area: Area) -> None:
    """The rules behind the bars, each with its amount at the side where reading starts."""
    for tick in plot.ticks:
        y = area.y(tick.at)
        rule(canvas, area.left, area.right, y, THIN, LINE)
        draw_text(canvas, area.left - BETWEEN, y - 2.6, left_to_right(tick.words), SMALL, colour=SOFT, align="right")


def draw_zero_and_limit(canvas: Canvas, plot: Plot, area: Area) -> None:
    """The line of zero in ink and the limit in dashes, over the bars."""
    for tick in plot.ticks:
        if tick.is_zero:
            rule(canvas, area.left, area.right, area.y(tick.at), HEAVY, INK)
    if plot.limit is not None:
        rule(canvas, area.left, area.right, area.y(plot.limit), 1, BAR2, dashed=True)


def draw_bar(canvas: Canvas, bar: Bar, area: Area) -> None:
    """Draws one bar in its look."""
    width, height = (bar.right - bar.left) * area.width, (bar.top - bar.bottom) * area.height
    fill_box(canvas, bar.look, area.x(bar.left), area.y(bar.bottom), width, height)


def fill_box(canvas: Canvas, look: Look, x: float, y: float, width: float, height: float) -> None:
    """A rectangle in a look; an outline is drawn inside, so that all bars are equally wide."""
    canvas.setFillColor(FILLS[look])
    edge = EDGES.get(look)
    inset = 0.5 if edge and min(width, height) > 1 else 0
    if edge:
        canvas.setStrokeColor(edge)
        canvas.setLineWidth(2 * inset or 0.5)
    canvas.rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, stroke=int(edge is not None), fill=1)


def draw_bar_words(canvas: Canvas, bar: Bar, bars: tuple[Bar, ...], area: Area) -> None:
    """The amount above a bar; above its neighbours too where they are taller and in the way."""
    colour = STATES["stop"] if bar.look == "lowest" else INK
    half = text_width(bar.words, SMALL, bold=True) / 2
    stem = area.x((bar.left + bar.right) / 2)
    middle = min(max(stem, area.left + half), area.right - half)
    near = [other for other in bars if area.x(other.left) < middle + half and area.x(other.right) > middle - half]
    top = area.y(max([bar.top, *(other.top for other in near)]))
    if top > area.y(bar.top) + 1:
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(0.6)
        canvas.line(stem, area.y(bar.top), stem, top + 2)
    canvas.setFillColor(WHITE)
    canvas.rect(middle - half - 2, top + 2, 2 * half + 4, SMALL + 0.5, stroke=0, fill=1)
    draw_text(canvas, middle, top + 4, left_to_right(bar.words), SMALL, bold=True, colour=colour, align="centre")


def draw_curve(canvas: Canvas, curve: Curve, area: Area) -> None:
    """Draws one line, full or dashed."""
    path = canvas.beginPath()
    for number, (x, y) in enumerate(curve.points):
        (path.lineTo if number else path.moveTo)(area.x(x), area.y(y))
    canvas.setStrokeColor(EDGES.get(curve.look, FILLS[curve.look]))
    canvas.setLineWidth(CURVE if curve.stroke == "solid" else CURVE - 0.4)
    canvas.setLineJoin(1)
    canvas.setDash(*(DASH if curve.stroke == "dashed" else ()))
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash()


def draw_months(canvas: Canvas, plot: Plot, area: Area) -> None:
    """The names of the months: all of them, or every second, third, … where they would touch."""
    step_width = area.width / max(len(plot.months), 1)
    widest = max((text_width(name, SMALL) for _, name in plot.months), default=0) + BETWEEN
    step = next((step for step in MONTH_STEPS if step * step_width >= widest), MONTH_STEPS[-1])
    for number, (at, name) in enumerate(plot.months):
        if number % step == 0:
            draw_text(canvas, area.x(at), area.foot - MONTH_ROOM, name, SMALL, colour=SOFT, align="centre")


def key_width(entry: KeyEntry) -> float:
    """The room that an entry of the key takes."""
    return (KEY_BOX if entry.shape == "box" else KEY_LINE) + KEY_SPACE + text_width(entry.words, SMALL)


def key_rows(key: tuple[KeyEntry, ...], width: float) -> list[list[KeyEntry]]:
    """The entries of the key in as many rows as the width asks for."""
    rows: list[list[KeyEntry]] = []
    used = 0.0
    for entry in key:
        wide = key_width(entry)
        if not rows or used + wide > width:
            rows.append([])
            used = 0
        rows[-1].append(entry)
        used += wide + KEY_GAP
    return rows


def draw_key_row(canvas: Canvas, row: list[KeyEntry], start: float, y: float) -> None:
    """Shape and words of each entry, from where reading starts."""
    for entry in row:
        shape_width = KEY_BOX if entry.shape == "box" else KEY_LINE
        draw_key_shape(canvas, entry.look, entry.shape, start, y)
        draw_text(canvas, start + shape_width + KEY_SPACE, y, entry.words, SMALL, colour=SOFT, align="left")
        start += key_width(entry) + KEY_GAP


def draw_key_shape(canvas: Canvas, look: Look, shape: KeyShape, x: float, y: float) -> None:
    """The sample of a look before its words."""
    if shape == "box":
        fill_box(canvas, look, x, y - 0.4, KEY_BOX, KEY_BOX)
    else:
        colour = EDGES.get(look, FILLS[look])
        rule(canvas, x, x + KEY_LINE, y + 2.6, 1 if shape == "dashed" else CURVE, colour, dashed=shape == "dashed")


def draw_shares(canvas: Canvas, pieces: tuple[Share, ...], x: float, top: float, width: float) -> float:
    """Draws one bar in pieces below `top`, its key beneath; answers where the key ends."""
    box = (x, top - shares_height(pieces, width), x + width, top)
    with figure(canvas, " · ".join(piece.words for piece in pieces), box):
        return draw_pieces(canvas, pieces, x, top, width)


def shares_height(pieces: tuple[Share, ...], width: float) -> float:
    """How high a bar in pieces is with its key."""
    return SHARES_HEIGHT + KEY_ROW * len(key_rows(tuple(KeyEntry(piece.words, piece.look) for piece in pieces), width))


def draw_pieces(canvas: Canvas, pieces: tuple[Share, ...], x: float, top: float, width: float) -> float:
    """The pieces and the key; answers where the key ends."""
    canvas.saveState()
    for piece in pieces:
        fill_box(canvas, piece.look, x + piece.left * width + 0.6, top - 9, (piece.right - piece.left) * width - 1.2, 9)
    y = top - 9 - 12.5
    for row in key_rows(tuple(KeyEntry(piece.words, piece.look) for piece in pieces), width):
        draw_key_row(canvas, row, x, y)
        y -= KEY_ROW
    canvas.restoreState()
    return y + KEY_ROW - 2
