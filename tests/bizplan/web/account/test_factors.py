"""Staff come in with two factors, and nobody comes in with one."""

import html
import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import time_machine

from bizplan.domain.people import Role
from bizplan.storage import factors, passkeys, people
from bizplan.storage.tables import PASSKEYS, ROLES, SESSIONS
from tests.bizplan.web.conftest import AMAL, LIEN, NOBODY, Browser

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
PASSWORD = "trein lepel wolk kaars zeven"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SECOND = "/en/sign-in/second-factor"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


@pytest.fixture
def ready(storage, lien, clock):
    """The coach has a password, a code app and recovery codes."""
    factors.set_password(storage, lien, PASSWORD)
    with storage.writing() as tx:
        assert factors.set_code_app(tx, lien, SECRET, app_code())
        codes = factors.new_recovery_codes(tx, lien)
    clock.shift(timedelta(minutes=1))
    return codes


def app_code(secret=SECRET):
    return pyotp.TOTP(secret).at(datetime.now(UTC))


def with_password(browser, password=PASSWORD, email=LIEN):
    return browser.post("/en/sign-in/password", {"email": email, "password": password})


def by_mail(browser, letters, email=LIEN):
    browser.post("/en/sign-in", {"email": email})
    return browser.post("/en/sign-in/code", {"code": letters()[0].code})


def is_in(browser):
    return browser.get("/en/me").status_code == 200


def recovery_codes(page):
    return re.findall(r"<li><code><bdi[^>]*>(\w{5})-(\w{5})</bdi>", page)


def test_password_and_code_of_the_app_let_a_coach_in(browser, ready):
    assert browser.get("/en/coaching/cards").headers["Location"] == "/en/sign-in"
    assert with_password(browser).headers["Location"] == SECOND
    assert browser.post(SECOND, {"code": app_code()}).headers["Location"] == "/en/coaching/cards"
    assert is_in(browser)


def test_a_message_and_the_code_of_the_app_let_a_coach_in(browser, letters, ready):
    assert by_mail(browser, letters).headers["Location"] == SECOND
    browser.post(SECOND, {"code": app_code()})
    assert is_in(browser)


def test_halfway_nothing_opens_and_the_session_is_new_after_the_second_step(app, browser, ready, plan):
    with_password(browser)
    halfway = browser.cookie()
    for address in ("/en/me", "/en/coaching/cards", f"/en/plan/{plan}/", "/en/me/password", "/en/me/data.json"):
        assert browser.get(address).status_code == 302
    browser.post(SECOND, {"code": app_code()})
    assert browser.cookie() != halfway
    stale = Browser(app.test_client())
    stale.client.set_cookie("bizplan", halfway)
    assert not is_in(stale) and stale.get(SECOND).headers["Location"] == "/en/sign-in"


def test_who_has_a_factor_cannot_add_another_halfway(browser, ready):
    with_password(browser)
    assert [browser.get(f"/en/sign-in/{page}").status_code for page in ("code-app", "passkey")] == [404, 404]


def test_halfway_lasts_a_quarter_of_an_hour(browser, ready, clock):
    with_password(browser)
    clock.shift(timedelta(minutes=16))
    assert browser.get(SECOND).headers["Location"] == "/en/sign-in"


def test_a_code_of_the_app_is_good_once(app, browser, other, ready):
    code = app_code()
    with_password(browser)
    browser.post(SECOND, {"code": code})
    with_password(other)
    assert "does not fit" in other.post(SECOND, {"code": code}).text and not is_in(other)


def test_a_recovery_code_is_good_once(browser, other, ready):
    with_password(browser)
    assert browser.post(SECOND, {"code": f"{ready[0][:5].lower()}-{ready[0][5:]}"}).status_code == 302
    with_password(other)
    assert other.post(SECOND, {"code": ready[0]}).status_code == 200 and not is_in(other)


