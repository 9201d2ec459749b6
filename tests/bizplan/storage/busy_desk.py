"""A coach with many plans that are worked at: answers, talk, readings, contacts, reviews and appointments in each."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.coaching.summary import Deadline, Due, Summary
from bizplan.domain.importing import imported
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.revisions import Deed
from bizplan.storage import Storage, Transaction, consents, participants, people, plans, sessions, summaries
from bizplan.storage.columns import new_id
from bizplan.storage.tables import APPOINTMENTS, COMMENTS, CONTACTS, GATES, READINGS, REVIEWS, THREADS

SEALED = b"\x01"
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Busy:
    """The coach, their session, and their plans."""

    coach: str
    organisation: str
    token: str
    plans: tuple[str, ...]


def busy_desk(storage: Storage, count: int, revisions: int = 50, readings: int = 30,
              email: str = "lien@example.org") -> Busy:
    """A coach with so many plans of so many revisions, each read so often."""
    said = imported(plan_file.read(examples.text("bakery")))
    answers = tuple(islice((each for each in said if each.deed is Deed.ANSWER), revisions))
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", "De Kade")
        coach = people.add_person(tx, "Lien", "nl", email)
        people.give_role(tx, coach, Role.COACH, organisation)
        token = sessions.start(tx, coach, staff=True, own_device=False, strong=True)
        made = []
        for at in range(count):
            owner = people.add_person(tx, f"Person {at:03}", "nl")
            people.give_role(tx, owner, Role.ENTREPRENEUR, organisation)
            consents.write_down(tx, owner, CONSENT, "nl", given=True)
            plan = plans.make(tx, owner, "nl", organisation)
            participants.let_in(tx, plan, coach, Role.COACH)
            plans.fill(replace(tx, now=tx.now - DAY * (at % 40)), plan, owner, answers)
            _worked_at(tx, plan, owner, coach, at, readings)
            made.append(plan)
    return Busy(coach, organisation, token, tuple(made))


def _worked_at(tx: Transaction, plan: str, owner: str, coach: str, at: int, readings: int) -> None:
    kept = plans.plan(tx, plan)
    assert kept
    summaries.keep(tx, plan, kept.sequence, tx.now.date(), Summary(
        f"Business {at}", "nl", at % 6 + 1, "idea", at % 16, 15, at % 3, "financing", 100.0 * at - 2000,
        (Deadline(Due.RESIDENCE, tx.now.date() + DAY * at),)))
    tx.execute(READINGS.insert(), [
        {"id": new_id(), "plan_id": plan, "person_id": coach, "role": "coach", "what": "study tasks",
         "made_at": tx.now - DAY * (20 + each)} for each in range(readings)])
    for number in range(6):
        thread(tx, plan, [owner, coach, owner] if number % 2 else [coach, owner, coach], settled=number > 3)
    review(tx, plan, "idea", "with coach" if at % 5 == 0 else "returned", owner)
    gate(tx, plan, "profile", "go if", [tx.now.date() + DAY * 30], coach)
    contact(tx, plan, tx.now.date() - DAY * at, coach)
    appointment(tx, plan, at, coach)


def thread(tx: Transaction, plan: str, authors: list[str], *, kind: str = "comment", settled: bool = False,
           due: date | None = None) -> str:
    """A thread in which these people spoke in turn, a minute apart, the last of them now."""
    made, begun = new_id(), tx.now - MINUTE * (len(authors) - 1)
    tx.execute(THREADS.insert().values(
        id=made, plan_id=plan, kind=kind, about="answer", key="idea.need", quote_sealed=SEALED, due_on=due,
        author_id=authors[0], steps=len(authors), made_at=begun, moved_at=tx.now,
        settled_at=tx.now if settled else None))
    tx.execute(COMMENTS.insert(), [
        {"id": new_id(), "thread_id": made, "plan_id": plan, "deed": "said", "number": at + 1, "text_sealed": SEALED,
         "author_id": who, "made_at": begun + MINUTE * at, "key": new_id()} for at, who in enumerate(authors)])
    return made


def review(tx: Transaction, plan: str, part: str, state: str, author: str) -> None:
    """Somebody says how a part of the study stands."""
    tx.execute(REVIEWS.insert().values(id=new_id(), plan_id=plan, part=part, state=state, words_sealed=SEALED,
                                       author_id=author, made_at=tx.now, key=new_id()))


def gate(tx: Transaction, plan: str, key: str, outcome: str, days: list[date], author: str) -> None:
    """A coach decides at a gate, with a condition for each of these days."""
    made = new_id()
    words: dict[str, Any] = {"reasons": "", "conditions": [{"text": "Lease", "by": day.isoformat()} for day in days]}
    tx.execute(GATES.insert().values(
        id=made, plan_id=plan, gate=key, outcome=outcome, words_sealed=tx.seal.sealed(words, "gates", made),
        author_id=author, made_at=tx.now, key=new_id()))


def contact(tx: Transaction, plan: str, day: date, author: str) -> None:
    """They had contact."""
    tx.execute(CONTACTS.insert().values(id=new_id(), plan_id=plan, kind="visit", held_on=day, minutes=60,
                                        note_sealed=SEALED, author_id=author, made_at=tx.now))


def appointment(tx: Transaction, plan: str, days: int, author: str, *, cancelled: bool = False) -> None:
    """They meet so many days from now."""
    tx.execute(APPOINTMENTS.insert().values(
        id=new_id(), plan_id=plan, kind="call", begins_at=tx.now + DAY * days, minutes=30, told_sealed=SEALED,
        author_id=author, made_at=tx.now, cancelled_at=tx.now if cancelled else None))


def read(tx: Transaction, plan: str, person: str) -> None:
    """A coach opens the plan."""
    tx.execute(READINGS.insert().values(id=new_id(), plan_id=plan, person_id=person, role="coach", what="study tasks",
                                        made_at=tx.now))
