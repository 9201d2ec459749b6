"""The professional income of a calendar year: what the tax scale and the contributions look at."""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, larger, smaller, total


class TaxableResult(Block):
    """What the tax looks at each month: gross profit, and the costs that lower it."""

    chapter = "Taxable profit"

    revenue = Input("Revenue", MONEY)
    grants = Input("Grants taken to income", MONEY)
    gains = Input("Gain or loss on equipment sold", MONEY)
    goods = Input("Cost of what is sold", MONEY)
    cost_lines = Input("Costs that lower the taxable profit, by line", MONEY)
    commissions = Input("Commissions", MONEY)
    wages = Input("Wages and social security of staff", MONEY)
    depreciation = Input("Depreciation that lowers the taxable profit", MONEY)
    bad_debts = Input("Customers who never pay", MONEY)
    loan_costs = Input("Interest and fees of loans", MONEY)
    overdraft = Input("Interest on the overdraft", MONEY)
    lost_vat = Input("VAT on leases that is not deducted", MONEY)

    gross = Line("Gross profit", MONEY, revenue + grants + gains - goods)
    running = Line("Costs of running the business", MONEY, total(cost_lines, commissions, wages, bad_debts))
    costs = Line("Costs deducted", MONEY, total(running, depreciation, loan_costs, overdraft, lost_vat))
    profit = Line("Profit before the owner", MONEY, gross - costs)


class ProfessionalIncome(Block):
    """Gross profit less contributions paid and costs, real or lump sum; estimated for the year at its pace.

    The lump sum is a share of gross profit less contributions, up to a cap; goods and contributions stay
    deductible beside it (free choice each year, art. 51 WIB 92).
    """

    chapter = "Taxable profit"

    gross = Input("Sales and other income, less goods", MONEY)
    costs = Input("Costs that lower the taxable profit", MONEY)
    contributions = Input("Contributions paid, that lower the income", MONEY)
    lump_chosen = Input("Lump-sum costs chosen", FLAG, said=("Lump-sum costs are chosen.", "Real costs are chosen."))
    lump_share = Input("Lump sum, share of the profit", PERCENT)
    lump_cap = Input("Lump sum, at most", MONEY)
    january = Input("First month of a calendar year", FLAG)
    months_so_far = Input("Months of the own business in this calendar year", NUMBER)
    in_year = Input("Months of the own business that this calendar year will have", NUMBER)

    gross_year = Balance("Gross profit this year so far", MONEY)
    gross_closed = Line("Gross profit of last year", MONEY, gross_year.opening * january, yearly="last")
    gross_year.moves(+gross, -gross_closed)
    costs_year = Balance("Costs this year so far", MONEY)
    costs_closed = Line("Costs of last year", MONEY, costs_year.opening * january, yearly="last")
    costs_year.moves(+costs, -costs_closed)
    paid_year = Balance("Contributions paid this year so far", MONEY)
    paid_closed = Line("Contributions paid last year", MONEY, paid_year.opening * january, yearly="last")
    paid_year.moves(+contributions, -paid_closed)

    pace = Line("The whole year for what has passed", NUMBER, in_year / months_so_far + in_year.equals(0))
    after_contributions = Line("Gross profit less contributions, for the year", MONEY,
                               (gross_year - paid_year) * pace, yearly="last")
    lump = Line("Lump-sum costs for the year", MONEY,
                smaller(larger(after_contributions, 0) * lump_share, lump_cap), yearly="last")
    deducted = Line("Costs deducted for the year", MONEY,
                    costs_year * pace * (1 - lump_chosen) + lump * lump_chosen, yearly="last")
    expected = Line("Professional income of the year", MONEY, after_contributions - deducted, yearly="last")
