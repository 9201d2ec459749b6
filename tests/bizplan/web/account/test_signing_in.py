"""Coming in by e-mail and going out."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bizplan.domain.people import Role
from bizplan.storage import people
from bizplan.storage.tables import ROLES, SESSIONS, SIGN_INS
from bizplan.web.letters import of_signing_in
from tests.bizplan.web.conftest import AMAL, NOBODY, Browser

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


def ask(browser, address=AMAL, **more):
    return browser.post("/en/sign-in", {"email": address}, **more)


def signed_in(browser, letters, **fields):
    ask(browser)
    answer = browser.post("/en/sign-in/code", {"code": letters()[0].code, **fields})
    assert answer.status_code == 302
    return answer


def is_in(browser):
    return browser.get("/en/me").status_code == 200


def test_somebody_signs_in_with_the_code_of_the_message(browser, letters):
    assert ask(browser).headers["Location"] == "/en/sign-in/code"
    answer = browser.post("/en/sign-in/code", {"code": letters()[0].code})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/")
    assert "Amal" in browser.get("/en/me").text


def test_somebody_signs_in_with_the_link_in_the_browser_that_asked(browser, letters):
    ask(browser)
    page = browser.get(letters()[0].link)
    assert page.status_code == 200 and not is_in(browser)
    assert browser.post(letters()[0].link).status_code == 302
    assert is_in(browser)


def test_looking_at_the_link_uses_nothing_up(browser, other, letters, storage):
    ask(browser)
    before = rows(storage)
    for method in ("get", "head", "options"):
        for client in (browser.client, other.client):
            getattr(client, method)(letters()[0].link)
    assert rows(storage) == before
    assert browser.post(letters()[0].link).status_code == 302


def rows(storage):
    with storage.reading() as tx:
        return tx.execute(SIGN_INS.select()).all(), tx.execute(SESSIONS.select()).all()


def test_another_browser_only_shows_the_code_to_type_in_the_first(browser, other, letters):
    ask(browser)
    letter = letters()[0]
    assert letter.code in other.get(letter.link).text
    assert letter.code in other.post(letter.link, form="/en/sign-in").text and not is_in(other)
    assert letter.code not in browser.get(letter.link).text
    assert browser.post("/en/sign-in/code", {"code": letter.code}).status_code == 302


def test_a_link_works_once(browser, letters):
    ask(browser)
    link = letters()[0].link
    browser.post(link)
    for answer in (browser.get(link), browser.post(link, form="/en/sign-in")):
        assert answer.status_code == 404 and "no longer works" in answer.text


def test_a_link_that_is_altered_or_replaced_is_met_by_the_same_words(browser, letters):
    ask(browser)
    older = letters()[0].link
    ask(browser)
    pages = [browser.get(link) for link in (older, older[:-2] + "xx", "/en/sign-in/link/" + "A" * 43)]
    assert {page.status_code for page in pages} == {404}
    assert len({re.sub(r'(href|hreflang|value)="[^"]*"', "", page.text) for page in pages}) == 1


@pytest.mark.parametrize(("minutes", "works"), [(9, True), (10, False)])
def test_the_code_is_good_for_ten_minutes(browser, letters, clock, minutes, works):
    ask(browser)
    clock.shift(timedelta(minutes=minutes))
    browser.client.post("/en/sign-in/code", data={"code": letters()[0].code, "csrf_token": token_of(browser)})
    assert is_in(browser) is works


def token_of(browser, page="/en/sign-in"):
    found = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(page).text)
    assert found
    return found[1]


def test_after_five_wrong_codes_a_new_one_is_needed(browser, letters):
    ask(browser)
    right = letters()[0].code
    wrong = f"{(int(right) + 1) % 10**6:06}"
    for _ in range(5):
        assert browser.post("/en/sign-in/code", {"code": wrong}).status_code == 200
    page = browser.post("/en/sign-in/code", {"code": right}, form="/en/sign-in")
    assert "Ask for a new" in page.text and not is_in(browser)


def test_a_known_and_an_unknown_address_get_the_same_answer_and_the_same_work(app, letters, storage, monkeypatch):
    answers, written, write = [], [], of_signing_in
    monkeypatch.setattr("bizplan.web.letters.of_signing_in", lambda *told: written.append(told[0]) or write(*told))
    for address in (AMAL, NOBODY):
        client = Browser(app.test_client())
        answer = ask(client, address)
        page = client.get("/en/sign-in/code")
        answers.append((answer.status_code, answer.headers["Location"], sorted(answer.headers.keys()),
                        re.sub(r'value="[^"]*"', "", page.text)))
    assert answers[0] == answers[1]
    assert written == ["en", "en"]
    with storage.reading() as tx:
        assert len(tx.execute(SIGN_INS.select()).all()) == 2
    assert [letter.to for letter in letters()] == [AMAL]


@pytest.mark.parametrize("address", [AMAL, NOBODY])
def test_the_fourth_message_within_an_hour_waits_for_known_and_unknown_alike(browser, address, clock):
    assert [ask(browser, address).status_code for _ in range(3)] == [302] * 3
    refused = ask(browser, f" {address.upper()} ")
    assert refused.status_code == 429 and 0 < int(refused.headers["Retry-After"]) <= 3601
    clock.shift(timedelta(minutes=61))
    assert ask(browser, address).status_code == 302


def test_what_cannot_be_an_address_is_asked_again_with_an_example(browser, letters):
    for address in ("", "lien", "lien@", "a@b\r\nBcc: all@example.org", "x" * 300 + "@example.org"):
        page = ask(browser, address)
        assert page.status_code == 200 and "lien@example.org" in page.text
    assert letters() == []


def test_the_message_is_in_the_language_of_the_person_and_its_subject_names_nobody(browser, letters, storage, amal):
    with storage.writing() as tx:
        people.set_language(tx, amal, "nl")
    ask(browser)
    letter = letters()[0]
    assert letter.to == AMAL and "Amal" not in letter.subject and letter.code not in letter.subject
    assert letter.link.startswith("/en/sign-in/link/")


def test_the_session_is_new_at_sign_in_and_the_form_too(browser, letters):
    browser.client.set_cookie("bizplan", "fixed-by-somebody-else")
    before = token_of(browser)
    signed_in(browser, letters)
    first = browser.cookie()
    assert first not in (None, "fixed-by-somebody-else")
    assert browser.client.post("/en/me/language", data={"csrf_token": before, "language": "fr"}).status_code == 400
    signed_in(browser, letters)
    assert browser.cookie() != first


def test_the_old_session_is_dead_after_signing_in_again(app, browser, letters):
    signed_in(browser, letters)
    copied = browser.cookie()
    signed_in(browser, letters)
    assert not is_in(with_cookie(app, copied))


def with_cookie(app, token):
    made = Browser(app.test_client())
    made.client.set_cookie("bizplan", token)
    return made


def test_signing_out_kills_the_copied_cookie_and_clears_the_browser(app, browser, letters):
    signed_in(browser, letters)
    copied = browser.cookie()
    assert is_in(with_cookie(app, copied))
    answer = browser.post("/en/sign-out", form="/en/me")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.cookie() is None and not is_in(browser)
    assert not is_in(with_cookie(app, copied))


def test_signing_out_is_no_link(browser, letters):
    signed_in(browser, letters)
    assert browser.get("/en/sign-out").status_code == 405
    assert browser.client.post("/en/sign-out").status_code == 400
    assert is_in(browser)


@pytest.mark.parametrize("fields", [{}, {"csrf_token": "x"}])
@pytest.mark.parametrize("path", ["/en/sign-in", "/en/sign-in/code", "/en/card", "/en/sign-in/password"])
def test_a_form_without_its_token_does_nothing(browser, letters, path, fields):
    answer = browser.client.post(path, data={"email": AMAL, **fields})
    assert answer.status_code == 400 and letters() == []


def test_the_token_of_another_browser_does_nothing(browser, other, letters):
    token_of(browser)
    answer = browser.client.post("/en/sign-in", data={"email": AMAL, "csrf_token": token_of(other)})
    assert answer.status_code == 400 and letters() == []


def test_another_site_can_send_nothing(browser, letters):
    token = token_of(browser)
    answer = browser.client.post("/en/sign-in", data={"email": AMAL, "csrf_token": token},
                                 headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403 and letters() == []


def test_a_closed_account_is_refused_at_the_next_request(browser, letters, storage, amal):
    signed_in(browser, letters)
    with storage.writing() as tx:
        people.close(tx, amal)
    assert not is_in(browser)
    ask(browser)
    assert len(letters()) == 1


def test_who_becomes_staff_needs_a_second_factor_at_the_next_request(browser, letters, storage, amal):
    signed_in(browser, letters)
    with storage.writing() as tx:
        people.give_role(tx, amal, Role.COACH)
    assert not is_in(browser)
    with storage.writing() as tx:
        tx.execute(ROLES.update().where(ROLES.c.role == "coach").values(until=tx.now))
    assert is_in(browser)


def test_on_a_shared_device_the_cookie_goes_with_the_browser_and_half_an_hour_ends_the_session(
        browser, letters, clock):
    answer = signed_in(browser, letters)
    cookie = next(each for each in answer.headers.getlist("Set-Cookie") if each.startswith("bizplan="))
    assert "Max-Age" not in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie
    clock.shift(timedelta(minutes=29))
    assert is_in(browser)
    clock.shift(timedelta(minutes=31))
    assert not is_in(browser)


def test_on_ones_own_device_it_lasts_thirty_days(browser, letters, clock):
    answer = signed_in(browser, letters, own_device="yes")
    cookie = next(each for each in answer.headers.getlist("Set-Cookie") if each.startswith("bizplan="))
    assert f"Max-Age={30 * 86400}" in cookie
    clock.shift(timedelta(days=29))
    assert is_in(browser)
    clock.shift(timedelta(days=2))
    assert not is_in(browser)
