"""Many people speak at once, in one process and in several: no word is lost, and their order stands."""

import multiprocessing
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from bizplan.domain.coaching import About, Subject, ThreadKind
from bizplan.storage import opened, plans, threads
from bizplan.storage.tables import COMMENTS
from bizplan.storage.threads import Beginning
from tests.bizplan.conftest import KEY


@pytest.fixture
def plan(storage, amal) -> str:
    """Amal's plan."""
    with storage.writing() as tx:
        return plans.make(tx, amal, "ar")


def begun(storage, plan, author, key=""):
    with storage.writing() as tx:
        first = Beginning(ThreadKind.COMMENT, Subject(About.ANSWER, "idea.need"), "Why this price?")
        return threads.begin(tx, plan, author, first, key=key)


def said(storage, plan, made):
    with storage.reading() as tx:
        return [each.text for each in threads.thread(tx, plan, made, coach=True).comments]


def threads_in(storage, plan):
    with storage.reading() as tx:
        return len(threads.threads_of(tx, plan, coach=True))


def test_ten_people_comment_at_once_and_no_word_is_lost(storage, plan, lien):
    made = begun(storage, plan, lien)

    def talk(number):
        for turn in range(5):
            with storage.writing() as tx:
                threads.answer(tx, threads.thread(tx, plan, made, coach=True), lien, f"{number} {turn}")

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(talk, range(10)))
    check_all_there(storage, plan, made, 10, 5)


def test_processes_comment_at_once_as_well(storage, tmp_path, plan, lien):
    made = begun(storage, plan, lien)
    work = [(tmp_path, plan, made, lien, number) for number in range(4)]
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        pool.starmap(talked, work)
    check_all_there(storage, plan, made, 4, 5)


def talked(folder, plan, made, author, number):
    storage = opened(folder, KEY)
    for turn in range(5):
        with storage.writing() as tx:
            threads.answer(tx, threads.thread(tx, plan, made, coach=True), author, f"{number} {turn}")
    storage.database.dispose()


def check_all_there(storage, plan, made, people, turns):
    texts = said(storage, plan, made)[1:]
    assert Counter(texts) == Counter(f"{number} {turn}" for number in range(people) for turn in range(turns))
    for number in range(people):
        own = [text for text in texts if text.startswith(f"{number} ")]
        assert own == [f"{number} {turn}" for turn in range(turns)]
    assert texts == said(storage, plan, made)[1:]
    with storage.reading() as tx:
        numbers = [row.number for row in tx.execute(COMMENTS.select().order_by(COMMENTS.c.made_at, COMMENTS.c.number))]
    assert numbers == list(range(1, people * turns + 2))


def test_ten_who_begin_under_one_key_begin_one_thread(storage, plan, lien):
    with ThreadPoolExecutor(10) as pool:
        made = set(pool.map(lambda _each: begun(storage, plan, lien, "k" * 32), range(10)))
    assert len(made) == 1 and threads_in(storage, plan) == 1
