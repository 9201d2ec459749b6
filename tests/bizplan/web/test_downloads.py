"""Documents are asked for once, made by whoever does jobs, and taken along by their people only."""

import io
import zipfile

import pytest

from bizplan import delivery
from bizplan import jobs as making
from bizplan.documents.attaching import attached, printed_fingerprint
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.recipients import Recipient
from bizplan.domain.revisions import Said
from bizplan.storage import jobs, plans
from bizplan.storage.plans import Change, Deed
from tests.bizplan.web.opened import opened, shown

TEXTS = [key for key, question in QUESTIONS.items() if question.kind is Kind.LONG_TEXT and not question.group
         and not question.coach and not question.when][:14]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def queue(app, monkeypatch):
    """The ids of the jobs that were handed on."""
    handed = []
    monkeypatch.setitem(app.extensions, "bizplan queue", handed.append)
    return handed


@pytest.fixture
def shelf(bakery):
    """The page of the documents."""
    return f"/en/plan/{bakery}/dossier/"


def ask(browser, shelf, kind, language="nl"):
    """Asks for a document as its button does."""
    page = opened(browser, shelf)
    form = next(each for each in page.tree.forms if dict(each.form_values()).get("kind") == kind)
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), "document_language": language})


def test_the_shelf_offers_each_document_in_its_languages_the_plans_own_first(amals, shelf, storage, bakery, amal):
    page = opened(amals, shelf)
    assert page.of("//main//h2")[:4] == ["The dossier", "The summary", "Your plan", "The Excel model"]
    assert page.of("//select[@id='language-dossier']/option") == ["Dutch", "French", "English"]
    assert page.of("//select[@id='language-own_plan']/option") == ["Dutch", "French", "English", "Arabic"]
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "applicant.dossier_language", "", Said.of(
            "applicant.dossier_language", "fr"), base=10_000))
    assert opened(amals, shelf).of("//select[@id='language-workbook']/option[@selected]") == ["French"]


def test_the_financial_plan_for_the_notary_is_offered_to_a_company_alone(amals, shelf, storage, bakery, amal):
    words = "The financial plan for the notary"
    assert words not in opened(amals, shelf).of("//main//h2")
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "rules.legal_form", "", Said.of(
            "rules.legal_form", "company"), base=10_000))
    assert words in opened(amals, shelf).of("//main//h2")


def test_characters_that_print_as_a_box_are_named_with_the_answers_where_they_stand(
        amals, liens, shelf, storage, bakery, amal):
    words = "Some characters print as an empty box"
    assert words not in opened(amals, shelf).text
    with storage.writing() as tx:
        product, = plans.record(tx, plans.plan(tx, bakery)).plan.row_ids("products")[:1]
        for key, row, text in (("idea.need", "", "Brood \u6c49\u5b57"), ("products[].name", product, "\ue000 brood"),
                               ("planning.coach.opinion", "", "Goed \u6c49")):
            plans.save(tx, bakery, amal, Change(Deed.ANSWER, key, row, Said.of(key, text), base=10_000))
    page = opened(amals, shelf)
    assert words in page.of("//main//h2")
    named = page.of("//section[@aria-labelledby='boxes']//li")
    assert len(named) == 3 and "\u6c49 (U+6C49), \u5b57 (U+5B57)" in named[0] and "(U+E000)" in named[1]
    links = page.of("//section[@aria-labelledby='boxes']//li/a/@href")
    assert links == [f"/en/plan/{bakery}/study/idea/need", page.of("//section//li/a/@href")[1]]
    assert links[1].endswith(product)
    for link in links:
        assert opened(amals, link).status == 200
    coachs = opened(liens, shelf).of("//section[@aria-labelledby='boxes']//li/a/@href")
    assert len(coachs) == 3, "a coach is led to the answer of the coach as well"


def test_of_many_characters_and_answers_with_boxes_the_first_are_named_and_the_others_counted(
        amals, shelf, storage, bakery, amal):
    with storage.writing() as tx:
        for key in TEXTS:
            plans.save(tx, bakery, amal, Change(Deed.ANSWER, key, "", Said.of(
                key, "".join(map(chr, range(0x4e00, 0x4e00 + 40)))), base=10_000))
    named = opened(amals, shelf).of("//section[@aria-labelledby='boxes']//li")
    assert len(named) == 11 and named[-1] == f"Other answers with such characters: {len(TEXTS) - 10}."
    assert "(U+4E0B) and 28 more" in named[0] and "U+4E0C" not in named[0]


