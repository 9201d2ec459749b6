"""Who sees a plan: shown to the entrepreneur and its coaches, and ended from the next request on."""

from datetime import UTC, datetime

import pytest

from bizplan.domain.coaching.news import Ended, News
from bizplan.domain.people import Role
from bizplan.storage import consents, invitations, jobs, notices, participants, people, plans
from bizplan.storage.participants import Known
from bizplan.web import access
from bizplan.web.authors import name_shown
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened


@pytest.fixture
def home(plan):
    return f"/en/plan/{plan}"


@pytest.fixture
def noor(storage, plan):
    with storage.writing() as tx:
        made = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, made, Role.COACH, people.add_organisation(tx, "coaching", "De Brug"))
        participants.let_in(tx, plan, made, Role.COACH)
    return made


def news(storage, person):
    with storage.reading() as tx:
        return [(each.kind, each.subject, each.author) for each in notices.notices_of(tx, person)]


def test_the_entrepreneur_sees_who_takes_part_and_when_they_opened_it(amals, liens, home, noor):
    liens.get(f"{home}/")
    page = opened(amals, f"{home}/people")
    assert page.heading == "Who sees my plan"
    now = page.of("//section[@aria-labelledby='now']//li")
    year = str(datetime.now(UTC).year)
    assert [row.split("Since")[0] for row in now] == [
        "Amal (you) · entrepreneur", "Lien · coach · De Kade", "Noor · coach · De Brug"]
    assert "opened it last on" in now[1] and year in now[1] and "has not opened it yet" in now[2]
    assert len(page.of("//a[contains(@href, '/end')]")) == 2


def test_a_coach_reads_the_same_page_without_the_ways_to_change_it(liens, amals, home, lien, storage, plan, amal):
    with storage.writing() as tx:
        invitations.invite(tx, plan, Role.COACH, amal, "secret@example.org")
    page = opened(liens, f"{home}/people")
    assert page.heading == "Who sees this plan" and "Amal" in page.text
    assert "secret@example.org" not in page.text and "A coach, by e-mail" in page.text
    assert page.of("//main//form") == [] and page.of("//main//a[contains(@href, '/end')]") == []
    assert page.of("//main//a[contains(@href, '/leave')]/text()") == ["Leave this plan"]


def test_ended_access_ends_at_the_next_request_and_what_was_written_stays(amals, liens, home, plan, lien, amal, noor,
                                                                           storage):
    assert liens.post(f"{home}/study/idea/need", {"asked": "idea.need", "base": "0", "idea.need": "From Lien"},
                      form=f"{home}/study/idea/need").status_code == 302
    asked = opened(amals, f"{home}/people/{lien}/end")
    assert asked.heading == "End this access?" and "Lien" in opened(amals, f"{home}/people").text
    assert liens.get(f"{home}/").status_code == 200
    assert amals.post(f"{home}/people/{lien}/end").headers["Location"] == f"{home}/people"
    for address in ("/", "/people", "/check/idea", "/figures/", "/dossier/", "/file", "/people/leave"):
        assert liens.get(home + address).status_code == 404
    assert plan not in liens.get("/en/plans?all=1").text
    page = opened(amals, f"{home}/people")
    assert "Lien no longer sees this plan." in page.text
    before, = page.of("//section[@aria-labelledby='before']//li")
    assert before.startswith("Lien · De KadeFrom") and before.endswith("former coach")
    assert "From Lien" in amals.get(f"{home}/history/idea.need").text
    assert (News.LEFT, lien, amal) in news(storage, noor) and (News.LEFT, lien, amal) not in news(storage, lien)


def test_a_coach_who_is_out_is_told_that_and_no_more_of_the_plan(amals, home, plan, lien, amal, storage):
    with storage.writing() as tx:
        notices.tell(tx, News.COMMENT, plan, amal, [lien], "thread")
        assert notices.unseen(tx, lien) == 1
    amals.post(f"{home}/people/{lien}/end")
    with storage.reading() as tx:
        told, = notices.notices_of(tx, lien)
        assert (told.kind, told.subject, told.author, notices.unseen(tx, lien)) == (
            News.ENDED, Ended.BY_OWNER.value, "", 1)


def test_a_document_that_is_being_made_for_a_coach_whose_access_ends_is_never_there(amals, liens, home, plan, lien,
                                                                                    storage):
    with storage.writing() as tx:
        job = jobs.ask(tx, "dossier", plan, lien, "nl", 0)
        jobs.take(tx, job)
    amals.post(f"{home}/people/{lien}/end")
    with storage.writing() as tx:
        assert not jobs.beat(tx, job, 90)
        jobs.finish(tx, job, b"%PDF")
    assert liens.get(f"{home}/dossier/{job}/file").status_code == 404
    assert amals.get(f"{home}/dossier/{job}/file").status_code == 404


def test_a_coach_leaves_by_themselves(liens, amals, home, amal, lien, storage):
    assert opened(liens, f"{home}/people/leave").heading == "Leave this plan?"
    answer = liens.post(f"{home}/people/leave")
    assert answer.headers["Location"] == "/en/plans?all=1"
    assert liens.get(f"{home}/people").status_code == 404
    assert (News.LEFT, lien, lien) in news(storage, amal)
    assert (News.ENDED, Ended.BY_THEMSELVES.value, "") in news(storage, lien)


