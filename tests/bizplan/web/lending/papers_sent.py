"""A browser that sends files to the pages of papers."""

from io import BytesIO

from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, stream_encode_multipart

from bizplan.domain.lending.papers import Paper
from bizplan.storage import Storage, papers
from bizplan.storage.columns import new_id
from tests.bizplan.web.conftest import TOKEN, Browser


def page(plan: str, rest: str = "", language: str = "en") -> str:
    """An address under the papers of a plan."""
    return f"/{language}/plan/{plan}/papers/{rest}"


def send(browser: Browser, plan: str, sent: bytes, name: str = "paper.jpg", paper: str = "identity", form: str = "",
         **fields: str) -> TestResponse:
    """Sends a file with the form of a paper, or with what another page's form would hold."""
    found = TOKEN.search(browser.get(form or page(plan, paper)).text)
    assert found
    body, _length, boundary = stream_encode_multipart({
        "csrf_token": found[1], "key": new_id(), **fields, "file": FileStorage(BytesIO(sent), name)},
        use_tempfile=False)
    return browser.client.post(page(plan, paper), data=body.read(),
                               content_type=f"multipart/form-data; boundary={boundary}")


def kept(storage: Storage, plan: str) -> tuple[Paper, ...]:
    """The files of a plan, the newest first."""
    with storage.reading() as tx:
        return papers.papers_of(tx, plan)
