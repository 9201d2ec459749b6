"""The loans that lenders of the installation say themselves stand among those that fit, and among who wants a paper."""

from datetime import timedelta

import pytest

from bizplan.domain.clock import today
from financial_models.readers import numerals
from tests.bizplan.web.lending.conftest import said
from tests.bizplan.web.lending.test_fit import cards
from tests.bizplan.web.naughty import MARKUP, NEVER_SHOWN
from tests.bizplan.web.opened import opened, plain

SINCE = today() - timedelta(days=20)
LOAN = {
    "about.title": "Voorbeeld Kredieten", "about.qualifies": "Je woont in Gent.", "about.purposes": "Een bakfiets",
    "about.papers": ("diplomas",), "about.contact": "Voorbeeldstraat 1\n9000 Gent",
    "product.start.title": "Lening voor bakkers", "product.start.amount_min": 500, "product.start.amount_max": 15000,
    "product.start.rate": 0.06, "product.start.months_max": 60}


@pytest.fixture
def address(bakery) -> str:
    """The page of the bakery."""
    return f"/en/plan/{bakery}/credit/"


@pytest.fixture
def own(storage, bank) -> str:
    """The profile of the bank, since three weeks."""
    return said(storage, bank, SINCE, LOAN)


def card(page, own, loan="start"):
    """The card of a loan."""
    return page.tree.get_element_by_id(f"credit-{own}-{loan}")


def test_a_loan_says_that_its_lender_says_it_and_since_when_and_is_counted_on_its_terms(amals, address, own):
    page = opened(amals, address)
    assert "Voorbeeld Kredieten · Lening voor bakkers" in cards(page, "fits")
    told = plain("".join(card(page, own).itertext()))
    assert f"As the lender says itself, since {numerals.day(SINCE, 'en')}." in told
    assert "Counted on what the lender says itself, with the time of your plan." in told
    assert "€ 373.07" in told              # € 15,000 at 6 % in 45 equal instalments, after three months of interest
    assert "Check this: Je woont in Gent." in told and "It lends for: Een bakfiets." in told
    assert "Where you find it: Voorbeeldstraat 1 · 9000 Gent" in told
    assert f"Voorbeeld Kredieten, as it said itself on {numerals.day(today(), 'en')}" in told
    others = plain("".join(page.tree.get_element_by_id("credit-microstart-jump").itertext()))
    assert "As the lender says itself" not in others
    assert any("Lening voor bakkers" in each for each in page.of("//tbody//th"))


def test_what_a_lender_says_next_counts_at_once(amals, address, storage, bank, own):
    opened(amals, address)
    said(storage, bank, today(), {"product.start.amount_max": 9000}, own)
    page = opened(amals, address)
    assert "Voorbeeld Kredieten · Lening voor bakkers" not in cards(page, "fits")
    assert "It lends € 9,000 at most. You look for € 15,000." in plain("".join(card(page, own).itertext()))


def test_in_the_place_of_the_published_lender_of_the_same_name_stands_its_own(amals, address, storage, bank):
    assert "microStart Jump (starters)" in cards(opened(amals, address), "fits")
    own = said(storage, bank, SINCE, {**LOAN, "about.title": "microStart"})
    page = opened(amals, address)
    assert page.tree.xpath("//*[starts-with(@id, 'credit-microstart-')]") == []
    assert "microStart · Lening voor bakkers" in cards(page, "fits") and card(page, own) is not None


def test_a_paper_says_that_it_is_asked_by_a_lender_of_this_installation(amals, bakery, own):
    assert "Asked by: Voorbeeld Kredieten" in opened(amals, f"/en/plan/{bakery}/papers/").text
    assert "Voorbeeld Kredieten" in opened(amals, f"/en/plan/{bakery}/papers/diplomas").text


@pytest.mark.parametrize("text", [*MARKUP, "{rule} %(name)s {0.__class__}"])
def test_hostile_words_of_a_lender_are_words(amals, address, bakery, storage, bank, text):
    own = said(storage, bank, SINCE, {**LOAN, **{path: text for path, value in LOAN.items() if isinstance(value, str)}})
    for page in (opened(amals, address), opened(amals, address.replace("/en/", "/ar/")),
                 opened(amals, f"/en/plan/{bakery}/papers/")):
        assert NEVER_SHOWN not in page.text
    assert card(opened(amals, address), own) is not None


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_it_reads_in_every_language(amals, address, own, language):
    assert card(opened(amals, address.replace("/en/", f"/{language}/")), own) is not None
