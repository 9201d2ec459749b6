"""Return cards: made by a coach with the person, used with a PIN."""

import re

import pytest
import segno

from bizplan.storage import hashing, people, return_cards
from tests.bizplan.web.conftest import LIEN, signed_in

PIN, WRONG = "7391", "7392"


def make(storage, person, coach):
    hashed = hashing.hashed(storage.seal, PIN)
    with storage.writing() as tx:
        return return_cards.make(tx, person, coach, hashed)


def enter(browser, code, pin, **more):
    return browser.post("/en/card", {"card": code, "pin": pin}, **more)


@pytest.fixture
def code(storage, amal, lien, plan):
    return make(storage, amal, lien)


def test_somebody_signs_in_with_card_and_pin(browser, code):
    answer = enter(browser, f"{code[:4].lower()} {code[4:]}", PIN)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/")
    assert "Amal" in browser.get("/en/me").text


def test_neither_the_card_nor_the_pin_is_enough(browser, code):
    for card, pin in ((code, ""), (code, WRONG), ("", PIN), ("AAAAAAAA", PIN)):
        page = enter(browser, card, pin)
        assert page.status_code == 200 and "do not fit together" in page.text
    assert browser.cookie() is None


def test_the_page_never_shows_the_pin_again(browser, code):
    page = enter(browser, code, "7392")
    assert "7392" not in page.text and code in page.text


def test_scanning_the_card_fills_in_the_code_and_leaves_it_out_of_the_address(browser, code):
    answer = browser.get(f"/en/card/{code}")
    assert answer.headers["Location"] == "/en/card" and browser.cookie() is None
    assert f'value="{code}"' in browser.get("/en/card").text


def test_ten_wrong_pins_end_the_card_and_the_coach_is_told(app, browser, liens, code, letters):
    for _ in range(10):
        enter(browser, code, WRONG)
    assert enter(browser, code, PIN).status_code == 200 and browser.cookie() is None
    letter = letters()[0]
    assert letter.to == LIEN and "Amal" not in letter.subject + letter.text
    assert len(letters()) == 1
    page = liens.get("/en/coaching/cards").text
    assert "wrong PIN ten times" in page and "Amal" in page


def test_a_network_that_tries_too_often_waits(app, browser, code):
    answers = [browser.client.post("/en/card", data={"card": "AAAAAAAA", "pin": WRONG, "csrf_token": token(browser)})
               for _ in range(31)]
    assert [answer.status_code for answer in answers] == [200] * 30 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def token(browser):
    return re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/en/card").text)[1]


def test_the_coach_makes_a_card_on_which_the_pin_does_not_stand(liens, browser, amal, plan):
    page = liens.post(f"/en/coaching/cards/{amal}", {"pin": PIN, "pin_again": PIN})
    assert page.status_code == 200 and PIN not in re.sub(r'"[^"]*"', "", page.text)
    code = "".join(re.search(r'<bdi dir="ltr">(\w{4}) (\w{4})</bdi>', page.text).groups())
    picture = segno.make(f"http://localhost:8000/en/card/{code}", error="m").svg_inline(
        scale=4, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None,
        title="Picture to scan with a phone")
    assert picture in page.text and "style=" not in page.text
    assert enter(browser, code, PIN).status_code == 302


def test_the_card_speaks_the_language_of_whoever_gets_it_and_that_of_the_coach(liens, amal, plan, storage):
    with storage.writing() as tx:
        people.set_language(tx, amal, "ar")
    page = liens.post(f"/en/coaching/cards/{amal}", {"pin": PIN, "pin_again": PIN}).text
    told = dict(re.findall(r'<p lang="(\w\w)" dir="(\w+)">', page))
    assert told == {"ar": "rtl", "en": "ltr"}
    assert "http://localhost:8000/ar/card" in page and "http://localhost:8000/en/card" in page


@pytest.mark.parametrize(("pin", "again", "problem"), [
    ("1234", "1234", "4 to 8 digits"), (PIN, WRONG, "not the same"), ("", "", "4 to 8 digits")])
def test_a_pin_that_everybody_tries_or_was_mistyped_is_asked_again(liens, amal, plan, storage, pin, again, problem):
    page = liens.post(f"/en/coaching/cards/{amal}", {"pin": pin, "pin_again": again})
    assert problem in page.text
    with storage.reading() as tx:
        assert return_cards.cards_of(tx, amal) == ()


def test_a_revoked_card_opens_nothing(liens, browser, amal, code):
    assert liens.post(f"/en/coaching/cards/{amal}/revoke", form="/en/coaching/cards").status_code == 302
    assert enter(browser, code, PIN).status_code == 200 and browser.cookie() is None
    assert "Revoked" in liens.get("/en/coaching/cards").text


def test_a_coach_makes_cards_for_their_own_entrepreneurs_only(app, storage, liens, amal, lien):
    addresses = (f"/en/coaching/cards/{amal}", f"/en/coaching/cards/{lien}", "/en/coaching/cards/" + "0" * 32)
    assert [liens.get(address).status_code for address in addresses] == [404] * 3
    assert liens.post(f"/en/coaching/cards/{amal}/revoke", form="/en/me").status_code == 404
    assert "Amal" not in liens.get("/en/coaching/cards").text


def test_an_entrepreneur_finds_no_page_of_cards(amals, amal, plan):
    addresses = ("/en/coaching/cards", f"/en/coaching/cards/{amal}")
    assert [amals.get(address).status_code for address in addresses] == [404, 404]


def test_a_card_of_somebody_who_became_staff_opens_nothing_by_itself(app, browser, storage, lien):
    code = make(storage, lien, lien)
    assert enter(browser, code, PIN).headers["Location"] == "/en/sign-in/second-factor"
    assert browser.get("/en/me").status_code == 302
    assert signed_in(app, storage, lien).get("/en/me").status_code == 200
