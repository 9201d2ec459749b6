"""People are found by the address they wrote, under the name and in the roles that they have."""

import pytest
from sqlalchemy.exc import IntegrityError

from bizplan.domain.people import Role
from bizplan.storage import participants, people, plans, sessions
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
    "جمال@example.org",
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


def test_organisations_stand_in_the_order_of_their_names(storage):
    with storage.writing() as tx:
        for kind, name in (("lending", "zon"), ("coaching", "De Kade"), ("programme", "aarde")):
            people.add_organisation(tx, kind, name)
        assert [(each.kind, each.name) for each in people.organisations(tx)] == [
            ("programme", "aarde"), ("coaching", "De Kade"), ("lending", "zon")]


def test_staff_are_those_with_a_role_of_staff_and_an_open_account(storage, amal, lien):
    with storage.writing() as tx:
        gone = people.add_person(tx, "Gone", "nl", "gone@example.org")
        people.give_role(tx, gone, Role.MANAGER)
        assert [each.name for each in people.staff(tx)] == ["Gone", "Lien"]
        people.close(tx, gone)
        assert [each.name for each in people.staff(tx)] == ["Lien"]


def test_whoever_loses_the_last_role_has_no_account_and_no_session(storage, lien):
    with storage.writing() as tx:
        token = sessions.start(tx, lien, staff=True, own_device=False, strong=True)
        people.take_role(tx, people.roles_of(tx, lien)[0])
        assert people.person(tx, lien) is None
        assert sessions.session(tx, token) is None


def test_a_role_that_is_taken_leaves_the_others(storage, lien):
    with storage.writing() as tx:
        people.give_role(tx, lien, Role.ADMINISTRATOR)
        coaching = next(each for each in people.roles_of(tx, lien) if each.role is Role.COACH)
        people.take_role(tx, coaching)
        assert people.person(tx, lien).roles == (Role.ADMINISTRATOR,)


def test_a_role_given_again_opens_no_plan_by_itself(storage, amal, lien):
    with storage.writing() as tx:
        people.give_role(tx, lien, Role.ADMINISTRATOR)
        plan = plans.make(tx, amal, "nl")
        participants.let_in(tx, plan, lien, Role.COACH)
        coaching = next(each for each in people.roles_of(tx, lien) if each.role is Role.COACH)
        people.take_role(tx, coaching)
        people.give_role(tx, lien, Role.COACH, coaching.organisation)
        assert participants.role_in(tx, plan, lien) is None


def test_with_one_of_two_organisations_only_its_plans_go(storage, amal, lien):
    with storage.writing() as tx:
        first = people.roles_of(tx, lien)[0]
        second = people.add_organisation(tx, "coaching", "De Brug")
        people.give_role(tx, lien, Role.COACH, second)
        ours, theirs = (plans.make(tx, amal, "nl", each) for each in (first.organisation, second))
        for plan in (ours, theirs):
            participants.let_in(tx, plan, lien, Role.COACH)
        people.take_role(tx, first)
        assert participants.plans_shared_with(tx, lien) == (theirs,)


def test_a_closed_account_keeps_its_address_and_opens_again_without_a_role(storage, lien):
    with storage.writing() as tx:
        assert people.closed_account(tx, "lien@example.org") is None
        people.close(tx, lien)
        assert people.closed_account(tx, "lien@example.org") == lien
        people.reopen(tx, lien)
        assert people.person(tx, lien).roles == ()
        assert people.closed_account(tx, "lien@example.org") is None


def test_an_id_that_was_drawn_before_is_the_id(storage):
    with storage.writing() as tx:
        assert not people.is_known(tx, "a" * 32)
        assert people.add_person(tx, "Sami", "nl", as_id="a" * 32) == "a" * 32
        assert people.is_known(tx, "a" * 32)
