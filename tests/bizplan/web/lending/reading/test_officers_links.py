"""Whatever an officer can press leads somewhere: every link of every page, wherever the application stands."""

import re
from collections import deque
from datetime import date, timedelta
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import html

from bizplan.domain.coaching import About, Subject
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.lending.papers import Reader
from bizplan.domain.lending.questions import Asked, Asks, Side
from bizplan.domain.lending.verdicts import Given, Kind, Outcome, Terms
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import (
    applications,
    consents,
    lender_questions,
    lending_desk,
    papers,
    people,
    plans,
    submissions,
    verdicts,
)
from bizplan.storage.columns import new_id
from bizplan.storage.submissions import Agreed
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.lending.reading.conftest import hand_in

DESK = "/en/lending/"
ID = re.compile(r"[0-9a-f]{32}")
OF_A_KIND = {"why": 8, "figures": 8, "questions": 8}
MOST = 40
"""Pages of one kind that are opened, and fewer where there are hundreds alike."""


@pytest.fixture
def omar(storage, lender) -> str:
    """An officer of the lender; a colleague works there too."""
    with storage.writing() as tx:
        found = [people.add_person(tx, name, "en") for name in ("Omar", "Nele")]
        for each in found:
            people.give_role(tx, each, Role.OFFICER, lender)
    return found[0]


def nothing(storage, application, omar, plan, frozen):
    """Nobody did anything with it yet."""


def asked(storage, application, omar, plan, frozen):
    """An officer asks about everything one can ask about, and a paper goes along."""
    about = (None, Subject(About.PART, "idea"), Subject(About.ANSWER, "idea.need"), Subject(About.ROW, "products", "a"),
             Subject(About.FIGURE, "bank.cash", "3"), Subject(About.ANSWER, "products[].price", "a"))
    with storage.writing() as tx:
        found = applications.application(tx, application)
        lending_desk.take(tx, found, omar, omar)
        for at, subject in enumerate(about):
            what = Asked("Hoe dan?", list(Asks)[at % len(Asks)], subject, date(2026, 12, 1), omar, key=new_id())
            asked = lender_questions.ask(tx, found, what)
            answer = Asked("Zo.", author=plans.plan(tx, plan).owner, side=Side.PLAN, key=new_id())
            lender_questions.say(tx, lender_questions.question(tx, asked), answer)
        lender_questions.settle(tx, lender_questions.question(tx, asked))
        papers.keep(tx, plan, found.author, papers.New("quotes", "pdf", b"%PDF", 1, "Offerte", Reader.LENDER), new_id())


def handed_in_again(storage, application, omar, plan, frozen):
    """Two versions can be compared."""
    hand_in(storage, application, frozen.second)


def decided(storage, application, omar, plan, frozen):
    """It was asked about and handed in again; there is an advice, a day of the committee, and two decisions."""
    asked(storage, application, omar, plan, frozen)
    handed_in_again(storage, application, omar, plan, frozen)
    with storage.writing() as tx:
        found = applications.application(tx, application)
        conditions = (Condition("Huurcontract tekenen", tx.now.date() + timedelta(days=30)),)
        for given in (Given(Kind.ADVICE, Outcome.POSITIVE_IF, "Goed plan.", conditions=conditions),
                      Given(Kind.COMMITTEE, meets_on=tx.now.date()),
                      Given(Kind.DECISION, Outcome.NOT_YET, "Nog even.", ("surplus", "papers")),
                      Given(Kind.DECISION, Outcome.GRANTED_IF, "", (), Terms(9000, 0.08, 36), conditions)):
            before = verdicts.verdicts_of(tx, application).newest(given.kind)
            made = Given(**{**vars(given), "key": new_id(), "submission": found.newest.id,
                            "before": before.id if before else ""})
            assert verdicts.give(tx, found, omar, made), given


def taken_back(storage, application, omar, plan, frozen):
    """It was asked about, and then its owner took it back."""
    asked(storage, application, omar, plan, frozen)
    with storage.writing() as tx:
        submissions.withdraw(tx, applications.application(tx, application).newest.id)


def being_made(storage, application, omar, plan, frozen):
    """The only version that can be read was taken back, and the worker has not frozen the next one yet."""
    taken_back(storage, application, omar, plan, frozen)
    with storage.writing() as tx:
        found = applications.application(tx, application)
        made = submissions.prepare(tx, application, plan, found.author, 1, "nl")
        submissions.sign_as_coach(tx, made, found.author)
        submissions.sign_as_owner(tx, made, Agreed("lender-1", "en"))


def without_consent(storage, application, omar, plan, frozen):
    """Its owner takes part in the study no longer."""
    decided(storage, application, omar, plan, frozen)
    with storage.writing() as tx:
        consents.write_down(tx, plans.plan(tx, plan).owner, CONSENT, "en", given=False)


@pytest.mark.parametrize("state", [nothing, asked, handed_in_again, decided, taken_back, being_made, without_consent])
def test_every_link_leads_to_a_page_that_opens_and_to_a_place_that_is_on_it(
        state, app, storage, handed_in, omar, bakery, frozen):
    state(storage, handed_in, omar, bakery, frozen)
    seen = walked(signed_in(app, storage, omar), DESK)
    assert any(handed_in in address for address in seen) == (state is not without_consent)
    assert [each for each in seen.values() if each.mimetype == "application/pdf"] or state in (
        taken_back, being_made, without_consent)


@pytest.mark.parametrize("state", [asked, decided])
def test_every_form_is_sent_to_where_somebody_takes_it(state, app, storage, handed_in, omar, bakery, frozen):
    state(storage, handed_in, omar, bakery, frozen)
    router = app.url_map.bind("localhost")
    for address, answer in walked(signed_in(app, storage, omar), DESK).items():
        if answer.mimetype == "text/html":
            for sent_to, method in sent(address, answer):
                router.match(urlsplit(sent_to).path, method=method)


def walked(browser, start):
    """The pages that somebody reaches by links, a few of each kind, by address: they open, the anchors are there."""
    waiting, seen, kinds = deque([(start, "")]), {}, {}
    while waiting:
        whole, before = waiting.popleft()
        address, place = urldefrag(whole)
        kind = kind_of(address)
        if address not in seen and kinds.get(kind, 0) >= OF_A_KIND.get(kind.rpartition("dossier/")[2], MOST):
            continue
        if address not in seen:
            kinds[kind] = kinds.get(kind, 0) + 1
            seen[address] = browser.get(address, follow_redirects=True)
            assert seen[address].status_code == 200, f"{before} leads to {address}: {seen[address].status_code}"
            waiting += [(each, address) for each in links(address, seen[address])]
        assert not place or f'id="{place}"' in seen[address].text, f"{before} leads to {whole}, which is not there"
    return seen


def kind_of(address):
    """Addresses of one kind of page have the same."""
    path = ID.sub("ID", urlsplit(address).path.partition("/en")[2] or "/elsewhere")
    return re.sub(r"(why|figures|answers|papers|questions)/.+", r"\1", path)


def links(address, answer):
    """Where the links of a page lead in the same language, in full."""
    if answer.mimetype != "text/html":
        return []
    found = html.document_fromstring(answer.get_data()).xpath("//a/@href")
    return [each for each in (urljoin(address, link) for link in found) if each.startswith("/en/")]


def sent(address, answer):
    """Where the forms and the buttons of a page send what is filled in, and how."""
    for form in html.document_fromstring(answer.get_data()).xpath("//form"):
        for to in (form.get("action") or address, *form.xpath(".//button/@formaction")):
            yield urljoin(address, to), (form.get("method") or "get").upper()
