"""The order of mixed directions, held against the conformance test of the Unicode Consortium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bizplan.documents.text.bidi import first_direction, levels, line_levels, visual_order
from bizplan.documents.text.bidi.brackets import bracket_pairs
from tests.growth import MOST, growth

Needs = Callable[[str], str]

CONFORMANCE = "/usr/share/unicode/BidiCharacterTest.txt"
ANY_CHARACTER = (
    "abc אבג محم ۱۲٣٤ 019 +-,.:/ ()[]{}«»€%\u0301\u064e\u200d\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def conformance_cases(path: str) -> Iterator[tuple[str, int | None, list[str], list[int]]]:
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            points, direction, _, expected, order = line.split(";")
            text = "".join(chr(int(point, 16)) for point in points.split())
            base = None if direction == "2" else int(direction)
            yield text, base, expected.split(), [int(place) for place in order.split()]


def test_every_case_of_the_unicode_conformance_test(needs: Needs) -> None:
    cases = 0
    for text, direction, expected, order in conformance_cases(needs(CONFORMANCE)):
        base = int(first_direction(text) == "R") if direction is None else direction
        resolved = line_levels(text, levels(text, direction), base)
        kept = [place for place, level in enumerate(expected) if level != "x"]
        assert [resolved[place] for place in kept] == [int(expected[place]) for place in kept], ascii(text)
        seen = [kept[place] for place in visual_order([resolved[place] for place in kept])]
        assert seen == order, ascii(text)
        cases += 1
    assert cases > 90_000


def test_bracket_pairs_are_those_of_unicode(needs: Needs) -> None:
    lines = Path(needs(CONFORMANCE)).with_name("BidiBrackets.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("#")[0].split(";") for line in lines if ";" in line.split("#")[0]]
    published = {chr(int(opening, 16)): chr(int(closing, 16)) for opening, closing, kind in rows if kind.strip() == "o"}
    known = {opening: closing for opening, closing in published.items() if opening in bracket_pairs()}
    assert known == bracket_pairs()
    assert set(published) - set(known) <= {"\u2e55", "\u2e57", "\u2e59", "\u2e5b"}, (
        "only what newer Unicode versions added"
    )


def test_digits_keep_their_order_inside_arabic() -> None:
    text = "رأس مال 12.500 خلال"
    placed = visual_order(levels(text))
    seen = "".join(text[place] for place in placed)
    assert "12.500" in seen and seen.endswith("سأر")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=ANY_CHARACTER, max_size=60), st.sampled_from([0, 1, None]))
def test_any_text_has_an_order_that_leaves_nothing_out(text: str, base: int | None) -> None:
    found = levels(text, base)
    assert sorted(visual_order(found)) == list(range(len(text)))


@pytest.mark.parametrize(
    "piece", ["\u2068", "\u2068א", "\u202b", "(", "(א", "(א)", "aא", "א1,", "\u0301", "\u2067a\u2069"]
)
def test_deep_nesting_costs_no_more_than_length(piece: str) -> None:
    assert growth(lambda size: levels((piece * size)[:size] + "א"), 10_000) < MOST
