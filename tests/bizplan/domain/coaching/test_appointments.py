"""Appointments are typed in Belgian time: summer, winter, and the two nights in between."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bizplan.domain.coaching import appointments
from bizplan.domain.coaching.appointments import Agreed, Appointment, Typed, Way, agreed, moment, read
from bizplan.domain.typed import Problem

NOW = datetime(2026, 11, 28, 11, 0, tzinfo=UTC)
TODAY = date(2026, 11, 28)
GOOD = Typed("place", "2026-12-03", "14:30", "60", "De Kade, Gent", "De oven")


def problems(form: Typed, before: Appointment | None = None):
    found = read(form, "nl", NOW, before)
    assert isinstance(found, dict)
    return {name: each.text for name, each in found.items()}


def test_what_was_typed_becomes_an_appointment():
    made = read(GOOD, "nl", NOW)
    assert made == Appointment(Way.PLACE, datetime(2026, 12, 3, 13, 30, tzinfo=UTC), 60, "De Kade, Gent", "De oven")
    assert made.ends_at == datetime(2026, 12, 3, 14, 30, tzinfo=UTC)
    assert Typed.of(made) == GOOD


@pytest.mark.parametrize("clock", ["14:30", "14.30", "14u30", "14h30", " 14 : 30 ", "١٤:٣٠"])
def test_a_time_is_read_as_people_write_it(clock):
    assert read(replace(GOOD, clock=clock), "ar", NOW).begins_at == datetime(2026, 12, 3, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(("day", "clock", "utc"), [
    ("2026-12-03", "14:30", (2026, 12, 3, 13, 30)),         # winter: one hour ahead of UTC
    ("2027-07-01", "14:30", (2027, 7, 1, 12, 30)),          # summer: two hours
    ("2027-03-28", "01:59", (2027, 3, 28, 0, 59)),          # the last minute before the clocks go forward
    ("2027-03-28", "03:00", (2027, 3, 28, 1, 0)),           # the first after
    ("2027-10-31", "02:30", (2027, 10, 31, 0, 30)),         # comes twice: the first, in summer time
    ("2027-10-31", "03:00", (2027, 10, 31, 2, 0)),
])
def test_the_clocks_of_belgium_are_meant(day, clock, utc):
    assert read(replace(GOOD, day=day, clock=clock), "nl", NOW).begins_at == datetime(*utc, tzinfo=UTC)


@pytest.mark.parametrize("clock", [time(2, 0), time(2, 30), time(2, 59)])
def test_an_hour_that_does_not_exist_is_refused(clock):
    assert moment(date(2027, 3, 28), clock) == Problem(appointments.NO_SUCH_TIME)


@pytest.mark.parametrize(("fields", "name", "problem"), [
    ({"way": "pigeon"}, "way", appointments.WHICH),
    ({"day": ""}, "day", appointments.WHEN),
    ({"day": "2026-11-28", "clock": "11:59"}, "day", appointments.OVER),
    ({"day": "2028-12-24"}, "day", appointments.TOO_FAR),
    ({"clock": ""}, "clock", appointments.WHAT_TIME),
    ({"clock": "25:00"}, "clock", appointments.WHAT_TIME),
    ({"clock": "1" * 100_000}, "clock", appointments.WHAT_TIME),
    ({"day": "2027-03-28", "clock": "02:30"}, "clock", appointments.NO_SUCH_TIME),
    ({"minutes": ""}, "minutes", appointments.HOW_LONG),
    ({"minutes": "4"}, "minutes", "Enter a whole number from {low} to {high}, for example {example}."),
    ({"where": " "}, "where", appointments.PLACE_WANTED),
    ({"where": "x" * 301}, "where", "Write at most {most} characters. Now there are {count}."),
    ({"agenda": "x" * 100_000}, "agenda", "Write at most {most} characters. Now there are {count}."),
])
def test_what_cannot_be_is_said_beside_its_field(fields, name, problem):
    assert problems(replace(GOOD, **fields)) == {name: problem}


def test_a_call_needs_no_place():
    assert isinstance(read(replace(GOOD, way="call", where=""), "nl", NOW), Appointment)


def test_a_moment_that_has_begun_may_stay_but_not_be_chosen():
    begun = Appointment(Way.CALL, datetime(2026, 11, 28, 9, 0, tzinfo=UTC), 60, id="a", step=3, report="x")
    kept = read(replace(Typed.of(begun), agenda="Meer"), "nl", NOW, begun)
    assert kept == replace(begun, agenda="Meer")
    assert problems(replace(Typed.of(begun), clock="09:00"), begun) == {"day": appointments.OVER}


def test_it_is_coming_until_it_is_over_held_or_called_off():
    made = read(GOOD, "nl", NOW)
    assert made.is_coming(NOW) and made.is_coming(datetime(2026, 12, 3, 14, 29, tzinfo=UTC))
    assert not made.is_coming(datetime(2026, 12, 3, 14, 30, tzinfo=UTC))
    assert not replace(made, cancelled_at=NOW).is_coming(NOW) and not replace(made, held_at=NOW).is_coming(NOW)


def test_lines_that_were_agreed_have_a_day_and_empty_ones_are_none():
    found, wrong = agreed(["Offerte vragen", "", "Huurcontract"], ["2026-12-10", "", "28/11/2026"], "nl", TODAY)
    assert found == [Agreed("Offerte vragen", date(2026, 12, 10)), Agreed("Huurcontract", TODAY)] and wrong == {}


@pytest.mark.parametrize(("text", "day", "name", "problem"), [
    ("", "2026-12-10", "task-0", appointments.WHAT),
    ("Offerte", "", "due-0", appointments.UNTIL_WHEN),
    ("Offerte", "2026-11-27", "due-0", appointments.DUE_OVER),
    ("x" * 301, "2026-12-10", "task-0", "Write at most {most} characters. Now there are {count}."),
])
def test_half_a_line_is_asked_back(text, day, name, problem):
    found, wrong = agreed([text], [day], "nl", TODAY)
    assert found == [] and {key: each.text for key, each in wrong.items()} == {name: problem}
