"""Sentences with values in them, in the language of whoever reads: each kind of value knows how it is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bizplan.translations import called
from financial_models.law import Text
from financial_models.readers import numerals

Translate = Callable[[str], str]


def N_(text: str) -> str:
    """Mark a text for the translators where it is written."""
    return text


LARGE = 100
TIMES = 10                      # a share above this many times the whole says no more than that it is far too large
BEYOND = N_("more than {share}")
BETWEEN = {"ar": ("، ", "؛ "), "fr": (", ", "\u00a0; ")}  # items of a list; items with commas in them


class Spoken(Protocol):
    """A value that can be put into a sentence."""

    def said(self, language: str, translate: Translate) -> str:
        """The value in words or digits."""


class Telling(Protocol):
    """Whatever says something: its sentences as English texts, and the values in them."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences, to be translated and filled in."""

    @property
    def values(self) -> Mapping[str, Spoken]:
        """The values by the name they have in the sentences."""


@dataclass(frozen=True)
class Money:
    """An amount in euros; cents are written where they matter."""

    amount: float

    def said(self, language: str, translate: Translate) -> str:
        """The amount with its euro sign."""
        cents = abs(self.amount) < LARGE and round(self.amount, 2) != round(self.amount)
        return numerals.amount(self.amount, language, 2 if cents else 0)


@dataclass(frozen=True)
class PerEuro:
    """How many euros there are for each euro: always with its cents."""

    ratio: float

    def said(self, language: str, translate: Translate) -> str:
        """The ratio as an amount."""
        return numerals.amount(self.ratio, language)


@dataclass(frozen=True)
class Share:
    """A share as a percentage; a share without end is called more than everything."""

    share: float

    def said(self, language: str, translate: Translate) -> str:
        """The percentage; of ten times and more only that it is more."""
        if self.share > TIMES:
            return translate(BEYOND).format(share=numerals.percentage(TIMES, language, 0))
        return numerals.percentage(self.share, language, 2 if abs(self.share) * LARGE < 1 else 1)


@dataclass(frozen=True)
class Count:
    """A plain number."""

    count: float

    def said(self, language: str, translate: Translate) -> str:
        """The number in digits."""
        return numerals.number(self.count, language)


@dataclass(frozen=True)
class Year:
    """A calendar year."""

    year: int

    def said(self, language: str, translate: Translate) -> str:
        """The year in four digits."""
        return str(self.year)


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    first_day: date

    def said(self, language: str, translate: Translate) -> str:
        """The month by its name and its year."""
        return numerals.month_of(self.first_day.year, self.first_day.month, language)


@dataclass(frozen=True)
class Day:
    """A day."""

    day: date

    def said(self, language: str, translate: Translate) -> str:
        """The day, its month by its name."""
        return numerals.day(self.day, language)


@dataclass(frozen=True)
class Words:
    """What somebody typed, such as the name of a product: it is not translated."""

    words: str

    def said(self, language: str, translate: Translate) -> str:
        """The words, kept from disturbing the sentence they stand in."""
        return numerals.apart(self.words, language)


@dataclass(frozen=True)
class Named:
    """A value after the name of what it belongs to, such as a price after its product."""

    name: str
    value: Spoken

    def said(self, language: str, translate: Translate) -> str:
        """The name, kept apart, and the value."""
        return f"{numerals.apart(self.name, language)} {self.value.said(language, translate)}"


@dataclass(frozen=True)
class Term:
    """A text of the application, such as the label of a question."""

    text: str

    def said(self, language: str, translate: Translate) -> str:
        """The text in the language."""
        return translate(self.text)


@dataclass(frozen=True)
class Legal:
    """The name of a figure of law, or of a lender."""

    label: Text

    def said(self, language: str, translate: Translate) -> str:
        """The name in the language, or in English."""
        return numerals.apart(called(self.label, language), language)


@dataclass(frozen=True)
class Several:
    """A few values in a row; of many only the first are named."""

    values: tuple[Spoken, ...]
    most: int = 5

    def said(self, language: str, translate: Translate) -> str:
        """The values with commas between them, or semicolons where a comma stands in one of them."""
        named = [value.said(language, translate) for value in self.values[: self.most]]
        comma, semicolon = BETWEEN.get(language, (", ", "; "))
        more = ["…"] if len(self.values) > self.most else []
        return (semicolon if any(comma in name for name in named) else comma).join([*named, *more])


def several(names: Sequence[str]) -> Several:
    """A few names that somebody typed."""
    return Several(tuple(Words(name) for name in names))


def phrase(text: str, values: Mapping[str, Spoken], language: str, translate: Translate) -> str:
    """One text, translated and filled in."""
    return translate(text).format(**{name: value.said(language, translate) for name, value in values.items()})


def sentence(telling: Telling, language: str, translate: Translate) -> str:
    """All that is said: what was found, what it means and what would mend it."""
    return " ".join(phrase(text, telling.values, language, translate) for text in telling.texts)
