"""Every text has its translation, with the same placeholders, and no two labels of a block coincide."""

import ast
import re

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.translations import LANGUAGES, SPOKEN_BY_LAW, called, catalogue, labels_of_law, translator
from financial_models import build
from financial_models.law import lenders
from financial_models.law.lookup import parameters
from financial_models.readers.labels import clashes, short_label
from tests.bizplan.messages import HOME, TODAY, TRANSLATED, kinds_of_blocks, messages, of_law

PLACEHOLDER = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language):
    known = catalogue(language)
    missing = [text for text in messages(language) if not (known.get(text) and known.get(text).string)]
    assert missing == [], "run python -m tests.bizplan.messages and translate what it added"


def test_no_text_is_said_without_the_mark_by_which_it_is_collected():
    said = [f"{path.name}:{call.lineno} {call.args[0].value}" for path in HOME.parent.rglob("*.py")
            for call in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "translate"
            and call.args and isinstance(call.args[0], ast.Constant)]
    assert said == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_kept_that_nobody_says(language):
    assert {each.id for each in catalogue(language) if each.id} - set(messages(language)) == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_and_full_stops_are_kept(language):
    for each in catalogue(language):
        if each.id and each.string:
            assert sorted(PLACEHOLDER.findall(each.string)) == sorted(PLACEHOLDER.findall(each.id)), each.id
            if " " in each.id:                              # a sentence, not an abbreviation
                assert each.string.endswith(".") == each.id.endswith("."), each.id
            assert each.string.strip() == each.string, each.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_lines_of_a_block_have_the_same_label(language):
    translate = translator(language)
    for kind in kinds_of_blocks():
        seen: dict[str, str] = {}
        for name, line in kind.template.items():
            label = short_label(line, translate)
            assert label not in seen, f"{kind.__name__}: {seen.get(label)} and {name} are both “{label}” in {language}"
            seen[label] = name


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_short_enough_for_a_column(language):
    translate = translator(language)
    long = {short_label(line, translate) for kind in kinds_of_blocks() for line in kind.template.values()}
    assert [label for label in long if len(label) > 75] == []


def test_french_puts_a_no_break_space_before_its_signs():
    assert [each.id for each in catalogue("fr") if each.string and re.search(r" [:;?!»]|« ", each.string)] == []


@pytest.mark.parametrize(("language", "words"), [
    ("nl", "schuldenlast"),                                 # all that is owed, not what is paid on it in a year
    ("nl", "bonificatie"),                                  # only for what is paid ahead beyond what was needed
    ("nl", "gemeentelijke opcentiemen"),                    # those are on the tax on property
    ("fr", "argent propre"),                                # money that is not dirty
    ("fr", "bonification"),
    ("fr", "démarrage propre"),                             # a clean start
    ("fr", "taxe communale"),                               # any tax of a municipality
    ("fr", "accès à la gestion"),
])
def test_no_word_means_something_else_in_belgium(language, words):
    said = [str(each.string) for each in catalogue(language)] + list(labels_of_law(language).values())
    assert [text for text in said if words in text.lower()] == []


@pytest.mark.parametrize(("language", "modal"), [("nl", "moet"), ("fr", "doi")])
def test_what_must_be_done_is_not_said_as_if_it_were_done(language, modal):
    known = catalogue(language)
    for text in ("Whoever cannot pay must stop, however good the business is.",
                 "VAT and taxes must be declared, and a mistake is dear.",
                 "What is missing comes out of the loan, and the loan must be paid back.",
                 "These must hold in every month, whatever is changed"):
        assert modal in known.get(text).string


def test_figures_of_the_law_have_the_names_that_its_files_give_them():
    assert translator("nl")("VAT, reduced rate") == "Btw, verlaagd tarief"
    assert translator("fr")("VAT, reduced rate") == "TVA, taux réduit"


def test_what_the_files_of_the_law_do_not_say_in_a_language_is_left_to_its_translators():
    labels = {each.label.en: each.label for each in parameters()}
    names = {each.title.en for each in lenders()}
    assert {*labels, *names} <= set(messages("ar"))
    assert list(of_law("nl")) == []                         # which their files say themselves
    said = [label for text, label in labels.items() if translator("ar")(text) != text]
    assert len(said) > 40
    assert [called(label, "ar") for label in said] == [translator("ar")(label.en) for label in said]
    assert all(called(label, language) == getattr(label, language)
               for label in labels.values() for language in SPOKEN_BY_LAW)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", examples.names())
def test_no_two_lines_of_a_plan_have_the_same_label(name, language):
    plan = build(assumptions(plan_file.read(examples.text(name)), TODAY))
    assert clashes(plan.model, translator(language)) == []


def test_a_text_without_translation_stays_english():
    assert translator("nl")("No such text") == "No such text"
    assert translator("nl")("") == ""
    assert translator("en")("Sales") == "Sales"


def test_a_language_that_is_not_spoken_is_refused():
    with pytest.raises(LookupError, match="there are nl, fr, en, ar"):
        translator("de")


def test_a_catalogue_stands_beside_the_door_for_each_language():
    assert sorted(path.stem for path in HOME.glob("*.po")) == sorted(TRANSLATED)
