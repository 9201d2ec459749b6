"""From the desk to the decision, and from there to whoever asked: by a person, looked at once more, then told."""

import re

import pytest

from bizplan.domain.lending.verdicts import Kind, Outcome, Terms
from bizplan.domain.people import CONSENT
from bizplan.storage import consents, lending_desk, plans, verdicts
from bizplan.storage.tables import METADATA
from tests.bizplan.storage.lending import lender
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

GRANTED = {"outcome": "granted", "amount": "10000", "rate": "8", "months": "36", "grace": "0", "words": "Veel succes!"}
DECLINED = {"outcome": "declined", "reasons": ["surplus", "papers"], "words": "Kom terug met de offerte."}


@pytest.fixture
def judged(storage, asked):
    """All that was said of the application."""
    def found():
        with storage.reading() as tx:
            return verdicts.verdicts_of(tx, asked.id)
    return found


def form(browser, address, ending):
    """The fields of a form as it stands."""
    page = opened(browser, address)
    found = next(each for each in page.tree.forms if (each.get("action") or "").endswith(ending))
    return dict(found.form_values())


def decide(browser, file, fields):
    """Fills in the form of the decision, looks at it once more, and says that it is decided."""
    first = browser.client.post(f"{file}/decision", data={**form(browser, f"{file}/decision", "/decision"), **fields})
    assert first.status_code == 200 and "Look at it once more" in first.text
    sure = {name: value for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', first.text)
            if name != "reasons"}
    assert browser.client.post(f"{file}/decision", data={
        **sure, "reasons": re.findall(r'name="reasons" value="([^"]*)"', first.text), "sure": "1"}).status_code == 302


def test_an_officer_finds_what_was_handed_in_takes_it_up_and_hands_it_over(omars, neles, house, file, storage, now):
    page = opened(omars, "/en/")
    assert page.address == "/en/lending/" and page.of("//header//a[@aria-current='page']") == ["Applications"]
    assert page.of("//th[@class='who']") == ["Samira H."] and "Bakkerij Zeven Zaden" in page.text
    assert "€ 15,000" in page.text and "Waits for days: 3" in page.text
    assert opened(omars, f"{file}/").press("/take").status_code == 302
    assert now().officer == house.omar and "Being looked at" in opened(omars, f"{file}/").text
    omars.post(f"{file}/take", {"officer": house.nele}, form=f"{file}/")
    assert now().officer == house.nele
    assert opened(neles, "/en/lending/?tab=mine").of("//th[@class='who']") == ["Samira H."]
    assert opened(omars, "/en/lending/?tab=mine").of("//th[@class='who']") == []


def test_nobody_hands_it_to_somebody_who_does_not_work_there(omars, lien, house, file, now):
    omars.post(f"{file}/take", {"officer": lien}, form=f"{file}/")
    assert now().officer == ""


def test_officers_of_another_lender_do_not_find_it(app, storage, file, omars, amals, liens):
    elsewhere = signed_in(app, storage, lender(storage, "Elders").omar)
    for path in ("/", "/questions/", "/advice", "/committee", "/decision"):
        assert omars.get(f"{file}{path}").status_code == 200
        for browser in (elsewhere, amals, liens):
            assert browser.get(f"{file}{path}").status_code == 404
    assert "Nothing was handed in here yet." in opened(elsewhere, "/en/lending/").text
    assert elsewhere.post(f"{file}/take", form="/en/lending/").status_code == 404


def test_nothing_is_chosen_before_somebody_chooses(omars, file):
    for path in ("advice", "decision"):
        page = opened(omars, f"{file}/{path}")
        assert page.of("//input[@type='radio' or @type='checkbox']/@checked") == []
        assert page.of("//input[@class='in num']/@value") in ([], ["", "", "", ""])


