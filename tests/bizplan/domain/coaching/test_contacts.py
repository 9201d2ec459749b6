"""What a coach types of a contact is read, or said why it cannot be."""

from datetime import date

import pytest

from bizplan.domain.coaching.contacts import HOW_LONG, NOT_YET, WHEN, WHICH, Contact, How, Typed, minutes_together, read

TODAY = date(2026, 11, 28)


def problems(**fields):
    found = read(Typed(**{"how": "visit", "day": "2026-11-28", "minutes": "45", **fields}), "nl", TODAY)
    assert isinstance(found, dict)
    return {name: each.text for name, each in found.items()}


def test_a_contact_is_read_in_any_digits():
    form = Typed("call", "27/11/2026", "٤٥", "Vraagt \u202ehulp\r\nmet de huur")
    assert read(form, "ar", TODAY) == Contact(How.CALL, date(2026, 11, 27), 45, "Vraagt hulp\nmet de huur")


@pytest.mark.parametrize(("fields", "problem"), [
    ({"how": "dinner"}, ("how", WHICH)),
    ({"how": ""}, ("how", WHICH)),
    ({"day": ""}, ("day", WHEN)),
    ({"day": "2026-11-29"}, ("day", NOT_YET)),
    ({"minutes": ""}, ("minutes", HOW_LONG)),
    ({"minutes": "0"}, ("minutes", "Enter a whole number from {low} to {high}, for example {example}.")),
    ({"minutes": "601"}, ("minutes", "Enter a whole number from {low} to {high}, for example {example}.")),
    ({"minutes": "half an hour"}, ("minutes", "Enter a number, for example {example}.")),
    ({"note": "x" * 100_000}, ("note", "Write at most {most} characters. Now there are {count}.")),
])
def test_what_cannot_be_is_said_beside_its_field(fields, problem):
    assert list(problems(**fields).items()) == [problem]


@pytest.mark.parametrize("minutes", ["1", "600"])
def test_the_shortest_and_the_longest_are_taken(minutes):
    assert read(Typed("visit", "2026-11-28", minutes), "en", TODAY) == Contact(How.VISIT, TODAY, int(minutes))


def test_everything_that_is_wanting_is_said_at_once():
    assert set(read(Typed(), "nl", TODAY)) == {"how", "day", "minutes"}


def test_all_contacts_together_take_their_minutes():
    assert minutes_together([Contact(How.VISIT, TODAY, 45), Contact(How.CALL, TODAY, 15)]) == 60
    assert minutes_together([]) == 0
