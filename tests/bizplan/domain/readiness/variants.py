"""For each rule a plan made for it: what is wrong in words, the rule, and the answers that differ from a sound plan."""

GUESS = {"value": 230, "evidence": "guess"}
CAREFREE = {"products.repair.ramp_first": None}
STAFF = {"employees[a].name": "Ali", "employees[a].gross": 2400, "employees[a].time_share": 1}
DEBT = {
    "household.debts[car].name": "Car", "household.debts[car].instalment": 60, "household.debts[car].until": "2028-01",
    "household.debts[car].balance": 700,
}
COMPANY = {"rules.legal_form": "company"}
STUDENT = {"rules.category": "student"}
TRIAL = {"test_phase.planned": True, "test_phase.months": 3}
HOURS = {
    "products[lessons].name": "Lessons", "products[lessons].sold_by": "hours", "products[lessons].price": 30,
    "products[lessons].vat": "standard",
}
STARTLENING = {"loans[micro].profile": "startlening", "loans[micro].source": "startlening", "loans[micro].rate": 0.03}
WINWIN = {"loans[micro].profile": "winwinlening", "loans[micro].source": "winwin"}
MICRO, REPAIR = "loans[micro]", "products[repair]"
CARD = "applicant.residence"

PERSON = {
    "a debt settlement before the judge": (
        "collective_debt_settlement", {"applicant.debts.collective_settlement": True},
    ),
    "no decision on asylum yet": ("status_without_self_employment", {f"{CARD}.status": "asylum_seeker"}),
    "a text that the lender cannot read": ("texts_untranslated", {"idea.need": "خبز طازج كل صباح"}),
    "a card that has ended": ("residence_expired", {f"{CARD}.until": "2026-11-01"}),
    "subsidiary protection without a professional card": (
        "professional_card_lacking",
        {f"{CARD}.status": "subsidiary_protection", f"{CARD}.card": "a", f"{CARD}.professional_card": "needed"},
    ),
    "nobody knows whether a card is needed": (
        "professional_card_unknown",
        {f"{CARD}.status": "other", f"{CARD}.card": "f", f"{CARD}.professional_card": "unknown"},
    ),
    "a card that ends before the loan": ("residence_ends_before_loan", {f"{CARD}.until": "2028-12-31"}),
    "a professional card that ends before the loan": (
        "professional_card_ends_before_loan",
        {f"{CARD}.professional_card": "held", f"{CARD}.professional_card_until": "2028-12-31"},
    ),
    "a bankruptcy that is not told": ("debts_of_the_past", {"applicant.debts.bankruptcy": True}),
    "arrears": ("debts_in_arrears", {**DEBT, "household.debts[car].arrears": 120}),
    "debts that are not listed": ("debts_not_listed", {"applicant.debts.mediation": True}),
    "no expenses": (
        "no_household_expenses",
        {f"household.expenses.{name}": None
         for name in ("rent", "energy", "food", "health", "transport", "remittances", "leisure")},
    ),
    "living on too little": ("household_expenses_low", {"household.expenses.rent": 300}),
    "living on less than the reference": ("below_reference_budget", {"household.reference_budget": 1600}),
    "a benefit that does not stop": (
        "benefit_goes_on",
        {"household.incomes[b].kind": "living_wage", "household.incomes[b].whose": "own",
         "household.incomes[b].before": 1300, "household.incomes[b].after": 1300},
    ),
    "a living wage that is not listed": ("income_source_not_listed", {"applicant.income_source": "living_wage"}),
    "many private debts": ("household_debt_share", {**DEBT, "household.debts[car].instalment": 1300}),
    "remittances not asked": ("remittances_not_asked", {"household.expenses.remittances": None}),
    "more own money than savings": ("own_money_above_savings", {"household.savings": 2000}),
    "a partner who is not counted": ("partner_not_counted", {"applicant.civil_status": "cohabiting"}),
    "a marriage that is not counted": ("marriage_not_counted", {"applicant.civil_status": "married"}),
    "more small children than children": (
        "children_miscounted", {"household.children": 1, "household.children_under_three": 2},
    ),
    "money earned before a plan that begins in January": (
        "earned_before_january", {"inform.start": "2027-01", "household.own_earned_before": 4000},
    ),
    "a spouse of somebody single": ("spouse_without_household", {"team.spouse": "assisting"}),
    "a spouse without a contract": ("spouse_not_employed", {"team.spouse": "employee"}),
    "a partner without agreement": ("partners_without_agreement", {"team.partners[p].name": "Bea"}),
}

