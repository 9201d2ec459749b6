"""A list goes out to an interpreter, comes back, shows what it changes, and is saved once somebody agreed."""

import io

import openpyxl
import pytest

from bizplan.documents.bilingual.columns import KEY, ORIGINAL, REMARK, TRANSLATION
from bizplan.domain.plan import Translation
from tests.bizplan.web.coaching.arabic import BREAD, CAKE, NEED, OFFER, OPINION, arabic_plan, say
from tests.bizplan.web.coaching.test_translating import translate, version
from tests.bizplan.web.opened import opened, record, shown


@pytest.fixture
def arabic(storage, amal, lien):
    """The plan of an entrepreneur who wrote two texts in Arabic."""
    made = arabic_plan(storage, amal, lien)
    say(storage, made, amal, OFFER, CAKE)
    say(storage, made, amal, NEED, BREAD)
    return made


@pytest.fixture
def texts(arabic):
    """The address of its texts."""
    return f"/en/plan/{arabic}/texts"


def taken_out(browser, texts, which="open"):
    """The list as the interpreter gets it."""
    answer = browser.get(f"{texts}/list/{which}")
    assert answer.mimetype.endswith("sheet")
    return openpyxl.load_workbook(io.BytesIO(answer.data))


def fill_in(workbook, *lines):
    """The list as it comes back, with these translations (and remarks) line by line."""
    for row, each in enumerate(lines, 2):
        said, remark = each if isinstance(each, tuple) else (each, "")
        workbook.worksheets[0].cell(row, TRANSLATION).value = said
        workbook.worksheets[0].cell(row, REMARK).value = remark or None
    return workbook


def send_back(browser, texts, workbook, status=200):
    """Sends a list back: what the page says it would change."""
    target = io.BytesIO()
    workbook.save(target)
    return send_bytes(browser, texts, target.getvalue(), status)


def send_bytes(browser, texts, content, status=200):
    answer = browser.post(f"{texts}/list/", {"file": (io.BytesIO(content), "list.xlsx")}, form=f"{texts}/",
                          content_type="multipart/form-data")
    return shown(browser, answer, status)


def test_the_list_has_a_line_for_each_text_that_waits(liens, texts):
    sheet = taken_out(liens, texts).worksheets[0]
    assert [sheet.cell(row, ORIGINAL).value for row in (2, 3, 4)] == [CAKE, BREAD, None]


def test_what_is_translated_already_goes_out_only_with_all_texts(liens, texts):
    translate(liens, texts, "Vers brood")
    sheet = taken_out(liens, texts).worksheets[0]
    assert [sheet.cell(row, ORIGINAL).value for row in (2, 3)] == [CAKE, None]
    sheet = taken_out(liens, texts, "all").worksheets[0]
    assert [sheet.cell(row, TRANSLATION).value for row in (2, 3)] == [None, "Vers brood"]


def test_a_list_that_comes_back_changes_nothing_until_somebody_agrees(liens, storage, arabic, texts):
    page = send_back(liens, texts, fill_in(taken_out(liens, texts), "Feesttaart", ("Vers brood", "Elke dag?")))
    assert page.of("//main//ins") == ["Feesttaart", "Vers brood"]
    assert BREAD in page.text and "Elke dag?" in page.text
    assert version(storage, arabic) is None
    answer = page.press("/list/save", by="interpreter")
    assert answer.headers["Location"] == f"{texts}/"
    assert "Translations saved: 2." in opened(liens, f"{texts}/").text
    assert version(storage, arabic) == Translation("Vers brood", "interpreter")
    assert version(storage, arabic, OFFER) == Translation("Feesttaart", "interpreter")
    assert "Elke dag?" in opened(liens, f"{texts}/text/{NEED}").text


def test_who_sent_the_list_is_its_author_and_who_translated_is_said(amals, storage, amal, arabic, texts):
    page = send_back(amals, texts, fill_in(taken_out(amals, texts), "Feesttaart"))
    page.press("/list/save", by="entrepreneur")
    assert version(storage, arabic, OFFER).by == "entrepreneur"
    assert record(storage, arabic).answers[f"{OFFER}/nl", ""].author == amal


def test_a_list_without_a_translator_is_asked_about_and_nothing_of_it_is_lost(liens, storage, arabic, texts):
    page = send_back(liens, texts, fill_in(taken_out(liens, texts), "Feesttaart"))
    again = shown(liens, page.press("/list/save", by="somebody"), 422)
    assert version(storage, arabic, OFFER) is None
    again.press("/list/save", by="coach")
    assert version(storage, arabic, OFFER) == Translation("Feesttaart", "coach")


def test_a_list_that_is_saved_twice_is_saved_once(liens, storage, arabic, texts):
    page = send_back(liens, texts, fill_in(taken_out(liens, texts), "Feesttaart", "Vers brood"))
    page.press("/list/save", by="interpreter")
    before = record(storage, arabic).sequence
    page.press("/list/save", by="interpreter")
    assert record(storage, arabic).sequence == before


def test_a_text_that_changed_since_the_list_went_out_is_flagged_and_its_version_is_behind(
        liens, storage, amal, arabic, texts):
    workbook = fill_in(taken_out(liens, texts), "Feesttaart", "Vers brood")
    say(storage, arabic, amal, NEED, CAKE)
    page = send_back(liens, texts, workbook)
    assert page.text.count("The text changed since the list went out") == 1
    page.press("/list/save", by="interpreter")
    assert version(storage, arabic) == Translation("Vers brood", "interpreter", stale=True)
    assert not version(storage, arabic, OFFER).stale


