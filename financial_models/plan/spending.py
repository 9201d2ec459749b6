"""What the business pays for: cost lines, people, and things that last."""

from __future__ import annotations

from dataclasses import dataclass

from ..assumptions import Assumptions, Cost
from ..blocks import costs
from ..blocks.equipment import Equipment, equipment_block
from ..blocks.wages import CasualWork, Employee, casual_work_block, employee_block
from ..language import Block, Line
from .beginning import Beginning


@dataclass
class Spending:
    """The blocks of costs, people and equipment."""

    costs: list[costs.Cost]
    accounts: list[str]
    employees: list[Employee]
    casual_work: list[CasualWork]
    equipment: dict[str, Equipment]

    @property
    def blocks(self) -> list[Block]:
        """In the order in which they are calculated."""
        return [*self.costs, *self.employees, *self.casual_work, *self.equipment.values()]

    @property
    def staff(self) -> list[Employee | CasualWork]:
        """Everybody who is paid a wage."""
        return [*self.employees, *self.casual_work]

    def cost_lines(self, account: str) -> list[Line]:
        """The cost of each line that belongs under a heading of the chart of accounts."""
        return [block.cost for block, own in zip(self.costs, self.accounts, strict=True) if own == account]


def spending(a: Assumptions, start: Beginning, deducts: Line) -> Spending:
    """The rows of what is paid for; ``deducts`` is 1 in the months in which VAT is deducted."""
    sole_trader = a.legal_form == "sole_trader"
    own_start = (a.test_phase.months if a.test_phase else 0) + 1
    return Spending(
        [cost(line, start, deducts, own_start) for line in a.costs], [line.account for line in a.costs],
        [employee_block(person, start.timeline, start.levers.cost_factor, start.span, own_start)
         for person in a.employees],
        [casual_work_block(work, start.timeline, start.levers.cost_factor) for work in a.casual_work],
        {thing.id: equipment_block(thing, start.timeline, deducts, sole_trader, start.span) for thing in a.equipment})


def cost(line: Cost, start: Beginning, deducts: Line, own_start: float) -> costs.Cost:
    """The rows of a cost line; what is paid once has a period longer than any plan.

    What begins with the own business is not paid before its month in the plan, ``own_start``.
    """
    t = start.timeline
    first = max(line.from_month, own_start) if line.waits else line.from_month
    return costs.Cost(
        f"cost.{line.id}", line.name, amount=line.amount, includes_vat=float(line.includes_vat),
        every=line.every or start.span.length, once=float(line.every == 0), from_month=first,
        waits=float(line.waits), growth=line.growth, vat_rate=line.vat_rate, vat_share=line.vat_deductible,
        tax_share=line.tax_deductible, private_share=line.private_share, cost_factor=start.levers.cost_factor,
        month=t.month, delay=t.delay, plan_years=t.plan_years, deducts=deducts)
