"""The team of an organisation: who coaches what, who comes in for whom, and who is told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from bizplan.domain.coaching import News
from bizplan.domain.coaching.summary import Summary
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import consents, notices, participants, people, plans, summaries, team
from bizplan.storage.tables import THREADS
from tests.bizplan.storage.busy_desk import busy_desk, thread

MINUTE = timedelta(minutes=1)


@pytest.fixture
def kade(storage, lien):
    """The organisation of Lien."""
    with storage.reading() as tx:
        return people.roles_of(tx, lien)[0].organisation


@pytest.fixture
def noor(storage, kade):
    """Another coach of it."""
    with storage.writing() as tx:
        return coach(tx, "Noor", kade)


@pytest.fixture
def plan(storage, amal, lien, kade):
    """A plan of the organisation, with Lien."""
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "ar", given=True)
        return coached(tx, amal, kade, lien)


def coach(tx, name, organisation):
    person = people.add_person(tx, name, "nl")
    people.give_role(tx, person, Role.COACH, organisation)
    return person


def coached(tx, owner, organisation, *coaches):
    made = plans.make(tx, owner, "nl", organisation)
    for each in coaches:
        participants.let_in(tx, made, each, Role.COACH)
    return made


def told(tx, person):
    return {(each.kind, each.plan, each.subject) for each in notices.notices_of(tx, person)}


def test_each_coach_has_their_plans_and_what_nobody_of_the_team_coaches_stands_apart(
        storage, amal, lien, noor, kade, plan):
    with storage.writing() as tx:
        stranger = coach(tx, "Stranger", people.add_organisation(tx, "coaching", "Other"))
        outside = coached(tx, amal, kade, stranger)
        alone = coached(tx, amal, kade)
        coached(tx, amal, None, lien)
        found = team.team(tx, kade)
    assert [(each.name, [seat.plan for seat in each.seats]) for each in found.coaches] == [
        ("Lien", [plan]), ("Noor", [])]
    assert {each.plan for each in found.alone} == {outside, alone}
    assert found.coach(stranger) is None and found.seat(plan).coaches == (lien,)


def test_a_manager_sees_how_far_a_plan_is_and_no_answer(storage, amal, lien, kade, plan):
    with storage.writing() as tx:
        assert team.team(tx, kade).seat(plan).stage is None
        summaries.keep(tx, plan, 0, tx.now.date(), Summary("Secret bakery", "nl", 3, "idea", 4, 15, 2, "idea", -9.0))
        seat = team.team(tx, kade).seat(plan)
        assert (seat.name, seat.stage, seat.done, seat.of) == ("Amal", 3, 4, 15)
        assert "Secret" not in str(seat) and "-9" not in str(seat)
        consents.write_down(replace(tx, now=tx.now + MINUTE), amal, CONSENT, "ar", given=False)
        assert team.team(tx, kade).seat(plan) == team.Seat(plan, "Amal", agreed=False, archived=False, coaches=(lien,))


def test_the_load_counts_what_waits_and_leaves_out_the_archive(storage, amal, lien, kade, plan):
    with storage.writing() as tx:
        second = coached(tx, amal, kade, lien)
        thread(replace(tx, now=tx.now - MINUTE), plan, [lien, amal])
        thread(tx, second, [amal])
        liens = team.team(tx, kade).coach(lien)
        assert (len(liens.load), liens.waits, liens.waits_since) == (2, 2, tx.now - MINUTE)
        plans.put_away(tx, plan)
        liens = team.team(tx, kade).coach(lien)
        assert (len(liens.load), len(liens.seats), liens.waits, liens.waits_since) == (1, 2, 1, tx.now)


def test_a_manager_manages_the_organisations_of_that_role_only(storage, lien, kade):
    with storage.writing() as tx:
        assert team.organisations_of(tx, lien) == ()
        people.give_role(tx, lien, Role.MANAGER, kade)
        people.give_role(tx, lien, Role.MANAGER, None)
        assert team.organisations_of(tx, lien) == (kade,)


def test_whoever_is_assigned_coaches_once_and_all_in_the_plan_are_told(storage, amal, lien, noor, plan):
    with storage.writing() as tx:
        manager = people.add_person(tx, "Mila", "nl")
        assert [team.assign(tx, plan, noor, manager) for _ in range(2)] == [True, False]
        assert participants.coaches_of(tx, plan) == (lien, noor)
        for each in (amal, lien, noor):
            assert told(tx, each) == {(News.JOINED, plan, noor)}


@pytest.mark.parametrize("stays", [True, False])
def test_another_coach_comes_in_for_the_chosen_plans(storage, amal, lien, noor, kade, plan, stays):
    with storage.writing() as tx:
        second, third = coached(tx, amal, kade, lien), coached(tx, amal, kade, lien, noor)
        other = coached(tx, amal, kade)
        assert team.replace(tx, [plan, third, other], lien, noor, "", stays=stays) == 2
        left = (lien,) if stays else ()
        assert set(participants.coaches_of(tx, plan)) == {noor, *left}
        assert set(participants.coaches_of(tx, third)) == {noor, *left}
        assert participants.coaches_of(tx, second) == (lien,) and participants.coaches_of(tx, other) == ()
        gone = set() if stays else {(News.LEFT, plan, lien), (News.LEFT, third, lien)}
        assert told(tx, amal) == {(News.JOINED, plan, noor)} | gone
        assert {kind for kind, *_ in told(tx, lien)} == (
            {News.JOINED} if stays else {News.ENDED}), "it is closed to them"


def test_a_coach_who_leaves_is_out_of_every_plan_and_what_they_wrote_stays(storage, amal, lien, noor, kade, plan):
    with storage.writing() as tx:
        archived = coached(tx, amal, kade, lien, noor)
        plans.put_away(tx, archived)
        written = thread(tx, plan, [lien])
        team.leave(tx, team.given_role(tx, kade, lien), "")
        assert [participants.role_in(tx, each, lien) for each in (plan, archived)] == [None, None]
        assert team.team(tx, kade).coach(lien) is None and {each.plan for each in team.team(tx, kade).alone} == {plan}
        assert people.person(tx, lien) is None, "it was the only role"
        assert team.has_left(tx, kade, lien) and not team.has_left(tx, kade, noor)
        assert told(tx, amal) == {(News.LEFT, plan, lien), (News.LEFT, archived, lien)}
        assert told(tx, noor) == {(News.LEFT, archived, lien)}
        assert tx.execute(select(THREADS.c.author_id).where(THREADS.c.id == written)).scalar_one() == lien


def test_whoever_coaches_elsewhere_too_keeps_those_plans(storage, amal, lien, kade, plan):
    with storage.writing() as tx:
        elsewhere = people.add_organisation(tx, "coaching", "Elsewhere")
        people.give_role(tx, lien, Role.COACH, elsewhere)
        there = coached(tx, amal, elsewhere, lien)
        team.leave(tx, team.given_role(tx, kade, lien), "")
        assert participants.role_in(tx, there, lien) is Role.COACH and participants.role_in(tx, plan, lien) is None
        assert told(tx, amal) == {(News.LEFT, plan, lien)}


def test_the_number_of_statements_does_not_grow_with_the_team(storage):
    counts, seen = [], []
    event.listen(storage.database.engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    for count in (1, 9):
        busy = busy_desk(storage, count, revisions=2, readings=1, email=f"coach-{count}@example.org")
        seen.clear()
        with storage.reading() as tx:
            assert len(team.team(tx, busy.organisation).coaches[0].seats) == count
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 6
