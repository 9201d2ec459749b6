"""The cost price of one item, on the web."""

from bizplan.domain.aids import DoesNotFit
from bizplan.domain.aids.cost_price import LARGEST_WASTE, Batch, CostPrice, Material, cost_price
from bizplan.domain.plan import Value
from bizplan.domain.questions.question import Vat

from ..languages import N_
from .asking import Lines, Values, amount, numeric, share, text
from .asking import number as plain
from .counted import Counted
from .opened import Opened
from .sheet import FILL_IN

MATERIALS = Lines("materials", N_("What goes into it"), (
    text("name", N_("What is it?")),
    amount("pack_price", N_("Price of a pack"), vat=Vat.WITHOUT),
    plain("pack_size", N_("How much is in a pack?"),
          N_("Count it as you use it: 25000 for a bag of 25 kilos in grams."),
          low=1e-6),
    plain("used", N_("How much of it do you use?"), N_("For all that you make at once.")),
), least=3, more=N_("One more thing"))
FIELDS = (
    plain("items", N_("How many do you make at once?"), N_("For example 50 breads, or 1 cake."), unit="units", low=1e-6,
          required=True),
    amount("packaging", N_("Packaging of one"), N_("A bag, a box, a label."), vat=Vat.WITHOUT),
    share("waste", N_("How much of it do you throw away?"), high=LARGEST_WASTE),
    plain("minutes", N_("How many minutes do you work on all of them?"), unit="minutes"),
    amount("hour", N_("What should an hour of your work earn?"), N_("It shows what one really costs you.")),
    share("commission", N_("Which part of the price goes to a platform or card company?")),
    amount("price", N_("What does the customer pay for one?"), vat=Vat.WITH),
)
NEEDED = ("pack_price", "pack_size", "used")
KNOWN = {"waste": "products[].waste", "commission": "products[].commission", "price": "products[].price"}


def known(opened: Opened) -> Values:
    """What the plan says of this product: waste, commission and price."""
    found: dict[str, Value] = {}
    for name, key in KNOWN.items():
        value = opened.value(key) if opened.row else None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            found[name] = value
    return found


def counted(_opened: Opened, values: Values) -> CostPrice:
    """The cost price of what was filled in."""
    if numeric(values.get("commission")) and "price" not in values:
        raise DoesNotFit("price", FILL_IN, {})
    materials = tuple(
        Material(str(line.get("name") or at), *(numeric(line[name]) for name in NEEDED))
        for at, line in enumerate(MATERIALS.complete(values, NEEDED, FILL_IN), 1))
    rest = {each.key: numeric(values.get(each.key)) for each in FIELDS}
    return cost_price(Batch(materials=materials, **rest))


AID = Counted(
    "cost_price", N_("What does one cost you?"),
    N_("Write down what goes into it and what you pay for it. We count what one costs."),
    FIELDS, counted, group="products", lists=(MATERIALS,), known=known)
