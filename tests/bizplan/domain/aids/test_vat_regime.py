"""The VAT regime: the limits are those of the law, and a plan is not asked what it says already."""

from datetime import date

import pytest

from bizplan.domain.aids.vat_regime import known_of_vat, vat_regime
from bizplan.domain.plan import Answer, Plan
from financial_models.law import rate
from tests.bizplan.domain.aids.spoken import is_whole

DAY = date(2026, 12, 1)
SMALL = {"excluded": "no", "customers": "private", "purchases": "no"}
LARGE = {"excluded": "no", "goods": "no", "credit": "no"}


def plan(**answers):
    return Plan("nl", {(key.replace("__", "."), ""): Answer(value) for key, value in answers.items()})


def test_up_to_the_threshold_the_exemption_can_be_chosen_and_a_euro_above_it_not():
    threshold = rate("vat.exemption.threshold", DAY)
    assert vat_regime({**SMALL, "turnover": float(threshold)}, DAY).outcome == "exempt"
    above = vat_regime({**SMALL, **LARGE, "turnover": threshold + 1}, DAY)
    assert above.outcome == "quarterly"
    assert above.proposes["rules.vat_regime"] == "quarterly"
    assert above.reasons[1].figures[0].key == "vat.exemption.threshold"
    assert above.reasons[1].status == "official"
    assert is_whole(above)


@pytest.mark.parametrize(("goods", "limit"), [("no", "vat.quarterly.turnover_limit"),
                                              ("yes", "vat.quarterly.turnover_limit_special")])
def test_above_the_limit_for_quarters_returns_are_monthly(goods, limit):
    turnover = rate(limit, DAY)
    given = {**LARGE, "goods": goods}
    assert vat_regime({**given, "turnover": float(turnover)}, DAY).outcome == "quarterly"
    assert vat_regime({**given, "turnover": turnover + 1}, DAY).outcome == "monthly"


def test_businesses_as_customers_and_large_purchases_speak_for_the_ordinary_regime():
    assert vat_regime({**LARGE, "turnover": 10_000.0, "customers": "business"}, DAY).outcome == "quarterly"
    given = {**LARGE, "turnover": 10_000.0, "customers": "private", "purchases": "yes"}
    assert vat_regime(given, DAY).outcome == "quarterly"


def test_one_amount_answers_all_questions_on_the_turnover():
    assert vat_regime({"excluded": "no", "turnover": 60_000.0}, DAY).next.key == "goods"


def test_a_plan_says_that_its_trade_is_excluded_and_who_buys():
    assert known_of_vat(plan(idea__sector="construction"), DAY) == {"excluded": "yes"}
    assert known_of_vat(plan(idea__sector="restaurant", rules__registered_till=True), DAY) == {"excluded": "yes"}
    assert known_of_vat(plan(idea__sector="shop", idea__sells_to="business"), DAY) == {"customers": "business"}
    assert known_of_vat(plan(), DAY) == {}
