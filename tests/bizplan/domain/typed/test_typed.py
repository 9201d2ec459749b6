"""Whatever is typed becomes a value that a plan can hold, nothing, a question back, or a sentence that helps on."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain import written_values
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.typed import SEVERAL, Given, Nothing, Problem, Unclear, shown, typed
from bizplan.translations import translator
from tests.bizplan.domain.typed.answering import LANGUAGES, of_kind, one_of_each_bounds, values_of

QUESTIONS_OF_EACH_KIND = one_of_each_bounds()
HASTY = st.text("0123456789.,'-−€% \u00a0/٠١٢٣٫٬٪aeEx_\n\u200f", max_size=14)


def test_every_kind_of_question_is_tried():
    assert {question.kind for question in QUESTIONS_OF_EACH_KIND} == set(Kind)


@given(st.data(), st.sampled_from(QUESTIONS_OF_EACH_KIND), st.sampled_from(LANGUAGES))
def test_what_a_field_shows_is_read_back_as_the_same_value(data, question, language):
    value = data.draw(values_of(question))
    wanted = tuple(map(normal, value)) if isinstance(value, tuple) else normal(value)
    assert typed(question, shown(question, value, language), language) == Given(wanted)


def normal(value):
    """A text in the form in which it is kept."""
    return normalize("NFC", value) if isinstance(value, str) else value


@given(st.sampled_from(QUESTIONS_OF_EACH_KIND), st.one_of(st.text(), HASTY), st.sampled_from(LANGUAGES))
def test_any_text_becomes_what_a_plan_file_takes_or_a_sentence(question, text, language):
    read = typed(question, [text] * 12 if question.kind is Kind.TWELVE else text, language)
    if isinstance(read, (Problem, Unclear)):
        said = sentence(read, language, translator(language))
        assert said and "{" not in said.replace(text, "")
        assert said.rstrip("?").endswith(".") or said.endswith("?")
    for value in read.readings if isinstance(read, Unclear) else [read.value] if isinstance(read, Given) else []:
        written = written_values.written(question, value)
        assert written_values.understood(question, written, "here") == value
        assert typed(question, shown(question, value, language), language) == Given(value)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0\u202f", "\u200e\u200f", "\x00", "\t"])
def test_an_empty_field_is_nothing(text):
    for question in QUESTIONS_OF_EACH_KIND:
        assert typed(question, text, "nl") == typed(question, [], "nl") == Nothing(), question.key


@pytest.mark.parametrize("text", [
    "?", "-1", "1e5", "9" * 30, "1,23,4", "1٢", "31/31/2027", "1/1/1", "x" * 30_000, "€ 5 %", "$ 5",
])
def test_no_sentence_blames(text):
    for question in QUESTIONS_OF_EACH_KIND:
        read = typed(question, text, "en")
        if isinstance(read, Problem):
            said = sentence(read, "en", str).lower()
            assert not any(word in said for word in ("invalid", "error", "must", "wrong", "!"))
            assert all(len(part.split()) <= 16 for part in said.split(". ")), said


def test_the_example_in_a_sentence_is_one_that_the_question_takes():
    dated = (Kind.DATE, Kind.CALENDAR_MONTH)
    asked = [each for each in QUESTIONS.values() if each.kind in dated or each.is_figure and each.kind not in SEVERAL]
    for question in asked:
        value = typed(question, "?", "nl").values["example"].value
        assert typed(question, shown(question, value, "nl"), "nl") == Given(value), question.key
    assert len(asked) > 150


@pytest.mark.parametrize(("text", "keys"), [
    ("yes", True), ("no", False), (" yes ", True), ("Yes", None), ("true", None), ("1", None), ("ja", None),
])
def test_yes_and_no_are_keys(text, keys):
    read = typed(of_kind(Kind.YES_NO), text, "nl")
    assert read == (Problem("Choose yes or no.") if keys is None else Given(keys))


def test_a_choice_is_one_of_the_keys():
    question = of_kind(Kind.CHOICE)
    key = question.options[-1].key
    assert typed(question, key, "nl") == Given(key)
    assert typed(question, key.upper(), "nl") == Problem("Choose one of the answers.")


def test_several_choices_come_as_several_texts_or_as_lines_each_once():
    question = of_kind(Kind.CHOICES)
    first, second = (option.key for option in question.options[:2])
    assert typed(question, [second, first, second], "nl") == Given((second, first))
    assert typed(question, f"{second}\n{first}", "nl") == Given((second, first))
    assert typed(question, [first, "other key"], "nl") == Problem("Choose from the answers that are shown.")
    assert {Kind.CHOICES, Kind.TWELVE} == SEVERAL


@pytest.mark.parametrize("text", ["Bread", "a b", "x" * 41, "../x", "é"])
def test_a_row_is_pointed_at_by_its_id(text):
    question = of_kind(Kind.ROW)
    assert typed(question, "bread_2", "nl") == Given("bread_2")
    assert typed(question, text, "nl") == Problem("Choose one from the list.")
