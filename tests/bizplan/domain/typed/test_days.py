"""Days and months are read as people write them; the day stands first unless the year does."""

from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain.questions import Kind
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.typed import Given, days, typed
from financial_models.readers import numerals
from tests.bizplan.domain.typed.answering import LANGUAGES, of_kind

DAY, MONTH = of_kind(Kind.DATE), of_kind(Kind.CALENDAR_MONTH)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [
    "31/3/2027", "31/03/2027", "31-03-2027", "31.3.2027", "31 3 2027", "31 / 3 / 2027", "2027-03-31", "2027/3/31",
    " 31/3/2027\n", "٣١/٣/٢٠٢٧", "۳۱/۳/۲۰۲۷", "٢٠٢٧-٠٣-٣١", "31/3-2027", "\u200f31/3/2027\u200e", "31–3–2027",
    "31 maart 2027", "31 mrt. 2027", "31 mars 2027", "31 March 2027", "March 31, 2027", "31st of March 2027",
    "2027 March 31", "31 MAART 2027", "٣١ آذار ٢٠٢٧", "31 اذار 2027", "31 مارس 2027",
])
def test_a_day_is_understood_in_every_language(text, language):
    assert typed(DAY, text, language) == Given(date(2027, 3, 31))


@pytest.mark.parametrize(("text", "first"), [
    ("03/2027", date(2027, 3, 1)), ("3/2027", date(2027, 3, 1)), ("2027-03", date(2027, 3, 1)),
    ("٠٣/٢٠٢٧", date(2027, 3, 1)), ("maart 2027", date(2027, 3, 1)), ("Mars 2027", date(2027, 3, 1)),
    ("août 2027", date(2027, 8, 1)), ("aout 2027", date(2027, 8, 1)), ("FÉVRIER 2027", date(2027, 2, 1)),
    ("févr. 2027", date(2027, 2, 1)), ("2027 december", date(2027, 12, 1)), ("مارس 2027", date(2027, 3, 1)),
    ("كانون الثاني ٢٠٢٧", date(2027, 1, 1)), ("تشرين الأول 2027", date(2027, 10, 1)), ("ايلول 2027", date(2027, 9, 1)),
    ("غشت 2027", date(2027, 8, 1)), ("جويلية 2027", date(2027, 7, 1)), ("15/3/2027", date(2027, 3, 1)),
    ("Sept 2027", date(2027, 9, 1)),
])
def test_a_month_is_understood(text, first):
    assert typed(MONTH, text, "nl") == Given(first)


@pytest.mark.parametrize(("question", "text", "words"), [
    (DAY, "soon", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "31/3", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "03/2027", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "maart 2027", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "331 maart 2027", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "31 maart 20277", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "31032027", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "1٢/3/2027", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "9" * 500, "Enter day, month and year, for example 31/03/2027."),
    (DAY, "31/3/27", "Write the year with four digits, for example 31/03/2027."),
    (DAY, "4/13/2027", "There are twelve months. Enter the day first, then the month: 31/03/2027."),
    (DAY, "29/2/2027", "This month does not have that many days. Check the day and enter it like this: 31/03/2027."),
    (DAY, "31/4/2027", "This month does not have that many days. Check the day and enter it like this: 31/03/2027."),
    (DAY, "0/4/2027", "Enter day, month and year, for example 31/03/2027."),
    (DAY, "1/1/1899",
     "Enter a year from 1900 to 2199, as the calendar in Belgium counts, for example 31/03/2027."),
    (DAY, "1405/7/3",
     "Enter a year from 1900 to 2199, as the calendar in Belgium counts, for example 31/03/2027."),
    (DAY, "31/12/9999",
     "Enter a year from 1900 to 2199, as the calendar in Belgium counts, for example 31/03/2027."),
    (MONTH, "2027", "Enter a month and a year, for example 03/2027."),
    (MONTH, "maart", "Enter a month and a year, for example 03/2027."),
    (MONTH, "maart 27", "Write the year with four digits, for example 03/2027."),
    (MONTH, "13/2027", "There are twelve months. Enter the month as a number from 1 to 12, for example 03/2027."),
    (MONTH, "0/2027", "There are twelve months. Enter the month as a number from 1 to 12, for example 03/2027."),
    (MONTH, "2200-01", "Enter a year from 1900 to 2199, as the calendar in Belgium counts, for example 03/2027."),
])
def test_what_is_no_day_is_answered_with_what_would_be_one(question, text, words):
    assert sentence(typed(question, text, "en"), "en", str) == words


def test_the_example_follows_today():
    read = typed(MONTH, "soon", "nl", today=date(2028, 11, 5))
    assert sentence(read, "nl", str) == "Enter a month and a year, for example 11/2028."


@pytest.mark.parametrize("text", ["29/2/2024", "29 februari 2024"])
def test_a_leap_day_is_a_day(text):
    assert typed(DAY, text, "nl") == Given(date(2024, 2, 29))


@pytest.mark.parametrize("width", ["wide", "abbreviated"])
@pytest.mark.parametrize("language", [*LANGUAGES, *days.SPOKEN])
def test_every_name_of_a_month_means_that_month_and_no_other(language, width):
    for number, name in get_month_names(width, locale=language).items():
        assert typed(MONTH, f"{name} 2027", "nl") == Given(date(2027, number, 1)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_that_the_application_names_is_understood(language):
    for number in range(1, 13):
        assert typed(MONTH, numerals.month_of(2027, number, language), language) == Given(date(2027, number, 1))
        on = date(2027, number, 1)
        assert typed(DAY, numerals.day(on, language), language) == Given(on)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["{:%d/%m/%Y}", "{:%Y-%m-%d}", "{:%d.%m.%Y}"]))
def test_any_day_is_read_in_any_of_the_ways(day, form):
    assert typed(DAY, form.format(day), "ar") == Given(day)
