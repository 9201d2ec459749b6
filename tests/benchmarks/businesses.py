"""The plans that are measured: a small one of the kind most people bring, and the largest of the examples."""

from datetime import date

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.plan import Plan as Study
from financial_models import Plan, build
from financial_models.assumptions import (
    Assumptions,
    Cost,
    CustomersServed,
    Equipment,
    Household,
    HouseholdExpense,
    Loan,
    Product,
    Supply,
    Timeline,
)
from financial_models.language import Apply, Input, Line, Term

AS_OF = date(2026, 11, 23)


def small_plan() -> Plan:
    """A shop with one product, two costs, an oven and a loan, over sixty months."""
    return build(Assumptions(
        Timeline(2026, 4, 60),
        products=(Product(
            "bread", "Bread", CustomersServed(60, 24), 5.3, vat_rate=0.06, ramp_first=0.4, ramp_months=6,
            paid_after_1=0.1, supply=Supply(cost_per_unit=1.7, vat_rate=0.06, stock_days=20, credit_months=1)),),
        costs=(Cost("rent", "Rent", 600), Cost("insurance", "Insurance", 900, every=12)),
        equipment=(Equipment("oven", "Oven", 12_000, vat_rate=0.21),),
        loans=(Loan("microcredit", "Microcredit", 15_000, 0.08, 48, asked=True),),
        household=Household(expenses=(HouseholdExpense("living", "Living", 1400),))))


def largest_example() -> tuple[str, Study, Plan]:
    """The example with the most lines: its name, its plan file and the plan that is built from it."""
    studies = [(name, plan_file.read(examples.text(name).encode())) for name in examples.names()]
    built = [(name, study, build(assumptions(study, AS_OF))) for name, study in studies]
    return max(built, key=lambda found: len(found[2].model.lines))


def calculated(plan: Plan) -> list[Line]:
    """The lines that have a formula and take months."""
    return [line for line in plan.model.lines if not isinstance(line, Input)]


def operations(plan: Plan) -> int:
    """How many operations the formulas of a plan have; a sum of five terms counts as four."""
    return sum(_in_formula(line.formula) for line in calculated(plan) if line.formula is not None)


def _in_formula(term: Term) -> int:
    if not isinstance(term, Apply):
        return 0
    return max(len(term.terms) - 1, 1) + sum(map(_in_formula, term.terms))
