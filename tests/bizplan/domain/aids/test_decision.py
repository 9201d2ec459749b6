"""Decision trees: every way ends in an advice, every answer has a reason with a source."""

from datetime import date
from itertools import pairwise

import pytest

from bizplan.domain.aids.decision import ABOVE, AT_MOST, OUTCOME, Tree
from bizplan.domain.aids.slip import DoesNotFit
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.written_values import understood
from bizplan.translations import LANGUAGES, translator

DAY = date(2026, 12, 1)
TREES = ("legal_form", "vat_regime")


def ways(tree, at, so_far=()):
    """Every way from a question to the advices, as (question, choice) pairs and the outcome."""
    if at.startswith(OUTCOME):
        return [(so_far, at.removeprefix(OUTCOME))]
    assert at not in dict(so_far), f"{at} is asked twice on one way"
    return [way for choice in tree.asked(at).choices
            for way in ways(tree, choice.then, (*so_far, (at, choice.key)))]


@pytest.mark.parametrize("name", TREES)
def test_every_way_ends_in_an_advice_and_every_advice_is_reached(name):
    tree = Tree(name, DAY)
    found = ways(tree, tree.first)
    assert {outcome for _, outcome in found} == set(tree.content["outcome"])
    assert {question for way, _ in found for question, _ in way} == set(tree.content["question"])


@pytest.mark.parametrize("name", TREES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_can_be_said_and_says_how_sure_it_is(name, language):
    tree = Tree(name, DAY)
    for way, _ in ways(tree, tree.first):
        for reason in (tree.reason(*step) for step in way):
            assert "{" not in sentence(reason, language, translator(language))
            assert reason.status in ("official", "secondary", "unverified")
            assert reason.source or reason.figures


@pytest.mark.parametrize("name", TREES)
def test_what_an_advice_proposes_is_an_answer_that_the_study_takes(name):
    for advice in Tree(name, DAY).content["outcome"].values():
        for key, value in advice["proposes"].items():
            assert understood(QUESTIONS[key], value, key) == value


@pytest.mark.parametrize("name", TREES)
def test_a_limit_has_two_answers_and_the_others_have_words(name):
    tree = Tree(name, DAY)
    for key in tree.content["question"]:
        asked = tree.asked(key)
        keys = [choice.key for choice in asked.choices]
        assert (keys == [AT_MOST, ABOVE]) == (asked.limit is not None)
        assert all(first != second for first, second in pairwise(sorted(keys)))


def test_without_answers_the_first_question_comes_next():
    found = Tree("legal_form", DAY).walk({})
    assert (found.next.key, found.outcome, found.steps) == ("tried", "", ())


def test_an_answer_that_is_no_choice_is_refused_with_the_choices():
    with pytest.raises(LookupError, match="'tried' cannot be answered with 'perhaps'; there are yes, no"):
        Tree("legal_form", DAY).walk({"tried": "perhaps"})


def test_an_amount_is_wanted_where_there_is_a_limit():
    with pytest.raises(DoesNotFit) as refused:
        Tree("vat_regime", DAY).walk({"excluded": "no", "turnover": "much"})
    assert refused.value.field == "turnover"
