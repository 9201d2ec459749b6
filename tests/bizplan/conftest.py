"""A storage of its own for each test, in the form that the migrations make, with people and a plan in it."""

from collections.abc import Iterator

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import Storage, consents, opened, people, plans

KEY = bytes(range(32))


@pytest.fixture
def storage(tmp_path) -> Iterator[Storage]:
    """An empty installation."""
    made = opened(tmp_path, KEY)
    yield made
    made.database.dispose()


@pytest.fixture
def amal(storage) -> str:
    """An entrepreneur with an e-mail address."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Amal", "ar", "amal@example.org")
        people.give_role(tx, person, Role.ENTREPRENEUR)
        return person


@pytest.fixture
def agreed(storage, amal) -> None:
    """She agreed to the study: of nobody else anything is summed up, or read at a lender."""
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "ar", given=True)


@pytest.fixture
def lien(storage) -> str:
    """A coach."""
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", "De Kade")
        person = people.add_person(tx, "Lien", "nl", "lien@example.org")
        people.give_role(tx, person, Role.COACH, organisation)
        return person


@pytest.fixture
def bakery(storage, amal) -> str:
    """Her bakery, filled in."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        plans.fill(tx, made, amal, imported(plan_file.read(examples.text("bakery"))))
        return made
