"""The business account, the unforeseen, and who or what stands behind the loan: part of phase 9."""

from ..asking import amount, choice, date, long_text, share, text, when_is
from ..question import Option

ACCOUNT = (
    amount(
        "financing.bank.opening", "Balance of the business account before the plan (negative if overdrawn)", low=-1e9,
        feeds="bank.opening",
        ask="How much is on your business account before the plan begins?",
        help="Write 0 if you have no business account yet. Below zero: write a minus. "
             "Do not count own money that you bring in later.",
        example="Mira opens a new account for her tea house: € 0.",
        proof="a bank statement",
    ),
    share(
        "financing.bank.overdraft_rate", "Yearly rate of an overdraft", feeds="bank.overdraft_rate",
        ask="Which percentage does the bank ask if you go below zero?",
        help="Going below zero is called an overdraft. The bank asks interest for it, as a percentage a year. "
             "Write 0 if your account cannot go below zero.",
        example="The price list of Mira's bank says 10 % a year.",
        proof="the price list of the bank",
    ),
    amount(
        "financing.bank.buffer", "Money that should always stay on the account", feeds="bank.buffer",
        ask="How much money do you always want to keep on it?",
        help="This is your buffer for a bad week or a broken machine. One month of fixed costs is a good start.",
        example="Mira pays € 750 rent, € 190 energy and € 60 insurance a month: 750 + 190 + 60 = € 1,000.",
        proof="the bills of one month, what you agreed with your coach",
    ),
)

SURPRISES = (
    share(
        "financing.contingency", "Set aside for the unforeseen, as a share of the investment",
        feeds="dossier.financing",
        ask="Which percentage do you set aside for surprises?",
        help="At the start something always costs more. Take a percentage of all that you buy.",
        example="Mira buys for € 9,000 and sets aside € 450: 450 ÷ 9,000 = 5 %.",
        proof="quotes that differ, what your coach says",
    ),
    long_text(
        "financing.if_less_is_granted", "What if only 70 % of the credit is granted?", feeds="dossier.financing",
        required=True,
        ask="What if you get only 70 % of the loan?",
        help="A lender sometimes gives less. Say what you buy later, second-hand, or not at all.",
        example="Yonas: I start with one cargo bike and rent the second one on Fridays. "
                "In summer I buy the second bike from what I earn.",
    ),
)

GUARANTOR = (
    choice(
        "financing.guarantor_found", "Is there a guarantor?",
        Option("yes", "Yes", icon="deal", hint="Somebody agreed."),
        Option("asked", "Somebody was asked", icon="chat", hint="You wait for the answer."),
        Option("no", "No", icon="none"),
        feeds="dossier.repayment", required=True,
        ask="Is there somebody who pays if you cannot pay?",
        help="Such a person is called a guarantor. Many lenders of small loans ask for one. "
             "Tell the person well what it means before they sign.",
    ),
    text(
        "financing.guarantors[].name", "Name", when=when_is("financing.guarantor_found", "yes", "asked"),
        feeds="dossier.repayment",
        ask="What is the name of the guarantor?",
        help="Ask first if you may write the name here. The lender will see it.",
    ),
    text(
        "financing.guarantors[].relation", "Relation", feeds="dossier.repayment",
        ask="How do you know each other?",
        example="Yonas: she was my boss in the warehouse.",
    ),
    text(
        "financing.guarantors[].income", "Income and work", feeds="dossier.repayment",
        ask="What work does the guarantor do?",
        help="A lender wants to know if the guarantor has a steady income.",
        example="Yonas: she is a team leader with a fixed contract, for eight years now.",
    ),
    amount(
        "financing.guarantors[].amount", "Guarantees at most", feeds="dossier.repayment",
        ask="How much does the guarantor pay at most?",
        help="It need not be the whole loan. The lender says how much it wants.",
        example="The lender asks half of € 7,500: 7,500 ÷ 2 = € 3,750.",
        proof="a signed letter, payslips of the guarantor",
    ),
    date(
        "financing.guarantors[].agreed", "Agreed on", feeds="dossier.repayment",
        ask="When did the guarantor agree?",
        help="Leave it open if you still wait for the answer.",
    ),
    long_text(
        "financing.second_source", "If the business earns too little, from what is the loan repaid?",
        feeds="dossier.repayment",
        ask="If the business earns too little, how do you pay the loan?",
        help="Think of a wage in the household, a second job, or something to sell.",
        example="Yonas: I work two evenings in the warehouse again. That pays more than the instalment.",
    ),
)

SURETY = ACCOUNT + SURPRISES + GUARANTOR
