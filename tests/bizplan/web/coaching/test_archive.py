"""The archive: a plan goes in and comes out by its coach, and meanwhile is read and not changed."""

import pytest

from bizplan.domain.people import Role
from bizplan.storage import people, plans
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

DESK = "/en/coaching/desk"


def archived_at(storage, plan):
    with storage.reading() as tx:
        return plans.plan(tx, plan).archived_at


def put_away(liens, plan):
    """Puts a plan away, or away again."""
    asked = opened(liens, f"/en/plan/{plan}/archive")
    token = asked.of("//main//input[@name='csrf_token']/@value")[0]
    return shown(liens, liens.client.post(f"/en/plan/{plan}/archive/in", data={"csrf_token": token},
                                          follow_redirects=True))


def test_a_plan_is_put_away_after_a_page_that_says_what_it_means_and_stands_in_the_archive_only(liens, plan):
    assert f"/en/plan/{plan}/archive" in opened(liens, f"/en/plan/{plan}/").of("//main//@href")
    asked = opened(liens, f"/en/plan/{plan}/archive")
    assert asked.heading == "Put this plan in the archive?" and "Nothing is erased." in asked.text
    page = put_away(liens, plan)
    assert "The plan of Amal is in the archive." in page.text and page.of("//table") == []
    assert opened(liens, f"{DESK}?tab=archive").of("//table//a/@href") == [f"/en/plan/{plan}/"]


def test_it_comes_out_again_and_work_goes_on(liens, storage, plan):
    put_away(liens, plan)
    asked = opened(liens, f"/en/plan/{plan}/archive")
    assert asked.heading == "Take this plan out of the archive?"
    page = shown(liens, liens.client.get(asked.press("/archive/out").headers["Location"]))
    assert "The plan of Amal is out of the archive." in page.text
    assert page.of("//table//a/@href") == [f"/en/plan/{plan}/"] and archived_at(storage, plan) is None
    sent = opened(liens, f"/en/plan/{plan}/study/idea/need").send({"idea.need": "Bread"})
    assert sent.status_code == 302


def test_putting_away_twice_keeps_the_first_day(liens, storage, plan):
    put_away(liens, plan)
    first = archived_at(storage, plan)
    put_away(liens, plan)
    assert first is not None and archived_at(storage, plan) == first


def test_the_entrepreneur_reads_it_and_changes_nothing(liens, amals, storage, bakery):
    page = opened(amals, f"/en/plan/{bakery}/study/idea/need")
    put_away(liens, bakery)
    assert "This plan is in the archive since" in opened(amals, f"/en/plan/{bakery}/").text
    assert "In the archive" in opened(amals, "/en/plans?all=1").text
    for address in ("check/idea", "changes", "figures/", "dossier/", "study/idea/need"):
        assert opened(amals, f"/en/plan/{bakery}/{address}").status == 200
    assert page.send({"idea.need": "Other"}).status_code == 409


def test_only_a_coach_of_the_plan_puts_it_away_or_takes_it_out(amals, app, storage, plan, other):
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl")
        people.give_role(tx, noor, Role.COACH, people.add_organisation(tx, "coaching", "Other"))
    noors = signed_in(app, storage, noor)
    assert "archive" not in " ".join(opened(amals, f"/en/plan/{plan}/").of("//main//@href"))
    for browser, form in ((amals, "/en/plans?all=1"), (noors, "/en/me")):
        assert browser.get(f"/en/plan/{plan}/archive").status_code == 404
        for way in ("in", "out"):
            assert browser.post(f"/en/plan/{plan}/archive/{way}", form=form).status_code == 404
    assert archived_at(storage, plan) is None
    assert other.get(f"/en/plan/{plan}/archive").headers["Location"] == "/en/sign-in"


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_pages_keep_the_rules_in_every_language(liens, plan, language):
    opened(liens, f"/{language}/plan/{plan}/archive")
    put_away(liens, plan)
    opened(liens, f"/{language}/plan/{plan}/archive")
    opened(liens, f"/{language}/plan/{plan}/")
