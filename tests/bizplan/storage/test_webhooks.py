"""Messages to lenders' systems: written with the news, taken by one worker, kept until they arrive or are given up."""

from datetime import date, timedelta

import pytest

from bizplan.domain.lending.applications import Frozen
from bizplan.domain.lending.webhooks import AGAIN_AFTER, MOST_TRIES, Event
from bizplan.storage import applications, erasure, people, plans, submissions, webhooks
from bizplan.storage.columns import new_id
from bizplan.storage.submissions import Agreed
from bizplan.storage.tables import DELIVERIES
from bizplan.storage.webhooks import KEPT_FOR, MOST, TAKEN_FOR, TooMany

URL = "https://credit.example.org/news"
MADE = Frozen(date(2026, 11, 28), "A" * 30, b"plan", b"figures", b"dossier", b"workbook")


@pytest.fixture
def lender(storage):
    """An organisation at which officers work."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Krediet")


@pytest.fixture
def secret(storage, lender, lien):
    """The secret of its address for news."""
    with storage.writing() as tx:
        return webhooks.add(tx, lender, lien, URL)


@pytest.fixture
def submission(storage, lender, amal):
    """A version that was handed in there, and is not frozen yet."""
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "nl")
        made = submissions.prepare(tx, applications.begin(tx, plan, amal, "microstart", lender), plan, amal, 1, "nl")
        submissions.sign_as_owner(tx, made, Agreed("lender-1", "nl"))
    return made


def write(storage, deed, *given):
    with storage.writing() as tx:
        return deed(tx, *given)


def read(storage, of, *given):
    with storage.reading() as tx:
        return of(tx, *given)


def later(storage, by: timedelta):
    """So much time passes."""
    with storage.writing() as tx:
        for row in tx.execute(DELIVERIES.select()).all():
            tx.execute(DELIVERIES.update().where(DELIVERIES.c.id == row.id).values(
                next_at=row.next_at - by, made_at=row.made_at - by))


def events(storage, lender):
    return [(each.event, each.number) for each in read(storage, webhooks.deliveries_of, lender)]


def test_what_is_frozen_and_taken_back_is_told_in_the_same_transaction(storage, lender, secret, submission):
    with storage.writing() as tx:
        submissions.freeze(tx, submission, MADE)
        tx.connection.rollback()
    assert events(storage, lender) == []
    assert write(storage, submissions.freeze, submission, MADE)
    assert not write(storage, submissions.freeze, submission, MADE)
    assert events(storage, lender) == [("submission.frozen", 1)]
    for _ in range(2):
        write(storage, submissions.withdraw, submission)
    assert sorted(events(storage, lender)) == [("submission.frozen", 1), ("submission.withdrawn", 1)]


def test_of_what_was_never_handed_in_nothing_is_told(storage, lender, secret, submission, amal):
    with storage.writing() as tx:
        found = submissions.submission(tx, submission)
        ready = submissions.prepare(tx, found.application, found.plan, amal, 2, "nl")
    write(storage, submissions.withdraw, ready)
    assert events(storage, lender) == []


def test_whoever_is_erased_takes_back_what_the_lender_read(storage, lender, secret, submission, amal):
    application = read(storage, submissions.submission, submission).application
    write(storage, submissions.freeze, submission, MADE)
    write(storage, webhooks.arrived, write(storage, webhooks.take).news.delivery, "204")
    write(storage, erasure.erase, amal)
    assert read(storage, applications.application, application) is None
    told = write(storage, webhooks.take).news
    assert (told.event, told.application, told.number) == (Event.WITHDRAWN, application, 1)


def test_a_decision_is_told_of_the_application(storage, lender, secret, submission):
    application = read(storage, submissions.submission, submission).application
    write(storage, webhooks.tell, Event.DECIDED, application)
    sending = write(storage, webhooks.take)
    assert (sending.news.event, sending.news.application, sending.news.number) == (Event.DECIDED, application, None)


def test_each_address_of_that_organisation_gets_a_message_and_no_other(storage, lender, lien, secret, submission):
    elsewhere = write(storage, people.add_organisation, "lending", "Elders")
    write(storage, webhooks.add, elsewhere, lien, "https://elders.example.org")
    write(storage, webhooks.add, lender, lien, f"{URL}/second")
    write(storage, submissions.freeze, submission, MADE)
    found = read(storage, webhooks.deliveries_of, lender)
    assert {each.url for each in found} == {URL, f"{URL}/second"} and len({each.id for each in found}) == 2
    assert read(storage, webhooks.deliveries_of, elsewhere) == ()


def test_a_message_is_taken_by_one_worker(storage, secret, submission):
    write(storage, submissions.freeze, submission, MADE)
    taken = write(storage, webhooks.take)
    assert (taken.url, taken.secret, taken.tries) == (URL, secret, 1)
    assert write(storage, webhooks.take) is None and not read(storage, webhooks.are_due)


def test_what_a_worker_left_when_it_stopped_is_taken_again_under_the_same_id(storage, secret, submission):
    write(storage, submissions.freeze, submission, MADE)
    first = write(storage, webhooks.take)
    later(storage, TAKEN_FOR)
    again = write(storage, webhooks.take)
    assert (again.news.delivery, again.tries) == (first.news.delivery, 2)


def test_what_arrived_is_not_sent_again(storage, lender, secret, submission):
    write(storage, submissions.freeze, submission, MADE)
    write(storage, webhooks.arrived, write(storage, webhooks.take).news.delivery, "204")
    later(storage, timedelta(days=2))
    assert not read(storage, webhooks.are_due)
    told, = read(storage, webhooks.deliveries_of, lender)
    assert (told.answer, told.tries, bool(told.done_at), told.given_up_at) == ("204", 1, True, None)


def test_it_is_sent_again_after_the_waits_that_are_promised_and_then_given_up(storage, lender, secret, submission):
    write(storage, submissions.freeze, submission, MADE)
    ids = set()
    for tries, wait in enumerate(AGAIN_AFTER, 1):
        taken = write(storage, webhooks.take)
        ids.add(taken.news.delivery)
        assert taken.tries == tries
        write(storage, webhooks.failed, taken.news.delivery, tries, "500")
        later(storage, wait - timedelta(seconds=30))
        assert not read(storage, webhooks.are_due)
        later(storage, timedelta(seconds=31))
    last = write(storage, webhooks.take)
    assert last.tries == MOST_TRIES and ids == {last.news.delivery}
    write(storage, webhooks.failed, last.news.delivery, last.tries, "500")
    later(storage, timedelta(days=2))
    assert not read(storage, webhooks.are_due)
    told, = read(storage, webhooks.deliveries_of, lender)
    assert told.given_up_at and told.done_at is None


def test_a_last_try_that_was_never_finished_is_given_up_too(storage, lender, secret, submission):
    write(storage, submissions.freeze, submission, MADE)
    for _ in range(MOST_TRIES):
        write(storage, webhooks.take)
        later(storage, TAKEN_FOR)
    assert write(storage, webhooks.take) is None
    write(storage, webhooks.clear)
    told, = read(storage, webhooks.deliveries_of, lender)
    assert told.given_up_at


def test_what_goes_to_a_silent_address_waits_for_the_next_round(storage, lender, lien, secret, submission):
    write(storage, webhooks.add, lender, lien, f"{URL}/second")
    write(storage, submissions.freeze, submission, MADE)
    first = write(storage, webhooks.take)
    other = write(storage, webhooks.take, {first.webhook})
    assert other.url != first.url and write(storage, webhooks.take, {first.webhook, other.webhook}) is None


def test_an_address_that_is_taken_away_gets_nothing_more_not_even_what_waits(storage, lender, secret, submission):
    webhook, = read(storage, webhooks.webhooks_of, lender)
    write(storage, submissions.freeze, submission, MADE)
    elsewhere = write(storage, people.add_organisation, "lending", "Elders")
    assert not write(storage, webhooks.end, elsewhere, webhook.id)
    assert write(storage, webhooks.end, lender, webhook.id) and not write(storage, webhooks.end, lender, webhook.id)
    assert not read(storage, webhooks.are_due) and read(storage, webhooks.webhooks_of, lender) == ()
    write(storage, submissions.withdraw, submission)
    assert events(storage, lender) == []


def test_a_form_that_is_sent_twice_adds_one_address_with_the_last_secret(storage, lender, lien, submission):
    key = new_id()
    first, second = (write(storage, webhooks.add, lender, lien, URL, key) for _ in range(2))
    write(storage, submissions.freeze, submission, MADE)
    assert write(storage, webhooks.take).secret == second != first
    assert len(read(storage, webhooks.webhooks_of, lender)) == 1


def test_news_goes_to_so_many_addresses_and_no_more(storage, lender, lien):
    for _ in range(MOST):
        write(storage, webhooks.add, lender, lien, URL)
    with pytest.raises(TooMany):
        write(storage, webhooks.add, lender, lien, URL)


def test_messages_are_forgotten_after_a_month(storage, lender, secret, submission):
    write(storage, submissions.freeze, submission, MADE)
    later(storage, KEPT_FOR + timedelta(hours=1))
    write(storage, webhooks.clear)
    assert events(storage, lender) == []
