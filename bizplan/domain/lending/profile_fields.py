"""What an own profile of a lender is made of: its fields, declared as questions, and what does not fit together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from financial_models.law import ANY_LENDER, Rate, lender

from ..plan import Value
from ..questions import Kind, Question
from ..questions.planning.papers import PAPERS
from ..questions.question import Option
from ..readiness.sentences import N_, Count, Legal, Spoken
from ..typed import Echo, Problem
from .profiles import Standing, figure_of

LARGEST = 1_000_000
LONGEST = 120
MOST_TIMES = 100
LARGEST_RATIO = 10
YEARS_AHEAD = 5
MORE = {"household": N_("The household budget, row by row"),
        "residence": N_("The residence card and until when it is valid")}
"""What a lender can ask to see beside the usual cut of a plan; the entrepreneur decides each time."""
NOT_A_LIMIT = "microcredit_amount"
"""What stands among the limits of all lenders and is no lender's own: the word microcredit, as Europe defines it."""


def _amount(key: str, ask: str, help: str = "", *, required: bool = False) -> Question:
    return Question(key, ask, Kind.AMOUNT, help=help, low=0, high=LARGEST, unit="EUR", required=required)


def _share(key: str, ask: str, help: str = "") -> Question:
    return Question(key, ask, Kind.SHARE, help=help, low=0, high=1)


def _months(key: str, ask: str, help: str = "", *, low: float = 1, high: float = LONGEST) -> Question:
    return Question(key, ask, Kind.MONTHS, help=help, low=low, high=high, unit="months")


SINCE = Question("since", N_("From which day does this hold?"), Kind.DATE, required=True,
                 help=N_("What holds before that day stays in the history."))
TITLE = Question("title", N_("What is the lender called?"), Kind.TEXT, required=True,
                 help=N_("As entrepreneurs know it."))
ABOUT_FIELDS = (
    TITLE,
    Question("qualifies", N_("Who can get a loan from you?"), Kind.LONG_TEXT,
             help=N_("In plain words: where people live, how far their plan is, what excludes somebody.")),
    Question("purposes", N_("What may the money be used for?"), Kind.LONG_TEXT, help=N_("One purpose a line.")),
    Question("papers", N_("Which papers do you ask for?"), Kind.CHOICES,
             options=tuple(Option(each.name, each.label) for each in PAPERS)),
    Question("asks_for", N_("What do you ask to see beside the usual file?"), Kind.CHOICES,
             help=N_("You see totals of the household and no residence card, unless you ask here and the entrepreneur "
                     "agrees each time."),
             options=tuple(Option(key, words) for key, words in MORE.items())),
    Question("contact", N_("How do people reach you?"), Kind.LONG_TEXT,
             help=N_("An address, a telephone number, an e-mail address. Everybody who looks for a loan reads it.")),
)
PRODUCT_FIELDS = (
    Question("title", N_("What is this loan called?"), Kind.TEXT, required=True),
    Question("qualifies", N_("For whom is it?"), Kind.LONG_TEXT),
)
TERMS = (
    _amount("amount_min", N_("Smallest amount")),
    _amount("amount_max", N_("Largest amount"), required=True),
    _amount("amount_max_first_year", N_("Largest amount in the first year of a business"),
            N_("Leave it empty if it is the same.")),
    _share("rate", N_("Yearly interest rate"),
           N_("Leave it empty if you only say it in an offer: then the entrepreneur asks you.")),
    Question("nominal_twelfth", N_("Is the monthly rate a twelfth of the yearly rate?"), Kind.YES_NO,
             help=N_("Say no if you compound: (1 + rate)^(1/12) − 1.")),
    _months("months_min", N_("Shortest term")),
    _months("months_max", N_("Longest term")),
    _months("grace_max", N_("Months at the beginning without repayment, at most"),
            N_("In these months only interest is paid."), low=0, high=LONGEST - 1),
    _share("fee_share", N_("File fee, as a part of the amount")),
    _amount("fee_min", N_("File fee, at least")),
    _amount("fee_cap", N_("File fee, at most")),
    Question("guarantor_needed", N_("Do you ask for a surety?"), Kind.YES_NO),
    _share("guarantor_share", N_("For which part of the amount is the surety bound?")),
    _share("own_contribution_share", N_("Own money, as a part of all that is needed, at least")),
    Question("own_contribution_multiple", N_("The loan is at most so many times the own money"), Kind.NUMBER,
             low=0, high=MOST_TIMES),
)


def _limit(key: str) -> Question:
    label, unit = figure_of(key)
    kind, high = {"share": (Kind.SHARE, 1), "EUR": (Kind.AMOUNT, LARGEST), "months": (Kind.MONTHS, LONGEST)}.get(
        unit, (Kind.NUMBER, LARGEST_RATIO))
    return Question(key, label.en, kind, low=0, high=high, unit=unit if unit in ("EUR", "months") else "")


LIMITS = tuple(_limit(each) for each in lender(ANY_LENDER).thresholds if each != NOT_A_LIMIT)
"""The limits that a lender may set for itself; where it sets none, the common one holds."""

