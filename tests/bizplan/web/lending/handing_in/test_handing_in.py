"""Entrepreneur and coach hand a version in together: made ready, looked at, signed by both, read, and taken back."""

import pytest
from sqlalchemy import select

from bizplan.domain.coaching.news import News
from bizplan.domain.lending.handing_in import CONSENT
from bizplan.storage import applications, jobs, notices, participants, plans, submissions
from bizplan.storage.tables import SUBMISSIONS
from tests.bizplan.web.coaching.moments import answered, newest
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

NEED = "idea.need"
YES = {"agree": "yes"}


def signed(browser, address, action, **answers):
    """Somebody signs on the page of a version; the page that follows."""
    return shown(browser, browser.get(opened(browser, address).press(action, **answers).headers["Location"]))


def test_from_choosing_a_lender_to_being_read(amals, liens, amal, lien, home, found, work, told, bakery, storage):
    page = opened(amals, f"{home}/")
    assert page.of("//section[@class='next']//h2") == ["Ask for a credit"]
    begun = opened(amals, page.of("//section[@class='next']//a/@href")[0]).press("/new", lender="lender:microstart")
    ready = opened(amals, begun.headers["Location"])
    assert ready.heading == "Make a version ready" and "microStart" in ready.text
    address = ready.press("/ready", dossier_language="fr").headers["Location"]
    assert told(lien) == [News.MADE_READY]
    made = found().prepared
    assert (made.number, made.sequence, made.language, made.more) == (1, newest(storage, bakery), "fr", ())

    page = signed(liens, address, "/sign-as-coach")
    assert "You have signed. It is handed in as soon as the other has signed too." in page.text
    assert told(amal) == [News.SIGNED]
    assert "The coach has signed. The business owner has not." in opened(amals, f"{home}/").text
    assert "A version for microStart waits for your signature" in opened(amals, f"/en/plan/{bakery}/").text
    assert "waits for your signature" not in opened(liens, f"/en/plan/{bakery}/").text

    page = signed(amals, address, "/sign", **YES)
    assert page.of("//*[@data-job]/@data-job") == [f"{home}/{found().id}/state"]
    assert told(lien)[0] is News.HANDED_IN
    assert amals.get(f"{home}/{found().id}/state").json["state"] == "asked"
    work()
    state = amals.get(f"{home}/{found().id}/state").json
    assert (state["state"], state["url"]) == ("done", f"{home}/{found().id}")
    page = opened(amals, state["url"])
    assert "Version 1, handed in on" in page.text and "No answer has changed since." in page.text
    assert found().newest.number == 1


def test_the_consent_is_kept_with_its_text_and_the_language_in_which_it_was_read(amals, version, storage, amal, lien):
    address = version.replace("/en/", "/ar/")
    page = opened(amals, address)
    assert page.of("//details[@lang='nl']//dt"), "the Dutch stands beside it"
    assert page.press("/sign", **YES).status_code == 302
    with storage.reading() as tx:
        row = tx.execute(select(SUBMISSIONS.c.consent, SUBMISSIONS.c.consent_language)).one()
    assert tuple(row) == (CONSENT, "ar")


def test_without_the_tick_nothing_is_signed_and_the_page_says_so(amals, version, found):
    page = shown(amals, opened(amals, version).press("/sign", agree=""), 422)
    assert page.of("//p[@id='f-agree-err']") == ["Tick the box if you agree. Without it nothing is handed in."]
    assert found().prepared.owner_at is None
    assert opened(amals, version).press("/sign", version="lender-0", **YES).status_code == 422


def test_a_coach_cannot_sign_for_the_owner_nor_the_owner_for_the_coach(amals, liens, version, application, found):
    for browser, action in ((liens, "sign"), (amals, "sign-as-coach")):
        answer = browser.post(f"{application}/{action}", {"submission": found().prepared.id, "version": CONSENT, **YES},
                              form=version)
        assert answer.status_code == 404
    assert found().prepared.owner_at is None and found().prepared.coach_at is None


