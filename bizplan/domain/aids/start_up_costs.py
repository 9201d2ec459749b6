"""Start-up costs by trade: a checklist of what is usually bought or paid once, without amounts.

An item says what to ask a quote for; the person enters the amount.  The list is experience of the trades, not law;
permits stand in ``permits``.
"""

from collections.abc import Collection
from dataclasses import dataclass

from ..plan import Plan, Value
from ..questions import QUESTIONS
from ..readiness.sentences import N_, Count, Term
from .notes import table
from .permits import Usual, is_for
from .slip import Remark, Row, Slip, Step

ONCE = {"costs": {"costs[].every": "once"}}
"""What a cost of the start is beside its name: paid once."""
QUOTE = N_("Ask two quotes for what is dear. Second-hand counts too.")
OWNED = N_("Leave out what you own already, or enter it as brought in.")
REMINDER = N_("{item}: answer it with your products. {ask}")


@dataclass(frozen=True)
class Item:
    """Something to buy or to pay once: what to ask a quote for, and the group of the plan that keeps it."""

    key: str
    name: str
    usual: Usual
    ask: str
    group: str = ""
    kind: str = ""

    @property
    def row(self) -> Row | None:
        """The row of the plan, its amount still open; None for what the plan asks elsewhere."""
        if not self.group:
            return None
        answers: dict[str, Value] = dict(ONCE.get(self.group, {}))
        if self.kind:
            answers[f"{self.group}[].kind"] = self.kind
        return Row(self.group, answers, {f"{self.group}[].name": self.name})


@dataclass(frozen=True, kw_only=True)
class Checklist(Slip):
    """The items of a trade, those that everybody needs first."""

    items: tuple[Item, ...]


def start_up_costs(sector: str, chosen: Collection[str] | None = None) -> Checklist:
    """The checklist of a trade (a choice of ``idea.sector``), with rows for the items that were chosen.

    Nothing chosen yet: the rows are those of the items that are always needed.
    """
    trade = QUESTIONS["idea.sector"].option(sector)
    if trade is None:
        raise LookupError(f"no trade is called {sector!r}; see the choices of idea.sector")
    entries = [entry for entry in table("start_up_costs")["item"] if is_for(entry, sector)]
    items = sorted(map(_item, entries), key=lambda item: list(Usual).index(item.usual))
    unknown = set(chosen or ()) - {item.key for item in items}
    if unknown:
        raise LookupError(f"the checklist of {sector!r} has no item {sorted(unknown)}")
    taken = [item for item in items if (item.usual is Usual.ALWAYS if chosen is None else item.key in chosen)]
    reminders = [Remark(REMINDER, {"item": Term(item.name), "ask": Term(item.ask)}) for item in taken if not item.group]
    return Checklist(
        items=tuple(items), rows=tuple(item.row for item in taken if item.row),
        steps=(*(Step(item.name, Term(item.ask)) for item in taken),
               Step(N_("Items on the list"), Count(len(taken)), result=True)),
        remarks=(Remark(QUOTE), Remark(OWNED), *reminders),
    )


def named_already(plan: Plan, group: str) -> tuple[str, ...]:
    """What the rows of a group are called already, so that a page can say what is there."""
    names = (plan.value(f"{group}[].name", row) for row in plan.row_ids(group))
    return tuple(str(name) for name in names if name)


def _item(entry: dict[str, str]) -> Item:
    return Item(entry["key"], entry["name"], Usual(entry["usual"]), entry["ask"], entry.get("group", ""),
                entry.get("kind", ""))
