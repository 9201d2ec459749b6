"""A lender with officers, and the bakery handed in there: what the tests of lending begin with."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.coaching import News
from bizplan.domain.importing import imported
from bizplan.domain.lending.applications import Application, Frozen
from bizplan.domain.lending.summary import Summary
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import (
    Storage,
    applications,
    consents,
    lender_news,
    notices,
    participants,
    people,
    plans,
    submissions,
)
from bizplan.storage.submissions import Agreed

MADE = Frozen(date(2026, 11, 28), "A" * 30, b"{}", b"{}", b"dossier", b"workbook",
              Summary("Samira H.", "Bakkerij Zeven Zaden", 15_000.0, 48))


@dataclass(frozen=True)
class Lender:
    """An organisation that lends, and two of its officers."""

    organisation: str
    omar: str
    nele: str


def lender(storage: Storage, name: str = "Krediet Samen") -> Lender:
    """A lender with two officers."""
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "lending", name)
        officers = [people.add_person(tx, each, "nl") for each in ("Omar Kredietadviseur", "Nele Kredietadviseur")]
        for each in officers:
            people.give_role(tx, each, Role.OFFICER, organisation)
    return Lender(organisation, *officers)


def handed_in(storage: Storage, plan: str, owner: str, coach: str, organisation: str | None,
              made: Frozen = MADE, *, days_ago: int = 0, lender: str = "microstart") -> Application:
    """The plan, handed in at a lender so many days ago."""
    with storage.writing() as tx:
        then = replace(tx, now=tx.now - timedelta(days=days_ago))
        begun = applications.begin(then, plan, owner, lender, organisation)
        kept = plans.plan(then, plan)
        version = submissions.prepare(then, begun, plan, coach or owner, kept.sequence, "nl")
        if coach:
            submissions.sign_as_coach(then, version, coach)
        submissions.sign_as_owner(then, version, Agreed("lender-1", "nl"))
        submissions.freeze(then, version, made)
        return applications.application(then, begun)


def bakery_with_coach(storage: Storage, owner: str, coach: str) -> str:
    """A plan like the bakery's, with its coach."""
    with storage.writing() as tx:
        plan = plans.make(tx, owner, "nl")
        consents.write_down(tx, owner, CONSENT, "nl", given=True)
        plans.fill(tx, plan, owner, imported(plan_file.read(examples.text("bakery"))))
        participants.let_in(tx, plan, coach, Role.COACH)
    return plan


def next_version(storage: Storage, asked: Application, coach: str, *, frozen: bool = True) -> str:
    """The next version of an application is signed by both, and frozen; the answer is its id."""
    with storage.writing() as tx:
        made = submissions.prepare(tx, asked.id, asked.plan, coach, 1, "nl")
        submissions.sign_as_coach(tx, made, coach)
        submissions.sign_as_owner(tx, made, Agreed("lender-1", "nl"))
        if frozen:
            submissions.freeze(tx, made, MADE)
    return made


def take_back(storage: Storage, asked: Application) -> None:
    """Everything that was handed in is taken back."""
    with storage.writing() as tx:
        for each in applications.application(tx, asked.id).submissions:
            submissions.withdraw(tx, each.id)


def agree(storage: Storage, person: str, *, given: bool) -> None:
    """Somebody agrees to the study, or takes that back."""
    with storage.writing() as tx:
        consents.write_down(tx, person, CONSENT, "nl", given=given)


def looked(storage: Storage, asked: Application, house: Lender) -> Application:
    """The application as it stands, once both officers have looked at it."""
    with storage.writing() as tx:
        for each in (house.omar, house.nele):
            lender_news.see(tx, each, asked.id)
        return applications.application(tx, asked.id)


def news(storage: Storage, *who: str) -> list[list[News]]:
    """The kinds of unseen news of each person, the newest first."""
    with storage.reading() as tx:
        return [[each.kind for each in notices.notices_of(tx, one) if each.seen_at is None] for one in who]