TRADE = {
    "a season that makes the year longer": ("season_uneven", {f"{REPAIR}.season": [1.5] * 12}),
    "more than can be made": ("capacity_exceeded", {f"{REPAIR}.capacity": 200}),
    "all hours are billed": (
        "hours_billed_high", {**HOURS, "products[lessons].hours": 20, "products[lessons].billed_share": 0.95},
    ),
    "hours that nobody has": (
        "hours_not_there", {**HOURS, "products[lessons].hours": 300, "products[lessons].billed_share": 0.6},
    ),
    "minutes that nobody has": ("hours_not_there", {"operations.minutes_a_unit": 90}),
    "no ramp-up": (
        "no_ramp_up", {f"{REPAIR}.units": GUESS, f"{REPAIR}.ramp_first": None, f"{REPAIR}.ramp_months": None},
    ),
    "a steep ramp-up on a guess": ("ramp_up_steep", {f"{REPAIR}.units": GUESS}),
    "a price below what it costs": ("price_below_cost", {f"{REPAIR}.cost_per_unit": 35}),
    "waste that eats the margin": (
        "margin_negative", {f"{REPAIR}.cost_per_unit": 20, f"{REPAIR}.waste": 0.5},
    ),
    "food that is too dear": ("margin_outside_band", {"idea.sector": "restaurant", f"{REPAIR}.cost_per_unit": 16}),
    "food that costs nothing": ("food_cost_implausible", {"idea.sector": "restaurant", f"{REPAIR}.cost_per_unit": 2}),
    "a high rent": ("rent_high", {"costs[rent].amount": 1500}),
    "bread at the standard rate": ("vat_rate_unlikely", {"idea.sector": "bakery"}),
    "one customer": ("one_customer", {"market.largest_customer": 0.6}),
    "a customer who commands": ("employer_in_disguise", {"market.employer_in_disguise": True}),
    "nobody was asked": ("no_interviews", {"market.interviews": []}),
    "few were asked": ("few_interviews", {"market.interviews": [{"id": "a", "who": "Ann"}]}),
    "nobody would buy": ("few_would_buy", {"market.interviews": [{"id": "a", "would_buy": "no"}]}),
    "one competitor": ("few_competitors", {"market.competitors": [{"id": "a", "name": "A"}]}),
    "more than the market": (
        "market_too_small",
        {"market.potential_customers": 400, "market.purchases_a_year": 2, "market.spent_each_time": 40},
    ),
    "a price that nobody would pay": (
        "price_above_interviews", {"market.interviews[i1].would_pay": 25, "market.interviews[i2].would_pay": 30},
    ),
    "more than the trial sold": ("sales_above_trial", {"test_phase.log[w].sales": 400}),
    "sales that are guessed": ("sales_rest_on_guesses", {f"{REPAIR}.units": GUESS}),
    "nothing but round guesses": (
        "round_guesses", {f"costs[c{n}].{name}": value for n in range(15) for name, value in
                          (("name", "Cost"), ("amount", 100), ("vat", "none"))},
    ),
    "equipment without a quote": ("equipment_without_quote", {"equipment[bench].price": 5350}),
    "own money without proof": ("own_money_unproven", {"own_money[r1].proof": "none"}),
    "no bookkeeper": ("no_bookkeeper", {"costs[books].kind": "other"}),
    "no insurance": ("no_insurance", {"costs[insured].kind": "other"}),
    "a rent that is forgotten": ("rent_missing", {"costs[rent].kind": "other"}),
    "no costs": ("no_costs", {"costs": []}),
    "marketing without a budget": ("marketing_not_budgeted", {"marketing.actions[a].cost": 200}),
    "a deposit that never returns": ("deposit_without_return", {"deposits[d].name": "Rent", "deposits[d].amount": 900}),
    "a wage below the lowest": ("wage_below_minimum", {**STAFF, "employees[a].gross": 1500}),
    "two hires on the first day": (
        "hire_too_early",
        {**STAFF, "employees[b].name": "Bea", "employees[b].gross": 2600, "employees[b].time_share": 1},
    ),
    "a trial that said no": (
        "trial_contradicts",
        {"test_phase.hypotheses[h].claim": "Ten a day", "test_phase.hypotheses[h].outcome": "false"},
    ),
}

