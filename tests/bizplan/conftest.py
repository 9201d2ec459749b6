"""A storage of its own for each test, in the form that the migrations make, with people and a plan in it."""

from collections.abc import Iterator

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import Role
from bizplan.storage import Storage, opened, people, plans

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
