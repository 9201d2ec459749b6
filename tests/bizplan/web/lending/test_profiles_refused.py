"""What a lender cannot mean is refused beside its field; hostile texts are texts, and crooked forms break nothing."""

from datetime import timedelta

import pytest

from bizplan.domain.clock import today
from tests.bizplan.web.lending.conftest import lender_on
from tests.bizplan.web.naughty import MARKUP, NEVER_SHOWN, NUMBERS, SCRIPTS
from tests.bizplan.web.opened import opened, shown

TODAY = today()
REFUSED = {
    "title": ({"title": " "}, "title", "Fill this in."),
    "amount": ({"amount_max": ""}, "amount_max", "Fill this in."),
    "negative": ({"amount_min": "-5"}, "amount_min", "without a minus sign"),
    "no number": ({"rate": "about ten"}, "rate", "Enter a number"),
    "rate above all": ({"rate": "101"}, "rate", "Enter a percentage from 0% to 100%"),
    "amounts": ({"amount_min": "20000"}, "amount_min", "The smallest amount is € 20,000, the largest € 15,000."),
    "first year": ({"amount_max_first_year": "16000"}, "amount_max_first_year", "which is € 15,000"),
    "no months": ({"months_max": "0"}, "months_max", "Enter a whole number from 1 to 120"),
    "many months": ({"months_max": "121"}, "months_max", "Enter a whole number from 1 to 120"),
    "half a month": ({"months_max": "3,5"}, "months_max", "Enter a whole number"),
    "terms": ({"months_min": "49"}, "months_min", "The shortest term is 49 months, the longest 48 months."),
    "grace": ({"grace_max": "48"}, "grace_max", "At least one month is left to repay."),
    "cap without fee": ({"fee_cap": "750"}, "fee_cap", "no fee. Fill in the fee, or leave this empty."),
    "least without fee": ({"fee_min": "75", "fee_share": "0"}, "fee_min", "no fee. Fill in the fee"),
    "fees": ({"fee_share": "5", "fee_min": "800", "fee_cap": "750"}, "fee_min", "at least € 800 and at most € 750"),
    "surety": ({"guarantor_share": "50", "guarantor_needed": "no"}, "guarantor_share", "but no surety is asked"),
    "yesterday": ({"since": (TODAY - timedelta(days=1)).isoformat()}, "since", "What held until yesterday stays"),
    "far away": ({"since": f"{TODAY.year + 6}-01-01"}, "since", "in the next 5 years"),
    "no day": ({"since": "soon"}, "since", "Enter day, month and year"),
    "no since": ({"since": ""}, "since", "Fill this in."),
}


@pytest.mark.parametrize(("fields", "beside", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_beside_its_field_and_everything_typed_stays(noor, home, profile, profiles, fields,
                                                                              beside, words):
    before = profiles()
    page = opened(noor, f"{home}/{profile}/loans/start")
    found = shown(noor, page.send({"qualifies": "Kept as typed", **fields}), 422)
    assert words in " ".join(found.beside(beside)), found.beside(beside)
    assert {name: found.fields[name] for name in fields} | {"qualifies": "Kept as typed"} == {
        **fields, "qualifies": "Kept as typed"}
    assert profiles() == before


@pytest.mark.parametrize(("fields", "beside"), [
    ({"instalment_share_green": "80"}, "instalment_share_green"), ({"dscr_red": "1,5"}, "dscr_red"),
    ({"dscr_stop": "1,2"}, "dscr_stop"), ({"break_even_month_late": "6"}, "break_even_month_late"),
    ({"solvency_green": "0,1"}, "solvency_green"),
])
def test_limits_out_of_order_with_each_other_or_the_common_ones_are_refused(noor, home, profile, profiles, fields,
                                                                          beside):
    before = profiles()
    found = shown(noor, opened(noor, f"{home}/{profile}/limits").send(fields), 422)
    assert "the first cannot be more than the second" in found.beside(beside)[0] and profiles() == before


def test_a_number_with_two_readings_is_asked_back_and_nothing_is_kept_before(noor, home, profile, profiles):
    before = profiles()
    page = opened(noor, f"{home}/{profile}/loans/start")
    found = shown(noor, page.send({"amount_min": "1,234"}), 422)
    assert found.readings("amount_min") == ["amount_min=1234", "amount_min=1.2340"] and profiles() == before
    assert found.send({"reading": "amount_min=1234"}).status_code == 302
    assert lender_on(profiles).product("start").term("amount_min") == 1234


@pytest.mark.parametrize("text", [*MARKUP, *SCRIPTS[:8]])
def test_hostile_texts_are_texts(noor, home, profile, text):
    for page in ("about", "loans/start"):
        fields = {"title": text, "qualifies": text, **({"contact": text, "purposes": text} if page == "about" else {})}
        assert opened(noor, f"{home}/{profile}/{page}").send(fields).status_code == 302
    for page in ("", "/preview", "/history", "/about", "/limits", "/loans/start", "/loans/start/end"):
        assert NEVER_SHOWN not in opened(noor, f"{home}/{profile}{page}").text


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_read_as_it_can_be_meant_or_refused_and_never_breaks_the_page(noor, home, profile, text):
    names = ("amount_min", "rate", "months_min", "own_contribution_multiple")
    page = opened(noor, f"{home}/{profile}/loans/start")
    answer = page.send(dict.fromkeys(names, text))
    assert answer.status_code in (302, 422)
    if answer.status_code == 422:
        assert [name for name in names if shown(noor, answer, 422).beside(name)]


def test_crooked_hidden_fields_count_as_the_beginning(noor, home, profile):
    page = opened(noor, f"{home}/{profile}/loans/start")
    for hidden in ({"base": "x" * 99}, {"base": "-1"}, {"base": "99999999999999"}):
        assert page.send({"rate": "8", **hidden}).status_code == 422
    for hidden in ({"key": "'; --"}, {"shown": "2027-13-45"}, {"shown": "0001-01-01"}, {"reading": "nothing=5"}):
        assert opened(noor, f"{home}/{profile}/loans/start").send({"rate": "8", **hidden}).status_code == 302
    limits = opened(noor, f"{home}/{profile}/limits")
    assert limits.send({"dscr_red": "1", "since": "01/01/1900", "shown": "0001-01-01"}).status_code == 422
    for on in ("x", "2020-01-01", "9999-12-31", "0001-01-01"):
        assert noor.get(f"{home}/{profile}/loans/start?on={on}").status_code == 200
        assert noor.get(f"{home}/{profile}/preview?on={on}").status_code == 200
