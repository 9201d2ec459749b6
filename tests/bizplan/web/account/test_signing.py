"""Where somebody goes after signing in, and whose tries are counted together."""

import os
from dataclasses import replace

import pytest
from flask import Response

from bizplan import mail
from bizplan.domain.people import Role
from bizplan.mail import Message
from bizplan.storage import people, sessions, sign_ins
from bizplan.storage.tables import SESSIONS
from bizplan.web import signing
from bizplan.web.application import application
from tests.bizplan.web.conftest import AMAL, TOKEN


def ask(browser, address=AMAL, **more):
    return browser.post("/en/sign-in", {"email": address}, **more)


def signed_in(browser, letters):
    ask(browser)
    return browser.post("/en/sign-in/code", {"code": letters()[0].code})


def test_after_signing_in_one_is_where_one_was_going(browser, letters):
    answer = browser.get("/en/me/readers")
    assert answer.headers["Location"] == "/en/sign-in"
    assert signed_in(browser, letters).headers["Location"] == "/en/me/readers"


def test_whoever_comes_next_on_the_device_does_not_land_on_the_page_of_another(browser, letters, storage):
    signed_in(browser, letters)
    with storage.writing() as tx:
        person = people.add_person(tx, "Yonas", "en", "yonas@example.org")
        people.give_role(tx, person, Role.ENTREPRENEUR)
        tx.execute(SESSIONS.delete())
    browser.get("/en/me/readers")
    ask(browser, "yonas@example.org")
    answer = browser.post("/en/sign-in/code", {"code": letters()[0].code})
    assert answer.headers["Location"] == "/en/"


@pytest.mark.parametrize("address", [
    "//evil.example", "https:evil", "https://evil.example/en/me", r"\\evil.example", "/\\evil.example", "/%09/evil",
    "/\t/evil", "javascript:alert(1)", "evil", "", "/en/nothing-here", "/en/sign-out", "/en/me\r\nSet-Cookie: a=b",
])
def test_nobody_is_sent_to_another_site(app, address):
    with app.test_request_context("/en/"):
        assert signing.known_address(address) is None


@pytest.mark.parametrize("address", ["/en/me", "/nl/me?all=1", "/"])
def test_a_page_of_the_application_is_a_place_to_go(app, address):
    with app.test_request_context("/en/"):
        assert signing.known_address(address) == address


@pytest.mark.parametrize(("address", "network"), [
    ("192.0.2.77", "192.0.2.0/24"), ("::ffff:192.0.2.77", "192.0.2.0/24"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
    ("", "unknown"),
])
def test_limits_hold_for_a_network_and_not_for_what_a_header_claims(app, address, network):
    with app.test_request_context("/en/", environ_base={"REMOTE_ADDR": address},
                                  headers={"X-Forwarded-For": "203.0.113.9"}):
        assert signing.network() == network


def test_another_host_is_refused(browser):
    assert browser.get("/en/sign-in", headers={"Host": "evil.example"}).status_code == 400


def test_the_link_is_built_from_the_settings(browser, letters):
    ask(browser, headers={"X-Forwarded-Host": "evil.example"})
    assert "http://localhost:8000/en/sign-in/link/" in letters()[0].text and "evil" not in letters()[0].text


@pytest.mark.parametrize("path", ["/en/sign-in", "/en/me", "/en/sign-in/code", "/en/me/data.json"])
def test_nothing_is_kept_by_a_browser_or_on_the_way(browser, letters, path):
    signed_in(browser, letters)
    answer = browser.get(path, headers={"If-None-Match": "*"})
    assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_on_https_all_cookies_belong_to_this_host_alone(config, storage):
    secure = application(replace(config, url="https://plan.example.org"), storage)
    client = secure.test_client()
    client.environ_base["wsgi.url_scheme"] = "https"
    client.environ_base["HTTP_HOST"] = "plan.example.org"
    client.environ_base["HTTP_REFERER"] = "https://plan.example.org/en/sign-in"
    page = client.get("/en/sign-in", base_url="https://plan.example.org")
    token = TOKEN.search(page.text)[1]
    with storage.writing() as tx:
        who = people.person_with_email(tx, AMAL)
        link = sign_ins.ask(tx, who.id, sign_ins.ANY_BROWSER).token
    answer = client.post(f"/en/sign-in/link/{link}", data={"csrf_token": token}, base_url="https://plan.example.org")
    cookies = {each.partition("=")[0]: each for each in answer.headers.getlist("Set-Cookie")}
    assert set(cookies) == {"__Host-bizplan", "__Host-bizplan-device", "__Host-bizplan-form"}
    for each in cookies.values():
        if "Expires=Thu, 01 Jan 1970" not in each:
            assert "Secure" in each and "HttpOnly" in each and "SameSite=Lax" in each and "Path=/" in each
        assert "Domain" not in each


def test_staff_are_never_kept_signed_in_on_a_device_of_their_own(app, storage, lien):
    with storage.writing() as tx, app.test_request_context("/en/"):
        answer = signing.sign_in_as(tx, Response(), people.person(tx, lien), own_device=True, strong=True)
        assert not sessions.sessions_of(tx, lien)[0].own_device
    assert "Max-Age" not in "".join(answer.headers.getlist("Set-Cookie"))


def test_when_the_mail_server_is_down_asking_answers_and_the_page_says_what_to_do(app, browser, config, storage):
    down = replace(config, smtp="smtp://127.0.0.1:9")
    app.extensions["bizplan"] = (down, storage)
    assert ask(browser).status_code == 302
    assert "go out slowly" not in browser.get("/en/sign-in/code").text
    for path in mail.outbox(down).glob("*.eml*"):
        path.unlink()
    letter = mail._written(down, Message("somebody@example.org", "x", "y"))
    os.utime(letter, (0, 0))
    assert "go out slowly" in browser.get("/en/sign-in/code").text
