"""A coach writes a contact down in ten seconds; the entrepreneur sees all of it but the note."""

from datetime import timedelta

import pytest

from bizplan.domain.clock import today
from bizplan.domain.coaching.contacts import How
from bizplan.domain.people import Role
from bizplan.storage import contacts, participants, people, plans
from tests.bizplan.web.conftest import signed_in

SECRET = "Zag er moe uit, spreken over de huur"


def address(plan, rest=""):
    return f"/en/plan/{plan}/contacts{rest}"


def fields(**more):
    return {"how": "visit", "day": today().isoformat(), "minutes": "45", "own_minutes": "", "note": SECRET,
            "key": "a" * 32, **more}


def kept(storage, plan):
    with storage.reading() as tx:
        return contacts.contacts_of(tx, plan, with_notes=True)


def write(liens, plan, **more):
    return liens.post(address(plan, "/add"), fields(**more), form=address(plan))


def test_the_form_stands_ready_with_a_visit_today_of_an_hour(liens, plan):
    page = liens.get(address(plan)).text
    assert f'type="date" value="{today().isoformat()}"' in page
    assert 'value="visit" id="f-how" checked' in page and 'value="60" checked' in page


def test_a_contact_is_written_down_once_and_counted(liens, storage, plan):
    assert write(liens, plan).status_code == 302
    assert write(liens, plan).status_code == 302
    write(liens, plan, key="b" * 32, how="call", minutes="15", own_minutes="20", note="")
    assert [(each.how, each.minutes, each.note) for each in kept(storage, plan)] == [
        (How.CALL, 20, ""), (How.VISIT, 45, SECRET)]
    page = liens.get(address(plan)).text
    assert SECRET in page and "1:05" in page


def test_the_entrepreneur_sees_it_without_the_note_and_without_a_form(liens, amals, plan):
    write(liens, plan)
    page = amals.get(address(plan)).text
    assert "A visit" in page and "45" in page and "Lien" in page
    assert SECRET not in page and 'name="note"' not in page
    assert SECRET not in amals.get("/en/me/data.json").text
    assert amals.get(address(plan, f"/{'a' * 32}")).status_code == 404
    assert amals.post(address(plan, "/add"), fields(), form="/en/me").status_code == 404


@pytest.mark.parametrize(("more", "words"), [
    ({"day": (today() + timedelta(days=1)).isoformat()}, "still to come"),
    ({"own_minutes": "601"}, "Enter a whole number from 1 to 600"),
    ({"minutes": ""}, "Say how many minutes"),
    ({"how": "dinner"}, "Choose what it was"),
    ({"note": SECRET + "x" * 100_000}, "Write at most 20,000 characters"),
])
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(liens, storage, plan, more, words):
    answer = write(liens, plan, **more)
    assert answer.status_code == 200 and words in answer.text and SECRET in answer.text
    assert kept(storage, plan) == ()


def test_its_author_mends_it_and_takes_it_away(liens, storage, plan):
    write(liens, plan)
    one = address(plan, f"/{'a' * 32}")
    assert SECRET in liens.get(one).text
    assert "Say how many" in liens.post(one, fields(minutes="")).text
    assert liens.post(one, fields(how="video", minutes="90", note="beter")).status_code == 302
    assert [(each.how, each.minutes, each.note) for each in kept(storage, plan)] == [(How.VIDEO, 90, "beter")]
    assert liens.post(f"{one}/remove", form=address(plan)).status_code == 302
    assert liens.post(f"{one}/remove", form=address(plan)).status_code == 302
    assert kept(storage, plan) == () and liens.get(one).status_code == 404


def test_another_coach_of_the_plan_reads_the_note_and_changes_nothing(app, liens, storage, plan):
    write(liens, plan)
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, noor, Role.COACH, people.add_organisation(tx, "coaching", "De Brug"))
    noors = signed_in(app, storage, noor)
    assert noors.get(address(plan)).status_code == 404
    with storage.writing() as tx:
        participants.let_in(tx, plan, noor, Role.COACH)
    assert SECRET in noors.get(address(plan)).text
    one = address(plan, f"/{'a' * 32}")
    assert noors.get(one).status_code == 404
    noors.post(f"{one}/remove", form=address(plan))
    assert len(kept(storage, plan)) == 1


def test_nothing_is_written_down_in_the_archive(liens, storage, plan):
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    assert liens.get(address(plan)).status_code == 200
    assert write(liens, plan).status_code == 409
