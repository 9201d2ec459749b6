"""The ways below the task list: all that is done with a plan beside answering it, near for both, and told in a word."""

import re

import pytest

from bizplan import demonstration
from bizplan.config import Config
from bizplan.storage import plans
from bizplan.web.access import Entry
from bizplan.web.application import application
from tests.bizplan.web.conftest import Browser
from tests.bizplan.web.opened import opened

WAYS = "//section[@aria-labelledby='ways']//a"
OPEN_TO = {"entrepreneur": {Entry.PARTICIPANT, Entry.OWNER}, "coach": {Entry.PARTICIPANT, Entry.ITS_COACH}}
REACHED_OTHERWISE = {"figures.living", "study.first_things", "evidence.strongest", "contacts.add", "links.make",
                     "lender_asks.every"}
"""A frame in other pages, two pages at the end of a part of the study, the form on the page of contacts, and two pages
that lenders lead to, once the plan was handed in to one."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A demo, its application and the plan of its bakery."""
    folder = tmp_path_factory.mktemp("demo")
    storage = demonstration.furnish(folder)
    plan = demonstration.doors(folder)["entrepreneur"].values["plan"]
    yield application(Config(folder, demo=True), storage, ask=lambda _job: None), plan
    storage.database.dispose()


def entered(app, who):
    """A browser that went through a door of the demo."""
    visitor = Browser(app.test_client())
    form = next(each for each in opened(visitor, "/en/").tree.forms if "demo/enter" in each.get("action"))
    visitor.client.post(form.get("action"), data={**dict(form.form_values()), "persona": who})
    return visitor


def linked(visitor, address):
    """The addresses to which a page leads, without what stands behind them."""
    answer = visitor.client.get(address, follow_redirects=True)
    assert answer.status_code == 200, address
    return {each.partition("?")[0] for each in re.findall(r'href="(/en/[^"#]*)"', answer.text)
            } if answer.mimetype == "text/html" else set()


@pytest.mark.parametrize("who", OPEN_TO)
def test_every_page_about_a_plan_is_at_most_two_presses_from_its_task_list(demo, who):
    app, plan = demo
    visitor = entered(app, who)
    near = linked(visitor, f"/en/plan/{plan}/")
    near |= {further for each in near for further in linked(visitor, each)}
    pages = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods and "<plan>" in rule.rule
             and rule.arguments == {"language", "plan"} and app.view_functions[rule.endpoint].entry in OPEN_TO[who]]
    assert len(pages) > 15
    far = {rule.endpoint for rule in pages
           if rule.rule.replace("<language>", "en").replace("<plan>", plan) not in near}
    assert far <= REACHED_OTHERWISE


@pytest.mark.parametrize("who", OPEN_TO)
def test_no_way_is_there_twice(demo, who):
    app, plan = demo
    ways = opened(entered(app, who), f"/en/plan/{plan}/").of(f"{WAYS}/@href")
    assert len(ways) == len(set(ways)) > 12


def test_a_way_says_how_far_it_is_there(demo):
    app, plan = demo
    ways = [" ".join(each.split()) for each in opened(entered(app, "entrepreneur"), f"/en/plan/{plan}/").of(WAYS)]
    assert {"Questions and requests Open: 2", "Suggestions", "Texts in Dutch: 2 of 4 ready", "Approved parts 3 of 15",
            "The four decisions 2 of 4"} <= set(ways)


def test_what_the_coach_noted_is_counted_for_coaches_only(demo):
    app, plan = demo
    assert "Open: 3" in opened(entered(app, "coach"), f"/en/plan/{plan}/").text


def test_a_new_plan_has_the_same_ways_without_counts_and_nothing_that_was_never_suggested(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/")
    ways = [" ".join(each.split()) for each in page.of(WAYS)]
    assert {"Questions and requests", "Approved parts", "The four decisions", "Texts in two languages"} <= set(ways)
    assert "Suggestions" not in ways


def test_the_coach_finds_the_archive_there_and_the_entrepreneur_does_not(amals, liens, plan):
    archive = f"/en/plan/{plan}/archive"
    assert archive in opened(liens, f"/en/plan/{plan}/").of(f"{WAYS}/@href")
    assert archive not in opened(amals, f"/en/plan/{plan}/").of("//@href")


def test_over_a_plan_in_the_archive_nobody_writes_together_and_the_way_out_is_there(liens, plan, storage):
    together, archive = f"/en/plan/{plan}/together", f"/en/plan/{plan}/archive"
    assert together in opened(liens, f"/en/plan/{plan}/").of(f"{WAYS}/@href")
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    ways = opened(liens, f"/en/plan/{plan}/").of(f"{WAYS}/@href")
    assert together not in ways and archive in ways


def test_each_calls_it_by_what_it_is_to_them(amals, liens, plan):
    title = "//h2[@id='ways']"
    assert opened(amals, f"/en/plan/{plan}/").of(title) == ["Together with your coach"]
    assert opened(liens, f"/en/plan/{plan}/").of(title) == ["About this plan"]


def test_from_every_page_of_a_plan_the_coach_comes_back_to_the_desk(liens, plan):
    for where in ("", "study/idea/need", "check/idea", "talk/", "figures/", "dossier/", "contacts"):
        assert "/en/coaching/desk" in opened(liens, f"/en/plan/{plan}/{where}").of("//nav//@href")
