"""A lender's system reads which papers are there, and each file that its officers may open; nothing else of them."""

from datetime import date

import pytest

from bizplan.domain.lending.papers import Reader
from bizplan.domain.people import CONSENT
from bizplan.domain.readiness.papers import PAPERS
from bizplan.storage import applications, consents, openings, papers
from tests.bizplan.web.conftest import signed_in

NOWHERE = "0" * 32


@pytest.fixture
def application(hand_in, krediet) -> str:
    """What was handed in, with the papers about residence."""
    return hand_in(krediet, more=("residence",))


def listed(system, application):
    """The papers of an application, by what they are."""
    return {each["paper"]: each for each in system.get(f"/applications/{application}/papers").json["papers"]}


def test_every_paper_is_on_the_list_and_none_is_given_yet(system, application):
    found = listed(system, application)
    assert list(found) == [key.rpartition(".")[2] for key in PAPERS]
    assert not any(each["given"] or each["files"] for each in found.values())
    assert found["identity"]["title"] == "Identiteits- of verblijfskaart, beide zijden"


def test_a_file_that_the_lender_may_see_is_told_and_comes_as_it_was_sent(system, application, send_paper):
    file = send_paper(application, "quotes", valid_until=date(2027, 6, 30))
    told = listed(system, application)["quotes"]
    assert told["given"] and told["files"] == [{
        "id": file, "name": "my quotes", "kind": "pdf", "pages": 1, "size": 13, "valid_until": "2027-06-30",
        "address": f"/api/v1/applications/{application}/papers/{file}"}]
    answer = system.get(told["files"][0]["address"].removeprefix("/api/v1"))
    assert (answer.status_code, answer.mimetype, answer.get_data()) == (200, "application/pdf", b"%PDF paper \x00\xff")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_photo_is_kept_as_well_and_only_taken_by_who_takes_photos(system, application, send_paper):
    address = f"/applications/{application}/papers/{send_paper(application, 'quotes', kind='jpeg')}"
    answer = system.get(address, headers={"Accept": "image/jpeg"})
    assert (answer.mimetype, answer.headers["Content-Disposition"][:10]) == ("image/jpeg", "attachment")
    assert system.get(address, headers={"Accept": "application/pdf"}).status_code == 406


@pytest.mark.parametrize(("paper", "how"), [
    ("quotes", {"reader": Reader.SELF}), ("quotes", {"reader": Reader.COACH}), ("quotes", {"later": True}),
    ("bank_statements", {}),
])
def test_a_file_that_an_officer_does_not_see_is_as_if_it_never_was(system, application, send_paper, paper, how):
    before = system.get(f"/applications/{application}/papers").text
    file = send_paper(application, paper, **how)
    assert system.get(f"/applications/{application}/papers").text == before
    never = system.get(f"/applications/{application}/papers/{NOWHERE}")
    answer = system.get(f"/applications/{application}/papers/{file}")
    assert (answer.status_code, answer.get_data()) == (404, never.get_data())


def test_what_the_system_may_see_is_what_the_officers_see(app, storage, omar, system, application, send_paper):
    files = [send_paper(application, paper, reader) for paper in ("identity", "bank_statements", "quotes")
             for reader in Reader]
    officer = signed_in(app, storage, omar)
    seen = {each["id"] for told in listed(system, application).values() for each in told["files"]}
    for file in files:
        on_screen = officer.get(f"/en/lending/{application}/dossier/papers/{file}").status_code
        assert on_screen == system.get(f"/applications/{application}/papers/{file}").status_code
        assert (file in seen) is (on_screen == 200)
    assert len(seen) == 2


def test_a_file_that_is_removed_or_no_longer_for_lenders_is_gone(system, storage, application, send_paper):
    first, second = (send_paper(application, paper) for paper in ("quotes", "identity"))
    with storage.writing() as tx:
        plan = applications.application(tx, application).plan
        papers.remove(tx, plan, first)
        papers.change(tx, plan, second, Reader.COACH, None)
    assert not any(each["given"] for each in listed(system, application).values())
    assert [system.get(f"/applications/{application}/papers/{each}").status_code for each in (first, second)] == [
        404, 404]


def test_a_file_of_another_application_is_not_here(system, krediet, hand_in, application, send_paper):
    file = send_paper(hand_in(krediet), "quotes")
    assert system.get(f"/applications/{application}/papers/{file}").status_code == 404


def test_as_long_as_nothing_can_be_read_there_are_no_papers(system, krediet, hand_in, send_paper):
    application = hand_in(krediet, freeze=False)
    file = send_paper(application, "quotes")
    assert system.get(f"/applications/{application}/papers").status_code == 404
    assert system.get(f"/applications/{application}/papers/{file}").status_code == 404


def test_another_lender_and_a_version_taken_back_and_no_study_are_all_not_there(
        system, theirs, storage, amal, application, send_paper, withdraw):
    addresses = [f"/applications/{application}/papers",
                 f"/applications/{application}/papers/{send_paper(application, 'quotes')}"]
    assert [system.get(each).status_code for each in addresses] == [200, 200]
    assert [theirs.get(each).status_code for each in addresses] == [404, 404]
    for given, status in ((False, 404), (True, 200)):
        with storage.writing() as tx:
            consents.write_down(tx, amal, CONSENT, "en", given=given)
        assert [system.get(each).status_code for each in addresses] == [status] * 2
    withdraw(application, 1)
    assert [system.get(each).status_code for each in addresses] == [404, 404]


def test_the_entrepreneur_sees_that_a_system_took_a_paper(system, storage, amals, application, send_paper):
    file = send_paper(application, "quotes")
    for each in ("", f"/{file}"):
        system.get(f"/applications/{application}/papers{each}")
    with storage.reading() as tx:
        plan = applications.application(tx, application).plan
        assert {each.what for each in openings.openings(tx, plan)} == {"system papers", "reading paper"}
    told = amals.get(f"/en/plan/{plan}/lenders/links/").text
    assert told.count("(by a computer system of the lender)") == 2 and "the list of papers" in told
