"""The calendar of a plan: which month it is, whether the business runs, and how much of its year has passed."""

from ..language import FLAG, MONTHS, NUMBER, PERCENT, Balance, Block, Input, Line, Number


class Levers(Block):
    """The four levers of every what-if: move one and the whole plan follows."""

    chapter = "Levers"

    sales_factor = Input("Sales, times", NUMBER, 1.0, low=0, high=10)
    cost_factor = Input("Costs, times", NUMBER, 1.0, low=0, high=10)
    delay = Input("Months of delay", MONTHS, 0.0, low=0, high=24)
    credit_share = Input("Share of the credit that is granted", PERCENT, 1.0, low=0, high=1)


class Timeline(Block):
    """Months are counted from 1; what begins with the business counts from the month less the delay.

    ``now`` counts the months of selling, in the test phase too; ``since`` those of the own business.
    A yearly amount is estimated from the part of the year that has passed: ``months_so_far`` of ``in_year``.
    """

    chapter = "Calendar"

    first_month = Input("First month of the plan (1 = January)", NUMBER, structure=True, low=1, high=12)
    horizon = Input("Months of the plan", MONTHS, structure=True)
    test_months = Input("Months of test phase", MONTHS, structure=True)
    delay = Input("Months of delay", MONTHS)

    month = Balance("Month of the plan", NUMBER, said="This is month {} of the plan.")
    month.moves(Number(1))
    of_year = Line("Month of the year", NUMBER, (month + first_month - 2) % 12 + 1,
                   said="This is month {} of the calendar year.")
    year = Line("Calendar year of the plan", NUMBER, (month + first_month - 1 - of_year) / 12 + 1,
                said="This is calendar year {} of the plan.")
    plan_years = Line("Whole years since the first month", NUMBER, (month - 1 - (month - 1) % 12) / 12,
                      said="{} whole years have passed since the first month.")
    now = Line("Months since selling began", NUMBER, month - delay, said="This is month {} of selling.")
    since = Line("Months since the own start", NUMBER, now - test_months, said="This is month {} of the own business.")
    selling = Line("Something is sold", FLAG, now >= 1, said=("Selling has begun.", "Selling has not begun yet."))
    trading = Line("The own business runs", FLAG, since >= 1,
                   said=("The own business runs.", "The own business has not started yet."))
    testing = Line("Test phase", FLAG, selling - trading,
                   said=("This is a month of the test phase.", "This is not a month of the test phase."))
    starting = Line("Month of the own start", FLAG, since.equals(1),
                    said=("The own business starts this month.", "The own business does not start this month."))
    january = Line("First month of a calendar year", FLAG, of_year.equals(1),
                   said=("It is January.", "It is not January."))
    december = Line("Last month of a calendar year", FLAG, of_year.equals(12),
                    said=("It is December.", "It is not December."))
    quarter_first = Line("First month of a quarter", FLAG, (of_year % 3).equals(1),
                         said=("A quarter begins.", "No quarter begins this month."))
    quarter_last = Line("Last month of a quarter", FLAG, (of_year % 3).equals(0),
                        said=("A quarter ends.", "No quarter ends this month."))
    judged = Line("Within the plan", FLAG, month <= horizon,
                  said=("This month is within the plan.",
                        "This month comes after the plan: it is calculated, not judged."))

    months_so_far = Balance("Months of the own business in this calendar year", NUMBER)
    months_closed = Line("Months of last year, closed", NUMBER, months_so_far.opening * january)
    months_so_far.moves(+trading, -months_closed)
    in_year = Line("Months of the own business that this calendar year will have", NUMBER,
                   months_so_far + (12 - of_year) * trading)

    quarters = Balance("Quarters of the own business in this calendar year", NUMBER)
    quarters_closed = Line("Quarters of last year, closed", NUMBER, quarters.opening * january)
    quarter_counted = Line("A quarter begins to count", FLAG, trading * quarter_first + starting * (1 - quarter_first),
                           said=("A quarter begins to count for contributions.",
                                 "No new quarter counts for contributions."))
    quarters.moves(+quarter_counted, -quarters_closed)
    quarters_in_year = Line("Quarters of the own business that this calendar year will have", NUMBER,
                            quarters + (12 - of_year - (12 - of_year) % 3) / 3 * trading)

    years_started = Balance("Calendar years since the own start", NUMBER)
    year_counted = Line("A calendar year of the own business begins", FLAG,
                        trading * january + starting * (1 - january),
                        said=("A calendar year of the own business begins.",
                              "No calendar year of the own business begins."))
    years_started.moves(+year_counted)
