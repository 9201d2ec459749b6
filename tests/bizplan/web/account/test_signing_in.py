"""Coming in by e-mail and going out."""

from datetime import UTC, datetime

from tests.bizplan.web.account.conftest import AMAL

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def ask(browser, address=AMAL, **more):
    return browser.post("/en/sign-in", {"email": address}, **more)


def test_somebody_signs_in_with_the_code_of_the_message(browser, letters):
    assert ask(browser).headers["Location"] == "/en/sign-in/code"
    answer = browser.post("/en/sign-in/code", {"code": letters()[0].code})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/")
    assert browser.get("/en/own").text == "own Amal"
