"""Phase 5, marketing: assortment, price, place and promotion, and how customers pay."""

from .asking import amount, choice, choices, long_text, plan_month, share, text, yes_no
from .question import Group, Option, Phase, Vat

ACTIONS = Group("marketing.actions", "Marketing actions")
FIRST_CUSTOMERS = Group("marketing.first_customers", "First customers")

MIX = (
    long_text("marketing.assortment", "Assortment, packaging and service", feeds="dossier.marketing"),
    choice(
        "products[].price_method", "How was the price set?",
        Option("cost", "From the cost"), Option("competitors", "From the competitors' prices"),
        Option("value", "From what it is worth to the customer"),
        feeds="dossier.marketing",
    ),
    long_text("marketing.discounts", "Discounts: to whom, and how much", feeds="dossier.marketing"),
    choices(
        "marketing.channels", "Where do you sell?",
        Option("shop", "In a shop"), Option("market", "On markets"), Option("at_customers", "At the customers'"),
        Option("online", "Online"),
        Option("platform", "Through a delivery or booking platform"), Option("workshop", "In a workshop or office"),
        feeds="dossier.marketing", required=True,
    ),
    text("marketing.website", "Website and social media", feeds="dossier.marketing"),
    text("marketing.sign", "Name, logo and sign (and whether the sign is permitted)", feeds="dossier.marketing"),
    text("marketing.opening_hours", "Opening hours", feeds="dossier.marketing"),
    long_text("marketing.after_sales", "After the sale: complaints, repairs, reviews", feeds="dossier.marketing"),
)

PROMOTION = (
    text("marketing.actions[].name", "Action", feeds="dossier.marketing"),
    plan_month("marketing.actions[].month", "Month of the plan in which it begins", feeds="dossier.marketing"),
    amount(
        "marketing.actions[].cost", "What it costs (enter it among the costs too)", vat=Vat.WITHOUT,
        feeds="dossier.marketing",
    ),
    text("marketing.actions[].result", "What it should bring", feeds="dossier.marketing"),
    text("marketing.first_customers[].name", "Name", feeds="dossier.marketing"),
    text("marketing.first_customers[].why", "Why they will buy", feeds="dossier.marketing"),
)

PAYMENT = (
    choices(
        "marketing.payment_means", "How can customers pay?",
        Option("cash", "Cash"), Option("card", "Card"), Option("phone", "Phone or QR code"),
        Option("transfer", "Transfer after an invoice"),
        feeds="dossier.marketing",
    ),
    share(
        "products[].commission", "Share of the price that goes to the card company or platform",
        feeds="products[].commission",
    ),
    yes_no(
        "products[].commission_has_vat", "Is there VAT on that commission?", feeds="products[].commission_vat_rate",
        default=False,
    ),
    share("products[].paid_after_1", "Share that customers pay one month later", feeds="products[].paid_after_1"),
    share("products[].paid_after_2", "Share that customers pay two months later", feeds="products[].paid_after_2"),
    share("products[].paid_after_3", "Share that customers pay three months later", feeds="products[].paid_after_3"),
    share("products[].never_paid", "Share that is never paid", feeds="products[].never_paid"),
)

PHASE = Phase(5, "marketing", "Marketing", MIX + PROMOTION + PAYMENT, (ACTIONS, FIRST_CUSTOMERS))
