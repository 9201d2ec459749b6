"""Why a number is this number: worked sentences in four languages, down to the answer or the law."""

from contextlib import suppress
from datetime import date

import pytest

from financial_models.assumptions import Entered
from financial_models.language import MONEY, Block, Input, Line, Model, Span
from financial_models.law import keys, rate
from financial_models.readers.values import evaluate
from financial_models.readers.words import why
from tests.financial_models.readers.businesses import market

VALUES = market()
MARCH, APRIL, MAY, JUNE, JULY, AUGUST = range(1, 7)
DUTCH = {
    "Capital owed": "Openstaand kapitaal", "{label}, opening": "{label}, beginstand", "Interest": "Rente",
    "Sales": "Verkoop", "Yearly interest rate": "Rentevoet per jaar", "Rent": "Huur", "Instalment": "Aflossing",
    "Capital repaid": "Afgelost kapitaal", "No capital is repaid this month.": "Deze maand wordt er niets afgelost.",
    "Sales, at most": "Verkoop, hoogstens", "VAT paid": "Betaalde btw", "VAT owed": "Verschuldigde btw",
    "A quarter begins.": "Er begint een kwartaal.",
}
FRENCH = {"Capital owed": "Capital dû", "{label}, opening": "{label}, à l’ouverture", "Interest": "Intérêts",
          "Yearly interest rate": "Taux annuel", "Costs": "Frais", "Rent": "Loyer", "Insurance": "Assurance"}
ARABIC = {"Capital owed": "رأس المال المستحق", "{label}, opening": "{label}، في البداية", "Interest": "الفائدة",
          "Yearly interest rate": "سعر الفائدة السنوي", "Profit": "الربح", "Sales": "المبيعات", "Costs": "التكاليف"}
WORDS = {"en": {}, "nl": DUTCH, "fr": FRENCH, "ar": ARABIC}
NO_BREAK = "\u00a0"


def sentence(key, when, language="en", titles=None, values=VALUES):
    def translate(text):
        return WORDS[language].get(text, text)

    found = why(values, key, when, language=language, translate=translate, titles=titles or {}, depth=0)
    return found.sentence.replace(NO_BREAK, " ")


IN_EACH_LANGUAGE = """
loan.interest 6 en | Interest, August 2027 = € 55.00: \
    Capital owed, opening (€ 11,000.00) × Yearly interest rate (6%) ÷ 12, rounded to the cent.
loan.interest 6 nl | Rente, augustus 2027 = € 55,00: \
    Openstaand kapitaal, beginstand (€ 11.000,00) × Rentevoet per jaar (6 %) ÷ 12, afgerond op de cent.
loan.interest 6 fr | Intérêts, août 2027 = 55,00 € : \
    Capital dû, à l’ouverture (11 000,00 €) × Taux annuel (6 %) ÷ 12, arrondi au centime.
loan.interest 6 ar | الفائدة، آب 2027 = <€ 55,00>: \
    رأس المال المستحق، في البداية (<€ 11.000,00>) × سعر الفائدة السنوي (6%) ÷ 12، مقرّبًا إلى السنت.
stall.profit 5 ar | الربح، تموز 2027 = <€ 0,00>: \
    الأكبر بين المبيعات (<€ 0,00>) − التكاليف (<€ 800,00>) وبين 0، أي 0.
stall.capped 2 nl | Verkoop, hoogstens, april 2027 = € 700,00: \
    het kleinste van Verkoop (€ 2.500,00) en Huur (€ 700,00), dus Huur.
stall.costs 2 fr | Frais, avril 2027 = 800,00 € : la somme de Loyer (700,00 €) et Assurance (100,00 €).
loan.repaid 3 nl | Afgelost kapitaal, mei 2027 = € 0,00, want deze maand wordt er niets afgelost.
stall.paid 2 nl | Betaalde btw, april 2027 = € 150,00: \
    Verschuldigde btw, beginstand (€ 150,00), want er begint een kwartaal.
""".replace("    ", "").replace("<", "\u2066").replace(">", "\u2069").strip().splitlines()


@pytest.mark.parametrize("worked", IN_EACH_LANGUAGE)
def test_a_formula_is_said_in_each_language(worked):
    where, _, text = worked.partition(" | ")
    key, month, language = where.split()
    assert sentence(key, int(month), language) == text


