"""Tables break no amount and no word, repeat their head, and leave no total alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import CondPageBreak

from bizplan.documents.dossier.cells import FigureCell, TextCell
from bizplan.documents.dossier.flow import Note
from bizplan.documents.dossier.summary_parts import fitted, lines_given
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.documents.style import styles

WIDTH = 480
LONG_WORD = "Waarschijnlijkheidsverdeling"


def table(rows, *columns):
    """A table of these columns."""
    return Table(columns, rows, styles("nl"))


def test_figures_are_set_smaller_where_they_do_not_fit():
    columns = (Column("wat"), *(Column(f"maand {number}", figures=True) for number in range(13)))
    wide = table([Row(("Verkoop", *["−1.234.567.890,12"] * 13))], *columns)
    wide.wrap(WIDTH, 800)
    figures = [cell for cell in wide.body[0].cells if isinstance(cell, FigureCell)]
    assert wide.size < wide.look.size
    for cell, before in zip(figures[1:], figures, strict=False):
        assert cell.right - cell.setting.natural_width * cell.size > before.right


def test_words_are_not_broken_where_there_is_room():
    narrow = table([Row((LONG_WORD, "kort " * 60, "kort " * 60))], Column("a", weight=0.01), Column("b"), Column("c"))
    narrow.wrap(WIDTH, 800)
    first = narrow.body[0].cells[0]
    assert isinstance(first, TextCell) and len(first.paragraph.broken) == 1


def test_the_head_is_repeated_and_a_total_is_not_left_alone():
    rows = [*(Row((f"rij {number}", "1")) for number in range(10)), Row(("samen", "10"), "total")]
    whole = table(rows, Column("wat"), Column("hoeveel", figures=True))
    _, height = whole.wrap(WIDTH, 800)
    first, rest = whole.split(WIDTH, height - 1)
    assert isinstance(first, Table) and isinstance(rest, Table)
    assert first.head is rest.head is whole.head
    assert len(first.body) == 9 and [row.kind for row in rest.body] == ["plain", "total"]


def test_no_row_goes_to_the_next_page_alone():
    whole = table([Row((f"rij {number}",)) for number in range(8)], Column("wat"))
    _, height = whole.wrap(WIDTH, 800)
    first, rest = whole.split(WIDTH, height - 1)
    assert isinstance(first, Table) and isinstance(rest, Table)
    assert (len(first.body), len(rest.body)) == (6, 2)


def test_a_remark_goes_with_the_last_rows():
    whole = table([Row((f"rij {number}",)) for number in range(6)], Column("wat"))
    whole.foot = Note("Een opmerking.", styles("nl").note)
    _, height = whole.wrap(WIDTH, 800)
    first, brake, rest = whole.split(WIDTH, height - 1)
    assert isinstance(brake, CondPageBreak)
    assert (len(first.body), first.foot) == (4, None)
    assert (len(rest.body), rest.foot) == (2, whole.foot)


def test_a_row_higher_than_a_page_goes_on_over_its_end():
    long = table([Row(("antwoord", "woorden " * 4000))], Column("vraag", width=100), Column("antwoord"))
    parts, left = [], [long]
    while left:
        split = left.pop(0).split(WIDTH, 600)
        parts.append(split[0])
        left = split[1:]
    assert len(parts) > 3 and all(part.wrap(WIDTH, 600)[1] <= 600 for part in parts)


@pytest.mark.parametrize("kinds", [("plain", "plain", "plain"), ("part", "plain"), ("plain", "total", "plain"),
                                   ("plain", "part", "plain"), ("plain", "plain")])
@pytest.mark.parametrize("long", [0, 1])
def test_a_row_higher_than_a_page_goes_on_wherever_it_stands(kinds, long):
    words = ["kort"] * len(kinds)
    words[long] = "woorden " * 4000
    rows = [Row((kind, text), kind) for kind, text in zip(kinds, words, strict=True)]
    left = [table(rows, Column("vraag", width=100), Column("antwoord"))]
    pages = 0
    while left:
        pages, parts = pages + 1, left.pop(0).split(WIDTH, 600)
        assert parts and parts[0].wrap(WIDTH, 600)[1] <= 600
        left = parts[1:] + left
    assert 3 < pages < 20


@given(st.text(max_size=400), st.integers(1, 4))
def test_fitted_words_take_no_more_lines_than_there_are(words, lines):
    assert len(fitted(words, styles("nl").text, 120, lines).broken) <= lines


@pytest.mark.parametrize(
    ("wanted", "room", "given"), [([2, 9, 1], 6, [2, 3, 1]), ([1, 1], 9, [1, 1]), ([5, 5], 1, [1, 0]), ([], 3, [])]
)
def test_short_paragraphs_leave_their_room_to_long_ones(wanted, room, given):
    assert lines_given(wanted, room) == given
