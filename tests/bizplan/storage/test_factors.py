"""The ways in of staff: passwords, codes of an app, recovery codes."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import time_machine

from bizplan.storage import factors, hashing
from bizplan.storage.tables import PEOPLE, RECOVERY_CODES

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
EMAIL, PASSWORD = "lien@example.org", "trein lepel wolk kaars zeven"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


def app_code(at=0):
    return pyotp.TOTP(SECRET).at(datetime.now(UTC) + timedelta(seconds=30 * at))


def set_up(storage, person):
    with storage.writing() as tx:
        return factors.set_code_app(tx, person, SECRET, app_code())


def use(storage, person, code):
    with storage.writing() as tx:
        return factors.use_app_code(tx, person, code)


def test_the_right_password_names_its_person(storage, lien):
    factors.set_password(storage, lien, PASSWORD)
    assert factors.person_with_password(storage, EMAIL, PASSWORD) == lien
    assert factors.person_with_password(storage, EMAIL, PASSWORD + " ") is None
    assert factors.person_with_password(storage, "nobody@example.org", PASSWORD) is None


def test_a_letter_may_be_composed_in_either_way(storage, lien):
    word = "één café vóór zeven uur"
    factors.set_password(storage, lien, unicodedata.normalize("NFC", word))
    assert factors.person_with_password(storage, EMAIL, unicodedata.normalize("NFD", word)) == lien


def test_who_has_no_password_does_not_come_in_with_an_empty_one(storage, lien):
    assert factors.person_with_password(storage, EMAIL, "") is None


def test_known_and_unknown_addresses_cost_the_same_work(storage, lien, monkeypatch):
    factors.set_password(storage, lien, PASSWORD)
    worked, verify = [], hashing.HASHER.verify
    monkeypatch.setattr(type(hashing.HASHER), "verify", lambda self, kept, secret: worked.append(kept[:31]) or verify(
        kept, secret))
    for email in (EMAIL, "nobody@example.org"):
        factors.person_with_password(storage, email, "something else entirely")
    assert worked == ["$argon2id$v=19$m=19456,t=2,p=1$"] * 2


def test_more_than_a_kilobyte_is_not_hashed_at_all(storage, lien, monkeypatch):
    monkeypatch.setattr(hashing, "fits", lambda *_: pytest.fail("it was hashed"))
    assert factors.person_with_password(storage, EMAIL, "é" * 513) is None


def test_a_code_of_the_app_counts_once(storage, lien, clock):
    assert set_up(storage, lien)
    assert not use(storage, lien, app_code())
    clock.shift(timedelta(seconds=30))
    code = app_code()
    assert use(storage, lien, f"{code[:3]} {code[3:]}")
    assert not use(storage, lien, code)


def test_an_older_code_does_not_count_after_a_newer_one(storage, lien, clock):
    set_up(storage, lien)
    clock.shift(timedelta(seconds=90))
    older = app_code(-1)
    assert use(storage, lien, app_code())
    assert not use(storage, lien, older)


@pytest.mark.parametrize(("seconds_off", "fits"), [(-61, False), (-30, True), (0, True), (30, True), (61, False)])
def test_the_clock_of_the_phone_may_be_half_a_minute_off(storage, lien, clock, seconds_off, fits):
    set_up(storage, lien)
    clock.shift(timedelta(minutes=10))
    shown = pyotp.TOTP(SECRET).at(datetime.now(UTC) + timedelta(seconds=seconds_off))
    assert use(storage, lien, shown) is fits


@pytest.mark.parametrize("code", ["", "000000", "12345", "١٢٣٤٥٦", "abcdef", "1" * 1000])
def test_another_code_does_not_fit(storage, lien, clock, code):
    set_up(storage, lien)
    clock.shift(timedelta(minutes=10))
    assert not use(storage, lien, code)


def test_an_app_that_shows_another_code_is_not_set_up(storage, lien):
    with storage.writing() as tx:
        assert not factors.set_code_app(tx, lien, SECRET, "000000")
        assert not factors.has_second_factor(tx, lien)


def test_ten_recovery_codes_work_once_each(storage, lien):
    with storage.writing() as tx:
        codes = factors.new_recovery_codes(tx, lien)
        assert len(set(codes)) == 10 and {len(code) for code in codes} == {10}
        assert factors.use_recovery_code(tx, lien, f"{codes[3][:5].lower()}-{codes[3][5:]}")
        assert not factors.use_recovery_code(tx, lien, codes[3])
        assert factors.recovery_codes_left(tx, lien) == 9


def test_new_recovery_codes_end_the_old_ones_and_are_of_one_person(storage, lien, amal):
    with storage.writing() as tx:
        old, new = factors.new_recovery_codes(tx, lien), factors.new_recovery_codes(tx, lien)
        assert not factors.use_recovery_code(tx, lien, old[0])
        assert not factors.use_recovery_code(tx, amal, new[0])
        assert factors.use_recovery_code(tx, lien, new[0])


def test_no_secret_stands_readable_in_the_file(storage, lien, tmp_path):
    set_up(storage, lien)
    factors.set_password(storage, lien, PASSWORD)
    with storage.writing() as tx:
        codes = factors.new_recovery_codes(tx, lien)
    kept = (tmp_path / "bizplan.sqlite").read_bytes()
    assert not [secret for secret in (SECRET, PASSWORD, *codes) if secret.encode() in kept]
    with storage.reading() as tx:
        assert tx.execute(PEOPLE.select().where(PEOPLE.c.id == lien)).one().password.startswith("$argon2id$")
        assert len(tx.execute(RECOVERY_CODES.select()).all()) == 10
