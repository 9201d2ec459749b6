"""Coach and entrepreneur at one device: begun by the entrepreneur, shown on every page, confirmed at the end."""

import logging
from datetime import timedelta

import pytest
import time_machine

from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import hashing, notices, participants, people, plans, return_cards, sittings
from bizplan.storage.plans import Change
from bizplan.storage.tables import CONFIRMATIONS, PARKED
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, record, said, shown

NEED, OFFER = "idea.need", "idea.offer"
PIN, WRONG = "7391", "7392"
OLD, NEW = "People travel far for bread.", "People travel an hour for fresh bread."
BAR = "You are writing together with Amal"


@pytest.fixture
def home(plan):
    """The address of the plan."""
    return f"/en/plan/{plan}"


@pytest.fixture
def card(storage, amal, lien):
    """The entrepreneur has a return card with a PIN."""
    hashed = hashing.hashed(storage.seal, PIN)
    with storage.writing() as tx:
        return return_cards.make(tx, amal, lien, hashed)


@pytest.fixture
def answered(amals, home):
    """The entrepreneur said why people need it."""
    opened(amals, f"{home}/study/idea/need").send({NEED: OLD})


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


@pytest.fixture
def over(liens, home, begun, every):
    """The coach wrote an answer and it is over."""
    write(liens, home, NEW)
    stop(liens, home)
    made, = every()
    return made


@pytest.fixture
def told(storage):
    """The kinds of news that somebody has."""
    def now(person):
        with storage.reading() as tx:
            return [(each.kind.value, each.subject) for each in notices.notices_of(tx, person)]
    return now


def begin(browser, home, pin=PIN):
    page = opened(browser, f"{home}/together")
    form = page.tree.xpath("//form[.//input[@name='pin']]")[0]
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), "pin": pin})


def write(browser, home, text):
    return opened(browser, f"{home}/study/idea/need").send({NEED: text})


def stop(browser, home):
    return opened(browser, f"{home}/").press("/end")


def confirmed(storage, plan):
    with storage.reading() as tx:
        return {row.sequence: row.person_id for row in tx.execute(CONFIRMATIONS.select())}


def authors(browser, home, question=NEED):
    return opened(browser, f"{home}/history/{question}").of("//ol[contains(@class, 'past')]/li/p[1]")


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
    assert liens.client.get(state).json == {"state": "done", "url": link}
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


def test_at_its_end_a_page_lists_what_was_written_each_answer_once(liens, amals, begun, home):
    page = opened(liens, f"{home}/study/idea/need")
    first = page.autosave(NEED, "People travel").json["sequence"]
    page.autosave(NEED, NEW, base=first)
    opened(liens, f"{home}/study/idea/offer").send({OFFER: "Flat bread"})
    opened(liens, f"{home}/study/idea/products").press("/rows/add")
    opened(liens, f"{home}/study/competences/conclusion").send({"competences.conclusion_reasons": "Between coaches"})
    listed = opened(liens, stop(liens, home).headers["Location"])
    assert listed.heading == "Written together"
    lines = listed.of("//dl/div/dd[1]")
    assert lines[:2] == [f"{OLD} {NEW}", "nothing Flat bread"] and lines[2] == "a line was added" and len(lines) == 3
    theirs = opened(amals, f"{home}/together/{begun.id}")
    assert theirs.of("//dl/div/dd[1]") == lines and "Between coaches" not in theirs.text


def test_confirmed_with_the_pin_both_names_stand_everywhere(liens, amals, over, home, storage, plan, amal):
    page = opened(liens, f"{home}/together/{over.id}")
    assert "Not confirmed yet" in page.text
    assert "written together, not confirmed yet" in authors(amals, home)[0]
    page.press("/confirm", pin=PIN)
    sequence = record(storage, plan).sequence_of(NEED)
    assert confirmed(storage, plan) == {sequence: amal}
    for browser in (liens, amals):
        assert authors(browser, home)[0].startswith("Lien together with Amal ·")
        assert "not confirmed" not in authors(browser, home)[0]
        assert "Lien together with Amal" in opened(browser, f"{home}/changes").text
    assert authors(amals, home)[1].startswith("Amal ·")


def test_confirmed_with_a_wrong_pin_it_is_not(liens, over, home, storage, plan):
    page = opened(liens, f"{home}/together/{over.id}")
    again = shown(liens, page.press("/confirm", pin=WRONG))
    assert "This PIN does not fit." in again.text
    assert confirmed(storage, plan) == {}


