"""What holds of every product, whatever the amount: one verdict with a reason, and the engine's own loan."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bizplan.domain.lending.fit import Verdict
from bizplan.domain.lending.fit.applicant import ANSWERS
from bizplan.domain.lending.fit.offers import offer
from bizplan.domain.lending.fit.qualifying import REGIONS, TEXTS
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.funding import USES
from financial_models.law import lenders
from financial_models.law.facts import ABOUT
from financial_models.loan_alone import loan_alone
from tests.bizplan.domain.lending.credits import NAMES, case_of, fit_of

PRODUCTS = [(lender, product) for lender in lenders() for product in lender.products]
AMOUNTS = st.integers(1, 1500).map(lambda hundreds: 100.0 * hundreds)


def offered(name, lender, product, amount):
    """A product for an amount that the plan of an example asks for."""
    need = replace(fit_of(name).need, asked=amount)
    return offer(case_of(name), need, lender, product, amount, alone=True)


@pytest.mark.parametrize("name", NAMES)
def test_every_product_of_every_lender_gets_one_verdict_with_a_reason(name):
    found = [(each.lender.name, each.product.name) for each in fit_of(name).offers]
    assert sorted(found) == sorted((lender.name, product.name) for lender, product in PRODUCTS)
    for each in fit_of(name).offers:
        lights = [ground.light for ground in each.grounds if ground.light]
        assert each.verdict in Verdict and lights
        assert len({ground.key for ground in each.grounds if ground.key != "to_ask"}) == len(
            [ground for ground in each.grounds if ground.key != "to_ask"])


@settings(max_examples=40, deadline=None)
@given(which=st.sampled_from(PRODUCTS), one=AMOUNTS, other=AMOUNTS)
def test_a_larger_amount_never_fits_where_a_smaller_one_was_too_large(which, one, other):
    small, large = sorted((one, other))
    first, second = (offered("bakery", *which, amount) for amount in (small, large))
    if any(ground.key == "too_large" for ground in first.grounds):
        assert any(ground.key == "too_large" for ground in second.grounds)
        assert second.verdict is not Verdict.FITS


@settings(max_examples=30, deadline=None)
@given(which=st.sampled_from(PRODUCTS), amount=AMOUNTS, months=st.integers(1, 120), grace=st.integers(0, 24))
def test_instalment_and_cost_are_those_of_the_engines_rows_to_the_cent(which, amount, months, grace):
    need = replace(fit_of("bakery").need, asked=amount, months=months, grace=grace)
    found = offer(case_of("bakery"), need, *which, amount, alone=True).cost
    if found is None or found.is_of_plan:
        return
    alone = loan_alone(found.loan, int(found.loan.months))
    values = alone.values()
    interest, fee, paid, owed = (values.series(line) for line in (
        alone.block.interest_paid, alone.block.fee_paid, alone.block.service, alone.block.debt))
    assert found.total == pytest.approx(interest.sum() + fee.sum(), abs=0.005)
    assert found.instalment == pytest.approx(paid[int(found.loan.grace) + 1], abs=0.005)
    assert abs(owed[int(found.loan.months)]) < 0.005


def test_the_credit_of_a_plan_costs_what_its_own_rows_say():
    case, found = case_of("hairdresser"), fit_of("hairdresser")        # 24 of 42 months: all of it is in the plan
    cost = next(each.cost for each in found.offers if each.cost and each.cost.is_of_plan)
    at = [loan.id for loan in case.engine.assumptions.loans].index("micro")
    block = case.engine.parts.money.loans[at]
    assert cost.total == pytest.approx(
        case.series(block.interest_paid).sum() + case.series(block.fee_paid).sum(), abs=0.005)
    assert cost.instalment == pytest.approx(case.series(block.service)[1], abs=0.005)


def test_every_subject_of_a_condition_is_a_question_of_the_study():
    assert set(ANSWERS) == set(ABOUT)
    assert all(key in QUESTIONS for key, _answer in ANSWERS.values())


def test_every_condition_of_the_shipped_lenders_has_a_sentence():
    for _lender, product in PRODUCTS:
        for condition in product.conditions:
            if not condition.is_asked and condition.about != "region":
                assert (condition.about, "/".join(condition.wants)) in TEXTS
    assert set(REGIONS) == {"suits", "unknown", "against"}


def test_the_papers_and_purposes_that_lenders_name_are_those_of_the_study():
    for _lender, product in PRODUCTS:
        assert all(key in QUESTIONS for key in (product.papers.names if product.papers else ()))
        known = {*USES, "vehicle", "market_study", "rent"}
        assert set(product.purposes.names if product.purposes else ()) <= known


def test_what_nobody_has_read_never_speaks_against_a_product():
    for name in NAMES:
        for each in fit_of(name).offers:
            for ground in each.grounds:
                if ground.light and ground.light.value == "stop":
                    assert all(rest.status != "unverified" for rest in ground.rests)
