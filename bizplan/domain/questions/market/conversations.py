"""What customers said and ordered before the start: what the market of the plan rests on."""

from ..asking import amount, choice, choices, date, long_text, text
from ..question import Group, Option, Page, Vat

INTERVIEWS = Group("market.interviews", "Conversations with possible customers")
ORDERS = Group("market.orders", "Orders and letters of intent")

TALKS = (
    text(
        "market.interviews[].who", "With whom", feeds="dossier.market",
        ask="Whom did you speak with?",
        help="A first name or a description is enough. Family does not count.",
        example="A mother with two children, on the market in Genk.",
    ),
    date("market.interviews[].date", "Date", feeds="dossier.market", ask="When did you speak?"),
    long_text(
        "market.interviews[].said", "What they said", feeds="dossier.market",
        ask="What did they say?",
        help="Write it in their own words, good or bad. Ask what they do now, before you ask about your own idea.",
        example="“I now drive to Hasselt for this bread. I would come on Wednesday too, after school.”",
    ),
    choice(
        "market.interviews[].would_buy", "Would they buy?",
        Option("yes", "Yes", icon="ok"), Option("perhaps", "Perhaps", icon="busy"), Option("no", "No", icon="none"),
        feeds="dossier.market",
        help="“Yes” if they would buy this month. Being friendly is not yet buying.",
    ),
    amount(
        "market.interviews[].would_pay", "What they would pay", vat=Vat.WITH, feeds="dossier.market",
        ask="How much would they pay for it?",
        help="Ask what they pay now for something similar. Leave it open if you did not ask.",
        example="She pays € 2.40 for such a bread now. For a fresh one she would pay € 2.60. Samira wrote down € 2.60.",
        proof="your notes of the talk",
    ),
)

COMMITMENTS = (
    text(
        "market.orders[].customer", "Customer", feeds="dossier.market",
        ask="Which customer wants to buy?",
        help="The name of the person or the business.",
        example="Restaurant Zaytouna in Genk.",
    ),
    amount(
        "market.orders[].amount", "Amount ordered", vat=Vat.WITHOUT, feeds="dossier.market",
        ask="For how much do they want to buy?",
        help="The whole order, without VAT. For an order that comes back, count one year.",
        example="50 breads a week at € 2.20, for 46 weeks: 50 × 2.20 × 46 = € 5,060.",
        proof="the order, the letter, a message on the phone",
    ),
    choice(
        "market.orders[].proof", "Proof",
        Option("said", "Said", icon="chat", hint="You heard it, there is nothing on paper"),
        Option("letter", "Letter of intent", icon="quote", hint="They wrote that they plan to buy"),
        Option("order", "Signed order", icon="deal", hint="They signed for a number and a price"),
        Option("paid", "Paid", icon="sale", hint="You have the money, or a part of it"),
        feeds="dossier.market",
        ask="How sure is this order?",
        help="A letter of intent is a short letter: “We plan to buy this from you, at this price.”",
    ),
)

TRIALS = (
    choices(
        "market.proofs", "How has this been tried?",
        Option("test_sales", "Test sales", hint="You sold a few, and people paid"),
        Option("interviews", "Conversations", hint="You asked people what they need and pay"),
        Option("market_stall", "A stall at a market", hint="You stood at a market or a fair"),
        Option("internship", "Days beside another entrepreneur", hint="You looked along in a business like yours"),
        Option("online", "An online test", hint="You showed it online, and people answered"),
        feeds="dossier.market",
        ask="How have you tried out your idea?",
        help="Choose everything that you did. Nothing yet? Choose nothing: your coach helps you to plan a test.",
    ),
)

QUESTIONS = TALKS + COMMITMENTS

PAGES = (
    Page("trials", "What you tried", ("market.proofs",)),
    Page(
        "interviews", "Talks with customers", tuple(each.key for each in TALKS),
        intro="Ten talks make a plan strong. Write each one down on the same day.",
    ),
    Page(
        "orders", "Orders that you have", tuple(each.key for each in COMMITMENTS),
        intro="Does somebody want to buy already? If nobody does yet, go on.",
    ),
)
