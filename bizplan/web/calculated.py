"""What was read and calculated of a plan lately, so that pages about the same answers do not do it again.

Kept in the memory of the process only, for a few plans, under the sequence of the answers and the day.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from bizplan.documents.boxed import Boxed, boxed
from bizplan.domain.clock import today
from bizplan.domain.profile import Verdict, verdict
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.readiness.assessment import NoFigures, calculation
from bizplan.domain.readiness.case import Calculated, Case
from bizplan.domain.revisions import Record
from bizplan.domain.sensitivity import Mover, movers
from bizplan.storage import Transaction, plans
from bizplan.storage.plans import Kept
from bizplan.workshop import Workshop
from financial_models import Plan, Values

Thing = TypeVar("Thing")
Key = tuple[str, int, str]
_FORGETTING: list[Callable[[str], None]] = []


class Memory(Generic[Thing]):
    """The last few results, each under its plan, the sequence of its answers and the day."""

    def __init__(self, most: int):
        self._most, self._lock = most, Lock()
        self._things: OrderedDict[Key, Thing] = OrderedDict()
        _FORGETTING.append(self.forget)

    def get(self, kept: Kept) -> Thing | None:
        """What is remembered of a plan as it is now."""
        with self._lock:
            return self._things.get(_key(kept))

    def before(self, kept: Kept) -> Thing | None:
        """What is remembered of the plan as it was before its last answers."""
        with self._lock:
            earlier = [key for key in self._things if key[0] == kept.id and key[1] < kept.sequence]
            return self._things[max(earlier, key=lambda key: key[1])] if earlier else None

    def newest(self, kept: Kept) -> Thing | None:
        """What is remembered of a plan as it is, else as it was before its last answers."""
        return self.get(kept) or self.before(kept)

    def of(self, kept: Kept, make: Callable[[], Thing]) -> Thing:
        """What is remembered, else made now and remembered."""
        found = self.get(kept)
        if found is not None:
            return found
        made = make()
        with self._lock:
            self._things[_key(kept)] = made
            self._things.move_to_end(_key(kept))
            while len(self._things) > self._most:
                self._things.popitem(last=False)
        return made

    def forget(self, plan: str) -> None:
        """Nothing is remembered of this plan any more."""
        with self._lock:
            for key in [key for key in self._things if key[0] == plan]:
                del self._things[key]


class Records:
    """The plans read last, so that a page about one reads and opens only what was said since."""

    def __init__(self, most: int):
        self._most, self._lock = most, Lock()
        self._records: OrderedDict[str, Record] = OrderedDict()
        _FORGETTING.append(self.forget)

    def of(self, tx: Transaction, kept: Kept) -> Record:
        """A plan as it stands."""
        with self._lock:
            known = self._records.get(kept.id)
        if known is not None and known.sequence == kept.sequence:
            return known
        found = plans.record(tx, kept) if known is None else plans.caught_up(tx, kept, known)
        with self._lock:
            self._records[kept.id] = found
            self._records.move_to_end(kept.id)
            while len(self._records) > self._most:
                self._records.popitem(last=False)
        return found

    def forget(self, plan: str) -> None:
        """Nothing is remembered of this plan any more."""
        with self._lock:
            self._records.pop(plan, None)


def forget(plan: str) -> None:
    """Nothing at all is remembered of this plan in the memory of this process."""
    for each in _FORGETTING:
        each(plan)


def when_forgetting(forgets: Callable[[str], None]) -> None:
    """Something else that is remembered of plans forgets along with all that is remembered here."""
    _FORGETTING.append(forgets)


RECORDS = Records(most=30)
PLANS: Memory[Calculated | NoFigures] = Memory(most=12)
MOVERS: Memory[tuple[Mover, ...]] = Memory(most=50)
READY: Memory[Readiness] = Memory(most=12)
VERDICTS: Memory[Verdict] = Memory(most=12)
BOXED: Memory[tuple[Boxed, ...]] = Memory(most=50)


def calculated(kept: Kept, record: Record) -> Calculated | NoFigures:
    """The figures of a plan as it stands, or why there are none."""
    return PLANS.of(kept, lambda: calculation(Case(record.plan, today()), lambda: _made(record)))


def ready(kept: Kept, record: Record) -> Readiness:
    """How ready a plan is as it stands."""
    return READY.of(kept, lambda: _checked(record, calculated(kept, record)))


def first_look(kept: Kept, record: Record) -> Verdict:
    """The verdict of the quick look on a plan as it stands."""
    return VERDICTS.of(kept, lambda: verdict(record.plan, today()))


def printed_as_boxes(kept: Kept, record: Record) -> tuple[Boxed, ...]:
    """The answers of a plan as it stands with characters that its documents cannot print."""
    return BOXED.of(kept, lambda: boxed(record.plan))


def strongest(kept: Kept, found: Calculated) -> tuple[Mover, ...]:
    """The answers that move the lowest cash most."""
    return MOVERS.of(kept, lambda: movers(found))


def is_strong(kept: Kept, question: str, row: str) -> bool:
    """Whether an answer is known to be one of those: a page does not wait to find out."""
    return any(each.place == (question, row) for each in MOVERS.newest(kept) or ())


def _checked(record: Record, found: Calculated | NoFigures) -> Readiness:
    if isinstance(found, NoFigures):
        return readiness(record.plan, today=today())
    return readiness(record.plan, found.engine, found.values, today())


def _made(record: Record) -> tuple[Plan, Values]:
    work = Workshop.on(record.plan, today())                # not cast: its inputs know who said them
    return work.engine, work.values


def _key(kept: Kept) -> Key:
    return kept.id, kept.sequence, today().isoformat()
