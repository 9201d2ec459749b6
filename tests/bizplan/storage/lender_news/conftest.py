"""A lender with two officers, and an application there that can be read."""

import pytest

from tests.bizplan.storage.lending import bakery_with_coach, handed_in, lender


@pytest.fixture
def house(storage):
    """A lender with two officers."""
    return lender(storage)


@pytest.fixture
def plan(storage, amal, lien):
    """A plan with its coach."""
    return bakery_with_coach(storage, amal, lien)


@pytest.fixture
def asked(storage, plan, amal, lien, house):
    """An application there that can be read."""
    return handed_in(storage, plan, amal, lien, house.organisation)
