"""Phase 13, the test phase: what is tried in an activity cooperative, what came out, and what is decided."""

from .asking import amount, choice, date, long_text, months, number, share, text, when_is, yes_no
from .question import Group, Option, Period, Phase, Vat

HYPOTHESES = Group("test_phase.hypotheses", "What is to be tried")
LOG = Group("test_phase.log", "Weeks of the trial")
PLANNED = when_is("test_phase.planned", True)

AGREEMENT = (
    yes_no(
        "test_phase.planned", "Do you try the business in an activity cooperative first?", feeds="test_phase",
        default=False, required=True,
    ),
    text("test_phase.cooperative", "Activity cooperative", when=PLANNED, feeds="dossier.test_phase"),
    months(
        "test_phase.months", "Months in the cooperative before the own start", low=1, high=18, when=PLANNED,
        feeds="test_phase.months", counts=True,
    ),
    share(
        "test_phase.cooperative_share", "Share of the margin that the cooperative keeps", when=PLANNED,
        feeds="test_phase.cooperative_share",
    ),
    date("test_phase.begins", "Agreement signed on", when=PLANNED, feeds="dossier.test_phase"),
    text(
        "test_phase.internship", "Days spent beside another entrepreneur: where, how long",
        feeds="dossier.test_phase",
    ),
)

TRIAL = (
    text("test_phase.hypotheses[].claim", "What must turn out to be true", feeds="dossier.test_phase"),
    choice(
        "test_phase.hypotheses[].about", "What is it about?",
        Option("price", "Price"), Option("volume", "Quantity"), Option("customers", "Kind of customers"),
        Option("time", "Time for each one"),
        Option("cost", "Cost"), Option("other", "Something else"),
        feeds="dossier.test_phase",
    ),
    text("test_phase.hypotheses[].success", "It is true if", feeds="dossier.test_phase"),
    date("test_phase.hypotheses[].deadline", "To be known by", feeds="dossier.test_phase"),
    choice(
        "test_phase.hypotheses[].outcome", "Outcome",
        Option("true", "It was true"), Option("partly", "Partly"), Option("false", "It was not"),
        Option("open", "Not known yet"),
        feeds="dossier.test_phase",
    ),
    date("test_phase.log[].week", "Week that begins on", feeds="dossier.test_phase"),
    number("test_phase.log[].customers", "Customers", unit="customers", period=Period.WEEK, feeds="dossier.test_phase"),
    amount("test_phase.log[].sales", "Sales", period=Period.WEEK, vat=Vat.WITHOUT, feeds="dossier.test_phase"),
    amount("test_phase.log[].costs", "Costs", period=Period.WEEK, vat=Vat.WITHOUT, feeds="dossier.test_phase"),
    number(
        "test_phase.log[].hours", "Hours worked", high=168, unit="hours", period=Period.WEEK,
        feeds="dossier.test_phase",
    ),
    text("test_phase.log[].learnt", "What was learnt", feeds="dossier.test_phase"),
    choice(
        "test_phase.decision", "Decision after the trial",
        Option("start", "Start"), Option("change", "Change the plan"), Option("stop", "Stop"),
        feeds="dossier.test_phase", coach=True,
    ),
    long_text("test_phase.decision_reasons", "Reasons for that decision", feeds="dossier.test_phase", coach=True),
)

PHASE = Phase(13, "test_phase", "Test phase", AGREEMENT + TRIAL, (HYPOTHESES, LOG))
