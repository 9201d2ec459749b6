"""The examples are plans that a lender could read: complete, grounded, and together using what the study offers."""

import json
import re
from datetime import date
from functools import cache

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions, left_out
from bizplan.domain.questions import GROUPS, QUESTIONS, Kind
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.schema import schema
from financial_models import build, evaluate

NAMES = ("bakery", "bicycle_repair", "cleaning", "food_truck", "grocery", "hairdresser", "it_service", "tailor")
NOT_FEASIBLE = "food_truck"
TODAY = date(2026, 11, 24)
SHORTEST_ANSWER = 40
CALCULATED = {key: question for key, question in QUESTIONS.items()
              if not question.feeds.startswith(("dossier", "wizard"))}
"""The questions whose answers the engine takes."""

LEFT_OUT = {
    "costs[].heading: services", "costs[].vat: intermediate", "costs[].vat: reduced", "equipment[].vat: intermediate",
    "equipment[].vat: reduced", "household.region: brussels", "household.region: wallonia",
    "leases[].vat: intermediate", "leases[].vat: none", "leases[].vat: reduced", "loans[].monthly_rate: twelfth",
    "products[].supply_vat: intermediate",
}
"""Choices that no example makes: no trade of the eight has them, or they are what holds where nobody answers."""

PITY = re.compile(r"vluchteling|slachtoffer|refugee|réfugié|victim|helaas|لاجئ|!", re.IGNORECASE)
FILLER = re.compile(r"lorem|ipsum|\btodo\b|\btbd\b|\bxxx|\.\.\.", re.IGNORECASE)
SCRIPTS = {"Arabic": r"[\u0600-\u06ff]", "Ethiopic": r"[\u1200-\u137f]", "Cyrillic": r"[\u0400-\u04ff]"}

every_example = pytest.mark.parametrize("name", NAMES)


@cache
def plan_of(name):
    """The plan of an example."""
    return plan_file.read(examples.text(name))


@cache
def calculated(name):
    """An example as the engine sees it, with its figures."""
    engine = build(assumptions(plan_of(name), TODAY))
    return engine, evaluate(engine.model)


@cache
def judged(name) -> Readiness:
    """What the checks say about an example."""
    return readiness(plan_of(name), *calculated(name), TODAY)


def asked(plan):
    """Each question that this plan's other answers make one that is asked, by row."""
    return ((question, row) for question in QUESTIONS.values() for row in plan.places(question)
            if plan.is_asked(question, row))


def texts(plan):
    """Everything that was written in words, notes included."""
    written = (Kind.TEXT, Kind.LONG_TEXT)
    return [answer.value for (key, _), answer in plan.answers.items() if QUESTIONS[key].kind in written] + [
        answer.note for answer in plan.answers.values() if answer.note]


def chosen():
    """All choices that are made anywhere, as "question: choice"."""
    for name in NAMES:
        for (key, _), answer in plan_of(name).answers.items():
            if QUESTIONS[key].options:
                values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
                yield from (f"{key}: {value}" for value in values)


def test_there_are_eight_and_they_are_listed_by_name():
    assert examples.names() == NAMES


def test_an_unknown_name_is_a_key_error():
    with pytest.raises(KeyError, match="butcher"):
        examples.text("butcher")


@every_example
def test_an_example_is_written_as_this_version_writes_plan_files(name):
    assert plan_file.write(plan_of(name)) == examples.text(name)


@every_example
def test_an_example_satisfies_the_schema(name):
    validator = Draft202012Validator(schema(), format_checker=FormatChecker(["date"]))
    assert [error.message for error in validator.iter_errors(json.loads(examples.text(name)))] == []


@every_example
def test_nothing_is_left_out_of_the_calculation(name):
    assert left_out(plan_of(name)) == ()


@every_example
def test_everything_that_a_dossier_needs_is_answered(name):
    plan = plan_of(name)
    missing = [f"{question.key} {row}" for question, row in asked(plan)
               if question.required and question.default is None and plan.answer(question.key, row) is None]
    assert missing == []


@every_example
def test_nine_numbers_in_ten_say_what_they_rest_on_and_where_it_was_found(name):
    numbers = [answer for (key, _), answer in plan_of(name).answers.items()
               if QUESTIONS[key].is_figure and ".entrecomp." not in key]
    grounded = [answer for answer in numbers if answer.evidence is not None and answer.note]
    assert len(grounded) >= 0.9 * len(numbers)


