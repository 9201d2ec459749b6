"""Coach and entrepreneur at one device: begun by the entrepreneur, shown on every page, confirmed at the end."""

import logging

import pytest
import time_machine

from bizplan.domain.people import Role
from bizplan.storage import hashing, participants, people, plans, return_cards, sittings
from bizplan.storage.tables import PARKED
from tests.bizplan.web.coaching.one_device import (
    NEED,
    NEW,
    PIN,
    WRONG,
    begin,
    write,
)
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, record, said, shown

BAR = "You are writing together with Amal"


@pytest.fixture
def card(storage, amal, lien):
    """The entrepreneur has a return card with a PIN."""
    hashed = hashing.hashed(storage.seal, PIN)
    with storage.writing() as tx:
        return return_cards.make(tx, amal, lien, hashed)


@pytest.fixture
def every(storage, plan):
    """All sittings of the plan, the newest first."""
    def now():
        with storage.reading() as tx:
            return sittings.sittings_of(tx, plan)
    return now


@pytest.fixture
def begun(liens, home, card, answered, every):
    """They sit together: the entrepreneur typed the PIN."""
    begin(liens, home)
    made, = every()
    return made


def test_with_the_pin_it_begins_and_every_page_of_the_plan_says_so(liens, amals, begun, home, told, amal):
    for address in ("/", "/study/idea/need", "/study/idea/products", "/check/idea", f"/history/{NEED}", "/dossier/"):
        page = opened(liens, home + address)
        assert BAR in page.text, address
        assert any(each.endswith(f"/together/{begun.id}/end") for each in page.of("//form/@action")), address
        assert BAR not in opened(amals, home + address).text, address
    assert BAR not in opened(liens, "/en/plans?all=1").text
    assert told(amal) == [("wrote together", begun.id)]
    assert "Lien writes in your plan together with you now." in opened(amals, f"{home}/").text


def test_while_it_lasts_the_coach_writes_and_saves_as_one_goes(liens, lien, begun, home, storage, plan):
    page = opened(liens, f"{home}/study/idea/need")
    assert page.of("//form[@data-save]//button[@class='btn']") == ["Save and go on"]
    assert page.autosave(NEED, NEW).status_code == 200
    stands = record(storage, plan).answers[NEED, ""]
    assert (stands.said.value, stands.author, stands.proposal) == (NEW, lien, False)


@pytest.mark.parametrize("pin", ["", WRONG, "x" * 100_000, "٧٣٩١", "7391 or 1", "' OR 1=1"])
def test_with_another_pin_nothing_begins_and_it_is_not_shown_again(liens, card, home, every, pin):
    page = shown(liens, begin(liens, home, pin))
    assert "This PIN does not fit." in page.text
    assert page.of("//input[@name='pin']/@value") == []
    assert every() == () and BAR not in opened(liens, f"{home}/").text


def test_ten_wrong_pins_end_the_card_and_the_coach_is_told(liens, card, home, every, storage, amal, letters):
    for _ in range(10):
        assert begin(liens, home, WRONG).status_code == 200
    with storage.reading() as tx:
        assert return_cards.cards_of(tx, amal)[0].ended_by_wrong_pins
    assert opened(liens, f"{home}/together").of("//input[@name='pin']") == []
    assert letters()[0].to == "lien@example.org"
    assert every() == ()


def test_who_tries_pins_again_and_again_waits(liens, card, home, storage, amal):
    with time_machine.travel("2027-03-01T10:00:00Z", tick=False):
        made = signed_in(liens.client.application, storage, participant(storage, home))
        page = opened(made, f"{home}/together")
        form = page.tree.xpath("//form[.//input[@name='pin']]")[0]
        sent = {**dict(form.form_values()), "pin": WRONG}
        answers = [made.client.post(form.get("action"), data=sent).status_code for _ in range(12)]
    assert answers == [200] * 10 + [429] * 2


def participant(storage, home):
    with storage.reading() as tx:
        return participants.coaches_of(tx, home.rpartition("/")[2])[0]


def test_the_pin_is_neither_logged_nor_kept(liens, card, home, storage, config, caplog):
    caplog.set_level(logging.DEBUG)
    for pin in (WRONG + "55", PIN):
        begin(liens, home, pin)
    assert WRONG + "55" not in caplog.text and PIN not in caplog.text
    with storage.reading() as tx:
        assert tx.execute(PARKED.select()).all() == []
    kept = (config.folder / "bizplan.sqlite").read_bytes()
    assert f"pin={PIN}".encode() not in kept and WRONG.encode() + b"55" not in kept