AMOUNTS = N_("The smallest amount is {low}, the largest {high}. Change one of them.")
FIRST_YEAR = N_("In the first year this is more than the largest amount, which is {high}. Change one of them.")
TERM = N_("The shortest term is {low}, the longest {high}. Change one of them.")
GRACE = N_("These are as many months as the whole term of {high}, or more. At least one month is left to repay.")
NO_FEE = N_("Here is a limit to the file fee, but no fee. Fill in the fee, or leave this empty.")
FEES = N_("The fee is at least {low} and at most {high}. Change one of them.")
NO_SURETY = N_("Here is the part of a surety, but no surety is asked. Say yes above, or leave this empty.")
OUT_OF_ORDER = N_("“{low_name}” is {low} and “{high_name}” is {high}: the first cannot be more than the second.")
NOT_EARLIER = N_("What held until yesterday stays as it was. Choose today or a later day.")
TOO_FAR = N_("Choose a day in the next {years} years.")

CHANGED = N_("Somebody else changed this meanwhile. Now it is: {value}. Save again if yours is right.")
EMPTIED = N_("Somebody else emptied this meanwhile. Save again if yours is right.")

IN_ORDER = (
    ("instalment_share_green", "instalment_share_red"), ("dscr_red", "dscr_green"), ("dscr_stop", "dscr_red"),
    ("break_even_month", "break_even_month_late"), ("solvency_red", "solvency_green"),
)
"""Limits of which the first cannot be more than the second."""
BY_NAME = {each.key: each for each in (*TERMS, *LIMITS)}


def terms_refused(values: Mapping[str, Value]) -> dict[str, Problem]:
    """What does not fit together in the terms of a loan, by the field where it is mended."""
    return {name: problem for name, problem in (
        ("amount_min", _above(values, "amount_min", "amount_max", AMOUNTS)),
        ("amount_max_first_year", _above(values, "amount_max_first_year", "amount_max", FIRST_YEAR)),
        ("months_min", _above(values, "months_min", "months_max", TERM)),
        ("grace_max", _above(values, "grace_max", "months_max", GRACE, least=1)),
        ("fee_min", _without(values, "fee_min", "fee_share", NO_FEE) or _above(values, "fee_min", "fee_cap", FEES)),
        ("fee_cap", _without(values, "fee_cap", "fee_share", NO_FEE)),
        ("guarantor_share", _without(values, "guarantor_share", "guarantor_needed", NO_SURETY)),
    ) if problem}


def limits_refused(values: Mapping[str, Value], on: date) -> dict[str, Problem]:
    """Limits that are out of order, with the common ones where the lender sets none."""
    return out_of_order(values, lender(ANY_LENDER, on).thresholds)


def out_of_order(values: Mapping[str, Value], otherwise: Mapping[str, Rate]) -> dict[str, Problem]:
    """Limits that are out of order, with those that hold otherwise where none is said."""
    found = dict[str, Problem]()
    for low, high in IN_ORDER:
        first, second = (_number(values.get(name, otherwise[name].value)) for name in (low, high))
        if first > second and (low in values or high in values):
            said: dict[str, Spoken] = {
                "low_name": Legal(figure_of(low)[0]), "low": Echo(BY_NAME[low], first),
                "high_name": Legal(figure_of(high)[0]), "high": Echo(BY_NAME[high], second)}
            found.setdefault(low if low in values else high, Problem(OUT_OF_ORDER, said))
    return found


def since_refused(since: date, today: date) -> Problem | None:
    """Why values cannot hold from this day on."""
    if since < today:
        return Problem(NOT_EARLIER)
    return Problem(TOO_FAR, {"years": Count(YEARS_AHEAD)}) if since.year > today.year + YEARS_AHEAD else None


def limits_in(language: str) -> tuple[Question, ...]:
    """The limits, named in a language as the profiles name them."""
    return tuple(replace(each, label=figure_of(each.key)[0].text(language)) for each in LIMITS)


def news(fields: Iterable[Question], values: Mapping[str, Value], shown: Mapping[str, Standing],
         today: date) -> dict[str, Value | None]:
    """What a form says that did not hold yet; whoever leaves a copied or an old figure as it is confirms it."""
    found: dict[str, Value | None] = {}
    for name in (each.key for each in fields):
        said, stood = values.get(name), shown.get(name)
        if stood is None:
            found |= {} if said is None else {name: said}
        elif said != stood.value or stood.wants_confirming(today):
            found[name] = said
    return found


def clashes(fields: Iterable[Question], new: Mapping[str, Value | None], then: Mapping[str, Standing],
            now: Mapping[str, Standing]) -> dict[str, Problem]:
    """Fields that somebody else changed while a form was open that changes them too, with what they are now."""
    found = {}
    for each in fields:
        was, became = (stands[each.key].value if each.key in stands else None for stands in (then, now))
        if each.key in new and was != became:
            found[each.key] = Problem(EMPTIED) if became is None else Problem(CHANGED, {"value": Echo(each, became)})
    return found


def _above(values: Mapping[str, Value], low: str, high: str, text: str, least: float = 0) -> Problem | None:
    """The problem where the first is more than the second, or less than ``least`` below it."""
    if low not in values or high not in values or _number(values[low]) + least <= _number(values[high]):
        return None
    return Problem(text, {"low": Echo(BY_NAME[low], values[low]), "high": Echo(BY_NAME[high], values[high])})


def _without(values: Mapping[str, Value], name: str, needed: str, text: str) -> Problem | None:
    """The problem where one thing is said and what it belongs to is not."""
    return Problem(text) if name in values and not values.get(needed) else None


def _number(value: Value) -> float:
    assert isinstance(value, (int, float)), value
    return float(value)
