"""Phase 13, the test phase: what is tried in an activity cooperative, what came out, and what is decided."""

from .asking import amount, choice, date, long_text, months, number, share, text, when_is, yes_no
from .question import Group, Option, Page, Period, Phase, Vat

HYPOTHESES = Group("test_phase.hypotheses", "What is to be tried")
LOG = Group("test_phase.log", "Weeks of the trial")
PLANNED = when_is("test_phase.planned", True)

AGREEMENT = (
    yes_no(
        "test_phase.planned", "Do you try the business in an activity cooperative first?", feeds="test_phase",
        default=False, required=True,
        help="There you sell under the number of the cooperative, while you are not yet self-employed. "
             "So you find out with little risk if your plan works. Ask what happens with your benefit.",
    ),
    text(
        "test_phase.cooperative", "Activity cooperative", when=PLANNED, feeds="dossier.test_phase",
        ask="Which activity cooperative is it?",
        help="Your coach knows the cooperatives near you.",
        example="Rosa: the cooperative in the old school, near the canal.",
    ),
    months(
        "test_phase.months", "Months in the cooperative before the own start", low=1, high=18, when=PLANNED,
        feeds="test_phase.months", counts=True,
        ask="How many months do you try it before your own start?",
        help="Long enough to see a quiet and a busy time. The agreement says how long you may stay.",
        example="Rosa tries from March until August: 6 months.",
        proof="the agreement with the cooperative",
    ),
    share(
        "test_phase.cooperative_share", "Share of the margin that the cooperative keeps", when=PLANNED,
        feeds="test_phase.cooperative_share",
        ask="Which part of your margin does the cooperative keep?",
        help="Your margin is your sales minus what you paid for the goods. "
             "The cooperative keeps a part for its work.",
        example="Rosa sells for € 900, the coffee cost € 300: margin € 600. "
                "The cooperative keeps € 60: 60 ÷ 600 = 10 %.",
        proof="the agreement with the cooperative",
    ),
    date(
        "test_phase.begins", "Agreement signed on", when=PLANNED, feeds="dossier.test_phase",
        ask="When did you sign the agreement?",
        help="Leave it open if it is not signed yet.",
    ),
    text(
        "test_phase.internship", "Days spent beside another entrepreneur: where, how long",
        feeds="dossier.test_phase",
        ask="Did you work beside another entrepreneur? Where, how long?",
        help="Some days in somebody else's business teach you much. Write it down if you did that, or will.",
        example="Rosa: five days in the coffee bar of Ines, in October.",
    ),
)

