"""A storage of its own for each test, in the form that the migrations make."""

from collections.abc import Iterator

import pytest

from bizplan.domain.people import Role
from bizplan.storage import Storage, opened, people

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
