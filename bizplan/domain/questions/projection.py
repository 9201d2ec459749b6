"""Phase 11, the projection: how sales grow, what the business costs by line, and the four what-if levers."""

from .asking import amount, choice, months, number, plan_month, share, text, yearly_change, yes_no
from .question import Group, Option, Page, Phase, Vat
from .vat_rates import ON_PURCHASES

COSTS = Group("costs", "Costs by line")

GROWTH = (
    months(
        "projection.months", "Months that the plan looks ahead", low=36, feeds="timeline.months", default=36,
        ask="How many months does your plan look ahead?",
        help="Most lenders want three years: 36 months. Take more if your loan runs longer.",
        example="Yonas pays his loan until month 46. His plan looks ahead 48 months.",
        proof="what the lender asks for",
    ),
    plan_month(
        "products[].from_month", "Month of the plan in which the sales begin", feeds="products[].from_month",
        ask="In which month of the plan do you sell this first?",
        help="1 is the first month of your plan. First you may need to buy things or wait for a permit.",
        example="Mira's plan begins in September. Her tea house opens in November: month 3.",
        proof="the lease, the answer about a permit, your planning",
    ),
    share(
        "products[].ramp_first", "Share of normal sales in the first month", feeds="products[].ramp_first",
        ask="How much of a normal month do you sell at first?",
        help="New customers take time to find you. Write the first month as a percentage of a normal month.",
        example="Mira expects 600 cups in a normal month and 180 in the first: 180 ÷ 600 = 30 %.",
        proof="a test sale, what a colleague in the trade says",
    ),
    months(
        "products[].ramp_months", "Months until sales are normal", low=1, feeds="products[].ramp_months",
        ask="In which month of selling are your sales normal?",
        help="The sales grow a little each month until then. Write 1 if they are normal at once.",
        example="Mira asked two owners of tea houses. Both needed half a year: 6.",
        proof="a test sale, what a colleague in the trade says",
    ),
    yearly_change(
        "products[].price_growth", "Change of the price", feeds="products[].price_growth",
        ask="How much does your price rise each year?",
        help="When your costs rise, your price often rises too. Write a percentage a year.",
        example="Tea costs € 2.50 now and € 2.55 next year: 0.05 ÷ 2.50 = 2 %.",
        proof="price lists of competitors, the figures on prices of the statistics office",
    ),
    yearly_change(
        "products[].cost_growth", "Change of what it costs to buy or make one", feeds="products[].supply.cost_growth",
        ask="How much does the cost of one rise each year?",
        help="It is about what you buy to make or sell one: goods, materials. Ask your supplier.",
        example="The tea for one cup costs € 0.40 now, next year € 0.41: 0.01 ÷ 0.40 = 2.5 %.",
        proof="price lists of the supplier, older bills",
    ),
    yearly_change(
        "products[].volume_growth", "Change of the quantity sold", feeds="products[].volume_growth",
        ask="How much more do you sell each year?",
        help="This comes after the first months, when sales are normal. Is there time and place to sell more? "
             "Write 0 if not.",
        example="Mira thinks of 600 cups a month, and 630 a year later: 30 ÷ 600 = 5 %.",
        proof="your own sales so far, what customers say",
    ),
)

