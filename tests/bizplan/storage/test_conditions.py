"""Conditions of a decision: met, taken back, met again; each once, and only of the decision that stands."""

from datetime import date, timedelta

import pytest
import time_machine

from bizplan.domain.coaching.gates import Condition
from bizplan.domain.coaching.news import News
from bizplan.domain.people import Role
from bizplan.domain.profile import Gate
from bizplan.storage import conditions, gates, judgements, notices, participants, people, plans
from bizplan.storage.tables import CONDITIONS
from tests.bizplan.storage.saying import answer, saved

LEASE, INSURANCE = Condition("Huurcontract", date(2026, 12, 1)), Condition("Verzekering", date(2026, 12, 9))


@pytest.fixture
def plan(storage, amal, lien):
    """A plan with its coach, and an answer."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        participants.let_in(tx, made, lien, Role.COACH)
    saved(storage, made, amal, answer("idea.need", "Brood"))
    return made


@pytest.fixture
def decision(storage, plan, lien):
    """The id of a decision with two conditions."""
    return decide(storage, plan, lien)


def decide(storage, plan, coach, before=""):
    with storage.writing() as tx:
        given = gates.Given("figures", Gate.GO_IF, "Bijna", (LEASE, INSURANCE), 1, before=before)
        assert gates.decide(tx, plan, coach, given)
        return judgements.judged(tx, plan).gates["figures"].decision.id


def say(storage, plan, coach, decision, number, *, met=True):
    with storage.writing() as tx:
        return conditions.say(tx, plan, coach, decision, number, met=met)


def stands(storage, plan, at=None):
    """Who met which condition, as it stands or stood."""
    with storage.reading() as tx:
        found = judgements.judged(tx, plan, at=at).gates["figures"].decision
        return [each.met.name if each.met else "" for each in found.conditions]


def test_a_condition_is_met_with_name_and_moment_and_the_others_stay_open(storage, plan, lien, decision):
    assert say(storage, plan, lien, decision, 1)
    assert stands(storage, plan) == ["", "Lien"]
    with storage.reading() as tx:
        gate = judgements.judged(tx, plan).gates["figures"]
        assert gate.open_conditions == (LEASE,) and gate.decision.conditions[1].met.at <= tx.now


def test_it_is_taken_back_and_met_again_and_earlier_moments_stay_as_they_were(storage, plan, lien, decision):
    with storage.reading() as tx:
        begin = tx.now
    for hours, met in ((1, True), (2, False), (3, True)):
        with time_machine.travel(begin + timedelta(hours=hours), tick=False):
            assert say(storage, plan, lien, decision, 0, met=met)
    told = [stands(storage, plan, begin + timedelta(hours=hours, minutes=30)) for hours in range(4)]
    assert told == [["", ""], ["Lien", ""], ["", ""], ["Lien", ""]]


def test_said_twice_it_is_said_once(storage, plan, lien, decision):
    for _again in range(2):
        assert say(storage, plan, lien, decision, 0)
    assert say(storage, plan, lien, decision, 1, met=False), "it is open already"
    with storage.reading() as tx:
        assert len(tx.execute(CONDITIONS.select()).all()) == 1


@pytest.mark.parametrize("number", [-1, 2, 10 ** 30])
def test_a_condition_that_is_not_there_is_not_met(storage, plan, lien, decision, number):
    assert not say(storage, plan, lien, decision, number)


def test_a_decision_that_stands_no_longer_or_of_another_plan_is_left_alone(storage, amal, plan, lien, decision):
    newer = decide(storage, plan, lien, before=decision)
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    assert [say(storage, *where) for where in (
        (plan, lien, decision, 0), (other, lien, newer, 0), (plan, lien, "", 0))] == [False] * 3
    assert say(storage, plan, lien, newer, 0)


def test_the_entrepreneur_is_told_both(storage, amal, plan, lien, decision):
    say(storage, plan, lien, decision, 0)
    say(storage, plan, lien, decision, 0, met=False)
    with storage.reading() as tx:
        told = {(each.kind, each.subject) for each in notices.notices_of(tx, amal)}
    assert {(News.MET, "figures"), (News.NOT_MET, "figures")} <= told


def test_a_coach_whose_account_is_gone_met_it_all_the_same(storage, plan, lien, decision):
    say(storage, plan, lien, decision, 0)
    with storage.writing() as tx:
        people.close(tx, lien)
        tx.execute(CONDITIONS.update().values(author_id=None))
        met = judgements.judged(tx, plan).gates["figures"].decision.conditions[0].met
    assert (met.name, met.author) == ("", "")
