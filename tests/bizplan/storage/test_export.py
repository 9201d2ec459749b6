"""Everything about a person, as one document."""

import json

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import export, plans
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
    assert [(each["author"], each["text"]) for each in plan["history"]] == [
        (CANARY, [f"{CANARY} {full.person}"]), ("Lien", [f"{CANARY} {full.coach}"])]
    assert {each["name"] for each in plan["readings"]} == {CANARY, "Lien"}
    assert (plan["summary"]["title"], plan["summary"]["done"]) == (CANARY, 2)


def test_a_plan_in_it_is_a_plan_file(storage, amal):
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "nl")
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said(("Brood",), "Brood")))
    told = document(storage, amal)["plans"][0]["plan"]
    assert plan_file.read(json.dumps(told)).value("idea.need") == "Brood"
    assert set(told) <= set(json.loads(examples.text("bakery")))


def test_it_holds_no_secret_of_the_installation_and_nothing_of_others_accounts(storage):
    full = fill(storage)
    told = json.dumps(document(storage, full.person))
    assert "$argon2" not in told and "digest" not in told and "lien@example.org" not in told
    assert storage.seal.digest(EMAIL, "email") not in told


def test_every_table_that_is_about_a_person_is_in_it(storage):
    about = {table.name for table in METADATA.sorted_tables for key in table.foreign_keys
             if key.column.table.name == "people"}
    assert about == {
        "roles", "passkeys", "recovery_codes", "return_cards", "sessions", "sign_ins", "parked_posts", "plans",
        "participants", "revisions", "consents", "readings", "jobs"}
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
