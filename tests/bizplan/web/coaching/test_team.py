"""A manager's team: what is seen of it, who comes in for whom, and that another organisation's does not exist."""

import pytest

from bizplan.domain.coaching.summary import Summary
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import consents, notices, participants, people, plans, summaries
from tests.bizplan.storage.busy_desk import thread
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

TEAM = "/en/team"
NOBODY = "0" * 32


@pytest.fixture
def kade(storage, lien):
    """The organisation of Lien."""
    with storage.reading() as tx:
        return people.roles_of(tx, lien)[0].organisation


@pytest.fixture
def noor(storage, kade):
    """Another coach of it."""
    return added(storage, "Noor", Role.COACH, kade)


@pytest.fixture
def milas(app, storage, kade):
    """The browser of its manager."""
    return signed_in(app, storage, added(storage, "Mila", Role.MANAGER, kade))


@pytest.fixture
def elsewhere(storage):
    """Another organisation, with a coach and a plan."""
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", "Elsewhere")
    coach = added(storage, "Stranger", Role.COACH, organisation)
    return organisation, coach, seat(storage, "Omar", organisation, coach)


def added(storage, name, role, organisation):
    with storage.writing() as tx:
        person = people.add_person(tx, name, "nl")
        people.give_role(tx, person, role, organisation)
    return person


def seat(storage, name, organisation, *coaches, agreed=True):
    """A plan of an organisation with an owner of its own."""
    owner = added(storage, name, Role.ENTREPRENEUR, organisation)
    with storage.writing() as tx:
        if agreed:
            consents.write_down(tx, owner, CONSENT, "nl", given=True)
        plan = plans.make(tx, owner, "nl", organisation)
        for each in coaches:
            participants.let_in(tx, plan, each, Role.COACH)
        made = Summary(f"Secret of {name}", "nl", 3, "market", 4, 15, 1, "idea", -5.0)
        summaries.keep(tx, plan, 0, tx.now.date(), made)
    return plan


def coaches(storage, plan):
    with storage.reading() as tx:
        return set(participants.coaches_of(tx, plan))


def kinds(storage, plan):
    """The news that the entrepreneur of a plan has."""
    with storage.reading() as tx:
        return [each.kind.value for each in notices.notices_of(tx, plans.plan(tx, plan).owner)]


def send(browser, address, **answers):
    """Sends the form of a page that is about coaches."""
    page = opened(browser, address)
    form = next(each for each in page.tree.forms if each.get("action") == address)
    fields = {"csrf_token": dict(form.form_values())["csrf_token"], **answers}
    return browser.client.post(address, data=fields)


def test_a_manager_who_signs_in_comes_to_the_team_and_sees_load_and_progress_but_no_answer(
        milas, storage, lien, kade, noor):
    first, _second = seat(storage, "Amina", kade, lien), seat(storage, "Samira", kade, lien, agreed=False)
    seat(storage, "Farid", kade)
    with storage.writing() as tx:
        thread(tx, first, [plans.plan(tx, first).owner])
    page = opened(milas, "/en/")
    assert page.address == TEAM and page.of("//main//h2") == ["De Kade"]
    assert page.of("//main//h3") == ["Without a coach: 1", "Lien", "Noor"]
    assert "Plans: 2 · Waiting for the coach: 1 · the oldest is from today" in page.text
    assert "Your market · 4 of 15 parts done" in page.text and "Not agreed yet" in page.text
    assert "Secret" not in milas.get(TEAM).text and "−€" not in page.text
    assert not [each for each in page.of("//main//@href") if f"/plan/{first}" in each]


def test_plans_in_the_archive_free_a_seat(milas, storage, kade, lien):
    plan = seat(storage, "Amina", kade, lien)
    assert "Plans: 1" in opened(milas, TEAM).text
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    assert "Plans: 0" in opened(milas, TEAM).text and "In the archive" in opened(milas, TEAM).text


