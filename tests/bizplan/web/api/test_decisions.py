"""A lender's system reads what was decided there, as whoever asked was told; no advice, and nobody's name."""

from datetime import date

import pytest

from bizplan.domain.coaching.gates import Condition
from bizplan.domain.lending.reasons import Reason
from bizplan.domain.lending.verdicts import Given, Kind, Outcome, Terms
from bizplan.domain.people import CONSENT
from bizplan.storage import applications, consents

TERMS = Terms(12_000.0, 0.0995, 48, 3)
GRANTED_IF = Given(Kind.DECISION, Outcome.GRANTED_IF, "Breng het contract mee.", (), TERMS,
                   (Condition("Het huurcontract is getekend", date(2026, 12, 31)),))
GRANTED = Given(Kind.DECISION, Outcome.GRANTED, "Veel succes.", (), TERMS)
OWN = Reason("own_young", "Te jong", "De zaak heeft nog geen jaarrekening.")
NOT_YET = Given(Kind.DECISION, Outcome.NOT_YET, "Tot in de lente.", ("surplus", OWN.key), worded=(OWN,))
ADVICE = Given(Kind.ADVICE, Outcome.NEGATIVE, "Vertrouwelijk: eerst bellen.")
COMMITTEE = Given(Kind.COMMITTEE, meets_on=date(2026, 12, 3))


def one(system, application):
    """The whole application."""
    answer = system.get(f"/applications/{application}")
    assert answer.status_code == 200
    return answer.json


def test_as_long_as_nothing_is_decided_nothing_is_told_of_advice_or_committee(system, krediet, hand_in, give):
    application = hand_in(krediet)
    before = system.get(f"/applications/{application}").text
    give(application, ADVICE)
    give(application, COMMITTEE)
    assert system.get(f"/applications/{application}").text == before
    assert (one(system, application)["state"], one(system, application)["decision"]) == ("readable", None)


def test_what_was_granted_is_told_with_its_terms_and_conditions(system, krediet, hand_in, give, storage):
    application = hand_in(krediet)
    with storage.reading() as tx:
        read = applications.application(tx, application).newest.id
    give(application, Given(**{**vars(GRANTED_IF), "submission": read}))
    told = one(system, application)
    assert told["state"] == "decided" and told["changed_at"] == told["decision"].pop("decided_at")
    assert told["decision"] == {
        "outcome": "granted if", "submission": 1, "words": "Breng het contract mee.", "reasons": [],
        "terms": {"amount": 12_000, "rate": 0.0995, "months": 48, "grace": 3},
        "conditions": [{"text": "Het huurcontract is getekend", "by": "2026-12-31"}]}


def test_reasons_are_told_in_the_language_of_the_documents_and_own_ones_as_they_were_written(
        system, krediet, hand_in, give):
    application = hand_in(krediet)
    give(application, NOT_YET)
    decision = one(system, application)["decision"]
    house, own = decision["reasons"]
    assert (decision["outcome"], decision["terms"], decision["submission"]) == ("not yet", None, None)
    assert house["key"] == "surplus" and house["label"] and "instalment" not in house["label"] + house["told"]
    assert own == {"key": OWN.key, "label": OWN.label, "told": OWN.told, "next": ""}


def test_nobody_is_named(system, krediet, hand_in, give, omar):
    application = hand_in(krediet)
    give(application, GRANTED)
    told = system.get(f"/applications/{application}").text + system.get("/applications").text
    assert "Omar" not in told and "Amal" not in told and omar not in told


def test_the_newest_decision_stands_and_what_is_advised_after_it_is_not_told(system, krediet, hand_in, give):
    application = hand_in(krediet)
    give(application, NOT_YET)
    give(application, GRANTED)
    before = system.get(f"/applications/{application}").text
    assert one(system, application)["decision"]["outcome"] == "granted"
    give(application, ADVICE)
    give(application, COMMITTEE)
    assert system.get(f"/applications/{application}").text == before
    assert "Vertrouwelijk" not in before


def test_a_version_that_is_handed_in_after_not_yet_is_there_beside_the_decision(system, krediet, hand_in, give):
    application = hand_in(krediet)
    give(application, NOT_YET)
    hand_in(krediet, application=application)
    told = one(system, application)
    assert (told["state"], told["newest_submission"], told["decision"]["outcome"]) == ("decided", 2, "not yet")


def test_whoever_withdraws_ends_the_application(system, krediet, hand_in, give, amal):
    application = hand_in(krediet)
    give(application, GRANTED)
    give(application, Given(Kind.DECISION, Outcome.WITHDRAWN, "Ik wacht nog."), amal)
    told = one(system, application)
    assert (told["state"], told["decision"]["outcome"], told["decision"]["words"]) == (
        "ended", "withdrawn", "Ik wacht nog.")
    assert told["ended_at"] == told["decision"]["decided_at"]
    assert [each["id"] for each in system.get("/applications?state=ended").json["applications"]] == [application]
    assert system.get("/applications?state=decided").json["applications"] == []


def test_a_system_that_asks_for_what_is_decided_or_what_changed_since_finds_it(system, krediet, hand_in, give):
    application, other = hand_in(krediet), hand_in(krediet)
    give(application, GRANTED)
    decided, = system.get("/applications?state=decided").json["applications"]
    assert (decided["id"], decided["state"]) == (application, "decided")
    readable, = system.get("/applications?state=readable").json["applications"]
    assert readable["id"] == other
    changed = system.get(f"/applications?since={decided['changed_at']}").json["applications"]
    assert application in {each["id"] for each in changed}


def test_another_lender_reads_no_decision(system, theirs, krediet, hand_in, give):
    application = hand_in(krediet)
    give(application, GRANTED)
    assert theirs.get(f"/applications/{application}").status_code == 404
    assert theirs.get("/applications?state=decided").json["applications"] == []


@pytest.mark.parametrize("given", [GRANTED, NOT_YET])
def test_of_who_takes_part_in_the_study_no_longer_no_decision_is_here(system, storage, krediet, amal, hand_in, give,
                                                                       given):
    application = hand_in(krediet)
    give(application, given)
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "en", given=False)
    assert system.get(f"/applications/{application}").status_code == 404
    for asked in ("", "?state=decided", "?since=2000-01-01T00:00:00Z"):
        assert system.get(f"/applications{asked}").json["applications"] == []


def test_what_was_taken_back_is_gone_with_what_was_decided(system, krediet, hand_in, give, withdraw):
    application = hand_in(krediet)
    give(application, GRANTED)
    withdraw(application, 1)
    assert system.get(f"/applications/{application}").status_code == 404
    assert system.get("/applications?state=decided").json["applications"] == []
