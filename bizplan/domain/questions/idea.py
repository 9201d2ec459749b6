"""Phase 3, the idea and its profile: what is sold to whom, for how much, and what it takes."""

from .asking import amount, choice, long_text, number, share, text, when_is, yes_no
from .question import Group, Option, Page, Period, Phase, Vat

PRODUCTS = Group("products", "Products and services")

STORY = (
    text(
        "idea.business_name", "Name of the business", feeds="dossier.summary", required=True,
        ask="What is the name of your business?",
        help="Choose a name that people can say and remember. A working name is fine for now.",
        example="Green Needle. Customers can say it in Dutch, French and English.",
    ),
    long_text(
        "idea.offer", "What do you sell?", feeds="dossier.project", quick=True, required=True,
        help="Name your products or services, as you would tell a customer. Say what is special about them.",
        example="Fresh fruit juice and salads in glass jars. I press the juice while the customer waits.",
    ),
    long_text(
        "idea.need", "Which problem or need does it solve?", feeds="dossier.project", quick=True, required=True,
        ask="Why do people need it?",
        help="Think of one customer. What is difficult for them, or what do they miss?",
        example="People near the station have 30 minutes for lunch. They want something fresh, and find only chips.",
    ),
    long_text(
        "idea.solved_now", "How do people solve it now?", feeds="dossier.project",
        ask="What do people do now, without you?",
        help="They may buy elsewhere, do it themselves, or do nothing. Ask three people.",
        example="They buy a cold sandwich in the supermarket, or they bring food from home.",
    ),
    long_text(
        "idea.customers", "Who are the customers?", feeds="dossier.project", quick=True, required=True,
        ask="Who are your customers?",
        help="Say who they are, where they live or work, and when they buy. “Everybody” is hard to reach.",
        example="Office workers between 25 and 45 near Leuven station. They buy from Monday to Friday, around noon.",
    ),
    choice(
        "idea.sector", "Kind of business",
        Option("bakery", "Bakery", icon="bread"),
        Option("restaurant", "Restaurant, snack bar or catering", icon="dish"),
        Option("food_truck", "Food truck", hint="You sell food from a vehicle"),
        Option("grocery", "Food shop"), Option("shop", "Other shop", hint="Also a shop on the internet"),
        Option("import", "Import and wholesale", icon="globe", hint="You buy abroad and sell to shops"),
        Option("clothing", "Clothing and tailoring"),
        Option("repair", "Repair", hint="Bicycles, telephones, machines, cars"),
        Option("crafts", "Crafts and making", hint="You make things by hand"),
        Option("construction", "Construction", hint="Painting, tiling, electricity, roofs"),
        Option("cleaning", "Cleaning"), Option("hair_and_beauty", "Hairdresser and beauty"),
        Option("transport", "Transport and delivery"), Option("it", "Information technology"),
        Option("language", "Interpreting, teaching and advice", icon="chat"),
        Option("care", "Care", hint="For children, older people or people who are ill"),
        Option("other", "Other"),
        feeds="dossier.project", quick=True, required=True,
        ask="Which kind of business is it?",
        help="Choose what comes closest. Each trade has its own rules and costs.",
    ),
    choice(
        "idea.sells_to", "Who pays: private customers or businesses?",
        Option("private", "Mostly private customers", hint="People who buy for themselves"),
        Option("business", "Mostly businesses", hint="Shops, offices, schools, associations"),
        Option("both", "Both"),
        feeds="dossier.project",
        ask="Who pays you: people or businesses?",
        help="People look at the price with VAT. Businesses look at the price without VAT, and often pay later.",
    ),
)

