"""Who read which plan is written down, once in ten minutes for each part."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bizplan.domain.people import Role
from bizplan.storage import plans, readings, sessions


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        return plans.make(tx, amal, "ar")


@pytest.fixture
def session(storage, lien):
    with storage.writing() as tx:
        return sessions.session(tx, sessions.start(tx, lien, staff=True, own_device=False, strong=True)).id


def test_a_reading_says_who_in_which_role_what_and_when(storage, lien, plan, session):
    with storage.writing() as tx:
        readings.note(tx, plan, lien, session, Role.COACH, "study tasks")
        at = tx.now
    with storage.reading() as tx:
        found, = readings.readings(tx, plan)
    assert (found.person, found.role, found.what, found.at) == (lien, Role.COACH, "study tasks", at)


def test_a_part_that_was_noted_is_noted_for_ten_minutes_for_this_session_and_plan(storage, lien, plan, session):
    with storage.writing() as tx:
        readings.note(tx, plan, lien, session, Role.COACH, "study tasks")
        assert readings.is_noted(tx, plan, session, "study tasks")
        assert not readings.is_noted(tx, plan, session, "figures overview")
        assert not readings.is_noted(tx, "0" * 32, session, "study tasks")
        assert not readings.is_noted(tx, plan, "0" * 32, "study tasks")
        assert not readings.is_noted(replace(tx, now=tx.now + timedelta(minutes=11)), plan, session, "study tasks")


def test_readings_come_the_newest_first(storage, lien, plan, session):
    with storage.writing() as tx:
        readings.note(tx, plan, lien, session, Role.COACH, "study tasks")
        readings.note(replace(tx, now=tx.now + timedelta(minutes=1)), plan, lien, session, Role.COACH, "study page")
    with storage.reading() as tx:
        assert [each.what for each in readings.readings(tx, plan)] == ["study page", "study tasks"]
