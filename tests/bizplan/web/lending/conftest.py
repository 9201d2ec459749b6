"""A lender with two officers in their browsers, and the bakery handed in there."""

import pytest

from bizplan.domain.lending.applications import Application
from bizplan.storage import applications
from tests.bizplan.storage.lending import Lender, handed_in, lender
from tests.bizplan.web.conftest import Browser, signed_in


@pytest.fixture
def house(storage) -> Lender:
    """A lender."""
    return lender(storage)


@pytest.fixture
def asked(storage, amal, lien, bakery, house) -> Application:
    """The bakery, handed in there three days ago."""
    return handed_in(storage, bakery, amal, lien, house.organisation, days_ago=3)


@pytest.fixture
def now(storage, asked):
    """The application as it stands."""
    def found() -> Application:
        with storage.reading() as tx:
            return applications.application(tx, asked.id)
    return found


@pytest.fixture
def omars(app, storage, house) -> Browser:
    """The browser of an officer, signed in with two factors."""
    return signed_in(app, storage, house.omar)


@pytest.fixture
def neles(app, storage, house) -> Browser:
    """The browser of a colleague."""
    return signed_in(app, storage, house.nele)


@pytest.fixture
def file(asked) -> str:
    """The address of the application on the desk."""
    return f"/en/lending/{asked.id}"


@pytest.fixture
def answer(asked) -> str:
    """The address of the answer in the plan."""
    return f"/en/plan/{asked.plan}/lenders/answer/{asked.id}"
