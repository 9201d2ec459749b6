"""What was changed in an Excel model waits for its sender, sealed, until they decided: a day at most."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bizplan.storage import plans, returned
from bizplan.storage.tables import RETURNED

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
REVIEW = {"sequence": 4, "changes": [[1, "inform.children", "", 1, 2]], "left": []}


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        return plans.make(tx, amal, "nl")


def keep(storage, plan, person, review=REVIEW):
    with storage.writing() as tx:
        return returned.keep(tx, plan, person, review)


def waiting(storage, plan, person, made):
    with storage.reading() as tx:
        found = returned.waiting(tx, plan, person, made)
    return found and found.review


def rows(storage):
    with storage.reading() as tx:
        return tx.execute(RETURNED.select()).all()


def test_it_waits_for_who_sent_it_in_its_plan_and_for_nobody_else(storage, plan, amal, lien):
    made = keep(storage, plan, amal)
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    assert waiting(storage, plan, amal, made) == REVIEW
    assert waiting(storage, plan, lien, made) is None
    assert waiting(storage, other, amal, made) is None


def test_it_is_kept_sealed(storage, plan, amal):
    keep(storage, plan, amal)
    kept, = rows(storage)
    assert b"inform.children" not in kept.review_sealed


def test_after_a_day_it_is_gone_and_then_swept_away(storage, plan, amal, clock):
    made = keep(storage, plan, amal)
    clock.shift(timedelta(hours=23))
    assert waiting(storage, plan, amal, made) == REVIEW
    clock.shift(timedelta(hours=2))
    assert waiting(storage, plan, amal, made) is None
    with storage.writing() as tx:
        returned.clear(tx)
    assert rows(storage) == []


def test_what_is_left_to_decide_takes_the_place_of_what_was_and_goes_with_the_last_decision(storage, plan, amal):
    made = keep(storage, plan, amal)
    with storage.writing() as tx:
        returned.change(tx, made, {**REVIEW, "changes": []})
    assert waiting(storage, plan, amal, made) == {**REVIEW, "changes": []}
    with storage.writing() as tx:
        returned.discard(tx, made)
    assert rows(storage) == []


def test_beyond_a_few_the_oldest_makes_room(storage, plan, amal, lien, clock):
    keep(storage, plan, lien)
    made = []
    for _ in range(returned.MOST + 2):
        clock.shift(timedelta(minutes=1))
        made.append(keep(storage, plan, amal))
    assert [waiting(storage, plan, amal, each) is not None for each in made] == [False] * 2 + [True] * returned.MOST
    assert len(rows(storage)) == returned.MOST + 1, "those of others stay"


def test_it_goes_with_the_plan(storage, plan, amal):
    keep(storage, plan, amal)
    with storage.writing() as tx:
        tx.execute(plans.PLANS.delete().where(plans.PLANS.c.id == plan))
    assert rows(storage) == []
