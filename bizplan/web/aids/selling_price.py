"""The selling price between cost and market, on the web."""

from bizplan.domain.aids.selling_price import HIGHEST_MARGIN, Offer, SellingPrice, selling_price
from bizplan.domain.numbers import Understood, number
from bizplan.domain.plan import Value
from bizplan.domain.questions.question import Vat

from ..languages import N_
from .asking import MOST_LINES, Lines, Values, amount, like, numeric, share, yes_no
from .counted import Counted
from .opened import Opened

OTHERS = Lines("competitors", N_("What do others ask?"), (
    amount("price", N_("Price of a competitor"), vat=Vat.WITH),), least=2, more=N_("One more price"))
CUSTOMERS = Lines("customers", N_("What would customers pay?"), (
    amount("price", N_("What a customer would pay"), vat=Vat.WITH),), least=2, more=N_("One more answer"))
FIELDS = (
    amount("cost", N_("What does one cost you?"), vat=Vat.WITHOUT, required=True),
    share("margin", N_("Which part of the price do you want to keep?"),
          N_("Of the price without VAT. From it you pay rent, your work and the loan. For example 60."),
          high=HIGHEST_MARGIN, required=True),
    like("vat", "products[].vat", help=""),
    yes_no("exempt", N_("Are you exempt from VAT as a small enterprise?")),
)


def known(opened: Opened) -> Values:
    """What the plan says: cost and VAT rate of this product, the regime, and what competitors ask."""
    cost, vat = opened.value("products[].cost_per_unit"), opened.value("products[].vat")
    found: dict[str, Value] = {"vat": str(vat or "standard"), "exempt": opened.value("rules.vat_regime") == "exempt"}
    if isinstance(cost, (int, float)) and opened.row:
        found["cost"] = cost
    plan = opened.record.plan
    asked = (plan.value("market.competitors[].price", row) for row in plan.row_ids("market.competitors"))
    read = (number(str(text), opened.language, euro=True) for text in asked if text)
    prices = [{"price": float(each.number)} for each in read if isinstance(each, Understood)]
    return {**found, **OTHERS.shown([each for each in prices if each["price"] > 0][:MOST_LINES - 1])}


def counted(opened: Opened, values: Values) -> SellingPrice:
    """The range between cost and market."""
    offer = Offer(numeric(values["cost"]), numeric(values["margin"]), str(values.get("vat", "standard")),
                  exempt=values.get("exempt") is True, competitors=_prices(OTHERS, values),
                  customers=_prices(CUSTOMERS, values))
    return selling_price(offer, opened.today)


def _prices(lines: Lines, values: Values) -> tuple[float, ...]:
    return tuple(numeric(line["price"]) for line in lines.read(values))


AID = Counted(
    "selling_price", N_("Which price can you ask?"),
    N_("A good price covers your cost, and your customers can pay it. We show both ends."),
    FIELDS, counted, group="products", lists=(OTHERS, CUSTOMERS), known=known)