TRIAL = (
    text(
        "test_phase.hypotheses[].claim", "What must turn out to be true", feeds="dossier.test_phase",
        ask="What do you want to find out?",
        help="Write it as a sentence that can be true or not. Take what your plan depends on most.",
        example="Rosa: people on the square pay € 3 for a good coffee.",
    ),
    choice(
        "test_phase.hypotheses[].about", "What is it about?",
        Option("price", "Price"), Option("volume", "Quantity"), Option("customers", "Kind of customers"),
        Option("time", "Time for each one"),
        Option("cost", "Cost"), Option("other", "Something else"),
        feeds="dossier.test_phase",
    ),
    text(
        "test_phase.hypotheses[].success", "It is true if", feeds="dossier.test_phase",
        ask="What do you need to see to call it true?",
        help="Choose a number before you begin. Then the answer is clear afterwards.",
        example="Rosa: 50 coffees a day at € 3, on 8 of 10 days.",
    ),
    date(
        "test_phase.hypotheses[].deadline", "To be known by", feeds="dossier.test_phase",
        ask="When do you want to know it?",
    ),
    choice(
        "test_phase.hypotheses[].outcome", "Outcome",
        Option("true", "It was true", icon="ok"), Option("partly", "Partly", icon="busy"),
        Option("false", "It was not", icon="stop", hint="Good to know now. Change your plan."),
        Option("open", "Not known yet", icon="none"),
        feeds="dossier.test_phase",
        ask="What came out?",
        help="Choose the last one as long as the trial runs.",
    ),
    date(
        "test_phase.log[].week", "Week that begins on", feeds="dossier.test_phase",
        ask="On which Monday did the week begin?",
    ),
    number(
        "test_phase.log[].customers", "Customers", unit="customers", period=Period.WEEK, feeds="dossier.test_phase",
        ask="How many customers bought something this week?",
        help="Make a mark on paper for each customer. Count the marks in the evening.",
        example="Rosa: Monday to Friday 38, 45, 52, 41, 64. Together 240.",
        proof="receipts of the till, a photo of your list",
    ),
    amount(
        "test_phase.log[].sales", "Sales", period=Period.WEEK, vat=Vat.WITHOUT, feeds="dossier.test_phase",
        ask="For how much did you sell this week?",
        help="Take the amount without VAT. The cooperative can tell you.",
        example="Rosa: 240 coffees at € 2.50 without VAT: 240 × 2.50 = € 600.",
        proof="receipts of the till, invoices of the cooperative",
    ),
    amount(
        "test_phase.log[].costs", "Costs", period=Period.WEEK, vat=Vat.WITHOUT, feeds="dossier.test_phase",
        ask="What did you pay for it this week?",
        help="Goods, the place, transport: all that you paid to sell this week, without VAT.",
        example="Rosa: coffee and milk € 130, cups € 20, the place € 50: 130 + 20 + 50 = € 200.",
        proof="bills, receipts",
    ),
    number(
        "test_phase.log[].hours", "Hours worked", high=168, unit="hours", period=Period.WEEK,
        feeds="dossier.test_phase",
        ask="How many hours did you work this week?",
        help="Count everything: selling, buying, cleaning, paperwork, driving.",
        example="Rosa: 5 days of 7 hours and 3 hours to buy: 5 × 7 + 3 = 38.",
        proof="your diary, a list of hours",
    ),
    text(
        "test_phase.log[].learnt", "What was learnt", feeds="dossier.test_phase",
        ask="What did you learn this week?",
        example="Rosa: when it rains, I sell half. I need a roof.",
    ),
    choice(
        "test_phase.decision", "Decision after the trial",
        Option("start", "Start"), Option("change", "Change the plan"), Option("stop", "Stop"),
        feeds="dossier.test_phase", coach=True,
        ask="What is decided after the trial?",
        help="Decide it together with the entrepreneur.",
    ),
    long_text(
        "test_phase.decision_reasons", "Reasons for that decision", feeds="dossier.test_phase", coach=True,
        ask="What are the reasons for that decision?",
        help="Name the outcomes on which it rests. The dossier quotes this.",
        example="Price and quantity held on 8 of 10 days. "
                "Preparation takes twice the time planned: hours and capacity are adapted.",
    ),
)

PAGES = (
    Page(
        "trial", "Try it first",
        ("test_phase.planned", "test_phase.cooperative", "test_phase.months", "test_phase.cooperative_share",
         "test_phase.begins"),
    ),
    Page("beside_another", "Beside another entrepreneur", ("test_phase.internship",)),
    Page(
        "hypotheses", "What you want to find out",
        ("test_phase.hypotheses[].claim", "test_phase.hypotheses[].about", "test_phase.hypotheses[].success",
         "test_phase.hypotheses[].deadline"),
        "Your plan rests on some guesses. A trial shows if they are right.",
    ),
    Page(
        "weeks", "Week by week",
        ("test_phase.log[].week", "test_phase.log[].customers", "test_phase.log[].sales", "test_phase.log[].costs",
         "test_phase.log[].hours", "test_phase.log[].learnt"),
        "Fill in a row at the end of each week. It takes five minutes.",
    ),
    Page("outcomes", "What came out", ("test_phase.hypotheses[].outcome",)),
    Page("decision", "The decision", ("test_phase.decision", "test_phase.decision_reasons")),
)

PHASE = Phase(13, "test_phase", "Test phase", AGREEMENT + TRIAL, (HYPOTHESES, LOG), PAGES)
