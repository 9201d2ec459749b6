"""Where somebody goes after signing in, and whose tries are counted together."""

import pytest

from bizplan.domain.people import Role
from bizplan.storage import people
from bizplan.storage.tables import SESSIONS
from bizplan.web import signing
from tests.bizplan.web.account.conftest import AMAL


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
