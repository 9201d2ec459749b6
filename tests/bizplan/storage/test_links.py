"""Links to what was handed in, and visits by them: what opens, for how long, and what never does."""

from datetime import date, timedelta

import pytest

from bizplan.domain.lending.applications import Frozen
from bizplan.domain.lending.links import MOST_WRONG_CODES, may_be_shared
from bizplan.storage import applications, hashing, links, openings, plans, submissions
from bizplan.storage.columns import new_id
from bizplan.storage.links import VISIT_LIVES, Wanted
from bizplan.storage.submissions import Agreed
from bizplan.storage.tables import LINKS, OPENINGS, VISITS

MADE = Frozen(date(2026, 11, 28), "A" * 30, b"plan", b"figures", b"dossier", b"workbook")


def write(storage, deed, *given):
    with storage.writing() as tx:
        return deed(tx, *given)


def read(storage, of, *given):
    with storage.reading() as tx:
        return of(tx, *given)


@pytest.fixture
def plan(storage, amal):
    """A plan without a coach."""
    return write(storage, plans.make, amal, "nl")


@pytest.fixture
def application(storage, plan, amal):
    """An application for it, of which a version can be read."""
    made = write(storage, applications.begin, plan, amal, "microstart")
    ready = write(storage, submissions.prepare, made, plan, amal, 1, "nl")
    write(storage, submissions.sign_as_owner, ready, Agreed("lender-1", "nl"))
    write(storage, submissions.freeze, ready, MADE)
    return made


def link(storage, application, plan, author, *, days=30, key="", code=""):
    hashed = hashing.hashed(storage.seal, code) if code else None
    return write(storage, links.make, Wanted(application, plan, author, "Mevrouw Claes", days, key, hashed))


def test_a_link_opens_a_visit_to_its_application_for_some_hours(storage, application, plan, amal):
    token = link(storage, application, plan, amal)
    assert read(storage, links.found, token).application == application
    visit = read(storage, links.visit, links.visit_by(storage, token, ""))
    assert (visit.application, visit.plan) == (application, plan)
    began = read(storage, lambda tx: tx.execute(VISITS.select()).one().made_at)
    assert visit.ends_at - began == VISIT_LIVES < timedelta(days=1)


def test_a_visit_lives_no_longer_than_its_link(storage, application, plan, amal):
    visit = links.visit_by(storage, link(storage, application, plan, amal), "")
    write(storage, lambda tx: tx.execute(LINKS.update().values(ends_at=tx.now)))
    assert read(storage, links.visit, visit) is None


def test_visits_that_are_over_are_swept_away_when_the_next_begins(storage, application, plan, amal):
    token = link(storage, application, plan, amal)
    links.visit_by(storage, token, "")
    write(storage, lambda tx: tx.execute(VISITS.update().values(ends_at=tx.now - timedelta(seconds=1))))
    links.visit_by(storage, token, "")
    assert len(read(storage, lambda tx: tx.execute(VISITS.select()).all())) == 1


def test_wrong_codes_in_a_row_make_a_link_rest_and_the_right_one_begins_to_count_anew(
        storage, application, plan, amal):
    token = link(storage, application, plan, amal, code="480213")
    for _ in range(MOST_WRONG_CODES - 1):
        assert links.visit_by(storage, token, "111111") is None
    assert links.visit_by(storage, token, "480213")
    assert read(storage, links.links_of, plan)[0].wrong_codes == 0
    for _ in range(MOST_WRONG_CODES):
        assert links.visit_by(storage, token, "") is None
    assert links.visit_by(storage, token, "480213") is None and read(storage, links.found, token) is None
    assert read(storage, links.links_of, plan)[0].rests


def test_a_link_that_is_taken_back_takes_its_visits_with_it_and_no_others(storage, application, plan, amal):
    one, two = (link(storage, application, plan, amal) for _ in range(2))
    visits = [links.visit_by(storage, each, "") for each in (one, two)]
    assert write(storage, links.end, plan, read(storage, links.found, one).id)
    assert [read(storage, links.visit, each) is None for each in visits] == [True, False]
    assert not write(storage, links.end, plan, new_id())


def test_made_again_under_one_key_it_is_one_link_unless_it_was_taken_back(storage, application, plan, amal):
    key = new_id()
    first, second = (link(storage, application, plan, amal, key=key) for _ in range(2))
    assert read(storage, links.found, first) is None and read(storage, links.found, second).id == key
    write(storage, links.end, plan, key)
    third = link(storage, application, plan, amal, key=key)
    assert read(storage, links.found, third).id != key and len(read(storage, links.links_of, plan)) == 2


def test_a_key_of_somebody_elses_link_makes_a_link_of_its_own(storage, application, plan, amal, lien):
    key = new_id()
    first = link(storage, application, plan, amal, key=key)
    second = link(storage, application, plan, lien, key=key)
    assert read(storage, links.found, first).id == key != read(storage, links.found, second).id


def test_it_can_be_shared_while_something_can_be_read_and_the_application_goes_on(storage, application, plan, amal):
    def asked():
        return read(storage, applications.application, application)
    assert may_be_shared(asked())
    write(storage, submissions.withdraw, asked().newest.id)
    assert not may_be_shared(asked())
    other = write(storage, applications.begin, plan, amal, "credal")
    assert not may_be_shared(read(storage, applications.application, other))


def test_an_opening_is_noted_once_in_ten_minutes_for_a_visit_and_a_part(storage, application, plan, amal):
    token = link(storage, application, plan, amal)
    one, two = (read(storage, links.visit, links.visit_by(storage, token, "")) for _ in range(2))
    write(storage, openings.note, application, plan, one, "reading summary", "phone")
    assert read(storage, openings.is_noted, application, one, "reading summary")
    assert not read(storage, openings.is_noted, application, one, "reading answers")
    assert not read(storage, openings.is_noted, application, two, "reading summary")
    write(storage, lambda tx: tx.execute(OPENINGS.update().values(made_at=tx.now - timedelta(minutes=11))))
    assert not read(storage, openings.is_noted, application, one, "reading summary")
    told, = read(storage, openings.openings, plan)
    assert (told.link, told.person, told.what, told.device) == (one.link, "", "reading summary", "phone")


def test_what_a_computer_system_takes_is_noted_once_in_ten_minutes_and_names_nobody(storage, application, plan):
    found = read(storage, applications.application, application)
    for what in ("reading dossier", "reading dossier", "system application"):
        write(storage, openings.note_system, found, what)
    assert [(each.link, each.person, each.what, each.device) for each in read(storage, openings.openings, plan)] == [
        ("", "", "system application", "system"), ("", "", "reading dossier", "system")]


def test_an_opening_outlives_the_visit_and_is_told_of_the_link(storage, application, plan, amal):
    visit = read(storage, links.visit, links.visit_by(storage, link(storage, application, plan, amal), ""))
    write(storage, openings.note, application, plan, visit, "reading summary", "")
    write(storage, links.end, plan, visit.link)
    assert [each.link for each in read(storage, openings.openings, plan)] == [visit.link]
