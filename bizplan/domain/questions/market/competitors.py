"""Who else sells it, what customers can do instead, and why they will choose this business."""

from ..asking import date, long_text, text
from ..question import Group, Page

COMPETITORS = Group("market.competitors", "Competitors")

QUESTIONS = (
    text(
        "market.competitors[].name", "Name", feeds="dossier.competitors", required=True,
        ask="Who else sells something similar?",
        help="A shop, a website or a person to whom your customers can go.",
        example="Bakery Anatolia.",
    ),
    text(
        "market.competitors[].address", "Address or website", feeds="dossier.competitors",
        ask="Where are they, or what is their website?",
        example="Stalenstraat in Genk, 1.5 km from the shop.",
    ),
    text(
        "market.competitors[].price", "Their prices", feeds="dossier.competitors", required=True,
        ask="What do they charge?",
        help="Note the price of the things that you sell too. A photo of the price list helps.",
        example="Flat bread € 2.40, filled pastry € 3.50.",
    ),
    long_text(
        "market.competitors[].strength", "What they do well", feeds="dossier.competitors",
        ask="What do they do well?",
        help="Be fair: customers go there for a reason.",
        example="Open from 6 o'clock, large car park, well known.",
    ),
    long_text(
        "market.competitors[].weakness", "What they do less well", feeds="dossier.competitors",
        ask="What do they do less well?",
        example="The bread is baked at night only. After noon nothing is left.",
    ),
    date(
        "market.competitors[].visited", "Visited on", feeds="dossier.competitors",
        ask="When did you visit them?",
        help="Go and look as a customer. What you have seen yourself counts more.",
    ),
    long_text(
        "market.alternatives", "What else can customers do?", feeds="dossier.competitors",
        help="They can also buy something else, do it themselves or do without.",
        example="Samira: buy packed flat bread in the supermarket for € 1.60, or bake at home on Sunday.",
    ),
    long_text(
        "market.why_us", "Why will customers choose this business?", feeds="dossier.competitors", required=True,
        ask="Why will customers choose you?",
        help="Name one or two things that others do not have. Choose something that you can show.",
        example="Samira: warm bread until 6 in the evening. On four Saturdays everything was sold by 1 o'clock.",
    ),
)

PAGES = (
    Page(
        "competitors", "Who else sells it",
        (
            "market.competitors[].name", "market.competitors[].address", "market.competitors[].price",
            "market.competitors[].strength", "market.competitors[].weakness", "market.competitors[].visited",
        ),
        intro="Write down at least three. Having others in the trade is good: it shows that people pay for it.",
    ),
    Page("choice", "Why they choose you", ("market.alternatives", "market.why_us")),
)
