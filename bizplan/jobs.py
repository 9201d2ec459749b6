"""Documents made beside the web: a queue carries ids, a worker makes what the table of jobs asks for.

The queue lives in the folder of the installation; its messages are JSON, never pickles.
"""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from functools import partial
from typing import Any

from huey import Huey, SqliteHuey, crontab
from huey.registry import Message
from huey.serializer import Serializer

from bizplan.config import Config
from bizplan.domain import returned
from bizplan.domain.coaching import daily_message
from bizplan.domain.fingerprint import dated, fingerprint
from bizplan.domain.plan import Plan
from bizplan.domain.plan_file_error import PlanFileError
from bizplan.domain.released import released
from bizplan.domain.returned import Origin
from bizplan.storage import Storage, daily_mail, jobs, letterheads, notices, plans, releases, sign_off, submissions
from bizplan.storage import returned as returned_workbooks
from bizplan.storage import webhooks as kept_webhooks
from bizplan.storage.jobs import Job
from financial_models import AssumptionError
from financial_models.law import NotYetKnown

from . import delivery, mail, submitting, summing_up, webhooks
from .domain.clock import today
from .workshop import Workshop

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

    house = delivery.House.of(config)

    @made.task(name="make")
    def make(job: str) -> None:
        do(storage, job, house)

    @made.periodic_task(crontab(minute="*"), name="sweep")
    def sweep() -> None:
        for job in swept(storage):
            make(job)
        tell_of_news(config, storage)
        mail.deliver(config)
        summing_up.refresh(storage)
        webhooks.deliver(config, storage)

    made.make, made.sweep = make, sweep
    return made


def do(storage: Storage, job_id: str, house: delivery.House | None = None) -> None:
    """Makes what a job asks for, unless somebody else does or nobody wants it any more."""
    with storage.writing() as tx:
        job = jobs.take(tx, job_id)
    if job is None:
        return
    try:
        make = _frozen if job.kind == submissions.JOB else _kept
        make(storage, job, house or delivery.House())
    except _NotWanted:
        return
    except (PlanFileError, AssumptionError, NotYetKnown) as error:
        _fail(storage, job, str(error))
    except Exception:
        LOG.exception("job %s of kind %s failed", job.id, job.kind)
        _fail(storage, job, "")
        raise


def swept(storage: Storage) -> tuple[str, ...]:
    """What a worker left behind, to be made now; what is old is forgotten."""
    with storage.writing() as tx:
        jobs.clear(tx)
        notices.clear(tx)
        returned_workbooks.clear(tx)
        kept_webhooks.clear(tx)
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


def _kept(storage: Storage, job: Job, house: delivery.House) -> None:
    """Makes a document; which version left is kept with it, in one transaction."""
    content, cut = _document(storage, job, house)
    with storage.writing() as tx:
        if jobs.finish(tx, job.id, content) and cut.release and cut.release.day:
            releases.keep(tx, fingerprint(cut), job.plan, job.sequence, job.recipient, cut.release.day)


def _frozen(storage: Storage, job: Job, house: delivery.House) -> None:
    """Freezes what was handed in to a lender."""
    submitting.freeze(storage, job.subject, house, _telling(storage, job))
    with storage.writing() as tx:
        jobs.finish(tx, job.id, b"")


def _document(storage: Storage, job: Job, house: delivery.House) -> tuple[bytes, Plan]:
    """The document and the cut it was made from."""
    with storage.reading() as tx:
        kept = plans.plan(tx, job.plan)
        study = plans.record(tx, kept, job.sequence).plan if kept else None
        signed = sign_off.sign_off(tx, job.plan, job.sequence, job.made_at)
        letterhead = letterheads.of_plan(tx, job.plan)
    if study is None:
        raise _NotWanted
    day = today()
    cut = dated(released(study, job.recipient), day, revision=job.sequence, sign_off=signed)
    work = Workshop.on(cut, day)
    told = _telling(storage, job)
    told(0)
    made = delivery.document(job.kind, work, job.language, day, signed, replace(house, letterhead=letterhead),
                             partial(_origin, storage, job), told)
    told(1)
    return made, cut


def _telling(storage: Storage, job: Job) -> delivery.Told:
    """Writes down how far a job is; raises _NotWanted where nobody waits for it any more."""
    def told(done: float) -> None:
        with storage.writing() as tx:
            goes_on = jobs.beat(tx, job.id, CALCULATED + round((LAID_OUT - CALCULATED) * done))
        if not goes_on:
            raise _NotWanted
    return told


def _origin(storage: Storage, job: Job, inputs: str) -> str:
    """The line by which the workbook of a job is known again when it comes back."""
    origin = Origin(job.sequence, job.language, today(), inputs, job.recipient)
    return returned.told(origin, job.plan, storage.seal.digest)


class _NotWanted(Exception):
    """Nobody wants any more what is being made: the plan went, or access was taken back."""


def _fail(storage: Storage, job: Job, reason: str) -> None:
    with storage.writing() as tx:
        jobs.fail(tx, job.id, reason)
