"""Amounts, numbers, days and drawings as the pages show them.

Whatever has digits stands in `<bdi>`, so that it is never torn apart in a text that runs from the
right; amounts run from the left in every language. All languages use the digits of bills and bank
statements. `furnish` gives all of it to the templates, where the language need not be said: it is
that of the page, which is why components are imported `with context`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from math import isfinite
from typing import Any

from babel.dates import get_month_names
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from bizplan.domain.clock import here
from bizplan.translations import SPOKEN_BY_LAW, Translated
from bizplan.web.icons import icon, mark, symbols
from financial_models.law import Text
from financial_models.readers import numerals

NOTHING = Markup("–")
CLOCKS = {"nl": "%H.%M"}  # on Belgian posters and timetables; elsewhere with a colon
CENT = 0.005
ISOLATES = {ord(numerals.LEFT_TO_RIGHT): None, ord(numerals.FIRST_STRONG): None, ord(numerals.POP): None}
LONG_ARABIC = {"كانون الثاني": "ك2", "تشرين الأول": "ت1", "تشرين الثاني": "ت2", "كانون الأول": "ك1"}


def left_to_right(text: str) -> Markup:
    """A text of digits and signs that runs from the left wherever it stands."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text.translate(ISOLATES))


def apart(text: object) -> Markup:
    """Words or digits that keep their own direction."""
    return Markup("<bdi>{}</bdi>").format(text)


def source_title(title: Text, language: str) -> Markup:
    """The title of a source of law; it stays in a language in which it can be looked up, and says which it is.

    Where a source is a lender or a reader here, the application has words for it in every language.
    """
    if language in SPOKEN_BY_LAW or isinstance(title, Translated):
        return apart(title.text(language))
    return Markup('<bdi lang="en">{}</bdi>').format(title.en)


def money(value: float | None, language: str, cents: bool = False) -> Markup:
    """An amount in whole euros, or to the cent: € 1.602."""
    if value is None or not isfinite(value):
        return NOTHING
    return left_to_right(numerals.amount(value, language, 2 if cents else 0))


def price(value: float | None, language: str) -> Markup:
    """An amount with its cents where it has any: € 2,60, € 58."""
    return money(value, language, cents=value is not None and isfinite(value) and abs(value - round(value)) >= CENT)


def change(value: float, language: str) -> Markup:
    """By how much an amount became more or less: + € 901."""
    sign = "+" if value > 0 else numerals.MINUS if value < 0 else "±"
    amount = numerals.amount(abs(value), language, 0).translate(ISOLATES)
    return left_to_right(f"{sign}{numerals.NO_BREAK}{amount}")


def number(value: float | None, language: str, decimals: int = 2) -> Markup:
    """A plain number without zeros at its end: 1.234,5."""
    if value is None or not isfinite(value):
        return NOTHING
    return left_to_right(numerals.number(value, language, decimals))


def share(value: float | None, language: str, decimals: int = 0) -> Markup:
    """A part of a whole: 28 %."""
    if value is None or not isfinite(value):
        return NOTHING
    return left_to_right(numerals.percentage(value, language, decimals))


def figure(value: float | None, language: str, decimals: int = 0) -> Markup:
    """An amount in a column: no sign for the euro, a dash for nothing."""
    if value is None or not isfinite(value) or round(value, decimals) == 0:
        return NOTHING
    notation = numerals.NOTATIONS[language]
    digits = f"{abs(value):,.{decimals}f}".translate({ord(","): notation.thousands, ord("."): notation.decimal})
    return left_to_right(f"{numerals.MINUS if value < 0 else ''}{digits}")


def day(on: date, language: str) -> Markup:
    """A day: 1 maart 2027."""
    return dated(on.isoformat()[:10], numerals.day(on, language))


def month(on: date, language: str) -> Markup:
    """A month: maart 2027."""
    return dated(f"{on.year:04}-{on.month:02}", numerals.month_of(on.year, on.month, language))


def short_month(on: date, language: str, year: bool = False) -> str:
    """The short name of a month, for charts and columns: mrt, or mrt 2027."""
    if language == "ar":
        name = numerals.month_name(on.month, language)
        name = LONG_ARABIC.get(name, name)
    else:
        name = get_month_names("abbreviated", context="stand-alone", locale=language)[on.month].rstrip(".")
    return f"{name}{numerals.NO_BREAK}{on.year}" if year else name


def clock(at: datetime, language: str) -> Markup:
    """The time of the day in Belgium: 14.32."""
    return dated(here(at).strftime("%H:%M"), written_clock(at, language))


def moment(at: datetime, language: str) -> Markup:
    """A day and the time of the day: 20 november 2026, 16.05."""
    local = here(at)
    return dated(local.strftime("%Y-%m-%dT%H:%M"),
                 f"{numerals.day(local.date(), language)}{comma(language)}{written_clock(at, language)}")


def comma(language: str) -> str:
    """What stands between two parts of a line."""
    return "، " if language == "ar" else ", "


def written_clock(at: datetime, language: str) -> str:
    """The time of the day in Belgium as plain text."""
    return here(at).strftime(CLOCKS.get(language, "%H:%M"))


def dated(machine: str, words: str) -> Markup:
    """A time that programs can read too."""
    return Markup('<time datetime="{}"><bdi>{}</bdi></time>').format(machine, words.translate(ISOLATES))


def fill(text: str, **values: object) -> Markup:
    """A translated sentence with its placeholders filled in; what is filled in cannot break the page."""
    return escape(text).format(**{name: value if isinstance(value, Markup) else apart(value)
                                  for name, value in values.items()})


def in_language(written: Callable[..., Any]) -> Callable[..., Any]:
    """The same for templates, in the language of the page."""

    @pass_context
    def of_page(context: Context, value: Any, *more: Any, **named: Any) -> Any:
        language = context.get("language")
        if language is None:
            raise LookupError("The page has no `language`: import the component `with context`.")
        return written(value, language, *more, **named)

    return of_page


WRITTEN = (money, price, change, number, share, figure, day, month, short_month, clock, moment)


def furnish(environment: Environment) -> None:
    """Gives the templates of an environment everything above, as filters and as functions."""
    for written in WRITTEN:
        environment.filters[written.__name__] = in_language(written)
    environment.filters.update(fill=fill, apart=apart)
    environment.globals.update(icon=icon, symbols=symbols, mark=mark)
