"""Phase 9, investment and financing: what must be paid before the business carries itself, and with whose money."""

from .asking import (
    amount,
    choice,
    date,
    long_text,
    months,
    number,
    plan_month,
    row_of,
    share,
    text,
    when_is,
    whole,
    yes_no,
)
from .question import Group, Option, Phase, Vat
from .vat_rates import ON_PURCHASES

MOST_SOURCES = 50               # one line adds up what all of them cost, as long as a spreadsheet takes a formula

GROUPS = (
    Group("deposits", "Guarantees that come back", most=MOST_SOURCES),
    Group("own_money", "Own money and gifts", most=MOST_SOURCES),
    Group("loans", "Loans", most=MOST_SOURCES),
    Group("drawings", "Loans paid out in parts"),
    Group("leases", "Leasing", most=MOST_SOURCES),
    Group("grants", "Grants", most=MOST_SOURCES),
    Group("financing.guarantors", "Guarantors"),
)

OWN = (
    text("deposits[].name", "Guarantee", feeds="deposits[].name"),
    amount("deposits[].amount", "Amount", feeds="deposits[].amount", required=True),
    plan_month("deposits[].month", "Month of the plan in which it is paid", feeds="deposits[].month"),
    plan_month(
        "deposits[].returned_month", "Month of the plan in which it comes back (leave out if later)",
        feeds="deposits[].returned_month",
    ),
    text("own_money[].name", "Where the money comes from", feeds="own_money[].name", quick=True, required=True),
    amount("own_money[].amount", "Amount", feeds="own_money[].amount", quick=True, required=True),
    plan_month("own_money[].month", "Month of the plan in which it is brought in", feeds="own_money[].month"),
    choice(
        "own_money[].proof", "Proof",
        Option("statement", "Bank statement"), Option("declaration", "Written declaration"), Option("none", "None yet"),
        feeds="dossier.financing",
    ),
)

LOANS = (
    text("loans[].name", "Lender", feeds="loans[].name", required=True),
    choice(
        "loans[].source", "What kind of lender?",
        Option("microcredit", "Microcredit"), Option("startlening", "Startlening"), Option("winwin", "Winwinlening"),
        Option("bank", "Bank"), Option("family", "Family or friends"), Option("other", "Other"),
        feeds="loans[].source", default="bank", required=True,
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
    ),
    yes_no(
        "loans[].asked", "Is this the credit that is asked for with this plan?", feeds="loans[].asked", default=False,
    ),
    yes_no(
        "loans[].existing", "Is it a debt of the business that exists already?", feeds="loans[].existing",
        default=False,
    ),
    amount(
        "loans[].amount", "Amount (of an existing debt: what is still owed)", feeds="loans[].amount", quick=True,
        required=True,
    ),
    long_text("loans[].purpose", "What the money is for", feeds="dossier.summary", required=True),
    share(
        "loans[].rate", "Yearly interest rate", feeds="loans[].rate", profile="rate", required=True, counts=True,
    ),
    months(
        "loans[].months", "Months until the last instalment", low=1, high=480, feeds="loans[].months", required=True,
        counts=True,
    ),
    months("loans[].grace", "First months in which only interest is paid", high=479, feeds="loans[].grace"),
    choice(
        "loans[].kind", "How it is repaid",
        Option("annuity", "Equal instalments"), Option("linear", "Equal capital, falling interest"),
        Option("interest_only", "Interest each month, capital at the end"), Option("bullet", "Everything at the end"),
        Option("flat", "Interest on the first amount throughout"),
        feeds="loans[].kind", default="annuity",
    ),
    plan_month("loans[].month", "Month of the plan in which it is paid out", feeds="loans[].month"),
    choice(
        "loans[].monthly_rate", "How the monthly rate is found",
        Option("twelfth", "A twelfth of the yearly rate", value=False),
        Option("actuarial", "By compounding", value=True),
        feeds="loans[].actuarial", default="twelfth", coach=True,
    ),
    share("loans[].fee", "File fee as a share of the amount", feeds="loans[].fee", profile="fee_share"),
    amount(
        "loans[].fee_cap", "The file fee is at most (leave out if there is no cap)", feeds="loans[].fee_cap",
        profile="fee_cap",
    ),
    yes_no(
        "loans[].subordinated", "Is it repaid after the other lenders?", feeds="loans[].subordinated", default=False,
    ),
    whole(
        "loans[].decimals", "Decimals to which an instalment is rounded", high=2, feeds="loans[].decimals",
        coach=True,
    ),
    choice(
        "loans[].agreement", "Agreement",
        Option("signed", "Signed"), Option("promised", "Promised in writing"), Option("said", "Said"),
        Option("none", "Not asked yet"),
        feeds="dossier.financing",
    ),
    row_of("drawings[].loan", "Loan", "loans", feeds="loans[].drawings", counts=True),
    plan_month(
        "drawings[].month", "Month of the plan in which this part is paid out", feeds="loans[].drawings", counts=True,
    ),
    share("drawings[].share", "Share of the loan", feeds="loans[].drawings", counts=True),
)

