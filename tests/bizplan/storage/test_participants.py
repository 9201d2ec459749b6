"""Who takes part in a plan takes part until they are shown out, or leave the organisation."""

import pytest
from sqlalchemy import event, update

from bizplan.domain.people import Role
from bizplan.storage import erasure, jobs, participants, people, plans, readings, sessions
from bizplan.storage.participants import Known
from bizplan.storage.tables import ROLES


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        return plans.make(tx, amal, "ar")


def test_the_owner_is_the_entrepreneur_and_a_stranger_takes_no_part(storage, amal, lien, plan):
    with storage.reading() as tx:
        assert participants.role_in(tx, plan, amal) is Role.ENTREPRENEUR
        assert participants.role_in(tx, plan, lien) is None
        assert participants.role_in(tx, "0" * 32, amal) is None


def test_a_coach_takes_part_from_being_let_in_to_being_shown_out(storage, amal, lien, plan):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        assert participants.role_in(tx, plan, lien) is Role.COACH
        assert participants.plans_shared_with(tx, lien) == (plan,)
        assert participants.coaches_of(tx, plan) == (lien,)
        assert participants.entrepreneurs_of(tx, lien) == (amal,)
        participants.show_out(tx, plan, lien)
        assert participants.role_in(tx, plan, lien) is None
        assert participants.plans_shared_with(tx, lien) == ()
        assert participants.coaches_of(tx, plan) == ()
        assert participants.entrepreneurs_of(tx, lien) == ()


def test_a_coach_who_lost_the_role_is_out_of_every_plan(storage, lien, plan):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        tx.execute(update(ROLES).where(ROLES.c.person_id == lien).values(until=tx.now))
        assert participants.role_in(tx, plan, lien) is None


def test_a_role_in_a_plan_that_the_person_does_not_have_counts_for_nothing(storage, lien, plan):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.OFFICER)
        assert participants.role_in(tx, plan, lien) is None


def test_two_plans_of_one_entrepreneur_are_one_entrepreneur(storage, amal, lien, plan):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        for each in (plan, other):
            participants.let_in(tx, each, lien, Role.COACH)
        assert participants.entrepreneurs_of(tx, lien) == (amal,)
        assert set(participants.plans_shared_with(tx, lien)) == {plan, other}


def test_a_closed_account_is_nobody(storage, amal):
    with storage.writing() as tx:
        assert people.person(tx, amal).name == "Amal"
        people.close(tx, amal)
        assert people.person(tx, amal) is None
        assert people.person_with_email(tx, "amal@example.org") is None


def counted(tx, asked):
    """What a function answers, and with how many queries."""
    found = []

    def note(*_told):
        found.append(1)

    event.listen(tx.connection, "before_cursor_execute", note)
    answer = asked()
    event.remove(tx.connection, "before_cursor_execute", note)
    return answer, len(found)


def coaches(tx, names, organisation):
    for name in names:
        person = people.add_person(tx, name, "nl")
        people.give_role(tx, person, Role.COACH, organisation)
        yield person


def test_who_takes_part_is_told_with_name_organisation_and_when_they_opened_it_last(storage, amal, lien, plan):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        session = sessions.session(tx, sessions.start(tx, lien, staff=True, own_device=False, strong=True))
        readings.note(tx, plan, lien, session.id, Role.COACH, "study tasks")
        owner, coach = participants.taking_part(tx, plan)
        assert (owner.person, owner.name, owner.role, owner.organisation, owner.until, owner.opened_at) == (
            amal, "Amal", Role.ENTREPRENEUR, "", None, None)
        assert (coach.person, coach.name, coach.role, coach.organisation, coach.since, coach.until,
                coach.opened_at) == (lien, "Lien", Role.COACH, "De Kade", tx.now, None, tx.now)


def test_who_took_part_before_is_told_with_when_it_ended(storage, lien, plan):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        assert participants.show_out(tx, plan, lien) and not participants.show_out(tx, plan, lien)
        assert [(each.name, each.until, each.organisation) for each in participants.taking_part(tx, plan)[1:]] == [
            ("Lien", tx.now, "De Kade")]


def test_who_lost_the_role_is_told_as_before_although_nobody_showed_them_out(storage, lien, plan):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        tx.execute(update(ROLES).where(ROLES.c.person_id == lien).values(until=tx.now))
        assert participants.taking_part(tx, plan)[1].until == tx.now


def test_names_stay_when_somebody_leaves_or_their_account_closes_and_go_when_they_are_erased(storage, amal, lien, plan):
    with storage.writing() as tx:
        noor, = coaches(tx, ["Noor"], None)
        for each in (lien, noor):
            participants.let_in(tx, plan, each, Role.COACH)
        people.close(tx, noor)
        assert participants.known_in(tx, plan) == {
            amal: Known("Amal", Role.ENTREPRENEUR), lien: Known("Lien", Role.COACH),
            noor: Known("Noor", Role.COACH, former=True)}
        erasure.erase(tx, noor)
        assert set(participants.known_in(tx, plan)) == {amal, lien}


def test_who_left_and_came_again_is_no_former_coach(storage, lien, plan):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        participants.show_out(tx, plan, lien)
        assert participants.known_in(tx, plan)[lien].former
        participants.let_in(tx, plan, lien, Role.COACH)
        assert not participants.known_in(tx, plan)[lien].former


def test_a_plan_without_coaches_and_one_that_is_not_there_have_their_names_too(storage, amal, plan):
    with storage.reading() as tx:
        assert participants.known_in(tx, plan) == {amal: Known("Amal", Role.ENTREPRENEUR)}
        assert participants.known_in(tx, "0" * 32) == {} and participants.taking_part(tx, "0" * 32) == ()


def test_many_coaches_take_no_more_queries_than_one(storage, plan):
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", "De Kade")
        for each in coaches(tx, [f"Coach {number}" for number in range(12)], organisation):
            participants.let_in(tx, plan, each, Role.COACH)
        parts, queries = counted(tx, lambda: participants.taking_part(tx, plan))
        assert len(parts) == 13 and queries == 4
        known, queries = counted(tx, lambda: participants.known_in(tx, plan))
        assert len(known) == 13 and queries == 1


def test_what_a_coach_asked_for_and_is_not_made_when_they_leave_is_never_made(storage, amal, lien, plan):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        for each in (plan, other):
            participants.let_in(tx, each, lien, Role.COACH)
        running, elsewhere = (jobs.ask(tx, "dossier", each, lien, "nl", 0) for each in (plan, other))
        hers = jobs.ask(tx, "workbook", plan, amal, "nl", 0)
        done = jobs.ask(tx, "workbook", plan, lien, "fr", 0)
        for job in (running, elsewhere, done):
            jobs.take(tx, job)
        jobs.finish(tx, done, b"model")
        participants.show_out(tx, plan, lien)
        assert not jobs.beat(tx, running, 50) and jobs.beat(tx, elsewhere, 50)
        jobs.finish(tx, running, b"dossier")
        assert jobs.result(tx, running) is None and jobs.result(tx, done) == b"model"
        assert jobs.take(tx, hers) is not None
