"""What comes into the household beside the new business: part of phase 10."""

from ..asking import amount, choice, text
from ..question import Option, Period

INCOMES = (
    text(
        "household.incomes[].name", "Income", feeds="household.incomes[].name",
        ask="What is this income?",
        help="Give each income a row: wages, benefits, child benefit, alimony. "
             "Leave out what the new business will earn.",
        example="Amal: my husband's wage as a bus driver.",
    ),
    choice(
        "household.incomes[].kind", "What kind of income?",
        Option("wage", "Wage"), Option("other_business", "Another business"),
        Option("unemployment", "Unemployment benefit"),
        Option("living_wage", "Living wage", hint="From the social service of your town (OCMW)."),
        Option("sickness", "Sickness or disability benefit"),
        Option("child_benefit", "Child benefit", hint="The Groeipakket."),
        Option("rent_subsidy", "Rent subsidy"),
        Option("alimony", "Alimony received", hint="Money from a former partner, for you or the children."),
        Option("other", "Other"),
        feeds="dossier.household", default="other", required=True,
        help="Some benefits stop or go down when a business starts. Your coach looks at this with you.",
    ),
    choice(
        "household.incomes[].whose", "Whose income?",
        Option("own", "The entrepreneur's", hint="It is yours."),
        Option("partner", "The partner's", hint="It is your husband's, your wife's or your partner's."),
        Option("family", "The family's", hint="It is for all of you, such as child benefit."),
        feeds="household.incomes[].whose", default="family",
        ask="Whose income is it?",
    ),
    amount(
        "household.incomes[].before", "Net amount before the start", period=Period.MONTH,
        feeds="household.incomes[].before", quick=True, required=True,
        ask="How much comes in each month now, before the start?",
        help="Net is what arrives on the account. Does it change each month? Take the average of three months.",
        example="Amal's husband got € 1,980, € 2,040 and € 1,950. Together 5,970 ÷ 3 = € 1,990.",
        proof="payslips, bank statements, a letter about the benefit",
    ),
    amount(
        "household.incomes[].after", "Net amount after the start", period=Period.MONTH,
        feeds="household.incomes[].after", quick=True, required=True,
        ask="How much comes in each month after the start?",
        help="Write 0 if it stops when the business starts. Write the same amount if nothing changes. "
             "Of a benefit: first ask who pays it.",
        example="The wage of Amal's husband stays € 1,990. Her own benefit stops: € 0.",
        proof="a letter from who pays the benefit, the work contract",
    ),
    amount(
        "household.incomes[].taxable_before", "Taxable amount before the start", period=Period.MONTH,
        feeds="household.incomes[].taxable_before",
        ask="How much of it is taxed each month, before the start?",
        help="Your payslip names the taxable amount. It is often higher than the net amount. "
             "Write 0 for what is not taxed, such as child benefit.",
        example="The payslip of Amal's husband: € 2,050 taxable, € 1,990 net. She writes € 2,050.",
        proof="payslips, a letter about the benefit",
    ),
    amount(
        "household.incomes[].taxable_after", "Taxable amount after the start", period=Period.MONTH,
        feeds="household.incomes[].taxable_after",
        ask="How much of it is taxed each month, after the start?",
        help="We need it to calculate your income tax. Does nothing change? Write the same amount.",
        example="The wage stays: € 2,050. Amal's benefit stops: € 0.",
        proof="payslips, a letter about the benefit",
    ),
)
