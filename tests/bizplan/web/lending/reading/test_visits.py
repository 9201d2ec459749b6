"""Coming by a link: the page that says nothing, the exchange, and what a link that is over opens."""

import hashlib
import logging
import secrets
from datetime import timedelta
from unittest.mock import patch

import pytest

from bizplan.domain.people import CONSENT
from bizplan.masking import masked
from bizplan.storage import applications, consents, links, plans, submissions
from bizplan.storage.tables import LINKS, OPENINGS, PLANS, VISITS
from bizplan.web.lending.visits import WRONG_LINKS
from tests.bizplan.web.conftest import Browser
from tests.bizplan.web.lending.reading.conftest import LABEL, text_of
from tests.bizplan.web.test_canary import Log

GONE = "This link is no longer available"


def content(storage):
    """All links, visits and openings as they stand."""
    with storage.reading() as tx:
        return [tx.execute(table.select()).all() for table in (LINKS, VISITS, OPENINGS)]


def write(storage, deed, *given):
    with storage.writing() as tx:
        return deed(tx, *given)


def test_a_link_is_opened_with_a_button_and_leads_to_the_summary_and_its_pdf(browser, token, address, frozen):
    assert browser.get(f"/en/s/{token}").status_code == 200
    answer = browser.post(f"/en/s/{token}")
    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    page = browser.get(address)
    assert page.status_code == 200 and "Bakkerij Zeven Zaden" in page.text
    pdf = browser.get(f"{address}documents/1/dossier.pdf")
    assert (pdf.status_code, pdf.get_data(), pdf.mimetype) == (200, frozen.first.dossier, "application/pdf")
    model = browser.get(f"{address}documents/1/model.xlsx")
    assert model.get_data() == frozen.first.workbook and ".xlsx" in model.headers["Content-Disposition"]


def test_b11_opened_by_a_scanner_twice_or_in_another_browser_a_link_changes_nothing_before_its_button(
        browser, other, storage, token, address):
    before = content(storage)
    for ask in (browser.client.head, browser.client.get, other.client.get):
        assert ask(f"/en/s/{token}").status_code == 200
    assert content(storage) == before
    assert other.get(address).headers["Location"] == "/en/sign-in", "a browser without a visit reads nothing"
    assert [each.post(f"/en/s/{token}").status_code for each in (browser, other, browser)] == [303] * 3
    assert browser.get(address).status_code == other.get(address).status_code == 200


@pytest.mark.parametrize(("kind", "flipped"), [("altered", -1), ("altered at its beginning", 0)])
def test_b11_an_altered_token_opens_nothing(browser, token, kind, flipped):
    other = "A" if token[flipped] != "A" else "B"
    altered = token[:-1] + other if flipped else other + token[1:]
    answer = browser.get(f"/en/s/{altered}")
    assert answer.status_code == 404 and GONE in answer.text, kind


def test_b11_the_token_of_a_visit_opens_nothing_as_that_of_a_link_and_the_other_way_round(
        visitor, other, token, address):
    assert other.get(f"/en/s/{visitor.cookie('bizplan-visit')}").status_code == 404
    other.client.set_cookie("bizplan-visit", token)
    assert other.get(address).status_code == 404


def ended(storage, plan, link):
    write(storage, links.end, plan, link)


def expired(storage, plan, link):
    with storage.writing() as tx:
        tx.execute(LINKS.update().values(ends_at=tx.now - timedelta(seconds=1)))


def withdrawn(storage, plan, link):
    with storage.writing() as tx:
        for each in applications.applications_of(tx, plan)[0].submissions:
            submissions.withdraw(tx, each.id)


def application_ended(storage, plan, link):
    with storage.writing() as tx:
        applications.end(tx, applications.applications_of(tx, plan)[0].id)


def plan_deleted(storage, plan, link):
    with storage.writing() as tx:
        tx.execute(PLANS.delete().where(PLANS.c.id == plan))


