"""Everything about a person, as one document."""

import json

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import applications, export, plans, verdicts
from bizplan.storage.plans import Change
from bizplan.storage.tables import METADATA
from tests.bizplan.storage.full import CANARY, EMAIL, fill


def document(storage, person):
    with storage.reading() as tx:
        return json.loads(json.dumps(export.document(tx, person)))


def test_it_says_who_the_person_is_and_how_they_come_in(storage):
    told = document(storage, fill(storage).person)
    assert told["format"] == "bizplan person 1"
    assert {key: told["person"][key] for key in ("name", "email", "language", "has_password", "has_code_app")} == {
        "name": CANARY, "email": EMAIL, "language": "ar", "has_password": True, "has_code_app": False}
    assert [each["role"] for each in told["roles"]] == ["entrepreneur"]
    assert [(each["text"], each["given"]) for each in told["consents"]] == [("study-1", True)]
    assert (len(told["recovery_codes"]), len(told["sessions"]), len(told["return_cards"]), len(told["passkeys"])) == (
        10, 1, 1, 1)
    assert told["kept_forms"][0]["fields"] == [["note", CANARY]]


def test_it_holds_their_plans_with_history_and_readers(storage):
    full = fill(storage)
    told = document(storage, full.person)
    plan, = told["plans"]
    assert (plan["id"], plan["organisation"], len(plan["readings"])) == (full.plan, "De Kade", 2)
    assert [(each["author"], each["text"]) for each in plan["history"] if not each["proposal"]] == [
        (CANARY, [f"{CANARY} {full.person}"]), ("Lien", [f"{CANARY} {full.coach}"])]
    assert {each["name"] for each in plan["readings"]} == {CANARY, "Lien"}
    assert (plan["summary"]["title"], plan["summary"]["done"]) == (CANARY, 2)


def test_it_holds_what_was_said_of_their_parts_and_decided_at_their_gates(storage):
    full = fill(storage)
    plan, = document(storage, full.person)["plans"]
    assert sorted((each["author"], each["part"], each["state"], each["words"]) for each in plan["reviews"]) == [
        (CANARY, "idea", "approved", CANARY), (CANARY, "idea", "with coach", CANARY),
        ("Lien", "idea", "approved", CANARY), ("Lien", "idea", "with coach", CANARY)]
    assert {each["author"] for each in plan["decisions"]} == {CANARY, "Lien"}
    condition, = plan["decisions"][0]["conditions"]
    assert (condition["text"], condition["by"], condition["met_says"]) == (CANARY, "2026-12-01", CANARY)


def test_of_plans_of_others_it_says_where_and_when_and_not_what(storage):
    full = fill(storage)
    told = document(storage, full.coach)
    assert {each["plan_id"] for each in told["reviewed_in_plans_of_others"]} == {full.plan}
    assert [sorted(each) for each in told["decided_in_plans_of_others"]] == [
        ["gate", "made_at", "outcome", "plan_id"]]
    assert all(sorted(each) == ["made_at", "part", "plan_id", "state"] for each in told["reviewed_in_plans_of_others"])


def test_what_was_said_about_their_plan_is_in_it_but_for_the_private_notes_of_coaches(storage):
    full = fill(storage)
    plan, = document(storage, full.person)["plans"]
    assert [(each["kind"], each["key"], [said["text"] for said in each["said"]]) for each in plan["threads"]] == [
        ("comment", "idea.need", [f"{CANARY} comment {who}", CANARY]) for who in authors(plan)]
    assert {said["author"] for each in plan["threads"] for said in each["said"]} == {CANARY, "Lien"}
    assert "private" not in json.dumps(plan)


def test_of_what_somebody_said_about_plans_of_others_it_tells_only_where_and_when(storage):
    full = fill(storage)
    said = document(storage, full.coach)["said_in_plans_of_others"]
    assert len(said) == 4 and {frozenset(each) for each in said} == {frozenset({"plan_id", "thread_id", "made_at"})}
    assert {each["plan_id"] for each in said} == {full.plan}


def authors(plan):
    """The ids of those who began the threads, as the texts say them."""
    return [each["said"][0]["text"].rpartition(" ")[2] for each in plan["threads"]]


