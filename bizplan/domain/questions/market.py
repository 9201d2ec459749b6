"""Phase 4, the market: how many customers there are, who has been spoken to, and who else sells."""

from .asking import amount, choice, choices, date, long_text, number, share, text, twelve, yes_no
from .question import Group, Option, Period, Phase, Vat

INTERVIEWS = Group("market.interviews", "Conversations with possible customers")
ORDERS = Group("market.orders", "Orders and letters of intent")
COMPETITORS = Group("market.competitors", "Competitors")

CUSTOMERS = (
    long_text("market.region", "From which area do the customers come?", feeds="dossier.market", required=True),
    number("market.radius", "How far do customers come?", high=20_000, unit="km", feeds="dossier.market"),
    number(
        "market.potential_customers", "Possible customers in that area", unit="customers", feeds="dossier.market",
        required=True,
    ),
    text("market.potential_source", "Where this number was found", feeds="dossier.market"),
    number(
        "market.purchases_a_year", "How often one customer buys in a year", high=10_000, period=Period.YEAR,
        feeds="dossier.market",
    ),
    amount("market.spent_each_time", "What one customer spends each time", vat=Vat.WITH, feeds="dossier.market"),
    share("market.share_needed", "Share of that market that the plan needs", feeds="dossier.market"),
    twelve("products[].season", "Sales in each month of the year, 1 being a normal month", feeds="products[].season"),
    long_text(
        "market.season_reasons", "Why some months are busier (feasts, holidays, Ramadan, summer)",
        feeds="dossier.market",
    ),
    long_text("market.trends", "What is changing in this market?", feeds="dossier.market"),
    share(
        "market.largest_customer", "Share of the sales to the largest customer", feeds="dossier.market",
        required=True,
    ),
    long_text("market.one_community", "Does the business depend on one community?", feeds="dossier.market"),
)

EVIDENCE = (
    text("market.interviews[].who", "With whom", feeds="dossier.market"),
    date("market.interviews[].date", "Date", feeds="dossier.market"),
    long_text("market.interviews[].said", "What they said", feeds="dossier.market"),
    choice(
        "market.interviews[].would_buy", "Would they buy?",
        Option("yes", "Yes"), Option("perhaps", "Perhaps"), Option("no", "No"),
        feeds="dossier.market",
    ),
    amount("market.interviews[].would_pay", "What they would pay", vat=Vat.WITH, feeds="dossier.market"),
    text("market.orders[].customer", "Customer", feeds="dossier.market"),
    amount("market.orders[].amount", "Amount ordered", vat=Vat.WITHOUT, feeds="dossier.market"),
    choice(
        "market.orders[].proof", "Proof",
        Option("said", "Said"), Option("letter", "Letter of intent"), Option("order", "Signed order"),
        Option("paid", "Paid"),
        feeds="dossier.market",
    ),
)

COMPETITION = (
    text("market.competitors[].name", "Name", feeds="dossier.competitors", required=True),
    text("market.competitors[].address", "Address or website", feeds="dossier.competitors"),
    text("market.competitors[].price", "Their prices", feeds="dossier.competitors", required=True),
    long_text("market.competitors[].strength", "What they do well", feeds="dossier.competitors"),
    long_text("market.competitors[].weakness", "What they do less well", feeds="dossier.competitors"),
    date("market.competitors[].visited", "Visited on", feeds="dossier.competitors"),
    long_text("market.alternatives", "What else can customers do?", feeds="dossier.competitors"),
    long_text("market.why_us", "Why will customers choose this business?", feeds="dossier.competitors", required=True),
    choices(
        "market.proofs", "How has this been tried?",
        Option("test_sales", "Test sales"), Option("interviews", "Conversations"),
        Option("market_stall", "A stall at a market"),
        Option("internship", "Days beside another entrepreneur"), Option("online", "An online test"),
        feeds="dossier.market",
    ),
    yes_no(
        "market.employer_in_disguise", "Does one customer decide when and how the work is done?",
        feeds="dossier.market",
    ),
)

PHASE = Phase(4, "market", "Market", CUSTOMERS + EVIDENCE + COMPETITION, (INTERVIEWS, ORDERS, COMPETITORS))
