"""One's own account: sessions, readers, data, and the end."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bizplan import mail
from bizplan.domain.people import Role
from bizplan.mail import Message
from bizplan.storage import people, plans, sessions
from bizplan.storage.tables import METADATA, READINGS, SESSIONS
from tests.bizplan.web.conftest import AMAL, signed_in


def test_everything_else_ends_and_this_session_goes_on(app, storage, amals, amal):
    elsewhere = signed_in(app, storage, amal)
    assert "This device" in amals.get("/en/me").text
    amals.post("/en/me/sessions/end", form="/en/me")
    assert amals.get("/en/me").status_code == 200 and elsewhere.get("/en/me").status_code == 302
    with storage.reading() as tx:
        assert len(sessions.sessions_of(tx, amal)) == 1


def test_a_session_that_fell_asleep_is_not_shown_and_one_that_is_over_is_swept_away(app, storage, amals, amal):
    with storage.writing() as tx:
        asleep = tx.now - timedelta(minutes=40)
        tx.execute(SESSIONS.update().values(seen_at=asleep, made_at=asleep))
    awake = signed_in(app, storage, amal)
    assert awake.get("/en/me").text.count("Shared device") == 1
    with storage.writing() as tx:
        tx.execute(SESSIONS.update().where(SESSIONS.c.seen_at == asleep).values(ends_at=asleep))
    signed_in(app, storage, amal)
    with storage.reading() as tx:
        assert len(sessions.sessions_of(tx, amal)) == 2


def test_an_entrepreneur_is_not_asked_for_factors(amals, liens):
    assert "Recovery codes left:" not in amals.get("/en/me").text
    assert "Recovery codes left:" in liens.get("/en/me").text
    for page in ("me/password", "sign-in/code-app", "sign-in/passkey"):
        assert amals.get(f"/en/{page}").status_code == 404


@pytest.mark.parametrize(("wished", "then", "path"), [
    ("fr", "fr", "/fr/me"), ("xx", "en", "/en/me"), ("", "en", "/en/me")])
def test_the_language_of_messages_is_one_that_there_is(amals, storage, amal, wished, then, path):
    assert amals.post("/en/me/language", {"language": wished}, form="/en/me").headers["Location"] == path
    with storage.reading() as tx:
        assert people.person(tx, amal).language == then


def test_the_entrepreneur_sees_who_opened_the_plan(amals, liens, plan):
    assert "Nobody opened your plan yet" in amals.get("/en/me/readers").text
    liens.get(f"/en/plan/{plan}/")
    page = amals.get("/en/me/readers").text
    assert "Lien" in page and "coach" in page
    assert "Lien" not in liens.get("/en/me/readers").text.replace("<b><bdi>Lien", "")


def test_all_data_come_as_a_file_of_ones_own_only(amals, liens, plan):
    answer = amals.get("/en/me/data.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bizplan-data.json"'
    assert answer.json["person"]["email"] == AMAL and [each["id"] for each in answer.json["plans"]] == [plan]
    assert liens.get("/en/me/data.json").json["plans"] == []


def test_nothing_is_erased_without_the_word(amals, amal, plan, storage):
    for word in ("", "yes", "erased"):
        assert "Type the word" in amals.post("/en/me/erase", {"word": word}).text
    amals.get("/en/me/erase?word=erase")
    with storage.reading() as tx:
        assert people.person(tx, amal) and plans.plan(tx, plan)


def test_with_the_word_everything_goes_also_from_the_outbox(app, amals, liens, amal, plan, storage, config):
    liens.get(f"/en/plan/{plan}/")
    mail.send(replace(config, smtp=""), Message(AMAL, "x", "y"))
    elsewhere = signed_in(app, storage, amal)
    answer = amals.post("/en/me/erase", {"word": " Erase "})
    assert answer.headers["Location"] == "/en/erased" and "Everything is erased" in amals.get("/en/erased").text
    assert amals.cookie() is None and amals.cookie("bizplan-device") is None
    assert elsewhere.get("/en/me").status_code == 302 and liens.get(f"/en/plan/{plan}/").status_code == 404
    assert list(mail.outbox(config).glob("*.eml")) == []
    with storage.reading() as tx:
        left = [value for table in METADATA.sorted_tables for row in tx.execute(table.select()) for value in row]
        assert amal not in left and plan not in left and tx.execute(READINGS.select()).all() == []


def test_the_only_administrator_cannot_leave_the_installation_alone(liens, lien, storage):
    with storage.writing() as tx:
        people.give_role(tx, lien, Role.ADMINISTRATOR)
    page = liens.get("/en/me/erase").text
    assert "only administrator" in page and 'name="word"' not in page
    token = re.search(r'name="csrf_token" value="([^"]+)"', liens.get("/en/me").text)[1]
    answer = liens.client.post("/en/me/erase", data={"csrf_token": token, "word": "erase"})
    assert answer.headers["Location"] == "/en/me/erase"
    with storage.reading() as tx:
        assert people.person(tx, lien)


@pytest.mark.parametrize("path", ["me/sessions/end", "me/language", "me/recovery-codes", "me/passkeys/x/remove"])
def test_what_changes_something_is_no_link(amals, path):
    assert amals.get(f"/en/{path}").status_code == 405


PAGES = (
    "sign-in", "sign-in/code", "sign-in/password", "card", "consent", "me", "me/readers", "me/erase", "kept", "erased",
    "sign-in/link/" + "A" * 43)


@pytest.mark.parametrize("language", ["nl", "en", "fr", "ar"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_keeps_the_rules_of_pages_in_every_language(amals, plan, language, path):
    page = amals.get(f"/{language}/{path}").text                # a browser of these tests looks for faults itself
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page


@pytest.mark.parametrize("path", PAGES)
def test_looking_at_a_page_changes_nothing(amals, plan, storage, path):
    amals.get("/en/me")
    before = everything(storage)
    for _ in range(2):
        amals.get(f"/en/{path}")
        amals.client.head(f"/en/{path}")
    assert everything(storage) == before


def everything(storage):
    with storage.reading() as tx:
        return [tx.execute(table.select()).all() for table in METADATA.sorted_tables]
