"""Pages that are read from the right: laid out as if reading began at the left, then turned over as a whole.

So columns, tables, charts and margins are measured once, from where reading starts.  What nobody wants to see in a
mirror (words, figures, a tick) is drawn upright, about a line of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas


def turn_over(canvas: Canvas, width: float) -> None:
    """Turns over a page of this width, to be drawn from the right."""
    canvas.transform(-1, 0, 0, 1, width, 0)
    canvas.turned_over = True


def is_turned_over(canvas: Canvas) -> bool:
    """Whether the page is drawn from the right."""
    return bool(getattr(canvas, "turned_over", False))


@contextmanager
def upright(canvas: Canvas, middle: float) -> Iterator[None]:
    """What is drawn meanwhile is seen as it is, on both sides of a line at this distance from where reading starts."""
    if not is_turned_over(canvas):
        yield
        return
    canvas.saveState()
    canvas.transform(-1, 0, 0, 1, 2 * middle, 0)
    yield
    canvas.restoreState()


def seen(canvas: Canvas, left: float, right: float, width: float) -> tuple[float, float]:
    """The left and the right end, as a viewer sees them, of what was measured from where reading starts."""
    return (width - right, width - left) if is_turned_over(canvas) else (left, right)
