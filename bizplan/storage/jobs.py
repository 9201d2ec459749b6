"""Long work that was asked for: this table is the truth about it, the queue only carries ids."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, Table, delete, exists, or_, select

from bizplan.domain.recipients import Recipient

from .columns import new_id
from .database import Transaction
from .tables import CONDITIONS, GATES, JOBS, ORGANISATIONS, PLANS, REVIEWS

SILENT_AFTER = timedelta(minutes=2)
KEPT_FOR = timedelta(days=7)
MOST_TRIES = 2
MOST_WAITING = 4
ASKED, RUNNING, DONE, FAILED = "asked", "running", "done", "failed"


@dataclass(frozen=True)
class Job:
    """A document of a plan that was asked for, as it was at a sequence, in a language, cut for a reader."""

    id: str
    kind: str
    plan: str
    person: str
    language: str
    sequence: int
    state: str
    progress: int
    tries: int
    made_at: datetime
    recipient: Recipient = Recipient.LENDER
    reason: str = ""
    subject: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens to it."""
        return self.state in (DONE, FAILED)


@dataclass(frozen=True)
class Wanted:
    """What is asked for: a document of a plan as it was at a sequence; ``subject`` is what else it is made for."""

    kind: str
    plan: str
    person: str
    language: str
    sequence: int
    recipient: Recipient = Recipient.LENDER
    subject: str = ""


class TooMany(Exception):
    """Somebody asked for more documents than are made for one person at a time."""


def ask(tx: Transaction, kind: str, plan: str, person: str, language: str, sequence: int,
        recipient: Recipient = Recipient.LENDER) -> str:
    """Asks for a document; asked again for the same, the answer is the job that exists; raises TooMany.

    A dossier says what coaches approved and decided, under the logo of their organisation: after a change of those
    it is not the same any more.
    """
    same = tx.execute(select(JOBS.c.id).where(
        JOBS.c.kind == kind, JOBS.c.plan_id == plan, JOBS.c.language == language, JOBS.c.sequence == sequence,
        JOBS.c.recipient == recipient.value, JOBS.c.state != FAILED, JOBS.c.made_at > tx.now - KEPT_FOR,
        ~_judged_later(REVIEWS), ~_judged_later(GATES), ~_judged_later(CONDITIONS),
        ~_logo_changed_later())).scalars().first()
    if same is not None:
        return str(same)
    waiting = select(JOBS.c.id).where(JOBS.c.person_id == person, JOBS.c.state.in_((ASKED, RUNNING)))
    if len(tx.execute(waiting).all()) >= MOST_WAITING:
        raise TooMany(person)
    return add(tx, Wanted(kind, plan, person, language, sequence, recipient))


def add(tx: Transaction, wanted: Wanted) -> str:
    """Has something made that was not asked for yet."""
    job = new_id()
    tx.execute(JOBS.insert().values(
        id=job, kind=wanted.kind, plan_id=wanted.plan, person_id=wanted.person, language=wanted.language,
        sequence=wanted.sequence, recipient=wanted.recipient.value, subject=wanted.subject, state=ASKED,
        made_at=tx.now))
    return job


def take(tx: Transaction, job: str) -> Job | None:
    """The job, for whoever does it now; None where it is taken, over or gone."""
    taken = tx.execute(
        JOBS.update().where(JOBS.c.id == job, or_(JOBS.c.state == ASKED, _is_silent(tx)), JOBS.c.tries < MOST_TRIES)
        .values(state=RUNNING, tries=JOBS.c.tries + 1, beaten_at=tx.now, progress=5).returning(JOBS)).one_or_none()
    return None if taken is None else _job(tx, taken)


def beat(tx: Transaction, job: str, progress: int) -> bool:
    """The work goes on, so far; False where nobody wants it any more."""
    return bool(tx.execute(JOBS.update().where(JOBS.c.id == job, JOBS.c.state == RUNNING)
                           .values(beaten_at=tx.now, progress=progress)).rowcount)


