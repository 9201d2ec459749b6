"""Rules on what is sold: how much, how soon, at which price and with which margin."""

from collections.abc import Iterator
from typing import Any

from financial_models.assumptions import Grade, HoursBilled, Product, UnitsSold

from ..case import Calculated, Case
from ..evidence import grade_of_quantity, quantities
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Count, Money, Share, Words, several

WEEKS = 52
SLIGHTLY = 0.05


@on_answers(
    WARNING, "market",
    found=N_("The twelve months of {product} average {average} instead of 1."),
    means=N_("A season moves sales between months; here it changes the year."),
    mend=N_("Make the twelve numbers add up to 12."),
)
def season_uneven(case: Case) -> Found:
    """A season averages 1 over the year."""
    for row in case.rows("products"):
        season = case.value("products[].season", row)
        if isinstance(season, tuple) and season:
            average = sum(float(factor) for factor in season) / len(season)
            if abs(average - 1) > 0.01:
                yield Noticed(
                    {"product": Words(case.name("products", row)), "average": Count(round(average, 2))},
                    (case.place("products[].season", row),),
                    severity=REMARK if abs(average - 1) <= SLIGHTLY else WARNING,
                )


@on_figures(
    WARNING, "operations",
    found=N_("In {month} more {product} is asked for than can be made: {count} too many."),
    means=N_("What cannot be made is not sold; the plan leaves it out."),
    mend=N_("Raise the capacity with its cost, or plan fewer sales."),
)
def capacity_exceeded(case: Calculated) -> Found:
    """Demand stays within what can be made."""
    for product, demand in _demands(case):
        away = case.series(demand.turned_away)
        if away.max() > 0.01:
            month = int(away.argmax()) + 1
            count, quantity = round(float(away.max()), 1), quantities(case, product.id)[0]
            yield Noticed(
                {"product": Words(product.name), "month": case.month(month), "count": Count(count)},
                (case.place("products[].capacity", product.id), case.place(quantity, product.id)),
                (case.figure(demand.turned_away, month),),
            )


@on_figures(
    WARNING, "idea",
    found=N_("Of the hours of {product}, {share} is billed to customers; {limit} is realistic."),
    means=N_("Offers, travel, buying and bookkeeping take hours that nobody pays."),
    mend=N_("Lower the share that is billed, or show a log of hours."),
)
def hours_billed_high(case: Calculated) -> Found:
    """Who sells hours cannot bill them all."""
    limit = case.threshold("capacity_share")
    for product in case.engine.assumptions.products:
        if isinstance(product.demand, HoursBilled) and round(product.demand.billed_share, 4) > limit:
            yield Noticed(
                {"product": Words(product.name), "share": Share(product.demand.billed_share), "limit": Share(limit)},
                (case.place("products[].billed_share", product.id),), (), limit,
            )


@on_figures(
    WARNING, "competences",
    found=N_("The sales take {needed} hours a month; there are {available} to give."),
    means=N_("Nobody can keep selling hours that are not there."),
    mend=N_("Plan fewer sales, add a helping hand with its cost, or count the hours again."),
)
def hours_not_there(case: Calculated) -> Found:
    """The hours that the sales take are there, with those of partners and staff."""
    mine = case.number("competences.hours_a_week") * WEEKS / 12
    staff = sum(float(person.time_share) for person in case.engine.assumptions.employees)
    people = 1 + len(case.rows("team.partners")) + staff
    available = mine * people + sum(float(work.hours) for work in case.engine.assumptions.casual_work)
    needed = _hours_needed(case)
    if mine and needed > available * 1.01:
        yield Noticed(
            {"needed": Count(round(needed)), "available": Count(round(available))},
            (case.place("competences.hours_a_week"), *(case.place("products[].hours", row) for row in _hourly(case))),
        )


def _hours_needed(case: Calculated) -> float:
    """Hours sold in a normal month, and the minutes of what is sold by the piece."""
    minutes = case.number("operations.minutes_a_unit")
    demands = [product.demand for product in case.engine.assumptions.products]
    hours = sum(float(demand.hours) for demand in demands if isinstance(demand, HoursBilled))
    return hours + sum(float(demand.units) * minutes / 60 for demand in demands if isinstance(demand, UnitsSold))


def _hourly(case: Case) -> list[str]:
    return [row for row in case.rows("products") if case.value("products[].sold_by", row) == "hours"]


