"""The four gates: which parts each looks at, which decision stands, and when it is one on earlier answers."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bizplan.domain.coaching.gates import GATES, Condition, Decision, Met, decided, gate_after
from bizplan.domain.course import PARTS, STAGES
from bizplan.domain.profile import Gate


def decision(at, outcome=Gate.GO_IF, sequence=10, gate="figures"):
    return Decision(str(at), gate, outcome, "Waarom", (Condition("Huurcontract", date(2026, 12, 1)),), sequence,
                    "lien", "Lien", datetime(2026, 11, at, tzinfo=UTC))


def test_every_gate_stands_after_the_last_stage_of_its_parts():
    for gate in list(GATES.values())[:-1]:
        last = max(number for number, stage in enumerate(STAGES, 1) if set(stage.parts) & set(gate.parts))
        assert gate.stage == last and gate_after(last) is gate
    assert gate_after(2) is None


def test_the_first_three_gates_look_at_parts_of_their_own_and_the_last_at_all():
    *first, last = GATES.values()
    seen = [part.key for gate in first for part in gate.parts]
    assert len(seen) == len(set(seen))
    assert {part.key for part in last.parts} == set(PARTS)
    assert set(PARTS) - set(seen) == {"risks", "planning"}


def test_the_newest_decision_stands_and_the_others_stay_readable():
    found = decided([decision(1), decision(2, Gate.GO)], {})["figures"]
    assert (found.decision.id, [each.id for each in found.decisions]) == ("2", ["2", "1"])
    assert decided([], {})["figures"].decision is None


def test_a_decision_is_on_earlier_answers_when_an_answer_of_its_parts_changed_since():
    assert decided([decision(1)], {"household.adults": 11})["figures"].is_on_earlier_answers
    assert not decided([decision(1)], {"household.adults": 10})["figures"].is_on_earlier_answers
    assert not decided([decision(1)], {"idea.need": 99})["figures"].is_on_earlier_answers
    assert not decided([], {"household.adults": 11})["figures"].is_on_earlier_answers


def test_conditions_are_open_until_somebody_decides_to_go_on():
    assert len(decided([decision(1)], {})["figures"].open_conditions) == 1
    assert len(decided([decision(1, Gate.NOT_YET)], {})["figures"].open_conditions) == 1
    assert decided([decision(1), decision(2, Gate.GO)], {})["figures"].open_conditions == ()


def test_a_condition_that_is_met_is_open_no_more_and_once_all_are_it_is_fulfilled():
    met = Condition("Verzekering", date(2026, 12, 2), Met("lien", "Lien", datetime(2026, 11, 3, tzinfo=UTC)))
    first = decision(1)
    some, every = replace(first, conditions=(*first.conditions, met)), replace(first, conditions=(met,))
    assert decided([some], {})["figures"].open_conditions == first.conditions
    assert [decided([each], {})["figures"].is_fulfilled for each in (first, some, every)] == [False, False, True]
    assert not decided([replace(first, conditions=())], {})["figures"].is_fulfilled
    assert not decided([], {})["figures"].is_fulfilled
