"""What is offered, at which price and where: the assortment, the discounts, the places and the hours."""

from ..asking import choice, choices, long_text, text
from ..question import Option

QUESTIONS = (
    long_text(
        "marketing.assortment", "Assortment, packaging and service", feeds="dossier.marketing",
        ask="What can customers choose from, and how do they get it?",
        help="The kinds and sizes that you sell, and the packaging. Also what you do besides, such as delivering.",
        example="Samira: three flat breads, four pastries and a dish for feasts. In paper bags, to order by phone.",
    ),
    choice(
        "products[].price_method", "How was the price set?",
        Option("cost", "From the cost", hint="You add up what it costs and add your margin"),
        Option("competitors", "From the competitors' prices", hint="You looked at what others charge"),
        Option("value", "From what it is worth to the customer", hint="You asked what customers gain by it"),
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
            hint="An app or website brings you customers and keeps a part of the price",
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
        help="Complaints, repairs, money back, and how you ask for reviews. "
        "A customer who comes back costs no advertising.",
        example="Yonas: a repair that fails within three months is done again for free.",
    ),
)
