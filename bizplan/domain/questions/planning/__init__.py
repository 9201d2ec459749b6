"""Phase 14, planning and aftercare: milestones, who follows up, the coach's opinion, and the papers of the dossier."""

from ..asking import amount, choice, date, text
from ..question import Group, Option, Page, Phase, Vat
from .aftercare import AFTER
from .opinion import OPINION
from .papers import PAPERS

GROUPS = (
    Group("planning.milestones", "Milestones"),
    Group("planning.contacts", "Contacts after the start"),
    Group("planning.warnings", "Early warnings"),
    Group("planning.results", "Results by month"),
)

AHEAD = (
    text(
        "planning.milestones[].name", "Milestone", feeds="dossier.planning", required=True,
        ask="Which step is it?",
        help="A step that you can tick off: a permit, a signed lease, the first sale.",
        example="Mira: the kitchen is checked and approved.",
    ),
    date(
        "planning.milestones[].date", "Date", feeds="dossier.planning", required=True,
        ask="When is it done?",
        help="Guess if you do not know. Permits and works often take longer than people think.",
    ),
    text(
        "planning.milestones[].who", "Who", feeds="dossier.planning",
        ask="Who does it?",
        example="Mira and the plumber.",
    ),
    amount(
        "planning.milestones[].cost", "What it costs", vat=Vat.WITHOUT, feeds="dossier.planning",
        ask="What does it cost?",
        help="Without VAT. Write 0 if it costs nothing. It is only for your planning: "
             "the plan counts it where you buy it.",
        example="Mira: a sink € 320 and the plumber € 180: 320 + 180 = € 500.",
        proof="a quote",
    ),
    choice(
        "planning.milestones[].status", "How far is it?",
        Option("to_do", "To do", icon="none"), Option("running", "Running", icon="busy"),
        Option("done", "Done", icon="ok"),
        feeds="dossier.planning", default="to_do",
    ),
)

PAGES = (
    Page(
        "milestones", "Your steps until the start",
        ("planning.milestones[].name", "planning.milestones[].date", "planning.milestones[].who",
         "planning.milestones[].cost", "planning.milestones[].status"),
        "From today until your business runs: what comes first, what comes next?",
    ),
    Page(
        "papers_person", "Papers about you",
        ("planning.papers.identity", "planning.papers.household_composition", "planning.papers.diplomas"),
        "A lender asks for these papers. Here you see which ones you have.",
    ),
    Page(
        "papers_income", "Papers about your income",
        ("planning.papers.income_proof", "planning.papers.bank_statements", "planning.papers.business_statements",
         "planning.papers.tax_assessment"),
    ),
    Page(
        "papers_places", "Papers about your home and your premises",
        ("planning.papers.home_lease", "planning.papers.business_lease"),
    ),
    Page(
        "papers_money", "Papers about the money",
        ("planning.papers.quotes", "planning.papers.own_money", "planning.papers.loan_contracts",
         "planning.papers.guarantor"),
    ),
    Page(
        "papers_business", "Papers about the business",
        ("planning.papers.permits", "planning.papers.cooperative", "planning.papers.registration",
         "planning.papers.consent"),
    ),
    Page(
        "follow_up", "Who looks along after the start",
        ("planning.follow_up_by", "planning.follow_up_every", "planning.reported"),
    ),
    Page(
        "warnings", "Signs that you watch", ("planning.warnings[].sign", "planning.warnings[].action"),
        "Agree now what you do when a sign comes. Then you lose no time.",
    ),
    Page("contacts", "Talks with your coach", ("planning.contacts[].date", "planning.contacts[].about")),
    Page(
        "results", "Month by month",
        ("planning.results[].month", "planning.results[].sales", "planning.results[].cash",
         "planning.results[].orders", "planning.results[].debts", "planning.results[].hours"),
        "Once the business runs: fill in a row each month.",
    ),
    Page("coach", "The coach", ("planning.coach.name", "planning.coach.organisation", "planning.coach.date")),
    Page(
        "opinion", "The coach's opinion",
        ("planning.coach.opinion", "planning.coach.advice", "planning.coach.conditions"),
        "A person decides about this plan, with reasons. These are yours.",
    ),
)

PHASE = Phase(14, "planning", "Planning and aftercare", AHEAD + AFTER + OPINION + PAPERS, GROUPS, PAGES)
