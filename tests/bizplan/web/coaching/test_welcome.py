"""Somebody without e-mail comes in the first time by a link in a message: once, and only while nothing is behind it."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from bizplan.domain.people import Role
from bizplan.storage import consents, invitations, participants, people, plans, sessions
from bizplan.storage.attempts import Limit
from bizplan.storage.sessions import IDLE
from bizplan.web import access
from bizplan.web.coaching import welcome as area
from tests.bizplan.web.conftest import Browser, signed_in
from tests.bizplan.web.opened import opened, shown

LINK = re.compile(r"http://localhost:8000(/\w\w/welcome/[\w-]{43})")
GONE = "This link is no longer available"


def add(storage, coach, name="Samira", email=None):
    with storage.writing() as tx:
        who = people.add_person(tx, name, "ar", email)
        people.give_role(tx, who, Role.ENTREPRENEUR)
        participants.let_in(tx, plans.make(tx, who, "ar"), coach, Role.COACH)
    return who


@pytest.fixture
def samira(storage, lien):
    """Somebody whom the coach added just now, without an address."""
    return add(storage, lien)


@pytest.fixture
def make(samira):
    return f"/en/coaching/entrepreneurs/{samira}/link"


def link_in(answer):
    return LINK.search(answer.text)[1]


def test_the_text_is_in_their_language_and_lets_them_in_on_their_own_phone(liens, browser, samira, make, storage):
    page = shown(liens, liens.post(make))
    text, = page.of("//textarea[@readonly and @lang='ar' and @dir='rtl']")
    link = LINK.search(text)[1]
    assert link.startswith("/ar/") and "Samira" not in text
    assert opened(browser, link.replace("/ar/", "/en/")).heading == "Welcome to bizplan"
    answer = browser.post(link, {"own_device": "yes"})
    assert answer.headers["Location"] == "/ar/me/come-back"
    with storage.reading() as tx:
        session, = sessions.sessions_of(tx, samira)
        assert session.own_device
    page = opened(browser, "/en/me/come-back")
    assert "you need a return card" in page.text and "30 days" in page.text
    assert opened(browser, "/en/").address == "/en/consent"


def test_who_has_an_address_is_told_to_come_back_with_it(liens, browser, storage, lien):
    who = add(storage, lien, "Omar", "omar@example.org")
    browser.post(link_in(liens.post(f"/en/coaching/entrepreneurs/{who}/link")))
    page = opened(browser, "/en/me/come-back")
    assert "omar@example.org" in page.text and "return card" not in page.text and "half an hour" in page.text


def test_looking_uses_nothing_up_and_the_button_uses_it_up(liens, browser, other, make):
    link = link_in(liens.post(make))
    for _ in range(3):
        assert browser.get(link).status_code == browser.client.head(link).status_code == 200
    assert browser.post(link).status_code == 302
    for each in (other, browser):
        assert each.get(link).status_code == each.post(link, form="/en/sign-in").status_code == 404


def test_of_two_phones_at_once_one_is_let_in(app, liens, make, samira, storage):
    link = link_in(liens.post(make))
    phones = [Browser(app.test_client()) for _ in range(4)]
    for each in phones:
        each.get(link)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda each: each.post(link, form="/en/sign-in").status_code, phones))
    assert sorted(answers) == [302, 404, 404, 404]
    with storage.reading() as tx:
        assert len(sessions.sessions_of(tx, samira)) == 1


def test_a_new_one_ends_the_older(liens, browser, make):
    first, second = (link_in(liens.post(make)) for _ in range(2))
    assert browser.get(first).status_code == 404 and browser.get(second).status_code == 200


def test_the_coach_sees_that_it_is_out_and_ends_it(liens, browser, make):
    link = link_in(liens.post(make))
    page = opened(liens, "/en/coaching/cards")
    assert "Link sent" in page.text and "End the link of Samira" in page.text
    assert liens.post(f"{make}/end", form="/en/coaching/cards").headers["Location"] == "/en/coaching/cards"
    page = opened(liens, "/en/coaching/cards")
    assert "The link for Samira works no longer." in page.text and "Link sent" not in page.text
    assert browser.get(link).status_code == 404


def test_once_they_were_here_the_link_is_dead_and_no_other_can_be_made(app, liens, browser, make, samira, storage):
    link = link_in(liens.post(make))
    signed_in(app, storage, samira)
    assert GONE in browser.get(link.replace("/ar/", "/en/")).text
    assert liens.get(make).status_code == liens.post(make, form="/en/me").status_code == 404
    assert make not in liens.get("/en/coaching/cards").text


def test_once_they_agreed_it_is_no_key_to_what_they_answer(liens, browser, make, samira, storage):
    link = link_in(liens.post(make))
    with storage.writing() as tx:
        consents.write_down(tx, samira, access.CONSENT, "ar", given=True)
    assert browser.get(link).status_code == 404
    assert browser.post(link, form="/en/sign-in").status_code == 404 and browser.cookie() is None


def test_the_coach_who_tries_their_own_link_uses_nothing_up(liens, browser, make):
    link = link_in(liens.post(make))
    assert GONE in liens.get(link.replace("/ar/", "/en/")).text and liens.post(link, form="/en/me").status_code == 404
    assert liens.get("/en/coaching/cards").status_code == 200 and browser.get(link).status_code == 200


def test_a_link_to_coach_a_plan_is_none_to_come_in(amals, browser, liens, storage, samira, lien):
    with storage.writing() as tx:
        plan = plans.plans_of(tx, samira)[0].id
        token = invitations.invite(tx, plan, Role.COACH, samira).token
    assert browser.get(f"/en/welcome/{token}").status_code == 404


def test_all_pages_of_links_that_work_no_more_are_the_same(browser, liens, make, samira, storage):
    link = link_in(liens.post(make)).replace("/ar/", "/en/")
    with storage.writing() as tx:
        plans.put_away(tx, plans.plans_of(tx, samira)[0].id)
    pages = {re.sub(r"/welcome/[^\"]+|value=\"[^\"]+\"", "", browser.get(each).text)
             for each in (link, f"/en/welcome/{'x' * 43}", "/en/welcome/%E2%80%AE", f"/en/welcome/{'y' * 3_000}")}
    assert len(pages) == 1 and "Samira" not in pages.pop()


def test_of_somebody_elses_entrepreneur_no_link_is_made(app, storage, make, amals, samira, amal, liens, plan):
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl")
        people.give_role(tx, noor, Role.COACH, people.add_organisation(tx, "coaching", "De Brug"))
    noors = signed_in(app, storage, noor)
    for each in (noors, amals):
        assert each.get(make).status_code == each.post(make, form="/en/me").status_code == 404
        assert each.post(f"{make}/end", form="/en/me").status_code == 404
    for who in (amal, "0" * 32, "x", "%E2%80%AE"):
        assert liens.get(f"/en/coaching/entrepreneurs/{who}/link").status_code == 404


def test_a_coach_who_left_the_plan_leaves_no_way_in(liens, browser, make, lien, samira, storage):
    link = link_in(liens.post(make))
    with storage.writing() as tx:
        participants.show_out(tx, plans.plans_of(tx, samira)[0].id, lien)
    assert browser.get(link).status_code == 404


def test_whoever_guesses_waits(browser, liens, make, monkeypatch):
    monkeypatch.setattr(area, "WRONG_LINKS", Limit("wrong first link", 3, IDLE))
    link = link_in(liens.post(make))
    answers = [browser.get(f"/en/welcome/{number}{'x' * 42}").status_code for number in range(4)]
    assert answers == [404, 404, 404, 429]
    assert browser.get(link).status_code == 429


def test_the_way_to_it_stands_where_a_coach_adds_somebody_without_an_address(liens, make, samira):
    assert f'href="{make}"' in liens.get(f"/en/coaching/cards/{samira}").text
    assert f'href="{make}"' in liens.get("/en/coaching/cards").text
