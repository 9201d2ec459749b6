"""The Excel model goes out, is changed, comes back, shows what is different, and is taken over line by line."""

import io

import openpyxl
import pytest

from bizplan import jobs as making
from bizplan.documents.workbook.naming import defined_name
from bizplan.domain.recipients import Recipient
from bizplan.domain.revisions import Deed
from bizplan.storage import jobs, plans, suggestions
from bizplan.storage.plans import Change
from bizplan.web import returned as page_of_returned
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, record, said
from tests.bizplan.web.returned.sent_back import PRICE, decide, kept, price, say, send


@pytest.mark.parametrize("recipient", Recipient)
def test_the_excel_model_of_a_job_comes_back_and_the_figures_and_the_next_model_follow(
        amals, shelf, storage, bakery, amal, rows, recipient):
    def made():
        with storage.writing() as tx:
            job = jobs.ask(tx, "workbook", bakery, amal, "nl", plans.plan(tx, bakery).sequence, recipient)
        making.do(storage, job)
        with storage.reading() as tx:
            return openpyxl.load_workbook(io.BytesIO(jobs.result(tx, job)))

    def cell(book):
        sheet, area = next(iter(book.defined_names[defined_name(price(rows))].destinations))
        return book[sheet][area.replace("$", "")]
    book, target = made(), io.BytesIO()
    cell(book).value = 3.2
    book.save(target)
    before = opened(amals, f"/en/plan/{bakery}/figures/").text
    page = send(amals, shelf, target.getvalue())
    assert page.of("//main//dd") == ["€ 3.40", "€ 3.20"]
    decide(page, "all")
    assert opened(amals, f"/en/plan/{bakery}/figures/").text != before
    assert cell(made()).value == 3.2


def test_nothing_changes_until_somebody_ticks_and_the_workbook_itself_is_not_kept(
        amals, shelf, storage, bakery, two, rows):
    page = send(amals, shelf, two)
    assert page.heading == "What is different in the Excel model"
    assert "What is your price? · Plat brood" in page.text and "€ 3.40" in page.text and "€ 3.20" in page.text
    assert page.of("//input[@name='line']/@checked") == []
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.4
    waiting, = kept(storage)
    assert len(waiting.review_sealed) < 2_000 < len(two)
    assert b"3.2" not in waiting.review_sealed


def test_what_is_ticked_is_taken_over_by_who_sent_it_and_the_rest_stays(
        amals, shelf, storage, bakery, two, rows, amal):
    page = send(amals, shelf, two)
    before = said(storage, bakery, "loans[].rate", rows["loans"])
    page = decide(page, "ticked", line="1", evidence="4")
    assert "Answers taken over: 1." in page.text
    assert f"/en/plan/{bakery}/figures/" in page.of("//main//a/@href")
    taken = said(storage, bakery, PRICE, rows["products"])
    assert (taken.value, taken.evidence) == (3.2, Grade.QUOTE)
    assert taken.note.startswith("Uit het Excel-model") or taken.note.startswith("From the Excel model")
    assert said(storage, bakery, "loans[].rate", rows["loans"]) == before
    assert record(storage, bakery).answers[PRICE, rows["products"]].author == amal
    assert kept(storage) == [], "what was not ticked is decided as well"


def test_what_nobody_can_show_is_a_guess_whatever_the_old_number_rested_on(amals, shelf, storage, bakery, two, rows):
    assert said(storage, bakery, PRICE, rows["products"]).evidence is not Grade.GUESS
    decide(send(amals, shelf, two), "all")
    assert said(storage, bakery, PRICE, rows["products"]).evidence is Grade.GUESS


def test_with_one_button_everything_is_taken_over_and_with_another_nothing(amals, shelf, storage, bakery, two, rows):
    page = decide(send(amals, shelf, two), "none")
    assert "Nothing was taken over." in page.text
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.4
    page = decide(send(amals, shelf, two), "all")
    assert "Answers taken over: 2." in page.text
    assert said(storage, bakery, "loans[].rate", rows["loans"]).value == 0.07
    assert kept(storage) == []


def test_without_a_tick_the_page_asks_for_one_and_nothing_is_decided(amals, shelf, storage, two):
    page = decide(send(amals, shelf, two), "ticked", 422)
    assert "Tick what you want to take over. Nothing was changed yet." in page.text
    assert len(kept(storage)) == 1


def test_a_decision_that_is_sent_twice_is_taken_once(amals, shelf, storage, bakery, two):
    page = send(amals, shelf, two)
    decide(page, "all")
    sequence = record(storage, bakery).sequence
    assert "This is decided already" in decide(page, "all").text
    assert record(storage, bakery).sequence == sequence


