"""The summaries that desks show, kept fresh: the worker makes those of a few plans at a time.

A desk never waits for one: it shows what was known last, or that a plan is new.
"""

import logging
from datetime import date

from bizplan.domain.coaching.summary import Summary, summary
from bizplan.domain.readiness import readiness
from bizplan.storage import Storage, plans, summaries
from bizplan.storage.plans import Kept

from .domain.clock import today

LOG = logging.getLogger("bizplan.jobs")
MOST = 12
"""How many plans are summed up in a minute: each takes about half a second, and documents want the worker too."""


def refresh(storage: Storage, most: int = MOST) -> int:
    """Sums up the plans that changed, or were last summed up on another day; the answer is how many there were."""
    day = today()
    with storage.reading() as tx:
        found = [kept for plan in summaries.stale(tx, day, most) if (kept := plans.plan(tx, plan))]
    for kept in found:
        made = _made(storage, kept, day)
        with storage.writing() as tx:
            summaries.keep(tx, kept.id, kept.sequence, day, made)
    return len(found)


def _made(storage: Storage, kept: Kept, day: date) -> Summary | None:
    """The summary; None where the plan cannot be read or judged: tried again when it changes, or the day does."""
    try:
        with storage.reading() as tx:
            record = plans.record(tx, kept)
        return summary(record, readiness(record.plan, today=day))
    except Exception:
        LOG.exception("plan %s could not be summed up", kept.id)
        return None
