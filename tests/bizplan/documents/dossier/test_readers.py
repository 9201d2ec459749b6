"""What an officer, a coach and an entrepreneur trip over when they read a dossier for the first time."""

import json
import re

import pytest

from bizplan import examples
from bizplan.documents import statements
from bizplan.documents.dossier.pages import TOP, Entry, running_head
from bizplan.documents.dossier.wording import Wording
from bizplan.translations import translator
from financial_models import appraisal
from tests.bizplan.documents.dossier.conftest import calculated, changed, dossier
from tests.bizplan.documents.dossier.test_dossier import plain


def page_with(found, words):
    """The one page of a dossier, after the contents, that has these words."""
    return next(plain(page) for page in found[2:] if words in plain(page))


def test_interest_on_the_overdraft_is_not_called_the_account(pages):
    found = page_with(pages(dossier(examples.text("food_truck"), "fr")), "Flux de trésorerie par année")
    assert "Intérêts du découvert −591" in found
    assert found.count("Compte, dernier jour") == 1


def test_a_company_pays_corporate_tax_and_its_cash_flow_knows_no_family(pages):
    found = pages(dossier(examples.text("grocery"), "nl"))
    result = page_with(found, "Resultatenrekening per jaar")
    assert "Vennootschapsbelasting" in result and "Personenbelasting" not in result
    assert "Kasstroom vóór het gezin" not in page_with(found, "Kasstroom per jaar")


def test_a_company_after_a_trial_shows_what_the_family_drew_before_it():
    engine = calculated(changed("bakery", lambda document: document["rules"].update(legal_form="company")))[1]
    assert "draw" in [row.line.name for row in statements.cash_flow(engine)]
    assert "draw" not in [row.line.name for row in statements.cash_flow(calculated(examples.text("grocery"))[1])]


def spending(more):
    """The bakery of a family that spends more each month."""

    def spend(document):
        document["household"]["expenses"]["other"]["value"] += more

    return changed("bakery", spend)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (spending(0), "Elk jaar betaalt de werking gezin en leningen"),
        (spending(500), "De werking betaalt gezin en leningen in 2 van de 3 jaren"),
        (examples.text("food_truck"), "In geen enkel jaar betaalt de werking gezin en leningen"),
    ],
    ids=["every year", "two years", "no year"],
)
def test_the_cash_flow_says_whether_operations_pay_for_family_and_loans(text, title, pages):
    assert title in page_with(pages(dossier(text, "nl")), "Kasstroom per jaar")


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_why_a_figure_has_no_value_is_said_in_the_language_of_the_reader(language):
    reasons = {value.reason for value in vars(appraisal).values() if isinstance(value, appraisal.NotDefined)}
    assert len(reasons) == 6
    assert not [reason for reason in reasons if translator(language)(reason) == reason]


def test_a_french_dossier_says_in_french_why_there_is_no_return(pages):
    found = page_with(pages(dossier(examples.text("food_truck"), "fr")), "D’où viennent les limites")
    assert "Non défini. L’argent sort et rentre plus" in found
    assert "Non défini. Ce n’est pas récupéré dans la durée du plan." in found
    assert "Money goes out" not in found and "not earned back" not in found


def test_a_return_beyond_belief_is_not_printed_to_the_decimal(pages):
    found = page_with(pages(dossier(examples.text("cleaning"), "nl")), "Waar de grenzen vandaan komen")
    assert "meer dan 100 %" in plain(found) and "1.249" not in found


def test_the_limits_of_the_lender_stand_on_the_page_of_the_ratios(pages):
    for name in ("grocery", "cleaning"):
        found = page_with(pages(dossier(examples.text(name), "nl")), "Waar de grenzen vandaan komen")
        assert "een mens beslist" in found


def test_the_running_head_is_that_of_the_top_of_the_page():
    entries = [(Entry(key, key, 0, f"part {key}"), page, y) for key, page, y in (("1", 3, TOP), ("2", 4, TOP / 2))]
    assert [running_head(page, entries) for page in (2, 3, 4, 5)] == ["", "part 1", "part 1", "part 2"]


