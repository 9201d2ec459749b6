"""Phase 12, risks: strengths and weaknesses, what can go wrong, what is done then, and when to stop."""

from .asking import choice, long_text, text
from .question import Group, Option, Page, Phase

GROUPS = (
    Group("risks.strengths", "Strengths"),
    Group("risks.weaknesses", "Weaknesses"),
    Group("risks.opportunities", "Opportunities"),
    Group("risks.threats", "Threats"),
    Group("risks.main", "Main risks"),
)

CHANCES = (Option("low", "Low"), Option("middling", "Middling"), Option("high", "High"))

SWOT = (
    text(
        "risks.strengths[].text", "Strength", feeds="dossier.risks",
        ask="What are you good at?",
        help="Something that you or your business does better than others. Try to find three.",
        example="Rosa: I ran a café for six years. I know how to keep guests.",
    ),
    text(
        "risks.weaknesses[].text", "Weakness", feeds="dossier.risks",
        ask="What is still difficult for you?",
        help="Every business has weak points. Who knows them can do something about them. Try to find two.",
        example="Rosa: I write Dutch slowly, so e-mails take me long.",
    ),
    text(
        "risks.opportunities[].text", "Opportunity", feeds="dossier.risks",
        ask="What happens around you that can help you?",
        help="Something outside your business: in your street, your trade, your town. Try to find two.",
        example="Rosa: two offices open beside the station next year.",
    ),
    text(
        "risks.threats[].text", "Threat", feeds="dossier.risks",
        ask="What happens around you that can harm you?",
        help="Something outside your business that you cannot change. Try to find two.",
        example="Rosa: works in the street from March to June.",
    ),
)

MAIN = (
    text(
        "risks.main[].name", "What can go wrong", feeds="dossier.risks", required=True,
        ask="What can go wrong?",
        help="Name what worries you most, each in a row. Five is enough. A lender trusts a plan that sees its risks.",
        example="Yonas: a cargo bike is stolen.",
    ),
    choice(
        "risks.main[].about", "What is it about?",
        Option("sales", "Sales", hint="Fewer customers, or one big customer leaves."),
        Option("illness", "Illness", hint="You cannot work for some weeks."),
        Option("supplier", "A supplier", hint="No goods, or a much higher price."),
        Option("premises", "The premises", hint="The landlord, works, a fire."),
        Option("residence", "The residence permit", hint="It ends, or a new one comes late."),
        Option("import", "Import and currency", hint="Customs, transport, the price of money."),
        Option("theft", "Theft and damage"),
        Option("debts", "Debts", hint="You or your customers pay late."),
        Option("family", "The family", hint="Somebody needs you, or a partner loses a job."),
        Option("other", "Something else"),
        feeds="dossier.risks", default="other",
    ),
    choice(
        "risks.main[].chance", "Chance", *CHANCES, feeds="dossier.risks", required=True,
        ask="How likely is it?",
        help="Low: hardly ever. Middling: once in some years. High: probably in the first year.",
    ),
    choice(
        "risks.main[].impact", "Impact", *CHANCES, feeds="dossier.risks", required=True,
        ask="How bad would it be?",
        help="Low: a bad week. Middling: a bad month. High: the business may stop.",
    ),
    text(
        "risks.main[].sign", "How will you notice it?", feeds="dossier.risks",
        help="Choose a sign that you can see early.",
        example="Rosa: fewer than 40 coffees a day, two weeks in a row.",
    ),
    long_text(
        "risks.main[].measure", "What will you do?", feeds="dossier.risks", required=True,
        help="What do you do so that it does not happen? And what if it does?",
        example="Yonas: each bike has two locks and sleeps indoors. I insure them against theft. "
                "The rental shop lends me one the same day.",
    ),
)

PLAN_B = (
    long_text(
        "risks.if_sales_are_lower", "What if sales are a fifth lower?", feeds="dossier.risks", required=True,
        help="A fifth lower: 4 customers where you expected 5. Look at your figures: how long does the money last?",
        example="Rosa: I close on Monday and cater for one party a month. "
                "Then I can pay the loan and take € 300 less for myself.",
    ),
    long_text(
        "risks.if_the_start_is_later", "What if the start is three months later?", feeds="dossier.risks",
        help="A permit or works often take longer. Which costs run on, and who pays them?",
        example="Rosa: I keep my job until the permit is here. I sign the lease only then.",
    ),
    long_text(
        "risks.if_costs_are_higher", "What if costs are a tenth higher?", feeds="dossier.risks",
        help="Where € 100 becomes € 110. Can you raise your price, buy elsewhere, or do with less?",
        example="Rosa: I ask € 0.20 more for a coffee. The bar in the station already does.",
    ),
    long_text(
        "risks.plan_b", "Plan B", feeds="dossier.risks", required=True,
        ask="What is your plan B?",
        help="If this plan does not work as you hope: what else do you do, and how does your household live?",
        example="Rosa: I go on at markets only, without the fixed place. Beside it I work half time in a café.",
    ),
    long_text(
        "risks.stop_when", "When will you stop?", feeds="dossier.risks",
        help="Decide it now, with a number and a date. To stop in time is good business: it limits your loss.",
        example="Rosa: if I cannot take € 1,000 a month for myself after one year.",
    ),
    long_text(
        "risks.left_to_pay", "What remains to be paid if you stop, and from what?", feeds="dossier.risks",
        ask="If you stop, what is left to pay, and from what?",
        help="Think of the loan, the rent until the end of the lease, bills. "
             "What can you sell, and for how much?",
        example="Rosa: € 3,000 of the loan and two months' rent, € 1,200. The bar sells for € 2,500. "
                "I pay the rest from a wage.",
    ),
)

PAGES = (
    Page("strengths", "Your strengths", ("risks.strengths[].text",)),
    Page("weaknesses", "Your weak points", ("risks.weaknesses[].text",)),
    Page("opportunities", "What can help you", ("risks.opportunities[].text",)),
    Page("threats", "What can harm you", ("risks.threats[].text",)),
    Page(
        "main_risks", "What can go wrong",
        ("risks.main[].name", "risks.main[].about", "risks.main[].chance", "risks.main[].impact"),
    ),
    Page("measures", "What you do about it", ("risks.main[].sign", "risks.main[].measure")),
    Page(
        "setbacks", "Three setbacks",
        ("risks.if_sales_are_lower", "risks.if_the_start_is_later", "risks.if_costs_are_higher"),
        "Every lender asks these three. Short answers are fine.",
    ),
    Page("plan_b", "If it does not work", ("risks.plan_b", "risks.stop_when", "risks.left_to_pay")),
)

PHASE = Phase(12, "risks", "Risks", SWOT + MAIN + PLAN_B, GROUPS, PAGES)
