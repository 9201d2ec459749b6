"""Phase 7, rules: permits, legal form, VAT, social contributions and the taxes of business and person."""

from .asking import amount, choice, date, long_text, number, share, text, when_is, whole, yes_no
from .question import Group, Option, Phase, Vat
from .vat_rates import ON_SALES

PERMITS = Group("rules.permits", "Permits and registrations")
INSURANCES = Group("rules.insurances", "Insurances")
FORM = "rules.legal_form"

ACCESS = (
    text(
        "rules.activity_code", "Activity code (NACE) and its description", feeds="dossier.admissibility",
        required=True,
    ),
    text("rules.permits[].name", "Permit, licence or registration", feeds="dossier.admissibility"),
    choice(
        "rules.permits[].status", "How far is it?",
        Option("held", "In hand"), Option("asked", "Asked for"), Option("to_ask", "Still to ask"),
        Option("not_needed", "Not needed"),
        feeds="dossier.admissibility",
    ),
    date("rules.permits[].until", "Valid until", feeds="dossier.admissibility"),
    yes_no("rules.regulated_profession", "Is it a regulated profession?", feeds="dossier.admissibility"),
    text(
        "rules.qualification", "Which qualification is shown for it",
        when=when_is("rules.regulated_profession", True), feeds="dossier.admissibility",
    ),
    yes_no(
        "rules.registered_till", "Is a registered till needed (meals eaten on the spot)?",
        feeds="dossier.admissibility",
    ),
    text("rules.enterprise_number", "Enterprise number, if there is one", feeds="dossier.applicant"),
    text("rules.enterprise_counter", "Enterprise counter, and date of the appointment", feeds="dossier.planning"),
    choice(
        "rules.bank_account", "Is there a separate bank account for the business?",
        Option("open", "Yes"), Option("asked", "Asked for"), Option("refused", "Refused"), Option("not_yet", "Not yet"),
        feeds="dossier.admissibility",
    ),
    text("rules.insurances[].name", "Insurance (enter its price among the costs)", feeds="dossier.admissibility"),
    choice(
        "rules.insurances[].status", "How far is it?",
        Option("signed", "Signed"), Option("offer", "Offer received"), Option("to_ask", "Still to ask"),
        feeds="dossier.admissibility",
    ),
)

LEGAL_FORM = (
    choice(
        FORM, "Legal form",
        Option("sole_trader", "Sole trader"), Option("company", "Company (BV)"),
        feeds="legal_form", default="sole_trader", required=True,
    ),
    long_text("rules.legal_form_reason", "Why this legal form?", feeds="dossier.admissibility", required=True),
    yes_no(
        "rules.company.reduced_rate", "Are the shares held by persons, and is it no financial company?",
        when=when_is(FORM, "company"), feeds="company.reduced_rate", default=True,
    ),
    whole(
        "rules.company.years_before", "Years of business or self-employment before this company", high=50,
        when=when_is(FORM, "company"), feeds="company.years_before",
    ),
    yes_no(
        "rules.company.contribution_exempt", "Is the company exempt from the yearly company contribution?",
        when=when_is(FORM, "company"), feeds="company.contribution_exempt", default=False,
    ),
    amount(
        "rules.company.prepayment", "Corporate tax paid ahead each quarter", when=when_is(FORM, "company"),
        feeds="company.prepayment",
    ),
    whole(
        "rules.company.assessed_after", "Years until the company's tax bill arrives", low=1, high=3,
        when=when_is(FORM, "company"), feeds="company.assessed_after", coach=True,
        law="corporate_tax.payment_years_later",
    ),
    whole(
        "rules.company.assessed_month", "Month of the year in which it arrives", low=1, high=12,
        when=when_is(FORM, "company"), feeds="company.assessed_month", coach=True, law="corporate_tax.payment_month",
    ),
    amount(
        "rules.company.losses_brought", "Losses of earlier years", when=when_is(FORM, "company"),
        feeds="company.losses_brought",
    ),
)

VAT = (
    choice(
        "rules.vat_regime", "How is VAT declared?",
        Option("exempt", "Exempt as a small enterprise"), Option("quarterly", "Every quarter"),
        Option("monthly", "Every month"),
        feeds="vat.regime", default="quarterly", required=True,
    ),
    yes_no(
        "rules.vat_refunded", "Is VAT that is owed to you refunded (not carried forward)?", feeds="vat.refunded",
        default=False,
    ),
    choice("products[].vat", "VAT rate", *ON_SALES, feeds="products[].vat_rate", default="standard", required=True),
)

CONTRIBUTIONS = (
    choice(
        "rules.category", "Social status as self-employed",
        Option("main", "Main occupation"), Option("secondary", "Secondary occupation"), Option("student", "Student"),
        feeds="self_employment.category", default="main", required=True,
    ),
    yes_no(
        "rules.primostarter", "Is the reduction for first-time starters asked for?",
        feeds="self_employment.primostarter", default=False,
    ),
    text("rules.fund", "Social insurance fund", feeds="dossier.admissibility"),
    share(
        "rules.fund_fee", "Fee of the fund, on top of the contributions",
        feeds="self_employment.fee", law="social_contributions.fund_fee",
    ),
    whole(
        "rules.settled_after", "Years until the fund settles a year", low=1, high=3,
        feeds="self_employment.settled_after", coach=True, law="social_contributions.regularisation_years",
    ),
    whole(
        "rules.settled_month", "Month of the year in which it is settled", low=1, high=12,
        feeds="self_employment.settled_month", coach=True,
    ),
    number(
        "rules.income_index", "Index of the income of three years ago", low=0.5, high=2,
        feeds="self_employment.income_index", coach=True, law="social_contributions.provisional_income_index",
    ),
)

INCOME_TAX = (
    yes_no(
        "rules.lump_sum", "Are lump-sum costs chosen instead of the real ones?", feeds="income_tax.lump_sum",
        default=False, coach=True,
    ),
    yes_no(
        "rules.investment_deduction", "Is the investment deduction used?", feeds="income_tax.investment_deduction",
        default=False, coach=True,
    ),
    amount("rules.prepayment", "Income tax paid ahead each quarter", vat=Vat.NONE, feeds="income_tax.prepayment"),
    whole(
        "rules.assessed_after", "Years until the tax bill arrives", low=1, high=3, feeds="income_tax.assessed_after",
        coach=True, law="personal_income_tax.payment_years_later",
    ),
    whole(
        "rules.assessed_month", "Month of the year in which it arrives", low=1, high=12,
        feeds="income_tax.assessed_month", coach=True, law="personal_income_tax.payment_month",
    ),
    amount("rules.losses_brought", "Losses of earlier years as self-employed", feeds="income_tax.losses_brought"),
)

QUESTIONS = ACCESS + LEGAL_FORM + VAT + CONTRIBUTIONS + INCOME_TAX
PHASE = Phase(7, "rules", "Rules, permits and legal form", QUESTIONS, (PERMITS, INSURANCES))
