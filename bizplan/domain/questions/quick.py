"""The quick profile: the questions of the study that a first verdict rests on, on a dozen short pages."""

from .question import Page

QUICK = (
    Page("offer", "What you sell", ("idea.offer", "idea.sector")),
    Page("need", "Why people need it", ("idea.need",)),
    Page("customers", "Your customers", ("idea.customers",)),
    Page(
        "products", "Your main products or services", ("products[].name", "products[].sold_by"),
        "Three are enough. Begin with what sells best.",
    ),
    Page(
        "quantities", "How many you can serve",
        ("products[].units", "products[].customers_a_day", "products[].open_days", "products[].hours",
         "products[].billed_share", "products[].new_subscribers", "products[].capacity"),
        "Think of a normal month, when your business is running well.",
    ),
    Page("prices", "Your prices", ("products[].price", "products[].price_includes_vat")),
    Page(
        "costs_each", "What one costs you", ("products[].cost_per_unit", "products[].first_stock"),
        "What you pay to buy or make one, and the stock that you need on the first day.",
    ),
    Page(
        "fixed_costs", "What you pay every month", ("costs[].name", "costs[].amount", "costs[].every"),
        "Rent, energy, insurance, telephone: a rough amount will do.",
    ),
    Page(
        "things", "What you need before you start", ("equipment[].name", "equipment[].price"),
        "Machines, tools, furniture, works. Nothing to buy? Go on to the next page.",
    ),
    Page("own_money", "Your own money", ("own_money[].name", "own_money[].amount"),
         "Savings, or a gift from your family. If there is none, write 0."),
    Page(
        "incomes", "Other money that comes in",
        ("household.incomes[].name", "household.incomes[].before", "household.incomes[].after"),
        "A wage of your partner, child benefit, a benefit that goes on.",
    ),
    Page(
        "household", "What your family needs",
        ("household.adults", "household.children", "household.expenses.rent", "household.expenses.food",
         "household.expenses.other"),
        "What your family spends in a normal month.",
    ),
)
"""The pages of the quick profile, in order; every question on them belongs to the study too."""
