"""A plan of an entrepreneur who writes Arabic, with a coach who does not read it."""

from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import Storage, participants, plans
from bizplan.storage.plans import Change, Taken

NEED, OFFER, OPINION = "idea.need", "idea.offer", "planning.coach.opinion"
BREAD, CAKE = "خبز طازج كل صباح", "كعك للأعياد"


def arabic_plan(storage: Storage, amal: str, lien: str) -> str:
    """An empty plan in Arabic in which the coach takes part."""
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "ar")
        participants.let_in(tx, plan, lien, Role.COACH)
    return plan


def say(storage: Storage, plan: str, who: str, question: str, text: str, row: str = "") -> int:
    """Somebody answers; the sequence of the plan then."""
    with storage.writing() as tx:
        kept = plans.plan(tx, plan)
        assert kept
        found = plans.save(tx, plan, who, Change(
            Deed.ANSWER, question, row, Said.of(question, text, text=(text,)), base=kept.sequence))
        assert isinstance(found, Taken)
    return found.revision.sequence


def add_row(storage: Storage, plan: str, who: str, group: str, row: str) -> None:
    """Somebody adds a row to a group."""
    with storage.writing() as tx:
        plans.save(tx, plan, who, Change(Deed.ADD, group, row))


def remove_row(storage: Storage, plan: str, who: str, group: str, row: str) -> None:
    """Somebody removes a row."""
    with storage.writing() as tx:
        plans.save(tx, plan, who, Change(Deed.REMOVE, group, row))
