"""The household budget: lines that are often forgotten, yearly bills turned into months, and the whole of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..plan import Plan, Value
from ..questions import QUESTIONS
from ..readiness.rules.household import EXPENSES
from ..readiness.sentences import N_, Spoken, Term
from .slip import Cents, Remark, Slip, Step, check

REFERENCE = "household.reference_budget"
EMPTY = N_("{line} is still empty. If you pay nothing for it, write 0.")
BELOW = N_("This is {less} a month less than the reference budget. Is something missing?")
ABOVE = N_("This is {more} a month more than the reference budget. That is no mistake: say why.")
ONCE = N_("Take this over once: after that the yearly bills are in the lines of the month.")
NO_REFERENCE = N_("Your coach can look up a reference budget for a family like yours.")


@dataclass(frozen=True)
class YearlyBill:
    """A bill that comes once or a few times a year, and the monthly line of the budget that it belongs to."""

    key: str
    label: str
    line: str


BILLS = (
    YearlyBill("energy_settlement", N_("Settlement of gas and electricity"), "household.expenses.energy"),
    YearlyBill("heating_oil", N_("Heating oil, wood or pellets"), "household.expenses.energy"),
    YearlyBill("water_settlement", N_("Settlement of water"), "household.expenses.water"),
    YearlyBill("school_start", N_("Start of the school year: books, clothes, trips"), "household.expenses.school"),
    YearlyBill("holiday_care", N_("Holiday care, sports camp, school trips"), "household.expenses.school"),
    YearlyBill("car_tax", N_("Car tax"), "household.expenses.transport"),
    YearlyBill("car_upkeep", N_("Car: inspection, tyres, repair"), "household.expenses.transport"),
    YearlyBill("passes", N_("Yearly passes for bus or train"), "household.expenses.transport"),
    YearlyBill("insurances", N_("Insurances paid once a year: home, car, family"), "household.expenses.insurance"),
    YearlyBill("health_fund", N_("Yearly contributions to the health insurance fund"), "household.expenses.health"),
    YearlyBill("care", N_("Glasses, dentist, hospital"), "household.expenses.health"),
    YearlyBill("taxes", N_("Taxes: income tax to pay, municipality, waste"), "household.expenses.taxes"),
    YearlyBill("documents", N_("Residence cards, passports, translations, lawyer"), "household.expenses.other"),
    YearlyBill("feasts", N_("Feasts, birthdays, gifts"), "household.expenses.leisure"),
    YearlyBill("journeys", N_("Journeys and visits to family"), "household.expenses.leisure"),
    YearlyBill("family_abroad", N_("Extra money to family abroad, for feasts or illness"),
               "household.expenses.remittances"),
    YearlyBill("winter_clothes", N_("Winter clothes and shoes"), "household.expenses.clothing"),
    YearlyBill("appliances", N_("A machine or furniture that breaks"), "household.expenses.household_goods"),
)


@dataclass(frozen=True)
class Budget:
    """What a household spends a month, by question key (None or left out: not answered), and its yearly bills.

    ``bills`` are amounts a year by the key of the bill; ``others`` is what other lines come to in a month.
    """

    months: Mapping[str, float | None]
    bills: Mapping[str, float] = field(default_factory=dict)
    others: float = 0.0
    reference: float = 0.0

    def __post_init__(self) -> None:
        for key in (*(self.months.keys() - set(EXPENSES)), *(self.bills.keys() - {bill.key for bill in BILLS})):
            raise LookupError(f"the household budget has no line and no bill {key!r}")
        for key, amount in {**self.months, **self.bills, "others": self.others, REFERENCE: self.reference}.items():
            check(key, amount or 0)


@dataclass(frozen=True, kw_only=True)
class HouseholdBudget(Slip):
    """The budget of a month: what was answered, what the yearly bills add, and the lines that are still empty."""

    total: float
    bills: float
    empty: tuple[str, ...]


def budget_of(plan: Plan, bills: Mapping[str, float] | None = None) -> Budget:
    """The budget as it stands in a plan, with yearly bills beside it."""
    def number(key: str, row: str = "") -> float:
        value = plan.value(key, row)
        return float(value) if isinstance(value, (int, float)) else 0.0

    months = {key: number(key) if plan.answer(key) else None for key in EXPENSES}
    rows = plan.row_ids("household.other_expenses")
    others = sum(number("household.other_expenses[].amount", row) for row in rows)
    return Budget(months, bills or {}, others, number(REFERENCE))


def household_budget(budget: Budget) -> HouseholdBudget:
    """The whole of a month, with yearly bills spread over twelve, beside the reference budget."""
    added: dict[str, float] = {}
    steps = []
    for bill in BILLS:
        if amount := budget.bills.get(bill.key, 0.0):
            added[bill.line] = added.get(bill.line, 0.0) + amount / 12
            values: dict[str, Spoken] = {"bill": Term(bill.label), "amount": Cents(amount)}
            steps.append(Step(N_("{bill}: {amount} a year, in a month"), Cents(round(amount / 12, 2)), values))
    answered = sum(amount or 0.0 for amount in budget.months.values()) + budget.others
    total = answered + sum(added.values())
    empty = tuple(key for key in EXPENSES if budget.months.get(key) is None and key not in added)
    first = Step(N_("What you filled in for a month"), Cents(round(answered, 2)))
    last = Step(N_("The whole budget of a month, debts apart"), Cents(round(total, 2)), result=True)
    return HouseholdBudget(
        total=total, bills=sum(added.values()), empty=empty, steps=(first, *steps, last, *_compared(budget)),
        proposes=_proposes(budget, added), remarks=_remarks(budget, total, empty),
    )


def _proposes(budget: Budget, added: Mapping[str, float]) -> dict[str, Value]:
    """Each line with its yearly bills in it, to the cent."""
    return {key: round((budget.months.get(key) or 0.0) + amount, 2) for key, amount in added.items()}


def _compared(budget: Budget) -> tuple[Step, ...]:
    return (Step(QUESTIONS[REFERENCE].label, Cents(budget.reference)),) if budget.reference else ()


def _remarks(budget: Budget, total: float, empty: tuple[str, ...]) -> tuple[Remark, ...]:
    once = [Remark(ONCE)] if any(budget.bills.values()) else []
    remarks = once + [Remark(EMPTY, {"line": Term(QUESTIONS[key].label)}) for key in empty]
    difference = round(total - budget.reference, 2)
    if not budget.reference:
        remarks.append(Remark(NO_REFERENCE))
    elif difference < 0:
        remarks.append(Remark(BELOW, {"less": Cents(-difference)}))
    elif difference > 0:
        remarks.append(Remark(ABOVE, {"more": Cents(difference)}))
    return tuple(remarks)
