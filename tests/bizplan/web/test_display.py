"""Amounts, days and drawings on the pages, in four languages."""

from datetime import UTC, date, datetime

import pytest
from jinja2 import Environment
from markupsafe import Markup

from bizplan.domain.lending.own_values import BY_READER
from bizplan.translations import translated
from bizplan.web import display
from bizplan.web.icons import drawings, icon, symbols
from financial_models.law import Text

AMOUNTS = [("nl", "€\u00a01.602"), ("fr", "1\u00a0602\u00a0€"), ("en", "€\u00a01,602"), ("ar", "€\u00a01.602")]


@pytest.mark.parametrize(("language", "words"), AMOUNTS)
def test_an_amount_runs_from_the_left_in_every_language(language, words):
    assert display.money(1602.4, language) == f'<bdi dir="ltr">{words}</bdi>'


def test_a_source_of_law_keeps_its_language_and_one_of_the_application_has_that_of_the_page():
    law = Text("Act of 1 May", "Wet van 1 mei", "Loi du 1er mai")
    assert display.source_title(law, "ar") == '<bdi lang="en">Act of 1 May</bdi>'
    assert "حدّده قارئ هذه الصفحة" in display.source_title(translated(BY_READER), "ar")
    assert "lang" not in display.source_title(translated(BY_READER), "ar")


def test_cents_are_shown_where_they_are_asked_for_and_a_price_has_them_where_it_has_any():
    assert "416,53" in display.money(416.53, "nl", cents=True)
    assert "2,60" in display.price(2.6, "nl")
    assert display.price(58, "nl") == '<bdi dir="ltr">€\u00a058</bdi>'


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_less_than_nothing_has_the_sign_for_minus(language):
    assert "\u2212" in display.money(-10438, language)
    assert "-" not in display.money(-10438, language)


@pytest.mark.parametrize("value", [None, float("nan"), float("inf")])
def test_what_has_no_value_is_a_dash(value):
    for written in (display.money, display.price, display.number, display.share, display.figure):
        assert written(value, "nl") == "–"


def test_a_change_has_its_sign():
    assert display.change(901, "nl") == '<bdi dir="ltr">+\u00a0€\u00a0901</bdi>'
    assert display.change(-580.2, "nl") == '<bdi dir="ltr">\u2212\u00a0€\u00a0580</bdi>'


def test_arabic_uses_the_digits_of_bills_and_no_marks_of_direction():
    shown = display.money(-1234.5, "ar", cents=True) + display.share(0.205, "ar", 1) + display.day(
        date(2027, 3, 31), "ar")
    assert "1.234,50" in shown and "20,5%" in shown and "31 آذار 2027" in shown
    assert not set(shown) & set("٠١٢٣٤٥٦٧٨٩\u2066\u2068\u2069")


def test_days_and_months_can_be_read_by_programs():
    assert display.day(date(2027, 3, 1), "fr") == '<time datetime="2027-03-01"><bdi>1er mars 2027</bdi></time>'
    assert display.month(date(2027, 3, 1), "nl") == '<time datetime="2027-03"><bdi>maart 2027</bdi></time>'


def test_short_months_fit_below_a_bar():
    names = {language: [display.short_month(date(2027, month, 1), language) for month in range(1, 13)]
             for language in ("nl", "fr", "en", "ar")}
    assert names["nl"][2] == "mrt" and names["ar"][11] == "ك1"
    assert max(len(name) for several in names.values() for name in several) <= 6
    assert all(len(set(several)) == 12 for several in names.values())


def test_the_time_of_the_day_is_that_of_belgium():
    winter, summer = datetime(2026, 11, 20, 15, 5, tzinfo=UTC), datetime(2026, 7, 20, 22, 30, tzinfo=UTC)
    assert display.written_clock(winter, "nl") == "16.05"
    assert display.written_clock(winter, "ar") == "16:05"
    assert "21 juli 2026, 00.30" in display.moment(summer, "nl")


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone known"):
        display.clock(datetime(2026, 11, 20, 15, 5), "nl")  # noqa: DTZ001 (it is what is refused)


def test_what_is_filled_into_a_sentence_cannot_break_the_page():
    filled = display.fill("Saved <b> by {name} at {time}", name="<script>", time=Markup("<bdi>14.32</bdi>"))
    assert filled == "Saved &lt;b&gt; by <bdi>&lt;script&gt;</bdi> at <bdi>14.32</bdi>"


def test_templates_write_in_the_language_of_the_page():
    environment = Environment(autoescape=True)
    display.furnish(environment)
    written = environment.from_string("{{ 1602 | money }} {{ 0.28 | share }} {{ 2.5 | number }}")
    assert "€\u00a01.602" in written.render(language="nl") and "1\u00a0602\u00a0€" in written.render(language="fr")
    with pytest.raises(LookupError, match="with context"):
        written.render()


def test_a_drawing_is_silent_beside_words_and_speaks_alone():
    assert icon("go") == '<svg class="i flip" aria-hidden="true"><use href="#go"/></svg>'
    assert icon("stop", 'Blocks "this"') == (
        '<svg class="i s" role="img" aria-label="Blocks &#34;this&#34;"><use href="#stop"/></svg>')
    assert 'class="i pic"' in icon("bread") and 'class="i"' in icon("bread", small=True)


def test_an_unknown_drawing_is_refused_by_name():
    with pytest.raises(LookupError, match=r"no drawing 'unicorn'.*logo"):
        icon("unicorn")
    with pytest.raises(LookupError, match="unicorn"):
        symbols('<use href="#unicorn"/>')


def test_a_page_carries_the_drawings_that_it_uses_once_each():
    page = icon("go") + icon("go") + icon("bread") + Markup('<aside data-icons="ok warn"></aside>')
    assert [name for name in drawings() if f'id="{name}"' in symbols(page)] == ["go", "ok", "warn", "bread"]
    assert symbols("<p>nothing</p>") == ""


def test_what_people_write_asks_for_no_drawing():
    environment = Environment(autoescape=True)
    written = environment.from_string("{{ text }}").render(text='<use href="#unicorn"/>')
    assert symbols(written) == ""
