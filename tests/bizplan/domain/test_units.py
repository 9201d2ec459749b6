"""What is counted is named as one or as several, as the language counts."""

import pytest

from bizplan.domain.questions import QUESTIONS, Period
from bizplan.domain.units import ONE, PERIODS, SEVERAL, SIGNS, period_words, unit_words
from bizplan.translations import translator


@pytest.mark.parametrize(("language", "count", "words"), [
    ("nl", 1, "dag"), ("nl", 2, "dagen"), ("nl", 0, "dagen"), ("nl", 1.5, "dagen"),
    ("fr", 0, "jour"), ("fr", 1.5, "jour"), ("fr", 2, "jours"), ("en", -1, "day"), ("en", 0, "days"),
])
def test_one_and_several_have_their_own_words(language, count, words):
    assert unit_words("days", count, language, translator(language)) == words


def test_signs_stand_for_themselves():
    assert unit_words("m2", 80, "nl", translator("nl")) == "m²"
    assert unit_words("km", 3, "nl", translator("nl")) == "km"
    assert unit_words("", 3, "nl", translator("nl")) == ""


def test_every_unit_and_period_of_the_study_has_words():
    units = {question.unit for question in QUESTIONS.values()} - {"", "EUR", "km", *SIGNS}
    assert units == set(ONE) == set(SEVERAL)
    assert set(Period) - set(PERIODS) == {Period.ONCE, Period.NONE}
    assert period_words(Period.ONCE, str) == ""
    assert period_words(Period.MONTH, translator("nl")) == "per maand"
