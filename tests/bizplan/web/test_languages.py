"""The language of a page stands in its address; changing it keeps the page."""

import pytest

from bizplan.storage import people
from bizplan.translations import LANGUAGES, translator
from bizplan.web.layout import NOT_READ
from tests.bizplan.web.opened import opened, said

NAMES = {"nl": "Nederlands", "en": "English", "fr": "Français", "ar": "العربية"}


@pytest.mark.parametrize("language", list(NAMES))
def test_a_page_is_in_the_language_of_its_address(amals, plan, language):
    page = opened(amals, f"/{language}/plan/{plan}/study/idea/need")
    assert page.tree.get("lang") == language
    assert page.tree.get("dir") == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize("language", ["de", "NL", "n", "nl-BE", "..", "x" * 300])
def test_a_language_that_is_not_spoken_here_is_not_found(browser, language):
    assert browser.get(f"/{language}/sign-in").status_code == 404


def test_a_page_that_is_not_there_is_told_in_the_language_that_the_browser_asks_for(browser):
    assert 'lang="fr"' in browser.get("/de/sign-in", headers={"Accept-Language": "fr"}).text
    assert 'lang="ar"' in browser.get("/ar/nothing", headers={"Accept-Language": "ar"}).text


@pytest.mark.parametrize(("wish", "language"), [
    ("fr-BE, en;q=0.5", "fr"), ("ar", "ar"), ("de, en;q=0.3", "en"), ("ti", "nl"), ("", "nl"), ("*", "nl"),
])
def test_the_first_page_is_in_the_language_that_the_browser_asks_for_else_in_dutch(browser, wish, language):
    answer = browser.get("/", headers={"Accept-Language": wish} if wish else {})
    assert answer.headers["Location"] == f"/{language}/"


def test_whoever_is_signed_in_begins_in_their_own_language(amals, storage, amal):
    with storage.writing() as tx:
        people.set_language(tx, amal, "ar")
    assert amals.get("/", headers={"Accept-Language": "fr"}).headers["Location"] == "/ar/"


def test_every_page_offers_all_languages_under_their_own_names_on_the_same_page(amals, plan):
    address = f"plan/{plan}/study/idea/products?removed=abc"
    page = opened(amals, f"/en/{address}")
    for language, name in NAMES.items():
        link, = page.tree.xpath("//a[@hreflang=$l or @lang=$l]", l=language)
        assert link.get("href") == f"/{language}/{address}", language
        assert name in "".join(link.itertext())


def test_whatever_an_address_asks_for_its_page_leads_to_the_same_in_every_language(amals):
    asked = "endpoint=x&_method=PUT&_external=1&_anchor=y&_scheme=ftp&language=ar&values=%26"
    page = opened(amals, f"/en/plans?{asked}")
    for language in NAMES:
        link, = page.tree.xpath("//a[@hreflang=$l or @lang=$l]", l=language)
        assert link.get("href") == f"/{language}/plans?{asked}"
        assert opened(amals, link.get("href")).tree.get("lang") == language


def test_links_keep_the_language_of_the_page(amals, plan):
    page = opened(amals, f"/fr/plan/{plan}/")
    inside = [each for each in page.of("//main//@href") if each.startswith("/")]
    assert len(inside) > 10
    assert all(each.startswith("/fr/") for each in inside)


def test_a_form_that_is_sent_leads_on_in_the_language_of_its_page(amals, plan):
    answer = opened(amals, f"/ar/plan/{plan}/study/idea/need").send({"idea.need": "خبز"})
    assert answer.headers["Location"] == f"/ar/plan/{plan}/study/idea/customers"


def test_numbers_are_read_in_the_notation_of_any_language(amals, plan, storage):
    for language, text in (("nl", "1.250,50"), ("en", "1,250.50"), ("ar", "١٢٥٠٫٥٠")):
        page = opened(amals, f"/{language}/plan/{plan}/study/financing/account")
        page.send({"financing.bank.opening": text})
        assert said(storage, plan, "financing.bank.opening").value == 1250.5, language
        page.send({"financing.bank.opening": ""})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_that_no_native_has_read_says_so_at_the_foot_of_every_page(browser, language):
    page = opened(browser, f"/{language}/sign-in")
    told = translator(language)(NOT_READ)
    assert ([told] if language != "en" else []) == [each for each in page.of("//footer//p") if each == told]
