"""What goes wrong around a form: its text is still there, nothing is kept by half, and the page says what to do."""

import base64
import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import event, text

from bizplan.domain.people import Role
from bizplan.storage import database, parked, participants, people, plans, sessions
from bizplan.storage.tables import SESSIONS
from tests.bizplan.web.signed_in import shown_in, signed_in

LONG = ("Bread is far away. " * 1_000).strip()
NEED, SOLVED = "idea.need", "idea.solved_now"
NOT_SAVED = {"en": "Your text is still here"}


@pytest.fixture
def amal(tmp_path, monkeypatch):
    """Somebody in the study of an empty plan, over a database that waits for nobody."""
    impatient = (*(each for each in database.PRAGMAS if "busy" not in each), "busy_timeout=20")
    monkeypatch.setattr(database, "PRAGMAS", impatient)
    with signed_in(tmp_path) as found:
        yield found


@pytest.fixture
def full_disk(amal):
    """The disk has no room for another page of the database until this is called."""
    with amal.storage.reading() as tx:
        pages = tx.execute(text("PRAGMA page_count")).scalar_one()
    limit = [pages]

    def begin(connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count={limit[0]}")
    event.listen(amal.storage.database.engine, "begin", begin)
    return lambda: limit.__setitem__(0, 1_000_000)


@pytest.fixture
def locked(amal, tmp_path):
    """Another process holds the database for writing, or for itself alone, until this is closed."""
    def hold(how="IMMEDIATE"):
        holder = sqlite3.connect(tmp_path / "bizplan.sqlite", isolation_level=None)
        holder.execute(f"BEGIN {how}")
        return holder
    return hold


def test_a_form_that_the_disk_has_no_room_for_comes_back_with_its_text(amal, full_disk):
    address = amal.study("idea", "need")
    answer = amal.post(address, {"base": "0", NEED: LONG, SOLVED: "They take the bus.\nTwo lines."})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert NOT_SAVED["en"] in answer.text
    assert shown_in(answer.text, NEED).replace("\r\n", "\n") == LONG
    assert shown_in(answer.text, SOLVED).replace("\r\n", "\n") == "They take the bus.\nTwo lines."
    assert amal.record().sequence == 0, "something of it was kept"
    assert 'name="base" value="0"' in answer.text
    full_disk()
    assert amal.post(address, {"base": "0", NEED: LONG, SOLVED: "They take the bus."}).status_code == 302
    assert amal.said(NEED).text == (LONG,)


def test_the_message_is_in_the_language_of_the_person(amal, full_disk):
    answers = {each: amal.post(amal.study("idea", "need", language=each), {"base": "0", NEED: LONG})
               for each in ("en", "nl", "fr", "ar")}
    assert {each: answer.status_code for each, answer in answers.items()} == dict.fromkeys(answers, 503)
    assert 'dir="rtl"' in answers["ar"].text
    assert all(shown_in(answer.text, NEED) == LONG for answer in answers.values())


def test_a_page_that_was_not_saved_keeps_the_bases_of_its_fields(amal, locked):
    amal.post(amal.study("idea", "need"), {"base": "0", NEED: "one"})
    now = amal.record().sequence_of(NEED)
    holder = locked()
    answer = amal.post(amal.study("idea", "need"), {"base": "0", f"base:{NEED}": str(now), NEED: "two"})
    holder.close()
    assert answer.status_code == 503
    assert f'name="base:{NEED}" value="{now}"' in answer.text
    assert f'name="base:{SOLVED}" value="0"' in answer.text


def test_a_field_that_the_disk_has_no_room_for_is_told_so(amal, full_disk):
    answer = amal.save(NEED, LONG)
    assert (answer.status_code, answer.mimetype) == (503, "application/json")
    assert "We cannot save just now" in answer.json["problem"]
    assert amal.record().sequence == 0
    full_disk()
    assert amal.save(NEED, LONG).status_code == 200


def test_a_database_that_somebody_else_holds_is_read_and_not_written(amal, locked):
    amal.save(NEED, "bread")
    holder = locked()
    assert "bread" in amal.get(amal.study("idea", "need")).text
    assert amal.client.get(f"/en/plan/{amal.who.plan}/figures/living").status_code == 200
    assert amal.save(NEED, "cake", base=1).status_code == 503
    answer = amal.post(amal.study("idea", "need"), {"base": "1", NEED: "cake"})
    assert (answer.status_code, shown_in(answer.text, NEED)) == (503, "cake")
    added = amal.post(amal.study("idea", "prices") + "/rows/add", {"new": "loaf"})
    assert added.status_code == 503
    holder.close()
    assert amal.said(NEED).value == "bread"
    assert amal.save(NEED, "cake", base=1).status_code == 200


def test_a_database_that_nobody_may_read_says_so_on_a_page(amal, locked):
    holder = locked("EXCLUSIVE")
    page = amal.client.get(amal.study("idea", "need"))
    told = amal.client.get(amal.study("idea", "need"), headers={"Accept": "application/json"})
    holder.close()
    assert (page.status_code, told.status_code) == (503, 503)
    assert page.headers["Retry-After"] == "30"
    assert "<h1>We cannot open this just now</h1>" in page.text
    assert "Traceback" not in page.text
    assert amal.get(amal.study("idea", "need")).status_code == 200


def test_a_coach_does_not_read_a_plan_where_that_cannot_be_written_down(amal, locked):
    with amal.storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", "De Kade")
        lien = people.add_person(tx, "Lien", "nl")
        people.give_role(tx, lien, Role.COACH, organisation)
        participants.let_in(tx, amal.who.plan, lien, Role.COACH)
        token = sessions.start(tx, lien, staff=True, own_device=False, strong=True)
    coach = amal.client.application.test_client()
    coach.set_cookie("bizplan", token)
    holder = locked()
    assert coach.get(amal.study("idea", "need")).status_code == 503
    holder.close()
    assert coach.get(amal.study("idea", "need")).status_code == 200


def test_a_form_that_is_too_large_is_refused_at_once(amal):
    answer = amal.post(amal.study("idea", "need"), {"base": "0", NEED: "x" * 700_000})
    assert answer.status_code == 413
    assert "<h1>That is too much at once</h1>" in answer.text
    assert amal.save(NEED, "x" * 2_100_000).status_code == 413
    assert amal.record().sequence == 0


def test_two_thousand_fields_are_refused_at_once(amal):
    many = {f"field{number}": "x" for number in range(2_000)}
    assert amal.post(amal.study("idea", "need"), {"base": "0", NEED: "bread", **many}).status_code == 413
    assert amal.post(amal.study("idea", "need"), {"base": "0", NEED: ["bread"] * 2_000}).status_code == 413
    assert amal.record().sequence == 0


def test_a_form_from_elsewhere_changes_nothing(amal):
    address = amal.study("idea", "need")
    amal.token = "forged"
    answer = amal.post(address, {"base": "0", NEED: "bread"})
    assert answer.status_code == 400
    told = amal.save(NEED, "bread")
    assert (told.status_code, told.mimetype) == (400, "application/json")
    assert amal.client.post(address, data={NEED: "bread"}).status_code == 400
    assert amal.client.post(address, data={NEED: "bread"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code in (
        400, 403)
    assert amal.record().sequence == 0


def test_what_was_sent_after_the_session_ended_waits_for_the_same_person_on_the_same_device(amal):
    mark_device(amal)
    end_session(amal)
    answer = amal.post(amal.study("idea", "need"), {"base": "0", NEED: "bread, typed for an hour"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/sign-in")
    assert amal.record().sequence == 0
    with amal.storage.reading() as tx:
        kept, = parked.parked_by(tx, "phone", amal.who.person)
    assert dict(kept.fields)[NEED] == "bread, typed for an hour"
    assert kept.path == amal.study("idea", "need")
    assert "csrf_token" not in dict(kept.fields)


def test_a_field_saved_after_the_session_ended_is_told_to_sign_in(amal):
    end_session(amal)
    answer = amal.save(NEED, "bread")
    assert (answer.status_code, answer.json) == (401, {"sign_in": True})
    assert amal.record().sequence == 0


def test_a_form_sent_twice_is_kept_once_and_the_back_button_brings_no_clash(amal):
    for _ in range(2):
        assert amal.post(amal.study("idea", "need"), {"base": "0", NEED: "bread"}).status_code == 302
    assert amal.said(NEED).text == ("bread",)
    with amal.storage.reading() as tx:
        assert len(plans.history(tx, amal.who.plan, NEED, "")) == 1


def mark_device(amal):
    """The cookie that tells whose device this is."""
    sealed = amal.storage.seal.sealed({"device": "phone", "person": amal.who.person}, "device cookie")
    amal.client.set_cookie("bizplan-device", base64.urlsafe_b64encode(sealed).decode())


def end_session(amal):
    """An hour passes, and more."""
    with amal.storage.writing() as tx:
        tx.execute(SESSIONS.update().values(ends_at=tx.now - timedelta(seconds=1)))
