"""Ratios: whether the business carries itself, the family and the loan.

Formulas as microlenders use them; thresholds belong to the lender and stand in its profile, not here.
"""

from ..language import FLAG, MONEY, NUMBER, PERCENT, RATIO, Balance, Block, Input, Line, larger

LEAST_LEFT = 0.01               # of a euro of sales, for fixed costs
MOST = 10                       # times: a larger share says no more than that there is nothing to pay from


class BreakEven(Block):
    """The sales at which the month's costs are covered: of the business alone, and with living and instalments.

    Break-even = fixed costs ÷ (1 − variable share).  With living: fixed costs without depreciation and
    interest, plus instalment, family, contributions and income tax.  Where next to nothing of the sales is left for
    fixed costs (a hundredth or less), a hundredth counts: the point lies out of reach, and is never below nothing.
    """

    chapter = "Ratios"

    revenue = Input("Revenue", MONEY)
    variable = Input("Costs that move with sales", MONEY)
    running = Input("Running costs that do not move with sales", MONEY)
    depreciation = Input("Depreciation", MONEY)
    financial = Input("Financial costs", MONEY)
    contributions = Input("Social contributions", MONEY)
    tax = Input("Tax on the result", MONEY)
    service = Input("Debt service", MONEY)
    draw = Input("Drawn for the family", MONEY)
    month = Input("Month of the plan", NUMBER)
    trading = Input("The own business runs", FLAG)
    judged = Input("Within the plan", FLAG)

    variable_share = Line("Variable share of sales", PERCENT, variable / revenue)
    fixed = Line("Fixed costs", MONEY, running + depreciation + financial)
    left_share = Line("Share of sales left for fixed costs", PERCENT, larger(1 - variable_share, LEAST_LEFT))
    left = Line("Sales less what moves with them", MONEY, revenue - variable)
    sales = Line("Break-even sales", MONEY, fixed / left_share, yearly="none")
    to_live = Line("Fixed costs with living, instalment, contributions and tax", MONEY,
                   running + service + draw + contributions + tax)
    sales_to_live = Line("Break-even sales with living and instalment", MONEY, to_live / left_share, yearly="none")
    covered = Line("Sales cover the costs", FLAG, left.reaches(fixed) * revenue.passes(0) * trading * judged,
                   said=("Sales reach the break-even point.", "Sales stay below the break-even point."))
    lives = Line("Sales cover living and instalment too", FLAG,
                 left.reaches(to_live) * revenue.passes(0) * trading * judged,
                 said=("Sales cover costs, living and instalment.",
                       "Sales do not cover costs, living and instalment together."))
    first_covered = Balance("First month that covers the costs", NUMBER)
    found = Line("Costs are covered for the first time", NUMBER, month * covered * first_covered.opening.equals(0))
    first_covered.moves(+found)
    first_lives = Balance("First month that covers living too", NUMBER)
    found_lives = Line("Living is covered for the first time", NUMBER, month * lives * first_lives.opening.equals(0))
    first_lives.moves(+found_lives)


class Capacity(Block):
    """Repayment capacity: what is left each month to pay the instalment from.

    Cash of the business after contributions and tax, plus the family's other income, less its expenses and
    its other debts.  Where there is none, the share is ten times: the most that is shown.
    """

    chapter = "Ratios"

    operating = Input("Cash from operations", MONEY)
    incomes = Input("Other income of the family", MONEY)
    outgoings = Input("What the family spends", MONEY)
    director_net = Input("Net pay of the director", MONEY)
    service = Input("Debt service", MONEY)

    capacity = Line("Repayment capacity", MONEY, operating + director_net + incomes - outgoings)
    left = Line("Left after the instalment", MONEY, capacity - service)
    share = Line("Instalment as a share of the capacity", PERCENT, service / larger(capacity, service / MOST))


class YearRatios(Block):
    """The year's ratios: coverage of the debt, of the family, margins and solidity.

    What is divided by counts to the cent: what sums leave behind in the last digit is nothing.  A share of a capacity
    or an income that is not there is ten times: the most that is shown.
    """

    chapter = "Ratios"
    axis = "year"

    revenue = Input("Revenue", MONEY)
    variable = Input("Costs that move with sales", MONEY)
    fixed = Input("Fixed costs", MONEY)
    to_live = Input("Fixed costs with living, instalment, contributions and tax", MONEY)
    gross_margin = Input("Gross margin", MONEY)
    result = Input("Result of the period", MONEY)
    depreciation = Input("Depreciation", MONEY)
    financial = Input("Financial costs", MONEY)
    service = Input("Debt service", MONEY)
    repaid = Input("Capital repaid, of leases too", MONEY)
    draw = Input("Drawn for the family", MONEY)
    capacity = Input("Repayment capacity", MONEY)
    incomes = Input("Other income of the family", MONEY)
    outgoings = Input("What the family spends", MONEY)
    private_debts = Input("Private debts paid", MONEY)
    director_net = Input("Net pay of the director", MONEY)
    equity = Input("Equity", MONEY)
    assets = Input("Total assets", MONEY)
    current = Input("Current assets", MONEY)
    short = Input("Debts within a year", MONEY)

    earned = Line("Result, depreciation and interest", MONEY, result + depreciation + financial)
    dscr = Line("Debt service coverage of the business", RATIO, earned / round(service, 2))
    after_family = Line("The same, after the family", MONEY, earned - draw)
    dscr_family = Line("Debt service coverage after the family", RATIO, after_family / round(service, 2))
    for_family = Line("Left for the family after the debt", MONEY, result + depreciation - repaid + director_net)
    needed = Line("Needed by the family", MONEY, draw + director_net)
    family_covered = Line("Cover of what the family needs", RATIO, for_family / round(needed, 2))
    instalment_share = Line("Instalments as a share of the capacity", PERCENT,
                            round(service, 2) / larger(capacity, round(service, 2) / MOST))
    all_instalments = Line("Instalments, private debts too", MONEY, round(service + private_debts, 2))
    debt_share = Line("All instalments as a share of the income", PERCENT,
                      all_instalments / larger(incomes + earned + director_net, all_instalments / MOST))
    variable_share = Line("Variable share of the sales of the year", PERCENT, variable / round(revenue, 2))
    left_share = Line("Share of the sales of the year left for fixed costs", PERCENT,
                      larger(1 - variable_share, LEAST_LEFT))
    break_even = Line("Break-even sales of the year", MONEY, fixed / left_share)
    break_even_to_live = Line("Break-even sales of the year with living and instalment", MONEY, to_live / left_share)
    gross_share = Line("Gross margin, share of revenue", PERCENT, gross_margin / round(revenue, 2))
    net_share = Line("Result, share of revenue", PERCENT, result / round(revenue, 2))
    solvency = Line("Equity as a share of the assets", PERCENT, equity / round(assets, 2))
    current_ratio = Line("Current assets for one euro of short debts", RATIO, current / round(short, 2))
