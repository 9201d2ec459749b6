"""An amount from both sides: with the VAT that its row says, and without."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from financial_models.law import NotYetKnown, Rate, rate

from .amounts import Per, Sides, sides
from .assumptions import first_month
from .plan import Plan, Value
from .questions import QUESTIONS, Kind, Question
from .questions.question import Vat
from .readiness.sentences import N_, Spoken

INCLUDED = N_("{included} with VAT is {without} without VAT.")
EXCLUDED = N_("{without} without VAT is {included} with VAT.")
WORDS = {Vat.WITH: INCLUDED, Vat.WITHOUT: EXCLUDED}


@dataclass(frozen=True)
class BothSides:
    """An amount with VAT and without, said in the order in which it was given."""

    given: Vat
    found: Sides

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (WORDS[self.given],)

    @property
    def values(self) -> Mapping[str, Spoken]:
        """Both amounts."""
        return {"included": Per(self.found.included), "without": Per(self.found.without)}


def given_side(plan: Plan, question: Question, row: str) -> Vat:
    """Whether an amount is given with VAT or without; where the question leaves it open, as its neighbour says."""
    if question.vat is not Vat.SAID:
        return question.vat
    said = plan.value(f"{question.group}[].price_includes_vat", row) if question.group == "products" else \
        plan.value(f"{question.group}[].includes_vat", row)
    return Vat.WITH if said else Vat.WITHOUT


def both_sides(plan: Plan, question: Question, row: str, value: Value | None, today: date) -> BothSides | None:
    """An amount with and without VAT; None where its row says no rate, or where there is no VAT to show."""
    if question.kind is not Kind.AMOUNT or question.vat is Vat.NONE or not isinstance(value, (int, float)):
        return None
    given, charged = given_side(plan, question, row), _rate(plan, question, row, today)
    if not charged or value <= 0:
        return None
    return BothSides(given, sides(float(value), given, float(charged)))


def rate_of(question: Question, choice: str, on: date) -> Rate | float:
    """The VAT rate that a choice stands for on a day; raises LookupError for one that is none."""
    option = question.option(choice)
    if option is None:
        known = ", ".join(each.key for each in question.options)
        raise LookupError(f"no VAT rate is called {choice!r}; there are {known}")
    return rate(option.law, on) if option.law else float(option.value or 0)


def _rate(plan: Plan, question: Question, row: str, today: date) -> Rate | float:
    asked = QUESTIONS.get(f"{question.group}[].vat")
    choice = plan.value(asked.key, row) if asked else None
    if asked is None or not isinstance(choice, str) or not question.group:
        return 0.0
    if question.group == "products" and plan.value("rules.vat_regime") == "exempt":
        return 0.0
    try:
        return rate_of(asked, choice, first_month(plan, today))
    except NotYetKnown:
        return 0.0
