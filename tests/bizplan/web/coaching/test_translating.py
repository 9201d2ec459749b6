"""Texts are written in the language of the dossier beside their originals, by whoever of the two can."""

import pytest

from bizplan.domain.plan import Translation
from bizplan.storage import plans
from tests.bizplan.web.coaching.arabic import (
    BREAD,
    CAKE,
    NEED,
    OFFER,
    OPINION,
    add_row,
    arabic_plan,
    remove_row,
    say,
)
from tests.bizplan.web.opened import opened, record, shown

NAME = "products[].name"


@pytest.fixture
def arabic(storage, amal, lien):
    """The plan of an entrepreneur who wrote one text in Arabic."""
    made = arabic_plan(storage, amal, lien)
    say(storage, made, amal, NEED, BREAD)
    return made


@pytest.fixture
def texts(arabic):
    """The address of its texts."""
    return f"/en/plan/{arabic}/texts"


def version(storage, plan, question=NEED, row="", language="nl"):
    """What a text says in a language as the plan stands."""
    return record(storage, plan).plan.translations.get((question, row, language))


def translate(browser, texts, words, question=NEED, **more):
    """Somebody opens the page of a text, writes and saves."""
    return opened(browser, f"{texts}/text/{question}").send({"text": words, **more})


def test_the_list_says_which_texts_wait_and_leads_to_each(liens, texts):
    page = opened(liens, f"{texts}/")
    assert page.heading == "Texts in Dutch"
    assert BREAD in page.text and "0 of 1 texts are ready." in page.text and "To translate" in page.text
    assert f"{texts}/text/{NEED}" in page.of("//main//@href")


def test_a_plan_in_the_language_of_its_dossier_has_nothing_to_translate(amals, storage, amal, plan):
    say(storage, plan, amal, NEED, "Vers brood")
    assert "Nothing wants translating." in opened(amals, f"/en/plan/{plan}/texts/").text


def test_a_coach_writes_what_a_text_says_and_goes_on_to_the_next(liens, storage, amal, arabic, texts):
    say(storage, arabic, amal, OFFER, CAKE)
    page = opened(liens, f"{texts}/text/{OFFER}")
    assert CAKE in page.text and "Amal" in page.text
    assert page.of("//article//p[@lang='ar']/@dir") == ["auto"]
    answer = page.send({"text": "Taart voor feesten"})
    assert answer.headers["Location"] == f"{texts}/text/{NEED}"
    assert version(storage, arabic, OFFER) == Translation("Taart voor feesten", "coach")
    assert record(storage, arabic).said(OFFER).value == CAKE


def test_an_entrepreneur_may_write_it_as_well(amals, storage, arabic, texts):
    assert translate(amals, texts, "Vers brood").headers["Location"] == f"{texts}/"
    assert version(storage, arabic) == Translation("Vers brood", "entrepreneur")


def test_a_coach_who_may_not_write_answers_still_writes_translations(liens, storage, arabic, texts):
    with storage.writing() as tx:
        plans.let_coach_write(tx, arabic, may=False)
    translate(liens, texts, "Vers brood")
    assert version(storage, arabic).text == "Vers brood"


def test_a_version_falls_behind_when_its_text_changes_and_the_page_shows_what_it_was(
        liens, storage, amal, arabic, texts):
    translate(liens, texts, "Vers brood")
    say(storage, arabic, amal, NEED, CAKE)
    assert "Changed since" in opened(liens, f"{texts}/").text
    page = opened(liens, f"{texts}/text/{NEED}")
    assert page.of("//dd[@class='old']") == [BREAD]
    assert page.of("//dd[@class='new']") == [CAKE]
    assert page.fields["text"] == "Vers brood"


def test_a_version_that_is_still_right_is_saved_as_it_is_and_no_longer_behind(liens, storage, amal, arabic, texts):
    translate(liens, texts, "Vers brood")
    say(storage, arabic, amal, NEED, CAKE)
    opened(liens, f"{texts}/text/{NEED}").send()
    assert version(storage, arabic) == Translation("Vers brood", "coach")


def test_a_version_written_while_the_text_changed_is_behind(liens, storage, amal, arabic, texts):
    page = opened(liens, f"{texts}/text/{NEED}")
    say(storage, arabic, amal, NEED, CAKE)
    page.send({"text": "Vers brood"})
    assert version(storage, arabic) == Translation("Vers brood", "coach", stale=True)


