"""Easter, the Islamic calendar and the public holidays, against published lists."""

from datetime import date

import pytest

from bizplan.domain.aids.calendars import easter, islamic, public_holidays
from financial_models.law import NotYetKnown

# Easter Monday, Ascension and Whit Monday as LBC-NVK published them for the notaries' offices, 2016 to 2019.
PUBLISHED = {
    2016: (date(2016, 3, 28), date(2016, 5, 5), date(2016, 5, 16)),
    2017: (date(2017, 4, 17), date(2017, 5, 25), date(2017, 6, 5)),
    2018: (date(2018, 4, 2), date(2018, 5, 10), date(2018, 5, 21)),
    2019: (date(2019, 4, 22), date(2019, 5, 30), date(2019, 6, 10)),
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_holidays_that_move_are_those_that_were_published(year):
    found = {holiday.law.key: holiday.day for holiday in public_holidays(year)}
    moving = [found[f"holidays.{name}.days_after_easter"] for name in ("easter_monday", "ascension", "whit_monday")]
    assert tuple(moving) == PUBLISHED[year]


def test_there_are_ten_and_seven_of_them_never_move():
    days = [holiday.day for holiday in public_holidays(2027)]
    assert days == sorted(days)
    assert [(day.month, day.day) for day in days] == [
        (1, 1), (3, 29), (5, 1), (5, 6), (5, 17), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]


def test_each_is_named_in_the_languages_of_the_law():
    names = [holiday.law.label for holiday in public_holidays(2027)]
    assert (names[0].nl, names[-1].fr) == ("Nieuwjaar", "Noël")


def test_before_the_first_year_that_was_looked_up_nothing_is_guessed():
    with pytest.raises(NotYetKnown):
        public_holidays(2015)


# The earliest and the latest Easter of two centuries, and the year in which the simple rule of nineteen years fails.
@pytest.mark.parametrize("day", [date(2008, 3, 23), date(1943, 4, 25), date(2038, 4, 25), date(1954, 4, 18),
                                 date(1981, 4, 19), date(2049, 4, 18), date(2285, 3, 22), date(2076, 4, 19)])
def test_easter_in_the_years_that_are_hard(day):
    assert easter(day.year) == day


def test_the_islamic_calendar_begins_in_july_622_and_its_first_day_of_1400_was_in_november_1979():
    assert islamic(1, 1, 1) == date(622, 7, 19)                          # 16 July in the calendar of that time
    assert islamic(1400, 1, 1) == date(1979, 11, 21)
