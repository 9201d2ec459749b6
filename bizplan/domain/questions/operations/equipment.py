"""Things that last: machines, furniture, vehicles, works; what they cost, how long they serve, what they bring."""

from ..asking import amount, choice, date, number, plan_month, share, text, yes_no
from ..question import Group, Option, Page, Vat
from ..vat_rates import ON_PURCHASES

EQUIPMENT = Group("equipment", "Things that last", most=100)

BUYING = (
    text(
        "equipment[].name", "What", feeds="equipment[].name", quick=True, required=True,
        ask="What do you need?",
        help="One thing that serves longer than a year. Small things of the same kind may stand together.",
        example="A second-hand deck oven.",
    ),
    choice(
        "equipment[].kind", "What kind of thing?",
        Option("formation", "Costs of setting up the business", value="20", hint="For example the notary"),
        Option("rights", "Software, licence, key money", value="21",
               hint="Key money is what you pay to take over a shop with its customers"),
        Option("works", "Building or works on it", value="22"),
        Option("machines", "Machines and tools", value="23"),
        Option("computers", "Computers and telephones", value="24"),
        Option("furniture", "Furniture and shop fittings", value="24"),
        Option("car", "Car", value="24"),
        Option("van", "Van or other vehicle", value="24"),
        Option("bicycles", "Bicycles", value="24"),
        feeds="equipment[].account", default="machines",
        help="The kind decides how long it usually serves, and how much VAT you get back.",
    ),
    amount(
        "equipment[].price", "Price", vat=Vat.SAID, feeds="equipment[].price", quick=True, required=True,
        ask="What does it cost?",
        help="With transport and installation. Is it yours already? Then what somebody would pay for it today.",
        example="Samira's oven: € 7,800, transport and installation € 400. 7,800 + 400 = € 8,200.",
        proof="a quote, an advertisement, a photo of the price list",
    ),
    yes_no(
        "equipment[].includes_vat", "Does this price include VAT?", feeds="equipment[].includes_vat", default=False,
        help="VAT is the tax that sellers add to their price. A shop shows prices with VAT, a quote often without.",
    ),
    choice(
        "equipment[].vat", "VAT rate", *ON_PURCHASES, feeds="equipment[].vat_rate", default="none", required=True,
        ask="Which VAT rate is on it?",
        help="It stands on the quote or the receipt. A private person who sells to you adds no VAT.",
    ),
)

TAXES = (
    share(
        "equipment[].vat_deductible", "Share of the VAT that may be deducted", feeds="equipment[].vat_deductible",
        ask="Which part of its VAT do you get back?",
        help="Only the part that you use for work counts; for a car there is a maximum. "
        "Leave it open, and the plan takes the usual part.",
        example="Oksana drives 100 days for work out of 250: 100 ÷ 250 = 40 %.",
        proof="your bookkeeper, a list of the kilometres you drive",
    ),
    share(
        "equipment[].tax_deductible", "Share that lowers the taxable profit", feeds="equipment[].tax_deductible",
        ask="Which part of it counts as a cost for your taxes?",
        help="For most things it is all: 100 %. For a car, or for a thing that you also use at home, it is less.",
        example="Omar uses his computer for work on four of five days: 4 ÷ 5 = 80 %.",
        proof="your bookkeeper",
    ),
)

SERVING = (
    plan_month(
        "equipment[].month", "Month of the plan in which it is bought", feeds="equipment[].month",
        ask="In which month of the plan do you buy it?",
        help="1 is the first month of the plan. Is it yours already? Fill in 1.",
        example="The plan begins in March. Grâce buys a second freezer in June: month 4.",
        proof="a quote with a delivery date",
    ),
    number(
        "equipment[].life_years", "Years that it will serve", low=1, high=50, unit="years",
        feeds="equipment[].life_years",
        ask="For how many years will it serve you?",
        help="Its price is spread over these years. Leave it open, and the plan takes the usual number for this kind.",
        example="Samira's oven is six years old. Such ovens serve about 14 years: 14 − 6 = 8. She takes 6.",
        proof="the seller, somebody in the trade",
    ),
    yes_no(
        "equipment[].second_hand", "Is it second-hand?", feeds="equipment[].second_hand", default=False,
        help="Second-hand costs less, but some help with taxes is for new things only.",
    ),
)

SELLING = (
    amount(
        "equipment[].residual", "What it is still worth after those years", vat=Vat.WITHOUT,
        feeds="equipment[].residual",
        ask="What is it still worth after those years?",
        help="What somebody would pay for it then. Most things: 0.",
        example="Grâce looked at food trucks that are six years older than hers. They cost about € 6,000.",
        proof="advertisements for older ones",
    ),
    plan_month(
        "equipment[].sale_month", "Month of the plan in which it is sold (leave out if it is kept)",
        feeds="equipment[].sale_month",
        ask="In which month of the plan do you sell it?",
        help="Leave it open if you keep it.",
        example="Oksana sells the old van when the new one comes: month 24.",
        proof="the agreement with the buyer",
    ),
    amount(
        "equipment[].sale_price", "What it is sold for", vat=Vat.WITHOUT, feeds="equipment[].sale_price",
        ask="For how much do you sell it?",
        help="Without VAT. Leave it open if you keep it. A dealer pays less than a private buyer.",
        example="Such vans cost € 3,500 in advertisements. A dealer offered € 3,000. Oksana fills in € 3,000.",
        proof="an offer of a buyer, advertisements",
    ),
)

ORIGIN = (
    yes_no(
        "equipment[].in_kind", "Do you own it already and bring it in?", feeds="equipment[].in_kind", default=False,
        help="What you own and will use in the business counts as your own contribution. You pay nothing for it.",
    ),
    text(
        "equipment[].supplier", "Supplier, and date of the quote", feeds="dossier.investment",
        ask="Who sells it, and when did you get the quote?",
        help="A quote is a written price. A lender wants to see one for each large thing.",
        example="Bakery machines Peeters in Beringen, quote of 12 January 2027.",
    ),
    date(
        "equipment[].quote_until", "Quote valid until", feeds="dossier.investment",
        ask="Until when does the seller keep this price?",
        help="It often stands at the foot of the quote. After that day the price may change. Leave it open if there is "
             "no quote.",
    ),
)

QUESTIONS = BUYING + TAXES + SERVING + SELLING + ORIGIN

PAGES = (
    Page(
        "things", "Things that last", tuple(each.key for each in BUYING),
        intro="What you need before you start, and later. What you own already belongs here too.",
    ),
    Page("things_use", "When you get it and how long it serves", tuple(each.key for each in ORIGIN + SERVING)),
    Page(
        "things_after", "Taxes and selling it again", tuple(each.key for each in TAXES + SELLING),
        intro="You may leave this open. Your bookkeeper or coach can help.",
    ),
)
