"""What was written in a sitting is listed, confirmed by the entrepreneur, and put back where they want."""

from datetime import timedelta

import pytest
import time_machine

from bizplan.domain.revisions import Deed, Said
from bizplan.storage import hashing, plans, return_cards, sittings
from bizplan.storage.plans import Change
from tests.bizplan.web.coaching.one_device import (
    NEED,
    NEW,
    OFFER,
    OLD,
    PIN,
    WRONG,
    authors,
    begin,
    confirmed,
    stop,
    write,
)
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, record, said, shown


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


@pytest.fixture
def over(liens, home, begun, every):
    """The coach wrote an answer and it is over."""
    write(liens, home, NEW)
    stop(liens, home)
    made, = every()
    return made


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
    assert confirmed(storage) == {sequence: amal}
    for browser in (liens, amals):
        assert authors(browser, home)[0].startswith("Lien together with Amal ·")
        assert "not confirmed" not in authors(browser, home)[0]
        assert "Lien together with Amal" in opened(browser, f"{home}/changes").text
    assert authors(amals, home)[1].startswith("Amal ·")


def test_confirmed_with_a_wrong_pin_it_is_not(liens, over, home, storage, plan):
    page = opened(liens, f"{home}/together/{over.id}")
    again = shown(liens, page.press("/confirm", pin=WRONG))
    assert "This PIN does not fit." in again.text
    assert confirmed(storage) == {}


def test_the_entrepreneur_confirms_later_from_their_own_account(liens, amals, over, home, storage, plan, told, lien):
    assert "You wrote together with Lien." in opened(amals, f"{home}/").text
    opened(amals, f"{home}/together/{over.id}").press("/confirm")
    assert len(confirmed(storage)) == 1
    assert told(lien) == [("wrote together", over.id)]
    assert authors(liens, home)[0].startswith("Lien together with Amal ·")
    assert "You wrote together with Lien." not in opened(amals, f"{home}/").text


def test_confirmed_twice_it_is_confirmed_once(amals, over, home, storage, plan):
    page = opened(amals, f"{home}/together/{over.id}")
    assert [page.press("/confirm").status_code for _ in range(2)] == [302, 302]
    assert len(confirmed(storage)) == 1


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
    assert list(confirmed(storage)) == [record(storage, plan).sequence_of(OFFER)]
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


def test_it_is_over_after_two_hours_and_can_be_confirmed_then(app, liens, begun, home, storage, plan, amal):
    write(liens, home, NEW)
    with time_machine.travel(timedelta(hours=2, minutes=1), tick=True):
        later = signed_in(app, storage, amal)
        assert "You wrote together with Lien." in opened(later, f"{home}/").text
        opened(later, f"{home}/together/{begun.id}").press("/confirm")
    assert len(confirmed(storage)) == 1
