"""Phase 10, the household: who belongs to it, what it earns, spends and owes, before and after the start."""

from typing import Any

from .asking import (
    amount,
    calendar_month,
    choice,
    long_text,
    number,
    share,
    text,
    when_above,
    when_is,
    whole,
    yearly_change,
    yes_no,
)
from .question import Group, Option, Period, Phase

GROUPS = (
    Group("household.incomes", "Incomes of the household"),
    Group("household.other_expenses", "Other expenses of the household"),
    Group("household.debts", "Private debts"),
)

COMPOSITION = (
    whole("household.adults", "Adults", low=1, high=20, feeds="dossier.household", quick=True, required=True),
    whole(
        "household.children", "Children who depend on you", high=20, feeds="income_tax.children", quick=True,
        required=True,
    ),
    whole(
        "household.children_under_three", "Of whom younger than three", high=20,
        when=when_above("household.children"), feeds="income_tax.children_under_three",
    ),
    whole("household.other_dependants", "Other people who depend on you", high=20, feeds="income_tax.other_dependants"),
    yes_no(
        "household.married", "Are you married or legally living together?", feeds="income_tax.married", default=False,
        required=True,
    ),
    yes_no("household.single_parent", "Are you a single parent?", feeds="income_tax.single_parent", default=False),
    yes_no("household.disabled", "Do you have a recognised disability?", feeds="income_tax.disabled", default=False),
    choice(
        "household.region", "Region in which you live",
        Option("flanders", "Flanders"), Option("wallonia", "Wallonia"), Option("brussels", "Brussels"),
        feeds="income_tax.region", default="flanders",
    ),
    share(
        "household.municipal_rate", "Surcharge of the municipality on the income tax", high=0.2,
        feeds="income_tax.municipal_rate", law="personal_income_tax.municipal_rate.default",
    ),
    amount(
        "household.own_earned_before", "Own taxable income this calendar year before the plan begins",
        feeds="income_tax.own_earned_before",
    ),
    amount(
        "household.partner_earned_before", "Partner's taxable income this calendar year before the plan begins",
        when=when_is("household.married", True), feeds="income_tax.partner_earned_before",
    ),
)

INCOMES = (
    text("household.incomes[].name", "Income", feeds="household.incomes[].name"),
    choice(
        "household.incomes[].kind", "What kind of income?",
        Option("wage", "Wage"), Option("other_business", "Another business"),
        Option("unemployment", "Unemployment benefit"),
        Option("living_wage", "Living wage"), Option("sickness", "Sickness or disability benefit"),
        Option("child_benefit", "Child benefit"),
        Option("rent_subsidy", "Rent subsidy"), Option("alimony", "Alimony received"), Option("other", "Other"),
        feeds="dossier.household", default="other", required=True,
    ),
    choice(
        "household.incomes[].whose", "Whose income?",
        Option("own", "The entrepreneur's"), Option("partner", "The partner's"), Option("family", "The family's"),
        feeds="household.incomes[].whose", default="family",
    ),
    amount(
        "household.incomes[].before", "Net amount before the start", period=Period.MONTH,
        feeds="household.incomes[].before", quick=True, required=True,
    ),
    amount(
        "household.incomes[].after", "Net amount after the start", period=Period.MONTH,
        feeds="household.incomes[].after", quick=True, required=True,
    ),
    amount(
        "household.incomes[].taxable_before", "Taxable amount before the start", period=Period.MONTH,
        feeds="household.incomes[].taxable_before",
    ),
    amount(
        "household.incomes[].taxable_after", "Taxable amount after the start", period=Period.MONTH,
        feeds="household.incomes[].taxable_after",
    ),
)

SPENDS: dict[str, Any] = {"period": Period.MONTH, "feeds": "household.expenses"}
EXPENSES = (
    amount("household.expenses.rent", "Rent or mortgage", **SPENDS, quick=True, required=True),
    amount("household.expenses.energy", "Electricity and heating", **SPENDS, required=True),
    amount("household.expenses.water", "Water", **SPENDS),
    amount("household.expenses.telecom", "Telephone, internet and television", **SPENDS),
    amount("household.expenses.food", "Food", **SPENDS, quick=True, required=True),
    amount("household.expenses.household_goods", "Cleaning, furniture and household goods", **SPENDS),
    amount("household.expenses.clothing", "Clothing", **SPENDS),
    amount("household.expenses.health", "Doctor, medicine and health insurance fund", **SPENDS, required=True),
    amount("household.expenses.school", "School and childcare", **SPENDS),
    amount("household.expenses.transport", "Transport and car", **SPENDS, required=True),
    amount("household.expenses.insurance", "Insurance", **SPENDS),
    amount("household.expenses.leisure", "Leisure", **SPENDS),
    amount("household.expenses.taxes", "Private taxes", **SPENDS),
    amount("household.expenses.alimony", "Alimony paid", **SPENDS),
    amount("household.expenses.remittances", "Sent to family abroad", **SPENDS, required=True),
    amount("household.expenses.savings", "Saved", **SPENDS),
    amount("household.expenses.other", "Everything else", **SPENDS, quick=True),
    text("household.other_expenses[].name", "Expense", feeds="household.other_expenses[].name"),
    amount(
        "household.other_expenses[].amount", "Amount", period=Period.MONTH, feeds="household.other_expenses[].amount",
    ),
    yearly_change("household.expense_growth", "Change of the expenses", feeds="household.expense_growth"),
    amount(
        "household.reference_budget", "Reference budget for this household", period=Period.MONTH,
        feeds="dossier.household", coach=True,
    ),
    text(
        "household.reference_budget_source", "Where the reference budget was found", feeds="dossier.household",
        coach=True,
    ),
)

DEBTS = (
    text("household.debts[].name", "Creditor", feeds="household.debts[].name", required=True),
    amount(
        "household.debts[].instalment", "Paid each month", period=Period.MONTH, feeds="household.debts[].instalment",
        required=True,
    ),
    calendar_month(
        "household.debts[].until", "Month of the last payment, as year and month",
        feeds="household.debts[].until_month", required=True,
    ),
    amount("household.debts[].balance", "Still owed", feeds="household.debts[].balance", required=True),
    amount("household.debts[].arrears", "Of which overdue", feeds="dossier.household"),
    amount("household.savings", "Savings of the household", feeds="dossier.household", required=True),
    number(
        "household.buffer_months", "Months that the household could live on its savings", high=600, unit="months",
        feeds="dossier.household",
    ),
    long_text(
        "household.changes", "What changes for the household when the business starts (benefits, social tariffs)",
        feeds="dossier.household",
    ),
)

PHASE = Phase(10, "household", "Household budget", COMPOSITION + INCOMES + EXPENSES + DEBTS, GROUPS)
