"""Nothing personal is asked before somebody agreed, and a yes can be taken back."""

import pytest

from bizplan.storage import consents
from bizplan.storage.tables import CONSENTS
from bizplan.translations import translator
from bizplan.web.access import CONSENT
from bizplan.web.account.consenting import wording

YES, NO = {"version": CONSENT, "agree": "yes"}, {"version": CONSENT, "agree": "no"}


def stands(storage, person):
    with storage.reading() as tx:
        return consents.stands(tx, person, CONSENT)


def test_without_a_yes_only_consent_account_data_and_erasure_open(amals, amal, plan):
    amals.post("/en/consent", NO)
    for address in ("/en/plans", f"/en/plan/{plan}/"):
        assert amals.get(address).headers["Location"] == "/en/consent"
    for address in ("/en/consent", "/en/me", "/en/me/data.json", "/en/me/erase", "/en/me/readers"):
        assert amals.get(address).status_code == 200


def test_a_yes_opens_the_study_and_a_no_closes_it_again(amals, amal, plan, storage):
    assert amals.post("/en/consent", NO).headers["Location"] == "/en/consent"
    assert not stands(storage, amal)
    assert amals.post("/en/consent", YES).headers["Location"] == "/en/"
    assert stands(storage, amal) and amals.get(f"/en/plan/{plan}/").status_code == 200


def test_when_the_yes_is_taken_back_the_coach_reads_no_further(amals, liens, plan):
    assert liens.get(f"/en/plan/{plan}/").status_code == 200
    amals.post("/en/consent", NO)
    assert liens.get(f"/en/plan/{plan}/").status_code == 404
    amals.post("/en/consent", YES)
    assert liens.get(f"/en/plan/{plan}/").status_code == 200


def test_who_agreed_to_what_in_which_language_and_when_is_written_down(amals, amal, storage):
    amals.post("/ar/consent", YES)
    with storage.reading() as tx:
        newest = tx.execute(CONSENTS.select().order_by(CONSENTS.c.made_at.desc())).first()
        assert (newest.person_id, newest.text, newest.language, newest.given) == (amal, CONSENT, "ar", True)
        assert (tx.now - newest.made_at).total_seconds() < 60


@pytest.mark.parametrize("fields", [{}, {"version": "study-0", "agree": "yes"}, {"version": CONSENT, "agree": "maybe"}])
def test_a_yes_to_another_text_is_none(amals, amal, storage, fields):
    amals.post("/en/consent", NO)
    assert amals.post("/en/consent", fields).status_code == 200
    assert not stands(storage, amal)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_dutch_stands_beside_every_other_language(amals, language):
    page = amals.get(f"/{language}/consent").text
    own, dutch = wording(language), wording("nl")
    assert own.language == language and translator(language)(own.sentence) is not None
    assert all(str(part) in page.replace("&#39;", "'") for _, part in own.points)
    assert page.count('lang="nl" dir="ltr" open') == 1 and dutch.sentence in page.replace("&#39;", "'")


def test_in_dutch_it_stands_there_once(amals):
    assert 'lang="nl" dir="ltr" open' not in amals.get("/nl/consent").text


def test_the_text_says_what_who_how_long_and_how_to_take_it_back():
    heads = [head for head, _ in wording("en").points]
    assert heads == [
        "What we keep", "Why", "Who sees it", "Sensitive things", "How it is kept", "How long", "You decide"]
    assert "take your yes back" in wording("en").points[-1][1]
