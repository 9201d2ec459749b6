"""What a lender's system finds: page by page, narrowed, and only what was handed in there and not taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from bizplan.domain.lending.applications import Frozen
from bizplan.domain.lending.standing import Standing, changed_at
from bizplan.domain.lending.standing import standing as standing_of
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import applications, consents, handed_in, people, plans, submissions, verdicts
from bizplan.storage.handed_in import Asked
from bizplan.storage.submissions import Agreed
from bizplan.storage.tables import SUBMISSIONS

MADE = Frozen(date(2026, 11, 28), "A" * 30, b"plan", b"figures", b"dossier", b"workbook")
DAY = datetime(2026, 11, 1, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("agreed")


@pytest.fixture
def lender(storage):
    """An organisation at which officers work."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Krediet")


@pytest.fixture
def handed(storage, lender, amal):
    """Makes an application that was handed in on a day of November, and frozen a day later; its id."""
    def make(day: int, *, frozen: bool = True, at: str = lender) -> str:
        with storage.writing() as tx:
            plan = plans.make(tx, amal, "nl")
            application = applications.begin(tx, plan, amal, "microstart", at)
            submission = submissions.prepare(tx, application, plan, amal, 1, "nl")
            submissions.sign_as_owner(tx, submission, Agreed("lender-1", "nl"))
            if frozen:
                submissions.freeze(tx, submission, MADE)
            moments = {"submitted_at": DAY + timedelta(days=day)}
            if frozen:
                moments["frozen_at"] = DAY + timedelta(days=day + 1)
            tx.execute(SUBMISSIONS.update().where(SUBMISSIONS.c.id == submission).values(moments))
        return application
    return make


def say(storage, lender, application, kind, outcome):
    """An officer of the lender says something of an application."""
    with storage.writing() as tx:
        omar = people.add_person(tx, "Omar", "nl")
        people.give_role(tx, omar, Role.OFFICER, lender)
        stood = verdicts.verdicts_of(tx, application).newest(kind)
        assert verdicts.give(tx, applications.application(tx, application), omar,
                             Given(kind, outcome, "Gezegd.", before=stood.id if stood else ""))


def page(storage, lender, **asked):
    with storage.reading() as tx:
        return handed_in.page(tx, lender, Asked(**{"most": 50, **asked}))


def ids(storage, lender, **asked):
    return [each.id for each in page(storage, lender, **asked).applications]


def test_pages_hold_everything_once_in_the_order_of_handing_in(storage, lender, handed):
    made = [handed(day) for day in (5, 3, 4, 3, 3, 9, 1)]
    found, place = [], None
    for _ in range(4):
        now = page(storage, lender, most=2, after=place)
        found, place = found + [each.id for each in now.applications], now.next
    assert place is None and set(found) == set(made) and len(found) == len(made)
    assert (found[0], found[-2], found[-1]) == (made[6], made[0], made[5])


def test_a_page_that_is_just_full_is_the_last_one(storage, lender, handed):
    handed(1), handed(2)
    assert page(storage, lender, most=2).next is None
    assert page(storage, lender, most=1).next is not None


def test_what_belongs_elsewhere_or_was_never_handed_in_or_taken_back_is_not_there(storage, lender, handed, amal):
    elsewhere = None
    with storage.writing() as tx:
        elsewhere = people.add_organisation(tx, "lending", "Elders")
        plan = plans.make(tx, amal, "nl")
        submissions.prepare(tx, applications.begin(tx, plan, amal, "credal", lender), plan, amal, 1, "nl")
    theirs, gone = handed(1, at=elsewhere), handed(2)
    with storage.writing() as tx:
        found = applications.application(tx, gone)
        submissions.withdraw(tx, found.submissions[0].id)
    assert ids(storage, lender) == [] and ids(storage, elsewhere) == [theirs]


def test_it_is_narrowed_to_how_an_application_stands(storage, lender, handed):
    submitted, readable, decided, ended = handed(1, frozen=False), handed(2), handed(3), handed(4)
    with storage.writing() as tx:
        applications.end(tx, ended)
    say(storage, lender, readable, Kind.ADVICE, Outcome.POSITIVE)
    say(storage, lender, decided, Kind.DECISION, Outcome.NOT_YET)
    say(storage, lender, ended, Kind.DECISION, Outcome.DECLINED)
    assert ids(storage, lender) == [submitted, readable, decided, ended]
    for standing, wanted in zip(Standing, (submitted, readable, decided, ended), strict=True):
        assert ids(storage, lender, standing=standing) == [wanted]
    for each in page(storage, lender).applications:
        assert ids(storage, lender, standing=standing_of(each)) == [each.id]


def test_an_advice_after_the_decision_changes_nothing(storage, lender, handed):
    decided = handed(1)
    say(storage, lender, decided, Kind.DECISION, Outcome.NOT_YET)
    before, = page(storage, lender).applications
    say(storage, lender, decided, Kind.ADVICE, Outcome.NEGATIVE)
    after, = page(storage, lender).applications
    assert after == before and ids(storage, lender, standing=Standing.DECIDED) == [decided]


def test_it_is_narrowed_to_what_changed_since(storage, lender, handed):
    old, new = handed(1), handed(10)
    assert ids(storage, lender, since=DAY + timedelta(days=2)) == [old, new]
    assert ids(storage, lender, since=DAY + timedelta(days=2, seconds=1)) == [new]
    assert ids(storage, lender, since=DAY + timedelta(days=30)) == []
    with storage.writing() as tx:
        applications.end(tx, old)
    assert ids(storage, lender, since=DAY + timedelta(days=5), standing=Standing.ENDED) == [old]


def test_whoever_asks_what_changed_since_finds_a_decision_and_no_advice(storage, lender, handed):
    old = handed(1)
    with storage.reading() as tx:
        now = tx.now
    say(storage, lender, old, Kind.ADVICE, Outcome.POSITIVE)
    assert ids(storage, lender, since=now) == []
    say(storage, lender, old, Kind.DECISION, Outcome.GRANTED)
    found, = page(storage, lender, since=now).applications
    assert changed_at(found) == found.decided_at >= now and found.id == old


def test_the_number_of_statements_does_not_grow_with_the_applications(storage, lender, handed):
    told: list[str] = []
    event.listen(storage.database.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
    counts = []
    for _ in range(2):
        for day in range(1, 5):
            say(storage, lender, handed(day), Kind.DECISION, Outcome.DECLINED)
        told.clear()
        assert page(storage, lender, standing=Standing.DECIDED).applications
        counts.append(len(told))
    assert counts[0] == counts[1]


def test_of_whoever_took_back_their_yes_to_the_study_nothing_is_there(storage, lender, handed, amal):
    made = handed(3)
    assert ids(storage, lender) == [made]
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "nl", given=False)
    assert ids(storage, lender) == []
    with storage.reading() as tx:
        assert applications.applications_at(tx, lender) == ()
