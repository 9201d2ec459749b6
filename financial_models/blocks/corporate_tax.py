"""A company (BV): the director's pay that the family needs, and the company's own tax.

Income Tax Code 1992, art. 215 (rates, minimum pay of the director), art. 206 (losses).
"""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, larger, smaller, total
from .income_tax import BusinessTax, Prepayments


class NetSteps(Block):
    """How much of each step of the scale is left: the net income at the top of each step.

    Below the income whose tax the tax-free sum wipes out, nothing is taxed.  A director deducts lump-sum
    costs, so one euro of taxable income stands for more than a euro of pay.
    """

    chapter = "Director"

    up_to_1 = Input("First step, up to", MONEY)
    up_to_2 = Input("Second step, up to", MONEY)
    up_to_3 = Input("Third step, up to", MONEY)
    rate_1 = Input("Rate of the first step", PERCENT)
    rate_2 = Input("Rate of the second step", PERCENT)
    rate_3 = Input("Rate of the third step", PERCENT)
    rate_4 = Input("Rate of the top step", PERCENT)
    free = Input("Value of the own tax-free sum", MONEY)
    autonomy = Input("Autonomy factor", PERCENT)
    regional_rate = Input("Regional surcharge", PERCENT)
    municipal_rate = Input("Municipal surcharge", PERCENT, low=0, high=0.2)
    lump_rate = Input("Lump-sum costs of a director", PERCENT)
    lump_cap = Input("Lump-sum costs of a director, at most", MONEY)

    surcharges = Line("Tax with all surcharges, for one euro of basic tax", NUMBER,
                      (1 - autonomy) * (1 + regional_rate) * (1 + municipal_rate))
    over_1 = Line("Tax-free value above the first step", MONEY, larger(free - up_to_1 * rate_1, 0), yearly="last")
    over_2 = Line("Tax-free value above the second step", MONEY, larger(over_1 - (up_to_2 - up_to_1) * rate_2, 0),
                  yearly="last")
    over_3 = Line("Tax-free value above the third step", MONEY, larger(over_2 - (up_to_3 - up_to_2) * rate_3, 0),
                  yearly="last")
    in_first = Line("Untaxed in the first step", MONEY, smaller(free / rate_1, up_to_1), yearly="last")
    in_second = Line("Untaxed in the second step", MONEY, smaller(over_1 / rate_2, up_to_2 - up_to_1), yearly="last")
    in_third = Line("Untaxed in the third step", MONEY, smaller(over_2 / rate_3, up_to_3 - up_to_2), yearly="last")
    untaxed = Line("Taxable income without tax", MONEY, in_first + in_second + in_third + over_3 / rate_4,
                   yearly="last")
    top_1 = Line("Taxed part of the first step ends at", MONEY, larger(up_to_1, untaxed), yearly="last")
    top_2 = Line("Taxed part of the second step ends at", MONEY, larger(up_to_2, untaxed), yearly="last")
    top_3 = Line("Taxed part of the third step ends at", MONEY, larger(up_to_3, untaxed), yearly="last")
    top_4 = Line("The lump sum is largest at", MONEY, lump_cap / lump_rate - lump_cap, yearly="last")
    pay = Line("Pay for one euro of taxable income", NUMBER, 1 / (1 - lump_rate))
    left_1 = Line("Left of one euro in the first step", NUMBER, pay - rate_1 * surcharges)
    left_2 = Line("Left of one euro in the second step", NUMBER, pay - rate_2 * surcharges)
    left_3 = Line("Left of one euro in the third step", NUMBER, pay - rate_3 * surcharges)
    left_4 = Line("Left of one euro in the top step", NUMBER, pay - rate_4 * surcharges)
    left_5 = Line("Left of one euro above the largest lump sum", NUMBER, 1 - rate_4 * surcharges)
    net_0 = Line("Net income without tax", MONEY, untaxed * pay, yearly="last")
    net_1 = Line("Net income at the top of the first step", MONEY, net_0 + (top_1 - untaxed) * left_1, yearly="last")
    net_2 = Line("Net income at the top of the second step", MONEY, net_1 + (top_2 - top_1) * left_2, yearly="last")
    net_3 = Line("Net income at the top of the third step", MONEY, net_2 + (top_3 - top_2) * left_3, yearly="last")
    net_4 = Line("Net income at the largest lump sum", MONEY, net_3 + larger(top_4 - top_3, 0) * left_4, yearly="last")


