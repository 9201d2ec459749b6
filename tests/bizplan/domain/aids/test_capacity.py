"""The capacity of a week and a month."""

from datetime import date

import pytest

from bizplan.domain.aids.capacity import Week, capacity
from bizplan.domain.aids.slip import DoesNotFit
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

DAY = date(2026, 12, 1)
BARBER = Week(hours=40, minutes_each=45, lost=0.25, weeks_off=4)


def test_forty_hours_of_which_a_quarter_is_lost_hold_forty_cuts_of_45_minutes():
    found = capacity(BARBER, DAY)
    assert (found.hours, found.week, found.month) == (30, 40, 160)       # 48 weeks are 4 a month
    assert dict(found.proposes) == {"products[].capacity": 160, "operations.minutes_a_unit": 45}
    assert [value for _, value in said(found)] == ["40", "−10", "30", "40", "160"]
    assert is_whole(found)


def test_who_sells_hours_gets_hours_and_the_share_that_is_billed():
    found = capacity(Week(hours=40, lost=0.4, weeks_off=4, sold_by="hours"), DAY)
    assert dict(found.proposes) == {"products[].hours": 160, "products[].billed_share": 0.6}
    assert is_whole(found)


def test_to_sell_every_hour_is_held_against_the_limit_of_lenders():
    found = capacity(Week(hours=40, lost=0), DAY)
    assert found.remarks[0].figures[0].key == "lenders.blank.threshold.capacity_share"
    assert remarked(found)[0].startswith("You count 100% of your hours as sold;")


def test_a_capacity_is_the_most_and_is_rounded_down():
    assert capacity(Week(hours=10, minutes_each=50), DAY).proposes["products[].capacity"] == 52  # 12 a week, 52 weeks
    assert capacity(Week(hours=10, minutes_each=49), DAY).proposes["products[].capacity"] == 53  # 53.06


def test_without_hours_nothing_is_proposed():
    found = capacity(Week(hours=40, lost=1), DAY)
    assert dict(found.proposes) == {}
    assert remarked(found) == ["No hour is left to sell. Count the hours again, or the time that is lost."]


@pytest.mark.parametrize("values", [{"hours": 169}, {"hours": 40, "minutes_each": 0}, {"hours": 40, "lost": 1.1}])
def test_what_does_not_fit_is_refused(values):
    with pytest.raises(DoesNotFit):
        Week(**values)
