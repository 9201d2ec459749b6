"""Beside the study stand the open threads of what it shows, and the way to begin one; the pages stay light."""

import gzip
import re
from datetime import timedelta

import pytest
from sqlalchemy import event

from bizplan.domain.clock import today
from bizplan.domain.coaching import About, Subject, ThreadKind
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans, threads
from bizplan.storage.plans import Change
from bizplan.web.application import static
from tests.bizplan.web.opened import opened, record

COMMENT, REQUEST, PRIVATE = ThreadKind
MOST_IN_ALL = 30 * 1024
LOADED = [path for path in static().iterdir() if path.suffix in (".css", ".js")]


@pytest.fixture
def row(storage, bakery):
    return record(storage, bakery).rows["products"][0]


def beside(page, made):
    """What stands in a thread beside the study."""
    return page.of(f"//section[@id='talk-{made}']//article/p")


def answered(browser, page, made, text):
    """Writes into the field beside a thread and sends it."""
    form = page.tree.xpath(f"//section[@id='talk-{made}']//form")[0]
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), f"say-{made}": text})


@pytest.mark.parametrize(("about", "key", "in_row", "where"), [
    (About.ANSWER, "idea.need", False, "check/idea"), (About.ANSWER, "idea.need", False, "study/idea/need"),
    (About.ANSWER, "products[].price", True, "study/idea/prices/ROW"), (About.ROW, "products", True,
                                                                       "study/idea/products"),
    (About.PART, "idea", False, "check/idea"), (About.FIGURE, "bank.cash", False, "why/bank.cash/3")])
def test_open_threads_stand_beside_that_of_which_they_speak(
        amals, bakery, home, begin, said, row, lien, about, key, in_row, where):
    moment = "3" if about is About.FIGURE else ""
    made = begin(lien, "Look at this", subject=Subject(about, key, row if in_row else moment))
    address = f"{home}/{where.replace('ROW', row)}"
    page = opened(amals, address)
    assert beside(page, made) == ["Look at this"]
    answer = answered(amals, page, made, "I did")
    assert answer.headers["Location"] == f"{address}#talk-{made}"
    assert beside(opened(amals, address), made) == ["Look at this", "I did"]
    amals.post(f"{home}/talk/{made}/settle", {f"say-{made}": ""}, form=address)
    assert not opened(amals, address).of(f"//section[@id='talk-{made}']")


def test_a_thread_about_a_finding_stands_below_it_once(amals, bakery, home, begin, lien):
    page = opened(amals, f"{home}/figures/")
    links = page.of("//article//a[contains(@href, 'about=finding')]/@href")
    rules = [re.search(r"key=(\w+)", each)[1] for each in links]
    assert rules and len(rules) == len(set(rules))
    made = begin(lien, "This is serious", subject=Subject(About.FINDING, rules[0]))
    assert beside(opened(amals, f"{home}/figures/"), made) == ["This is serious"]


def test_the_answer_that_changed_since_is_shown_with_what_it_said(amals, liens, bakery, home, said, storage, amal, row):
    page = opened(liens, f"{home}/talk/new?about=answer&key=products[].price&row={row}")
    page.press("/talk/new", say="Why so dear?")
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "products[].price", row, Said((), 2.5), base=10**6))
    thread, = said()
    told = opened(amals, f"{home}/study/idea/prices/{row}").of(f"//section[@id='talk-{thread.id}']//del")
    assert told[0].startswith("€ 3.40")


def test_a_page_with_one_question_holds_the_form_that_begins_a_thread_outside_of_its_own(amals, liens, bakery, home,
                                                                                        said):
    address = f"{home}/study/idea/name"
    for browser, kinds in ((amals, []), (liens, ["comment", "request", "private"])):
        page = opened(browser, address)
        form, = page.tree.xpath("//details//form[contains(@action, '/talk/new')]")
        assert not page.tree.xpath("//form//form") and form.xpath(".//input[@name='kind']/@value") == kinds
    answer = opened(amals, address).press("/talk/new", say="Is this a good name?")
    assert answer.headers["Location"].startswith(f"{address}#talk-") and len(said()) == 1


