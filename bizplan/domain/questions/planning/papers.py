"""The papers of the dossier, and how far each of them is: part of phase 14."""

from ..asking import choice
from ..question import Option, Question


def paper(key: str, label: str, **words: str) -> Question:
    """A paper of the dossier, and how far it is."""
    return choice(
        key, label,
        Option("in_hand", "In hand", icon="ok", hint="You have it, on paper or as a photo."),
        Option("asked", "Asked for", icon="busy", hint="You asked, and wait for it."),
        Option("missing", "Missing", icon="none", hint="You still have to ask for it."),
        Option("not_needed", "Not needed", hint="It does not apply to you."),
        feeds="dossier.papers", **words,
    )


PAPERS = (
    paper(
        "planning.papers.identity", "Identity or residence card, both sides",
        ask="Do you have a copy of your identity or residence card?",
        help="Copy both sides. Look until when the card is valid.",
    ),
    paper(
        "planning.papers.household_composition", "Household composition",
        ask="Do you have the paper about your household?",
        help="It says who lives at your address (samenstelling van het gezin). Ask for it at the town hall, "
             "or take it from the town's website.",
    ),
    paper(
        "planning.papers.bank_statements", "Bank statements of three months, private",
        ask="Do you have your private bank statements of three months?",
        help="Of all accounts of the household. You find them in the app or at the bank. "
             "A lender compares them with your household budget.",
    ),
    paper(
        "planning.papers.business_statements", "Bank statements of three months, business",
        ask="Do you have the business bank statements of three months?",
        help="Only if you have a business account already.",
    ),
    paper(
        "planning.papers.income_proof", "Proof of income (payslips, benefit attestation)",
        ask="Can you show the income of your household?",
        help="Payslips of the last three months, or a letter about the benefit. Your partner's too.",
    ),
    paper(
        "planning.papers.home_lease", "Lease of the home",
        ask="Do you have the lease of your home?",
        help="Do you own your home? Then take the contract of the mortgage.",
    ),
    paper(
        "planning.papers.business_lease", "Lease of the premises",
        ask="Do you have the lease of your business premises?",
        help="A draft is enough for now. Show it to your coach before you sign.",
    ),
    paper(
        "planning.papers.quotes", "Quotes and pro-forma invoices",
        ask="Do you have quotes for what you want to buy?",
        help="A quote is an offer on paper with a price. A pro-forma invoice is the same in the form of a bill. "
             "For second-hand things a copy of the advertisement helps.",
    ),
    paper(
        "planning.papers.own_money", "Proof of own money",
        ask="Can you show your own money?",
        help="A bank statement, or a signed letter from who gives it.",
    ),
    paper(
        "planning.papers.loan_contracts", "Loan contracts and balances",
        ask="Do you have the contracts of your loans?",
        help="Of all loans, private and business. Add a paper that says what you still owe.",
    ),
    paper(
        "planning.papers.guarantor", "Guarantor's identity card and payslips",
        ask="Do you have the papers of your guarantor?",
        help="The guarantor pays if you cannot pay. A lender wants the identity card and three payslips.",
    ),
    paper(
        "planning.papers.diplomas", "Diplomas and curriculum vitae",
        ask="Do you have your diplomas and your curriculum vitae?",
        help="A curriculum vitae is one page about what you learnt and did. Work abroad counts. "
             "A missing diploma is no reason to wait.",
    ),
    paper(
        "planning.papers.permits", "Permits and professional card",
        ask="Do you have the permits for your work?",
        help="Which ones you need stands in the part about rules.",
    ),
    paper(
        "planning.papers.cooperative", "Agreement with the cooperative and results of the trial",
        ask="Do you have the papers of your trial in a cooperative?",
        help="The agreement, and what you sold in the weeks of the trial.",
    ),
    paper(
        "planning.papers.registration", "Extract of registration and VAT, if started",
        ask="Do you have the proof that your business is registered?",
        help="Only if you have started. The enterprise counter gives you this paper.",
    ),
    paper(
        "planning.papers.tax_assessment", "Tax assessment",
        ask="Do you have your last tax assessment?",
        help="The letter that says how much income tax you pay or get back (aanslagbiljet). "
             "You find it on the website of the tax office.",
    ),
    paper(
        "planning.papers.consent", "Signed consent to keep and share the data",
        ask="Did you sign that we may keep and share your data?",
        help="You decide who may see your plan. You can take it back at any time.",
    ),
)
