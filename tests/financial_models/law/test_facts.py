"""What lenders say that is no figure: who may borrow, for what, with which papers; each fact with its source."""

from datetime import date
from pathlib import Path

import pytest

from financial_models.law import LawFileError, lender, lenders
from financial_models.law.checking import Place
from financial_models.law.facts import ABOUT, BEYOND, KINDS, PURPOSES, read
from financial_models.law.reading import opened

GOOD = """
title = { en = "Hill bank", nl = "Heuvelbank", fr = "Banque de la colline" }
recheck_after = 2027-01-01
kind = "microcredit"

[product.small]
en = "Small"
nl = "Klein"
fr = "Petit"

[source.page]
title = "Hill bank, who may borrow"
link = "https://hill.example"
status = "official"
checked_on = 2026-11-23

[[condition]]
products = ["small"]
about = "region"
wants = ["flanders", "brussels"]
text = { en = "Not in Wallonia.", nl = "Niet in Wallonië.", fr = "Pas en Wallonie." }
since = 2025-01-01
source = "page"

[[purposes]]
names = ["stock", "vehicle"]
since = 2025-01-01
source = "page"

[[purposes]]
names = ["stock"]
since = 2026-06-01
source = "page"

[[papers]]
names = ["planning.papers.identity"]
since = 2025-01-01
source = "page"

[[asks_for]]
names = ["household"]
since = 2025-01-01
source = "page"

[[contact]]
web = "https://hill.example"
since = 2025-01-01
source = "page"
"""
MISTAKES = [
    ('about = "region"', 'about = "weather"', "'about' is 'weather'; it may be business_age"),
    ('"flanders", "brussels"', '"flanders", "paris"', "'wants' holds 'paris'; it may hold brussels, "),
    ('wants = ["flanders", "brussels"]', "", "'wants' wants a list of words"),
    ('about = "region"', "", "'wants' goes with 'about'"),
    ('products = ["small"]', 'products = ["large"]', "'products' holds 'large'; it may hold small"),
    ('nl = "Niet in Wallonië.", ', "", "'nl' wants words"),
    ('names = ["stock", "vehicle"]', 'names = ["yacht"]', "'names' holds 'yacht'"),
    ('names = ["stock", "vehicle"]', "names = []", "'names' wants a list of words"),
    ('"planning.papers.identity"', '"identity"', "a paper begins with planning.papers., not 'identity'"),
    ('names = ["household"]', 'names = ["notes"]', "'names' holds 'notes'; it may hold household, residence"),
    ('web = "https://hill.example"', 'web = "hill.example"', "'web' wants an address that begins with https://"),
    ('kind = "microcredit"', 'kind = "pawn"', "'kind' is 'pawn'; it may be any, microcredit, private, starter"),
    ("since = 2026-06-01", 'since = "June"', "'since' wants a date"),
    ("since = 2026-06-01", "since = 2026-06-01\nuntill = 2027-01-01", "did you mean 'until'"),
]


def of(text: str, folder: Path):
    """The facts of a file that holds this."""
    file = folder / "hill.toml"
    file.write_text(text, "utf-8")
    return read(opened(file))


def test_each_fact_says_since_when_it_holds_and_where_it_was_read(tmp_path):
    said = of(GOOD, tmp_path).conditions[0]
    assert (said.about, said.wants, said.status, said.checked_on) == (
        "region", ("flanders", "brussels"), "official", date(2026, 11, 23))
    assert (said.source.fr, said.link) == ("Hill bank, who may borrow", "https://hill.example")
    assert not said.due_for_recheck(date(2027, 1, 1)) and said.due_for_recheck(date(2027, 1, 2))


def test_a_fact_holds_from_its_first_to_its_last_day_for_the_products_that_it_names(tmp_path):
    text = GOOD.replace("since = 2025-01-01", "since = 2025-01-01\nuntil = 2025-12-31", 1)
    said = of(text, tmp_path).conditions[0]
    assert [said.holds("small", day) for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31))] == [
        False, True, True]
    assert not said.holds("small", date(2026, 1, 1)) and not said.holds("large", date(2025, 6, 1))


@pytest.mark.parametrize(("good", "wrong", "message"), MISTAKES)
def test_every_mistake_is_named_with_its_place(tmp_path, good, wrong, message):
    with pytest.raises(LawFileError, match=message.replace("[", r"\[")):
        of(GOOD.replace(good, wrong, 1), tmp_path)


def test_microstart_lends_to_nobody_in_a_collective_debt_settlement():
    for product in lender("microstart").products:
        rule = next(each for each in product.conditions if each.about == "collective_debt_settlement")
        assert rule.wants == ("no",)
        assert (rule.status, rule.link) == ("official", "https://microstart.be/nl/veelgestelde-vragen")


def test_jump_is_for_a_business_in_its_first_year_and_boost_for_one_after_it():
    wanted = {product.name: next(each.wants for each in product.conditions if each.about == "business_age")
              for product in lender("microstart").products}
    assert wanted == {"jump": ("under_a_year",), "boost": ("over_a_year",)}


def test_open_up_lends_to_natural_persons_in_brussels():
    wanted = {each.about: each.wants for each in lender("open_up").product("loan").conditions}
    assert wanted == {"region": ("brussels",), "natural_person": ("yes",)}


def test_only_the_attested_startlening_is_for_jobseekers():
    asking = [product.name for product in lender("startlening").products
              if any(each.about == "jobseeker" for each in product.conditions)]
    assert asking == ["attested"]


def test_the_papers_of_microstart_are_a_usual_list_and_say_so():
    papers = lender("microstart").product("jump").papers
    assert papers.status == "unverified" and "planning.papers.identity" in papers.names


def test_of_no_lender_it_was_read_that_it_wants_more_than_the_totals():
    assert {each.name: each.asks_for for each in lenders()} == {each.name: () for each in lenders()}


def test_what_is_said_before_it_holds_is_left_out():
    assert lender("microstart", date(2020, 1, 1)).product("jump").conditions == ()
    assert lender("microstart", date(2020, 1, 1)).contact is None


def test_every_word_of_a_lender_is_one_that_can_be_held_against_a_study():
    for each in lenders():
        assert each.kind in KINDS and set(each.asks_for) <= set(BEYOND)
        for product in each.products:
            assert set(product.purposes.names if product.purposes else ()) <= set(PURPOSES)
            for condition in product.conditions:
                assert condition.is_asked or set(condition.wants) <= set(ABOUT[condition.about])


def test_a_file_without_facts_says_nothing_of_a_lender(tmp_path):
    said = of(GOOD[:GOOD.index("[[condition]]")].replace('kind = "microcredit"\n', ""), tmp_path)
    assert (said.kind, said.conditions, said.contacts) == ("any", (), ())
    assert isinstance(opened(tmp_path / "hill.toml"), Place)
