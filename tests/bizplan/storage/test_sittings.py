"""A sitting is bound to a session and a plan, lasts two hours at most, and is confirmed once."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine

from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import participants, plans, sessions, sittings
from bizplan.storage.plans import Change
from bizplan.storage.sittings import LASTS, WAITS

NEED = "idea.need"


@dataclass
class Desk:
    """A coach at a device, and the plan of an entrepreneur."""

    storage: object
    plan: str
    coach: str
    owner: str
    session: str

    def begin(self):
        with self.storage.writing() as tx:
            return sittings.begin(tx, self.plan, self.coach, self.session)

    def open(self, session=""):
        with self.storage.reading() as tx:
            found = sittings.open_at(tx, self.plan, session or self.session)
            return found.id if found else None

    def write(self, text, question=NEED, who=""):
        with self.storage.writing() as tx:
            newest = plans.plan(tx, self.plan).sequence
            said = Said((text,), text)
            return plans.save(tx, self.plan, who or self.coach, Change(
                Deed.ANSWER, question, "", said, base=newest)).revision.sequence

    def written(self, sitting):
        with self.storage.reading() as tx:
            return [each.said.value for each in sittings.written(tx, sittings.sitting(tx, self.plan, sitting))]

    def pending(self):
        with self.storage.reading() as tx:
            return [each.id for each in sittings.pending(tx, self.plan)]


@pytest.fixture
def desk(storage, amal, lien):
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "ar")
        participants.let_in(tx, plan, lien, Role.COACH)
        token = sessions.start(tx, lien, staff=True, own_device=False, strong=True)
        return Desk(storage, plan, lien, amal, sessions.session(tx, token).id)



@pytest.fixture
def clock():
    with time_machine.travel("2027-03-01T10:00:00Z", tick=False) as moved:
        yield moved


def test_it_goes_on_in_its_session_and_no_other(desk, storage):
    made = desk.begin()
    assert desk.open() == made
    with storage.writing() as tx:
        token = sessions.start(tx, desk.coach, staff=True, own_device=False, strong=True)
        other = sessions.session(tx, token).id
    assert desk.open(other) is None


def test_it_ends_after_two_hours(clock, desk):
    made = desk.begin()
    clock.shift(LASTS - timedelta(seconds=1))
    assert desk.open() == made
    clock.shift(1)
    assert desk.open() is None


def test_it_ends_by_a_button_by_signing_out_by_archiving_and_with_the_coachs_part(desk, storage):
    ends = {
        "a button": lambda tx, made: sittings.end(tx, made),
        "archiving": lambda tx, made: (plans.put_away(tx, desk.plan), plans.take_out(tx, desk.plan)),
        "shown out and let in again": lambda tx, made: (
            participants.show_out(tx, desk.plan, desk.coach),
            participants.let_in(tx, desk.plan, desk.coach, Role.COACH)),
        "signing out": lambda tx, made: sessions.end(tx, desk.session),
    }
    for name, end in ends.items():
        made = desk.begin()
        assert desk.open() == made, name
        with storage.writing() as tx:
            end(tx, made)
        assert desk.open() is None, name


def test_a_new_one_ends_the_one_before(desk, storage):
    first, second = desk.begin(), desk.begin()
    assert desk.open() == second
    with storage.reading() as tx:
        assert sittings.sitting(tx, desk.plan, first).ended_at is not None


def test_what_the_coach_writes_in_it_belongs_to_it_and_nothing_else(clock, desk, storage):
    desk.write("before")
    made = desk.begin()
    desk.write("first")
    desk.write("by the entrepreneur", who=desk.owner)
    desk.write("second")
    desk.write("Go", "planning.coach.opinion")
    desk.write("passed", "idea/need")
    with storage.writing() as tx:
        plans.propose(tx, desk.plan, desk.coach, Change(Deed.ANSWER, NEED, "", Said(("no",), "no")))
    clock.shift(60)
    with storage.writing() as tx:
        sittings.end(tx, made)
    clock.shift(60)
    desk.write("after")
    assert desk.written(made) == ["first", "second"]


def test_it_waits_for_a_yes_and_begins_with_it_once(clock, desk, storage):
    with storage.writing() as tx:
        made = sittings.ask(tx, desk.plan, desk.coach, desk.session)
    assert desk.open() is None and desk.pending() == [made]
    with storage.writing() as tx:
        assert sittings.agree(tx, desk.plan, made) and not sittings.agree(tx, desk.plan, made)
    assert desk.open() == made
    clock.shift(WAITS)
    assert desk.open() == made, "the two hours count from the yes"


@pytest.mark.parametrize("missed", ["too late", "taken back", "signed out"])
def test_a_yes_that_comes_too_late_begins_nothing(clock, desk, storage, missed):
    with storage.writing() as tx:
        made = sittings.ask(tx, desk.plan, desk.coach, desk.session)
        if missed == "taken back":
            sittings.end(tx, made)
        if missed == "signed out":
            sessions.end(tx, desk.session)
    if missed == "too late":
        clock.shift(WAITS)
    with storage.writing() as tx:
        assert not sittings.agree(tx, desk.plan, made)
    assert desk.open() is None and desk.pending() == []


def test_it_is_pending_until_it_is_confirmed_but_not_where_nothing_was_written(clock, desk, storage):
    empty = desk.begin()
    with storage.writing() as tx:
        sittings.end(tx, empty)
    made = desk.begin()
    sequence = desk.write("bread")
    clock.shift(60)
    with storage.writing() as tx:
        sittings.end(tx, made)
    assert desk.pending() == [made]
    with storage.writing() as tx:
        found = sittings.sitting(tx, desk.plan, made)
        assert sittings.confirm(tx, found, desk.owner, [sequence])
        assert not sittings.confirm(tx, found, desk.owner, [sequence])
        assert sittings.confirmed(tx, desk.plan, [sequence, 99]) == {sequence}
    assert desk.pending() == []


def test_what_the_coach_writes_elsewhere_after_signing_out_does_not_belong_to_it(clock, desk, storage):
    made = desk.begin()
    desk.write("together")
    clock.shift(60)
    with storage.writing() as tx:
        sessions.end(tx, desk.session)
    clock.shift(60)
    desk.write("alone")
    assert desk.written(made) == ["together"]


def test_what_was_written_stays_to_be_confirmed_after_the_coach_signed_out(desk, storage):
    made = desk.begin()
    desk.write("bread")
    with storage.writing() as tx:
        sessions.end(tx, desk.session)
    assert desk.pending() == [made] and desk.written(made) == ["bread"]