def test_signing_twice_is_signing_once(amals, liens, version, storage, bakery, told, amal):
    page, again = opened(liens, version), opened(liens, version)
    page.press("/sign-as-coach")
    answer = shown(liens, liens.get(again.press("/sign-as-coach").headers["Location"]))
    assert "You have signed." in answer.text
    assert told(amal).count(News.SIGNED) == 1
    mine, mine_again = opened(amals, version), opened(amals, version)
    mine.press("/sign", **YES)
    answer = shown(amals, amals.get(mine_again.press("/sign", **YES).headers["Location"]))
    assert "Handed in." in answer.text
    with storage.reading() as tx:
        assert len([each for each in jobs.jobs_of(tx, bakery) if each.kind == submissions.JOB]) == 1


def test_the_signature_counts_only_for_the_version_on_the_page(amals, liens, amal, version, application, found, storage,
                                                               bakery):
    page = opened(amals, version)
    answered(storage, bakery, amal, NEED, "Bread of home, nearer by.")
    opened(liens, f"{application}/ready").press("/ready", dossier_language="nl")
    newer = found().prepared
    answer = shown(amals, amals.get(page.press("/sign", **YES).headers["Location"]))
    assert "A newer version was made ready while you read. You did not sign it." in answer.text
    assert answer.address.endswith(newer.id)
    assert "Bread of home, nearer by." in opened(amals, f"{answer.address}/idea").text
    assert found().prepared == newer and newer.owner_at is None


def test_two_coaches_sign_once_and_the_second_is_told(app, storage, liens, jan, version, found, lien):
    jans = signed_in(app, storage, jan)
    late = opened(jans, version)
    opened(liens, version).press("/sign-as-coach")
    answer = shown(jans, jans.get(late.press("/sign-as-coach").headers["Location"]))
    assert "Another coach signed this version before you." in answer.text and "Signed by Lien." in answer.text
    assert found().prepared.coach == lien


def test_answers_that_changed_since_are_counted_and_it_can_be_made_ready_anew(amals, liens, amal, version, found,
                                                                             storage, bakery):
    opened(liens, version).press("/sign-as-coach")
    answered(storage, bakery, amal, NEED, "Bread of home.")
    page = opened(amals, version)
    assert "Answers that changed since this version was made ready: 1." in page.text
    assert "Bread of home." not in opened(amals, f"{version}/idea").text, "the version is what it was"
    address = page.press("/ready").headers["Location"]
    assert "Bread of home." in opened(amals, f"{address}/idea").text
    assert found().prepared.coach_at is None, "both sign again"


def test_making_the_same_ready_twice_keeps_the_signatures(amals, liens, version, application, found):
    opened(liens, version).press("/sign-as-coach")
    opened(amals, f"{application}/ready").press("/ready", dossier_language="nl")
    assert version.endswith(found().prepared.id) and found().prepared.coach_at
    opened(amals, f"{application}/ready").press("/ready", dossier_language="fr")
    assert found().prepared.coach_at is None


def test_the_coach_is_warned_of_what_is_not_approved_and_may_sign_all_the_same(liens, amals, version, found):
    assert "Not all parts are approved, or not all decisions are made." in opened(liens, version).text
    assert "0 of 15 parts approved." in opened(amals, version).text
    opened(liens, version).press("/sign-as-coach")
    assert found().prepared.coach_at


def test_what_changed_since_the_version_of_the_lender_is_counted_with_the_way_to_the_differences(
        amals, liens, amal, version, application, work, storage, bakery, found):
    before = newest(storage, bakery)
    opened(liens, version).press("/sign-as-coach")
    opened(amals, version).press("/sign", **YES)
    work()
    answered(storage, bakery, amal, NEED, "Bread of home.")
    page = opened(amals, application)
    assert "Answers that changed in your plan since this version: 1" in page.text
    assert f"/en/plan/{bakery}/versions/compare?from={before}" in page.of("//main//a/@href")
    opened(amals, f"{application}/ready").press("/ready", dossier_language="nl")
    assert [(each.number, each.is_read) for each in found().submissions] == [(1, True), (2, False)]