def test_a_decision_is_refused_with_what_is_missing_beside_its_field(omars, file, judged):
    fields = form(omars, f"{file}/decision", "/decision")
    for told, wrong in (
            ({}, {"outcome"}), ({"outcome": "granted"}, {"amount", "rate", "months"}),
            ({**GRANTED, "amount": "veel"}, {"amount"}), ({**GRANTED, "grace": "36"}, {"grace"}),
            ({**GRANTED, "outcome": "granted if"}, {"condition-0"}), ({"outcome": "declined"}, {"reasons"}),
            ({"outcome": "not yet", "reasons": "other"}, {"words"}), ({**GRANTED, "condition-0": "Huur"}, {"by-0"})):
        given = omars.client.post(f"{file}/decision", data={**fields, **told})
        assert given.status_code == 422, told
        assert set(re.findall(r'data-problem-for="([^"]+)">', given.text)) == wrong, told
    assert judged().verdicts == ()


def test_a_decision_is_told_only_once_it_was_looked_at_again(omars, file, judged, house):
    fields = {**form(omars, f"{file}/decision", "/decision"), **GRANTED}
    once = omars.client.post(f"{file}/decision", data=fields)
    assert once.status_code == 200
    assert "Good news: Krediet Samen gives you the loan." in shown(omars, once).text
    assert judged().verdicts == ()
    change = omars.client.post(f"{file}/decision", data={**fields, "change": "1"})
    assert 'value="10000"' in change.text and judged().verdicts == ()
    decide(omars, file, GRANTED)
    found = judged().decision
    assert (found.outcome, found.given.terms, found.author) == (
        Outcome.GRANTED, Terms(10_000, 0.08, 36, 0), house.omar)
    assert found.given.submission


def test_an_amount_with_two_readings_is_asked_back_and_never_guessed(omars, file, judged):
    address = f"{file.replace('/en/', '/nl/')}/decision"
    fields = {**form(omars, address, "/decision"), **GRANTED, "amount": "10.000"}
    given = omars.client.post(address, data=fields)
    page = shown(omars, given, 422)
    assert page.readings("amount") == ["amount=10000", "amount=10"] and judged().verdicts == ()
    given = omars.client.post(address, data={**fields, "reading": "amount=10000", "sure": "1"})
    assert given.status_code == 302 and judged().decision.given.terms == Terms(10_000, 0.08, 36, 0)


def test_the_person_reads_what_was_decided_by_whom_and_why_in_their_language(omars, amals, liens, file, answer, asked):
    decide(omars, file, DECLINED)
    page = opened(amals, answer)
    assert page.heading == "The answer of Krediet Samen"
    assert "Decided by a person: Omar Kredietadviseur, Krediet Samen." in page.text
    assert "too little is left each month to pay back the loan" in page.text
    assert "Kom terug met de offerte." in page.text and "You may ask for an explanation" in page.text
    assert f"/en/plan/{asked.plan}/study/check/planning" in page.of("//main//@href") or any(
        "planning" in each for each in page.of("//main//@href"))
    assert "What a lender said of your last try" in opened(amals, f"/en/plan/{asked.plan}/").text
    assert opened(liens, answer).heading == page.heading
    assert "Omar Kredietadviseur tells what the lender decided" in opened(amals, "/en/news/").text
    arabic = opened(amals, answer.replace("/en/", "/ar/"))
    assert arabic.tree.get("dir") == "rtl" and "Kom terug met de offerte." in arabic.text


def test_news_leads_to_the_answer_and_is_read_there(omars, amals, file, answer):
    decide(omars, file, DECLINED)
    given = opened(amals, "/en/news/").press("/open")
    assert given.headers["Location"] == answer
    assert opened(amals, "/en/news/").of("//span[contains(@class, 'st-talk')]") == []


