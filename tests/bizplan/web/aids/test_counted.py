"""Aids that count: worked figures, polite refusals, and what taking over keeps."""

import re

import pytest

from bizplan.domain.questions import QUESTIONS
from bizplan.web.aids.counted import Counted
from bizplan.web.aids.shelf import AIDS
from financial_models.assumptions import Grade

FLOUR = {"materials-1-name": "Flour", "materials-1-pack_price": "24", "materials-1-pack_size": "25000",
         "materials-1-used": "30000", "materials-lines": "3"}
BATCH = {"items": "50", "packaging": "0.04", "waste": "", "minutes": "90", **FLOUR}
YEARLY = {"energy_settlement": "240", "car_tax": "300"}


def amounts(page: str) -> list[str]:
    """What stands at the end of each line of the first slip."""
    slip = re.search(r'<ol class="slip plain">(.*?)</ol>', page, re.S)
    assert slip
    return [re.sub(r"[\u2066-\u2069]", "", each) for each in re.findall(r"</span> <bdi>(.*?)</bdi>", slip[1])]


def said(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>|[\u2066-\u2069]", "", page).replace("\xa0", " ").split())


def test_the_cost_of_a_bread_is_its_flour_and_its_bag(desk):
    """30 kg of flour at 24 euros a bag of 25 kg is 28.80; with 50 bags of 4 cents 30.80, for one bread 0.62."""
    page = desk.count("cost_price", BATCH, desk.row("products"))
    assert "30.80" not in page
    assert amounts(page)[:3] == ["€\xa028.80", "€\xa02.00", "€\xa00.62"]


def test_taking_over_keeps_a_guess_that_names_its_aid_and_leads_back(desk):
    row, key = desk.row("products"), "products[].cost_per_unit"
    before = desk.history(key, row)
    page = desk.count("cost_price", BATCH, row)
    answer = desk.use(page, take=[key])
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"/en/plan/{desk.plan}/study/idea/costs/{row}")
    newest, *older = desk.history(key, row)
    assert tuple(older) == before
    assert (newest.said.value, newest.said.evidence) == (0.616, Grade.GUESS)
    assert "Worked out with the helper “What does one cost you?”." in newest.said.note
    told = desk.client.get(f"/en/plan/{desk.plan}/history/{key}/{row}").get_data(as_text=True)
    assert "0.616" in told
    assert "Worked out with the helper" in told
    assert desk.record.plan.value("operations.minutes_a_unit") != 1.8       # it was not ticked


def test_what_was_ticked_is_taken_and_the_question_shows_it(desk):
    row = desk.row("products")
    page = desk.count("cost_price", BATCH, row)
    desk.use(page, take=["products[].cost_per_unit", "operations.minutes_a_unit"])
    assert desk.record.plan.value("operations.minutes_a_unit") == 1.8
    shown = desk.client.get(f"/en/plan/{desk.plan}/study/idea/costs/{row}").get_data(as_text=True)
    assert "A number is a guess until you say how you know it." in shown
    assert 'value="0.616"' in shown
    assert "Your plan says this already." in desk.count("cost_price", BATCH, row)


def test_counting_alone_changes_nothing(desk):
    before = desk.record
    desk.count("cost_price", BATCH, desk.row("products"))
    desk.count("household_budget", YEARLY)
    assert desk.record == before


def test_a_line_that_is_half_filled_in_asks_for_the_rest_and_keeps_what_was_typed(desk):
    page = desk.count("cost_price", {**BATCH, "materials-1-pack_size": ""}, desk.row("products"))
    assert "Fill this in. A guess is fine." in page
    assert 'href="#f-materials-1-pack_size"' in page
    assert 'value="Flour"' in page
    assert "/use" not in page


@pytest.mark.parametrize("text", [
    "0", "1", "1000000000", "0.000001", "999999999999999", "-0", "1e5", "NaN", "'; DROP TABLE plans", "<b>x</b>", "٣",
    "x" * 5_000, "\x00\u202e5",
])
def test_whatever_is_typed_in_every_field_the_page_answers_and_nothing_changes(desk, text):
    before = desk.record
    for aid in AIDS.values():
        if isinstance(aid, Counted):
            named = [*aid.fields, *(field for each in aid.lists for field in each.named(1))]
            fields = {field.key: field.options[0].key if field.options else text for field in named}
            row = desk.row(aid.group) if aid.group else ""
            assert "<b>x</b>" not in desk.count(aid.key, {**fields, "amounts": [text] * 12}, row)
    assert desk.record == before


