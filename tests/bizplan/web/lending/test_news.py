"""News of an officer: the bell, the list that names applications as the desk does, and the way to each of them."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import event

from bizplan import jobs as making
from bizplan.domain.coaching.news import AMONG_COLLEAGUES, AT_LENDER, OVER, News
from bizplan.domain.lending.questions import Asked
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import (
    consents,
    daily_mail,
    lender_news,
    lender_questions,
    notices,
    people,
    plans,
    submissions,
)
from bizplan.storage.database import NotSaved
from bizplan.storage.plans import Change
from tests.bizplan.storage.lending import handed_in
from tests.bizplan.web.opened import opened

LINES = "//ul[@class='tasks']//button"
UNDER = "//ul[@class='tasks']/li/div/p"
BELL = "//a[contains(@class, 'bell')]/b"


@pytest.fixture
def tell(storage, asked, house):
    """Something happens at the lender, of which only this is new to Omar."""
    def told(kind, author=""):
        with storage.writing() as tx:
            notices.see(tx, house.omar)
            notices.tell(tx, kind, asked.plan, author, (house.omar,), asked.id)
    return told


@pytest.fixture
def take_back(storage, asked):
    """Everything is taken back."""
    def taken():
        with storage.writing() as tx:
            for each in asked.submissions:
                submissions.withdraw(tx, each.id)
    return taken


def test_the_bell_counts_on_every_page_of_an_officer_and_leads_to_the_application(omars, file, asked):
    for address in ("/en/lending/", "/en/me", f"{file}/dossier/"):
        assert opened(omars, address).of(BELL) == ["1 new"]
    page = opened(omars, "/en/news/")
    assert page.of(LINES) == ["A plan was handed in to you"]
    assert "Samira H. · Bakkerij Zeven Zaden" in page.of(UNDER)[0]
    assert page.press("/open").headers["Location"] == f"{file}/"
    assert opened(omars, "/en/lending/").of(BELL) == []


def test_whoever_looked_at_the_application_has_seen_its_news_and_no_other(
        omars, neles, file, storage, amal, lien, asked, house):
    handed_in(storage, asked.plan, amal, lien, house.organisation, lender="another profile")
    assert opened(omars, "/en/lending/").of(BELL) == ["2 new"]
    assert omars.client.head(f"{file}/").status_code == 200
    assert opened(omars, "/en/lending/").of(BELL) == ["2 new"]
    assert opened(omars, f"{file}/").of(BELL) == opened(omars, "/en/lending/").of(BELL) == ["1 new"]
    assert opened(neles, "/en/lending/").of(BELL) == ["2 new"]


def test_where_nothing_can_be_written_the_application_is_read_and_stays_new(omars, file, monkeypatch):
    def full(*_given):
        raise NotSaved
    monkeypatch.setattr(lender_news, "see", full)
    assert opened(omars, f"{file}/").of(BELL) == ["1 new"]


@pytest.mark.parametrize("kind", sorted(AT_LENDER, key=list(News).index))
def test_each_kind_is_a_sentence_that_leads_to_the_application(omars, file, house, tell, amal, kind):
    author = house.nele if kind in AMONG_COLLEAGUES else amal if kind is News.ANSWERED else ""
    tell(kind, author)
    page = opened(omars, "/en/news/")
    said = page.of(LINES)[0]
    assert page.of(BELL) == ["1 new"] and "{" not in said
    assert ("Nele Kredietadviseur" in said) == (kind in AMONG_COLLEAGUES) and ("Amal" in said) == (author == amal)
    assert page.press("/open").headers["Location"] == f"{file}/"
    assert omars.get(f"{file}/").status_code == 200


def test_what_a_plan_says_since_is_not_named(omars, storage, amal, asked):
    with storage.writing() as tx:
        plans.save(tx, asked.plan, amal, Change(Deed.ANSWER, "idea.business_name", "", Said(("Geheim",), "Geheim"),
                                                base=plans.plan(tx, asked.plan).sequence))
    assert "Geheim" not in opened(omars, "/en/news/").text


@pytest.mark.parametrize("kind", sorted(OVER, key=list(News).index))
def test_that_it_was_taken_back_names_nobody(omars, file, tell, take_back, kind):
    take_back()
    tell(kind)
    page = opened(omars, "/en/news/")
    assert "A dossier that was taken back" in page.of(UNDER)[0]
    for private in ("Samira", "Zeven Zaden", "Amal", "Lien"):
        assert private not in page.text
    assert page.press("/open").headers["Location"] == f"{file}/" and omars.get(f"{file}/").status_code == 200


@pytest.mark.parametrize("kind", sorted(AT_LENDER - OVER, key=list(News).index))
def test_of_what_was_taken_back_all_other_news_is_gone(omars, storage, house, tell, take_back, kind):
    tell(kind)
    with storage.reading() as tx:
        told = next(each for each in notices.notices_of(tx, house.omar) if each.seen_at is None)
    take_back()
    page = opened(omars, "/en/news/")
    assert page.of(LINES) == ["The applicant took back what was handed in"] and "Samira" not in page.text
    assert omars.post(f"/en/news/{told.id}/open", form="/en/news/").status_code == 404


@pytest.mark.usefixtures("asked")
def test_news_goes_with_the_consent_and_with_the_role(omars, neles, storage, amal, house):
    def gone(browser):
        page = opened(browser, "/en/news/")
        return page.of(LINES) == page.of(BELL) == [] and "Samira" not in page.text
    assert not gone(omars)
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "en", given=False)
    assert gone(omars) and gone(neles)
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "en", given=True)
        elsewhere = people.add_organisation(tx, "lending", "Elders")
        people.give_role(tx, house.omar, Role.OFFICER, elsewhere)
        people.take_role(tx, next(each for each in people.roles_of(tx, house.omar)
                                  if each.organisation == house.organisation))
    assert gone(omars) and not gone(neles)


def test_an_answer_on_the_page_of_the_plan_reaches_whoever_looks_after_it(
        omars, neles, amals, file, asked, storage, house):
    opened(omars, f"{file}/").press("/take")
    opened(neles, f"{file}/")
    with storage.writing() as tx:
        made = lender_questions.ask(tx, asked, Asked("Waarom?", author=house.omar))
    theirs = f"/en/plan/{asked.plan}/lenders/questions/"
    amals.post(f"{theirs}{made}/answer", {f"say-{made}": "Geheim antwoord"}, form=theirs)
    page = opened(omars, "/en/news/")
    assert page.of(LINES)[0] == "Amal answers you, or asks you something"
    assert "Geheim" not in page.text and opened(neles, "/en/news/").of(BELL) == []


def test_an_application_that_is_handed_over_is_news_for_the_colleague(omars, neles, file, house):
    opened(neles, f"{file}/")
    omars.post(f"{file}/take", {"officer": house.nele}, form=f"{file}/")
    assert opened(neles, "/en/news/").of(LINES)[0] == (
        "Omar Kredietadviseur handed an application over to you: you look after it now")
    assert opened(omars, "/en/news/").of(BELL) == []


def test_without_news_it_says_what_will_stand_here_and_a_message_can_be_asked_for(app, storage, works, house):
    page = opened(works(Role.OFFICER, house.organisation, "Els"), "/en/news/")
    assert "Here you see what happens to the applications at your lender" in page.text
    assert "what others do in your plan" not in page.text


def test_the_message_of_the_day_names_nobody(storage, amal, lien, bakery, house, config, letters):
    with storage.writing() as tx:
        els = people.add_person(tx, "Els", "fr", "els@example.org")
        people.give_role(tx, els, Role.OFFICER, house.organisation)
        daily_mail.choose(tx, els, wanted=True)
        later = tx.now + timedelta(hours=25)
    asked = handed_in(storage, bakery, amal, lien, house.organisation)
    with time_machine.travel(later, tick=False):
        assert [making.tell_of_news(config, storage) for _again in range(2)] == [1, 0]
    letter, = letters()
    text = f"{letter.subject} {letter.text}"
    assert letter.to == "els@example.org" and "/fr/sign-in" in text and "1" in text
    for private in ("Els", "Amal", "Samira", "Zeven Zaden", "Krediet", asked.id, bakery):
        assert private not in text


def test_the_pages_ask_no_more_of_the_database_with_more_news(omars, storage, amal, lien, bakery, house):
    def statements(address):
        opened(omars, address)
        told.clear()
        opened(omars, address)
        return len(told)
    told = []
    event.listen(storage.database.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
    counts = []
    for count in (1, 12):
        for number in range(count):
            made = handed_in(storage, bakery, amal, lien, house.organisation, lender=f"{count} {number}")
            with storage.writing() as tx:
                who = people.add_person(tx, f"Coach {number}", "nl")
                lender_news.tell(tx, News.ANSWERED, made.id, who)
        counts.append([statements("/en/news/"), statements("/en/lending/")])
    assert counts[0] == counts[1]


def test_officers_find_what_their_lender_offers_from_the_desk_and_come_back(officer, home, omars, house):
    assert home in opened(officer, "/en/lending/").of("//main//@href")
    page = opened(officer, home)
    assert page.heading == "Your loans and limits" and "/en/lending/" in page.of("//main//@href")
    assert [each for each in opened(omars, "/en/lending/").of("//main//@href") if each.endswith("/lender")] == [
        f"/en/team/{house.organisation}/lender"]
