"""The capacity of a week, on the web."""

from typing import cast, get_args

from bizplan.domain.aids.capacity import HOURS_OF_A_WEEK, WEEKS_OF_A_YEAR, Capacity, SoldBy, Week, capacity
from bizplan.domain.plan import Value
from bizplan.domain.questions import Period

from ..languages import N_
from .asking import Values, choice, number, numeric, share
from .counted import Counted
from .opened import Opened

FIELDS = (
    number("hours", N_("How many hours can you work in a week?"),
           N_("All your hours: selling, making, driving, books."), unit="hours", period=Period.WEEK,
           high=HOURS_OF_A_WEEK, required=True),
    share("lost", N_("Which part of that time does nobody pay?"),
          N_("Travel, cleaning, buying, waiting, books. For example 30.")),
    choice("sold_by", N_("What do you count?"), (
        ("units", N_("Pieces")), ("customers", N_("Customers")), ("hours", N_("Hours that I bill")))),
    number("minutes_each", N_("How many minutes does one take?"),
           N_("One piece or one customer. Do you bill hours? Leave 60."), unit="minutes", low=0.01, required=True),
    number("weeks_off", N_("How many weeks a year do you not work?"), N_("Holiday and illness together."),
           high=WEEKS_OF_A_YEAR),
)


def known(opened: Opened) -> Values:
    """How this product is sold, and the minutes that one takes."""
    sold, minutes = opened.value("products[].sold_by"), opened.value("operations.minutes_a_unit")
    found: dict[str, Value] = {"sold_by": str(sold) if sold in get_args(SoldBy) and opened.row else "units"}
    if found["sold_by"] == "hours":
        found["minutes_each"] = 60
    elif isinstance(minutes, (int, float)) and minutes > 0:
        found["minutes_each"] = minutes
    return found


def counted(opened: Opened, values: Values) -> Capacity:
    """What fits into the week."""
    week = Week(numeric(values["hours"]), numeric(values["minutes_each"]), numeric(values.get("lost")),
                numeric(values.get("weeks_off")), cast(SoldBy, values.get("sold_by", "units")))
    return capacity(week, opened.today)


AID = Counted(
    "capacity", N_("How much fits into your week?"),
    N_("You cannot sell more than your hours allow. We count how much that is."),
    FIELDS, counted, group="products", known=known)
