"""Whatever goes wrong, a system gets problem details as JSON, and never a page, a cookie or a failure of ours."""

import sqlite3
from pathlib import Path

import pytest

from bizplan.storage import database
from tests.bizplan.web.conftest import signed_in

TOKEN = "bp1_" + "a" * 43


def is_problem(answer, status):
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.text[:200]
    assert set(answer.json) == {"type", "title", "status", "detail"} and answer.json["status"] == status
    assert answer.json["title"] and answer.json["detail"].endswith(".")
    assert "Set-Cookie" not in answer.headers and answer.headers["Cache-Control"] == "no-store"
    return True


@pytest.mark.parametrize("shown", [
    "", "Bearer", "Bearer ", f"Bearer {TOKEN}", f"bearer {TOKEN} x", f"Basic {TOKEN}", "Basic OjpiYWQ=",
    f"Token {TOKEN}", "Bearer é", "Bearer a=b, c=d", "Digest username=x", "Bearer " + "x" * 8_000, TOKEN, "\xff\xfe",
])
def test_without_a_token_that_works_nothing_is_read(system, shown):
    answer = system.get("/applications", headers={"Authorization": shown})
    assert is_problem(answer, 401) and answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_whoever_is_signed_in_is_no_system(app, storage, lien, system):
    browser = signed_in(app, storage, lien)
    assert is_problem(browser.client.get("/api/v1/applications"), 401)
    assert is_problem(browser.client.get(f"/api/v1/applications?token={system.token}"), 401)


@pytest.mark.parametrize("path", ["", "/", "/nothing", "/applications/", "/applications/x/y", "/" + "x" * 20_000,
                                  "//applications", "/../v1/applications/x", "/%2e%2e/nl/", "/applications/%00/x/y"])
def test_what_is_not_there_is_said_as_json(system, path):
    assert is_problem(system.get(path), 404)


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/check", "/api/v2/applications", "/api/plans"])
def test_near_the_api_there_are_no_pages_either(browser, path):
    assert is_problem(browser.client.get(path), 404)


def test_a_page_elsewhere_stays_a_page(browser):
    answer = browser.client.get("/apiary/none")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY", "x"])
@pytest.mark.parametrize("address", ["/applications", "/openapi.json"])
def test_it_is_only_read(system, method, address):
    twice = b'{"state": "ended", "state": "readable"}'
    answer = system.get(address, method, data=twice, content_type="application/json",
                        headers={"X-HTTP-Method-Override": "GET"})
    assert is_problem(answer, 405) and answer.headers["Allow"] == "GET, HEAD"


def test_a_body_that_comes_along_changes_nothing(system):
    twice = b'{"state": "ended", "state": "readable"}'
    assert system.get("/applications", data=twice, content_type="application/json").status_code == 200
    assert system.get("/applications", data=b"a=" + b"x" * 700_000,
                      content_type="application/x-www-form-urlencoded").status_code in (200, 413)
    assert system.get("/applications", data=b"--", content_type="multipart/form-data; boundary=x").status_code < 500


@pytest.mark.parametrize(("accept", "status"), [
    ("", 200), ("*/*", 200), ("application/*", 200), ("application/json;q=0.1, text/html", 200), ("text/html", 406),
    ("application/json;q=0", 406), ("application/problem+json", 406), ("garbage", 406), (";;;,,,q=", 406),
    ("application/json;q=nan", 200), ("a/b/c", 406), ("\xff/\xfe", 406), ("text/html," * 2_000, 406),
])
def test_what_a_system_takes_is_heeded_however_odd_it_says_it(system, accept, status):
    answer = system.get("/applications", headers={"Accept": accept})
    assert answer.status_code == status, accept
    assert status == 200 or is_problem(answer, 406)


@pytest.mark.parametrize(("query", "about"), [
    ("state=granted", "state"), ("state=", "state"), ("state=ended&state=ended", "state"), ("State=ended", "State"),
    ("since=yesterday", "since"), ("since=2026-11-28", "since"), ("since=2026-02-30T00:00:00Z", "since"),
    ("since=2026-11-28T19:00:00+01:00", "since"), ("since=2026-11-28T25:00:00Z", "since"),
    ("since=2026-11-28T19:00:00%2B99:00", "since"), ("limit=0", "limit"), ("limit=101", "limit"), ("limit=x", "limit"),
    ("limit=1e1", "limit"), ("limit=٣", "limit"), ("limit=" + "9" * 5_000, "limit"), ("cursor=x", "cursor"),
    ("cursor=ffffffffffffff-" + "0" * 32, "cursor"), ("page=2", "page"), ("%ff=%ff", "parameter"), ("=", "parameter"),
])
def test_what_cannot_be_understood_is_refused_with_what_to_write(system, query, about):
    answer = system.get(f"/applications?{query}")
    assert is_problem(answer, 400) and about in answer.json["detail"]


def test_no_parameters_are_known_where_there_are_none(system):
    assert is_problem(system.get("/openapi.json?x=1"), 400)
    assert is_problem(system.get(f"/applications/{'0' * 32}?state=ended"), 400)


@pytest.mark.parametrize("since", ["2026-11-28t19:00:00z", "2026-11-28T23:59:60Z", "2026-11-28T19:00:00.1234567Z",
                                   "1000-01-01T00:00:00Z", "2999-12-31T23:59:59-14:00"])
def test_moments_are_understood_as_the_standard_writes_them(system, since):
    assert system.get(f"/applications?since={since}").status_code == 200


def test_another_host_is_none_of_ours(app):
    assert is_problem(app.test_client().get("/api/v1/applications", base_url="http://evil.example"), 400)


def test_a_database_that_somebody_else_holds_is_said_to_be_busy(system, config, storage, monkeypatch):
    impatient = (*(each for each in database.PRAGMAS if "busy" not in each), "busy_timeout=20")
    monkeypatch.setattr(database, "PRAGMAS", impatient)
    storage.database.dispose()
    holder = sqlite3.connect(Path(config.folder) / "bizplan.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    answer = system.get("/applications")
    holder.close()
    assert is_problem(answer, 503) and answer.headers["Retry-After"] == "30"


def test_a_failure_of_ours_is_written_down_and_says_nothing(system, monkeypatch, caplog):
    from bizplan.web.api import asking
    monkeypatch.setattr(asking, "asked", lambda: 1 / 0)
    answer = system.get("/applications")
    assert is_problem(answer, 500) and "division" not in answer.text and "ZeroDivisionError" in caplog.text
