"""The kinds of documents of a plan: each has its parts, in its languages, in the direction in which they are read."""

import re
import subprocess
from io import BytesIO

import pikepdf
import pytest

from bizplan import examples
from bizplan.documents.dossier import KINDS, write_dossier
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.legal_plan import founded_with, periods
from bizplan.documents.dossier.review import Review
from bizplan.documents.dossier.wording import Wording
from bizplan.documents.style import MARGIN, PAGE_WIDTH
from bizplan.domain.readiness import readiness
from bizplan.translations import translator
from tests.bizplan.documents.dossier.conftest import AS_OF, HALF_FILLED, calculated, changed

TITLES = ("activity", "sources", "balances", "results", "budget", "hypotheses", "expert")


def made(kind, text, language="nl"):
    """A document of a plan file."""
    return write_dossier(*calculated(text), language=language, as_of=AS_OF, kind=kind)


def case_of(name):
    """An example as its documents see it."""
    study, engine, values = calculated(examples.text(name))
    ready = readiness(study, engine, values, AS_OF)
    return Case(study, engine, values, Wording("nl"), AS_OF, Review(ready.case, ready, Wording("nl")), study)


@pytest.mark.parametrize("text", [*(examples.text(name) for name in examples.names()), HALF_FILLED])
def test_the_summary_has_two_pages_whatever_the_plan(text):
    with pikepdf.open(BytesIO(made("summary", text))) as document:
        assert len(document.pages) == 2


def test_long_texts_keep_the_summary_on_two_pages(pages):
    def lengthen(plan):
        plan["inform"]["idea"] = "brood en taart " * 19
        for row in plan["risks"]["main"]:
            row["name"] = row["measure"] = "tegenslag zonder einde " * 12
    found = pages(made("summary", changed("grocery", lengthen)))
    assert len(found) == 2
    assert "…" in found[1]


def test_the_summary_shows_the_plan_and_three_setbacks_with_their_figures(pages):
    case, page = case_of("bakery"), pages(made("summary", examples.text("bakery")))[0]
    shown = {scenario.name: outcome for scenario, outcome in case.scenarios}
    for words, outcome in (("Zoals gepland", shown["base"]), ("Verkoop 20 % lager", shown["sales_down"]),
                           ("Kosten 10 % hoger", shown["costs_up"]), ("Start 3 maanden later", shown["later"])):
        line = next(line for line in page.splitlines() if words in line)
        lowest, covered = line.split(words)[1].split()[:2]
        assert lowest == case.wording.figure(outcome.lowest_cash)
        assert covered == case.wording.percent(round(min(outcome.family_covered), 2)).split()[0]


def test_each_signal_names_the_page_on_which_it_is_worked_out(pages):
    found = pages(made("dossier", examples.text("bakery")))
    numbers = [int(number) for number in re.findall(r"p\. (\d+)", found[0])]
    assert len(numbers) == 5
    said = ("Het gezin", "rekening, jaar 1", "Ratio", "Break-even", "Bijlagen")
    for words, number in zip(said, numbers, strict=True):
        assert words in found[number - 1]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_financial_plan_of_a_company_has_the_seven_parts_of_the_law_in_their_order(language, pages):
    text, _ = "\n".join(pages(made("financial_plan", examples.text("grocery"), language))), translator(language)
    titles = [_(title) for title in ("The planned activity", "Sources of the money at the founding, and securities",
                                     "Opening balance and projected balances", "Projected profit and loss",
                                     "Expected income and expenses", "Hypotheses behind sales and profit",
                                     "The expert who helped")]
    assert KINDS["financial_plan"].numbered == TITLES       # how to check it stands behind them, without a number
    assert tuple(KINDS["financial_plan"].chapters) == (*TITLES, "checking")
    parts = [_("Part {number}").format(number=number) for number in range(1, len(titles) + 1)]
    places = [re.search(rf"{re.escape(part)}\s+{re.escape(title[:22])}", text) for part, title in
              zip(parts, titles, strict=True)]
    assert all(places)
    assert [place.start() for place in places] == sorted(place.start() for place in places)


@pytest.mark.parametrize("name", examples.names())
def test_the_opening_balance_is_what_the_founders_bring_in_and_it_closes(name):
    case = case_of(name)
    opening = founded_with(case)
    brought = case.by_month(case.engine.statements.equity.brought_in)[: case.opening_month].sum()
    assert opening.by_line["equity"] == pytest.approx(brought)
    assert opening.by_line["assets"] == pytest.approx(opening.by_line["equity"] + opening.by_line["debts"])


def test_the_balances_are_those_of_twelve_and_twenty_four_months_after_the_founding(pages):
    case, found = case_of("grocery"), pages(made("financial_plan", examples.text("grocery")))
    ends = periods(case)
    assert [(each.first - case.opening_month, each.last - case.opening_month) for each in ends] == [(0, 11), (12, 23)]
    page = next(page for page in found if "Totaal activa" in page)
    amounts = [case.by_month(case.engine.statements.balance_sheet.assets)[each.last - 1] for each in ends]
    line = next(line for line in page.splitlines() if "Totaal activa" in line)
    assert line.split()[-2:] == [case.wording.figure(amount) for amount in amounts]


def test_a_financial_plan_says_that_a_sole_trader_needs_none(pages):
    assert "only a company needs this plan" in " ".join(
        " ".join(pages(made("financial_plan", examples.text("bakery"), "en"))).split())


def test_the_own_plan_in_arabic_runs_from_right_to_left_throughout(pages, tmp_path, needs):
    """Titles begin at the right margin, and the first year stands to the right of the second."""
    (tmp_path / "plan.pdf").write_bytes(made("own_plan", examples.text("bakery"), "ar"))
    found = subprocess.run([needs("pdftotext"), "-bbox", str(tmp_path / "plan.pdf"), "-"], capture_output=True,
                           check=True, encoding="utf-8").stdout
    words = [(float(left), float(right), word) for left, right, word in
             re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<', found)]
    product = [right for _left, right, word in words if word == "bizplan"]
    assert product and min(product) > PAGE_WIDTH / 2
    assert max(right for _left, right, _word in words) <= PAGE_WIDTH - MARGIN + 0.5
    with pikepdf.open(BytesIO((tmp_path / "plan.pdf").read_bytes())) as document:
        assert str(document.Root.Lang) == "ar"


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_with_nothing_but_a_language_makes_every_kind(kind, pages):
    for language in KINDS[kind].languages:
        words = translator(language)("Not filled in yet")
        found = " ".join(pages(made(kind, HALF_FILLED, language)))
        assert words in found or language == "ar"               # a viewer may cut Arabic words apart


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_the_same_bytes_for_the_same_plan(kind):
    assert made(kind, examples.text("tailor")) == made(kind, examples.text("tailor"))


@pytest.mark.parametrize("kind", ["dossier", "summary", "financial_plan"])
def test_what_a_lender_reads_is_not_made_in_arabic(kind):
    with pytest.raises(ValueError, match="nl, fr, en"):
        made(kind, examples.text("tailor"), "ar")


def test_a_figure_that_is_a_guess_says_so_where_it_is_printed(pages):
    def weaken(plan):
        for row in plan["products"]:
            row["price"]["evidence"], row["cost_per_unit"] = "guess", {"value": 1.5, "evidence": "quote"}
    found = " ".join(" ".join(pages(made("dossier", changed("bakery", weaken)))).split())
    assert "€ 3,40 (gok)" in found
    assert "€ 1,50 (gok)" not in found
