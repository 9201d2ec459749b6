"""A consent stands from when it is given until it is taken back, for one text and one person."""

from dataclasses import replace
from datetime import timedelta

from bizplan.storage import consents


def say(storage, person, *, given, minutes=0, text="study-1"):
    with storage.writing() as tx:
        consents.write_down(replace(tx, now=tx.now + timedelta(minutes=minutes)), person, text, "ar", given=given)


def stands(storage, person, text="study-1"):
    with storage.reading() as tx:
        return consents.stands(tx, person, text)


def test_nobody_agreed_before_they_said_so(storage, amal):
    assert not stands(storage, amal)


def test_what_was_agreed_stands_for_this_text_and_this_person_only(storage, amal, lien):
    say(storage, amal, given=True)
    assert stands(storage, amal)
    assert not stands(storage, amal, "study-2")
    assert not stands(storage, lien)


def test_what_was_said_last_counts(storage, amal):
    say(storage, amal, given=True)
    say(storage, amal, given=False, minutes=1)
    assert not stands(storage, amal)
    say(storage, amal, given=True, minutes=2)
    assert stands(storage, amal)
