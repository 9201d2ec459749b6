"""The doors of a demo: each signs somebody in and opens where their work waits; nowhere else do they exist."""

import pytest

from bizplan import demonstration
from bizplan.config import Config
from bizplan.demonstration import bakery, example_plans
from bizplan.domain.clock import today
from bizplan.domain.living import living
from bizplan.web.application import application
from tests.bizplan.web.conftest import Browser
from tests.bizplan.web.opened import opened, record, shown

DOORS = ("entrepreneur", "coach", "manager")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A demo folder and the application over it."""
    folder = tmp_path_factory.mktemp("demo")
    storage = demonstration.furnish(folder)
    yield folder, storage, application(Config(folder, demo=True), storage, ask=lambda _job: None)
    storage.database.dispose()


@pytest.fixture
def visitor(made):
    """A browser in the demo."""
    return Browser(made[2].test_client())


def through(visitor, door, language="en"):
    """Goes through a door of the first page."""
    page = opened(visitor, f"/{language}/")
    form = next(each for each in page.tree.forms if "demo/enter" in each.get("action"))
    fields = {**dict(form.form_values()), "persona": door}
    return visitor.client.post(form.get("action"), data=fields, follow_redirects=True)


@pytest.mark.parametrize("language", ["nl", "en", "fr", "ar"])
def test_the_first_page_shows_a_door_for_each_who_waits(visitor, language):
    page = opened(visitor, f"/{language}/")
    found = page.of("//button[@name='persona']/@value") + page.of("//input[@name='persona']/@value")
    assert set(DOORS) <= set(found)


def test_the_entrepreneur_stands_before_the_price_that_covers_the_family(visitor, made):
    folder, storage, _app = made
    page = shown(visitor, through(visitor, "entrepreneur"))
    assert "products[].price" in page.of("//main//@name")
    values = demonstration.doors(folder)["entrepreneur"].values
    now = record(storage, values["plan"]).plan
    covered = living(now, today()).family.value
    assert 0.9 < covered < 1
    dearer = example_plans.priced(now, values["row"], now.value("products[].price", values["row"]) + 0.5)
    assert living(dearer, today()).family.value >= 1, "half a euro more, and the family is covered"


def test_beside_that_price_stands_what_the_coach_asked_and_what_she_answered(visitor):
    page = shown(visitor, through(visitor, "entrepreneur"))
    assert "Wat zeiden je klanten over de prijs?" in page.text and "لم يشتكِ أحد من السعر." in page.text


def test_the_coach_stands_before_a_desk_on_which_the_bakery_waits_and_comes_to_what_came_in_overnight(visitor):
    desk = shown(visitor, through(visitor, "coach"))
    row, = desk.tree.xpath("//table//tr[contains(., 'Bakkerij Zeven Zaden')]")
    for told in ("Questions: 1", "To look at: Price and promotion", "Answers changed since you looked: 2",
                 "Next appointment:", "Last contact:"):
        assert told in " ".join(row.text_content().split())
    asked, changed = (opened(visitor, row.xpath(path)[0]) for path in (
        ".//th//a/@href", ".//a[contains(., 'Answers changed')]/@href"))
    assert asked.heading == "Questions and remarks"
    page = changed
    for text in bakery.OVERNIGHT.values():
        assert text in page.text


@pytest.mark.parametrize(("tab", "names"), [
    ("waits", ["Samira H."]), ("blocks", ["Grâce M.", "Yonas T.", "Zahra R."]), ("quiet", ["Zahra R."]),
    ("ready", ["Farida N."]), ("archive", ["Shirin A."]),
])
def test_every_tab_of_the_desk_holds_a_plan(visitor, tab, names):
    through(visitor, "coach")
    page = opened(visitor, f"/en/coaching/desk?tab={tab}")
    assert sorted(page.of("//table//tr/th[@class='who']")) == names


def test_the_manager_sees_two_coaches_and_a_plan_that_nobody_coaches(visitor):
    page = shown(visitor, through(visitor, "manager"))
    assert page.heading == "Your team"
    assert page.of("//main//h3") == ["Without a coach: 1", "Coach Voorbeeld", "Tweede Coach Voorbeeld"]
    assert "Plans: 5" in page.text and "Plans: 1" in page.text


def test_the_desk_of_the_demo_says_from_the_start_how_far_each_plan_is(visitor):
    through(visitor, "coach")
    page = opened(visitor, "/en/coaching/desk")
    assert len(page.of("//table//td//*[@role='img']/@aria-label")) == 5
    assert "Bakkerij Zeven Zaden" in page.text and "Something blocks the plan 3" in page.text


@pytest.mark.parametrize("door", DOORS)
def test_a_door_opens_in_the_language_of_the_page_before_it(visitor, door):
    answer = through(visitor, door, "ar")
    assert shown(visitor, answer).tree.get("lang") == "ar"


@pytest.mark.parametrize("door", DOORS)
def test_behind_a_door_stands_the_bar_that_leads_to_the_others(visitor, door):
    page = shown(visitor, through(visitor, door))
    assert "/en/demo/enter" in page.of("//form/@action")


def test_a_door_that_does_not_exist_leads_nowhere(visitor):
    for door in ("", "administrator", "nobody"):
        assert through(visitor, door).status_code == 404


def test_a_folder_that_no_demo_made_has_no_doors_even_where_it_is_served_as_one(browser, app, config, storage):
    assert demonstration.doors(config.folder) == {}
    answer = browser.post("/en/demo/enter", {"persona": "coach"}, form="/en/sign-in")
    assert answer.status_code == 404
