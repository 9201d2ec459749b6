"""Products as the engine takes them: how the demand is counted, the VAT on the price, what it takes to supply one."""

from typing import Any

from financial_models.assumptions import (
    CustomersServed,
    HoursBilled,
    Product,
    Subscriptions,
    Supply,
    UnitsSold,
)

from .taken import Taken

DEMAND = {"units": UnitsSold, "customers": CustomersServed, "hours": HoursBilled, "subscriptions": Subscriptions}
ZERO_DEMAND: dict[str, dict[str, float]] = {
    "units": {"units": 0.0},
    "customers": {"customers_a_day": 0.0, "open_days": 0.0},
    "hours": {"hours": 0.0, "billed_share": 0.0},
    "subscriptions": {"at_start": 0.0, "new_a_month": 0.0, "churn": 0.0},
}


def products(taken: Taken) -> tuple[Product, ...]:
    """All products; what has no price or no customers yet sells nothing."""
    return tuple(_product(taken, row) for row in taken.complete("products"))


def _product(taken: Taken, row: str) -> Product:
    known = {"price": 0.0, **taken.fields("products[]", row)}
    known["demand"] = _demand(taken, row)
    known["vat_exempt"] = taken.plan.value("products[].vat", row) == "exempt"
    known["supply"] = taken.record(Supply, "products[].supply", row)
    taxed = taken.plan.value("products[].commission_has_vat", row)
    known["commission_vat_rate"] = taken.rate("vat.rates.standard") if taxed else 0.0
    return taken.row(Product, "products", row, **known)


def _demand(taken: Taken, row: str) -> Any:
    sold_by = str(taken.plan.value("products[].sold_by", row))
    known = ZERO_DEMAND[sold_by] | taken.fields("products[].demand", row)
    demand: Any = DEMAND[sold_by](**known)
    return taken.following(demand, "products[].demand", row) if taken.traced else demand
