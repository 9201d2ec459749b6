"""A database in which an entrepreneur and a coach left a trace in every table, and a canary in every text."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import insert

from bizplan.domain.coaching import About, News, Subject, ThreadKind
from bizplan.domain.coaching.appointments import Appointment, Way
from bizplan.domain.coaching.contacts import Contact, How
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.coaching.reviews import State
from bizplan.domain.coaching.summary import Summary
from bizplan.domain.lending import summary as lending_summary
from bizplan.domain.lending.applications import Frozen
from bizplan.domain.lending.papers import Reader
from bizplan.domain.lending.questions import Asked, Side
from bizplan.domain.lending.reason_list import Worded
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.people import Role
from bizplan.domain.profile import Gate
from bizplan.domain.recipients import Recipient
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import (
    Storage,
    Transaction,
    api_tokens,
    applications,
    appointments,
    attempts,
    conditions,
    consents,
    contacts,
    factors,
    gates,
    hashing,
    invitations,
    judgements,
    lender_profiles,
    lender_questions,
    lender_reasons,
    lending_desk,
    letterheads,
    links,
    notices,
    openings,
    papers,
    parked,
    participants,
    passkeys,
    people,
    plans,
    readings,
    releases,
    return_cards,
    returned,
    reviews,
    sessions,
    sign_ins,
    sittings,
    submissions,
    suggestions,
    summaries,
    threads,
    verdicts,
    versions,
    webhooks,
)
from bizplan.storage.attempts import Limit
from bizplan.storage.columns import new_id
from bizplan.storage.papers import New
from bizplan.storage.plans import Change
from bizplan.storage.submissions import Agreed
from bizplan.storage.tables import JOBS, SESSIONS
from bizplan.storage.threads import Beginning

CANARY = "CANARY-7c41e2"
EMAIL, COACH_EMAIL = "canary-7c41e2@example.org", "lien@example.org"
ASK = Limit("ask", 3, timedelta(hours=1))


@dataclass(frozen=True)
class Full:
    """Who and what is in it: the entrepreneur, the coach, the plan of each."""

    person: str
    coach: str
    plan: str
    plan_of_coach: str


def fill(storage: Storage) -> Full:
    """Rows in every table, written by the functions that write them."""
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", "De Kade")
        letterheads.set_logo(tx, organisation, CANARY.encode())
        person, coach = people.add_person(tx, CANARY, "ar", EMAIL), people.add_person(tx, "Lien", "nl", COACH_EMAIL)
        people.give_role(tx, person, Role.ENTREPRENEUR)
        people.give_role(tx, coach, Role.COACH, organisation)
        people.give_role(tx, coach, Role.OFFICER, people.add_organisation(tx, "lending", "Krediet"))
        made = Full(person, coach, plans.make(tx, person, "ar", organisation), plans.make(tx, coach, "nl"))
    for who in (person, coach):
        _ways_in(storage, who, coach)
        _work(storage, who, made)
        _meet(storage, who, made)
        _judge(storage, who, made)
    _invitations(storage, made)
    _lend(storage, made)
    with storage.writing() as tx:
        gone = applications.application(tx, applications.begin(tx, made.plan, person, "credal"))
        assert gone and verdicts.give(tx, gone, person, Given(Kind.DECISION, Outcome.WITHDRAWN, CANARY))
    return made


def _lend(storage: Storage, made: Full) -> None:
    """A lender whose profile and whose list of reasons both changed."""
    with storage.writing() as tx:
        bank, name = people.add_organisation(tx, "lending", CANARY), lender_profiles.new_name()
        for author in (made.person, made.coach):
            said = lender_profiles.Said(tx.now.date(), {"about.title": CANARY, "about.contact": f"{CANARY} {author}"})
            lender_profiles.say(tx, bank, name, author, said)
            lender_reasons.say(tx, bank, author, Worded("own_1", CANARY, f"{CANARY} {author}", "planning"))


def _invitations(storage: Storage, made: Full) -> None:
    """Each invites the other into their own plan, and one more by a link that the other used."""
    with storage.writing() as tx:
        for plan, author, other, email in ((made.plan, made.person, made.coach, COACH_EMAIL),
                                           (made.plan_of_coach, made.coach, made.person, EMAIL)):
            invitations.invite(tx, plan, Role.COACH, author, email)
            link = invitations.found(tx, invitations.invite(tx, plan, Role.COACH, author).token, Role.COACH)
            assert link and invitations.use(tx, link, other)


def _ways_in(storage: Storage, person: str, coach: str) -> None:
    hashed = hashing.hashed(storage.seal, "7391")
    factors.set_password(storage, person, f"{CANARY} trein lepel wolk")
    with storage.writing() as tx:
        consents.write_down(tx, person, "study-1", "ar", given=True)
        sign_ins.ask(tx, person, f"{CANARY} {person}")
        return_cards.make(tx, person, coach, hashed)
        factors.new_recovery_codes(tx, person)
        passkeys.add(tx, person, person.encode(), CANARY.encode(), 1)
        parked.set_aside(tx, f"device of {person}", person, "/nl/plans/1", (("note", CANARY),))
        attempts.count(tx, ASK, EMAIL)
        attempts.count(tx, ASK, person)
        sessions.start(tx, person, staff=False, own_device=True, strong=False)


def _meet(storage: Storage, person: str, made: Full) -> None:
    with storage.writing() as tx:
        for plan in (made.plan, made.plan_of_coach):
            contacts.write_down(tx, plan, person, Contact(How.VISIT, date(2026, 11, 20), 60, CANARY))
            appointments.make(tx, plan, person, Appointment(Way.CALL, tx.now + timedelta(days=7), 30, CANARY, CANARY))


def _work(storage: Storage, person: str, made: Full) -> None:
    with storage.writing() as tx:
        for plan, role in ((made.plan, Role.COACH), (made.plan_of_coach, Role.ENTREPRENEUR)):
            participants.let_in(tx, plan, person, role)
            summaries.keep(tx, plan, 1, tx.now.date(), Summary(CANARY, "ar", 1, "idea", 2, 15))
            said = Said((f"{CANARY} {person}",), f"{CANARY} {person}", None, CANARY)
            plans.save(tx, plan, person, Change(Deed.ANSWER, "idea.need", "", said, base=1))
            session = tx.execute(SESSIONS.select().where(SESSIONS.c.person_id == person)).one().id
            readings.note(tx, plan, person, session, role, "study page")
            _coaching(tx, plan, person, session)
            tx.execute(insert(JOBS).values(
                id=new_id(), kind="dossier", plan_id=plan, person_id=person, language="nl", sequence=1, state="done",
                progress=100, tries=1, made_at=tx.now, result_sealed=tx.seal.sealed(CANARY, "jobs", plan)))
            releases.keep(tx, f"{CANARY} {plan}", plan, 1, Recipient.LENDER, tx.now.date())
            returned.keep(tx, plan, person, {"left": [CANARY]})
            _submit(tx, plan, person)
            papers.keep(tx, plan, person, New("identity", "pdf", CANARY.encode(), 1, CANARY, Reader.COACH), new_id())
            _talk(tx, plan, person)
            versions.name(tx, plan, person, 1, f"{CANARY} version of {person}")
            notices.tell(tx, News.WENT_BACK, plan, made.coach if person == made.person else made.person, [person], "v")


def _submit(tx: Transaction, plan: str, person: str) -> None:
    """An application, and a version of the plan that both signed and that is frozen; the lender's system hears."""
    lender = next(each.id for each in people.organisations(tx) if each.name == "Krediet")
    api_tokens.make(tx, lender, person, CANARY)
    webhooks.add(tx, lender, person, f"https://{CANARY}.example.org")
    application = applications.begin(tx, plan, person, "microstart", lender)
    submission = submissions.prepare(tx, application, plan, person, 1, "nl")
    submissions.sign_as_owner(tx, submission, Agreed("lender-1", "ar"))
    submissions.sign_as_coach(tx, submission, person)
    canary = CANARY.encode()
    made = lending_summary.Summary(CANARY, CANARY)
    submissions.freeze(tx, submission, Frozen(tx.now.date(), CANARY, canary, canary, canary, canary, made))
    _answer(tx, application, person)
    _share(tx, application, plan, person)