@on_answers(
    WARNING, "projection",
    found=N_("Sold as much in the first month as in a normal one: {products}."),
    means=N_("Customers must first find a new business."),
    mend=N_("Say which share is sold in the first month, and after how many months sales are normal."),
)
def no_ramp_up(case: Case) -> Found:
    """Sales of a new business grow, unless a trial showed that they are there."""
    first = "products[].ramp_first"
    rows = [row for row in _unproven(case) if case.value(first, row) is None or case.number(first, row) == 1]
    if rows:
        names = several([case.name("products", row) for row in rows])
        places = tuple(case.place(first, row) for row in rows)
        yield Noticed({"products": names}, places, (), case.threshold("ramp_up_first_month"))


@on_answers(
    REMARK, "projection",
    found=N_("Growing faster than the evidence for it: {products}."),
    means=N_("Without test sales {limit} in the first month and {target} months is what others see."),
    mend=N_("Begin lower, take longer, or try it first and note what was sold."),
)
def ramp_up_steep(case: Case) -> Found:
    """Sales do not grow faster than the evidence for them allows."""
    limit, target = case.threshold("ramp_up_first_month"), case.threshold("ramp_up_target_month")
    steep = [row for row in _unproven(case) if _is_steep(case, row, limit, target)]
    if steep:
        names = several([case.name("products", row) for row in steep])
        places = tuple(case.place("products[].ramp_first", row) for row in steep)
        yield Noticed({"products": names, "limit": Share(limit), "target": Count(target)}, places, (), limit)


def _is_steep(case: Case, row: str, limit: float, target: float) -> bool:
    share, months = case.value("products[].ramp_first", row), case.number("products[].ramp_months", row) or 1
    return isinstance(share, (int, float)) and share < 1 and (share > limit or months < target)


def _unproven(case: Case) -> Iterator[str]:
    """Products whose quantity does not rest on test sales or contracts; subscriptions grow by themselves."""
    for row in case.rows("products"):
        counted = case.value("products[].sold_by", row) != "subscriptions"
        if counted and case.is_answered("products[].price", row) and grade_of_quantity(case, row) < Grade.TEST_SALE:
            yield row


@on_figures(
    BLOCKER, "idea",
    found=N_("{product} is sold for {price} without VAT and costs {cost} to buy or make."),
    means=N_("Each sale loses money: selling more makes it worse."),
    mend=N_("Raise the price, buy cheaper, or leave it out."),
)
def price_below_cost(case: Calculated) -> Found:
    """A price without VAT is above what the thing costs."""
    for product in case.engine.assumptions.products:
        price, cost = _price(product), product.supply.cost_per_unit + product.supply.cost_share * _price(product)
        if product.price > 0 and cost >= price:
            yield Noticed(
                {"product": Words(product.name), "price": Money(price), "cost": Money(cost)},
                (case.place("products[].price", product.id), case.place("products[].cost_per_unit", product.id)),
                (case.figure(f"sales.{product.id}.revenue"),),
            )


@on_figures(
    WARNING, "idea",
    found=N_("With waste, VAT and commission {product} costs {cost} and brings in {sales} over the plan."),
    means=N_("What it costs to sell is more than what it brings."),
    mend=N_("Look at waste, commission and price."),
)
def margin_negative(case: Calculated) -> Found:
    """Over the plan a product brings in more than it costs, waste, lost VAT and commission included."""
    trade = case.engine.parts.trade
    for product, sold, bought in zip(case.engine.assumptions.products, trade.sales, trade.purchases, strict=True):
        sales = float(case.series(sold.revenue).sum())
        cost = float(case.series(bought.cost).sum() + case.series(sold.commission_cost).sum())
        unit = product.supply.cost_per_unit + product.supply.cost_share * _price(product)
        if sales > 0 and cost > sales and unit < _price(product):
            yield Noticed(
                {"product": Words(product.name), "cost": Money(cost), "sales": Money(sales)},
                (case.place("products[].waste", product.id), case.place("products[].commission", product.id)),
                (case.figure(sold.revenue), case.figure(bought.cost)),
            )


def _price(product: Product) -> float:
    """The price without VAT."""
    return float(product.price) / (1 + product.vat_rate * product.price_includes_vat)


def _demands(case: Calculated) -> Iterator[tuple[Product, Any]]:
    yield from zip(case.engine.assumptions.products, case.engine.parts.trade.demands, strict=True)
