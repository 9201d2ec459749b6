"""Phase 11, the projection: how sales grow, what the business costs by line, and the four what-if levers."""

from .asking import amount, choice, months, number, plan_month, share, text, yearly_change, yes_no
from .question import Group, Option, Phase, Vat
from .vat_rates import ON_PURCHASES

COSTS = Group("costs", "Costs by line")

GROWTH = (
    months("projection.months", "Months that the plan looks ahead", low=36, feeds="timeline.months", default=36),
    plan_month("products[].from_month", "Month of the plan in which the sales begin", feeds="products[].from_month"),
    share("products[].ramp_first", "Share of normal sales in the first month", feeds="products[].ramp_first"),
    months("products[].ramp_months", "Months until sales are normal", low=1, feeds="products[].ramp_months"),
    yearly_change("products[].price_growth", "Change of the price", feeds="products[].price_growth"),
    yearly_change(
        "products[].cost_growth", "Change of what it costs to buy or make one", feeds="products[].supply.cost_growth",
    ),
    yearly_change("products[].volume_growth", "Change of the quantity sold", feeds="products[].volume_growth"),
)

SPENDING = (
    text("costs[].name", "Cost", feeds="costs[].name", quick=True, required=True),
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
    ),
    amount("costs[].amount", "Amount each time", vat=Vat.SAID, feeds="costs[].amount", quick=True, required=True),
    yes_no("costs[].includes_vat", "Does this amount include VAT?", feeds="costs[].includes_vat", default=False),
    choice(
        "costs[].every", "How often is it paid?",
        Option("month", "Every month", value=1), Option("quarter", "Every quarter", value=3),
        Option("year", "Every year", value=12), Option("once", "Once", value=0),
        feeds="costs[].every", quick=True, default="month",
    ),
    plan_month("costs[].from_month", "Month of the plan in which it is first paid", feeds="costs[].from_month"),
    yes_no("costs[].waits", "Does it begin later if the business starts later?", feeds="costs[].waits", default=False),
    yearly_change("costs[].growth", "Change of the cost", feeds="costs[].growth"),
    choice("costs[].vat", "VAT rate", *ON_PURCHASES, feeds="costs[].vat_rate", default="none", required=True),
    share("costs[].vat_deductible", "Share of the VAT that may be deducted", feeds="costs[].vat_deductible"),
    share("costs[].tax_deductible", "Share that lowers the taxable profit", feeds="costs[].tax_deductible"),
    share("costs[].private_share", "Share that the household uses", feeds="costs[].private_share"),
    choice(
        "costs[].heading", "Heading in the accounts",
        Option("services", "Services and other goods", value="61"),
        Option("other", "Other operating charges, such as levies", value="64"),
        feeds="costs[].account", default="services", coach=True,
    ),
)

LEVERS = (
    number(
        "projection.levers.sales_factor", "What if: sales multiplied by", high=10, feeds="levers.sales_factor",
        coach=True,
    ),
    number(
        "projection.levers.cost_factor", "What if: costs multiplied by", high=10, feeds="levers.cost_factor",
        coach=True,
    ),
    months(
        "projection.levers.delay", "What if: months that the start is delayed", high=24, feeds="levers.delay",
        coach=True,
    ),
    share(
        "projection.levers.credit_share", "What if: share of the credit that is granted", feeds="levers.credit_share",
        coach=True,
    ),
)

PHASE = Phase(11, "projection", "Projection of sales and costs", GROWTH + SPENDING + LEVERS, (COSTS,))
