"""An administrator adds staff, and nobody else does; whoever loses a role is out at the next request."""

import re
from dataclasses import replace

import pytest

from bizplan import mail
from bizplan.domain.people import Role
from bizplan.storage import consents, people, plans
from bizplan.web import access
from tests.bizplan.web.conftest import AMAL, LIEN, id_of, signed_in

ADMIN = "ada@example.org"


@pytest.fixture
def ada(storage) -> str:
    """The id of the administrator."""
    with storage.writing() as tx:
        made = people.add_person(tx, "Ada", "en", ADMIN)
        people.give_role(tx, made, Role.ADMINISTRATOR)
    return made


@pytest.fixture
def adas(app, storage, ada):
    """The browser of the administrator."""
    return signed_in(app, storage, ada)


def organisation_of(page: str, name: str) -> str:
    """The key of an organisation in the list of a form."""
    return re.search(rf'<option value="(\w+)"[^>]*>{name}<', page)[1]


def add(browser, name="Sofie", email="sofie@example.org", role="coach", organisation="De Kade", language="fr"):
    """Fills in the form for somebody who works here."""
    page = browser.get("/en/people/add").text
    key = organisation_of(page, organisation) if organisation else ""
    return browser.post("/en/people/add", {"name": name, "email": email, "role": role, "organisation": key,
                                           "person_language": language})


def roles(storage, email):
    with storage.reading() as tx:
        found = people.person_with_email(tx, email)
        return None if found is None else [
            (each.role, each.organisation and people.organisation_name(tx, each.organisation))
            for each in people.roles_of(tx, found.id)]


def role_id(storage, email, role):
    who = id_of(storage, email)
    with storage.reading() as tx:
        return who, next(each.id for each in people.roles_of(tx, who) if each.role is role)


def take(browser, storage, email, role):
    who, given = role_id(storage, email, role)
    return browser.post(f"/en/people/{who}/roles/{given}/take")


def test_the_home_of_an_administrator_is_the_page_of_people(adas):
    page = adas.get("/en/", follow_redirects=True)
    assert page.request.path == "/en/people" and "Ada" in page.text and "De Kade" in page.text


def test_the_whole_way_from_an_organisation_to_a_plan_that_the_coach_opens(app, adas, browser, storage, letters):
    made = adas.post("/en/people/organisations/add", {"name": "De Brug", "kind": "coaching"})
    assert "De Brug" in adas.get(made.headers["Location"]).text
    page = adas.get(add(adas, organisation="De Brug").headers["Location"]).text
    assert "<bdi>Sofie</bdi> has been added." in page and "http://localhost:8000/fr/sign-in" in page
    assert roles(storage, "sofie@example.org") == [(Role.COACH, "De Brug")]
    sofies = signed_in(app, storage, id_of(storage, "sofie@example.org"))
    assert sofies.get("/en/coaching/entrepreneurs/add").status_code == 200
    sofies.post("/en/coaching/entrepreneurs/add", {"name": "Samira", "email": "samira@example.org",
                                                    "person_language": "en"})
    samira = id_of(storage, "samira@example.org")
    with storage.reading() as tx:
        [plan] = plans.plans_of(tx, samira)
        assert people.organisation_name(tx, plan.organisation) == "De Brug"
    assert sofies.get(f"/en/plan/{plan.id}/changes").status_code == 404
    browser.post("/en/sign-in", {"email": "samira@example.org"})
    assert browser.post("/en/sign-in/code", {"code": letters()[0].code}).status_code == 302
    assert browser.get("/en/", follow_redirects=True).request.path == "/en/consent"
    browser.post("/en/consent", {"version": access.CONSENT, "agree": "yes"})
    assert browser.get("/en/", follow_redirects=True).request.path == f"/en/plan/{plan.id}/"
    assert sofies.get(f"/en/plan/{plan.id}/changes").status_code == 200
    assert take(adas, storage, "sofie@example.org", Role.COACH).status_code == 302
    assert sofies.get(f"/en/plan/{plan.id}/changes").headers["Location"] == "/en/sign-in"


def test_the_message_says_the_sign_in_page_in_their_language_and_opens_nothing(adas, letters):
    add(adas, language="en")
    [letter] = letters()
    assert letter.to == "sofie@example.org" and letter.subject == "You can work with bizplan"
    assert letter.link == "/en/sign-in" and "coach" in letter.text and "De Kade" in letter.text
    assert "Sofie" not in letter.text
    add(adas, "Lotte", "lotte@example.org", language="ar")
    assert letters()[0].link == "/ar/sign-in"


