"""Contacts are kept sealed, once, and only their author changes them."""

from dataclasses import replace
from datetime import date

import pytest

from bizplan.domain.coaching.contacts import Contact, How
from bizplan.storage import contacts, people, plans

VISIT = Contact(How.VISIT, date(2026, 11, 20), 75, "Zag er moe uit", "a" * 32)


@pytest.fixture
def plan(storage, amal) -> str:
    with storage.writing() as tx:
        return plans.make(tx, amal, "nl")


def write(storage, plan, author, contact):
    with storage.writing() as tx:
        return contacts.write_down(tx, plan, author, contact)


def kept(storage, plan, *, with_notes=True):
    with storage.reading() as tx:
        return contacts.contacts_of(tx, plan, with_notes=with_notes)


def test_the_newest_stands_first_and_notes_only_for_coaches(storage, plan, lien):
    write(storage, plan, lien, VISIT)
    write(storage, plan, lien, replace(VISIT, how=How.CALL, on=date(2026, 11, 24), note="", id=""))
    assert [(each.how, each.note, each.author) for each in kept(storage, plan)] == [
        (How.CALL, "", lien), (How.VISIT, "Zag er moe uit", lien)]
    assert {each.note for each in kept(storage, plan, with_notes=False)} == {""}


def test_sent_twice_it_is_kept_once(storage, plan, lien):
    assert write(storage, plan, lien, VISIT) == write(storage, plan, lien, VISIT) == VISIT.id
    assert len(kept(storage, plan)) == 1


def test_an_id_of_another_plan_gives_a_contact_of_its_own(storage, plan, amal, lien):
    write(storage, plan, lien, VISIT)
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    made = write(storage, other, lien, replace(VISIT, note="anders"))
    assert made != VISIT.id
    assert [each.note for each in kept(storage, plan)] == ["Zag er moe uit"]
    assert [each.note for each in kept(storage, other)] == ["anders"]


def test_only_its_author_mends_it_or_takes_it_away(storage, plan, lien):
    write(storage, plan, lien, VISIT)
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl")
        assert not contacts.correct(tx, plan, noor, replace(VISIT, minutes=5))
        assert not contacts.take_away(tx, plan, noor, VISIT.id)
        assert not contacts.take_away(tx, "0" * 32, lien, VISIT.id)
        assert contacts.correct(tx, plan, lien, replace(VISIT, minutes=80, note="Zag er goed uit"))
    assert [(each.minutes, each.note) for each in kept(storage, plan)] == [(80, "Zag er goed uit")]
    with storage.writing() as tx:
        assert contacts.take_away(tx, plan, lien, VISIT.id)
        assert not contacts.correct(tx, plan, lien, VISIT)
    assert kept(storage, plan) == ()
