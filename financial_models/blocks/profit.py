"""The profit and loss account, in the order of the Belgian chart of accounts."""

from ..language import MONEY, PERCENT, Block, Input, Line, larger, total


class Profit(Block):
    """What the business earns and what that costs, month by month, before and after tax.

    Codes of the chart of accounts stand in ``codes``; a loss on equipment and a debt never paid are other costs.
    """

    chapter = "Profit and loss"
    codes = {"revenue": "70", "other_income": "74", "goods": "60", "services": "61", "director": "618", "wages": "62",
             "contributions": "61", "depreciation": "63", "other_costs": "64", "financial": "65", "tax": "67"}

    revenue = Input("Revenue", MONEY)
    grants = Input("Grants for running costs and grants released", MONEY)
    gains = Input("Gain or loss on equipment sold", MONEY)
    goods = Input("Cost of what is sold", MONEY)
    commissions = Input("Commissions", MONEY)
    cost_lines = Input("Services and other goods", MONEY)
    director = Input("Pay of the director", MONEY)
    wages = Input("Wages and social security of staff", MONEY)
    contributions = Input("Social contributions", MONEY)
    depreciation = Input("Depreciation", MONEY)
    other_lines = Input("Other costs by line", MONEY)
    bad_debts = Input("Customers who never pay", MONEY)
    loan_costs = Input("Interest and fees of loans", MONEY)
    overdraft = Input("Interest on the overdraft", MONEY)
    tax = Input("Tax on the result", MONEY)

    other_income = Line("Other income", MONEY, grants + larger(gains, 0))
    gross_margin = Line("Gross margin", MONEY, revenue - goods)
    services = Line("Services, other goods and commissions", MONEY, cost_lines + commissions)
    other_costs = Line("Other costs", MONEY, total(other_lines, bad_debts, larger(-gains, 0)))
    running_costs = Line("Running costs", MONEY, total(services, director, wages, other_costs))
    before_contributions = Line("Result before contributions and depreciation", MONEY, gross_margin + other_income - running_costs)
    operating = Line("Operating result", MONEY, before_contributions - contributions - depreciation)
    financial = Line("Financial costs", MONEY, loan_costs + overdraft)
    before_tax = Line("Result before tax", MONEY, operating - financial)
    result = Line("Result of the period", MONEY, before_tax - tax)
    margin_share = Line("Gross margin, share of revenue", PERCENT, gross_margin / revenue)