def test_five_wrong_codes_wait_and_then_go_on(browser, ready, clock):
    with_password(browser)
    answers = [browser.post(SECOND, {"code": "x"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    clock.shift(timedelta(minutes=16))
    with_password(browser)
    assert browser.post(SECOND, {"code": app_code()}).status_code == 302


def test_wrong_password_no_password_and_no_account_get_the_same_answer(browser, ready):
    pages = [with_password(browser, password, email) for password, email in (
        ("something else entirely", LIEN), (PASSWORD, NOBODY), (PASSWORD, AMAL), ("", LIEN), ("é" * 600, LIEN))]
    texts = {re.sub(r'value="[^"]*"', "", page.text) for page in pages}
    assert {page.status_code for page in pages} == {200} and len(texts) == 1 and browser.cookie() is None


def test_five_wrong_passwords_from_one_network_wait_there_and_nowhere_else(app, ready, letters):
    browser, home = Browser(app.test_client()), Browser(app.test_client())
    home.client.environ_base["REMOTE_ADDR"] = "198.51.100.7"
    assert [with_password(browser, "wrong wrong wrong").status_code for _ in range(6)] == [200] * 5 + [429]
    assert with_password(home).headers["Location"] == SECOND
    assert by_mail(Browser(app.test_client()), letters).headers["Location"] == SECOND


def test_many_networks_delay_an_account_for_an_hour_at_most_and_mail_still_works(app, ready, letters, clock):
    for number in range(30):
        spray = Browser(app.test_client())
        spray.client.environ_base["REMOTE_ADDR"] = f"203.0.{number}.7"
        with_password(spray, "wrong wrong wrong")
    home = Browser(app.test_client())
    home.client.environ_base["REMOTE_ADDR"] = "198.51.100.7"
    assert with_password(home).status_code == 429
    assert by_mail(home, letters).headers["Location"] == SECOND
    clock.shift(timedelta(minutes=61))
    assert with_password(home).headers["Location"] == SECOND


def test_who_has_no_second_factor_sets_one_up_before_anything_opens(browser, letters, clock):
    by_mail(browser, letters)
    assert browser.get(SECOND).headers["Location"] == "/en/sign-in/code-app"
    page = browser.get("/en/sign-in/code-app").text
    secret = re.search(r'<code><bdi dir="ltr">([A-Z2-7]{32})</bdi>', page)[1]
    assert "<svg" in page and "style=" not in page and not is_in(browser)
    assert "does not fit" in browser.post("/en/sign-in/code-app", {"code": "000000"}).text
    shown = browser.post("/en/sign-in/code-app", {"code": app_code(secret)}).text
    assert len(recovery_codes(shown)) == 10 and is_in(browser)
    assert browser.get("/en/me").text.count("Recovery codes left:") == 1
    assert "Set up a code app" not in browser.get("/en/me").text


def test_the_secret_of_the_app_is_another_in_each_session(app, letters, lien, storage, clock):
    secrets = set()
    for _ in range(2):
        browser = Browser(app.test_client())
        by_mail(browser, letters)
        clock.shift(timedelta(seconds=1))
        secrets.add(re.search(r"([A-Z2-7]{32})", browser.get("/en/sign-in/code-app").text)[1])
    assert len(secrets) == 2


def test_new_recovery_codes_are_shown_once_and_end_the_old_ones(liens, lien, storage, ready, letters):
    page = liens.post("/en/me/recovery-codes", form="/en/me").text
    new = ["".join(pair) for pair in recovery_codes(page)]
    assert len(new) == 10 and liens.get("/en/me/recovery-codes").status_code == 405
    with storage.writing() as tx:
        assert not factors.use_recovery_code(tx, lien, ready[0])
        assert factors.use_recovery_code(tx, lien, new[0])
    assert letters()[0].to == LIEN and new[0] not in letters()[0].text


def test_a_password_of_ones_own_ends_all_other_sessions(app, browser, liens, ready, letters):
    with_password(browser)
    browser.post(SECOND, {"code": app_code()})
    refused = liens.post("/en/me/password", {"password": "not mine at all, no", "new_password": "kruk boter lamp vier"})
    assert "does not fit" in refused.text
    short = liens.post("/en/me/password", {"password": PASSWORD, "new_password": "kort"})
    assert "at least 15" in html.unescape(short.text) and is_in(browser)
    changed = liens.post("/en/me/password", {"password": PASSWORD, "new_password": "kruk boter lamp vier"})
    assert changed.status_code == 302
    assert is_in(liens) and not is_in(browser)
    assert letters()[0].to == LIEN
    fresh = Browser(app.test_client())
    assert with_password(fresh).status_code == 200
    assert with_password(fresh, "kruk boter lamp vier").headers["Location"] == SECOND


def test_staff_sit_still_for_an_hour_and_work_for_twelve(liens, storage, clock):
    with storage.writing() as tx:
        tx.execute(SESSIONS.update().values(made_at=NOON, seen_at=NOON, ends_at=NOON + timedelta(hours=12)))
    clock.shift(timedelta(minutes=59))
    assert is_in(liens)
    for _ in range(12):
        clock.shift(timedelta(minutes=54))
        last = is_in(liens)
    assert last
    clock.shift(timedelta(minutes=14))
    assert not is_in(liens)


def test_an_hour_without_a_request_ends_the_session_of_staff(liens, storage, clock):
    with storage.writing() as tx:
        tx.execute(SESSIONS.update().values(made_at=NOON, seen_at=NOON, ends_at=NOON + timedelta(hours=12)))
    clock.shift(timedelta(minutes=61))
    assert not is_in(liens)


def test_a_role_that_was_taken_away_opens_nothing_at_the_next_request(liens, storage, lien, plan):
    assert liens.get("/en/coaching/cards").status_code == 200
    assert liens.get(f"/en/plan/{plan}/").status_code == 200
    with storage.writing() as tx:
        tx.execute(ROLES.update().where(ROLES.c.person_id == lien).values(until=tx.now))
        people.give_role(tx, lien, Role.OFFICER)
    assert liens.get("/en/coaching/cards").status_code == 404
    assert liens.get(f"/en/plan/{plan}/").status_code == 404


def test_the_last_second_factor_cannot_be_removed(liens, storage, lien, clock):
    with storage.writing() as tx:
        passkeys.add(tx, lien, b"one", b"key", 0)
        passkeys.add(tx, lien, b"two", b"key", 0)
        keys = passkeys.passkeys_of(tx, lien)
    for key in keys:
        liens.post(f"/en/me/passkeys/{key.id}/remove", form="/en/me")
    with storage.reading() as tx:
        assert len(tx.execute(PASSKEYS.select()).all()) == 1
