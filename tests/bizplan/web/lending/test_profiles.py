"""A lender's manager says which loans and limits it has, each from a day on; nobody else finds the pages."""

from datetime import timedelta

import pytest

from bizplan.domain.clock import today
from bizplan.domain.people import Role
from bizplan.storage import lender_profiles, people
from financial_models.readers import numerals
from tests.bizplan.web.lending.conftest import lender_on, said
from tests.bizplan.web.opened import opened, shown

TODAY = today()
NEXT_MONTH = TODAY + timedelta(days=31)
CHANGES = ("about", "limits", "loans/add", "loans/start", "loans/start/end")


def begin(noor, home, **fields):
    """Begins a profile; the answer is its page."""
    answer = opened(noor, f"{home}/add").send({"title": "Starters' credit", **fields})
    assert answer.status_code == 302, answer.text
    return opened(noor, answer.headers["Location"])


def test_the_manager_finds_the_page_from_the_team_of_an_organisation_that_lends(noor, home, works, storage):
    assert home in opened(noor, "/en/team").of("//main//@href")
    found = opened(noor, home)
    assert found.heading == "Your loans and limits" and "Nothing is said here yet." in found.text
    with storage.writing() as tx:
        coaching = people.add_organisation(tx, "coaching", "De Vaart")
    assert not [each for each in opened(works(Role.MANAGER, coaching), "/en/team").of("//main//@href")
                if "lender" in each]


def test_a_profile_begun_with_nothing_has_a_name_and_the_common_limits(noor, home, profiles):
    found = begin(noor, home)
    assert found.heading == "Starters' credit" and "There is no loan yet." in found.text
    assert "You set no limit of your own. The common ones hold." in found.text
    assert (lender_on(profiles).title.nl, lender_on(profiles).products) == ("Starters' credit", ())
    assert lender_on(profiles).threshold("instalment_share_red") == 0.7


def test_figures_of_a_published_lender_are_a_beginning_that_wants_confirming(noor, home, profiles):
    found = begin(noor, home, begin="microstart")
    jump = lender_on(profiles).product("jump")
    assert (jump.term("rate"), jump.term("fee_cap"), jump.term("months_max")) == (0.1213, 750, 60)
    assert jump.term("rate").status == "official" and "VLAIO" in jump.term("rate").source.nl
    assert jump.term("months_max").status == "unverified"
    assert found.text.count("Copied, not confirmed yet") == 21 and "12.13%" in found.text
    page = opened(noor, f"{found.address}/loans/jump")
    assert page.send({"rate": "11,9"}).status_code == 302
    jump = lender_on(profiles).product("jump")
    assert (float(jump.term("rate")), jump.term("months_max").status) == (0.119, "official")
    assert jump.term("months_max").source.en == f"Voorbeeld Kredieten, as it said itself on {numerals.day(TODAY, 'en')}"
    assert opened(noor, found.address).text.count("Copied, not confirmed yet") == 10, "those of the other loan"


def test_a_loan_is_added_and_changed_from_a_later_day_on(noor, home, profiles):
    page = begin(noor, home)
    answer = opened(noor, f"{page.address}/loans/add").send({
        "title": "Start loan", "amount_min": "500", "amount_max": "€ 15.000,00", "rate": "9,95 %", "months_min": "3",
        "months_max": "48", "grace_max": "6", "fee_share": "5", "fee_cap": "750", "guarantor_needed": "yes",
        "guarantor_share": "50", "nominal_twelfth": "yes"})
    assert answer.status_code == 302
    loan, = lender_on(profiles).products
    assert {name: float(each) for name, each in loan.terms.items()} == {
        "amount_min": 500, "amount_max": 15000, "rate": 0.0995, "months_min": 3, "months_max": 48, "grace_max": 6,
        "fee_share": 0.05, "fee_cap": 750, "guarantor_needed": 1, "guarantor_share": 0.5, "nominal_twelfth": 1}
    change = opened(noor, f"{page.address}/loans/{loan.name}")
    assert change.fields["rate"] == "9.95" and "9.95%" in change.echo("rate")
    assert change.send({"rate": "10,5", "since": NEXT_MONTH.isoformat()}).status_code == 302
    days = (TODAY, NEXT_MONTH - timedelta(days=1), NEXT_MONTH, NEXT_MONTH + timedelta(days=400))
    rates = [lender_on(profiles, on).product(loan.name).term("rate") for on in days]
    assert [float(each) for each in rates] == [0.0995, 0.0995, 0.105, 0.105]
    assert [each.since for each in rates] == [TODAY, TODAY, NEXT_MONTH, NEXT_MONTH]
    found = opened(noor, page.address)
    assert "What changes later" in found.text and "9.95% 10.5%" in found.text


