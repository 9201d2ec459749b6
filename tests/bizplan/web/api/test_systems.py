"""A lender's manager makes and ends tokens, says where news goes, and sees what became of it; nobody else does."""

import pytest
from sqlalchemy import select

from bizplan.domain.people import Role
from bizplan.storage import api_tokens, people, webhooks
from bizplan.storage.tables import DELIVERIES
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

URL = "https://credit.example.org/news"


@pytest.fixture
def page(krediet):
    """The address of the page."""
    return f"/en/team/{krediet}/systems"


def secret_on(browser, answer):
    """What is shown once."""
    found = shown(browser, answer)
    return found.heading, found.of("//main//code")[0]


def test_the_manager_finds_the_page_from_the_team(milas, page):
    assert page in opened(milas, "/en/team").of("//main//@href")
    found = opened(milas, page)
    assert found.heading == "Computer systems"
    assert "It reads no advice, and no names of your officers." in found.text
    assert "There is no token yet." in found.text and "There is no address yet." in found.text
    assert "http://localhost:8000/api/v1/applications" in found.text


def test_the_manager_of_a_coaching_organisation_has_no_such_page(app, storage, lien):
    with storage.writing() as tx:
        kade = people.roles_of(tx, lien)[0].organisation
        person = people.add_person(tx, "Piet", "nl")
        people.give_role(tx, person, Role.MANAGER, kade)
    browser = signed_in(app, storage, person)
    assert "Computer systems" not in opened(browser, "/en/team").text
    assert browser.client.get(f"/en/team/{kade}/systems").status_code == 404


def test_a_token_is_shown_once_works_and_is_ended_at_once(milas, page, system, app):
    heading, token = secret_on(milas, opened(milas, page).press("/tokens", label="  credit   system "))
    assert heading == "Your new token" and api_tokens.FORM.fullmatch(token)
    asked = {"Authorization": f"Bearer {token}"}
    assert app.test_client().get("/api/v1/applications", headers=asked).status_code == 200
    found = opened(milas, page)
    assert token not in found.text and found.of("//main//b") == ["credit system"] * 2   # one of a fixture too
    assert "used last" in found.text
    kept = found.of("//form[contains(@action, '/tokens/')]/@action")
    for action in kept:
        assert found.press(action.removeprefix("/en")).headers["Location"] == page
    assert app.test_client().get("/api/v1/applications", headers=asked).status_code == 401
    assert "The token does not work any more." in opened(milas, page).text


def test_the_form_of_a_token_sent_twice_makes_one(milas, page, storage, krediet):
    form = opened(milas, page)
    first, second = (secret_on(milas, form.press("/tokens", label="credit system"))[1] for _ in range(2))
    with storage.reading() as tx:
        assert len(api_tokens.tokens_of(tx, krediet)) == 1 and api_tokens.found(tx, first) is None
        assert api_tokens.found(tx, second)


@pytest.mark.parametrize("label", ["", "   ", "x" * 61])
def test_a_token_without_a_name_comes_back_with_what_was_typed(milas, page, label, storage, krediet):
    found = shown(milas, opened(milas, page).press("/tokens", label=label), 422)
    assert found.beside("label") == ["Write what this token is for, in a few words, such as: credit system, test."]
    assert found.of("//input[@name='label']/@value") == [label.strip()]
    with storage.reading() as tx:
        assert api_tokens.tokens_of(tx, krediet) == ()


def test_there_are_so_many_tokens_and_addresses_and_no_more(milas, page, storage, krediet, mila):
    with storage.writing() as tx:
        for _ in range(api_tokens.MOST):
            api_tokens.make(tx, krediet, mila, "one of many")
        for _ in range(webhooks.MOST):
            webhooks.add(tx, krediet, mila, URL)
    found = shown(milas, opened(milas, page).press("/tokens", label="one more"), 422)
    assert found.beside("label") == ["There are 10 tokens already. End one of them first."]
    found = shown(milas, opened(milas, page).press("/addresses", url=URL), 422)
    assert found.beside("url") == ["There are 5 addresses already. Take one of them away first."]


