"""An organisation's own loans count where published ones do: what fits, at which cost, and which papers it wants."""

from datetime import UTC, datetime, timedelta

import pytest

from bizplan.demonstration.own_lender import LAST_WEEK, LOAN, SAID
from bizplan.domain.lending.fit import Verdict, fit
from bizplan.domain.lending.lenders_here import lenders_here, lenders_with_papers
from bizplan.domain.lending.papers import checklist, wanted_by
from bizplan.domain.lending.profile_beginnings import copied
from bizplan.domain.lending.profiles import Change, OwnProfile
from bizplan.domain.readiness.signals import Light
from financial_models.law import lender, lenders
from tests.bizplan.domain.lending.credits import TODAY, case_of, changed, ground, offer_of, verdicts, words
from tests.bizplan.domain.lending.test_fit import annuity

PRODUCT = LOAN.removeprefix("product.")


def said(*changes, name="own_1", organisation="Voorbeeld Kredieten"):
    """A profile of which this was said, from so many days from today on."""
    return OwnProfile(name, "bank", organisation, tuple(
        Change(number, (TODAY + timedelta(days=days)), values,
               datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC) + timedelta(days=min(days, LAST_WEEK)))
        for number, (days, values) in enumerate(changes, 1)))


DEMO = said(*SAID.items())


def fit_with(*profiles, case=None, on=TODAY):
    """What fits the bakery, of the published lenders and of these."""
    return fit(case or case_of("bakery"), lenders_here(profiles, on))


def test_the_loan_of_the_demo_fits_its_bakery():
    offer = offer_of(fit_with(DEMO), "own_1", PRODUCT)          # € 500 to € 16,000 since a month ago
    assert offer.verdict is Verdict.FITS
    assert words(ground(offer, "amount")) == "It lends € 500 to € 16,000. You look for € 15,000."


def test_a_loan_that_is_a_thousand_too_small_for_the_bakery_does_not_fit():
    offer = offer_of(fit_with(said(*{**SAID, -30: {f"{LOAN}.amount_max": 14000}}.items())), "own_1", PRODUCT)
    reason = ground(offer, "too_large")
    assert (words(reason), reason.light) == ("It lends € 14,000 at most. You look for € 15,000.", Light.STOP)
    assert offer.verdict is Verdict.DOES_NOT_FIT and offer.suits_another_amount
    assert [each.source.en for each in reason.rests] == ["Voorbeeld Kredieten, as it said itself on 25 October 2026"]


def test_what_the_bakery_has_to_find_it_lends_and_the_cost_is_counted_on_its_own_terms():
    case = changed("bakery", {("loans[].amount", "micro"): 13100.0})
    offer = offer_of(fit_with(DEMO, case=case), "own_1", PRODUCT)
    cost = offer.cost                      # € 13,100 at 8.75 %: three months of interest and 45 instalments
    assert cost.instalment == pytest.approx(annuity(13100, 0.0875, 45), abs=0.005) == 342.53
    assert cost.fee == 200.0               # 1.8 % would be € 235.80, and it asks no more than € 200
    assert cost.total == pytest.approx(3 * 13100 * 0.0875 / 12 + 45 * 342.53 - 13100 + 200, abs=0.5) == 2800.38
    assert not cost.is_of_plan and not cost.is_least
    assert words(ground(offer, "amount")) == "It lends € 500 to € 16,000. You look for € 13,100."
    assert words(ground(offer, "guarantor")).startswith("It asks for a guarantor for € 6,550")


def test_the_words_of_a_lender_are_questions_to_ask_and_say_who_said_them_when():
    offer = offer_of(fit_with(DEMO), "own_1", PRODUCT)
    asked = [each for each in offer.grounds if each.light is None]
    assert [words(each) for each in asked if each.key == "to_ask"] == [
        "Check this: Je woont in Vlaanderen en je start een eigen zaak.", "Check this: Een coach begeleidt je plan."]
    assert words(next(each for each in asked if each.key == "purposes")) == (
        "It lends for: Materiaal en voorraad, Een bestelwagen of een fiets, De eerste maanden huur. "
        "Ask if that is what you need the money for.")
    fact = asked[0].rests[0]
    assert (fact.since, fact.status, fact.checked_on) == (
        TODAY - timedelta(days=90), "official", TODAY - timedelta(days=90))
    assert fact.recheck_after == (TODAY - timedelta(days=90)).replace(year=2027)
    assert fact.source.en == "Voorbeeld Kredieten, as it said itself on 26 August 2026"
    assert fact.source.text("ar").startswith("Voorbeeld Kredieten، كما قالت عن نفسها في 26 ")


def test_papers_contact_and_what_it_asks_to_see_are_facts_of_the_lender():
    own = DEMO.lender(TODAY)
    assert own.product(PRODUCT).papers.names[:2] == ("planning.papers.identity",
                                                     "planning.papers.household_composition")
    assert own.asks_for == ("household",) == DEMO.about(TODAY).asks_for
    assert own.contact.words == "Voorbeeldstraat 1, 9000 Gent · krediet@voorbeeld.example" and not own.contact.web
    assert own.product(PRODUCT).said_since == TODAY - timedelta(days=30), "its largest amount changed then"
    assert own.kind == "microcredit" and lender("microstart").product("jump").said_since is None


