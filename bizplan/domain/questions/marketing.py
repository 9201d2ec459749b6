"""Phase 5, marketing: assortment, price, place and promotion, and how customers pay."""

from . import customer_payments
from .asking import amount, choice, choices, long_text, plan_month, text
from .question import Group, Option, Page, Phase, Vat

ACTIONS = Group("marketing.actions", "Marketing actions")
FIRST_CUSTOMERS = Group("marketing.first_customers", "First customers")

MIX = (
    long_text(
        "marketing.assortment", "Assortment, packaging and service", feeds="dossier.marketing",
        ask="What can customers choose from, and how do they get it?",
        help="The kinds and sizes that you sell, and the packaging. Also what you do besides, such as delivering.",
        example="Samira: three flat breads, four pastries and a dish for feasts. In paper bags, to order by phone.",
    ),
    choice(
        "products[].price_method", "How was the price set?",
        Option("cost", "From the cost", hint="You add up what it costs and add your margin."),
        Option("competitors", "From the competitors' prices", hint="You looked at what others charge."),
        Option("value", "From what it is worth to the customer", hint="You asked what customers gain by it."),
        feeds="dossier.marketing",
        ask="How did you choose this price?",
        help="Choose what weighed most. Check the two others too: a price below your cost loses money on each sale.",
    ),
    long_text(
        "marketing.discounts", "Discounts: to whom, and how much", feeds="dossier.marketing",
        ask="Do you give discounts? To whom, and how much?",
        help="Each discount comes out of your own pay. None is a good answer too.",
        example="Samira: restaurants pay € 2.20 instead of € 2.60, from 50 breads a week.",
    ),
    choices(
        "marketing.channels", "Where do you sell?",
        Option("shop", "In a shop"), Option("market", "On markets"), Option("at_customers", "At the customers'"),
        Option("online", "Online"),
        Option(
            "platform", "Through a delivery or booking platform",
            hint="An app or website brings you customers and keeps a part of the price.",
        ),
        Option("workshop", "In a workshop or office"),
        feeds="dossier.marketing", required=True,
        help="Choose all the places where customers buy from you.",
    ),
    text(
        "marketing.website", "Website and social media", feeds="dossier.marketing",
        ask="Where can people find you online?",
        help="A website, a page on social media or a map. Say in which languages you write there.",
        example="Shirin: Instagram @krulenkleur and a booking page, in Dutch and Persian.",
    ),
    text(
        "marketing.sign", "Name, logo and sign (and whether the sign is permitted)", feeds="dossier.marketing",
        ask="How do people recognise you in the street?",
        help="Your name, logo and sign. A sign on the front often needs a permit: ask the town hall.",
        example="Shirin: a blue sign “Krul en Kleur” above the window. The town hall said that it is permitted.",
    ),
    text(
        "marketing.opening_hours", "Opening hours", feeds="dossier.marketing",
        ask="When are you open, or can people reach you?",
        help="Compare with the hours at which your customers are free. Keep hours for buying and bookkeeping too.",
        example="Samira: Wednesday to Sunday, 7 to 18 o'clock.",
    ),
    long_text(
        "marketing.after_sales", "After the sale: complaints, repairs, reviews", feeds="dossier.marketing",
        ask="What do you do when a customer is not happy?",
        help="Complaints, repairs, money back, and how you ask for reviews. A customer who comes back costs nothing.",
        example="Yonas: a repair that fails within three months is done again for free.",
    ),
)

PROMOTION = (
    text(
        "marketing.actions[].name", "Action", feeds="dossier.marketing",
        ask="What will you do so that people know you?",
        help="One action at a time. Telling people yourself is an action too.",
        example="1,500 flyers in the letterboxes of the neighbourhood.",
    ),
    plan_month(
        "marketing.actions[].month", "Month of the plan in which it begins", feeds="dossier.marketing",
        ask="In which month of the plan does it begin?",
        help="1 is the first month of the plan.",
        example="The plan begins in March. The flyers come in April: month 2.",
        proof="an agreement with the printer or the website",
    ),
    amount(
        "marketing.actions[].cost", "What it costs (enter it among the costs too)", vat=Vat.WITHOUT,
        feeds="dossier.marketing",
        ask="What does it cost, without VAT?",
        help="This is for the dossier only. Enter the same amount among the costs too, so that it is counted.",
        example="Printing € 95 and somebody to hand them out € 60: 95 + 60 = € 155.",
        proof="a quote, a price on a website",
    ),
    text(
        "marketing.actions[].result", "What it should bring", feeds="dossier.marketing",
        ask="What do you expect from it?",
        help="Name a number that you can count later.",
        example="30 new customers in the first two weeks.",
    ),
    text(
        "marketing.first_customers[].name", "Name", feeds="dossier.marketing",
        ask="Who will be one of your first customers?",
        help="A real person or business. A first name is enough.",
        example="Café De Koers in Genk.",
    ),
    text(
        "marketing.first_customers[].why", "Why they will buy", feeds="dossier.marketing",
        ask="Why will they buy from you?",
        example="They tasted the bread on the market, and their supplier stops in June.",
    ),
)

PAGES = (
    Page("offer", "What you offer", ("marketing.assortment", "marketing.discounts", "marketing.after_sales")),
    Page("places", "Where and when you sell", ("marketing.channels", "marketing.opening_hours")),
    Page("name", "How people find you", ("marketing.sign", "marketing.website")),
    Page(
        "first_customers", "Your first customers",
        ("marketing.first_customers[].name", "marketing.first_customers[].why"),
        intro="Try to name ten. They are the sales of your first month.",
    ),
    Page(
        "actions", "How you become known",
        (
            "marketing.actions[].name", "marketing.actions[].month", "marketing.actions[].cost",
            "marketing.actions[].result",
        ),
    ),
    Page("price_method", "How you chose your prices", ("products[].price_method",)),
    *customer_payments.PAGES,
)

PHASE = Phase(
    5, "marketing", "Marketing", MIX + PROMOTION + customer_payments.QUESTIONS, (ACTIONS, FIRST_CUSTOMERS), PAGES,
)
