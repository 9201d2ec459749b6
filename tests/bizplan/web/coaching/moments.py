"""What happens to a plan under test: answers at any moment, rows that come, move and go."""

from datetime import timedelta
from typing import Any

import time_machine

from bizplan.domain.revisions import Deed, Said
from bizplan.storage import Storage, plans
from bizplan.storage.plans import Change
from tests.bizplan.web.opened import record

NOW = timedelta()


def newest(storage: Storage, plan: str) -> int:
    """The sequence of the newest revision."""
    with storage.reading() as tx:
        kept = plans.plan(tx, plan)
        assert kept
        return kept.sequence


def bread(storage: Storage, plan: str) -> str:
    """The row of the flat bread."""
    stands = record(storage, plan)
    return next(row for row in stands.rows["products"] if "lat" in str(stands.said("products[].name", row).value))


def answered(storage: Storage, plan: str, author: str, question: str, value: Any, row: str = "",
             after: timedelta = NOW, **more: Any) -> int:
    """Somebody answers a question; the sequence that this made."""
    with storage.reading() as tx:
        moment = tx.now + after
    with time_machine.travel(moment, tick=False), storage.writing() as tx:
        told = Said.of(question, value, **more)
        plans.save(tx, plan, author, Change(Deed.ANSWER, question, row, told, base=10**6))
    return newest(storage, plan)


def rearranged(storage: Storage, plan: str, author: str, deed: Deed, row: str, after: str = "",
               group: str = "products") -> None:
    """A row is added, moved or removed."""
    with storage.writing() as tx:
        plans.save(tx, plan, author, Change(deed, group, row, after=after))
