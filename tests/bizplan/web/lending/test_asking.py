"""Questions of a lender, from the officer to the task list and back, in the language that people write best."""

import re

import pytest

from bizplan.domain.coaching import About, Subject
from bizplan.domain.lending.questions import Asked, Asks, Side
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.questions import QUESTIONS
from bizplan.storage import lender_questions, plans, verdicts
from tests.bizplan.web.naughty import MARKUP, SCRIPTS, kept_text
from tests.bizplan.web.opened import opened, shown

ARABIC = "السعر مؤكد: وقّعت ثلاثة مطاعم على طلبات أسبوعية."


@pytest.fixture
def kept(storage, asked):
    """What was asked, the newest first."""
    def found():
        with storage.reading() as tx:
            return lender_questions.questions_of(tx, asked.id)
    return found


@pytest.fixture
def theirs(asked):
    """The page of the plan on which it is answered."""
    return f"/en/plan/{asked.plan}/lenders/questions/"


def ask(browser, file, **fields):
    """Fills in the form that asks."""
    page = opened(browser, f"{file}/questions/{fields.pop('at', '')}")
    form = next(each for each in page.tree.forms if each.get("action").endswith("/ask"))
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), **fields})


def say(browser, page, question, text):
    """Fills in the form of one question."""
    form = next(each for each in opened(browser, page).tree.forms if f"/{question}/" in (each.get("action") or ""))
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), f"say-{question}": text})


def test_a_question_stands_on_the_task_list_is_news_and_its_answer_comes_back(
        omars, amals, liens, file, theirs, kept, asked):
    given = ask(omars, file, kind="paper", about="part|planning|", say="Mag ik het huurcontract zien?",
                due_on="2030-01-05")
    assert given.status_code == 302
    made, = kept()
    assert (made.kind, made.about) == (Asks.PAPER, Subject(About.PART, "planning"))
    assert "Question open" in opened(omars, "/en/lending/?tab=asked").text
    for browser in (amals, liens):
        assert "Mag ik het huurcontract zien?" in opened(browser, f"/en/plan/{asked.plan}/").text
        given = opened(browser, "/en/news/").press("/open")
        assert given.headers["Location"] == theirs
    page = opened(amals, theirs)
    assert "Krediet Samen: A paper is wanted" in page.text and "by 5 January 2030" in page.text
    assert say(amals, theirs, made.id, ARABIC).status_code == 302
    assert "They wrote to you" in opened(omars, "/en/lending/").text
    answered = opened(omars, f"{file}/questions/")
    assert ARABIC in answered.text and answered.of("//article[contains(@class, 'note')]/p/@dir") == ["auto", "auto"]
    omars.post(f"{file}/questions/{made.id}/close", form=f"{file}/questions/")
    assert not kept()[0].is_open
    assert "huurcontract" not in opened(amals, f"/en/plan/{asked.plan}/").text


def test_a_question_can_be_about_an_answer_that_the_officer_was_reading(omars, amals, file, theirs, kept, storage):
    with storage.reading() as tx:
        plan = theirs.split("/")[3]
        row = plans.record(tx, plans.plan(tx, plan)).rows["products"][0]
    page = opened(omars, f"{file}/questions/?about=answer&key=products[].price&row={row}")
    assert "It is about:" in page.text and page.of("//select[@name='about']") == []
    ask(omars, file, at=f"?about=answer&key=products[].price&row={row}", say="Waarom deze prijs?")
    assert kept()[0].about == Subject(About.ANSWER, "products[].price", row)
    page = opened(amals, theirs)
    assert "(Plat brood, zak van vier)" in page.text, "of several products it says which"
    links = page.of("//section//a/@href")
    assert any("/study/" in each and row in each for each in links)


@pytest.mark.parametrize("about", [
    "nothing|x|", "part|no_such_part|", "answer|no.such|", "part|" + "x" * 300 + "|", "|"])
def test_what_cannot_be_asked_about_is_asked_about_the_whole_plan(omars, file, kept, about):
    assert ask(omars, file, about=about, say="Hoe gaat het?").status_code == 302
    assert kept()[0].about is None


def test_an_empty_question_and_a_day_that_has_passed_are_refused_with_what_was_typed(omars, file, kept):
    page = shown(omars, ask(omars, file, say=" ", due_on="2020-01-01"), 422)
    assert page.beside("say") == ["Write what you want to say."]
    assert page.beside("due_on") == ["Choose today or a later day."]
    assert kept() == ()


