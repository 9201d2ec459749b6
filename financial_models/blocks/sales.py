"""What is sold: how much, at which price, when the customer pays."""

from ..language import (
    FLAG,
    HOURS,
    MONEY,
    MONTHS,
    NUMBER,
    PERCENT,
    Balance,
    Block,
    Input,
    Line,
    Seasonal,
    larger,
    smaller,
)


class Demand(Block):
    """How much of a product is sold, at the price on the list.

    Demand in a normal month, times ramp-up, season, growth and the lever, up to the capacity.  ``counted``
    is what counts towards the threshold of the VAT exemption.
    """

    chapter = "Sales"

    normal: Line = Input("Units in a normal month", NUMBER)
    price = Input("Price on the list", MONEY, low=0)
    price_includes_vat = Input("The price includes VAT", FLAG,
                               said=("The price includes VAT.", "The price is without VAT."))
    vat_rate = Input("VAT rate", PERCENT, low=0, high=1)
    exempt = Input("Exempt from VAT by its nature", FLAG,
                   said=("It is exempt from VAT by its nature.", "It is not exempt from VAT by its nature."))
    from_month = Input("First month of selling", NUMBER, low=1, high=60)
    ramp_first = Input("Share of normal sales in the first month", PERCENT, low=0, high=1)
    ramp_months = Input("Months until sales are normal", MONTHS, low=1, high=60)
    season = Seasonal("Season", PERCENT, low=0, high=12)
    limited = Input("There is a capacity limit", FLAG,
                    said=("There is a capacity limit.", "There is no capacity limit."))
    capacity = Input("Capacity a month", NUMBER, low=0)
    price_growth = Input("Price change a year", PERCENT, low=-0.9, high=2)
    volume_growth = Input("Volume change a year", PERCENT, low=-0.9, high=2)
    sales_factor = Input("Sales, times", NUMBER)
    now = Input("Months since selling began", NUMBER)
    of_year = Input("Month of the year", NUMBER)
    plan_years = Input("Whole years since the first month", NUMBER)
    trading = Input("The own business runs", FLAG)

    offered = Line("On sale", FLAG, now >= from_month, said=("It is on sale.", "It is not on sale yet."))
    steps = Line("Months of ramp-up after the first", MONTHS, larger(ramp_months - 1, 1))
    progress = Line("Part of the ramp-up that has passed", PERCENT,
                    smaller(1, (now - from_month + ramp_months.equals(1)) / steps))
    ramp = Line("Ramp-up", PERCENT, ramp_first + (1 - ramp_first) * progress)
    volume_index = Line("Growth of the volume", NUMBER, (1 + volume_growth) ** plan_years)
    in_season = Line("Season of this month", PERCENT, season.at(of_year))
    expected = Line("Demand", NUMBER, normal * ramp * in_season * volume_index * offered, yearly="sum")
    wanted = Line("Demand with the lever", NUMBER, expected * sales_factor, yearly="sum")
    turned_away = Line("Demand above the capacity", NUMBER, larger(wanted - capacity, 0) * limited, yearly="sum")
    units = Line("Units sold", NUMBER, wanted - turned_away, yearly="sum")
    price_now = Line("Price of this year", MONEY, price * (1 + price_growth) ** plan_years, yearly="last")
    on_list = Line("Sales at list price", MONEY, units * price_now)
    without_vat = Line("Sales at list price without VAT", MONEY, on_list / (1 + vat_rate * price_includes_vat))
    counted = Line("Turnover that counts for the exemption", MONEY, on_list * (1 - exempt) * trading)


class UnitsDemand(Demand):
    """So many units in a normal month."""


class CustomersDemand(Demand):
    """Customers a day, on the opening days; the price is the average ticket."""

    customers = Input("Customers a day", NUMBER, low=0)
    open_days = Input("Opening days a month", NUMBER, low=0, high=31)
    normal = Line("Units in a normal month", NUMBER, customers * open_days, yearly="none")


