"""A workbook says where it comes from, and only the installation that made it can have it say so."""

import hashlib
import hmac
from datetime import date

import pytest

from bizplan.domain.returned import Misplaced, Origin, Wrong, fingerprint, of_plan, told

MADE = Origin(42, "nl", date(2027, 3, 1), fingerprint([("cost.rent.amount", [900.0])]))


def digest(text, purpose, key=b"installation"):
    return hmac.new(key, f"{purpose}\0{text}".encode(), hashlib.sha256).hexdigest()


def other(text, purpose):
    return digest(text, purpose, b"another installation")


def wrong(line, plan="plan", newest=42, made=digest):
    with pytest.raises(Misplaced) as raised:
        of_plan(line, plan, newest, made)
    return raised.value.wrong


def test_what_a_workbook_was_told_is_read_again():
    assert of_plan(told(MADE, "plan", digest), "plan", 50, digest) == MADE


def test_the_plan_stands_in_it_under_a_mark_that_says_nothing():
    assert "plan" not in told(MADE, "plan", digest)
    assert told(MADE, "plan", digest).split("|")[1] != told(MADE, "plan", other).split("|")[1]


def test_the_workbook_of_another_plan_or_installation_is_recognised():
    assert wrong(told(MADE, "plan", digest), "other") is Wrong.OTHER_PLAN
    assert wrong(told(MADE, "plan", digest), made=other) is Wrong.OTHER_PLAN


def test_a_workbook_that_is_newer_than_the_plan_is_recognised():
    assert wrong(told(MADE, "plan", digest), newest=41) is Wrong.TOO_NEW


@pytest.mark.parametrize("place", range(2, 7))
def test_nothing_in_it_can_be_changed(place):
    parts = told(MADE, "plan", digest).split("|")
    parts[place] = {2: "41", 3: "fr", 4: "2027-03-02", 5: "0" * 32, 6: "0" * 32}[place]
    assert wrong("|".join(parts)) is Wrong.UNSAID


@pytest.mark.parametrize("line", ["", "|", "1", "1|2|3", "x" * 10_000, "|||||||", "1" + "|é" * 6, "٣|a|b|c|d|e|f"])
def test_anything_else_says_nothing(line):
    assert wrong(line) in (Wrong.UNSAID, Wrong.OTHER_PLAN, Wrong.OTHER_VERSION)


def test_a_line_of_a_later_format_is_of_another_version():
    assert wrong("2|whatever|comes") is Wrong.OTHER_VERSION


def test_the_fingerprint_changes_with_each_number_and_key_and_not_with_their_order():
    one, two = ("a", [1.0]), ("b", [2.0, 3.0])
    assert fingerprint([one, two]) == fingerprint([two, one])
    assert len({fingerprint(each) for each in ([one], [two], [one, two], [("a", [1.5])], [("b", [1.0])],
                                               [("b", [3.0, 2.0])])}) == 6
