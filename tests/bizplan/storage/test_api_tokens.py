"""Tokens of lenders' systems: shown once, found by their digest, ended at once."""

from datetime import timedelta

import pytest

from bizplan.storage import api_tokens, people
from bizplan.storage.api_tokens import FORM, MOST, TooMany
from bizplan.storage.columns import new_id
from bizplan.storage.tables import API_TOKENS


@pytest.fixture
def lender(storage):
    """An organisation at which officers work."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Krediet")


def write(storage, deed, *given):
    with storage.writing() as tx:
        return deed(tx, *given)


def read(storage, of, *given):
    with storage.reading() as tx:
        return of(tx, *given)


def test_a_token_has_256_bits_and_only_its_digest_is_kept(storage, lender, lien, tmp_path):
    token = write(storage, api_tokens.make, lender, lien, "credit system")
    assert FORM.fullmatch(token) and token.startswith("bp1_")
    assert token not in {write(storage, api_tokens.make, lender, lien, "other") for _ in range(3)}
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*.sqlite"))
    assert token.encode() not in kept and b"credit system" not in kept
    found = read(storage, api_tokens.found, token)
    assert (found.organisation, found.label, found.author, found.used_at) == (lender, "credit system", lien, None)


@pytest.mark.parametrize("wrong", ["", "bp1_", "bp1_" + "a" * 43, "x" * 10_000, "bp1_" + "é" * 43, "bp1_%" * 9])
def test_other_letters_find_nothing(storage, lender, lien, wrong):
    token = write(storage, api_tokens.make, lender, lien, "credit system")
    assert read(storage, api_tokens.found, wrong) is None
    neighbour = token[:-1] + ("A" if token[-1] != "A" else "B")
    assert read(storage, api_tokens.found, neighbour) is None
    assert read(storage, api_tokens.found, token.upper()) is None


def test_what_is_ended_works_no_longer_and_is_not_listed(storage, lender, lien):
    token = write(storage, api_tokens.make, lender, lien, "credit system")
    kept = read(storage, api_tokens.found, token)
    elsewhere = write(storage, people.add_organisation, "lending", "Elders")
    assert not write(storage, api_tokens.end, elsewhere, kept.id)
    assert read(storage, api_tokens.found, token) == kept
    assert write(storage, api_tokens.end, lender, kept.id)
    assert read(storage, api_tokens.found, token) is None and read(storage, api_tokens.tokens_of, lender) == ()
    assert not write(storage, api_tokens.end, lender, kept.id)


def test_a_form_that_is_sent_twice_makes_one_token_and_the_last_letters_work(storage, lender, lien):
    key = new_id()
    first, second = (write(storage, api_tokens.make, lender, lien, "credit system", key) for _ in range(2))
    assert read(storage, api_tokens.found, first) is None
    assert read(storage, api_tokens.found, second).id == key
    assert len(read(storage, api_tokens.tokens_of, lender)) == 1


def test_a_token_that_was_used_does_not_get_other_letters(storage, lender, lien):
    key = new_id()
    first = write(storage, api_tokens.make, lender, lien, "credit system", key)
    write(storage, api_tokens.note_use, key)
    second = write(storage, api_tokens.make, lender, lien, "credit system", key)
    assert read(storage, api_tokens.found, first).id == key != read(storage, api_tokens.found, second).id


def test_nobody_takes_over_the_token_of_another_organisation_by_its_id(storage, lender, lien):
    key, elsewhere = new_id(), write(storage, people.add_organisation, "lending", "Elders")
    theirs = write(storage, api_tokens.make, elsewhere, lien, "theirs", key)
    ours = write(storage, api_tokens.make, lender, lien, "ours", key)
    assert read(storage, api_tokens.found, theirs).organisation == elsewhere
    assert read(storage, api_tokens.found, ours).organisation == lender


def test_an_organisation_has_so_many_tokens_and_no_more(storage, lender, lien):
    for _ in range(MOST):
        write(storage, api_tokens.make, lender, lien, "one of many")
    with pytest.raises(TooMany):
        write(storage, api_tokens.make, lender, lien, "one too many")


def test_when_it_was_used_last_is_said_to_the_minute(storage, lender, lien):
    token = write(storage, api_tokens.make, lender, lien, "credit system")
    kept = read(storage, api_tokens.found, token)
    write(storage, api_tokens.note_use, kept.id)
    first = read(storage, api_tokens.found, token).used_at
    write(storage, api_tokens.note_use, kept.id)
    assert first and read(storage, api_tokens.found, token).used_at == first
    with storage.writing() as tx:
        tx.execute(API_TOKENS.update().values(used_at=tx.now - timedelta(minutes=2)))
    write(storage, api_tokens.note_use, kept.id)
    assert read(storage, api_tokens.found, token).used_at > first
