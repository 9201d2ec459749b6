"""A credit that fits is put into the plan: both sides first, then by choice, once."""

import pytest

from bizplan.domain import course
from bizplan.domain.lending.profile_beginnings import copied
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.revisions import Deed
from bizplan.storage import lender_profiles, plans, suggestions, verdicts
from bizplan.web import display
from financial_models.appraisal import loan_schedule
from financial_models.assumptions import Grade
from financial_models.law import lender
from financial_models.readers import numerals
from tests.bizplan.web.lending.chosen_credit.conftest import BUTTON, engine, sides
from tests.bizplan.web.lending.conftest import said
from tests.bizplan.web.lending.test_fit_own import LOAN, SINCE
from tests.bizplan.web.opened import opened, plain, record

PUT = "Put this credit in my plan"


def test_from_each_credit_that_fits_a_way_leads_to_the_page_that_shows_both_sides(amals, credits, own, bakery, storage):
    page = opened(amals, credits)
    ways = page.of(f"//main//a[starts-with(normalize-space(), '{PUT}')]/@href")
    assert f"{credits}startlening/loan" in ways and f"{credits}{own}/start" in ways
    assert not any("/blank/" in each or "/open_up/" in each for each in ways), "not where it does not fit"
    before = record(storage, bakery)
    for each in ways:
        assert opened(amals, each).of(BUTTON) == [PUT], each
    assert record(storage, bakery) == before, "looking changes nothing"


def test_a_published_product_becomes_the_choice_and_its_figures_take_the_place_of_the_answers(
        amals, credits, loan, storage, bakery, micro):
    product = lender("startlening").product("loan")
    page = opened(amals, f"{credits}startlening/loan")
    told = sides(page)
    assert told["Who lends you the money?"] == ("Microkrediet", "PMV Startlening", "Differs")
    assert told["Which product of which lender?"] == ("microStart Jump (starters)", "Startlening (PMV)", "Differs")
    assert told["How much do you borrow?"][2] == told["In how many months do you pay it all back?"][2] == "The same"
    assert "Your own answer counts before what the lender publishes. Here it is replaced." in page.text
    assert page.press("/take-over").status_code == 302
    assert loan("profile")[0] == loan("source")[0] == "startlening"
    assert loan("rate")[:2] == (product.terms["rate"].value, Grade.DESK)
    assert product.terms["rate"].source.en in loan("rate")[2] or product.terms["rate"].source.nl in loan("rate")[2]
    assert loan("months")[:2] == (48, Grade.QUOTE) and loan("amount")[:2] == (15_000, Grade.QUOTE)
    page = opened(amals, f"{credits}startlening/loan")
    assert "Your plan has this credit." in page.text and page.of(BUTTON) == []
    with storage.reading() as tx:
        assert len(plans.history(tx, bakery, "loans[].rate", micro)) == 2, "nothing is overwritten"


def test_a_loan_is_called_after_whom_it_is_asked_of_and_after_nobody_before(amals, credits, loan, changed, micro):
    for lender_of, title in (("winwinlening/loan", "Winwinlening"), ("family/loan", "Winwinlening")):
        opened(amals, f"{credits}{lender_of}").press("/take-over")
        assert loan("name")[0] == title, lender_of
    changed(("loans[].name", micro, "Tante Rima"))
    opened(amals, f"{credits}winwinlening/loan").press("/take-over")
    assert loan("name")[0] == "Tante Rima" and loan("profile")[0] == "winwinlening"


def test_of_the_same_credit_a_quote_stays_before_what_is_published(amals, credits, loan):
    page = opened(amals, f"{credits}microstart/jump")
    assert sides(page)["Which percentage of interest do you pay a year?"][0].startswith("12.13% · a quote")
    page.press("/take-over")
    assert loan("rate")[:2] == (0.1213, Grade.QUOTE)


def test_what_nobody_answered_follows_the_choice_without_an_answer(
        amals, credits, loan, changed, storage, bakery, micro):
    changed(("loans[].rate", micro, None), ("loans[].fee", micro, None), ("loans[].fee_cap", micro, None))
    page = opened(amals, f"{credits}startlening/loan")
    now, becomes, _word = sides(page)["Which percentage of interest do you pay a year?"]
    assert now.startswith("12.13%") and becomes.startswith("3%")
    page.press("/take-over")
    assert loan("rate") == (None, None, "") and loan("profile")[0] == "startlening"
    assert next(each for each in engine(storage, bakery).loans if each.id == micro).rate == pytest.approx(
        lender("startlening").product("loan").terms["rate"])