def test_a_paper_is_wanted_by_own_profiles_too_where_they_are_handed_in():
    here = lenders_here([DEMO], TODAY)
    assert "own_1" in [each.name for each in wanted_by("bank_statements", TODAY, here)]
    assert "own_1" not in [each.name for each in wanted_by("diplomas", TODAY, here)]
    line = next(each for each in checklist(case_of("bakery").plan, TODAY, here) if each.paper == "quotes")
    assert line.wanted_by[-1].title.nl == "Voorbeeld Kredieten"
    assert "own_1" not in [each.name for each in wanted_by("bank_statements", TODAY)]


def test_a_paper_is_wanted_too_by_a_lender_that_says_its_papers_and_no_loan_yet():
    only_papers = said((0, {"about.title": "microStart", "about.papers": ("diplomas",)}))
    nothing = said((0, {"about.title": "Elders"}), name="own_2")
    here = lenders_with_papers([DEMO, only_papers, nothing], TODAY)
    assert [each.name for each in here] == [*(each.name for each in lenders(TODAY)), "own_1", "own_1"]
    assert [each.title.nl for each in wanted_by("diplomas", TODAY, here)] == ["microStart"]
    assert lenders_here([only_papers], TODAY) == lenders(TODAY)


def test_an_own_profile_takes_the_place_of_the_published_lender_of_the_same_name():
    copy = copied("microstart", "nl")
    own = said((-10, {**copy.values, "about.title": "MicroSTART "}), (0, {"product.jump.rate": 0.1}))
    names = [each.name for each in lenders_here([own], TODAY)]
    assert names == [*(each.name for each in lenders(TODAY) if each.name != "microstart"), "own_1"]
    found = fit_with(own)
    assert float(offer_of(found, "own_1", "jump").product.term("rate")) == 0.1
    assert "microstart.jump" not in verdicts(found) and "credal.micro" in verdicts(found)
    of_house = said((-10, {"about.title": "Starters", "product.p.title": "P", "product.p.amount_max": 9000}),
                    organisation="microStart")
    assert "microstart" not in [each.name for each in lenders_here([of_house], TODAY)]


@pytest.mark.parametrize("title", ["Another lender", "Familie of vrienden", "Elders"])
def test_whoever_is_called_otherwise_or_like_no_lender_takes_nobodys_place(title):
    own = said((0, {"about.title": title, "product.p.title": "P", "product.p.amount_max": 9000}))
    assert [each.name for each in lenders_here([own], TODAY)] == [*(each.name for each in lenders(TODAY)), "own_1"]


def test_a_profile_without_a_loan_or_of_a_later_day_is_nobody_to_ask_yet():
    empty, later = said((0, {"about.title": "microStart"})), said((5, {
        "about.title": "microStart", "product.p.title": "P", "product.p.amount_max": 9000}))
    for own in (empty, later):
        assert lenders_here([own], TODAY) == lenders(TODAY)
    assert "own_1" in [each.name for each in lenders_here([later], TODAY + timedelta(days=5))]


def test_a_loan_without_interest_is_one_and_its_cost_is_its_fee():
    own = said((0, {"about.title": "Sociaal Fonds", "product.p.title": "Renteloos krediet",
                    "product.p.amount_max": 15000, "product.p.rate": 0, "product.p.fee_share": 0.01}))
    found = fit_with(own)
    cost = offer_of(found, "own_1", "p").cost
    assert (cost.interest, cost.fee, cost.total) == (0.0, 150.0, 150.0)
    told = [words(each) for each in found.without_interest]
    assert "Renteloos krediet has no interest." in told
    assert not any("none lends without interest" in each for each in told)


def test_no_months_of_interest_only_means_none():
    own = said((0, {"about.title": "Fonds", "product.p.title": "Lening", "product.p.amount_max": 15000,
                    "product.p.rate": 0.05, "product.p.grace_max": 0}))
    assert offer_of(fit_with(own), "own_1", "p").cost.loan.grace == 0


def test_what_was_only_copied_and_never_checked_speaks_against_nobody():
    own = said((0, {"about.title": "Kopie"}))
    copy = copied("microstart", "nl")
    change = Change(2, TODAY, copy.values, own.changes[0].made_at, "noor", copy.origins)
    offer = offer_of(fit_with(OwnProfile("own_1", "bank", "Huis", (*own.changes, change))), "own_1", "jump")
    assert {rest.status for rest in offer.rests} >= {"official", "unverified"}
    assert all(each.light is not Light.STOP for each in offer.grounds
               if any(rest.status == "unverified" for rest in each.rests))


def test_without_lenders_handed_in_the_published_ones_are_asked():
    assert verdicts(fit(case_of("bakery"))) == verdicts(fit(case_of("bakery"), lenders(TODAY)))


def test_hostile_words_stay_words():
    text = "{rule} %(name)s <script>alert(1)</script> {0.__class__}"
    own = said((0, {"about.title": text, "about.qualifies": text, "about.purposes": text, "about.contact": text,
                    "product.p.title": text, "product.p.amount_max": 15000, "product.p.rate": 0.05}))
    offer = offer_of(fit_with(own), "own_1", "p")
    assert words(ground(offer, "to_ask")) == f"Check this: {text}"
    assert text in words(ground(offer, "purposes"))
