"""Who gets a message that there is news: only who asked, at most once a day, never twice for the same news."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bizplan.domain.coaching import News
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import consents, daily_mail, notices, participants, people, plans

NIGHT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)             # half past seven in Belgium
NOON = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
EMAIL = "lien@example.org"


@pytest.fixture
def plan(storage, amal, lien):
    """A plan with its coach, who wants messages; its owner agreed."""
    with time_machine.travel(NIGHT, tick=False), storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        participants.let_in(tx, made, lien, Role.COACH)
        consents.write_down(tx, amal, CONSENT, "nl", given=True)
        daily_mail.choose(tx, lien, wanted=True)
    return made


@pytest.fixture
def tell(storage, plan, amal, lien):
    """The entrepreneur did something, at a moment."""
    def told(at, subject="t", to=lien):
        with time_machine.travel(at, tick=False), storage.writing() as tx:
            notices.tell(tx, News.COMMENT, plan, amal, [to], subject)
    return told


@pytest.fixture
def taken(storage):
    """Who gets a message at a moment, with how many pieces of news."""
    def take(at):
        with time_machine.travel(at, tick=False), storage.writing() as tx:
            waiting, found = daily_mail.are_waiting(tx), daily_mail.take(tx)
            assert waiting or not found
            return [(each.email, each.language, each.count) for each in found]
    return take


def test_news_of_the_night_goes_out_in_the_morning_all_in_one(tell, taken):
    tell(NIGHT, "a")
    tell(NIGHT, "b")
    assert taken(NIGHT + timedelta(hours=1)) == []
    assert taken(MORNING) == [(EMAIL, "nl", 2)]
    assert taken(MORNING + timedelta(minutes=1)) == []


def test_the_same_news_is_never_told_twice(tell, taken):
    tell(NIGHT)
    assert taken(MORNING) == [(EMAIL, "nl", 1)]
    assert taken(MORNING + timedelta(days=1)) == []
    assert taken(MORNING + timedelta(days=30)) == []


def test_nobody_gets_two_messages_within_a_day(tell, taken):
    tell(NIGHT, "a")
    assert taken(MORNING) == [(EMAIL, "nl", 1)]
    tell(MORNING + timedelta(hours=1), "b")
    assert taken(MORNING + timedelta(hours=23)) == []
    assert taken(MORNING + timedelta(hours=24)) == [(EMAIL, "nl", 1)]


def test_news_that_missed_the_morning_waits_at_most_a_day(tell, taken):
    tell(NOON)
    assert taken(NOON + timedelta(hours=12)) == []
    assert taken(NOON + timedelta(hours=24)) == [(EMAIL, "nl", 1)]


def test_summer_has_the_same_morning_in_belgium(tell, taken):
    summer = datetime(2026, 7, 1, 5, 30, tzinfo=UTC)            # half past seven in summer
    tell(summer - timedelta(hours=1))
    assert taken(summer) == [(EMAIL, "nl", 1)]


def test_what_was_read_is_not_told(tell, taken, storage, lien):
    tell(NIGHT)
    with storage.writing() as tx:
        notices.see(tx, lien)
    assert taken(MORNING) == []


def test_who_did_not_ask_or_has_no_address_or_is_closed_gets_nothing(tell, taken, storage, amal, lien):
    tell(NIGHT)
    with storage.writing() as tx:
        daily_mail.choose(tx, lien, wanted=False)
    assert taken(MORNING) == []
    with storage.writing() as tx:
        daily_mail.choose(tx, lien, wanted=True)
        people.close(tx, lien)
    assert taken(MORNING) == []
    with storage.writing() as tx:
        without = people.add_person(tx, "Yonas", "nl")
        people.give_role(tx, without, Role.COACH)
        participants.let_in(tx, plans.plans_of(tx, amal)[0].id, without, Role.COACH)
        daily_mail.choose(tx, without, wanted=True)
    tell(NIGHT, to=without)
    assert taken(MORNING) == []


def test_a_plan_that_is_closed_to_somebody_sends_them_nothing(tell, taken, storage, plan, lien):
    tell(NIGHT)
    with storage.writing() as tx:
        participants.show_out(tx, plan, lien)
    assert taken(MORNING) == []


def test_two_workers_take_nobody_twice(tell, storage):
    tell(NIGHT)
    with time_machine.travel(MORNING, tick=False):
        with storage.writing() as tx:
            first = daily_mail.take(tx)
        with storage.writing() as tx:
            assert (len(first), daily_mail.take(tx)) == (1, ())
