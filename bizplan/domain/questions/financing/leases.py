"""Leasing and grants: things that are paid in terms, and money that never goes back; part of phase 9."""

from ..asking import amount, choice, months, number, plan_month, row_of, share, text
from ..question import Option, Vat
from ..vat_rates import ON_PURCHASES

LEASES = (
    text(
        "leases[].name", "What is leased", feeds="leases[].name",
        ask="What do you lease?",
        help="You use the thing and pay it in terms. Often you can keep it at the end. "
             "Plain rent, such as a van for a day, stands with the costs.",
        example="Rosa: a coffee machine for my mobile bar.",
    ),
    amount(
        "leases[].price", "Price of the thing", vat=Vat.WITHOUT, feeds="leases[].price", required=True, counts=True,
        ask="What does the thing cost if you buy it at once?",
        help="It stands in the offer of the leasing company. Take the price without VAT.",
        example="Rosa's machine costs € 4,800 without VAT.",
        proof="an offer from the leasing company, a quote from the shop",
    ),
    months(
        "leases[].months", "Number of terms", low=1, high=120, feeds="leases[].months", required=True, counts=True,
        ask="In how many months do you pay it?",
        help="A term is one monthly payment of the lease.",
        example="Rosa pays for four years: 4 × 12 = 48 months.",
        proof="an offer from the leasing company, the lease agreement",
    ),
    share(
        "leases[].rate", "Yearly interest rate", feeds="leases[].rate", required=True, counts=True,
        ask="Which percentage of interest do you pay a year?",
        help="Leasing is a kind of borrowing. Ask the company for the yearly rate: it is not always in the offer.",
        example="The offer of Rosa says 8 % a year.",
        proof="an offer from the leasing company, the lease agreement",
    ),
    plan_month(
        "leases[].month", "Month of the plan in which it begins", feeds="leases[].month",
        ask="In which month of the plan does the lease begin?",
        help="1 is the first month of your plan. It is the month in which you get the thing.",
        example="Rosa's plan begins in January. She gets the machine in April: month 4.",
        proof="an offer from the leasing company, the lease agreement",
    ),
    amount(
        "leases[].down_payment", "Paid at once", vat=Vat.WITHOUT, feeds="leases[].down_payment",
        ask="How much do you pay at once, at the start?",
        help="It is a first, larger payment. Write 0 if there is none.",
        example="Rosa pays a tenth at the start: 4,800 ÷ 10 = € 480.",
        proof="an offer from the leasing company, the lease agreement",
    ),
    amount(
        "leases[].purchase_option", "Paid at the end to keep it", vat=Vat.WITHOUT, feeds="leases[].purchase_option",
        ask="What do you pay at the end to keep the thing?",
        help="This is called the purchase option. It stands in the offer.",
        example="After 48 months Rosa pays € 150, and the machine is hers.",
        proof="an offer from the leasing company, the lease agreement",
    ),
    number(
        "leases[].life_years", "Years that it will serve", low=1, high=50, unit="years", feeds="leases[].life_years",
        ask="How many years will you use it?",
        help="Think of how long such a thing works well. Ask the seller, or somebody in your trade.",
        example="A coffee machine that is well cleaned works about 6 years.",
        proof="what the seller or a colleague says",
    ),
    choice(
        "leases[].vat", "VAT rate", *ON_PURCHASES, feeds="leases[].vat_rate", default="none",
        ask="Which VAT rate is on the lease?",
        help="VAT is the tax on what people buy. The rate stands in the offer.",
    ),
    share(
        "leases[].vat_deductible", "Share of the VAT that may be deducted", feeds="leases[].vat_deductible",
        ask="Which part of this VAT do you get back?",
        help="A business that charges VAT gets back the VAT that it pays. "
             "Of what you also use at home it is a part. Ask your bookkeeper.",
        example="Rosa uses the machine only for work: 100 %.",
        proof="what your bookkeeper writes",
    ),
)

GRANTS = (
    text(
        "grants[].name", "Who gives it", feeds="grants[].name",
        ask="Who gives the grant?",
        help="A grant is money that you never pay back. A town, a province or a fund can give one.",
        example="Rosa: my town, for shops in the centre.",
    ),
    amount(
        "grants[].amount", "Amount", feeds="grants[].amount", required=True,
        ask="How much do you get?",
        help="Often a grant pays a part of what you buy. The rest you pay yourself.",
        example="The town pays half of Rosa's sign of € 900: 900 ÷ 2 = € 450.",
        proof="the letter of decision, the rules of the grant",
    ),
    plan_month(
        "grants[].month", "Month of the plan in which it is received", feeds="grants[].month",
        ask="In which month of the plan do you get the money?",
        help="Most grants come after you paid and sent the bill. Count some months for that.",
        example="Rosa pays her sign in month 2. The town pays her in month 6.",
        proof="the letter of decision, the rules of the grant",
    ),
    row_of(
        "grants[].equipment", "The thing it is for (leave out if for running costs)", "equipment",
        feeds="grants[].equipment",
        ask="Which thing do you buy with it?",
        help="You choose from the things that you want to buy. "
             "Leave it open if the grant is for running costs, such as rent.",
    ),
    choice(
        "grants[].status", "How sure is it?",
        Option("granted", "Granted", icon="deal", hint="You have a letter that says yes."),
        Option("asked", "Asked for", icon="quote", hint="You asked, and wait for the answer."),
        Option("possible", "Possible", icon="guess", hint="You think that you can get it."),
        feeds="dossier.financing",
        help="A plan that works without the grant is stronger. A lender counts only on money that is sure.",
    ),
)
