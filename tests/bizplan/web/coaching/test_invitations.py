"""An entrepreneur invites a coach, who decides; everybody else learns nothing from the link."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bizplan.domain.coaching import News
from bizplan.domain.people import Role
from bizplan.storage import consents, invitations, notices, participants, people, plans
from bizplan.storage.attempts import Limit
from bizplan.storage.sessions import IDLE
from bizplan.storage.tables import INVITATIONS
from bizplan.web import access
from bizplan.web.coaching import invitations as area
from tests.bizplan.web.conftest import AMAL, LIEN, signed_in
from tests.bizplan.web.opened import opened, shown

LINK = re.compile(r"http://localhost:8000(/\w\w/invitation/[\w-]{43})")
GONE = "This link is no longer available"


@pytest.fixture
def plan(storage, amal):
    """The plan of the entrepreneur, without a coach."""
    with storage.writing() as tx:
        return plans.make(tx, amal, "nl")


@pytest.fixture
def invite(plan):
    return f"/en/plan/{plan}/people/invite"


def coach(app, storage, name, role=Role.COACH):
    with storage.writing() as tx:
        made = people.add_person(tx, name, "nl", f"{name.lower()}@example.org")
        people.give_role(tx, made, role, people.add_organisation(tx, "coaching", f"De {name}"))
    return signed_in(app, storage, made)


def asked(amals, invite, email="", language="en", **more):
    return amals.post(invite, {"email": email, "coach_language": language, **more})


def link_in(text):
    return LINK.search(text)[1]


def takes_part(storage, plan, person):
    with storage.reading() as tx:
        return participants.role_in(tx, plan, person) is Role.COACH


def test_by_text_a_coach_sees_who_asks_says_yes_and_is_in(amals, liens, invite, plan, amal, lien, storage):
    page = shown(amals, asked(amals, invite, language="nl"))
    text = page.of("//textarea[@readonly and @lang='nl' and @dir='ltr']")[0]
    link = link_in(text)
    assert link.startswith("/nl/")
    offer = opened(liens, link)
    assert "Amal" in offer.text and not takes_part(storage, plan, lien)
    answer = liens.post(link)
    assert answer.headers["Location"] == f"/nl/plan/{plan}/" and takes_part(storage, plan, lien)
    with storage.reading() as tx:
        told, = notices.notices_of(tx, amal)
        assert (told.kind, told.subject, told.author) == (News.JOINED, lien, lien)
        used = tx.execute(INVITATIONS.select()).one()
        assert used.used_by == lien and used.used_at
    assert liens.get(link).status_code == liens.post(link, form="/en/me").status_code == 404


def test_by_mail_the_message_names_nobody_and_leads_a_coach_in(amals, liens, invite, plan, lien, storage, letters):
    answer = asked(amals, invite, LIEN)
    assert answer.status_code == 302 and "/invitation/" not in answer.headers["Location"]
    letter, = letters()
    assert letter.to == LIEN and letter.link.startswith("/nl/invitation/")
    assert "Amal" not in letter.subject + letter.text and AMAL not in letter.text and plan not in letter.text
    assert liens.post(letter.link).status_code == 302 and takes_part(storage, plan, lien)


def test_a_known_and_an_unknown_address_get_the_same_answer_and_a_message(amals, invite, letters, plan):
    pages = []
    for email in (LIEN, "nobody@example.org", AMAL):
        answer = asked(amals, invite, email)
        said = opened(amals, answer.headers["Location"]).of("//p[@role='status']")
        pages.append((answer.status_code, answer.headers["Location"], said))
    assert pages[0] == pages[1] == pages[2]
    assert sorted(each.to for each in letters()) == sorted([LIEN, "nobody@example.org", AMAL])


def test_without_a_mail_server_that_is_said(amals, invite):
    page = opened(amals, asked(amals, invite, LIEN).headers["Location"])
    assert "This installation sends no mail." in page.text


def test_an_invitation_to_an_address_is_for_that_account_only(app, storage, amals, invite, plan, letters):
    asked(amals, invite, LIEN)
    noors = coach(app, storage, "Noor")
    link = letters()[0].link
    assert noors.get(link).status_code == noors.post(link, form="/en/me").status_code == 404
    assert storage_open(storage, plan) == 1


def storage_open(storage, plan):
    with storage.reading() as tx:
        return len(invitations.open_in(tx, plan, Role.COACH))


def neutral(browser, link):
    """What a page that says nothing says below its head, where the menu of each reader stands."""
    answer = browser.get(link)
    assert answer.status_code == 404
    return re.search(r"<title>.*?</title>", answer.text)[0] + re.search(r"<main.*?</main>", answer.text, re.DOTALL)[0]


def test_whoever_may_not_and_whatever_works_no_more_gets_the_same_page(app, storage, amals, liens, invite, plan, amal):
    def fresh():
        with storage.writing() as tx:
            return invitations.invite(tx, plan, Role.COACH, amal)

    officers, managers = (coach(app, storage, name, role) for name, role in (
        ("Odile", Role.OFFICER), ("Mo", Role.MANAGER)))
    ended, used, works = fresh(), fresh(), fresh()
    with storage.writing() as tx:
        invitations.end(tx, plan, ended.id)
        invitations.use(tx, invitations.found(tx, used.token, Role.COACH), amal)
        first = invitations.invite(tx, plan, Role.ENTREPRENEUR, amal)
        old = invitations.invite(replace(tx, now=tx.now - invitations.LIVES), plan, Role.COACH, amal)
    pages = [neutral(liens, f"/en/invitation/{token}") for token in (
        "x" * 43, ended.token, used.token, old.token, first.token)]
    pages += [neutral(each, f"/en/invitation/{works.token}") for each in (amals, officers, managers)]
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    pages.append(neutral(liens, f"/en/invitation/{works.token}"))
    with storage.writing() as tx:
        plans.take_out(tx, plan)
        consents.write_down(tx, amal, access.CONSENT, "en", given=False)
    pages.append(neutral(liens, f"/en/invitation/{works.token}"))
    assert len(set(pages)) == 1 and GONE in pages[0] and "Amal" not in pages[0]


def test_a_plan_that_was_erased_leaves_the_same_page(storage, amals, liens, invite):
    link = link_in(asked(amals, invite).text)
    amals.post("/en/me/erase", {"word": "erase"})
    assert GONE in liens.get(link).text


def test_looking_changes_nothing_and_who_is_not_signed_in_comes_back_to_it_after(browser, storage, amals, invite, plan):
    link = link_in(asked(amals, invite).text)
    answer = browser.get(link)
    assert answer.headers["Location"] == "/en/sign-in" and answer.headers["Referrer-Policy"] == "no-referrer"
    with browser.client.session_transaction() as kept:
        assert kept["going"] == link
    assert "Amal" not in browser.get("/en/sign-in").text and storage_open(storage, plan) == 1


def test_two_coaches_say_yes_at_once_and_one_is_told_that_it_is_gone(app, storage, amals, liens, invite, plan, lien):
    link = link_in(asked(amals, invite).text)
    noors = coach(app, storage, "Noor")
    for each in (liens, noors):
        assert each.get(link).status_code == 200
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(lambda each: each.post(link, form="/en/me").status_code, (liens, noors)))
    assert sorted(answers) == [302, 404]
    with storage.reading() as tx:
        assert len(participants.coaches_of(tx, plan)) == 1


def test_a_coach_who_is_in_already_stays_in_once(amals, liens, invite, plan, lien, storage):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
    assert liens.post(link_in(asked(amals, invite).text)).status_code == 302
    with storage.reading() as tx:
        assert participants.coaches_of(tx, plan) == (lien,)


def test_the_form_sent_twice_invites_once_and_the_text_shown_last_works(amals, liens, invite, plan, storage):
    key = re.search(r'name="key" value="(\w{32})"', amals.get(invite).text)[1]
    first, second = (link_in(asked(amals, invite, key=key).text) for _ in range(2))
    assert storage_open(storage, plan) == 1
    assert liens.get(first).status_code == 404 and liens.get(second).status_code == 200


def test_the_form_sent_twice_sends_one_message(amals, liens, invite, letters):
    for _ in range(2):
        assert asked(amals, invite, LIEN, key="a" * 32).status_code == 302
    letter, = letters()
    assert liens.get(letter.link).status_code == 200


@pytest.mark.parametrize(("email", "language", "field"), [
    ("noor at example", "nl", "email"), ("x" * 100_000, "nl", "email"), ("\u202enoor@example.org", "nl", "email"),
    ("", "", "coach_language"), ("", "xx", "coach_language")])
def test_what_does_not_fit_is_said_and_what_was_typed_stays(amals, invite, plan, storage, letters, email, language,
                                                            field):
    answer = asked(amals, invite, email, language)
    page = shown(amals, answer)
    assert page.of(f"//a[@href='#f-{field}']") and page.of("//input[@name='email']/@value") == [email]
    assert storage_open(storage, plan) == 0 and letters() == []


@pytest.mark.parametrize("token", ["%00", "../../plans", "%E2%80%AE", "a" * 5_000, "//evil.example.org", "x%0d%0ay"])
def test_a_token_that_is_none_never_breaks_a_page_or_leads_elsewhere(liens, token):
    answer = liens.client.get(f"/en/invitation/{token}")
    assert answer.status_code in (308, 404) and "evil" not in answer.headers.get("Location", "/")[:2]


def test_whoever_guesses_links_waits_and_a_good_one_counts_nothing(amals, liens, invite, storage, monkeypatch):
    monkeypatch.setattr(area, "WRONG_LINKS", Limit("wrong invitation", 3, IDLE))
    link = link_in(asked(amals, invite).text)
    assert [liens.get(link).status_code for _ in range(5)] == [200] * 5
    answers = [liens.get(f"/en/invitation/{number}{'x' * 42}").status_code for number in range(5)]
    assert answers == [404, 404, 404, 429, 429]
    assert liens.get(link).status_code == 429


def test_whoever_invites_often_waits(amals, invite, monkeypatch):
    monkeypatch.setattr(area, "OF_PERSON", Limit("invite", 2, IDLE))
    assert [asked(amals, invite, f"n{number}@x.org").status_code for number in range(3)] == [302, 302, 429]


def test_nobody_else_ends_an_invitation(app, storage, amals, liens, invite, plan, amal, lien):
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        made = invitations.invite(tx, plan, Role.COACH, amal)
        other = plans.make(tx, amal, "nl")
    for browser, of in ((liens, plan), (coach(app, storage, "Noor"), plan), (amals, other)):
        end = f"/en/plan/{of}/people/invitations/{made.id}/end"
        assert browser.post(end, form="/en/me").status_code == 404
    assert storage_open(storage, plan) == 1


def test_a_browser_of_another_site_cannot_say_yes(amals, liens, invite, plan, lien, storage):
    link = link_in(asked(amals, invite).text)
    assert liens.post(link, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert liens.client.post(link).status_code == 400
    assert not takes_part(storage, plan, lien)
