"""Personal income tax: the household's tax with the business, less its tax without it.

Income Tax Code 1992: scale art. 130, tax-free sums art. 131 to 134, marital quotient art. 87 to 89,
losses art. 78 and 79, prepayments art. 157 to 168.
"""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, larger, smaller, total


class Scale(Block):
    """A progressive scale of five steps: each part of the amount at the rate of its step."""

    chapter = "Income tax"

    amount = Input("Amount", MONEY, yearly="last")
    up_to_1 = Input("First step, up to", MONEY)
    up_to_2 = Input("Second step, up to", MONEY)
    up_to_3 = Input("Third step, up to", MONEY)
    up_to_4 = Input("Fourth step, up to", MONEY)
    rate_1 = Input("Rate of the first step", PERCENT)
    rate_2 = Input("Rate of the second step", PERCENT)
    rate_3 = Input("Rate of the third step", PERCENT)
    rate_4 = Input("Rate of the fourth step", PERCENT)
    rate_5 = Input("Rate of the top step", PERCENT)

    step_1 = Line("In the first step", MONEY, smaller(amount, up_to_1) * rate_1, yearly="last")
    step_2 = Line("In the second step", MONEY, larger(smaller(amount, up_to_2) - up_to_1, 0) * rate_2, yearly="last")
    step_3 = Line("In the third step", MONEY, larger(smaller(amount, up_to_3) - up_to_2, 0) * rate_3, yearly="last")
    step_4 = Line("In the fourth step", MONEY, larger(smaller(amount, up_to_4) - up_to_3, 0) * rate_4, yearly="last")
    step_5 = Line("In the top step", MONEY, larger(amount - up_to_4, 0) * rate_5, yearly="last")
    tax = Line("By the scale", MONEY, total(step_1, step_2, step_3, step_4, step_5), yearly="last")


class Spouses(Block):
    """Two taxable incomes after the marital quotient: part of the higher is taxed as the lower one's."""

    chapter = "Income tax"

    own = Input("Own taxable income", MONEY)
    partner = Input("Taxable income of the partner", MONEY)
    married = Input("Taxed together", FLAG, said=("The couple is taxed together.", "The entrepreneur is taxed alone."))
    quotient_share = Input("Share of the marital quotient", PERCENT)
    quotient_cap = Input("Marital quotient, at most", MONEY)

    lower = Line("Lower of the two incomes", MONEY, smaller(own, partner), yearly="last")
    room = Line("Marital quotient", MONEY,
                smaller((own + partner) * quotient_share, quotient_cap) * married, yearly="last")
    shifted = Line("Income shifted to the lower one", MONEY, larger(room - lower * married, 0), yearly="last")
    own_higher = Line("Own income is the higher", FLAG, own.reaches(partner),
                      said=("The own income is the higher of the two.",
                            "The partner's income is the higher of the two."))
    towards_partner = Line("Shifted to the partner", MONEY, shifted * (2 * own_higher - 1), yearly="last")
    own_taxed = Line("Own income as taxed", MONEY, own - towards_partner, yearly="last")
    partner_taxed = Line("Partner's income as taxed", MONEY, partner + towards_partner, yearly="last")


class HouseholdTax(Block):
    """The tax of a year: the scale less the value of the tax-free sums, for state, region and municipality.

    What one spouse leaves unused of the tax-free sum goes to the other.
    """

    chapter = "Income tax"

    own_scale = Input("Own income by the scale", MONEY)
    partner_scale = Input("Partner's income by the scale", MONEY)
    own_free = Input("Value of the own tax-free sum", MONEY)
    partner_free = Input("Value of the partner's tax-free sum", MONEY)
    married = Input("Taxed together", FLAG, said=("The couple is taxed together.", "The entrepreneur is taxed alone."))
    autonomy = Input("Autonomy factor", PERCENT)
    regional_rate = Input("Regional surcharge", PERCENT)
    municipal_rate = Input("Municipal surcharge", PERCENT, low=0, high=0.2)

    own_left = Line("Unused of the own tax-free sum", MONEY, larger(own_free - own_scale, 0) * married, yearly="last")
    partner_left = Line("Unused of the partner's tax-free sum", MONEY,
                        larger(partner_free - partner_scale, 0) * married, yearly="last")
    own_base = Line("Own basic tax", MONEY, larger(own_scale - own_free - partner_left, 0), yearly="last")
    partner_base = Line("Partner's basic tax", MONEY,
                        larger(partner_scale - partner_free - own_left, 0) * married, yearly="last")
    base = Line("Basic tax", MONEY, own_base + partner_base, yearly="last")
    state = Line("Tax of the state", MONEY, base * (1 - autonomy), yearly="last")
    regional = Line("Tax of the region", MONEY, state * regional_rate, yearly="last")
    before_municipal = Line("Tax of state and region", MONEY, state + regional, yearly="last")
    whole = Line("Tax with the municipality", MONEY, round(before_municipal * (1 + municipal_rate), 2), yearly="last")