def test_the_figures_of_the_page_are_those_of_the_engine_and_of_the_page_of_credits(
        amals, credits, own, storage, bakery, micro):
    page = opened(amals, f"{credits}{own}/start")
    before, after = sides(page)["Instalment in a month"][:2]
    assert (before, after) == ("€ 416.53", "€ 373.07")
    card = opened(amals, credits).tree.get_element_by_id(f"credit-{own}-start")
    assert after in plain("".join(card.itertext()))
    page.press("/take-over")
    found = next(each for each in engine(storage, bakery).loans if each.id == micro)
    paid = loan_schedule(found).payments[4].instalment
    assert plain(display.price(paid, "en").striptags()) == after


def test_what_a_lender_says_only_here_becomes_answers_with_its_day(amals, credits, own, loan):
    opened(amals, f"{credits}{own}/start").press("/take-over")
    note = f"Voorbeeld Kredieten zegt dat zelf, sinds {numerals.day(SINCE, 'nl')}."
    assert loan("profile")[0] == "other" and loan("name")[0] == "Voorbeeld Kredieten"
    assert loan("source")[0] == "microcredit"
    assert loan("rate") == (0.06, Grade.DESK, note)
    assert loan("months")[:2] == (48, Grade.QUOTE), "48 months are allowed, so that they stay"


def test_the_fee_of_another_lender_goes_where_this_one_says_none_as_the_page_of_credits_counts(
        amals, credits, own, loan, storage, bakery, micro):
    page = opened(amals, f"{credits}{own}/start")
    now, becomes, _word = sides(page)["Which percentage does the lender ask as a file fee?"]
    assert now.startswith("5%") and becomes == "nothing"
    assert "What your plan says is of another lender. This lender says nothing of it: ask." in page.text
    page.press("/take-over")
    assert loan("fee")[0] is None and loan("fee_cap")[0] is None
    assert next(each for each in engine(storage, bakery).loans if each.id == micro).fee == 0
    card = opened(amals, credits).tree.get_element_by_id(f"credit-{own}-start")
    assert "File fee€ 0" in plain("".join(card.itertext()))


def test_where_the_lender_says_no_rate_the_answer_stays_and_the_page_says_so(amals, credits, storage, bank, loan):
    name = said(storage, bank, SINCE, {key: value for key, value in LOAN.items() if not key.endswith(".rate")})
    page = opened(amals, f"{credits}{name}/start")
    assert "This lender says nothing of it. What your plan says stays: ask the lender." in page.text
    page.press("/take-over")
    assert loan("rate")[:2] == (0.1213, Grade.QUOTE)


def test_a_term_out_of_range_becomes_the_nearest_that_is_allowed(amals, credits, storage, bank, loan):
    name = said(storage, bank, SINCE, {
        **LOAN, "product.start.months_max": 36, "product.start.grace_max": 2, "product.start.fee_share": 0.01,
        "product.start.fee_min": 300, "product.start.nominal_twelfth": False})
    page = opened(amals, f"{credits}{name}/start")
    assert sides(page)["In how many months do you pay it all back?"][1].startswith("36")
    page.press("/take-over")
    assert loan("months")[:2] == (36, Grade.DESK) and loan("grace")[:2] == (2, Grade.DESK)
    assert loan("fee")[:2] == (0.02, Grade.DESK), "€ 300 of € 15,000 is more than 1 %"
    assert loan("fee_cap")[0] is None, "the cap of another lender does not stay"
    assert loan("monthly_rate")[0] == "actuarial"
    assert "Your plan has this credit." in opened(amals, f"{credits}{name}/start").text


def test_what_a_lender_only_copied_is_not_called_its_own(amals, credits, storage, bank, own, loan):
    begun = copied("startlening", "nl")
    with storage.writing() as tx:
        name = lender_profiles.say(tx, bank, lender_profiles.new_name(), None, lender_profiles.Said(
            SINCE, {"about.title": "Starters", **begun.values}, begun.origins))
    opened(amals, f"{credits}{name}/loan").press("/take-over")
    source = lender("startlening").product("loan").terms["rate"].source
    assert any(source.text(each) in loan("rate")[2] for each in ("en", "nl"))


def test_pressed_twice_is_once(amals, credits, own, storage, bakery):
    page = opened(amals, f"{credits}{own}/start")
    page.press("/take-over")
    sequence = record(storage, bakery).sequence
    answer = page.press("/take-over")
    assert record(storage, bakery).sequence == sequence
    assert "The plan had this credit already." in opened(amals, answer.headers["Location"]).tree.text_content()


