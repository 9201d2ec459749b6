"""A workbook of another plan, of somebody else, or none at all: it is refused in words, and nothing changes."""

import io
from datetime import timedelta

import pytest

from bizplan import jobs as making
from bizplan.documents.workbook.returned import LARGEST
from bizplan.domain.clock import today
from bizplan.domain.returned import Origin, told
from bizplan.storage import plans
from bizplan.storage import returned as returned_workbooks
from bizplan.storage.tables import RETURNED
from bizplan.web import returned as page_of_returned
from tests.bizplan.web.opened import opened, record, said, shown
from tests.bizplan.web.returned.sent_back import PRICE, Workbook, decide, kept, post, price, say, send


def test_only_who_sent_it_sees_what_waits_and_decides(amals, liens, shelf, two):
    address = send(amals, shelf, two).address
    assert liens.get(address).status_code == 404
    page = opened(liens, shelf)
    assert page.browser.post(address, {"do": "all"}, form=shelf).headers["Location"].endswith("/dossier/")
    assert amals.get(address.replace("/workbook/", "/workbook/0")).status_code == 404


def test_after_a_day_nothing_waits_any_more(amals, shelf, storage, two):
    page = send(amals, shelf, two)
    with storage.writing() as tx:
        tx.execute(RETURNED.update().values(ends_at=tx.now - timedelta(seconds=1)))
    assert amals.get(page.address).status_code == 404
    assert "This is decided already, or it was too long ago." in decide(page, "all").text
    making.swept(storage)
    assert kept(storage) == []


def test_the_workbook_of_another_plan_is_refused_in_words(amals, shelf, storage, two, amal):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    answer = post(amals, shelf, f"/en/plan/{other}/workbook/", two)
    assert "This workbook belongs to another plan." in shown(amals, answer, 422).text


def test_a_workbook_that_says_other_things_about_itself_is_refused_in_words(amals, shelf, storage, workbook, bakery):
    def refused(line):
        workbook.says(line)
        return send(amals, shelf, workbook.with_(), 422).text
    assert "does not say from which plan it was made" in refused("")
    assert "Another version of this application" in refused("2|x")
    seal = storage.seal.digest
    origin = Origin(record(storage, bakery).sequence, "nl", today(), "0" * 32)
    assert "Another version of this application" in refused(told(origin, bakery, seal))
    newer = Origin(99_999, "nl", today(), "0" * 32)
    assert "This workbook is newer than the plan." in refused(told(newer, bakery, seal))
    assert "does not say from which plan" in refused(told(origin, bakery, lambda text, purpose: seal(
        text, purpose if "plan" in purpose else "forged")))


@pytest.mark.parametrize(("content", "words"), [
    (b"a;b", "This is no Excel workbook"), (b"PK\x03\x04" + b"\0" * 500, "This workbook is damaged"),
    (b"x" * (LARGEST + 1), "This workbook is too large"), (b"", "This is no Excel workbook"),
])
def test_what_is_no_workbook_is_refused_in_words_and_nothing_is_kept(amals, shelf, storage, content, words):
    page = send(amals, shelf, content, 422)
    assert words in page.text and "Nothing was changed." in page.text
    assert kept(storage) == []


def test_without_a_file_the_page_asks_for_one(amals, shelf):
    page = amals.post(f"{shelf.removesuffix('dossier/')}workbook/", {"file": (io.BytesIO(b""), "")}, form=shelf,
                      content_type="multipart/form-data")
    assert "Choose the Excel model first" in shown(amals, page, 422).text


def test_more_than_a_file_may_be_is_refused_before_it_is_read(amals, shelf):
    assert "That is too much at once" in send(amals, shelf, b"x" * (LARGEST + 700_000), 413).text


def test_other_pages_take_no_larger_files_than_before(amals, shelf, bakery):
    assert post(amals, shelf, f"/en/plan/{bakery}/texts/list/", b"x" * 3_000_000).status_code == 413


def test_nobody_sends_workbooks_all_day(amals, shelf, monkeypatch):
    monkeypatch.setattr(page_of_returned, "OF_PERSON", page_of_returned.Limit("workbook", 2, timedelta(hours=1)))
    address = f"{shelf.removesuffix('dossier/')}workbook/"
    assert [post(amals, shelf, address, b"x").status_code for _ in range(3)] == [422, 422, 429]


def test_a_form_that_is_not_ours_decides_nothing(amals, shelf, storage, two, bakery, rows):
    page = send(amals, shelf, two)
    forged = {"Sec-Fetch-Site": "cross-site"}
    answers = [amals.client.post(page.address, data={"do": "all"}, headers=headers) for headers in ({}, forged)]
    assert all(each.status_code in (302, 400, 403) for each in answers)
    assert len(kept(storage)) == 1
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.4


@pytest.mark.parametrize("fields", [
    {"do": "everything"}, {"do": ""}, {"do": "ticked", "line": "-1"}, {"do": "ticked", "line": "9" * 400},
    {"do": "ticked", "line": "x", "shown": "1,2"}, {"do": "all", "evidence": "99", "base": "-5", "shown": "a,b"},
    {"do": "all", "base": "9" * 300}, {"do": "ticked", "line": "77", "shown": ""},
])
def test_whatever_else_is_sent_makes_no_error(amals, shelf, two, fields):
    page = send(amals, shelf, two)
    form = next(each for each in page.tree.forms if "/workbook/" in each.get("action"))
    answer = amals.client.post(form.get("action"), data={**dict(form.form_values()), **fields})
    assert answer.status_code in (200, 400, 422)


def test_the_names_of_rows_and_cells_are_text(amals, shelf, storage, bakery, rows, amal):
    say(storage, bakery, amal, "products[].name", rows["products"], "<script>alert(1)</script>")
    workbook = Workbook(storage, bakery)
    page = send(amals, shelf, workbook.with_(**{price(rows): 3.2, f"demand.{rows['products']}.exempt": 5}))
    assert page.text.count("<script>alert(1)</script>") == 3, "beside the question, before the line, and as its link"
    assert not page.of("//main//script")


def test_without_figures_there_is_no_way_back(amals, plan):
    assert "Bring a changed Excel model back" not in opened(amals, f"/en/plan/{plan}/dossier/").text


def test_only_a_few_wait_for_one_person(amals, shelf, storage, two):
    for _ in range(returned_workbooks.MOST + 1):
        send(amals, shelf, two)
    assert len(kept(storage)) == returned_workbooks.MOST