def finish(tx: Transaction, job: str, result: bytes) -> bool:
    """The document is there; one that nobody wants any more is dropped, and the answer is False."""
    return bool(tx.execute(JOBS.update().where(JOBS.c.id == job, JOBS.c.state == RUNNING).values(
        state=DONE, progress=100, ended_at=tx.now, result_sealed=tx.seal.sealed_bytes(result, "jobs", job))).rowcount)


def fail(tx: Transaction, job: str, reason: str) -> None:
    """The document cannot be made, and why, in words for the person who asked."""
    tx.execute(JOBS.update().where(JOBS.c.id == job).values(
        state=FAILED, ended_at=tx.now, reason_sealed=tx.seal.sealed(reason, "jobs", job, "reason")))


def drop(tx: Transaction, person: str, plans: Select[Any]) -> None:
    """Nobody wants any more what somebody asked for of these plans and what is not made yet."""
    tx.execute(delete(JOBS).where(
        JOBS.c.person_id == person, JOBS.c.plan_id.in_(plans), JOBS.c.state.in_((ASKED, RUNNING))))


def job(tx: Transaction, plan: str, job_id: str) -> Job | None:
    """A job of a plan."""
    found = tx.execute(select(JOBS).where(JOBS.c.id == job_id, JOBS.c.plan_id == plan)).one_or_none()
    return None if found is None else _job(tx, found)


def jobs_of(tx: Transaction, plan: str) -> tuple[Job, ...]:
    """The jobs of a plan, the newest first."""
    found = tx.execute(select(JOBS).where(JOBS.c.plan_id == plan).order_by(JOBS.c.made_at.desc(), JOBS.c.id))
    return tuple(_job(tx, each) for each in found)


def result(tx: Transaction, job_id: str) -> bytes | None:
    """The document that a job made."""
    asked = select(JOBS.c.result_sealed).where(JOBS.c.id == job_id, JOBS.c.state == DONE)
    kept = tx.execute(asked).scalar_one_or_none()
    return None if kept is None else tx.seal.opened_bytes(kept, "jobs", job_id)


def left_behind(tx: Transaction) -> tuple[str, ...]:
    """What was asked for and is not being made: a worker stopped, or its message was lost."""
    lost = (JOBS.c.state == ASKED) & (JOBS.c.made_at < tx.now - timedelta(seconds=10))
    found = tx.execute(select(JOBS.c.id).where(or_(lost, _is_silent(tx)), JOBS.c.tries < MOST_TRIES))
    return tuple(found.scalars())


def clear(tx: Transaction) -> None:
    """Forgets documents after a week, and gives up on what failed again and again."""
    tx.execute(delete(JOBS).where(JOBS.c.made_at < tx.now - KEPT_FOR))
    given_up = tx.execute(select(JOBS.c.id).where(_is_silent(tx), JOBS.c.tries >= MOST_TRIES)).scalars().all()
    for each in given_up:
        fail(tx, each, "")


def _judged_later(table: Table) -> Any:
    """Whether something was approved or decided in the plan of a job, or a condition met, since it was asked for."""
    return exists().where(table.c.plan_id == JOBS.c.plan_id, table.c.made_at >= JOBS.c.made_at)


def _logo_changed_later() -> Any:
    """Whether the organisation of the plan of a job got another logo since the job was asked for."""
    return exists().where(PLANS.c.id == JOBS.c.plan_id, ORGANISATIONS.c.id == PLANS.c.organisation_id,
                          ORGANISATIONS.c.logo_at >= JOBS.c.made_at)


def _is_silent(tx: Transaction) -> Any:
    return (JOBS.c.state == RUNNING) & (JOBS.c.beaten_at < tx.now - SILENT_AFTER)


def _job(tx: Transaction, row: Row[Any]) -> Job:
    reason = "" if row.reason_sealed is None else tx.seal.opened(row.reason_sealed, "jobs", row.id, "reason")
    return Job(row.id, row.kind, row.plan_id, row.person_id, row.language, row.sequence, row.state, row.progress,
               row.tries, row.made_at, Recipient(row.recipient), reason, row.subject)
