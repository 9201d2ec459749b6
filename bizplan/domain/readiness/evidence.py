"""How sure the sales are: what each product's price and quantity rest on, weighed by what it brings in."""

from dataclasses import dataclass

from financial_models.assumptions import Grade

from .case import Calculated, Case

QUANTITIES = {
    "units": ("products[].units",),
    "customers": ("products[].customers_a_day",),
    "hours": ("products[].hours", "products[].billed_share"),
    "subscriptions": ("products[].new_subscribers",),
}


@dataclass(frozen=True)
class EvidenceSpread:
    """The share of the sales that rests on each grade, from a guess to a contract; nothing is sold: no shares."""

    shares: tuple[tuple[Grade, float], ...]

    def share(self, grade: Grade) -> float:
        """The share of the sales that rests on this grade."""
        return dict(self.shares).get(grade, 0.0)


def quantities(case: Case, row: str) -> tuple[str, ...]:
    """The questions that say how much of a product is sold."""
    return QUANTITIES[str(case.value("products[].sold_by", row))]


def grade_of_quantity(case: Case, row: str) -> Grade:
    """What the quantity of a product rests on: the weakest of its answers."""
    return min(case.grade(key, row) for key in quantities(case, row))


def grade_of_sales(case: Case, row: str) -> Grade:
    """What the sales of a product rest on: the weaker of price and quantity."""
    return min(case.grade("products[].price", row), grade_of_quantity(case, row))


def revenue_by_product(case: Calculated) -> dict[str, float]:
    """What each product brings in over the plan."""
    products = zip(case.engine.assumptions.products, case.engine.parts.trade.sales, strict=True)
    return {product.id: float(case.series(sales.revenue).sum()) for product, sales in products}


def evidence_spread(case: Calculated) -> EvidenceSpread:
    """The share of the sales that rests on each grade."""
    revenue = revenue_by_product(case)
    whole = sum(revenue.values())
    if whole <= 0:
        return EvidenceSpread(())
    shares = dict.fromkeys(Grade, 0.0)
    for row, amount in revenue.items():
        shares[grade_of_sales(case, row)] += amount / whole
    return EvidenceSpread(tuple(shares.items()))
