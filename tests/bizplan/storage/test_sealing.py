"""What people wrote opens with its own key, in its own place, and as it was sealed."""

import pytest
from sqlalchemy import update

from bizplan.config import BadSetting
from bizplan.storage import Seal, Storage, people, plans
from bizplan.storage.sealing import SealBroken, key_in, key_of
from bizplan.storage.tables import PEOPLE, REVISIONS
from tests.bizplan.conftest import KEY
from tests.bizplan.storage.saying import NEED, answer, record, saved

OTHER_KEY = bytes(reversed(range(32)))


def test_what_is_sealed_opens_again_in_its_place():
    seal, content = Seal(KEY), {"text": ["خبز", "𓃰"], "value": 3.25, "nothing": None}
    assert seal.opened(seal.sealed(content, "people", "1"), "people", "1") == content


def test_the_same_text_sealed_twice_looks_different():
    seal = Seal(KEY)
    assert seal.sealed("bread", "people", "1") != seal.sealed("bread", "people", "1")


@pytest.mark.parametrize("place", [("people", "2"), ("plans", "1"), ("people",), ()])
def test_what_is_sealed_for_one_place_opens_in_no_other(place):
    seal = Seal(KEY)
    with pytest.raises(SealBroken, match="cannot be opened with this key"):
        seal.opened(seal.sealed("bread", "people", "1"), *place)


def test_another_key_opens_nothing():
    with pytest.raises(SealBroken):
        Seal(OTHER_KEY).opened(Seal(KEY).sealed("bread", "people", "1"), "people", "1")


@pytest.mark.parametrize("at", [1, 12, 20, -1])
def test_a_single_changed_bit_is_noticed(at):
    kept = bytearray(Seal(KEY).sealed("bread", "people", "1"))
    kept[at] ^= 1
    with pytest.raises(SealBroken):
        Seal(KEY).opened(bytes(kept), "people", "1")


def test_what_was_sealed_in_an_unknown_way_is_refused_by_name():
    with pytest.raises(SealBroken, match="unknown way"):
        Seal(KEY).opened(b"\x07" + Seal(KEY).sealed("bread", "people", "1")[1:], "people", "1")


def test_a_digest_depends_on_key_and_purpose_and_shows_nothing_of_the_text():
    seal = Seal(KEY)
    assert seal.digest("amal@example.org", "email") == seal.digest("amal@example.org", "email")
    assert seal.digest("amal@example.org", "email") != seal.digest("amal@example.org", "device")
    assert seal.digest("amal@example.org", "email") != Seal(OTHER_KEY).digest("amal@example.org", "email")
    assert "amal" not in seal.digest("amal@example.org", "email")


def test_a_number_that_is_no_number_is_never_sealed():
    with pytest.raises(ValueError, match="not JSON compliant"):
        Seal(KEY).sealed(float("nan"), "people", "1")


def test_an_answer_moved_to_another_sequence_does_not_open(storage, amal):
    with storage.writing() as tx:
        plan = plans.make(tx, amal, "ar")
    saved(storage, plan, amal, answer(NEED, "bread"), answer(NEED, "cake", base=1))
    with storage.writing() as tx:
        old = tx.execute(REVISIONS.select().where(REVISIONS.c.sequence == 1)).one().payload_sealed
        tx.execute(update(REVISIONS).where(REVISIONS.c.sequence == 2).values(payload_sealed=old))
    with pytest.raises(SealBroken):
        record(storage, plan)


def test_a_name_moved_to_another_person_does_not_open(storage, amal, lien):
    with storage.writing() as tx:
        theirs = tx.execute(PEOPLE.select().where(PEOPLE.c.id == lien)).one().name_sealed
        tx.execute(update(PEOPLE).where(PEOPLE.c.id == amal).values(name_sealed=theirs))
    with storage.reading() as tx, pytest.raises(SealBroken):
        people.person(tx, amal)


def test_a_database_does_not_open_with_the_key_of_another_installation(storage, amal):
    stranger = Storage(storage.database, Seal(OTHER_KEY))
    with stranger.reading() as tx, pytest.raises(SealBroken):
        people.person(tx, amal)


def test_the_key_of_an_installation_is_made_once_and_readable_by_its_owner_only(tmp_path):
    made = key_in(tmp_path / "data")
    assert len(made) == 32
    assert key_in(tmp_path / "data") == made
    assert (tmp_path / "data" / "key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "abc", "zz" * 32, "00" * 31, "00" * 33])
def test_a_key_that_is_none_is_refused_and_the_message_says_where_it_stands(text):
    with pytest.raises(BadSetting, match="BIZPLAN_KEY"):
        key_of(text)


def test_a_seal_wants_a_whole_key():
    with pytest.raises(ValueError, match="the key has 31 bytes"):
        Seal(bytes(31))
