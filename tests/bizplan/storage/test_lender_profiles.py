"""What lenders say of themselves is kept sealed, whole and for good."""

from datetime import date

import pytest
from sqlalchemy import select

from bizplan.domain.lending.profile_beginnings import copied
from bizplan.storage import erasure, lender_profiles, people
from bizplan.storage.columns import new_id
from bizplan.storage.lender_profiles import Said
from bizplan.storage.tables import LENDER_PROFILES

ON, LATER = date(2026, 12, 1), date(2027, 3, 1)


@pytest.fixture
def bank(storage):
    """An organisation that lends."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Voorbeeld Kredieten")


def say(storage, organisation, name, said, author=None):
    with storage.writing() as tx:
        return lender_profiles.say(tx, organisation, name, author, said)


def profiles(storage, organisation):
    with storage.reading() as tx:
        return lender_profiles.profiles_of(tx, organisation)


def test_what_is_said_comes_back_as_it_was_said_in_its_order_with_who_and_when(storage, bank, lien):
    copy = copied("microstart", "nl")
    values = {"about.title": "Ons krediet", "about.papers": ("identity", "quotes"), "product.a.guarantor_needed": False}
    name = say(storage, bank, lender_profiles.new_name(), Said(ON, {**values, **copy.values}, copy.origins), lien)
    say(storage, bank, name, Said(LATER, {"product.a.guarantor_needed": None, "about.contact": "Kade 1"}), lien)
    own, = profiles(storage, bank)
    first, second = own.changes
    assert (own.name, own.organisation, own.organisation_name) == (name, bank, "Voorbeeld Kredieten")
    assert (first.number, first.since, first.values, first.origins) == (1, ON, {**values, **copy.values}, copy.origins)
    assert (second.number, second.since, second.values) == (2, LATER, {
        "product.a.guarantor_needed": None, "about.contact": "Kade 1"})
    assert {first.author, second.author} == {lien} and first.made_at <= second.made_at


def test_under_one_id_it_is_kept_once_and_an_id_of_another_lender_is_no_way_in(storage, bank):
    said = Said(ON, {"about.title": "Een"}, id=new_id())
    name = say(storage, bank, lender_profiles.new_name(), said)
    assert say(storage, bank, lender_profiles.new_name(), said) == name and len(profiles(storage, bank)) == 1
    with storage.writing() as tx:
        others = people.add_organisation(tx, "lending", "Elders")
    theirs = say(storage, others, lender_profiles.new_name(), said)
    assert theirs != name and [each.name for each in profiles(storage, others)] == [theirs]
    with storage.reading() as tx:
        assert lender_profiles.profile(tx, others, name) is None
        assert lender_profiles.kept_under(tx, others, said.id) == ""


def test_a_lender_is_found_by_its_name_and_all_of_the_installation_together(storage, bank):
    name = say(storage, bank, lender_profiles.new_name(), Said(ON, {"about.title": "Een", "threshold.dscr_green": 1.4}))
    with storage.writing() as tx:
        coaching = people.add_organisation(tx, "coaching", "De Kade")
    say(storage, coaching, lender_profiles.new_name(), Said(ON, {"about.title": "Not a lender any more"}))
    with storage.reading() as tx:
        assert lender_profiles.lender(tx, name, ON).threshold("dscr_green") == 1.4
        assert lender_profiles.lender(tx, name, date(2026, 11, 30)) is None
        assert lender_profiles.lender(tx, "microstart", ON) is None
        assert [each.name for each in lender_profiles.profiles_here(tx)] == [name]
        assert [people.lends(tx, each) for each in (bank, coaching, new_id())] == [True, False, False]


def test_no_word_and_no_figure_stands_readable_in_the_table(storage, bank):
    say(storage, bank, lender_profiles.new_name(), Said(ON, {"about.title": "Geheim", "product.a.rate": 0.0995}))
    with storage.reading() as tx:
        row = tx.execute(select(LENDER_PROFILES)).one()
    assert b"Geheim" not in row.profile_sealed and b"0.0995" not in row.profile_sealed


def test_whoever_wrote_it_may_be_erased_and_it_stays(storage, bank, lien):
    say(storage, bank, lender_profiles.new_name(), Said(ON, {"about.title": "Een"}), lien)
    with storage.writing() as tx:
        erasure.erase(tx, lien)
    own, = profiles(storage, bank)
    assert (own.changes[0].author, own.about(ON).title) == ("", "Een")