def test_a_message_that_cannot_be_written_is_said_and_the_person_is_added(adas, storage, monkeypatch):
    def full(*_anything):
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(mail, "send", full)
    page = adas.get(add(adas, language="nl").headers["Location"]).text
    assert "No message could be made." in page and "http://localhost:8000/nl/sign-in" in page
    assert roles(storage, "sofie@example.org") == [(Role.COACH, "De Kade")]


@pytest.mark.parametrize(("held_up", "words"), [(False, "on its way"), (True, "takes no messages now")])
def test_with_a_mail_server_the_page_says_whether_it_takes_messages(app, adas, config, storage, monkeypatch, held_up,
                                                                    words):
    app.extensions["bizplan"] = (replace(config, smtp="smtp://mail.example.org"), storage)
    monkeypatch.setattr(mail, "send", lambda *_: None)
    monkeypatch.setattr(mail, "is_held_up", lambda _config: held_up)
    assert words in adas.get(add(adas).headers["Location"]).text


def test_an_address_that_exists_gets_the_role_and_keeps_its_name(adas, storage, letters):
    page = adas.get(add(adas, "Another", AMAL, "officer").headers["Location"]).text
    assert "<bdi>Amal</bdi> has an account already" in page and "Another" not in page
    assert [role for role, _where in roles(storage, AMAL)] == [Role.ENTREPRENEUR, Role.OFFICER]
    assert letters()[0].to == AMAL


def test_the_same_role_twice_is_once_and_sends_one_message(adas, storage, letters):
    add(adas)
    page = adas.get(add(adas, email=" Sofie@Example.org ").headers["Location"]).text
    assert "has this role already" in page
    assert roles(storage, "sofie@example.org") == [(Role.COACH, "De Kade")] and len(letters()) == 1


def test_an_organisation_is_not_made_twice(adas, storage):
    answer = adas.post("/en/people/organisations/add", {"name": "de kade", "kind": "coaching"})
    assert "in the list already" in adas.get(answer.headers["Location"]).text
    with storage.reading() as tx:
        assert len(people.organisations(tx)) == 1


def test_an_administrator_belongs_to_no_organisation(adas, storage):
    add(adas, "Bo", "bo@example.org", "administrator")
    assert roles(storage, "bo@example.org") == [(Role.ADMINISTRATOR, None)]


@pytest.mark.parametrize(("changed", "field", "words"), [
    ({"name": " "}, "name", "Write a name"), ({"name": "x" * 301}, "name", "at most"),
    ({"email": "sofie"}, "email", "Write an e-mail address"), ({"role": "entrepreneur"}, "role", "Choose one"),
    ({"role": ""}, "role", "Choose one"), ({"organisation": ""}, "organisation", "add it first"),
    ({"organisation": "0" * 32}, "organisation", "add it first"),
    ({"person_language": "xx"}, "person_language", "Choose one"),
])
def test_what_does_not_fit_is_said_and_what_was_typed_stays(adas, storage, changed, field, words):
    key = organisation_of(adas.get("/en/people/add").text, "De Kade")
    page = adas.post("/en/people/add", {"name": "Sofie", "email": "sofie@example.org", "role": "coach",
                                        "organisation": key, "person_language": "fr", **changed})
    assert page.status_code == 200 and words in page.text and f'href="#f-{field}"' in page.text
    kept = {"name": "Sofie", "email": "sofie@example.org", **changed}
    assert f'value="{kept["name"]}"' in page.text and f'value="{kept["email"]}"' in page.text
    assert roles(storage, "sofie@example.org") is None


def test_an_organisation_without_a_name_or_a_kind_is_asked_again(adas, storage):
    page = adas.post("/en/people/organisations/add", {"name": "De Brug", "kind": "bank"}).text
    assert 'href="#f-kind"' in page and 'value="De Brug"' in page
    page = adas.post("/en/people/organisations/add", {"name": "\u200b", "kind": "lending"}).text
    assert 'href="#f-name"' in page
    with storage.reading() as tx:
        assert len(people.organisations(tx)) == 1


def test_names_show_what_was_typed_and_no_codes(adas, storage):
    page = adas.get(add(adas, "<b>O'Br\u202eien</b>\x07").headers["Location"]).text
    assert "&lt;b&gt;O&#39;Brien&lt;/b&gt;" in page
    with storage.reading() as tx:
        assert people.person_with_email(tx, "sofie@example.org").name == "<b>O'Brien</b>"


