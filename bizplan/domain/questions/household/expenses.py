"""What the household spends each month, line by line: part of phase 10."""

from typing import Any

from ..asking import amount, text, yearly_change
from ..question import Period

SPENDS: dict[str, Any] = {"period": Period.MONTH, "feeds": "household.expenses"}
STATEMENTS = "bank statements of three months"

HOME = (
    amount(
        "household.expenses.rent", "Rent or mortgage", **SPENDS, quick=True, required=True,
        ask="What do you pay for rent or the mortgage?",
        help="With the fixed charges of the building. The guarantee does not count.",
        example="€ 780 rent and € 45 for the lift and the stairs: 780 + 45 = € 825.",
        proof="the lease, bank statements",
    ),
    amount(
        "household.expenses.energy", "Electricity and heating", **SPENDS, required=True,
        ask="What do you pay for electricity and heating?",
        help="Do not forget the bill at the end of the year. Spread it over 12 months.",
        example="€ 150 a month and € 240 at the end: 150 + 240 ÷ 12 = € 170.",
        proof="the last yearly bill, bank statements",
    ),
    amount(
        "household.expenses.water", "Water", **SPENDS,
        ask="What do you pay for water?",
        help="Is the bill for three months? Divide it by 3.",
        example="€ 105 for three months: 105 ÷ 3 = € 35.",
        proof="the last bill",
    ),
    amount(
        "household.expenses.telecom", "Telephone, internet and television", **SPENDS,
        ask="What do you pay for telephone, internet and television?",
        help="Count the phones of everybody, also prepaid cards.",
        example="Internet € 45, two phones of € 15: 45 + 2 × 15 = € 75.",
        proof="the bills, bank statements",
    ),
    amount(
        "household.expenses.food", "Food", **SPENDS, quick=True, required=True,
        ask="What do you spend on food?",
        help="Count the shops, the market, the bakery, and meals at work and at school.",
        example="About € 140 a week. A year has 52 weeks: 140 × 52 ÷ 12 = € 607.",
        proof=f"{STATEMENTS}, the receipts of one month",
    ),
    amount(
        "household.expenses.household_goods", "Cleaning, furniture and household goods", **SPENDS,
        ask="What do you spend on cleaning, furniture and household goods?",
        help="Soap, nappies, a pan, a bed, a washing machine. Think of a whole year and divide by 12.",
        example="€ 35 a month, and € 420 for a washing machine this year: 35 + 420 ÷ 12 = € 70.",
        proof=STATEMENTS,
    ),
)

