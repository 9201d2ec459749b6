"""Of an application that was withdrawn a lender's system learns that it ended, and reads nothing of it."""

import pytest

from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.storage import applications, verdicts

PARTS = ("/submissions/1", "/submissions/1/dossier.pdf", "/submissions/1/model.xlsx", "/submissions/2")


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
