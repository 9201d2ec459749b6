"""Answers become the engine's assumptions, with what they rest on."""

import json
from datetime import date

import pytest

from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions, left_out
from bizplan.domain.plan_file import PlanFileError
from financial_models.assumptions import Entered, Grade, UnitsSold
from financial_models.law import Rate

BAKERY = {
    "format": 1,
    "language": "nl",
    "inform": {"start": "2026-03"},
    "products": [
        {
            "id": "bread", "name": "Bread", "sold_by": "units", "units": {"value": 3000, "evidence": "test_sale"},
            "price": {"value": 4.2, "evidence": "quote", "note": "price list of three bakeries"}, "vat": "reduced",
            "cost_per_unit": 1.1, "season": [1, 1, 1, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 1.5],
        }
    ],
    "costs": [{"id": "rent", "name": "Rent", "kind": "rent", "amount": {"value": 900, "evidence": "contract"}}],
    "equipment": [{"id": "oven", "name": "Oven", "price": 8000, "vat": "standard", "second_hand": True}],
    "own_money": [{"id": "savings", "name": "Savings", "amount": 4000}],
    "loans": [
        {
            "id": "micro", "name": "Lender", "source": "microcredit", "asked": True,
            "amount": 10000, "rate": 0.12, "months": 36, "grace": 3,
        },
        {"id": "bank", "amount": 5000},
    ],
    "household": {
        "married": True,
        "children": 2,
        "incomes": [{"id": "wage", "kind": "wage", "whose": "partner", "before": 1500, "after": 1500}],
        "expenses": {"rent": 700, "food": 500},
        "debts": [
            {"id": "car", "instalment": 120, "until": "2027-02", "balance": 1300},
            {"id": "paid", "instalment": 50, "until": "2026-02"},
        ],
    },
}


def bakery(**changes):
    return plan_file.read(json.dumps({**BAKERY, **changes}))


def test_a_number_keeps_its_question_its_row_its_evidence_and_its_note():
    bread = assumptions(bakery()).products[0]
    assert bread.demand == UnitsSold(3000)
    assert isinstance(bread.price, Entered)
    assert (bread.price.question, bread.price.row) == ("products[].price", "bread")
    assert (bread.price.grade, bread.price.note) == (Grade.QUOTE, "price list of three bakeries")
    assert bread.supply.cost_per_unit.grade is Grade.GUESS


def test_a_choice_of_law_becomes_a_figure_of_law_on_the_first_day_of_the_plan():
    whole = assumptions(bakery())
    assert isinstance(whole.products[0].vat_rate, Rate)
    assert whole.products[0].vat_rate == 0.06
    assert whole.equipment[0].life_years.key == "depreciation.life.machinery"
    assert whole.self_employment.fee.key == "social_contributions.fund_fee"


def test_a_commission_bears_vat_when_somebody_says_so():
    def card(**answers):
        return bakery(products=[{"id": "bread", "commission": 0.02, **answers}])

    assert assumptions(card()).products[0].commission_vat_rate == 0.0
    taxed = assumptions(card(commission_has_vat=True)).products[0]
    assert taxed.commission_vat_rate.key == "vat.rates.standard"


def test_every_number_of_the_assumptions_is_a_number_and_not_a_flag():
    bread = vars(assumptions(bakery()).products[0])
    flags = [name for name, value in bread.items() if isinstance(value, bool)]
    assert flags == ["price_includes_vat", "vat_exempt"]


def test_a_loan_without_a_term_is_left_out_and_named():
    assert [loan.id for loan in assumptions(bakery()).loans] == ["micro"]
    assert [missing.place for missing in left_out(bakery())] == ["loans[1].rate", "loans[1].months"]


def test_a_loan_of_a_known_lender_takes_the_lender_s_figures_where_nobody_gave_them():
    row = {"id": "jump", "profile": "microstart_jump", "amount": 8000, "months": 24, "fee_cap": 500}
    (loan,) = assumptions(bakery(loans=[row])).loans
    assert (loan.rate, loan.rate.key) == (0.1213, "lenders.microstart.jump.rate")
    assert loan.fee.key == "lenders.microstart.jump.fee_share"
    assert isinstance(loan.fee_cap, Entered)
    assert left_out(bakery(loans=[row])) == ()