def test_the_entrepreneur_confirms_later_from_their_own_account(liens, amals, over, home, storage, plan, told, lien):
    assert "You wrote together with Lien." in opened(amals, f"{home}/").text
    opened(amals, f"{home}/together/{over.id}").press("/confirm")
    assert len(confirmed(storage, plan)) == 1
    assert told(lien) == [("wrote together", over.id)]
    assert authors(liens, home)[0].startswith("Lien together with Amal ·")
    assert "You wrote together with Lien." not in opened(amals, f"{home}/").text


def test_confirmed_twice_it_is_confirmed_once(amals, over, home, storage, plan):
    page = opened(amals, f"{home}/together/{over.id}")
    assert [page.press("/confirm").status_code for _ in range(2)] == [302, 302]
    assert len(confirmed(storage, plan)) == 1


def test_one_answer_is_put_back_and_stays_the_coachs_alone(amals, liens, begun, home, storage, plan, amal):
    write(liens, home, NEW)
    opened(liens, f"{home}/study/idea/offer").send({OFFER: "Flat bread"})
    stop(liens, home)
    page = opened(amals, f"{home}/together/{begun.id}")
    page.press("/back")
    assert (said(storage, plan, NEED).value, record(storage, plan).answers[NEED, ""].author) == (OLD, amal)
    page = opened(amals, f"{home}/together/{begun.id}")
    assert "Put back as it was" in page.text
    page.press("/confirm")
    assert list(confirmed(storage, plan)) == [record(storage, plan).sequence_of(OFFER)]
    assert "Lien · " in authors(amals, home)[1] and "not confirmed" in authors(amals, home)[1]
    assert authors(amals, home, OFFER)[0].startswith("Lien together with Amal ·")


def test_an_answer_that_nobody_gave_before_is_put_back_to_nothing(amals, liens, begun, home, storage, plan):
    opened(liens, f"{home}/study/idea/offer").send({OFFER: "Flat bread"})
    stop(liens, home)
    opened(amals, f"{home}/together/{begun.id}").press("/back")
    assert said(storage, plan, OFFER).value is None


def test_what_was_changed_again_since_is_not_put_back_unseen(amals, over, home, storage, plan):
    page = opened(amals, f"{home}/together/{over.id}")
    opened(amals, f"{home}/study/idea/need").send({NEED: "They bake at home."})
    answer = page.press("/back")
    assert "it was not put back" in opened(amals, answer.headers["Location"]).text
    assert said(storage, plan, NEED).value == "They bake at home."
    assert not any(each.endswith("/back") for each in opened(amals, f"{home}/together/{over.id}").of("//form/@action"))


@pytest.mark.parametrize("sequence", ["", "0", "1", "99999", "x", "-1", "1" * 40])
def test_only_what_was_written_in_it_is_put_back(amals, over, home, sequence):
    page = opened(amals, f"{home}/together/{over.id}")
    assert page.press("/back", sequence=sequence).status_code == 404


def test_where_nothing_was_written_nothing_is_asked(liens, amals, begun, home):
    page = opened(liens, stop(liens, home).headers["Location"])
    assert "Nothing was written." in page.text and page.of("//main//button") == []
    assert "You wrote together" not in opened(amals, f"{home}/").text


def test_a_sitting_that_goes_on_cannot_be_confirmed(amals, begun, home):
    token = opened(amals, f"{home}/study/idea/need").fields["csrf_token"]
    assert amals.client.post(f"{home}/together/{begun.id}/confirm", data={"csrf_token": token}).status_code == 404


def test_what_a_coach_who_may_write_saved_outside_of_a_sitting_is_theirs_alone(
        liens, amals, over, home, storage, plan):
    with storage.writing() as tx:
        plans.let_coach_write(tx, plan, may=True)
    opened(liens, f"{home}/study/idea/offer").send({OFFER: "Flat bread"})
    assert authors(amals, home, OFFER)[0].partition(" · ")[0] == "Lien"
    assert "not confirmed" not in authors(amals, home, OFFER)[0]


def test_a_clash_names_both_who_wrote_together(liens, amals, over, home, storage, plan, amal):
    opened(amals, f"{home}/together/{over.id}").press("/confirm")
    with storage.writing() as tx:
        text = "They bake at home."
        lost = plans.save(tx, plan, amal, Change(Deed.ANSWER, NEED, "", Said.of(NEED, text, text=(text,)), base=0))
    assert "Lien together with Amal" in opened(amals, f"{home}/clash/{lost.mine.sequence}").text


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


def test_it_is_over_after_two_hours_and_can_be_confirmed_then(app, liens, begun, home, storage, plan, amal):
    write(liens, home, NEW)
    with time_machine.travel(timedelta(hours=2, minutes=1), tick=True):
        later = signed_in(app, storage, amal)
        assert "You wrote together with Lien." in opened(later, f"{home}/").text
        opened(later, f"{home}/together/{begun.id}").press("/confirm")
    assert len(confirmed(storage, plan)) == 1
