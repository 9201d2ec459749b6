"""Entrepreneur and coaches talk about a plan on its pages, and nobody else finds a word of it."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest

from bizplan.domain.clock import today
from bizplan.domain.coaching import About, Subject, ThreadKind
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import erasure, plans, threads
from bizplan.storage.plans import Change
from tests.bizplan.web.coaching.talking import news, sent, settle, texts
from tests.bizplan.web.opened import opened, record, shown
from tests.pages import plain

COMMENT, REQUEST, PRIVATE = ThreadKind
SOON = today() + timedelta(days=5)
ABOUT_NEED = "talk/new?about=answer&key=idea.need"


def test_an_entrepreneur_asks_beside_an_answer_and_the_coach_answers(amals, liens, bakery, home, said, storage, lien):
    answer = sent(amals, f"{home}/{ABOUT_NEED}", say="Is this enough?")
    thread, = said()
    assert answer.headers["Location"] == f"{home}/study/idea/need#talk-{thread.id}"
    assert (thread.kind, thread.subject, texts(thread)) == (
        COMMENT, Subject(About.ANSWER, "idea.need"), ["Is this enough?"])
    assert news(storage, lien) == {"comment"}
    opened(liens, f"{home}/talk/{thread.id}").press("/answer", **{f"say-{thread.id}": "Name three customers."})
    page = opened(amals, f"{home}/talk/{thread.id}")
    assert page.of("//article[contains(@class, 'note')]/p") == ["Is this enough?", "Name three customers."]
    headers = page.of("//article[contains(@class, 'note')]/header")
    assert headers[0].startswith("You · ") and headers[1].startswith("Lien · your coach · ")


@pytest.mark.parametrize("about", [
    "about=answer&key=products[].price&row=ROW", "about=row&key=products&row=ROW", "about=part&key=idea",
    "about=figure&key=bank.cash&row=3", "about=figure&key=bank.cash&row=year-1", "about=finding&key=residence_expired",
    "about=plan"])
def test_one_can_talk_about_anything_that_is_there(amals, bakery, home, said, storage, about):
    row = record(storage, bakery).rows["products"][0]
    sent(amals, f"{home}/talk/new?{about.replace('ROW', row)}", say="Look at this")
    thread, = said()
    assert texts(thread) == ["Look at this"] and thread.quote.label
    assert opened(amals, f"{home}/talk/{thread.id}").heading == thread.quote.label
    assert "Look at this" in opened(amals, f"{home}/talk/").text


def test_one_figure_is_one_subject_however_its_month_is_written(amals, bakery, home, said):
    for month in ("1", "001"):
        sent(amals, f"{home}/talk/new?about=figure&key=bank.cash&row={month}", say="Why?")
    assert {each.subject for each in said()} == {Subject(About.FIGURE, "bank.cash", "1")}


def test_a_coach_asks_something_before_a_day(amals, liens, bakery, home, said, storage, amal):
    sent(liens, f"{home}/{ABOUT_NEED}", kind="request", say="Speak to three people", due_on=SOON.isoformat())
    thread, = said()
    assert (thread.kind, thread.due_on) == (REQUEST, SOON) and news(storage, amal) == {"request"}
    tasks = opened(amals, f"{home}/")
    assert tasks.of("//section[@aria-labelledby='asked-title']//a") == ["Speak to three people"]
    assert tasks.of("//section[@aria-labelledby='asked-title']//a/@href") == [
        f"{home}/study/idea/need#talk-{thread.id}"]
    settle(amals, home, thread.id)
    assert "Speak to three people" not in opened(amals, f"{home}/").text
    assert "You called this solved" in opened(amals, f"{home}/talk/{thread.id}").text
    assert "Amal called this solved" in opened(liens, f"{home}/talk/{thread.id}").text


def test_requests_stand_by_their_day_and_what_is_late_is_said_kindly(amals, bakery, home, begin, lien):
    begin(lien, "Later", REQUEST, due_on=SOON)
    begin(lien, "Overdue", REQUEST, due_on=date(2026, 1, 2))
    begin(lien, "Only a remark")
    asked = opened(amals, f"{home}/").of("//section[@aria-labelledby='asked-title']/ul/li")
    assert asked[0].startswith("Overdue") and asked[1].startswith("Later") and len(asked) == 2
    assert "The day has passed, and you can still do it." in asked[0] and "It was for 2 January 2026" in asked[0]
    assert "has passed" not in asked[1]


def test_a_coach_gives_a_request_another_day_and_nobody_else_does(amals, liens, bakery, home, begin, said, lien):
    made = begin(lien, "A photo", REQUEST, due_on=SOON)
    page = opened(liens, f"{home}/talk/{made}")
    later = SOON + timedelta(days=9)
    assert page.press("/day", due_on=later.isoformat()).status_code == 302
    assert said()[0].due_on == later
    refused = shown(liens, page.press("/day", due_on="someday"))
    assert "Enter day, month and year" in refused.beside("due_on")[0] and said()[0].due_on == later
    assert "/day" not in str(opened(amals, f"{home}/talk/{made}").of("//form/@action"))
    assert amals.post(f"{home}/talk/{made}/day", {"due_on": SOON.isoformat()}, form=f"{home}/").status_code == 404
    other = begin(lien)
    assert liens.post(f"{home}/talk/{other}/day", {"due_on": SOON.isoformat()}, form=f"{home}/").status_code == 404


def test_what_only_coaches_are_asked_is_talked_about_among_them(liens, bakery, home, said):
    page = opened(liens, f"{home}/talk/new?about=answer&key=planning.coach.opinion")
    assert page.of("//input[@name='kind']") == [] and page.of("//input[@name='mention']") == []
    sent(liens, f"{home}/talk/new?about=answer&key=planning.coach.opinion", say="Strong person")
    assert [each.kind for each in said()] == [PRIVATE]


def test_who_is_ticked_or_named_is_told_by_name(amals, liens, bakery, home, storage, amal, lien, jan):
    assert opened(liens, f"{home}/{ABOUT_NEED}").of("//input[@name='mention']/@value") == [amal, jan]
    sent(liens, f"{home}/{ABOUT_NEED}", say="Have a look", mention=amal)
    assert (news(storage, amal), news(storage, jan)) == ({"mention"}, {"comment"})
    sent(amals, f"{home}/{ABOUT_NEED}", say="@Jan Peeters, is this right?")
    assert (news(storage, jan), news(storage, lien)) == ({"comment", "mention"}, {"comment"})


def test_a_thread_keeps_what_it_was_said_of_and_says_what_became_of_it(amals, liens, bakery, home, said, storage, amal):
    row = record(storage, bakery).rows["products"][0]
    sent(liens, f"{home}/talk/new?about=answer&key=products[].price&row={row}", say="Why so dear?")
    made = said()[0].id
    assert "It still says so." in opened(amals, f"{home}/talk/{made}").text
    before = opened(amals, f"{home}/talk/{made}").of("//section[@aria-labelledby='then']/p")[0]
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "products[].price", row, Said((), 2.5), base=10**6))
    page = opened(amals, f"{home}/talk/{made}")
    assert page.of("//section[@aria-labelledby='then']/p") == [before, "€ 2.50 · a guess"]
    assert "€ 3.40" in before and "What it says now" in page.text
    arabic = opened(amals, f"{home.replace('/en/', '/ar/')}/talk/{made}")
    assert "€ 3,40" in plain(arabic.text)


def test_a_thread_outlives_the_row_of_which_it_speaks(amals, liens, bakery, home, said, storage, amal):
    row = record(storage, bakery).rows["products"][0]
    for about in (f"about=answer&key=products[].price&row={row}", f"about=row&key=products&row={row}"):
        sent(liens, f"{home}/talk/new?{about}", say="Why so dear?")
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.REMOVE, "products", row, base=10**6))
    for each in said():
        page = opened(amals, f"{home}/talk/{each.id}")
        assert "This is no longer there." in page.text and "Go to where it stands" not in page.text
        assert page.press("/answer", **{f"say-{each.id}": "I stopped selling it"}).status_code == 302
    assert [texts(each)[1] for each in said()] == ["I stopped selling it"] * 2
    assert amals.get(f"{home}/talk/new?about=row&key=products&row={row}").status_code == 404


def test_a_finding_or_figure_that_changed_is_said_so(liens, bakery, home, said, storage, amal):
    for about in ("about=figure&key=bank.cash&row=6", "about=finding&key=residence_expired"):
        sent(liens, f"{home}/talk/new?{about}", say="Look")
    figure, finding = said()
    assert "It still says so." in opened(liens, f"{home}/talk/{figure.id}").text
    assert "This is no longer there." in opened(liens, f"{home}/talk/{finding.id}").text
    row = record(storage, bakery).rows["products"][0]
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "products[].price", row, Said((), 2.5), base=10**6))
    assert "What it says now" in opened(liens, f"{home}/talk/{figure.id}").text


def test_tabs_show_what_is_open_asked_solved_and_private(amals, liens, bakery, home, begin, storage, lien, plan):
    begin(lien, "A remark")
    begin(lien, "A request", REQUEST, due_on=SOON)
    begin(lien, "A note", PRIVATE)
    done = begin(lien, "An old one")
    with storage.writing() as tx:
        threads.settle(tx, threads.thread(tx, plan, done, coach=True), lien)
    under = {tab: opened(liens, f"{home}/talk/?show={tab}").of("//ul[@class='tasks']/li/div/p[1]")
             for tab in ("open", "requests", "settled", "private", "nothing")}
    assert under == {"open": ["A request", "A remark"], "requests": ["A request"], "settled": ["An old one"],
                     "private": ["A note"], "nothing": ["A request", "A remark"]}
    tabs = opened(amals, f"{home}/talk/").of("//nav[@class='tabs']/a")
    assert tabs == ["Still open 2", "Asked with a day 1", "Solved 1"]


def test_words_are_found_in_texts_and_subjects_however_they_are_written(amals, bakery, home, begin, lien):
    begin(lien, "Wat kost een CAFÉ\u0301 met koek?")
    begin(lien, "كم سعر الخبز؟")
    for wanted, count in (("cafe\u0301", 1), ("الخبز", 1), ("why do people", 2), ("zzz", 0), ("%", 0), ("x" * 999, 0)):
        page = opened(amals, f"{home}/talk/?q={quote(wanted)}")
        assert f": {count}" in page.of("//p[@role='status']")[0], wanted
        assert len(page.of("//ul[@class='tasks']/li")) == count


def test_long_lists_come_in_parts(amals, bakery, home, begin, lien):
    for number in range(45):
        begin(lien, f"Word {number}")
    first = opened(amals, f"{home}/talk/")
    more = first.of("//a[text()='Show more']/@href")
    second = opened(amals, more[0])
    assert [len(each.of("//ul[@class='tasks']/li")) for each in (first, second)] == [40, 5]
    for start in ("-1", "99999999999999999999", "x", "١"):
        assert opened(amals, f"{home}/talk/?from={start}").heading == "Questions and remarks"


def test_a_long_thread_shows_its_end_and_all_of_it_where_asked(amals, bakery, home, begin, storage, plan, lien):
    made = begin(lien, "Word 0")
    with storage.writing() as tx:
        for number in range(1, 30):
            threads.answer(tx, threads.thread(tx, plan, made, coach=True), lien, f"Word {number}")
    page = opened(amals, f"{home}/talk/{made}")
    assert page.of("//article[contains(@class, 'note')]/p") == [f"Word {number}" for number in range(10, 30)]
    assert len(opened(amals, page.of("//a[text()='Show what was said before']/@href")[0]).of("//article")) == 30


def test_what_somebody_who_was_erased_said_stays_without_a_name(amals, bakery, home, begin, storage, jan):
    made = begin(jan, "I was here")
    with storage.writing() as tx:
        erasure.erase(tx, jan)
    page = opened(amals, f"{home}/talk/{made}")
    assert "I was here" in page.text and "somebody who has left" in page.text and "Jan" not in page.text


def test_the_menu_counts_what_waits_for_its_reader(amals, liens, bakery, home, begin, lien):
    def count(browser):
        return browser.get(f"{home}/").text.partition('aria-label="Main menu"')[2].partition("</nav>")[0].count("<b>")

    made = begin(lien)
    begin(lien, "A note", PRIVATE)
    assert (count(amals), count(liens)) == (1, 0)
    assert "Questions1 open" in opened(amals, f"{home}/").of("//nav[@aria-label='Main menu']/a")[-1]
    opened(amals, f"{home}/talk/{made}").press("/answer", **{f"say-{made}": "Because"})
    assert (count(amals), count(liens)) == (0, 1)