def test_an_answer_is_called_as_where_the_officer_pressed_ask_and_for_the_others_as_the_study_asks_it(
        omars, amals, file, theirs):
    question = QUESTIONS["loans[].asked"]
    assert question.wording != question.label
    about = f"answer|{question.key}|micro"
    at = f"?about=answer&key={question.key}&row=micro#new"
    assert question.label in opened(omars, f"{file}/questions/{at}").text
    ask(omars, file, about=about, say="Waarom?")
    page = opened(omars, f"{file}/questions/").text
    assert question.label in page and question.wording not in page
    assert question.wording in opened(amals, theirs).text


def test_sent_twice_it_is_asked_once(omars, file, kept):
    page = opened(omars, f"{file}/questions/")
    form = next(each for each in page.tree.forms if each.get("action").endswith("/ask"))
    fields = {**dict(form.form_values()), "say": "Waarom?"}
    assert [omars.client.post(form.get("action"), data=fields).status_code for _again in range(2)] == [302, 302]
    assert len(kept()) == 1


def test_the_officer_asks_on_and_the_question_waits_again(omars, amals, file, theirs, kept):
    ask(omars, file, say="Waarom?")
    made, = kept()
    say(amals, theirs, made.id, "Omdat.")
    assert kept()[0].waits_for is Side.LENDER
    say(omars, f"{file}/questions/", made.id, "En daarna?")
    assert [each.text for each in kept()[0].words] == ["Waarom?", "Omdat.", "En daarna?"]
    assert kept()[0].waits_for is Side.PLAN


@pytest.mark.parametrize("text", [*SCRIPTS, *MARKUP, "ش" * 100_000])
def test_whatever_is_written_comes_through_as_it_was_written(omars, amals, file, theirs, kept, text):
    ask(omars, file, say="Waarom?")
    made, = kept()
    page = opened(amals, theirs)
    form = next(each for each in page.tree.forms if f"/{made.id}/" in (each.get("action") or ""))
    given = amals.client.post(form.get("action"), content_type="multipart/form-data", data={
        **dict(form.form_values()), f"say-{made.id}": text})
    assert given.status_code == 302 and kept()[0].words[-1].text == kept_text(text).strip()
    assert omars.get(f"{file}/questions/").status_code == 200


def test_an_empty_answer_is_refused_beside_its_field(omars, amals, file, theirs, kept):
    ask(omars, file, say="Waarom?")
    made, = kept()
    page = shown(amals, say(amals, theirs, made.id, " "), 422)
    assert page.beside(f"say-{made.id}") == ["Write what you want to say."]


def test_questions_of_others_are_not_there(omars, amals, file, theirs, storage, amal, kept, asked):
    ask(omars, file, say="Waarom?")
    made, = kept()
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    assert amals.post(f"/en/plan/{other}/lenders/questions/{made.id}/answer",
                      {f"say-{made.id}": "Omdat."}, form=theirs).status_code == 404
    assert omars.post(f"{file}/questions/{'0' * 32}/say", {f"say-{'0' * 32}": "x"},
                      form=f"{file}/questions/").status_code == 404


def test_a_visitor_by_link_is_called_what_is_known_of_them(amals, storage, asked, theirs):
    with storage.writing() as tx:
        lender_questions.ask(tx, asked, Asked("Hoeveel zakken per dag?"))
    page = opened(amals, theirs)
    assert "Krediet Samen" in page.text and "Hoeveel zakken per dag?" in page.text
    assert "Somebody at the lender asks you something" in opened(amals, "/en/news/").text


def test_whoever_was_declined_asks_for_an_explanation_and_a_person_answers(omars, amals, file, answer, theirs, kept,
                                                                           storage, asked, house):
    with storage.writing() as tx:
        verdicts.give(tx, asked, house.omar, Given(Kind.DECISION, Outcome.DECLINED, reasons=("market",)))
    form = next(each for each in opened(amals, answer).tree.forms if each.get("action").endswith("/explain"))
    fields = dict(form.form_values())
    refused = shown(amals, amals.client.post(form.get("action"), data={**fields, "say": ""}), 422)
    assert refused.beside("say") == ["Write what you want to say."]
    assert amals.client.post(form.get("action"), data={**fields, "say": "Wat ontbreekt er?"}).status_code == 302
    made, = kept()
    assert (made.kind, made.waits_for) == (Asks.EXPLAIN, Side.LENDER)
    assert opened(omars, "/en/lending/").of("//td[1]") == ["They wrote to you"], "a decision does not hide it"
    assert "An explanation is asked for" in opened(omars, f"{file}/questions/").text
    say(omars, f"{file}/questions/", made.id, "Bestellingen op papier.")
    assert "Bestellingen op papier." in opened(amals, theirs).text


def test_the_archive_is_only_read(omars, amals, file, theirs, kept, storage, asked):
    ask(omars, file, say="Waarom?")
    with storage.writing() as tx:
        plans.put_away(tx, asked.plan)
    page = opened(amals, theirs)
    assert not re.search("Send to the lender", page.text) and "Waarom?" in page.text
