"""Evidence for the ten numbers that move the lowest cash most, asked on one page."""

import pytest

from bizplan.domain.clock import today
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.revisions import Said
from bizplan.domain.sensitivity import movers
from bizplan.storage import plans
from bizplan.storage.plans import Change, Deed
from bizplan.workshop import Workshop
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, plain, record, said, shown


@pytest.fixture
def page(bakery):
    """The address of the page."""
    return f"/en/plan/{bakery}/evidence/"


@pytest.fixture
def strongest(storage, bakery):
    """The numbers that move the lowest cash of the bakery most, as the domain finds them."""
    study = record(storage, bakery).plan
    work = Workshop.on(study, today())
    return movers(Calculated(study, today(), work.engine, work.values))


def form_of(opened_page, at=0):
    """The form of one of the numbers."""
    return opened_page.tree.xpath("//main//section//form")[at]


def send(browser, form, **changed):
    """Sends it with another evidence or note, or both."""
    fields = dict(form.form_values())
    for name in list(fields):
        for what, value in changed.items():
            if name.endswith(f":{what}"):
                fields[name] = value
    return browser.client.post(form.get("action"), data=fields)


def test_the_ten_strongest_numbers_stand_in_order_with_what_a_tenth_of_each_does(amals, page, strongest):
    found = opened(amals, page)
    keys = [(form.form_values()) for form in found.tree.xpath("//main//section//form")]
    asked = [(dict(each)["question"], dict(each)["row"]) for each in keys]
    assert asked == [each.place for each in strongest]
    assert len(asked) == 10
    told = found.of("//main//section/p[1]")
    for each, mover in zip(told, strongest, strict=True):
        assert f"moves the lowest point by € {mover.effect:,.0f}" in each
        assert not each.startswith("None")


def test_evidence_and_a_note_are_kept_and_the_number_stays(amals, page, strongest, storage, bakery):
    (key, row), now = strongest[0].place, said(storage, bakery, *strongest[0].place)
    answer = send(amals, form_of(opened(amals, page)), evidence="6", note="Signed in\r\nMay")
    assert answer.headers["Location"] == page
    assert said(storage, bakery, key, row) == Said((), now.value, Grade(6), "Signed in May")


def test_evidence_goes_with_a_number_that_somebody_changed_meanwhile(
        amals, page, strongest, storage, bakery, lien):
    key, row = strongest[0].place
    stale = opened(amals, page)
    with storage.writing() as tx:
        old = plans.said(tx, bakery, key, row, 10_000)
        theirs = Said.of(key, old.value * 2, old.evidence, old.note)
        plans.save(tx, bakery, lien, Change(Deed.ANSWER, key, row, theirs, base=10_000))
    send(amals, form_of(stale), evidence="6")
    assert said(storage, bakery, key, row) == Said((), theirs.value, Grade(6), old.note)


@pytest.mark.usefixtures("coach_writes")
def test_two_people_who_say_different_evidence_are_shown_both(amals, liens, page, strongest, storage, bakery):
    hers, theirs = opened(amals, page), opened(liens, page)
    send(amals, form_of(hers), evidence="6", note="hers")
    answer = send(liens, form_of(theirs), evidence="5", note="theirs")
    assert "/clash/" in answer.headers["Location"]
    assert shown(liens, liens.get(answer.headers["Location"])).heading == "Two answers to one question"
    assert said(storage, bakery, *strongest[0].place).evidence is Grade(6)


def test_the_script_saves_evidence_under_the_name_of_its_row(amals, page, strongest, storage, bakery):
    found = opened(amals, page)
    key, row = next(each.place for each in strongest if each.place[1])
    field = f"{key}@{row}:evidence"
    assert field in found.of("//main//@name")
    assert found.autosave(field, "5").status_code == 200
    assert said(storage, bakery, key, row).evidence is Grade(5)


@pytest.mark.parametrize(("question", "row"), [
    ("nothing", ""), ("idea.need", ""), ("products[].price", ""), ("products[].price", "nothing"),
    ("household.expenses.rent", "x"), ("", ""),
])
def test_evidence_for_what_is_no_number_of_the_plan_is_not_taken(amals, page, question, row):
    form = form_of(opened(amals, page))
    data = {**dict(form.form_values()), "question": question, "row": row}
    assert amals.client.post(form.get("action"), data=data).status_code == 404


def test_without_figures_the_page_says_what_to_do_first(amals, plan):
    found = opened(amals, f"/en/plan/{plan}/evidence/")
    assert "There are no figures yet." in found.text
    assert f"/en/plan/{plan}/" in found.of("//main//@href")


def test_the_page_comes_after_the_costs_and_leads_on_to_checking_them(amals, bakery, page):
    last = f"/en/plan/{bakery}/study/projection/horizon"
    assert opened(amals, last).send().headers["Location"] == page
    assert f"/en/plan/{bakery}/check/projection" in opened(amals, page).of("//main//a/@href")


def test_every_number_is_said_in_words_a_season_too(amals, page, storage, bakery):
    found = opened(amals, page)
    said_back = [plain(each) for each in found.of("//main//section/p[1]/b")]
    assert all(said_back)
    assert "None" not in said_back
    assert any(each.count(" · ") == 11 for each in said_back), "the bakery has a season that weighs"
