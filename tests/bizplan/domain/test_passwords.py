"""What a good password is."""

import unicodedata

import pytest

from bizplan.domain.passwords import is_too_large, normalised, refusal

WHO = ("Lien Peeters", "lien.peeters@example.org")
GOOD = "trein lepel wolk"


@pytest.mark.parametrize("password", [
    GOOD, "kaars fietsje!!", "x9 ~ voorbeeldzin", "كلمة سر طويلة جدا", "пароль з п'яти слів",
    "zon" + " lamp kruk boter" * 12,
    "🦊🐢🪵🧭🎈🦋🌵🍋🧶🪁🛶🥾🧊🎻🔭abcdefghij",
])
def test_a_long_one_is_taken_in_any_script(password):
    assert refusal(password, *WHO) is None


@pytest.mark.parametrize(("password", "reason"), [
    ("", "at least 15"), ("trein lepel wo", "at least 15"), ("e\u0301" * 14, "at least 15"),
    ("trein lepel " * 17, "at most 200"), ("é" * 513, "at most 200"),
    ("passwordpassword", "Many people"), ("Wachtwoord123456", "Many people"), ("111111111111111", "Many people"),
    ("bizplanbizplan2026", "Many people"), ("lienpeeters1985!", "Many people"), ("azertyuiop12345", "Many people"),
    ("aaaaaaaaaaaaaaaa", "Many people"), ("motdepasse-2026-bizplan", "Many people"),
    ("welkom welkom welkom", "Many people"),
])
def test_a_short_or_common_one_is_not(password, reason):
    assert reason in (refusal(password, *WHO) or "")


def test_exactly_fifteen_and_exactly_two_hundred_are_taken():
    long = ("stoel brug mos kers pauw tin " * 9)[:200]
    assert len("trein lepel wol") == 15 and refusal("trein lepel wol", *WHO) is None
    assert len(long) == 200 and refusal(long, *WHO) is None and refusal(long + "x", *WHO) is not None


def test_composed_and_decomposed_letters_are_the_same_password():
    assert normalised(unicodedata.normalize("NFD", "één café")) == normalised(unicodedata.normalize("NFC", "één café"))
    assert normalised("ﬁets") == "fiets"


def test_more_than_a_kilobyte_is_too_large_to_look_at():
    assert not is_too_large("a" * 1024) and is_too_large("a" * 1025) and is_too_large("é" * 513)
