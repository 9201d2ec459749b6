"""A return card opens nothing without its PIN, and ends after ten wrong ones."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bizplan.storage import hashing, return_cards
from bizplan.storage.return_cards import Tried
from bizplan.storage.tables import RETURN_CARDS

PIN, WRONG = "7391", "7392"


def make(storage, person, coach, pin=PIN):
    hashed = hashing.hashed(storage.seal, pin)
    with storage.writing() as tx:
        return return_cards.make(tx, person, coach, hashed)


def newest(storage, person):
    with storage.reading() as tx:
        return return_cards.cards_of(tx, person)[0]


def test_a_code_has_eight_signs_that_nobody_mixes_up(storage, amal, lien):
    code = make(storage, amal, lien)
    assert len(code) == 8 and set(code) <= set("23456789ABCDEFGHJKMNPQRSTVWXYZ")


def test_the_card_and_its_pin_open_again_and_again(storage, amal, lien):
    code = make(storage, amal, lien)
    typed = f" {code[:4].lower()}-{code[4:].lower()} "
    assert [return_cards.enter(storage, each, PIN) for each in (code, typed, code)] == [Tried(amal)] * 3


@pytest.mark.parametrize("pin", ["", WRONG, "73910", " 7391"])
def test_without_its_pin_it_opens_nothing(storage, amal, lien, pin):
    assert return_cards.enter(storage, make(storage, amal, lien), pin) == Tried(None)


def test_ten_wrong_pins_end_it_and_name_the_coach(storage, amal, lien):
    code = make(storage, amal, lien)
    tried = [return_cards.enter(storage, code, WRONG) for _ in range(10)]
    assert [each.ended for each in tried[:9]] == [None] * 9
    ended = tried[9].ended
    assert ended is not None and ended.made_by == lien and ended.ended_by_wrong_pins
    assert return_cards.enter(storage, code, PIN) == Tried(None)
    assert newest(storage, amal).ended_by_wrong_pins


def test_the_right_pin_begins_the_count_anew(storage, amal, lien):
    code = make(storage, amal, lien)
    for _ in range(2):
        for _ in range(9):
            return_cards.enter(storage, code, WRONG)
        assert return_cards.enter(storage, code, PIN) == Tried(amal)


def test_thirty_tries_at_once_see_at_most_ten_pins(storage, amal, lien, monkeypatch):
    code, looked = make(storage, amal, lien), []
    monkeypatch.setattr(return_cards.hashing, "fits", lambda seal, kept, pin: looked.append(kept) or False)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: return_cards.enter(storage, code, WRONG), range(30)))
    assert len(looked) == 30 and sum(kept is not None for kept in looked) == 10


def test_an_unknown_code_costs_the_same_work(storage, amal, lien, monkeypatch):
    code, worked = make(storage, amal, lien), []
    verify = hashing.HASHER.verify
    monkeypatch.setattr(type(hashing.HASHER), "verify", lambda self, kept, secret: worked.append(kept[:31]) or verify(
        kept, secret))
    assert return_cards.enter(storage, code, WRONG) == return_cards.enter(storage, "AAAAAAAA", WRONG) == Tried(None)
    assert worked[0] == worked[1] == "$argon2id$v=19$m=19456,t=2,p=1$"


def test_a_revoked_card_opens_nothing(storage, amal, lien):
    code = make(storage, amal, lien)
    with storage.writing() as tx:
        return_cards.revoke(tx, newest_id(tx, amal))
    assert return_cards.enter(storage, code, PIN) == Tried(None)
    assert not newest(storage, amal).ended_by_wrong_pins


def newest_id(tx, person):
    return return_cards.cards_of(tx, person)[0].id


def test_a_new_card_ends_the_old_one(storage, amal, lien):
    old, new = make(storage, amal, lien), make(storage, amal, lien, "8264")
    assert return_cards.enter(storage, old, PIN) == Tried(None)
    assert return_cards.enter(storage, new, "8264") == Tried(amal)


@pytest.mark.parametrize(("pin", "fair"), [("7391", True), ("739155", True), ("0000", False), ("1234", False),
                                           ("6543", False), ("123", False), ("123456789", False), ("12a4", False),
                                           ("١٣٥٧", False), ("1221", True), ("", False)])
def test_a_fair_pin_is_one_that_nobody_tries_first(pin, fair):
    assert return_cards.is_fair_pin(pin) is fair


def test_the_pin_is_kept_as_a_hash_that_needs_the_key_of_the_installation(storage, amal, lien):
    make(storage, amal, lien)
    with storage.reading() as tx:
        kept = tx.execute(RETURN_CARDS.select()).one().pin
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    with pytest.raises(hashing.VerificationError):
        hashing.HASHER.verify(kept, PIN)
