"""Nothing comes into a plan that was not seen, that is not there, or that is not theirs."""

import pytest

from bizplan.domain.clock import today
from bizplan.domain.people import Role
from bizplan.storage import people, plans
from tests.bizplan.web.lending.chosen_credit.conftest import BUTTON, sides
from tests.bizplan.web.lending.conftest import said
from tests.bizplan.web.opened import opened, record


def test_what_the_lender_says_meanwhile_is_shown_before_it_is_taken_over(amals, credits, own, storage, bank, loan):
    page = opened(amals, f"{credits}{own}/start")
    said(storage, bank, today(), {"product.start.rate": 0.09}, own)
    answer = page.press("/take-over")
    assert loan("rate")[0] == 0.1213
    again = opened(amals, answer.headers["Location"])
    assert "Something changed meanwhile" in again.tree.text_content()
    assert sides(again)["Which percentage of interest do you pay a year?"][1].startswith("9%")


def test_what_somebody_else_said_meanwhile_is_kept_beside_it(
        amals, credits, own, changed, loan, storage, bakery, micro):
    page = opened(amals, f"{credits}{own}/start")
    changed(("loans[].rate", micro, 0.11))
    answer = page.press("/take-over")
    assert loan("rate")[0] == 0.11 and loan("profile")[0] == "other"
    assert "Somebody changed the loan meanwhile." in opened(amals, answer.headers["Location"]).tree.text_content()
    with storage.reading() as tx:
        history = plans.history(tx, bakery, "loans[].rate", micro)
    assert [each.said.value for each in history if each.proposal] == [0.06]


def test_a_credit_that_does_not_fit_is_shown_and_not_put_in(amals, credits, storage, bakery, micro):
    address = f"{credits}open_up/loan"
    page = opened(amals, address)
    assert "This credit does not fit your plan as it stands." in page.text and page.of(BUTTON) == []
    before = record(storage, bakery).sequence
    amals.post(f"{address}/take-over", {"loan": micro}, form=credits)
    assert record(storage, bakery).sequence == before


@pytest.mark.parametrize("loan_of", ["", "micro\x00", "sister", "x" * 400, "../../etc"])
def test_another_loan_than_the_one_that_is_asked_becomes_nothing(amals, credits, own, storage, bakery, loan_of):
    before = record(storage, bakery).sequence
    answer = amals.post(f"{credits}{own}/start/take-over", {"loan": loan_of, "base": "x", "seen": "y"}, form=credits)
    assert answer.status_code == 302 and record(storage, bakery).sequence == before


@pytest.mark.parametrize("path", ["startlening/none", "nobody/loan", "blank/loan", "own_0000/start"])
def test_a_product_that_does_not_exist_is_not_found(amals, credits, path):
    assert amals.get(f"{credits}{path}").status_code == 404
    assert amals.post(f"{credits}{path}/take-over", form=credits).status_code == 404


def test_in_somebody_elses_plan_nothing_is_found(app, storage, works, credits):
    with storage.writing() as tx:
        elsewhere = people.add_organisation(tx, "coaching", "Elders")
    stranger = works(Role.COACH, elsewhere, "Vreemde")
    assert stranger.get(f"{credits}startlening/loan").status_code == 404


def test_of_a_plan_in_the_archive_nothing_changes(amals, credits, own, storage, bakery):
    page = opened(amals, f"{credits}{own}/start")
    with storage.writing() as tx:
        plans.put_away(tx, bakery)
    before = record(storage, bakery).sequence
    assert page.press("/take-over").status_code == 409
    assert record(storage, bakery).sequence == before
    assert opened(amals, f"{credits}{own}/start").of(BUTTON) == []
    assert opened(amals, credits).of("//a[contains(., 'Put this credit')]") == []


def test_a_plan_that_cannot_say_yet_what_it_needs_leads_to_what_is_missing(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/credit/startlening/loan")
    assert "We cannot say yet how much you need" in page.text
    assert amals.get(f"/en/plan/{plan}/credit/nobody/loan").status_code == 404
