"""News in the application: the bell, the list by day, each piece leading on; and the choice of a daily message."""

from datetime import timedelta

import pytest
import time_machine

from bizplan import mail
from bizplan.domain.coaching import News
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import consents, daily_mail, notices, participants, people, plans
from bizplan.storage.plans import Change
from bizplan.web.coaching.notices import COME_AND_GO, PAGES, SENTENCES
from tests.bizplan.web.conftest import AMAL, signed_in
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


@pytest.mark.parametrize("kind", list(News))
def test_each_kind_of_news_is_a_sentence_that_names_its_author(amals, tell, kind, lien):
    tell(kind, subject=lien if kind in COME_AND_GO else "idea")
    told, = opened(amals, "/en/news/").of("//ul[@class='tasks']//button")
    assert told.startswith("Lien ")
    assert "{" not in told


def test_all_kinds_have_a_sentence_and_a_page_that_exists(app):
    assert set(SENTENCES) == set(PAGES) == set(News)
    for endpoint, place in PAGES.values():
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


def test_nobody_gets_messages_who_did_not_ask_for_them_and_whoever_did_can_stop(amals, amal, storage):
    def wanted() -> bool:
        with storage.reading() as tx:
            return daily_mail.is_wanted(tx, amal)
    assert not wanted()
    page = opened(amals, "/en/news/")
    assert page.of("//input[@name='daily']/@checked") == []
    page.press("/news/mail", daily="yes")
    assert wanted()
    page = opened(amals, "/en/me")
    assert page.of("//input[@name='daily']/@checked") == ["checked"]
    form = next(each for each in page.tree.forms if each.get("action") == "/en/news/mail")
    amals.client.post("/en/news/mail", data={"csrf_token": form.fields["csrf_token"]})
    assert not wanted()


def test_without_an_address_no_message_is_offered(app, storage):
    with storage.writing() as tx:
        who = people.add_person(tx, "Yonas", "en")
        people.give_role(tx, who, Role.ENTREPRENEUR)
        consents.write_down(tx, who, CONSENT, "en", given=True)
    page = opened(signed_in(app, storage, who), "/en/news/")
    assert page.of("//input[@name='daily']") == []
    assert "We know no e-mail address of you" in page.text


@pytest.mark.parametrize("address", ["/en/news/", "/en/me"])
def test_whoever_a_message_did_not_reach_sees_it(amals, address, monkeypatch):
    assert "Messages to you" not in opened(amals, address).text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(waiting=1)})
    assert "Messages to you wait: the mail server does not answer." in opened(amals, address).text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(lost=2)})
    assert "that did not arrive in the last two weeks: 2." in opened(amals, address).text


def test_a_coach_sees_whom_a_message_did_not_reach(liens, plan, monkeypatch):
    assert "Not delivered" not in opened(liens, "/en/coaching/cards").text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(lost=1)})
    assert "Not delivered" in opened(liens, "/en/coaching/cards").text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(waiting=1)})
    assert "Not delivered yet" in opened(liens, "/en/coaching/cards").text
