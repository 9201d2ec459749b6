"""Phase 1, inform: the first five minutes, from language to the wished month of the start."""

from .asking import calendar_month, choice, choices, long_text, text, yes_no
from .question import Option, Phase

SUPPORT = choices(
    "inform.supported_by", "Who supports you now?",
    Option("vdab", "Public employment service (VDAB)"), Option("ocmw", "Public centre for social welfare (OCMW)"),
    Option("integration", "Integration agency"), Option("cooperative", "Activity cooperative"),
    Option("organisation", "Another organisation"), Option("volunteer", "A volunteer or buddy"),
    Option("nobody", "Nobody yet"),
    feeds="dossier.applicant", quick=True,
)

QUESTIONS = (
    text("inform.reading_language", "Language in which you read or listen best", feeds="dossier.applicant", quick=True),
    yes_no("inform.read_aloud", "Should the questions be read aloud?", feeds="wizard"),
    choice(
        "inform.has_sold", "Have you ever sold something or had a business?",
        Option("own_business", "I had a business"), Option("family_business", "I worked in my family's business"),
        Option("sold", "I sold now and then"), Option("never", "Never"),
        feeds="dossier.person", quick=True,
    ),
    long_text("inform.has_sold_where", "Where, and how long?", feeds="dossier.person"),
    text("inform.idea", "The idea in one sentence", feeds="dossier.summary", quick=True, required=True),
    calendar_month(
        "inform.start", "First month of the plan (with the test phase, if there is one), as year and month",
        feeds="timeline", quick=True, required=True,
    ),
    SUPPORT,
    yes_no(
        "inform.consent", "Do you agree that the coach and the programme keep and read these answers?",
        feeds="dossier.papers", required=True,
    ),
)

PHASE = Phase(1, "inform", "Inform", QUESTIONS)