def test_one_more_line_is_a_button_and_keeps_what_was_typed(desk):
    page = desk.count("cost_price", {**BATCH, "items": "", "more": "materials"}, desk.row("products"))
    assert 'name="materials-4-name"' in page
    assert 'value="Flour"' in page
    assert "Fill this in" not in page


@pytest.mark.parametrize(("typed", "told"), [
    ("1,234", "Do you mean"), ("-5", "Enter the number without a minus sign"), ("many", "Enter a number, for example"),
    ("", "Fill this in. A guess is fine."), ("200", "Enter a number from 0 to 168"),
])
def test_hours_that_cannot_be_counted_with_are_asked_back(desk, typed, told):
    high = {"hours": typed, "minutes_each": "30"}
    page = desk.count("capacity", high if typed != "1,234" else {"hours": "40", "minutes_each": typed})
    assert told in said(page)
    assert f'value="{typed}"' in page
    assert "/use" not in page


def test_of_two_readings_the_chosen_one_counts(desk):
    fields = {"hours": "40", "minutes_each": "1,234"}
    readings = re.findall(r'name="reading" value="([^"]+)"', desk.count("capacity", fields))
    assert len(readings) == 2
    for reading in readings:
        page = desk.count("capacity", {**fields, "reading": reading})
        assert "Do you mean" not in said(page)
        assert "This is how we count" in page


def test_digits_of_any_script_are_read(desk):
    """40 hours of which a quarter is lost, at 30 minutes each: 60 a week, 260 a month."""
    page = desk.count("capacity", {"hours": "٤٠", "lost": "٢٥", "minutes_each": "٣٠"}, language="ar")
    assert amounts(page)[-2:] == ["60", "260"]


def test_a_margin_of_sixty_per_cent_on_ninety_cents_is_a_price_of_two_euros_and_39_cents(desk):
    """0.90 / (1 - 0.60) = 2.25 without VAT; with 6 % VAT 2.385, to the cent 2.39 (or 2.38 where halves fall down)."""
    page = desk.count("selling_price", {"cost": "0.90", "margin": "60", "vat": "reduced", "exempt": "no",
                                        "competitors-1-price": "2.80", "competitors-lines": "2",
                                        "customers-lines": "2"}, desk.row("products"))
    assert amounts(page)[4] in ("€\xa02.39", "€\xa02.38")
    assert desk.use(page, take=["products[].price"]).status_code == 302
    assert 2.38 <= desk.record.plan.value("products[].price", desk.row("products")) <= 2.80


def test_a_season_in_words_averages_one(desk):
    months = {f"month-{number}": "normal" for number in range(1, 13)}
    months.update({"month-12": "very_busy", "month-8": "very_quiet"})
    row = desk.row("products")
    desk.use(desk.count("season", months, row))
    season = desk.record.plan.value("products[].season", row)
    assert season[11] == 1.5
    assert season[7] == 0.5
    assert sum(season) == pytest.approx(12)


def test_real_amounts_of_a_season_go_before_the_words(desk):
    row = desk.row("products")
    page = desk.count("season", {"amounts": ["100"] * 11 + ["1300"]}, row)
    assert amounts(page)[:2] == ["2,400", "200"]
    desk.use(page)
    assert desk.record.plan.value("products[].season", row)[11] == 6.5


def test_eleven_months_ask_for_the_twelfth(desk):
    page = desk.count("season", {"amounts": ["100"] * 11 + [""]}, desk.row("products"))
    assert "Fill in all twelve months. December is still empty." in said(page)
    assert page.count('value="100"') == 11


def test_five_days_a_week_in_2027(desk):
    """2027 has 261 days from Monday to Friday; 7 of the 10 public holidays fall on one: 254, less 4 weeks 234."""
    page = desk.count("opening_days", {"weekdays": ["0", "1", "2", "3", "4"], "closed_on_holidays": "yes",
                                       "weeks_off": "4", "year": "2027"}, desk.row("products"))
    shown = amounts(page)
    assert shown[0] == "261"
    assert float(shown[3]) == 261 - 20 + int(shown[1].replace("−", "-"))


