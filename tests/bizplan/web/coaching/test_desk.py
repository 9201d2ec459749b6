"""The desk in the browser: who waits, how a plan is found, where its name leads, and for whom it opens."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from bizplan import summing_up
from bizplan.domain.coaching.summary import Summary
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import consents, participants, people, plans, summaries
from bizplan.storage.plans import Change
from bizplan.web.coaching.desk import PAGE
from tests.bizplan.storage.busy_desk import appointment, contact, gate, read, review, thread
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.naughty import CONTROLS, MARKUP, SCRIPTS, SHELLS
from tests.bizplan.web.opened import opened

DESK, DAY = "/en/coaching/desk", timedelta(days=1)


@pytest.fixture
def entrepreneur(storage, lien):
    """Adds somebody with a plan that the coach accompanies."""
    def added(name, *, made=None, agreed=True):
        with storage.writing() as tx:
            who = people.add_person(tx, name, "nl")
            if agreed:
                consents.write_down(tx, who, CONSENT, "nl", given=True)
            plan = plans.make(tx, who, "nl")
            participants.let_in(tx, plan, lien, Role.COACH)
            if made:
                summaries.keep(tx, plan, 0, tx.now.date(), made)
        return who, plan
    return added


def made(title="Bakery", **more):
    return Summary(title, "nl", 2, "idea", **{"done": 3, "of": 15, **more})


def names(page):
    return page.of("//table//th[contains(@class, 'who')]")


def counts(page):
    """The tabs with how many plans stand under each."""
    found = (re.fullmatch(r"(.*) (\d+)", each) for each in page.of("//nav[@class='tabs']/a"))
    return {each[1]: int(each[2]) for each in found}


def test_a_coach_who_signs_in_comes_to_the_desk(liens, plan):
    page = opened(liens, "/en/")
    assert page.address == DESK and names(page) == ["Amal"] and page.of("//header//a[@aria-current='page']") == ["Desk"]
    assert DESK in opened(liens, f"/en/plan/{plan}/").of("//header//@href")


def test_the_desk_is_there_for_coaches_only(amals, browser):
    assert amals.get(DESK).status_code == 404
    assert browser.get(DESK).headers["Location"] == "/en/sign-in"
    assert DESK not in opened(amals, "/en/plans?all=1").of("//@href")


def test_who_coaches_nobody_yet_reads_what_to_do(liens):
    page = opened(liens, DESK)
    assert "You coach nobody here yet." in page.text
    assert "/en/coaching/entrepreneurs/add" in page.of("//main//@href")


@pytest.mark.parametrize(("clock", "greeting"), [
    ("2026-11-23T07:00:00Z", "Good morning, Lien"), ("2026-11-23T11:30:00Z", "Good afternoon, Lien"),
    ("2026-11-23T18:00:00Z", "Good evening, Lien")])
def test_the_greeting_follows_the_clocks_of_belgium(app, storage, lien, clock, greeting):
    with time_machine.travel(clock, tick=False):
        assert opened(signed_in(app, storage, lien), DESK).heading == greeting


def test_it_says_how_many_wait_and_leads_to_who_waits_longest(liens, storage, entrepreneur):
    (amina, first), (rami, second), _zahra = entrepreneur("Amina"), entrepreneur("Rami"), entrepreneur("Zahra")
    with storage.writing() as tx:
        thread(tx, first, [amina])
        review(replace(tx, now=tx.now - 3 * DAY), second, "household", "with coach", rami)
    page = opened(liens, DESK)
    assert "Waiting for you: 2. Rami waits longest: 3 days ago" in page.text
    assert names(page) == ["Rami", "Amina", "Zahra"]
    assert page.of("//table//*[contains(@class, 'grp')]") == ["Waits for you 2", "Just begun 1"]
    assert page.of("//table//*[contains(@class, 'tag')]") == [
        "To look at: Your family's budget", "Questions: 1", "Just begun"]


def test_a_row_tells_what_is_to_be_known(liens, storage, lien, entrepreneur):
    _amina, plan = entrepreneur("Amina", made=made(lowest_cash=-1234.4, blockers=2, blocked_in="financing"))
    with storage.writing() as tx:
        today = tx.now.date()
        thread(tx, plan, [lien], kind="request", due=today - DAY)
        gate(tx, plan, "profile", "go if", [today + 5 * DAY], lien)
        contact(tx, plan, date(2026, 1, 2), lien)
        appointment(tx, plan, 2, lien)
    page = opened(liens, DESK)
    for words in ("Amina", "Bakery", "Buying and borrowing", "You have not opened it yet", "Requests past their day: 1",
                  "Condition to meet by", "Next appointment:", "Last contact: 2 January 2026", "3/15", "today",
                  "−€ 1,234"):
        assert words in page.text, words
    assert page.of("//table//*[@role='img']/@aria-label") == ["3 of 15 parts done"]


def test_a_name_leads_to_what_changed_and_else_to_the_task_list(liens, storage, amal, plan):
    assert f"/en/plan/{plan}/" in opened(liens, DESK).of("//table//a/@href")
    opened(liens, f"/en/plan/{plan}/")
    with storage.writing() as tx:
        said = Said(("Bread",), "Bread")
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", said))
    page = opened(liens, DESK)
    assert "Answers changed since you looked: 1" in page.text
    way, = page.of("//table//a/@href")
    assert way.startswith(f"/en/plan/{plan}/changes?since=")
    assert "Bread" in opened(liens, way).text
    assert opened(liens, DESK).of("//table//a/@href") == [f"/en/plan/{plan}/"]


def test_a_name_leads_first_to_what_waits_and_what_changed_is_a_link_beside_it(liens, storage, amal, lien, plan):
    with storage.writing() as tx:
        read(tx, plan, lien)
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said(("Bread",), "Bread")))
        review(tx, plan, "market", "with coach", amal)
    way, changes = opened(liens, DESK).of("//table//a/@href")
    assert way == f"/en/plan/{plan}/check/market"
    assert changes.startswith(f"/en/plan/{plan}/changes?since=")
    with storage.writing() as tx:
        thread(tx, plan, [amal])
    assert opened(liens, DESK).of("//table//a/@href") == [f"/en/plan/{plan}/talk/", changes]


def test_what_changed_since_a_look_of_weeks_ago_is_shown_whole(liens, storage, amal, lien, plan):
    with storage.writing() as tx:
        read(replace(tx, now=tx.now - 30 * DAY), plan, lien)
        said = Said(("Bread",), "Bread")
        plans.save(replace(tx, now=tx.now - 20 * DAY), plan, amal, Change(Deed.ANSWER, "idea.need", "", said))
    way, = opened(liens, DESK).of("//table//a/@href")
    assert "Bread" in opened(liens, way).text
    for since in ("", "x", "2026-99-99", "0001-01-01", "9999-12-31"):
        assert liens.get(f"/en/plan/{plan}/changes?since={since}").status_code == 200
    assert "Bread" not in opened(liens, f"/en/plan/{plan}/changes").text


def test_the_figures_come_from_the_worker_and_the_desk_does_not_wait_for_it(liens, storage, bakery):
    assert "Just begun" in opened(liens, DESK).text
    summing_up.refresh(storage)
    page = opened(liens, DESK)
    assert "Bakkerij Zeven Zaden" in page.text and "The figures follow" not in page.text
    with storage.writing() as tx:
        plans.save(tx, bakery, None, Change(Deed.ANSWER, "idea.need", "", Said(("x",), "x"), base=10**6))
    assert "The figures follow in a minute" in opened(liens, DESK).text


def test_of_somebody_who_did_not_agree_only_the_name_stands_there(liens, entrepreneur):
    _who, plan = entrepreneur("Samira", made=made("Secret"), agreed=False)
    page = opened(liens, DESK)
    assert names(page) == ["Samira"] and "Not agreed yet" in page.text
    assert "Secret" not in page.text and plan not in liens.get(DESK).text


def test_tabs_sort_and_search_go_together(liens, storage, entrepreneur):
    entrepreneur("Zoë", made=made("100 % Brood", lowest_cash=5.0))
    entrepreneur("Bashir", made=made("Taxi", blockers=1, lowest_cash=-5.0))
    entrepreneur("Amina", made=made("Brood_en_koek", blockers=1, lowest_cash=1.0))
    _omar, old = entrepreneur("Omar", made=made("Brood", done=15))
    with storage.writing() as tx:
        plans.put_away(tx, old)
    assert counts(opened(liens, DESK)) == {
        "All": 3, "Waits for you": 0, "Something blocks": 2, "Quiet for three weeks": 0, "Dossier ready": 0,
        "Archive": 1}
    for asked, found in {
        "sort=name": ["Amina", "Bashir", "Zoë"], "sort=cash": ["Bashir", "Amina", "Zoë"],
        "q=brood&sort=name": ["Amina", "Zoë"], "q=%25": ["Zoë"], "q=_": ["Amina"], "q=zoe": ["Zoë"],
        "tab=blocks&sort=cash": ["Bashir", "Amina"], "tab=blocks&q=brood": ["Amina"], "tab=archive": ["Omar"],
        "tab=archive&q=taxi": [], "tab=nonsense&sort=nonsense&page=x": ["Amina", "Bashir", "Zoë"],
    }.items():
        assert names(opened(liens, f"{DESK}?{asked}")) == found, asked
    page = opened(liens, f"{DESK}?tab=blocks&q=brood&sort=cash")
    assert page.of("//form[@role='search']//input[@name='tab']/@value") == ["blocks"]
    assert page.of("//input[@name='q']/@value") == ["brood"]
    assert f"{DESK}?tab=archive&sort=cash&q=brood" in page.of("//nav[@class='tabs']//@href")


def test_more_plans_than_a_page_holds_stand_on_the_next(liens, entrepreneur):
    for at in range(PAGE + 2):
        entrepreneur(f"Person {at:02}")
    page = opened(liens, f"{DESK}?sort=name")
    assert len(names(page)) == PAGE and f"{DESK}?sort=name&page=2" in page.of("//main//@href")
    following = opened(liens, f"{DESK}?sort=name&page=2")
    assert names(following) == [f"Person {PAGE}", f"Person {PAGE + 1}"]
    assert f"{DESK}?sort=name" in following.of("//main//@href")
    assert names(opened(liens, f"{DESK}?page=999999999999")) == []


@pytest.mark.parametrize("text", [*MARKUP[:6], *SHELLS[:6], *SCRIPTS, *CONTROLS, "x" * 100_000, "\u202e" * 50])
def test_whatever_is_searched_the_page_stands(liens, plan, text):
    assert liens.get(DESK, query_string={"q": text, "tab": text[:50], "sort": text[:50], "page": text[:50],
                                         "news": text[:50], "plan": text[:50]}).status_code == 200


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_desk_keeps_the_rules_in_every_language(liens, storage, lien, entrepreneur, language):
    amina, plan = entrepreneur("أمينة <b>", made=made("مخبز & co", lowest_cash=9.0))
    with storage.writing() as tx:
        thread(tx, plan, [amina])
        contact(tx, plan, tx.now.date(), lien)
    page = opened(liens, f"/{language}/coaching/desk")
    assert names(page) == ["أمينة <b>"] and "مخبز & co" in page.text
