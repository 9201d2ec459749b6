"""The bank: what comes in and goes out, in the order of a cash-flow statement."""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, larger, total


class Overdraft(Block):
    """The account, and interest on what was overdrawn when the month began."""

    chapter = "Cash flow"

    opening_cash = Input("On the account before the plan", MONEY)
    rate = Input("Yearly rate of an overdraft", PERCENT, low=0, high=1)

    cash = Balance("Bank", MONEY, start=opening_cash)
    interest = Line("Interest on the overdraft", MONEY, round(larger(-cash.opening, 0) * rate / 12, 2))


class CashFlow(Block):
    """Operating, investing, financing and private movements; together they move the bank."""

    chapter = "Cash flow"

    customers = Input("Received from customers", MONEY)
    running_grants = Input("Grants for running costs", MONEY)
    goods = Input("Paid for goods", MONEY)
    costs = Input("Paid for costs", MONEY)
    commissions = Input("Paid for commissions", MONEY)
    wages = Input("Paid for staff", MONEY)
    director = Input("Paid for the director", MONEY)
    vat = Input("VAT paid, less VAT refunded", MONEY)
    contributions = Input("Social contributions paid", MONEY)
    tax = Input("Taxes paid", MONEY)
    equipment = Input("Paid for equipment", MONEY)
    sold = Input("Received for equipment sold", MONEY)
    deposits = Input("Deposits paid, less deposits returned", MONEY)
    own_money = Input("Own money brought in", MONEY)
    cooperative = Input("Paid out by the cooperative", MONEY)
    investment_grants = Input("Grants for equipment", MONEY)
    loans = Input("Loans received", MONEY)
    repaid = Input("Capital repaid", MONEY)
    interest = Input("Interest and fees paid", MONEY)
    lease_terms = Input("Lease terms paid, without VAT", MONEY)
    overdraft = Input("Interest on the overdraft", MONEY)
    draw = Input("Drawn for the family", MONEY)

    business_in = Line("Operating receipts", MONEY, customers + running_grants)
    business_out = Line("Operating payments", MONEY, total(goods, costs, commissions, wages, director))
    state = Line("Paid to the state and the fund", MONEY, total(vat, contributions, tax))
    operating = Line("Cash from operations", MONEY, business_in - business_out - state)
    investing = Line("Cash from investing", MONEY, sold - equipment - deposits)
    financing_in = Line("Financing received", MONEY, total(own_money, cooperative, investment_grants, loans))
    debt_service = Line("Debt service", MONEY, total(repaid, interest, lease_terms))
    financing = Line("Cash from financing", MONEY, financing_in - debt_service - overdraft)
    before_private = Line("Cash movement before the family", MONEY, operating + investing + financing)
    movement = Line("Cash movement", MONEY, before_private - draw)


class Position(Block):
    """The account over the plan: the lowest it gets within the horizon, and in which month."""

    chapter = "Cash flow"

    cash = Input("Bank", MONEY)
    month = Input("Month of the plan", NUMBER)
    judged = Input("Within the plan", FLAG)

    first = Line("The first month", FLAG, month.equals(1),
                 said=("The plan begins this month.", "The plan has begun before."))
    lowest = Balance("Lowest cash so far", MONEY)
    below = Line("New low", MONEY, larger(lowest.opening - cash, 0) * judged * (1 - first), yearly="last")
    begun = Line("Cash at the end of the first month", MONEY, cash * first, yearly="last")
    lowest.moves(+begun, -below)
    is_new = Line("A new low is reached", FLAG, first + below.passes(0),
                  said=("The account is at its lowest so far.", "The account has been lower before."))
    lowest_month = Balance("Month of the lowest cash", NUMBER)
    later = Line("Months since the earlier low", NUMBER, (month - lowest_month.opening) * is_new, yearly="none")
    lowest_month.moves(+later)
