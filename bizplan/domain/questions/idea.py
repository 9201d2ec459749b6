"""Phase 3, the idea and its profile: what is sold to whom, for how much, and what it takes."""

from .asking import amount, choice, long_text, number, share, text, when_is, yes_no
from .question import Group, Option, Period, Phase, Vat

PRODUCTS = Group("products", "Products and services")

STORY = (
    text("idea.business_name", "Name of the business", feeds="dossier.summary", required=True),
    long_text("idea.offer", "What do you sell?", feeds="dossier.project", quick=True, required=True),
    long_text("idea.need", "Which problem or need does it solve?", feeds="dossier.project", quick=True, required=True),
    long_text("idea.solved_now", "How do people solve it now?", feeds="dossier.project"),
    long_text("idea.customers", "Who are the customers?", feeds="dossier.project", quick=True, required=True),
    choice(
        "idea.sector", "Kind of business",
        Option("bakery", "Bakery"), Option("restaurant", "Restaurant, snack bar or catering"),
        Option("food_truck", "Food truck"), Option("grocery", "Food shop"), Option("shop", "Other shop"),
        Option("import", "Import and wholesale"), Option("clothing", "Clothing and tailoring"),
        Option("repair", "Repair"), Option("crafts", "Crafts and making"), Option("construction", "Construction"),
        Option("cleaning", "Cleaning"), Option("hair_and_beauty", "Hairdresser and beauty"),
        Option("transport", "Transport and delivery"), Option("it", "Information technology"),
        Option("language", "Interpreting, teaching and advice"), Option("care", "Care"), Option("other", "Other"),
        feeds="dossier.project", quick=True, required=True,
    ),
    choice(
        "idea.sells_to", "Who pays: private customers or businesses?",
        Option("private", "Mostly private customers"),
        Option("business", "Mostly businesses"),
        Option("both", "Both"),
        feeds="dossier.project",
    ),
)

OFFER = (
    text("products[].name", "Product or service", feeds="products[].name", quick=True, required=True),
    choice(
        "products[].sold_by", "How is it counted?",
        Option("units", "By the piece"),
        Option("customers", "By customers a day and what they spend on average"),
        Option("hours", "By hours worked and billed"),
        Option("subscriptions", "By subscribers who pay each month"),
        feeds="products[].demand", quick=True, default="units",
    ),
    number(
        "products[].units", "Units sold in a normal month", unit="units", period=Period.MONTH, quick=True,
        when=when_is("products[].sold_by", "units"), feeds="products[].demand.units", required=True,
    ),
    number(
        "products[].customers_a_day", "Customers on a normal day", unit="customers", period=Period.DAY, quick=True,
        when=when_is("products[].sold_by", "customers"), feeds="products[].demand.customers_a_day", required=True,
    ),
    number(
        "products[].open_days", "Opening days in a normal month", high=31, unit="days", period=Period.MONTH, quick=True,
        when=when_is("products[].sold_by", "customers"), feeds="products[].demand.open_days", required=True,
    ),
    number(
        "products[].hours", "Hours worked in a normal month", high=100_000, unit="hours", period=Period.MONTH,
        quick=True,
        when=when_is("products[].sold_by", "hours"), feeds="products[].demand.hours", required=True,
    ),
    share(
        "products[].billed_share", "Share of those hours that customers pay for", quick=True,
        when=when_is("products[].sold_by", "hours"), feeds="products[].demand.billed_share", required=True,
    ),
    number(
        "products[].subscribers", "Subscribers at the start", unit="subscribers",
        when=when_is("products[].sold_by", "subscriptions"), feeds="products[].demand.at_start",
    ),
    number(
        "products[].new_subscribers", "New subscribers a month", unit="subscribers", period=Period.MONTH, quick=True,
        when=when_is("products[].sold_by", "subscriptions"), feeds="products[].demand.new_a_month", required=True,
    ),
    share(
        "products[].churn", "Share of the subscribers that leaves each month", period=Period.MONTH,
        when=when_is("products[].sold_by", "subscriptions"), feeds="products[].demand.churn",
    ),
    amount("products[].price", "Price", vat=Vat.SAID, feeds="products[].price", quick=True, required=True),
    yes_no(
        "products[].price_includes_vat", "Does this price include VAT?", feeds="products[].price_includes_vat",
        default=True,
    ),
    choice(
        "products[].cost_by", "How is the cost of buying or making one known?",
        Option("unit", "As an amount for one"),
        Option("share", "As a share of the price"),
        feeds="products[].supply", default="unit",
    ),
    amount(
        "products[].cost_per_unit", "What you pay to buy or make one", vat=Vat.WITHOUT, quick=True, required=True,
        when=when_is("products[].cost_by", "unit"), feeds="products[].supply.cost_per_unit",
    ),
    share(
        "products[].cost_share", "Cost as a share of the price without VAT", high=10, vat=Vat.WITHOUT, required=True,
        when=when_is("products[].cost_by", "share"), feeds="products[].supply.cost_share",
    ),
)

PHASE = Phase(3, "idea", "Idea and profile", STORY + OFFER, (PRODUCTS,))
