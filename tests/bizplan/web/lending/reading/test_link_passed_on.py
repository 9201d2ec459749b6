"""A link that is passed on to somebody else: its code, and what its people see of whoever opened it."""

import pytest

from bizplan.storage import links
from bizplan.web.lending.visits import CODES
from tests.bizplan.web.lending.reading.conftest import CODE, LABEL, link_to, text_of


@pytest.fixture
def coded(storage, handed_in, bakery, amal):
    """The token of a link that asks for a code."""
    return link_to(storage, handed_in, bakery, amal, code=CODE)


def test_b15_a_link_with_a_code_opens_with_both_however_the_code_is_typed(browser, coded, address):
    assert "The six digits" in browser.get(f"/en/s/{coded}").text
    wrong = browser.post(f"/en/s/{coded}", {"code": "111111"})
    assert wrong.status_code == 422 and "This code does not fit" in wrong.text
    assert browser.get(address).headers["Location"] == "/en/sign-in"
    assert browser.post(f"/en/s/{coded}", {"code": f" {CODE[:3]} {CODE[3:]} "}).status_code == 303
    assert browser.get(address).status_code == 200


def test_b15_after_five_wrong_codes_a_link_rests_also_for_the_right_one_until_it_gets_a_new_code(
        browser, other, storage, bakery, coded, amals):
    codes = [browser.post(f"/en/s/{coded}", {"code": "1"}, form="/en/sign-in").status_code for _ in range(5)]
    assert codes == [422, 422, 422, 422, 404]
    assert other.post(f"/en/s/{coded}", {"code": CODE}, form="/en/sign-in").status_code == 404
    page = amals.get(f"/en/plan/{bakery}/lenders/links/")
    assert "It rests" in page.text
    with storage.reading() as tx:
        link, = links.links_of(tx, bakery)
    shown = amals.post(f"/en/plan/{bakery}/lenders/links/{link.id}/code", form=f"/en/plan/{bakery}/lenders/links/")
    new = "".join(each for each in text_of(shown).partition("The new code")[2] if each.isdigit())[:6]
    assert browser.post(f"/en/s/{coded}", {"code": CODE}).status_code == 422, "the old code opens nothing any more"
    assert other.post(f"/en/s/{coded}", {"code": new}).status_code == 303


def test_b15_who_reads_by_a_link_reads_on_while_somebody_else_tries_codes(browser, other, coded, address):
    browser.post(f"/en/s/{coded}", {"code": CODE})
    for _ in range(5):
        other.post(f"/en/s/{coded}", {"code": "1"}, form="/en/sign-in")
    assert browser.get(address).status_code == 200


def test_b15_codes_of_many_links_are_tried_no_more_than_so_often_from_one_network(
        browser, storage, handed_in, bakery, amal):
    tokens = [link_to(storage, handed_in, bakery, amal, code=CODE) for _ in range(CODES.most // 4 + 1)]
    seen = {browser.post(f"/en/s/{each}", {"code": "1"}, form="/en/sign-in").status_code
            for each in tokens for _ in range(4)}
    assert seen == {422, 429}


PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"}


def test_b15_each_opening_is_listed_for_the_entrepreneur_with_what_when_and_on_what(
        visitor, amals, liens, bakery, address):
    for path in ("", "", "answers/", "documents/1/dossier.pdf"):
        visitor.get(address + path, headers=PHONE)
    for reader in (amals, liens):
        told = " ".join(text_of(reader.get(f"/en/plan/{bakery}/lenders/links/")).split())
        assert LABEL in told and "Opened: 3 times" in told
        opened = "the summary", "the answers", "the dossier, to take along"
        assert all(f"{what} (on a phone)" in told for what in opened)


def test_b15_what_an_officer_opens_is_listed_too_with_their_name(officer, amals, bakery, address):
    officer.get(f"{address}figures/")
    told = " ".join(text_of(amals.get(f"/en/plan/{bakery}/lenders/links/")).split())
    assert "Omar , the figures" in told or "Omar, the figures" in told