def test_a_loan_is_paid_out_in_parts():
    parts = [{"id": "b", "loan": "m", "month": 3, "share": 0.4}, {"id": "a", "loan": "m", "month": 1, "share": 0.6}]
    loan = {"id": "m", "amount": 8000, "months": 24, "rate": 0.1}
    assert assumptions(bakery(loans=[loan], drawings=parts)).loans[0].drawings == ((1, 0.6), (3, 0.4))


def test_a_lease_of_which_nobody_knows_the_price_yet_is_left_out_and_named():
    plan = bakery(loans=[], leases=[{"id": "van", "months": 48, "rate": 0.06, "down_payment": 500}])
    assert assumptions(plan).leases == ()
    assert [missing.place for missing in left_out(plan)] == ["leases[0].price"]


def test_a_loan_and_a_part_of_it_may_have_the_same_id():
    parts = [{"id": "m", "loan": "m", "month": 2, "share": 1}]
    loan = {"id": "m", "amount": 8000, "months": 24, "rate": 0.1}
    assert assumptions(bakery(loans=[loan], drawings=parts)).loans[0].drawings == ((2, 1.0),)


def test_an_answer_to_a_question_that_is_not_asked_does_not_count():
    months = {"months": 6, "cooperative_share": 0.1}
    assert assumptions(bakery(test_phase=months)).test_phase is None
    assert assumptions(bakery(test_phase={"planned": True, **months})).test_phase.months == 6
    company = {"company": {"years_before": 4}}
    assert assumptions(bakery(rules=company)).company.years_before == 0
    assert assumptions(bakery(rules={"legal_form": "company", **company})).company.years_before == 4


def test_a_test_phase_without_its_length_is_left_out_and_named():
    plan = bakery(test_phase={"planned": True}, loans=[])
    assert assumptions(plan).test_phase is None
    assert [missing.place for missing in left_out(plan)] == ["test_phase.months"]


def test_the_lines_of_the_household_s_expenses_keep_their_names_and_others_are_added():
    plan = bakery(household={"expenses": {"rent": 700}, "other_expenses": [{"id": "pet", "name": "Dog", "amount": 40}]})
    expenses = assumptions(plan).household.expenses
    assert [(line.id, line.name, line.amount) for line in expenses] == [
        ("rent", "Rent or mortgage", 700), ("pet", "Dog", 40),
    ]
    assert expenses[0].amount.question == "household.expenses.rent"


def test_the_car_s_vat_is_deducted_by_the_lump_sum_unless_somebody_says_otherwise():
    car = {"id": "car", "kind": "car", "price": 9000, "vat": "standard"}
    assert assumptions(bakery(equipment=[car])).equipment[0].vat_deductible.key == "vat.car.lump_sum_share"
    assert assumptions(bakery(equipment=[{**car, "vat_deductible": 0.5}])).equipment[0].vat_deductible == 0.5


def test_a_plan_that_begins_before_the_law_is_known_is_refused():
    with pytest.raises(PlanFileError, match=r'^inform\.start is "2024-01"'):
        assumptions(bakery(inform={"start": "2024-01"}, loans=[{"id": "m", "profile": "microstart_jump", "months": 9}]))


def test_a_private_debt_ends_in_its_month_of_the_plan_and_one_that_is_paid_off_does_not_count():
    debts = assumptions(bakery()).household.debts
    assert [(debt.id, debt.until_month) for debt in debts] == [("car", 12)]


def test_an_empty_plan_begins_in_the_month_after_today():
    empty = plan_file.read('{"format": 1, "language": "en"}')
    timeline = assumptions(empty, today=date(2026, 12, 24)).timeline
    assert (timeline.year, timeline.month, timeline.months) == (2027, 1, 36)