@every_example
def test_the_evidence_is_of_many_kinds(name):
    grades = {answer.evidence for answer in plan_of(name).answers.values() if answer.evidence is not None}
    assert len(grades) >= 5


def test_the_grades_of_all_examples_together_are_all_the_grades():
    grades = {answer.grade for name in NAMES for answer in plan_of(name).answers.values() if answer.evidence}
    assert grades == set(plan_file.EVIDENCE.values())


@every_example
def test_every_season_moves_sales_between_months_and_leaves_the_year_as_it_is(name):
    plan = plan_of(name)
    seasons = [plan.value("products[].season", row) for row in plan.row_ids("products")]
    assert all(sum(season) == pytest.approx(12) for season in seasons if season is not None)


def test_together_they_fill_every_group():
    assert [group for group in GROUPS if not any(plan_of(name).row_ids(group) for name in NAMES)] == []


def test_together_they_make_every_choice_of_the_engine_but_the_listed_ones():
    possible = {f"{key}: {option.key}" for key, question in CALCULATED.items() for option in question.options}
    assert possible - set(chosen()) == LEFT_OUT


def test_together_they_answer_every_question_of_the_engine_but_the_levers():
    answered = {key for name in NAMES for key, _ in plan_of(name).answers}
    assert [key for key in CALCULATED if key not in answered and ".levers." not in key] == []


def test_no_two_are_alike():
    starts = {plan_of(name).value("inform.start") for name in NAMES}
    names = {plan_of(name).value("idea.business_name") for name in NAMES}
    assert len(starts) == len(names) == len(NAMES)


def test_no_narrative_stands_in_two_examples():
    long = [text for name in NAMES for text in set(texts(plan_of(name))) if len(text) > 60]
    assert len(long) == len(set(long))


@every_example
def test_the_narrative_answers_say_something(name):
    plan = plan_of(name)
    narrative = {question.key: plan.answer(question.key, row).value for question, row in asked(plan)
                 if question.kind is Kind.LONG_TEXT and question.required}
    assert [key for key, value in narrative.items() if len(value) < SHORTEST_ANSWER] == []


@every_example
def test_no_text_is_filler(name):
    assert [text for text in texts(plan_of(name)) if FILLER.search(text)] == []


@every_example
def test_an_entrepreneur_is_at_work_here(name):
    assert [text for text in texts(plan_of(name)) if PITY.search(text)] == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_some_answers_are_written_in_another_script(script):
    assert any(re.search(SCRIPTS[script], text) for name in NAMES for text in texts(plan_of(name)))


def test_they_are_written_in_four_languages():
    assert {plan_of(name).language for name in NAMES} == {"nl", "fr", "en", "ar"}


@every_example
def test_the_balance_sheet_closes(name):
    engine, values = calculated(name)
    assert abs(values[engine.statements.balance_sheet.gap]).max() < 0.005


def test_exactly_one_cannot_be_financed():
    assert [name for name in NAMES if judged(name).blockers] == [NOT_FEASIBLE]


def test_the_checks_say_why_the_food_truck_cannot_be_financed():
    places = {place.path for finding in judged(NOT_FEASIBLE).findings for place in finding.places}
    assert {"loans", "household.expenses.other", "products[0].capacity", "applicant.residence.until",
            "applicant.residence.professional_card", "own_money[1].proof"} <= places


@pytest.mark.parametrize("name", [name for name in NAMES if name != NOT_FEASIBLE])
def test_the_others_always_have_money_on_the_account_and_no_signal_says_stop(name):
    _, values = calculated(name)
    assert values.series("bank.cash").min() >= 0
    assert [signal.question for signal in judged(name).signals if signal.light.value == "stop"] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != NOT_FEASIBLE])
def test_the_sources_of_the_others_cover_their_uses(name):
    funding = judged(name).funding
    assert sum(source.amount for source in funding.sources) >= sum(use.amount for use in funding.uses)


def test_the_hairdresser_passes_the_vat_exemption_in_the_second_year_and_the_it_service_never():
    lost = {name: calculated(name)[1].series("vat_status.lost") for name in ("hairdresser", "it_service")}
    assert lost["hairdresser"][:12].max() == 0 and lost["hairdresser"][12:24].max() == 1
    assert lost["it_service"].max() == 0
