"""A form that met a dead session comes back to its person, and to nobody else."""

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bizplan.domain import course
from bizplan.domain.people import Role
from bizplan.storage import people, plans, sessions
from bizplan.storage.tables import PARKED
from tests.bizplan.web.conftest import AMAL, Browser

TYPED = "خبز طازج كل صباح, \"and\" <b>bread</b>\r\nsecond line"


@pytest.fixture
def address(plan):
    """The page of the study that asks for the need behind the idea."""
    part, page = course.page_of("idea.need")
    return f"/en/plan/{plan}/study/{part.key}/{page.key}"


def in_again(browser, letters, email=AMAL):
    browser.post("/en/sign-in", {"email": email})
    return browser.post("/en/sign-in/code", {"code": letters()[0].code})


def end_sessions(storage, person):
    with storage.writing() as tx:
        sessions.end_all(tx, person)


def kept(storage):
    with storage.reading() as tx:
        return tx.execute(PARKED.select()).all()


def hidden_fields(page):
    form = re.search(r'<form method="post" action="([^"]+)">(.*?)</form>', page, re.S)
    assert form
    fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[2])
    return html.unescape(form[1]), {html.unescape(name): html.unescape(value) for name, value in fields}


def said(storage, plan):
    with storage.reading() as tx:
        return plans.record(tx, plans.plan(tx, plan)).said("idea.need").text


def send_in_vain(browser, storage, amal, address, **more):
    """The page is opened, the session dies, the form is sent."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(address).text)[1]
    end_sessions(storage, amal)
    return browser.client.post(address, data={"csrf_token": token, "idea.need": TYPED, "base": "0"}, **more)


def test_what_was_typed_is_offered_after_signing_in_and_sent_again_with_one_button(
        amals, amal, plan, address, storage, letters):
    assert send_in_vain(amals, storage, amal, address).headers["Location"] == "/en/sign-in"
    assert said(storage, plan) == () and len(kept(storage)) == 1
    assert in_again(amals, letters).headers["Location"] == "/en/kept"
    page = amals.get("/en/kept").text
    action, fields = hidden_fields(page)
    assert action == address and fields["idea.need"].replace("\r\n", "\n") == TYPED.replace("\r\n", "\n")
    assert "<b>bread</b>" not in page
    assert amals.client.post(action, data=fields).status_code == 302
    assert said(storage, plan) == (TYPED,) and kept(storage) == []
    assert "Nothing is waiting here" in amals.get("/en/kept").text


def test_nothing_of_it_can_be_read_before_signing_in(amals, amal, address, storage):
    answer = send_in_vain(amals, storage, amal, address)
    assert "خبز" not in answer.text
    assert amals.get("/en/kept").headers["Location"] == "/en/sign-in"


def test_somebody_else_on_the_same_device_is_not_offered_it(amals, amal, address, storage, letters):
    with storage.writing() as tx:
        people.give_role(tx, people.add_person(tx, "Yonas", "en", "yonas@example.org"), Role.ENTREPRENEUR)
    send_in_vain(amals, storage, amal, address)
    assert in_again(amals, letters, "yonas@example.org").headers["Location"] == "/en/"
    assert "خبز" not in amals.get("/en/kept").text
    assert in_again(amals, letters).headers["Location"] == "/en/kept"


def test_the_same_person_on_another_device_is_not_offered_it(app, amals, amal, address, storage, letters):
    send_in_vain(amals, storage, amal, address)
    other = Browser(app.test_client())
    assert in_again(other, letters).headers["Location"] == "/en/"
    assert "Nothing is waiting here" in other.get("/en/kept").text


def test_it_can_be_thrown_away(amals, amal, plan, address, storage, letters):
    send_in_vain(amals, storage, amal, address)
    in_again(amals, letters)
    assert amals.post("/en/kept", {"parked": kept(storage)[0].id}).status_code == 302
    assert kept(storage) == [] and said(storage, plan) == ()


def test_after_an_hour_it_is_not_offered(amals, amal, address, storage, letters):
    send_in_vain(amals, storage, amal, address)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=61)):
        assert in_again(amals, letters).headers["Location"] == "/en/"


def test_a_page_opened_before_signing_in_anew_loses_nothing_either(amals, amal, plan, address, storage, letters):
    token = re.search(r'name="csrf_token" value="([^"]+)"', amals.get(address).text)[1]
    in_again(amals, letters)
    answer = amals.client.post(address, data={"csrf_token": token, "idea.need": TYPED, "base": "0"})
    assert answer.headers["Location"] == "/en/kept" and said(storage, plan) == ()
    action, fields = hidden_fields(amals.get("/en/kept").text)
    amals.client.post(action, data=fields)
    assert said(storage, plan) == (TYPED,)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_other_sites_have_nothing_kept(amals, amal, address, storage, site):
    end_sessions(storage, amal)
    for fields in ({"idea.need": TYPED}, {"idea.need": TYPED, "csrf_token": "x"}):
        amals.client.post(address, data=fields, headers={"Sec-Fetch-Site": site})
    assert kept(storage) == []


def test_a_device_that_nobody_signed_in_on_and_a_forged_one_keep_nothing(app, address, storage, browser):
    for cookie in ("", "x", "QUJD", "é"):
        browser.client.set_cookie("bizplan-device", cookie)
        browser.post(address, {"idea.need": TYPED}, form="/en/sign-in")
    assert kept(storage) == []


def test_passwords_pins_codes_and_tokens_are_never_kept(amals, amal, address, storage, letters):
    token = re.search(r'name="csrf_token" value="([^"]+)"', amals.get(address).text)[1]
    end_sessions(storage, amal)
    amals.client.post(address, data={"csrf_token": token, "idea.need": "x", "password": "p", "pin": "1", "code": "2"})
    amals.client.post("/en/me/erase", data={"csrf_token": token, "word": "erase"})
    in_again(amals, letters)
    _, fields = hidden_fields(amals.get("/en/kept").text)
    assert len(kept(storage)) == 1 and set(fields) == {"csrf_token", "resent", "idea.need"}


def test_a_program_is_told_to_sign_in_and_nothing_is_kept(amals, amal, address, storage):
    answer = send_in_vain(amals, storage, amal, address, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json) == (401, {"sign_in": True}) and kept(storage) == []