PEOPLE = (
    amount(
        "household.expenses.clothing", "Clothing", **SPENDS,
        ask="What do you spend on clothing?",
        help="Count shoes and winter coats for everybody. Think of a year and divide by 12.",
        example="€ 900 a year for four people: 900 ÷ 12 = € 75.",
        proof=STATEMENTS,
    ),
    amount(
        "household.expenses.health", "Doctor, medicine and health insurance fund", **SPENDS, required=True,
        ask="What do you pay for doctor, medicine and health insurance fund?",
        help="Count what you pay yourself, after what the fund (mutualiteit) gives back. "
             "Glasses and the dentist too.",
        example="Fund € 20, medicine € 25, and € 180 for glasses this year: 20 + 25 + 180 ÷ 12 = € 60.",
        proof=f"{STATEMENTS}, the letter of the fund",
    ),
    amount(
        "household.expenses.school", "School and childcare", **SPENDS,
        ask="What do you pay for school and childcare?",
        help="Bills of the school, trips, books, the crèche, care after school. "
             "Will you need more care when you have a business?",
        example="School € 360 a year, care after school € 70 a month: 360 ÷ 12 + 70 = € 100.",
        proof="the bills of the school and of the childcare",
    ),
    amount(
        "household.expenses.transport", "Transport and car", **SPENDS, required=True,
        ask="What do you pay for transport and the car?",
        help="Bus, train, fuel, repairs, parking. The payment of a car loan is asked later, with the debts.",
        example="Fuel € 90, repairs € 360 a year, bus card € 30: 90 + 360 ÷ 12 + 30 = € 150.",
        proof=STATEMENTS,
    ),
    amount(
        "household.expenses.insurance", "Insurance", **SPENDS,
        ask="What do you pay for insurance?",
        help="Fire, family, car, hospital. Many are paid once a year: divide by 12.",
        example="Car € 600 and fire € 180 a year: 780 ÷ 12 = € 65.",
        proof="the policies, bank statements",
    ),
    amount(
        "household.expenses.leisure", "Leisure", **SPENDS,
        ask="What do you spend on leisure?",
        help="Sport, going out, hobbies, feasts, presents, a trip. This is a normal part of living.",
        example="Football club € 240 a year, € 60 a month to go out: 240 ÷ 12 + 60 = € 80.",
        proof=STATEMENTS,
    ),
    amount(
        "household.expenses.taxes", "Private taxes", **SPENDS,
        ask="What do you pay for private taxes?",
        help="Waste, the car, the house, or an old tax bill that you pay in parts. "
             "The income tax on the new business is calculated for you.",
        example="Car tax € 168 and waste € 72 a year: 240 ÷ 12 = € 20.",
        proof="the tax letters",
    ),
    amount(
        "household.expenses.alimony", "Alimony paid", **SPENDS,
        ask="What do you pay as alimony?",
        help="Money that you pay to a former partner, for the children or for them. Write 0 if you pay none.",
        example="€ 150 a month for a daughter who lives with her father: € 150.",
        proof="the decision of the judge, bank statements",
    ),
    amount(
        "household.expenses.remittances", "Sent to family abroad", **SPENDS, required=True,
        ask="How much do you send to family abroad?",
        help="Many families do this. A plan that counts it is a better plan. "
             "Add what the transfer costs.",
        example="€ 200 every two months, and € 6 costs each time: 206 ÷ 2 = € 103.",
        proof="bank statements, receipts of the transfers",
    ),
    amount(
        "household.expenses.savings", "Saved", **SPENDS,
        ask="How much do you save?",
        help="What you put aside each month. Write 0 if that is not possible now.",
        example="€ 50 a month for the driving licence: € 50.",
        proof="statements of the savings account",
    ),
    amount(
        "household.expenses.other", "Everything else", **SPENDS, quick=True,
        ask="What do you spend on everything else?",
        help="Think of cigarettes, the hairdresser, pets, papers and permits, a lawyer. "
             "Compare with your bank: what do the lines above not explain?",
        example="€ 1,980 leaves the account each month. The lines above make € 1,890. The rest is € 90.",
        proof=STATEMENTS,
    ),
)

OTHERS = (
    text(
        "household.other_expenses[].name", "Expense", feeds="household.other_expenses[].name",
        ask="What else do you pay each month?",
        help="Only what is not in the list of the page before.",
        example="Amal: music lessons of my son.",
    ),
    amount(
        "household.other_expenses[].amount", "Amount", period=Period.MONTH, feeds="household.other_expenses[].amount",
        ask="How much is it each month?",
        help="Do you pay it once a year? Divide it by 12.",
        example="Music lessons cost € 300 a year: 300 ÷ 12 = € 25.",
        proof="a bill, bank statements",
    ),
    yearly_change(
        "household.expense_growth", "Change of the expenses", feeds="household.expense_growth",
        ask="How much more expensive does your life get each year?",
        help="Prices rise a little each year. One percentage for all expenses is enough. "
             "Your coach knows a usual one.",
        example="At 2 % a year, expenses of € 2,000 become € 2,040 after one year.",
        proof="the figures on prices of the statistics office",
    ),
    amount(
        "household.reference_budget", "Reference budget for this household", period=Period.MONTH,
        feeds="dossier.household", coach=True,
        ask="What is the reference budget for this household?",
        help="The amount with which such a household can live decently, from a recognised reference budget. "
             "The dossier compares it with the expenses.",
        proof="a printout of the calculation",
    ),
    text(
        "household.reference_budget_source", "Where the reference budget was found", feeds="dossier.household",
        coach=True,
        ask="Where was the reference budget found, and when?",
        example="REMI, calculated for two adults and two children, October 2026.",
    ),
)

EXPENSES = HOME + PEOPLE + OTHERS
