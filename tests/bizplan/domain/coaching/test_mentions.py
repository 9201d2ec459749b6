"""Who is called by name in a text."""

import pytest

from bizplan.domain.coaching import mentioned

PEOPLE = {"1": "Jan", "2": "Jan Peeters", "3": "سميرة", "4": "O'Brien (Zoë)", "5": "Lien"}


@pytest.mark.parametrize(("text", "called"), [
    ("@Jan, kijk eens", {"1"}), ("Vraag het @Jan Peeters.", {"2"}), ("@jan  peeters en @LIEN", {"2", "5"}),
    ("@Jan\nPeeters", {"2"}), ("@Jan Peetersen", {"1"}), ("انظري @سميرة من فضلك", {"3"}), ("@\u2068سميرة\u2069", {"3"}),
    ("@O'Brien (Zoe\u0308)", {"4"}), ("@Janneke", set()), ("jan@Jan.example", set()), ("Jan", set()), ("@ Jan", set()),
    ("", set()), ("@Mia", set()), ("@", set()), ("@.*", set()),
])
def test_a_name_behind_an_at_sign_calls_its_person_the_longest_name_first(text, called):
    assert mentioned(text, PEOPLE) == called


def test_two_people_of_one_name_are_both_called():
    assert mentioned("@Jan", {"1": "Jan", "2": "JAN", "3": "Mia"}) == {"1", "2"}


def test_nobody_is_called_where_nobody_takes_part():
    assert mentioned("@Jan", {}) == mentioned("@", {"1": ""}) == frozenset()