MONEY = {
    "an account that runs empty": ("cash_below_zero", {f"{REPAIR}.units": 100}),
    "no credit, though it is needed": ("no_credit_though_short", {f"{REPAIR}.units": 120, "loans": []}),
    "uses without a source": ("sources_below_uses", {f"{REPAIR}.units": 100}),
    "the unforeseen without a source": (
        "sources_below_uses", {"equipment[bench].price": 12000, "financing.contingency": 0.9},
    ),
    "almost nothing left": ("thin_cash_buffer", {"equipment[bench].price": 12500}),
    "no way through lower sales": ("cash_under_stress", {f"{REPAIR}.units": 130}),
    "a Startlening with little own money": (
        "own_contribution_low", {**STARTLENING, "own_money[r1].amount": 500, "equipment[bench].price": 9000},
    ),
    "a family that is not fed": ("household_not_covered", {f"{REPAIR}.units": 150}),
    "nothing to repay from": ("nothing_to_repay_from", {f"{REPAIR}.units": 60}),
    "a heavy instalment": ("instalment_share_red", {f"{MICRO}.amount": 23500}),
    "an uncomfortable instalment": ("instalment_share_amber", {f"{MICRO}.amount": 16500}),
    "a debt that is not earned": ("debt_service_stop", {f"{REPAIR}.units": 160}),
    "a debt that is hardly earned": ("debt_service_red", {f"{MICRO}.amount": 25000}),
    "a debt that is just earned": ("debt_service_amber", {f"{MICRO}.amount": 21000}),
    "a debt that depends on good luck": ("debt_service_under_stress", {f"{REPAIR}.units": 170}),
    "sales that never cover the costs": ("break_even_never", {f"{REPAIR}.units": 20}),
    "sales that cover the costs late": (
        "break_even_late", {f"{REPAIR}.ramp_first": 0, f"{REPAIR}.ramp_months": 36, "costs[rent].amount": 2000},
    ),
    "sales that feed the family late": (
        "break_even_living_late", {f"{REPAIR}.ramp_first": 0.2, f"{REPAIR}.ramp_months": 24},
    ),
    "sales that never feed the family": ("break_even_living_never", {f"{REPAIR}.units": 90}),
    "an instalment before anything is earned": (
        "grace_too_short", {f"{REPAIR}.ramp_first": 0.2, f"{REPAIR}.ramp_months": 12},
    ),
    "more than the lender lends": ("amount_above_maximum", {f"{MICRO}.amount": 30000}),
    "more than any microcredit": ("amount_above_maximum", {f"{MICRO}.amount": 30000, f"{MICRO}.profile": "other"}),
    "more than a starter gets": ("amount_above_first_year", {f"{MICRO}.amount": 18000}),
    "too little for the lender": ("amount_below_minimum", {f"{MICRO}.amount": 300}),
    "too long a term": ("term_outside", {f"{MICRO}.months": 72}),
    "too short a term": ("term_outside", {**STARTLENING, f"{MICRO}.months": 24}),
    "too long a grace": ("grace_outside", {**STARTLENING, f"{MICRO}.months": 60, f"{MICRO}.grace": 30}),
    "a rate that the lender does not ask": ("rate_other_than_lenders", {f"{MICRO}.rate": 0.06}),
    "a Winwinlening that is too dear": ("winwin_rate_outside", {**WINWIN, f"{MICRO}.rate": 0.08}),
    "a rate above that of all lenders": (
        "rate_above_all_lenders", {f"{MICRO}.profile": "other", f"{MICRO}.rate": 0.19},
    ),
    "nothing of one's own": ("no_own_money", {"own_money": []}),
    "no guarantor": ("guarantor_lacking", {"financing.guarantor_found": "no"}),
    "no purpose": ("purpose_missing", {f"{MICRO}.purpose": None}),
    "a loan of five times the own money": (
        "loan_above_own_contribution", {**STARTLENING, f"{MICRO}.amount": 30000, f"{MICRO}.months": 60},
    ),
    "a loan that outlives the plan": ("repaid_after_plan", {f"{MICRO}.months": 48}),
    "interest that is not wanted": ("interest_not_acceptable", {"competences.interest": "no"}),
    "a loan without a term": ("row_left_out", {f"{MICRO}.months": None}),
}