def test_it_tells_what_was_suggested_in_their_plan_and_when_they_sat_together(storage):
    full = fill(storage)
    plan, = document(storage, full.person)["plans"]
    assert [(each["author"], each["reason"], each["state"]) for each in plan["suggestions"]] == [
        ("Lien", CANARY, "open"), (CANARY, CANARY, "open")]
    assert {each["coach"] for each in plan["sittings"]} == {CANARY, "Lien"}
    assert len(plan["history"]) == 4, "what was suggested is among the revisions"


def test_of_what_they_suggested_in_plans_of_others_it_tells_only_where_and_when(storage):
    full = fill(storage)
    told = document(storage, full.coach)
    elsewhere = [each for each in told["suggested_in_plans"] if each["plan_id"] == full.plan]
    assert [set(each) for each in elsewhere] == [{"plan_id", "state", "made_at", "decided_at"}]
    del told["plans"], told["kept_forms"], told["returned_workbooks"]
    assert CANARY not in json.dumps(told)


def test_it_holds_the_named_versions_of_their_plans_and_their_news(storage):
    full = fill(storage)
    told = document(storage, full.person)
    assert {(each["author"], each["name"]) for each in told["plans"][0]["versions"]} == {
        (CANARY, f"{CANARY} version of {full.person}"), ("Lien", f"{CANARY} version of {full.coach}")}
    assert {(each["kind"], each["plan_id"]) for each in told["news"]} >= {
        ("went back", full.plan), ("went back", full.plan_of_coach), ("approved", full.plan)}
    assert {"plan_id": full.plan_of_coach, "sequence": 1} in [
        {key: each[key] for key in ("plan_id", "sequence")} for each in told["named_versions_in_plans_of_others"]]


def test_a_plan_in_it_is_a_plan_file(storage, amal):
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "nl")
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said(("Brood",), "Brood")))
    told = document(storage, amal)["plans"][0]["plan"]
    assert plan_file.read(json.dumps(told)).value("idea.need") == "Brood"
    assert set(told) <= set(json.loads(examples.text("bakery")))


def test_translations_come_along_in_the_plan_and_in_its_history(storage, amal):
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "ar")
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said(("a",), "a")))
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need/nl", "", Said(("Brood",), "Brood"), base=1))
    told = document(storage, amal)["plans"][0]
    assert told["plan"]["translations"] == [{"question": "idea.need", "language": "nl", "text": "Brood"}]
    assert [each["question"] for each in told["history"]] == ["idea.need", "idea.need/nl"]


def test_it_holds_no_secret_of_the_installation_and_nothing_of_others_accounts(storage):
    full = fill(storage)
    told = json.dumps(document(storage, full.person))
    assert "$argon2" not in told and "digest" not in told and "lien@example.org" not in told
    assert storage.seal.digest(EMAIL, "email") not in told


def test_it_holds_contacts_and_appointments_and_never_the_note_of_a_coach(storage):
    full = fill(storage)
    plan, = document(storage, full.person)["plans"]
    assert {(each["kind"], each["minutes"], each["author"]) for each in plan["contacts"]} == {
        ("visit", 60, CANARY), ("visit", 60, "Lien")}
    assert CANARY not in {each.get("note") for each in plan["contacts"]}
    assert [(each["where"], each["agenda"]) for each in plan["appointments"]] == [(CANARY, CANARY)] * 2


def test_of_what_was_written_in_plans_of_others_it_says_only_where_and_when(storage):
    full = fill(storage)
    told = document(storage, full.coach)
    for kind in ("held_contacts", "made_appointments"):
        found, = told[f"{kind}_in_plans_of_others"]
        assert set(found) == {"plan_id", "made_at"} and found["plan_id"] == full.plan


def test_it_holds_what_waits_of_an_excel_model_that_came_back_and_of_plans_of_others_only_that_it_waits(storage):
    full = fill(storage)
    own, other = sorted(document(storage, full.person)["returned_workbooks"], key=lambda each: "review" not in each)
    assert (own["plan_id"], own["review"]) == (full.plan, {"left": [CANARY]})
    assert (other["plan_id"], set(other)) == (full.plan_of_coach, {"plan_id", "made_at"})


