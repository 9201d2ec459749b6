"""The loan explorer, recalculated after other numbers were typed, is the engine's own loan."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from bizplan.documents.workbook import LoanToTry, write_workbook
from financial_models import evaluate
from financial_models.appraisal import apr, loan_schedule
from financial_models.assumptions import Loan
from financial_models.assumptions.financing import LOAN_KINDS
from financial_models.loan_alone import loan_alone
from tests.agreement.libreoffice import differences, recalculated, stored, with_inputs
from tests.agreement.market_stall import market_stall
from tests.agreement.written import COVER

SHEET, LONGEST = "Loan explorer", 60
TYPED = {"amount": "B5", "rate": "B6", "months": "B7", "grace": "B8", "fee": "B9", "fee_cap": "B10"}
OTHER = {"amount": 8_750.5, "rate": 0.0825, "months": 31, "grace": 2, "fee": 0.03, "fee_cap": 120.0}


@pytest.fixture(scope="module")
def stall():
    model = market_stall()
    return model, evaluate(model)


def a_loan(kind):
    return Loan("asked", "Microcredit", 12_000.0, 0.1, 36, kind, month=3, grace=3, fee=0.05, actuarial=kind == "bullet",
                drawings=((3, 0.5), (4, 0.5)))


def book_of(stall, loan, path):
    model, values = stall
    once = replace(loan, drawings=())
    given = LoanToTry(loan.name, loan_alone(loan, LONGEST), model["borrowed.net"], model["borrowed.service"],
                      (model["loan.annuity.service"],), apr(once))
    write_workbook(model, values, path, language="en", cover=COVER, loan=given)
    return path


def test_every_kind_of_loan_agrees_also_with_other_numbers(stall, needs, tmp_path):
    books, expected = [], []
    for kind in LOAN_KINDS:
        loan = a_loan(kind)
        books.append(book_of(stall, loan, tmp_path / f"{kind}.xlsx"))
        expected.append(stored(books[-1]))
        with_inputs(books[-1], tmp_path / f"{kind}-other.xlsx", {(SHEET, TYPED[key]): x for key, x in OTHER.items()})
        books.append(tmp_path / f"{kind}-other.xlsx")
        expected.append(stored(book_of(stall, replace(loan, **OTHER), tmp_path / f"{kind}-expected.xlsx")))
    found = [stored(answer) for answer in recalculated(needs("soffice"), books, tmp_path)]
    for book, wanted, answer in zip(books, expected, found, strict=True):
        assert sum(place[0] == SHEET for place in wanted) > 1_000
        assert differences(wanted, answer) == [], book.name


@pytest.mark.parametrize("kind", LOAN_KINDS)
def test_the_table_is_the_schedule_of_the_loan_drawn_at_once(stall, kind, tmp_path):
    loan = a_loan(kind)
    schedule = loan_schedule(replace(loan, drawings=()))
    sheet = load_workbook(book_of(stall, loan, tmp_path / "loan.xlsx"), data_only=True)[SHEET]
    rows = [[cell.value for cell in row[:6]] for row in sheet.iter_rows(min_row=32, max_row=32 + int(loan.months))]
    assert rows == [[age, pytest.approx(p.instalment + p.fee), pytest.approx(p.interest), pytest.approx(p.principal),
                     pytest.approx(p.fee), pytest.approx(p.balance, abs=1e-6)]
                    for age, p in enumerate(schedule.payments)]
    said = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=12, max_row=20)}
    assert said["What the loan costs: interest and fee"] == pytest.approx(schedule.total_cost)
    assert said["Real yearly cost, fee included (APR)"] == pytest.approx(apr(replace(loan, drawings=())))


def test_a_year_of_the_plan_counts_what_is_paid_from_the_month_of_the_drawing(stall, tmp_path):
    sheet = load_workbook(book_of(stall, a_loan("linear"), tmp_path / "loan.xlsx"), data_only=True)[SHEET]
    row = next(row for row in sheet.iter_rows() if row[0].value == "Instalment and fee of this loan")
    payments = loan_schedule(replace(a_loan("linear"), drawings=())).payments
    assert [payment.month for payment in payments][:2] == [3, 4]
    first = sum(p.instalment + p.fee for p in payments if p.month <= 12)
    assert row[1].value == pytest.approx(first) and first > 600


def test_nothing_of_the_plan_reads_the_explorer(stall, tmp_path):
    book = load_workbook(book_of(stall, a_loan("annuity"), tmp_path / "loan.xlsx"))
    readers = {sheet.title for sheet in book for row in sheet.iter_rows() for cell in row
               if isinstance(cell.value, str) and cell.value.startswith("=") and SHEET in cell.value}
    assert readers == set()
    assert [name for name in book.defined_names if name.startswith("explorer.")] == [
        f"explorer.{key}" for key in TYPED]
