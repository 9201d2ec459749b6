"""How a suggested answer differs from what stands."""

import time

import pytest

from bizplan.domain.coaching.own_answers import is_coachs
from bizplan.domain.coaching.suggestions import MOST_WORDS, difference, whole
from bizplan.domain.questions import QUESTIONS


def cut(pieces):
    return "".join(f"[{each.text}]" if each.differs else each.text for each in pieces)


def sides(old, new):
    found = difference(old, new)
    return cut(found.old), cut(found.new)


def test_texts_are_cut_between_words_where_they_part():
    old, new = "I advertise online and people know me.", "I advertise online (1,140 followers) and hand out bread."
    assert sides(old, new) == (
        "I advertise online and [people know me.]", "I advertise online [(1,140 followers) ]and [hand out bread.]")


def test_what_only_one_side_says_is_marked_on_that_side():
    assert sides("Fresh bread", "Fresh warm bread") == ("Fresh bread", "Fresh [warm ]bread")
    assert sides("Fresh warm bread", "Fresh bread") == ("Fresh [warm ]bread", "Fresh bread")


def test_texts_without_a_word_in_common_stand_whole_and_unmarked():
    assert sides("Bread", "Haircuts") == ("Bread", "Haircuts")
    assert sides("", "Bread") == ("", "Bread")
    assert sides("Bread", "") == ("Bread", "")


@pytest.mark.parametrize(("old", "new"), [
    ("خبزي أكبر من غيره", "خبزي أكبر وأطيب من غيره"), ("እንጀራ እና ዳቦ", "እንጀራ እና ቡና"), ("面包 和 蛋糕", "面包 或 蛋糕"),
    ("one\ntwo\n\nthree", "one\n\ntwo four\nthree"), ("  leading", "leading  "), ("a", "a"), ("", ""),
])
def test_nothing_is_lost_in_any_script(old, new):
    found = difference(old, new)
    assert "".join(each.text for each in found.old) == old
    assert "".join(each.text for each in found.new) == new


def test_the_longest_answers_are_compared_at_their_ends_and_quickly():
    middle = " ".join(str(number % 97) for number in range(3 * MOST_WORDS))
    begin = time.perf_counter()
    old, new = sides(f"Begin {middle} end", f"Begin {middle} and end")
    assert time.perf_counter() - begin < 1
    assert new == f"Begin {middle} [and ]end" and old == f"Begin {middle} end"


def test_numbers_are_not_cut():
    found = whole("€ 2.60", "€ 2.20")
    assert (cut(found.old), cut(found.new)) == ("€ 2.60", "€ 2.20")


def test_what_only_coaches_are_asked_is_their_own_and_so_are_groups_of_it():
    assert is_coachs("planning.coach.opinion") and is_coachs("competences.actions")
    assert not is_coachs("idea.need") and not is_coachs("products") and not is_coachs("")
    assert all(is_coachs(key) == question.coach for key, question in QUESTIONS.items())
