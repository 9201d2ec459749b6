"""The reasons of the quick profile: margin, break-even with living, capacity, what the start takes, cash, family."""

from __future__ import annotations

from collections.abc import Iterator

from .. import gaps
from ..gaps import Gaps
from ..living import full_year
from ..questions import QUESTIONS
from ..readiness.case import Calculated, Case
from ..readiness.evidence import quantities
from ..readiness.finding import Figure, Place
from ..readiness.funding import OWN, sources_and_uses
from ..readiness.sentences import N_, Count, Money, Several, Share, Spoken, Term, Words
from ..readiness.signals import Light, Signal, cash_signal, household_signal
from .reason import Reason

NEARLY = 0.9                    # of what is needed, or of the capacity: amber on either side
WEEKS = 52
UNKNOWN = N_("This cannot be said yet. Still to answer: {questions}.")
OWN_PAYS = N_("What you buy for the start costs {bought}. You bring in {own} yourself: enough.")
OTHERS_PAY = N_("What you buy for the start costs {bought}. You bring in {own}; loans, grants and others {others}.")
SHORT = N_("What you buy for the start costs {bought}. You bring in {own} yourself; {short} is still to be found.")
BOUGHT = ("equipment", "works", "start_up", "deposits", "stock", "vat")


def reasons(case: Calculated) -> tuple[Reason, ...]:
    """All reasons that can be given, and of the others what is missing."""
    parts = {"margin": gaps.selling(case) + gaps.making(case)}
    parts["break_even"] = parts["margin"] + gaps.running(case) + gaps.living(case)
    parts["family"] = parts["break_even"] + gaps.borrowing(case)
    parts["cash"] = parts["family"] + gaps.paying(case)
    told = {"margin": (*margins(case), margin(case)), "break_even": (break_even(case),), "family": (family(case),),
            "cash": (cash(case),)}
    found = {key: told[key] if gap.is_known else (unknown(key, gap),) for key, gap in parts.items()}
    return (*found["margin"], *found["break_even"], *found["family"], *capacity(case), start(case), *found["cash"])


def unknown(key: str, gap: Gaps) -> Reason:
    """That something cannot be said yet, and what is wanted for it."""
    labels = dict.fromkeys(QUESTIONS[place.key].label for place in gap.places)
    values: dict[str, Spoken] = {"questions": Several(tuple(map(Term, labels)))}
    return Reason(key, None, UNKNOWN, values, gap.places, missing=gap.places)


def margins(case: Calculated) -> Iterator[Reason]:
    """What is left of each product in the first full year, after goods, waste and commission."""
    year, _ = full_year(case)
    trade = case.engine.parts.trade
    lacking = {place.row for place in gaps.making(case).places}
    rows = zip(case.engine.assumptions.products, trade.demands, trade.sales, trade.purchases, strict=True)
    for product, demand, sold, bought in rows:
        units = case.by_year(demand.units)[year - 1]
        if units > 0 and product.id not in lacking:
            lines = (sold.revenue, bought.cost, sold.commission_cost)
            figures = tuple(case.figure(line, year=year) for line in lines)
            price, cost = figures[0].value / units, (figures[1].value + figures[2].value) / units
            yield _margin_of(case, product.id, price, price - cost, figures)


def _margin_of(case: Calculated, row: str, price: float, left: float, figures: tuple[Figure, ...]) -> Reason:
    text = (N_("Of each {product}, {left} is left of {price} without VAT.") if left > 0 else
            N_("Each {product} brings in {price} without VAT and costs more than that: selling more makes it worse."))
    values: dict[str, Spoken] = {
        "product": Words(case.name("products", row)), "price": Money(price), "left": Money(left)}
    counted = "cost_share" if case.value("products[].cost_by", row) == "share" else "cost_per_unit"
    places = tuple(case.place(key, row) for key in ("products[].price", f"products[].{counted}"))
    return Reason("margin_of_product", Light.OK if left > 0 else Light.STOP, text, values, places, figures)


def margin(case: Calculated) -> Reason:
    """What all products together leave in a normal month."""
    year, months = full_year(case)
    s = case.engine.statements
    figures = (case.figure(s.break_even.left, year=year), case.figure(s.profit.turnover, year=year))
    left, sales = (figure.value for figure in figures)
    values: dict[str, Spoken] = {"share": Share(left / sales if sales else 0.0), "left": Money(left / months),
                                 "sales": Money(sales / months)}
    places = tuple(case.place("products[].price", row) for row in case.rows("products"))
    if left <= 0:
        return Reason("margin", Light.STOP, N_("Nothing is left of your sales after what you buy for them."), values,
                      places, figures)
    text = N_("You sell for {sales} a month without VAT. {left} of it is left for all other costs: {share}.")
    return Reason("margin", Light.OK, text, values, places, figures)


