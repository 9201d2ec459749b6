"""Every answer says what browsers may do with it, those that something went wrong with too."""

from dataclasses import replace

import pytest

from bizplan.web.application import application
from tests.bizplan.web.opened import JSON

ANSWERS = {
    "a page": ("/en/sign-in", 200), "the way to the first page": ("/", 302), "no such page": ("/en/nothing", 404),
    "no such language": ("/de/sign-in", 404), "a private page": ("/en/plans", 302), "health": ("/health", 200),
    "a method that is not taken": ("/en/sign-out", 405),
}


def is_safe(answer):
    """Holds what every answer says."""
    told = answer.headers
    policy = dict(each.strip().partition(" ")[::2] for each in told["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert {policy[each] for each in ("script-src", "style-src", "img-src", "connect-src", "form-action")} == {"'self'"}
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in told["Content-Security-Policy"]
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "no-referrer"
    assert told["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "noindex" in told["X-Robots-Tag"]


@pytest.mark.parametrize("name", list(ANSWERS))
def test_every_answer_says_what_a_browser_may_do_and_keeps_nothing(browser, name):
    address, status = ANSWERS[name]
    answer = browser.get(address)
    assert answer.status_code == status
    is_safe(answer)
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_plan_and_its_file_are_never_kept_by_the_browser(amals, plan):
    for address in (f"/en/plan/{plan}/", f"/en/plan/{plan}/file", f"/en/plan/{plan}/figures/living"):
        answer = amals.get(address)
        assert answer.status_code == 200
        is_safe(answer)
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_style_sheet_is_kept_for_a_while_and_has_the_same_headers(browser):
    answer = browser.get("/static/style.css")
    answer.get_data()
    answer.close()
    assert answer.status_code == 200
    is_safe(answer)
    assert "no-store" not in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers


def test_a_form_without_its_token_and_one_from_another_site_are_refused_with_the_same_headers(amals, plan):
    forged = amals.client.post(f"/en/plan/{plan}/save", data={"field": "idea.need", "value": "x"}, headers=JSON)
    assert (forged.status_code, forged.mimetype) == (400, "application/json")
    is_safe(forged)
    elsewhere = amals.client.post(f"/en/plan/{plan}/save", data={"field": "idea.need"},
                                  headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code in (400, 403)
    is_safe(elsewhere)


def test_what_goes_wrong_unexpectedly_is_a_page_with_the_same_headers_and_no_trace(amals, plan, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError("secret detail")
    monkeypatch.setattr("bizplan.web.study.course.first_open", fail)
    answer = amals.get(f"/en/plan/{plan}/")
    assert answer.status_code == 500
    is_safe(answer)
    assert "secret detail" not in answer.text
    assert "Traceback" not in answer.text
    assert "What was saved before is still there." in answer.text


def test_on_https_browsers_are_told_to_stay_there_and_cookies_are_bound_to_the_host(config, storage):
    secure = application(replace(config, url="https://plan.example.org"), storage, ask=lambda _job: None)
    answer = secure.test_client().get("/en/sign-in", base_url="https://plan.example.org")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-bizplan-form=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= {each.strip() for each in cookie.split(";")}


def test_on_loopback_nothing_says_https(browser):
    assert "Strict-Transport-Security" not in browser.get("/en/sign-in").headers


def test_a_name_that_is_not_ours_is_refused_without_a_word_about_the_application(browser):
    answer = browser.get("/en/sign-in", base_url="http://elsewhere.example")
    assert answer.status_code == 400
    assert "elsewhere.example" not in answer.text


@pytest.mark.parametrize("asked", ["br", "gzip"])
def test_the_style_sheet_travels_compressed(browser, asked):
    sizes = []
    for encodings in ("identity", asked):
        answer = browser.client.get("/static/style.css", headers={"Accept-Encoding": encodings})
        sizes.append(len(answer.get_data()))
        answer.close()
    assert answer.headers["Content-Encoding"] == asked
    assert sizes[1] < sizes[0] / 3
