"""What is printed in another language than that of its document says so, wherever it stands, and is read well."""

import json
import re
import subprocess
from functools import cache

import pytest

from bizplan import examples
from bizplan.documents.dossier import write_dossier, writing
from bizplan.documents.structure import Foreign
from bizplan.domain.plan_file import read
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.translated import is_narrative
from financial_models.law import ANY_LENDER, lender
from tests.bizplan.documents.dossier.conftest import AS_OF, calculated, changed
from tests.bizplan.documents.structure.faults import faults
from tests.bizplan.documents.structure.reading import Node, Reading, plain
from tests.bizplan.documents.structure.test_structure import TIGRINYA

LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]+")
OTHER_LETTERS = {"ar": "[\u0600-\u06ff]", "ti": "[\u1200-\u137f]", "uk": "[\u0400-\u04ff]"}
ABBREVIATIONS = {"DSCR", "NACE", "MAR", "PCMN", "IRR", "APR", "QR", "km"}
"""What an Arabic sentence itself says in Latin letters."""
UKRAINIAN = "Свіжий хліб щоранку"
TURKISH = "Her sabah taze ekmek, mahalledeki herkes için."


@cache
def document(text, language, kind="dossier"):
    """A kind of document, read."""
    return Reading(write_dossier(*calculated(text), language=language, as_of=AS_OF, kind=kind))


def printed(found: Reading) -> list[tuple[Node, str]]:
    """Each element with the words that stand in itself."""
    return [(node, plain(words)) for node in found.root.nodes() for words in of_itself(found, node)]


def of_itself(found: Reading, node: Node) -> list[str]:
    """What an element says, without those in it."""
    if node.alt or node.words is not None:
        return [node.alt or node.words or ""]
    return [found.content[kid][1] for kid in node.kids if isinstance(kid, tuple)]


def written(language, text, more=lambda document: None):
    """The bakery with a few answers in another language: in a sentence, in a table, as a name, as a note."""
    def change(document):
        document["language"] = language
        document["idea"].update(need=text, business_name=text)
        document["products"][0]["name"] = text
        document["products"][0]["price"]["note"] = text
        document["loans"][0]["name"] = text
        document["risks"]["main"][0].update(name=text, measure=text)
        document["financing"]["guarantors"][0].update(name=text, relation=text, income=text)
        more(document)
    return changed("bakery", change)


