"""Phase 10, the household: who belongs to it, what it earns, spends and owes, before and after the start."""

from ..question import Group, Page, Phase
from .debts import DEBTS
from .expenses import EXPENSES, HOME, PEOPLE
from .incomes import INCOMES
from .members import MEMBERS

GROUPS = (
    Group("household.incomes", "Incomes of the household"),
    Group("household.other_expenses", "Other expenses of the household"),
    Group("household.debts", "Private debts"),
)

PAGES = (
    Page(
        "members", "Who lives with you",
        ("household.adults", "household.children", "household.children_under_three", "household.other_dependants"),
        "The business has to feed your household. So we first look at who that is.",
    ),
    Page("situation", "Your situation", ("household.married", "household.single_parent", "household.disabled")),
    Page(
        "incomes", "What comes in",
        ("household.incomes[].name", "household.incomes[].kind", "household.incomes[].whose",
         "household.incomes[].before", "household.incomes[].after"),
        "All money that comes in each month, except from the new business.",
    ),
    Page(
        "expenses", "What you spend in a month", tuple(question.key for question in HOME + PEOPLE),
        "Take your bank statements of three months, and guess the rest. Divide a bill for a year by 12.",
    ),
    Page(
        "other_expenses", "Other expenses", ("household.other_expenses[].name", "household.other_expenses[].amount"),
        "Is something missing in the list? Add it here.",
    ),
    Page("prices", "When prices rise", ("household.expense_growth",)),
    Page(
        "debts", "What you owe",
        ("household.debts[].name", "household.debts[].instalment", "household.debts[].until",
         "household.debts[].balance", "household.debts[].arrears"),
        "Private debts only. Loans for the business stand in the part about financing.",
    ),
    Page(
        "savings", "What you have saved, and what changes",
        ("household.savings", "household.buffer_months", "household.changes"),
    ),
    Page("home", "Where you live", ("household.region", "household.municipal_rate")),
    Page(
        "taxed", "What the income tax counts",
        ("household.incomes[].taxable_before", "household.incomes[].taxable_after"),
        "Take your payslips. With these amounts we calculate your income tax.",
    ),
    Page(
        "earlier_this_year", "Earlier this year", ("household.own_earned_before", "household.partner_earned_before"),
        "The income tax looks at a whole year, also at the months before your plan.",
    ),
    Page(
        "reference_budget", "The reference budget",
        ("household.reference_budget", "household.reference_budget_source"),
    ),
)

PHASE = Phase(10, "household", "Household budget", MEMBERS + INCOMES + EXPENSES + DEBTS, GROUPS, PAGES)
