"""A file of law is checked when it is read: every mistake is named with its file and key."""

import re
from datetime import date
from typing import get_args

import pytest

from financial_models.law import LawFileError, Status, sources
from financial_models.law.lookup import parameters
from financial_models.law.reading import read, reforms

GOOD = """
title = { en = "Tolls", nl = "Tol", fr = "Péages" }
recheck_after = 2027-01-01

[source.decree]
title = { en = "Decree on tolls", nl = "Decreet over tol", fr = "Décret sur les péages" }
status = "official"
checked_on = 2026-11-23

[[parameter]]
key = "tolls.bridge"
unit = "EUR"
yearly = true
basis = { en = "Decree, art. 3", nl = "Decreet, art. 3", fr = "Décret, art. 3" }
label = { en = "Bridge toll", nl = "Brugtol", fr = "Péage du pont" }
values = [
    { since = 2025-01-01, value = 3, source = "decree" },
    { since = 2026-01-01, value = 4, source = "decree", note = { en = "Rises.", nl = "Stijgt.", fr = "Monte : +1." } },
]
"""
SCALE = "steps = [ { from = 0, rate = 1 }, { from = 9, rate = 2 } ]"
MISTAKES = [
    ("yearly = true", "yearl = true", "there is no field 'yearl'; did you mean 'yearly'"),
    ("yearly = true", 'yearly = "yes"', "'yearly' wants true or false, not 'yes'"),
    ('unit = "EUR"', 'unit = "euro"', "'unit' is 'euro'; it may be EUR"),
    ('unit = "EUR"', "", "'unit' wants words between quotation marks, not nothing: it is missing"),
    ('unit = "EUR"', 'unit = "EUR"\nper = "week"', "'per' is 'week'"),
    (', source = "decree" },\n    { since = 2026', " },\n    { since = 2026", "value 1: 'source' wants words"),
    ('value = 4, source = "decree"', 'value = 4, source = "rumour"', "the source 'rumour' is not described"),
    ("since = 2026-01-01", 'since = "2026-01-01"', "'since' wants a date"),
    ("since = 2026-01-01", "since = 2026-01-01T00:00:00", "'since' wants a date"),
    ("since = 2026-01-01", "since = 2025-01-01", "in the order of their dates, each date once"),
    ("since = 2026-01-01", "since = 2027-01-01", r"a value for each year from first to last; missing: \[2026\]"),
    ("value = 4", 'value = "4"', "'value' wants a number, not '4'"),
    ("value = 4", "value = inf", "'value' wants a number"),
    ("value = 4", "value = nan", "'value' wants a number"),
    ("value = 4", "value = 4, " + SCALE, "either one 'value' or the 'steps'"),
    ("value = 4", SCALE, "a key is one or the other"),
    ("value = 4", 'value = 4, reform = "1K1"', "the reform '1K1' is not described"),
    ('nl = "Brugtol", ', "", "label: 'nl' wants words"),
    ('nl = "Stijgt.", ', "", "value 2, note: 'nl' wants words"),
    ('nl = "Stijgt.", ', 'nl = " ", ', "value 2, note: 'nl' wants words"),
    ('{ en = "Rises.", nl = "Stijgt.", fr = "Monte : +1." }', '"Rises."', "note: wants a table.*not 'Rises.'"),
    (', fr = "Décret, art. 3"', "", r"key 'tolls\.bridge', basis: 'fr' wants words"),
    (', fr = "Décret sur les péages"', "", "source 'decree', title: 'fr' wants words"),
    ('en = "Decree on tolls"', 'en = "Decree on tolls", de = "Maut"', "source 'decree', title: there is no field 'de'"),
    ('"tolls.bridge"', '"roads.bridge"', r"must begin with tolls\."),
    ('status = "official"', 'status = "sure"', "'status' is 'sure'; it may be official, secondary, unverified"),
    ('status = "official"', 'status = "official"\nlink = "www.tolls.be"', "begins with https://"),
    ("checked_on = 2026-11-23", "", "source 'decree': 'checked_on' wants a date"),
    ("recheck_after = 2027-01-01", "", "'recheck_after' wants a date"),
    ("[[parameter]]", "[parameter]", "'parameter' wants a list"),
    ("[[parameter]]", "[[parameter", "cannot be read as TOML"),
]


def written(tmp_path, text):
    file = tmp_path / "tolls.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_good_file_is_read(tmp_path):
    found = read(written(tmp_path, GOOD))
    assert [dated.number for dated in found.parameters["tolls.bridge"].values] == [3, 4]


