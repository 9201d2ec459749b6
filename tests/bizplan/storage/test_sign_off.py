"""The sign-off of a plan is what stood when its dossier was asked for: names, organisations, days, conditions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bizplan.domain.coaching.gates import GATES, Condition
from bizplan.domain.coaching.reviews import State
from bizplan.domain.coaching.sign_off import SignedCondition
from bizplan.domain.course import PARTS
from bizplan.domain.people import Role
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import conditions, gates, jobs, participants, people, plans, reviews
from bizplan.storage.judgements import judged
from bizplan.storage.plans import Change
from bizplan.storage.reviews import Given
from bizplan.storage.sign_off import sign_off

LATE_IN_BRUSSELS = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)


@pytest.fixture
def ilse(storage):
    """A coach of an organisation."""
    with storage.writing() as tx:
        made = people.add_person(tx, "Ilse", "nl", "ilse@example.org")
        people.give_role(tx, made, Role.COACH, people.add_organisation(tx, "coaching", "De Kade"))
    return made


@pytest.fixture
def plan(storage, amal, ilse):
    """A plan with a coach, and one answer under sequence 1."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        participants.let_in(tx, made, ilse, Role.COACH)
        plans.save(tx, made, amal, Change(Deed.ANSWER, "idea.need", "", Said(("Brood",), "Brood")))
    return made


def signed(storage, plan, sequence=1, at=LATE_IN_BRUSSELS + timedelta(days=1)):
    with storage.reading() as tx:
        return sign_off(tx, plan, sequence, at)


def approve(storage, plan, who, at=LATE_IN_BRUSSELS, state=State.APPROVED):
    with storage.writing() as tx:
        reviews.give(replace(tx, now=at), plan, who, Given("idea", state, 1, "Onder ons gezegd"))


def test_without_approval_or_decision_there_is_none(storage, plan, ilse):
    assert signed(storage, plan) is None
    approve(storage, plan, ilse, state=State.RETURNED)
    assert signed(storage, plan) is None


def test_an_approval_carries_name_organisation_and_the_day_in_belgium(storage, plan, ilse):
    approve(storage, plan, ilse)
    found = signed(storage, plan)
    part, = found.approved
    assert (part.title, part.approved.name, part.approved.organisation) == ("Idea and profile", "Ilse", "De Kade")
    assert part.approved.on == found.approved_on == date(2026, 11, 21)
    assert (len(found.parts), len(found.gates)) == (len(PARTS), len(GATES))


def test_words_about_a_part_are_not_in_it(storage, plan, ilse):
    approve(storage, plan, ilse)
    assert "Onder ons" not in str(signed(storage, plan))


def test_what_changed_before_the_dossier_was_asked_for_is_changed_since(storage, plan, ilse, amal):
    approve(storage, plan, ilse)
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said(("Koek",), "Koek"), base=1))
    assert len(signed(storage, plan, sequence=1).approved) == 1
    later = signed(storage, plan, sequence=2)
    assert later.approved == () and [part.is_changed for part in later.parts if part.approved] == [True]


def test_what_was_approved_after_the_dossier_was_asked_for_is_not_in_it(storage, plan, ilse):
    approve(storage, plan, ilse)
    assert signed(storage, plan, at=LATE_IN_BRUSSELS - timedelta(minutes=1)) is None


def test_a_gate_carries_its_reasons_and_conditions_with_their_days(storage, plan, ilse):
    condition = Condition("Huurcontract", date(2026, 12, 1))
    with storage.writing() as tx:
        gates.decide(replace(tx, now=LATE_IN_BRUSSELS), plan, ilse,
                     gates.Given("figures", Gate.GO_IF, "De huur ontbreekt", (condition,), 1))
    gate = next(each for each in signed(storage, plan).gates if each.outcome)
    assert (gate.title, gate.outcome, gate.reasons, gate.conditions, gate.signed.organisation) == (
        GATES["figures"].title, Gate.GO_IF, "De huur ontbreekt",
        (SignedCondition("Huurcontract", date(2026, 12, 1)),), "De Kade")


def test_a_condition_that_was_met_by_then_says_by_whom_and_on_which_day(storage, plan, ilse):
    wanted = (Condition("Huurcontract", date(2026, 12, 1)), Condition("Verzekering", date(2026, 12, 1)))
    with storage.writing() as tx:
        then = replace(tx, now=LATE_IN_BRUSSELS)
        gates.decide(then, plan, ilse, gates.Given("figures", Gate.GO_IF, "Bijna", wanted, 1))
        stands = judged(tx, plan).gates["figures"].decision.id
        conditions.say(then, plan, ilse, stands, 1, met=True)
        conditions.say(replace(tx, now=LATE_IN_BRUSSELS + timedelta(hours=2)), plan, ilse, stands, 0, met=True)
    def met(at):
        gate = next(each for each in signed(storage, plan, at=at).gates if each.outcome)
        return [each.met and (each.met.name, each.met.organisation, each.met.on) for each in gate.conditions]
    told = ("Ilse", "De Kade", date(2026, 11, 21))
    assert met(LATE_IN_BRUSSELS + timedelta(hours=1)) == [None, told]
    assert met(LATE_IN_BRUSSELS + timedelta(hours=3)) == [told, told]


def test_a_coach_who_left_the_organisation_is_named_with_it_still(storage, plan, ilse):
    approve(storage, plan, ilse)
    with storage.writing() as tx:
        people.give_role(tx, ilse, Role.MANAGER, None)
        given = next(each for each in people.roles_of(tx, ilse) if each.role is Role.COACH)
        people.take_role(tx, given)
    assert signed(storage, plan).approved[0].approved.organisation == "De Kade"


@pytest.mark.parametrize("judge", ["review", "gate", "condition"])
def test_after_something_is_approved_or_decided_a_dossier_is_made_anew(storage, plan, ilse, amal, judge):
    with storage.writing() as tx:
        condition = Condition("Huurcontract", date(2026, 12, 1))
        gates.decide(replace(tx, now=tx.now - timedelta(days=1)), plan, ilse,
                     gates.Given("figures", Gate.GO_IF, "Bijna", (condition,), 1))
        stands = judged(tx, plan).gates["figures"].decision
    with storage.writing() as tx:
        first = jobs.ask(tx, "dossier", plan, amal, "nl", 1)
        assert jobs.ask(tx, "dossier", plan, amal, "nl", 1) == first
    with storage.writing() as tx:
        if judge == "review":
            reviews.give(tx, plan, ilse, Given("idea", State.APPROVED, 1))
        elif judge == "condition":
            assert conditions.say(tx, plan, ilse, stands.id, 0, met=True)
        else:
            gates.decide(tx, plan, ilse, gates.Given("profile", Gate.GO, "Goed", (), 1))
    with storage.writing() as tx:
        second = jobs.ask(tx, "dossier", plan, amal, "nl", 1)
        assert second != first and jobs.ask(tx, "dossier", plan, amal, "nl", 1) == second