def _share(tx: Transaction, application: str, plan: str, person: str) -> None:
    """A link to it, and somebody who came by it; the person opened it too."""
    session = sessions.sessions_of(tx, person)[0]
    token = links.make(tx, links.Wanted(application, plan, person, CANARY, 30, new_id()))
    link = links.found(tx, token)
    assert link
    visit = links.visit(tx, links.begin(tx, link.id))
    assert visit
    for reader in (visit, session):
        openings.note(tx, application, plan, reader, "reading summary", "phone")


def _answer(tx: Transaction, application: str, person: str) -> None:
    """What a lender asks and is answered, and what its officer says; the officer is a coach as well."""
    found = applications.application(tx, application)
    assert found
    for side in Side:
        asked = lender_questions.ask(tx, found, Asked(f"{CANARY} {person}", author=person, side=side))
        question = lender_questions.question(tx, asked)
        assert question
        lender_questions.say(tx, question, Asked(CANARY, author=person, side=side))
    if found.organisation in lending_desk.works_at(tx, person):
        stood = verdicts.verdicts_of(tx, application).decision
        verdicts.give(tx, found, person, Given(
            Kind.DECISION, Outcome.DECLINED, CANARY, ("surplus",), before=stood.id if stood else ""))


def _talk(tx: Transaction, plan: str, person: str) -> None:
    """A thread that is answered, and a private note."""
    for kind in (ThreadKind.COMMENT, ThreadKind.PRIVATE):
        first = Beginning(kind, Subject(About.ANSWER, "idea.need"), f"{CANARY} {kind.value} {person}")
        made = threads.begin(tx, plan, person, first)
        begun = threads.thread(tx, plan, made, coach=True)
        assert begun
        threads.answer(tx, begun, person, CANARY)


