"""VAT: the exemption of small enterprises, what is charged and deducted, and when it is paid or comes back."""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, Seasonal, larger, smaller, total


class VatStatus(Block):
    """Whether VAT is charged and deducted.

    The exemption of small enterprises holds while the turnover of a calendar year stays within the
    threshold, in the first year in proportion to the days left.  It ends at once when the threshold is
    passed by more than the tolerance, else on 1 January of the next year.  Turnover counts at list prices.
    Who sells nothing but what is exempt by its nature (care, teaching) deducts no VAT, whatever was chosen.
    """

    chapter = "VAT"

    chosen = Input("Exemption of small enterprises chosen", FLAG,
                   said=("The exemption of small enterprises is chosen.",
                         "The exemption of small enterprises is not chosen."))
    taxed = Input("Something is sold that is not exempt by its nature", FLAG,
                  said=("Something is sold that is not exempt from VAT by its nature.",
                        "All that is sold is exempt from VAT by its nature."))
    threshold = Input("Threshold of the exemption", MONEY)
    tolerance = Input("Tolerance above the threshold", PERCENT)
    days_left = Seasonal("Days left in the year from this month on", NUMBER)
    days = Input("Days in a year", NUMBER)
    turnover = Input("Turnover that counts for the exemption", MONEY)
    of_year = Input("Month of the year", NUMBER)
    january = Input("First month of a calendar year", FLAG)
    starting = Input("Month of the own start", FLAG)
    trading = Input("The own business runs", FLAG)
    testing = Input("Test phase", FLAG)
    years_started = Input("Calendar years since the own start", NUMBER)

    first_part = Balance("Part of the first year", PERCENT)
    part_found = Line("Part of the year left at the start", PERCENT, days_left.at(of_year) / days * starting)
    first_part.moves(+part_found)
    missing_part = Line("Part of this year before the start", PERCENT, (1 - first_part) * years_started.equals(1))
    limit = Line("Threshold of this year", MONEY, round(threshold * (1 - missing_part), 2), yearly="last")
    year = Balance("Turnover of the year so far", MONEY)
    year_closed = Line("Turnover of last year", MONEY, year.opening * january, yearly="last")
    year.moves(+turnover, -year_closed)
    last_limit = Balance("Threshold of last month", MONEY)
    limit_change = Line("Change of the threshold", MONEY, limit - last_limit.opening)
    last_limit.moves(+limit_change)
    far_above = Line("Above the threshold and the tolerance", FLAG, year.passes(limit * (1 + tolerance)) * trading,
                     said=("The turnover passes the threshold by more than the tolerance.",
                           "The turnover stays within the tolerance."))
    was_above = Line("Above the threshold last year", FLAG, year_closed.passes(last_limit.opening) * january,
                     said=("Last year's turnover passed the threshold.", "No threshold was passed last year."))
    lost = Balance("The exemption has ended", FLAG, said="")
    losing = Line("The exemption ends", FLAG, (1 - lost.opening) * smaller(1, far_above + was_above) * chosen,
                  said=("The exemption ends this month.", "The exemption does not end this month."))
    lost.moves(+losing)
    liable = Line("VAT is deducted", FLAG, smaller(1, lost + 1 - chosen) * taxed,
                  said=("VAT applies: it is charged and deducted.",
                        "The business is exempt: it charges no VAT and deducts none."))
    charges = Line("VAT is charged", FLAG, smaller(1, liable * trading + testing),
                   said=("VAT is charged on sales.", "No VAT is charged on sales."))


class VatAccount(Block):
    """What is owed to the state (+) or by it (−), declared each quarter or month and settled in the month after.

    A credit is carried to the next return, or refunded so many months later where that was asked.
    """

    chapter = "VAT"

    charged = Input("VAT on sales", MONEY)
    back_on_commissions = Input("VAT deducted on commissions", MONEY)
    back_on_purchases = Input("VAT deducted on purchases", MONEY)
    back_on_costs = Input("VAT deducted on costs", MONEY)
    back_on_things = Input("VAT deducted on equipment and leases", MONEY)
    monthly = Input("A return each month", FLAG, said=("VAT is declared each month.", "VAT is declared each quarter."))
    refunded = Input("Credits are refunded", FLAG,
                     said=("VAT credits are refunded.", "VAT credits stay on the account."))
    quarter_first = Input("First month of a quarter", FLAG)

    deducted = Line("VAT deducted", MONEY, total(back_on_commissions, back_on_purchases, back_on_costs, back_on_things))
    returning = Line("A return is settled", FLAG, smaller(1, quarter_first + monthly),
                     said=("A VAT return is settled this month.", "No VAT return is settled this month."))
    due = Balance("VAT owed", MONEY)
    paid = Line("VAT paid", MONEY, larger(due.opening, 0) * returning)
    asked = Line("VAT credit asked back", MONEY, larger(-due.opening, 0) * returning * refunded)
    due.moves(+charged, -deducted, -paid, +asked)
    awaited = Balance("VAT refund on its way", MONEY)
    received = Line("VAT refunded", MONEY, asked.before(2))
    awaited.moves(+asked, -received)
    debt = Line("VAT to pay", MONEY, larger(due, 0), yearly="last")
    claim = Line("VAT to receive", MONEY, larger(-due, 0) + awaited, yearly="last")


