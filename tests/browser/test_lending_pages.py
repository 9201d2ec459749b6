"""Every kind of page that a lender reads, at a desk and on a phone, with an account or by a link: no rule is broken."""

import re
import time
from collections import Counter, deque
from urllib.parse import urldefrag, urlsplit

import pytest

from bizplan.demonstration import doors
from bizplan.storage import applications, lending_desk, links
from bizplan.storage.columns import new_id
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK

ID = re.compile(r"[0-9a-f]{32}")
ALIKE = re.compile(r"(/figures|/why|/papers)/.+")
FILES = (".pdf", ".xlsx", ".json", ".zip")
OF_AN_APPLICATION = ("", "advice", "committee", "decision", "questions/", "dossier/", "dossier/answers/",
                     "dossier/figures/", "dossier/figures", "dossier/why", "dossier/documents/")
A_WORKER_MAKES_IT = 180
"""Seconds, on a machine that does much else."""


@pytest.fixture(scope="module")
def officer(demo) -> str:
    """The officer of the demo."""
    return doors(demo.config.folder)["officer"].person


@pytest.fixture(scope="module")
def application(demo, officer):
    """What was handed in there, once the worker of the demo froze it."""
    for _second in range(A_WORKER_MAKES_IT):
        with demo.storage.reading() as tx:
            found = applications.applications_at(tx, *lending_desk.works_at(tx, officer))
        if found and found[-1].newest:
            return found[-1]
        time.sleep(1)
    raise AssertionError("the worker of the demo froze nothing")


@pytest.fixture
def link(demo, application) -> str:
    """The token of a link to it."""
    with demo.storage.writing() as tx:
        return links.make(tx, links.Wanted(application.id, application.plan, application.author, "Leen", 7, new_id()))


def walked(visitor, most):
    """The kinds of pages that somebody reaches by links in their language, and what axe finds on them."""
    waiting, seen, kinds, found = deque([urlsplit(visitor.page.url).path]), set(), Counter(), []
    language = waiting[0][:4]
    while waiting:
        address = waiting.popleft()
        kind = ALIKE.sub(r"\1", ID.sub("ID", urlsplit(address).path))
        if address in seen or kinds[kind] >= most:
            continue
        seen.add(address)
        kinds[kind] += 1
        visitor.open(address)
        found += [f"{address}: {each}" for each in violations(visitor.page)]
        hrefs = visitor.page.locator("a[href]").evaluate_all("links => links.map((each) => each.getAttribute('href'))")
        waiting += [urldefrag(each).url for each in hrefs if each.startswith(language) and not each.endswith(FILES)]
    return kinds, found


def test_of_an_officer_at_a_desk(visit_demo, officer, application):
    visitor = visit_demo(officer, staff=True, size=DESK)
    visitor.open("/nl/lending/")
    kinds, found = walked(visitor, most=2)
    assert found == []
    assert {f"/nl/lending/ID/{each}" for each in OF_AN_APPLICATION} <= {*kinds}


def test_of_somebody_who_comes_by_a_link_on_a_phone_from_right_to_left(visit_demo, link, application):
    visitor = visit_demo()
    visitor.open(f"/ar/s/{link}")
    visitor.submit()
    assert visitor.path == f"/ar/lending/{application.id}/dossier/"
    kinds, found = walked(visitor, most=3)
    assert found == []
    assert sum(kinds.values()) > 25
    assert {each.split("/")[2] for each in kinds} <= {"lending", "", "check"}