def test_an_answer_that_changed_since_shows_what_it_was_is_and_would_be(
        amals, shelf, storage, bakery, two, rows, amal):
    say(storage, bakery, amal, PRICE, rows["products"], 3.6)
    page = send(amals, shelf, two)
    assert page.of("//main//div[contains(@class, 'qa')]/dd")[:3] == ["€ 3.40", "€ 3.60", "€ 3.20"]
    assert "This answer changed in the plan since the workbook was made." in page.text
    decide(page, "ticked", line="1")
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.2


def test_an_answer_that_somebody_changes_while_the_list_is_open_is_asked_about(
        amals, shelf, storage, bakery, two, rows, lien):
    page = send(amals, shelf, two)
    say(storage, bakery, lien, PRICE, rows["products"], 3.9)
    page = decide(page, "all")
    assert "Somebody else changed these just now" in page.text
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.9
    address, = [each for each in page.of("//main//a/@href") if "/clash/" in each]
    assert "3.20" in opened(amals, address).text


def test_what_the_plan_says_by_now_is_no_difference(amals, shelf, storage, bakery, workbook, rows, amal):
    say(storage, bakery, amal, PRICE, rows["products"], 3.2)
    page = send(amals, shelf, workbook.with_(**{price(rows): 3.2}))
    assert "There is nothing to take over." in page.text
    assert kept(storage) == []


def test_a_row_that_was_taken_away_since_is_told_and_cannot_be_ticked(
        amals, shelf, storage, bakery, two, rows, amal):
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.REMOVE, "products", rows["products"]))
    page = send(amals, shelf, two)
    assert "This line was taken away in the plan." in page.text
    assert page.of("//input[@name='line']/@value") == ["2"]
    decide(page, "all", line="1")
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.4


def test_what_cannot_be_taken_over_is_told_with_its_cell_and_the_way_to_the_answer(
        amals, shelf, workbook, rows, bakery):
    page = send(amals, shelf, workbook.with_(**{price(rows): "=3+1", f"cost.{rows['costs']}.includes_vat": 7}))
    assert "What cannot be taken over: 2" in page.text and "Nothing in this workbook can be taken over." in page.text
    assert "This cell holds a formula. Type the number itself." in page.text
    assert "This follows from other answers." in page.text
    assert f"Inputs!A{workbook.rows[price(rows)]}" in page.text
    links = page.of("//section[@aria-labelledby='left']//a/@href")
    assert [rows["products"] in links[0], rows["costs"] in links[1]] == [True, True]
    for link in links:
        opened(amals, link)


def test_a_long_list_comes_in_pages_and_what_is_not_on_the_page_waits(
        amals, shelf, storage, workbook, rows, bakery, monkeypatch):
    monkeypatch.setattr(page_of_returned, "ON_A_PAGE", 2)
    changed = {f"demand.{row}.price": 9.5 for row in record(storage, bakery).rows["products"][:5]}
    page = send(amals, shelf, workbook.with_(**changed))
    assert "You see 1 to 2 of 5 differences." in page.text
    assert page.of("//input[@name='line']/@value") == ["1", "2"]
    last = opened(amals, page.of("//nav//a/@href")[-1])
    assert last.of("//input[@name='line']/@value") == ["5"]
    page = decide(last, "ticked", line="5")
    page = opened(amals, next(each for each in page.of("//main//a/@href") if "/workbook/" in each))
    assert "You see 1 to 2 of 4 differences." in page.text
    assert "Answers taken over: 4." in decide(page, "all").text


def test_a_coach_who_may_not_write_sends_suggestions(liens, shelf, storage, bakery, two, rows, lien):
    page = send(liens, shelf, two)
    assert "This becomes a suggestion. The business owner decides." in page.text
    page = decide(page, "all", evidence="3")
    assert "Answers taken over: 0. Suggestions sent: 2." in page.text
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.4
    with storage.reading() as tx:
        found = suggestions.open_in(tx, bakery)
    assert [(each.author, each.revision.said.value, each.revision.said.evidence) for each in found] == [
        (lien, 3.2, Grade.CONVERSATION), (lien, 0.07, Grade.CONVERSATION)]
    assert all("Excel" in each.reason for each in found)


def test_a_coach_who_may_write_takes_over_at_once(liens, coach_writes, shelf, storage, bakery, two, rows, lien):
    decide(send(liens, shelf, two), "all")
    assert said(storage, bakery, PRICE, rows["products"]).value == 3.2
    assert record(storage, bakery).answers[PRICE, rows["products"]].author == lien