def test_a_text_that_is_in_dutch_already_is_marked_so_and_the_mark_can_be_undone(liens, storage, arabic, texts):
    page = opened(liens, f"{texts}/text/{NEED}")
    page.send({"do": "same"})
    assert version(storage, arabic) == Translation("", "coach")
    page = opened(liens, f"{texts}/text/{NEED}")
    assert "is in Dutch already" in page.text
    page.send({"text": ""})
    assert version(storage, arabic) is None


def test_saving_what_stands_already_or_nothing_at_all_changes_nothing(amals, liens, storage, arabic, texts):
    translate(amals, texts, "  ")
    assert record(storage, arabic).sequence == 1
    translate(amals, texts, "Vers brood")
    before = record(storage, arabic).sequence
    opened(liens, f"{texts}/text/{NEED}").send()
    assert record(storage, arabic).sequence == before
    assert version(storage, arabic).by == "entrepreneur"


def test_who_finds_a_version_still_right_does_not_become_its_translator(amals, liens, storage, amal, arabic, texts):
    translate(amals, texts, "Vers brood")
    say(storage, arabic, amal, NEED, CAKE)
    opened(liens, f"{texts}/text/{NEED}").send()
    assert version(storage, arabic) == Translation("Vers brood", "entrepreneur")


def test_many_texts_are_ticked_as_dutch_at_once(amals, storage, amal, arabic, texts):
    say(storage, arabic, amal, OFFER, "Brood en taart")
    page = opened(amals, f"{texts}/")
    assert page.of("//input[@name='same']/@value") == [f"{OFFER}@"]
    page.press("/texts/same", same=f"{OFFER}@")
    assert version(storage, arabic, OFFER) == Translation("", "entrepreneur")
    assert version(storage, arabic) is None


def test_two_who_translate_at_once_both_keep_their_words_and_choose(
        amals, liens, storage, arabic, texts):
    mine, theirs = (opened(each, f"{texts}/text/{NEED}") for each in (amals, liens))
    theirs.send({"text": "Vers brood"})
    answer = mine.send({"text": "Brood van vandaag"})
    page = shown(amals, amals.get(answer.headers["Location"]))
    assert "Vers brood" in page.text and "Brood van vandaag" in page.text and "Lien" in page.text
    assert version(storage, arabic).text == "Vers brood"
    page.press(answer.headers["Location"].rpartition("/plan/")[2], keep="mine")
    assert version(storage, arabic).text == "Brood van vandaag"
    assert "Vers brood" in opened(amals, f"{texts}/text/{NEED}").text


def test_the_same_words_from_two_are_no_clash(amals, liens, storage, arabic, texts):
    mine, theirs = (opened(each, f"{texts}/text/{NEED}") for each in (amals, amals))
    theirs.send({"text": "Vers brood"})
    assert "/clash/" not in mine.send({"text": "Vers brood"}).headers["Location"]
    assert version(storage, arabic).text == "Vers brood"


def test_a_form_that_is_sent_twice_is_kept_once_and_one_that_was_typed_over_is_not_lost(
        liens, storage, arabic, texts):
    page = opened(liens, f"{texts}/text/{NEED}")
    page.send({"text": "Vers brood"})
    before = record(storage, arabic).sequence
    page.send({"text": "Vers brood"})
    assert record(storage, arabic).sequence == before
    answer = page.send({"text": "Vers brood, elke dag"})
    assert "/clash/" in answer.headers["Location"]
    assert record(storage, arabic).sequence == before + 1


def test_a_text_that_is_too_long_is_shown_again_with_all_of_it(liens, storage, arabic, texts):
    long = "brood " * 17_000
    page = shown(liens, translate(liens, texts, long), 422)
    assert "20,000" in page.beside("text")[0] or "20.000" in page.beside("text")[0]
    assert page.fields["text"].strip() == long.strip()
    assert version(storage, arabic) is None


def test_codes_that_turn_text_around_are_taken_out(liens, storage, arabic, texts):
    translate(liens, texts, "Vers\u202e brood\x00\x07")
    assert version(storage, arabic).text == "Vers brood"


@pytest.mark.parametrize("words", [
    "ሓድሽ እንጌራ", "Свіжий хліб", "=1+1", "<script>alert(1)</script>", "👩‍🍳 brood", "a\nb\n\nc"])
