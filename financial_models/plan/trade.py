"""Selling and buying: each product's demand, sales and goods, and where the business stands with VAT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..assumptions import Assumptions, CustomersServed, HoursBilled, Product, Subscriptions, UnitsSold
from ..blocks.purchases import Purchases
from ..blocks.sales import CustomersDemand, Demand, HoursDemand, Sales, SubscriptionDemand, UnitsDemand
from ..blocks.test_phase import TestPhase
from ..blocks.vat import VatStatus
from ..language import Block, Term, smaller, total
from .beginning import Beginning

A_COMMON_YEAR = 2025            # not a leap year: the law prorates over 365 days


@dataclass
class Trade:
    """The blocks of selling and buying, product by product in the same order."""

    demands: list[Demand]
    status: VatStatus
    sales: list[Sales]
    purchases: list[Purchases]
    test_phase: TestPhase | None

    @property
    def blocks(self) -> list[Block]:
        """In the order in which they are calculated."""
        return [*self.demands, self.status, *self.sales, *self.purchases,
                *([self.test_phase] if self.test_phase else [])]


def trade(a: Assumptions, start: Beginning) -> Trade:
    """Demand first, since it decides on the VAT exemption; then what that makes of prices and costs."""
    demands = [demand(product, start) for product in a.products]
    status = vat_status(a, demands, start)
    sold = [sales(product, d, status, start) for product, d in zip(a.products, demands, strict=True)]
    bought = [purchases(product, d, status, start) for product, d in zip(a.products, demands, strict=True)]
    return Trade(demands, status, sold, bought, test_phase(a, sold, bought, start))


def demand(product: Product, start: Beginning) -> Demand:
    """The demand for a product, by what its seller knows: units, customers, hours or subscribers."""
    t = start.timeline
    kind, known = counted(product.demand)
    return kind(
        f"demand.{product.id}", product.name, **known, price=product.price,
        price_includes_vat=float(product.price_includes_vat), vat_rate=product.vat_rate,
        exempt=float(product.vat_exempt), from_month=product.from_month, ramp_first=product.ramp_first,
        ramp_months=product.ramp_months, season=list(product.season), limited=float(product.capacity is not None),
        capacity=0.0 if product.capacity is None else product.capacity, price_growth=product.price_growth,
        volume_growth=product.volume_growth, sales_factor=start.levers.sales_factor, now=t.now, of_year=t.of_year,
        plan_years=t.plan_years, trading=t.trading)


def counted(d: UnitsSold | CustomersServed | HoursBilled | Subscriptions) -> tuple[type[Demand], dict[str, Any]]:
    """The rows that count what is sold, and the inputs that only they have."""
    match d:
        case UnitsSold():
            return UnitsDemand, {"normal": d.units}
        case CustomersServed():
            return CustomersDemand, {"customers": d.customers_a_day, "open_days": d.open_days}
        case HoursBilled():
            return HoursDemand, {"hours": d.hours, "billed": d.billed_share}
        case Subscriptions():
            return SubscriptionDemand, {"at_start": d.at_start, "new": d.new_a_month, "churn": d.churn}


def vat_status(a: Assumptions, demands: list[Demand], start: Beginning) -> VatStatus:
    """The exemption, or the ordinary regime from the first day."""
    t = start.timeline
    return VatStatus(
        "vat_status", chosen=float(a.vat.regime == "exempt"), taxed=taxed(demands),
        threshold=start.law("vat.exemption.threshold"), tolerance=start.law("vat.exemption.overshoot_share"),
        days_left=days_left(), days=float(days_left()[0]), turnover=total(*(d.counted for d in demands)),
        of_year=t.of_year, january=t.january, starting=t.starting, trading=t.trading, testing=t.testing,
        years_started=t.years_started)


def taxed(demands: list[Demand]) -> Term | float:
    """1 where a product is not exempt by its nature, or where nothing is sold yet."""
    return smaller(1, total(*(1 - d.exempt for d in demands))) if demands else 1.0


def days_left() -> list[float]:
    """The days from the first of each month to the end of a common year."""
    return [float((date(A_COMMON_YEAR + 1, 1, 1) - date(A_COMMON_YEAR, month, 1)).days) for month in range(1, 13)]


def sales(product: Product, d: Demand, status: VatStatus, start: Beginning) -> Sales:
    """What customers owe and pay for a product."""
    t = start.timeline
    return Sales(
        f"sales.{product.id}", product.name, on_list=d.on_list, price_includes_vat=d.price_includes_vat,
        vat_rate=d.vat_rate, exempt=d.exempt, charges=status.charges, deducts=status.liable, trading=t.trading,
        testing=t.testing, late_1=product.paid_after_1, late_2=product.paid_after_2, late_3=product.paid_after_3,
        never=product.never_paid, commission_share=product.commission, commission_vat_rate=product.commission_vat_rate)


def purchases(product: Product, d: Demand, status: VatStatus, start: Beginning) -> Purchases:
    """The goods that a product takes."""
    t, s = start.timeline, product.supply
    return Purchases(
        f"purchases.{product.id}", product.name, units=d.units, sold=d.without_vat, cost_per_unit=s.cost_per_unit,
        cost_share=s.cost_share, cost_growth=s.cost_growth, waste=s.waste, vat_rate=s.vat_rate, exempt=d.exempt,
        opening_stock=s.opening_stock, first_stock=s.first_stock, stock_days=s.stock_days,
        credit_months=s.credit_months, imported=float(s.imported), duty_rate=s.duty, transit=s.transit_months,
        prepaid_share=s.prepaid_share, cost_factor=start.levers.cost_factor, plan_years=t.plan_years, month=t.month,
        trading=t.trading, testing=t.testing, deducts=status.liable)


def test_phase(a: Assumptions, sold: list[Sales], bought: list[Purchases], start: Beginning) -> TestPhase | None:
    """The trial in the cooperative, where there is one."""
    if a.test_phase is None:
        return None
    return TestPhase("test_phase", sales=total(*(s.test_revenue for s in sold)),
                     goods=total(*(p.test_used for p in bought)), commission=total(*(s.test_commission for s in sold)),
                     share=a.test_phase.cooperative_share, starting=start.timeline.starting)
