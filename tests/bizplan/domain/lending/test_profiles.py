"""An own profile of a lender: what holds on which day, and the lender that every reader of published ones reads."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain.lending.offers import in_words
from bizplan.domain.lending.profile_beginnings import beginnings, copied
from bizplan.domain.lending.profile_fields import IN_ORDER, LIMITS, PRODUCT_FIELDS, TERMS, limits_refused, news
from bizplan.domain.lending.profiles import Change, OwnProfile, a_year_after, figure_of
from bizplan.domain.readiness.sentences import sentence
from financial_models.law import UnknownKey, caution, lender

NOVEMBER, MARCH, JUNE = date(2026, 11, 28), date(2027, 3, 1), date(2027, 6, 1)


def change(number, since, values, said_on=NOVEMBER, origins=None):
    """A change that was made at noon."""
    return Change(number, since, values, datetime(said_on.year, said_on.month, said_on.day, 12, tzinfo=UTC), "noor",
                  origins or {})


def profile(*changes):
    """A profile of Voorbeeld Kredieten."""
    return OwnProfile("own_1", "bank", "Voorbeeld Kredieten", changes)


START = change(1, NOVEMBER, {
    "about.title": "Starterskrediet", "about.papers": ("identity", "quotes"), "about.purposes": "Stock\nA vehicle\n",
    "product.start.title": "Start", "product.start.amount_max": 15000, "product.start.rate": 0.0995,
    "product.start.months_max": 48, "product.start.guarantor_needed": True, "threshold.dscr_green": 1.3})
DEARER = change(2, MARCH, {"product.start.rate": 0.105, "threshold.dscr_green": None}, date(2027, 1, 10))


def test_each_figure_holds_from_its_day_on_and_what_held_before_still_does():
    own = profile(START, DEARER)
    told = [(on, float(own.lender(on).product("start").term("rate")), float(own.lender(on).threshold("dscr_green")))
            for on in (NOVEMBER, date(2027, 2, 28), MARCH, date(2030, 1, 1))]
    assert told == [(NOVEMBER, 0.0995, 1.3), (date(2027, 2, 28), 0.0995, 1.3), (MARCH, 0.105, 1.25),
                    (date(2030, 1, 1), 0.105, 1.25)]
    assert own.lender(MARCH).product("start").term("months_max") == 48, "what was not changed goes on"


def test_before_its_first_day_there_is_no_lender():
    own = profile(START)
    assert own.lender(date(2026, 11, 27)) is None and own.about(date(2026, 11, 27)) is None
    assert own.products(date(2026, 11, 27)) == () and own.shown_on == NOVEMBER


def test_a_figure_says_that_the_organisation_itself_said_it_when_and_until_when_it_counts_as_fresh():
    rate = profile(START, DEARER).lender(MARCH).product("start").term("rate")
    assert (rate.key, rate.unit, rate.label.nl) == ("lenders.own_1.start.rate", "share", "Jaarlijkse rentevoet")
    assert (rate.since, rate.status, rate.checked_on, rate.recheck_after) == (
        MARCH, "official", date(2027, 1, 10), date(2028, 1, 10))
    assert rate.source.en == "Voorbeeld Kredieten, as it said itself on 10 January 2027"
    assert caution(rate, date(2028, 1, 10)) is None and caution(rate, date(2028, 1, 11)) is not None


def test_the_lender_is_one_like_those_that_are_published():
    own = profile(START).lender(NOVEMBER)
    assert (own.name, own.title.fr) == ("own_1", "Starterskrediet")
    assert own.threshold("dscr_green").key == "lenders.own_1.threshold.dscr_green"
    assert set(own.thresholds) == set(lender("blank").thresholds)
    assert own.threshold("dscr_red") == lender("blank").threshold("dscr_red")
    assert own.product("start").term("guarantor_needed") == 1 and own.product("start").term("fee_share") is None
    with pytest.raises(UnknownKey):
        own.product("jump")


def test_of_two_values_for_one_day_the_one_said_later_holds_and_an_earlier_day_never_undoes_a_later_one():
    mended = change(3, MARCH, {"product.start.rate": 0.11})
    between = change(4, date(2027, 1, 1), {"product.start.rate": 0.1})
    own = profile(START, DEARER, mended, between)
    rates = [float(own.lender(on).product("start").term("rate")) for on in (NOVEMBER, date(2027, 1, 1), MARCH)]
    assert rates == [0.0995, 0.1, 0.11]


def test_a_loan_that_ends_is_not_offered_and_is_still_known_by_its_name():
    ends = change(2, MARCH, dict.fromkeys((path for path in START.values if path.startswith("product.")), None))
    own = profile(START, ends)
    assert [len(own.lender(on).products) for on in (NOVEMBER, MARCH)] == [1, 0]
    assert own.last_title("start") == "Start" and own.last_title("jump") == ""


def test_words_papers_and_purposes_are_read_by_name():
    about = profile(START).about(NOVEMBER)
    assert (about.papers, about.purposes, about.asks_for, about.contact) == (
        ("identity", "quotes"), ("Stock", "A vehicle"), (), "")


def test_what_was_planned_is_told_day_by_day_as_it_comes_out():
    own = profile(START, DEARER, change(3, JUNE, {"product.start.rate": 0.12}),
                  change(4, JUNE, {"product.start.rate": 0.105}))
    (day, turned), = own.planned(NOVEMBER).items()
    assert day == MARCH and own.planned(MARCH) == {}, "what comes to nothing in June is no news"
    assert {path: (was and was.value, becomes and becomes.value) for path, (was, becomes) in turned.items()} == {
        "product.start.rate": (0.0995, 0.105), "threshold.dscr_green": (1.3, None)}


def test_a_copied_profile_keeps_where_each_figure_comes_from_until_it_is_confirmed():
    copy = copied("microstart", "nl")
    own = profile(change(1, NOVEMBER, {"about.title": "Kopie", **copy.values}, origins=copy.origins))
    found, published = own.lender(NOVEMBER), lender("microstart")
    for product in published.products:
        for name, figure in product.terms.items():
            same = found.product(product.name).term(name)
            assert (float(same), same.status, same.source, same.link, same.checked_on, same.recheck_after) == (
                float(figure), figure.status, figure.source, figure.link, figure.checked_on, figure.recheck_after)
    assert found.product("boost").title.nl == "microStart Boost (langer dan een jaar)"
    confirmed = profile(*own.changes, change(2, NOVEMBER, {"product.jump.months_max": 60}))
    assert own.lender(NOVEMBER).product("jump").term("months_max").status == "unverified"
    assert confirmed.lender(NOVEMBER).product("jump").term("months_max").status == "official"


@pytest.mark.parametrize("name", [each.name for each in beginnings()])
def test_every_published_lender_is_a_beginning_whose_terms_fit_together_or_say_so(name):
    copy = copied(name, "en")
    assert {path.rpartition(".")[2] for path in copy.values} <= {
        each.key for each in (*PRODUCT_FIELDS, *TERMS, *LIMITS)}
    assert profile(change(1, NOVEMBER, {"about.title": "x", **copy.values}, origins=copy.origins)).lender(NOVEMBER)


def test_what_is_common_to_all_and_a_loan_of_the_family_are_no_beginning():
    assert {each.name for each in beginnings()} & {"blank", "family"} == set()


def test_saving_a_form_says_only_what_is_new_and_confirms_what_was_copied_or_is_old():
    own = profile(START)
    shown = {"rate": own.standing(NOVEMBER)["product.start.rate"],
             "amount_max": own.standing(NOVEMBER)["product.start.amount_max"]}
    same = {"rate": 0.0995, "amount_max": 15000}
    assert news(TERMS, same, shown, NOVEMBER) == {}
    assert news(TERMS, {"rate": 0.0995, "months_max": 36}, shown, NOVEMBER) == {"amount_max": None, "months_max": 36}
    assert news(TERMS, same, shown, date(2027, 11, 29)) == same, "a year later it is said again"


def test_a_year_after_the_29th_of_february_is_the_28th():
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28) and a_year_after(NOVEMBER) == date(2027, 11, 28)


def test_every_term_and_limit_is_named_and_counted_as_published_ones_are():
    units = {"amount": ("EUR",), "share": ("share",), "months": ("months",), "number": ("count",),
             "yes or no": ("flag",)}
    for each in (*TERMS, *LIMITS):
        label, unit = figure_of(each.key)
        assert label.nl and label.fr and unit in units[each.kind.value], each.key
    with pytest.raises(LookupError, match="no lender has a figure"):
        figure_of("gone")


@pytest.mark.parametrize(("low", "high"), IN_ORDER)
def test_the_common_limits_are_in_order(low, high):
    common = lender("blank").thresholds
    assert common[low] <= common[high]
    assert limits_refused({}, NOVEMBER) == {} and limits_refused({low: 999}, NOVEMBER).keys() == {low}


def test_a_loan_in_words_says_as_much_as_is_known():
    own = profile(START, change(2, NOVEMBER, {
        "product.start.amount_min": 500, "product.start.fee_share": 0.05, "product.start.fee_cap": 750,
        "product.start.guarantor_share": 0.5, "product.start.grace_max": 6,
        "product.start.own_contribution_multiple": 4}))
    assert told(own.lender(NOVEMBER).product("start")) == [
        "You can borrow from € 500 to € 15,000.", "The interest is 9.95% a year.",
        "You pay it back in 48 months at most.", "At the beginning you can pay interest only, for up to 6 months.",
        "The file fee is 5% of the amount, at most € 750.", "A surety is asked, for 50% of the amount.",
        "The loan is at most 4 times your own money."]


def test_of_a_published_loan_too_and_an_interest_that_nobody_says_is_missed():
    said = told(lender("open_up").product("loan"))
    assert "The interest is not published. Ask the lender." in said


def told(product):
    """A loan in plain English."""
    return [sentence(each, "en", str).replace("\u00a0", " ") for each in in_words(product)]


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.floats(0, 1)), min_size=1, max_size=8),
       st.dates(date(2026, 1, 1), date(2031, 1, 1)))
def test_what_was_said_for_later_never_touches_what_holds_today(said, on):
    changes = [change(number, since, {"threshold.dscr_red": value}) for number, (since, value) in enumerate(said, 1)]
    by_then = [each for each in changes if each.since <= on]
    assert {path: each.value for path, each in profile(*changes).standing(on).items()} == {
        path: each.value for path, each in profile(*by_then).standing(on).items()}
    if by_then:
        last = max(by_then, key=lambda each: (each.since, each.number))
        assert profile(*changes).thresholds(on)["dscr_red"].value == last.values["threshold.dscr_red"]
