"""What goes into what is sold: buying ahead, waste, stock, suppliers and imports."""

from ..language import FLAG, MONEY, MONTHS, NUMBER, PERCENT, Balance, Block, Input, Line, larger, smaller, total


class Purchases(Block):
    """Goods are bought to be there when they are sold, and kept at what they cost.

    Stock covers so many days of what will be sold in the coming months.  Duty, and VAT that cannot be
    deducted, belong to the cost of the goods: they wait in stock with them and leave in the same
    proportion.  Imports pay duty and VAT at the border on arrival and a share of the price when ordered;
    what would have been paid ahead before the plan begins is paid on arrival.
    """

    chapter = "Purchases and stock"

    units = Input("Units sold", NUMBER)
    sold = Input("Sales at list price without VAT", MONEY)
    cost_per_unit = Input("Cost of one unit, without VAT", MONEY, low=0)
    cost_share = Input("Cost as a share of the price", PERCENT, low=0, high=10)
    cost_growth = Input("Cost change a year", PERCENT, low=-0.9, high=2)
    waste = Input("Share of what is bought that is thrown away", PERCENT, low=0, high=0.95)
    vat_rate = Input("VAT rate on purchases", PERCENT, low=0, high=1)
    exempt = Input("Exempt from VAT by its nature", FLAG,
                   said=("It is exempt from VAT by its nature.", "It is not exempt from VAT by its nature."))
    opening_stock = Input("Stock brought in", MONEY, low=0)
    first_stock = Input("First stock bought", MONEY, low=0)
    stock_days = Input("Days of stock", NUMBER, low=0, high=90)
    credit_months = Input("Supplier credit", MONTHS, low=0, high=3)
    imported = Input("Imported", FLAG, said=("The goods are imported.", "The goods are not imported."))
    duty_rate = Input("Import duty", PERCENT, low=0, high=1)
    transit = Input("Months on the way", MONTHS, low=0, high=3)
    prepaid_share = Input("Share paid when ordered", PERCENT, low=0, high=1)
    cost_factor = Input("Costs, times", NUMBER)
    plan_years = Input("Whole years since the first month", NUMBER)
    month = Input("Month of the plan", NUMBER)
    trading = Input("The own business runs", FLAG)
    testing = Input("Test phase", FLAG)
    deducts = Input("VAT is deducted", FLAG)

    index = Line("Change of the cost since the first month", NUMBER, (1 + cost_growth) ** plan_years * cost_factor)
    in_goods = Line("Goods in what is sold", MONEY, (units * cost_per_unit + sold * cost_share) * index)
    with_waste = Line("Goods used, with waste", MONEY, in_goods / (1 - waste))
    used = Line("Goods used", MONEY, with_waste * trading)
    test_used = Line("Goods used in the test phase", MONEY, with_waste * testing)

    cover_1 = Line("Part of next month kept in stock", PERCENT, smaller(stock_days / 30, 1))
    cover_2 = Line("Part of the month after kept in stock", PERCENT, larger(smaller(stock_days / 30 - 1, 1), 0))
    cover_3 = Line("Part of the third month kept in stock", PERCENT, larger(stock_days / 30 - 2, 0))
    target = Line("Stock wanted", MONEY,
                  used.after(1) * cover_1 + used.after(2) * cover_2 + used.after(3) * cover_3, yearly="last")
    stock = Balance("Stock at purchase price", MONEY, start=opening_stock)
    bought = Line("Goods bought", MONEY, larger(used + target - stock.opening, first_stock * month.equals(1)))
    stock.moves(+bought, -used)

    duty = Line("Duty", MONEY, bought * duty_rate * imported)
    vat = Line("VAT on purchases", MONEY, (bought + duty) * vat_rate)
    vat_back = Line("VAT on purchases, deducted", MONEY, vat * deducts * (1 - exempt))
    added = Line("Duty and lost VAT on what is bought", MONEY, duty + vat - vat_back)
    added_stock = Balance("Duty and lost VAT in stock", MONEY)
    leaving = Line("Part of the stock that is used", PERCENT, used / (stock.opening + bought))
    released = Line("Duty and lost VAT in what is used", MONEY, (added_stock.opening + added) * leaving)
    added_stock.moves(+added, -released)
    cost = Line("Cost of what is sold", MONEY, used + released)
    value = Line("Stock", MONEY, stock + added_stock, yearly="last")

    near = Line("Arriving now or next month", MONEY, bought * transit.equals(0) + bought.after(1) * transit.equals(1))
    far = Line("Arriving later", MONEY, bought.after(2) * transit.equals(2) + bought.after(3) * transit.equals(3))
    prepaid = Line("Paid when ordered", MONEY, (near + far) * prepaid_share)
    applied = Line("Paid ahead for what arrives", MONEY, bought * prepaid_share * (month >= transit + 1))
    advances = Balance("Advances to suppliers", MONEY)
    advances.moves(+prepaid, -applied)

    payable = Line("Invoices of suppliers", MONEY, bought - applied + vat * (1 - imported))
    paid_soon = Line("Invoices paid within a month", MONEY,
                     payable * credit_months.equals(0) + payable.before(1) * credit_months.equals(1))
    paid_late = Line("Invoices paid later", MONEY,
                     payable.before(2) * credit_months.equals(2) + payable.before(3) * credit_months.equals(3))
    owed = Balance("Owed to suppliers", MONEY)
    owed.moves(+payable, -paid_soon, -paid_late)
    customs = Line("Paid at the border", MONEY, duty + vat * imported)
    paid = Line("Paid for goods", MONEY, total(prepaid, paid_soon, paid_late, customs))
