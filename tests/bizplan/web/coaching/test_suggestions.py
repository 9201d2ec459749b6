"""A coach suggests another answer; the entrepreneur sees old and new side by side, and nothing moves without them."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bizplan.domain.coaching.suggestions import State
from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import participants, people, plans
from bizplan.storage.plans import Change
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, record, said

NEED, OFFER, RENT = "idea.need", "idea.offer", "household.expenses.rent"
OLD, NEW = "People travel far for bread.", "People travel far for fresh bread."


@pytest.fixture
def page(home):
    """The address of the page that asks why people need it."""
    return f"{home}/study/idea/need"


@pytest.fixture
def suggested(liens, page, answered, every):
    """The coach suggested another text, and why."""
    opened(liens, page).send({NEED: NEW, "why": "A lender asks what is new."})
    made, = every()
    return made


def decide(browser, home, suggestion, do, **fields):
    page = opened(browser, f"{home}/suggestions/{suggestion.id}")
    return page.press(f"{suggestion.id}/decide", do=do, **fields)


def test_beside_the_answer_the_entrepreneur_sees_old_and_new_with_the_reason(amals, suggested, home, page):
    for address in (f"{home}/check/idea", page, f"{home}/suggestions", f"{home}/suggestions/{suggested.id}"):
        found = opened(amals, address)
        assert found.of("//article//dd[@class='new']") == [NEW], address
        assert found.of("//article//dd[@class='new']/ins") == ["fresh"]
        assert found.of("//article//dd[@class='old']") == [OLD]
        assert "A lender asks what is new." in found.text and "Lien suggests another answer" in found.text
        assert found.of("//article//button") == ["Take it over", "Keep mine"]
    assert "wait for you: 1" in opened(amals, f"{home}/").text


def test_on_the_check_page_the_coach_is_led_to_suggest_and_may_take_it_back(liens, suggested, home, page, every):
    found = opened(liens, f"{home}/check/idea")
    assert any("Suggest another answer" in each for each in found.of(f"//a[@href='{page}']"))
    assert found.of("//article//button") == ["Take my suggestion back"]
    found.press(f"{suggested.id}/withdraw")
    assert every()[0].state is State.WITHDRAWN
    assert opened(liens, f"{home}/check/idea").of("//article") == []


def test_taken_over_it_is_an_answer_of_the_entrepreneur_and_the_history_says_whose_idea_it_was(
        amals, suggested, home, storage, plan, amal, lien, told, every):
    answer = decide(amals, home, suggested, "take")
    assert answer.headers["Location"] == f"{home}/suggestions"
    stands = record(storage, plan).answers[NEED, ""]
    assert (stands.said.value, stands.author, stands.proposal) == (NEW, amal, False)
    assert (every()[0].state, every()[0].came_of_it, every()[0].decided_by) == (State.ACCEPTED, stands.sequence, amal)
    assert told(lien) == [("decided", suggested.id)]
    past = opened(amals, f"{home}/history/{NEED}")
    assert past.of("//ol[contains(@class, 'past')]//b/bdi")[0] == "Amal, as Lien suggested"
    assert past.text.count("suggested, and taken over") == 1
    assert "Amal, as Lien suggested" in opened(amals, f"{home}/changes").text


def test_kept_it_changes_nothing_and_stays_in_the_history(amals, liens, suggested, home, storage, plan, every):
    before = record(storage, plan).sequence
    decide(amals, home, suggested, "keep")
    assert (record(storage, plan).sequence, every()[0].state) == (before, State.DECLINED)
    assert "suggested, the other answer stayed" in opened(liens, f"{home}/history/{NEED}").text
    assert "The other answer stayed" in opened(liens, f"{home}/suggestions/{suggested.id}").text


def test_an_open_one_in_the_history_leads_to_where_it_is_decided(amals, suggested, home, storage, plan):
    past = opened(amals, f"{home}/history/{NEED}")
    assert past.of("//ol//a/@href") == [f"{home}/suggestions/{suggested.id}"]
    assert past.of("//ol//form") == []
    token = opened(amals, f"{home}/study/idea/need").fields["csrf_token"]
    taken = amals.client.post(f"{home}/history/{NEED}/restore?sequence={suggested.revision.sequence}",
                              data={"csrf_token": token})
    assert taken.headers["Location"] == f"{home}/suggestions/{suggested.id}"
    assert said(storage, plan, NEED).value == OLD
    clash = amals.get(f"{home}/clash/{suggested.revision.sequence}")
    assert clash.headers["Location"] == f"{home}/suggestions/{suggested.id}"


def test_a_suggestion_where_nothing_was_answered_is_shown_and_taken(liens, amals, page, home, every, storage, plan):
    opened(liens, page).send({NEED: NEW})
    made, = every()
    assert opened(amals, f"{home}/clash/{made.revision.sequence}").heading == "A suggested answer"
    decide(amals, home, made, "take")
    assert said(storage, plan, NEED).value == NEW


def test_changed_by_oneself_the_page_opens_with_what_was_suggested_and_saving_decides(
        amals, suggested, home, page, storage, plan, amal, every, told, lien):
    address, = {each for each in opened(amals, f"{home}/check/idea").of("//article//a/@href") if "suggestion=" in each}
    form = opened(amals, address)
    assert form.fields[NEED] == NEW
    form.send({NEED: "People travel an hour for fresh bread."})
    stands = record(storage, plan).answers[NEED, ""]
    assert (stands.said.value, stands.author) == ("People travel an hour for fresh bread.", amal)
    assert (every()[0].state, every()[0].came_of_it) == (State.CHANGED, stands.sequence)
    assert told(lien) == [("decided", suggested.id)]
    assert "Amal, after a suggestion of Lien" in opened(amals, f"{home}/history/{NEED}").text


def test_saved_just_as_it_was_suggested_it_is_taken_over(amals, suggested, home, page, every):
    opened(amals, f"{page}?suggestion={suggested.id}").send()
    assert every()[0].state is State.ACCEPTED


@pytest.mark.parametrize("name", ["", "0" * 32, "x", "'; --"])
def test_a_page_opened_with_a_suggestion_that_is_not_there_is_the_page(amals, suggested, page, name):
    assert opened(amals, f"{page}?suggestion={name}").fields[NEED] == OLD


def test_where_the_answer_changed_since_that_is_said_and_nothing_is_overwritten_unseen(
        amals, suggested, home, page, storage, plan, every):
    seen_before = opened(amals, f"{home}/suggestions/{suggested.id}")
    opened(amals, page).send({NEED: "They bake at home."})
    answer = seen_before.press(f"{suggested.id}/decide", do="take")
    again = opened(amals, answer.headers["Location"])
    assert "Nothing was changed now" in again.text
    assert f"When the coach read it, it was: {OLD}" in again.text
    assert said(storage, plan, NEED).value == "They bake at home." and every()[0].is_open
    again.press(f"{suggested.id}/decide", do="take")
    assert said(storage, plan, NEED).value == NEW


def test_two_suggestions_on_one_answer_stand_beside_each_other(
        app, amals, suggested, page, home, storage, plan, every):
    noor = coach(storage, plan)
    opened(signed_in(app, storage, noor), page).send({NEED: "Nobody sells flat bread here."})
    found = opened(amals, f"{home}/check/idea")
    assert found.of("//article//h3/span") == ["Lien suggests another answer", "Noor suggests another answer"]
    decide(amals, home, suggested, "take")
    other = every()[0]
    assert other.is_open
    assert f"it was: {OLD}" in opened(amals, f"{home}/suggestions/{other.id}").text


@pytest.mark.parametrize(("one", "two"), [("take", "keep"), ("keep", "take"), ("take", "take")])
def test_decided_in_two_tabs_the_first_stands_and_the_second_is_told(
        amals, suggested, home, every, storage, plan, one, two):
    tabs = [opened(amals, f"{home}/suggestions/{suggested.id}") for _ in range(2)]
    tabs[0].press(f"{suggested.id}/decide", do=one)
    decided = every()[0].state
    answer = tabs[1].press(f"{suggested.id}/decide", do=two)
    assert "What was decided first stays." in opened(amals, answer.headers["Location"]).text
    assert every()[0].state is decided
    assert said(storage, plan, NEED).value == (NEW if one == "take" else OLD)


def test_taken_back_and_taken_over_at_once_one_of_them_happens(
        amals, liens, suggested, home, storage, plan, every):
    hers, theirs = (opened(each, f"{home}/suggestions/{suggested.id}") for each in (amals, liens))
    with ThreadPoolExecutor(2) as threads:
        done = [threads.submit(hers.press, f"{suggested.id}/decide", do="take"),
                threads.submit(theirs.press, f"{suggested.id}/withdraw")]
        assert [each.result().status_code for each in done] == [302, 302]
    taken = every()[0].state is State.ACCEPTED
    assert said(storage, plan, NEED).value == (NEW if taken else OLD)
    assert taken or every()[0].state is State.WITHDRAWN


def test_taken_over_while_the_entrepreneur_saves_in_another_tab_nothing_is_lost(
        amals, suggested, home, page, storage, plan, every):
    decided, saved = opened(amals, f"{home}/suggestions/{suggested.id}"), opened(amals, page)
    with ThreadPoolExecutor(2) as threads:
        done = [threads.submit(decided.press, f"{suggested.id}/decide", do="take"),
                threads.submit(saved.send, {NEED: "They bake at home."})]
        assert {each.result().status_code for each in done} == {302}
    with storage.reading() as tx:
        told = {each.said.value for each in plans.history(tx, plan, NEED, "")}
    assert told == {OLD, NEW, "They bake at home."}
    stands = said(storage, plan, NEED).value
    assert stands == (NEW if every()[0].state is State.ACCEPTED else "They bake at home.")


def test_of_a_row_that_was_removed_it_can_only_be_kept_until_the_row_is_back(
        liens, amals, amal, home, storage, plan, every):
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ADD, "products", "bread"))
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "products[].name", "bread", Said.of("products[].name", "Bread")))
    opened(liens, f"{home}/study/idea/products/bread").send({"products[].name": "Flat bread"})
    made, = every()
    before = opened(amals, f"{home}/suggestions/{made.id}")
    rows = opened(amals, f"{home}/study/idea/products")
    rows.press("/rows/bread/remove")
    answer = before.press(f"{made.id}/decide", do="take")
    gone = opened(amals, answer.headers["Location"])
    assert "Take the line back first" in gone.text
    assert gone.of("//article//button") == ["Keep mine"]
    opened(amals, f"{home}/study/idea/products?removed=bread").press("/rows/bread/restore")
    decide(amals, home, made, "take")
    assert said(storage, plan, "products[].name", "bread").value == "Flat bread"


def test_the_household_and_other_parts_show_only_what_is_suggested_there(amals, suggested, home):
    assert opened(amals, f"{home}/check/household").of("//article") == []


def test_only_the_entrepreneur_decides_and_only_its_author_takes_it_back(
        app, liens, amals, suggested, home, storage, plan, every):
    token = {name: opened(browser, f"{home}/study/idea/need").fields["csrf_token"]
             for name, browser in (("lien", liens), ("amal", amals))}
    address = f"{home}/suggestions/{suggested.id}"
    assert liens.client.post(f"{address}/decide", data={"csrf_token": token["lien"], "do": "take"}).status_code == 404
    assert amals.client.post(f"{address}/withdraw", data={"csrf_token": token["amal"]}).status_code == 404
    noors = signed_in(app, storage, coach(storage, plan))
    hers = opened(noors, f"{home}/study/idea/need").fields["csrf_token"]
    assert noors.client.post(f"{address}/withdraw", data={"csrf_token": hers}).status_code == 404
    for do in ("", "nothing"):
        sent = {"csrf_token": token["amal"], "do": do}
        assert amals.client.post(f"{address}/decide", data=sent).status_code == 400
    assert every()[0].is_open


def test_a_suggestion_of_another_plan_is_not_there(amals, suggested, amal, lien, storage):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        participants.let_in(tx, other, lien, Role.COACH)
    assert amals.get(f"/en/plan/{other}/suggestions/{suggested.id}").status_code == 404
    assert amals.get(f"/en/plan/{other}/suggestions/{'0' * 32}").status_code == 404
    assert opened(amals, f"/en/plan/{other}/suggestions").of("//article") == []


def test_a_coach_who_is_gone_is_told_nothing_and_their_suggestion_stays(
        amals, suggested, home, storage, plan, lien, told):
    with storage.writing() as tx:
        participants.show_out(tx, plan, lien)
    decide(amals, home, suggested, "take")
    assert told(lien) == [] and said(storage, plan, NEED).value == NEW


def test_where_it_was_pressed_one_comes_back_to_and_nowhere_else(amals, suggested, home):
    check = opened(amals, f"{home}/check/idea")
    answer = check.press(f"{suggested.id}/decide", do="keep", here="https://example.org/")
    assert answer.headers["Location"] == f"{home}/suggestions"


def test_on_the_page_where_it_is_decided_one_stays(amals, suggested, home):
    answer = opened(amals, f"{home}/check/idea").press(f"{suggested.id}/decide", do="keep")
    assert answer.headers["Location"] == f"{home}/check/idea"


def coach(storage, plan, name="Noor"):
    """Another coach of the plan."""
    with storage.writing() as tx:
        made = people.add_person(tx, name, "nl")
        people.give_role(tx, made, Role.COACH, people.add_organisation(tx, "coaching", "De Brug"))
        participants.let_in(tx, plan, made, Role.COACH)
    return made
