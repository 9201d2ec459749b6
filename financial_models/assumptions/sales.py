"""What is sold, how much of it, and what it takes to buy or make it."""

from dataclasses import dataclass, field

from .checks import AssumptionError, amount, growth, number, share, whole

EVEN_YEAR = (1.0,) * 12


@dataclass(frozen=True)
class UnitsSold:
    """So many units in a normal month."""

    units: float

    def __post_init__(self) -> None:
        amount("units a month", self.units)


@dataclass(frozen=True)
class CustomersServed:
    """Customers a day, on so many opening days a month; the price is the average ticket."""

    customers_a_day: float
    open_days: float

    def __post_init__(self) -> None:
        amount("customers a day", self.customers_a_day)
        number("opening days a month", self.open_days, 0, 31)


@dataclass(frozen=True)
class HoursBilled:
    """Hours worked in a month, of which a share can be billed; the price is the hourly rate."""

    hours: float
    billed_share: float

    def __post_init__(self) -> None:
        number("hours a month", self.hours, 0, 100_000)
        share("share of the hours that is billed", self.billed_share)


@dataclass(frozen=True)
class Subscriptions:
    """Subscribers at the start, new ones each month, and the share that leaves each month; the price is monthly."""

    at_start: float
    new_a_month: float
    churn: float

    def __post_init__(self) -> None:
        amount("subscribers at the start", self.at_start)
        amount("new subscribers a month", self.new_a_month)
        share("share of subscribers that leaves each month", self.churn)


@dataclass(frozen=True)
class Supply:
    """What one unit costs to buy or make, how much stock is kept, and how it is paid; costs are without VAT.

    Either ``cost_per_unit`` or ``cost_share`` (of the price without VAT) is given, the other is 0.
    ``waste`` is the share of what is bought that is thrown away.  ``opening_stock`` is owned before
    the plan begins (brought in), ``first_stock`` is bought in the first month.  Imports pay ``duty``
    and VAT at the border when they arrive, ``prepaid_share`` of the price ``transit_months`` earlier.
    """

    cost_per_unit: float = 0.0
    cost_share: float = 0.0
    cost_growth: float = 0.0
    waste: float = 0.0
    vat_rate: float = 0.0
    opening_stock: float = 0.0
    first_stock: float = 0.0
    stock_days: float = 0.0
    credit_months: int = 0
    imported: bool = False
    duty: float = 0.0
    transit_months: int = 0
    prepaid_share: float = 0.0

    def __post_init__(self) -> None:
        for place in ("cost_per_unit", "opening_stock", "first_stock"):
            amount(place, getattr(self, place))
        number("cost_share", self.cost_share, 0, 10)
        for place in ("vat_rate", "duty", "prepaid_share"):
            share(place, getattr(self, place))
        growth("cost_growth", self.cost_growth)
        number("waste", self.waste, 0, 0.95)
        number("stock_days", self.stock_days, 0, 90)
        whole("credit_months", self.credit_months, 0, 3)
        whole("transit_months", self.transit_months, 0, 3)
        if self.cost_per_unit and self.cost_share:
            raise AssumptionError("cost_share", self.cost_share,
                                  "give a cost per unit or a share of the price, not both")


@dataclass(frozen=True)
class Product:
    """A product or service: how much is sold, at which price, when it is paid, and what it takes.

    ``season`` has twelve factors, January first, 1 being a normal month.  The ramp-up goes from
    ``ramp_first`` (share of normal sales in the first month) to all of it in month ``ramp_months``.
    ``paid_after_1`` to ``paid_after_3`` and ``never_paid`` are shares of the invoice; the rest is paid at once.
    ``commission`` is a share of what the customer pays (card, platform).
    """

    id: str
    name: str
    demand: UnitsSold | CustomersServed | HoursBilled | Subscriptions
    price: float
    price_includes_vat: bool = True
    vat_rate: float = 0.0
    vat_exempt: bool = False
    from_month: int = 1
    ramp_first: float = 1.0
    ramp_months: int = 1
    season: tuple[float, ...] = EVEN_YEAR
    capacity: float | None = None
    price_growth: float = 0.0
    volume_growth: float = 0.0
    paid_after_1: float = 0.0
    paid_after_2: float = 0.0
    paid_after_3: float = 0.0
    never_paid: float = 0.0
    commission: float = 0.0
    commission_vat_rate: float = 0.0
    supply: Supply = field(default_factory=Supply)

    def __post_init__(self) -> None:
        amount("price", self.price)
        if self.capacity is not None:
            amount("capacity", self.capacity)
        for place in ("vat_rate", "paid_after_1", "paid_after_2", "paid_after_3", "never_paid", "commission",
                      "commission_vat_rate", "ramp_first"):
            share(place, getattr(self, place))
        for place in ("price_growth", "volume_growth"):
            growth(place, getattr(self, place))
        whole("from_month", self.from_month, 1, 60)
        whole("ramp_months", self.ramp_months, 1, 60)
        if len(self.season) != 12:
            raise AssumptionError("season", self.season, "give twelve factors, January first")
        for factor in self.season:
            number("season", factor, 0, 12)
        late = {place: getattr(self, place) for place in ("paid_after_1", "paid_after_2", "paid_after_3", "never_paid")}
        if sum(late.values()) > 1 + 1e-9:
            place = max(late, key=lambda each: late[each])
            raise AssumptionError(place, late[place], "the shares paid later and never come to "
                                  f"{sum(late.values()):.12g}, make them 1 at most")