def test_the_summary_names_the_papers_that_are_still_to_come(pages):
    summary = plain(pages(dossier(examples.text("hairdresser"), "en"))[0])
    assert "13 of 14 papers are in hand. Still to come: Extract of registration" in summary


def test_the_summary_names_the_guarantor_and_all_that_is_brought_in(pages):
    summary = plain(pages(dossier(examples.text("grocery"), "nl"))[0])
    assert "Borg: Karim N." in summary and "hoogstens € 10.000" in summary
    assert "€ 19.600" in summary and "20 % van wat nodig is" in summary
    assert "Blijft als reserve op de rekening 7.346" in summary


def test_the_own_contribution_is_the_same_share_on_every_page(pages):
    found = pages(dossier(examples.text("cleaning"), "nl"))
    assert "74 % van wat nodig is" in plain(found[0])
    assert "Eigen middelen: 74 % van wat nodig is" in page_with(found, "Er is € 20.629 nodig")


def test_what_nobody_brings_yet_stands_beside_the_sources(pages):
    found = page_with(pages(dossier(examples.text("food_truck"), "fr")), "Emplois et sources de l’argent")
    assert "Pas encore trouvé 32 024" in found and found.count("73 724 €") == 3


def test_one_month_is_said_in_the_singular(pages):
    words = plain("".join(pages(dossier(examples.text("grocery"), "nl"))))
    assert "1 maand" in words and not re.search(r"\b1 (maanden|dagen|uren|minuten|stuks)\b", words)


def test_what_is_listed_does_not_begin_a_line_with_a_dot(pages):
    for page in pages(dossier(examples.text("grocery"), "nl")):
        assert not [line for line in page.splitlines() if re.match(r"\s*· ", line)]


def test_the_dossier_does_not_tell_its_reader_what_to_leave_out_or_where_to_enter_it(pages):
    words = plain("".join(pages(dossier(examples.text("grocery"), "nl"))))
    assert "Maand van het plan waarin het wordt verkocht" in words
    assert "weglaten" not in words and "vul het ook in" not in words


def test_parts_of_a_loan_are_called_by_the_loan(pages):
    words = plain("".join(pages(dossier(examples.text("grocery"), "nl"))))
    assert "Leningen uitbetaald in delen: Bankkrediet, 1" in words


def test_every_page_says_when_law_and_rates_were_read(pages):
    for page in pages(dossier(examples.text("tailor"), "nl")):
        assert "wet en tarieven gelezen op 23 november 2026" in plain(page)


def test_the_price_list_says_what_one_costs(pages):
    found = page_with(pages(dossier(examples.text("food_truck"), "fr")), "Produits et prix")
    assert "Frais du mois" not in found and "Coût" in found


@pytest.mark.parametrize(("language", "nothing"), [("nl", "0,00"), ("fr", "0,00"), ("en", "0.00")])
def test_a_ratio_of_nothing_has_two_decimals_as_the_others(language, nothing):
    assert Wording(language).ratio(0) == Wording(language).ratio(-0.001) == nothing


def test_a_plan_without_sales_loan_or_household_says_so_and_contradicts_nothing(pages):
    document = json.loads(examples.text("tailor"))
    for key in ("products", "loans", "own_money", "household", "risks", "market", "planning"):
        document.pop(key)
    found = pages(dossier(json.dumps(document), "nl"))
    assert "geen krediet gevraagd" in plain(found[0]) and "Borg:" in plain(found[0])
    assert "0 van 8 papieren zijn in bezit. Nog te krijgen:" in plain(found[0])


def test_every_source_of_the_law_says_how_far_it_may_be_trusted(pages):
    words = "".join(pages(dossier(examples.text("grocery"), "nl")))
    _, _, listed = words.rpartition("Bronnen van de wet en van de kredietgever")
    read = [line for line in listed.splitlines() if re.search(r"23 november 2026\s+\d+$", line)]
    assert len(read) > 10
    assert [line for line in read if not re.search("officiële bron|andere bron|niet nagekeken", line)] == []
