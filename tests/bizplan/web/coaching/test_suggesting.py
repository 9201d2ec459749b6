"""What a coach changes on a page of the study becomes a suggestion, with the reason, and nothing typed is lost."""


import pytest

from bizplan.domain.coaching.suggestions import State
from bizplan.storage import plans
from financial_models.assumptions import Grade
from tests.bizplan.web.naughty import (
    CONTROLS,
    LONG,
    MARKUP,
    NEVER_SHOWN,
    SCRIPTS,
    SHELLS,
    kept_line,
    kept_text,
)
from tests.bizplan.web.opened import opened, said, shown
from tests.pages import plain

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


def test_what_the_coach_changes_becomes_a_suggestion_and_the_answer_stays(
        suggested, storage, plan, told, amal, lien, liens, home):
    assert said(storage, plan, NEED).value == OLD
    assert (suggested.revision.said.value, suggested.reason, suggested.state) == (
        NEW, "A lender asks what is new.", State.OPEN)
    assert told(amal) == [("suggestion", suggested.id)] and told(lien) == []
    assert "Your suggestion is sent." in opened(liens, f"{home}/").text


def test_only_what_was_changed_is_suggested_with_what_the_number_rests_on(liens, amals, home, every):
    household = f"{home}/study/quick/household"
    opened(amals, household).send({RENT: "600"})
    opened(liens, household).send({RENT: "650", f"{RENT}:evidence": "6", f"{RENT}:note": "I saw the lease"})
    made, = every()
    assert made.revision.question == RENT
    assert (made.revision.said.value, made.revision.said.evidence, made.revision.said.note) == (
        650, Grade(6), "I saw the lease")
    page = opened(amals, f"{home}/suggestions/{made.id}")
    assert page.of("//article//dd[@class='old']") == ["€ 600 a month, that is € 7,200 a year"]
    assert "I saw the lease" in page.text and "a contract" in page.text


def test_where_nothing_was_changed_the_coach_is_told_and_keeps_the_reason(liens, page, answered, every):
    again = shown(liens, opened(liens, page).send({"why": "Because."}))
    assert "You changed nothing" in again.text and again.fields["why"] == "Because."
    assert every() == ()


@pytest.mark.parametrize("why", ["x" * 100_000, "x" * 2_001])
def test_a_reason_that_is_too_long_is_said_and_nothing_typed_is_lost(liens, page, answered, every, why):
    again = shown(liens, opened(liens, page).send({NEED: NEW, "why": why}))
    assert "2,000" in " ".join(again.beside("why"))
    assert (again.fields[NEED], again.fields["why"]) == (NEW, why)
    assert every() == ()


def test_an_answer_that_cannot_be_taken_is_shown_again_and_not_suggested(liens, home, page, every):
    again = shown(liens, opened(liens, page).send({NEED: "x" * 100_000}))
    assert again.beside(NEED) and again.fields[NEED] == "x" * 100_000
    rent = shown(liens, opened(liens, f"{home}/study/quick/household").send({RENT: "a lot", "why": "Because."}))
    assert rent.beside(RENT) and (rent.fields[RENT], rent.fields["why"]) == ("a lot", "Because.")
    assert every() == ()


def test_texts_of_every_kind_are_suggested_and_shown_as_they_are(liens, amals, page, home, answered, every):
    form = opened(liens, page)
    for text in (*MARKUP, *SHELLS[-4:], *SCRIPTS, *CONTROLS, *LONG):
        assert form.send({NEED: f"bread {text}", "why": f"why {text}"}).status_code == 302, text
        newest = every()[0]
        found = opened(amals, f"{home}/suggestions/{newest.id}")
        assert (newest.revision.said.value, newest.reason) == (
            kept_text(f"bread {text}"), kept_line(f"why {text}")), text
        assert plain(kept_text(f"bread {text}")) in found.of("//article//dd[@class='new']"), text
        assert NEVER_SHOWN not in found.text


def test_sent_twice_it_is_suggested_once(liens, page, answered, every):
    form = opened(liens, page)
    for _ in range(2):
        assert form.send({NEED: NEW, "why": "Because."}).status_code == 302
    assert len(every()) == 1


def test_the_page_of_such_a_coach_saves_nothing_by_itself_and_says_suggest(liens, amals, page):
    for browser, saves, button in ((liens, 0, "Suggest this"), (amals, 1, "Save and go on")):
        found = opened(browser, page)
        assert len(found.of("//form/@data-save")) == saves
        assert found.of("//form[.//input[@name='base']]//button[@class='btn']") == [button]


def test_a_coach_whose_page_was_old_suggests_about_what_they_read(liens, amals, page, answered, home, every):
    stale = opened(liens, page)
    opened(amals, page).send({NEED: "They bake at home."})
    stale.send({NEED: NEW})
    made, = every()
    assert f"it was: {OLD}" in opened(amals, f"{home}/suggestions/{made.id}").text


def test_what_only_coaches_are_asked_is_saved_and_never_suggested(liens, home, storage, plan, every):
    key = "competences.conclusion_reasons"
    opened(liens, f"{home}/study/competences/conclusion").send({key: "She knows her trade."})
    assert said(storage, plan, key).value == "She knows her trade." and every() == ()


@pytest.mark.usefixtures("coach_writes")
def test_a_coach_who_may_write_can_suggest_all_the_same(liens, page, answered, storage, plan, every):
    form = opened(liens, f"{page}?suggest=1")
    assert form.of("//form/@data-save") == []
    form.send({NEED: NEW})
    assert said(storage, plan, NEED).value == OLD and len(every()) == 1


def test_a_page_opened_to_suggest_suggests_even_when_the_coach_may_write_meanwhile(
        liens, page, answered, storage, plan, every):
    form = opened(liens, page)
    with storage.writing() as tx:
        plans.let_coach_write(tx, plan, may=True)
    form.send({NEED: NEW})
    assert said(storage, plan, NEED).value == OLD and len(every()) == 1
