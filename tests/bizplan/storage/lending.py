"""A lender with officers, and the bakery handed in there: what the tests of lending begin with."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.lending.applications import Application, Frozen
from bizplan.domain.lending.summary import Summary
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import Storage, applications, consents, participants, people, plans, submissions
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
