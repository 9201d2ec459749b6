"""What people are told, by whom, of which plan: once for each subject, and not of plans that are closed to them."""

from datetime import timedelta

import pytest
import time_machine

from bizplan.domain.coaching import News
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import consents, notices, participants, people, plans


@pytest.fixture
def plan(storage, amal, lien):
    """A plan with its coach, whose owner agreed."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        participants.let_in(tx, made, lien, Role.COACH)
        consents.write_down(tx, amal, CONSENT, "nl", given=True)
    return made


def tell(storage, plan, author, kind=News.COMMENT, subject="t"):
    with storage.writing() as tx:
        notices.tell(tx, kind, plan, author, notices.everybody(tx, plan), subject)


def unseen(storage, *who):
    with storage.reading() as tx:
        return [notices.unseen(tx, each) for each in who]


def test_everybody_is_told_but_whoever_did_it_and_once_until_they_look(storage, plan, amal, lien):
    for _again in range(3):
        tell(storage, plan, amal)
    assert unseen(storage, amal, lien) == [0, 1]
    with storage.writing() as tx:
        notices.see(tx, lien, plan, "t")
    tell(storage, plan, amal)
    assert unseen(storage, lien) == [1]
    with storage.reading() as tx:
        assert [each.seen_at is None for each in notices.notices_of(tx, lien)] == [True, False]


def test_whoever_says_something_about_a_subject_has_looked_at_it_and_at_nothing_else(storage, plan, amal, lien):
    for subject in "ab":
        tell(storage, plan, lien, News.SUGGESTION, subject)
    tell(storage, plan, lien, News.JOINED, "")
    tell(storage, plan, amal, News.DECIDED, "a")
    assert unseen(storage, amal, lien) == [2, 1]
    tell(storage, plan, amal, News.LEFT, "")
    assert unseen(storage, amal) == [2]


def test_one_look_is_at_a_subject_or_a_plan_or_everything(storage, plan, amal, lien):
    for subject in "ab":
        tell(storage, plan, amal, subject=subject)
    with storage.writing() as tx:
        notices.see(tx, lien, plan, "a")
    assert unseen(storage, lien) == [1]
    with storage.writing() as tx:
        notices.see(tx, lien)
    assert unseen(storage, lien) == [0]


def test_a_plan_that_is_closed_to_somebody_tells_them_nothing(storage, plan, amal, lien):
    tell(storage, plan, amal)
    tell(storage, plan, lien)
    with storage.writing() as tx:
        told, = notices.notices_of(tx, lien)
        participants.show_out(tx, plan, lien)
    assert unseen(storage, amal, lien) == [1, 0]
    with storage.reading() as tx:
        assert notices.notices_of(tx, lien) == ()
        assert notices.line_of(tx, lien, told.id) is None


def test_a_coach_without_the_role_or_a_plan_without_consent_tells_nothing(storage, plan, amal, lien):
    tell(storage, plan, amal)
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "nl", given=False)
    assert unseen(storage, lien) == [0]
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "nl", given=True)
    assert unseen(storage, lien) == [1]
    with storage.writing() as tx:
        for role in people.roles_of(tx, lien):
            people.take_role(tx, role)
    assert unseen(storage, lien) == [0]


def test_news_without_a_subject_is_seen_alone(storage, plan, amal, lien):
    tell(storage, plan, amal, News.JOINED, "")
    tell(storage, plan, amal, News.LEFT, "")
    with storage.writing() as tx:
        notices.see_line(tx, notices.line_of(tx, lien, notices.notices_of(tx, lien)[0].id))
    assert unseen(storage, lien) == [1]


def test_old_news_is_forgotten(storage, plan, amal, lien):
    tell(storage, plan, amal)
    with storage.reading() as tx:
        begin = tx.now
    for days, left in ((89, [1]), (91, [0])):
        with time_machine.travel(begin + timedelta(days=days), tick=False), storage.writing() as tx:
            notices.clear(tx)
        assert unseen(storage, lien) == left
