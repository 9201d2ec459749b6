"""An Excel model that is sent back to its plan, and what is decided about it."""

import io

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

from bizplan.documents.workbook.naming import defined_name
from bizplan.documents.workbook.origin import NAME
from bizplan.domain.calculation import built
from bizplan.domain.clock import today
from bizplan.domain.returned import Origin, fingerprint, numbers_of, told
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans
from bizplan.storage.plans import Change
from bizplan.storage.tables import RETURNED
from tests.bizplan.web.opened import opened, record, shown

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


def price(rows):
    return f"demand.{rows['products']}.price"


def send(browser, shelf, content, status=200):
    """Sends a workbook: what the page shows then."""
    return shown(browser, post(browser, shelf, f"{shelf.removesuffix('dossier/')}workbook/", content), status)


def post(browser, shelf, address, content):
    """Sends a file as a browser does; the whole of what is sent stands in memory, however large."""
    token = opened(browser, shelf).of("//input[@name='csrf_token']/@value")[0]
    body = b"\r\n".join((
        b"--cut", b'Content-Disposition: form-data; name="csrf_token"', b"", token.encode(), b"--cut",
        b'Content-Disposition: form-data; name="file"; filename="model.xlsx"', b"", content, b"--cut--", b""))
    return browser.client.post(address, data=body, content_type="multipart/form-data; boundary=cut",
                               follow_redirects=True)


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
