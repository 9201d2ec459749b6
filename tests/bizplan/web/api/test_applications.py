"""A lender's system reads what was handed in there, as it was frozen, until it is taken back; and nothing else."""

import json
from io import BytesIO

import openpyxl
import pikepdf
import pytest

from bizplan import jobs as making
from bizplan.domain import plan_file
from bizplan.domain.clock import today
from bizplan.domain.people import CONSENT
from bizplan.storage import api_tokens, applications, consents, jobs, openings, plans, submissions
from bizplan.storage.submissions import Agreed
from bizplan.web.api import door
from bizplan.workshop import Workshop
from tests.bizplan.web.api.conftest import PDF, XLSX

NOWHERE = "0" * 32
OF_ONE = ("", "/submissions/1", "/submissions/1/dossier.pdf", "/submissions/1/model.xlsx", "/papers", "/questions")


def test_nothing_was_handed_in_yet(system):
    answer = system.get("/applications")
    assert (answer.status_code, answer.mimetype, answer.json) == (
        200, "application/json", {"applications": [], "next": None})
    assert answer.headers["Cache-Control"] == "no-store" and "Set-Cookie" not in answer.headers
    assert not [name for name in answer.headers.keys() if name.startswith("Access-Control")]    # noqa: SIM118


def test_an_application_is_listed_once_it_is_handed_in_and_read_once_it_is_frozen(system, krediet, hand_in):
    application = hand_in(krediet, freeze=False)
    told, = system.get("/applications").json["applications"]
    assert (told["id"], told["lender"], told["state"], told["newest_submission"]) == (
        application, "microstart", "submitted", None)
    assert system.get(f"/applications/{application}/submissions/1").status_code == 404
    whole = system.get(f"/applications/{application}").json
    assert [(each["number"], each["frozen_at"], each["fingerprint"]) for each in whole["submissions"]] == [
        (1, None, None)]


def test_what_was_frozen_comes_as_it_was(system, krediet, hand_in, frozen):
    application = hand_in(krediet, more=("household",))
    told, = system.get("/applications").json["applications"]
    assert (told["state"], told["newest_submission"]) == ("readable", 1)
    whole = system.get(f"/applications/{application}").json
    assert {name: whole[name] for name in told} == told
    assert [(each["number"], each["day"], each["fingerprint"]) for each in whole["submissions"]] == [
        (1, today().isoformat(), frozen.fingerprint)]
    content = system.get(f"/applications/{application}/submissions/1").json
    assert (content["fingerprint"], content["also_shown"], content["language"]) == (
        frozen.fingerprint, ["household"], "nl")
    assert content["plan"] == json.loads(frozen.plan) and content["figures"] == json.loads(frozen.figures)
    for name, wanted, mimetype in (("dossier", PDF, "application/pdf"), ("workbook", XLSX, "application/vnd.openxml"
                                                                         "formats-officedocument.spreadsheetml.sheet")):
        file = system.get(content[name].removeprefix("/api/v1"))
        assert (file.status_code, file.get_data(), file.mimetype) == (200, wanted, mimetype)
        assert file.headers["Content-Disposition"].startswith("attachment; filename=")
        assert file.headers["Cache-Control"] == "no-store"


def test_the_whole_way_from_signing_to_the_documents_of_a_real_bakery(system, storage, krediet, bakery, amal, lien):
    with storage.writing() as tx:
        application = applications.begin(tx, bakery, amal, "microstart", krediet)
        ready = submissions.prepare(tx, application, bakery, lien, plans.plan(tx, bakery).sequence, "nl")
        submissions.sign_as_coach(tx, ready, lien)
        submissions.sign_as_owner(tx, ready, Agreed("lender-1", "nl"))
        job, = (each.id for each in jobs.jobs_of(tx, bakery))
    making.do(storage, job)
    content = system.get(f"/applications/{application}/submissions/1").json
    cut = plan_file.read(json.dumps(content["plan"]).encode())
    again = Workshop.on(cut, today())
    for month, cash in enumerate(content["figures"]["lines"]["bank.cash"]["by_month"], 1):
        assert round(cash, 2) == round(again.values.at("bank.cash", month), 2)
    dossier = system.get(f"/applications/{application}/submissions/1/dossier.pdf").get_data()
    workbook = system.get(f"/applications/{application}/submissions/1/model.xlsx").get_data()
    with pikepdf.open(BytesIO(dossier)) as pdf:
        assert bytes(pdf.attachments["model.xlsx"].get_file().read_bytes()) == workbook
    assert openpyxl.load_workbook(BytesIO(workbook), read_only=True).sheetnames


@pytest.mark.parametrize("what", OF_ONE)
def test_what_another_lender_has_is_as_if_it_never_was(system, theirs, krediet, hand_in, what):
    application = hand_in(krediet)
    never, foreign = theirs.get(f"/applications/{NOWHERE}{what}"), theirs.get(f"/applications/{application}{what}")
    assert (foreign.status_code, foreign.get_data()) == (never.status_code, never.get_data()) and (
        never.status_code == 404)
    assert system.get(f"/applications/{application}{what}").status_code == 200
    assert theirs.get("/applications").json["applications"] == []


