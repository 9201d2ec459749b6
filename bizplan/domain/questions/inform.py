"""Phase 1, inform: the first five minutes, from language to the wished month of the start."""

from .asking import calendar_month, choice, choices, long_text, text, yes_no
from .question import Option, Page, Phase

SUPPORT = choices(
    "inform.supported_by", "Who supports you now?",
    Option("vdab", "Public employment service (VDAB)"), Option("ocmw", "Public centre for social welfare (OCMW)"),
    Option("integration", "Integration agency", hint="Lessons in Dutch and about living in Belgium"),
    Option("cooperative", "Activity cooperative", hint="There you can try out your business"),
    Option("organisation", "Another organisation"), Option("volunteer", "A volunteer or buddy"),
    Option("nobody", "Nobody yet"),
    feeds="dossier.applicant", quick=True,
    help="Choose all that fit. Then your coach knows whom to call.",
)

QUESTIONS = (
    text(
        "inform.reading_language", "Language in which you read or listen best", feeds="dossier.applicant", quick=True,
        ask="In which language do you read or listen best?",
        help="Your coach then knows how to explain things. You can use the pages in another language.",
        example="Tigrinya. I also read English well.",
    ),
    yes_no(
        "inform.read_aloud", "Should the questions be read aloud?", feeds="wizard",
        help="Your phone or computer then speaks the question. You can change this at any time.",
    ),
    choice(
        "inform.has_sold", "Have you ever sold something or had a business?",
        Option("own_business", "I had a business", hint="Large or small, with or without papers"),
        Option("family_business", "I worked in my family's business", hint="With or without pay"),
        Option("sold", "I sold now and then", hint="On a market, online, to people you know"),
        Option("never", "Never", hint="That is fine. Many people start new."),
        feeds="dossier.person", quick=True,
        help="Every country counts. Sales without papers count too.",
    ),
    long_text(
        "inform.has_sold_where", "Where, and how long?", feeds="dossier.person",
        ask="Where did you do that, and for how long?",
        help="Name the place, the years and what you sold. Leave it open if you never sold.",
        example="In Asmara, from 2009 to 2016. I sold shoes in a shop with my brother.",
    ),
    text(
        "inform.idea", "The idea in one sentence", feeds="dossier.summary", quick=True, required=True,
        ask="What is your idea, in one sentence?",
        help="Say what you sell, to whom and where. Use your own words. You can change it later.",
        example="I repair sewing machines at people's homes in Mechelen.",
    ),
    calendar_month(
        "inform.start", "First month of the plan (with the test phase, if there is one), as year and month",
        feeds="timeline", quick=True, required=True,
        ask="In which month does your plan start?",
        help="Choose the first month in which you sell or pay something. Do you first try out in a cooperative? "
        "Then take the first month there. A guess is fine.",
        example="I try out from March 2027. My shop opens in September. So I chose March 2027.",
    ),
    SUPPORT,
    yes_no(
        "inform.consent", "Do you agree that the coach and the programme keep and read these answers?",
        feeds="dossier.papers", required=True,
        ask="May your coach and the programme keep and read your answers?",
        help="They need your answers to help you. You can change your mind later and have everything deleted.",
    ),
)

PAGES = (
    Page("language", "Your language", ("inform.reading_language", "inform.read_aloud")),
    Page("consent", "Who may read your answers", ("inform.consent",)),
    Page("idea", "Your idea", ("inform.idea",), "One sentence is enough. The rest comes later."),
    Page("sold_before", "What you sold before", ("inform.has_sold", "inform.has_sold_where")),
    Page("support", "Who supports you", ("inform.supported_by",)),
    Page("start", "When you want to start", ("inform.start",)),
)

PHASE = Phase(1, "inform", "Inform", QUESTIONS, pages=PAGES)
