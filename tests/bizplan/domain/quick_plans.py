"""A plan of which no more is answered than the quick profile asks: small enough to be worked out by hand."""

from datetime import date

from bizplan.domain.plan import Answer, Plan

TODAY = date(2026, 11, 23)
ONCE = {
    "idea.offer": "Soap", "idea.sector": "crafts", "idea.need": "Clean hands", "idea.customers": "Families",
    "household.adults": 1.0, "household.children": 0.0, "household.expenses.rent": 500.0,
    "household.expenses.food": 300.0, "household.expenses.other": 100.0,
}
ROWS = {
    ("products", "soap"): {"name": "Soap", "sold_by": "units", "units": 400.0, "price": 12.1, "cost_per_unit": 4.0,
                           "capacity": 800.0},
    ("costs", "rent"): {"name": "Rent", "amount": 200.0, "every": "month"},
    ("equipment", "kettle"): {"name": "Kettle", "price": 1000.0},
    ("own_money", "savings"): {"name": "Savings", "amount": 1500.0},
}


def quick_plan(**changed) -> Plan:
    """400 pieces of soap a month at € 12.10 with VAT, which cost € 4 to make; ``price=None`` leaves the answer out.

    Without VAT that is € 4,000 of sales, of which € 2,400 is left for the rent of € 200 and all else.
    """
    answers = {(key, ""): Answer(value) for key, value in ONCE.items()}
    for (group, row), given in ROWS.items():
        answers |= {(f"{group}[].{name}", row): Answer(value) for name, value in given.items()}
    plan = Plan("en", answers, rows_of(ROWS))
    for name, value in changed.items():
        plan = answered(plan, place(name), value)
    return plan


def rows_of(rows) -> dict[str, tuple[str, ...]]:
    """The rows of each group."""
    return {group: (row,) for group, row in rows}


def place(name) -> tuple[str, str]:
    """The question and the row that an answer of this plan stands at, by the last part of its key."""
    here = {given: (f"{group}[].{given}", row) for (group, row), several in ROWS.items() for given in several}
    here |= {"rent": ("household.expenses.rent", ""), "food": ("household.expenses.food", ""),
             "other": ("household.expenses.other", ""), "costs": ("costs[].amount", "rent"),
             "own": ("own_money[].amount", "savings"), "kettle": ("equipment[].price", "kettle"),
             "price": ("products[].price", "soap")}
    return here[name]


def answered(plan: Plan, at: tuple[str, str], value) -> Plan:
    """The plan with one answer more, another one, or (None) without it."""
    answers = {key: answer for key, answer in plan.answers.items() if key != at}
    if value is not None:
        answers[at] = Answer(value)
    return Plan(plan.language, answers, plan.rows)


def without_rows(plan: Plan, group: str) -> Plan:
    """The plan without the rows of a group."""
    answers = {at: answer for at, answer in plan.answers.items() if not at[0].startswith(f"{group}[]")}
    return Plan(plan.language, answers, {key: rows for key, rows in plan.rows.items() if key != group})
