"""Words at a place of the page."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.text import TextStyle, draw_paragraph, draw_text, initial_font, text_width


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(BytesIO(), initialFontName=initial_font(), pageCompression=0)


def left_edge(canvas: Canvas) -> float:
    """Where the last words that were drawn begin."""
    row = next(line for line in canvas._code[-2].splitlines() if line.endswith(" Tm"))
    return float(row.split()[4])


@pytest.mark.parametrize(("align", "edge"), [("start", 100), ("end", 100), ("left", 100), ("centre", 100)])
def test_words_are_placed_by_their_start_end_or_middle(canvas: Canvas, align: str, edge: float) -> None:
    width = draw_text(canvas, 100, 700, "Huur", 10, align=align)  # type: ignore[arg-type]
    part = {"start": 0, "left": 0, "end": 1, "centre": 0.5}[align]
    assert left_edge(canvas) == pytest.approx(edge - part * width, abs=0.01)


def test_arabic_words_start_at_the_right_of_their_room(canvas: Canvas) -> None:
    width = draw_text(canvas, 100, 700, "اسم", 10, width=200)
    assert left_edge(canvas) == pytest.approx(300 - width, abs=0.5)


def test_words_that_are_too_long_shrink(canvas: Canvas) -> None:
    asked = text_width("Bakkerij Zeven Zaden", 24, bold=True)
    assert draw_text(canvas, 0, 0, "Bakkerij Zeven Zaden", 24, bold=True, width=asked * 0.8) == pytest.approx(
        asked * 0.8
    )


@pytest.mark.parametrize("words", ["Bakkerij Zeven Zaden en alles wat daarbij komt", "مخبز " * 20, "W" * 300, ""])
def test_words_that_are_far_too_long_are_cut(canvas: Canvas, words: str) -> None:
    assert draw_text(canvas, 0, 0, words, 24, width=90) <= 90.01


def test_words_in_lines_end_below_where_they_began(canvas: Canvas) -> None:
    assert draw_paragraph(canvas, 50, 700, 1000, "Een regel.", TextStyle(leading=12)) == 688
