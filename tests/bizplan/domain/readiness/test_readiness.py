"""How ready a plan is as a whole: what is worst comes first, and half a plan is judged as far as it goes."""

import json
import random

import pytest
from hypothesis import given, settings

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.plan import Plan
from bizplan.domain.plan_file import PlanFileError
from bizplan.domain.readiness import Light, Severity, readiness, sentence
from tests.bizplan.domain.readiness.plans import TODAY, assessed, found, sound
from tests.bizplan.domain.test_generated_plans import documents

LANGUAGES = ("nl", "fr", "en", "ar")


def said(ready):
    """Everything that is said about a plan, in every language."""
    telling = (*ready.findings, *ready.signals, *ready.skipped)
    return [sentence(each, language, str) for each in telling for language in LANGUAGES]


def test_the_worst_comes_first():
    ready = assessed({"products[repair].units": 100, "operations.premises": "rented", "market.interviews": []})
    severities = [finding.severity for finding in ready.findings]
    assert severities == sorted(severities)
    assert severities[0] is Severity.BLOCKER and severities[-1] is Severity.REMARK
    assert ready.blockers == ready.findings[:len(ready.blockers)]


def test_cash_below_zero_says_in_which_month_how_much_is_missing_and_rests_on_that_figure():
    finding = found({"products[repair].units": 100})["cash_below_zero"]
    assert finding.severity is Severity.BLOCKER
    (figure,) = finding.figures
    assert (figure.line, figure.month) == ("bank.cash", 32)
    assert sentence(finding, "nl", str).startswith("In december 2028 the money on the account runs out; in juli 2029")
    assert finding.threshold.key == "lenders.blank.threshold.minimum_cash"


def test_an_empty_plan_is_judged_as_far_as_it_goes():
    ready = readiness(plan_file.read('{"format": 1, "language": "ar"}'), today=TODAY)
    assert ready.is_blocked and ready.funding is None and ready.evidence.shares == ()
    assert "cash_below_zero" in {skipped.rule for skipped in ready.skipped}
    assert {signal.light for signal in ready.signals[:4]} == {Light.WARN}
    assert all(said(ready))


def test_answers_that_contradict_each_other_are_a_blocker_with_their_place():
    ready = assessed({"products[repair].cost_share": 0.2, "products[repair].cost_by": "unit", "loans[micro].grace": 30})
    finding = next(finding for finding in ready.findings if finding.rule == "not_calculable")
    assert [place.path for place in finding.places] == ["loans[0].grace"]
    assert finding.places[0].key == "loans[].grace"


def test_numbers_without_end_are_refused_and_not_judged():
    ready = assessed({"products[repair].price": 1e9, "products[repair].units": 1e9, "products[repair].price_growth": 2})
    assert all(said(ready))


@pytest.mark.parametrize("seed", range(6))
def test_half_a_plan_never_raises(seed):
    whole, chance = sound(), random.Random(seed)
    kept = {key: answer for key, answer in whole.answers.items() if chance.random() < 0.6}
    assert all(said(readiness(Plan(whole.language, kept, whole.rows), today=TODAY)))


@settings(max_examples=40, deadline=None)
@given(documents())
def test_no_plan_that_can_be_read_makes_the_checks_fail(document):
    try:
        plan = plan_file.read(json.dumps(document))
    except PlanFileError:
        return
    assert all(said(readiness(plan, today=TODAY)))


def test_the_five_signals_say_what_a_committee_looks_at_first():
    signals = assessed().signals
    assert [signal.key for signal in signals] == ["household", "cash", "repayment", "break_even", "papers"]
    assert {signal.light for signal in signals} == {Light.OK}
    assert signals[2].threshold.key == "lenders.blank.threshold.instalment_share_green"


SIGNALS = {
    "household": ({"products[repair].units": 100}, Light.STOP),
    "cash": ({"products[repair].units": 100}, Light.STOP),
    "repayment": ({"loans[micro].amount": 23500}, Light.STOP),
    "break_even": ({"products[repair].units": 20}, Light.STOP),
    "papers": ({"planning.papers.identity": "asked"}, Light.WARN),
}


