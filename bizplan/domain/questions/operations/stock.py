"""What is bought for the products: its VAT, how much is kept and thrown away, imports, and the suppliers."""

from ..asking import amount, choice, months, number, share, text, when_is, yes_no
from ..question import Group, Page, Vat
from ..vat_rates import ON_PURCHASES

SUPPLIERS = Group("operations.suppliers", "Suppliers")
IMPORTED = when_is("products[].imported", True)

RATE = (
    choice(
        "products[].supply_vat", "VAT rate on what is bought for it", *ON_PURCHASES,
        feeds="products[].supply.vat_rate", default="none",
        ask="Which VAT rate do you pay on what you buy for it?",
        help="It stands on the invoice of your supplier. Are there several rates? Choose the one you pay most on.",
    ),
)

KEEPING = (
    share(
        "products[].waste", "Share of what is bought that is thrown away", high=0.95, feeds="products[].supply.waste",
        ask="Which part of what you buy do you throw away?",
        help="Food that goes bad, cloth that is left over, things that break. Measure it for a week. "
        "If it is nothing, fill in 0.",
        example="Farida bought fruit for € 500 in a week and threw away € 40. 40 ÷ 500 = 8 %.",
        proof="your notes of a week, somebody in the trade",
    ),
    amount(
        "products[].opening_stock", "Stock that you own already and bring in", vat=Vat.WITHOUT,
        feeds="products[].supply.opening_stock",
        ask="How much stock do you own already?",
        help="What you paid for it, without VAT. It counts as your own contribution. If you have none, fill in 0.",
        example="Zahra has 60 m of cloth at € 9 and buttons for € 60. 60 × 9 + 60 = € 600.",
        proof="receipts, photos, a list",
    ),
    amount(
        "products[].first_stock", "First stock, bought in the first month", vat=Vat.WITHOUT,
        feeds="products[].supply.first_stock", quick=True,
        ask="How much stock do you buy to start with?",
        help="What is on the shelves or in the store on the first day, at buying price. A service often needs none: 0.",
        example="Farida: rice € 2,400, tea € 600, nuts € 300. 2,400 + 600 + 300 = € 3,300.",
        proof="a quote, a photo of the price list of the supplier",
    ),
    number(
        "products[].stock_days", "Days of sales kept in stock", high=90, unit="days",
        feeds="products[].supply.stock_days",
        ask="For how many days of sales do you keep stock?",
        help="If no supplier came any more, how many days could you go on selling? "
        "Stock is money that you cannot use for something else.",
        example="Farida buys rice for four weeks: 4 × 7 = 28 days. Fresh fruit: 2 days.",
        proof="the delivery days of the supplier, your own counting",
    ),
)

CREDIT = (
    months(
        "products[].credit_months", "Months after which suppliers are paid", high=3,
        feeds="products[].supply.credit_months",
        ask="After how many months do you pay your suppliers?",
        help="0 is paying at once; most suppliers want that from a starter. 1 is paying after about 30 days.",
        example="Farida pays the early market at once: 0. The wholesaler of tea gives her 30 days: 1.",
        proof="the terms of the supplier, an invoice",
    ),
)

IMPORT = (
    yes_no(
        "products[].imported", "Is it imported from outside the European Union?", feeds="products[].supply.imported",
        default=False,
        ask="Do you import it from outside the European Union?",
        help="“Yes” only if you import it yourself. If a Belgian wholesaler did, choose “no”.",
    ),
    share(
        "products[].duty", "Import duty", when=IMPORTED, feeds="products[].supply.duty",
        ask="How much import duty is on it?",
        help="Customs asks a part of the value at the border. It differs by kind of goods and by country. "
        "A customs agent can look it up.",
        example="The customs agent counts € 320 of duty on goods of € 4,000. 320 ÷ 4,000 = 8 %.",
        proof="a quote of a customs agent, the customs tariff",
    ),
    months(
        "products[].transit_months", "Months that the goods are under way", high=3, when=IMPORTED,
        feeds="products[].supply.transit_months",
        ask="How many months are the goods under way?",
        help="From the day they leave until they are with you, with customs. Round up.",
        example="Five weeks by ship and one week at customs: six weeks. Farida rounds up to 2.",
        proof="the quote of the carrier",
    ),
    share(
        "products[].prepaid_share", "Share that is paid when the goods leave", when=IMPORTED,
        feeds="products[].supply.prepaid_share",
        ask="Which part do you pay when the goods leave?",
        help="Many sellers abroad want a part before they send. You pay the rest when the goods arrive or later.",
        example="An order of € 5,500: Farida pays € 1,650 first. 1,650 ÷ 5,500 = 30 %.",
        proof="the pro forma invoice, the agreement with the seller",
    ),
)

SUPPLY = (
    text(
        "operations.suppliers[].name", "Name", feeds="dossier.operations",
        ask="From whom do you buy?",
        help="The name and the place of the supplier.",
        example="Wholesaler of bicycle parts in Aarschot.",
    ),
    text(
        "operations.suppliers[].goods", "What they deliver", feeds="dossier.operations",
        ask="What do you buy from them?",
        example="Tyres, chains, brakes.",
    ),
    amount(
        "operations.suppliers[].minimum", "Smallest order", vat=Vat.WITHOUT, feeds="dossier.operations",
        ask="What is the smallest order that they accept?",
        help="Without VAT. A high minimum costs much money at once. If there is none, fill in 0.",
        example="The price list says: “delivery from € 120”. Yonas fills in € 120.",
        proof="the price list or the terms of the supplier",
    ),
    text(
        "operations.suppliers[].terms", "Terms of payment and delivery", feeds="dossier.operations",
        ask="When do you pay, and how fast do they deliver?",
        example="Paid at once for the first three months, then after 30 days. Delivered within two days.",
    ),
)

QUESTIONS = RATE + KEEPING + CREDIT + IMPORT + SUPPLY

PAGES = (
    Page(
        "suppliers", "Your suppliers", tuple(each.key for each in SUPPLY),
        intro="Name those from whom you buy most. A second supplier for the same thing makes you safer.",
    ),
    Page(
        "stock", "What you keep in stock", tuple(each.key for each in KEEPING),
        intro="You sell a service and buy nothing for it? Fill in 0.",
    ),
    Page("buying", "VAT and paying suppliers", tuple(each.key for each in RATE + CREDIT)),
    Page("import", "Goods from far away", tuple(each.key for each in IMPORT)),
)
