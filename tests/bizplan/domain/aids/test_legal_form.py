"""The legal form: first a trial where a benefit can go on, a company only with a reason and the money for it."""

from datetime import date

from bizplan.domain.aids.legal_form import known_of_form, legal_form
from bizplan.domain.plan import Answer, Plan
from financial_models.law import rate
from tests.bizplan.domain.aids.spoken import is_whole

DAY = date(2026, 12, 1)
ALONE = {"tried": "yes", "alone": "yes", "risk": "no"}


def test_who_lives_on_a_benefit_and_has_not_tried_tries_first():
    found = legal_form({"tried": "no", "benefit": "yes"}, DAY)
    assert found.outcome == "cooperative"
    assert dict(found.proposes) == {"test_phase.planned": True}
    assert found.reasons[-1].figures[0] == rate("test_phase.months", DAY)
    assert is_whole(found)


def test_a_small_profit_alone_is_a_sole_trader():
    limit = rate("company.worth_considering_low", DAY)
    assert legal_form({**ALONE, "profit": float(limit)}, DAY).proposes["rules.legal_form"] == "sole_trader"


def test_a_large_profit_with_money_for_the_notary_is_a_company_and_without_it_is_not():
    profit = rate("company.worth_considering_low", DAY) + 1
    assert legal_form({**ALONE, "profit": profit, "money": "yes"}, DAY).outcome == "company"
    found = legal_form({**ALONE, "profit": profit, "money": "no"}, DAY)
    assert found.outcome == "sole_trader"
    assert "company.founders_liability_years" in {figure.key for why in found.reasons for figure in why.figures}


def test_with_partners_the_money_decides():
    assert legal_form({"tried": "yes", "alone": "no"}, DAY).next.key == "money"


def test_what_rests_on_general_knowledge_says_so():
    assert legal_form({"tried": "yes"}, DAY).reasons[0].status == "unverified"


def test_a_plan_says_what_was_tried_the_benefit_and_the_partners():
    answers = {("market.proofs", ""): Answer(("interviews", "test_sales")),
               ("applicant.income_source", ""): Answer("living_wage")}
    plan = Plan("nl", answers, {"team.partners": ("ann",)})
    assert known_of_form(plan) == {"tried": "yes", "benefit": "yes", "alone": "no"}
    assert known_of_form(Plan("nl", {("applicant.income_source", ""): Answer("work")})) == {"benefit": "no"}
    assert known_of_form(Plan("nl", {("applicant.income_source", ""): Answer("partner")})) == {}
    assert known_of_form(Plan("nl")) == {}