def test_it_says_at_which_lenders_the_plan_was_handed_in(storage):
    full = fill(storage)
    told, = document(storage, full.person)["plans"]
    _withdrawn, asked = told["applications"]
    assert (asked["lender"], asked["author"]) == ("microstart", CANARY)
    assert [(each["number"], each["author"], each["fingerprint"]) for each in asked["submissions"]] == [
        (1, CANARY, CANARY), (2, "Lien", CANARY)]


def test_it_says_to_whom_a_link_was_given_and_who_opened_what_was_handed_in(storage):
    full = fill(storage)
    told, = document(storage, full.person)["plans"]
    assert {(each["for"], each["author"], each["ended_at"]) for each in told["links_to_lenders"]} == {
        (CANARY, CANARY, None), (CANARY, "Lien", None)}
    known = {each["id"] for each in told["links_to_lenders"]}
    assert {(each["officer"], each["link"] in known, each["device"]) for each in told["opened_by_lenders"]} == {
        ("", True, "phone"), (CANARY, False, "phone"), ("Lien", False, "phone")}


def test_it_lists_the_papers_of_their_plans_and_of_plans_of_others_only_that_they_sent_one(storage):
    full = fill(storage)
    told = document(storage, full.person)
    assert {(each["paper"], each["name"], each["size"], each["reader"], each["author"])
            for each in told["plans"][0]["papers"]} == {
        ("identity", CANARY, len(CANARY), "coach", author) for author in (CANARY, "Lien")}
    sent, = told["sent_papers_in_plans_of_others"]
    assert (sent["plan_id"], sent["paper"], set(sent)) == (
        full.plan_of_coach, "identity", {"plan_id", "paper", "made_at"})
def test_it_tells_what_lenders_asked_and_decided_about_their_plan(storage):
    full = fill(storage)
    withdrawn, asked = document(storage, full.person)["plans"][0]["applications"]
    assert {(said["side"], said["author"], said["text"]) for each in asked["questions"] for said in each["said"]} == {
        (side, name, text) for side in ("lender", "plan") for name, who in ((CANARY, full.person), ("Lien", full.coach))
        for text in (CANARY, f"{CANARY} {who}")}
    assert [(each["author"], each["outcome"], each["reasons"], each["words"]) for one in (withdrawn, asked)
            for each in one["verdicts"]] == [
        (CANARY, "withdrawn", [], CANARY), ("Lien", "declined", ["surplus"], CANARY)]


def test_the_words_of_an_advice_are_the_lenders_own(storage):
    full = fill(storage)
    with storage.writing() as tx:
        asked = applications.applications_of(tx, full.plan)[-1]
        verdicts.give(tx, asked, full.coach, Given(Kind.ADVICE, Outcome.NEGATIVE, "Te krap."))
    _withdrawn, told = document(storage, full.person)["plans"][0]["applications"]
    assert {"kind", "author", "made_at"} in [set(each) for each in told["verdicts"]]
    assert "Te krap." not in json.dumps(told)


def test_every_table_that_is_about_a_person_is_in_it(storage):
    about = {table.name for table in METADATA.sorted_tables for key in table.foreign_keys
             if key.column.table.name == "people"}
    assert about == {
        "roles", "passkeys", "recovery_codes", "return_cards", "sessions", "sign_ins", "parked_posts", "plans",
        "participants", "revisions", "consents", "readings", "jobs", "threads", "comments", "suggestions", "reviews",
        "gates", "conditions", "versions", "contacts", "appointments", "sittings", "confirmations", "invitations",
        "notices", "returned_workbooks", "applications", "submissions", "papers",
        "lender_profiles", "lender_reasons", "api_tokens", "webhooks", "lender_answers", "verdicts",
        "links", "openings"}
    told = document(storage, fill(storage).person)
    assert not [key for key, value in told.items() if not value]


def test_long_histories_come_whole(storage, amal, monkeypatch):
    monkeypatch.setattr(plans, "LONGEST_HISTORY", 3)
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "nl")
        for number in range(10):
            said = Said((str(number),), str(number))
            plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", said, base=number))
    assert len(document(storage, amal)["plans"][0]["history"]) == 10


def test_somebody_who_is_not_there_has_no_document(storage):
    with pytest.raises(LookupError, match="no person"), storage.reading() as tx:
        export.document(tx, "0" * 32)