@pytest.mark.parametrize("of", ["owner", "nobody", "former", "stranger"])
def test_only_a_coach_of_the_plan_can_be_shown_out(amals, amal, home, plan, lien, noor, storage, of):
    with storage.writing() as tx:
        participants.show_out(tx, plan, noor)
        stranger = people.add_person(tx, "Eve", "nl")
    who = {"owner": amal, "nobody": "0" * 32, "former": noor, "stranger": stranger}[of]
    assert amals.get(f"{home}/people/{who}/end").status_code == 404
    assert amals.post(f"{home}/people/{who}/end", form=f"{home}/people").status_code == 404


def test_in_the_archive_access_can_still_be_ended_and_nothing_else_decided(amals, liens, home, plan, lien, storage):
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    page = opened(amals, f"{home}/people")
    assert page.of("//a[contains(@href, '/invite')]") == [] and page.of("//input[@name='coaches']") == []
    assert amals.post(f"{home}/people/writing", {"coaches": "write"}, form="/en/me").status_code == 409
    assert amals.post(f"{home}/people/{lien}/end").status_code == 302
    assert liens.get(f"{home}/").status_code == 404


def test_the_entrepreneur_chooses_whether_coaches_write(amals, liens, home, plan, storage):
    page = opened(amals, f"{home}/people")
    assert page.of("//input[@name='coaches' and @checked]/@value") == ["suggest"]
    for chosen, may in (("write", True), ("write", True), ("suggest", False)):
        assert amals.post(f"{home}/people/writing", {"coaches": chosen}, form=f"{home}/people").status_code == 302
        with storage.reading() as tx:
            assert plans.plan(tx, plan).coach_writes is may
        assert opened(amals, f"{home}/people").of("//input[@name='coaches' and @checked]/@value") == [chosen]
    assert "Coaches suggest answers" in opened(liens, f"{home}/people").text


@pytest.mark.parametrize("chosen", ["", "both", "x" * 100_000, "\u202e"])
def test_another_choice_is_none(amals, home, plan, storage, chosen):
    assert amals.post(f"{home}/people/writing", {"coaches": chosen}, form=f"{home}/people").status_code == 400
    with storage.reading() as tx:
        assert plans.plan(tx, plan).coach_writes is False


def test_a_coach_decides_nothing_and_a_stranger_finds_nothing(app, storage, liens, home, lien, noor):
    with storage.writing() as tx:
        eve = people.add_person(tx, "Eve", "nl")
        people.give_role(tx, eve, Role.COACH, people.add_organisation(tx, "coaching", "De Ark"))
        owner = people.add_person(tx, "Omar", "ar")
        people.give_role(tx, owner, Role.ENTREPRENEUR)
        consents.write_down(tx, owner, access.CONSENT, "ar", given=True)
    decide = (f"{home}/people/writing", f"{home}/people/{noor}/end", f"{home}/people/invite")
    for browser in (liens, signed_in(app, storage, eve), signed_in(app, storage, owner)):
        assert [browser.post(each, {"coaches": "write"}, form="/en/me").status_code for each in decide] == [404] * 3
    for browser in (signed_in(app, storage, eve), signed_in(app, storage, owner)):
        assert browser.get(f"{home}/people").status_code == 404
        assert browser.post(f"{home}/people/leave", form="/en/me").status_code == 404


def test_the_ways_to_the_page_stand_on_the_task_list_and_with_ones_data(amals, home, bakery):
    assert f'href="{home}/people"' in amals.get(f"{home}/").text
    page = opened(amals, "/en/me/readers")
    assert page.of(f"//a[@href='{home}/people']") == ["Who sees this plan: Bakkerij Zeven Zaden"]
    assert "/en/me/readers" in amals.get("/en/me").text


def test_beside_what_they_wrote_people_are_called_what_they_are(app):
    with app.test_request_context("/en/"):
        app.preprocess_request()
        assert name_shown(Known("Lien", Role.COACH, former=True)) == "<bdi>Lien</bdi> (former coach)"
        assert name_shown(Known("<b>Amal", Role.ENTREPRENEUR)) == "<bdi>&lt;b&gt;Amal</bdi>"
        assert name_shown(None) == "<bdi>somebody who has left</bdi>"


def test_an_invitation_that_is_open_is_listed_until_it_ends(amals, home, plan, amal, storage):
    with storage.writing() as tx:
        made = invitations.invite(tx, plan, Role.COACH, amal, "noor@example.org")
        invitations.invite(tx, plan, Role.ENTREPRENEUR, amal)
    page = opened(amals, f"{home}/people")
    assert page.of("//section[@aria-labelledby='invited']//b") == ["noor@example.org"]
    end = f"{home}/people/invitations/{made.id}/end"
    assert amals.post(end, form=f"{home}/people").status_code == 302
    assert amals.post(end, form=f"{home}/people").status_code == 404
    assert opened(amals, f"{home}/people").of("//section[@aria-labelledby='invited']") == []
    with storage.reading() as tx:
        assert invitations.found(tx, made.token, Role.COACH) is None
