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


def lending(plan: Plan, on: date) -> Lending:
    """The lender of the first credit that is asked for; where none is asked, the limits that are common to all."""
    asked = asked_loans(plan)
    return lending_of(plan, asked[0], on) if asked else _of(ANY_LENDER, ANY_LOAN, "", on)


def lending_of(plan: Plan, row: str, on: date) -> Lending:
    """The lender and the product of one loan."""
    _, name, product = lender_product(plan, row).split(".")
    return _of(name, product, row, on)


def _of(name: str, product: str, row: str, on: date) -> Lending:
    found = lender(name, on)
    return Lending(found, found.product(product), row)