def _coaching(tx: Transaction, plan: str, person: str, session: str) -> None:
    proposed = Said((f"{CANARY} suggested by {person}",), f"{CANARY} suggested by {person}")
    suggestions.make(tx, plan, person, Change(Deed.ANSWER, "idea.offer", "", proposed), CANARY)
    sat = sittings.sitting(tx, plan, sittings.begin(tx, plan, person, session))
    assert sat
    sittings.confirm(tx, sat, person, [plans.plan(tx, plan).sequence])


def _judge(storage: Storage, person: str, made: Full) -> None:
    """One after the other, as in life: what comes later counts."""
    who = "entrepreneur" if person == made.person else "coach"
    for plan in (made.plan, made.plan_of_coach):
        with storage.writing() as tx:
            reviews.send(tx, plan, person, reviews.Given("idea", State.WITH_COACH, 1, CANARY, f"asked by {who}"))
        with storage.writing() as tx:
            reviews.give(tx, plan, person, reviews.Given("idea", State.APPROVED, 1, CANARY, f"approved by {who}"))
            stood = judgements.judged(tx, plan).gates["profile"].decision
            gates.decide(tx, plan, person, gates.Given(
                "profile", Gate.GO_IF, CANARY, (Condition(CANARY, date(2026, 12, 1)),), 1, f"decided by {who}",
                stood.id if stood else ""))
            stands = judgements.judged(tx, plan).gates["profile"].decision
            assert stands and conditions.say(tx, plan, person, stands.id, 0, met=True)