def test_what_was_said_for_later_can_be_taken_back_and_the_history_keeps_both(noor, home, profiles, storage, bank,
                                                                               profile):
    said(storage, bank, NEXT_MONTH, {"product.start.rate": 0.12, "threshold.dscr_green": 1.4}, profile)
    page = opened(noor, f"{home}/{profile}")
    assert page.press("/later/take-back").status_code == 302
    found = opened(noor, page.address)
    assert "It is taken back" in found.text and "What changes later" not in found.text
    assert lender_on(profiles, NEXT_MONTH).product("start").term("rate") == 0.0995
    assert lender_on(profiles, NEXT_MONTH).threshold("dscr_green") == 1.25
    assert opened(noor, f"{home}/{profile}/history").text.count("Holds from") == 3


def test_a_planned_change_is_changed_by_asking_for_its_day(noor, home, profiles, storage, bank, profile):
    said(storage, bank, NEXT_MONTH, {"product.start.rate": 0.12}, profile)
    page = opened(noor, f"{home}/{profile}/loans/start?on={NEXT_MONTH}")
    assert (page.fields["rate"], page.fields["since"]) == ("12", NEXT_MONTH.isoformat())
    assert page.send({"rate": "11"}).status_code == 302
    assert [float(lender_on(profiles, on).product("start").term("rate")) for on in (TODAY, NEXT_MONTH)] == [
        0.0995, 0.11]


def test_a_change_from_a_later_day_leaves_what_else_was_planned_before_it(noor, home, profiles, storage, bank, profile):
    said(storage, bank, NEXT_MONTH, {"product.start.amount_max": 20000}, profile)
    later = NEXT_MONTH + timedelta(days=31)
    opened(noor, f"{home}/{profile}/loans/start").send({"rate": "8", "since": later.isoformat()})
    loan = lender_on(profiles, later).product("start")
    assert (float(loan.term("rate")), float(loan.term("amount_max"))) == (0.08, 20000)


def test_limits_stand_beside_the_common_ones_with_where_those_come_from(noor, home, profiles, profile):
    page = opened(noor, f"{home}/{profile}/limits")
    assert "Common limit: 70%. Source: Credit Suisse, microfinance course" in page.text
    assert "Not read in a source yet." in page.text
    assert page.send({"instalment_share_red": "60", "minimum_cash": "1.000,00"}).status_code == 302
    limit = lender_on(profiles).threshold("instalment_share_red")
    assert (float(limit), limit.status) == (0.6, "official")
    assert limit.key == f"lenders.{profile}.threshold.instalment_share_red"
    assert lender_on(profiles).threshold("dscr_green").key == "lenders.blank.threshold.dscr_green"
    assert opened(noor, f"{home}/{profile}/limits").send({"instalment_share_red": ""}).status_code == 302
    assert lender_on(profiles).threshold("instalment_share_red") == 0.7, "left empty the common one holds again"


def test_what_is_said_in_words_and_the_papers_are_read_as_an_entrepreneur_reads_them(noor, officer, home, profile,
                                                                                   profiles):
    answer = opened(noor, f"{home}/{profile}/about").send({
        "qualifies": "You live in Flanders.\nYou have a coach.", "purposes": "Stock\n\nA vehicle ",
        "papers": ["identity", "quotes"], "asks_for": ["household"], "contact": "Kade 1\n+32 470 00 00 00"})
    assert answer.status_code == 302
    own, = profiles()
    about = own.about(TODAY)
    assert (about.purposes, about.papers, about.asks_for) == (
        ("Stock", "A vehicle"), ("identity", "quotes"), ("household",))
    found = opened(officer, f"{home}/{profile}/preview")
    assert found.of("//main//li") == [
        "You can borrow from € 500 to € 15,000.", "The interest is 9.95% a year.",
        "You pay it back in 48 months at most.", "Stock", "A vehicle", "Identity or residence card, both sides",
        "Quotes and pro-forma invoices", "The household budget, row by row"]
    assert "You decide each time whether you show it." in found.text


