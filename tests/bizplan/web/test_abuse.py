"""Texts and numbers that break careless programs break nothing here, in whichever field they are sent."""

import json
import math
from io import BytesIO
from itertools import count, product
from urllib.parse import quote

import openpyxl
import pytest

from bizplan import delivery
from bizplan.domain import answers, plan_file
from bizplan.domain.clock import today
from bizplan.domain.course import asked, pages
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.workshop import Workshop
from tests.bizplan.web.everybody import NOBODY, everybody
from tests.bizplan.web.everybody import address as address_of
from tests.bizplan.web.naughty import CONTROLS, MARKUP, NEVER_SHOWN, NUMBERS, SCRIPTS, TEXTS, kept_line, kept_text
from tests.bizplan.web.signed_in import shown_in, signed_in
from tests.needs import WHOLE, is_on

WORDS = (Kind.TEXT, Kind.LONG_TEXT)
NEED, NAME, PRICE = "idea.need", "idea.business_name", "products[].price"
ROUNDS = 12 if is_on(WHOLE) else 2
SAMPLE = 3 if is_on(WHOLE) else 1


@pytest.fixture
def baker(tmp_path):
    """Somebody whose plan is whole."""
    with signed_in(tmp_path, "bakery") as found:
        yield found


@pytest.fixture
def amal(tmp_path):
    """Somebody whose plan is empty."""
    with signed_in(tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def all_of_them(tmp_path_factory):
    """Somebody in every role, and plans that were handed in."""
    made = everybody(tmp_path_factory.mktemp("everybody") / "data")
    yield made
    made.storage.database.dispose()


def forms(someone, record):
    """Every page of the study (of a group its first row): its address, its questions and its row."""
    for part, page in pages():
        row = record.rows.get(page.group, ("",))[0] if page.group else ""
        questions = asked(record, page, row) if row or not page.group else ()
        if questions and part.key != "quick":                   # the quick look asks nothing that no phase asks
            yield someone.study(part.key, page.key, row), questions, row


def filled(record, questions, row, text, number):
    """What stands in the form of a page, with these words and numbers in its fields."""
    sent = {"base": str(record.sequence)}
    for question in questions:
        now = answers.fields(question, record.said(question.key, row), "en")
        is_word, is_number = question.kind in WORDS, question.is_figure and question.kind is not Kind.TWELVE
        sent[question.key] = [text()] if is_word else [number()] if is_number and number else list(now.texts)
        if question.is_figure:
            sent[f"{question.key}:evidence"], sent[f"{question.key}:note"] = now.evidence, text()
    return sent


def turns(values, start):
    """One after the other, beginning somewhere."""
    at = count(start)
    return lambda: values[next(at) % len(values)]


def is_kept(question, said, sent):
    """Whether an answer was kept as it may be: words letter by letter, numbers read or as they were typed."""
    if question.kind in WORDS:
        wanted = kept_text(sent) if question.kind is Kind.LONG_TEXT else kept_line(sent)
        return said.value == wanted or (said.value is None and (said.text == (sent,) or not wanted.strip()))
    if isinstance(said.value, (int, float)):
        return math.isfinite(said.value)
    return said.value is None and (said.text[:1] == (sent,) or not sent.strip())


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_every_field_of_every_page_takes_any_text_and_any_number(baker, turn):
    text, number = turns(TEXTS, turn * 37), turns(NUMBERS, turn * 23)
    for address, questions, row in list(forms(baker, baker.record())):
        sent = filled(baker.record(), questions, row, text, number)
        answer = baker.post(address, sent)
        assert answer.status_code in (200, 302), f"{address}: {answer.status_code} for {sent}"
        for question in questions:
            if question.kind in WORDS or (question.is_figure and question.kind is not Kind.TWELVE):
                said = baker.said(question.key, row)
                assert is_kept(question, said, sent[question.key][0]), f"{question.key}: {sent[question.key]} is {said}"
        shown = baker.get(address)
        assert shown.status_code in (200, 302)
        assert NEVER_SHOWN not in shown.text
        assert "<script>alert" not in shown.text
    check_export(baker)
    for page in ("", "figures/", "figures/living", "check/idea", "check/projection", "changes", "stops"):
        answer = baker.client.get(f"/en/plan/{baker.who.plan}/{page}")
        assert answer.status_code == 200, f"{page}: {answer.status_code}"
        assert NEVER_SHOWN not in answer.text
        assert "<script>alert" not in answer.text


def check_export(someone):
    """The plan file of the plan is JSON of finite numbers, and can be taken in again."""
    content = someone.client.get(f"/en/plan/{someone.who.plan}/file").data
    json.loads(content, parse_constant=lambda name: pytest.fail(f"{name} in a plan file"))
    assert plan_file.read(content).answers == someone.record().plan.answers


def test_every_text_is_kept_letter_by_letter_and_shown_as_text(amal):
    address = amal.study("idea", "need")
    for sent in TEXTS:
        amal.post(address, {"base": str(amal.record().sequence), NEED: sent})
        page = amal.get(address).text
        wanted = kept_text(sent)
        if wanted.strip():
            assert amal.said(NEED).value == wanted
            assert shown_in(page, NEED).replace("\r\n", "\n") == wanted
        assert "<script>alert" not in page and NEVER_SHOWN not in page


def test_every_text_is_a_name_of_a_business_and_stands_in_the_title_as_text(amal):
    for sent in TEXTS:
        assert amal.save(NAME, sent, amal.record().sequence).status_code == 200
        wanted = kept_line(sent)
        if wanted.strip():
            assert amal.said(NAME).value == wanted
        page = amal.get(f"/en/plan/{amal.who.plan}/?{len(sent)}").text
        assert "<script>alert" not in page and NEVER_SHOWN not in page


def test_every_number_is_read_or_stands_there_again_as_it_was_typed(amal):
    amal.post(amal.study("idea", "prices") + "/rows/add", {"new": "loaf"})
    for sent in NUMBERS:
        answer = amal.save(PRICE, sent, amal.record().sequence, "loaf")
        assert answer.status_code in (200, 422), f"{sent!r}: {answer.status_code}"
        assert (answer.status_code == 422) == amal.said(PRICE, "loaf").is_unread
        assert is_kept(QUESTIONS[PRICE], amal.said(PRICE, "loaf"), sent)
        if answer.status_code == 422:
            assert answer.json["problem"]
            assert shown_in(amal.get(amal.study("idea", "prices", "loaf")).text, PRICE) == sent


def test_every_text_may_stand_beside_a_number(amal):
    amal.post(amal.study("idea", "prices") + "/rows/add", {"new": "loaf"})
    address, note = amal.study("idea", "prices", "loaf"), f"{PRICE}:note"
    for sent in TEXTS:
        amal.post(address, {"base": str(amal.record().sequence), PRICE: "3", note: sent})
        said = amal.said(PRICE, "loaf")
        assert (said.value, said.note) == (3, kept_line(sent))
        assert shown_in(amal.get(address).text, note) == kept_line(sent)
        check_export(amal)


def test_a_remark_that_is_too_long_stands_there_again_with_its_number(amal):
    amal.post(amal.study("idea", "prices") + "/rows/add", {"new": "loaf"})
    long = "asked at the mill " * 200
    answer = amal.post(amal.study("idea", "prices", "loaf"), {"base": "0", PRICE: "3", f"{PRICE}:note": long})
    assert answer.status_code == 200
    assert (shown_in(answer.text, PRICE), shown_in(answer.text, f"{PRICE}:note")) == ("3", long)
    assert "Write at most 2,000 characters" in answer.text
    check_export(amal)


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_markup_is_text_in_every_language(amal, language):
    for sent in MARKUP[:8] + SCRIPTS[:4]:
        amal.save(NAME, sent, amal.record().sequence)
        page = amal.get(amal.study("idea", "name", language=language)).text
        assert shown_in(page, NAME) == sent
        assert "<script>alert" not in page and NEVER_SHOWN not in page


@pytest.mark.parametrize("name", ["field", "value", "base", "key", "row", "reading"])
def test_whatever_a_script_sends_is_answered_without_a_fault(amal, name):
    sent = {"field": NEED, "value": "bread", "base": "0", "key": "k"}
    for text in (*TEXTS[::6], *CONTROLS, "9" * 30, "-1", "1e9", ""):
        address = f"/en/plan/{amal.who.plan}/save?row={quote(text) if name == 'row' else ''}"
        answer = amal.post(address, {**sent, name: text}, Accept="application/json")
        assert answer.status_code in (200, 404, 409, 422), f"{name}={text!r}: {answer.status_code}"


@pytest.mark.parametrize("digits", [20, 400, 4_301, 6_000])
def test_a_number_in_an_address_that_is_too_large_is_answered_without_a_fault(all_of_them, digits):
    made, number = all_of_them, "9" * digits                # more than a database holds, and than Python reads
    known = {"language": "en", "plan": made.plans["own"], "application": made.applications["own"], "gate": "idea",
             "statement": "cash", **dict.fromkeys(("sequence", "year", "number"), number)}
    rules = [rule for rule in made.app.url_map.iter_rules() if "<int:" in rule.rule]
    for rule, who in product(rules, ("owner", "its coach", "officer", NOBODY)):
        for method in sorted(rule.methods & {"GET", "POST"}):
            data = {"csrf_token": made.tokens[who]} if method == "POST" else None
            answer = made.browsers[who].open(address_of(rule, known), method=method, data=data)
            assert answer.status_code in (200, 302, 404), f"{who} {method} {rule.rule}: {answer.status_code}"
    assert len(rules) > 8


@pytest.mark.parametrize("body", [b"%ED%A0%80", b"%FF%FE", b"%C0%80", b"\xff\xfe", b"%", b"%zz", b"a" * 10, b"&&==&"])
def test_bytes_that_are_no_text_are_answered_without_a_fault(amal, body):
    sent = f"csrf_token={amal.token}&base=0&{NEED}=".encode() + body
    answer = amal.client.post(amal.study("idea", "need"), data=sent,
                              content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (302, 400)
    assert amal.get(amal.study("idea", "need")).status_code == 200


@pytest.mark.parametrize("language", [
    "xx", "en-US", "..", "%2e%2e", "..%2f..%2fetc", "%00", "EN", "ar'", "{{7*7}}", "fa"])
def test_a_language_that_is_none_is_a_page_that_is_not_there(amal, language):
    answer = amal.client.get(f"/{language}/plan/{amal.who.plan}/study/idea/need")
    assert answer.status_code in (404, 308)
    assert "Traceback" not in answer.text


def test_a_text_begun_in_one_language_and_sent_in_another_is_kept(amal):
    amal.get(amal.study("idea", "need", language="ar"))
    amal.post(amal.study("idea", "need", language="fr"), {"base": "0", NEED: "الخبز بعيد"})
    assert amal.said(NEED).value == "الخبز بعيد"


def test_documents_are_made_of_any_text(baker):
    for turn in range(SAMPLE):
        text = turns(TEXTS, turn * 41)
        for address, questions, row in list(forms(baker, baker.record())):
            baker.post(address, filled(baker.record(), questions, row, text, None))
        work = Workshop.on(baker.record().plan, today())
        assert delivery.document("dossier", work, "nl", today()).startswith(b"%PDF")
        book = openpyxl.load_workbook(BytesIO(delivery.document("workbook", work, "nl", today())))
        typed = {kept_line(each) for each in TEXTS}
        cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
        assert [cell.value for cell in cells if cell.data_type == "f" and str(cell.value) in typed] == []
        assert [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target] == []
