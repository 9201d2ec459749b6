"""The bakery with its coach, and what they say to each other about it."""

from collections.abc import Callable
from datetime import date

import pytest

from bizplan.domain.coaching import About, Subject, Thread, ThreadKind
from bizplan.domain.people import Role
from bizplan.storage import notices, participants, people, suggestions, threads
from bizplan.storage.suggestions import Suggestion
from bizplan.storage.threads import Beginning
from tests.bizplan.web.coaching.forgotten_cost import INSURANCE
from tests.bizplan.web.opened import Opened, opened

NEED = Subject(About.ANSWER, "idea.need")


@pytest.fixture
def home(plan) -> str:
    """The address of the plan."""
    return f"/en/plan/{plan}"


@pytest.fixture
def jan(storage, plan) -> str:
    """Another coach of the plan."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Jan Peeters", "nl")
        people.give_role(tx, person, Role.COACH)
        participants.let_in(tx, plan, person, Role.COACH)
    return person


@pytest.fixture
def stranger(storage) -> str:
    """A coach of another organisation."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Piet", "nl")
        people.give_role(tx, person, Role.COACH, people.add_organisation(tx, "coaching", "Elders"))
    return person


@pytest.fixture
def begin(storage, plan) -> Callable[..., str]:
    """Somebody begins a thread, without a page."""
    def begun(author: str, text: str = "Why do people need it?", kind: ThreadKind = ThreadKind.COMMENT,
              subject: Subject = NEED, due_on: date | None = None) -> str:
        with storage.writing() as tx:
            return threads.begin(tx, plan, author, Beginning(kind, subject, text, due_on))
    return begun


@pytest.fixture
def said(storage, plan) -> Callable[[], list[Thread]]:
    """All threads of the plan as they are kept, the oldest first."""
    def found() -> list[Thread]:
        with storage.reading() as tx:
            return sorted(threads.threads_of(tx, plan, coach=True), key=lambda each: each.made_at)
    return found


@pytest.fixture
def answered(amals, home) -> None:
    """The entrepreneur said why people need it."""
    opened(amals, f"{home}/study/idea/need").send({"idea.need": "People travel far for bread."})


@pytest.fixture
def told(storage) -> Callable[[str], list[tuple[str, str]]]:
    """The kinds of news that somebody has, each with its subject."""
    def now(person: str) -> list[tuple[str, str]]:
        with storage.reading() as tx:
            return [(each.kind.value, each.subject) for each in notices.notices_of(tx, person)]
    return now


@pytest.fixture
def costs(home) -> str:
    """The address of the page on which costs are added."""
    return f"{home}/study/projection/costs"


@pytest.fixture
def every(storage, plan) -> Callable[[], tuple[Suggestion, ...]]:
    """All suggestions of the plan, the newest first."""
    def now() -> tuple[Suggestion, ...]:
        with storage.reading() as tx:
            return suggestions.suggestions_of(tx, plan)
    return now


@pytest.fixture
def row_form(liens, costs) -> Callable[[], Opened]:
    """The form of a new row, as the coach opens it from the page of the costs."""
    def now() -> Opened:
        address, = opened(liens, costs).of("//main//a[contains(@href, '/rows/')]/@href")
        return opened(liens, address)
    return now


@pytest.fixture
def suggested_row(row_form, every) -> Suggestion:
    """The coach suggested a cost that was forgotten."""
    assert row_form().send(INSURANCE).status_code == 302
    made: Suggestion = every()[0]
    return made