WAYS_TO_END = [ended, expired, withdrawn, application_ended, plan_deleted]


@pytest.mark.parametrize("end", WAYS_TO_END)
def test_b12_what_ends_while_it_is_read_is_gone_at_the_next_request_also_for_downloads(
        visitor, other, storage, bakery, token, address, end):
    with storage.reading() as tx:
        link = links.found(tx, token).id
    assert visitor.get(address).status_code == visitor.get(f"{address}documents/1/dossier.pdf").status_code == 200
    end(storage, bakery, link)
    never = other.get(f"/en/s/{secrets.token_urlsafe(32)}")
    for gone in (visitor.get(address), visitor.get(f"{address}documents/1/dossier.pdf"), other.get(f"/en/s/{token}")):
        assert gone.status_code == 404 and GONE in gone.text
        assert text_of(gone).split() == text_of(never).split(), "the same page, whatever the reason"
        assert "Zeven Zaden" not in gone.text and LABEL not in gone.text


def test_b12_a_link_that_is_taken_back_between_the_page_and_its_button_opens_nothing(
        browser, storage, bakery, token, address):
    page = browser.get(f"/en/s/{token}")
    assert page.status_code == 200
    with storage.reading() as tx:
        link = links.found(tx, token).id
    answer = None
    with patch("bizplan.web.lending.visits._found", wraps=lambda _token: links.Found(link, "x", False)):
        ended(storage, bakery, link)
        answer = browser.post(f"/en/s/{token}", form="/en/sign-in")
    assert answer.status_code == 422 and browser.get(address).headers["Location"] == "/en/sign-in"


def test_b12_where_the_entrepreneur_no_longer_agrees_to_the_study_nobody_reads_on(
        visitor, officer, storage, amal, address):
    assert visitor.get(address).status_code == officer.get(address).status_code == 200
    write(storage, lambda tx: consents.write_down(tx, amal, CONSENT, "en", given=False))
    assert visitor.get(address).status_code == officer.get(address).status_code == 404


def test_b13_ten_thousand_guesses_end_after_sixty(browser, storage, token):
    asked = [browser.client.get(f"/en/s/{secrets.token_urlsafe(32)}") for _ in range(WRONG_LINKS.most + 2)]
    codes = [each.status_code for each in asked]
    assert codes == [404] * WRONG_LINKS.most + [429] * 2
    assert int(asked[-1].headers["Retry-After"]) > 0
    assert browser.client.get(f"/en/s/{token}").status_code == 429, "the network waits, also for what is right"


def test_b13_only_the_digest_of_a_token_under_the_key_of_the_house_is_kept(storage, token, config):
    kept = (config.folder / "bizplan.sqlite").read_bytes()
    assert token.encode() not in kept and hashlib.sha256(token.encode()).hexdigest().encode() not in kept
    assert storage.seal.digest(token, "link").encode() in kept
    assert len(token) == 43, "32 bytes, 256 bits"


def test_b14_the_token_stands_in_no_log_no_referrer_and_no_address_behind_the_button(browser, token, address):
    log, root = Log(), logging.getLogger()
    before = root.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    try:
        page, answer = browser.get(f"/en/s/{token}"), browser.post(f"/en/s/{token}")
        seen = [browser.get(answer.headers["Location"]), browser.get(f"{address}documents/")]
        browser.client.get(f"/en/s/{token}x")
        browser.client.post(f"/en/s/{token}")               # without the token of the form
    finally:
        root.removeHandler(log)
        root.setLevel(before)
    assert not [line for line in log.lines if token in line]
    assert page.headers["Referrer-Policy"] == answer.headers["Referrer-Policy"] == "no-referrer"
    assert token not in answer.headers["Location"] and not [each for each in seen if token in each.text]
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("told", "kept"), [
    ("GET /en/s/abc_DEF-123 HTTP/1.1", "GET /en/s/*** HTTP/1.1"), ("/nl/invitation/xyz?a=1", "/nl/invitation/***?a=1"),
    ("'/nl/sign-in/link/xyz'", "'/nl/sign-in/link/***'"), ("/static/style.css", "/static/style.css"),
])
def test_b14_whatever_logs_an_address_logs_it_without_its_token(told, kept):
    assert masked(told) == kept


