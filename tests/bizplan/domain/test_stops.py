"""The three stops: where somebody stands, why, and always a way on."""

from datetime import date
from itertools import product

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.stops import State, stops
from bizplan.translations import LANGUAGES, translator

TODAY = date(2026, 12, 1)
STATUS, CARD = "applicant.residence.status", "applicant.residence.card"
SETTLEMENT, MEDIATION = "applicant.debts.collective_settlement", "applicant.debts.mediation"
INCOME, CHANGES = "applicant.income_source", "household.changes"


def plan(rows=None, **answers):
    return Plan("nl", {(key, ""): Answer(value) for key, value in answers.items()}, rows or {})


def states(asked):
    return [stop.state for stop in stops(asked, TODAY)]


def words(asked, at, language="en"):
    stop = stops(asked, TODAY)[at]
    return [sentence(said, language, translator(language)) for said in (*stop.explanation, *stop.way_on)]


def test_nothing_answered_is_not_answered_and_still_has_a_way_on():
    assert states(plan()) == [State.NOT_ANSWERED] * 3
    assert all(stop.way_on for stop in stops(plan(), TODAY))


def test_a_recognised_refugee_without_debts_who_works_goes_on():
    assert states(plan(**{STATUS: "recognised_refugee", CARD: "b", SETTLEMENT: False, INCOME: "work"})) \
        == [State.GO_ON] * 3


def test_who_waits_for_asylum_stops_here_and_can_prepare():
    asked = plan(**{STATUS: "asylum_seeker", CARD: "certificate"})
    assert states(asked)[0] is State.STOP_AND_TALK
    assert "You can go on with this study now. Nothing that you write here is lost." in words(asked, 0)


def test_a_professional_card_comes_first_and_an_ended_document_too():
    assert states(plan(**{STATUS: "subsidiary_protection", CARD: "a"}))[0] is State.GO_ON_BUT_FIRST
    ended = plan(**{STATUS: "recognised_refugee", CARD: "b", "applicant.residence.until": date(2026, 11, 30)})
    assert states(ended)[0] is State.GO_ON_BUT_FIRST


def test_collective_debt_settlement_stops_a_loan_and_other_debts_want_a_story():
    settled = stops(plan(**{SETTLEMENT: True}), TODAY)[1]
    assert settled.state is State.STOP_AND_TALK
    assert [said.source.status for said in settled.explanation if said.source] == ["official"]
    mediated = plan(**{SETTLEMENT: False, MEDIATION: True})
    assert states(mediated)[1] is State.GO_ON_BUT_FIRST
    told = plan(**{SETTLEMENT: False, MEDIATION: True, "applicant.debts.story": "Paid in 2025."})
    assert states(told)[1] is State.GO_ON


@pytest.mark.parametrize("benefit", ["unemployment", "living_wage", "sickness"])
def test_who_lives_on_a_benefit_asks_first_and_writes_down_what_changes(benefit):
    assert states(plan(**{INCOME: benefit}))[2] is State.GO_ON_BUT_FIRST
    assert states(plan(**{INCOME: benefit, CHANGES: "The OCMW wrote that it stops."}))[2] is State.GO_ON


def test_a_benefit_of_the_partner_is_at_stake_as_well():
    answers = {(INCOME, ""): Answer("work"), ("household.incomes[].kind", "p"): Answer("unemployment")}
    assert states(Plan("nl", answers, {"household.incomes": ("p",)}))[2] is State.GO_ON_BUT_FIRST


def test_figures_of_law_stand_in_the_sentences_with_their_status():
    stop = stops(plan(**{INCOME: "living_wage"}), TODAY)[2]
    figures = {figure.key for said in (*stop.explanation, *stop.way_on) for figure in said.figures}
    assert figures == {"household.integration_exemption", "household.integration_exemption_years", "test_phase.months"}
    assert any("18 months" in line for line in words(plan(**{INCOME: "living_wage"}), 2))


def test_what_was_not_read_in_a_source_says_so():
    stop = stops(plan(**{INCOME: "sickness"}), TODAY)[2]
    assert "unverified" in {said.source.status for said in stop.explanation if said.source}


def choices(key):
    return [None, *(option.key for option in QUESTIONS[key].options)] if QUESTIONS[key].options else [None, True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stop_never_ends_the_way_whatever_is_answered(language):
    translate = translator(language)
    for given in product(*map(choices, (STATUS, CARD, SETTLEMENT))):
        answers = {key: value for key, value in zip((STATUS, CARD, SETTLEMENT), given, strict=True)
                   if value is not None}
        for stop in stops(plan(**answers), TODAY):
            assert stop.way_on and stop.explanation
            assert all("{" not in sentence(said, language, translate) for said in (*stop.explanation, *stop.way_on))


def test_the_questions_of_the_stops_are_questions_of_the_study():
    assert all(key in QUESTIONS for stop in stops(plan(), TODAY) for key in stop.questions)


@pytest.mark.parametrize("name", examples.names())
def test_no_example_stops_at_a_stop(name):
    assert State.STOP_AND_TALK not in states(plan_file.read(examples.text(name)))


def test_a_plan_that_begins_before_the_known_law_still_gets_its_words():
    asked = Plan("nl", {(INCOME, ""): Answer("unemployment"), ("inform.start", ""): Answer(date(2015, 1, 1)),
                        (STATUS, ""): Answer("recognised_refugee")})
    assert states(asked)[2] is State.GO_ON_BUT_FIRST
