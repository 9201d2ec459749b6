"""The balance sheet, by heading of the Belgian chart of accounts; assets equal equity and debts in every month."""

from typing import ClassVar

from ..language import FLAG, MONEY, Balance, Block, Input, Line, larger, total


class Equity(Block):
    """What belongs to the owner: brought in, earned, and taken out.

    What stood in the business before the plan (cash and stock, less debts) opens it in the first month.
    """

    chapter = "Balance sheet"

    opening_cash = Input("On the account before the plan", MONEY)
    opening_stock = Input("Stock brought in", MONEY)
    opening_debts = Input("Debts before the plan", MONEY)
    first = Input("The first month", FLAG)
    own_money = Input("Own money brought in", MONEY)
    cooperative = Input("Paid out by the cooperative", MONEY)
    in_kind = Input("Equipment brought in", MONEY)
    result = Input("Result of the period", MONEY)
    draw = Input("Drawn for the family", MONEY)
    private = Input("Private use", MONEY)

    opened = Line("In the business before the plan", MONEY, (opening_cash + opening_stock - opening_debts) * first)
    brought_in = Line("Brought in", MONEY, total(opened, own_money, cooperative, in_kind))
    contributed = Balance("Contribution of the owner", MONEY)
    contributed.moves(+brought_in)
    taken = Line("Taken out", MONEY, draw + private)
    retained = Balance("Results less what was taken out", MONEY)
    retained.moves(+result, -taken)


class BalanceSheet(Block):
    """Assets, and who has a claim on them; ``gap`` is nothing in every month of every plan."""

    chapter = "Balance sheet"
    codes: ClassVar = {"equipment": "22-24", "leased": "25", "deposits": "288", "stock": "30", "advances": "360",
             "receivables": "40", "claims": "41", "paid_ahead": "490", "bank": "55", "contributed": "10-11",
             "retained": "14", "grants": "15", "long_debt": "17", "short_debt": "42", "overdrawn": "43",
             "suppliers": "44", "taxes_and_wages": "45", "accrued": "492"}

    equipment = Input("Equipment", MONEY, yearly="last")
    leased = Input("Leased equipment", MONEY, yearly="last")
    deposits = Input("Deposits", MONEY, yearly="last")
    stock = Input("Stock", MONEY, yearly="last")
    advances = Input("Advances to suppliers", MONEY, yearly="last")
    receivables = Input("Owed by customers", MONEY, yearly="last")
    vat_claim = Input("VAT to receive", MONEY, yearly="last")
    contributions_owed = Input("Contributions owed for all years", MONEY, yearly="last")
    tax_owed = Input("Tax owed for all years", MONEY, yearly="last")
    paid_ahead = Input("Paid ahead", MONEY, yearly="last")
    cash = Input("Bank", MONEY, yearly="last")
    contributed = Input("Contribution of the owner", MONEY, yearly="last")
    retained = Input("Results less what was taken out", MONEY, yearly="last")
    grants = Input("Grants for equipment, not yet released", MONEY, yearly="last")
    borrowed = Input("Capital owed", MONEY, yearly="last")
    short_debt = Input("Capital due within a year", MONEY, yearly="last")
    suppliers = Input("Owed to suppliers", MONEY, yearly="last")
    vat_debt = Input("VAT to pay", MONEY, yearly="last")
    wages_owed = Input("Wages and social security owed", MONEY, yearly="last")
    accrued = Input("Interest owed, not yet due", MONEY, yearly="last")

    claims = Line("Claims on the state and the fund", MONEY,
                  total(vat_claim, larger(-contributions_owed, 0), larger(-tax_owed, 0)), yearly="last")
    bank = Line("Cash", MONEY, larger(cash, 0), yearly="last")
    fixed = Line("Fixed assets", MONEY, total(equipment, leased, deposits), yearly="last")
    current = Line("Current assets", MONEY,
                   total(stock, advances, receivables, claims, paid_ahead, bank), yearly="last")
    assets = Line("Total assets", MONEY, fixed + current, yearly="last")
    equity = Line("Equity", MONEY, total(contributed, retained, grants), yearly="last")
    long_debt = Line("Debts of more than a year", MONEY, borrowed - short_debt, yearly="last")
    overdrawn = Line("Overdraft", MONEY, larger(-cash, 0), yearly="last")
    taxes_and_wages = Line("Taxes, wages and contributions owed", MONEY,
                           total(vat_debt, wages_owed, larger(contributions_owed, 0), larger(tax_owed, 0)),
                           yearly="last")
    short = Line("Debts within a year", MONEY,
                 total(short_debt, overdrawn, suppliers, taxes_and_wages, accrued), yearly="last")
    debts = Line("Total debts", MONEY, long_debt + short, yearly="last")
    liabilities = Line("Total equity and debts", MONEY, equity + debts, yearly="last")
    gap = Line("Difference", MONEY, assets - liabilities, yearly="last")
