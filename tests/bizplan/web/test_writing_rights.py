"""Who may write: every address that writes an answer, for a coach who may, who may not, and who sits together."""

from dataclasses import dataclass

import pytest
import time_machine

from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import participants, plans, sessions, sittings, suggestions
from bizplan.storage.plans import Change
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import JSON, opened, record, said

NEED, PRICE = "idea.need", "products[].price"
OWN = "competences.conclusion_reasons"
REFUSED = "In this plan you suggest answers"


@dataclass(frozen=True)
class Way:
    """An address that writes: what is sent there, and how it is refused."""

    path: str
    fields: dict[str, str]
    refused: int


@pytest.fixture
def row(storage, bakery):
    """A product of the bakery."""
    return record(storage, bakery).rows["products"][0]


@pytest.fixture
def ways(storage, bakery, row, amal):
    """Every address that writes an answer or a row; in the plan two people said two things, and a row was removed."""
    with storage.writing() as tx:
        now = plans.plan(tx, bakery).sequence
        plans.save(tx, bakery, amal, change("Bread", now))
        clash = plans.save(tx, bakery, amal, change("Cake", 0)).mine.sequence
        gone = record(storage, bakery).rows["products"][-1]
        plans.save(tx, bakery, amal, Change(Deed.REMOVE, "products", gone, base=now))
    rows, base = "study/idea/products/rows", str(now + 3)
    return {
        "a page": Way("study/idea/need", {NEED: "Written by the coach", "base": base}, 302),
        "a row": Way(f"study/idea/prices/{row}", {PRICE: "9.99", "base": base}, 302),
        "an autosave": Way("save", {"field": NEED, "value": "Saved by the coach", "base": base}, 422),
        "a page of rows": Way("study/idea/products", {}, 302),
        "a new row": Way(f"{rows}/add", {"new": "a_new_row"}, 409),
        "a copy": Way(f"{rows}/{row}/copy", {}, 409),
        "up": Way(f"{rows}/{record(storage, bakery).rows['products'][1]}/up", {}, 409),
        "down": Way(f"{rows}/{row}/down", {}, 409),
        "a row away": Way(f"{rows}/{row}/remove", {}, 409),
        "a row back": Way(f"{rows}/{gone}/restore", {}, 409),
        "an older answer": Way(f"history/{NEED}/restore?sequence={clash}", {}, 409),
        "a choice of two": Way(f"clash/{clash}", {"keep": "mine"}, 409),
        "evidence": Way("evidence/", {"question": PRICE, "row": row, f"{PRICE}@{row}:evidence": "6",
                                      f"{PRICE}@{row}:note": "The coach saw it", "base": base}, 409),
        "an aid": Way("aid/permits/use", {"sector": "bakery", "base": base}, 409),
    }


def change(text, base):
    return Change(Deed.ANSWER, NEED, "", Said.of(NEED, text, text=(text,)), base=base)


def tried(browser, storage, plan, way):
    """Sends it, and answers with the status and whether the plan says something else than before."""
    token = opened(browser, f"/en/plan/{plan}/study/competences/conclusion").fields["csrf_token"]
    before = standing(storage, plan)
    headers = JSON if way.path == "save" else None
    answer = browser.client.post(f"/en/plan/{plan}/{way.path}", data={"csrf_token": token, **way.fields},
                                 headers=headers)
    return answer, standing(storage, plan) != before


def standing(storage, plan):
    found = record(storage, plan)
    return {place: each.sequence for place, each in found.answers.items()}, dict(found.rows)


def sit(storage, plan, coach, browser):
    """The coach and the entrepreneur sit at the device with this browser."""
    with storage.writing() as tx:
        session = sessions.session(tx, browser.cookie()).id
        return sittings.begin(tx, plan, coach, session)


WRITES = ("a page", "a row", "an autosave", "a new row", "a copy", "up", "down", "a row away", "a row back",
          "an older answer", "a choice of two", "evidence")


@pytest.mark.parametrize("name", [*WRITES, "a page of rows", "an aid"])
def test_a_coach_without_the_right_changes_nothing_anywhere_and_is_told(liens, storage, bakery, ways, name):
    answer, changed = tried(liens, storage, bakery, ways[name])
    assert (answer.status_code, changed) == (ways[name].refused, False)
    if answer.status_code == 409:
        assert REFUSED in answer.text and "Nothing was changed." in answer.text
    if answer.status_code == 422:
        assert "Not saved: in this plan you suggest answers." in answer.json["problem"]
        assert "sequence" not in answer.json


@pytest.mark.usefixtures("coach_writes")
@pytest.mark.parametrize("name", WRITES)
def test_a_coach_with_the_right_writes(liens, storage, bakery, ways, name):
    answer, changed = tried(liens, storage, bakery, ways[name])
    assert answer.status_code in (200, 302) and changed


