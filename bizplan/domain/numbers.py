"""Numbers as people write them: digits of any script, comma or point, spaces, a euro sign, a minus of any shape.

Nothing is guessed.  ``1,234`` is one thousand and more to some and little more than one to others: it has
two readings and is asked back.  What cannot be a number says why, with room for an example.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from unicodedata import category, decimal, normalize

from babel.numbers import list_currencies

from financial_models.readers.numerals import NOTATIONS

from .readiness.sentences import N_

LONGEST = 60
"""More characters than any number needs that a plan can take; what is longer is not looked at."""

NOT_A_NUMBER = N_("Enter a number, for example {example}.")
TOO_LONG = N_("This number is too long. Enter a number such as {example}.")
OTHER_SCRIPT = N_("This number mixes digits of two scripts. Enter it like this: {example}.")
GROUPING = N_("It is not clear where the thousands and the decimals stand. Enter the number like this: {example}.")
WITHOUT_MINUS = N_("Enter the number without a minus sign, for example {example}.")
ONLY_EURO = N_("Enter the amount in euros. Count other money in euros first, for example {example}.")
NOT_EURO = N_("This is not about euros. Enter only the number, for example {example}.")
NOT_PERCENT = N_("This is not a percentage. Leave out the percent sign, for example {example}.")

EURO = frozenset({"€", "eur", "euro", "euros", "euro's", "يورو", "اليورو", "یورو", "євро", "avro", "ዩሮ"})
PERCENT = frozenset({"%", "٪", "﹪", "procent", "percent", "per cent", "pour cent", "pourcent", "بالمئة", "بالمائة"})
OTHER_MONEY = frozenset({
    "dollar", "dollars", "pound", "pounds", "pond", "livre", "livres", "livres sterling", "franc", "francs", "frank",
    "lira", "lire", "lires", "دولار", "ليرة", "جنيه", "درهم", "دينار", "ريال", "افغانی", "افغانۍ", "تومان", "гривня",
    "гривень", "грн", "tl",
})
MINUS = "-\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d"
APOSTROPHES = "'\u2018\u2019\u02bc\u0060\u00b4\uff07"
COMMAS, POINTS = ",\u060c\uff0c", ".\uff0e"
ALIKE = {ord(sign): shape for signs, shape in (
    (MINUS, "-"), (APOSTROPHES, "'"), (COMMAS, ","), (POINTS, "."), ("+\uff0b", "+"), ("%\uff05", "%"), ("\t", " "),
) for sign in signs}
THOUSANDS = 3                   # so many digits stand between two marks of thousands
BETWEEN_THOUSANDS = ("", " ", "'", "٬", ",", ".")
BEFORE_DECIMALS = (",", ".", "٫")

_WRITTEN = re.compile(
    r"(?P<first>[-+]?) *(?P<before>[^0-9 .,'٬٫+-][^0-9,'٬٫+-]*?)? *(?P<second>[-+]?) *"
    r"(?P<body>(?:[0-9]|[.,٫](?=[0-9]))[0-9 .,'٬٫]*(?<=[0-9]))(?P<no_cents>[.,]-{1,2})? *(?P<after>.*)"
)


@dataclass(frozen=True)
class Understood:
    """What was typed is this number."""

    number: Decimal


@dataclass(frozen=True)
class Ambiguous:
    """What was typed can be each of these numbers, first what is likelier in the language."""

    readings: tuple[Decimal, Decimal]


@dataclass(frozen=True)
class NotUnderstood:
    """What was typed is no number; ``text`` says why, in English, with room for an {example}."""

    text: str


def number(
    text: str, language: str, *, euro: bool = False, percent: bool = False, negative: bool = False
) -> Understood | Ambiguous | NotUnderstood:
    """The number that somebody typed: ``1.234,56``, ``١٬٢٣٤٫٥٦``; with € or %, or below zero, where asked for.

    A percentage is the number before its sign: ``21 %`` is 21.  The language only says which of two readings
    comes first.
    """
    if len(text.strip()) > LONGEST:
        return NotUnderstood(TOO_LONG)
    digits = plain(text)
    if digits is None:
        return NotUnderstood(OTHER_SCRIPT)
    parts = _WRITTEN.fullmatch(digits)
    if not parts or (parts["first"] and parts["second"]) or (parts["no_cents"] and not euro):
        return NotUnderstood(NOT_A_NUMBER)
    refusal = _mark_refused(parts["before"] or "", parts["after"], euro, percent)
    if refusal:
        return NotUnderstood(refusal)
    below = "-" in (parts["first"], parts["second"])
    if below and not negative:
        return NotUnderstood(WITHOUT_MINUS)
    return _read(parts["body"], language, -1 if below else 1)


def plain(text: str) -> str | None:
    """A text with the digits 0 to 9 and one shape for each sign, or None where it mixes digits of two scripts."""
    digits = {letter: decimal(letter, -1) for letter in text}
    scripts = {ord(letter) - digit for letter, digit in digits.items() if digit >= 0}
    if len(scripts) > 1:
        return None
    shown = "".join(_shape(letter, digits[letter]) for letter in text)
    return shown.translate(ALIKE).strip()


def decimals(number: Decimal) -> int:
    """How many decimals say a number without doubt: four where three could be taken for thousands, as in 1,234."""
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int), f"{number} is not a number"
    return THOUSANDS + 1 if exponent == -THOUSANDS and abs(number) >= 1 else max(0, -exponent)


def _shape(letter: str, digit: int) -> str:
    if digit >= 0:
        return str(digit)
    kind = category(letter)
    if kind == "Cf":  # marks of direction and joiners: they come along when an amount is copied from a page
        return ""
    return " " if kind == "Zs" else letter


def _mark_refused(before: str, after: str, euro: bool, percent: bool) -> str:
    """Why the sign or the word beside a number is not accepted, or nothing."""
    marks = [_folded(mark) for mark in (before, after) if mark]
    if euro and any(_is_other_money(mark) for mark in marks):
        return ONLY_EURO
    if len(marks) > 1 or (marks and marks[0] not in EURO | PERCENT):
        return NOT_A_NUMBER
    if marks and marks[0] in EURO and not euro:
        return NOT_EURO
    return NOT_PERCENT if marks and marks[0] in PERCENT and not percent else ""


def _folded(mark: str) -> str:
    return normalize("NFC", mark).casefold().strip(" .")


def _is_other_money(mark: str) -> bool:
    codes = mark in _currencies() or mark in OTHER_MONEY
    return codes or any(category(letter) == "Sc" and letter != "€" for letter in mark)


@cache
def _currencies() -> frozenset[str]:
    return frozenset(code.casefold() for code in list_currencies()) - {"eur"}


def _read(body: str, language: str, sign: int) -> Understood | Ambiguous | NotUnderstood:
    if not any(mark in body for mark in (*BETWEEN_THOUSANDS[1:], "٫")):
        return Understood(sign * Decimal(body))
    readings = {sign * reading: comma for reading, comma in _readings(body)}
    if not readings:
        return NotUnderstood(GROUPING)
    if len(readings) == 1:
        return Understood(*readings)
    usual = NOTATIONS.get(language, NOTATIONS["nl"]).decimal
    first, second = sorted(readings, key=lambda reading: readings[reading] != (usual in body))
    return Ambiguous((first, second))


def _readings(body: str) -> Iterator[tuple[Decimal, bool]]:
    """What a number is under each way of writing that fits it, and whether it has decimals then."""
    for between in BETWEEN_THOUSANDS:
        whole = rf"[1-9]\d{{0,2}}(?:{re.escape(between)}\d{{3}})+" if between else r"\d*"
        for mark in ("", *BEFORE_DECIMALS):
            ending = rf"{re.escape(mark)}\d+" if mark else ""
            if mark != between and re.fullmatch(whole + ending, body):
                digits = body.replace(between, "") if between else body
                yield Decimal(digits.replace(mark, ".") if mark else digits), bool(mark)
