"""Versions of a plan: its moments, what changed between two of them in words and figures, and their names."""

import time
from datetime import timedelta
from functools import partial

import pytest

from bizplan.domain.people import Role
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import jobs, participants, people, plans, versions
from bizplan.storage.plans import Change
from financial_models.assumptions import Grade
from tests.bizplan.web.coaching.moments import answered, bread, newest, rearranged
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, record, shown

PRICE, RENT, NEED, OPINION = "products[].price", "household.expenses.rent", "idea.need", "planning.coach.opinion"


@pytest.fixture
def home(plan):
    """The address of the versions."""
    return f"/en/plan/{plan}/versions"


@pytest.fixture
def say(storage, plan):
    """Somebody answers a question; the sequence that this made."""
    return partial(answered, storage, plan)


@pytest.fixture
def rows(storage, plan, amal):
    """Rows are added, moved and removed."""
    return partial(rearranged, storage, plan, amal)


def test_the_price_of_a_bag_moves_the_lowest_cash_by_what_the_sentence_says(amals, amal, bakery, storage, home, say):
    row, before = bread(storage, bakery), newest(storage, bakery)
    say(amal, PRICE, 3.2, row)
    page = opened(amals, f"{home}/compare?from={before}")
    assert page.of("//main//dt") == [QUESTIONS[PRICE].wording]
    assert (page.of("//del"), page.of("//ins")) == (["€ 3.40"], ["€ 3.20"])
    assert "The lowest cash falls from € 2,967 to € 2,833, in March 2027." in page.text
    assert "The part of what the family needs that is earned falls from 105.5% to 101.7%." in page.text
    assert "What is earned for each euro of debt falls from € 1.19 to € 1.06." in page.text
    assert "Sales cover the costs from March 2027 on, as before." in page.text


def test_the_other_way_round_is_the_same_difference_and_without_an_end_it_is_until_now(amals, amal, home, say):
    first, second = say(amal, RENT, 500), say(amal, RENT, 600)
    texts = {opened(amals, f"{home}/compare?{asked}").text for asked in (
        f"from={first}&to={second}", f"from={second}&to={first}", f"from={first}", f"from={first}&to=")}
    assert len(texts) == 1
    assert "Before:€ 500 a month" in texts.pop()


@pytest.mark.parametrize("asked", [
    "from=99", "from=1&to=99", "from=-1", "from=x", "from=1.5", "from=٣", "from=" + "1" * 40, "from=1&to=%00",
])
def test_a_moment_that_never_was_or_is_still_to_come_does_not_exist(amals, amal, home, say, asked):
    say(amal, RENT, 500)
    assert amals.get(f"{home}/compare?{asked}").status_code == 404


def test_where_one_moment_has_no_figures_the_page_says_what_was_missing(amals, bakery, home):
    page = opened(amals, f"{home}/compare?from=0")
    assert "It could not be calculated before. Now it is € 2,967." in page.text
    assert "What was missing before:" in page.text
    assert "No answer changed" not in page.text


def test_where_very_much_changed_each_part_has_a_page_of_its_own(amals, bakery, home):
    page = opened(amals, f"{home}/compare?from=0")
    assert page.of("//main//dt") == []
    links = [each for each in page.of("//main//@href") if "part=" in each]
    assert len(links) > 5
    assert "Lowest on your account" in page.text
    part = opened(amals, next(each for each in links if "part=idea" in each))
    assert part.of("//main//section/h2[starts-with(@id, 'in-')]") == ["Your idea"]
    assert part.of("//main//dt")


def test_an_answer_that_came_and_one_that_went_and_better_evidence_are_told(amals, amal, home, say):
    say(amal, RENT, 500, evidence=Grade(1))
    before = say(amal, NEED, "Bread")
    say(amal, RENT, 500, evidence=Grade(6), note="In the lease")
    say(amal, NEED, None)
    say(amal, "idea.offer", "Cake")
    page = opened(amals, f"{home}/compare?from={before}")
    assert sorted(page.of("//dl//span[contains(@class, 'tag')]")) == ["Added", "Changed", "Gone"]
    assert "It rested on a guess, then on a contract." in page.text
    assert "In the lease" in page.text


def test_rows_that_came_went_and_moved_are_told_by_their_names(amals, amal, home, storage, plan, say, rows):
    for row, name in (("a", "Bread"), ("b", "Cake"), ("e", "Salt"), ("c", "Tea")):
        rows(Deed.ADD, row)
        say(amal, "products[].name", name, row)
    before = newest(storage, plan)
    rows(Deed.REMOVE, "b")
    rows(Deed.MOVE, "c", "")
    rows(Deed.ADD, "d")
    say(amal, "products[].name", "Juice", "d")
    headings = opened(amals, f"{home}/compare?from={before}").of("//main//h3")
    assert headings[:3] == ["Tea Moved", "Juice Added", "Cake Gone"]


def test_long_texts_show_only_once_what_stands_in_both(amals, amal, home, say):
    same = "Every morning people from the street ask where they can buy bread that is still warm, and nobody bakes."
    before = say(amal, NEED, f"{same} We will.")
    say(amal, NEED, f"{same} My brother and I will.")
    page = opened(amals, f"{home}/compare?from={before}")
    assert page.of("//del") == ["We"]
    assert page.of("//ins") == ["My brother and I"]


def test_what_people_write_is_text_on_these_pages_too(amals, amal, home, say):
    before = say(amal, NEED, "<script>alert(1)</script>")
    say(amal, NEED, "<b>مرحبا</b> \u202etest")
    answer = amals.get(f"{home}/compare?from={before}")
    assert "<script>alert" not in answer.text
    assert "<b>مرحبا" not in answer.text


