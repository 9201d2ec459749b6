"""What the business pays for month after month: rent, insurance, telephone, and what is paid once."""

from ..language import FLAG, MONEY, MONTHS, NUMBER, PERCENT, Balance, Block, Input, Line


class Cost(Block):
    """A cost line, charged evenly over the months that a payment covers.

    Three shares that are three different things: of the VAT that may be deducted, of the cost that
    lowers the taxable profit, and of the use that is private and so no cost at all: that is taken out by the
    owner when it is paid, with all of its VAT.  What begins with the own business shifts with its delay.
    """

    chapter = "Costs"

    amount = Input("Amount at each payment", MONEY, low=0)
    includes_vat = Input("The amount includes VAT", FLAG,
                         said=("The amount includes VAT.", "The amount is without VAT."))
    every = Input("Months between payments", MONTHS, structure=True)
    once = Input("Paid once", FLAG, structure=True, said=("This cost is paid once.", "This cost comes back."))
    from_month = Input("First month", NUMBER, low=1, high=60)
    waits = Input("Begins with the own business", FLAG,
                  said=("This cost begins with the own business.", "This cost does not wait for the own business."))
    delay = Input("Months of delay", MONTHS)
    growth = Input("Change a year", PERCENT, low=-0.9, high=2)
    vat_rate = Input("VAT rate", PERCENT, low=0, high=1)
    vat_share = Input("Share of the VAT that may be deducted", PERCENT, low=0, high=1)
    tax_share = Input("Share that lowers the taxable profit", PERCENT, low=0, high=1)
    private_share = Input("Private share", PERCENT, low=0, high=1)
    cost_factor = Input("Costs, times", NUMBER)
    month = Input("Month of the plan", NUMBER)
    plan_years = Input("Whole years since the first month", NUMBER)
    deducts = Input("VAT is deducted", FLAG)

    clock = Line("Month that counts", NUMBER, month - delay * waits, said="For this cost it is month {}.")
    running = Line("The cost runs", FLAG, clock >= from_month, said=("This cost runs.", "This cost has not begun."))
    due = Line("A payment is due", FLAG, running * ((clock - from_month) % every).equals(0),
               said=("A payment is due this month.", "No payment is due this month."))
    index = Line("Change since the first month", NUMBER, (1 + growth) ** plan_years * cost_factor)
    net = Line("Paid without VAT", MONEY, amount / (1 + vat_rate * includes_vat) * index * due)
    vat = Line("VAT", MONEY, net * vat_rate)
    vat_back = Line("VAT deducted", MONEY, vat * vat_share * deducts * (1 - private_share))
    paid = Line("Paid", MONEY, net + vat)
    private = Line("Private use", MONEY, paid * private_share)

    period = Balance("Cost of a period", MONEY)
    change = Line("Change of the cost of a period", MONEY, (paid - vat_back - private - period.opening) * due)
    period.moves(+change)
    charging = Line("The cost is charged", FLAG, due * once + running * (1 - once),
                    said=("This cost is charged this month.", "This cost is not charged this month."))
    months = Line("Months of a period", MONTHS, every * (1 - once) + once)
    cost = Line("Cost", MONEY, period / months * charging)
    ahead = Balance("Paid ahead", MONEY)
    ahead.moves(+paid, -vat_back, -private, -cost)

    deductible = Line("Cost that lowers the taxable profit", MONEY, cost * tax_share)
