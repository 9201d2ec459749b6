"""Phase 6, operations: from order to payment, premises, equipment, suppliers and stock."""

from .asking import amount, choice, long_text, months, number, plan_month, share, text, when_is, yes_no
from .question import Group, Option, Period, Phase, Vat
from .vat_rates import ON_PURCHASES

SUPPLIERS = Group("operations.suppliers", "Suppliers")
EQUIPMENT = Group("equipment", "Things that last", most=100)

WORK = (
    long_text("operations.steps", "The steps from order to payment", feeds="dossier.operations", required=True),
    number(
        "operations.minutes_a_unit", "Minutes of work for one sale", high=100_000, unit="minutes",
        feeds="dossier.operations",
    ),
    number(
        "products[].capacity", "The most that can be made or served in a month",
        unit="units", period=Period.MONTH, feeds="products[].capacity", quick=True,
    ),
    long_text("operations.quality", "Quality, hygiene and safety", feeds="dossier.operations"),
    long_text("operations.waste", "Waste and the environment", feeds="dossier.operations"),
    long_text("operations.transport", "Transport and deliveries", feeds="dossier.operations"),
    long_text("operations.software", "Software and cash register", feeds="dossier.operations"),
    text("operations.bookkeeper", "Who keeps the books", feeds="dossier.operations", required=True),
)

PREMISES = (
    choice(
        "operations.premises", "Where will you work?",
        Option("home", "At home"), Option("rented", "In rented premises"), Option("own", "In own premises"),
        Option("on_the_road", "At customers' or on markets"), Option("shared", "In shared premises"),
        feeds="dossier.operations", required=True,
    ),
    text("operations.address", "Address of the business", feeds="dossier.operations", required=True),
    number("operations.floor_area", "Floor area", high=1_000_000, unit="m2", feeds="dossier.operations"),
    text(
        "operations.lease", "Kind of lease and its term", when=when_is("operations.premises", "rented", "shared"),
        feeds="dossier.operations",
    ),
    choice(
        "operations.lease_signed", "Is the lease signed?",
        Option("signed", "Signed"), Option("promised", "Promised"), Option("searching", "Still searching"),
        when=when_is("operations.premises", "rented", "shared"), feeds="dossier.operations",
    ),
    long_text("operations.works", "Works to be done first", feeds="dossier.operations"),
    choice(
        "operations.zoning", "Zoning, fire safety and access for disabled people",
        Option("checked", "Checked and fine"), Option("asked", "Asked"), Option("unknown", "Not checked yet"),
        feeds="dossier.operations",
    ),
)

THINGS = (
    text("equipment[].name", "What", feeds="equipment[].name", quick=True, required=True),
    choice(
        "equipment[].kind", "What kind of thing?",
        Option("formation", "Costs of setting up the business", value="20"),
        Option("rights", "Software, licence, key money", value="21"),
        Option("works", "Building or works on it", value="22"),
        Option("machines", "Machines and tools", value="23"),
        Option("computers", "Computers and telephones", value="24"),
        Option("furniture", "Furniture and shop fittings", value="24"),
        Option("car", "Car", value="24"),
        Option("van", "Van or other vehicle", value="24"),
        Option("bicycles", "Bicycles", value="24"),
        feeds="equipment[].account", default="machines",
    ),
    amount("equipment[].price", "Price", vat=Vat.SAID, feeds="equipment[].price", quick=True, required=True),
    yes_no("equipment[].includes_vat", "Does this price include VAT?", feeds="equipment[].includes_vat", default=False),
    choice("equipment[].vat", "VAT rate", *ON_PURCHASES, feeds="equipment[].vat_rate", default="none", required=True),
    share("equipment[].vat_deductible", "Share of the VAT that may be deducted", feeds="equipment[].vat_deductible"),
    share("equipment[].tax_deductible", "Share that lowers the taxable profit", feeds="equipment[].tax_deductible"),
    plan_month("equipment[].month", "Month of the plan in which it is bought", feeds="equipment[].month"),
    number(
        "equipment[].life_years", "Years that it will serve", low=1, high=50, unit="years",
        feeds="equipment[].life_years",
    ),
    yes_no("equipment[].second_hand", "Is it second-hand?", feeds="equipment[].second_hand", default=False),
    amount(
        "equipment[].residual", "What it is still worth after those years", vat=Vat.WITHOUT,
        feeds="equipment[].residual",
    ),
    plan_month(
        "equipment[].sale_month", "Month of the plan in which it is sold (leave out if it is kept)",
        feeds="equipment[].sale_month",
    ),
    amount("equipment[].sale_price", "What it is sold for", vat=Vat.WITHOUT, feeds="equipment[].sale_price"),
    yes_no("equipment[].in_kind", "Do you own it already and bring it in?", feeds="equipment[].in_kind", default=False),
    text("equipment[].supplier", "Supplier, and date of the quote", feeds="dossier.investment"),
)

STOCK = (
    choice(
        "products[].supply_vat", "VAT rate on what is bought for it", *ON_PURCHASES,
        feeds="products[].supply.vat_rate", default="none",
    ),
    share(
        "products[].waste", "Share of what is bought that is thrown away", high=0.95, feeds="products[].supply.waste",
    ),
    amount(
        "products[].opening_stock", "Stock that you own already and bring in", vat=Vat.WITHOUT,
        feeds="products[].supply.opening_stock",
    ),
    amount(
        "products[].first_stock", "First stock, bought in the first month", vat=Vat.WITHOUT,
        feeds="products[].supply.first_stock", quick=True,
    ),
    number(
        "products[].stock_days", "Days of sales kept in stock", high=90, unit="days",
        feeds="products[].supply.stock_days",
    ),
    months(
        "products[].credit_months", "Months after which suppliers are paid", high=3,
        feeds="products[].supply.credit_months",
    ),
    yes_no(
        "products[].imported", "Is it imported from outside the European Union?", feeds="products[].supply.imported",
        default=False,
    ),
    share("products[].duty", "Import duty", when=when_is("products[].imported", True), feeds="products[].supply.duty"),
    months(
        "products[].transit_months", "Months that the goods are under way", high=3,
        when=when_is("products[].imported", True), feeds="products[].supply.transit_months",
    ),
    share(
        "products[].prepaid_share", "Share that is paid when the goods leave",
        when=when_is("products[].imported", True), feeds="products[].supply.prepaid_share",
    ),
    text("operations.suppliers[].name", "Name", feeds="dossier.operations"),
    text("operations.suppliers[].goods", "What they deliver", feeds="dossier.operations"),
    amount("operations.suppliers[].minimum", "Smallest order", vat=Vat.WITHOUT, feeds="dossier.operations"),
    text("operations.suppliers[].terms", "Terms of payment and delivery", feeds="dossier.operations"),
)

PHASE = Phase(6, "operations", "Operations", WORK + PREMISES + THINGS + STOCK, (EQUIPMENT, SUPPLIERS))
