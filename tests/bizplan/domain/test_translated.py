"""Texts in two languages: which want a version, which version is behind its text, and what a document prints."""

from dataclasses import replace

import pytest

from bizplan import examples
from bizplan.domain import course, plan_file
from bizplan.domain.plan import Answer, Plan, Translation
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Record, Revision, Said, said_of_version
from bizplan.domain.translated import (
    AS_WRITTEN,
    NAMES,
    State,
    is_latin,
    is_narrative,
    key_of,
    printed,
    read_key,
    translations,
    untranslated,
    written_in,
)

NEED, IDEA = "idea.need", "inform.idea"
BREAD = "خبز طازج كل صباح"


def arabic(answers, language="ar", **more):
    return Plan(language, {place: Answer(value) for place, value in answers.items()}, **more)


def keys(texts):
    return [(each.question.key, each.row) for each in texts]


def recorded(*revisions):
    return Record.of("ar", [replace(each, sequence=number) for number, each in enumerate(revisions, 1)])


def said(text, key=NEED):
    return Revision(Deed.ANSWER, key, "", Said.of(key, text))


def version(text, base, key=NEED, by="coach"):
    return Revision(Deed.ANSWER, key_of(key, "nl"), "", said_of_version(Translation(text, by)), base=base)


def test_a_key_of_a_version_is_read_and_the_mark_of_no_page_ever_is():
    assert read_key(key_of("market.competitors[].strength", "fr")) == ("market.competitors[].strength", "fr")
    assert [course.mark(*each) for each in course.pages() if read_key(course.mark(*each))] == []
    assert set(course.PARTS).isdisjoint(QUESTIONS)


@pytest.mark.parametrize("key", ["idea.need", "idea.need/ar", "idea.need/", "/nl", "nothing/nl", "products[].price/nl",
                                 "idea.need/nl/nl", ""])
def test_what_is_no_key_of_a_version_is_none(key):
    assert read_key(key) is None


def test_every_name_that_stays_as_written_is_a_question():
    assert set(AS_WRITTEN) <= set(QUESTIONS)
    assert is_narrative(QUESTIONS[NEED]) and not is_narrative(QUESTIONS["applicant.phone"])
    assert not is_narrative(QUESTIONS["products[].price"])


def test_texts_in_another_language_than_the_dossier_want_a_version():
    plan = arabic({(NEED, ""): BREAD, ("applicant.phone", ""): "0470 00 00 31", ("applicant.name", ""): "Omar K."})
    assert keys(translations(plan, "nl")) == [(NEED, "")]
    assert translations(plan, "nl")[0].state is State.MISSING


def test_a_text_in_latin_letters_in_an_arabic_plan_is_asked_about_and_a_name_is_not():
    plan = arabic({(NEED, ""): "Brood", ("applicant.name", ""): "Omar"})
    assert keys(translations(plan, "nl")) == [(NEED, "")]


def test_whoever_writes_in_the_language_of_the_dossier_needs_nothing():
    assert translations(arabic({(NEED, ""): "Vers brood"}, "nl"), "nl") == ()


def test_letters_that_a_lender_cannot_read_want_a_version_whatever_the_plan_says():
    plan = arabic({(NEED, ""): BREAD, ("applicant.name", ""): "عمر", ("planning.coach.opinion", ""): "جيد"}, "nl")
    found = set(keys(translations(plan, "nl")))
    assert found == {(NEED, ""), ("applicant.name", ""), ("planning.coach.opinion", "")}


def test_what_the_coach_wrote_in_dutch_needs_nothing_in_an_arabic_plan():
    assert translations(arabic({("planning.coach.opinion", ""): "Een goed plan"}), "nl") == ()


@pytest.mark.parametrize("text", ["12", "–", "", "۱۲", "€ 3.40", "👍"])
def test_what_has_no_letters_needs_no_version(text):
    assert translations(arabic({(NEED, ""): text}), "nl") == ()


@pytest.mark.parametrize(("text", "latin"), [
    ("Brood", True), ("Pâté à Gand", True), ("Ekmek şöyle", True), (BREAD, False), ("ሓድሽ እንጌራ", False),
    ("Свіжий хліб", False), ("موقع WordPress للمحلات الصغيرة", False), ("Tiếng Việt", True)])
