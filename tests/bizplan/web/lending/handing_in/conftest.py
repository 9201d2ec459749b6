"""The bakery with its coach, and a lender that is asked for a credit."""

from collections.abc import Callable

import pytest

from bizplan import jobs as making
from bizplan.domain.coaching.news import News
from bizplan.domain.lending.applications import Application
from bizplan.domain.people import Role
from bizplan.storage import applications, jobs, notices, participants, people, submissions
from tests.bizplan.web.conftest import Browser
from tests.bizplan.web.opened import opened


@pytest.fixture
def home(bakery) -> str:
    """The address of the lenders of the plan."""
    return f"/en/plan/{bakery}/lenders"


@pytest.fixture
def jan(storage, bakery) -> str:
    """Another coach of the plan."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Jan Peeters", "nl")
        people.give_role(tx, person, Role.COACH)
        participants.let_in(tx, bakery, person, Role.COACH)
    return person


@pytest.fixture
def krediet(storage) -> str:
    """An organisation that lends, and works here."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Krediet voor Iedereen")


@pytest.fixture
def found(storage, bakery) -> Callable[[], Application]:
    """The newest application of the plan as it is kept."""
    def now() -> Application:
        with storage.reading() as tx:
            return applications.applications_of(tx, bakery)[0]
    return now


@pytest.fixture
def application(amals, home, found) -> str:
    """The address of an application at a lender, begun on the pages."""
    opened(amals, f"{home}/new").press("/new", lender="lender:microstart")
    return f"{home}/{found().id}"


@pytest.fixture
def version(liens, application, found) -> str:
    """The address of a version that the coach made ready."""
    opened(liens, f"{application}/ready").press("/ready", dossier_language="nl")
    return f"{application}/versions/{found().prepared.id}"


@pytest.fixture
def everything() -> Callable[[Browser, str], str]:
    """All that the pages of a version say: the first one, and the answers part by part."""
    def read(browser: Browser, version: str) -> str:
        page = opened(browser, version)
        parts = [each for each in page.of("//main//a/@href") if each.startswith(f"{version}/")]
        return "\n".join((page.text, *(opened(browser, each).text for each in parts)))
    return read


@pytest.fixture
def work(storage, bakery) -> Callable[[], None]:
    """A worker freezes what was handed in."""
    def now() -> None:
        with storage.reading() as tx:
            waiting = [each for each in jobs.jobs_of(tx, bakery) if each.kind == submissions.JOB and not each.is_over]
        for each in waiting:
            making.do(storage, each.id)
    return now


@pytest.fixture
def told(storage) -> Callable[[str], list[News]]:
    """The kinds of news about lenders that somebody has, the newest first."""
    def now(person: str) -> list[News]:
        kinds = {News.MADE_READY, News.SIGNED, News.HANDED_IN, News.TAKEN_BACK}
        with storage.reading() as tx:
            return [each.kind for each in notices.notices_of(tx, person) if each.kind in kinds]
    return now
