"""All rules, registered once: the order in which findings of the same weight are shown."""

from ..rule import Rule
from . import benchmarks, cash, costs, dossier, evidence, household, loans, market, regime, repayment, sales, status

NOT_CALCULABLE = "not_calculable"
"""The rule key of the finding that the figures cannot be calculated."""

RULES: tuple[Rule, ...] = (
    status.collective_debt_settlement, status.status_without_self_employment, status.residence_expired,
    status.professional_card_lacking, dossier.consent_refused,
    cash.cash_below_zero, repayment.household_not_covered, repayment.nothing_to_repay_from,
    repayment.debt_service_stop, repayment.break_even_never, sales.price_below_cost,
    household.no_household_expenses, regime.company_equity_negative, loans.loan_above_own_contribution,
    costs.wage_below_minimum, regime.exemption_excluded, status.test_phase_too_long,
    cash.no_credit_though_short, cash.sources_below_uses, cash.thin_cash_buffer, cash.own_contribution_low,
    repayment.instalment_share_red, repayment.debt_service_red, repayment.break_even_late,
    repayment.break_even_living_never, household.household_debt_share, cash.cash_under_stress,
    repayment.debt_service_under_stress, status.residence_ends_before_loan, status.professional_card_unknown,
    status.professional_card_ends_before_loan, status.debts_of_the_past, household.debts_in_arrears,
    household.debts_not_listed, household.household_expenses_low, household.below_reference_budget,
    household.benefit_goes_on, household.income_source_not_listed,
    loans.amount_above_maximum, loans.amount_above_first_year, loans.amount_below_minimum, loans.term_outside,
    loans.grace_outside, loans.rate_other_than_lenders, loans.rate_above_all_lenders,
    loans.winwin_rate_outside, loans.guarantor_lacking,
    loans.purpose_missing, dossier.row_left_out,
    evidence.sales_rest_on_guesses, evidence.round_guesses, evidence.equipment_without_quote,
    evidence.own_money_unproven, sales.no_ramp_up, sales.season_uneven, sales.capacity_exceeded,
    sales.hours_billed_high, sales.hours_not_there, sales.margin_negative, benchmarks.food_cost_implausible,
    market.one_customer, market.employer_in_disguise, market.no_interviews, market.few_would_buy,
    market.few_competitors, market.market_too_small, market.sales_above_trial,
    regime.exemption_passed, regime.category_missing, regime.secondary_without_job,
    regime.student_above_ceiling, regime.primostarter_without_main, regime.company_plan_incomplete,
    regime.start_in_the_past, status.bought_in_test_phase, status.qualification_lacking, status.no_permits,
    status.permits_open, status.permit_expired, costs.no_bookkeeper, costs.no_insurance, costs.rent_missing,
    costs.marketing_not_budgeted, costs.hire_too_early, costs.spouse_not_employed, costs.spouse_without_household,
    dossier.risks_few, dossier.risk_without_measure, dossier.coach_opinion_missing, dossier.coach_says_not_yet,
    dossier.papers_missing, dossier.chapter_empty,
    repayment.instalment_share_amber, repayment.debt_service_amber, repayment.break_even_living_late,
    repayment.grace_too_short, loans.repaid_after_plan, loans.interest_not_acceptable,
    household.remittances_not_asked, household.own_money_above_savings, household.partner_not_counted,
    household.marriage_not_counted, household.children_miscounted, household.earned_before_january, sales.ramp_up_steep,
    benchmarks.margin_outside_band, benchmarks.rent_high, benchmarks.vat_rate_unlikely, market.few_interviews,
    market.price_above_interviews, cash.no_own_money,
    costs.no_costs, costs.deposit_without_return, costs.partners_without_agreement, regime.exemption_near,
    regime.director_paid_too_little, regime.start_beyond_known_law, dossier.trial_contradicts,
    dossier.references_missing, dossier.papers_awaited, dossier.texts_untranslated, dossier.chapter_incomplete,
    regime.law_stale, regime.law_unverified,
)
