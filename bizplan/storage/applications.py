"""Applications for a credit, each with all that was handed in for it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.verdicts import Kind
from bizplan.domain.people import CONSENT

from . import consents, links
from .columns import new_id
from .database import Transaction
from .tables import APPLICATIONS, PLANS, SUBMISSIONS, VERDICTS


def begin(tx: Transaction, plan: str, author: str, lender: str, organisation: str | None = None) -> str:
    """An application at a lender; the one that is open there already, where there is one."""
    same = select(APPLICATIONS.c.id).where(
        APPLICATIONS.c.plan_id == plan, APPLICATIONS.c.lender == lender, APPLICATIONS.c.ended_at.is_(None),
        APPLICATIONS.c.organisation_id.is_not_distinct_from(organisation))
    if (known := tx.execute(same).scalars().first()) is not None:
        return str(known)
    application = new_id()
    tx.execute(APPLICATIONS.insert().values(id=application, plan_id=plan, lender=lender, author_id=author,
                                            organisation_id=organisation, made_at=tx.now))
    return application


def end(tx: Transaction, application: str) -> None:
    """Nothing more is handed in for it, and links to it open nothing any more."""
    links.end_all(tx, application)
    tx.execute(APPLICATIONS.update().where(APPLICATIONS.c.id == application, APPLICATIONS.c.ended_at.is_(None))
               .values(ended_at=tx.now))


def application(tx: Transaction, application_id: str) -> Application | None:
    """One application."""
    return next(iter(_found(tx, APPLICATIONS.c.id == application_id)), None)


def applications_of(tx: Transaction, plan: str) -> tuple[Application, ...]:
    """Those of a plan, the newest first."""
    return _found(tx, APPLICATIONS.c.plan_id == plan)


def applications_at(tx: Transaction, *organisations: str) -> tuple[Application, ...]:
    """Those of which some organisations know, the newest first."""
    return tuple(each for each in _found(tx, APPLICATIONS.c.organisation_id.in_(organisations))
                 if each.is_at_lender)


def applications_named(tx: Transaction, ids: Collection[str]) -> tuple[Application, ...]:
    """Those with these ids."""
    return _found(tx, APPLICATIONS.c.id.in_(ids))


def decided_at() -> ColumnElement[datetime | None]:
    """When each application of a larger question was last decided; nothing where it never was."""
    return select(func.max(VERDICTS.c.made_at)).where(
        VERDICTS.c.application_id == APPLICATIONS.c.id, VERDICTS.c.kind == Kind.DECISION.value).scalar_subquery()


def _found(tx: Transaction, condition: ColumnElement[bool]) -> tuple[Application, ...]:
    asked = select(
        APPLICATIONS, consents.standing(PLANS.c.owner_id, CONSENT).label("is_agreed"), decided_at().label("decided_at"),
    ).join(PLANS, PLANS.c.id == APPLICATIONS.c.plan_id).where(condition)
    found = tx.execute(asked.order_by(APPLICATIONS.c.made_at.desc(), APPLICATIONS.c.id)).all()
    handed_in: dict[str, list[Submission]] = {row.id: [] for row in found}
    columns = [each for each in SUBMISSIONS.c if not each.name.endswith("_sealed")]
    for row in tx.execute(select(*columns).join(APPLICATIONS, APPLICATIONS.c.id == SUBMISSIONS.c.application_id)
                          .where(condition).order_by(SUBMISSIONS.c.number)):
        handed_in[row.application_id].append(submission_of(row))
    return tuple(Application(
        row.id, row.plan_id, row.lender, row.organisation_id or "", row.officer_id or "", row.author_id or "",
        row.made_at, row.ended_at, tuple(handed_in[row.id]), bool(row.is_agreed), row.decided_at)
        for row in found)


def submission_of(row: Row[Any]) -> Submission:
    """A submission as its row says it, without what was frozen."""
    return Submission(
        row.id, row.application_id, row.plan_id, row.number, row.sequence, row.language,
        tuple(filter(None, row.more.split(","))), row.author_id or "", row.made_at, row.coach_id or "", row.coach_at,
        row.owner_at, row.submitted_at, row.frozen_at, row.withdrawn_at)
