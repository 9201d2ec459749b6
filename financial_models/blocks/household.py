"""The household: what comes in, what it costs to live, and what the family needs from the business."""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, larger, smaller


class HouseholdIncome(Block):
    """An income of the household, which may stop or shrink when the own business starts."""

    chapter = "Household"

    before = Input("A month, before the own start", MONEY, low=0)
    after = Input("A month, after the own start", MONEY, low=0)
    taxable_before = Input("Taxable a month, before the own start", MONEY, low=0)
    taxable_after = Input("Taxable a month, after the own start", MONEY, low=0)
    trading = Input("The own business runs", FLAG)

    income = Line("Income", MONEY, before + (after - before) * trading)
    taxable = Line("Taxable income", MONEY, taxable_before + (taxable_after - taxable_before) * trading)


class HouseholdExpense(Block):
    """An expense of the household, rising with the prices."""

    chapter = "Household"

    amount = Input("A month", MONEY, low=0)
    growth = Input("Change of the cost of living a year", PERCENT, low=-0.9, high=2)
    plan_years = Input("Whole years since the first month", NUMBER)

    expense = Line("Expense", MONEY, amount * (1 + growth) ** plan_years)


class HouseholdDebt(Block):
    """A private debt: its instalment, through its last month."""

    chapter = "Household"

    instalment = Input("Instalment a month", MONEY, low=0)
    until = Input("Last month (0: past the plan)", NUMBER, low=0)
    month = Input("Month of the plan", NUMBER)

    running = Line("Still being paid", FLAG, smaller(1, (month <= until) + until.equals(0)),
                   said=("This debt is still being paid.", "This debt has been paid."))
    paid = Line("Paid on the debt", MONEY, instalment * running)


class Household(Block):
    """What the family needs from the business each month: its expenses less its other income."""

    chapter = "Household"

    incomes = Input("Other income of the family", MONEY)
    expenses = Input("Expenses of the family", MONEY)
    instalments = Input("Private debts paid", MONEY)

    outgoings = Line("What the family spends", MONEY, expenses + instalments)
    gap = Line("Missing without the business", MONEY, outgoings - incomes)
    need = Line("Needed from the business", MONEY, larger(gap, 0))


class TaxStatus(Block):
    """How the household is taxed."""

    chapter = "Income tax"

    married = Input("Taxed together", FLAG, said=("The couple is taxed together.", "The entrepreneur is taxed alone."))
    municipal_rate = Input("Municipal surcharge", PERCENT, low=0, high=0.2)


class YearIncome(Block):
    """Another taxable income over a calendar year, estimated from the months so far.

    What was earned in the calendar year before the plan begins counts in that year.
    """

    chapter = "Income tax"

    income = Input("Taxable income", MONEY)
    before = Input("Earned this year before the plan", MONEY, low=0)
    of_year = Input("Month of the year", NUMBER)
    january = Input("First month of a calendar year", FLAG)

    year = Balance("Earned this year so far", MONEY, start=before)
    closed = Line("Earned last year", MONEY, year.opening * january, yearly="last")
    year.moves(+income, -closed)
    expected = Line("Expected for the year", MONEY, year * 12 / of_year, yearly="last")