def test_a_coach_is_chosen_for_a_plan_that_nobody_coaches(milas, storage, kade, lien, noor):
    plan = seat(storage, "Farid", kade)
    address = f"{TEAM}/{kade}/plan/{plan}"
    assert address in opened(milas, TEAM).of("//main//@href")
    missing = shown(milas, send(milas, address))
    assert "Choose one of the list." in missing.text and coaches(storage, plan) == set()
    for _ in range(2):
        page = shown(milas, milas.client.get(send(milas, address, coach=noor).headers["Location"]))
    assert "Noor coaches this plan now." in page.text
    assert coaches(storage, plan) == {noor} and kinds(storage, plan) == ["joined"]


def test_another_coach_comes_in_for_chosen_plans(milas, liens, storage, kade, lien, noor):
    first, second = seat(storage, "Amina", kade, lien), seat(storage, "Bashir", kade, lien)
    address = f"{TEAM}/{kade}/coach/{lien}/replace"
    page = opened(milas, address)
    assert page.of("//input[@name='plan'][@checked]/@value") == [first, second]
    assert liens.get(f"/en/plan/{first}/").status_code == 200
    assert send(milas, address, plan=[first], coach=noor, absent="goes").status_code == 302
    assert (coaches(storage, first), coaches(storage, second)) == ({noor}, {lien})
    assert liens.get(f"/en/plan/{first}/").status_code == 404, "at the next request"
    assert sorted(kinds(storage, first)) == ["joined", "left"] and kinds(storage, second) == []
    send(milas, address, plan=[second], coach=noor, absent="stays")
    assert coaches(storage, second) == {lien, noor}


def test_a_form_that_lacks_something_is_shown_again_with_what_was_chosen(milas, storage, kade, lien, noor):
    first, second = seat(storage, "Amina", kade, lien), seat(storage, "Bashir", kade, lien)
    address = f"{TEAM}/{kade}/coach/{lien}/replace"
    page = shown(milas, send(milas, address, plan=[second], absent="stays"))
    assert page.of("//input[@name='plan'][@checked]/@value") == [second]
    assert page.of("//input[@name='absent'][@checked]/@value") == ["stays"]
    assert "Choose at least one plan." in shown(milas, send(milas, address, coach=noor)).text
    assert "Choose one of the list." in shown(milas, send(milas, address, plan=[first], coach=lien)).text
    assert coaches(storage, first) == coaches(storage, second) == {lien}


def test_a_coach_who_left_is_out_at_the_next_request_and_their_words_stay(milas, liens, storage, kade, lien, noor):
    plan = seat(storage, "Amina", kade, lien)
    with storage.writing() as tx:
        thread(tx, plan, [lien])
    address = f"{TEAM}/{kade}/coach/{lien}/leave"
    asked = opened(milas, address)
    assert "Plans that they coach now: 1" in asked.text and "It is their only role." in asked.text
    assert liens.get("/en/coaching/desk").status_code == 200
    answer = asked.press("/leave")
    assert "The coach is out of all plans." in shown(milas, milas.client.get(answer.headers["Location"])).text
    assert liens.get(f"/en/plan/{plan}/").headers["Location"] == "/en/sign-in"
    assert coaches(storage, plan) == set() and kinds(storage, plan) == ["left"]
    assert asked.press("/leave").status_code == 302, "sent twice is done once"
    assert kinds(storage, plan) == ["left"] and milas.get(address).status_code == 404


def test_only_coaches_of_the_organisation_can_be_chosen(milas, storage, kade, lien, noor, amal, elsewhere):
    assert noor
    _organisation, stranger, _plan = elsewhere
    free, taken = seat(storage, "Farid", kade), seat(storage, "Amina", kade, lien)
    for other in (stranger, amal, NOBODY, "x" * 100_000, "\u202e"):
        assert shown(milas, send(milas, f"{TEAM}/{kade}/plan/{free}", coach=other)).status == 200
        answer = send(milas, f"{TEAM}/{kade}/coach/{lien}/replace", plan=[taken], coach=other)
        assert "Choose one of the list." in shown(milas, answer).text
    assert coaches(storage, free) == set() and coaches(storage, taken) == {lien}


def test_plans_of_others_that_are_slipped_into_the_form_stay_as_they_are(milas, storage, kade, lien, noor, elsewhere):
    _organisation, stranger, theirs = elsewhere
    own, with_noor = seat(storage, "Amina", kade, lien), seat(storage, "Farid", kade, noor)
    send(milas, f"{TEAM}/{kade}/coach/{lien}/replace", plan=[own, theirs, with_noor, NOBODY], coach=noor)
    assert coaches(storage, theirs) == {stranger} and coaches(storage, own) == {noor} == coaches(storage, with_noor)


