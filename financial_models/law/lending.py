"""Lenders as data: what they offer, to whom and on which terms, and the limits a dossier is compared with."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from financial_models.law import reading
from financial_models.law.facts import Condition, Contact, Fact, Facts, Named, Worded, facts
from financial_models.law.figures import Rate, Text
from financial_models.law.lookup import NotYetKnown, UnknownKey, rate
from financial_models.law.reading import LENDERS

ANY_LENDER = "blank"
THRESHOLD = "threshold"
Said = TypeVar("Said", bound=Fact)


@dataclass(frozen=True, slots=True)
class Product:
    """One kind of loan of a lender: who may have it, for what, and which papers it takes.

    What the lender does not publish is not among its terms; None where nothing is known of its purposes or papers.
    ``said_since`` is the day from which a lender says this itself, None of what was read in what it publishes.
    """

    name: str
    title: Text
    terms: Mapping[str, Rate]
    conditions: tuple[Condition, ...] = ()
    purposes: Named | Worded | None = None
    papers: Named | None = None
    said_since: date | None = None

    def term(self, name: str) -> Rate | None:
        """One of the terms, or None where it is not known and must be asked."""
        return self.terms.get(name)


@dataclass(frozen=True, slots=True)
class Lender:
    """A lender: its products, and its limits on ratios, the common ones where it has none of its own.

    ``kind`` is microcredit, starter (a loan beside own means), private (somebody one knows) or any; ``beyond`` names
    what it wants to see of a plan beside the usual totals; ``papers`` are those that it takes whatever it lends.
    """

    name: str
    title: Text
    products: tuple[Product, ...]
    thresholds: Mapping[str, Rate]
    kind: str = "any"
    beyond: Named | None = None
    contact: Contact | None = None
    papers: Named | None = None

    @property
    def asks_for(self) -> tuple[str, ...]:
        """What it wants to see beside the usual totals: "household", "residence"; nothing where it is not known."""
        return self.beyond.names if self.beyond else ()

    def product(self, name: str) -> Product:
        """The product with this name."""
        for product in self.products:
            if product.name == name:
                return product
        offered = ", ".join(product.name for product in self.products)
        raise UnknownKey(f"{self.name} has no product {name!r}; it offers {offered}")

    def threshold(self, name: str) -> Rate:
        """The limit by this name."""
        if name not in self.thresholds:
            raise UnknownKey(f"no limit is called {name!r}; there are {', '.join(sorted(self.thresholds))}")
        return self.thresholds[name]


def lenders(on: date = date.max) -> tuple[Lender, ...]:
    """All lenders, with the terms that hold on a day (by default the newest)."""
    return tuple(lender(name, on) for name in reading.topic_names(LENDERS))


def lender(name: str, on: date = date.max) -> Lender:
    """The lender in the file of this name, with the terms that hold on a day (by default the newest)."""
    if name not in reading.topic_names(LENDERS):
        raise UnknownKey(f"no lender is called {name!r}; there are {', '.join(reading.topic_names(LENDERS))}")
    topic = reading.topic(LENDERS, name)
    said = facts(name)
    products = tuple(_product(name, key, title, said, on) for key, title in topic.products.items())
    return Lender(name, topic.title, products, _terms(ANY_LENDER, THRESHOLD, on) | _terms(name, THRESHOLD, on),
                  said.kind, _newest(said.asks_for, "", on), _newest(said.contacts, "", on))


def _product(lender_name: str, name: str, title: Text, said: Facts, on: date) -> Product:
    conditions = tuple(each for each in said.conditions if each.holds(name, on))
    return Product(name, title, _terms(lender_name, name, on), conditions, _newest(said.purposes, name, on),
                   _newest(said.papers, name, on))


def _newest(said: Iterable[Said], product: str, on: date) -> Said | None:
    """Of what is said of a product (or of the lender) on a day, what was said last."""
    return max((each for each in said if each.holds(product, on)), key=lambda each: each.since, default=None)


def _terms(lender_name: str, product: str, on: date) -> dict[str, Rate]:
    """The figures of one product by their last name; what only holds later is left out."""
    prefix = f"lenders.{lender_name}.{product}."
    found = {}
    for key in reading.topic(LENDERS, lender_name).parameters:
        if key.startswith(prefix):
            try:
                found[key.removeprefix(prefix)] = rate(key, on)
            except NotYetKnown:
                continue
    return found
