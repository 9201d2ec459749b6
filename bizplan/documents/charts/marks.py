"""Small drawings that say a state or a grade without colour and without words."""

from typing import Literal

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from bizplan.documents.structure import figure, in_words
from bizplan.documents.style import BRAND, LINE, STATES, WHITE
from bizplan.documents.text import upright
from bizplan.domain.readiness.sentences import N_

State = Literal["ok", "warn", "stop"]

STATE_WORDS: dict[State, str] = {"ok": N_("In order"), "warn": N_("Wants attention"), "stop": N_("Not in order")}

ROW = 12.4  # the leading of a table's cell
BOX = 24  # the drawings are made in a square of 24 units, y downwards, as on the screens
TRIANGLE = ((12, 2.5), (23, 21.5), (1, 21.5))
OCTAGON = ((7.9, 2), (16.1, 2), (22, 7.9), (22, 16.1), (16.1, 22), (7.9, 22), (2, 16.1), (2, 7.9))
TICK = ((7, 12.4), (10.6, 16), (17, 8.8))

STEPS = 6  # guess, desk research, conversation, quote, test sale, contract
STEP_WIDTH, STEP_APART, FIRST_STEP, STEP_RISE = 3.3, 4.4, 1.8, 1.15
STAIR_WIDTH, STAIR_HEIGHT = (STEPS - 1) * STEP_APART + STEP_WIDTH, FIRST_STEP + (STEPS - 1) * STEP_RISE


class Drawing:
    """A square of 24 units at a place of the page."""

    def __init__(self, canvas: Canvas, x: float, y: float, size: float) -> None:
        self.canvas, self.left, self.foot, self.unit = canvas, x, y, size / BOX

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.unit, self.foot + (BOX - y) * self.unit

    def disc(self, x: float, y: float, radius: float, colour: Color) -> None:
        self.canvas.setFillColor(colour)
        self.canvas.circle(*self.at(x, y), radius * self.unit, stroke=0, fill=1)

    def shape(self, points: tuple[tuple[float, float], ...], colour: Color) -> None:
        self.canvas.setFillColor(colour)
        self.canvas.drawPath(self.path(points, closed=True), stroke=0, fill=1)

    def stroke(self, points: tuple[tuple[float, float], ...], weight: float) -> None:
        self.canvas.setStrokeColor(WHITE)
        self.canvas.setLineWidth(weight * self.unit)
        self.canvas.drawPath(self.path(points, closed=False), stroke=1, fill=0)

    def path(self, points: tuple[tuple[float, float], ...], closed: bool) -> object:
        path = self.canvas.beginPath()
        path.moveTo(*self.at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self.at(*point))
        if closed:
            path.close()
        return path


def draw_state(canvas: Canvas, x: float, y: float, state: State, size: float = 12.5) -> None:
    """A disc with a tick, a triangle or an octagon with a bar, its lower left corner at x, y."""
    with figure(canvas, in_words(canvas, STATE_WORDS[state]), (x, y, x + size, y + size)):
        draw_shape(canvas, x, y, state, size)


def draw_shape(canvas: Canvas, x: float, y: float, state: State, size: float) -> None:
    """The shape of a state."""
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    drawing = Drawing(canvas, x, y, size)
    if state == "ok":
        drawing.disc(12, 12, 10, STATES[state])
        with upright(canvas, x + size / 2):
            drawing.stroke(TICK, 2.4)
    elif state == "warn":
        drawing.shape(TRIANGLE, STATES[state])
        drawing.stroke(((12, 9), (12, 15)), 2)
        drawing.disc(12, 18.2, 1.3, WHITE)
    else:
        drawing.shape(OCTAGON, STATES[state])
        drawing.stroke(((6.5, 12), (17.5, 12)), 3)
    canvas.restoreState()


def draw_stair(canvas: Canvas, x: float, y: float, grade: int) -> None:
    """The six steps of evidence; those that are climbed are filled, from where reading starts.

    The grade stands beside them in words, so they are not read.
    """
    if not 0 <= grade <= STEPS:
        raise ValueError(f"Evidence has grades 0 to {STEPS}, got {grade}.")
    canvas.saveState()
    for step in range(STEPS):
        canvas.setFillColor(BRAND if step < grade else LINE)
        canvas.rect(x + step * STEP_APART, y, STEP_WIDTH, FIRST_STEP + step * STEP_RISE, stroke=0, fill=1)
    canvas.restoreState()


class StateMark(Flowable):
    """A state for a table's cell, beside the first line of its row."""

    _fixedWidth = 1

    def __init__(self, state: State, size: float = 9, leading: float = ROW) -> None:
        super().__init__()
        self.state, self.width, self.height = state, size, leading

    def draw(self) -> None:
        """Draws it half way up the line."""
        draw_state(self.canv, 0, (self.height - self.width) / 2, self.state, self.width)


class EvidenceStair(Flowable):
    """A grade of evidence for a table's cell, beside the first line of its row."""

    _fixedWidth = 1

    def __init__(self, grade: int, leading: float = ROW) -> None:
        super().__init__()
        self.grade, self.width, self.height = grade, STAIR_WIDTH, leading

    def draw(self) -> None:
        """Draws it half way up the line."""
        draw_stair(self.canv, 0, (self.height - STAIR_HEIGHT) / 2, self.grade)
