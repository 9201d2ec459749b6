"""A link and a code: once, for a while, in the browser that asked."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bizplan.storage import sign_ins
from bizplan.storage.sign_ins import ANY_BROWSER, Link
from bizplan.storage.tables import SIGN_INS

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
HERE, THERE = "browser-1", "browser-2"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


def ask(storage, person, browser=HERE):
    with storage.writing() as tx:
        return sign_ins.ask(tx, person, browser)


def use_code(storage, code, browser=HERE):
    with storage.writing() as tx:
        return sign_ins.use_code(tx, code, browser)


def use_link(storage, token, browser=HERE):
    with storage.writing() as tx:
        return sign_ins.use_link(tx, token, browser)


def link(storage, token, browser=HERE):
    with storage.reading() as tx:
        return sign_ins.link(tx, token, browser)


def test_a_link_has_256_bits_and_a_code_six_digits(storage, amal):
    asked = ask(storage, amal)
    assert len(asked.token) == 43
    assert len(asked.code) == 6 and asked.code.isdigit()


def test_the_link_works_once_in_the_browser_that_asked(storage, amal):
    token = ask(storage, amal).token
    assert use_link(storage, token) == amal
    assert use_link(storage, token) is None


def test_the_code_works_once_and_uses_the_link_up_too(storage, amal):
    asked = ask(storage, amal)
    assert use_code(storage, asked.code) == amal
    assert use_code(storage, asked.code) is None
    assert use_link(storage, asked.token) is None


def test_in_another_browser_the_link_shows_the_code_and_signs_nobody_in(storage, amal):
    asked = ask(storage, amal)
    assert link(storage, asked.token, THERE) == Link(False, asked.code)
    assert use_link(storage, asked.token, THERE) is None
    assert link(storage, asked.token) == Link(True, asked.code)


def test_the_code_fits_in_no_other_browser(storage, amal):
    asked = ask(storage, amal)
    assert use_code(storage, asked.code, THERE) is None
    assert use_code(storage, asked.code, "") is None
    assert use_code(storage, asked.code) == amal


@pytest.mark.parametrize(("minutes", "code_works", "link_works"), [
    (9, True, True), (10, False, True), (14, False, True), (15, False, False), (-10, True, True)])
def test_the_code_lives_ten_minutes_and_the_link_fifteen(storage, amal, clock, minutes, code_works, link_works):
    first, second = ask(storage, amal), None
    clock.shift(timedelta(minutes=minutes))
    assert (use_code(storage, first.code) == amal) is code_works
    clock.move_to(NOON)
    second = ask(storage, amal)
    clock.shift(timedelta(minutes=minutes))
    assert (use_link(storage, second.token) == amal) is link_works


def test_five_wrong_codes_use_the_code_up_but_not_the_link(storage, amal):
    asked = ask(storage, amal)
    wrong = f"{(int(asked.code) + 1) % 10**6:06}"
    assert [use_code(storage, wrong) for _ in range(5)] == [None] * 5
    assert use_code(storage, asked.code) is None
    assert use_link(storage, asked.token) == amal


def test_a_link_sent_ten_times_at_once_signs_in_once(storage, amal):
    token = ask(storage, amal).token
    with ThreadPoolExecutor(8) as threads:
        used = list(threads.map(lambda _: use_link(storage, token), range(10)))
    assert (used.count(amal), used.count(None)) == (1, 9)


def test_tries_are_counted_down(storage, amal):
    ask(storage, amal)
    use_code(storage, "x")
    with storage.reading() as tx:
        assert (sign_ins.tries_left(tx, HERE), sign_ins.tries_left(tx, THERE), sign_ins.tries_left(tx, "")) == (4, 0, 0)


@pytest.mark.parametrize("browser", [HERE, THERE])
def test_a_newer_link_kills_the_older_wherever_it_was_asked_for(storage, amal, browser):
    older = ask(storage, amal)
    newer = ask(storage, amal, browser)
    assert use_link(storage, older.token) is None
    assert use_code(storage, older.code, HERE) is None or older.code == newer.code
    assert use_link(storage, newer.token, browser) == amal


def test_an_unknown_address_goes_through_the_same_motions(storage, amal):
    unknown = ask(storage, None, THERE)
    known = ask(storage, amal)
    assert link(storage, unknown.token, THERE) == Link(True, unknown.code)
    assert use_link(storage, unknown.token, THERE) is None
    with storage.reading() as tx:
        rows = {row.person_id: row for row in tx.execute(SIGN_INS.select())}
    assert set(rows) == {None, amal}
    assert known.code.isdigit()


def test_an_altered_link_and_one_of_another_purpose_are_nothing(storage, amal):
    token = ask(storage, amal).token
    with storage.reading() as tx:
        digest = tx.execute(SIGN_INS.select()).one().token_digest
    for altered in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.lower(), digest, "", token + "="):
        assert use_link(storage, altered) is None
    assert use_link(storage, token) == amal


def test_a_link_handed_over_by_hand_works_in_any_browser_and_has_no_code(storage, amal):
    asked = ask(storage, amal, ANY_BROWSER)
    assert use_code(storage, asked.code, HERE) is None and use_code(storage, asked.code, "") is None
    assert use_link(storage, asked.token, THERE) == amal


def test_neither_link_nor_code_stands_in_the_database(storage, amal, tmp_path):
    asked = ask(storage, amal)
    kept = (tmp_path / "bizplan.sqlite").read_bytes()
    assert asked.token.encode() not in kept and asked.code.encode() not in kept