def test_looking_at_a_page_of_lending_changes_nothing(omars, amals, file, answer, asked, storage):
    def whole():
        with storage.reading() as tx:
            return [tx.execute(table.select()).all() for table in METADATA.sorted_tables
                    if table.name not in ("sessions", "readings", "openings")]
    decide(omars, file, GRANTED)
    before = whole()
    for browser, pages in ((omars, [f"{file}{path}" for path in ("/", "/questions/", "/advice", "/decision")]),
                           (amals, [answer, f"/en/plan/{asked.plan}/lenders/questions/"])):
        for page in pages:
            assert browser.get(page).status_code == browser.client.head(page).status_code == 200
    assert whole() == before


def test_the_applicant_reads_no_advice(omars, amals, file, answer, judged):
    fields = {**form(omars, f"{file}/advice", "/advice"), "outcome": "negative", "words": "Te krap, volgens mij."}
    assert omars.client.post(f"{file}/advice", data=fields).status_code == 302
    assert judged().advice.outcome is Outcome.NEGATIVE
    page = opened(amals, answer)
    assert "Te krap" not in page.text and "People there decide about it now." in page.text
    assert "Te krap" in opened(omars, f"{file}/").text


def test_the_day_of_the_committee_is_told_and_can_be_taken_back(omars, amals, file, answer, judged):
    fields = {**form(omars, f"{file}/committee", "/committee"), "meets_on": "2030-01-05"}
    assert omars.client.post(f"{file}/committee", data=fields).status_code == 302
    assert "5 January 2030" in opened(amals, answer).text
    fields = {**form(omars, f"{file}/committee", "/committee"), "meets_on": ""}
    omars.client.post(f"{file}/committee", data=fields)
    assert judged().meets_on is None and len(list(judged().of(Kind.COMMITTEE))) == 2


def test_a_colleague_who_decided_meanwhile_is_not_passed_over(omars, neles, file, judged):
    old = form(neles, f"{file}/decision", "/decision")
    decide(omars, file, GRANTED)
    given = neles.client.post(f"{file}/decision", data={**old, **DECLINED, "sure": "1"})
    assert given.status_code == 409 and "A colleague said something here" in given.text
    assert "Kom terug met de offerte." in given.text and judged().decision.outcome is Outcome.GRANTED


def test_sent_twice_it_is_said_once(omars, file, judged):
    fields = {**form(omars, f"{file}/decision", "/decision"), **GRANTED, "sure": "1"}
    assert [omars.client.post(f"{file}/decision", data=fields).status_code for _again in range(2)] == [302, 302]
    assert len(judged().verdicts) == 1


def test_only_the_owner_withdraws_and_the_lender_sees_it(amals, liens, omars, answer, storage, asked, house, now):
    assert opened(liens, answer).of("//form[contains(@action, 'withdraw')]") == []
    assert liens.post(f"{answer}/withdraw", form=answer).status_code == 404
    assert opened(amals, answer).press("/withdraw", why="Mijn oom leent het mij.").status_code == 302
    assert now().ended_at
    assert "Withdrawn by the applicant" in opened(omars, "/en/lending/?tab=closed").text
    assert "Mijn oom leent het mij." in opened(omars, f"/en/lending/{asked.id}/").text
    with storage.reading() as tx:
        assert lending_desk.in_hand(tx, now()).judged.decision.outcome is Outcome.WITHDRAWN


def test_an_answer_of_another_plan_is_not_there(amals, storage, amal, lien, answer, asked):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    assert amals.get(answer.replace(asked.plan, other)).status_code == 404
    assert amals.get(f"/en/plan/{asked.plan}/lenders/answer/{'0' * 32}").status_code == 404


def test_of_whoever_took_back_their_yes_to_the_study_an_officer_finds_nothing(omars, file, storage, amal):
    assert "Samira H." in omars.get("/en/lending/").text
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "en", given=False)
    assert "Samira H." not in omars.get("/en/lending/").text
    for path in ("/", "/questions/", "/advice", "/decision"):
        assert omars.get(f"{file}{path}").status_code == 404
