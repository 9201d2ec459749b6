"""The glossary explains the words of the trade, and finds them where our texts use them."""

import re
import time
from collections import Counter

import pytest

from bizplan.domain.glossary import TERMS, terms_in
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness import RULES

NAMED = [term for term in TERMS if not term.listed]
SENTENCE = re.compile(r"[A-Z].*\.$", re.DOTALL)


def dutch(*texts: str) -> list[str]:
    return [term.dutch for term in terms_in(texts)]


@pytest.mark.parametrize("word", [
    "btw", "vrijstellingsregeling", "vennootschap", "BV", "eenmanszaak", "hoofdberoep", "bijberoep",
    "sociaal verzekeringsfonds", "ondernemingsloket", "KBO", "vestigingsnummer", "leefloon", "OCMW", "VDAB",
    "beroepskaart", "activiteitencoöperatie", "DSCR", "break-evenpunt", "kasstroom", "werkkapitaal", "afschrijving",
    "omzet", "brutomarge", "borg", "eigen inbreng", "collectieve schuldenregeling", "NBB", "FAVV", "aflossing",
    "sociale bijdragen", "testfase", "nazorg", "kredietadviseur", "beslismoment", "bevinding", "onderbouwing"])
def test_the_words_of_the_trade_are_in_it(word):
    assert word in {term.dutch for term in TERMS}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.dutch)
def test_a_meaning_is_one_or_two_plain_sentences_without_figures(term):
    assert SENTENCE.fullmatch(term.meaning) and not re.search(r"\d", term.meaning)
    assert len(re.findall(r"[.!?](?: |$)", term.meaning)) <= 2
    assert len(term.meaning.split()) <= 30


def test_no_word_means_two_things():
    names = Counter(name.casefold() for term in TERMS for name in {each.casefold() for each in term.names})
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("term", NAMED, ids=lambda term: term.dutch)
def test_every_name_of_a_term_is_found_alone_in_a_sentence_and_in_capitals(term):
    for name in term.names:
        for text in (name, f"Write the {name}, please.", name.upper(), f"({name})"):
            assert terms_in((text,)) == (term,), text


def test_the_words_come_once_in_the_order_of_the_text():
    assert dutch("An invoice with VAT.", "The VAT on an invoice, and a leefloon") == ["factuur", "btw", "leefloon"]


def test_only_whole_words_count():
    assert dutch("private cavity, stockings, quoted, BVBA") == []
    assert dutch("Two quotes and three invoices") == ["offerte", "factuur"]


def test_the_longest_name_wins():
    assert dutch("a VAT exemption") == ["vrijstellingsregeling"]
    assert dutch("the interest rate") == dutch("the interest") == ["intrest"]


def test_what_everybody_meets_all_the_time_is_listed_and_not_pointed_out():
    assert dutch("Your coach reads your plan and the dossier for a lender") == []


def test_questions_and_findings_use_them():
    questions = {term for asked in QUESTIONS.values() for term in terms_in((asked.wording, asked.help or ""))}
    findings = {term for rule in RULES for term in terms_in((rule.found, rule.means, rule.mend))}
    assert len(questions) >= 30 and len(findings) >= 10


def test_text_in_any_script_and_of_any_length_is_read():
    assert dutch("ضريبة btw \u202e\u0000 VAT") == ["btw"]
    began = time.perf_counter()
    assert dutch("the vat of a company " * 5_000) == ["btw", "vennootschap"]
    assert time.perf_counter() - began < 2
