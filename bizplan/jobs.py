"""Documents made beside the web: a queue carries ids, a worker makes what the table of jobs asks for.

The queue lives in the folder of the installation; its messages are JSON, never pickles.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from huey import Huey, SqliteHuey, crontab
from huey.registry import Message
from huey.serializer import Serializer

from bizplan.config import Config
from bizplan.domain.coaching import daily_message
from bizplan.domain.plan_file_error import PlanFileError
from bizplan.storage import Storage, daily_mail, jobs, notices, plans, sign_off
from bizplan.storage.jobs import Job
from financial_models import AssumptionError
from financial_models.law import NotYetKnown

from . import delivery, mail, summing_up
from .workshop import Workshop, today

LOG = logging.getLogger("bizplan.jobs")
CALCULATED, LAID_OUT = 30, 90
"""How far a job is, in hundredths, once the figures are there and once the document is."""


class Json(Serializer):
    """Messages as JSON: whoever can write into the queue can name a job, and nothing else."""

    def _serialize(self, data: Any) -> bytes:
        return json.dumps(list(data) if isinstance(data, Message) else data).encode()

    def _deserialize(self, data: bytes) -> Any:
        told = json.loads(data)
        return Message(*told) if isinstance(told, list) and len(told) == len(Message._fields) else told


def queue(config: Config, storage: Storage) -> Huey:
    """The queue of an installation, with what its worker can do."""
    made = SqliteHuey("bizplan", filename=str(config.folder / "queue.sqlite"), serializer=Json(), utc=True,
                      results=False, journal_mode="delete")

    @made.task(name="make")
    def make(job: str) -> None:
        do(storage, job)

    @made.periodic_task(crontab(minute="*"), name="sweep")
    def sweep() -> None:
        for job in swept(storage):
            make(job)
        tell_of_news(config, storage)
        mail.deliver(config)
        summing_up.refresh(storage)

    made.make, made.sweep = make, sweep
    return made


def do(storage: Storage, job_id: str) -> None:
    """Makes the document of a job, unless somebody else does or nobody wants it any more."""
    with storage.writing() as tx:
        job = jobs.take(tx, job_id)
    if job is None:
        return
    try:
        made = _document(storage, job)
    except (PlanFileError, AssumptionError, NotYetKnown) as error:
        _fail(storage, job, str(error))
    except Exception:
        LOG.exception("job %s of kind %s failed", job.id, job.kind)
        _fail(storage, job, "")
        raise
    else:
        if made is not None:
            with storage.writing() as tx:
                jobs.finish(tx, job.id, made)


def swept(storage: Storage) -> tuple[str, ...]:
    """What a worker left behind, to be made now; what is old is forgotten."""
    with storage.writing() as tx:
        jobs.clear(tx)
        notices.clear(tx)
        return jobs.left_behind(tx)


def tell_of_news(config: Config, storage: Storage) -> int:
    """Writes the message of the day to whoever asked for it and has news; the answer is how many were written.

    That it goes is kept before it is written: whatever happens between, nobody gets it twice.
    """
    with storage.reading() as tx:
        if not daily_mail.are_waiting(tx):
            return 0
    with storage.writing() as tx:
        due = daily_mail.take(tx)
    written = 0
    for each in due:
        subject, text = daily_message.message(each.language, each.count, f"{config.url}/{each.language}/sign-in")
        try:
            mail.leave(config, mail.Message(each.email, subject, text))
        except (OSError, ValueError) as error:              # a full disk, an address that no letter can carry
            LOG.warning("no message of news could be written: %s", type(error).__name__)
        else:
            written += 1
    return written


def _document(storage: Storage, job: Job) -> bytes | None:
    """The document; None where the plan went, or access was taken back, meanwhile."""
    with storage.reading() as tx:
        kept = plans.plan(tx, job.plan)
        study = plans.record(tx, kept, job.sequence).plan if kept else None
        signed = sign_off.sign_off(tx, job.plan, job.sequence, job.made_at)
    if study is None:
        return None
    work = Workshop.on(study, today())
    if not _goes_on(storage, job, CALCULATED):
        return None

    def told(done: float) -> None:
        if not _goes_on(storage, job, CALCULATED + round((LAID_OUT - CALCULATED) * done)):
            raise _NotWanted

    try:
        made = delivery.document(job.kind, work, job.language, today(), signed, told)
    except _NotWanted:
        return None
    return made if _goes_on(storage, job, LAID_OUT) else None


class _NotWanted(Exception):
    """Nobody wants the document any more that is being made."""


def _goes_on(storage: Storage, job: Job, progress: int) -> bool:
    with storage.writing() as tx:
        return jobs.beat(tx, job.id, progress)


def _fail(storage: Storage, job: Job, reason: str) -> None:
    with storage.writing() as tx:
        jobs.fail(tx, job.id, reason)
