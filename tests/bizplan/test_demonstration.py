"""A demo: every role, the eight examples at work, plainly invented, and opened again as it was left."""

import json
import shutil

import pytest

from bizplan import demonstration, examples
from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import consents, participants, plans, summaries
from bizplan.storage.plans import Change
from bizplan.storage.tables import PEOPLE, PLANS, ROLES
from bizplan.workshop import today


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A demo that was just made."""
    folder = tmp_path_factory.mktemp("demo")
    demonstration.furnish(folder).database.dispose()
    return folder


@pytest.fixture
def folder(first, tmp_path):
    """A copy of it."""
    shutil.copytree(first, tmp_path / "demo")
    return tmp_path / "demo"


@pytest.fixture
def storage(folder):
    """What it holds."""
    made = demonstration.furnish(folder)
    yield made
    made.database.dispose()


def test_every_example_has_a_plan_with_an_owner_who_agreed(storage):
    with storage.reading() as tx:
        found = tx.execute(PLANS.select()).all()
        assert len(found) == len(examples.names()) == 8
        for each in found:
            assert consents.stands(tx, each.owner_id, demonstration.CONSENT)
            assert participants.role_in(tx, each.id, each.owner_id) is Role.ENTREPRENEUR


def test_two_coaches_share_the_plans_but_for_one_that_nobody_coaches(storage):
    with storage.reading() as tx:
        coaches = [row.person_id for row in tx.execute(ROLES.select().where(ROLES.c.role == Role.COACH.value))]
        plans_of = {each.id: participants.coaches_of(tx, each.id) for each in tx.execute(PLANS.select())}
        first, second = (sum(coach in theirs for theirs in plans_of.values()) for coach in coaches)
    assert sorted((first, second)) == [1, 6]
    assert sorted(map(len, plans_of.values())) == [0, *[1] * 7]


def test_it_has_a_summary_of_every_plan_from_the_start(storage):
    with storage.reading() as tx:
        assert all(summaries.summary(tx, each.id) for each in tx.execute(PLANS.select()))
        assert summaries.stale(tx, today(), 10) == ()


def test_there_is_somebody_in_each_role_that_works_with_plans(storage):
    with storage.reading() as tx:
        assert {row.role for row in tx.execute(ROLES.select())} == {
            role.value for role in (Role.ENTREPRENEUR, Role.COACH, Role.OFFICER, Role.MANAGER)}


def test_nobody_in_it_has_an_address_to_which_mail_could_go(storage):
    with storage.reading() as tx:
        assert all(row.email_digest is None for row in tx.execute(PEOPLE.select()))


def test_a_demo_is_opened_again_as_it_was_left(folder, storage):
    door = demonstration.doors(folder)["entrepreneur"]
    plan = door.values["plan"]
    with storage.writing() as tx:
        mine = Said.of("idea.need", "Mine")
        plans.save(tx, plan, door.person, Change(Deed.ANSWER, "idea.need", "", mine, base=10**6))
    storage.database.dispose()
    again = demonstration.furnish(folder)
    with again.reading() as tx:
        assert plans.record(tx, plans.plan(tx, plan)).said("idea.need").value == "Mine"
        assert len(tx.execute(PLANS.select()).all()) == 8
    again.database.dispose()


def test_its_sign_says_who_stands_behind_which_door(folder):
    told = json.loads((folder / demonstration.SIGN).read_text("utf-8"))
    assert set(told) == set(demonstration.doors(folder)) >= {"entrepreneur", "coach", "manager"}
    assert demonstration.is_demo(folder)


def test_a_folder_without_the_sign_is_no_demo(tmp_path):
    assert not demonstration.is_demo(tmp_path)
    assert demonstration.doors(tmp_path) == {}
