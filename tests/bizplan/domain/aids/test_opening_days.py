"""Opening days of a year: counted by hand for 2027, which begins on a Friday."""

import pytest

from bizplan.domain.aids.opening_days import Opening, month_steps, opening_days
from bizplan.domain.aids.slip import DoesNotFit
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

TUESDAY_TO_SATURDAY = (1, 2, 3, 4, 5)


def test_tuesday_to_saturday_in_2027_with_three_weeks_off_is_20_days_a_month():
    # 52 weeks of 5 days and one Friday: 261. Of the ten holidays six fall on such a day; 3 weeks are 15 days.
    found = opening_days(Opening(2027, TUESDAY_TO_SATURDAY, weeks_off=3))
    assert len(found.holidays) == 6
    assert (found.year, found.month) == (240, 20)
    assert dict(found.proposes) == {"products[].open_days": 20}
    assert is_whole(found)


def test_the_slip_counts_down_from_the_weekdays():
    lines = said(opening_days(Opening(2027, TUESDAY_TO_SATURDAY, weeks_off=3)), "nl")
    assert [value for _, value in lines] == ["261", "−6", "−15", "240", "20"]
    assert "Nieuwjaar, Dag van de Arbeid, O.L.H. Hemelvaart" in lines[1][0]


def test_who_opens_on_holidays_loses_no_day():
    assert opening_days(Opening(2027, TUESDAY_TO_SATURDAY, closed_on_holidays=False)).year == 261
    assert opening_days(Opening(2028, tuple(range(7)), closed_on_holidays=False)).year == 366


def test_the_months_add_up_to_the_year_before_weeks_of_holiday():
    found = opening_days(Opening(2027, TUESDAY_TO_SATURDAY, weeks_off=3))
    assert sum(found.by_month) == 255
    assert month_steps(found, 2027)[0].value.count == found.by_month[0] == 21   # 22 such days, less New Year


def test_more_holiday_than_there_is_work_leaves_nothing():
    found = opening_days(Opening(2027, (0,), weeks_off=52))
    assert found.year == 0 and dict(found.proposes) == {}


def test_never_open_is_said():
    assert remarked(opening_days(Opening(2027, ()))) == ["Choose at least one day on which you are open."]


def test_the_holidays_rest_on_the_law_that_was_read():
    figures = opening_days(Opening(2027, (0,))).remarks[0].figures
    assert len(figures) == 10 and {figure.status for figure in figures} == {"secondary"}


@pytest.mark.parametrize("values", [{"year": 2015, "weekdays": (0,)}, {"year": 2027, "weekdays": (7,)},
                                    {"year": 2027, "weekdays": (0,), "weeks_off": 53}])
def test_what_does_not_fit_is_refused(values):
    with pytest.raises(DoesNotFit):
        Opening(**values)
