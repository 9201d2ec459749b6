"""Tries are counted, delay, and are forgotten."""

from datetime import UTC, datetime, timedelta

import time_machine

from bizplan.storage import attempts
from bizplan.storage.attempts import Limit, Wait

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
THREE_AN_HOUR = Limit("ask", 3, timedelta(hours=1))


def count(storage, subject="amal@example.org", limit=THREE_AN_HOUR):
    with storage.writing() as tx:
        return attempts.count(tx, limit, subject)


def test_the_fourth_try_within_an_hour_waits_and_goes_after_it(storage):
    with time_machine.travel(NOON, tick=False) as clock:
        assert [count(storage) for _ in range(3)] == [None, None, None]
        assert count(storage) == Wait(3601)
        clock.shift(timedelta(minutes=59))
        assert count(storage) == Wait(61)
        clock.shift(timedelta(minutes=2))
        assert count(storage) is None


def test_what_was_refused_does_not_count_so_nobody_is_locked_out_for_good(storage):
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(200):
            count(storage)
            clock.shift(timedelta(seconds=20))
        allowed = sum(count(storage) is None for _ in range(3) if clock.shift(timedelta(hours=1)) is None)
    assert allowed == 3


def test_the_hour_slides_so_that_its_turn_gives_no_second_helping(storage):
    with time_machine.travel(NOON + timedelta(minutes=56), tick=False) as clock:
        assert [count(storage) for _ in range(3)] == [None, None, None]
        clock.shift(timedelta(minutes=8))
        assert isinstance(count(storage), Wait)


def test_one_subject_and_one_kind_do_not_weigh_on_another(storage):
    for _ in range(3):
        count(storage)
    assert count(storage, "lien@example.org") is None
    assert count(storage, limit=Limit("code", 3, timedelta(hours=1))) is None
    assert isinstance(count(storage), Wait)


def test_what_was_tried_can_be_forgotten(storage):
    for _ in range(3):
        count(storage)
    with storage.writing() as tx:
        attempts.forget(tx, "amal@example.org", THREE_AN_HOUR)
    assert count(storage) is None


def test_tries_of_yesterday_are_swept_away(storage):
    with time_machine.travel(NOON, tick=False) as clock:
        count(storage)
        clock.shift(timedelta(hours=26))
        count(storage, "lien@example.org")
    with storage.reading() as tx:
        assert len(tx.execute(attempts.ATTEMPTS.select()).all()) == 1


def test_asking_how_long_to_wait_counts_nothing(storage):
    with time_machine.travel(NOON, tick=False), storage.writing() as tx:
        for _ in range(9):
            assert attempts.to_wait(tx, THREE_AN_HOUR, "amal@example.org") is None
        for _ in range(3):
            attempts.count(tx, THREE_AN_HOUR, "amal@example.org")
        assert attempts.to_wait(tx, THREE_AN_HOUR, "amal@example.org") == Wait(3601)
