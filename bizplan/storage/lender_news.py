"""What officers are told of the applications at their lender: that something can be read there, and never what.

It is kept, read and counted as all news is (``notices``).
"""

from sqlalchemy import Select, select

from bizplan.domain.coaching.news import AMONG_COLLEAGUES, AT_LENDER, News
from bizplan.domain.people import Role

from . import notices
from .database import Transaction
from .tables import APPLICATIONS, PEOPLE, ROLES, SUBMISSIONS


def tell(tx: Transaction, kind: News, application: str, author: str = "") -> None:
    """Whoever looks after an application is told, or all officers there where nobody does.

    All hear of what arrives; what a colleague did, only whoever looks after it.  Of what is asked of a lender whose
    officers do not work here nobody hears.
    """
    asked = tx.execute(select(APPLICATIONS).where(APPLICATIONS.c.id == application)).one()
    there = tuple(tx.execute(officers(asked.organisation_id or "")).scalars())
    told = tuple(each for each in there if each == asked.officer_id)
    if kind not in AMONG_COLLEAGUES and (kind is News.ARRIVED or not told):
        told = there
    notices.tell(tx, kind, asked.plan_id, author, told, application)


def tell_of_version(tx: Transaction, application: str, number: int) -> None:
    """A version can be read from now on: the first one, or a newer one than any that could be read before."""
    before = tx.execute(select(SUBMISSIONS.c.number).where(
        SUBMISSIONS.c.application_id == application, SUBMISSIONS.c.frozen_at.is_not(None),
        SUBMISSIONS.c.number != number)).scalars().all()
    if number > max(before, default=0):
        tell(tx, News.NEWER if before else News.ARRIVED, application)


def tell_of_officer(tx: Transaction, application: str, author: str, before: str, now: str) -> None:
    """Somebody else looks after an application: both of them are told, but for the one who did it.

    What they were told before of who looks after it is no news any more.
    """
    plan = tx.execute(select(APPLICATIONS.c.plan_id).where(APPLICATIONS.c.id == application)).scalar_one()
    for kind, officer in ((News.HANDED_OVER, now), (News.TAKEN_OVER, before)):
        if officer:
            notices.see(tx, officer, plan, application, (News.HANDED_OVER, News.TAKEN_OVER))
            notices.tell(tx, kind, plan, author, (officer,), application)


def is_unseen(tx: Transaction, officer: str, application: str) -> bool:
    """Whether there is news of an application at which an officer has not looked."""
    return notices.is_unseen(tx, officer, application, AT_LENDER)


def see(tx: Transaction, officer: str, application: str) -> None:
    """An officer has looked at an application."""
    notices.see(tx, officer, subject=application, kinds=AT_LENDER)


def officers(organisation: str) -> Select[tuple[str]]:
    """Asks for the ids of the officers of an organisation."""
    working = select(ROLES.c.person_id).where(
        ROLES.c.role == Role.OFFICER.value, ROLES.c.organisation_id == organisation, ROLES.c.until.is_(None))
    return select(PEOPLE.c.id).where(PEOPLE.c.id.in_(working), PEOPLE.c.closed_at.is_(None)).order_by(PEOPLE.c.id)
