"""The look of the dossier."""

import pytest

from bizplan.documents.style import GUTTER, MARGIN, PAGE_WIDTH, Grid, styles


def test_twelve_columns_fill_the_page_between_its_margins() -> None:
    left, width = Grid().span(1, 12)
    assert (left, left + width) == (pytest.approx(MARGIN), pytest.approx(PAGE_WIDTH - MARGIN))


def test_halves_of_a_page_are_a_gutter_apart() -> None:
    (left, width), (right, _) = Grid().span(1, 6), Grid().span(7, 12)
    assert left + width + GUTTER == pytest.approx(right)


def test_a_column_outside_the_page_is_refused() -> None:
    with pytest.raises(ValueError, match="columns 1 to 12"):
        Grid().span(7, 13)


def test_figures_run_left_to_right_in_every_language() -> None:
    arabic = styles("ar", right_to_left=True)
    assert (arabic.text.direction, arabic.number.direction, arabic.number.align) == ("rtl", "ltr", "right")
    assert arabic.text.leading > styles("nl").text.leading
