"""The understood answer is said back with its unit; an amount that occurs again is said by the year too."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.typed import echo
from bizplan.translations import translator
from tests.bizplan.domain.typed.answering import LANGUAGES, of_kind, one_of_each_bounds, values_of

RENT = QUESTIONS["household.expenses.rent"]


@pytest.mark.parametrize(("question", "value", "words"), [
    (RENT, 1234.5, "€_1,234.50 a month, that is €_14,814 a year"),
    (RENT, 950, "€_950 a month, that is €_11,400 a year"),
    (RENT, 0, "€_0 a month"),
    (QUESTIONS["test_phase.log[].sales"], 500, "€_500 a week, that is €_26,000 a year"),
    (QUESTIONS["casual_work[].cost_per_hour"], 17.5, "€_17.50 an hour"),
    (QUESTIONS["products[].price"], 2.4, "€_2.40"),
    (QUESTIONS["products[].price"], 1.234, "€_1.2340"),
    (QUESTIONS["products[].price"], 1234, "€_1,234"),
    (QUESTIONS["products[].units"], 1200, "1,200_pieces a month"),
    (QUESTIONS["products[].units"], 1.234, "1.2340_pieces a month"),
    (QUESTIONS["products[].units"], 0.00123, "0.00123_pieces a month"),
    (QUESTIONS["products[].units"], 1, "1_piece a month"),
    (QUESTIONS["operations.floor_area"], 80, "80_m²"),
    (QUESTIONS["loans[].months"], 60, "60_months"),
    (QUESTIONS["loans[].rate"], 0.21, "21%"),
    (QUESTIONS["loans[].rate"], 0.0725, "7.25%"),
    (QUESTIONS["products[].price_growth"], -0.025, "−2.5% a year"),
    (QUESTIONS["equipment[].month"], 4, "month 4 of the plan"),
    (QUESTIONS["competences.studies[].year"], 2015, "2015"),
    (QUESTIONS["household.adults"], 2, "2"),
    (of_kind(Kind.TWELVE), (1.5, *[1] * 11), "1.5" + "_· 1" * 11),
    (of_kind(Kind.DATE), date(2027, 3, 31), "31 March 2027"),
    (of_kind(Kind.CALENDAR_MONTH), date(2027, 3, 1), "March 2027"),
    (of_kind(Kind.YES_NO), True, "Yes"),
    (of_kind(Kind.YES_NO), False, "No"),
    (of_kind(Kind.TEXT), "typed {as} is", "typed {as} is"),
])
def test_an_answer_is_said_back(question, value, words):
    assert echo(question, value, "en", str) == words.replace("_", "\u00a0")


def test_an_amount_is_said_back_in_the_language_of_the_reader():
    def words(language):
        return echo(QUESTIONS["household.expenses.rent"], 1234.5, language, lambda text: text)

    assert words("nl") == "€\u00a01.234,50 a month, that is €\u00a014.814 a year"
    assert words("fr") == "1\u00a0234,50\u00a0€ a month, that is 14\u00a0814\u00a0€ a year"
    assert words("ar") == "\u2066€\u00a01.234,50\u2069 a month, that is \u2066€\u00a014.814\u2069 a year"
    assert echo(RENT, 0, "nl", translator("nl")) == "€\u00a00 per maand"


def test_choices_are_said_by_their_labels():
    question = of_kind(Kind.CHOICES)
    first, second = question.options[:2]
    assert echo(question, (first.key, second.key), "en", str) == f"{first.label}\u00a0· {second.label}"
    question = of_kind(Kind.CHOICE)
    assert echo(question, question.options[0].key, "en", str.upper) == question.options[0].label.upper()


@given(st.data(), st.sampled_from(one_of_each_bounds()), st.sampled_from(LANGUAGES))
def test_any_answer_can_be_said_back(data, question, language):
    assert echo(question, data.draw(values_of(question)), language, translator(language)).strip()
