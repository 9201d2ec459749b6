"""Uses and sources: what must be paid until the business carries itself, and whose money pays for it.

Listed by name is what is bought and brought in until the account is at its lowest, and within a year of the own
start.  Working capital is what business and family consume besides until the lowest month; where the business earns
instead, that is a source.  So what the sources leave over is what stands on the account at its lowest, before the
contingency.  VAT is paid in advance only where it comes back; what is not deducted belongs to what it was paid on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from financial_models.language import Line

from .case import Calculated
from .finding import Place
from .sentences import N_

USES = {
    "equipment": N_("Equipment"),
    "works": N_("Works and premises"),
    "start_up": N_("Start-up costs"),
    "deposits": N_("Deposits"),
    "stock": N_("First stock"),
    "vat": N_("VAT paid in advance"),
    "overdrawn": N_("Overdrawn before the plan"),
    "working_capital": N_("Working capital until the lowest month"),
    "contingency": N_("For the unforeseen"),
}
SOURCES = {
    "account": N_("On the account before the plan"),
    "own_money": N_("Own money and gifts"),
    "in_kind": N_("Brought in as things"),
    "cooperative": N_("Earned in the test phase"),
    "family": N_("Family or friends"),
    "microcredit": N_("Microcredit"),
    "startlening": N_("Startlening"),
    "winwin": N_("Winwinlening"),
    "bank": N_("Bank loan"),
    "other": N_("Other loan"),
    "leasing": N_("Leasing"),
    "grants": N_("Grants"),
    "trade": N_("Sales and credit of suppliers by then"),
}
RESERVE = N_("Stays on the account as a reserve")
MISSING = N_("Not found yet")
OWN = ("account", "own_money", "in_kind", "cooperative")


@dataclass(frozen=True)
class Entry:
    """One line of the table: its key, its label (an English text to translate), the amount and the rows behind it."""

    key: str
    label: str
    amount: float
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Funding:
    """The table of uses and sources.

    ``month`` is the month of the plan in which the account is at its lowest, ``until`` the last month of which
    purchases and sources are listed.
    """

    uses: tuple[Entry, ...]
    sources: tuple[Entry, ...]
    month: int
    until: int

    @property
    def needed(self) -> float:
        """All uses together."""
        return sum(entry.amount for entry in self.uses)

    @property
    def available(self) -> float:
        """All sources together."""
        return sum(entry.amount for entry in self.sources)

    @property
    def left(self) -> float:
        """What the sources leave over; below 0 it is what is missing."""
        return self.available - self.needed

    @property
    def reserve(self) -> float:
        """What makes the uses as large as the sources: it stays on the account."""
        return max(round(self.left, 2), 0.0)

    @property
    def missing(self) -> float:
        """What makes the sources as large as the uses: nobody brings it yet."""
        return max(-round(self.left, 2), 0.0)

    @property
    def own(self) -> float:
        """What is not borrowed, leased or granted."""
        return sum(entry.amount for entry in self.sources if entry.key in OWN)

    @property
    def own_share(self) -> float:
        """Own contribution as a share of the uses."""
        return self.own / self.needed if self.needed > 0 else 0.0

    def use(self, key: str) -> float:
        """The amount of one kind of use."""
        return sum(entry.amount for entry in self.uses if entry.key == key)

    def source(self, key: str) -> float:
        """The amount of one kind of source."""
        return sum(entry.amount for entry in self.sources if entry.key == key)


def sources_and_uses(case: Calculated) -> Funding:
    """The table of uses and sources of a plan, with working capital until the account is at its lowest."""
    until = max(case.outcome.lowest_month, min(case.own_start + 11, case.horizon))
    sources = _Entries(case, until)
    _collect_sources(sources)
    listed = _Entries(case, until)
    _collect_uses(listed)
    besides = sum(sources.amounts.values()) - sum(listed.amounts.values()) - case.outcome.lowest_cash
    listed.add("working_capital", max(besides, 0.0))
    sources.add("trade", max(-besides, 0.0))
    listed.add("contingency", case.number("financing.contingency") * _investment(listed))
    return Funding(listed.entries(USES), sources.entries(SOURCES), case.outcome.lowest_month, until)


class _Entries:
    """Amounts by kind while the table is being made."""

    def __init__(self, case: Calculated, month: int):
        self.case, self.month = case, month
        self.amounts: dict[str, float] = {}
        self.places: dict[str, tuple[Place, ...]] = {}

    def until(self, line: Line) -> float:
        """What a line comes to from the first month through the last that is listed."""
        return float(self.case.series(line)[: self.month].sum())

    def add(self, key: str, amount: float, *places: Place) -> None:
        """Add to one kind; what comes to nothing is not listed."""
        if round(amount, 2):
            self.amounts[key] = self.amounts.get(key, 0.0) + amount
            self.places[key] = (*self.places.get(key, ()), *places)

    def in_advance(self, key: str, vat: float) -> None:
        """List VAT that comes back on its own, and not with what it was paid on."""
        self.add(key, -vat)
        self.add("vat", vat)

    def entries(self, labels: dict[str, str]) -> tuple[Entry, ...]:
        """The lines of the table, in the order of the labels."""
        kinds: Iterable[str] = (key for key in labels if key in self.amounts)
        return tuple(Entry(key, labels[key], self.amounts[key], self.places[key]) for key in kinds)


def _collect_uses(uses: _Entries) -> None:
    case, spent = uses.case, uses.case.engine.parts.spent
    for row, thing in spent.equipment.items():
        kind = case.value("equipment[].kind", row)
        use = {"works": "works", "formation": "start_up"}.get(str(kind), "equipment")
        uses.add(use, uses.until(thing.paid) + uses.until(thing.in_kind_value), case.place("equipment[].price", row))
        uses.in_advance(use, uses.until(thing.vat_back))
    for line, cost in zip(case.engine.assumptions.costs, spent.costs, strict=True):
        if line.every == 0:
            uses.add("start_up", uses.until(cost.net) + uses.until(cost.vat), case.place("costs[].amount", line.id))
            uses.in_advance("start_up", uses.until(cost.vat_back))
    for lease, thing in zip(case.engine.assumptions.leases, case.engine.parts.money.leased, strict=True):
        uses.add("equipment", uses.until(thing.bought), case.place("leases[].price", lease.id))
    for deposit, held in zip(case.engine.assumptions.deposits, case.engine.parts.money.deposits, strict=True):
        place = case.place("deposits[].amount", deposit.id)
        uses.add("deposits", uses.until(held.paid) - uses.until(held.returned), place)
    _collect_stock(uses)
    uses.add("overdrawn", max(-float(case.engine.assumptions.bank.opening), 0.0), case.place("financing.bank.opening"))


def _collect_stock(uses: _Entries) -> None:
    """What is in stock at the end of the first month: bought before it is sold, or brought in."""
    case = uses.case
    for product, goods in zip(case.engine.assumptions.products, case.engine.parts.trade.purchases, strict=True):
        place = case.place("products[].first_stock", product.id)
        stock, bought, vat, back = (float(case.series(line)[0]) for line in (
            goods.stock, goods.bought, goods.vat, goods.vat_back))
        kept = min(stock / bought, 1.0) if bought > 0 else 0.0
        uses.add("stock", stock + (vat - back) * kept, place)
        uses.add("vat", back * kept)


def _collect_sources(sources: _Entries) -> None:
    case, money = sources.case, sources.case.engine.parts.money
    a = case.engine.assumptions
    sources.add("account", max(float(a.bank.opening), 0.0), case.place("financing.bank.opening"))
    for own, brought in zip(a.own_money, money.own_money, strict=True):
        sources.add("own_money", sources.until(brought.brought_in), case.place("own_money[].amount", own.id))
    for row, thing in case.engine.parts.spent.equipment.items():
        sources.add("in_kind", sources.until(thing.in_kind_value), case.place("equipment[].price", row))
    for product in a.products:
        sources.add("in_kind", product.supply.opening_stock, case.place("products[].opening_stock", product.id))
    if case.engine.parts.trade.test_phase:
        sources.add("cooperative", sources.until(case.engine.parts.trade.test_phase.paid_out))
    for loan, drawn in zip(a.loans, money.loans, strict=True):
        kind = loan.source if loan.source in SOURCES else "other"
        sources.add(kind, sources.until(drawn.drawn), case.place("loans[].amount", loan.id))
    for lease, thing in zip(a.leases, money.leased, strict=True):
        sources.add("leasing", sources.until(thing.bought), case.place("leases[].price", lease.id))
    capital, running = iter(money.capital_grants), iter(money.running_grants)
    for given in a.grants:
        grant = next(capital if given.equipment else running)
        sources.add("grants", sources.until(grant.received), case.place("grants[].amount", given.id))


def _investment(uses: _Entries) -> float:
    """What the contingency is a share of."""
    return sum(uses.amounts.get(key, 0.0) for key in ("equipment", "works", "start_up"))
