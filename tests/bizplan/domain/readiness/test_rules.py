"""Each rule finds what it is for, and leaves a sound plan alone."""

from dataclasses import replace
from datetime import date

import pytest

from bizplan.domain.plan import Answer
from bizplan.domain.questions import PHASES, QUESTIONS
from bizplan.domain.readiness import RULES, Severity, sentence
from bizplan.domain.readiness.case import Case
from financial_models.law import Rate
from tests.bizplan.domain.readiness.plans import RULES_BY_KEY, TODAY, assessed, noticed, sound
from tests.bizplan.domain.readiness.variants import ONLY_WITH_TIME, VARIANTS

CHANGED = {name: variant for name, variant in VARIANTS.items() if variant[0] not in ONLY_WITH_TIME}
GROUPS = {group.key for phase in PHASES for group in phase.groups}


@pytest.mark.parametrize(("rule", "changes"), CHANGED.values(), ids=CHANGED)
def test_a_rule_finds_what_it_is_for_and_says_so_in_every_language(rule, changes):
    findings = noticed(rule, changes)
    assert findings
    for finding in findings:
        assert (finding.rule, finding.subject in {phase.key for phase in PHASES}) == (rule, True)
        assert all("{" not in sentence(finding, language, str) for language in ("nl", "fr", "en", "ar"))
        assert all(place.key in QUESTIONS or place.key in GROUPS for place in finding.places)
        assert finding.places or rule.startswith("law_")
        assert finding.threshold is None or isinstance(finding.threshold, Rate)


def test_a_sound_plan_has_nothing_but_law_that_nobody_read():
    ready = assessed()
    assert [finding.rule for finding in ready.findings] == ["law_unverified"]
    assert (ready.is_blocked, ready.skipped) == (False, ())


def test_every_rule_is_registered_once_and_has_a_plan_that_was_made_for_it():
    assert len(RULES_BY_KEY) == len(RULES)
    assert set(RULES_BY_KEY) == {rule for rule, _ in VARIANTS.values()} | set(ONLY_WITH_TIME)
    assert len(RULES) >= 45


def test_every_rule_is_in_the_table():
    import bizplan.domain.readiness.rules as topics
    from bizplan.domain.readiness.rule import Rule

    modules = [each for each in vars(topics).values() if getattr(each, "__name__", "").startswith(topics.__name__)]
    written = {each.key for module in modules for each in vars(module).values() if isinstance(each, Rule)}
    assert written == set(RULES_BY_KEY)


def test_a_test_phase_may_not_be_longer_than_the_law_allows():
    plan = sound({"test_phase.planned": True, "test_phase.months": 18})
    rule = RULES_BY_KEY["test_phase_too_long"]
    assert list(rule.findings(Case(plan, TODAY))) == []
    longer = replace(plan, answers={**plan.answers, ("test_phase.months", ""): Answer(19)})
    (finding,) = rule.findings(Case(longer, TODAY))
    assert (finding.severity, finding.threshold.key) == (Severity.BLOCKER, "test_phase.months")


def test_law_that_should_have_been_looked_up_again_is_named():
    assert noticed("law_stale") == ()
    (finding,) = noticed("law_stale", today=date(2027, 12, 1), changes={"inform.start": "2028-01"})
    assert finding.severity is Severity.REMARK
    assert finding.threshold.recheck_after < date(2027, 12, 1)


SILENT = {
    "a card of unlimited stay": ("residence_ends_before_loan", {
        "applicant.residence.until": "2028-12-31", "applicant.residence.renewal": "unlimited"}),
    "subsidiary protection with a professional card": ("professional_card_lacking", {
        "applicant.residence.status": "subsidiary_protection", "applicant.residence.card": "a",
        "applicant.residence.professional_card": "held"}),
    "a recognised refugee": ("professional_card_lacking", {}),
    "a benefit that shrinks": ("benefit_goes_on", {
        "household.incomes[b].kind": "living_wage", "household.incomes[b].whose": "own",
        "household.incomes[b].before": 1300, "household.incomes[b].after": 400}),
    "a partner's benefit": ("benefit_goes_on", {
        "household.incomes[b].kind": "sickness", "household.incomes[b].whose": "partner",
        "household.incomes[b].before": 1300, "household.incomes[b].after": 1300}),
    "sending nothing abroad is an answer": ("remittances_not_asked", {"household.expenses.remittances": 0}),
    "a thing that is owned already": ("equipment_without_quote", {
        "equipment[bench].price": 5350, "equipment[bench].in_kind": True}),
    "a season that averages 1": ("season_uneven", {"products[repair].season": [0.5, 1.5] * 6}),
    "family money counts for a Startlening": ("loan_above_own_contribution", {
        "loans[micro].profile": "startlening", "loans[micro].amount": 30000, "loans[micro].months": 60,
        "loans[f].name": "Uncle", "loans[f].source": "family", "loans[f].profile": "family", "loans[f].amount": 2000}),
    "an exemption that nobody chose": ("exemption_near", {"products[repair].units": 53}),
    "a company with an accountant": ("company_plan_incomplete", {"rules.legal_form": "company"}),
    "secondary beside a wage": ("secondary_without_job", {
        "rules.category": "secondary", "household.incomes[w].kind": "wage", "household.incomes[w].whose": "own",
        "household.incomes[w].before": 1800, "household.incomes[w].after": 1500}),
    "no debt, no instalments to judge": ("debt_service_stop", {"loans": []}),
}


@pytest.mark.parametrize(("rule", "changes"), SILENT.values(), ids=SILENT)
def test_a_rule_is_silent_where_there_is_nothing_to_say(rule, changes):
    assert noticed(rule, changes) == ()


def test_a_card_whose_renewal_is_asked_for_is_a_warning_and_no_blocker():
    (finding,) = noticed("residence_expired", {
        "applicant.residence.until": "2026-11-01", "applicant.residence.renewal": "asked"})
    assert finding.severity is Severity.WARNING


def test_a_first_year_that_does_not_feed_the_family_weighs_less_than_a_later_one():
    slow = {"products[repair].ramp_first": 0.1, "products[repair].ramp_months": 12}
    assert [finding.severity for finding in noticed("household_not_covered", slow)] == [Severity.WARNING]
    later = noticed("household_not_covered", {"products[repair].units": 120})
    assert [finding.severity for finding in later] == [Severity.WARNING, Severity.BLOCKER, Severity.BLOCKER]
