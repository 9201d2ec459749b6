"""A demo: every role, the eight examples at work, plainly invented, and opened again as it was left."""

import json
import shutil
from datetime import timedelta

import pytest

from bizplan import demonstration, examples
from bizplan import jobs as making
from bizplan.demonstration.bakery import OVERNIGHT
from bizplan.domain.clock import today
from bizplan.domain.coaching.desk import Group
from bizplan.domain.coaching.reviews import State
from bizplan.domain.course import PARTS
from bizplan.domain.lending.desk import State as Standing
from bizplan.domain.people import Role
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed, Said
from bizplan.domain.translated import State as Translated
from bizplan.domain.translated import translations
from bizplan.storage import (
    appointments,
    consents,
    contacts,
    desk,
    lender_profiles,
    lending_desk,
    notices,
    participants,
    plans,
    suggestions,
    summaries,
    threads,
    versions,
)
from bizplan.storage.judgements import judged
from bizplan.storage.plans import Change
from bizplan.storage.tables import JOBS, PEOPLE, PLANS, ROLES


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A demo that was just made."""
    folder = tmp_path_factory.mktemp("demo")
    demonstration.furnish(folder).database.dispose()
    return folder


@pytest.fixture
def folder(first, tmp_path):
    """A copy of it."""
    shutil.copytree(first, tmp_path / "demo")
    return tmp_path / "demo"


@pytest.fixture
def storage(folder):
    """What it holds."""
    made = demonstration.furnish(folder)
    yield made
    made.database.dispose()


def test_every_example_has_a_plan_with_an_owner_who_agreed(storage):
    with storage.reading() as tx:
        found = tx.execute(PLANS.select()).all()
        assert len(found) == len(examples.names()) == 8
        for each in found:
            assert consents.stands(tx, each.owner_id, demonstration.CONSENT)
            assert participants.role_in(tx, each.id, each.owner_id) is Role.ENTREPRENEUR


def test_two_coaches_share_the_plans_but_for_one_that_nobody_coaches(storage):
    with storage.reading() as tx:
        coaches = [row.person_id for row in tx.execute(ROLES.select().where(ROLES.c.role == Role.COACH.value))]
        plans_of = {each.id: participants.coaches_of(tx, each.id) for each in tx.execute(PLANS.select())}
        first, second = (sum(coach in theirs for theirs in plans_of.values()) for coach in coaches)
    assert sorted((first, second)) == [1, 6]
    assert sorted(map(len, plans_of.values())) == [0, *[1] * 7]


def test_it_has_a_summary_of_every_plan_from_the_start(storage):
    with storage.reading() as tx:
        assert all(summaries.summary(tx, each.id) for each in tx.execute(PLANS.select()))
        assert summaries.stale(tx, today(), 10) == ()


def test_there_is_somebody_in_each_role_that_works_with_plans(storage):
    with storage.reading() as tx:
        assert {row.role for row in tx.execute(ROLES.select())} == {
            role.value for role in (Role.ENTREPRENEUR, Role.COACH, Role.OFFICER, Role.MANAGER)}


def test_nobody_in_it_has_an_address_to_which_mail_could_go(storage):
    with storage.reading() as tx:
        assert all(row.email_digest is None for row in tx.execute(PEOPLE.select()))


def test_a_demo_is_opened_again_as_it_was_left(folder, storage):
    door = demonstration.doors(folder)["entrepreneur"]
    plan = door.values["plan"]
    with storage.writing() as tx:
        mine = Said.of("idea.need", "Mine")
        plans.save(tx, plan, door.person, Change(Deed.ANSWER, "idea.need", "", mine, base=10**6))
    storage.database.dispose()
    again = demonstration.furnish(folder)
    with again.reading() as tx:
        assert plans.record(tx, plans.plan(tx, plan)).said("idea.need").value == "Mine"
        assert len(tx.execute(PLANS.select()).all()) == 8
    again.database.dispose()


def test_its_sign_says_who_stands_behind_which_door(folder):
    told = json.loads((folder / demonstration.SIGN).read_text("utf-8"))
    assert set(told) == set(demonstration.doors(folder)) >= {"entrepreneur", "coach", "manager"}
    assert demonstration.is_demo(folder)


def test_a_folder_without_the_sign_is_no_demo(tmp_path):
    assert not demonstration.is_demo(tmp_path)
    assert demonstration.doors(tmp_path) == {}


@pytest.fixture
def bakery(folder):
    """The plan of the bakery."""
    return demonstration.doors(folder)["entrepreneur"].values["plan"]


@pytest.fixture
def at_desk(folder, storage):
    """The plans on the desk of the coach, by the business."""
    with storage.reading() as tx:
        found = desk.desk(tx, demonstration.doors(folder)["coach"].person, today())
    return {each.summary.title: each for each in found}


def test_an_answer_about_the_price_and_a_part_wait_for_the_coach_of_the_bakery(storage, bakery, at_desk):
    waits = at_desk["Bakkerij Zeven Zaden"]
    assert (waits.group, waits.waiting.questions, waits.waiting.parts) == (Group.WAITS, 1, ("marketing",))
    assert waits.changed == len(OVERNIGHT) == 2, "the coach looked before the night"
    with storage.reading() as tx:
        found = threads.open_threads(tx, bakery, coach=False)
        price, = (each for each in found if each.subject.key == "products[].price")
        owner = plans.plan(tx, bakery).owner
    assert [each.author == owner for each in price.comments] == [False, True]


def test_the_entrepreneur_of_the_bakery_is_asked_something_for_next_week_and_something_is_suggested(storage, bakery):
    with storage.reading() as tx:
        asked, = threads.open_requests(tx, bakery)
        meets = appointments.next_of(tx, bakery)
        open_, = suggestions.open_in(tx, bakery)
        taken, = (each for each in suggestions.suggestions_of(tx, bakery) if not each.is_open)
        record = plans.record(tx, plans.plan(tx, bakery))
    assert 7 <= (asked.due_on - today()).days <= 9 and asked.due_on.weekday() < 5
    assert meets.begins_at.date() == asked.due_on and meets.agenda
    assert open_.revision.said.value != record.said(open_.revision.question).value
    assert taken.revision.said.value == record.said(taken.revision.question).value


def test_what_the_coach_noted_about_the_bakery_reaches_coaches_only(storage, bakery):
    with storage.reading() as tx:
        for_coaches, for_all = (threads.threads_of(tx, bakery, coach=coach) for coach in (True, False))
    assert len(for_coaches) == len(for_all) + 1


def test_the_parts_of_the_bakery_stand_in_every_state_and_its_first_gates_are_decided(storage, bakery):
    with storage.reading() as tx:
        found = judged(tx, bakery)
    assert {each.state for each in found.parts.values()} == set(State)
    profile, person = found.gates["profile"], found.gates["market_and_person"]
    assert profile.decision.outcome is Gate.GO and not profile.is_on_earlier_answers
    assert person.decision.outcome is Gate.GO_IF and person.open_conditions[0].by > today()
    assert not found.gates["figures"].decisions


def test_the_texts_of_the_bakery_are_translated_to_be_translated_and_out_of_date(storage, bakery):
    with storage.reading() as tx:
        plan = plans.record(tx, plans.plan(tx, bakery)).plan
    assert {each.question.key: each.state for each in translations(plan, "nl")} == {
        "competences.achievement": Translated.DONE, "idea.solved_now": Translated.CHANGED,
        "marketing.after_sales": Translated.DONE, "competences.motivation": Translated.MISSING}


def test_the_bakery_has_contacts_a_named_version_and_news_for_both(folder, storage, bakery):
    there = demonstration.doors(folder)
    with storage.reading() as tx:
        found = contacts.contacts_of(tx, bakery, with_notes=True)
        assert len(found) == 4 and (today() - found[0].on).days < 7
        assert [each.name for each in versions.versions_of(tx, bakery)] == ["Na het gesprek over de markt"]
        for who in ("entrepreneur", "coach"):
            assert notices.unseen(tx, there[who].person) > 0


def test_other_plans_are_approved_blocked_quiet_and_put_away(storage, at_desk):
    grocery = at_desk["Bazaar Noord"]
    with storage.reading() as tx:
        found, now = judged(tx, grocery.plan), tx.now
    assert found.approved == len(PARTS)
    assert {each.decision.outcome for each in found.gates.values()} == {Gate.GO}
    assert not any(each.is_on_earlier_answers for each in found.gates.values())
    assert grocery.group is Group.READY
    assert at_desk["Fietsatelier De Pomp"].group is Group.BLOCKS
    assert [each.name for each in at_desk.values() if each.is_quiet(now) and not each.archived] == ["Zahra R."]
    assert [title for title, each in at_desk.items() if each.archived] == ["Krul en Kleur"]


def test_its_lender_says_its_own_loan_which_was_changed_once_and_changes_again_soon(storage):
    with storage.reading() as tx:
        own, = lender_profiles.profiles_here(tx)
    assert own.organisation_name == "Voorbeeld Kredieten" and [each.number for each in own.changes] == [1, 2, 3]
    days = (today() - timedelta(days=60), today(), today() + timedelta(days=60))
    terms = [own.lender(on).product("voorbeeldlening") for on in days]
    assert [(float(each.term("amount_max")), float(each.term("rate"))) for each in terms] == [
        (11500, 0.0875), (16000, 0.0875), (16000, 0.0925)]
    assert [len(each) for each in own.planned(today()).values()] == [1]
def test_a_lender_of_the_demo_has_a_dossier_that_both_handed_in(folder, storage):
    officer = demonstration.doors(folder)["officer"]
    with storage.reading() as tx:
        each, = lending_desk.desk(tx, officer.person)
    assert (officer.endpoint, each.state, each.needs_freezing) == ("lending.desk", Standing.NEW, True)
    making.do(storage, job_of(storage, each.received.id))
    with storage.reading() as tx:
        each, = lending_desk.desk(tx, officer.person)
    assert (each.summary.name, each.summary.amount, each.needs_freezing) == ("Farida N.", 35_000.0, False)


def job_of(storage, submission):
    """The job that freezes it."""
    with storage.reading() as tx:
        return next(row.id for row in tx.execute(JOBS.select()) if row.subject == submission)