def a_slow_bakery():
    """The bakery with fewer sales in its first months, and help in the shop from the summer on."""
    document = json.loads(examples.text("bakery"))
    for product, units, first in zip(document["products"], (840, 730, 140), (0.6, 0.55, 0.6), strict=False):
        product["units"]["value"], product["ramp_first"]["value"] = units, first
    document["casual_work"][0]["from_month"]["value"] = 7
    return plan_file.read(json.dumps(document))


def test_a_slow_bakery_repays_from_what_it_sets_aside_and_not_from_what_it_earns_in_its_first_year():
    """No plan may show a green light where a finding on the next page says that the debt cannot be paid."""
    ready = readiness(a_slow_bakery(), today=TODAY)
    (signal,) = [signal for signal in ready.signals if signal.key == "repayment"]
    assert any(finding.rule == "debt_service_stop" for finding in ready.findings)
    assert signal.light is Light.WARN and "year 1" in sentence(signal, "en", str)


def test_costs_that_are_covered_in_one_month_and_not_in_later_years_get_no_green_light():
    """Sales cover the costs from the first month on, until a rent of 20,000 a month begins in month 13."""
    rent = {"costs[hall].name": "Hall", "costs[hall].amount": 20_000, "costs[hall].from_month": 13}
    signals = {signal.key: signal for signal in assessed(rent).signals}
    assert signals["break_even"].light is Light.WARN
    assert sentence(signals["break_even"], "en", str).startswith("In year 2 as a whole sales do not cover the costs")


@pytest.mark.parametrize("key", SIGNALS)
def test_a_signal_changes_with_the_plan(key):
    changes, light = SIGNALS[key]
    (signal,) = [signal for signal in assessed(changes).signals if signal.key == key]
    assert signal.light is light and sentence(signal, "fr", str)


def test_the_lender_is_that_of_the_credit_that_is_asked_for():
    lending = assessed().lending
    assert (lending.lender.name, lending.product.name, lending.row) == ("microstart", "jump", "micro")
    assert lending.term("amount_max").key == "lenders.microstart.jump.amount_max"
    common = assessed({"loans": []}).lending
    assert (common.lender.name, common.row, common.term("amount_max")) == ("blank", "", None)


def test_every_answer_that_a_sound_plan_wants_is_there_and_a_missing_one_is_named():
    assert all(section.share == 1 for section in assessed().sections)
    sections = {section.section: section for section in assessed({"applicant.phone": None}).sections}
    assert [place.path for place in sections["competences"].missing] == ["applicant.phone"]
    assert sections["competences"].answered == sections["competences"].wanted - 1


def test_sales_are_weighed_by_what_they_rest_on():
    guessed = {"products[extra].name": "Parts", "products[extra].units": 230, "products[extra].price": 38.5,
               "products[extra].ramp_first": 0.6, "products[extra].ramp_months": 4, "products[extra].vat": "standard"}
    shares = {grade.name: round(share, 6) for grade, share in assessed(guessed).evidence.shares if share}
    assert shares == {"GUESS": 0.5, "TEST_SALE": 0.5}


@pytest.mark.parametrize("name", examples.names())
def test_of_the_examples_only_the_one_that_is_not_feasible_is_blocked(name):
    ready = readiness(plan_file.read(examples.text(name)), today=TODAY)
    assert ready.is_blocked == (name == "food_truck")
    assert all(said(ready)) and ready.skipped == ()


def test_the_example_that_is_not_feasible_says_why():
    ready = readiness(plan_file.read(examples.text("food_truck")), today=TODAY)
    assert {"cash_below_zero", "household_not_covered", "debt_service_stop"} <= {each.rule for each in ready.blockers}
    stopped = {signal.key for signal in ready.signals if signal.light is Light.STOP}
    assert {"household", "cash", "repayment"} <= stopped
