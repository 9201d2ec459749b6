"""What the household owes, has saved, and sees change: part of phase 10."""

from ..asking import amount, calendar_month, long_text, number, text
from ..question import Period

DEBTS = (
    text(
        "household.debts[].name", "Creditor", feeds="household.debts[].name", required=True,
        ask="To whom do you owe money?",
        help="A bank, a shop, a hospital, the tax office, family: each debt is a row. "
             "Many entrepreneurs have debts. A lender wants a complete list.",
        example="Amal: the shop where we bought the fridge.",
    ),
    amount(
        "household.debts[].instalment", "Paid each month", period=Period.MONTH, feeds="household.debts[].instalment",
        required=True,
        ask="How much do you pay each month?",
        help="An instalment is what you pay on a debt in a month. Write 0 if you do not pay now.",
        example="Amal pays € 40 a month for the fridge.",
        proof="the contract, the payment plan, bank statements",
    ),
    calendar_month(
        "household.debts[].until", "Month of the last payment, as year and month",
        feeds="household.debts[].until_month", required=True,
        ask="In which month do you pay for the last time?",
        help="It stands in the contract. Or divide what you still owe by what you pay each month.",
        example="Amal owes € 240 and pays € 40 a month: 240 ÷ 40 = 6 months from now.",
    ),
    amount(
        "household.debts[].balance", "Still owed", feeds="household.debts[].balance", required=True,
        ask="How much do you still owe?",
        help="Ask for a paper with the balance if you do not know. It costs nothing to ask.",
        example="The fridge cost € 480. Amal paid 6 times € 40: 480 − 240 = € 240.",
        proof="a letter with the balance, the table of payments",
    ),
    amount(
        "household.debts[].arrears", "Of which overdue", feeds="dossier.household",
        ask="How much of it are you late with?",
        help="Arrears are payments that you have not made in time. Write 0 if you are on time. "
             "Talk about arrears with your coach: often a payment plan is possible.",
        example="Amal could not pay in July and August: 2 × 40 = € 80.",
        proof="a letter from the creditor, the payment plan",
    ),
    amount(
        "household.savings", "Savings of the household", feeds="dossier.household", required=True,
        ask="How much has your household saved?",
        help="Count all savings, also what you will put into the business. Write 0 if there are none.",
        example="A savings account with € 2,900 and € 300 at home: 2,900 + 300 = € 3,200.",
        proof="statements of the savings account",
    ),
    number(
        "household.buffer_months", "Months that the household could live on its savings", high=600, unit="months",
        feeds="dossier.household",
        ask="How many months could you live on your savings?",
        help="First take off what goes into the business. "
             "Then divide by what is short each month when you earn nothing.",
        example="€ 3,200 − € 2,000 for the business = € 1,200. Amal is short of € 600 a month: 2 months.",
        proof="statements of the savings account, your household budget",
    ),
    long_text(
        "household.changes", "What changes for the household when the business starts (benefits, social tariffs)",
        feeds="dossier.household",
        ask="What changes for your household when the business starts?",
        help="Think of benefits, childcare, a lower price for energy, rent of social housing. "
             "Ask before you start: the social service, your health insurance fund, your coach.",
        example="Amal: my benefit stops on the first day. The child benefit stays. "
                "We ask if we keep the low price for gas.",
    ),
)
