"""Credits that are chosen: a lender of the installation, the loans of the bakery, and what the plan says of them."""

import pytest

from bizplan.domain.clock import today
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans
from bizplan.storage.plans import Change
from bizplan.workshop import Workshop
from tests.bizplan.web.lending.conftest import said
from tests.bizplan.web.lending.test_fit_own import LOAN, SINCE
from tests.bizplan.web.opened import plain, record

BUTTON = "//form[contains(@action, 'take-over')]//button"


@pytest.fixture
def own(storage, bank) -> str:
    """The profile of the bank, since three weeks."""
    return said(storage, bank, SINCE, LOAN)


@pytest.fixture
def credits(bakery) -> str:
    """The page of all credits."""
    return f"/en/plan/{bakery}/credit/"


@pytest.fixture
def rows(storage, bakery) -> tuple[str, str]:
    """The loan that is asked for, and that of the sister."""
    return record(storage, bakery).rows["loans"]


@pytest.fixture
def micro(rows) -> str:
    """The loan that is asked for."""
    return rows[0]


@pytest.fixture
def changed(storage, bakery, amal):
    """The entrepreneur answers questions of the plan, or does something else with its rows."""
    def changing(*answers, deed=Deed.ANSWER):
        with storage.writing() as tx:
            for question, row, value in answers:
                told = Said.of(question, value) if deed is Deed.ANSWER else Said()
                plans.save(tx, bakery, amal, Change(deed, question, row, told, base=10_000))
    return changing


@pytest.fixture
def loan(storage, bakery, micro):
    """What the plan says of a loan: value, what it rests on, and the note."""
    def found(name, row=""):
        told = record(storage, bakery).said(f"loans[].{name}", row or micro)
        return told.value, told.evidence, told.note
    return found


def sides(page) -> dict[str, tuple[str, str, str]]:
    """The rows of a page by question: in the plan, with the credit, and the word."""
    found = {}
    for each in page.tree.xpath("//section[@aria-labelledby='terms']//dl/div"):
        now, becomes = ([plain("".join(p.itertext())) for p in each.xpath(f"./dd/div[{at}]/p")][1] for at in (1, 2))
        word = "".join(plain("".join(tag.itertext())) for tag in each.xpath("./dd[@class='edit']"))
        found[plain("".join(each.xpath("./dt")[0].itertext()))] = (now, becomes, word)
    return found


def engine(storage, plan):
    """What the engine calculates the plan from."""
    return Workshop.on(record(storage, plan).plan, today()).engine.assumptions