def test_what_somebody_else_translated_meanwhile_stays_until_one_of_both_is_chosen(
        amals, liens, storage, arabic, texts):
    workbook = fill_in(taken_out(liens, texts), "Feesttaart", "Brood van vandaag")
    translate(amals, texts, "Vers brood")
    page = send_back(liens, texts, workbook)
    assert page.of("//main//del") == ["Vers brood"]
    page = shown(liens, page.press("/list/save", by="interpreter"))
    clash, = [each for each in page.of("//main//@href") if "/clash/" in each]
    assert version(storage, arabic).text == "Vers brood"
    assert version(storage, arabic, OFFER).text == "Feesttaart"
    opened(liens, clash).press(clash.rpartition("/plan/")[2], keep="mine")
    assert version(storage, arabic).text == "Brood van vandaag"


def test_lines_that_were_left_empty_take_nothing_away(liens, storage, arabic, texts):
    translate(liens, texts, "Vers brood")
    page = send_back(liens, texts, fill_in(taken_out(liens, texts, "all"), "Feesttaart", None))
    page.press("/list/save", by="interpreter")
    assert version(storage, arabic).text == "Vers brood"


def test_a_key_that_was_changed_is_refused_by_its_line_and_the_other_lines_are_taken(liens, storage, arabic, texts):
    workbook = fill_in(taken_out(liens, texts), "Feesttaart", "Vers brood")
    workbook.worksheets[0].cell(2, KEY).value = "changed"
    page = send_back(liens, texts, workbook)
    assert "Not taken: 1" in page.text and "Line 2" in page.text and "Feesttaart" in page.text
    page.press("/list/save", by="interpreter")
    assert (version(storage, arabic, OFFER), version(storage, arabic).text) == (None, "Vers brood")


def test_the_list_of_another_plan_is_refused_whole(liens, storage, amal, lien, texts):
    other = arabic_plan(storage, amal, lien)
    say(storage, other, amal, NEED, BREAD)
    workbook = fill_in(taken_out(liens, f"/en/plan/{other}/texts"), "Vers brood")
    assert "belongs to another plan: see line 2" in send_back(liens, texts, workbook, 422).text


def test_a_formula_is_refused_and_what_looks_like_one_is_text(liens, storage, arabic, texts):
    workbook = fill_in(taken_out(liens, texts), "=HYPERLINK(1)", "=1+1")
    workbook.worksheets[0].cell(3, TRANSLATION).data_type = "s"
    page = send_back(liens, texts, workbook)
    assert "This cell holds a formula" in page.text
    page.press("/list/save", by="interpreter")
    assert (version(storage, arabic, OFFER), version(storage, arabic).text) == (None, "=1+1")
    sheet = taken_out(liens, texts, "all").worksheets[0]
    assert sheet.cell(3, TRANSLATION).data_type in ("s", "inlineStr")


def test_a_text_that_is_too_long_is_refused_with_what_was_written(liens, texts):
    page = send_back(liens, texts, fill_in(taken_out(liens, texts), None, "b" * 20_001))
    assert "Write at most" in page.text and "b" * 20_001 in page.text


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + b"\0" * 300, b"a;b\n1;2", b"\xd0\xcf\x11\xe0" * 99,
                                     b"PK\x03\x04" + b"x" * 400_000])
def test_a_file_that_is_no_list_is_refused_with_a_sentence(liens, texts, content):
    assert "Nothing was changed." in send_bytes(liens, texts, content, 422).text


def test_no_file_at_all_is_refused_with_a_sentence(liens, texts):
    assert liens.post(f"{texts}/list/", {}, form=f"{texts}/").status_code == 422


@pytest.mark.parametrize("lines", ["", "x", "[[1]]", "{}", '[[1, "k", "t", "r", 7]]', "[" * 9_000])
def test_a_form_that_was_tampered_with_is_refused(liens, texts, lines):
    answer = liens.post(f"{texts}/list/save", {"lines": lines, "by": "coach"}, form=f"{texts}/")
    assert answer.status_code == 400


def test_lists_too_long_for_one_form_are_refused_with_advice(liens, storage, amal, arabic, texts, monkeypatch):
    monkeypatch.setattr("bizplan.web.coaching.bilingual.LONGEST", 200)
    page = send_back(liens, texts, fill_in(taken_out(liens, texts), "Feesttaart", "Vers brood " * 20), 422)
    assert "Send the list in parts" in page.text


def test_what_coaches_are_asked_goes_out_with_coaches_only(amals, liens, storage, lien, arabic, texts):
    say(storage, arabic, lien, OPINION, "خطة جيدة")
    assert taken_out(liens, texts).worksheets[0].max_row == 4
    assert taken_out(amals, texts).worksheets[0].max_row == 3
    workbook = fill_in(taken_out(liens, texts), None, None, "Een goed plan")
    assert "Een goed plan" not in send_back(amals, texts, workbook).of("//main//ins")
    page = send_back(liens, texts, workbook)
    assert "Een goed plan" in page.of("//main//ins")


def test_a_list_with_text_that_looks_like_mark_up_shows_it_as_text(liens, texts):
    page = send_back(liens, texts, fill_in(taken_out(liens, texts), "<script>alert(1)</script>"))
    assert page.of("//main//ins") == ["<script>alert(1)</script>"]