def test_without_figures_nothing_can_be_made_and_the_page_says_what_to_do(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/dossier/")
    assert "There are no figures yet." in page.text
    assert not page.of("//main//button")
    assert f"/en/plan/{plan}/file" in page.of("//main//@href"), "the plan itself can be taken along all the same"


def test_a_document_is_asked_for_once_however_often_the_button_is_pressed(amals, shelf, queue, storage, bakery):
    first, again = ask(amals, shelf, "dossier"), ask(amals, shelf, "dossier")
    assert first.headers["Location"] == again.headers["Location"]
    with storage.reading() as tx:
        assert len(jobs.jobs_of(tx, bakery)) == 1
    assert set(queue) == {first.headers["Location"].rpartition("/")[2]}


def test_a_document_that_waits_shows_so_with_and_without_scripts(amals, shelf, queue):
    address = ask(amals, shelf, "dossier").headers["Location"]
    page = opened(amals, address)
    assert "We are making it." in page.text
    assert page.of("//noscript/meta/@content") == ["3"]
    assert page.of("//@data-job") == [f"{address}/state"]
    assert amals.get(f"{address}/state").get_json() == {"state": "asked", "progress": 0.0, "url": None}
    assert amals.get(f"{address}/file").status_code == 404


@pytest.mark.parametrize(("kind", "mime", "ending"), [
    ("dossier", "application/pdf", "pdf"), ("workbook", XLSX, "xlsx"),
])
def test_a_document_is_made_and_taken_along_under_a_name(
        amals, liens, other, shelf, queue, storage, kind, mime, ending):
    address = ask(amals, shelf, kind).headers["Location"]
    making.do(storage, queue[0])
    told = amals.get(f"{address}/state").get_json()
    assert (told["state"], told["progress"], told["url"]) == ("done", 1.0, f"{address}/file")
    page = opened(amals, address)
    assert "It is ready." in page.text
    assert f"{address}/file" in page.of("//a[@download]/@href")
    assert f"We keep it for {jobs.KEPT_FOR.days} days." in page.text
    file = amals.get(f"{address}/file")
    assert file.mimetype == mime
    assert file.headers["Content-Disposition"].endswith(f'.{ending}"')
    assert file.headers["Cache-Control"] == "no-store"
    if kind == "dossier":
        assert file.data.startswith(b"%PDF-")
    else:
        assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(file.data)).namelist()
    assert liens.get(f"{address}/file").data == file.data, "the coach takes part in this plan"
    assert other.get(f"{address}/file").headers["Location"] == "/en/sign-in"


def test_a_document_made_before_the_last_answer_says_so(amals, shelf, queue, bakery):
    ask(amals, shelf, "dossier")
    assert "answers changed since" not in opened(amals, shelf).text
    opened(amals, f"/en/plan/{bakery}/study/idea/need").send({"idea.need": "Bread that is still warm"})
    assert "answers changed since" in opened(amals, shelf).text
    again = ask(amals, shelf, "dossier")
    assert again.headers["Location"].rpartition("/")[2] == queue[-1]
    assert len(set(queue)) == 2, "of the new answers another document is made"


def test_somebody_who_has_four_documents_made_waits_for_one_of_them(amals, shelf, queue):
    for kind, language in (("dossier", "nl"), ("dossier", "fr"), ("dossier", "en"), ("workbook", "nl")):
        assert ask(amals, shelf, kind, language).status_code == 302
    answer = ask(amals, shelf, "workbook", "fr")
    page = shown(amals, answer, 429)
    assert page.heading == "Several documents are being made already"
    assert shelf in page.of("//main//@href")
    assert len(queue) == 4


def test_a_document_that_cannot_be_made_says_why_and_may_be_asked_for_again(amals, shelf, queue, storage):
    address = ask(amals, shelf, "dossier").headers["Location"]
    with storage.writing() as tx:
        jobs.fail(tx, queue[0], "costs[1].amount is too large")
    page = opened(amals, address)
    assert "It could not be made." in page.text
    assert "costs[1].amount is too large" in page.text
    assert not page.of("//noscript/meta")
    assert amals.get(f"{address}/state").get_json()["state"] == "failed"
    assert ask(amals, shelf, "dossier").headers["Location"] != address


