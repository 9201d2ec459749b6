"""What stands around every page: the menu of its plan, who is signed in, the foot, the bar of a demo."""

import pytest

from bizplan.web import layout
from tests.bizplan.web.opened import opened


def test_whoever_is_not_signed_in_sees_no_menu_and_no_name(browser):
    page = opened(browser, "/en/sign-in")
    assert page.of("//nav[@aria-label='Main menu']") == []
    assert page.of("//p[@class='me']") == []


@pytest.mark.parametrize(("where", "current"), [
    ("", "Plan"), ("study/idea/need", "Plan"), ("check/idea", "Plan"), ("figures/", "Figures"),
    ("figures/verdict", "Figures"), ("dossier/", "Dossier"), ("talk/", "Questions"),
])
def test_the_menu_leads_to_the_parts_of_the_plan_and_says_where_one_is(amals, plan, where, current):
    page = opened(amals, f"/en/plan/{plan}/{where}")
    menu = "//nav[@aria-label='Main menu']/a"
    assert page.of(menu) == ["Plan", "Figures", "Dossier", "Questions"]
    assert page.of(f"{menu}/@href") == [f"/en/plan/{plan}/{each}" for each in ("", "figures/", "dossier/", "talk/")]
    assert page.of(f"{menu}[@aria-current='page']") == [current]


def test_who_is_signed_in_stands_in_the_head_with_their_role_in_this_plan(amals, liens, plan):
    assert opened(amals, f"/en/plan/{plan}/").of("//p[@class='me']") == ["Amal · entrepreneur"]
    assert opened(liens, f"/en/plan/{plan}/").of("//p[@class='me']") == ["Lien · coach"]


def test_the_foot_leads_to_who_sees_what_and_to_all_plans(amals, plan):
    links = opened(amals, f"/en/plan/{plan}/").of("//footer//@href")
    assert links[:2] == ["/en/me", "/en/plans?all=1"]
    for link in links:
        assert opened(amals, link).heading


def test_a_name_with_signs_of_a_page_is_text(amals, storage, amal, plan):
    opened(amals, f"/en/plan/{plan}/study/idea/name").send({"idea.business_name": "<script>alert(1)</script> & Zn"})
    answer = amals.get(f"/en/plan/{plan}/")
    assert "<script>alert" not in answer.text
    assert "<script>alert(1)</script> & Zn" in opened(amals, f"/en/plan/{plan}/").text


def test_the_bar_of_a_demo_stands_only_in_a_demo(browser):
    assert "/demo/enter" not in browser.get("/en/sign-in").text


def test_a_page_that_is_not_there_has_the_same_surroundings(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/check/nothing", status=404)
    assert page.heading == "This page is not here"
    assert page.of("//p[@class='me']") == ["Amal · entrepreneur"]
    assert page.of("//footer//@href")[:2] == ["/en/me", "/en/plans?all=1"]


def test_what_stands_around_a_page_is_made_once_however_many_small_pages_stand_in_it(liens, plan, monkeypatch):
    made = []
    choices = layout.languages.choices
    monkeypatch.setattr(layout.languages, "choices", lambda: made.append(1) or choices())
    page = opened(liens, f"/en/plan/{plan}/check/idea")
    assert page.of("//form[.//textarea]"), "a small page stands in this one"
    assert len(made) == 1


def test_what_was_done_is_said_on_the_next_page_whatever_else_stands_in_it(liens, plan):
    opened(liens, f"/en/plan/{plan}/talk/new?about=part&key=idea").press("/talk/new", say="Is this your own idea?")
    page = opened(liens, f"/en/plan/{plan}/check/idea")
    assert "Your words are saved." in page.text
    assert "Your words are saved." not in opened(liens, f"/en/plan/{plan}/check/idea").text