def break_even(case: Calculated) -> Reason:
    """The sales that cover costs, contributions, tax, instalments and the family, against what is planned."""
    year, months = full_year(case)
    s = case.engine.statements
    figures = (case.figure(s.year_ratios.break_even_to_live, year=year), case.figure(s.profit.turnover, year=year))
    needed, planned = (figure.value / months for figure in figures)
    values: dict[str, Spoken] = {"needed": Money(needed), "planned": Money(planned)}
    places = (*_quantities(case), *(case.place("costs[].amount", row) for row in case.rows("costs")))
    if round(planned, 2) >= round(needed, 2):
        text = N_("You need sales of {needed} a month to pay all costs and your family. You plan {planned}: enough.")
        return Reason("break_even", Light.OK, text, values, places, figures)
    text = N_("You need sales of {needed} a month to pay all costs and your family. You plan {planned}: too little.")
    light = Light.WARN if planned >= NEARLY * needed else Light.STOP
    return Reason("break_even", light, text, values, places, figures)


def family(case: Calculated) -> Reason:
    """Whether the income covers the household, as the dossier says it."""
    places = (*(case.place("products[].price", row) for row in case.rows("products")), *_quantities(case),
              *(case.place("costs[].amount", row) for row in case.rows("costs")))
    return _as_reason("family", household_signal(case), places)


def cash(case: Calculated) -> Reason:
    """Whether there is always money on the account, as the dossier says it."""
    things = tuple(case.place("equipment[].price", row) for row in case.rows("equipment"))
    own = tuple(case.place("own_money[].amount", row) for row in case.rows("own_money"))
    return _as_reason("cash", cash_signal(case), (*own, *things))


def _as_reason(key: str, signal: Signal, places: tuple[Place, ...]) -> Reason:
    return Reason(key, signal.light, signal.reason, signal.values, places, signal.figures)


def capacity(case: Calculated) -> Iterator[Reason]:
    """How much of what can be made or served the plan takes, in weeks of a year; hours sold are a capacity already."""
    year, months = full_year(case)
    rows = zip(case.engine.assumptions.products, case.engine.parts.trade.demands, strict=True)
    for product, demand in rows:
        if product.capacity is not None:
            figures = (case.figure(demand.wanted, year=year), case.figure(demand.turned_away, year=year))
            yield _capacity_of(case, product.id, figures, float(product.capacity) * months)
    open_ = [case.place("products[].capacity", row) for row in case.rows("products")
             if not case.is_answered("products[].capacity", row) and case.value("products[].sold_by", row) != "hours"]
    if open_:
        yield unknown("capacity", Gaps(tuple(open_)))


def _capacity_of(case: Calculated, row: str, figures: tuple[Figure, ...], most: float) -> Reason:
    wanted, away = (figure.value for figure in figures)
    used = wanted / most if most > 0 else 0.0
    values: dict[str, Spoken] = {
        "product": Words(case.name("products", row)), "share": Share(used), "weeks": Count(round(used * WEEKS)),
        "away": Count(round(away))}
    places = (case.place("products[].capacity", row), *(case.place(key, row) for key in quantities(case, row)))
    if round(away, 2) > 0:
        text = N_("You plan to sell more {product} than you can make or serve: {away} too many in a year.")
        return Reason("capacity", Light.STOP, text, values, places, figures)
    text = N_("For {product} you use {share} of what you can make or serve: {weeks} weeks of full work a year.")
    return Reason("capacity", Light.WARN if used > NEARLY else Light.OK, text, values, places, figures)


def start(case: Calculated) -> Reason:
    """What is bought for the start and in the first year, against what the entrepreneur and others bring in."""
    unpriced = tuple(case.place("equipment[].price", row) for row in case.rows("equipment")
                     if not case.is_answered("equipment[].price", row))
    funding = sources_and_uses(case)
    listed = [entry for entry in funding.uses if entry.key in BOUGHT]
    if not funding.own and not case.rows("own_money"):
        return unknown("start", Gaps((case.place("own_money[].name"), *unpriced), is_known=False))
    bought, own = sum(entry.amount for entry in listed), funding.own
    others = sum(entry.amount for entry in funding.sources if entry.key not in (*OWN, "trade"))
    short = round(bought - own - others, 2)
    values: dict[str, Spoken] = {"bought": Money(bought), "own": Money(own), "others": Money(others),
                                 "short": Money(short)}
    own_places = (case.place("own_money[].amount", row) for row in case.rows("own_money"))
    places = tuple(dict.fromkeys((*(place for entry in listed for place in entry.places), *own_places)))
    text, light = SHORT, Light.WARN
    if short <= 0:
        text, light = (OWN_PAYS if round(own, 2) >= round(bought, 2) else OTHERS_PAY), Light.OK
    return Reason("start", light, text, values, places, missing=unpriced)


def _quantities(case: Case) -> tuple[Place, ...]:
    return tuple(case.place(key, row) for row in case.rows("products") for key in quantities(case, row))
