"""The person behind the business as the engine takes them: contributions, tax, household, company, test phase."""

from collections.abc import Iterator
from typing import Any

from financial_models.assumptions import (
    Company,
    Household,
    HouseholdDebt,
    HouseholdExpense,
    HouseholdIncome,
    IncomeTax,
    Levers,
    SelfEmployment,
    TestPhase,
    VatChoice,
)

from ..plan_file_error import refused
from ..questions import QUESTIONS
from ..recipients import TOTALS
from .start import month_of_plan
from .taken import Taken

LONGEST_DEBT = 480


def person(taken: Taken) -> dict[str, Any]:
    """What concerns the person and the whole plan, by its name in the assumptions."""
    return {
        "legal_form": taken.value("rules.legal_form"),
        "levers": taken.record(Levers, "levers"),
        "vat": taken.record(VatChoice, "vat"),
        "self_employment": taken.record(SelfEmployment, "self_employment"),
        "income_tax": taken.record(IncomeTax, "income_tax"),
        "company": taken.record(Company, "company"),
        "household": _household(taken),
        "test_phase": _test_phase(taken),
    }


def _household(taken: Taken) -> Household:
    return taken.record(
        Household, "household",
        incomes=tuple(_incomes(taken)),
        expenses=_expenses(taken),
        debts=tuple(_debts(taken)),
    )


def _incomes(taken: Taken) -> Iterator[HouseholdIncome]:
    none = {"before": 0.0, "after": 0.0}
    for row in taken.complete("household.incomes"):
        known = {**none, **taken.fields("household.incomes[]", row)}
        yield taken.row(HouseholdIncome, "household.incomes", row, **known, **_ours(taken, "household.incomes"))


def _ours(taken: Taken, group: str) -> dict[str, Any]:
    """What a row of totals is called, whose name is not the household's own."""
    return {"name": TOTALS[group], "asked": True} if taken.plan.is_in_totals else {}


def _expenses(taken: Taken) -> tuple[HouseholdExpense, ...]:
    """The lines that everybody is asked for, then those that the household added itself."""
    asked = [question for question in QUESTIONS.values() if question.feeds == "household.expenses"]
    amounts = [(question, taken.value(question.key)) for question in asked]
    lines = [HouseholdExpense(question.name, question.label, sum_, asked=True) for question, sum_ in amounts
             if sum_ is not None]
    for position, row in enumerate(taken.plan.row_ids("household.other_expenses")):
        if any(row == question.name for question in asked):
            place = f"household.other_expenses[{position}].id"
            raise refused(place, row, "a line of household.expenses is called so, write another id")
    return (*lines, *taken.rows(HouseholdExpense, "household.other_expenses", amount=0.0,
                                **_ours(taken, "household.other_expenses")))


def _debts(taken: Taken) -> Iterator[HouseholdDebt]:
    """The private debts that are still being paid when the plan begins."""
    for row in taken.complete("household.debts"):
        known = {"instalment": 0.0, **taken.fields("household.debts[]", row)}
        until = known.pop("until_month", None)
        month = month_of_plan(until, taken.start) if until else 0
        if until is None or month >= 1:
            yield taken.row(HouseholdDebt, "household.debts", row, **known, until_month=min(month, LONGEST_DEBT),
                            **_ours(taken, "household.debts"))


def _test_phase(taken: Taken) -> TestPhase | None:
    months = taken.value("test_phase.months")
    return None if months is None else taken.record(TestPhase, "test_phase")
