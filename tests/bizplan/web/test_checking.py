"""The page that the code on a document leads to: it says whether the version was released here, and no more."""

from datetime import date

import pytest
from sqlalchemy import event

from bizplan.domain.fingerprint import ALPHABET, grouped
from bizplan.domain.recipients import Recipient
from bizplan.storage import releases
from bizplan.web.checking import CHECKS
from tests.bizplan.web.opened import opened, shown

FINGERPRINT = "KM64QQ9R3RTHTGDNVFZC0TDRPW4Y0Z"
UNKNOWN = "ZZ64QQ9R3RTHTGDNVFZC0TDRPW4Y0Z"
NEVER = ("0" * 30, UNKNOWN[:20], "x", "%00", "é" * 40, "A" * 400)


@pytest.fixture
def version(storage, bakery):
    """A version of the bakery that was released."""
    with storage.writing() as tx:
        releases.keep(tx, FINGERPRINT, bakery, 3, Recipient.LENDER, date(2026, 11, 28))
    return FINGERPRINT


def test_anybody_sees_that_a_version_was_released_on_which_day_and_nobodys_name(other, version):
    page = opened(other, f"/en/check/{version}")
    assert page.heading == "This version was released"
    assert "released here on" in page.text and "November 2026" in page.text
    assert "There is no newer version." in page.text
    assert grouped(version) in page.text
    for private in ("Samira", "Bakkerij", "Zeven Zaden", "lender", "Amal"):
        assert private not in page.text


def test_of_a_version_that_was_made_anew_it_says_so(other, version, storage, bakery):
    with storage.writing() as tx:
        releases.keep(tx, "B" * 30, bakery, 4, Recipient.LENDER, date(2026, 12, 1))
    page = opened(other, f"/en/check/{version}")
    assert "A newer version was made since" in page.text
    assert "December" not in page.text, "nor when, nor where"


@pytest.mark.parametrize("asked", [UNKNOWN, *NEVER])
def test_what_was_never_released_and_what_cannot_be_are_answered_alike(other, version, asked):
    page = opened(other, f"/en/check/{asked}")
    assert page.status == 200 and page.heading == "We do not know this version"
    assert "No version with this fingerprint was released here, or it was deleted since." in page.text


def test_a_known_and_an_unknown_one_ask_the_database_the_same(other, version, storage):
    told = {each: statements(storage, lambda each=each: other.client.get(f"/en/check/{each}"))
            for each in (version, UNKNOWN, "x")}
    assert len(told[version]) > 3
    assert told[version] == told[UNKNOWN] == told["x"]


def statements(storage, act) -> list[str]:
    """What is asked of the database meanwhile."""
    found: list[str] = []

    def note(_connection, _cursor, statement, *_more):
        found.append(statement)

    engines = (storage.database.engine, storage.database.writer)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    act()
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
    return found


def test_somebody_types_it_from_paper_in_groups_and_small_letters(other, version):
    page = opened(other, "/en/check/")
    assert page.of("//main//input/@name") == ["fingerprint"]
    answer = other.client.get("/en/check/", query_string={"fingerprint": grouped(version).lower()})
    assert answer.headers["Location"] == f"/en/check/{version}"
    half = shown(other, other.client.get("/en/check/", query_string={"fingerprint": grouped(version)[:23]}), 200)
    assert "This is not a whole fingerprint." in half.text
    assert grouped(version)[:23] in half.of("//main//input/@value")


def test_what_is_typed_is_shown_as_text(other):
    page = shown(other, other.client.get("/en/check/", query_string={"fingerprint": "<b>x</b>"}), 200)
    assert not page.of("//main//b") and "<b>x</b>" in page.of("//main//input/@value")


def test_whoever_asks_too_often_waits_and_the_form_still_opens(other, version):
    for _turn in range(CHECKS.most):
        assert other.client.get(f"/en/check/{UNKNOWN}").status_code == 200
    answer = other.client.get(f"/en/check/{version}")
    assert answer.status_code == 429 and int(answer.headers["Retry-After"]) > 0
    assert opened(other, "/en/check/").status == 200


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_it_opens_in_every_language_and_tells_search_engines_nothing(other, version, language):
    answer = other.get(f"/{language}/check/{version}")
    assert answer.status_code == 200
    assert answer.headers["X-Robots-Tag"] == "noindex, noarchive"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_fingerprint_cannot_be_guessed():
    assert len(ALPHABET) ** len(FINGERPRINT) >= 2 ** 128
