"""An organisation that lends, with its people in their browsers, what it says of itself, and the bakery handed in."""

from datetime import date

import pytest

from bizplan.domain.clock import today
from bizplan.domain.lending.applications import Application
from bizplan.domain.people import Role
from bizplan.storage import applications, lender_profiles, people
from tests.bizplan.storage.lending import Lender, handed_in, lender
from tests.bizplan.web.conftest import Browser, signed_in


@pytest.fixture
def bank(storage) -> str:
    """An organisation that lends."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Voorbeeld Kredieten")


@pytest.fixture
def works(app, storage):
    """Gives a browser of somebody who works for an organisation in a role."""
    def working(role: Role, organisation: str, name: str = ""):
        with storage.writing() as tx:
            person = people.add_person(tx, name or role.value.capitalize(), "nl")
            people.give_role(tx, person, role, organisation)
        return signed_in(app, storage, person)
    return working


@pytest.fixture
def noor(works, bank):
    """The browser of its manager."""
    return works(Role.MANAGER, bank, "Noor")


@pytest.fixture
def officer(works, bank):
    """The browser of its officer."""
    return works(Role.OFFICER, bank)


@pytest.fixture
def home(bank) -> str:
    """The address of its profiles."""
    return f"/en/team/{bank}/lender"


@pytest.fixture
def profiles(storage, bank):
    """Reads the profiles that are kept."""
    def read():
        with storage.reading() as tx:
            return lender_profiles.profiles_of(tx, bank)
    return read


@pytest.fixture
def profile(storage, bank) -> str:
    """A profile with one loan, since today."""
    return said(storage, bank, today(), {
        "about.title": "Starters' credit", "product.start.title": "Start loan", "product.start.amount_min": 500,
        "product.start.amount_max": 15000, "product.start.rate": 0.0995, "product.start.months_max": 48})


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


def said(storage, bank: str, since: date, values, name: str = "") -> str:
    """Says something of a profile, a new one unless it is named; the answer is its name."""
    with storage.writing() as tx:
        return lender_profiles.say(tx, bank, name or lender_profiles.new_name(), None,
                                   lender_profiles.Said(since, values))


def lender_on(profiles, on: date | None = None):
    """What the law hears of the only profile on a day, today unless another is given."""
    own, = profiles()
    return own.lender(on or today())
