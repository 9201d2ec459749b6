"""Who takes part in a plan: its owner, and the coaches who were let in."""

from sqlalchemy import or_, select

from bizplan.domain.people import Role

from .columns import new_id
from .database import Transaction
from .tables import PARTICIPANTS, PEOPLE, PLANS, ROLES


def let_in(tx: Transaction, plan: str, person: str, role: Role) -> None:
    """From now on the person takes part in this plan."""
    tx.execute(PARTICIPANTS.insert().values(
        id=new_id(), plan_id=plan, person_id=person, role=role.value, since=tx.now))


def show_out(tx: Transaction, plan: str, person: str) -> None:
    """From the next request on the person no longer takes part."""
    tx.execute(PARTICIPANTS.update().where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.person_id == person, PARTICIPANTS.c.until.is_(None),
    ).values(until=tx.now))


def show_out_of_all(tx: Transaction, person: str, role: Role | None = None, organisation: str | None = None) -> None:
    """The person no longer takes part in any plan: in this role, where one is named, and of this organisation."""
    those = [PARTICIPANTS.c.person_id == person, PARTICIPANTS.c.until.is_(None)]
    if role is not None:
        those.append(PARTICIPANTS.c.role == role.value)
    if organisation is not None:
        those.append(PARTICIPANTS.c.plan_id.in_(select(PLANS.c.id).where(PLANS.c.organisation_id == organisation)))
    tx.execute(PARTICIPANTS.update().where(*those).values(until=tx.now))


def role_in(tx: Transaction, plan: str, person: str) -> Role | None:
    """In which role somebody takes part in a plan, or None; who lost a role with their organisation is out."""
    owner = tx.execute(select(PLANS.c.owner_id).where(PLANS.c.id == plan)).scalar_one_or_none()
    if owner == person:
        return Role.ENTREPRENEUR
    found = tx.execute(select(PARTICIPANTS.c.role).where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.person_id == person, PARTICIPANTS.c.until.is_(None),
        PARTICIPANTS.c.role.in_(select(ROLES.c.role).where(ROLES.c.person_id == person, ROLES.c.until.is_(None))),
    )).scalars().first()
    return None if found is None else Role(found)


def plans_shared_with(tx: Transaction, person: str) -> tuple[str, ...]:
    """The ids of the plans in which somebody takes part without owning them, the newest activity first."""
    asked = select(PLANS.c.id).join(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).where(
        PARTICIPANTS.c.person_id == person, PARTICIPANTS.c.until.is_(None)).order_by(PLANS.c.active_at.desc())
    return tuple(tx.execute(asked).scalars())


def coaches_of(tx: Transaction, plan: str) -> tuple[str, ...]:
    """The ids of the people who coach a plan."""
    asked = select(PARTICIPANTS.c.person_id).where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.until.is_(None), PARTICIPANTS.c.role == Role.COACH.value)
    return tuple(tx.execute(asked).scalars())


def names(tx: Transaction, plan: str) -> dict[str, str]:
    """What the entrepreneur of a plan and its coaches are called, by their ids, the entrepreneur first."""
    owner = select(PLANS.c.owner_id).where(PLANS.c.id == plan).scalar_subquery()
    coaches = select(PARTICIPANTS.c.person_id).where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.until.is_(None), PARTICIPANTS.c.role == Role.COACH.value)
    found = tx.execute(select(PEOPLE.c.id, PEOPLE.c.name_sealed).where(
        or_(PEOPLE.c.id == owner, PEOPLE.c.id.in_(coaches))).order_by(PEOPLE.c.id != owner, PEOPLE.c.made_at))
    return {row.id: tx.seal.opened(row.name_sealed, "people", row.id, "name") for row in found}


def entrepreneurs_of(tx: Transaction, coach: str) -> tuple[str, ...]:
    """The ids of the entrepreneurs whose plans somebody coaches."""
    asked = select(PLANS.c.owner_id).join(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).where(
        PARTICIPANTS.c.person_id == coach, PARTICIPANTS.c.until.is_(None), PARTICIPANTS.c.role == Role.COACH.value)
    return tuple(dict.fromkeys(tx.execute(asked.order_by(PLANS.c.active_at.desc())).scalars()))