OFFER = (
    text(
        "products[].name", "Product or service", feeds="products[].name", quick=True, required=True,
        ask="Which product or service do you sell?",
        help="Take things together that have about the same price and cost. Three to five rows are often enough.",
        example="Juice of half a litre",
    ),
    choice(
        "products[].sold_by", "How is it counted?",
        Option("units", "By the piece", icon="bread", hint="You know how many you sell: breads, dresses, repairs"),
        Option("customers", "By customers a day and what they spend on average", icon="sale",
               hint="A shop or a restaurant: each customer buys something else"),
        Option("hours", "By hours worked and billed", icon="clock", hint="Your customer pays for each hour"),
        Option("subscriptions", "By subscribers who pay each month", icon="deal",
               hint="The same customer pays every month"),
        feeds="products[].demand", quick=True, default="units",
        ask="How do you count what you sell?",
        help="Choose how you would count at the end of a day.",
    ),
    number(
        "products[].units", "Units sold in a normal month", unit="units", period=Period.MONTH, quick=True,
        when=when_is("products[].sold_by", "units"), feeds="products[].demand.units", required=True,
        ask="How many do you sell in a normal month?",
        help="A normal month has no feast and no holiday. Count at a market or a shop like yours. A guess is fine.",
        example="I sold 30 jars on a market day. 30 jars × 2 days × 4 weeks = 240 jars a month.",
        proof="your list of test sales, orders, or a count at a shop like yours",
    ),
    number(
        "products[].customers_a_day", "Customers on a normal day", unit="customers", period=Period.DAY, quick=True,
        when=when_is("products[].sold_by", "customers"), feeds="products[].demand.customers_a_day", required=True,
        ask="How many customers buy on a normal day?",
        help="Count only people who buy. Do it at a shop like yours: a quiet hour and a busy hour.",
        example="A quiet hour had 3 buyers, a busy hour 9. That is about 6 × 8 hours = 48 customers a day.",
        proof="your count with date and hour, or the till slips of a test",
    ),
    number(
        "products[].open_days", "Opening days in a normal month", high=31, unit="days", period=Period.MONTH, quick=True,
        when=when_is("products[].sold_by", "customers"), feeds="products[].demand.open_days", required=True,
        ask="How many days are you open in a normal month?",
        help="Leave out closing days and days on which you only buy or clean.",
        example="I open from Tuesday to Saturday. 5 days × 52 weeks ÷ 12 months = about 22 days.",
        proof="your opening hours, or a calendar of the market",
    ),
    number(
        "products[].hours", "Hours worked in a normal month", high=100_000, unit="hours", period=Period.MONTH,
        quick=True,
        when=when_is("products[].sold_by", "hours"), feeds="products[].demand.hours", required=True,
        ask="How many hours do you work in a normal month?",
        help="Count all your hours: for customers, on the road and for paperwork. "
        "The next question asks which part customers pay.",
        example="40 hours a week × 52 weeks ÷ 12 months = about 173 hours a month.",
        proof="a list of your hours in a test month",
    ),
    share(
        "products[].billed_share", "Share of those hours that customers pay for", quick=True,
        when=when_is("products[].sold_by", "hours"), feeds="products[].demand.billed_share", required=True,
        ask="For which part of your hours do customers pay?",
        help="Travel, waiting and paperwork are mostly unpaid. That part is often larger than people think.",
        example="I work 40 hours a week. Customers pay for 28 of them. 28 ÷ 40 = 70 %.",
        proof="your list of hours beside your bills",
    ),
    number(
        "products[].subscribers", "Subscribers at the start", unit="subscribers",
        when=when_is("products[].sold_by", "subscriptions"), feeds="products[].demand.at_start",
        ask="How many subscribers do you have at the start?",
        help="Count only people who said yes with their name. Nobody yet? Then fill in 0.",
        example="Four of my pupils go on with me. So I start with 4.",
        proof="a list of names, or signed agreements",
    ),
    number(
        "products[].new_subscribers", "New subscribers a month", unit="subscribers", period=Period.MONTH, quick=True,
        when=when_is("products[].sold_by", "subscriptions"), feeds="products[].demand.new_a_month", required=True,
        ask="How many new subscribers come each month?",
        help="Think of how they find you. How many people do you talk to, and how many say yes?",
        example="I talk to 20 parents a month. About 1 in 10 says yes. That is 2 new pupils a month.",
        proof="the number of people asked and of people who said yes",
    ),
    share(
        "products[].churn", "Share of the subscribers that leaves each month", period=Period.MONTH,
        when=when_is("products[].sold_by", "subscriptions"), feeds="products[].demand.churn",
        ask="Which part of your subscribers stops each month?",
        help="Some people always stop: they move, or find something else. Ask a business like yours.",
        example="Of 50 pupils, 2 stop each month. 2 ÷ 50 = 4 %.",
        proof="a talk with a business like yours, or your own list",
    ),
    amount(
        "products[].price", "Price", vat=Vat.SAID, feeds="products[].price", quick=True, required=True,
        ask="What is your price?",
        help="The price for one: a piece, an hour, or a month. For a shop: what one customer spends on average. "
        "Look at the prices of three others first.",
        example="€ 6.50 for a jar of salad, with VAT. Two shops nearby ask € 6 and € 7.",
        proof="a photo of price lists of others, or till slips of your test sales",
    ),
    yes_no(
        "products[].price_includes_vat", "Does this price include VAT?", feeds="products[].price_includes_vat",
        default=True,
        help="VAT is a tax that your customer pays to you. You pass it on to the state. "
        "Prices for private customers include VAT, prices for businesses mostly do not.",
    ),
    choice(
        "products[].cost_by", "How is the cost of buying or making one known?",
        Option("unit", "As an amount for one", hint="You know what goes into one, in euros"),
        Option("share", "As a share of the price", hint="For a shop with many different goods"),
        feeds="products[].supply", default="unit",
        ask="How do you know what one costs you?",
    ),
    amount(
        "products[].cost_per_unit", "What you pay to buy or make one", vat=Vat.WITHOUT, quick=True, required=True,
        when=when_is("products[].cost_by", "unit"), feeds="products[].supply.cost_per_unit",
        ask="What do you pay to buy or make one?",
        help="Add up the goods, the materials and the packaging, without VAT. "
        "Leave out your own time and the rent: they come later. For work by the hour this can be 0.",
        example="Vegetables € 1.50 + dressing € 0.30 + jar € 0.40 = € 2.20 for one salad.",
        proof="a bill or a quote of your supplier",
    ),
    share(
        "products[].cost_share", "Cost as a share of the price without VAT", high=10, vat=Vat.WITHOUT, required=True,
        when=when_is("products[].cost_by", "share"), feeds="products[].supply.cost_share",
        ask="Which part of your price pays for the goods?",
        help="Take both without VAT: what you pay for the goods, and what you ask for them.",
        example="I buy rice for € 1.80 and sell it for € 3, both without VAT. 1.80 ÷ 3 = 60 %.",
        proof="bills of your supplier beside your price list",
    ),
)

PAGES = (
    Page("offer", "What you sell", ("idea.offer", "idea.sector")),
    Page("need", "Why people need it", ("idea.need", "idea.solved_now")),
    Page("customers", "Your customers", ("idea.customers", "idea.sells_to")),
    Page("name", "The name of your business", ("idea.business_name",)),
    Page(
        "products", "Your products and services", ("products[].name", "products[].sold_by"),
        "Begin with what sells best. You can add more at any time.",
    ),
    Page(
        "quantities", "How much you sell",
        (
            "products[].units", "products[].customers_a_day", "products[].open_days", "products[].hours",
            "products[].billed_share", "products[].subscribers", "products[].new_subscribers", "products[].churn",
        ),
        "Think of a normal month, when your business is running well.",
    ),
    Page("prices", "Your prices", ("products[].price", "products[].price_includes_vat")),
    Page(
        "costs", "What it costs you", ("products[].cost_by", "products[].cost_per_unit", "products[].cost_share"),
        "Only what you pay for each piece, hour or customer. Rent and other fixed costs come later.",
    ),
)

PHASE = Phase(3, "idea", "Idea and profile", STORY + OFFER, (PRODUCTS,), PAGES)
