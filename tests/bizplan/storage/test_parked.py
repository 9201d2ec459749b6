"""What was sent in vain comes back to the same person on the same device, for an hour."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bizplan.storage import parked
from bizplan.storage.tables import PARKED

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
PHONE, OTHER = "phone", "other"
FIELDS = (("products.price", "3,40"), ("note", "مرحبا"), ("several", "a"), ("several", "b"))


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


def set_aside(storage, person, device=PHONE, path="/nl/plans/1", fields=FIELDS):
    with storage.writing() as tx:
        parked.set_aside(tx, device, person, path, fields)


def found(storage, person, device=PHONE):
    with storage.reading() as tx:
        return parked.parked_by(tx, device, person)


def test_it_comes_back_as_it_was_sent(storage, amal):
    set_aside(storage, amal)
    assert [(each.path, each.fields) for each in found(storage, amal)] == [("/nl/plans/1", FIELDS)]


def test_nobody_else_and_no_other_device_is_offered_it(storage, amal, lien):
    set_aside(storage, amal)
    assert found(storage, lien) == () and found(storage, amal, OTHER) == () and found(storage, amal, "") == ()


def test_after_an_hour_it_is_gone_and_then_swept_away(storage, amal, clock):
    set_aside(storage, amal)
    clock.shift(timedelta(minutes=59))
    assert len(found(storage, amal)) == 1
    clock.shift(timedelta(minutes=2))
    assert found(storage, amal) == ()
    set_aside(storage, amal, OTHER)
    with storage.reading() as tx:
        assert len(tx.execute(PARKED.select()).all()) == 1


def test_a_device_keeps_the_newest_five(storage, amal, clock):
    for number in range(7):
        set_aside(storage, amal, path=f"/nl/{number}")
        clock.shift(timedelta(seconds=1))
    assert [each.path for each in found(storage, amal)] == ["/nl/6", "/nl/5", "/nl/4", "/nl/3", "/nl/2"]


def test_it_can_be_thrown_away_by_its_person_only(storage, amal, lien):
    set_aside(storage, amal)
    each = found(storage, amal)[0]
    with storage.writing() as tx:
        parked.discard(tx, PHONE, lien, each.id)
        parked.discard(tx, OTHER, amal, each.id)
    assert found(storage, amal) == (each,)
    with storage.writing() as tx:
        parked.discard(tx, PHONE, amal, each.id)
    assert found(storage, amal) == ()


def test_for_somebody_who_is_gone_nothing_is_kept(storage):
    set_aside(storage, "0" * 32)
    with storage.reading() as tx:
        assert tx.execute(PARKED.select()).all() == []


def test_nothing_that_was_typed_stands_readable_in_the_file(storage, amal, tmp_path):
    set_aside(storage, amal, fields=(("note", "CANARY-1f6b"),))
    assert b"CANARY-1f6b" not in (tmp_path / "bizplan.sqlite").read_bytes()