@pytest.mark.parametrize(("key", "text"), [
    ("apart", "A (12) − (B (4) − C (2))"),
    ("along", "A (12) − B (4) − C (2)"),
    ("over", "A (12) ÷ (B (4) × C (2))"),
    ("sum_times", "(A (12) + B (4)) × C (2)"),
    ("remainder", "the remainder of (A (12) + B (4)) ÷ C (2)"),
    ("power", "(A (12) + B (4)) to the power C (2)"),
    ("minus", "minus (A (12) + B (4))"),
    ("nested", "(the smaller of (the larger of A (12) and B (4), so A) and C (2), so C) + 1"),
    ("rounded", "(A (12) ÷ B (4), rounded (decimals: 1)) × C (2)"),
])
def test_brackets_stand_where_signs_and_words_need_them(key, text):
    said = sentence(f"scale.{key}", MARCH)
    assert said.partition(": ")[2] == f"{text}."


@pytest.mark.parametrize(("key", "month", "reason"), [
    ("stall.sales", JULY, "because Pieces is 0"),
    ("stall.winter", APRIL, "because Open in winter: no"),
    ("stall.margin", JULY, "because there is nothing to divide by: Sales is 0"),
    ("stall.paid", JUNE, "because no quarter begins this month"),
    ("loan.drawn", APRIL, "because Month of the plan (2) is not 1"),
])
def test_what_comes_to_nothing_says_briefly_why(key, month, reason):
    assert sentence(key, month).endswith(f"{reason}.")


def test_a_condition_gives_its_reason():
    assert sentence("stall.covered", APRIL) == \
        "Costs are covered, April 2027 = yes, because Sales (€ 2,500.00) reaches Costs (€ 800.00)."
    assert sentence("stall.covered", JULY).endswith("because Sales (€ 0.00) does not reach Costs (€ 800.00).")


def test_flags_and_calendar_lines_speak_their_own_sentence():
    assert sentence("timeline.january", MARCH) == "March 2027: It is not January."
    assert sentence("timeline.month", JULY) == "July 2027: This is month 5 of the plan."


def test_a_balance_says_what_it_was_and_what_moved_it():
    assert sentence("loan.debt", AUGUST) == \
        "Capital owed, August 2027 = € 10,000.00: Capital owed, opening (€ 11,000.00) − Capital repaid (€ 1,000.00)."
    assert sentence("loan.debt", MAY).endswith("Capital owed, opening (€ 12,000.00), unchanged since March 2027.")
    assert sentence("loan.debt_opening", JULY).endswith("as it stood at the end of June 2027.")


def test_another_month_is_named():
    assert sentence("stall.paid_late", MAY).endswith("Sales, April 2027 (€ 2,500.00).")
    assert sentence("stall.pieces", APRIL).endswith("Bread (1,000) × Season, April (100%).")


def test_a_year_says_of_which_months_it_is_made():
    first, calendar = VALUES.span.years()[0], VALUES.span.years()[3]
    assert sentence("stall.sales", first) == \
        "Sales, year 1 of the plan = € 27,500.00: the sum of the months from March 2027 to February 2028."
    assert sentence("loan.debt", calendar) == \
        "Capital owed, 2027 = € 6,000.00: as it stood at the end of December 2027."
    assert sentence("year.average", calendar) == "Average price, 2027 = € 2.50: Sales (€ 22,500.00) ÷ Pieces (9,000)."
    months = why(VALUES, "stall.sales", calendar, depth=1).because
    assert [each.month for each in months] == [1, 2, 3, 4, 6, 7, 8, 9, 10]          # nothing was sold in July


