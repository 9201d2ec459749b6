"""What a lender's own computer system finds: the applications at its organisation, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_, select, true

from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.standing import Standing
from bizplan.domain.people import CONSENT

from . import applications, consents
from .database import Transaction
from .tables import APPLICATIONS, PLANS, SUBMISSIONS


@dataclass(frozen=True)
class Place:
    """Where a page ended: when the last application on it was first handed in, and which one that was."""

    at: datetime
    application: str


@dataclass(frozen=True)
class Asked:
    """Which applications are asked for: how many at most, after a place, that stand so, that changed since."""

    most: int
    after: Place | None = None
    standing: Standing | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Page:
    """Applications in the order in which they were first handed in; ``next`` is where more follow, if they do."""

    applications: tuple[Application, ...]
    next: Place | None


def page(tx: Transaction, organisation: str, asked: Asked) -> Page:
    """A page of what was handed in at an organisation, of those who still take part in the study.

    What was taken back is there only once its application ended, without anything to read.
    """
    there, ever = _there(), _ever()
    first = func.coalesce(there.c.first, ever.c.first).label("first")
    statement = select(APPLICATIONS.c.id, first).join(ever, ever.c.application_id == APPLICATIONS.c.id).outerjoin(
        there, there.c.application_id == APPLICATIONS.c.id).join(PLANS, PLANS.c.id == APPLICATIONS.c.plan_id).where(
        APPLICATIONS.c.organisation_id == organisation, consents.standing(PLANS.c.owner_id, CONSENT),
        or_(there.c.first.is_not(None), APPLICATIONS.c.ended_at.is_not(None)), *_narrowed(asked, first, there, ever),
    ).order_by(first, APPLICATIONS.c.id).limit(asked.most + 1)
    rows = tx.execute(statement).all()
    found = _in_order(tx, [row.id for row in rows[:asked.most]])
    last = rows[asked.most - 1] if len(rows) > asked.most else None
    return Page(found, None if last is None else Place(last.first, last.id))


def _there() -> Any:
    """Of each application what the lender can see: when that came first, and whether any of it can be read."""
    return select(
        SUBMISSIONS.c.application_id, func.min(SUBMISSIONS.c.submitted_at).label("first"),
        func.max(SUBMISSIONS.c.frozen_at).label("frozen"),
    ).where(SUBMISSIONS.c.submitted_at.is_not(None), SUBMISSIONS.c.withdrawn_at.is_(None)).group_by(
        SUBMISSIONS.c.application_id).subquery()


def _ever() -> Any:
    """Of each application when something was first handed in, and last handed in, frozen and taken back."""
    return select(
        SUBMISSIONS.c.application_id, func.min(SUBMISSIONS.c.submitted_at).label("first"),
        *(func.max(SUBMISSIONS.c[name]).label(name) for name in (
            "submitted_at", "frozen_at", "withdrawn_at")),
    ).where(SUBMISSIONS.c.submitted_at.is_not(None)).group_by(SUBMISSIONS.c.application_id).subquery()


def _narrowed(asked: Asked, first: Any, there: Any, ever: Any) -> list[ColumnElement[bool]]:
    said = list[ColumnElement[bool]]()
    if asked.after:
        said.append(or_(first > asked.after.at,
                        and_(first == asked.after.at, APPLICATIONS.c.id > asked.after.application)))
    if asked.since:
        said.append(or_(*(each >= asked.since for each in (
            APPLICATIONS.c.ended_at, applications.decided_at(), ever.c.submitted_at, ever.c.frozen_at,
            ever.c.withdrawn_at))))
    return said + (_standing(asked.standing, there) if asked.standing else [])


def _standing(wanted: Standing, there: Any) -> list[ColumnElement[bool]]:
    """That an application stands so: what holds of it, and nothing that comes before."""
    holds = {Standing.ENDED: APPLICATIONS.c.ended_at.is_not(None),
             Standing.DECIDED: applications.decided_at().is_not(None),
             Standing.READABLE: there.c.frozen.is_not(None), Standing.SUBMITTED: true()}
    before = list(holds)[:list(holds).index(wanted)]
    return [*(not_(holds[each]) for each in before), holds[wanted]]


def _in_order(tx: Transaction, ids: Sequence[str]) -> tuple[Application, ...]:
    found = {each.id: each for each in applications.applications_named(tx, ids)}
    return tuple(found[each] for each in ids)