def test_the_same_form_sent_twice_is_kept_once(noor, home, profile, profiles):
    begun = opened(noor, f"{home}/add")
    answers = [begun.send({"title": "Another", "begin": "credal"}) for _ in range(2)]
    assert len({each.headers["Location"] for each in answers}) == 1 and len(profiles()) == 2
    page = opened(noor, f"{home}/{profile}/loans/add")
    assert [page.send({"title": "Second", "amount_max": "900"}).status_code for _ in range(2)] == [302, 302]
    assert len(profiles()[0].products(TODAY)) == 2


def test_two_managers_at_a_time_change_different_things_both(noor, works, bank, home, profile, profiles):
    pages = [opened(each, f"{home}/{profile}/loans/start") for each in (noor, works(Role.MANAGER, bank))]
    assert pages[0].send({"rate": "8"}).status_code == 302
    assert pages[1].send({"amount_max": "18000"}).status_code == 302
    loan = lender_on(profiles).product("start")
    assert (float(loan.term("rate")), float(loan.term("amount_max"))) == (0.08, 18000)


def test_of_the_same_thing_the_second_sees_what_it_is_now_and_may_insist(noor, works, bank, home, profile, profiles):
    pages = [opened(each, f"{home}/{profile}/loans/start") for each in (noor, works(Role.MANAGER, bank))]
    assert pages[0].send({"rate": "8", "months_min": "12"}).status_code == 302
    found = shown(pages[1].browser, pages[1].send({"rate": "9"}), 422)
    assert found.beside("rate") == [
        "Somebody else changed this meanwhile. Now it is: 8%. Save again if yours is right."]
    assert (found.fields["rate"], found.fields["months_min"]) == ("9", "12"), "what was not touched is as it is now"
    assert lender_on(profiles).product("start").term("rate") == 0.08
    assert found.send().status_code == 302
    assert lender_on(profiles).product("start").term("rate") == 0.09


def test_two_changes_that_do_not_fit_together_are_not_both_kept(noor, works, bank, home, profile, profiles):
    pages = [opened(each, f"{home}/{profile}/loans/start") for each in (noor, works(Role.MANAGER, bank))]
    assert pages[0].send({"amount_max": "5000"}).status_code == 302
    found = shown(pages[1].browser, pages[1].send({"amount_min": "8000"}), 422)
    assert "The smallest amount is € 8,000, the largest € 5,000." in found.beside("amount_min")[0]


def test_a_form_that_says_nothing_new_changes_nothing(noor, home, profile, profiles):
    before = profiles()
    assert opened(noor, f"{home}/{profile}/loans/start").send().status_code == 302
    assert "Nothing was changed" in opened(noor, f"{home}/{profile}").text and profiles() == before


def test_a_loan_is_no_longer_offered_from_a_day_on_whatever_was_planned(noor, home, storage, bank, profile, profiles):
    later = NEXT_MONTH + timedelta(days=31)
    said(storage, bank, later, {"product.start.title": "New name", "product.start.rate": 0.2}, profile)
    page = opened(noor, f"{home}/{profile}/loans/start/end")
    assert "Start loan" in page.text.replace("New name", "Start loan")
    assert [page.send({"since": NEXT_MONTH.isoformat()}).status_code for _ in range(2)] == [302, 302]
    assert [len(lender_on(profiles, on).products) for on in (TODAY, NEXT_MONTH, later)] == [1, 0, 0]
    refused = shown(noor, opened(noor, f"{home}/{profile}/loans/start/end").send({"since": "2020-01-01"}), 422)
    assert "What held until yesterday stays" in refused.beside("since")[0]
    assert noor.get(f"{home}/{profile}/loans/gone/end").status_code == 404


