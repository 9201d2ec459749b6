"""Phase 5, marketing: assortment, price, place and promotion, and how customers pay."""

from ..question import Page, Phase
from . import mix, payment, promotion

PAGES = (
    Page("offer", "What you offer", ("marketing.assortment", "marketing.discounts", "marketing.after_sales")),
    Page("places", "Where and when you sell", ("marketing.channels", "marketing.opening_hours")),
    Page("name", "How people find you", ("marketing.sign", "marketing.website")),
    Page(
        "first_customers", "Your first customers",
        ("marketing.first_customers[].name", "marketing.first_customers[].why"),
        intro="Try to name ten. They are the sales of your first month.",
    ),
    Page(
        "actions", "How you become known",
        (
            "marketing.actions[].name", "marketing.actions[].month", "marketing.actions[].cost",
            "marketing.actions[].result",
        ),
    ),
    Page("price_method", "How you chose your prices", ("products[].price_method",)),
    *payment.PAGES,
)

PHASE = Phase(
    5, "marketing", "Marketing", mix.QUESTIONS + promotion.QUESTIONS + payment.QUESTIONS,
    (promotion.ACTIONS, promotion.FIRST_CUSTOMERS), PAGES,
)
