"""People are found by the address they wrote, under the name and in the roles that they have."""

import pytest
from sqlalchemy.exc import IntegrityError

from bizplan.domain.people import Role
from bizplan.storage import people
from bizplan.storage.tables import PEOPLE


@pytest.mark.parametrize(("typed", "kept"), [
    ("amal@example.org", "amal@example.org"), ("  Amal@Example.ORG ", "amal@example.org"),
    ("amal+plan@example.org", "amal+plan@example.org"), ("amal@münchen.example", "amal@münchen.example"),
])
def test_an_address_is_written_one_way(typed, kept):
    assert people.plain_address(typed) == kept


@pytest.mark.parametrize("typed", [
    "", "amal", "amal@", "@example.org", "amal@example", "a@b@example.org", "amal@example.org, lien@example.org",
    "amal@example.org\r\nBcc: lien@example.org", "amal@exam ple.org", "a" * 250 + "@example.org", "\x00@example.org",
])
def test_what_is_no_single_address_is_none(typed):
    assert people.plain_address(typed) is None


def test_a_person_is_found_by_their_address_and_has_their_name(storage, amal):
    with storage.reading() as tx:
        found = people.person_with_email(tx, "amal@example.org")
        assert (found.id, found.name, found.language, found.role) == (amal, "Amal", "ar", Role.ENTREPRENEUR)
        assert people.person_with_email(tx, "nobody@example.org") is None


@pytest.mark.parametrize("name", ["'", "O'Brien", "Ł", "null", "CON", "محمد", "x" * 300, "😀", "Ñ"])
def test_any_name_is_a_name(storage, name):
    with storage.writing() as tx:
        assert people.person(tx, people.add_person(tx, name, "nl")).name == name


def test_two_people_do_not_share_an_address(storage, amal):
    with pytest.raises(IntegrityError), storage.writing() as tx:
        people.add_person(tx, "Another", "nl", "amal@example.org")


def test_several_people_may_have_no_address(storage):
    with storage.writing() as tx:
        one, other = people.add_person(tx, "Sami", "nl"), people.add_person(tx, "Rana", "nl")
        assert (people.person(tx, one).email, people.person(tx, other).email) == ("", "")


def test_an_organisation_is_called_what_it_is_called(storage):
    with storage.writing() as tx:
        assert people.organisation_name(tx, people.add_organisation(tx, "coaching", "De Kade & Co")) == "De Kade & Co"


def test_the_database_shows_neither_name_nor_address(storage, amal):
    with storage.reading() as tx:
        kept = tx.execute(PEOPLE.select().where(PEOPLE.c.id == amal)).one()
    assert not any(b"Amal" in bytes(each) or b"amal@" in bytes(each) for each in kept if isinstance(each, bytes))
    assert not any("amal" in each.lower() for each in kept if isinstance(each, str))
