"""The selling price: from the cost upwards, from the market downwards, and the room that is left between them."""

from dataclasses import dataclass
from datetime import date
from statistics import median

from financial_models.law import Rate

from ..plan import Value
from ..questions import QUESTIONS
from ..readiness.sentences import N_, Count, Share
from ..vat_sides import rate_of
from .slip import Cents, Remark, Slip, Step, check

HIGHEST_MARGIN = 0.95
NO_MARKET = N_("Ask what others charge and what customers would pay: the price now rests on your cost alone.")
ROOM = N_("From {low} your margin is reached; above {high} you lose customers.")
NO_ROOM = N_("Your cost asks {low}; the market pays about {high}. The price alone does not solve this.")
CHEAPER = N_("For your margin at {high} one may cost {cost} at most.")
FEW_VOICES = N_("Only {count} people said what they would pay: ask more of them.")
DEAREST = N_("The dearest of the others asks {price}. Above it, people want to know why.")
HALF = N_("Half of the customers you asked would pay {price} or more.")
FEWEST_VOICES = 5


@dataclass(frozen=True)
class Offer:
    """One item: its cost without VAT, the wanted margin, and what the market says (prices with VAT).

    ``margin`` is the share of the price without VAT that is to be left after the cost; ``vat`` a choice of the
    question ``products[].vat``; ``exempt`` says that the business charges no VAT at all.
    """

    cost: float
    margin: float
    vat: str = "standard"
    exempt: bool = False
    competitors: tuple[float, ...] = ()
    customers: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        check("cost", self.cost)
        check("margin", self.margin, high=HIGHEST_MARGIN)
        for field in ("competitors", "customers"):
            for price in getattr(self, field):
                check(field, price)


@dataclass(frozen=True, kw_only=True)
class SellingPrice(Slip):
    """Prices as the customer pays them: nothing is lost at ``floor``, the margin is reached at ``low``.

    ``high`` is where the market ends, None where nobody was asked; ``price`` is what is proposed, None where cost
    and market leave no room.
    """

    floor: float
    low: float
    high: float | None
    price: float | None
    vat: Rate | float


def vat_rate(choice: str, on: date) -> Rate | float:
    """The VAT rate that a choice of the question on a product's VAT stands for on a day."""
    return rate_of(QUESTIONS["products[].vat"], choice, on)


def with_vat(price: float, vat: float) -> float:
    """What the customer pays for a price without VAT, to the cent."""
    return round(price * (1 + vat), 2)


def without_vat(price: float, vat: float) -> float:
    """What is left of a price with VAT, to the cent."""
    return round(price / (1 + vat), 2)


def selling_price(offer: Offer, on: date) -> SellingPrice:
    """The range between cost and market, and a price in the middle of it, with the law of a day."""
    vat = 0.0 if offer.exempt else vat_rate(offer.vat, on)
    floor, low = with_vat(offer.cost, vat), with_vat(offer.cost / (1 - offer.margin), vat)
    high = _high(offer)
    price = _between(low, high)
    return SellingPrice(
        floor=floor, low=low, high=high, price=price, vat=vat, proposes=_proposes(offer, price, high),
        steps=(*_from_cost(offer, vat, floor, low), *_from_market(offer), *_chosen(price, vat)),
        remarks=_remarks(offer, vat, low, high),
    )


def _high(offer: Offer) -> float | None:
    """Where the market ends: the dearest competitor, or what half of the customers pay, whichever is less."""
    ends = [*([max(offer.competitors)] if offer.competitors else []),
            *([median(offer.customers)] if offer.customers else [])]
    return min(ends) if ends else None


def _between(low: float, high: float | None) -> float | None:
    """The middle of the range, to ten cents where that stays inside it."""
    if high is None:
        return low
    if high < low:
        return None
    return min(max(round((low + high) / 2, 1), low), high)


def _from_cost(offer: Offer, vat: Rate | float, floor: float, low: float) -> tuple[Step, ...]:
    figures = {"margin": Share(offer.margin)}
    return (
        Step(N_("Cost of one, without VAT"), Cents(offer.cost)),
        Step(N_("VAT rate"), Share(vat)),
        Step(N_("With VAT, nothing earned and nothing lost"), Cents(floor)),
        Step(N_("Price without VAT for a margin of {margin}"), Cents(offer.cost / (1 - offer.margin)), figures),
        Step(N_("The same with VAT: the least to ask"), Cents(low), result=True),
    )


def _from_market(offer: Offer) -> tuple[Step, ...]:
    steps = []
    if offer.competitors:
        count = {"count": Count(len(offer.competitors))}
        steps += [Step(N_("Cheapest of {count} competitors"), Cents(min(offer.competitors)), count),
                  Step(N_("The one in the middle"), Cents(median(offer.competitors))),
                  Step(N_("Dearest competitor"), Cents(max(offer.competitors)))]
    if offer.customers:
        steps.append(Step(N_("What half of {count} customers would pay, or more"), Cents(median(offer.customers)),
                          {"count": Count(len(offer.customers))}))
    return tuple(steps)


def _chosen(price: float | None, vat: Rate | float) -> tuple[Step, ...]:
    if price is None:
        return ()
    net = without_vat(price, vat)
    return (
        Step(N_("Price that is proposed, with VAT"), Cents(price), result=True),
        Step(N_("Of which VAT"), Cents(price - net)),
        Step(N_("What you keep of it, before your costs"), Cents(net)),
    )


def _proposes(offer: Offer, price: float | None, high: float | None) -> dict[str, Value]:
    if not price:
        return {}
    return {
        "products[].price": price, "products[].price_includes_vat": True, "products[].vat": offer.vat,
        "products[].price_method": "cost" if high is None else "competitors" if offer.competitors else "value",
    }


def _remarks(offer: Offer, vat: Rate | float, low: float, high: float | None) -> tuple[Remark, ...]:
    figures = (vat,) if isinstance(vat, Rate) else ()
    if high is None:
        return (Remark(NO_MARKET),)
    ends = {"low": Cents(low), "high": Cents(high)}
    remarks = [Remark(ROOM if high >= low else NO_ROOM, ends, figures)]
    if high < low:
        cost = without_vat(high, vat) * (1 - offer.margin)
        remarks.append(Remark(CHEAPER, {"high": Cents(high), "cost": Cents(round(cost, 2))}))
    if offer.competitors:
        remarks.append(Remark(DEAREST, {"price": Cents(max(offer.competitors))}))
    if offer.customers:
        remarks.append(Remark(HALF, {"price": Cents(median(offer.customers))}))
    if 0 < len(offer.customers) < FEWEST_VOICES:
        remarks.append(Remark(FEW_VOICES, {"count": Count(len(offer.customers))}))
    return tuple(remarks)
