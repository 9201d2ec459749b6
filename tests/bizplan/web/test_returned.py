"""The Excel model goes out, is changed, comes back, shows what is different, and is taken over line by line."""

import io
from datetime import timedelta

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from bizplan import jobs as making
from bizplan.documents.workbook.naming import defined_name
from bizplan.documents.workbook.origin import NAME
from bizplan.documents.workbook.returned import LARGEST
from bizplan.domain.calculation import built
from bizplan.domain.returned import Origin, fingerprint, numbers_of, told
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import jobs, plans, suggestions
from bizplan.storage import returned as returned_workbooks
from bizplan.storage.plans import Change
from bizplan.storage.tables import RETURNED
from bizplan.web import returned as page_of_returned
from bizplan.workshop import today
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, record, said, shown

PRICE = "products[].price"


class Workbook:
    """An Excel model with nothing but its inputs, each in a row of its own: what comes back of a real one."""

    def __init__(self, storage, plan):
        found = record(storage, plan)
        inputs = dict(numbers_of(built(found.plan, today()).model))
        self.book, self.rows = openpyxl.Workbook(), {key: row for row, key in enumerate(inputs, 1)}
        self.book.active.title = "Inputs"
        for key, row in self.rows.items():
            for column, number in enumerate(inputs[key], 1):
                self.book.active.cell(row, column).value = number
            last = openpyxl.utils.get_column_letter(len(inputs[key]))
            place = f"Inputs!$A${row}" + (f":${last}${row}" if last != "A" else "")
            self.book.defined_names[defined_name(key)] = DefinedName(defined_name(key), attr_text=place)
        origin = Origin(found.sequence, "nl", today(), fingerprint(inputs.items()))
        self.says(told(origin, plan, storage.seal.digest))

    def says(self, line):
        self.book.defined_names[NAME] = DefinedName(NAME, attr_text=f'"{line}"')

    def with_(self, **changes):
        """The file, once somebody typed other things into these inputs."""
        for key, value in changes.items():
            self.book.active.cell(self.rows[key], 1).value = value
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()


@pytest.fixture
def shelf(bakery):
    """The page of the documents."""
    return f"/en/plan/{bakery}/dossier/"


@pytest.fixture
def rows(storage, bakery):
    """The first row of each group, by the key of the group."""
    return {group: ids[0] for group, ids in record(storage, bakery).rows.items()}


@pytest.fixture
def workbook(storage, bakery):
    return Workbook(storage, bakery)


@pytest.fixture
def two(workbook, rows):
    """The workbook with another price and another rate."""
    return workbook.with_(**{price(rows): 3.2, f"loan.{rows['loans']}.rate": 0.07})


def price(rows):
    return f"demand.{rows['products']}.price"


def send(browser, shelf, content, status=200):
    """Sends a workbook: what the page shows then."""
    answer = browser.post(f"{shelf.removesuffix('dossier/')}workbook/", {"file": (io.BytesIO(content), "model.xlsx")},
                          form=shelf, content_type="multipart/form-data", follow_redirects=True)
    return shown(browser, answer, status)


def decide(page, do, status=200, **fields):
    """Presses a button under the list, with what is ticked (``line``) and the rest as the page says it."""
    form = next(each for each in page.tree.forms if "/workbook/" in each.get("action"))
    sent = {name: value for name, value in form.form_values() if name != "do"}
    answer = page.browser.client.post(form.get("action"), data={**sent, "do": do, **fields}, follow_redirects=True)
    return shown(page.browser, answer, status)


def say(storage, plan, who, key, row, value):
    with storage.writing() as tx:
        plans.save(tx, plan, who, Change(Deed.ANSWER, key, row, Said.of(key, value), base=10_000))


def kept(storage):
    with storage.reading() as tx:
        return tx.execute(RETURNED.select()).all()


def test_the_excel_model_of_a_job_comes_back_and_the_figures_and_the_next_model_follow(
        amals, shelf, storage, bakery, amal, rows):
    def made():
        with storage.writing() as tx:
            job = jobs.ask(tx, "workbook", bakery, amal, "nl", plans.plan(tx, bakery).sequence)
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
    answer = amals.post(f"/en/plan/{other}/workbook/", {"file": (io.BytesIO(two), "model.xlsx")}, form=shelf,
                        content_type="multipart/form-data")
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


def test_other_pages_take_no_larger_files_than_before(amals, bakery):
    answer = amals.post(f"/en/plan/{bakery}/texts/list/", {"file": (io.BytesIO(b"x" * 3_000_000), "list.xlsx")},
                        form=f"/en/plan/{bakery}/dossier/", content_type="multipart/form-data")
    assert answer.status_code == 413


def test_nobody_sends_workbooks_all_day(amals, shelf, monkeypatch):
    monkeypatch.setattr(page_of_returned, "OF_PERSON", page_of_returned.Limit("workbook", 2, timedelta(hours=1)))
    assert [amals.post(f"{shelf.removesuffix('dossier/')}workbook/", {"file": (io.BytesIO(b"x"), "m.xlsx")},
                       form=shelf, content_type="multipart/form-data").status_code for _ in range(3)] == [422, 422, 429]


def test_a_form_without_its_mark_changes_nothing(amals, shelf, storage, two, bakery):
    page = send(amals, shelf, two)
    assert amals.client.post(page.address, data={"do": "all"}).status_code == 400
    assert len(kept(storage)) == 1


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
    assert page.text.count("<script>alert(1)</script>") == 2
    assert not page.of("//main//script")


def test_without_figures_there_is_no_way_back(amals, plan):
    assert "Bring a changed Excel model back" not in opened(amals, f"/en/plan/{plan}/dossier/").text


def test_only_a_few_wait_for_one_person(amals, shelf, storage, two):
    for _ in range(returned_workbooks.MOST + 1):
        send(amals, shelf, two)
    assert len(kept(storage)) == returned_workbooks.MOST