def test_a_closed_account_is_out_at_the_next_request_and_opens_again_with_a_new_role_only(
        app, adas, liens, storage, lien, plan):
    with storage.writing() as tx:
        consents.write_down(tx, plans.plan(tx, plan).owner, access.CONSENT, "en", given=True)
    assert liens.get(f"/en/plan/{plan}/changes").status_code == 200
    assert "Close this account?" in adas.get(f"/en/people/{lien}/close").text
    assert adas.post(f"/en/people/{lien}/close").status_code == 302
    assert liens.get("/en/me").headers["Location"] == "/en/sign-in"
    page = adas.get(add(adas, "Lien", LIEN, "coach").headers["Location"]).text
    assert "has an account already" in page and id_of(storage, LIEN) == lien
    again = signed_in(app, storage, lien)
    assert again.get("/en/coaching/cards").status_code == 200
    assert again.get(f"/en/plan/{plan}/changes").status_code == 404


def test_a_role_that_is_taken_away_closes_its_pages_and_leaves_the_others(app, adas, storage, lien, liens):
    add(adas, "Lien", LIEN, "administrator")
    assert liens.get("/en/people").status_code == 200
    assert "Take this role away?" in adas.get("/en/people/{}/roles/{}/take".format(
        *role_id(storage, LIEN, Role.ADMINISTRATOR))).text
    take(adas, storage, LIEN, Role.ADMINISTRATOR)
    assert liens.get("/en/people").status_code == 404
    assert liens.get("/en/coaching/cards").status_code == 200


def test_the_last_administrator_stays(adas, storage, ada):
    assert adas.post(f"/en/people/{ada}/close", form="/en/me").status_code == 200
    who, given = role_id(storage, ADMIN, Role.ADMINISTRATOR)
    page = adas.post(f"/en/people/{who}/roles/{given}/take", form="/en/me")
    assert page.status_code == 200 and "only administrator" in page.text
    assert "Close the account</button>" not in adas.get(f"/en/people/{ada}/close").text
    assert roles(storage, ADMIN) == [(Role.ADMINISTRATOR, None)] and adas.get("/en/people").status_code == 200


def test_one_of_two_administrators_may_close_their_own_account(adas, storage, ada):
    add(adas, "Bo", "bo@example.org", "administrator")
    assert adas.post(f"/en/people/{ada}/close").headers["Location"] == "/en/"
    assert adas.get("/en/", follow_redirects=True).request.path == "/en/sign-in"
    assert roles(storage, ADMIN) is None


def test_an_entrepreneur_is_no_colleague(adas, storage, amal):
    who, given = role_id(storage, AMAL, Role.ENTREPRENEUR)
    assert adas.get(f"/en/people/{amal}/close").status_code == 404
    assert adas.post(f"/en/people/{amal}/close", form="/en/me").status_code == 404
    assert adas.post(f"/en/people/{who}/roles/{given}/take", form="/en/me").status_code == 404
    assert "Amal" not in adas.get("/en/people").text


@pytest.mark.parametrize("address", ["", "/add", "/organisations/add", "/{lien}/close", "/{lien}/roles/{given}/take"])
def test_nobody_else_enters(amals, liens, browser, storage, lien, address):
    _who, given = role_id(storage, LIEN, Role.COACH)
    filled = "/en/people" + address.format(lien=lien, given=given)
    assert [each.get(filled).status_code for each in (amals, liens)] == [404, 404]
    assert browser.get(filled).headers["Location"] == "/en/sign-in"
    if address:
        assert liens.post(filled, {"name": "Eve", "email": "eve@example.org", "role": "administrator",
                                   "person_language": "en", "kind": "coaching"}, form="/en/me").status_code == 404
    assert roles(storage, "eve@example.org") is None and len(roles(storage, LIEN)) == 1


def test_officers_come_to_their_desk(app, adas, storage):
    add(adas, role="officer")
    sofies = signed_in(app, storage, id_of(storage, "sofie@example.org"))
    page = sofies.get("/en/", follow_redirects=True)
    assert page.status_code == 200 and page.request.path == "/en/lending/" and "officer" in page.text


def test_a_manager_who_is_administrator_too_comes_to_their_team_and_from_there_to_the_people(app, adas, storage):
    add(adas, role="manager")
    add(adas, role="administrator")
    sofies = signed_in(app, storage, id_of(storage, "sofie@example.org"))
    page = sofies.get("/en/", follow_redirects=True)
    assert page.request.path == "/en/team" and 'href="/en/people"' in page.text


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_pages_keep_the_rules_in_every_language(adas, ada, storage, language):
    who, given = role_id(storage, ADMIN, Role.ADMINISTRATOR)
    for address in ("", "/add", "/organisations/add", f"/{ada}/close", f"/{who}/roles/{given}/take"):
        assert adas.get(f"/{language}/people{address}").status_code == 200
