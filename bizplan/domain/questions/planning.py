"""Phase 14, planning and aftercare: milestones, who follows up, the coach's opinion, and the papers of the dossier."""

from .asking import amount, calendar_month, choice, choices, date, long_text, number, text
from .question import Group, Option, Period, Phase, Question, Vat

GROUPS = (
    Group("planning.milestones", "Milestones"),
    Group("planning.contacts", "Contacts after the start"),
    Group("planning.warnings", "Early warnings"),
    Group("planning.results", "Results by month"),
)

AHEAD = (
    text("planning.milestones[].name", "Milestone", feeds="dossier.planning", required=True),
    date("planning.milestones[].date", "Date", feeds="dossier.planning", required=True),
    text("planning.milestones[].who", "Who", feeds="dossier.planning"),
    amount("planning.milestones[].cost", "What it costs", vat=Vat.WITHOUT, feeds="dossier.planning"),
    choice(
        "planning.milestones[].status", "How far is it?",
        Option("to_do", "To do"), Option("running", "Running"), Option("done", "Done"),
        feeds="dossier.planning", default="to_do",
    ),
)

AFTER = (
    text("planning.follow_up_by", "Who coaches after the start", feeds="dossier.follow_up", required=True),
    choice(
        "planning.follow_up_every", "How often",
        Option("week", "Every week"), Option("two_weeks", "Every two weeks"), Option("month", "Every month"),
        Option("quarter", "Every quarter"),
        feeds="dossier.follow_up", required=True,
    ),
    choices(
        "planning.reported", "Figures reported each month",
        Option("sales", "Sales"), Option("cash", "Cash"), Option("orders", "Orders"), Option("debts", "Debts"),
        Option("customers", "Customers"), Option("hours", "Hours worked"), Option("margin", "Margin"),
        feeds="dossier.follow_up",
    ),
    date("planning.contacts[].date", "Date", feeds="dossier.follow_up"),
    text("planning.contacts[].about", "What about", feeds="dossier.follow_up"),
    text("planning.warnings[].sign", "Sign", feeds="dossier.follow_up"),
    text("planning.warnings[].action", "What happens then", feeds="dossier.follow_up"),
    calendar_month("planning.results[].month", "Month, as year and month", feeds="dossier.follow_up"),
    amount("planning.results[].sales", "Sales", period=Period.MONTH, vat=Vat.WITHOUT, feeds="dossier.follow_up"),
    amount("planning.results[].cash", "Money on the account at the end", low=-1e9, feeds="dossier.follow_up"),
    amount("planning.results[].orders", "Orders in hand", vat=Vat.WITHOUT, feeds="dossier.follow_up"),
    amount("planning.results[].debts", "Bills not paid yet", vat=Vat.WITH, feeds="dossier.follow_up"),
    number(
        "planning.results[].hours", "Hours worked", high=744, unit="hours", period=Period.MONTH,
        feeds="dossier.follow_up",
    ),
)

OPINION = (
    text("planning.coach.name", "Name of the coach", feeds="dossier.summary", coach=True, required=True),
    text("planning.coach.organisation", "Organisation of the coach", feeds="dossier.summary", coach=True),
    long_text("planning.coach.opinion", "Opinion of the coach", feeds="dossier.summary", coach=True, required=True),
    choice(
        "planning.coach.advice", "Advice of the coach",
        Option("go", "Go"), Option("go_if", "Go, on conditions"), Option("not_yet", "Not yet"),
        feeds="dossier.summary", coach=True, required=True,
    ),
    long_text("planning.coach.conditions", "Conditions of the coach", feeds="dossier.summary", coach=True),
    date("planning.coach.date", "Date of the opinion", feeds="dossier.summary", coach=True, required=True),
)


def paper(key: str, label: str) -> Question:
    """A paper of the dossier, and how far it is."""
    return choice(
        key, label,
        Option("in_hand", "In hand"), Option("asked", "Asked for"), Option("missing", "Missing"),
        Option("not_needed", "Not needed"),
        feeds="dossier.papers",
    )


PAPERS = (
    paper("planning.papers.identity", "Identity or residence card, both sides"),
    paper("planning.papers.household_composition", "Household composition"),
    paper("planning.papers.bank_statements", "Bank statements of three months, private"),
    paper("planning.papers.business_statements", "Bank statements of three months, business"),
    paper("planning.papers.income_proof", "Proof of income (payslips, benefit attestation)"),
    paper("planning.papers.home_lease", "Lease of the home"),
    paper("planning.papers.business_lease", "Lease of the premises"),
    paper("planning.papers.quotes", "Quotes and pro-forma invoices"),
    paper("planning.papers.own_money", "Proof of own money"),
    paper("planning.papers.loan_contracts", "Loan contracts and balances"),
    paper("planning.papers.guarantor", "Guarantor's identity card and payslips"),
    paper("planning.papers.diplomas", "Diplomas and curriculum vitae"),
    paper("planning.papers.permits", "Permits and professional card"),
    paper("planning.papers.cooperative", "Agreement with the cooperative and results of the trial"),
    paper("planning.papers.registration", "Extract of registration and VAT, if started"),
    paper("planning.papers.tax_assessment", "Tax assessment"),
    paper("planning.papers.consent", "Signed consent to keep and share the data"),
)

PHASE = Phase(14, "planning", "Planning and aftercare", AHEAD + AFTER + OPINION + PAPERS, GROUPS)
