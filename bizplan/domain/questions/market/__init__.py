"""Phase 4, the market: how many customers there are, who has been spoken to, and who else sells."""

from ..question import Page, Phase
from . import competitors, conversations, customers

PAGES = (
    Page("area", "Where your customers are", ("market.region", "market.radius")),
    *conversations.PAGES,
    *competitors.PAGES,
    Page(
        "people", "How many customers there are", ("market.potential_customers", "market.potential_source"),
        intro="A good guess with a reason is better than no number.",
    ),
    Page(
        "spending", "What they spend", ("market.purchases_a_year", "market.spent_each_time", "market.share_needed"),
    ),
    Page(
        "season", "Busy and quiet months", ("products[].season",),
        intro="Almost no business sells the same every month. This shows when money may run short.",
    ),
    Page("changes", "What moves your market", ("market.season_reasons", "market.trends")),
    Page(
        "dependence", "Do you depend on a few?",
        ("market.largest_customer", "market.one_community", "market.employer_in_disguise"),
    ),
)

PHASE = Phase(
    4, "market", "Market",
    customers.QUESTIONS + conversations.QUESTIONS + competitors.QUESTIONS
    + conversations.TRIALS + customers.INDEPENDENCE,
    (conversations.INTERVIEWS, conversations.ORDERS, competitors.COMPETITORS),
    PAGES,
)
