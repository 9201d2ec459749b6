"""The credits of the examples, and of plans in which one answer is another one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.lending.fit import Fit, Ground, Offer, fit
from bizplan.domain.plan import Answer, Value
from bizplan.domain.readiness import readiness, sentence
from bizplan.domain.readiness.case import Calculated

TODAY = date(2026, 11, 24)
NAMES = ("bakery", "bicycle_repair", "cleaning", "food_truck", "grocery", "hairdresser", "it_service", "tailor")


@cache
def case_of(name: str) -> Calculated:
    """An example with its figures."""
    return changed(name)


@cache
def fit_of(name: str) -> Fit:
    """The credits of an example."""
    return fit(case_of(name))


def changed(name: str, answers: Mapping[str | tuple[str, str], Value | None] | None = None) -> Calculated:
    """An example in which some answers are others, by question or by question and row; None takes one away."""
    plan = plan_file.read(examples.text(name))
    given = dict(plan.answers)
    for key, value in (answers or {}).items():
        place = key if isinstance(key, tuple) else (key, "")
        if value is None:
            given.pop(place, None)
        else:
            given[place] = replace(given[place], value=value) if place in given else Answer(value)
    case = readiness(replace(plan, answers=given), today=TODAY).case
    assert isinstance(case, Calculated)
    return case


def offer_of(found: Fit, lender: str, product: str = "loan") -> Offer:
    """One product."""
    return next(each for each in found.offers if (each.lender.name, each.product.name) == (lender, product))


def ground(offer: Offer, key: str) -> Ground:
    """The reason of this name."""
    return next(each for each in offer.grounds if each.key == key)


def words(ground: Ground) -> str:
    """A reason in English, without what keeps words together."""
    return " ".join(sentence(ground, "en", str).replace("\u2068", "").replace("\u2069", "").split())


def verdicts(found: Fit) -> dict[str, str]:
    """The verdict of each product."""
    return {f"{each.lender.name}.{each.product.name}": each.verdict.value for each in found.offers}
