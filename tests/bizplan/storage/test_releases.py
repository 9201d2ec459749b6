"""What was released is found by its fingerprint alone, and goes with its plan."""

from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import delete, select

from bizplan.domain.recipients import Recipient
from bizplan.storage import plans, releases
from bizplan.storage.releases import Released
from bizplan.storage.tables import PLANS, RELEASES

DAY, ONE, TWO = date(2026, 11, 28), "A" * 30, "B" * 30


@pytest.fixture
def plan(storage, amal):
    """A plan of somebody."""
    with storage.writing() as tx:
        return plans.make(tx, amal, "nl")


def keep(storage, fingerprint, plan, sequence, recipient=Recipient.LENDER, on=DAY):
    """A version is released."""
    with storage.writing() as tx:
        releases.keep(tx, fingerprint, plan, sequence, recipient, on)


def known(storage, fingerprint):
    """What is known of it."""
    with storage.reading() as tx:
        return releases.released(tx, fingerprint)


def test_a_version_is_known_by_its_day_and_an_unknown_one_not_at_all(storage, plan):
    keep(storage, ONE, plan, 5)
    assert known(storage, ONE) == Released(DAY, has_newer=False)
    assert known(storage, TWO) is None and known(storage, "") is None


def test_of_a_later_revision_or_a_later_making_the_earlier_is_no_longer_the_newest(storage, plan):
    with time_machine.travel("2026-11-28 10:00", tick=False) as clock:
        keep(storage, ONE, plan, 5)
        clock.shift(timedelta(days=1))
        keep(storage, TWO, plan, 5, on=date(2026, 11, 29))
        assert known(storage, ONE).has_newer and not known(storage, TWO).has_newer
        clock.shift(timedelta(days=1))
        keep(storage, "C" * 30, plan, 4, on=date(2026, 11, 30))
        assert not known(storage, TWO).has_newer, "an earlier revision made later is no newer version"


def test_what_somebody_made_for_themselves_is_no_newer_version_for_a_lender(storage, plan):
    keep(storage, ONE, plan, 5)
    keep(storage, TWO, plan, 9, Recipient.SELF)
    assert not known(storage, ONE).has_newer


def test_the_same_version_in_another_language_is_kept_once(storage, plan):
    for _language in ("nl", "fr"):
        keep(storage, ONE, plan, 5)
    with storage.reading() as tx:
        assert len(tx.execute(select(RELEASES)).all()) == 1


def test_no_fingerprint_stands_readable_in_the_database_and_it_goes_with_its_plan(storage, plan, tmp_path):
    keep(storage, ONE, plan, 5)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and ONE.encode() in path.read_bytes()]
    with storage.writing() as tx:
        tx.execute(delete(PLANS).where(PLANS.c.id == plan))
    assert known(storage, ONE) is None
