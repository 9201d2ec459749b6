"""The slip, and numbers that do not fit."""

import pytest

from bizplan.domain.aids import DoesNotFit, Slip
from bizplan.domain.aids.slip import Cents, check


def test_a_number_that_does_not_fit_says_what_to_enter_instead():
    with pytest.raises(DoesNotFit, match=r"waste: 2 does not fit here. Enter a number from 0 to 1."):
        check("waste", 2, high=1)
    with pytest.raises(DoesNotFit, match=r"price: −1 does not fit here. Enter 0 or more."):
        check("price", -1)
    with pytest.raises(DoesNotFit, match=r"Enter a number from 0 to 1,000,000,000."):
        check("price", float("inf"))
    check("price", 0)
    check("waste", 1, high=1)


def test_what_is_proposed_cannot_be_changed_afterwards():
    slip = Slip(proposes={"products[].price": 3.4})
    with pytest.raises(TypeError):
        slip.proposes["products[].price"] = 4


def test_what_the_study_would_refuse_is_not_proposed():
    assert dict(Slip(proposes={"products[].price": 1e10, "products[].vat": "standard"}).proposes) == {
        "products[].vat": "standard"}


def test_amounts_on_a_slip_have_their_cents():
    assert Cents(1000).said("nl", str) == "€\u00a01.000,00"
