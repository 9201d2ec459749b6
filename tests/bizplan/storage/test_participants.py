"""Who takes part in a plan takes part until they are shown out, or leave the organisation."""

import pytest
from sqlalchemy import update

from bizplan.domain.people import Role
from bizplan.storage import participants, people, plans
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
