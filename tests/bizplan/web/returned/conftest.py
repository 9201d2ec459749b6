"""A plan with figures, and its Excel model as somebody sends it back."""

import pytest

from tests.bizplan.web.opened import record
from tests.bizplan.web.returned.sent_back import Workbook, price


@pytest.fixture
def shelf(bakery):
    """The page of the documents."""
    return f"/en/plan/{bakery}/dossier/"


@pytest.fixture
def rows(storage, bakery):
    """The first row of each group, by the key of the group."""
    return {group: ids[0] for group, ids in record(storage, bakery).rows.items()}


@pytest.fixture
def workbook(storage, bakery):
    return Workbook(storage, bakery)


@pytest.fixture
def two(workbook, rows):
    """The workbook with another price and another rate."""
    return workbook.with_(**{price(rows): 3.2, f"loan.{rows['loans']}.rate": 0.07})
