"""Rules that hold a plan against what is known of its kind of business: soft, each with its source."""

from financial_models.law import Rate

from ..case import Calculated, Case
from ..rule import REMARK, WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Share, several

SECOND_YEAR = 2
CATERING = ("restaurant", "food_truck")
FOOD = ("bakery", "grocery", "food_truck")
FULLY_TAXED = ("it", "hair_and_beauty", "cleaning", "transport", "language")


@on_figures(
    REMARK, "idea",
    found=N_("Goods cost {share} of the sales; in this trade it is between {low} and {high}."),
    means=N_("An officer will ask why this business is different."),
    mend=N_("Check prices and what one costs, or say why it is so."),
)
def margin_outside_band(case: Calculated) -> Found:
    """The cost of goods lies in the band of the trade, where one is known."""
    band = _band(case)
    share = _goods_share(case)
    if band and share > 0 and not band[0] <= round(share, 3) <= band[1]:
        threshold = band[2] if share < band[0] else band[3]
        yield Noticed(
            {"share": Share(share), "low": Share(band[0]), "high": Share(band[1])},
            (case.place("products"),),
            (case.figure(case.engine.statements.profit.margin_share, case.horizon),), threshold,
        )


def _band(case: Case) -> tuple[float, float, Rate, Rate] | None:
    """The least and the most that goods take of the sales, and the figures behind them."""
    sector = case.value("idea.sector")
    if sector in CATERING:
        low, high = case.law("benchmarks.restaurant.food_cost_low"), case.law("benchmarks.restaurant.food_cost_high")
        return float(low), float(high), low, high
    if sector == "bakery":
        bread, resale = case.law("benchmarks.bakery.bread_margin"), case.law("benchmarks.bakery.resale_margin_low")
        return 1 - bread, 1 - resale, bread, resale
    return None


def _goods_share(case: Calculated) -> float:
    profit = case.engine.statements.profit
    sales = case.by_year(profit.turnover)[SECOND_YEAR - 1]
    return case.by_year(profit.purchases)[SECOND_YEAR - 1] / sales if sales > 0 else 0.0


@on_figures(
    WARNING, "idea",
    found=N_("Food costs {share} of the sales; below {limit} something is forgotten."),
    means=N_("Waste, packaging or oil are often left out."),
    mend=N_("Write a cost card for each dish."),
)
def food_cost_implausible(case: Calculated) -> Found:
    """Food has its price, also for a cook who buys well."""
    limit, share = case.law("benchmarks.restaurant.food_cost_implausible"), _goods_share(case)
    if case.value("idea.sector") in CATERING and share < limit:
        yield Noticed({"share": Share(share), "limit": Share(limit)}, (case.place("products"),), (), limit)


@on_figures(
    REMARK, "projection",
    found=N_("Rent takes {share} of the sales of year 2; {limit} is a usual ceiling."),
    means=N_("Rent must be paid in quiet months too."),
    mend=N_("Look for a smaller place, share one, or show why this place sells more."),
)
def rent_high(case: Calculated) -> Found:
    """Rent leaves room for everything else."""
    limit = case.law("benchmarks.rent_share")
    lines = [
        cost for line, cost in zip(case.engine.assumptions.costs, case.engine.parts.spent.costs, strict=True)
        if case.value("costs[].kind", line.id) == "rent"
    ]
    rent = sum(case.by_year(cost.cost)[SECOND_YEAR - 1] for cost in lines)
    sales = case.by_year(case.engine.statements.profit.turnover)[SECOND_YEAR - 1]
    if sales > 0 and rent / sales > limit:
        rows = [row for row in case.rows("costs") if case.value("costs[].kind", row) == "rent"]
        yield Noticed(
            {"share": Share(rent / sales), "limit": Share(limit)},
            tuple(case.place("costs[].amount", row) for row in rows),
            (case.figure(case.engine.statements.profit.turnover, year=SECOND_YEAR),), limit,
        )


@on_answers(
    REMARK, "rules",
    found=N_("All products ({products}) bear VAT at {rate}; for this trade another rate is usual."),
    means=N_("A wrong rate changes every price and every margin."),
    mend=N_("Ask an accountant which rate each product bears."),
)
def vat_rate_unlikely(case: Case) -> Found:
    """Food sold to take away bears the reduced rate, most services the standard rate."""
    sector = case.value("idea.sector")
    unlikely = "standard" if sector in FOOD else "reduced" if sector in FULLY_TAXED else ""
    rows = [row for row in case.rows("products") if case.is_answered("products[].vat", row)]
    if rows and unlikely and all(case.value("products[].vat", row) == unlikely for row in rows):
        rate = case.law(f"vat.rates.{unlikely}")
        names = several([case.name("products", row) for row in rows])
        yield Noticed(
            {"products": names, "rate": Share(rate)}, tuple(case.place("products[].vat", row) for row in rows), (), rate
        )
