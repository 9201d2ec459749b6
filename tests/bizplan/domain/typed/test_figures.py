"""Figures are read within what a question takes; a reading that it cannot take is not asked back."""

import pytest

from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.typed import Given, Problem, Unclear, typed
from tests.bizplan.domain.typed.answering import of_kind

RENT = QUESTIONS["household.expenses.rent"]
ADULTS = QUESTIONS["household.adults"]
RATE = QUESTIONS["loans[].rate"]
GROWTH = QUESTIONS["products[].price_growth"]
UNITS = QUESTIONS["products[].units"]
SEASON = of_kind(Kind.TWELVE)


def said(read, language="en"):
    """The sentence that a reader gets."""
    return sentence(read, language, str)


@pytest.mark.parametrize(("question", "text", "value"), [
    (RENT, "950", 950), (RENT, "€ 1.234,50", 1234.5), (RENT, "0", 0), (RENT, "1000000000", 10**9), (RENT, "950,-", 950),
    (RENT, "٩٥٠", 950), (RENT, "1.234.567", 1234567), (RENT, "0,0000000001", 0),
    (RATE, "21", 0.21), (RATE, "21 %", 0.21), (RATE, "٢١٪", 0.21), (RATE, "21,3", 0.213), (RATE, "100", 1),
    (RATE, "7", 0.07), (RATE, "0.000000000001", 0), (GROWTH, "-90", -0.9), (GROWTH, "−2,5 %", -0.025),
    (GROWTH, "200", 2),
    (QUESTIONS["products[].waste"], "95", 0.95), (QUESTIONS["household.municipal_rate"], "20", 0.2),
    (ADULTS, "2", 2), (ADULTS, "2,0", 2), (UNITS, "0,001", 0.001), (QUESTIONS["projection.months"], "36", 36),
    (QUESTIONS["competences.studies[].year"], "2015", 2015),
    (QUESTIONS["financing.bank.opening"], "-1.250,75", -1250.75),
])
def test_a_figure_is_understood(question, text, value):
    read = typed(question, text, "nl")
    assert read == Given(value)
    assert isinstance(read.value, int) == (value == int(value))


@pytest.mark.parametrize(("question", "text", "sentence"), [
    (RENT, "-5", "Enter the number without a minus sign, for example 950."),
    (RENT, "1e5", "Enter a number, for example 950."),
    (RENT, "NaN", "Enter a number, for example 950."),
    (RENT, "950 $", "Enter the amount in euros. Count other money in euros first, for example 950."),
    (RENT, "950 %", "This is not a percentage. Leave out the percent sign, for example 950."),
    (RENT, "1000000000.01", "Enter an amount from €\u00a00 to €\u00a01,000,000,000, for example 950."),
    (RENT, "1000000000000", "Enter an amount from €\u00a00 to €\u00a01,000,000,000, for example 950."),
    (RENT, "9" * 400, "This number is too long. Enter a number such as 950."),
    (UNITS, "€ 5", "This is not about euros. Enter only the number, for example 950."),
    (UNITS, "12 34", "It is not clear where the thousands and the decimals stand. Enter the number like this: 950."),
    (UNITS, "1٢", "This number mixes digits of two scripts. Enter it like this: 950."),
    (ADULTS, "2.5", "Enter a whole number from 1 to 20, for example 12."),
    (ADULTS, "0", "Enter a whole number from 1 to 20, for example 12."),
    (RATE, "101", "Enter a percentage from 0% to 100%, for example 25."),
    (GROWTH, "-91", "Enter a percentage from −90% to 200%, for example 25."),
    (GROWTH, "10000", "Enter a percentage from −90% to 200%, for example 25."),
    (QUESTIONS["household.municipal_rate"], "21", "Enter a percentage from 0% to 20%, for example 5."),
    (QUESTIONS["projection.months"], "61", "Enter a whole number from 36 to 60, for example 36."),
    (QUESTIONS["projection.months"], "0", "Enter a whole number from 36 to 60, for example 36."),
    (QUESTIONS["competences.studies[].year"], "1915", "Enter a whole number from 1940 to 2100, for example 2015."),
    (QUESTIONS["rules.income_index"], "3", "Enter a number from 0.5 to 2, for example 1."),
])
def test_what_cannot_be_taken_is_answered_with_what_can(question, text, sentence):
    assert said(typed(question, text, "en")) == sentence


def test_an_amount_with_two_readings_is_asked_back_the_likelier_first():
    dutch, english = typed(RENT, "1.234", "nl"), typed(RENT, "1.234", "en")
    assert dutch == Unclear(RENT, (1234, 1.234))
    assert english == Unclear(RENT, (1.234, 1234))
    assert said(dutch) == "Do you mean €\u00a01,234 a month or €\u00a01.2340 a month?"


@pytest.mark.parametrize(("question", "text", "value"), [
    (ADULTS, "1.000", 1),                       # a thousand adults are more than the question takes
    (QUESTIONS["products[].open_days"], "1,234", 1.234),
    (RATE, "1.234", 0.01234),                   # not 1234 %
    (SEASON, ["1,234"] * 12, (1.234,) * 12),    # twelve times the month at most
    (QUESTIONS["household.adults"], "٢٫٠", 2),
])
def test_a_reading_that_the_question_cannot_take_is_not_asked_back(question, text, value):
    assert typed(question, text, "nl") == Given(value)


def test_a_whole_number_with_a_mark_of_thousands_has_no_other_reading():
    assert typed(QUESTIONS["rules.company.years_before"], "1.234", "nl").texts == (
        "Enter a whole number from {low} to {high}, for example {example}.",)
    assert typed(QUESTIONS["competences.studies[].year"], "2.015", "nl") == Given(2015)


def test_twelve_months_are_filled_in_together():
    assert typed(SEASON, ["1,5", *["1"] * 11], "nl") == Given((1.5, *[1] * 11))
    assert typed(SEASON, "\n".join(["0,5"] * 12), "nl") == Given((0.5,) * 12)
    assert said(typed(SEASON, ["1", "", *["1"] * 10], "nl")) == "Fill in all twelve months. February is still empty."
    assert said(typed(SEASON, ["1"] * 11, "nl")) == "Fill in all twelve months. December is still empty."
    assert said(typed(SEASON, [*["1"] * 11, "x"], "nl")) == "December: Enter a number, for example 12."
    assert said(typed(SEASON, ["13", *["1"] * 11], "nl")) == "January: Enter a number from 0 to 12, for example 12."


def test_a_figure_is_said_in_the_language_of_the_reader():
    read = typed(RENT, "1000000000000", "fr")
    assert isinstance(read, Problem)
    assert said(read, "fr") == "Enter an amount from 0\u00a0€ to 1\u00a0000\u00a0000\u00a0000\u00a0€, for example 950."
    assert "\u2066950\u2069" in said(read, "ar")
