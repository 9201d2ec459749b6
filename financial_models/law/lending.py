"""Lenders as data: what they offer, on which terms, and the limits a dossier is compared with."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from financial_models.law import reading
from financial_models.law.figures import Rate, Text
from financial_models.law.lookup import NotYetKnown, UnknownKey, rate
from financial_models.law.reading import LENDERS

ANY_LENDER = "blank"
THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Product:
    """One kind of loan of a lender; what the lender does not publish is not among its terms."""

    name: str
    title: Text
    terms: Mapping[str, Rate]

    def term(self, name: str) -> Rate | None:
        """One of the terms, or None where it is not known and must be asked."""
        return self.terms.get(name)


@dataclass(frozen=True, slots=True)
class Lender:
    """A lender: its products, and its limits on ratios, the common ones where it has none of its own."""

    name: str
    title: Text
    products: tuple[Product, ...]
    thresholds: Mapping[str, Rate]

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
    products = tuple(Product(key, title, _terms(name, key, on)) for key, title in topic.products.items())
    return Lender(name, topic.title, products, _terms(ANY_LENDER, THRESHOLD, on) | _terms(name, THRESHOLD, on))


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
