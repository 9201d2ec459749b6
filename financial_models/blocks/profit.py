"""The profit and loss account, in the order of the Belgian chart of accounts."""

from typing import ClassVar

from ..language import MONEY, PERCENT, Block, Input, Line, larger, total


class Earnings(Block):
    """Sales and costs over all products, lines, people and things; beside what is charged, what the tax deducts."""

    chapter = "Profit and loss"

    revenue = Input("Sales of all products", MONEY)
    grants = Input("Grants taken to income", MONEY)
    gains = Input("Gain or loss on equipment sold", MONEY)
    goods = Input("Cost of all that is sold", MONEY)
    commissions = Input("Commissions", MONEY)
    services = Input("Services and other goods by line", MONEY)
    other_lines = Input("Other costs by line", MONEY)
    wages = Input("Wages and social security of staff", MONEY)
    depreciation = Input("Depreciation of all things", MONEY)
    bad_debts = Input("Customers who never pay", MONEY)
    lost_vat = Input("VAT on leases that is not deducted", MONEY)
    loan_costs = Input("Interest and fees of loans", MONEY)
    overdraft = Input("Interest on the overdraft", MONEY)
    deductible_lines = Input("Costs by line that lower the taxable profit", MONEY)
    deductible_depreciation = Input("Depreciation that lowers the taxable profit", MONEY)


class Profit(Block):
    """What the business earns and what that costs, month by month, before and after tax.

    ``codes`` are headings of the chart of accounts; a loss on equipment and a debt never paid are other costs.
    """

    chapter = "Profit and loss"
    codes: ClassVar = {
        "turnover": "70", "other_income": "74", "purchases": "60", "services": "61", "director": "618", "staff": "62",
        "contributions": "61", "written_off": "63", "other_costs": "64", "financial": "65", "tax": "67"}

    revenue = Input("Sales of all products", MONEY)
    grants = Input("Grants taken to income", MONEY)
    gains = Input("Gain or loss on equipment sold", MONEY)
    goods = Input("Cost of all that is sold", MONEY)
    commissions = Input("Commissions", MONEY)
    cost_lines = Input("Services and other goods by line", MONEY)
    director = Input("Pay of the director", MONEY)
    wages = Input("Wages and social security of staff", MONEY)
    contributions = Input("Social contributions of the owner", MONEY)
    depreciation = Input("Depreciation of all things", MONEY)
    other_lines = Input("Other costs by line", MONEY)
    lost_vat = Input("VAT on leases that is not deducted", MONEY)
    company_contribution = Input("Contribution of companies", MONEY)
    bad_debts = Input("Customers who never pay", MONEY)
    loan_costs = Input("Interest and fees of loans", MONEY)
    overdraft = Input("Interest on the overdraft", MONEY)
    tax = Input("Tax on the result", MONEY)

    turnover = Line("Turnover", MONEY, +revenue)
    purchases = Line("Goods for resale and materials", MONEY, +goods)
    gross_margin = Line("Gross margin", MONEY, turnover - purchases)
    other_income = Line("Other income", MONEY, grants + larger(gains, 0))
    services = Line("Services, other goods and commissions", MONEY, cost_lines + commissions)
    staff = Line("Wages, social security and staff costs", MONEY, +wages)
    other_costs = Line("Other costs", MONEY,
                       total(other_lines, bad_debts, lost_vat, company_contribution, larger(-gains, 0)))
    running_costs = Line("Running costs", MONEY, total(services, director, staff, other_costs))
    before_contributions = Line("Result before contributions and depreciation", MONEY,
                                gross_margin + other_income - running_costs)
    written_off = Line("Depreciation", MONEY, +depreciation)
    operating = Line("Operating result", MONEY, before_contributions - contributions - written_off)
    financial = Line("Financial costs", MONEY, loan_costs + overdraft)
    before_tax = Line("Result before tax", MONEY, operating - financial)
    result = Line("Result of the period", MONEY, before_tax - tax)
    margin_share = Line("Gross margin, share of turnover", PERCENT, gross_margin / turnover)