def test_b14_the_cookie_of_a_visit_is_bound_to_this_host_and_lives_for_hours(browser, token, app, config):
    answer = browser.post(f"/en/s/{token}")
    cookie = next(each for each in answer.headers.getlist("Set-Cookie") if each.startswith("bizplan-visit="))
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie and "Domain" not in cookie
    assert f"Max-Age={4 * 60 * 60}" in cookie
    with app.test_request_context("/en/"), patch.object(type(config), "is_secure", property(lambda _self: True)):
        from bizplan.web import readers
        assert readers.cookie_name() == "__Host-bizplan-visit"


def test_b14_a_visit_is_over_after_its_hours_or_when_it_is_closed(visitor, other, storage, token, address):
    other.post(f"/en/s/{token}")
    with storage.writing() as tx:
        tx.execute(VISITS.update().where(VISITS.c.token_digest == tx.seal.digest(
            other.cookie("bizplan-visit"), "visit")).values(ends_at=tx.now))
    assert other.get(address).status_code == 404
    kept = visitor.cookie("bizplan-visit")
    assert visitor.post("/en/visit/close", form=address).headers["Location"] == "/en/visit/closed"
    assert visitor.get("/en/visit/closed").status_code == 200 and visitor.cookie("bizplan-visit") is None
    other.client.set_cookie("bizplan-visit", kept)
    assert other.get(address).status_code == 404, "a copy of the cookie is worth nothing"


def test_b16_a_preview_shows_the_name_of_the_product_and_nothing_else(browser, token, handed_in, bakery):
    page = browser.get(f"/en/s/{token}", headers={"User-Agent": "WhatsApp/2.24"})
    assert "<title>Open the dossier – bizplan</title>" in page.text
    assert not [each for each in ("Zeven Zaden", "Samira", LABEL, "microStart", "Krediet", handed_in, bakery, "og:")
                if each in page.text]
    assert page.headers["X-Robots-Tag"] == "noindex, noarchive"


def test_b16_whatever_is_read_asks_not_to_be_indexed_or_kept(visitor, address):
    for path in ("", "answers/", "documents/1/dossier.pdf"):
        headers = visitor.get(address + path).headers
        assert (headers["X-Robots-Tag"], headers["Cache-Control"]) == ("noindex, noarchive", "no-store")


def test_a_posted_form_without_its_own_token_is_not_taken(browser, token, storage):
    before = content(storage)
    assert browser.client.post(f"/en/s/{token}").status_code in (302, 400)
    assert content(storage) == before


def test_an_officer_elsewhere_and_an_entrepreneur_find_nothing(app, storage, amals, address, handed_in):
    from bizplan.storage import people
    from tests.bizplan.web.lending.reading.conftest import officer_of
    with storage.writing() as tx:
        elsewhere = people.add_organisation(tx, "lending", "Elders")
    assert officer_of(app, storage, elsewhere).get(address).status_code == 404
    assert amals.get(address).status_code == 404


def test_a_plan_in_the_archive_stays_readable_and_its_links_can_be_taken_back(
        visitor, amals, storage, bakery, token, address):
    write(storage, plans.put_away, bakery)
    assert visitor.get(address).status_code == 200
    with storage.reading() as tx:
        link = links.found(tx, token).id
    assert amals.post(f"/en/plan/{bakery}/lenders/links/{link}/end",
                      form=f"/en/plan/{bakery}/lenders/links/").status_code == 302
    assert visitor.get(address).status_code == 404


def test_a_browser_that_never_came_by_a_link_is_asked_to_sign_in(app, address):
    answer = Browser(app.test_client()).get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/sign-in")
