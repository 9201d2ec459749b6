"""The pages of a phase ask each of its questions once, in an order that a person can follow, in kind words."""

import re
from collections import Counter

import pytest

from bizplan.domain.questions import PHASES, QUESTIONS

PAGED = [phase for phase in PHASES if phase.pages]
PAGES = [page for phase in PAGED for page in phase.pages]
PLACE = {key: place for place, page in enumerate(PAGES) for key in page.questions}
ASKED = [QUESTIONS[key] for page in PAGES for key in page.questions if key in QUESTIONS]
MOST_ON_A_PAGE = 6
TABLE = "household.expenses."       # one table, line by line
LONGEST_ASK = 15
ADDRESS = re.compile(r"[a-z][a-z0-9_]*")
UNKIND = re.compile(r"!|\b(?:invalid|error|must|victims?|refugees?)\b", re.IGNORECASE)


def words_of(question):
    """All that a page says about a question, besides what names the answer in the dossier."""
    return [question.ask, question.help, question.example, question.proof, *(each.hint for each in question.options)]


def place_of(page):
    return f"{page.key}: {page.title}"


@pytest.mark.parametrize("phase", PAGED, ids=lambda phase: phase.key)
def test_every_question_of_a_phase_stands_on_exactly_one_page_of_it(phase):
    placed = Counter(key for page in phase.pages for key in page.questions)
    assert placed == Counter(question.key for question in phase.questions)


@pytest.mark.parametrize("phase", PAGED, ids=lambda phase: phase.key)
def test_a_page_has_an_address_and_a_title_of_its_own(phase):
    keys, titles = [page.key for page in phase.pages], [page.title for page in phase.pages]
    assert len({*keys}) == len(keys) and len({*titles}) == len(titles)
    assert all(ADDRESS.fullmatch(key) for key in keys)
    assert all(title.strip() == title != "" for title in titles)


@pytest.mark.parametrize("phase", PAGED, ids=lambda phase: phase.key)
def test_what_only_the_coach_answers_comes_last(phase):
    only_coach = [all(QUESTIONS[key].coach for key in page.questions) for page in phase.pages]
    assert only_coach == sorted(only_coach)


@pytest.mark.parametrize("page", PAGES, ids=place_of)
def test_a_page_asks_a_few_things_or_the_rows_of_one_group_or_the_lines_of_a_table(page):
    assert {QUESTIONS[key].group for key in page.questions} == {page.group}
    is_table = all(key.startswith(TABLE) for key in page.questions)
    assert page.group or is_table or len(page.questions) <= MOST_ON_A_PAGE


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.key)
def test_a_question_follows_what_it_depends_on(question):
    before = [condition.question for condition in question.when if condition.question in PLACE]
    assert all(PLACE[each] <= PLACE[question.key] for each in before)


@pytest.mark.parametrize("question", [each for each in ASKED if not each.coach], ids=lambda question: question.key)
def test_the_entrepreneur_is_asked_in_short_and_is_helped_with_figures(question):
    assert len(question.ask.split()) <= LONGEST_ASK
    assert not question.is_figure or question.help or question.example


def test_the_words_of_a_page_respect_who_reads_them():
    said = [text for question in ASKED for text in words_of(question)]
    said += [text for page in PAGES for text in (page.title, page.intro)]
    assert [text for text in said if UNKIND.search(text) or text != text.strip()] == []