def test_every_script_and_sign_is_a_text(liens, storage, arabic, texts, words):
    translate(liens, texts, words)
    assert version(storage, arabic).text == words
    assert words.split("\n", maxsplit=1)[0] in opened(liens, f"{texts}/text/{NEED}").fields["text"]


def test_a_translation_of_a_row_that_went_meanwhile_is_kept_in_case_it_comes_back(liens, storage, amal, arabic, texts):
    add_row(storage, arabic, amal, "products", "x1")
    say(storage, arabic, amal, NAME, BREAD, "x1")
    page = opened(liens, f"{texts}/text/{NAME}/x1")
    remove_row(storage, arabic, amal, "products", "x1")
    answer = page.send({"text": "Brood"})
    assert "kept in case it comes back" in opened(liens, answer.headers["Location"]).text
    assert version(storage, arabic, NAME, "x1") is None
    add_row(storage, arabic, amal, "products", "x1")
    assert version(storage, arabic, NAME, "x1").text == "Brood"
    assert liens.get(f"{texts}/text/{NAME}/x1").status_code == 200


@pytest.mark.parametrize("path", ["text/nothing", "text/idea.offer", "text/products[].price", "text/idea.need/x1",
                                  "text/idea.need~nl", "clash/1", "clash/99", "list/some"])
def test_what_is_not_there_is_not_found(liens, texts, path):
    assert liens.get(f"{texts}/{path}").status_code == 404


def test_what_coaches_are_asked_is_theirs_to_translate(amals, liens, storage, lien, arabic, texts):
    say(storage, arabic, lien, OPINION, "خطة جيدة")
    assert opened(liens, f"{texts}/").text.count("To translate") == 2
    assert opened(amals, f"{texts}/").text.count("To translate") == 1
    assert amals.get(f"{texts}/text/{OPINION}").status_code == 404
    assert liens.get(f"{texts}/text/{OPINION}").status_code == 200


def test_a_form_that_names_no_language_of_a_dossier_is_refused(liens, texts):
    page = opened(liens, f"{texts}/text/{NEED}")
    assert page.send({"into": "ar", "text": "x"}).status_code == 400
    assert page.send({"into": "", "text": "x"}).status_code == 400


def test_another_language_of_the_dossier_has_versions_of_its_own(liens, storage, amal, arabic, texts):
    translate(liens, texts, "Vers brood")
    say(storage, arabic, amal, "applicant.dossier_language", "fr")
    page = opened(liens, f"{texts}/text/{NEED}")
    assert page.fields["text"] == ""
    page.send({"text": "Du pain frais"})
    assert version(storage, arabic, language="fr").text == "Du pain frais"
    assert version(storage, arabic).text == "Vers brood"


def test_beside_an_answer_stands_what_it_says_in_dutch(amals, liens, storage, amal, arabic, texts):
    check, question = f"/en/plan/{arabic}/check/idea", f"/en/plan/{arabic}/study/idea/need"
    assert f"{texts}/text/{NEED}" in opened(liens, check).of("//main//@href")
    assert f"{texts}/text/{NEED}" not in opened(amals, check).of("//main//@href")
    translate(liens, texts, "Vers brood")
    for address in (check, question):
        for browser in (amals, liens):
            assert "Vers brood" in " ".join(opened(browser, address).of("//details[@class='more']"))
    say(storage, arabic, amal, NEED, CAKE)
    assert "Changed since" in opened(amals, check).text


def test_the_task_list_says_how_many_texts_are_ready(amals, liens, arabic, texts):
    assert "Texts in Dutch: 0 of 1 ready" in opened(amals, f"/en/plan/{arabic}/").text
    translate(liens, texts, "Vers brood")
    assert "Texts in Dutch: 1 of 1 ready" in opened(liens, f"/en/plan/{arabic}/").text


def test_translations_do_not_crowd_out_the_answers_that_changed_lately(liens, arabic, texts):
    translate(liens, texts, "Vers brood")
    page = opened(liens, f"/en/plan/{arabic}/changes")
    assert page.of("//section//h2") == ["Why do people need it?"]


def test_a_plan_in_the_archive_is_read_and_takes_no_translation(liens, storage, arabic, texts):
    page = opened(liens, f"{texts}/text/{NEED}")
    with storage.writing() as tx:
        plans.put_away(tx, arabic)
    assert page.send({"text": "Vers brood"}).status_code == 409
    assert opened(liens, f"{texts}/text/{NEED}").status == 200
    assert version(storage, arabic) is None