class HoursDemand(Demand):
    """Hours worked, of which a share is billed; the price is the hourly rate."""

    hours = Input("Hours worked a month", HOURS, low=0)
    billed = Input("Share of the hours that is billed", PERCENT, low=0, high=1)
    normal = Line("Units in a normal month", NUMBER, hours * billed, yearly="none")


class SubscriptionDemand(Demand):
    """Subscribers come and go; each pays the price every month."""

    at_start = Input("Subscribers when selling begins", NUMBER, low=0)
    new = Input("New subscribers a month", NUMBER, low=0)
    churn = Input("Share of subscribers that leaves each month", PERCENT, low=0, high=1)
    now = Input("Months since selling began", NUMBER)
    from_month = Input("First month of selling", NUMBER, low=1, high=60)
    first = Line("Selling begins", FLAG, now.equals(from_month),
                 said=("Selling begins this month.", "Selling does not begin this month."))
    normal = Balance("Units in a normal month", NUMBER)
    leaving = Line("Subscribers who leave", NUMBER, normal.opening * churn, yearly="sum")
    joining = Line("Subscribers who join", NUMBER, at_start * first + new * (now >= from_month), yearly="sum")
    normal.moves(+joining, -leaving)


class Sales(Block):
    """What the customers owe and pay; in the test phase the cooperative invoices.

    A price with VAT stays the same when VAT becomes due, so the revenue falls; a price without VAT is
    raised by it.  What is never paid is written off after three months, VAT included.
    """

    chapter = "Sales"

    on_list = Input("Sales at list price", MONEY)
    price_includes_vat = Input("The price includes VAT", FLAG,
                               said=("The price includes VAT.", "The price is without VAT."))
    vat_rate = Input("VAT rate", PERCENT)
    exempt = Input("Exempt from VAT by its nature", FLAG,
                   said=("It is exempt from VAT by its nature.", "It is not exempt from VAT by its nature."))
    charges = Input("VAT is charged", FLAG)
    deducts = Input("VAT is deducted", FLAG)
    trading = Input("The own business runs", FLAG)
    testing = Input("Test phase", FLAG)
    late_1 = Input("Share paid after 1 month", PERCENT, low=0, high=1)
    late_2 = Input("Share paid after 2 months", PERCENT, low=0, high=1)
    late_3 = Input("Share paid after 3 months", PERCENT, low=0, high=1)
    never = Input("Share never paid", PERCENT, low=0, high=1)
    commission_share = Input("Commission on what is paid", PERCENT, low=0, high=1)
    commission_vat_rate = Input("VAT rate on the commission", PERCENT, low=0, high=1)

    rate = Line("VAT rate charged", PERCENT, vat_rate * charges * (1 - exempt))
    net = Line("Sales without VAT", MONEY, on_list / (1 + rate * price_includes_vat))
    revenue = Line("Revenue", MONEY, net * trading)
    test_revenue = Line("Revenue in the test phase", MONEY, net * testing)
    vat = Line("VAT on sales", MONEY, revenue * rate)
    invoiced = Line("Invoiced, with VAT", MONEY, revenue + vat)
    at_once = Line("Share paid at once", PERCENT, 1 - late_1 - late_2 - late_3 - never)
    received_later = Line("Received for earlier months", MONEY,
                          invoiced.before(1) * late_1 + invoiced.before(2) * late_2 + invoiced.before(3) * late_3)
    received = Line("Received from customers", MONEY, invoiced * at_once + received_later)
    written_off = Line("Never paid, written off", MONEY, invoiced.before(3) * never)
    owed = Balance("Owed by customers", MONEY)
    owed.moves(+invoiced, -received, -written_off)

    commission = Line("Commission", MONEY, invoiced * commission_share)
    commission_vat = Line("VAT on the commission", MONEY, commission * commission_vat_rate)
    commission_vat_back = Line("VAT on the commission, deducted", MONEY, commission_vat * deducts * (1 - exempt))
    commission_paid = Line("Commission paid", MONEY, commission + commission_vat)
    commission_cost = Line("Cost of the commission", MONEY, commission_paid - commission_vat_back)
    test_commission = Line("Commission in the test phase", MONEY, test_revenue * (1 + rate) * commission_share)