def test_the_history_says_of_every_change_who_when_and_from_which_day(noor, home, profile, storage):
    opened(noor, f"{home}/{profile}/loans/start").send({"rate": "8", "guarantor_needed": "no"})
    opened(noor, f"{home}/{profile}/limits").send({"dscr_green": "1,4", "since": NEXT_MONTH.isoformat()})
    opened(noor, f"{home}/{profile}/about").send({"papers": ["identity", "permits"]})
    found = opened(noor, f"{home}/{profile}/history")
    papers, limits, loan, first = found.of("//main//li")
    assert "Noor" in papers
    assert "ask for?Identity or residence card, both sides, Permits and professional card" in papers
    assert numerals.day(NEXT_MONTH, "en") in limits and "comfortable from1.4" in limits
    assert "Start loan: Yearly interest rate9.95% 8%" in loan and "surety?No" in loan
    assert "somebody who has left" in first and "Largest amount€ 15,000" in first


def test_officers_read_and_only_managers_of_that_lender_change(noor, officer, home, profile, profiles, works, bank,
                                                              amals, liens, browser, storage):
    pages = ("", f"/{profile}", f"/{profile}/preview", f"/{profile}/history")
    for page in pages:
        found = opened(officer, home + page)
        assert not [each for each in found.of("//main//@href") if each.endswith(CHANGES) or each.endswith("/add")]
    with storage.writing() as tx:
        others, coaching = (people.add_organisation(tx, kind, "Elders") for kind in ("lending", "coaching"))
    before = profiles()
    strangers = [works(Role.MANAGER, others), works(Role.MANAGER, coaching), works(Role.OFFICER, others),
                 works(Role.COACH, bank), works(Role.ADMINISTRATOR, None), amals, liens]
    for who in strangers:
        for page in (*pages, "/add", *(f"/{profile}/{each}" for each in CHANGES)):
            assert who.get(home + page).status_code == 404, page
    for who in (officer, *strangers):
        for page in ("/add", *(f"/{profile}/{each}" for each in CHANGES), f"/{profile}/later/take-back"):
            sent = {"title": "Taken", "amount_max": "5", "since": TODAY.isoformat(), "day": TODAY.isoformat()}
            assert who.post(home + page, sent, form="/en/me").status_code == 404, page
    assert browser.get(home).headers["Location"] == "/en/sign-in"
    assert profiles() == before


def test_an_organisation_that_does_not_lend_has_no_profiles_whatever_its_manager_asks(works, storage):
    with storage.writing() as tx:
        coaching = people.add_organisation(tx, "coaching", "De Vaart")
    manager = works(Role.MANAGER, coaching)
    for page in ("", "/add"):
        assert manager.get(f"/en/team/{coaching}/lender{page}").status_code == 404
    assert manager.post(f"/en/team/{coaching}/lender/add", {"title": "x"}, form="/en/me").status_code == 404


def test_a_profile_of_another_lender_is_not_here_under_the_own_address(noor, home, storage):
    with storage.writing() as tx:
        others = people.add_organisation(tx, "lending", "Elders")
    theirs = said(storage, others, TODAY, {"about.title": "Theirs", "product.start.title": "x"})
    for page in ("", "/preview", "/history", *(f"/{each}" for each in CHANGES)):
        assert noor.get(f"{home}/{theirs}{page}").status_code == 404
        assert noor.get(f"{home}/{lender_profiles.new_name()}{page}").status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_pages_keep_the_rules_in_every_language(noor, storage, bank, home, profile, language):
    said(storage, bank, NEXT_MONTH, {"product.start.rate": 0.12, "threshold.stress_sales": 0.3}, profile)
    address = home.replace("/en/", f"/{language}/")
    for page in ("", "/add", f"/{profile}", f"/{profile}/preview", f"/{profile}/history",
                 *(f"/{profile}/{each}" for each in CHANGES)):
        assert opened(noor, address + page).status == 200
    shown(noor, opened(noor, f"{address}/{profile}/loans/start").send({"amount_min": "x"}), 422)
