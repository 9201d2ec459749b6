"""A document comes out of every plan, whatever stands in it or does not, and opens everywhere."""

import io
import re
import subprocess
import warnings
from datetime import date
from functools import cache
from itertools import cycle

import openpyxl
import pikepdf
import pytest

from bizplan import delivery
from bizplan.documents.dossier import KINDS, write_dossier
from bizplan.domain.coaching.gates import GATES, Condition
from bizplan.domain.coaching.sign_off import Signature, SignedGate, SignedPart, SignOff
from bizplan.domain.course import PARTS
from bizplan.domain.plan import Answer
from bizplan.domain.profile import Gate
from bizplan.translations import translator
from bizplan.workshop import Workshop
from tests.bizplan.documents.hard_plans import (
    EDGES,
    MOST_LOANS,
    MOST_PRODUCTS,
    naughty,
    read,
    said_everywhere,
)
from tests.bizplan.documents.hard_texts import HARD_TEXTS
from tests.bizplan.web.naughty import NEVER_SHOWN
from tests.growth import MOST, growth

AS_OF = date(2027, 1, 18)
LAST = {kind: each.languages[-1] for kind, each in KINDS.items()}
SHORT = [name for name in EDGES if not name.startswith("longest")]
IN_TURN = list(zip(HARD_TEXTS, cycle([*LAST, *LAST, "dossier"]), strict=False))


def in_every_kind(names):
    """Each of these in every kind of document, and every kind in each of its languages, by turns."""
    return [(name, kind, each.languages[place % len(each.languages)])
            for place, name in enumerate(names) for kind, each in KINDS.items()]


@cache
def edge(name):
    """A plan at the edge, calculated."""
    return Workshop.on(EDGES[name](), AS_OF)


@cache
def hard(name):
    """A plan with hard texts in every field, calculated."""
    return Workshop.on(naughty(HARD_TEXTS[name]), AS_OF)


@pytest.fixture
def words(needs):
    """The words of a document; a complaint of a reader fails the test."""
    def read_back(pdf):
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert document.check_pdf_syntax() == []
            assert document.pages
        done = subprocess.run([needs("pdftotext"), "-", "-"], input=pdf, capture_output=True, check=True)
        assert done.stderr == b""
        return " ".join(done.stdout.decode().split())

    return read_back


def opened_book(content):
    """A workbook as another program reads it, without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(content))


def text_formulas(book):
    """Formulas that no line of the model begins with, and links to elsewhere: texts that were taken for one."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    run = [cell.value for cell in cells if cell.data_type == "f"
           and re.search(r"cmd|HYPERLINK|IMPORTXML|DDE|SUM\(A:A\)|^=A1$|^=1/0$|^=1\+1|^==", str(cell.value))]
    return [*run, *(cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target)]


def filled_with(piece, length):
    """The words of one field in so many characters of this."""
    empty = read({})
    text = (piece * length)[:length]
    return Workshop.on(said_everywhere(empty, lambda key: text if key == "idea.need" else "x"), AS_OF)


@pytest.mark.parametrize("kind", LAST)
@pytest.mark.parametrize("name", SHORT)
def test_a_document_comes_out_of_every_plan_at_the_edge(name, kind, words):
    assert words(delivery.document(kind, edge(name), LAST[kind], AS_OF))


@pytest.mark.whole
@pytest.mark.parametrize(("name", "kind", "language"), in_every_kind(EDGES))
def test_every_kind_of_document_comes_out_of_every_plan_at_the_edge(name, kind, language, words):
    assert words(delivery.document(kind, edge(name), language, AS_OF))


@pytest.mark.whole
@pytest.mark.parametrize("name", EDGES)
def test_a_workbook_comes_out_of_every_plan_at_the_edge(name):
    assert text_formulas(opened_book(delivery.document("workbook", edge(name), "en", AS_OF))) == []


@pytest.mark.parametrize("name", ["empty", "half", "zeros"])
def test_a_workbook_comes_out_of_a_plan_with_little_in_it(name):
    assert text_formulas(opened_book(delivery.document("workbook", edge(name), "en", AS_OF))) == []


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_an_empty_and_a_half_plan_say_what_is_not_filled_in(language, words):
    for name in ("empty", "half"):
        assert translator(language)("Not filled in yet") in words(
            delivery.document("dossier", edge(name), language, AS_OF))


def test_an_answer_of_which_nothing_can_be_seen_is_not_filled_in(words):
    unseen = said_everywhere(read({}), lambda _key: "\u200b \u2060\u00ad")
    found = words(delivery.document("dossier", Workshop.on(unseen, AS_OF), "en", AS_OF))
    assert "Not filled in yet" in found and "Business plan without a name" in found


def test_every_product_and_every_loan_stands_in_the_dossier(words):
    found = words(delivery.document("dossier", edge("200 products"), "nl", AS_OF))
    assert [n for n in range(MOST_PRODUCTS) if f"waar {n} " not in found] == []
    found = words(delivery.document("dossier", edge("50 loans"), "nl", AS_OF))
    assert [n for n in range(MOST_LOANS) if f"lening {n} " not in found] == []


