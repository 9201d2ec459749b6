"""The Excel model goes out, is changed, comes back, shows what is different, and is taken over line by line."""

import io

import openpyxl
import pytest

from bizplan import jobs as making
from bizplan.documents.workbook.naming import defined_name
from bizplan.storage import jobs, plans
from tests.bizplan.web.opened import opened, record, said, shown


@pytest.fixture
def shelf(bakery):
    """The page of the documents."""
    return f"/en/plan/{bakery}/dossier/"


@pytest.fixture
def made(storage, bakery, amal):
    """The Excel model of the plan, as a job makes it."""
    with storage.writing() as tx:
        sequence = plans.plan(tx, bakery).sequence
        job = jobs.ask(tx, "workbook", bakery, amal, "nl", sequence)
    making.do(storage, job)
    with storage.reading() as tx:
        return jobs.result(tx, job)


def changed(content, **inputs):
    """The same workbook after somebody typed other things into cells of inputs, found by their names."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    for key, value in inputs.items():
        cell(workbook, key).value = value
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def cell(workbook, key, place=0):
    sheet, area = next(iter(workbook.defined_names[defined_name(key)].destinations))
    found = workbook[sheet][area.replace("$", "")]
    return found[0][place] if isinstance(found, tuple) else found


def send(browser, shelf, content, status=200, name="model.xlsx"):
    """Sends a workbook: what the page shows then."""
    answer = browser.post(f"{shelf.removesuffix('dossier/')}workbook/", {"file": (io.BytesIO(content), name)},
                          form=shelf, content_type="multipart/form-data", follow_redirects=True)
    return shown(browser, answer, status)


def take(page, do, **fields):
    form = next(each for each in page.tree.forms if "/workbook/" in each.get("action"))
    sent = {name: value for name, value in form.form_values() if name != "do"}
    answer = page.browser.client.post(form.get("action"), data={**sent, "do": do, **fields}, follow_redirects=True)
    return shown(page.browser, answer, 422 if do == "ticked" and not fields.get("line") else 200)


def test_a(amals, shelf, made, storage, bakery):
    r=record(storage,bakery).rows
    print(r)
    page = send(amals, shelf, changed(made, **{f"demand.{r['products'][0]}.price": 3.2, f"loan.{r['loans'][0]}.rate": 0.07, "levers.delay": 3}))
    print(page.text)
    page = take(page, "all", evidence="4")
    print(page.text)
    print(said(storage, bakery, "products[].price", r["products"][0]))
    print(opened(amals, shelf).text)
