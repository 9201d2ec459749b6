"""An amount is said with VAT and without, by the rate of its row."""

from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.vat_sides import both_sides, given_side, rate_of
from bizplan.translations import translator

TODAY = date(2026, 11, 23)
PRICE = QUESTIONS["products[].price"]


def plan(**answers: object) -> Plan:
    told = {(f"products[].{name}", "a"): Answer(value) for name, value in answers.items()}
    return Plan("nl", told, {"products": ("a",)})


def test_a_price_with_vat_is_said_without_it():
    both = both_sides(plan(vat="standard"), PRICE, "a", 12.1, TODAY)
    assert both is not None
    assert (both.found.without, both.found.vat, both.found.included) == (10.0, 2.1, 12.1)
    assert sentence(both, "nl", translator("en")).startswith("€\u00a012,10 with VAT is €\u00a010")


def test_a_price_without_vat_is_said_with_it():
    both = both_sides(plan(vat="reduced", price_includes_vat=False), PRICE, "a", 100, TODAY)
    assert both is not None
    assert both.found.included == 106
    assert sentence(both, "en", translator("en")) == "€\u00a0100 without VAT is €\u00a0106 with VAT."


@pytest.mark.parametrize("answers", [{"vat": "zero"}, {"vat": "exempt"}])
def test_where_there_is_no_vat_there_is_no_other_side(answers):
    assert both_sides(plan(**answers), PRICE, "a", 100, TODAY) is None


def test_a_small_enterprise_that_is_exempt_charges_none():
    exempt = Plan("nl", {**plan(vat="standard").answers, ("rules.vat_regime", ""): Answer("exempt")},
                  {"products": ("a",)})
    assert both_sides(exempt, PRICE, "a", 100, TODAY) is None


def test_what_is_no_amount_of_a_row_with_a_rate_has_no_other_side():
    assert both_sides(plan(), QUESTIONS["household.expenses.rent"], "", 700, TODAY) is None
    assert both_sides(plan(), QUESTIONS["products[].units"], "a", 10, TODAY) is None
    assert both_sides(plan(), PRICE, "a", None, TODAY) is None


def test_a_plan_before_the_law_that_is_known_has_no_rate():
    early = Plan("nl", {**plan(vat="standard").answers, ("inform.start", ""): Answer(date(1950, 1, 1))},
                 {"products": ("a",)})
    assert both_sides(early, PRICE, "a", 100, TODAY) is None


def test_a_choice_that_is_no_rate_is_refused():
    with pytest.raises(LookupError, match="no VAT rate is called 'luxury'; there are standard"):
        rate_of(QUESTIONS["products[].vat"], "luxury", TODAY)


@pytest.mark.parametrize("name", examples.names())
def test_every_price_of_the_examples_agrees_with_its_other_side(name):
    study = plan_file.read(examples.text(name))
    for row in study.row_ids("products"):
        value = study.value(PRICE.key, row)
        both = both_sides(study, PRICE, row, value, TODAY)
        if both:
            assert both.found.without + both.found.vat == pytest.approx(both.found.included, abs=1e-9)
            assert value in (both.found.without, both.found.included), given_side(study, PRICE, row)
