"""Competences side by side: fair to both, readable without colour, with what came out of the talk."""

import pytest

from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans
from bizplan.storage.plans import Change
from tests.bizplan.web.opened import opened

VISION = "competences.entrecomp.vision."


@pytest.fixture
def rate(storage, plan, amal):
    """The vision is rated so in an empty plan."""
    def ratings(**given):
        with storage.writing() as tx:
            for name, value in given.items():
                now = plans.plan(tx, plan).sequence
                plans.save(tx, plan, amal, Change(Deed.ANSWER, VISION + name, "",
                                                  Said.of(VISION + name, value, text=(str(value),)), base=now))
    return ratings


def numbers(browser, plan):
    """The ratings of the first statement about the vision: of the entrepreneur, then of the coach."""
    page = opened(browser, f"/en/plan/{plan}/competences/")
    line = page.tree.xpath("//div[@class='qa'][contains(., 'in three years')]")[0]
    return [each.strip() for each in line.xpath(".//b[@class='n']/text() | .//span[@class='soft']/text()")]


def test_an_entrepreneur_sees_the_ratings_of_the_coach_once_both_rated_the_competence(amals, liens, plan, rate):
    rate(first=4, first_coach=2)
    assert numbers(amals, plan) == ["4", "–"] and numbers(liens, plan) == ["4", "2"]
    assert "Talk about it" not in opened(amals, f"/en/plan/{plan}/competences/").text
    rate(second=3, second_coach=3)
    assert numbers(amals, plan) == ["4", "2"]


def test_where_they_differ_by_two_there_is_something_to_talk_about(amals, plan, rate):
    rate(first=4, first_coach=2, second=3, second_coach=4)
    page = opened(amals, f"/en/plan/{plan}/competences/")
    assert page.of("//section[@aria-labelledby='to-talk']//li") == ["Vision"]
    assert page.text.count("Talk about it") == 1


def test_all_fifteen_with_conclusion_actions_and_source(amals, liens, bakery):
    for browser in (amals, liens):
        page = opened(browser, f"/en/plan/{bakery}/competences/")
        assert len(page.of("//h3")) == 15
        assert "EntreComp" in page.text and "Bacigalupo" in page.text
        assert "What came out of the talk" in page.text and "Nothing was agreed yet" not in page.text
    assert opened(liens, f"/en/plan/{bakery}/competences/").of("//a[contains(., 'Change the conclusion')]")
    assert not opened(amals, f"/en/plan/{bakery}/competences/").of("//a[contains(., 'conclusion')]")


def test_it_is_found_from_the_task_list_and_below_the_answers_about_the_person(amals, bakery):
    for page in ("", "check/competences"):
        links = opened(amals, f"/en/plan/{bakery}/{page}").of("//main//a/@href")
        assert f"/en/plan/{bakery}/competences/" in links
