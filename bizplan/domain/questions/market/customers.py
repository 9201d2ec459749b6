"""The customers: where they are, how many, what they spend, when, and whether the business hangs on a few."""

from ..asking import amount, long_text, number, share, text, twelve, yes_no
from ..question import Period, Vat

AREA = (
    long_text(
        "market.region", "From which area do the customers come?", feeds="dossier.market", required=True,
        help="Name the towns or the neighbourhoods. Do you sell online? Then say where you deliver.",
        example="Samira: Genk and the villages around it. On Saturday people also come from Hasselt to the market.",
    ),
    number(
        "market.radius", "How far do customers come?", high=20_000, unit="km", feeds="dossier.market",
        help="Within which distance do most of them live? Count the kilometres to your place.",
        example="Samira asked 40 customers on the market where they live. Almost all live within 5 km.",
        proof="a list of postcodes of customers, a map",
    ),
)

SIZE = (
    number(
        "market.potential_customers", "Possible customers in that area", unit="customers", feeds="dossier.market",
        required=True,
        ask="How many possible customers live or work in that area?",
        help="Count people, families or businesses that could want this. Your city publishes how many live there. "
        "A lender looks at this first: are there enough of them?",
        example="13,000 families live within 5 km. Samira thinks that one in five eats this bread. 13,000 ÷ 5 = 2,600.",
        proof="figures of the city, a list of businesses, a count in the street",
    ),
    text(
        "market.potential_source", "Where this number was found", feeds="dossier.market",
        ask="Where did you find this number?",
        help="A website, a book, a person or your own count. Somebody else can then look it up.",
        example="Website of the city of Genk, page “The city in figures”, number of families in 2026.",
    ),
    number(
        "market.purchases_a_year", "How often one customer buys in a year", high=10_000, period=Period.YEAR,
        feeds="dossier.market",
        ask="How often does one customer buy in a year?",
        help="Think of a normal customer, not of the best one. Leave out weeks when you are closed.",
        example="Samira's customers come about once a week. Some weeks they are away: about 40 times a year.",
        proof="talks with customers, a list of your own sales",
    ),
    amount(
        "market.spent_each_time", "What one customer spends each time", vat=Vat.WITH, feeds="dossier.market",
        ask="How much does one customer spend each time?",
        help="Divide the money of a normal day by the number of customers. Take the price that customers pay.",
        example="On one Saturday 60 customers paid € 390 together. € 390 ÷ 60 = € 6.50.",
        proof="your notes of test sales, receipts",
    ),
    share(
        "market.share_needed", "Share of that market that the plan needs", feeds="dossier.market",
        ask="Which part of all that money does your plan need?",
        help="First count what all possible customers spend in a year. Then divide your own sales by it. "
        "A small part is easier to believe than a large one.",
        example="2,600 families × 40 times × € 6.50 = € 676,000. Samira plans sales of € 101,400. "
        "101,400 ÷ 676,000 = 15 %.",
        proof="the calculation, with the number of customers above",
    ),
)

YEAR = (
    twelve(
        "products[].season", "Sales in each month of the year, 1 being a normal month", feeds="products[].season",
        ask="How busy is each month of the year?",
        help="1 is a normal month. 2 is twice as much, 0.5 is half, 0 is closed. "
        "Think of feasts, holidays, the weather and your own days off.",
        example="Samira fills in 0.7 for August, when many families travel, and 1.2 for December. All others are 1.",
        proof="sales of an earlier year, a talk with somebody in the trade",
    ),
    long_text(
        "market.season_reasons", "Why some months are busier (feasts, holidays, Ramadan, summer)",
        feeds="dossier.market",
        ask="Why are some months busier than others?",
        help="Feasts, school holidays, Ramadan, summer or winter: say what happens in your trade.",
        example="Yonas: people take out their bicycles in March and April. In January almost nobody comes.",
    ),
    long_text(
        "market.trends", "What is changing in this market?", feeds="dossier.market",
        help="Think of prices, new habits, new rules and new shops. Say what it means for you.",
        example="Yonas: more people ride an electric bicycle. A repair pays more, but parts are dearer.",
    ),
)

DEPENDENCE = (
    share(
        "market.largest_customer", "Share of the sales to the largest customer", feeds="dossier.market",
        required=True,
        ask="Which part of your sales goes to your largest customer?",
        help="If one customer pays more than half, losing that customer can end the business. "
        "You may then also look like an employee. With many small customers it is a small part.",
        example="Zahra sells for € 3,000 a month. The dry cleaner pays her € 900. 900 ÷ 3,000 = 30 %.",
        proof="invoices, a contract, a list of customers",
    ),
    long_text(
        "market.one_community", "Does the business depend on one community?", feeds="dossier.market",
        help="For example customers who all speak one language or come from one country. "
        "That is a good start. Say how others will find you too.",
        example="Farida: seven in ten customers speak Dari or Persian now. Recipes in Dutch bring in the neighbours.",
    ),
)

INDEPENDENCE = (
    yes_no(
        "market.employer_in_disguise", "Does one customer decide when and how the work is done?",
        feeds="dossier.market",
        help="Who is self-employed decides alone on hours and way of working. "
        "If a customer decides, the authorities may see you as an employee. Talk about it with your coach.",
    ),
)

QUESTIONS = AREA + SIZE + YEAR + DEPENDENCE
