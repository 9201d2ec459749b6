"""Moments of a plan: their names, sealed and limited; the hours of work; and going back in one step."""

from datetime import UTC, datetime

import pytest
import time_machine

from bizplan.domain.coaching.going_back import backwards
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans, versions
from bizplan.storage.plans import Change
from bizplan.storage.tables import VERSIONS
from bizplan.storage.versions import TooManyNames

NEED = "idea.need"


@pytest.fixture
def plan(storage, amal):
    """A plan of two answers."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        for number, value in enumerate(("Bread", "Cake")):
            plans.save(tx, made, amal, Change(Deed.ANSWER, NEED, "", Said((), value), base=number))
    return made


def test_a_name_is_kept_sealed_changed_and_taken_away(storage, plan, amal):
    with storage.writing() as tx:
        made = versions.name(tx, plan, amal, 1, "Before the talk")
        assert b"talk" not in tx.execute(VERSIONS.select()).one().name_sealed
    with storage.writing() as tx:
        versions.rename(tx, plan, made, "After the talk")
        assert versions.version(tx, plan, made).name == "After the talk"
        versions.take_away(tx, plan, made)
        assert versions.versions_of(tx, plan) == ()


def test_a_name_sent_twice_is_one_name(storage, plan, amal):
    with storage.writing() as tx:
        assert versions.name(tx, plan, amal, 1, "A", "a" * 32) == versions.name(tx, plan, amal, 1, "B", "a" * 32)
        assert [each.name for each in versions.versions_of(tx, plan)] == ["A"]


def test_the_id_of_a_name_in_another_plan_is_not_taken(storage, plan, amal):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        first = versions.name(tx, other, amal, 0, "There", "a" * 32)
        second = versions.name(tx, plan, amal, 1, "Here", "a" * 32)
        assert first != second
        versions.rename(tx, plan, first, "Changed from elsewhere")
        versions.take_away(tx, plan, first)
        assert versions.version(tx, other, first).name == "There"


def test_there_are_only_so_many_names_and_always_room_to_go_back(storage, plan, amal, monkeypatch):
    monkeypatch.setattr(versions, "MOST_NAMES", 2)
    with storage.writing() as tx:
        for name in "ab":
            versions.name(tx, plan, amal, 1, name)
        with pytest.raises(TooManyNames):
            versions.name(tx, plan, amal, 1, "c")
        versions.go_back(tx, plan, amal, ())
        assert len(versions.versions_of(tx, plan)) == 3


def test_the_work_of_a_day_is_told_by_hour_and_person(storage, plan, amal, lien):
    for at, (hour, who) in enumerate(((8, amal), (8, lien), (9, amal), (9, amal)), 2):
        with time_machine.travel(datetime(2027, 3, 1, hour, 5, tzinfo=UTC), tick=False), storage.writing() as tx:
            plans.save(tx, plan, who, Change(Deed.ANSWER, NEED, "", Said((), f"{hour} {who} {at}"), base=at))
    with storage.reading() as tx:
        found = [(each.sequence, each.author, each.at.hour) for each in versions.worked(tx, plan)[:3]]
    assert found == [(6, amal, 9), (4, lien, 8), (3, amal, 8)]


def test_going_back_is_kept_whole_or_not_at_all(storage, plan, amal, monkeypatch):
    with storage.reading() as tx:
        kept = plans.plan(tx, plan)
        now, then = plans.record(tx, kept), plans.record(tx, kept, 1)
    revisions = backwards(now, then, coach=False)
    with monkeypatch.context() as failing:
        failing.setattr(plans, "save_all", lambda *_: (_ for _ in ()).throw(OSError))
        with pytest.raises(OSError), storage.writing() as tx:              # noqa: PT011 - no words, as from a disk
            versions.go_back(tx, plan, amal, revisions)
    with storage.reading() as tx:
        assert versions.versions_of(tx, plan) == ()
    with storage.writing() as tx:
        before = versions.go_back(tx, plan, amal, revisions)
        assert plans.record(tx, plans.plan(tx, plan)).said(NEED).value == "Bread"
        assert (versions.version(tx, plan, before).sequence, versions.version(tx, plan, before).name) == (2, "")


def test_what_titles_plans_is_read_for_many_plans_at_once(storage, plan, amal):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        plans.save(tx, other, amal, Change(Deed.ANSWER, NEED, "", Said((), "Other"), base=0))
        plans.save(tx, other, amal, Change(Deed.ANSWER, "idea.offer", "", Said((), "Tea"), base=0))
        found = plans.newest_of(tx, [plan, other], [NEED])
    assert {place: said.value for place, said in found.items()} == {(plan, NEED): "Cake", (other, NEED): "Other"}
