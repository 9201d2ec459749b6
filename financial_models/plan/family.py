"""The household: what it earns, spends and owes, and what it needs from the business."""

from __future__ import annotations

from dataclasses import dataclass

from ..assumptions import Assumptions, HouseholdDebt, HouseholdExpense, HouseholdIncome
from ..blocks import household
from ..language import Block, Term, total
from .beginning import Beginning


@dataclass
class Family:
    """The blocks of the household; incomes by whose they are, for the tax."""

    incomes: list[household.HouseholdIncome]
    whose: list[str]
    expenses: list[household.HouseholdExpense]
    debts: list[household.HouseholdDebt]
    whole: household.Household

    @property
    def blocks(self) -> list[Block]:
        """In the order in which they are calculated."""
        return [*self.incomes, *self.expenses, *self.debts, self.whole]

    def taxable(self, whose: str) -> Term:
        """The taxable incomes of the entrepreneur ("own") or the partner."""
        owned = zip(self.incomes, self.whose, strict=True)
        return total(*(block.taxable for block, person in owned if person == whose))


def family(a: Assumptions, start: Beginning) -> Family:
    """The rows of the household."""
    t, home = start.timeline, a.household
    incomes = [household.HouseholdIncome(
        f"household.income.{i.id}", **_called(i), before=i.before, after=i.after, taxable_before=i.taxable_before,
        taxable_after=i.taxable_after, trading=t.trading) for i in home.incomes]
    expenses = [household.HouseholdExpense(
        f"household.expense.{e.id}", **_called(e), amount=e.amount, growth=home.expense_growth,
        plan_years=t.plan_years) for e in home.expenses]
    debts = [household.HouseholdDebt(
        f"household.debt.{d.id}", **_called(d), instalment=d.instalment, until=d.until_month, month=t.month)
        for d in home.debts]
    whole = household.Household(
        "household", incomes=total(*(i.income for i in incomes)), expenses=total(*(e.expense for e in expenses)),
        instalments=total(*(d.paid for d in debts)))
    return Family(incomes, [i.whose for i in home.incomes], expenses, debts, whole)


def _called(row: HouseholdIncome | HouseholdExpense | HouseholdDebt) -> dict[str, str]:
    """The title that the household gave it, or the heading that is ours."""
    return {"heading": row.name} if row.asked else {"title": row.name}