class InvestmentDeduction(Block):
    """A share of what is invested in new equipment lowers the taxable profit once more (art. 68 to 77)."""

    chapter = "Taxable profit"

    bought = Input("Bought, for the investment deduction", MONEY)
    rate = Input("Rate of the investment deduction", PERCENT)
    chosen = Input("Investment deduction chosen", FLAG,
                   said=("The investment deduction is chosen.", "The investment deduction is not chosen."))

    granted = Line("Investment deduction of this month", MONEY, bought * rate * chosen)


class Losses(Block):
    """The result of the year, after losses of earlier years and the investment deduction.

    A loss of the year lowers the own income, then that of a partner who is taxed together; what is left is carried
    forward without a limit of time.  A loss before the own start lowers nobody's income: it waits for what the
    business will earn.  What the investment deduction cannot use is carried forward too.
    """

    chapter = "Income tax"

    expected = Input("Professional income of the year", MONEY)
    own_other = Input("Other own income of the year", MONEY)
    partner = Input("Income of the partner", MONEY)
    married = Input("Taxed together", FLAG, said=("The couple is taxed together.", "The entrepreneur is taxed alone."))
    brought = Input("Losses of years before the plan", MONEY, low=0)
    granted = Input("Investment deduction of this month", MONEY)
    trading = Input("The own business runs", FLAG)
    december = Input("Last month of a calendar year", FLAG)

    positive = Line("Profit of the year", MONEY, larger(expected, 0), yearly="last")
    losses = Balance("Losses carried forward", MONEY, start=brought)
    loss_used = Line("Loss of earlier years deducted", MONEY, smaller(losses.opening, positive), yearly="last")
    allowance = Balance("Investment deduction available", MONEY)
    after_losses = Line("Profit after losses", MONEY, positive - loss_used, yearly="last")
    allowance_now = Line("Investment deduction available this year", MONEY, allowance.opening + granted, yearly="last")
    allowance_used = Line("Investment deduction used", MONEY, smaller(allowance_now, after_losses), yearly="last")
    allowance_gone = Line("Investment deduction used up", MONEY, allowance_used * december)
    allowance.moves(+granted, -allowance_gone)

    loss = Line("Loss of the year", MONEY, larger(-expected, 0) * trading, yearly="last")
    early_loss = Line("Loss before the own start", MONEY, larger(-expected, 0) * (1 - trading), yearly="last")
    own_before = Line("Own income with the result of the business", MONEY,
                      own_other + after_losses - allowance_used - loss, yearly="last")
    own = Line("Own taxable income", MONEY, larger(own_before, 0), yearly="last")
    shortage = Line("Loss above the own income", MONEY, larger(-own_before, 0), yearly="last")
    taken = Line("Loss that the partner's income takes", MONEY, smaller(shortage, partner) * married, yearly="last")
    partner_left = Line("Partner's income after the loss", MONEY, partner - taken, yearly="last")
    carried = Line("Loss that nobody's income takes", MONEY, shortage - taken + early_loss, yearly="last")
    added = Line("Loss carried to later years", MONEY, carried * december)
    used = Line("Loss of earlier years used up", MONEY, loss_used * december)
    losses.moves(+added, -used)


