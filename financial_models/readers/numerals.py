"""Numbers and months as people write them in each language.

All languages use the digits that stand on bills and bank statements.  A
no-break space joins an amount and its euro sign; the minus is U+2212.  In a
text that runs from right to left, a number that is more than digits is held
together left to right by isolates, which terminals, browsers and PDF obey.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from unicodedata import bidirectional

from ..language import Unit

MINUS, NO_BREAK = "\u2212", "\u00a0"
LEFT_TO_RIGHT, FIRST_STRONG, POP = "\u2066", "\u2068", "\u2069"


@dataclass(frozen=True)
class Notation:
    """How a language writes numbers; ``amount`` and ``percentage`` are patterns around the digits."""

    decimal: str
    thousands: str
    amount: str
    percentage: str
    months: tuple[str, ...]
    yes: str
    no: str
    right_to_left: bool = False


NOTATIONS = {
    "nl": Notation(",", ".", f"€{NO_BREAK}{{}}", f"{{}}{NO_BREAK}%", (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december"), "ja", "nee"),
    "fr": Notation(",", NO_BREAK, f"{{}}{NO_BREAK}€", f"{{}}{NO_BREAK}%", (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre"), "oui", "non"),
    "en": Notation(".", ",", f"€{NO_BREAK}{{}}", "{}%", (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December"), "yes", "no"),
    "ar": Notation(",", ".", f"€{NO_BREAK}{{}}", "{}%", (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
        "كانون الأول"), "نعم", "لا", right_to_left=True),
}


def amount(value: float, language: str, decimals: int = 2) -> str:
    """An amount in euros: € 1.602,00."""
    return _signed(NOTATIONS[language].amount, value, language, decimals)


def percentage(value: float, language: str, decimals: int = 2) -> str:
    """A share as a percentage, without zeros at the end: 20,5 %."""
    return _signed(NOTATIONS[language].percentage, 100 * value, language, decimals, trim=True)


def number(value: float, language: str, decimals: int = 2, trim: bool = True) -> str:
    """A plain number, as a rule without zeros at the end; a small one keeps two digits that say something."""
    while decimals < 8 and value and abs(value) < 10 ** (1 - decimals):
        decimals += 1
    return _signed("{}", value, language, decimals, trim)


def yes_or_no(value: float, language: str) -> str:
    """A flag as a word."""
    notation = NOTATIONS[language]
    return notation.yes if value else notation.no


def in_unit(value: float, unit: Unit, language: str) -> str:
    """A number in the unit of its line."""
    match unit.key:
        case "money":
            return amount(value, language)
        case "percent":
            return percentage(value, language)
        case "flag" if value in (0, 1):
            return yes_or_no(value, language)
    return number(value, language)


def month_of(year: int, month: int, language: str) -> str:
    """A month by its name: maart 2027."""
    return f"{month_name(month, language)} {year}"


def month_name(month: int, language: str) -> str:
    """The name of a month, 1 for January."""
    return NOTATIONS[language].months[month - 1]


def day(on: date, language: str) -> str:
    """A day: 1 maart 2027."""
    first = "1er" if language == "fr" and on.day == 1 else str(on.day)
    return f"{first} {month_of(on.year, on.month, language)}"


def apart(text: str, language: str) -> str:
    """Words that may run in the other direction, kept from disturbing the sentence they stand in."""
    other = ("L",) if NOTATIONS[language].right_to_left else ("R", "AL")
    return f"{FIRST_STRONG}{text}{POP}" if any(bidirectional(letter) in other for letter in text) else text


def _signed(pattern: str, value: float, language: str, decimals: int, trim: bool = False) -> str:
    notation = NOTATIONS[language]
    digits = f"{abs(value):,.{decimals}f}"
    if trim and "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    sign = MINUS if value < 0 and any(digit in "123456789" for digit in digits) else ""
    digits = digits.translate({ord(","): notation.thousands, ord("."): notation.decimal})
    text = sign + pattern.format(digits)
    whole = sign == "" and pattern != notation.amount
    return text if whole or not notation.right_to_left else f"{LEFT_TO_RIGHT}{text}{POP}"
