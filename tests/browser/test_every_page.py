"""Every kind of page: no violation of accessibility in any language, light or dark, and every rule of pages holds."""

import pytest

from bizplan.demonstration import doors
from tests.browser.accessibility import COLOURS, violations
from tests.browser.coached_tour import Coached
from tests.browser.conftest import DESK
from tests.browser.tour import BEFORE_SIGNING_IN, NOT_THERE, OF_A_PERSON, OF_STAFF, Tour


@pytest.fixture(scope="module")
def tour(demo):
    return Tour.of(demo)


@pytest.fixture(scope="module")
def coached(tour):
    return Coached.of(tour)


def broken(visitor) -> list[str]:
    """What axe finds on the page, light and dark."""
    found = violations(visitor.page)
    visitor.page.emulate_media(color_scheme="dark")
    found += violations(visitor.page, COLOURS)
    visitor.page.emulate_media(color_scheme="light")
    return [f"{visitor.path}: {each}" for each in found]


def walk(visitor, language: str, pages) -> list[str]:
    """What is found on these pages, opened one after the other."""
    found = []
    for page in pages:
        visitor.open(f"/{language}/{page}")
        found += broken(visitor)
    return found


def test_a_few_pages_of_the_study_and_the_figures(visit_demo, tour):
    assert walk(visit_demo(tour.owner), "ar", list(tour.of_the_plan())[::6]) == []


@pytest.mark.whole
@pytest.mark.parametrize("language", ["nl", "en", "fr", "ar"])
class TestPages:
    """In one language."""

    def test_of_the_study_and_the_figures(self, language, visit_demo, tour):
        assert walk(visit_demo(tour.owner), language, tour.of_the_plan()) == []

    def test_of_a_person(self, language, visit_demo, tour):
        assert walk(visit_demo(tour.owner), language, OF_A_PERSON) == []

    def test_before_signing_in(self, language, visit_demo):
        assert walk(visit_demo(), language, BEFORE_SIGNING_IN) == []

    def test_that_are_not_there(self, language, visit_demo):
        visitor = visit_demo()
        with visitor.expecting_refusals():
            assert walk(visitor, language, NOT_THERE) == []

    def test_of_a_coach_at_a_desk(self, language, visit_demo, tour):
        pages = (*OF_STAFF, f"coaching/cards/{tour.owner}", *(f"plan/{tour.plan}/{each}" for each in (
            "", "changes", "study/idea/need", "figures/")))
        assert walk(visit_demo(tour.coach, staff=True, size=DESK), language, pages) == []


def test_a_few_pages_of_coaching(visit_demo, coached):
    assert walk(visit_demo(coached.tour.owner), "ar", list(coached.of_the_owner())[::14]) == []


def test_a_desk_with_plans_in_every_state_fits_every_window(visit_demo, coached):
    visitor = visit_demo(coached.tour.coach, staff=True)
    for width in (360, 768, 1000, 1153, 1280):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.open("/nl/coaching/desk")


@pytest.mark.whole
@pytest.mark.parametrize("language", ["nl", "ar"])
class TestCoaching:
    """Where two people work in one plan: each on their own device."""

    def test_of_the_entrepreneur_on_a_phone(self, language, visit_demo, coached):
        assert walk(visit_demo(coached.tour.owner), language, coached.of_the_owner()) == []

    def test_of_the_coach_at_a_desk(self, language, visit_demo, coached):
        pages = coached.of_the_coach()
        assert walk(visit_demo(coached.tour.coach, staff=True, size=DESK), language, pages) == []

    def test_of_a_manager_at_a_desk(self, language, visit_demo, coached, demo):
        manager = doors(demo.config.folder)["manager"].person
        assert walk(visit_demo(manager, staff=True, size=DESK), language, coached.of_the_manager()) == []

    def test_of_a_link_that_somebody_new_opens(self, language, visit_demo, coached):
        assert walk(visit_demo(), language, [f"welcome/{coached.link}"]) == []