def test_yearly_bills_are_taken_over_once_however_often(desk):
    """240 euros of energy a year are 20 a month: the second time they replace the first, and are not added to them."""
    key = "household.expenses.energy"
    month = desk.record.plan.value(key)
    desk.use(desk.count("household_budget", YEARLY), take=[key])
    assert desk.record.plan.value(key) == month + 20
    assert "You took over yearly bills before" in desk.open("household_budget").get_data(as_text=True)
    again = desk.count("household_budget", YEARLY)
    assert f'value="{key}"' not in again
    desk.use(desk.count("household_budget", {"energy_settlement": "360"}))
    assert desk.record.plan.value(key) == month + 30


def test_a_month_that_was_typed_anew_counts_as_it_stands(desk):
    """After the total was changed by hand, it is the amount of a month."""
    key = "household.expenses.energy"
    desk.use(desk.count("household_budget", YEARLY), take=[key])
    desk.client.post(f"/en/plan/{desk.plan}/save", data={**desk.token(), "field": key, "value": "100",
                                                         "base": str(desk.record.sequence)})
    assert desk.record.plan.value(key) == 100
    desk.use(desk.count("household_budget", {"energy_settlement": "120"}))
    assert desk.record.plan.value(key) == 110


def test_a_loan_of_twelve_thousand_stands_beside_that_of_the_plan(desk):
    """12,000 at 12 % (1 % a month) in 12 equal instalments: 12,000 × 0.01 / (1 − 1.01⁻¹²) = 1,066.19."""
    fields = {"amount": "12000", "months": "12", "rate": "12", "fee": "0", "grace": "", "profile": "other"}
    row = desk.row("loans")
    before = desk.record
    page = desk.count("loan_explorer", fields, row)
    assert "€\xa01,066.19" in amounts(page)
    assert "Beside the loan in your plan" in page
    assert desk.record == before
    desk.use(page, take=["loans[].amount", "loans[].months"])
    assert (desk.record.plan.value("loans[].amount", row), desk.record.plan.value("loans[].months", row)) == (12000, 12)


def test_a_loan_can_be_a_new_line_and_sent_twice_it_is_one(desk):
    fields = {"amount": "5000", "months": "24", "profile": "microstart_jump"}
    page = desk.count("loan_explorer", fields)
    before = desk.record.rows["loans"]
    desk.use(page)
    desk.use(page)
    new = [row for row in desk.record.rows["loans"] if row not in before]
    assert len(new) == 1
    plan = desk.record.plan
    assert plan.value("loans[].amount", new[0]) == 5000
    assert plan.value("loans[].profile", new[0]) == "microstart_jump"
    assert plan.answer("loans[].monthly_rate", new[0]) is None              # that one is for the coach


def test_a_loan_without_repayment_for_longer_than_it_lasts_is_asked_back(desk):
    fields = {"amount": "5000", "months": "12", "grace": "12", "rate": "5"}
    page = desk.count("loan_explorer", fields, desk.row("loans"))
    assert "12 does not fit here. Enter a number from 0 to 11." in said(page)
    assert 'href="#f-grace"' in page


def test_the_interest_of_a_lender_is_taken_where_it_is_published_and_asked_where_it_is_not(desk):
    fields = {"amount": "5000", "months": "12"}
    assert "12.13%" in amounts(desk.count("loan_explorer", {**fields, "profile": "microstart_jump"}))
    page = desk.count("loan_explorer", {**fields, "profile": "other"})
    assert "We do not know the interest of this lender." in said(page)
    assert 'href="#f-rate"' in page


def test_the_right_to_work_says_what_it_read_and_how_sure_that_is(desk):
    page = desk.count("right_to_work", {"status": "asylum_seeker", "card": "", "until": ""})
    assert "the office that gives the card decides" in said(page)
    assert "How sure is this?" in page
    assert "/use" not in page                                               # the card is the coach's question


def test_what_somebody_else_answered_meanwhile_is_not_overwritten(desk):
    row, key = desk.row("products"), "products[].cost_per_unit"
    page = desk.count("cost_price", BATCH, row)
    desk.client.post(f"/en/plan/{desk.plan}/save?row={row}", data={
        **desk.token(), "field": key, "value": "0.95", "base": str(desk.record.sequence)})
    answer = desk.use(page, take=[key])
    assert "/clash/" in answer.headers["Location"]
    assert desk.record.plan.value(key, row) == 0.95


def test_a_note_that_was_there_is_kept(desk):
    row, key = desk.row("products"), "products[].cost_per_unit"
    before = desk.record.said(key, row).note
    desk.use(desk.count("cost_price", BATCH, row), take=[key])
    assert desk.record.said(key, row).note.startswith(before)
    assert QUESTIONS[key].is_figure
