"""The words of the trade: looked up on their own page, and explained where they stand."""

import pytest

from bizplan.domain.glossary import TERMS
from bizplan.translations import translator
from tests.bizplan.web.opened import opened

WORDS = "//dl/div[@class='qa']"


def terms(page):
    return page.of(f"{WORDS}/dt/b[@lang='nl']")


def test_the_page_lists_all_words_with_the_dutch_one_first(amals):
    page = opened(amals, "/en/words")
    assert terms(page) == [term.dutch for term in TERMS]
    assert page.of(f"{WORDS}[dt/b='btw']/dt") == ["btw · VAT"]
    assert page.of(f"{WORDS}[dt/b='OCMW']/dt") == ["OCMW"]
    assert "In French: TVA" in page.of(f"{WORDS}[dt/b='btw']/dd")[0]


def test_every_page_of_somebody_who_is_signed_in_leads_there(amals, liens):
    for browser in (amals, liens):
        assert opened(browser, "/en/me").of("//footer//a[@href='/en/words']") == ["What words mean"]


@pytest.mark.parametrize(("wanted", "found"), [
    ("btw", "btw"), ("TVA", "btw"), ("PREPAYMENT", "voorafbetaling"), ("depot", ""),
    ("reglement", "collectieve schuldenregeling"),
    ("cooperatie", "activiteitencoöperatie"), ("  vat ", "btw"), ("vestigingseenheid", "vestigingsnummer")])
def test_a_word_is_found_in_any_of_its_languages_without_accents_and_capitals(amals, wanted, found):
    page = opened(amals, f"/en/words?find={wanted}")
    assert found in terms(page) if found else terms(page) == []
    assert len(terms(page)) < len(TERMS)


def test_it_is_found_in_the_language_of_the_reader(amals):
    for language in ("nl", "fr", "ar"):
        said = translator(language)("sole trader")
        assert "eenmanszaak" in terms(opened(amals, f"/{language}/words?find={said}"))


@pytest.mark.parametrize("wanted", ["<script>", "%00", "x" * 5_000, "%E2%80%AE", "(", "\\", "ሰላም", "%FF"])
def test_whatever_is_looked_for_the_page_answers(amals, wanted):
    page = opened(amals, f"/en/words?find={wanted}")
    assert page.heading == "What words mean" and "<script>" not in amals.get(f"/en/words?find={wanted}").text


def test_below_a_question_its_words_are_explained(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/study/rules/registration")
    shown = page.of("//details[summary='Words on this page']//dt/b[@lang='nl']")
    assert {"KBO", "ondernemingsloket"} <= set(shown)


def test_a_question_without_such_words_has_no_list(amals, plan):
    assert opened(amals, f"/en/plan/{plan}/study/inform/idea").of("//summary[.='Words on this page']") == []


def test_where_answers_are_checked_and_below_findings_and_figures_too(amals, bakery):
    for address in ("check/rules", "figures/", "figures/ratios", "figures/profit"):
        page = opened(amals, f"/en/plan/{bakery}/{address}")
        assert page.of("//details[summary='Words on this page']//dt"), address
