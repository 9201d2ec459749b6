"""Phase 9, investment and financing: what must be paid before the business carries itself, and with whose money."""

from ..question import Group, Page, Phase
from .leases import GRANTS, LEASES
from .loans import LOANS
from .own_money import DEPOSITS, OWN_MONEY
from .surety import SURETY

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

PAGES = (
    Page(
        "own_money", "Your own money",
        ("own_money[].name", "own_money[].amount", "own_money[].month", "own_money[].proof"),
        "What do you bring in yourself? Every euro counts, also a gift.",
    ),
    Page(
        "deposits", "Guarantees that you get back",
        ("deposits[].name", "deposits[].amount", "deposits[].month", "deposits[].returned_month"),
        "Money that you pay at the start and get back at the end. Skip this page if there is none.",
    ),
    Page(
        "lender", "Who lends you money",
        ("loans[].name", "loans[].source", "loans[].profile", "loans[].asked", "loans[].existing"),
        "Name every loan for the business: the one that you ask for, and those that you have.",
    ),
    Page(
        "loan_amount", "How much, and what for",
        ("loans[].amount", "loans[].purpose", "loans[].month", "loans[].agreement"),
    ),
    Page(
        "loan_terms", "How you pay the loan back",
        ("loans[].months", "loans[].rate", "loans[].grace", "loans[].kind"),
        "The lender's offer answers these questions. No offer yet? Guess: you can change it.",
    ),
    Page("loan_costs", "What else the lender asks", ("loans[].fee", "loans[].fee_cap", "loans[].subordinated")),
    Page(
        "loan_parts", "Loans that you get in parts", ("drawings[].loan", "drawings[].month", "drawings[].share"),
        "Most loans come all at once. Then skip this page.",
    ),
    Page(
        "lease", "What you lease", ("leases[].name", "leases[].price", "leases[].month", "leases[].life_years"),
        "Skip the pages about leasing if you lease nothing.",
    ),
    Page(
        "lease_terms", "How you pay the lease",
        ("leases[].months", "leases[].rate", "leases[].down_payment", "leases[].purchase_option"),
    ),
    Page("lease_vat", "VAT on the lease", ("leases[].vat", "leases[].vat_deductible")),
    Page(
        "grants", "Grants",
        ("grants[].name", "grants[].amount", "grants[].month", "grants[].equipment", "grants[].status"),
        "Money from a town, a province or a fund that you never pay back. Skip this page if there is none.",
    ),
    Page(
        "account", "Your business account",
        ("financing.bank.opening", "financing.bank.buffer", "financing.bank.overdraft_rate"),
    ),
    Page("surprises", "If it turns out differently", ("financing.contingency", "financing.if_less_is_granted")),
    Page("guarantor", "Who or what stands behind the loan", ("financing.second_source", "financing.guarantor_found")),
    Page(
        "guarantors", "Your guarantor",
        ("financing.guarantors[].name", "financing.guarantors[].relation", "financing.guarantors[].income",
         "financing.guarantors[].amount", "financing.guarantors[].agreed"),
    ),
    Page("loan_rounding", "How the lender calculates", ("loans[].monthly_rate", "loans[].decimals")),
)

PHASE = Phase(
    9, "financing", "Investment and financing", DEPOSITS + OWN_MONEY + LOANS + LEASES + GRANTS + SURETY, GROUPS, PAGES,
)