def test_what_belongs_to_another_organisation_is_not_there_for_a_manager(milas, storage, kade, lien, elsewhere):
    organisation, stranger, plan = elsewhere
    own = seat(storage, "Amina", kade, lien)
    page = opened(milas, TEAM).text
    assert "Stranger" not in page and "Omar" not in page and "Elsewhere" not in page
    addresses = [f"{TEAM}/{place}/plan/{each}" for place, each in (
        (organisation, plan), (kade, plan), (organisation, own), (kade, NOBODY), (NOBODY, own))]
    addresses += [f"{TEAM}/{place}/coach/{each}/{what}" for what in ("replace", "leave") for place, each in (
        (organisation, stranger), (kade, stranger), (organisation, lien), (kade, NOBODY), (NOBODY, lien))]
    for address in addresses:
        assert milas.get(address).status_code == 404, address
        assert milas.post(address, {"coach": lien, "plan": plan}, form="/en/me").status_code == 404, address
    assert coaches(storage, plan) == {stranger} and coaches(storage, own) == {lien}


def test_coaches_and_entrepreneurs_have_no_team(liens, amals, browser, kade, lien):
    for address in (TEAM, f"{TEAM}/{kade}/coach/{lien}/leave", f"{TEAM}/{kade}/coach/{lien}/replace"):
        assert liens.get(address).status_code == amals.get(address).status_code == 404
        assert browser.get(address).headers["Location"] == "/en/sign-in"
    assert liens.post(f"{TEAM}/{kade}/coach/{lien}/leave", form="/en/me").status_code == 404


def test_a_manager_opens_no_plan(milas, storage, kade, lien):
    plan = seat(storage, "Amina", kade, lien)
    for address in ("", "changes", "figures/", "file", "archive"):
        assert milas.get(f"/en/plan/{plan}/{address}").status_code == 404


def test_a_manager_who_coaches_too_finds_both(app, storage, kade, lien):
    with storage.writing() as tx:
        people.give_role(tx, lien, Role.MANAGER, kade)
    liens = signed_in(app, storage, lien)
    assert opened(liens, "/en/").address == "/en/coaching/desk"
    assert TEAM in opened(liens, "/en/coaching/desk").of("//header//@href")
    assert "/en/coaching/desk" in opened(liens, TEAM).of("//main//@href")


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_pages_keep_the_rules_in_every_language(milas, storage, kade, lien, noor, language):
    plan, alone = seat(storage, "أمينة <b>", kade, lien), seat(storage, "Farid", kade)
    for address in ("", f"/{kade}/plan/{alone}", f"/{kade}/plan/{plan}", f"/{kade}/coach/{lien}/replace",
                    f"/{kade}/coach/{noor}/replace", f"/{kade}/coach/{lien}/leave"):
        assert opened(milas, f"/{language}/team{address}").status == 200


def test_whom_an_entrepreneur_put_out_comes_back_only_by_their_own_invitation(milas, storage, lien, kade, noor):
    plan = seat(storage, "Amal", kade, lien)
    with storage.writing() as tx:
        participants.show_out(tx, plan, lien, by_owner=True)
    answer = send(milas, f"/en/team/{kade}/plan/{plan}", coach=lien)
    assert answer.status_code == 200 and "Only they can invite the coach again" in answer.text
    assert coaches(storage, plan) == set()
    with storage.writing() as tx:
        participants.let_in(tx, plan, noor, Role.COACH)
    answer = send(milas, f"/en/team/{kade}/coach/{noor}/replace", coach=lien, plan=plan)
    assert "Only they can invite the coach again" in answer.text and coaches(storage, plan) == {noor}
    with storage.writing() as tx:
        participants.let_in(tx, plan, lien, Role.COACH)
        participants.show_out(tx, plan, lien)
    back = send(milas, f"/en/team/{kade}/plan/{plan}", coach=lien)
    assert back.status_code == 302, "the entrepreneur let them in again, and it was not the entrepreneur who ended it"