@pytest.mark.parametrize("kind", ["dossier", "summary", "financial_plan"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_arabic_letter_of_a_plan_in_arabic_is_read_as_arabic(kind, language):
    found = document(examples.text("it_service"), language, kind)
    letters = [(node, words) for node, words in printed(found) if re.search(OTHER_LETTERS["ar"], words)]
    assert len(letters) > 5
    assert [words for node, words in letters if found.language(node) != "ar"] == []
    assert faults(found) == []


@pytest.mark.parametrize("kind", ["dossier", "summary", "own_plan"])
@pytest.mark.parametrize(("of", "text"), [("ti", TIGRINYA), ("uk", UKRAINIAN)])
def test_so_is_what_stands_in_other_letters_in_sentences_titles_and_labels(of, text, kind):
    found = document(written(of, text), "nl", kind)
    letters = [(node, words) for node, words in printed(found) if re.search(OTHER_LETTERS[of], words)]
    assert [words for node, words in letters if found.language(node) != of] == []
    assert {node.parent.role for node, _ in letters} >= {"H1", "P"} and len(letters) > (5 if kind == "summary" else 12)
    assert faults(found) == []


def test_a_plan_in_dutch_printed_in_arabic_is_read_as_dutch_and_its_sources_as_english():
    found = document(examples.text("bakery"), "ar", "own_plan")
    latin = [(node, words) for node, words in printed(found) if found.language(node) == "ar"]
    assert {word for _, words in latin for word in LATIN_WORD.findall(words)} <= ABBREVIATIONS
    assert {found.language(node) for node in found.root.nodes()} == {"ar", "nl", "en"}
    assert faults(found) == []


def test_the_titles_of_the_sources_of_limits_are_english_in_arabic_and_have_their_language():
    found = document(examples.text("bakery"), "ar", "own_plan")
    english = {words for node, words in printed(found) if found.language(node) == "en"}
    titles = {plain(limit.source.en) for limit in lender(ANY_LENDER).thresholds.values()}
    assert len(titles & english) > 3


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_dutch_plan_in_each_language_says_which_texts_are_dutch(language):
    found = document(examples.text("bakery"), language)
    study = read(examples.text("bakery"))
    texts = {plain(str(answer.value)) for (key, row), answer in study.answers.items()
             if QUESTIONS[key].kind is Kind.LONG_TEXT and is_narrative(QUESTIONS[key]) and not QUESTIONS[key].coach}
    told = [(node, words) for node, words in printed(found) if words in texts]
    assert len(told) > 20
    assert {node.language for node, _ in told} == ({""} if language == "nl" else {"nl"})


def test_in_the_same_letters_a_text_alone_and_a_name_in_a_sentence_have_their_language():
    found = document(written("tr", TURKISH), "nl")
    at = [node for node, words in printed(found) if TURKISH in words]
    assert len(at) > 8 and {found.language(node) for node in at} == {"tr"}


def test_a_coach_writes_in_the_language_of_the_dossier_also_in_a_plan_in_arabic():
    def opinion(document):
        document["planning"]["coach"]["opinion"] = "Een plan dat klopt."
    found = document(written("ar", "خبز طازج كل صباح", opinion), "nl")
    assert {found.language(node) for node, words in printed(found) if "Een plan dat klopt." in words} == {"nl"}
    own = document(written("ar", "خبز طازج كل صباح", opinion), "ar", "own_plan")
    assert {own.language(node) for node, words in printed(own) if "Een plan dat klopt." in words} == {"nl"}


def test_a_name_inside_a_sentence_is_a_part_of_it_and_read_in_its_place():
    found = document(written("uk", UKRAINIAN), "nl", "summary")
    inside = [node for node, words in printed(found) if words == UKRAINIAN and node.role == "Span"]
    sentences = [plain(found.words(node.parent)) for node in inside]
    assert any(re.search(rf"\w.*{UKRAINIAN}.*\w", words) for words in sentences)
    assert {node.language for node in inside} == {"uk"}
    assert {found.language(node.parent) for node in inside} == {"nl"}


@pytest.mark.parametrize(("name", "kind", "language"), [("bakery", "own_plan", "ar"), ("it_service", "dossier", "nl")])
def test_to_say_the_language_moves_nothing_on_the_page(name, kind, language, needs, tmp_path, monkeypatch):
    def words(called_so):
        path = tmp_path / f"{called_so}.pdf"
        path.write_bytes(write_dossier(*calculated(examples.text(name)), language=language, as_of=AS_OF, kind=kind))
        drawn = [needs("pdftoppm"), "-r", "40", "-gray", str(path)]
        return subprocess.run(drawn, capture_output=True, check=True).stdout
    told = words("told")
    monkeypatch.setattr(writing, "foreign_in", lambda _case: Foreign())
    assert words("untold") == told


KNOWN = Foreign({"gün": "tr", "Een lang verhaal over brood": "nl"}, {"taze ekmek": "tr", "taze": "tr", "خبز": "ar"})


@pytest.mark.parametrize(("text", "parts"), [
    ("", [("", "")]),
    ("niets", [("niets", "")]),
    ("gün", [("gün", "tr")]),
    (" \u2068gün\u2069\n", [(" \u2068gün\u2069\n", "tr")]),
    ("elke gün", [("elke gün", "")]),                         # known alone, not inside a sentence
    ("Lening: taze ekmek, 1", [("Lening: ", ""), ("taze ekmek", "tr"), (", 1", "")]),
    ("taze brood", [("taze", "tr"), (" brood", "")]),
    ("tazer, ataze", [("tazer, ataze", "")]),                 # only as words of their own
    ("(خبز)", [("(", ""), ("خبز", "ar"), (")", "")]),
    ("taze-ekmek", [("taze", "tr"), ("-ekmek", "")]),
    ("taze خبز", [("taze", "tr"), (" ", ""), ("خبز", "ar")]),
    ("Een lang ver…", [("Een lang ver…", "nl")]),
    ("“Een lang ver…", [("“", ""), ("Een lang ver…", "nl")]),
    ("Een…", [("Een…", "")]),                                 # too little to be known again
])
def test_known_texts_are_found_again_where_they_are_printed(text, parts):
    found = KNOWN.passages(text)
    assert [(text[each.start:each.end], each.language) for each in found] == parts
    assert found[0].start == 0 and found[-1].end == len(text)


def test_a_document_that_knows_no_other_language_cuts_nothing():
    assert [tuple(each) for each in Foreign().passages("taze")] == [(0, 4, "")]


def test_the_same_plan_gives_the_same_bytes_with_its_languages():
    text = json.dumps(json.loads(written("tr", TURKISH)))
    made = [write_dossier(*calculated(text), language="nl", as_of=AS_OF) for _ in range(2)]
    assert made[0] == made[1]
