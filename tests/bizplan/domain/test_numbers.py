"""Numbers are read as people write them; what has two readings is asked back, what has none says why."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain import numbers
from bizplan.domain.numbers import Ambiguous, NotUnderstood, Understood, decimals, number

LANGUAGES = ("nl", "fr", "en", "ar", "fa", "uk", "not a language")


def read(text, language="nl"):
    """A number where everything is accepted: a euro sign, a percent sign, a minus."""
    return number(text, language, euro=True, percent=True, negative=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text", "meant"), [
    ("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("1 234,56", "1234.56"), ("1\u202f234,56", "1234.56"),
    ("1\u00a0234,56", "1234.56"), ("1'234.56", "1234.56"), ("1’234,56", "1234.56"), ("1234,567", "1234.567"),
    ("1.234.567", "1234567"), ("1 234 567", "1234567"), ("1 234,567", "1234.567"), ("1.234,567", "1234.567"),
    ("0,123", "0.123"), ("0.123", "0.123"), ("1,23", "1.23"), ("12.5", "12.5"), (".5", "0.5"), ("007", "7"),
    ("  950  ", "950"), ("950\n", "950"), ("1,2340", "1.234"),
])
def test_every_way_of_writing_has_one_meaning_in_every_language(text, meant, language):
    assert read(text, language) == Understood(Decimal(meant))


@pytest.mark.parametrize(("text", "meant"), [
    ("١٢٣", "123"), ("۱۲۳", "123"), ("１２３", "123"), ("१२३", "123"), ("١٬٢٣٤٫٥٦", "1234.56"), ("۱٬۲۳۴٫۵", "1234.5"),
    ("١٬٢٣٤", "1234"), ("١٫٢٣٤", "1.234"), ("１２，５", "12.5"), ("٥،٥", "5.5"), ("\u200f١٢٣\u200e", "123"),
])
def test_digits_of_any_script_are_digits(text, meant):
    assert read(text) == Understood(Decimal(meant))


@pytest.mark.parametrize("text", ["1٢3", "۱٢", "1２"])
def test_digits_of_two_scripts_in_one_number_are_refused(text):
    assert read(text) == NotUnderstood(numbers.OTHER_SCRIPT)


@pytest.mark.parametrize(("text", "language", "readings"), [
    ("1,234", "nl", ("1.234", "1234")), ("1.234", "nl", ("1234", "1.234")),
    ("1,234", "en", ("1234", "1.234")), ("1.234", "en", ("1.234", "1234")),
    ("12,500", "fr", ("12.5", "12500")), ("١٢٣،٤٥٦", "ar", ("123.456", "123456")),
    ("-1.234", "nl", ("-1234", "-1.234")), ("€ 1.234", "nl", ("1234", "1.234")), ("1.000", "nl", ("1000", "1")),
])
def test_what_has_two_readings_is_not_guessed(text, language, readings):
    assert read(text, language) == Ambiguous(tuple(map(Decimal, readings)))


@pytest.mark.parametrize("text", [
    "1,23,456", "12 34", "1 2345", "1.23.456", "1234.567.890", "1..5", "1,,5", "1.234 567", "1,234'567", "0.123.456",
    "1.234,567,8", "1  234",
])
def test_wrong_grouping_is_refused(text):
    assert read(text) == NotUnderstood(numbers.GROUPING)


@pytest.mark.parametrize("text", [
    "NaN", "nan", "inf", "-inf", "Infinity", "1e400", "1e5", "1E5", "0x10", "0b1", "1_000", "½", "5½", "²", "5²",
    "(5)", "5-", "--5", "+-5", "5 - 3", "5+3", "1/2", "5.", "5,", ",", ".", "-", "", "  ", "abc", "5 km", "five",
    "1\n234", "9\x005", "Ⅻ", "፲", "万", "€", "%", "€ 5 %", "null", "true", "None", "[5]", "=5", "5k", "€ 5 a month",
])
def test_what_is_no_number_is_refused_with_an_example(text):
    assert read(text) == NotUnderstood("Enter a number, for example {example}.")


def test_four_hundred_digits_are_refused_at_once():
    assert read("9" * 400) == NotUnderstood(numbers.TOO_LONG)
    assert read("9" * 1_000_000) == NotUnderstood(numbers.TOO_LONG)


@pytest.mark.parametrize("text", ["-5", "−5", "– 5", "－5", "-€ 5", "€ -5", "−5 €", "-5 %"])
def test_a_minus_of_any_shape_is_understood_where_less_than_nothing_can_be(text):
    assert read(text) == Understood(Decimal(-5))
    assert number(text, "nl", euro=True, percent=True) == NotUnderstood(numbers.WITHOUT_MINUS)


def test_a_plus_changes_nothing():
    assert number("+5", "nl") == Understood(Decimal(5))


@pytest.mark.parametrize("text", [
    "€ 950", "€950", "950 €", "950€", "EUR 950", "950 eur", "950 euro", "950 Euro's", "950 euro’s", "950,-", "€ 950,--",
    "€ 950.-", "٩٥٠ يورو", "€\u00a0950", "\u2066€\u00a0950\u2069", "950 EUR.",
])
def test_the_euro_may_stand_on_either_side_of_an_amount(text):
    assert number(text, "nl", euro=True) == Understood(Decimal(950))
    assert isinstance(number(text, "nl"), NotUnderstood)


@pytest.mark.parametrize("text", ["$5", "5 $", "USD 5", "5 usd", "£5", "5 CHF", "₺5", "5 dollars", "5 ليرة", "950 SYP"])
def test_other_money_is_refused_with_a_sentence_where_an_amount_is_asked(text):
    assert number(text, "nl", euro=True) == NotUnderstood(numbers.ONLY_EURO)
    assert number(text, "nl") == NotUnderstood(numbers.NOT_A_NUMBER)


@pytest.mark.parametrize("text", ["21 %", "21%", "٢١٪", "٪٢١", "%21", "21 procent", "21 pour cent", "21 ％"])
def test_a_percent_sign_is_accepted_where_a_percentage_is_asked(text):
    assert number(text, "nl", percent=True) == Understood(Decimal(21))
    assert number(text, "nl") == NotUnderstood(numbers.NOT_PERCENT)


def test_a_euro_sign_with_a_quantity_is_said_not_to_belong_there():
    assert number("€ 5", "nl") == NotUnderstood(numbers.NOT_EURO)


@pytest.mark.parametrize(("value", "places"), [
    ("0", 0), ("1234", 0), ("1.5", 1), ("1.20", 1), ("1.234", 4), ("-1.234", 4), ("0.123", 3), ("1.2345", 4),
    ("1E+3", 0),
])
def test_decimals_never_look_like_thousands(value, places):
    assert decimals(Decimal(value)) == places


@given(st.text(max_size=80), st.sampled_from(LANGUAGES), st.booleans(), st.booleans(), st.booleans())
def test_any_text_gets_an_answer_with_a_finite_number_or_a_reason(text, language, euro, percent, negative):
    answer = number(text, language, euro=euro, percent=percent, negative=negative)
    if isinstance(answer, NotUnderstood):
        assert "{example}" in answer.text
    else:
        values = answer.readings if isinstance(answer, Ambiguous) else (answer.number,)
        assert all(value.is_finite() and (negative or value >= 0) for value in values)
        assert len(set(values)) == len(values)


@given(
    st.integers(0, 10**12), st.integers(0, 99), st.sampled_from([".", "'", "’", " ", "\u202f", "\u00a0", "٬", ""]),
    st.sampled_from([",", "٫"]), st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９"]),
)
def test_an_amount_with_cents_is_read_back_in_every_notation(whole, cents, between, mark, digits):
    text = f"{whole:,}".replace(",", between) + f"{mark}{cents:02}"
    text = text.translate({ord(str(digit)): digits[digit] for digit in range(10)})
    assert number(text, "nl") == Understood(Decimal(f"{whole}.{cents:02}"))