def test_what_the_user_named_is_called_by_its_name():
    titles = {"loan": "Microcredit", "stall": "خبز"}
    assert sentence("loan.drawn", MARCH, titles=titles).startswith("Microcredit: Loan received, March 2027")
    assert "\u2068خبز\u2069: Sales (€ 22,500.00)" in sentence("year.average", VALUES.span.years()[3], titles=titles)
    assert sentence("loan.drawn", MARCH, "ar", titles=titles).startswith("\u2068Microcredit\u2069: ")


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Amount borrowed = € 12,000.00: entered; evidence: quote; “letter of 3 May”."),
    ("nl", "Amount borrowed = € 12.000,00: ingevuld; onderbouwing: offerte; “letter of 3 May”."),
    ("fr", "Amount borrowed = 12 000,00 € : saisi ; preuve : devis ; « letter of 3 May »."),
    ("ar", "\u2068Amount borrowed\u2069 = \u2066€ 12.000,00\u2069: قيمة مُدخلة؛ السند: عرض سعر؛ "
     "«\u2068letter of 3 May\u2069»."),
])
def test_an_answer_says_what_it_rests_on(language, text):
    assert sentence("loan.amount", MARCH, language) == text


@pytest.mark.parametrize(("language", "text"), [
    ("nl", "VAT rate = 6 %: wettelijk cijfer; Practicali, btw-tarieven na de beslissing van 13 februari 2026; "
     "geldt sinds 1 januari 2024; nagelezen in een andere bron."),
    ("fr", "VAT rate = 6 % : chiffre légal ; Practicali, taux de TVA après la décision du 13 février 2026 ; "
     "en vigueur depuis le 1er janvier 2024 ; lu dans une autre source."),
    ("ar", "\u2068VAT rate\u2069 = 6%: رقم قانوني؛ "
     "\u2068Practicali, VAT rates after the decision of 13 February 2026\u2069؛ "
     "سارٍ منذ 1 كانون الثاني 2024؛ قُرئ في مصدر آخر."),
])
def test_a_number_of_the_law_says_where_it_was_read(language, text):
    assert sentence("stall.vat_rate", MARCH, language) == text


def test_a_number_carried_forward_says_so():
    carried = next(figure for figure in _known_in(2031) if figure.carried_forward_from)
    values = evaluate(Model(Span(2031, 1, 36), Floor("floor", floor=carried)))
    found = why(values, "floor.floor", MARCH, language="nl")
    assert f"overgenomen van {carried.carried_forward_from}" in found.sentence
    assert found.origin is carried


class Floor(Block):
    floor = Input("Minimum income", MONEY)
    quarter = Line("A quarter of it", MONEY, floor / 4)


def _known_in(year):
    for key in keys():
        with suppress(LookupError):
            yield rate(key, on=date(year, 12, 31))


def test_a_changed_number_is_not_put_down_to_the_answer():
    values = evaluate(VALUES.model, {"loan.amount": 6000.0})
    found = why(values, "loan.amount", MARCH)
    assert found.sentence.endswith("changed in this scenario.")
    assert found.origin is None


def test_each_scenario_has_its_own_numbers():
    values = evaluate(VALUES.model, {"loan.rate": [0.06, 0.12]})
    assert why(values, "loan.interest", APRIL, scenario=1).value == 120
    assert "(12%)" in why(values, "loan.interest", APRIL, scenario=1).sentence


def test_the_tree_ends_at_answers_and_says_nothing_twice():
    tree = why(VALUES, "loan.interest", 14, depth=50)
    figures = [(each.line.key, each.month, each.place) for _, each in tree.walk()]
    assert len(figures) == len(set(figures))
    ends = {each.line.kind for _, each in tree.walk() if not each.because}
    assert "input" in ends
    assert {type(each.origin) for _, each in tree.walk() if each.line.key == "loan.amount"} == {Entered}


def test_the_tree_is_as_deep_as_asked_and_never_deeper_than_fifty():
    assert why(VALUES, "loan.debt", 30, depth=0).because == ()
    assert max(deep for deep, _ in why(VALUES, "loan.debt", 30, depth=2).walk()) == 2
    assert max(deep for deep, _ in why(VALUES, "stall.due", 36, depth=1000).walk()) <= 50


def test_the_child_of_an_opening_is_the_month_before():
    because = why(VALUES, "loan.debt", AUGUST, depth=1).because
    assert [(each.line.key, each.month) for each in because] == [("loan.debt", JULY), ("loan.repaid", AUGUST)]


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_every_line_in_every_month_can_be_explained(language):
    for line in VALUES.model.lines:
        moments = VALUES.span.years() if line in VALUES.model.yearly else (1, 2, 5, 13, 36)
        for when in moments:
            assert why(VALUES, line, when, language=language, depth=0).sentence.endswith(".")
