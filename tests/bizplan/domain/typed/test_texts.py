"""Words stay as they were typed, without the codes that no page and no file can carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain.questions import Kind
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.typed import Given, Nothing, Problem, name, typed
from tests.bizplan.domain.typed.answering import of_kind

LINE, LONG = of_kind(Kind.TEXT), of_kind(Kind.LONG_TEXT)


@pytest.mark.parametrize("text", [
    "CON", "null", "undefined", "true", "Null", "x", "O'Brien", "Ñ", "Łukasz", "<script>alert(1)</script>", "{{7*7}}",
    "${7*7}", "'; DROP TABLE plans; --", "../../etc/passwd", "=1+1", "javascript:alert(1)", "  two spaces  ", "٣ خبزات",
    "👩‍👩‍👧", "Z̸a̵l̷g̵o̷", "\ufdfa", "\u2066name\u2069", "می‌خواهم",
])
def test_words_stay_as_they_are(text):
    assert typed(LINE, text, "nl") == Given(text)
    assert typed(LONG, text, "nl") == Given(text)


@pytest.mark.parametrize(("typed_in", "kept"), [
    ("a\x00b", "ab"), ("a\x1b[31mb", "a[31mb"), ("a\x07b", "ab"), ("a\ud800b", "ab"), ("a\ufffeb", "ab"),
    ("a\u202eb\u202c", "ab"), ("a\u202ab", "ab"), ("a\x7fb", "ab"), ("e\u0301", "é"), ("e\x00\u0301", "é"),
])
def test_codes_that_nothing_can_carry_are_removed(typed_in, kept):
    assert typed(LINE, typed_in, "nl") == Given(kept)
    assert typed(LONG, typed_in, "nl") == Given(kept)


@pytest.mark.parametrize(("typed_in", "in_line", "in_lines"), [
    ("a\r\nb", "a b", "a\nb"), ("a\rb", "a b", "a\nb"), ("a\nb", "a b", "a\nb"), ("a\x85b", "a b", "a\nb"),
    ("a\tb", "a b", "a\tb"), ("a\u2028b", "a b", "a\u2028b"), ("a\n\nb", "a  b", "a\n\nb"),
])
def test_line_breaks_are_one_kind_in_long_texts_and_spaces_in_a_line(typed_in, in_line, in_lines):
    assert typed(LINE, typed_in, "nl") == Given(in_line)
    assert typed(LONG, typed_in, "nl") == Given(in_lines)


@pytest.mark.parametrize(("question", "longest", "words"), [
    (LINE, 300, "Write at most 300 characters. Now there are 301."),
    (LONG, 20_000, "Write at most 20,000 characters. Now there are 20,001."),
])
def test_length_counts_what_is_kept(question, longest, words):
    assert typed(question, "é" * longest, "nl") == Given("é" * longest)
    assert typed(question, "e\u0301" * longest, "nl") == Given("é" * longest)
    assert typed(question, "x\x00" * longest, "nl") == Given("x" * longest)
    assert sentence(typed(question, "x" * (longest + 1), "nl"), "en", str) == words


def test_what_shows_nothing_is_nothing():
    assert typed(LONG, "\u200b\u202e \x00\n", "nl") == Nothing()


@given(st.text())
def test_words_that_were_kept_once_are_kept_the_same_again(text):
    once = typed(LONG, text, "nl")
    if isinstance(once, Given):
        assert typed(LONG, once.value, "nl") == once


@pytest.mark.parametrize(("typed_in", "kept"), [
    ("Suharto", "Suharto"), ("  Amal ", "Amal"), ("O'Brien", "O'Brien"), ("محمد علي", "محمد علي"), ("null", "null"),
    ("A\nB", "A B"), ("A\x00m\u202eal", "Amal"), ("x" * 300, "x" * 300), ("1", "1"),
])
def test_a_name_is_one_word_or_more_on_one_line(typed_in, kept):
    assert name(typed_in) == Given(kept)


@pytest.mark.parametrize("typed_in", ["", "   ", "\u200b\u200f", "\x00"])
def test_a_name_of_which_nothing_can_be_seen_is_none(typed_in):
    assert name(typed_in) == Nothing()


def test_a_name_has_at_most_three_hundred_characters():
    assert isinstance(name("x" * 301), Problem)
