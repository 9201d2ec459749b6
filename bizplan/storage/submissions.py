"""What is handed in for an application: made ready, signed by both, frozen, and taken back."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select

from bizplan.domain.coaching import News
from bizplan.domain.lending.applications import Frozen, Submission
from bizplan.domain.lending.summary import Summary
from bizplan.domain.lending.webhooks import Event

from . import jobs, lender_news, participants, plans, webhooks
from .applications import submission_of
from .columns import new_id
from .database import Transaction
from .jobs import Wanted
from .tables import SUBMISSIONS

JOB = "submission"
"""The kind of job that freezes one."""


@dataclass(frozen=True)
class Agreed:
    """To which text somebody agreed, and in which language they read it."""

    text: str
    language: str


def prepare(tx: Transaction, application: str, plan: str, author: str, sequence: int, language: str,
            more: tuple[str, ...] = ()) -> str:
    """A version of the plan is made ready; what was being made ready for the same application goes."""
    tx.execute(SUBMISSIONS.delete().where(SUBMISSIONS.c.application_id == application,
                                          SUBMISSIONS.c.submitted_at.is_(None)))
    last = tx.execute(select(func.max(SUBMISSIONS.c.number)).where(
        SUBMISSIONS.c.application_id == application)).scalar_one()
    made = new_id()
    tx.execute(SUBMISSIONS.insert().values(
        id=made, application_id=application, plan_id=plan, number=(last or 0) + 1, sequence=sequence,
        language=language, more=",".join(more), author_id=author, made_at=tx.now))
    return made


def sign_as_coach(tx: Transaction, submission_id: str, coach: str) -> bool:
    """A coach stands behind the version; False where it is gone, or signed already."""
    signed = tx.execute(SUBMISSIONS.update().where(
        SUBMISSIONS.c.id == submission_id, SUBMISSIONS.c.coach_at.is_(None), *_waits(),
    ).values(coach_id=coach, coach_at=tx.now))
    return bool(signed.rowcount) and _submit_if_signed(tx, submission_id)


def sign_as_owner(tx: Transaction, submission_id: str, agreed: Agreed) -> bool:
    """The entrepreneur agrees that the lender reads it; False where it is gone, or signed already."""
    signed = tx.execute(SUBMISSIONS.update().where(
        SUBMISSIONS.c.id == submission_id, SUBMISSIONS.c.owner_at.is_(None), *_waits(),
    ).values(owner_at=tx.now, consent=agreed.text, consent_language=agreed.language))
    return bool(signed.rowcount) and _submit_if_signed(tx, submission_id)


def _waits() -> tuple[ColumnElement[bool], ...]:
    """What is made ready, and neither handed in nor taken back."""
    return SUBMISSIONS.c.submitted_at.is_(None), SUBMISSIONS.c.withdrawn_at.is_(None)


def _submit_if_signed(tx: Transaction, submission_id: str) -> bool:
    """Once the entrepreneur has signed, and a coach where the plan has any, it is handed in and will be frozen."""
    row = _row(tx, submission_id)
    assert row is not None
    needs_coach = bool(participants.coaches_of(tx, row.plan_id))
    if row.owner_at is not None and (row.coach_at is not None or not needs_coach):
        tx.execute(SUBMISSIONS.update().where(SUBMISSIONS.c.id == submission_id).values(submitted_at=tx.now))
        kept = plans.plan(tx, row.plan_id)
        assert kept is not None
        jobs.add(tx, Wanted(JOB, kept.id, kept.owner, row.language, row.sequence, subject=submission_id))
    return True


def freeze(tx: Transaction, submission_id: str, made: Frozen) -> bool:
    """What the lender reads from now on; False where it was taken back or frozen meanwhile: then nothing is kept."""
    told = {"day": made.day.isoformat(), "fingerprint": made.fingerprint, "plan": made.plan.decode(),
            "figures": made.figures.decode()}
    seal = tx.seal
    kept = bool(tx.execute(SUBMISSIONS.update().where(
        SUBMISSIONS.c.id == submission_id, SUBMISSIONS.c.frozen_at.is_(None), SUBMISSIONS.c.withdrawn_at.is_(None),
    ).values(
        frozen_at=tx.now, content_sealed=seal.sealed(told, "submissions", submission_id),
        summary_sealed=seal.sealed(made.summary.as_document(), "submissions", submission_id, "summary"),
        dossier_sealed=seal.sealed_bytes(made.dossier, "submissions", submission_id, "dossier"),
        workbook_sealed=seal.sealed_bytes(made.workbook, "submissions", submission_id, "workbook"),
    )).rowcount)
    if kept:
        _tell(tx, Event.FROZEN, submission_id)
    return kept


def withdraw(tx: Transaction, submission_id: str, over: News = News.GONE) -> None:
    """The lender does not read it any more, from now on; what was frozen goes.  ``over`` is what its officers hear."""
    read = (SUBMISSIONS.c.id == submission_id) & SUBMISSIONS.c.withdrawn_at.is_(None)
    taken = tx.execute(SUBMISSIONS.update().where(read).values(
        withdrawn_at=tx.now, summary_sealed=None, content_sealed=None, dossier_sealed=None, workbook_sealed=None))
    if taken.rowcount:
        _tell(tx, Event.WITHDRAWN, submission_id, over)


def withdraw_all(tx: Transaction, application: str, over: News = News.GONE) -> bool:
    """Takes back every version of an application, also one that is being made ready; whether the lender knew of any."""
    open_ones = tx.execute(select(SUBMISSIONS.c.id, SUBMISSIONS.c.submitted_at).where(
        SUBMISSIONS.c.application_id == application, SUBMISSIONS.c.withdrawn_at.is_(None),
    ).order_by(SUBMISSIONS.c.number)).all()
    for each in open_ones:
        withdraw(tx, each.id, over)
    return any(each.submitted_at for each in open_ones)


def submission(tx: Transaction, submission_id: str) -> Submission | None:
    """One submission, without what was frozen."""
    row = _row(tx, submission_id)
    return None if row is None else submission_of(row)


def told(tx: Transaction, submission_id: str) -> dict[str, Any] | None:
    """What was frozen but for the documents: day, fingerprint, plan file and figures; None where it cannot be read."""
    row = _row(tx, submission_id)
    if row is None or row.content_sealed is None:
        return None
    found: dict[str, Any] = tx.seal.opened(row.content_sealed, "submissions", submission_id)
    return found


def summary(tx: Transaction, submission_id: str) -> Summary | None:
    """Who asks how much for what, at a glance; None where it cannot be read."""
    kept = tx.execute(select(SUBMISSIONS.c.summary_sealed).where(SUBMISSIONS.c.id == submission_id)).scalar()
    return None if kept is None else summary_in(tx, submission_id, kept)


def summary_in(tx: Transaction, submission_id: str, sealed: bytes) -> Summary:
    """What is sealed beside a submission, at a glance."""
    return Summary.from_document(tx.seal.opened(sealed, "submissions", submission_id, "summary"))


def document(tx: Transaction, submission_id: str, kind: str) -> bytes | None:
    """The "dossier" or the "workbook" that was frozen; None where it cannot be read."""
    kept = tx.execute(select(SUBMISSIONS.c[f"{kind}_sealed"]).where(SUBMISSIONS.c.id == submission_id)).scalar()
    return None if kept is None else tx.seal.opened_bytes(kept, "submissions", submission_id, kind)


def _tell(tx: Transaction, event: Event, submission_id: str, over: News = News.GONE) -> None:
    """The lender's own system hears of what it knows: of what was never handed in, nothing.

    Its officers hear of what they can read, and that it is gone where they could.
    """
    row = _row(tx, submission_id)
    if row is not None and row.submitted_at is not None:
        webhooks.tell(tx, event, row.application_id, row.number)
    if row is not None and row.frozen_at is not None:
        if event is Event.FROZEN:
            lender_news.tell_of_version(tx, row.application_id, row.number)
        else:
            lender_news.tell(tx, over, row.application_id)


def _row(tx: Transaction, submission_id: str) -> Any:
    return tx.execute(select(SUBMISSIONS).where(SUBMISSIONS.c.id == submission_id)).one_or_none()