def test_the_entrepreneur_is_not_shown_what_only_coaches_are_asked(amals, liens, amal, lien, home, say):
    before = say(amal, NEED, "Bread")
    say(lien, OPINION, "Too early")
    assert "Too early" not in opened(amals, f"{home}/compare?from={before}").text
    assert "No answer changed" in opened(amals, f"{home}/compare?from={before}").text
    assert "Too early" in opened(liens, f"{home}/compare?from={before}").text


def test_the_timeline_has_days_names_documents_the_beginning_and_now(amals, amal, home, say, storage, plan):
    first = say(amal, RENT, 500, after=timedelta(days=-9))
    say(amal, RENT, 600, after=timedelta(days=-5))
    with storage.writing() as tx:
        versions.name(tx, plan, amal, first, "Before the talk")
        job = jobs.ask(tx, "dossier", plan, amal, "nl", first)
        jobs.take(tx, job)
        jobs.finish(tx, job, b"%PDF")
    say(amal, RENT, 700)
    labels = opened(amals, home).of("//ol[contains(@class, 'past')]/li/p[1]/b")
    assert labels[0] == "Now"
    assert labels[-1] == "The beginning: nothing was answered yet"
    assert labels[2] == "Before the talk"
    assert "The dossier was made" in labels
    assert sum(each.startswith("The end of ") for each in labels) == 2


def test_two_moments_are_chosen_from_lists(amals, amal, home, say, storage, plan):
    first = say(amal, RENT, 500, after=timedelta(days=-9))
    say(amal, RENT, 600)
    page = opened(amals, home)
    assert page.of("//select[@name='from']/option[@selected]/@value") == [str(first)]
    assert page.of("//select[@name='to']/option[@selected]/@value") == [str(first + 1)]


def test_a_moment_gets_a_name_once_however_often_it_is_sent(amals, amal, home, say, storage, plan):
    first = say(amal, RENT, 500)
    say(amal, RENT, 600)
    page = opened(amals, home)
    for _twice in range(2):
        page.press("/versions/name", sequence=str(first), name="First \u202eideas")
    with storage.reading() as tx:
        found, = versions.versions_of(tx, plan)
    assert (found.name, found.sequence, found.author) == ("First ideas", first, amal)


@pytest.mark.parametrize(("typed", "told"), [
    ("", "Write a name. One word is enough."), (" \u200b ", "Write a name. One word is enough."),
    ("x" * 100_000, "Write at most 300 characters. Now there are 100,000."),
])
def test_a_name_that_cannot_be_one_stays_in_its_field(amals, amal, home, say, storage, plan, typed, told):
    say(amal, RENT, 500)
    page = shown(amals, opened(amals, home).press("/versions/name", name=typed))
    assert told in page.text
    assert page.of("//input[@name='name']/@value") == [typed]
    with storage.reading() as tx:
        assert versions.versions_of(tx, plan) == ()


def test_whoever_gave_a_name_changes_it_and_takes_it_away_and_so_does_the_owner_of_the_plan(
        amals, liens, amal, lien, home, say, storage, plan):
    say(amal, RENT, 500)
    with storage.writing() as tx:
        own, coachs = (versions.name(tx, plan, who, 1, "A name") for who in (amal, lien))
    assert liens.get(f"{home}/{own}/rename").status_code == 404
    assert liens.post(f"{home}/{own}/take-away", form=home).status_code == 404
    opened(liens, f"{home}/{coachs}/rename").press("/rename", name="Another")
    assert "Another" in opened(amals, home).text
    for each in (own, coachs):
        amals.post(f"{home}/{each}/take-away", form=home)
    with storage.reading() as tx:
        assert versions.versions_of(tx, plan) == ()
    assert newest(storage, plan) == 1


def test_a_version_of_another_plan_is_not_there(amals, amal, storage, home, plan):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        elsewhere = versions.name(tx, other, amal, 0, "Elsewhere")
    assert amals.get(f"{home}/{elsewhere}/rename").status_code == 404
    assert "Elsewhere" not in opened(amals, home).text


def test_the_names_of_people_who_left_are_not_known_any_more(amals, amal, home, say, storage, plan, app):
    with storage.writing() as tx:
        gone = people.add_person(tx, "Gone", "nl")
        people.give_role(tx, gone, Role.COACH)
        participants.let_in(tx, plan, gone, Role.COACH)
    say(gone, RENT, 500, after=timedelta(days=-3))
    say(amal, RENT, 600)
    assert signed_in(app, storage, gone).get(home, follow_redirects=True).status_code == 200
    with storage.writing() as tx:
        people.close(tx, gone)
    assert "somebody who has left" in opened(amals, home).text


def test_the_changes_of_the_last_week_and_the_tasks_lead_to_the_versions(amals, plan):
    for address in (f"/en/plan/{plan}/changes", f"/en/plan/{plan}/"):
        assert f"/en/plan/{plan}/versions/" in opened(amals, address).of("//main//@href")


def test_a_difference_of_five_hundred_revisions_takes_less_than_a_second(amals, amal, bakery, home, storage):
    before, stands = newest(storage, bakery), record(storage, bakery)
    texts = [place for place in stands.answers if place[0] in QUESTIONS and QUESTIONS[place[0]].kind is Kind.LONG_TEXT]
    with storage.writing() as tx:
        for number in range(500):
            key, row = texts[number % len(texts)]
            told = Said.of(key, f"Text number {number} " * 50)
            plans.save(tx, bakery, amal, Change(Deed.ANSWER, key, row, told, base=10**6))
    assert newest(storage, bakery) == before + 500
    opened(amals, f"{home}/compare?from={before}")                      # figures are calculated and remembered
    began = time.perf_counter()
    opened(amals, f"{home}/compare?from={before}")
    assert time.perf_counter() - began < 1
