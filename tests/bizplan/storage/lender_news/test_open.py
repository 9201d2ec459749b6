"""Whom the news of a lender is open to: officers there, while the applicant agrees and something can be read."""

from datetime import timedelta

import pytest
import time_machine

from bizplan.domain.coaching import News
from bizplan.domain.coaching.news import AT_LENDER
from bizplan.domain.people import Role
from bizplan.storage import daily_mail, erasure, lender_news, notices, people
from bizplan.storage.tables import APPLICATIONS
from tests.bizplan.storage.lending import agree, handed_in, news, next_version, take_back


def both(storage, house):
    return news(storage, house.omar, house.nele)


def test_whoever_took_back_their_yes_to_the_study_is_not_spoken_of_any_more(storage, asked, amal, lien, house):
    next_version(storage, asked, lien)
    agree(storage, amal, given=False)
    assert both(storage, house) == [[], []]
    take_back(storage, asked)
    assert both(storage, house) == [[], []]
    agree(storage, amal, given=True)
    assert both(storage, house) == [[News.GONE], [News.GONE]]


def test_whoever_no_longer_works_there_has_no_news_of_it_whatever_else_they_do(storage, asked, house):
    with storage.writing() as tx:
        told, = notices.notices_of(tx, house.omar)
        given, = people.roles_of(tx, house.omar)
        people.give_role(tx, house.omar, Role.OFFICER, people.add_organisation(tx, "lending", "Elders"))
        people.give_role(tx, house.omar, Role.MANAGER, house.organisation)
        people.take_role(tx, given)
    assert both(storage, house) == [[], [News.ARRIVED]]
    with storage.reading() as tx:
        assert (notices.unseen(tx, house.omar), notices.line_of(tx, house.omar, told.id)) == (0, None)


def test_what_goes_to_another_organisation_is_gone_for_the_first(storage, asked, house):
    with storage.writing() as tx:
        tx.execute(APPLICATIONS.update().values(organisation_id=people.add_organisation(tx, "lending", "Elders")))
    assert both(storage, house) == [[], []]


@pytest.mark.parametrize("kind", sorted(AT_LENDER, key=list(News).index))
def test_neither_entrepreneur_nor_coach_is_shown_what_is_told_at_a_lender(storage, asked, amal, lien, kind):
    with storage.writing() as tx:
        notices.tell(tx, kind, asked.plan, "", (amal, lien), asked.id)
    assert news(storage, amal, lien) == [[], []]


def test_each_application_is_a_line_and_one_look_is_at_one_of_them(storage, asked, plan, amal, lien, house):
    other = handed_in(storage, plan, amal, lien, house.organisation, lender="another profile")
    with storage.reading() as tx:
        assert notices.unseen(tx, house.omar) == 2
        assert lender_news.is_unseen(tx, house.omar, other.id)
    with storage.writing() as tx:
        lender_news.see(tx, house.omar, other.id)
        assert not lender_news.is_unseen(tx, house.omar, other.id)
        assert (notices.unseen(tx, house.omar), notices.unseen(tx, house.nele)) == (1, 2)


def test_an_officer_who_asked_for_it_gets_a_message_and_none_of_what_was_taken_away(
        storage, plan, amal, lien, house, asked):
    with storage.writing() as tx:
        for name, organisation in (("daan", house.organisation), ("els", house.organisation)):
            who = people.add_person(tx, name, "fr", f"{name}@example.org")
            people.give_role(tx, who, Role.OFFICER, organisation)
            daily_mail.choose(tx, who, wanted=name == "daan")
        later = tx.now + timedelta(hours=25)
    handed_in(storage, plan, amal, lien, house.organisation, lender="another profile")
    agree(storage, amal, given=False)
    with time_machine.travel(later, tick=False):
        with storage.writing() as tx:
            assert not daily_mail.are_waiting(tx) and daily_mail.take(tx) == ()
        agree(storage, amal, given=True)
        with storage.writing() as tx:
            assert [(each.email, each.language, each.count) for each in daily_mail.take(tx)] == [
                ("daan@example.org", "fr", 1)]


def test_with_the_person_their_news_is_gone(storage, asked, amal, house):
    with storage.writing() as tx:
        erasure.erase(tx, amal)
    assert both(storage, house) == [[], []]