@pytest.mark.parametrize("name", WRITES)
def test_a_coach_in_a_sitting_writes(liens, lien, storage, bakery, ways, name):
    sit(storage, bakery, lien, liens)
    answer, changed = tried(liens, storage, bakery, ways[name])
    assert answer.status_code in (200, 302) and changed


@pytest.mark.parametrize("name", WRITES)
def test_after_it_ended_they_do_not(liens, lien, storage, bakery, ways, name):
    made = sit(storage, bakery, lien, liens)
    with storage.writing() as tx:
        sittings.end(tx, made)
    answer, changed = tried(liens, storage, bakery, ways[name])
    assert (answer.status_code, changed) == (ways[name].refused, False)


def test_two_hours_later_they_do_not(liens, lien, storage, bakery, ways):
    with time_machine.travel("2027-03-01T08:00:00Z"):
        made = signed_in(liens.client.application, storage, lien)
        sit(storage, bakery, lien, made)
        assert tried(made, storage, bakery, ways["a row"])[1]
    for minutes in (50, 90, 119):
        with time_machine.travel(f"2027-03-01T{8 + minutes // 60:02}:{minutes % 60:02}:00Z"):
            assert opened(made, f"/en/plan/{bakery}/").status == 200
    with time_machine.travel("2027-03-01T10:00:01Z"):
        assert not tried(made, storage, bakery, ways["a row"])[1]


@pytest.mark.parametrize("name", WRITES)
def test_in_another_plan_or_another_browser_they_do_not(app, liens, lien, amal, storage, bakery, ways, name):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        participants.let_in(tx, other, lien, Role.COACH)
    sit(storage, other, lien, liens)
    assert not tried(liens, storage, bakery, ways[name])[1]
    sit(storage, bakery, lien, liens)
    assert not tried(signed_in(app, storage, lien), storage, bakery, ways[name])[1]


@pytest.mark.parametrize("name", WRITES)
def test_nobody_writes_in_the_archive_whatever_they_may(liens, lien, storage, bakery, ways, name):
    sit(storage, bakery, lien, liens)
    with storage.writing() as tx:
        plans.let_coach_write(tx, bakery, may=True)
        plans.put_away(tx, bakery)
    answer, changed = tried(liens, storage, bakery, ways[name])
    assert (answer.status_code, changed) == (409, False)


@pytest.mark.parametrize("name", WRITES)
def test_the_entrepreneur_always_writes(amals, storage, bakery, ways, name):
    token = opened(amals, f"/en/plan/{bakery}/study/idea/need").fields["csrf_token"]
    before = standing(storage, bakery)
    amals.client.post(f"/en/plan/{bakery}/{ways[name].path}", data={"csrf_token": token, **ways[name].fields})
    assert standing(storage, bakery) != before


def test_what_only_coaches_are_asked_is_always_theirs(liens, storage, bakery):
    page = f"/en/plan/{bakery}/study/competences/conclusion"
    assert opened(liens, page).autosave(OWN, "She knows her trade.").status_code == 200
    assert opened(liens, page).send({OWN: "She knows it well."}).status_code == 302
    assert said(storage, bakery, OWN).value == "She knows it well."
    actions = opened(liens, f"/en/plan/{bakery}/study/competences/actions")
    assert actions.press("/rows/add").status_code == 302
    with storage.reading() as tx:
        assert suggestions.suggestions_of(tx, bakery) == ()


def test_a_page_of_rows_has_no_buttons_that_cannot_work(liens, amals, bakery):
    address = f"/en/plan/{bakery}/study/idea/products"
    assert opened(amals, address).of("//form[contains(@action, '/rows/')]")
    page = opened(liens, address)
    assert page.of("//form[contains(@action, '/rows/')]") == []
    assert "The business owner adds, moves and removes lines." in page.text


def test_history_aids_and_evidence_have_no_buttons_that_cannot_work(liens, amals, storage, bakery, ways):
    past = f"/en/plan/{bakery}/history/{NEED}"
    assert opened(amals, past).of("//ol//form") and opened(liens, past).of("//ol//form") == []
    clash = f"/en/plan/{bakery}/{ways['a choice of two'].path}"
    assert opened(amals, clash).of("//main//button") and opened(liens, clash).of("//main//button") == []
    assert "The business owner chooses" in opened(liens, clash).text
    evidence = f"/en/plan/{bakery}/evidence/"
    assert "Suggest other evidence" in opened(liens, evidence).text
    assert opened(liens, evidence).of("//form[@data-save]") == []
    assert "Suggest other evidence" not in opened(amals, evidence).text


def test_the_mark_that_a_page_is_done_is_the_entrepreneurs(liens, amals, storage, plan):
    for part, page in (("idea", "products"), ("idea", "need")):
        token = opened(liens, f"/en/plan/{plan}/study/competences/conclusion").fields["csrf_token"]
        liens.client.post(f"/en/plan/{plan}/study/{part}/{page}", data={"csrf_token": token})
        assert record(storage, plan).said(f"{part}/{page}").value is None
