"""Answers become the engine's assumptions, with what they rest on."""

import json
from datetime import date

from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions, left_out
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


def test_a_loan_without_a_term_is_left_out_and_named():
    assert [loan.id for loan in assumptions(bakery()).loans] == ["micro"]
    assert [missing.place for missing in left_out(bakery())] == ["loans[1].rate", "loans[1].months"]


def test_a_private_debt_ends_in_its_month_of_the_plan_and_one_that_is_paid_off_does_not_count():
    debts = assumptions(bakery()).household.debts
    assert [(debt.id, debt.until_month) for debt in debts] == [("car", 12)]


def test_an_empty_plan_begins_in_the_month_after_today():
    empty = plan_file.read('{"format": 1, "language": "en"}')
    timeline = assumptions(empty, today=date(2026, 12, 24)).timeline
    assert (timeline.year, timeline.month, timeline.months) == (2027, 1, 36)
