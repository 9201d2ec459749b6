"""Whoever reads by a link asks too, and sees the papers that go along; of what others asked they see nothing."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from bizplan.domain.lending.papers import Reader
from bizplan.domain.lending.questions import Asked
from bizplan.storage import applications, lender_questions, papers
from bizplan.storage.columns import new_id
from bizplan.storage.papers import New
from bizplan.web.lending import asking
from tests.bizplan.web.lending.reading.conftest import hand_in, link_to, text_of
from tests.bizplan.web.opened import opened

OFFICERS = "Officersquestion77b2"


@pytest.fixture
def questions(handed_in) -> str:
    """The page of questions about it."""
    return f"/en/lending/{handed_in}/questions/"


def ask(browser, questions, text):
    """Fills in the form that asks."""
    form = next(each for each in opened(browser, questions).tree.forms if each.get("action").endswith("/ask"))
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), "say": text})


def asked_about(storage, application):
    with storage.reading() as tx:
        return lender_questions.questions_of(tx, application)


def test_what_is_asked_by_a_link_reaches_the_plan_without_a_person_and_is_answered_there(
        visitor, questions, storage, handed_in, bakery, amals):
    assert ask(visitor, questions, "Who pays the oven?").status_code == 302
    one, = asked_about(storage, handed_in)
    assert (one.words[0].author, one.words[0].text, bool(one.link)) == ("", "Who pays the oven?", True)
    theirs = f"/en/plan/{bakery}/lenders/questions/"
    form = next(each for each in opened(amals, theirs).tree.forms if each.get("action").endswith(f"/{one.id}/answer"))
    name = next(field for field in form.fields if field.startswith("say"))
    amals.client.post(form.get("action"), data={**dict(form.form_values()), name: "My own money."})
    page = visitor.get(questions)
    assert "My own money." in page.text and bakery not in page.text


def test_a_visitor_sees_neither_what_officers_asked_nor_what_was_asked_by_another_link(
        visitor, officer, questions, storage, handed_in, bakery, amal, browser):
    with storage.writing() as tx:
        application = applications.application(tx, handed_in)
        by_officer = lender_questions.ask(tx, application, Asked(OFFICERS))
    assert OFFICERS not in visitor.get(questions).text and OFFICERS in officer.get(questions).text
    said = visitor.post(f"{questions}{by_officer}/say", {f"say-{by_officer}": "x", "key": new_id()}, form=questions)
    assert said.status_code == 404
    closed = visitor.post(f"{questions}{by_officer}/close", form=questions)
    assert closed.status_code in (302, 404) and asked_about(storage, handed_in)[0].is_open
    ask(visitor, questions, "Mine by the first link")
    browser.post(f"/en/s/{link_to(storage, handed_in, bakery, amal)}")
    assert "Mine by the first link" not in browser.get(questions).text
    assert len(asked_about(storage, handed_in)) == 2 and len(asked_about(storage, handed_in)[1].words) == 1


def test_a_link_asks_so_often_and_then_has_to_wait(visitor, questions, storage, handed_in, monkeypatch):
    monkeypatch.setattr(asking, "BY_LINK", replace(asking.BY_LINK, most=2))
    answers = [ask(visitor, questions, f"Question {number}").status_code for number in range(3)]
    assert answers == [302, 302, 429] and len(asked_about(storage, handed_in)) == 2


def test_the_papers_that_the_entrepreneur_shows_a_lender_go_along_until_they_are_taken_back(
        visitor, address, storage, handed_in, bakery, amal, frozen):
    picture = BytesIO()
    Image.new("RGB", (20, 20), "navy").save(picture, "PNG")
    with storage.writing() as tx:
        kept = {reader: papers.keep(tx, bakery, amal, New(
            "quotes", "png", picture.getvalue(), 1, f"Quote {reader.value}", reader), new_id()) for reader in Reader}
    assert "Quote lender" not in text_of(visitor.get(f"{address}documents/")), "it was sent after that was handed in"
    hand_in(storage, handed_in, frozen.second)
    page = text_of(visitor.get(f"{address}documents/"))
    assert "Quote lender" in page and "Quote coach" not in page and "Quote self" not in page
    file = visitor.get(f"{address}papers/{kept[Reader.LENDER]}")
    assert (file.status_code, file.mimetype, file.data) == (200, "image/png", picture.getvalue())
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert visitor.get(f"{address}papers/{kept[Reader.COACH]}").status_code == 404
    with storage.writing() as tx:
        papers.change(tx, bakery, kept[Reader.LENDER], Reader.SELF, None)
    assert visitor.get(f"{address}papers/{kept[Reader.LENDER]}").status_code == 404
