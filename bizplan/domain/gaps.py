"""What wants an answer before a figure can be said, in the order of the study.

A figure is known as soon as enough is answered for it to mean something: one product with its price and quantity
sells.  Other rows that lack an answer are named too, since the figure leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .assumptions import left_out
from .questions import QUESTIONS
from .readiness.case import Case
from .readiness.evidence import quantities
from .readiness.finding import Place

ORDER = {key: at for at, key in enumerate(QUESTIONS)}
EXPENSES = ("household.expenses.rent", "household.expenses.food")
SOURCES = ("own_money[].amount", "loans[].amount", "grants[].amount")
INCOMES = ("household.incomes[].before", "household.incomes[].after")
Wanted = Mapping[str, Iterable[str]]                    # the questions that are wanted of each row


@dataclass(frozen=True)
class Gaps:
    """The answers that are wanted, and whether enough is known without them.

    Of a group without rows its first question is wanted, with no row.
    """

    places: tuple[Place, ...] = ()
    is_known: bool = True

    def __add__(self, other: Gaps) -> Gaps:
        places = {(place.key, place.row): place for place in (*self.places, *other.places)}
        ordered = sorted(places.values(), key=lambda place: ORDER[place.key])
        return Gaps(tuple(ordered), self.is_known and other.is_known)


def selling(case: Case) -> Gaps:
    """What is sold: of one product at least the price and the quantity."""
    wanted = {row: ("products[].price", *quantities(case, row)) for row in case.rows("products")}
    return _of_rows(case, "products", wanted)


def making(case: Case) -> Gaps:
    """What one costs to buy or make, of the products that sell."""
    selling_ = {place.row for place in selling(case).places}
    wanted = {row: (f"products[].cost_{_counted(case, row)}",) for row in case.rows("products") if row not in selling_}
    return _of_rows(case, "products", wanted) if wanted else Gaps()


def running(case: Case) -> Gaps:
    """What must be paid each month whatever is sold; who pays wages has answered that too."""
    staff = (*case.rows("employees"), *case.rows("casual_work"))
    if staff and not case.rows("costs"):
        return Gaps()
    return _of_rows(case, "costs", dict.fromkeys(case.rows("costs"), ("costs[].amount",)))


def living(case: Case) -> Gaps:
    """What the household needs: its rent and its food (0 is an answer too), and what each of its incomes comes to."""
    unknown = tuple(case.place(key) for key in EXPENSES if not case.is_answered(key))
    incomes = _unanswered(case, dict.fromkeys(case.rows("household.incomes"), INCOMES))
    return Gaps(unknown, not unknown) + Gaps(incomes)


def paying(case: Case) -> Gaps:
    """Whose money pays for the start, and what the things cost that are bought for it."""
    sources = {key: case.rows(key.split("[]")[0]) for key in SOURCES}
    known = case.is_answered("financing.bank.opening") or any(
        case.is_answered(key, row) for key, rows in sources.items() for row in rows)
    unknown = [case.place(key, row) for key, rows in sources.items() for row in rows if not case.is_answered(key, row)]
    if not known and not unknown:
        unknown = [case.place("own_money[].name")]
    prices = _unanswered(case, dict.fromkeys(case.rows("equipment"), ("equipment[].price",)))
    return Gaps(tuple(unknown), known) + Gaps(prices) + borrowing(case)


def borrowing(case: Case) -> Gaps:
    """Of each loan and lease what it is calculated from; a plan without any wants nothing."""
    found = [case.place(gap.question.key, gap.row) for gap in left_out(case.plan)
             if gap.question.group in ("loans", "leases")]
    amounts = _unanswered(case, dict.fromkeys(case.rows("loans"), ("loans[].amount",)))
    debts = {*(("loans", row) for row in case.rows("loans")), *(("leases", row) for row in case.rows("leases"))}
    short = {(place.key.split("[]")[0], place.row) for place in (*found, *amounts)}
    return Gaps(tuple(found), not debts or debts != short) + Gaps(amounts)


def _counted(case: Case, row: str) -> str:
    return "share" if case.value("products[].cost_by", row) == "share" else "per_unit"


def _of_rows(case: Case, group: str, wanted: Wanted) -> Gaps:
    """What the rows of a group lack; known as soon as one of them lacks nothing."""
    if not wanted:
        return Gaps((case.place(f"{group}[].name"),), is_known=False)
    places = _unanswered(case, wanted)
    return Gaps(places, len({place.row for place in places}) < len(wanted)) + Gaps()


def _unanswered(case: Case, wanted: Wanted) -> tuple[Place, ...]:
    return tuple(case.place(key, row) for row, keys in wanted.items() for key in keys if not case.is_answered(key, row))