class Prepayments(Block):
    """Tax paid ahead in four instalments, and the surcharge where too little is.

    Each instalment has a credit of its own; who begins during the year has only that of those still to come.
    Starters owe no surcharge in their first calendar years.
    """

    chapter = "Income tax"

    tax = Input("Tax of state and region on the business", MONEY, yearly="last")
    each = Input("Paid ahead in each instalment", MONEY, low=0)
    rate = Input("Rate of the surcharge", PERCENT)
    factor = Input("Tax counts times", NUMBER)
    limit = Input("Part of the surcharge that is due", PERCENT)
    credit_1 = Input("Credit of the first instalment", PERCENT)
    credit_2 = Input("Credit of the second instalment", PERCENT)
    credit_3 = Input("Credit of the third instalment", PERCENT)
    credit_4 = Input("Credit of the fourth instalment", PERCENT)
    small_share = Input("No surcharge below this share of the tax", PERCENT)
    tolerance = Input("No surcharge below", MONEY)
    starter_years = Input("Calendar years without surcharge", NUMBER)
    earlier_years = Input("Calendar years of business before the plan", NUMBER)
    years_started = Input("Calendar years since the own start", NUMBER)
    of_year = Input("Month of the year", NUMBER)
    due_1 = Input("First instalment, month of the year", NUMBER)
    due_2 = Input("Second instalment, month of the year", NUMBER)
    due_3 = Input("Third instalment, month of the year", NUMBER)
    due_4 = Input("Fourth instalment, month of the year", NUMBER)
    months_so_far = Input("Months of the own business in this calendar year", NUMBER)
    trading = Input("The own business runs", FLAG)
    january = Input("First month of a calendar year", FLAG)

    soon = Line("First or second instalment", FLAG, of_year.equals(due_1) + of_year.equals(due_2),
                said=("A first or second prepayment is due.", "No first or second prepayment is due."))
    late = Line("Third or fourth instalment", FLAG, of_year.equals(due_3) + of_year.equals(due_4),
                said=("A third or fourth prepayment is due.", "No third or fourth prepayment is due."))
    paid = Line("Tax paid ahead", MONEY, each * (soon + late) * trading)
    year = Balance("Tax paid ahead this year", MONEY)
    closed = Line("Tax paid ahead last year", MONEY, year.opening * january, yearly="last")
    year.moves(+paid, -closed)
    begun = Line("Month of the year in which it has begun", NUMBER, of_year - months_so_far + 1,
                 said="The own business runs from month {} of the calendar year.")
    credit_soon = Line("Credit of the first and second instalment", PERCENT,
                       credit_1 * (due_1 >= begun) + credit_2 * (due_2 >= begun))
    credit_late = Line("Credit of the third and fourth instalment", PERCENT,
                       credit_3 * (due_3 >= begun) + credit_4 * (due_4 >= begun))
    credited = Line("Credit for what is paid ahead", MONEY, each * (credit_soon + credit_late), yearly="last")
    base = Line("Tax that the surcharge looks at", MONEY, larger(tax, 0) * factor, yearly="last")
    missing = Line("Surcharge before limits", MONEY, larger(base * rate - credited, 0) * limit, yearly="last")
    exempt = Line("Starter without surcharge", FLAG, years_started + earlier_years <= starter_years,
                  said=("A starter owes no surcharge yet.", "The starter's years without surcharge are over."))
    noticeable = Line("The surcharge passes the tolerance", FLAG, missing.reaches(tolerance),
                      said=("The surcharge passes the tolerance.", "The surcharge stays below the tolerance."))
    large = Line("The surcharge is large enough to count", FLAG, missing.reaches(base * small_share) * noticeable,
                 said=("The surcharge is large enough to be claimed.", "The surcharge is too small to be claimed."))
    surcharge = Line("Surcharge for too little paid ahead", MONEY,
                     round(missing * (1 - exempt) * large, 2), yearly="last")


class BusinessTax(Block):
    """The tax that the business causes: estimated for the year, charged month by month, settled by the assessment."""

    chapter = "Income tax"

    with_business = Input("Tax with the business", MONEY)
    without = Input("Tax without the business", MONEY)
    surcharge = Input("Surcharge for too little paid ahead", MONEY)
    prepaid = Input("Tax paid ahead this year", MONEY)
    paid_ahead = Input("Tax paid ahead", MONEY)
    months_so_far = Input("Months of the own business in this calendar year", NUMBER)
    in_year = Input("Months of the own business that this calendar year will have", NUMBER)
    settled = Input("Settled before", MONEY)
    closed = Input("Year that has closed", MONEY)

    caused = Line("Tax caused by the business", MONEY, with_business - without + surcharge, yearly="last")
    so_far = Line("Tax of the year so far", MONEY, caused * months_so_far / in_year, yearly="last")
    difference = Line("To be assessed for this year so far", MONEY, so_far - prepaid, yearly="last")
    bill = Line("Growth of the assessment", MONEY, difference - settled + closed)
    cost = Line("Income tax", MONEY, bill + paid_ahead)
