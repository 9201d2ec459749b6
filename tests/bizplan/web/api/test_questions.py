"""A lender's system reads what was asked about an application and what was answered; nobody is named."""

from datetime import date

import pytest

from bizplan.domain.coaching import About, Subject
from bizplan.domain.lending.questions import Asked, Asks, Side
from bizplan.domain.people import CONSENT
from bizplan.storage import applications, consents, lender_questions, openings

OVEN = Asked("Welke oven koop je?", Asks.QUESTION, Subject(About.ANSWER, "equipment[].name", "oven"), date(2026, 12, 5))


@pytest.fixture
def ask(storage, omar):
    """The officer asks something about an application; the question."""
    def make(application: str, asked: Asked = OVEN):
        with storage.writing() as tx:
            found = applications.application(tx, application)
            made = lender_questions.ask(tx, found, Asked(**{**vars(asked), "author": omar}))
            return lender_questions.question(tx, made)
    return make


@pytest.fixture
def answer(storage, amal):
    """The entrepreneur answers."""
    def say(question, text):
        with storage.writing() as tx:
            lender_questions.say(tx, question, Asked(text, author=amal, language="ar", side=Side.PLAN))
    return say


def test_nothing_was_asked_yet(system, krediet, hand_in):
    application = hand_in(krediet)
    assert system.get(f"/applications/{application}/questions").json == {"application": application, "questions": []}


def test_a_question_is_told_with_its_answer_and_without_names(system, storage, krediet, hand_in, ask, answer):
    application = hand_in(krediet)
    asked = ask(application)
    answer(asked, "فرن بستة رفوف")
    page = system.get(f"/applications/{application}/questions")
    told, = page.json["questions"]
    words = told["words"]
    assert told["asked_at"] == words[0].pop("said_at") and words[1].pop("said_at") >= told["asked_at"]
    assert words == [{"side": "lender", "language": "nl", "text": "Welke oven koop je?"},
                     {"side": "plan", "language": "ar", "text": "فرن بستة رفوف"}]
    assert {name: told[name] for name in ("kind", "about", "due_on", "closed_at", "waits_for")} == {
        "kind": "question", "about": {"what": "answer", "key": "equipment[].name", "row": "oven"},
        "due_on": "2026-12-05", "closed_at": None, "waits_for": "lender"}
    assert "Omar" not in page.text and "Amal" not in page.text
    with storage.writing() as tx:
        lender_questions.settle(tx, asked)
    told, = system.get(f"/applications/{application}/questions").json["questions"]
    assert told["closed_at"] and told["waits_for"] is None


def test_questions_of_another_application_are_not_among_them(system, krediet, hand_in, ask):
    first, second = hand_in(krediet), hand_in(krediet)
    asked = ask(second)
    assert system.get(f"/applications/{first}/questions").json["questions"] == []
    assert [each["id"] for each in system.get(f"/applications/{second}/questions").json["questions"]] == [asked.id]


def test_another_lender_and_a_version_taken_back_and_no_study_are_all_not_there(
        system, theirs, storage, amal, krediet, hand_in, ask, withdraw):
    application = hand_in(krediet)
    ask(application)
    address = f"/applications/{application}/questions"
    assert (system.get(address).status_code, theirs.get(address).status_code) == (200, 404)
    for given, status in ((False, 404), (True, 200)):
        with storage.writing() as tx:
            consents.write_down(tx, amal, CONSENT, "en", given=given)
        assert system.get(address).status_code == status
    withdraw(application, 1)
    assert system.get(address).status_code == 404


def test_the_entrepreneur_sees_that_a_system_read_the_questions(system, storage, amals, krediet, hand_in, ask):
    application = hand_in(krediet)
    ask(application)
    system.get(f"/applications/{application}/questions")
    with storage.reading() as tx:
        plan = applications.application(tx, application).plan
        assert [each.what for each in openings.openings(tx, plan)] == ["lender_questions every"]
    assert "(by a computer system of the lender)" in amals.get(f"/en/plan/{plan}/lenders/links/").text