REGIME = {
    "an exemption for builders": ("exemption_excluded", {"idea.sector": "construction", "rules.vat_regime": "exempt"}),
    "an exemption with a till": (
        "exemption_excluded",
        {"idea.sector": "restaurant", "rules.registered_till": True, "rules.vat_regime": "exempt"},
    ),
    "an exemption that is passed": ("exemption_passed", {"rules.vat_regime": "exempt"}),
    "an exemption that is almost passed": ("exemption_near", {"rules.vat_regime": "exempt", f"{REPAIR}.units": 53}),
    "no category": ("category_missing", {"rules.category": None}),
    "secondary to nothing": ("secondary_without_job", {"rules.category": "secondary"}),
    "a rich student": ("student_above_ceiling", STUDENT),
    "a starter beside a job": (
        "primostarter_without_main", {"rules.category": "secondary", "rules.primostarter": True},
    ),
    "a company without capital": ("company_equity_negative", {**COMPANY, f"{REPAIR}.units": 60}),
    "a company without an adviser": (
        "company_plan_incomplete", {**COMPANY, "operations.bookkeeper": None},
    ),
    "a director who is paid too little": (
        "director_paid_too_little",
        {**COMPANY, "rules.company.years_before": 6, "rules.company.reduced_rate": True, f"{REPAIR}.units": 420},
    ),
    "a start that has passed": ("start_in_the_past", {"inform.start": "2026-09"}),
    "a start beyond the law": ("start_beyond_known_law", {"inform.start": "2029-03"}),
    "a test phase without end": ("test_phase_too_long", TRIAL),
    "bought in the test phase": ("bought_in_test_phase", TRIAL),
    "a profession without a qualification": ("qualification_lacking", {"rules.regulated_profession": True}),
    "permits that nobody looked at": ("no_permits", {"rules.permits": []}),
    "a permit still to ask": ("permits_open", {"rules.permits[r1].status": "to_ask"}),
    "a permit that ends": ("permit_expired", {"rules.permits[r1].until": "2026-11-01"}),
    "law that nobody read": ("law_unverified", {}),
}

DOSSIER = {
    "consent that is refused": ("consent_refused", {"inform.consent": False}),
    "two risks": ("risks_few", {"risks.main": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}),
    "a risk without a measure": ("risk_without_measure", {"risks.main[r1].measure": None}),
    "a coach who says nothing": ("coach_opinion_missing", {"planning.coach.opinion": None}),
    "a coach who says not yet": ("coach_says_not_yet", {"planning.coach.advice": "not_yet"}),
    "a paper that is missing": ("papers_missing", {"planning.papers.identity": "missing"}),
    "a paper that is on its way": ("papers_awaited", {"planning.papers.identity": "asked"}),
    "no references": ("references_missing", {"competences.references": []}),
    "an empty chapter": ("chapter_empty", {"marketing.channels": None}),
    "a chapter with a hole": ("chapter_incomplete", {"applicant.phone": None}),
}

VARIANTS = {**PERSON, **TRADE, **MONEY, **REGIME, **DOSSIER}
ONLY_WITH_TIME = ("law_stale", "test_phase_too_long")
"""Rules that no answer brings about: they have tests of their own."""
