"""A fingerprint follows from what was said, and from nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.coaching.sign_off import Signature, SignedPart, SignOff
from bizplan.domain.fingerprint import ALPHABET, LENGTH, dated, fingerprint, grouped, shortened, typed
from bizplan.domain.plan import Answer, Translation
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from financial_models import edition

DAY = date(2026, 11, 28)
SIGNED = SignOff((SignedPart("Idea", Signature("Lien", "De Kade", DAY)),), ())


@pytest.fixture(scope="module")
def bakery():
    """The plan of a bakery."""
    return plan_file.read(examples.text("bakery"))


@pytest.fixture(scope="module")
def cut(bakery):
    """What a lender gets of it on a day."""
    return dated(released(bakery, Recipient.LENDER), DAY)


@pytest.mark.parametrize("name", examples.names())
def test_the_plan_file_of_a_cut_has_the_fingerprint_of_the_cut(name):
    cut = dated(released(plan_file.read(examples.text(name)), Recipient.LENDER), DAY, revision=12, sign_off=SIGNED)
    assert fingerprint(plan_file.read(plan_file.write(cut))) == fingerprint(cut)


def test_it_holds_150_bits_in_letters_that_are_not_mistaken(cut):
    found = fingerprint(cut)
    assert len(found) == LENGTH == 30 and set(found) <= set(ALPHABET)
    assert len(ALPHABET) == 32 and not set("ILOU") & set(ALPHABET)
    assert shortened(found) == grouped(found)[:23] and shortened(found).count(" ") == 3
    assert grouped(found).replace(" ", "") == found


def test_day_revision_signature_reader_and_every_answer_change_it(bakery, cut):
    lender, mine = released(bakery, Recipient.LENDER), released(bakery, Recipient.SELF)
    other = replace(cut, answers={**cut.answers, ("idea.need", ""): Answer("Other bread")})
    all_ = [cut, dated(lender, date(2026, 11, 29)), dated(lender, DAY, revision=1), dated(mine, DAY), other,
            dated(lender, DAY, sign_off=SIGNED)]
    assert len({fingerprint(each) for each in all_}) == len(all_)


def test_the_engine_and_the_law_change_it(bakery, cut, monkeypatch):
    for part in ("engine", "law"):
        monkeypatch.setattr(edition, part, lambda: "0" * 16)
        assert fingerprint(dated(released(bakery, Recipient.LENDER), DAY)) != fingerprint(cut)
        monkeypatch.undo()
    assert fingerprint(dated(released(bakery, Recipient.LENDER), DAY)) == fingerprint(cut)


def test_the_order_in_which_things_were_said_does_not_change_it(cut):
    texts = {("idea.need", "", "fr"): Translation("Du pain"), ("idea.offer", "", "fr"): Translation("Du plat")}
    cut = replace(cut, translations=texts)
    turned = replace(cut, answers=dict(reversed(cut.answers.items())), rows=dict(reversed(cut.rows.items())),
                     translations=dict(reversed(cut.translations.items())))
    assert fingerprint(turned) == fingerprint(cut)


def test_what_only_the_whole_plan_says_does_not_change_that_of_a_lender(bakery, cut):
    said = replace(bakery, answers={**bakery.answers, ("household.changes", ""): Answer("The benefit stops")})
    assert fingerprint(dated(released(said, Recipient.LENDER), DAY)) == fingerprint(cut)


def test_a_number_is_the_same_however_it_was_kept(cut):
    place = ("household.adults", "")
    assert {fingerprint(replace(cut, answers={**cut.answers, place: Answer(two)})) for two in (2, 2.0)} != {
        fingerprint(replace(cut, answers={**cut.answers, place: Answer(3)}))}
    assert len({fingerprint(replace(cut, answers={**cut.answers, place: Answer(two)})) for two in (2, 2.0)}) == 1


def test_a_typed_fingerprint_is_read_however_it_is_written(cut):
    found = fingerprint(cut)
    assert typed(grouped(found).lower()) == typed(found.replace("1", "l").replace("0", "O")) == found
    assert typed(shortened(found)) is None and typed("") is None and typed("U" * LENGTH) is None
    assert typed("٣" * LENGTH) is None
