"""Amounts, shares, months and days as the language of the dossier writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import isfinite

from babel.dates import get_month_names

from bizplan.documents.text import Direction
from bizplan.translations import translator
from financial_models.readers import numerals

LANGUAGES = ("nl", "fr", "en", "ar")
"""The languages that a document can be written in; a lender reads the first three."""

NOTHING = "–"
CENTS = 2
Translate = Callable[[str], str]


@dataclass(frozen=True)
class Wording:
    """How a language writes what is counted, and its words for the fixed texts."""

    language: str

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"A document is written in {', '.join(LANGUAGES)}, asked for {self.language!r}.")

    @cached_property
    def translate(self) -> Translate:
        """What turns an English text into the language."""
        return translator(self.language)

    @property
    def direction(self) -> Direction:
        """To which side the language is written."""
        return "rtl" if numerals.NOTATIONS[self.language].right_to_left else "ltr"

    def euro(self, value: float, decimals: int = 0) -> str:
        """An amount with its sign: € 1.602; the parts never stand on different lines."""
        return numerals.amount(value, self.language, decimals) if isfinite(value) else NOTHING

    def cents(self, value: float) -> str:
        """An amount to the cent: € 416,53."""
        return self.euro(value, CENTS)

    def figure(self, value: float, decimals: int = 0) -> str:
        """An amount in a column: no sign for the euro, a dash for nothing."""
        if not isfinite(value) or round(value, decimals) == 0:
            return NOTHING
        notation = numerals.NOTATIONS[self.language]
        digits = f"{abs(value):,.{decimals}f}".translate({ord(","): notation.thousands, ord("."): notation.decimal})
        return f"{numerals.MINUS if value < 0 else ''}{digits}"

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share as a percentage: 28 %."""
        return numerals.percentage(share, self.language, decimals) if isfinite(share) else NOTHING

    def ratio(self, value: float) -> str:
        """A ratio with two decimals: 2,20; nothing is a ratio too: 0,00."""
        return self.figure(value, CENTS) if round(value, CENTS) else self.figure(1, CENTS).replace("1", "0")

    def number(self, value: float, decimals: int = CENTS) -> str:
        """A plain number, without zeros at the end."""
        return numerals.number(value, self.language, decimals)

    def day(self, on: date) -> str:
        """A day: 1 maart 2027."""
        return numerals.day(on, self.language)

    def month(self, year: int, month: int) -> str:
        """A month: maart 2027."""
        return numerals.month_of(year, month, self.language)

    def month_and_year(self, year: int, month: int) -> str:
        """A month with its year in two digits: mrt 27."""
        between = "/" if self.direction == "rtl" else " "
        return f"{self.short_months[month - 1]}{between}{year % 100:02d}"

    @cached_property
    def short_months(self) -> tuple[str, ...]:
        """The short names of the months, January first; by number where a language knows none."""
        if self.direction == "rtl":
            return tuple(str(month) for month in range(1, 13))
        names = get_month_names("abbreviated", context="stand-alone", locale=self.language)
        return tuple(names[month].rstrip(".") for month in range(1, 13))