def test_begun_twice_it_is_one_sitting(liens, begun, home, every):
    token = opened(liens, f"{home}/study/idea/need").fields["csrf_token"]
    answer = liens.client.post(f"{home}/together/begin", data={"csrf_token": token, "pin": PIN})
    assert answer.headers["Location"] == f"{home}/together/{begun.id}"
    assert len(every()) == 1


@pytest.mark.usefixtures("coach_writes")
def test_where_the_coach_may_write_it_begins_without_a_pin(liens, home, every):
    page = opened(liens, f"{home}/together")
    assert page.of("//input[@name='pin']") == []
    page.press("/begin")
    assert BAR in opened(liens, f"{home}/").text and len(every()) == 1


def test_without_a_card_the_entrepreneur_says_yes_on_their_own_phone(liens, amals, home, every, storage, plan, told):
    page = opened(liens, f"{home}/together")
    assert page.of("//input[@name='pin']") == []
    waits = opened(liens, page.press("/begin").headers["Location"])
    made, = every()
    assert waits.tree.xpath("//head/noscript/meta[@http-equiv='refresh']")
    state = waits.of("//@data-job")[0]
    assert liens.client.get(state).json == {"state": "running"}
    assert write(liens, home, NEW).status_code == 302 and said(storage, plan, NEED).value is None
    link = f"{home}/together/{made.id}"
    assert link in opened(amals, f"{home}/").of("//main//a/@href")
    asks = opened(amals, link)
    assert asks.of("//form//button[@name='do']") == ["Yes, we write together", "No"]
    asks.press("/agree", do="yes")
    assert liens.client.get(state).json == {"state": "done", "url": f"{home}/"}
    write(liens, home, NEW)
    assert said(storage, plan, NEED).value == NEW


@pytest.mark.parametrize("answer", ["no", "", "something"])
def test_without_a_yes_nothing_begins(liens, amals, home, every, answer):
    waits = opened(liens, opened(liens, f"{home}/together").press("/begin").headers["Location"])
    made, = every()
    opened(amals, f"{home}/together/{made.id}").press("/agree", do=answer)
    assert liens.client.get(waits.of("//@data-job")[0]).json == {"state": "failed"}
    assert "There was no yes" in opened(liens, f"{home}/together/{made.id}").text
    assert BAR not in opened(liens, f"{home}/").text


def test_a_yes_that_comes_after_the_coach_stopped_waiting_begins_nothing(liens, amals, home, every):
    waits = opened(liens, opened(liens, f"{home}/together").press("/begin").headers["Location"])
    made, = every()
    asks = opened(amals, f"{home}/together/{made.id}")
    waits.press("/end")
    answer = asks.press("/agree", do="yes")
    assert "This was over already." in opened(amals, answer.headers["Location"]).text
    assert BAR not in opened(liens, f"{home}/").text


def test_the_entrepreneur_can_stop_it_from_their_own_phone(liens, amals, begun, home):
    page = opened(amals, f"{home}/together/{begun.id}")
    page.press("/end")
    assert BAR not in opened(liens, f"{home}/").text


def test_signing_out_ends_it(app, liens, lien, begun, home, storage):
    liens.post("/en/sign-out", form=f"{home}/")
    again = signed_in(app, storage, lien)
    assert BAR not in opened(again, f"{home}/").text


def test_a_sitting_of_another_plan_or_coach_is_not_there_to_end_or_to_confirm(
        app, liens, amals, begun, home, storage, plan, lien, amal):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        participants.let_in(tx, other, lien, Role.COACH)
        noor = people.add_person(tx, "Noor", "nl")
        people.give_role(tx, noor, Role.COACH, people.add_organisation(tx, "coaching", "De Brug"))
        participants.let_in(tx, plan, noor, Role.COACH)
    noors = signed_in(app, storage, noor)
    token = opened(noors, f"{home}/study/idea/need").fields["csrf_token"]
    for deed in ("end", "confirm", "agree", "back"):
        sent = {"csrf_token": token, "pin": PIN, "do": "yes"}
        assert noors.client.post(f"{home}/together/{begun.id}/{deed}", data=sent).status_code == 404, deed
    assert amals.get(f"/en/plan/{other}/together/{begun.id}").status_code == 404
    assert BAR in opened(liens, f"{home}/").text
    assert BAR not in opened(liens, f"/en/plan/{other}/").text


def test_the_coach_cannot_say_yes_for_the_entrepreneur(liens, home, every):
    opened(liens, f"{home}/together").press("/begin")
    made, = every()
    token = opened(liens, f"{home}/study/idea/need").fields["csrf_token"]
    sent = {"csrf_token": token, "do": "yes"}
    assert liens.client.post(f"{home}/together/{made.id}/agree", data=sent).status_code == 404
    assert every()[0].begun_at is None
