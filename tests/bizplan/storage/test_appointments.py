"""Appointments: made, moved, called off and held, each once, and whoever has to know is told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest

from bizplan.domain.coaching import News
from bizplan.domain.coaching.appointments import Agreed, Appointment, Way
from bizplan.domain.coaching.contacts import How
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import agenda, appointments, consents, contacts, notices, participants, plans
from bizplan.storage.tables import REVIEWS, THREADS

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=5)
MEET = Appointment(Way.PLACE, SOON, 60, "De Kade", "De oven", id="a" * 32)
TASK = Agreed("Vraag een tweede offerte", date(2026, 12, 10))


@pytest.fixture
def plan(storage, amal, lien) -> str:
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        consents.write_down(tx, amal, CONSENT, "nl", given=True)
        participants.let_in(tx, made, lien, Role.COACH)
        return made


@pytest.fixture
def made(storage, plan, lien) -> Appointment:
    with storage.writing() as tx:
        appointments.make(tx, plan, lien, MEET)
    return found(storage, plan)


def found(storage, plan, which=MEET.id):
    with storage.reading() as tx:
        return appointments.appointment(tx, plan, which)


def news_of(storage, person):
    with storage.reading() as tx:
        return [(each.kind, each.subject) for each in notices.notices_of(tx, person)]


def change(storage, plan, author, wanted):
    with storage.writing() as tx:
        return appointments.change(tx, plan, author, wanted)


def hold(storage, plan, author, held, *tasks, key="k", as_contact=False):
    with storage.writing() as tx:
        return appointments.hold(tx, plan, author, held, tasks, key, as_contact=as_contact)


def test_it_is_kept_whole_and_the_other_side_is_told(storage, plan, made, amal, lien):
    assert made == replace(MEET, author=lien)
    assert news_of(storage, amal) == [(News.APPOINTMENT, MEET.id)] and news_of(storage, lien) == []


def test_sent_twice_it_is_made_once(storage, plan, made, lien):
    with storage.writing() as tx:
        assert appointments.make(tx, plan, lien, replace(MEET, where="elders")) == MEET.id
    with storage.reading() as tx:
        assert [each.where for each in appointments.appointments_of(tx, plan)] == ["De Kade"]


def test_moving_it_counts_a_step_and_sent_twice_counts_once(storage, plan, made, amal, lien):
    moved = replace(made, begins_at=SOON + timedelta(days=1))
    assert change(storage, plan, amal, moved) and change(storage, plan, amal, moved)
    assert (found(storage, plan).step, found(storage, plan).begins_at) == (1, moved.begins_at)
    assert news_of(storage, lien) == [(News.APPOINTMENT, MEET.id)]


def test_what_changes_nothing_tells_nobody(storage, plan, made, amal, lien):
    assert change(storage, plan, amal, made)
    assert found(storage, plan).step == 0 and news_of(storage, lien) == []


def test_two_who_move_it_at_once_do_not_overwrite_each_other(storage, plan, made, amal, lien):
    together, told = Barrier(2), []

    def move(who, hours):
        together.wait()
        told.append(change(storage, plan, who, replace(made, begins_at=SOON + timedelta(hours=hours))))

    both = [Thread(target=move, args=each) for each in ((amal, 1), (lien, 2))]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(told) == [False, True] and found(storage, plan).step == 1


def test_called_off_it_stays_and_is_not_moved_any_more(storage, plan, made, amal, lien):
    with storage.writing() as tx:
        assert appointments.call_off(tx, plan, amal, MEET.id)
        assert not appointments.call_off(tx, plan, amal, MEET.id)
    now = found(storage, plan)
    assert now.cancelled_at and now.step == 1 and news_of(storage, lien) == [(News.CALLED_OFF, MEET.id)]
    assert not change(storage, plan, amal, replace(now, minutes=30))
    assert not hold(storage, plan, amal, replace(now, report="x"))


def test_the_next_one_is_the_first_that_is_not_over(storage, plan, made, lien):
    with storage.writing() as tx:
        appointments.make(tx, plan, lien, replace(MEET, id="b" * 32, begins_at=tx.now - timedelta(hours=2)))
        appointments.make(tx, plan, lien, replace(MEET, id="c" * 32, begins_at=tx.now - timedelta(minutes=30)))
        assert appointments.next_of(tx, plan).id == "c" * 32
        appointments.call_off(tx, plan, lien, "c" * 32)
        assert appointments.next_of(tx, plan).id == MEET.id
        assert appointments.next_of(tx, "0" * 32) is None


def test_what_was_agreed_becomes_requests_once_and_the_contact_too(storage, plan, made, amal, lien):
    held = replace(made, report="We belden.")
    for _twice in range(2):
        assert hold(storage, plan, lien, held, TASK, replace(TASK, text="Huurcontract"), as_contact=True)
    with storage.reading() as tx:
        assert [(each.is_request, each.text, each.due_on) for each in agenda.open_talks(tx, plan)] == [
            (True, "Vraag een tweede offerte", TASK.due_on), (True, "Huurcontract", TASK.due_on)]
        contact, = contacts.contacts_of(tx, plan, with_notes=True)
        assert (contact.how, contact.minutes, contact.author) == (How.VISIT, 60, lien)
        assert {(row.kind, row.about, row.sequence) for row in tx.execute(THREADS.select())} == {("request", "plan", 0)}
    assert [kind for kind, _subject in news_of(storage, amal)].count(News.REQUEST) == 2
    assert found(storage, plan).held_at and found(storage, plan).report == "We belden."


def test_without_the_tick_no_contact_is_written_down(storage, plan, made, lien):
    hold(storage, plan, lien, replace(made, report="x"))
    with storage.reading() as tx:
        assert contacts.contacts_of(tx, plan, with_notes=True) == ()


def test_two_who_write_minutes_do_not_overwrite_each_other(storage, plan, made, amal, lien):
    assert hold(storage, plan, lien, replace(made, report="Van de coach"))
    assert not hold(storage, plan, amal, replace(made, report="Van de ondernemer"), TASK)
    assert found(storage, plan).report == "Van de coach"
    with storage.reading() as tx:
        assert agenda.open_talks(tx, plan) == ()


def test_an_appointment_of_another_plan_is_not_there(storage, plan, made, amal):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        assert appointments.appointment(tx, other, MEET.id) is None
        assert not appointments.call_off(tx, other, amal, MEET.id)
        assert not appointments.change(tx, other, amal, replace(MEET, minutes=30))


def test_notes_and_what_is_settled_are_not_on_the_agenda(storage, plan, made, lien):
    hold(storage, plan, lien, replace(made, report="x"),
         TASK, replace(TASK, text="Klaar"), replace(TASK, text="Geheim"))
    with storage.writing() as tx:
        ids = {each.text: each.id for each in agenda.open_talks(tx, plan)}
        tx.execute(THREADS.update().where(THREADS.c.id == ids["Klaar"]).values(settled_at=tx.now))
        tx.execute(THREADS.update().where(THREADS.c.id == ids["Geheim"]).values(kind="private"))
        assert [each.text for each in agenda.open_talks(tx, plan)] == ["Vraag een tweede offerte"]


def test_a_part_is_with_the_coach_as_long_as_its_newest_review_says_so(storage, plan, amal):
    with storage.writing() as tx:
        for number, (part, state) in enumerate((
                ("idea", agenda.WITH_COACH), ("market", agenda.WITH_COACH), ("market", "approved"))):
            tx.execute(REVIEWS.insert().values(
                id=f"{number:032}", plan_id=plan, part=part, state=state, sequence=0, author_id=amal, key=str(number),
                words_sealed=tx.seal.sealed("", "reviews", str(number)), made_at=tx.now + timedelta(seconds=number)))
        assert agenda.parts_with_coach(tx, plan) == ("idea",)
