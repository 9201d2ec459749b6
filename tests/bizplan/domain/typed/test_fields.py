"""A field shows a value in the language's way, without marks of thousands."""

from datetime import date

import pytest

from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.typed import shown
from tests.bizplan.domain.typed.answering import LANGUAGES, of_kind

RENT = QUESTIONS["household.expenses.rent"]


@pytest.mark.parametrize(("question", "value", "comma"), [
    (RENT, 1234.5, "1234,50"), (RENT, 14814, "14814"), (RENT, 14814.0, "14814"), (RENT, 0.125, "0,125"),
    (RENT, 1.234, "1,2340"), (RENT, 1e9, "1000000000"), (RENT, -0.0, "0"), (RENT, 1e-9, "0,000000001"),
    (QUESTIONS["loans[].rate"], 0.21, "21"), (QUESTIONS["loans[].rate"], 0.0725, "7,25"),
    (QUESTIONS["loans[].rate"], 0.07, "7"), (QUESTIONS["products[].price_growth"], -0.025, "-2,5"),
    (QUESTIONS["products[].units"], 2.5, "2,5"), (QUESTIONS["competences.studies[].year"], 2015, "2015"),
])
def test_a_number_has_plain_digits_and_the_decimal_mark_of_the_language(question, value, comma):
    assert [shown(question, value, language) for language in LANGUAGES] == [
        comma, comma, comma.replace(",", "."), comma]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rest_is_shown_alike_in_every_language(language):
    assert shown(of_kind(Kind.DATE), date(2027, 3, 1), language) == "01/03/2027"
    assert shown(of_kind(Kind.CALENDAR_MONTH), date(2027, 3, 1), language) == "03/2027"
    assert shown(of_kind(Kind.YES_NO), True, language) == "yes"
    assert shown(of_kind(Kind.YES_NO), False, language) == "no"
    assert shown(of_kind(Kind.LONG_TEXT), "two\nlines", language) == "two\nlines"
    assert shown(of_kind(Kind.CHOICES), ("a", "b"), language) == "a\nb"
    assert shown(of_kind(Kind.TWELVE), (1,) * 12, language) == "\n".join("1" * 12)
