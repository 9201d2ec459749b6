"""Loans: who lends, how much, what for, and on which terms: part of phase 9."""

from ..asking import amount, choice, long_text, months, plan_month, row_of, share, text, whole, yes_no
from ..question import Option

LENDER = (
    text(
        "loans[].name", "Lender", feeds="loans[].name", required=True,
        ask="Who lends you the money?",
        help="A bank, a lender of small loans, your family, a friend. Give each loan a row of its own.",
        example="Yonas: my uncle Tesfay.",
    ),
    choice(
        "loans[].source", "What kind of lender?",
        Option("microcredit", "Microcredit", hint="A small loan for people to whom a bank does not lend."),
        Option("startlening", "Startlening", hint="A loan for starters from the Flemish government."),
        Option("winwin", "Winwinlening", hint="Somebody you know lends, and pays less tax for it."),
        Option("bank", "Bank"),
        Option("family", "Family or friends", hint="Also without interest, also when nothing is written down."),
        Option("other", "Other"),
        feeds="loans[].source", default="bank", required=True,
        help="If you have not chosen yet, take the kind that you think of first. You can change it.",
    ),
    choice(
        "loans[].profile", "Which product of which lender?",
        Option("microstart_jump", "microStart Jump (starters)", value="lenders.microstart.jump"),
        Option("microstart_boost", "microStart Boost (more than a year)", value="lenders.microstart.boost"),
        Option("impulskrediet", "Impulskrediet (Hefboom)", value="lenders.impulskrediet.loan"),
        Option("startlening", "Startlening (PMV)", value="lenders.startlening.loan"),
        Option("startlening_attested", "Startlening with certificate", value="lenders.startlening.attested"),
        Option("winwinlening", "Winwinlening", value="lenders.winwinlening.loan"),
        Option("credal", "Crédal", value="lenders.credal.micro"),
        Option("credal_sustainable", "Crédal, sustainable", value="lenders.credal.sustainable"),
        Option("open_up", "Open Up (Brussels)", value="lenders.open_up.loan"),
        Option("family", "Family or friends", value="lenders.family.loan"),
        Option("other", "Another lender", value="lenders.blank.loan"),
        feeds="dossier.financing", default="other", required=True,
        help="Of some loans we know the interest and the costs. If you choose one, we fill them in for you. "
             "What the lender tells you counts more: you can change it.",
    ),
    yes_no(
        "loans[].asked", "Is this the credit that is asked for with this plan?", feeds="loans[].asked", default=False,
        ask="Is this the loan that you ask for with this plan?",
        help="Your dossier goes to this lender. Say no for loans that you have, or ask somewhere else.",
    ),
    yes_no(
        "loans[].existing", "Is it a debt of the business that exists already?", feeds="loans[].existing",
        default=False,
        ask="Does your business owe this money already?",
        help="Say yes if you got the money before the plan begins. Private debts stand in the household.",
    ),
    amount(
        "loans[].amount", "Amount (of an existing debt: what is still owed)", feeds="loans[].amount", quick=True,
        required=True,
        ask="How much do you borrow?",
        help="Of a loan that you have already: write what you still owe. Borrow what is missing, not more.",
        example="Yonas needs € 11,000 to start. He has € 3,500 of his own: 11,000 − 3,500 = € 7,500.",
        proof="an offer or a letter from the lender, quotes for what you buy with it",
    ),
    long_text(
        "loans[].purpose", "What the money is for", feeds="dossier.summary", required=True,
        ask="What do you use the money for?",
        help="Name the things, with about how much each costs. A lender reads this first.",
        example="Yonas: € 4,800 for two cargo bikes. € 900 for bags and clothes. "
                "€ 1,800 for the costs of the first months.",
    ),
)

