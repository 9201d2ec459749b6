"""Own money, and the guarantees that are paid once and come back: part of phase 9."""

from ..asking import amount, choice, plan_month, text
from ..question import Option

OWN_MONEY = (
    text(
        "own_money[].name", "Where the money comes from", feeds="own_money[].name", quick=True, required=True,
        ask="Where does this money come from?",
        help="Own money is yours: savings, or a gift that you never pay back. Money that you pay back is a loan. "
             "You are asked for loans on a later page.",
        example="Yonas: my savings from two years in the warehouse.",
    ),
    amount(
        "own_money[].amount", "Amount", feeds="own_money[].amount", quick=True, required=True,
        ask="How much of it do you put into the business?",
        help="Count only what you can really spend on the business. Keep some savings for your household.",
        example="Yonas has € 5,200 on his savings account. He keeps € 1,700 at home: 5,200 − 1,700 = € 3,500.",
        proof="a bank statement, a signed letter from who gives the money",
    ),
    plan_month(
        "own_money[].month", "Month of the plan in which it is brought in", feeds="own_money[].month",
        ask="In which month of the plan do you bring it in?",
        help="1 is the first month of your plan. Leave it open if the money is there from the start.",
        example="The plan of Yonas begins in March. His brother gives the money in May: month 3.",
        proof="a bank statement, a letter with the date",
    ),
    choice(
        "own_money[].proof", "Proof",
        Option("statement", "Bank statement", icon="doc", hint="The money is on your account."),
        Option("declaration", "Written declaration", icon="pen", hint="Somebody signed a paper that you get it."),
        Option("none", "None yet", icon="none", hint="You can add it when you have it."),
        feeds="dossier.financing",
        ask="How can you show that the money is there?",
        help="A lender looks at this. Own money shows that you believe in your plan.",
    ),
)

DEPOSITS = (
    text(
        "deposits[].name", "Guarantee", feeds="deposits[].name",
        ask="What is the guarantee for?",
        help="A guarantee is money that you pay once and get back at the end. Nearly every landlord asks for one.",
        example="Mira: the rent of my tea house, two months.",
    ),
    amount(
        "deposits[].amount", "Amount", feeds="deposits[].amount", required=True,
        ask="How much is the guarantee?",
        help="It is not a cost, because it comes back. But you need the money at the start.",
        example="Mira pays € 750 rent. Her landlord asks two months: 2 × 750 = € 1,500.",
        proof="the lease or its draft, an e-mail from the landlord",
    ),
    plan_month(
        "deposits[].month", "Month of the plan in which it is paid", feeds="deposits[].month",
        ask="In which month of the plan do you pay it?",
        help="1 is the first month of your plan. A landlord often wants it before you get the key.",
        example="Mira's plan begins in September. She signs the lease in October: month 2.",
        proof="the lease or its draft",
    ),
    plan_month(
        "deposits[].returned_month", "Month of the plan in which it comes back (leave out if later)",
        feeds="deposits[].returned_month",
        ask="In which month of the plan does it come back?",
        help="Leave it open if it comes back after your plan ends. Also if you do not know.",
        example="Mira rents for nine years. She gets it back long after the plan: she leaves it open.",
        proof="the lease or its draft",
    ),
)