def test_a_document_whose_worker_died_twice_says_that_it_is_not_the_plan_and_where_to_ask_again(
        amals, shelf, queue, storage):
    address = ask(amals, shelf, "dossier").headers["Location"]
    with storage.writing() as tx:
        jobs.fail(tx, queue[0], "")
    page = opened(amals, address)
    assert "Something went wrong on our side. Your answers are safe." in page.text
    assert page.of("//main//p/a/@href") == [shelf]


@pytest.mark.parametrize(("kind", "language"), [("nothing", "nl"), ("dossier", "ar"), ("dossier", ""), ("", "nl")])
def test_documents_of_other_kinds_and_languages_are_not_made(amals, shelf, queue, kind, language):
    page = opened(amals, shelf)
    token = dict(page.tree.forms[-1].form_values())["csrf_token"]
    answer = amals.client.post(f"{shelf}ask", data={"csrf_token": token, "kind": kind, "document_language": language})
    assert answer.status_code == 400
    assert not queue


def test_a_document_of_another_plan_is_not_found_under_this_one(amals, shelf, queue, storage, amal):
    job = ask(amals, shelf, "dossier").headers["Location"].rpartition("/")[2]
    with storage.writing() as tx:
        second = plans.make(tx, amal, "nl")
    for what in ("", "/state", "/file"):
        assert amals.get(f"/en/plan/{second}/dossier/{job}{what}").status_code == 404
        assert amals.get(f"{shelf}{'0' * 32}{what}").status_code == 404


def test_a_document_is_for_a_lender_unless_somebody_says_it_is_for_themselves(amals, shelf, queue, storage, bakery):
    page = opened(amals, shelf)
    assert page.of("//select[@id='recipient-dossier']/option") == ["For a lender", "For myself"]
    assert "Of your household it shows totals" in page.text
    ask(amals, shelf, "workbook")
    form = next(each for each in page.tree.forms if dict(each.form_values()).get("kind") == "workbook")
    mine = amals.client.post(form.get("action"), data={**dict(form.form_values()), "document_language": "nl",
                                                       "recipient": "self"})
    with storage.reading() as tx:
        assert {each.recipient for each in jobs.jobs_of(tx, bakery)} == set(Recipient)
    assert "For myself" in opened(amals, mine.headers["Location"]).of("//main//p")
    texts = {}
    for job in queue:
        making.do(storage, job)
        file = amals.get(f"{shelf}{job}/file")
        with zipfile.ZipFile(io.BytesIO(file.data)) as book:
            texts[job] = "".join(book.read(name).decode() for name in book.namelist())
    lenders, own = (texts[job] for job in queue)
    assert "Kinderbijslag" not in lenders and "Huur" in own
    assert len(own) > len(lenders)


def test_a_document_for_somebody_else_is_not_made(amals, shelf, queue):
    page = opened(amals, shelf)
    form = next(each for each in page.tree.forms if dict(each.form_values()).get("kind") == "dossier")
    answer = amals.client.post(form.get("action"), data={**dict(form.form_values()), "document_language": "nl",
                                                         "recipient": "everybody"})
    assert answer.status_code == 400 and not queue


def test_the_page_of_checking_knows_a_version_once_it_was_made(amals, other, shelf, queue, storage):
    address = ask(amals, shelf, "dossier", "en").headers["Location"]
    house = delivery.House("http://localhost:8000")
    making.do(storage, queue[0], house)
    pdf = amals.get(f"{address}/file").data
    fingerprint = printed_fingerprint(pdf)
    assert opened(other, f"/en/check/{fingerprint}").heading == "This version was released"
    assert dict(attached(pdf)).keys() == {"model.xlsx", "plan.json"}
    opened(amals, shelf.replace("dossier/", "study/idea/need")).send({"idea.need": "Bread that is still warm"})
    ask(amals, shelf, "dossier", "en")
    making.do(storage, queue[1], house)
    assert "A newer version was made since" in opened(other, f"/en/check/{fingerprint}").text
