"""A file of law is checked when it is read: every mistake is named with its file and key."""

from datetime import date
from typing import get_args

import pytest

from financial_models.law import LawFileError, Status
from financial_models.law.lookup import parameters
from financial_models.law.reading import read, reforms

GOOD = """
title = { en = "Tolls", nl = "Tol", fr = "Péages" }
recheck_after = 2027-01-01

[source.decree]
title = "Decree on tolls, art. 3"
status = "official"
checked_on = 2026-11-23

[[parameter]]
key = "tolls.bridge"
unit = "EUR"
yearly = true
label = { en = "Bridge toll", nl = "Brugtol", fr = "Péage du pont" }
values = [
    { since = 2025-01-01, value = 3, source = "decree" },
    { since = 2026-01-01, value = 4, source = "decree" },
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
    reformed = GOOD.replace('source = "decree" }', 'source = "decree", reform = "56K1243" }')
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


def test_no_two_keys_of_belgian_law_share_a_name():
    for language in ("en", "nl", "fr"):
        names = [p.label.text(language) for p in parameters() if not p.key.startswith("lenders.")]
        assert sorted(names) == sorted(set(names))


def test_what_is_general_knowledge_is_called_unverified():
    for parameter in parameters():
        for dated in parameter.values:
            if "General knowledge" in dated.citation.title:
                assert dated.citation.status == "unverified"


def test_what_was_computed_says_from_what():
    for parameter in parameters():
        for dated in parameter.values:
            if dated.citation.title.startswith("Computed"):
                assert dated.citation.status == "secondary"
                assert "from" in dated.citation.title


def test_every_pending_reform_is_used():
    used = {dated.reform for parameter in parameters() for dated in parameter.values} - {None}
    assert used == set(reforms())