@pytest.mark.parametrize("what", OF_ONE)
def test_what_was_taken_back_is_as_if_it_never_was(system, krediet, hand_in, withdraw, what):
    application = hand_in(krediet)
    assert system.get(f"/applications/{application}{what}").status_code == 200
    withdraw(application, 1)
    gone, never = system.get(f"/applications/{application}{what}"), system.get(f"/applications/{NOWHERE}{what}")
    assert (gone.status_code, gone.get_data()) == (404, never.get_data())
    assert system.get("/applications").json["applications"] == []


def test_what_is_only_made_ready_is_not_there(system, storage, krediet, plan, amal):
    with storage.writing() as tx:
        application = applications.begin(tx, plan, amal, "microstart", krediet)
        submissions.prepare(tx, application, plan, amal, 0, "nl")
    assert system.get(f"/applications/{application}").status_code == 404


def test_of_who_takes_part_in_the_study_no_longer_nothing_is_here(system, storage, krediet, amal, hand_in):
    application = hand_in(krediet)
    for given, status, count in ((False, 404, 0), (True, 200, 1)):
        with storage.writing() as tx:
            consents.write_down(tx, amal, CONSENT, "en", given=given)
        assert [system.get(f"/applications/{application}{each}").status_code for each in OF_ONE] == [status] * 6
        assert len(system.get("/applications").json["applications"]) == count


def test_of_several_versions_only_those_that_were_not_taken_back_are_told(system, krediet, hand_in, withdraw):
    application = hand_in(krediet)
    hand_in(krediet, application=application)
    withdraw(application, 2)
    told = system.get(f"/applications/{application}").json
    assert ([each["number"] for each in told["submissions"]], told["newest_submission"]) == ([1], 1)
    assert system.get(f"/applications/{application}/submissions/2").status_code == 404


@pytest.mark.parametrize("number", ["0", "2", "-1", "01", "1.0", "x", "٣", "9" * 5_000, "1%00", "%ff"])
def test_a_number_that_no_submission_has_is_not_there(system, krediet, hand_in, number):
    assert system.get(f"/applications/{hand_in(krediet)}/submissions/{number}").status_code == 404


def test_pages_are_walked_with_the_cursor(system, krediet, hand_in):
    made = {hand_in(krediet) for _ in range(5)}
    found, cursor, pages = [], "", 0
    while pages == 0 or cursor:
        page = system.get(f"/applications?limit=2{f'&cursor={cursor}' if cursor else ''}").json
        found, cursor, pages = [*found, *(each["id"] for each in page["applications"])], page["next"], pages + 1
    assert pages == 3 and set(found) == made and len(found) == 5


def test_it_is_narrowed_to_a_state_and_to_what_changed(system, krediet, hand_in):
    submitted, readable = hand_in(krediet, freeze=False), hand_in(krediet)
    for state, wanted in (("submitted", [submitted]), ("readable", [readable]), ("ended", [])):
        found = system.get(f"/applications?state={state}").json["applications"]
        assert [each["id"] for each in found] == wanted
    changed = max(each["changed_at"] for each in system.get("/applications").json["applications"])
    assert len(system.get(f"/applications?since={changed}").json["applications"]) == 2
    assert system.get("/applications?since=2999-01-01T00:00:00%2B01:00").json["applications"] == []


def test_the_entrepreneur_sees_that_a_system_read_what_was_handed_in(system, storage, krediet, amals, hand_in):
    application = hand_in(krediet)
    with storage.reading() as tx:
        plan = applications.application(tx, application).plan
    page = f"/en/plan/{plan}/lenders/links/"
    assert "by a computer system of the lender" not in amals.get(page).text
    for what in OF_ONE:
        system.get(f"/applications/{application}{what}")
    with storage.reading() as tx:
        found = openings.openings(tx, plan)
    assert {each.what for each in found} == {
        "system application", "system submission", "reading dossier", "reading workbook", "system papers",
        "lender_questions every"}
    assert amals.get(page).text.count("(by a computer system of the lender)") == 6


def test_a_token_that_is_ended_is_refused_at_the_next_request(system, storage, krediet):
    assert system.get("/applications").status_code == 200
    with storage.writing() as tx:
        token, = api_tokens.tokens_of(tx, krediet)
        assert token.used_at and api_tokens.end(tx, krediet, token.id)
    answer = system.get("/applications")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="bizplan"')


def test_a_token_and_a_network_are_counted_and_wrong_tokens_apart(system, theirs, monkeypatch):
    monkeypatch.setattr(door, "OF_TOKEN", door.Limit("api token", 3, door.OF_TOKEN.within))
    monkeypatch.setattr(door, "OF_NETWORK", door.Limit("api network", 5, door.OF_NETWORK.within))
    monkeypatch.setattr(door, "WRONG_TOKENS", door.Limit("wrong token", 2, door.WRONG_TOKENS.within))
    wrong = [system.get("/applications", headers={"Authorization": "Bearer bp1_x"}) for _ in range(3)]
    assert [each.status_code for each in wrong] == [401, 401, 429]
    assert 0 < int(wrong[-1].headers["Retry-After"]) <= 15 * 60 + 1
    assert [system.get("/applications").status_code for _ in range(4)] == [200, 200, 200, 429]
    second = [theirs.get("/applications") for _ in range(3)]
    assert [each.status_code for each in second] == [200, 200, 429]
    assert second[-1].mimetype == "application/problem+json" and int(second[-1].headers["Retry-After"]) > 0
