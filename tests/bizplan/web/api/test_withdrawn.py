"""Of an application that was withdrawn a lender's system learns that it ended, and reads nothing of it."""

import pytest

from bizplan.domain.lending.questions import Asked, Side
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.storage import applications, lender_questions, submissions, verdicts

PARTS = ("/submissions/1", "/submissions/1/dossier.pdf", "/submissions/1/model.xlsx", "/submissions/2", "/papers")


@pytest.fixture
def withdrawn(storage, amal, krediet, hand_in):
    """An application with two versions, withdrawn."""
    made = hand_in(krediet)
    hand_in(krediet, application=made)
    with storage.writing() as tx:
        verdicts.give(tx, applications.application(tx, made), amal, Given(Kind.DECISION, Outcome.WITHDRAWN))
    return made


def test_it_is_listed_as_ended_without_anything_to_read(system, krediet, hand_in, withdrawn):
    other = hand_in(krediet)
    told = {each["id"]: each for each in system.get("/applications").json["applications"]}
    assert (told[withdrawn]["state"], told[withdrawn]["newest_submission"]) == ("ended", None)
    assert told[withdrawn]["ended_at"] and told[withdrawn]["submitted_at"] and told[other]["state"] == "readable"
    assert [each["id"] for each in system.get("/applications?state=ended").json["applications"]] == [withdrawn]
    assert [each["id"] for each in system.get("/applications?state=readable").json["applications"]] == [other]
    whole = system.get(f"/applications/{withdrawn}").json
    assert whole["state"] == "ended" and whole["submissions"] == []
    assert (whole["decision"]["outcome"], whole["decision"]["submission"]) == ("withdrawn", None)


def withdraw(tx, application, amal):
    """The applicant withdraws."""
    verdicts.give(tx, application, amal, Given(Kind.DECISION, Outcome.WITHDRAWN))


def take_back_and_end(tx, application, _amal):
    """The applicant takes back what was handed in, and ends the request."""
    submissions.withdraw_all(tx, application.id)
    applications.end(tx, application.id)


@pytest.mark.parametrize("over", [withdraw, take_back_and_end])
def test_of_its_questions_only_what_the_lender_said_is_left(system, storage, amal, krediet, hand_in, over):
    made = hand_in(krediet)
    with storage.writing() as tx:
        found = applications.application(tx, made)
        asked = lender_questions.ask(tx, found, Asked("Wie betaalt mee?"))
        lender_questions.say(tx, lender_questions.question(tx, asked), Asked("Karim.", author=amal, side=Side.PLAN))
    assert "Karim." in system.get(f"/applications/{made}/questions").text
    with storage.writing() as tx:
        over(tx, found, amal)
    told, = system.get(f"/applications/{made}/questions").json["questions"]
    assert [each["text"] for each in told["words"]] == ["Wie betaalt mee?", ""]
    assert (told["waits_for"] is None) == (over is withdraw)


def test_pages_go_on_past_it(system, krediet, hand_in, withdrawn):
    hand_in(krediet)
    found, cursor = [], ""
    for _ in range(2):
        page = system.get(f"/applications?limit=1{cursor}").json
        found += [each["id"] for each in page["applications"]]
        cursor = f"&cursor={page['next']}"
    assert page["next"] is None and len(set(found)) == 2 and withdrawn in found


@pytest.mark.parametrize("part", PARTS)
def test_nothing_that_was_handed_in_is_there(system, withdrawn, part):
    assert system.get(f"/applications/{withdrawn}{part}").status_code == 404


def test_another_lender_learns_nothing_of_it(theirs, withdrawn):
    assert theirs.get("/applications").json["applications"] == []
    assert theirs.get(f"/applications/{withdrawn}").status_code == 404
