"""News in the application: the bell, and the list by day, each line leading on."""

from datetime import timedelta

import pytest
import time_machine
from lxml import html

from bizplan.domain.coaching.news import AT_LENDER, COME_AND_GO, Ended, News
from bizplan.domain.coaching.reviews import State
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import consents, notices, participants, people, plans, reviews
from bizplan.storage.plans import Change
from bizplan.web.coaching.notices import ENDED, PAGES, PAGES_OF_SEVERAL, SENTENCES, SEVERAL
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened

BELL = "//a[contains(@class, 'bell')]"


@pytest.fixture
def tell(storage, plan, lien, amal):
    """Something happens in the plan."""
    def told(kind=News.COMMENT, to=amal, author=lien, subject="", ago=timedelta(), of=plan):
        with storage.reading() as tx:
            moment = tx.now - ago
        with time_machine.travel(moment, tick=False), storage.writing() as tx:
            notices.tell(tx, kind, of, author, [to], subject)
    return told


def count(page) -> str:
    """What stands beside the bell."""
    return "".join(page.of(f"{BELL}/b"))


def test_the_bell_says_on_every_page_how_much_is_new_and_leads_to_it(amals, plan, tell):
    assert count(opened(amals, f"/en/plan/{plan}/")) == ""
    tell()
    tell(News.SUGGESTION, subject="1" * 32)
    for address in (f"/en/plan/{plan}/", "/en/me", f"/en/plan/{plan}/study/idea/need"):
        page = opened(amals, address)
        assert count(page) == "2 new"
        assert page.of(f"{BELL}/@href") == ["/en/news/"]


def test_nobody_who_is_not_signed_in_has_a_bell(browser):
    assert opened(browser, "/en/sign-in").of(BELL) == []


def test_a_page_that_goes_wrong_looks_nothing_up(amals, tell):
    tell()
    page = opened(amals, "/en/plan/nothing/", 404)
    assert page.of(BELL) == ["News"]


@pytest.mark.parametrize("kind", sorted(set(News) - AT_LENDER - {News.ENDED}, key=list(News).index))
def test_each_kind_of_news_is_a_sentence_that_names_its_author(amals, tell, kind, lien):
    tell(kind, subject=lien if kind in COME_AND_GO else "idea")
    told, = opened(amals, "/en/news/").of("//ul[@class='tasks']//button")
    assert told.startswith("Lien ")
    assert "{" not in told


def test_all_kinds_have_a_sentence_and_a_page_that_exists(app):
    assert set(SENTENCES) == set(PAGES) | AT_LENDER | {News.ENDED} == set(News)
    assert not set(PAGES) & AT_LENDER
    assert set(SEVERAL) == set(PAGES_OF_SEVERAL) == set(PAGES) - COME_AND_GO
    assert set(ENDED) == set(Ended)
    for endpoint, place in (*PAGES.values(), *((each, "") for each in PAGES_OF_SEVERAL.values())):
        rule, = app.url_map.iter_rules(endpoint)
        assert set(rule.arguments) == {"language", "plan", *filter(None, [place])}


def test_a_part_is_called_by_its_title(amals, tell):
    tell(News.APPROVED, subject="idea")
    assert "Lien approved a part: Your idea" in opened(amals, "/en/news/").text


def test_whoever_was_let_out_is_named_and_not_who_did_it(amals, tell, storage):
    with storage.writing() as tx:
        jan = people.add_person(tx, "Jan", "nl")
    tell(News.LEFT, subject=jan)
    assert "Jan no longer takes part in the plan" in opened(amals, "/en/news/").text


def test_whoever_left_has_no_name(amals, tell, storage, lien):
    tell(News.LEFT, subject=lien)
    with storage.writing() as tx:
        people.close(tx, lien)
    assert "Somebody who left no longer takes part in the plan" in opened(amals, "/en/news/").text


