"""A coach's desk: everything of every plan, read in the same few statements however many there are."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from bizplan.domain.coaching.desk import Accompanied, Waiting
from bizplan.domain.coaching.summary import Deadline, Due, Summary
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import conditions, consents, participants, people, plans, summaries
from bizplan.storage.desk import desk
from bizplan.storage.judgements import judged
from bizplan.storage.plans import Change
from bizplan.storage.tables import APPOINTMENTS
from tests.bizplan.storage.busy_desk import appointment, busy_desk, contact, gate, read, review, thread

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def plan(storage, amal, lien):
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "ar", given=True)
        made = plans.make(tx, amal, "ar")
        participants.let_in(tx, made, lien, Role.COACH)
    return made


def look(tx, coach) -> Accompanied:
    """The one plan on the desk."""
    found, = desk(tx, coach, tx.now.date())
    return found


def later(tx, by):
    return replace(tx, now=tx.now + by)


def answer(tx, plan, author, text, question="idea.need", **more):
    kept = plans.plan(tx, plan)
    plans.save(tx, plan, author, Change(Deed.ANSWER, question, "", Said((text,), text), base=kept.sequence, **more))


def test_a_fresh_plan_stands_there_with_the_name_alone(storage, amal, lien, plan):
    with storage.reading() as tx:
        found = look(tx, lien)
        assert found == Accompanied(plan, "Amal", is_fresh=False, active_at=found.active_at)


def test_a_coach_sees_only_the_plans_that_they_coach_now(storage, amal, lien, plan):
    with storage.writing() as tx:
        plans.make(tx, amal, "nl")
        other = people.add_person(tx, "Noor", "nl")
        people.give_role(tx, other, Role.COACH)
        assert desk(tx, other, tx.now.date()) == () and desk(tx, amal, tx.now.date()) == ()
        participants.let_in(tx, plan, lien, Role.COACH)
        assert [each.plan for each in desk(tx, lien, tx.now.date())] == [plan], "let in twice, shown once"
        participants.show_out(tx, plan, lien)
        assert desk(tx, lien, tx.now.date()) == ()


def test_of_somebody_who_does_not_agree_nothing_is_told_but_the_name(storage, amal, lien, plan):
    with storage.writing() as tx:
        summaries.keep(tx, plan, 0, tx.now.date(), Summary("Secret", "nl", 1, "idea", 3, 15))
        thread(tx, plan, [amal])
        contact(tx, plan, tx.now.date(), lien)
        consents.write_down(later(tx, MINUTE), amal, CONSENT, "ar", given=False)
        assert look(tx, lien) == Accompanied(plan, "Amal", agreed=False)
        plans.put_away(tx, plan)
        assert look(tx, lien) == Accompanied(plan, "Amal", agreed=False, archived=True)


def test_what_others_changed_since_the_coach_last_looked_is_counted_once_for_each_answer(storage, amal, lien, plan):
    with storage.writing() as tx:
        answer(later(tx, -MINUTE), plan, amal, "before")
        assert (look(tx, lien).changed, look(tx, lien).read_at) == (0, None)
        read(tx, plan, lien)
        read(later(tx, 9 * MINUTE), plan, amal)
        assert look(tx, lien).read_at == tx.now and look(tx, lien).changed == 0
        for text in ("first", "second"):
            answer(later(tx, MINUTE), plan, amal, text)
        answer(later(tx, MINUTE), plan, amal, "Bakery", "idea.business_name")
        answer(later(tx, MINUTE), plan, lien, "mine", "idea.offer")
        answer(later(tx, MINUTE), plan, amal, "true", "idea/name")
        plans.save(later(tx, MINUTE), plan, amal, Change(Deed.ADD, "products", "a"))
        assert look(tx, lien).changed == 2, "not the coach's own, not a page that was passed, not a row"
        read(later(tx, 2 * MINUTE), plan, lien)
        assert look(tx, lien).changed == 0


def test_an_answer_whose_author_is_gone_is_still_a_change_and_a_proposal_is_none(storage, amal, lien, plan):
    with storage.writing() as tx:
        read(later(tx, -MINUTE), plan, lien)
        answer(tx, plan, None, "somebody")
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said(("else",), "else"), base=0))
        answer(tx, plan, lien, "mine")
        assert look(tx, lien).changed == 1


def test_a_question_waits_where_the_entrepreneur_had_the_last_word(storage, amal, lien, plan):
    with storage.writing() as tx:
        thread(tx, plan, [amal, lien])
        thread(tx, plan, [lien], kind="request")
        thread(tx, plan, [lien, amal], settled=True)
        thread(tx, plan, [amal], kind="private")
        assert look(tx, lien).waiting == Waiting() and not look(tx, lien).waits
        thread(later(tx, -DAY), plan, [amal, lien, amal])
        thread(tx, plan, [lien, amal], kind="request")
        assert look(tx, lien).waiting == Waiting(2, (), tx.now - DAY)


def test_what_another_coach_said_last_waits_for_the_entrepreneur_whoever_coaches_now(storage, amal, lien, plan):
    with storage.writing() as tx:
        before = people.add_person(tx, "Noor", "nl")
        thread(tx, plan, [amal, before])
        assert look(tx, lien).waiting == Waiting()


def test_a_part_waits_while_its_newest_word_is_that_it_is_with_the_coach(storage, amal, lien, plan):
    with storage.writing() as tx:
        review(later(tx, -2 * DAY), plan, "idea", "with coach", amal)
        review(later(tx, -DAY), plan, "market", "with coach", amal)
        assert look(tx, lien).waiting == Waiting(0, ("idea", "market"), tx.now - 2 * DAY)
        review(tx, plan, "idea", "returned", lien)
        review(later(tx, -3 * DAY), plan, "market", "approved", lien)
        assert look(tx, lien).waiting == Waiting(0, ("market",), tx.now - DAY)


def test_requests_past_their_day_are_counted_and_the_next_one_is_a_deadline(storage, amal, lien, plan):
    with storage.writing() as tx:
        today = tx.now.date()
        for days in (-3, -1, 0, 5):
            thread(tx, plan, [lien], kind="request", due=today + DAY * days)
        thread(tx, plan, [lien], kind="request", due=today - DAY, settled=True)
        found = look(tx, lien)
        assert (found.overdue, found.deadline) == (2, Deadline(Due.REQUEST, today)), "what is due today is not late"


def test_the_conditions_of_the_newest_decisions_are_deadlines(storage, lien, plan):
    with storage.writing() as tx:
        today = tx.now.date()
        gate(later(tx, -2 * DAY), plan, "profile", "go if", [today + DAY], lien)
        gate(later(tx, -DAY), plan, "figures", "go if", [today + 9 * DAY, today + 4 * DAY], lien)
        assert (look(tx, lien).gate, look(tx, lien).deadline.on) == (Gate.GO_IF, today + DAY)
        gate(tx, plan, "profile", "go", [], lien)
        found = look(tx, lien)
        assert (found.gate, found.deadline) == (Gate.GO, Deadline(Due.CONDITION, today + 4 * DAY))


def test_a_condition_that_is_met_is_no_deadline_until_that_is_taken_back(storage, lien, plan):
    with storage.writing() as tx:
        today = tx.now.date()
        gate(tx, plan, "profile", "go if", [today + DAY, today + 4 * DAY, today + 2 * DAY], lien)
        decision = judged(tx, plan).gates["profile"].decision.id
        for hours, number, met, day in ((1, 0, True, 2), (2, 2, True, 4), (3, 0, False, 1), (4, 0, True, 4)):
            conditions.say(later(tx, hours * HOUR), plan, lien, decision, number, met=met)
            assert look(tx, lien).deadline == Deadline(Due.CONDITION, today + day * DAY)
        conditions.say(tx, plan, lien, decision, 1, met=True)
        assert look(tx, lien).deadline is None


def test_the_next_appointment_and_the_last_contact(storage, lien, plan):
    with storage.writing() as tx:
        for days in (-2, 6, 3):
            appointment(tx, plan, days, lien)
        appointment(tx, plan, 1, lien, cancelled=True)
        for days in (9, 2):
            contact(tx, plan, tx.now.date() - DAY * days, lien)
        found = look(tx, lien)
        assert (found.meets_at, found.contact_on) == (tx.now + 3 * DAY, tx.now.date() - 2 * DAY)
        tx.execute(APPOINTMENTS.delete())
        assert look(tx, lien).meets_at is None


def test_a_word_of_the_entrepreneur_is_activity_and_one_of_the_coach_is_none(storage, amal, lien, plan):
    with storage.writing() as tx:
        thread(later(tx, DAY), plan, [lien])
        assert look(tx, lien).active_at < tx.now
        thread(later(tx, DAY), plan, [amal])
        assert look(tx, lien).active_at == tx.now + DAY


def test_the_summary_is_shown_as_it_was_made_last_and_known_to_be_old(storage, amal, lien, plan):
    with storage.writing() as tx:
        made = Summary("Bakery", "nl", 1, "idea", 3, 15, deadlines=(Deadline(Due.RESIDENCE, tx.now.date() + DAY),))
        summaries.keep(tx, plan, 0, tx.now.date(), made)
        assert (look(tx, lien).summary, look(tx, lien).is_fresh) == (made, True)
        assert look(tx, lien).deadline == made.deadlines[0]
        answer(tx, plan, amal, "bread")
        assert (look(tx, lien).summary, look(tx, lien).is_fresh) == (made, False)


def test_the_number_of_statements_does_not_grow_with_the_plans(storage):
    told = []
    event.listen(storage.database.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
    counts = []
    for count in (1, 12):
        busy = busy_desk(storage, count, revisions=4, readings=2, email=f"coach-{count}@example.org")
        told.clear()
        with storage.reading() as tx:
            assert len(desk(tx, busy.coach, tx.now.date())) == count
        counts.append(len(told))
    assert counts[0] == counts[1] <= 10