TERMS = (
    share(
        "loans[].rate", "Yearly interest rate", feeds="loans[].rate", profile="rate", required=True, counts=True,
        ask="Which percentage of interest do you pay a year?",
        help="Interest is the price of borrowing. Write 0 if you pay none. "
             "If interest is a problem for you, talk about it with your coach.",
        example="Yonas pays 10 %. For each € 1,000 that he owes, that is about € 100 a year.",
        proof="an offer from the lender, a page of the lender's website, the loan agreement",
    ),
    months(
        "loans[].months", "Months until the last instalment", low=1, high=480, feeds="loans[].months", required=True,
        counts=True,
        ask="In how many months do you pay it all back?",
        help="An instalment is what you pay on the loan in a month. More months: smaller instalments, more interest. "
             "Count from the month in which you get the money.",
        example="Yonas pays back over three years: 3 × 12 = 36 months.",
        proof="an offer from the lender, the loan agreement",
    ),
    months(
        "loans[].grace", "First months in which only interest is paid", high=479, feeds="loans[].grace",
        ask="How many months do you pay only interest at first?",
        help="This is called grace: time to get your business going. These months belong to the whole term. "
             "Write 0 if you pay back at once.",
        example="Yonas pays back in 36 months, of which 3 only interest. Then 33 full instalments follow.",
        proof="an offer from the lender, the loan agreement",
    ),
    choice(
        "loans[].kind", "How it is repaid",
        Option("annuity", "Equal instalments", hint="You pay the same each month. Most loans work like this."),
        Option("linear", "Equal capital, falling interest", hint="You pay most in the beginning and less each month."),
        Option("interest_only", "Interest each month, capital at the end",
               hint="Small payments, then all that you borrowed in the last month."),
        Option("bullet", "Everything at the end", hint="Nothing until the last month, then all with the interest."),
        Option("flat", "Interest on the first amount throughout",
               hint="You pay the same interest until the end, however little you still owe. This costs more."),
        feeds="loans[].kind", default="annuity",
        ask="How do you pay it back?",
        help="Capital is the money that you borrowed. Ask the lender for the table of all payments.",
    ),
    plan_month(
        "loans[].month", "Month of the plan in which it is paid out", feeds="loans[].month",
        ask="In which month of the plan do you get the money?",
        help="1 is the first month of your plan. A lender needs some weeks to decide. "
             "You do not need this for a loan that you have already.",
        example="Yonas begins in March and buys his bikes in April. He asks for the money in April: month 2.",
        proof="an offer or a letter from the lender",
    ),
    choice(
        "loans[].monthly_rate", "How the monthly rate is found",
        Option("twelfth", "A twelfth of the yearly rate", value=False),
        Option("actuarial", "By compounding", value=True),
        feeds="loans[].actuarial", default="twelfth", coach=True,
        ask="How does the lender find the monthly rate?",
        help="Compare with the first interest payment in the lender's table. "
             "A twelfth of the yearly rate gives the larger one.",
    ),
)

COSTS_AND_AGREEMENT = (
    share(
        "loans[].fee", "File fee as a share of the amount", feeds="loans[].fee", profile="fee_share",
        ask="Which percentage does the lender ask as a file fee?",
        help="Some lenders ask a fee once, when you get the loan. It is a percentage of the amount. "
             "Write 0 if there is none.",
        example="A fee of € 150 on a loan of € 7,500: 150 ÷ 7,500 = 2 %.",
        proof="an offer from the lender, a page of the lender's website",
    ),
    amount(
        "loans[].fee_cap", "The file fee is at most (leave out if there is no cap)", feeds="loans[].fee_cap",
        profile="fee_cap",
        ask="What is the highest file fee in euros?",
        help="Some lenders set a limit to their fee. Leave it open if there is no limit.",
        example="The fee is 2 %, but never more than € 200. On € 15,000 it is € 200, not € 300.",
        proof="an offer from the lender, a page of the lender's website",
    ),
    yes_no(
        "loans[].subordinated", "Is it repaid after the other lenders?", feeds="loans[].subordinated", default=False,
        ask="If money is short, does this lender wait for the others?",
        help="This is called subordinated. Family often agrees to it. Other lenders like it: they are paid first.",
    ),
    whole(
        "loans[].decimals", "Decimals to which an instalment is rounded", high=2, feeds="loans[].decimals",
        coach=True,
        ask="To how many decimals does the lender round an instalment?",
        help="2 is to the cent, 0 to the euro. The last instalment settles the difference.",
        proof="the lender's repayment table",
    ),
    choice(
        "loans[].agreement", "Agreement",
        Option("signed", "Signed", icon="deal", hint="The contract is signed."),
        Option("promised", "Promised in writing", icon="quote", hint="There is an offer, a letter or an e-mail."),
        Option("said", "Said", icon="chat", hint="You talked about it and the answer was good."),
        Option("none", "Not asked yet", icon="none"),
        feeds="dossier.financing",
        ask="How sure is this loan?",
        help="Ask family too to put it on paper: who, how much, when you pay it back. It protects both of you.",
    ),
)

PARTS = (
    row_of(
        "drawings[].loan", "Loan", "loans", feeds="loans[].drawings", counts=True,
        ask="Which loan do you get in parts?",
        help="Some lenders pay out a loan in parts, for example while works go on. "
             "Each part is a row.",
    ),
    plan_month(
        "drawings[].month", "Month of the plan in which this part is paid out", feeds="loans[].drawings", counts=True,
        ask="In which month of the plan do you get this part?",
        help="1 is the first month of your plan.",
        example="The first part when the works begin, in month 2. The second part when they end, in month 4.",
        proof="an offer from the lender, the loan agreement",
    ),
    share(
        "drawings[].share", "Share of the loan", feeds="loans[].drawings", counts=True,
        ask="How big is this part of the loan?",
        help="Write it as a percentage. All parts of one loan together make 100 %.",
        example="First € 6,000 of € 10,000, then € 4,000: 60 % and 40 %.",
        proof="an offer from the lender, the loan agreement",
    ),
)

LOANS = LENDER + TERMS + COSTS_AND_AGREEMENT + PARTS