LEASES_AND_GRANTS = (
    text("leases[].name", "What is leased", feeds="leases[].name"),
    amount(
        "leases[].price", "Price of the thing", vat=Vat.WITHOUT, feeds="leases[].price", required=True, counts=True,
    ),
    months("leases[].months", "Number of terms", low=1, high=120, feeds="leases[].months", required=True, counts=True),
    share("leases[].rate", "Yearly interest rate", feeds="leases[].rate", required=True, counts=True),
    plan_month("leases[].month", "Month of the plan in which it begins", feeds="leases[].month"),
    amount("leases[].down_payment", "Paid at once", vat=Vat.WITHOUT, feeds="leases[].down_payment"),
    amount("leases[].purchase_option", "Paid at the end to keep it", vat=Vat.WITHOUT, feeds="leases[].purchase_option"),
    number(
        "leases[].life_years", "Years that it will serve", low=1, high=50, unit="years", feeds="leases[].life_years",
    ),
    choice("leases[].vat", "VAT rate", *ON_PURCHASES, feeds="leases[].vat_rate", default="none"),
    share("leases[].vat_deductible", "Share of the VAT that may be deducted", feeds="leases[].vat_deductible"),
    text("grants[].name", "Who gives it", feeds="grants[].name"),
    amount("grants[].amount", "Amount", feeds="grants[].amount", required=True),
    plan_month("grants[].month", "Month of the plan in which it is received", feeds="grants[].month"),
    row_of(
        "grants[].equipment", "The thing it is for (leave out if for running costs)", "equipment",
        feeds="grants[].equipment",
    ),
    choice(
        "grants[].status", "How sure is it?",
        Option("granted", "Granted"), Option("asked", "Asked for"), Option("possible", "Possible"),
        feeds="dossier.financing",
    ),
)

BANK_AND_SURETY = (
    amount(
        "financing.bank.opening", "Balance of the business account before the plan (negative if overdrawn)", low=-1e9,
        feeds="bank.opening",
    ),
    share("financing.bank.overdraft_rate", "Yearly rate of an overdraft", feeds="bank.overdraft_rate"),
    amount("financing.bank.buffer", "Money that should always stay on the account", feeds="bank.buffer"),
    share(
        "financing.contingency", "Set aside for the unforeseen, as a share of the investment",
        feeds="dossier.financing",
    ),
    long_text(
        "financing.if_less_is_granted", "What if only 70 % of the credit is granted?", feeds="dossier.financing",
        required=True,
    ),
    choice(
        "financing.guarantor_found", "Is there a guarantor?",
        Option("yes", "Yes"), Option("asked", "Somebody was asked"), Option("no", "No"),
        feeds="dossier.repayment", required=True,
    ),
    text(
        "financing.guarantors[].name", "Name", when=when_is("financing.guarantor_found", "yes", "asked"),
        feeds="dossier.repayment",
    ),
    text("financing.guarantors[].relation", "Relation", feeds="dossier.repayment"),
    text("financing.guarantors[].income", "Income and work", feeds="dossier.repayment"),
    amount("financing.guarantors[].amount", "Guarantees at most", feeds="dossier.repayment"),
    date("financing.guarantors[].agreed", "Agreed on", feeds="dossier.repayment"),
    long_text(
        "financing.second_source", "If the business earns too little, from what is the loan repaid?",
        feeds="dossier.repayment",
    ),
)

PHASE = Phase(9, "financing", "Investment and financing", OWN + LOANS + LEASES_AND_GRANTS + BANK_AND_SURETY, GROUPS)