def test_news_stands_by_day_the_newest_first_and_what_is_unread_is_marked(amals, amal, tell, storage, lien):
    tell(News.JOINED, subject=lien, ago=timedelta(days=3))
    with storage.writing() as tx:
        notices.see(tx, amal)
    tell(News.COMMENT)
    tell(News.SUGGESTION, ago=timedelta(days=1))
    page = opened(amals, "/en/news/")
    assert len(page.of("//main//section/h2[@class='h3']")) == 3
    assert [each.partition(" ")[2] for each in page.of("//ul[@class='tasks']//button")] == [
        "wrote to you about the plan", "suggests an answer", "takes part in the plan now"]
    assert page.of("//ul[@class='tasks']//span[contains(@class, 'tag')]") == ["New", "New"]


def test_opening_a_piece_marks_it_and_all_about_the_same_as_read_and_leads_on(amals, amal, plan, tell, storage):
    tell(News.COMMENT, subject="a" * 32)
    tell(News.MENTION, subject="a" * 32)
    tell(News.WENT_BACK, subject="b" * 32)
    page = opened(amals, "/en/news/")
    address = next(each.get("action") for each in page.tree.forms if "went back" in each.text_content())
    answer = page.press(address)
    assert answer.headers["Location"] == f"/en/plan/{plan}/versions/"
    with storage.reading() as tx:
        assert notices.unseen(tx, amal) == 2
    page = opened(amals, "/en/news/")
    address = next(each.get("action") for each in page.tree.forms if "named you" in each.text_content())
    assert page.press(address).headers["Location"].startswith(f"/en/plan/{plan}/")
    with storage.reading() as tx:
        assert notices.unseen(tx, amal) == 0


def test_several_of_a_kind_in_a_row_are_one_line_with_a_count_and_one_at_the_bell(amals, amal, plan, tell, storage):
    for number, part in enumerate(("idea", "market", "team")):
        tell(News.APPROVED, subject=part, ago=timedelta(seconds=9 - number))
    tell(News.COMMENT, subject="a" * 32, ago=timedelta(seconds=2))
    page = opened(amals, "/en/news/")
    assert page.of("//ul[@class='tasks']//button") == [
        "Lien wrote to you about the plan", "Lien approved several parts: 3"]
    assert count(page) == "2 new"
    address = next(each.get("action") for each in page.tree.forms if "approved" in each.text_content())
    assert page.press(address).headers["Location"] == f"/en/plan/{plan}/review/"
    with storage.reading() as tx:
        assert [each.kind for each in notices.notices_of(tx, amal) if each.seen_at is None] == [News.COMMENT]
    assert opened(amals, "/en/news/").of("//ul[@class='tasks']//button")[1] == "Lien approved several parts: 3"


def test_what_came_after_the_page_was_opened_stays_new(amals, amal, tell, storage):
    for number, part in enumerate(("idea", "market")):
        tell(News.APPROVED, subject=part, ago=timedelta(seconds=9 - number))
    page = opened(amals, "/en/news/")
    tell(News.APPROVED, subject="team")
    page.press("/open")
    with storage.reading() as tx:
        assert [each.subject for each in notices.notices_of(tx, amal) if each.seen_at is None] == ["team"]


@pytest.mark.parametrize("kind", list(SEVERAL))
def test_each_kind_says_how_many_and_leads_to_a_page_that_is_there(amals, tell, kind):
    for number, subject in enumerate("ab"):
        tell(kind, subject=subject, ago=timedelta(seconds=number))
    page = opened(amals, "/en/news/")
    told, = page.of("//ul[@class='tasks']//button")
    assert "Lien" in told and told.endswith(": 2")
    assert amals.get(page.press("/open").headers["Location"]).status_code == 200


def test_a_part_that_was_sent_back_before_leads_to_what_changed_since(liens, amal, lien, bakery, tell, storage):
    def leads(author):
        tell(News.TO_REVIEW, to=lien, author=author, subject="idea", of=bakery)
        return opened(liens, "/en/news/").press("/open").headers["Location"]
    assert leads(amal) == f"/en/plan/{bakery}/check/idea"
    with storage.writing() as tx:
        reviews.give(tx, bakery, lien, reviews.Given("idea", State.RETURNED, 1, "Nog de prijs"))
    assert leads(amal) == f"/en/plan/{bakery}/review/idea"