class DirectorPay(Block):
    """The gross pay whose net is what the family needs: the scale backwards.

    There is no pay before the company runs.  The director pays the own social contributions out of it in the month
    they are due.  The company withholds the tax that the pay of this month would give over a whole year.
    """

    chapter = "Director"

    need = Input("Needed from the business", MONEY)
    pay = Input("Pay for one euro of taxable income", NUMBER)
    net_0 = Input("Net income without tax", MONEY)
    net_1 = Input("Net income at the top of the first step", MONEY)
    net_2 = Input("Net income at the top of the second step", MONEY)
    net_3 = Input("Net income at the top of the third step", MONEY)
    net_4 = Input("Net income at the largest lump sum", MONEY)
    left_1 = Input("Left of one euro in the first step", NUMBER)
    left_2 = Input("Left of one euro in the second step", NUMBER)
    left_3 = Input("Left of one euro in the third step", NUMBER)
    left_4 = Input("Left of one euro in the top step", NUMBER)
    left_5 = Input("Left of one euro above the largest lump sum", NUMBER)
    contributions = Input("Contributions paid", MONEY)
    trading = Input("The own business runs", FLAG)

    net = Line("Net pay over a year", MONEY, need * 12 * trading, yearly="last")
    part_0 = Line("Taxable without tax", MONEY, smaller(net, net_0) / pay, yearly="last")
    part_1 = Line("Taxable in the first step", MONEY, larger(smaller(net, net_1) - net_0, 0) / left_1, yearly="last")
    part_2 = Line("Taxable in the second step", MONEY, larger(smaller(net, net_2) - net_1, 0) / left_2, yearly="last")
    part_3 = Line("Taxable in the third step", MONEY, larger(smaller(net, net_3) - net_2, 0) / left_3, yearly="last")
    part_4 = Line("Taxable in the top step", MONEY, larger(smaller(net, net_4) - net_3, 0) / left_4, yearly="last")
    part_5 = Line("Taxable above the largest lump sum", MONEY, larger(net - net_4, 0) / left_5, yearly="last")
    with_lump = Line("Taxable pay to which the lump sum belongs", MONEY, total(part_0, part_1, part_2, part_3, part_4),
                     yearly="last")
    taxable = Line("Taxable pay over a year", MONEY, with_lump + part_5, yearly="last")
    living = Line("Pay for living", MONEY, round((with_lump * pay + part_5) / 12, 2))
    gross = Line("Gross pay of the director", MONEY, living + contributions)
    net_paid = Line("Net pay of the director", MONEY, round(net / 12, 2))
    withheld = Line("Tax withheld from the director", MONEY, living - net_paid)
    owed = Balance("Tax withheld, to be paid", MONEY)
    withheld_paid = Line("Withheld tax paid", MONEY, owed.opening)
    owed.moves(+withheld, -withheld_paid)
    income = Line("Pay that counts for contributions", MONEY, taxable / 12 + contributions)


class CompanyYear(Block):
    """The company's taxable result over a calendar year, at its pace, and the director's pay over it."""

    chapter = "Corporate tax"

    profit = Input("Taxable result of the month", MONEY)
    pay = Input("Gross pay of the director", MONEY)
    january = Input("First month of a calendar year", FLAG)
    months_so_far = Input("Months of the own business in this calendar year", NUMBER)
    in_year = Input("Months of the own business that this calendar year will have", NUMBER)

    year = Balance("Taxable result of the year so far", MONEY)
    closed = Line("Taxable result of last year", MONEY, year.opening * january, yearly="last")
    year.moves(+profit, -closed)
    pay_year = Balance("Pay of the director this year so far", MONEY)
    pay_closed = Line("Pay of the director last year", MONEY, pay_year.opening * january, yearly="last")
    pay_year.moves(+pay, -pay_closed)
    pace = Line("The whole financial year for what has passed", NUMBER, in_year / months_so_far + in_year.equals(0))
    expected = Line("Taxable result of the year", MONEY, year * pace, yearly="last")
    expected_pay = Line("Pay of the director over the year", MONEY, pay_year * pace, yearly="last")


