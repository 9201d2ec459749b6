"""The fifteen competences: every statement of the study once, and shown to both when both have rated."""

import json

import pytest

from bizplan.domain import plan_file
from bizplan.domain.coaching.competences import AREAS, competences, is_shared
from bizplan.domain.questions import QUESTIONS

VISION = "competences.entrecomp.vision."


def rated(**ratings):
    """A plan in which the vision is rated so."""
    document = {"format": 1, "language": "nl", "competences": {"entrecomp": {"vision": {
        key: {"value": value} for key, value in ratings.items()}}}}
    return plan_file.read(json.dumps(document))


def vision(**ratings):
    found = [each for _title, those in competences(rated(**ratings)) for each in those if each.key == "vision"]
    return found[0]


def test_all_statements_of_the_study_are_there_once():
    asked = [key for key, question in QUESTIONS.items() if ".entrecomp." in key and not question.coach]
    shown = [one.question for _title, those in competences(rated()) for each in those for one in each.statements]
    assert sorted(shown) == sorted(asked) and len(shown) == 30
    assert [len(those) for _title, those in AREAS] == [5, 5, 5]


@pytest.mark.parametrize(("ratings", "shared"), [
    ({"first": 4, "second": 3, "first_coach": 2, "second_coach": 3}, True),
    ({"first": 4, "first_coach": 2, "second_coach": 3}, False),
    ({"first": 4, "second": 3, "first_coach": 2}, False),
    ({"first_coach": 2, "second_coach": 3}, False),
    ({}, False),
])
def test_ratings_are_shared_once_both_rated_both_statements(ratings, shared):
    assert vision(**ratings).is_shared is shared
    assert is_shared(rated(**ratings), f"{VISION}first") is shared


@pytest.mark.parametrize(("own", "coach", "apart"), [(4, 2, True), (1, 5, True), (4, 3, False), (3, 3, False)])
def test_a_difference_of_two_or_more_is_something_to_talk_about(own, coach, apart):
    assert vision(first=own, first_coach=coach).statements[0].is_apart is apart