def test_letters_say_which_script_a_text_is_in(text, latin):
    assert is_latin(text) is latin


def test_the_language_of_a_text_is_that_of_the_plan_unless_its_letters_deny_it():
    assert written_in(arabic({}), BREAD) == "ar"
    assert written_in(arabic({}), "Brood") == ""
    assert written_in(arabic({}, "tr"), "Ekmek") == "tr"
    assert written_in(arabic({}, "nl"), BREAD) == ""


def test_rows_come_row_by_row_in_the_order_of_the_study():
    plan = arabic({("market.competitors[].weakness", "b"): BREAD, ("market.competitors[].strength", "b"): BREAD,
                   ("market.competitors[].strength", "a"): BREAD, (NEED, ""): BREAD},
                  rows={"market.competitors": ("a", "b")})
    assert keys(translations(plan, "nl")) == [
        (NEED, ""), ("market.competitors[].strength", "a"), ("market.competitors[].strength", "b"),
        ("market.competitors[].weakness", "b")]


def test_a_version_stands_beside_its_text_and_falls_behind_when_the_text_changes():
    fresh = recorded(said(BREAD), version("Vers brood", base=1))
    assert fresh.plan.translations == {(NEED, "", "nl"): Translation("Vers brood", "coach")}
    assert untranslated(fresh.plan, "nl") == ()
    changed = recorded(said(BREAD), version("Vers brood", base=1), said("خبز"))
    text, = untranslated(changed.plan, "nl")
    assert (text.state, text.version.text, text.original) == (State.CHANGED, "Vers brood", "خبز")


def test_a_version_made_of_what_stood_before_a_change_is_behind_from_the_beginning():
    plan = recorded(said(BREAD), said("خبز"), version("Vers brood", base=1)).plan
    assert plan.translations[NEED, "", "nl"].stale


def test_a_text_that_is_in_the_language_already_is_done_and_printed_as_it_is_also_after_a_change():
    plan = recorded(said("Brood"), version("", base=1)).plan
    text, = translations(plan, "nl")
    assert (text.is_same, text.state) == (True, State.DONE)
    later = recorded(said("Brood"), version("", base=1), said("Brood en taart")).plan
    assert untranslated(later, "nl")[0].state is State.CHANGED
    assert printed(later, "nl").value(NEED) == "Brood en taart"


def test_a_version_that_was_taken_away_is_missing_again():
    taken = Revision(Deed.ANSWER, key_of(NEED, "nl"), "", Said(), base=2)
    assert untranslated(recorded(said(BREAD), version("Vers brood", 1), taken).plan, "nl")[0].state is State.MISSING


def test_a_version_without_its_text_and_one_in_a_row_that_went_are_in_no_plan():
    assert recorded(version("Vers brood", base=0)).plan.translations == {}
    name = "products[].name"
    row = (Revision(Deed.ADD, "products", "a"), Revision(Deed.ANSWER, name, "a", Said.of(name, BREAD)),
           Revision(Deed.ANSWER, key_of(name, "nl"), "a", said_of_version(Translation("Brood")), base=2))
    assert recorded(*row).plan.translations == {(name, "a", "nl"): Translation("Brood")}
    assert recorded(*row, Revision(Deed.REMOVE, "products", "a")).plan.translations == {}


def test_documents_print_the_version_even_when_it_is_behind_and_the_text_where_there_is_none():
    plan = arabic({(NEED, ""): BREAD, (IDEA, ""): BREAD}, translations={
        (NEED, "", "nl"): Translation("Brood", stale=True), (IDEA, "", "fr"): Translation("Du pain")})
    assert printed(plan, "nl").value(NEED) == "Brood"
    assert printed(plan, "nl").value(IDEA) == BREAD
    assert printed(plan, "fr").value(IDEA) == "Du pain"


def test_an_arabic_example_has_texts_in_every_state():
    plan = plan_file.read(examples.text("it_service"))
    assert {each.state for each in translations(plan, "nl")} == set(State)
    assert set(NAMES) >= {plan.language, "nl"}