SPENDING = (
    text(
        "costs[].name", "Cost", feeds="costs[].name", quick=True, required=True,
        ask="Which cost is it?",
        help="A cost that comes back, whether you sell much or little. Each cost is a row. "
             "What you need for each sale stands with the product.",
        example="Yonas: insurance of two cargo bikes.",
    ),
    choice(
        "costs[].kind", "What kind of cost?",
        Option("rent", "Rent and charges"), Option("energy", "Energy and water"),
        Option("telecom", "Telephone and internet"),
        Option("insurance", "Insurance"), Option("vehicle", "Vehicle and transport"),
        Option("bookkeeping", "Bookkeeping"),
        Option("software", "Software and till"), Option("marketing", "Marketing"),
        Option("maintenance", "Maintenance and small material"),
        Option("training", "Training"), Option("formalities", "Registration, permits and levies"),
        Option("other", "Other"),
        feeds="dossier.projection", default="other",
        help="Go through this list. It helps you to forget no cost.",
    ),
    amount(
        "costs[].amount", "Amount each time", vat=Vat.SAID, feeds="costs[].amount", quick=True, required=True,
        ask="How much do you pay each time?",
        help="Write the amount of one bill. Further down you say how often it comes.",
        example="Insurance for one cargo bike is € 145 a year. Yonas has two: 2 × 145 = € 290.",
        proof="a quote, a bill, a page of the seller's website",
    ),
    yes_no(
        "costs[].includes_vat", "Does this amount include VAT?", feeds="costs[].includes_vat", default=False,
        ask="Is VAT included in this amount?",
        help="VAT is the tax on what people buy. Prices in shops include it, quotes for businesses often do not.",
    ),
    choice(
        "costs[].every", "How often is it paid?",
        Option("month", "Every month", value=1),
        Option("quarter", "Every quarter", value=3, hint="Every three months."),
        Option("year", "Every year", value=12), Option("once", "Once", value=0),
        feeds="costs[].every", quick=True, default="month",
        ask="How often do you pay it?",
    ),
    plan_month(
        "costs[].from_month", "Month of the plan in which it is first paid", feeds="costs[].from_month",
        ask="In which month of the plan do you pay it first?",
        help="1 is the first month of your plan. Some costs come before you open, such as rent.",
        example="Mira's rent begins in month 2, one month before she opens.",
        proof="a contract, your planning",
    ),
    yes_no(
        "costs[].waits", "Does it begin later if the business starts later?", feeds="costs[].waits", default=False,
        ask="If you start later, does this cost begin later too?",
        help="A phone contract that runs already does not wait. An insurance that you take at the start does.",
    ),
    yearly_change(
        "costs[].growth", "Change of the cost", feeds="costs[].growth",
        ask="How much does this cost rise each year?",
        help="Rent often follows the prices: it stands in the lease. Write a percentage a year.",
        example="Mira's rent is € 750 now and about € 765 next year: 15 ÷ 750 = 2 %.",
        proof="the contract, older bills",
    ),
    choice(
        "costs[].vat", "VAT rate", *ON_PURCHASES, feeds="costs[].vat_rate", default="none", required=True,
        ask="Which VAT rate is on it?",
        help="It stands on the bill or the quote. On some costs there is none: look, or ask.",
    ),
    share(
        "costs[].vat_deductible", "Share of the VAT that may be deducted", feeds="costs[].vat_deductible",
        ask="Which part of this VAT do you get back?",
        help="A business that charges VAT gets back the VAT that it pays. "
             "Of what you also use at home it is a part. Ask your bookkeeper.",
        example="Yonas uses his phone half for work: 50 %.",
        proof="what your bookkeeper writes",
    ),
    share(
        "costs[].tax_deductible", "Share that lowers the taxable profit", feeds="costs[].tax_deductible",
        ask="Which part of this cost counts for the income tax?",
        help="Costs lower the profit on which you pay tax. Most count in full. "
             "Some, such as a meal in a restaurant, count for a part: ask your bookkeeper.",
        example="Mira's rent counts in full: 100 %.",
        proof="what your bookkeeper writes",
    ),
    share(
        "costs[].private_share", "Share that the household uses", feeds="costs[].private_share",
        ask="Which part do you use at home?",
        help="That part is not a cost of the business. Write 0 if it is only for work.",
        example="Yonas makes 3 of 10 calls to family and friends: 3 ÷ 10 = 30 %.",
        proof="a list of calls or of kilometres, what your bookkeeper writes",
    ),
    choice(
        "costs[].heading", "Heading in the accounts",
        Option("services", "Services and other goods", value="61"),
        Option("other", "Other operating charges, such as levies", value="64"),
        feeds="costs[].account", default="services", coach=True,
        ask="Under which heading of the accounts does it belong?",
        help="Levies of the business go under other operating charges. Nearly all else goes under services.",
    ),
)

LEVERS = (
    number(
        "projection.levers.sales_factor", "What if: sales multiplied by", high=10, feeds="levers.sales_factor",
        coach=True,
        ask="What if sales are multiplied by this?",
        help="1 leaves the plan as it is. All figures of the plan follow, so set it back to 1 afterwards.",
        example="0.8: sales are a fifth lower.",
    ),
    number(
        "projection.levers.cost_factor", "What if: costs multiplied by", high=10, feeds="levers.cost_factor",
        coach=True,
        ask="What if costs are multiplied by this?",
        help="1 leaves the plan as it is.",
        example="1.1: costs are a tenth higher.",
    ),
    months(
        "projection.levers.delay", "What if: months that the start is delayed", high=24, feeds="levers.delay",
        coach=True,
        ask="What if the start is this many months later?",
        help="0 leaves the plan as it is. Costs that wait for the start move along, the others run on.",
        example="3: the permit comes three months late.",
    ),
    share(
        "projection.levers.credit_share", "What if: share of the credit that is granted", feeds="levers.credit_share",
        coach=True,
        ask="What if only this share of the credit is granted?",
        help="100 % leaves the plan as it is.",
        example="70 %: of € 10,000 asked, € 7,000 is granted.",
    ),
)

PAGES = (
    Page(
        "start_of_sales", "How your sales begin",
        ("products[].from_month", "products[].ramp_first", "products[].ramp_months"),
        "Hardly any business sells a normal month at once.",
    ),
    Page(
        "yearly_changes", "How sales change each year",
        ("products[].price_growth", "products[].cost_growth", "products[].volume_growth"),
    ),
    Page(
        "costs", "What the business costs",
        ("costs[].name", "costs[].kind", "costs[].amount", "costs[].includes_vat", "costs[].every"),
        "These are the costs that you pay in a slow month too.",
    ),
    Page(
        "costs_in_time", "When costs begin, and how they rise",
        ("costs[].from_month", "costs[].waits", "costs[].growth"),
    ),
    Page(
        "costs_and_taxes", "VAT and tax on your costs",
        ("costs[].vat", "costs[].vat_deductible", "costs[].tax_deductible", "costs[].private_share"),
        "Not sure? Leave it open and ask your coach or bookkeeper.",
    ),
    Page("horizon", "How far your plan looks", ("projection.months",)),
    Page("headings", "Headings in the accounts", ("costs[].heading",)),
    Page(
        "what_if", "What if",
        ("projection.levers.sales_factor", "projection.levers.cost_factor", "projection.levers.delay",
         "projection.levers.credit_share"),
        "These levers move the whole plan at once.",
    ),
)

PHASE = Phase(11, "projection", "Projection of sales and costs", GROWTH + SPENDING + LEVERS, (COSTS,), PAGES)
