"""Sole trader or company, why, and what a company's own taxes depend on."""

from ..asking import amount, choice, long_text, when_is, whole, yes_no
from ..question import Option, Page

FORM = "rules.legal_form"
WHEN_COMPANY = when_is(FORM, "company")

CHOICE = (
    choice(
        FORM, "Legal form",
        Option("sole_trader", "Sole trader", hint="You and the business are one: quick to start, its debts are yours"),
        Option(
            "company", "Company (BV)",
            hint="The business has its own money and debts: a notary, a plan and more bookkeeping",
        ),
        feeds="legal_form", default="sole_trader", required=True,
        ask="Will you start in your own name or as a company?",
        help="Most people start in their own name, as a sole trader; a company can come later. "
        "A BV is a small company. If it fails, mostly its own money is lost, not yours.",
    ),
    long_text(
        "rules.legal_form_reason", "Why this legal form?", feeds="dossier.admissibility", required=True,
        ask="Why do you choose this form?",
        help="Think of risks, partners, and how much the business earns.",
        example="Yonas: a sole trader. The risks are small, I work alone, and it costs little to begin.",
    ),
)

COMPANY = (
    yes_no(
        "rules.company.reduced_rate", "Are the shares held by persons, and is it no financial company?",
        when=WHEN_COMPANY, feeds="company.reduced_rate", default=True,
        ask="Do people, not other companies, own the shares?",
        help="Then a part of the profit can be taxed at a lower rate. For most small companies it is “yes”. "
        "A company that lives from holding shares chooses “no”.",
    ),
    whole(
        "rules.company.years_before", "Years of business or self-employment before this company", high=50,
        when=WHEN_COMPANY, feeds="company.years_before",
        ask="How many years were you self-employed before this company?",
        help="Starters have some advantages in their first years. Earlier years in Belgium may count. "
        "If there are none, fill in 0.",
        example="Omar was a sole trader from January 2024 to December 2025: 2 years.",
        proof="your registration in the KBO, letters of the social insurance fund",
    ),
    yes_no(
        "rules.company.contribution_exempt", "Is the company exempt from the yearly company contribution?",
        when=WHEN_COMPANY, feeds="company.contribution_exempt", default=False,
        ask="Is the company freed from the yearly company contribution?",
        help="Each company pays this once a year to a social insurance fund. "
        "Some starters are freed in the first years. Ask your fund; if you do not know, choose “no”.",
    ),
    amount(
        "rules.company.prepayment", "Corporate tax paid ahead each quarter", when=WHEN_COMPANY,
        feeds="company.prepayment",
        ask="How much company tax do you pay ahead each quarter?",
        help="Paying in four parts before the bill comes avoids a surcharge. "
        "A young small company is often spared it. If you pay nothing ahead, fill in 0.",
        example="Omar's bookkeeper expects € 2,400 of tax this year. 2,400 ÷ 4 = € 600.",
        proof="the calculation of your bookkeeper",
    ),
)

BILL = (
    whole(
        "rules.company.assessed_after", "Years until the company's tax bill arrives", low=1, high=3,
        when=WHEN_COMPANY, feeds="company.assessed_after", coach=True,
        law="corporate_tax.payment_years_later",
        help="Counted from the year of the profit: 1 is the next year.",
    ),
    whole(
        "rules.company.assessed_month", "Month of the year in which it arrives", low=1, high=12,
        when=WHEN_COMPANY, feeds="company.assessed_month", coach=True, law="corporate_tax.payment_month",
        ask="Month of the year in which the company's tax bill arrives",
        help="1 is January. An early month is the careful choice for the cash.",
    ),
)

LOSSES = (
    amount(
        "rules.company.losses_brought", "Losses of earlier years", when=WHEN_COMPANY,
        feeds="company.losses_brought",
        ask="How much did the company lose in earlier years?",
        help="Losses of the past lower the tax on later profits. A new company fills in 0.",
        example="The company lost € 1,800 in 2025 and € 700 in 2026. 1,800 + 700 = € 2,500.",
        proof="the yearly accounts, the tax bill",
    ),
)

QUESTIONS = CHOICE + COMPANY + BILL + LOSSES

PAGES = (
    Page("legal_form", "Sole trader or company", tuple(each.key for each in CHOICE)),
    Page(
        "company", "About the company", tuple(each.key for each in COMPANY + LOSSES),
        intro="Your bookkeeper knows these answers. Leave open what you do not know.",
    ),
)

COACH_PAGES = (Page("company_bill", "Company: when the tax bill arrives", tuple(each.key for each in BILL)),)
