"""A coach adds an entrepreneur, with e-mail or without, and learns no more of others than they have to."""

import re

import pytest

from bizplan.domain.people import Role
from bizplan.storage import consents, participants, people, plans
from bizplan.storage.attempts import Limit
from bizplan.web import access, entrepreneurs
from tests.bizplan.web.conftest import AMAL, id_of, signed_in

DESK = "/en/coaching/desk"
ADD = "/en/coaching/entrepreneurs/add"
NEUTRAL = "This address cannot be used here."


def add(browser, name="Samira", email="", language="ar", **more):
    return browser.post(ADD, {"name": name, "email": email, "person_language": language, **more})


def entrepreneurs_of(storage, coach):
    with storage.reading() as tx:
        return [people.person(tx, each) for each in participants.entrepreneurs_of(tx, coach)]


def colleague(app, storage, organisation, name="Noor"):
    with storage.writing() as tx:
        made = people.add_person(tx, name, "nl", f"{name.lower()}@example.org")
        people.give_role(tx, made, Role.COACH, organisation)
    return signed_in(app, storage, made)


def organisation_of(storage, coach):
    with storage.reading() as tx:
        return people.roles_of(tx, coach)[0].organisation


def test_with_an_address_they_get_a_plan_and_a_message(liens, lien, storage, letters):
    answer = add(liens, email="samira@example.org")
    [samira] = entrepreneurs_of(storage, lien)
    assert (samira.name, samira.email, samira.language, samira.roles) == (
        "Samira", "samira@example.org", "ar", (Role.ENTREPRENEUR,))
    assert samira.organisation == organisation_of(storage, lien)
    with storage.reading() as tx:
        [plan] = plans.plans_of(tx, samira.id)
        assert (plan.language, plan.organisation, plan.sequence) == ("ar", samira.organisation, 0)
    [letter] = letters()
    assert (letter.to, letter.link) == ("samira@example.org", "/ar/sign-in")
    assert "Samira" not in letter.subject + letter.text and "De Kade" in letter.text
    page = liens.get(answer.headers["Location"]).text
    assert "<bdi>Samira</bdi> has been added." in page and "http://localhost:8000/ar/sign-in" in page


def test_without_an_address_they_make_a_return_card_and_come_in_with_it(liens, lien, browser, storage, letters):
    card = add(liens, "Suharto", language="en").headers["Location"]
    [who] = entrepreneurs_of(storage, lien)
    assert card == f"/en/coaching/cards/{who.id}" and letters() == []
    page = liens.post(card, {"pin": "7391", "pin_again": "7391"}).text
    code = "".join(re.search(r'<bdi dir="ltr">(\w{4}) (\w{4})</bdi>', page).groups())
    assert browser.post("/en/card", {"card": code, "pin": "7391"}).status_code == 302
    assert browser.get("/en/", follow_redirects=True).request.path == "/en/consent"


def test_who_has_not_agreed_is_listed_without_their_plan(liens, lien, storage):
    add(liens, email="samira@example.org")
    [samira] = entrepreneurs_of(storage, lien)
    page = liens.get("/en/coaching/cards").text
    assert "Samira" in page and "Not agreed yet" in page and "/plan/" not in page
    desk = liens.get(DESK).text
    assert "Samira" in desk and "Not agreed yet" in desk and "/plan/" not in desk
    with storage.writing() as tx:
        consents.write_down(tx, samira.id, access.CONSENT, "ar", given=True)
    assert "Not agreed yet" not in liens.get("/en/coaching/cards").text
    assert "/plan/" in liens.get(DESK).text


def test_the_way_in_stands_on_the_desk_of_a_coach_only(liens, amals):
    assert f'href="{ADD}"' in liens.get(DESK).text
    assert ADD not in amals.get("/en/plans?all=1").text


def test_sending_the_form_twice_adds_one_person(liens, lien, storage):
    key = re.search(r'name="key" value="(\w+)"', liens.get(ADD).text)[1]
    first, second = (add(liens, key=key).headers["Location"] for _ in range(2))
    assert first == second and [each.id for each in entrepreneurs_of(storage, lien)] == [key]


def test_two_people_of_one_name_are_two_people(liens, lien, storage):
    for _ in range(2):
        add(liens, "Mohammed", key=re.search(r'name="key" value="(\w+)"', liens.get(ADD).text)[1])
    assert len(entrepreneurs_of(storage, lien)) == 2


