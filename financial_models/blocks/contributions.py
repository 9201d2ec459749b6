"""Social contributions of the self-employed: provisional quarters, and the bill when the income is known.

Royal decree no. 38 of 27 July 1967, art. 11 to 15: contributions are a share of the professional income,
annualised over the quarters of affiliation, in two bands up to a ceiling.
"""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, larger, smaller
from .settlement import ContributionsSettlement


class QuarterContribution(Block):
    """What one quarter costs on a yearly income, without the fund's fee."""

    chapter = "Social contributions"

    income = Input("Yearly income", MONEY)
    ceiling_1 = Input("Ceiling of the first band", MONEY)
    ceiling_2 = Input("Ceiling of the second band", MONEY)
    rate_1 = Input("Rate of the first band", PERCENT)
    rate_2 = Input("Rate of the second band", PERCENT)

    band_1 = Line("In the first band", MONEY, smaller(income, ceiling_1) * rate_1, yearly="last")
    band_2 = Line("In the second band", MONEY,
                  larger(smaller(income, ceiling_2) - ceiling_1, 0) * rate_2, yearly="last")
    quarter = Line("Contribution for a quarter", MONEY, round((band_1 + band_2) / 4, 2), yearly="last")


class Affiliation(Block):
    """Quarters of affiliation: which are among the first four, and whether the starter's provisional amounts hold.

    Starters pay provisional contributions on the legal minimum until the end of the third full calendar year.
    """

    chapter = "Social contributions"

    primostarter = Input("Primostarter", FLAG,
                         said=("The entrepreneur is a primostarter.", "The entrepreneur is not a primostarter."))
    primo_quarters = Input("Quarters of the primostarter", NUMBER)
    starter_years = Input("Full calendar years as a starter", NUMBER)
    trading = Input("The own business runs", FLAG)
    starting = Input("Month of the own start", FLAG)
    january = Input("First month of a calendar year", FLAG)
    quarter_last = Input("Last month of a quarter", FLAG)
    years_started = Input("Calendar years since the own start", NUMBER)
    quarters_closed = Input("Quarters of last year, closed", NUMBER)
    quarters_in_year = Input("Quarters of the own business that this calendar year will have", NUMBER)

    paying = Line("A quarter is paid", FLAG, trading * quarter_last,
                  said=("The contribution of a quarter is paid.", "No contribution is paid this month."))
    rank = Balance("Quarters paid so far", NUMBER)
    rank.moves(+paying)
    primo_now = Line("Reduced quarter", FLAG, (rank <= primo_quarters) * primostarter,
                     said=("This is one of the first four quarters.", "This quarter has no primostarter reduction."))
    before = Balance("Quarters of earlier years", NUMBER)
    before.moves(+quarters_closed)
    primo_in_year = Line("Reduced quarters of this year", NUMBER,
                         smaller(quarters_in_year, larger(primo_quarters - before, 0)) * primostarter)
    partial = Balance("The first calendar year was partial", FLAG)
    partial_first = Line("A partial first year begins", FLAG, starting * (1 - january),
                         said=("The first calendar year is partial.", "No partial first year begins this month."))
    partial.moves(+partial_first)
    starter = Line("Starter", FLAG, years_started <= starter_years + partial,
                   said=("Provisional contributions of a starter hold.",
                         "Provisional contributions follow the income of three years ago."))


class PastIncome(Block):
    """The income of three years ago, on which provisional contributions rest after the starter's years."""

    chapter = "Social contributions"

    index = Input("Index of the income of three years ago", NUMBER, low=0.5, high=2)
    january = Input("First month of a calendar year", FLAG)

    this = Balance("Income of this year", MONEY)
    one = Balance("Income of last year", MONEY)
    two = Balance("Income of two years ago", MONEY)
    three = Balance("Income of three years ago", MONEY)
    two_on = Line("Two years ago becomes three", MONEY, (two.opening - three.opening) * january)
    one_on = Line("Last year becomes two years ago", MONEY, (one.opening - two.opening) * january)
    this_on = Line("This year becomes last year", MONEY, (this.opening - one.opening) * january)
    three.moves(+two_on)
    two.moves(+one_on)
    one.moves(+this_on)
    provisional = Line("Income of three years ago, indexed", MONEY, larger(three * index, 0), yearly="last")


class Provisional(Block):
    """What is paid each quarter before the income is known."""

    chapter = "Social contributions"

    main = Input("Contribution for a quarter", MONEY)
    reduced = Input("Contribution for a reduced quarter", MONEY)
    fee = Input("Fee of the fund", PERCENT, low=0, high=1)
    primo_now = Input("Reduced quarter", FLAG)
    paying = Input("A quarter is paid", FLAG)
    january = Input("First month of a calendar year", FLAG)

    quarter = Line("Provisional contribution", MONEY, (main + (reduced - main) * primo_now) * paying)
    paid = Line("Provisional contribution paid, with fee", MONEY, round(quarter * (1 + fee), 2))
    year = Balance("Provisional contributions of this year", MONEY)
    closed = Line("Provisional contributions of last year", MONEY, year.opening * january, yearly="last")
    year.moves(+paid, -closed)


class YearContribution(Block):
    """What the year owes on its real income, and the difference that the fund bills or pays back later."""

    chapter = "Social contributions"

    main = Input("Contribution for a quarter", MONEY)
    reduced = Input("Contribution for a reduced quarter", MONEY)
    fee = Input("Fee of the fund", PERCENT, low=0, high=1)
    quarters = Input("Quarters of the own business that this calendar year will have", NUMBER)
    reduced_quarters = Input("Reduced quarters of this year", NUMBER)
    months_so_far = Input("Months of the own business in this calendar year", NUMBER)
    in_year = Input("Months of the own business that this calendar year will have", NUMBER)
    provisional = Input("Provisional contributions of this year", MONEY)

    main_part = Line("Full quarters, with fee", MONEY,
                     round(main * (1 + fee), 2) * (quarters - reduced_quarters), yearly="last")
    reduced_part = Line("Reduced quarters, with fee", MONEY,
                        round(reduced * (1 + fee), 2) * reduced_quarters, yearly="last")
    whole = Line("Contributions of the year", MONEY, main_part + reduced_part, yearly="last")
    so_far = Line("Contributions of the year so far", MONEY, whole * months_so_far / in_year, yearly="last")
    difference = Line("To be settled for this year so far", MONEY, so_far - provisional, yearly="last")


class Charge(Block):
    """Contributions as a cost: what was paid, and what this year's bill grows by."""

    chapter = "Social contributions"

    difference = Input("To be settled for this year so far", MONEY)
    settled = Input("Settled before", MONEY)
    closed = Input("Year that has closed", MONEY)
    paid = Input("Provisional contribution paid, with fee", MONEY)

    bill = Line("Growth of the bill", MONEY, difference - settled + closed)
    cost = Line("Social contributions", MONEY, paid + bill)


__all__ = ["Affiliation", "Charge", "ContributionsSettlement", "PastIncome", "Provisional", "QuarterContribution",
           "YearContribution"]
