"""What can go wrong around a suggested row: nothing typed is lost, it comes once, and only to whom it concerns."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bizplan.domain.coaching.suggestions import State
from bizplan.domain.questions import GROUPS
from bizplan.domain.revisions import Deed
from bizplan.storage import participants, plans
from bizplan.storage.columns import new_id
from bizplan.storage.database import NotSaved
from bizplan.storage.plans import Change
from tests.bizplan.web.coaching.forgotten_cost import AMOUNT, INSURANCE, NAME, add, decide, rows
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.naughty import LONG, MARKUP, NEVER_SHOWN, SCRIPTS, kept_line
from tests.bizplan.web.opened import opened, shown
from tests.pages import plain


def test_what_cannot_be_read_is_shown_again_with_all_that_was_typed(row_form, amals, home, every, suggested_row):
    page = row_form()
    again = shown(page.browser, page.send({**INSURANCE, AMOUNT: "a lot"}))
    assert again.beside(AMOUNT)
    assert (again.fields[NAME], again.fields[AMOUNT], again.fields["why"]) == (
        "Fire insurance", "a lot", "Every bakery needs it.")
    hers = opened(amals, f"{home}/suggestions/{suggested_row.id}/change")
    again = shown(amals, hers.send({AMOUNT: "a lot"}))
    assert again.beside(AMOUNT) and again.fields[AMOUNT] == "a lot"
    assert [each.state for each in every()] == [State.OPEN]


def test_a_row_in_which_nothing_is_filled_in_is_no_suggestion(row_form, every):
    page = row_form()
    again = shown(page.browser, page.send({"why": "Because."}))
    assert "You filled in nothing" in again.text and again.fields["why"] == "Because."
    assert every() == ()


@pytest.mark.parametrize("field", [NAME, "why"])
def test_a_text_that_is_too_long_is_said_and_nothing_typed_is_lost(row_form, every, field):
    page, text = row_form(), "x" * 100_000
    again = shown(page.browser, page.send({**INSURANCE, field: text}))
    assert again.beside(field) and again.fields[field] == text and again.fields[AMOUNT] == "480"
    assert every() == ()


def test_texts_of_every_kind_are_shown_as_they_are(row_form, amals, home, every):
    page = row_form()
    for text in (*MARKUP[:6], *SCRIPTS, LONG[0]):
        assert page.send({**INSURANCE, NAME: f"x {text}", "why": f"why {text}"}).status_code == 302, text
        newest = every()[0]
        found = opened(amals, f"{home}/suggestions/{newest.id}")
        assert plain(kept_line(f"x {text}")) in found.of("//article//dd[@class='new']"), text
        assert NEVER_SHOWN not in found.text
    assert sum(each.is_open for each in every()) == 1       # one address is one row, however often it was changed


def test_sent_twice_it_is_suggested_once(row_form, every, told, amal):
    page = row_form()
    for _ in range(2):
        assert page.send(INSURANCE).status_code == 302
    assert len(every()) == 1 and told(amal) == [("suggestion", every()[0].id)]


@pytest.mark.parametrize("two", ["take", "keep"])
def test_taken_over_in_two_tabs_it_is_one_row(amals, suggested_row, home, every, storage, plan, two):
    tabs = [opened(amals, f"{home}/suggestions/{suggested_row.id}") for _ in range(2)]
    sheet = opened(amals, f"{home}/suggestions/{suggested_row.id}/change")
    tabs[0].press(f"{suggested_row.id}/decide", do="take")
    for late in (lambda: tabs[1].press(f"{suggested_row.id}/decide", do=two), lambda: sheet.send({NAME: "Another"})):
        answer = late()
        assert "What was decided first stays." in opened(amals, answer.headers["Location"]).text
    assert rows(storage, plan) == ["Fire insurance"] and every()[0].state is State.ACCEPTED


def test_taken_over_and_changed_at_once_it_is_one_row(amals, suggested_row, home, storage, plan):
    whole = opened(amals, f"{home}/suggestions/{suggested_row.id}")
    sheet = opened(amals, f"{home}/suggestions/{suggested_row.id}/change")
    with ThreadPoolExecutor(2) as threads:
        done = [threads.submit(whole.press, f"{suggested_row.id}/decide", do="take"),
                threads.submit(sheet.send, {NAME: "Another"})]
        assert {each.result().status_code for each in done} == {302}
    assert len(rows(storage, plan)) == 1


def test_where_the_group_changed_meanwhile_it_comes_behind_what_stands(
        amals, suggested_row, home, storage, plan, amal):
    seen_before = opened(amals, f"{home}/suggestions/{suggested_row.id}")
    add(storage, plan, amal, "rent", "gas")
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.REMOVE, "costs", "rent"))
    seen_before.press(f"{suggested_row.id}/decide", do="take")
    assert rows(storage, plan) == ["gas", "Fire insurance"]


def test_where_there_is_no_room_that_is_said_to_both(amals, row_form, suggested_row, home, storage, plan, amal, every):
    sheet, mine = row_form(), opened(amals, f"{home}/suggestions/{suggested_row.id}/change")
    most = GROUPS["costs"].most
    add(storage, plan, amal, *(f"cost_{number}" for number in range(most)))
    for tried in (lambda: decide(amals, home, suggested_row, "take"), mine.send):
        answer = tried()
        assert f"There is room for {most} lines here" in opened(amals, answer.headers["Location"]).text
    again = shown(sheet.browser, sheet.send(INSURANCE))
    assert f"There is room for {most} lines here" in again.text and again.fields[NAME] == "Fire insurance"
    assert len(every()) == 1 and every()[0].is_open and len(rows(storage, plan)) == most
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.REMOVE, "costs", "cost_0"))
    decide(amals, home, suggested_row, "take")
    assert rows(storage, plan)[-1] == "Fire insurance"


def test_of_a_coach_who_is_gone_it_stays_and_they_are_told_nothing(
        app, amals, liens, suggested_row, home, costs, storage, plan, lien, told):
    with storage.writing() as tx:
        participants.show_out(tx, plan, lien)
    assert liens.get(f"{costs}/rows/{new_id()}/suggest").status_code == 404
    decide(amals, home, suggested_row, "take")
    assert told(lien) == [] and rows(storage, plan) == ["Fire insurance"]


def test_what_is_not_there_is_not_found(amals, liens, row_form, suggested_row, home, costs, answered, every):
    for bad in ("0" * 32, "x"):
        assert amals.get(f"{home}/suggestions/{bad}/change").status_code == 404
    opened(liens, f"{home}/study/idea/need").send({"idea.need": "Another"})
    assert amals.get(f"{home}/suggestions/{every()[0].id}/change").status_code == 404
    assert amals.get(f"{costs}/rows/{new_id()}/suggest").status_code == 404
    assert liens.get(f"{home}/suggestions/{suggested_row.id}/change").status_code == 404
    for page in ("costs/rows/A-B", "costs_in_time/rows/a", "no_page/rows/a"):
        assert liens.get(f"{home}/study/projection/{page}/suggest").status_code == 404, page
    assert liens.get(f"{home}/study/idea/need/rows/a/suggest").status_code == 404
    assert liens.get(f"{home}/study/competences/actions/rows/a/suggest").status_code == 404
    assert amals.get(f"{costs}/{suggested_row.revision.row}").status_code == 404


def test_a_row_that_stands_stood_or_is_suggested_by_another_coach_is_not_suggested_anew(
        app, amals, amal, jan, liens, suggested_row, costs, storage, plan):
    add(storage, plan, amal, "rent", "gas")
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.REMOVE, "costs", "gas"))
    for row in ("rent", "gas"):
        assert liens.get(f"{costs}/rows/{row}/suggest").status_code == 404
    assert signed_in(app, storage, jan).get(f"{costs}/rows/{suggested_row.revision.row}/suggest").status_code == 404
    assert opened(liens, f"{costs}/rows/{suggested_row.revision.row}/suggest").fields[NAME] == ""


def test_the_row_cannot_come_by_another_way_before_it_is_decided(amals, suggested_row, costs, storage, plan):
    answer = amals.post(f"{costs}/rows/{suggested_row.revision.row}/restore", {}, form=costs)
    assert answer.status_code == 302
    assert rows(storage, plan) == []


def test_taken_back_by_the_coach_it_cannot_be_taken_over(amals, liens, suggested_row, home, storage, plan, every):
    hers = opened(amals, f"{home}/suggestions/{suggested_row.id}")
    opened(liens, f"{home}/suggestions/{suggested_row.id}").press(f"{suggested_row.id}/withdraw")
    hers.press(f"{suggested_row.id}/decide", do="take")
    assert every()[0].state is State.WITHDRAWN and rows(storage, plan) == []


@pytest.mark.usefixtures("coach_writes")
def test_a_coach_who_may_write_adds_rows_themself(liens, costs):
    page = opened(liens, costs)
    assert page.of("//main//a[contains(@href, '/rows/')]") == [] and page.of("//form[contains(@action, '/rows/add')]")


def test_a_form_that_says_it_asked_nothing_is_shown_again(row_form, every):
    page = row_form()
    again = shown(page.browser, page.send({**INSURANCE, "asked": "nothing"}))
    assert "You filled in nothing" in again.text and every() == ()


def test_where_nothing_can_be_saved_all_that_was_typed_stays_on_the_page(
        amals, row_form, suggested_row, home, monkeypatch, every, storage, plan):
    def full(*_given):
        raise NotSaved("the disk is full")
    sheet, hers = row_form(), opened(amals, f"{home}/suggestions/{suggested_row.id}/change")
    monkeypatch.setattr("bizplan.storage.suggestions.make", full)
    monkeypatch.setattr("bizplan.storage.suggestions.take_row", full)
    for answer, browser in ((sheet.send({**INSURANCE, NAME: "Gas"}), sheet.browser), (hers.send({NAME: "Gas"}), amals)):
        again = shown(browser, answer, 503)
        assert "We cannot save just now." in again.text and again.fields[NAME] == "Gas"
    assert [each.id for each in every()] == [suggested_row.id] and rows(storage, plan) == []


def test_in_the_archive_nothing_is_suggested_and_nothing_taken(
        amals, row_form, suggested_row, home, storage, plan, every):
    sheet, hers = row_form(), opened(amals, f"{home}/suggestions/{suggested_row.id}/change")
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    assert (sheet.send(INSURANCE).status_code, hers.send().status_code) == (409, 409)
    assert len(every()) == 1 and every()[0].is_open and rows(storage, plan) == []