def test_what_readers_see_is_read_in_three_languages(tmp_path):
    bridge = read(written(tmp_path, GOOD)).parameters["tolls.bridge"]
    rise = bridge.values[1]
    assert [text.text("nl") for text in (bridge.label, bridge.basis, rise.note, rise.citation.title)] == [
        "Brugtol", "Decreet, art. 3", "Stijgt.", "Decreet over tol"]
    assert bridge.values[0].note is None


def test_a_title_without_languages_is_the_same_in_all(tmp_path):
    table = '{ en = "Decree on tolls", nl = "Decreet over tol", fr = "Décret sur les péages" }'
    found = read(written(tmp_path, GOOD.replace(table, '"Tolwijzer, Bruggen"')))
    title = found.parameters["tolls.bridge"].values[0].citation.title
    assert (title.en, title.nl, title.fr) == ("Tolwijzer, Bruggen",) * 3


def test_a_sign_stays_on_the_line_of_the_word_before_it(tmp_path):
    rise = read(written(tmp_path, GOOD)).parameters["tolls.bridge"].values[1]
    assert rise.note.fr == "Monte\u00a0: +1."


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_file(tmp_path, right, wrong, message):
    assert right in GOOD
    with pytest.raises(LawFileError, match=message) as caught:
        read(written(tmp_path, GOOD.replace(right, wrong, 1)))
    assert "tolls.toml" in str(caught.value)


def test_a_mistake_in_a_value_is_named_with_its_key(tmp_path):
    with pytest.raises(LawFileError, match=r"key 'tolls\.bridge', value 2"):
        read(written(tmp_path, GOOD.replace("value = 4", 'value = "4"')))


def test_a_key_that_stands_twice_is_named(tmp_path):
    twice = GOOD + GOOD[GOOD.index("[[parameter]]"):]
    with pytest.raises(LawFileError, match=r"the key 'tolls\.bridge' stands twice"):
        read(written(tmp_path, twice))


def test_the_steps_of_a_scale_begin_at_zero_and_rise(tmp_path):
    one = GOOD.replace("value = 3", SCALE).replace("value = 4", "steps = [ { from = 5, rate = 1 } ]")
    with pytest.raises(LawFileError, match="begin at zero and rise"):
        read(written(tmp_path, one))


def test_a_reform_never_stands_alone(tmp_path):
    reformed = GOOD.replace('source = "decree"', 'source = "decree", reform = "56K1243"')
    with pytest.raises(LawFileError, match="give the value in force as well"):
        read(written(tmp_path, reformed))


def test_every_value_has_a_source_a_status_and_the_days_of_its_checks():
    for parameter in parameters():
        for dated in parameter.values:
            assert dated.citation.title, parameter.key
            assert dated.citation.status in get_args(Status), parameter.key
            assert date(2026, 11, 23) <= dated.citation.checked_on < dated.recheck_after, parameter.key


def test_every_key_has_a_name_in_three_languages():
    for parameter in parameters():
        assert all((parameter.label.en, parameter.label.nl, parameter.label.fr)), parameter.key


def test_every_remark_and_every_basis_is_translated():
    for parameter in parameters():
        for text in (parameter.basis, *(dated.note for dated in parameter.values)):
            assert text is None or len({text.en, text.nl, text.fr}) == 3, text


def test_only_names_and_titles_of_publications_are_the_same_in_every_language():
    english = re.compile(r"\b(of|and|on|from|the|in a|not|unknown|page|fees|read)\b")
    for source in sources():
        same = {source.title.nl, source.title.fr} & {source.title.en}
        assert not same or not english.search(source.title.en), source.title


def test_no_two_keys_of_belgian_law_share_a_name():
    for language in ("en", "nl", "fr"):
        names = [p.label.text(language) for p in parameters() if not p.key.startswith("lenders.")]
        assert sorted(names) == sorted(set(names))


def test_what_is_general_knowledge_is_called_unverified():
    for parameter in parameters():
        for dated in parameter.values:
            if "General knowledge" in dated.citation.title.en:
                assert dated.citation.status == "unverified"


def test_what_was_computed_says_from_what():
    for parameter in parameters():
        for dated in parameter.values:
            if dated.citation.title.en.startswith("Computed"):
                assert dated.citation.status == "secondary"
                assert "from" in dated.citation.title.en


def test_every_pending_reform_is_used():
    used = {dated.reform for parameter in parameters() for dated in parameter.values} - {None}
    assert used == set(reforms())
