"""The lender of a plan: whom the credit is asked from, on which product, and which limits hold."""

from dataclasses import dataclass
from datetime import date

from financial_models.law import Lender, Product, Rate, lender

from ..assumptions.lender import lender_product
from ..plan import Plan

ANY_LENDER, ANY_LOAN = "blank", "loan"


@dataclass(frozen=True)
class Lending:
    """The lender and the product of the credit that is asked for; ``row`` is the loan, "" where none is asked."""

    lender: Lender
    product: Product
    row: str = ""

    def threshold(self, name: str) -> Rate:
        """A limit of this lender, or the common one where it has none of its own."""
        return self.lender.threshold(name)

    def term(self, name: str) -> Rate | None:
        """A term of the product, or None where the lender does not publish it."""
        return self.product.term(name)


def asked_loans(plan: Plan) -> tuple[str, ...]:
    """The rows of the credits that are asked for with this plan."""
    return tuple(row for row in plan.row_ids("loans") if plan.value("loans[].asked", row) is True)


def lending(plan: Plan, on: date, reader: Lender | None = None) -> Lending:
    """The lender of the first credit that is asked for; where none is asked, the limits that are common to all.

    Where the plan is held against the limits of another lender, the one that reads it, that one stands in its place.
    """
    asked = asked_loans(plan)
    said = lending_of(plan, asked[0], on) if asked else _of(ANY_LENDER, ANY_LOAN, "", on)
    return said if reader is None else Lending(reader, _product_of(reader, said.product), said.row)


def lending_of(plan: Plan, row: str, on: date) -> Lending:
    """The lender and the product of one loan."""
    _, name, product = lender_product(plan, row).split(".")
    return _of(name, product, row, on)


def _product_of(reader: Lender, said: Product) -> Product:
    """The loan of a reader that is meant: the one of the same name, or its only one; else the terms stay as said."""
    same = [each for each in reader.products if each.name == said.name] or list(reader.products)
    return same[0] if len(same) == 1 else said


def _of(name: str, product: str, row: str, on: date) -> Lending:
    found = lender(name, on)
    return Lending(found, found.product(product), row)