def test_a_page_with_several_questions_holds_a_link_for_each_that_names_it(amals, bakery, home):
    page = opened(amals, f"{home}/study/idea/need")
    links = page.of("//a[contains(@href, 'about=answer')]")
    assert links[0] == "Ask or say something: Why do people need it?" and len(links) == len(set(links)) == 2
    assert not page.tree.xpath("//form[contains(@action, '/talk/new')]")
    assert opened(amals, page.of("//a[contains(@href, 'about=answer')]/@href")[0]).text.count("Why do people need it?")


def test_long_words_and_long_threads_are_cut_beside_the_study_and_lead_to_the_rest(
        amals, bakery, home, begin, storage, plan, lien):
    made = begin(lien, "first")
    with storage.writing() as tx:
        for text in ("second", "third", "b" * 9_000, "last"):
            threads.answer(tx, threads.thread(tx, plan, made, coach=True), lien, text)
    page = opened(amals, f"{home}/check/idea")
    told = beside(page, made)
    assert told[0] == "third" and len(told[1]) < 600 and told[2] == "last"
    assert f"{home}/talk/{made}" in page.of(f"//section[@id='talk-{made}']//a/@href")


def test_a_request_whose_row_went_still_stands_above_the_tasks(amals, bakery, home, begin, storage, amal, lien, row):
    made = begin(lien, "A photo", REQUEST, Subject(About.ANSWER, "products[].price", row), today() + timedelta(days=3))
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.REMOVE, "products", row, base=10**6))
    assert opened(amals, f"{home}/").of("//section[@aria-labelledby='asked-title']//a/@href") == [f"{home}/talk/{made}"]


def full(begin, lien, amal, record_):
    """A thread with long words at forty answers of a part, in letters that do not repeat."""
    for number, key in enumerate(sorted(key for key, _row in record_.answers if key.startswith("household."))[:40]):
        words = " ".join(f"{(number * 7919 + each * 104729) % 1_000_003:x}" for each in range(400))
        begin(lien if number % 2 else amal, words, subject=Subject(About.ANSWER, key))


def test_pages_with_forty_threads_stay_light(amals, liens, bakery, home, begin, storage, lien, amal):
    full(begin, lien, amal, record(storage, bakery))
    loaded = sum(weight(path.read_bytes()) for path in LOADED)
    for browser in (amals, liens):
        for where in ("check/household", "talk/", ""):
            assert weight(browser.get(f"{home}/{where}").get_data()) + loaded < MOST_IN_ALL, where


def weight(content):
    """What something weighs on its way to a telephone."""
    return len(gzip.compress(content, 9))


def test_one_query_of_a_page_asks_for_threads_and_one_counts_them(amals, bakery, home, begin, storage, app, lien, amal):
    full(begin, lien, amal, record(storage, bakery))
    asked = []

    def note(*given):
        asked.append(given[2])

    event.listen(storage.database.engine, "before_cursor_execute", note)
    try:
        for where in ("check/household", "study/household/rent", "", "figures/"):
            asked.clear()
            amals.get(f"{home}/{where}", follow_redirects=False)
            assert sum("FROM threads JOIN comments" in each for each in asked) <= 2, where
    finally:
        event.remove(storage.database.engine, "before_cursor_execute", note)


def test_a_page_of_trouble_counts_nothing(amals, bakery, home, begin, storage, lien):
    begin(lien)
    asked = []

    def note(*given):
        asked.append(given[2])

    event.listen(storage.database.engine, "before_cursor_execute", note)
    try:
        assert opened(amals, f"{home}/check/nothing", status=404).heading == "This page is not here"
    finally:
        event.remove(storage.database.engine, "before_cursor_execute", note)
    assert asked and not [each for each in asked if "threads" in each]


def test_the_next_step_comes_first_and_then_what_the_coach_asks(amals, home, begin, lien):
    begin(lien, "Bring the rental contract", REQUEST, due_on=today() + timedelta(days=3))
    page = opened(amals, f"{home}/")
    assert page.of("//main//h2")[1] == "Your coach asks you"
    assert page.of("//main//section/@aria-labelledby")[:3] == ["next-title", "asked-title", "stage-1"]
