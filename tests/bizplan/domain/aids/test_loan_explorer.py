"""The loan explorer: figures published by lenders, and those of the dossier itself."""

from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.aids.loan_explorer import Terms, explored, terms_of
from bizplan.domain.aids.slip import DoesNotFit
from bizplan.domain.assumptions import assumptions
from financial_models import build, evaluate
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

DAY = date(2026, 12, 1)


# microStart's published examples (an old tariff): amount, months, rate, instalment, interest, fee.
@pytest.mark.parametrize(("amount", "months", "rate", "instalment", "interest", "fee"), [
    (1000, 3, 0.0995, 338.88, 16.63, 50), (15_000, 30, 0.0895, 559.88, 1796.29, 750)])
def test_published_loans_cost_what_was_published(amount, months, rate, instalment, interest, fee):
    found = explored(Terms(amount, months, rate, fee=0.05, fee_cap=750), DAY)
    assert found.instalment == instalment
    assert found.total_cost == pytest.approx(interest + fee, abs=0.02)


# The yearly cost of the same tariff, computed from the flows in the collected examples.
@pytest.mark.parametrize(("amount", "months", "rate", "yearly"), [
    (1000, 3, 0.0995, 0.505), (15_000, 30, 0.0895, 0.140), (15_000, 18, 0.0895, 0.169), (24_000, 40, 0.0795, 0.104)])
def test_the_yearly_cost_has_the_fee_in_it(amount, months, rate, yearly):
    found = explored(Terms(amount, months, rate, fee=0.05, fee_cap=750), DAY)
    assert found.yearly_cost == pytest.approx(yearly, abs=0.0005)


def test_ten_thousand_at_12_13_percent_over_36_months():
    found = explored(Terms(10_000, 36, 0.1213), DAY)
    assert (found.instalment, round(found.total_cost, 2)) == (332.76, 1979.49)
    assert explored(Terms(10_000, 36, 0.1213, actuarial=True), DAY).instalment == 329.78
    assert ("Instalment in each of 36 months", "€ 332.76") in said(found)


@pytest.mark.parametrize("name", examples.names())
def test_the_instalments_are_those_of_the_dossier(name):
    taken = assumptions(plan_file.read(examples.text(name)), DAY)
    engine = build(taken)
    values = evaluate(engine.model)
    loans = [loan for loan in taken.loans if not loan.existing and not loan.drawings]
    assert loans
    for loan in loans:
        terms = Terms(loan.amount, loan.months, loan.rate, loan.grace, loan.fee, loan.fee_cap, loan.kind,
                      bool(loan.actuarial))
        paid = [payment.instalment for payment in explored(terms, DAY).schedule.payments]
        line = values.series(f"loan.{loan.id}.service")[int(loan.month) - 1:]
        assert list(line[:len(paid)]) == pytest.approx(paid[:len(line)])


def test_what_can_be_carried_takes_half_of_what_is_left():
    found = explored(Terms(10_000, 36, 0.1213, left=400), DAY)
    assert found.carried == 6000                                        # 200 / 332.76 × 10,000 = 6,010
    assert explored(Terms(found.carried, 36, 0.1213), DAY).instalment <= 200
    assert remarked(found)[0] == "The instalment takes 83.2% of what is left; above 70% a small setback stops the " \
                                 "repayment."
    assert found.remarks[0].figures[0].key == "lenders.blank.threshold.instalment_share_red"
    assert is_whole(found)


@pytest.mark.parametrize(("left", "words"), [(600, "up to 50% is comfortable"), (700, "the limit is 50%")])
def test_the_instalment_is_held_against_what_is_left(left, words):
    assert words in remarked(explored(Terms(10_000, 36, 0.1213, left=left), DAY))[0]


@pytest.mark.parametrize("left", [0, -250])
def test_with_nothing_left_nothing_can_be_carried(left):
    found = explored(Terms(10_000, 36, 0.1213, left=left), DAY)
    assert found.carried == 0
    assert remarked(found)[0].startswith("Nothing is left in a month")


def test_in_the_grace_only_interest_is_paid():
    found = explored(Terms(15_000, 30, 0.0895, grace=3), DAY)
    assert "The first 3 months you pay only interest: € 111.88. After that the instalment begins." in remarked(found)
    assert found.schedule.payments[3].principal == 0 and found.schedule.payments[4].principal > 0


def test_terms_of_a_lender_come_from_its_file_and_its_limits_are_said():
    terms = terms_of("microstart_jump", 30_000, 36, DAY)
    assert (terms.rate, terms.fee, terms.fee_cap) == (0.1213, 0.05, 750)
    assert "Amount, at most: € 25,000. Your number lies outside it." in remarked(explored(terms, DAY))


def test_a_small_amount_pays_the_least_fee_of_a_lender():
    for amount, fee in ((2400, 200.0), (4000, 200.0), (6000, 300.0), (15_000, 550.0)):      # 5 %, from 200 to 550
        found = explored(terms_of("credal", amount, 24, DAY), DAY)
        assert sum(payment.fee for payment in found.schedule.payments) == pytest.approx(fee, abs=0.005)


def test_a_loan_without_interest_costs_nothing():
    found = explored(Terms(1200, 12, 0), DAY)
    assert (found.instalment, found.total_cost) == (100, 0)
    assert found.yearly_cost == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("kind", ["linear", "interest_only", "bullet", "flat"])
def test_of_other_kinds_the_largest_payment_is_said(kind):
    found = explored(Terms(1200, 12, 0.12, kind=kind), DAY)
    assert found.instalment == max(payment.instalment for payment in found.schedule.payments)
    assert is_whole(found)


@pytest.mark.parametrize("values", [{"months": 0}, {"months": 12.5}, {"grace": 12}, {"rate": 1.5}, {"amount": -1}])
def test_what_does_not_fit_is_refused_before_it_is_calculated(values):
    with pytest.raises(DoesNotFit):
        Terms(**{"amount": 1000, "months": 12, "rate": 0.1, **values})


def test_unknown_lenders_and_kinds_are_refused():
    with pytest.raises(LookupError, match="'mafia'; there are microstart_jump"):
        Terms(1000, 12, 0.1, profile="mafia")
    with pytest.raises(LookupError, match="'never'; there are annuity"):
        Terms(1000, 12, 0.1, kind="never")
