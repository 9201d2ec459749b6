"""A line of a list is known again by its key; another plan's list and a changed key are told apart."""

from dataclasses import replace

import pytest

from bizplan.domain.coaching.bilingual import (
    Line,
    OtherPlan,
    Proposed,
    Refused,
    as_text,
    compared,
    from_text,
    key_of_line,
    known,
)
from bizplan.domain.plan import Answer, Plan, Translation
from bizplan.domain.translated import translations

PLAN, OTHER = "a" * 32, "b" * 32
BREAD = "خبز طازج"
STUDY = Plan("ar", {("idea.need", ""): Answer(BREAD), ("products[].name", "x1"): Answer("خبز")}, {"products": ("x1",)},
             {("products[].name", "x1", "nl"): Translation("Brood")})


def line(number=2, text="Vers brood", of=0, study=STUDY, plan=PLAN, **more):
    key = key_of_line(plan, 7, translations(study, "nl")[of])
    return Line(number, key, text, **more)


def told(*lines, study=STUDY):
    return list(compared(study, PLAN, lines))


def test_a_key_says_which_text_it_is_and_when_it_went_out():
    found = known(PLAN, line(of=1))
    assert (found.question.key, found.row, found.language, found.sequence) == ("products[].name", "x1", "nl", 7)


def test_what_a_list_would_change_is_told_with_what_stood_before():
    new, mended = told(line(), line(3, "Platbrood", of=1, remark="Of pita?"))
    assert (new.before, new.after, new.original, new.is_changed) == ("", "Vers brood", BREAD, False)
    assert (mended.before, mended.after, mended.remark, mended.number) == ("Brood", "Platbrood", "Of pita?", 3)


def test_lines_that_say_what_stands_already_or_nothing_change_nothing():
    assert told(line(text=""), line(text="  \n "), line(text="Brood", of=1)) == []


def test_a_text_that_changed_since_the_list_went_out_is_told():
    later = replace(STUDY, answers={**STUDY.answers, ("idea.need", ""): Answer("خبز وحلويات")})
    change, = told(line(), study=later)
    assert change.is_changed


def test_a_list_of_another_plan_is_told_by_its_line():
    with pytest.raises(OtherPlan) as raised:
        told(line(5, plan=OTHER))
    assert raised.value.number == 5


@pytest.mark.parametrize("change", [
    lambda key: key.replace("idea.need", "idea.offer"), lambda key: key.replace("|7|", "|9|"),
    lambda key: key.replace("|nl|", "|fr|"), lambda key: key[:-1] + "x", lambda key: key[:-9], lambda key: "",
    lambda key: "|||||||||", lambda key: key.replace("|7|", "|seven|"),
    lambda key: key.replace("|7|", f"|{'9' * 80}|"),
    lambda key: key.replace("idea.need", "products[].price"), lambda key: f"={key}"])
def test_a_key_that_somebody_changed_is_refused_by_its_number(change):
    given = line(4)
    refused, = told(replace(given, key=change(given.key)))
    assert isinstance(refused, Refused)
    assert (refused.number, refused.why, refused.text) == (4, "key", "Vers brood")


def test_a_cell_that_holds_no_text_a_text_that_is_too_long_and_an_answer_that_went_are_refused():
    gone = replace(STUDY, answers={})
    assert [each.why for each in told(line(text="", unread=True))] == ["cell"]
    assert [each.why for each in told(line(), study=gone)] == ["gone"]
    long, = told(line(text="a" * 20_001))
    assert long.why.values["most"].count == 20_000
    assert long.text == "a" * 20_001


def test_a_remark_alone_is_told_and_not_lost():
    refused, = told(line(text="", remark="Wat is dit?"))
    assert (refused.why, refused.text) == ("remark", "Wat is dit?")


def test_texts_are_cleaned_as_answers_are():
    change, = told(line(text="Vers\u202e brood\x07\r\nelke dag"))
    assert isinstance(change, Proposed)
    assert change.after == "Vers brood\nelke dag"


def test_lines_wait_in_a_form_and_come_out_of_it_the_same():
    lines = (line(), line(3, "=1+1\n“”👍", of=1, remark="x"), line(4, "", unread=True))
    assert from_text(as_text(lines)) == lines


@pytest.mark.parametrize("text", ["", "{}", "[[1]]", "[1]", '[[1, 2, "", "", false]]', '[["1", "k", "", "", false]]',
                                  "[" * 100_000, "NaN", "null", '[[1, "k", "\\ud800", "", false]]',
                                  '[[0, "k", "", "", false]]', f'[[{"9" * 4000}, "k", "", "", false]]',
                                  '[[1, "k", "t", "r", 1, 2]]'])
def test_a_form_that_holds_something_else_has_no_lines(text):
    assert from_text(text) is None