class CorporateTax(Block):
    """The reduced rate on the first part of the profit, where the director is paid enough, else the standard rate.

    Starters need not meet the minimum pay in their first financial years.
    """

    chapter = "Corporate tax"

    expected = Input("Taxable result of the year", MONEY)
    pay = Input("Pay of the director over the year", MONEY)
    brought = Input("Losses of years before the plan", MONEY, low=0)
    granted = Input("Investment deduction of this month", MONEY)
    may_reduce = Input("The other conditions of the reduced rate are met", FLAG,
                       said=("The other conditions of the reduced rate are met.",
                             "The other conditions of the reduced rate are not met."))
    minimum_pay = Input("Minimum pay of the director", MONEY)
    exempt_years = Input("Financial years without minimum pay", NUMBER)
    earlier_years = Input("Financial years before the plan", NUMBER, low=0, high=50)
    years_started = Input("Calendar years since the own start", NUMBER)
    standard = Input("Standard rate", PERCENT)
    reduced = Input("Reduced rate", PERCENT)
    reduced_up_to = Input("Reduced rate, up to", MONEY)
    december = Input("Last month of a calendar year", FLAG)

    positive = Line("Profit of the year", MONEY, larger(expected, 0), yearly="last")
    losses = Balance("Losses carried forward", MONEY, start=brought)
    loss_used = Line("Loss of earlier years deducted", MONEY, smaller(losses.opening, positive), yearly="last")
    used = Line("Loss of earlier years used up", MONEY, loss_used * december)
    added = Line("Loss carried to later years", MONEY, larger(-expected, 0) * december)
    losses.moves(+added, -used)
    after_losses = Line("Profit after losses", MONEY, positive - loss_used, yearly="last")
    allowance = Balance("Investment deduction available", MONEY)
    allowance_now = Line("Investment deduction available this year", MONEY, allowance.opening + granted, yearly="last")
    allowance_used = Line("Investment deduction used", MONEY, smaller(allowance_now, after_losses), yearly="last")
    allowance_gone = Line("Investment deduction used up", MONEY, allowance_used * december)
    allowance.moves(+granted, -allowance_gone)
    taxable = Line("Taxable profit of the year", MONEY, after_losses - allowance_used, yearly="last")

    starter = Line("Starter without minimum pay", FLAG, years_started + earlier_years <= exempt_years,
                   said=("A starter need not pay the director the minimum.",
                         "The starter's years without minimum pay are over."))
    enough = Line("The director is paid enough", FLAG, pay.reaches(smaller(minimum_pay, taxable)),
                  said=("The director is paid enough for the reduced rate.",
                        "The director is paid too little for the reduced rate."))
    applies = Line("The reduced rate applies", FLAG, smaller(1, starter + enough) * may_reduce,
                   said=("The reduced rate applies.", "The standard rate applies to all of the profit."))
    at_reduced = Line("Profit at the reduced rate", MONEY, smaller(taxable, reduced_up_to) * applies, yearly="last")
    tax = Line("Corporate tax of the year", MONEY,
               round(at_reduced * reduced + (taxable - at_reduced) * standard, 2), yearly="last")


class CompanyContribution(Block):
    """The yearly contribution of companies to the social status of the self-employed."""

    chapter = "Corporate tax"

    amount = Input("Contribution of a company", MONEY)
    exempt_years = Input("Calendar years without contribution", NUMBER)
    years_started = Input("Calendar years since the own start", NUMBER)
    trading = Input("The own business runs", FLAG)
    due_month = Input("Paid in this month of the year", NUMBER)
    of_year = Input("Month of the year", NUMBER)

    owing = Line("The contribution is owed", FLAG, (years_started >= exempt_years + 1) * trading,
                 said=("The company owes its contribution this year.", "The company owes no contribution this year."))
    paid = Line("Contribution of companies", MONEY, amount * owing * of_year.equals(due_month))


class CorporatePrepayments(Prepayments):
    """Corporate tax paid ahead, and the surcharge where too little is; small starters are exempt at first."""

    chapter = "Corporate tax"


class CompanyTax(BusinessTax):
    """The tax of the company: estimated for the year, charged month by month, settled by the assessment."""

    chapter = "Corporate tax"
