"""The lists of reasons of lenders are kept sealed, each with its history, and what was told stays as it was told."""

from sqlalchemy import select

from bizplan.domain.lending.reason_list import Worded
from bizplan.domain.lending.reasons import REASONS
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.storage import erasure, export, lender_reasons, verdicts
from bizplan.storage.tables import LENDER_REASONS
from tests.bizplan.storage.lending import bakery_with_coach, handed_in, lender

LEASE = Worded("own_lease", "Huur te kort", "Uw huurcontract eindigt voor de lening.", "planning")
REWORDED = Worded("own_lease", "Huur", "Verleng eerst uw huur.", "rules", is_offered=False)


def say(storage, organisation, author, *worded):
    with storage.writing() as tx:
        for each in worded:
            lender_reasons.say(tx, organisation, author, each)


def listed(storage, organisation):
    with storage.reading() as tx:
        return lender_reasons.reasons_of(tx, organisation)


def test_what_is_said_is_kept_in_its_order_with_who_and_when_and_the_same_only_once(storage, lien):
    bank = lender(storage).organisation
    say(storage, bank, lien, LEASE, LEASE, Worded("cash", is_offered=False), Worded("market"), REWORDED)
    found = listed(storage, bank)
    assert [(each.number, each.worded, each.author) for each in found.changes] == [
        (1, LEASE, lien), (2, Worded("cash", is_offered=False), lien), (3, REWORDED, lien)]
    assert all(each.made_at for each in found.changes)


def test_each_lender_has_its_own_list(storage, lien):
    here, elsewhere = lender(storage), lender(storage, "Elders")
    say(storage, here.organisation, lien, LEASE)
    assert listed(storage, elsewhere.organisation).changes == ()
    say(storage, elsewhere.organisation, lien, LEASE)
    assert [each.number for each in listed(storage, elsewhere.organisation).changes] == [1]


def test_no_word_stands_readable_in_the_table(storage, lien):
    bank = lender(storage).organisation
    say(storage, bank, lien, LEASE)
    with storage.reading() as tx:
        row = tx.execute(select(LENDER_REASONS)).one()
    assert b"Huur" not in row.words_sealed and b"planning" not in row.words_sealed


def test_a_decision_keeps_the_words_of_its_reasons_when_the_list_changes(storage, amal, lien):
    house = lender(storage)
    asked = handed_in(storage, bakery_with_coach(storage, amal, lien), amal, lien, house.organisation)
    say(storage, house.organisation, house.nele, LEASE)
    own, = listed(storage, house.organisation).own
    given = Given(Kind.DECISION, Outcome.DECLINED, "Kom terug.", ("surplus", "own_lease"), key="d",
                  worded=(REASONS["surplus"], own))
    with storage.writing() as tx:
        assert verdicts.give(tx, asked, house.omar, given)
    say(storage, house.organisation, house.nele, REWORDED)
    with storage.reading() as tx:
        found = verdicts.verdicts_of(tx, asked.id).decision.given
        whole = export.document(tx, amal)
    assert found == given and [each.told for each in found.why] == [REASONS["surplus"].told, LEASE.told]
    assert LEASE.told in str(whole) and REWORDED.told not in str(whole)


def test_who_changed_the_list_is_forgotten_with_the_person_and_the_words_stay(storage, lien):
    house = lender(storage)
    say(storage, house.organisation, house.nele, LEASE)
    with storage.reading() as tx:
        assert export.document(tx, house.nele)["changed_lender_reasons"][0]["reason"] == "own_lease"
    with storage.writing() as tx:
        erasure.erase(tx, house.nele)
    change, = listed(storage, house.organisation).changes
    assert (change.author, change.worded) == ("", LEASE)