def test_where_the_coach_left_before_signing_it_is_made_ready_again(amals, version, application, found, storage, bakery,
                                                                    lien, work):
    opened(amals, version).press("/sign", **YES)
    with storage.writing() as tx:
        participants.show_out(tx, bakery, lien)
    assert "It cannot be signed any more: the coach has left the plan. Make it ready again." in opened(
        amals, application).text
    address = opened(amals, f"{application}/ready").press("/ready", dossier_language="nl").headers["Location"]
    assert not address.endswith(version.rpartition("/")[2])
    opened(amals, address).press("/sign", **YES)
    work()
    assert found().newest is not None


def test_an_organisation_that_works_here_is_asked_as_well_as_any_lender(amals, home, krediet, found, storage):
    page = opened(amals, f"{home}/new")
    offered = page.of("//select[@name='lender']/option[@value != '']/@value")
    assert offered[0] == f"organisation:{krediet}" and offered[-1] == "lender:blank" and len(offered) == 9
    page.press("/new", lender=f"organisation:{krediet}")
    assert (found().organisation, found().lender) == (krediet, "blank")
    assert "Krediet voor Iedereen" in opened(amals, f"{home}/").text
    refused = shown(amals, page.press("/new", lender="lender:nobody"), 422)
    assert "Choose the lender that you want to ask." in refused.text


def test_a_lender_is_asked_once_at_a_time(amals, home, application, storage, bakery):
    opened(amals, f"{home}/new").press("/new", lender="lender:microstart")
    with storage.reading() as tx:
        assert len(applications.applications_of(tx, bakery)) == 1


def test_the_language_has_to_be_one_that_lenders_read(amals, application, found):
    page = shown(amals, opened(amals, f"{application}/ready").press("/ready", dossier_language="ar"), 422)
    assert page.beside("dossier_language") == ["Choose the language in which the lender reads."]
    assert found().prepared is None


def test_without_figures_no_version_can_be_made_ready(amals, plan, storage):
    home = f"/en/plan/{plan}/lenders"
    opened(amals, f"{home}/new").press("/new", lender="lender:credal")
    with storage.reading() as tx:
        application, = applications.applications_of(tx, plan)
    page = opened(amals, f"{home}/{application.id}/ready")
    assert "There are no figures yet." in page.text and not page.of("//main//form")


def test_an_application_of_another_plan_is_not_there(amals, amal, application, storage):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    elsewhere = application.rpartition("/")[2]
    assert amals.get(f"{application}/versions/{'0' * 32}/idea").status_code == 404
    for path in ("", "/ready", "/state", "/take-back", "/end", "/versions/" + "0" * 32):
        assert amals.get(f"/en/plan/{other}/lenders/{elsewhere}{path}").status_code == 404


@pytest.mark.parametrize("kind", [News.MADE_READY, News.SIGNED, News.HANDED_IN, News.TAKEN_BACK])
def test_the_news_leads_to_where_it_stands(liens, amal, lien, application, storage, bakery, kind):
    with storage.writing() as tx:
        notices.tell(tx, kind, bakery, amal, [lien], application.rpartition("/")[2])
    page = opened(liens, "/en/news/")
    action = next(each for each in page.of("//form/@action") if each.endswith("/open"))
    assert page.press(action).headers["Location"] == application


def test_from_what_was_handed_in_it_is_near_to_links_questions_and_the_answer(amals, liens, version, home, application,
                                                                            found, work):
    opened(amals, version).press("/sign", agree="yes")
    opened(liens, version).press("/sign-as-coach")
    work()
    assert {f"{home}/links/", f"{home}/questions/"} <= set(opened(amals, home + "/").of("//main//a/@href"))
    near = set(opened(amals, application).of("//main//a/@href"))
    assert {f"{home}/links/", f"{home}/answer/{found().id}"} <= near
    for address in (f"{home}/links/", f"{home}/questions/", f"{home}/answer/{found().id}"):
        assert amals.get(address).status_code == liens.get(address).status_code == 200