def test_of_several_loans_that_are_asked_the_person_chooses_one(amals, credits, own, loan, changed, rows):
    micro, sister = rows
    changed(("loans[].asked", sister, True), ("loans[].amount", micro, 9000))
    page = opened(amals, f"{credits}{own}/start")
    assert "Your plan asks for several loans." in page.text and page.of(BUTTON) == []
    ways = page.of("//section[@aria-labelledby='loans']//a/@href")
    assert ways == [f"{credits}{own}/start?loan={each}" for each in rows]
    answer = opened(amals, ways[1]).press("/take-over")
    assert answer.headers["Location"].endswith(f"?loan={sister}")
    assert loan("name", sister)[0] == "Voorbeeld Kredieten" and loan("name")[0] == "Microkrediet"
    assert loan("agreement", sister)[0] == "none", "nobody has asked this lender yet"


def test_where_no_loan_is_asked_a_new_one_is_added_once(amals, credits, own, loan, changed, storage, bakery, micro):
    changed(("loans", micro, None), deed=Deed.REMOVE)
    page = opened(amals, f"{credits}{own}/start")
    assert "Your plan asks for no loan yet. A new loan is added." in page.text
    page.press("/take-over")
    page.press("/take-over")
    _sister, new = record(storage, bakery).rows["loans"]
    assert loan("asked", new)[0] is True and loan("rate", new)[0] == 0.06
    assert loan("amount", new)[:2] == (12_400, Grade.GUESS), "€ 13,089.70 less the fee of € 750 that is not paid"
    assert loan("months", new)[:2] == (36, Grade.GUESS)
    assert new in [each.id for each in engine(storage, bakery).loans]
    assert "Your plan has this credit." in opened(amals, f"{credits}{own}/start").text


def test_a_coach_who_may_not_write_suggests_it_once(liens, credits, own, storage, bakery):
    before = record(storage, bakery)
    page = opened(liens, f"{credits}{own}/start")
    assert page.of(BUTTON) == ["Suggest this credit to the business owner"]
    page.press("/take-over")
    page.press("/take-over")
    assert record(storage, bakery).answers == before.answers
    with storage.reading() as tx:
        found = suggestions.open_in(tx, bakery)
    assert {each.revision.question for each in found} == {
        f"loans[].{name}" for name in ("name", "profile", "rate", "fee", "fee_cap")}
    assert all("Lening voor bakkers" in each.reason for each in found)


def test_a_coach_who_may_not_write_suggests_a_whole_new_loan_once(
        liens, amals, credits, own, storage, bakery, changed, micro):
    changed(("loans", micro, None), deed=Deed.REMOVE)
    rows = record(storage, bakery).rows["loans"]
    for _twice in range(2):
        opened(liens, f"{credits}{own}/start").press("/take-over")
    assert record(storage, bakery).rows["loans"] == rows
    with storage.reading() as tx:
        one, = suggestions.open_in(tx, bakery)
    opened(amals, f"/en/plan/{bakery}/suggestions/{one.id}").press("/decide", do="take")
    assert len(record(storage, bakery).rows["loans"]) == 2


def test_a_coach_who_may_write_puts_it_in(liens, credits, own, loan, storage, bakery):
    with storage.writing() as tx:
        plans.let_coach_write(tx, bakery, may=True)
    opened(liens, f"{credits}{own}/start").press("/take-over")
    assert loan("rate")[:2] == (0.06, Grade.DESK)


def test_the_question_about_the_product_leads_to_the_credits_that_fit(amals, bakery, credits, micro):
    part, page = course.page_of("loans[].profile")
    shown = opened(amals, f"/en/plan/{bakery}/study/{part.key}/{page.key}/{micro}")
    assert credits in shown.of("//main//a/@href")


def test_the_page_of_credits_says_that_lenders_here_count_too(amals, credits):
    assert "with what lenders publish, or say here themselves" in opened(amals, credits).text


def test_whoever_was_declined_finds_the_way_to_the_credits_that_fit(amals, answer, asked, house, storage):
    with storage.writing() as tx:
        verdicts.give(tx, asked, house.omar, Given(Kind.DECISION, Outcome.DECLINED, reasons=("market",)))
    assert f"/en/plan/{asked.plan}/credit/" in opened(amals, answer).of("//section[@aria-labelledby='next']//a/@href")


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_it_reads_in_every_language(amals, credits, own, language):
    for path in (f"{own}/start", "winwinlening/loan", "family/loan"):
        assert opened(amals, f"{credits}{path}".replace("/en/", f"/{language}/")).heading
