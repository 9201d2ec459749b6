"""Numbers and months as they are written in Dutch, French, English and Arabic."""

from datetime import date

import pytest

from financial_models.language import FLAG, MONEY, NUMBER, PERCENT
from financial_models.readers import numerals

LANGUAGES = ["nl", "fr", "en", "ar"]
SPACE = "\u00a0"


@pytest.mark.parametrize(("language", "text"), [
    ("nl", f"€{SPACE}1.602,00"), ("fr", f"1{SPACE}602,00{SPACE}€"), ("en", f"€{SPACE}1,602.00"),
    ("ar", f"\u2066€{SPACE}1.602,00\u2069")])
def test_an_amount(language, text):
    assert numerals.amount(1602, language) == text


def test_the_minus_is_a_minus():
    assert numerals.amount(-5.5, "nl") == f"\u2212€{SPACE}5,50"
    assert numerals.amount(-5.5, "fr") == f"\u22125,50{SPACE}€"
    assert numerals.number(-3, "ar") == "\u2066\u22123\u2069"


def test_what_rounds_to_nothing_has_no_minus():
    assert numerals.amount(-0.004, "nl") == f"€{SPACE}0,00"


@pytest.mark.parametrize(("language", "text"), [
    ("nl", f"20,5{SPACE}%"), ("fr", f"20,5{SPACE}%"), ("en", "20.5%"), ("ar", "20,5%")])
def test_a_percentage_has_no_zeros_at_its_end(language, text):
    assert numerals.percentage(0.205, language) == text


def test_a_number_shows_what_it_has_to_say():
    assert numerals.number(1234, "nl") == "1.234"
    assert numerals.number(1.5, "nl") == "1,5"
    assert numerals.number(0.0041667, "nl") == "0,0042"
    assert numerals.number(0, "nl") == "0"


def test_a_number_keeps_its_zeros_where_that_is_asked():
    assert numerals.number(1.234, "nl", 4) == "1,234"
    assert numerals.number(1.234, "nl", 4, trim=False) == "1,2340"


def test_a_number_is_written_in_the_unit_of_its_line():
    assert numerals.in_unit(1, FLAG, "nl") == "ja"
    assert numerals.in_unit(0, FLAG, "ar") == "لا"
    assert numerals.in_unit(0.06, PERCENT, "en") == "6%"
    assert numerals.in_unit(12, NUMBER, "fr") == "12"
    assert numerals.in_unit(12, MONEY, "en") == f"€{SPACE}12.00"


def test_months_have_names():
    names = [numerals.month_of(2027, 3, language) for language in LANGUAGES]
    assert names == ["maart 2027", "mars 2027", "March 2027", "آذار 2027"]
    assert numerals.day(date(2027, 1, 1), "fr") == "1er janvier 2027"
    assert all(len(set(notation.months)) == 12 for notation in numerals.NOTATIONS.values())


def test_words_of_the_other_direction_are_kept_apart():
    assert numerals.apart("Flat bread", "nl") == "Flat bread"
    assert numerals.apart("خبز", "nl") == "\u2068خبز\u2069"
    assert numerals.apart("Flat bread", "ar") == "\u2068Flat bread\u2069"