@pytest.mark.parametrize(("name", "kind"), IN_TURN)
def test_hard_texts_in_every_field_make_a_document(name, kind, words):
    found = words(delivery.document(kind, hard(name), LAST[kind], AS_OF, signed_with(HARD_TEXTS[name])))
    assert found and NEVER_SHOWN not in found


@pytest.mark.whole
@pytest.mark.parametrize(("name", "kind", "language"), in_every_kind(HARD_TEXTS))
def test_hard_texts_in_every_field_make_every_document(name, kind, language, words):
    found = words(delivery.document(kind, hard(name), language, AS_OF, signed_with(HARD_TEXTS[name])))
    assert found and NEVER_SHOWN not in found


def test_hard_texts_stay_texts_in_the_workbook():
    every = [text for texts in HARD_TEXTS.values() for text in texts]
    book = opened_book(delivery.document("workbook", Workshop.on(naughty(every), AS_OF), "nl", AS_OF))
    assert text_formulas(book) == []


def signed_with(texts):
    """A sign-off whose names, reasons and conditions are these texts."""
    ring = cycle(texts)
    coach = Signature(next(ring), next(ring), AS_OF)
    return SignOff(
        tuple(SignedPart(part.title, coach) for part in PARTS.values()),
        tuple(SignedGate(gate.title, Gate.GO_IF, coach, next(ring), (Condition(next(ring), AS_OF),))
              for gate in GATES.values()))


@pytest.mark.parametrize("piece", ["w", "woord ", "محمد ", "字", "=", "é\u0323", "\u200b", "\n", "a\u202e", "👩\u200d"])
def test_a_hundred_thousand_characters_in_one_field_make_a_document(piece, words):
    work = filled_with(piece, 100_000)
    assert words(delivery.document("dossier", work, "nl", AS_OF))


def test_no_word_of_a_long_text_is_lost_at_a_page_end(words):
    text = " ".join(f"woord{n:05}" for n in range(9_000))
    plan = said_everywhere(read({}), lambda key: text if key == "idea.need" else "x")
    found = words(delivery.document("dossier", Workshop.on(plan, AS_OF), "nl", AS_OF))
    assert re.findall(r"woord\d{5}", found) == text.split()


def test_a_cell_of_twenty_thousand_characters_goes_on_over_pages(words):
    text = " ".join(f"cel{n:05}" for n in range(2_200))
    plan = said_everywhere(read({}), lambda key: text if key == "risks.main[].measure" else "x")
    found = words(delivery.document("dossier", Workshop.on(plan, AS_OF), "nl", AS_OF))
    assert set(text.split()) <= set(re.findall(r"cel\d{5}", found))


def test_a_dossier_of_four_times_as_many_products_takes_no_more_than_their_number():
    def work(size):
        rows = [{"id": f"r{n}", "name": f"waar {n}", "price": 5, "units": 10} for n in range(size)]
        delivery.document("dossier", Workshop.on(read({"products": rows}), AS_OF), "nl", AS_OF)

    assert growth(work, 15) < MOST


@pytest.mark.parametrize("piece", ["w", "woord "])
def test_a_table_takes_no_longer_than_its_rows_and_their_words_are_many(piece):
    def work(size):
        rows = [{"id": f"r{n}", "name": (piece * 150)[:300], "measure": (piece * 40)[:40]} for n in range(size)]
        delivery.document("dossier", Workshop.on(read({"risks": {"main": rows}}), AS_OF), "nl", AS_OF)

    assert growth(work, 15) < MOST


@pytest.mark.parametrize("name", ["w" * 300, "﷽" * 300, "\n" * 200 + "x", "\ud800", "a\u202e", " ", "名" * 3_000])
def test_a_name_fits_titles_and_the_properties_of_the_document_whatever_it_is(name, words):
    plan = read({})
    answers = {("idea.business_name", ""): Answer(name), ("applicant.name", ""): Answer(name)}
    work = Workshop.on(type(plan)(plan.language, answers, plan.rows), AS_OF)
    for kind, language in LAST.items():
        pdf = write_dossier(work.study, work.engine, work.values, language=language, as_of=AS_OF, kind=kind)
        assert words(pdf)
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert str(document.docinfo.Title).strip() and "\n" not in str(document.docinfo.Title)


@pytest.mark.parametrize("kind", LAST)
def test_a_character_without_a_letter_form_is_named_on_the_last_page(kind, words):
    plan = read({"idea": {"business_name": "Bakkerij 王"}, "inform": {"idea": "王 en 国"}})
    found = words(delivery.document(kind, Workshop.on(plan, AS_OF), LAST[kind], AS_OF))
    assert "U+738B" in found


def test_no_box_no_remark(words):
    assert "U+" not in words(delivery.document("dossier", edge("half"), "en", AS_OF))
