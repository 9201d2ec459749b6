"""Appointments: both sides make, move, call off, write down what was said, and take them into their calendar."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bizplan.domain.clock import today
from bizplan.domain.coaching import News
from bizplan.domain.coaching.appointments import HERE, Agreed, Appointment, Way
from bizplan.storage import agenda, appointments, contacts, notices, plans
from bizplan.storage.tables import APPOINTMENTS, THREADS
from tests.bizplan.web.naughty import NEVER_SHOWN, TEXTS

DAY = today() + timedelta(days=7)
ID = "a" * 32


def address(plan, rest=""):
    return f"/en/plan/{plan}/appointments{rest}"


def fields(**more):
    return {"day": DAY.isoformat(), "clock": "14:30", "minutes": "60", "way": "place", "where": "De Kade",
            "agenda": "De oven\nHet huurcontract", "key": ID, **more}


def make(browser, plan, **more):
    return browser.post(address(plan, "/new"), fields(**more))


def kept(storage, plan):
    with storage.reading() as tx:
        return appointments.appointments_of(tx, plan)


def begin(storage, ago=timedelta(hours=1)):
    with storage.writing() as tx:
        tx.execute(APPOINTMENTS.update().values(begins_at=tx.now - ago))


def told(storage, who):
    with storage.reading() as tx:
        return [(each.kind, each.subject) for each in notices.notices_of(tx, who)]


@pytest.mark.parametrize("who", ["amals", "liens"])
def test_either_side_makes_one_and_both_see_it_in_belgian_time(request, amals, liens, storage, plan, who):
    made = make(request.getfixturevalue(who), plan)
    assert made.headers["Location"] == address(plan, f"/{ID}")
    make(request.getfixturevalue(who), plan)
    one, = kept(storage, plan)
    assert one.begins_at.astimezone(HERE).strftime("%H:%M") == "14:30"
    for browser in (amals, liens):
        page = browser.get(address(plan, f"/{ID}")).text
        assert "14:30" in page and "De Kade" in page and "<li dir=\"auto\">Het huurcontract</li>" in page
        assert "14:30" in browser.get(address(plan)).text
        assert "De Kade" in browser.get(f"/en/plan/{plan}/").text


@pytest.mark.parametrize(("more", "words"), [
    ({"day": ""}, "Choose the day"), ({"clock": "25:00"}, "Write the time with hours"),
    ({"day": "2020-01-01"}, "over already"), ({"where": ""}, "Write the place"), ({"way": "x"}, "Choose how you meet"),
    ({"minutes": "1000"}, "Enter a whole number from 5 to 600"), ({"agenda": "x" * 100_000}, "Write at most 20,000"),
])
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(amals, storage, plan, more, words):
    answer = make(amals, plan, **{"agenda": "Mijn vraag over de oven", **more})
    assert answer.status_code == 200 and words in answer.text
    assert more.get("agenda", "Mijn vraag over de oven") in answer.text
    assert kept(storage, plan) == ()


def test_any_text_comes_back_on_the_page_and_never_breaks_it(amals, plan):
    for number, text in enumerate(TEXTS):
        made = make(amals, plan, agenda=text, where=text, way="call", key=f"{number:032x}").headers["Location"]
        page = amals.get(made).text
        assert NEVER_SHOWN not in page and "<script>alert" not in page
        assert amals.get(f"{made}.ics").status_code == 200


def test_moving_it_tells_the_other_side(amals, liens, storage, plan, amal, lien):
    make(liens, plan)
    assert told(storage, amal) == [(News.APPOINTMENT, ID)]
    form = amals.get(address(plan, f"/{ID}/change")).text
    assert 'value="14:30"' in form and "Het huurcontract" in form
    assert amals.post(address(plan, f"/{ID}/change"), fields(clock="16:00", step="0")).status_code == 302
    assert kept(storage, plan)[0].step == 1 and told(storage, lien) == [(News.APPOINTMENT, ID)]


def test_who_moves_what_somebody_moved_meanwhile_sees_it_and_loses_nothing(amals, liens, storage, plan):
    make(liens, plan)
    liens.post(address(plan, f"/{ID}/change"), fields(clock="16:00", step="0"))
    answer = amals.post(address(plan, f"/{ID}/change"), fields(clock="10:00", agenda="Mijn woorden", step="0"))
    assert answer.status_code == 200 and "Somebody changed this appointment" in answer.text
    assert "Mijn woorden" in answer.text and 'name="step" value="1"' in answer.text
    assert kept(storage, plan)[0].begins_at.astimezone(HERE).hour == 16
    amals.post(address(plan, f"/{ID}/change"), fields(clock="10:00", agenda="Mijn woorden", step="1"))
    assert (kept(storage, plan)[0].begins_at.astimezone(HERE).hour, kept(storage, plan)[0].agenda) == (
        10, "Mijn woorden")


def test_called_off_it_says_so_everywhere(amals, liens, storage, plan, lien):
    make(liens, plan)
    assert amals.post(address(plan, f"/{ID}/call-off"), form=address(plan, f"/{ID}")).status_code == 302
    assert (News.CALLED_OFF, ID) in told(storage, lien)
    assert "called off" in liens.get(address(plan, f"/{ID}")).text
    assert "De Kade" not in liens.get(f"/en/plan/{plan}/").text
    assert b"STATUS:CANCELLED\r\nCLASS" in liens.get(address(plan, f"/{ID}.ics")).data
    assert liens.get(address(plan, f"/{ID}/change")).status_code == 302
    kept_text = liens.post(address(plan, f"/{ID}/change"), fields(agenda="Laat", step="1"), form="/en/me")
    assert kept_text.status_code == 200 and "Laat" in kept_text.text


def test_the_calendar_file_says_when_and_where_and_nothing_of_who_or_why(amals, plan, config):
    make(amals, plan)
    answer = amals.get(address(plan, f"/{ID}.ics"))
    assert answer.mimetype == "text/calendar" and "attachment" in answer.headers["Content-Disposition"]
    text = answer.data.decode().replace("\r\n ", "")
    begins = datetime(DAY.year, DAY.month, DAY.day, 14, 30, tzinfo=HERE).astimezone(UTC)
    assert f"UID:{ID}@localhost\r\n" in text and f"DTSTART:{begins:%Y%m%dT%H%M%SZ}\r\n" in text
    assert "SUMMARY;LANGUAGE=en:Appointment about your plan\r\n" in text
    assert f"URL:{config.url}{address(plan, f'/{ID}')}\r\n" in text
    assert not re.search("Amal|Lien|oven|refugee|coach", text)


def test_the_agenda_begins_with_what_is_open_and_never_with_a_note(amals, liens, storage, plan, lien):
    begin_request(storage, plan, lien, "Vraag een offerte", "Iets dat alleen coaches lezen")
    with storage.writing() as tx:
        private = next(each.id for each in agenda.open_talks(tx, plan) if "alleen" in each.text)
        tx.execute(THREADS.update().where(THREADS.c.id == private).values(kind="private"))
    for browser in (amals, liens):
        page = browser.get(address(plan, "/new")).text
        assert "Vraag een offerte" in page and "alleen coaches" not in page


def begin_request(storage, plan, author, *texts):
    """Requests, made as they are made at an appointment."""
    with storage.writing() as tx:
        at = Appointment(Way.CALL, tx.now - timedelta(days=1), 30, id="e" * 32)
        appointments.make(tx, plan, author, at)
        appointments.hold(tx, plan, author, replace(at, report="x"), [Agreed(text, DAY) for text in texts], "k")


def minutes(**more):
    return {"report": "We belden over de oven.", "task-0": "Vraag een tweede offerte", "due-0": DAY.isoformat(),
            "contact": "yes", "step": "0", "key": "k1", **more}


def test_what_was_said_and_agreed_is_kept_once_with_the_contact(liens, amals, storage, plan):
    make(liens, plan)
    begin(storage)
    for _twice in range(2):
        assert liens.post(address(plan, f"/{ID}/minutes"), minutes()).status_code == 302
    with storage.reading() as tx:
        assert [(each.text, each.due_on) for each in agenda.open_talks(tx, plan)] == [
            ("Vraag een tweede offerte", DAY)]
        assert [each.minutes for each in contacts.contacts_of(tx, plan, with_notes=False)] == [60]
    assert "We belden over de oven." in amals.get(address(plan, f"/{ID}")).text


def test_an_entrepreneur_writes_minutes_but_no_contact(amals, storage, plan):
    make(amals, plan)
    begin(storage)
    assert 'name="contact"' not in amals.get(address(plan, f"/{ID}/minutes")).text
    amals.post(address(plan, f"/{ID}/minutes"), minutes())
    with storage.reading() as tx:
        assert contacts.contacts_of(tx, plan, with_notes=True) == ()
    assert kept(storage, plan)[0].report == "We belden over de oven."


@pytest.mark.parametrize(("more", "words"), [
    ({"due-0": ""}, "Choose the day by which"), ({"due-0": "2020-01-01"}, "This day is over"),
    ({"task-0": ""}, "Write what was agreed"),
    ({"report": "We belden over de oven." + "x" * 100_000}, "at most 20,000"),
    ({"task-0": "", "due-0": "", "task-4": "Nog iets"}, "Choose the day by which"),
])
def test_half_a_line_is_asked_back_and_nothing_is_lost(liens, storage, plan, more, words):
    make(liens, plan)
    answer = liens.post(address(plan, f"/{ID}/minutes"), minutes(**more))
    assert answer.status_code == 200 and words in answer.text and "We belden over de oven." in answer.text
    assert more.get("task-4", "") in answer.text
    with storage.reading() as tx:
        assert agenda.open_talks(tx, plan) == () and kept(storage, plan)[0].held_at is None


def test_two_who_write_minutes_see_each_others(liens, amals, storage, plan):
    make(liens, plan)
    liens.post(address(plan, f"/{ID}/minutes"), minutes(report="Van de coach"))
    answer = amals.post(address(plan, f"/{ID}/minutes"), minutes(report="Van de ondernemer", key="k2"))
    assert answer.status_code == 200 and "Van de coach" in answer.text and "Van de ondernemer" in answer.text
    assert kept(storage, plan)[0].report == "Van de coach"
    amals.post(address(plan, f"/{ID}/minutes"), minutes(report="Van beiden", key="k2", step="1"))
    assert kept(storage, plan)[0].report == "Van beiden"


@pytest.mark.parametrize("rest", ["", "/change", "/minutes", ".ics"])
def test_an_appointment_that_is_not_there_or_of_another_plan_is_not_found(amals, liens, storage, plan, amal, rest):
    assert amals.get(address(plan, f"/{'0' * 32}{rest}")).status_code == 404
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        appointments.make(tx, other, amal, Appointment(Way.CALL, tx.now + timedelta(days=3), 30, id="d" * 32))
    assert amals.get(address(plan, f"/{'d' * 32}{rest}")).status_code == 404
    assert liens.get(address(other, f"/{'d' * 32}{rest}")).status_code == 404


def test_nothing_is_made_in_the_archive(amals, storage, plan):
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    assert make(amals, plan).status_code == 409 and kept(storage, plan) == ()