def test_an_address_is_added_with_a_secret_and_taken_away(milas, page, storage, krediet):
    heading, secret = secret_on(milas, opened(milas, page).press("/addresses", url=URL))
    assert heading == "The secret of your new address" and secret.startswith("bps1_")
    found = opened(milas, page)
    assert URL in found.text and secret not in found.text
    action, = found.of("//form[contains(@action, '/addresses/')]/@action")
    assert found.press(action).headers["Location"] == page
    assert "There is no address yet." in opened(milas, page).text
    with storage.reading() as tx:
        assert webhooks.webhooks_of(tx, krediet) == ()


@pytest.mark.parametrize(("url", "words"), [
    ("http://credit.example.org", "Write the whole address, beginning with https://"),
    ("https://192.168.1.4/news", "This address is not on the internet."),
    ("<script>alert(1)</script>", "Write the whole"),
])
def test_an_address_to_which_nothing_may_go_comes_back_with_why(milas, page, url, words):
    found = shown(milas, opened(milas, page).press("/addresses", url=url), 422)
    assert found.beside("url")[0].startswith(words) and found.of("//input[@name='url']/@value") == [url]


def test_the_page_says_what_became_of_each_message(milas, page, storage, krediet, mila, hand_in, withdraw):
    with storage.writing() as tx:
        webhooks.add(tx, krediet, mila, URL)
    application = hand_in(krediet)
    withdraw(application, 1)
    assert "There is a plan to read" in opened(milas, page).text and "On its way" in opened(milas, page).text
    with storage.writing() as tx:
        frozen, withdrawn = tx.execute(select(DELIVERIES.c.id).order_by(DELIVERIES.c.event)).scalars()
        webhooks.take(tx), webhooks.take(tx)
        webhooks.arrived(tx, frozen, "204")
        webhooks.failed(tx, withdrawn, 2, "inwards")
    text = opened(milas, page).text
    assert "Arrived" in text and "it answered 204" in text and "A plan was taken back" in text
    assert "Is sent again" in text and "the address leads into a private network" in text and "next time" in text
    with storage.writing() as tx:
        webhooks.failed(tx, withdrawn, 7, "500")
    text = opened(milas, page).text
    assert "Given up" in text and "it answered 500" in text


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_page_stands_in_every_language(milas, page, language, hand_in, storage, krediet, mila):
    with storage.writing() as tx:
        api_tokens.make(tx, krediet, mila, "نظام الائتمان")
        webhooks.add(tx, krediet, mila, URL)
    hand_in(krediet)
    assert "نظام الائتمان" in opened(milas, page.replace("/en/", f"/{language}/")).text


def test_whoever_manages_elsewhere_or_only_works_here_finds_nothing(app, storage, krediet, elders, page, mila):
    with storage.writing() as tx:
        token = api_tokens.make(tx, krediet, mila, "credit system")
        kept = api_tokens.found(tx, token)
        webhooks.add(tx, krediet, mila, URL)
        address, = webhooks.webhooks_of(tx, krediet)
        others = []
        for role, where in ((Role.MANAGER, elders), (Role.OFFICER, krediet)):
            others.append(people.add_person(tx, role.value, "nl"))
            people.give_role(tx, others[-1], role, where)
    for person in others:
        browser = signed_in(app, storage, person)
        assert browser.client.get(page).status_code == 404
        for action in ("/tokens", "/addresses", f"/tokens/{kept.id}/end", f"/addresses/{address.id}/end"):
            answer = browser.post(f"{page}{action}", {"label": "mine", "url": URL}, form="/en/me")
            assert answer.status_code == 404
    with storage.reading() as tx:
        assert [each.id for each in api_tokens.tokens_of(tx, krediet)] == [kept.id]
        assert [each.id for each in webhooks.webhooks_of(tx, krediet)] == [address.id]