@pytest.mark.parametrize(("how", "words"), [
    (Ended.BY_OWNER, "A business owner ended your part in their plan."),
    (Ended.BY_ORGANISATION, "Your organisation ended your part in a plan."),
    (Ended.BY_THEMSELVES, "You left a plan."),
])
def test_a_coach_whose_part_ended_reads_that_and_neither_which_plan_nor_whose_and_no_way_there(
        liens, amal, lien, plan, tell, storage, how, words):
    tell(to=lien, author=amal)
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.business_name", "", Said(("De Oven",), "De Oven")))
        plans.make(tx, lien, "nl")
        participants.show_out(tx, plan, lien)
        notices.tell_of_end(tx, plan, lien, amal, how)
    page = opened(liens, "/en/news/")
    assert words in page.text and count(page) == "1 new"
    assert len(page.of("//ul[@class='tasks']/li")) == 1
    assert page.of("//ul[@class='tasks']//form | //ul[@class='tasks']//a") == []
    for private in ("De Oven", "Amal", plan):
        assert private not in html.tostring(page.tree, encoding="unicode")
    with storage.reading() as tx:
        told, = notices.notices_of(tx, lien)
    assert liens.post(f"/en/news/{told.id}/open", form="/en/news/").headers["Location"] == "/en/news/"
    assert count(opened(liens, "/en/news/")) == ""


def test_a_coach_who_is_let_in_reads_that_the_plan_is_theirs_now(liens, lien, plan, tell, amal):
    tell(News.JOINED, to=lien, author=amal, subject=lien)
    page = opened(liens, "/en/news/")
    assert page.of("//ul[@class='tasks']//button") == ["You coach this plan now"]
    assert page.press("/open").headers["Location"] == f"/en/plan/{plan}/"


def test_opening_the_list_marks_nothing(amals, amal, tell, storage):
    tell()
    opened(amals, "/en/news/")
    with storage.reading() as tx:
        assert notices.unseen(tx, amal) == 1


def test_everything_is_marked_as_read_at_once(amals, amal, tell, storage):
    tell()
    tell(News.SUGGESTION)
    opened(amals, "/en/news/").press("/news/seen")
    page = opened(amals, "/en/news/")
    assert count(page) == ""
    assert "Mark all as read" not in page.text


def test_the_news_of_somebody_else_is_not_there(amals, liens, lien, amal, tell, storage):
    tell(to=lien, author=amal)
    with storage.reading() as tx:
        told, = notices.notices_of(tx, lien)
    assert amals.post(f"/en/news/{told.id}/open", form="/en/news/").status_code == 404
    assert amals.post("/en/news/0/open", form="/en/news/").status_code == 404
    with storage.reading() as tx:
        assert notices.unseen(tx, lien) == 1


def test_a_coach_who_no_longer_takes_part_or_may_no_longer_read_sees_and_counts_no_news(
        app, amal, lien, plan, tell, storage):
    def seen() -> tuple[str, int]:
        page = opened(signed_in(app, storage, lien), "/en/news/")
        return count(page), len(page.of("//ul[@class='tasks']/li"))
    tell(to=lien, author=amal)
    assert seen() == ("1 new", 1)
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "en", given=False)
    assert seen() == ("", 0)
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "en", given=True)
    assert seen() == ("1 new", 1)
    with storage.writing() as tx:
        participants.show_out(tx, plan, lien)
    assert seen() == ("", 0)


def test_with_several_plans_each_piece_says_which(liens, amals, amal, lien, plan, tell, storage):
    with storage.writing() as tx:
        second = plans.make(tx, amal, "nl")
        participants.let_in(tx, second, lien, Role.COACH)
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.business_name", "", Said(("De Oven",), "De Oven")))
    for each in (plan, second):
        tell(to=lien, author=amal, of=each)
    text = opened(liens, "/en/news/").text
    assert "De Oven" in text
    assert "New plan" in text


def test_with_one_plan_its_name_is_not_said(amals, amal, plan, tell, storage):
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.business_name", "", Said(("De Oven",), "De Oven")))
    tell()
    assert "De Oven" not in opened(amals, "/en/news/").text
