"""How values stand in a sentence: lists whose items have commas, and shares beyond meaning."""

import pytest

from bizplan.domain.readiness.sentences import Several as Listed
from bizplan.domain.readiness.sentences import Share, Term, several
from bizplan.translations import translator


def said(value, language):
    return value.said(language, translator(language)).replace("\u00a0", " ")


def test_names_stand_with_commas_between_them():
    assert said(several(["bread", "cake"]), "nl") == "bread, cake"
    assert said(several(list("abcdefg")), "en") == "a, b, c, d, e, …"


@pytest.mark.parametrize(("language", "words"), [
    ("nl", "a, b; c"), ("fr", "a, b ; c"), ("en", "a, b; c")])
def test_semicolons_stand_between_names_that_have_commas(language, words):
    assert said(Listed((Term("a, b"), Term("c"))), language) == words


def test_in_arabic_both_signs_are_arabic():
    assert said(Listed((Term("a، b"), Term("c"))), "ar") == "a، b؛ c"
    assert said(Listed((Term("a"), Term("c"))), "ar") == "a، c"


@pytest.mark.parametrize(("share", "words"), [
    (0.7, "70 %"), (10.0, "1.000 %"), (46.766, "meer dan 1.000 %")])
def test_of_more_than_ten_times_only_that_is_said(share, words):
    assert said(Share(share), "nl") == words