@pytest.mark.parametrize("key", ["", "x", "../" * 10, "'" * 32])
def test_a_key_that_was_tampered_with_counts_for_nothing(liens, lien, storage, key):
    add(liens, key=key)
    [who] = entrepreneurs_of(storage, lien)
    assert re.fullmatch("[0-9a-f]{32}", who.id)


def test_the_key_of_somebody_else_opens_nothing_of_theirs(liens, lien, amal, storage):
    add(liens, "Samira", key=amal)
    [who] = entrepreneurs_of(storage, lien)
    assert who.id != amal and who.name == "Samira"


def test_an_address_of_ones_own_entrepreneur_is_said_by_name(liens, lien, storage, amal, plan):
    page = add(liens, "Another", AMAL)
    assert page.status_code == 200 and "<bdi>Amal</bdi> is with you already." in page.text
    assert 'value="Another"' in page.text and f'value="{AMAL}"' in page.text
    assert [each.id for each in entrepreneurs_of(storage, lien)] == [amal]


def test_an_address_that_a_colleague_accompanies_is_said_without_a_name(app, liens, lien, storage):
    noors = colleague(app, storage, organisation_of(storage, lien))
    add(noors, email="samira@example.org")
    page = add(liens, "Another", "samira@example.org").text
    assert "with your organisation already" in page and "Samira" not in page and "Noor" not in page
    assert entrepreneurs_of(storage, lien) == []


def test_of_everybody_else_the_words_are_the_same_and_say_nothing(app, liens, lien, storage):
    with storage.writing() as tx:
        elsewhere = people.add_organisation(tx, "coaching", "De Brug")
        gone = people.add_person(tx, "Gone", "nl", "gone@example.org")
        people.give_role(tx, gone, Role.MANAGER)
        people.close(tx, gone)
    add(colleague(app, storage, elsewhere), email="samira@example.org")
    for email in ("samira@example.org", "noor@example.org", "gone@example.org", "lien@example.org", AMAL):
        page = add(liens, "Another", email)
        assert page.status_code == 200 and NEUTRAL in page.text
        assert not re.search("Samira|Noor|Gone|De Brug|Amal", page.text)
    assert entrepreneurs_of(storage, lien) == []


def test_a_coach_who_tries_many_addresses_waits(liens, lien, storage, monkeypatch):
    monkeypatch.setattr(entrepreneurs, "ADDRESSES_OF_COACH", Limit("add address", 2, access.sessions.IDLE))
    answers = [add(liens, email=f"nobody{number}@example.org").status_code for number in range(3)]
    assert answers == [302, 302, 429] and add(liens).status_code == 302
    assert len(entrepreneurs_of(storage, lien)) == 3


@pytest.mark.parametrize(("changed", "field"), [
    ({"name": ""}, "name"), ({"email": "samira at example"}, "email"), ({"person_language": ""}, "person_language")])
def test_what_does_not_fit_is_said_and_what_was_typed_stays(liens, lien, storage, changed, field):
    typed = {"name": "Samira", "email": "samira@example.org", "person_language": "ar", **changed}
    page = liens.post(ADD, typed)
    assert page.status_code == 200 and f'href="#f-{field}"' in page.text
    assert f'value="{typed["name"]}"' in page.text and f'value="{typed["email"]}"' in page.text
    assert entrepreneurs_of(storage, lien) == []


def test_the_coach_of_another_organisation_sees_nothing_of_them(app, liens, lien, storage):
    add(liens, email="samira@example.org")
    samira = id_of(storage, "samira@example.org")
    with storage.writing() as tx:
        elsewhere = people.add_organisation(tx, "coaching", "De Brug")
    noors = colleague(app, storage, elsewhere)
    assert "Samira" not in noors.get(f"/en/coaching/cards?added={samira}&told=sent").text
    assert noors.get(f"/en/coaching/cards/{samira}").status_code == 404


def test_nobody_but_coaches_enters(amals, browser, storage):
    assert amals.get(ADD).status_code == 404
    assert amals.post(ADD, {"name": "Eve", "person_language": "en"}, form="/en/me").status_code == 404
    assert browser.get(ADD).headers["Location"] == "/en/sign-in"
