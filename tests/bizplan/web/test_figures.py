"""The figures of a plan on its pages: those beside the questions, the verdict, and the statements of the engine."""

import re

import pytest

from bizplan.documents import statements
from bizplan.domain.clock import today
from bizplan.domain.living import living
from bizplan.domain.profile import verdict
from bizplan.domain.revisions import Said
from bizplan.storage import plans
from bizplan.storage.plans import Change, Deed
from bizplan.web import display
from bizplan.web.figures import GATES
from bizplan.workshop import Workshop
from tests.bizplan.web.opened import opened, plain, record

STATEMENTS = {"profit": statements.profit_and_loss, "balance": statements.balance_sheet, "cash": statements.cash_flow}
TOO_LITTLE = ("€ 0", "€ −0", "0 %")


@pytest.fixture
def work(storage, bakery):
    """The bakery as the engine calculates it."""
    return Workshop.on(record(storage, bakery).plan, today())


def written(amount) -> str:
    """An amount as the tables show it in English."""
    return plain(display.figure(float(amount), "en").striptags())


def cells(page):
    """The amounts of each row of a table."""
    return [[plain("".join(cell.itertext())) for cell in row.xpath("./td")] for row in page.tree.xpath("//tbody/tr")]


def test_an_empty_plan_names_what_to_answer_first_and_never_shows_nothing_as_an_amount(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/figures/")
    aside = page.of("//aside[@aria-labelledby='live-title']")[0]
    assert aside.count("First answer:") >= 3
    assert not any(each in page.text for each in TOO_LITTLE)
    assert "/study/" in page.of("//aside//dd/a/@href")[0]


def test_the_fragment_of_living_figures_says_the_same_without_a_page_around_it(amals, plan):
    answer = amals.get(f"/en/plan/{plan}/figures/living")
    assert "<html" not in answer.text
    assert "First answer:" in answer.text
    assert not any(each in plain(re.sub("<[^>]+>", " ", answer.text)) for each in TOO_LITTLE)


def test_what_a_figure_waits_for_is_a_link_to_a_page_that_asks_it(amals, plan):
    links = re.findall(r'First answer:\s*<a href="([^"]+)"', amals.get(f"/en/plan/{plan}/figures/living").text)
    assert links
    for link in set(links):
        assert opened(amals, link).heading


def test_the_living_figures_of_a_plan_are_those_of_the_engine(amals, bakery, storage):
    found = living(record(storage, bakery).plan, today())
    fragment = plain(re.sub("<[^>]+>", "", amals.get(f"/en/plan/{bakery}/figures/living").text))
    for figure in (found.sales, found.left, found.lowest_cash):
        assert plain(display.money(figure.value, "en").striptags()) in fragment
    assert plain(display.share(found.family.value, "en").striptags()) in fragment


def test_the_living_figures_say_by_how_much_an_answer_moved_them(amals, bakery, amal, storage):
    before = living(record(storage, bakery).plan, today())
    amals.get(f"/en/plan/{bakery}/figures/living")
    row = record(storage, bakery).rows["costs"][0]
    now = record(storage, bakery).plan.value("costs[].amount", row)
    with storage.writing() as tx:
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "costs[].amount", row, Said.of("costs[].amount", now + 100),
                                            base=10_000))
    after = living(record(storage, bakery).plan, today())
    fragment = plain(re.sub("<[^>]+>", "", amals.get(f"/en/plan/{bakery}/figures/living").text))
    moved = after.lowest_cash.value - before.lowest_cash.value
    assert moved < 0
    assert plain(display.change(moved, "en").striptags()) in fragment
    assert "since your answer before" in fragment


def test_a_question_page_shows_figures_only_where_its_answer_moves_them(amals, plan):
    assert opened(amals, f"/en/plan/{plan}/study/household/expenses").of("//aside/@data-figures") == \
        [f"/en/plan/{plan}/figures/living"]
    assert opened(amals, f"/en/plan/{plan}/study/idea/need").of("//aside/@data-figures") == []


@pytest.mark.parametrize("statement", list(STATEMENTS))
def test_every_statement_by_year_shows_what_the_engine_calculates(amals, bakery, work, statement):
    page = opened(amals, f"/en/plan/{bakery}/figures/{statement}")
    years = [at for at, year in enumerate(work.engine.model.span.years()) if year.kind == "plan"]
    wanted = [[written(work.values.by_year(row.line)[at, 0]) for at in years]
              for row in STATEMENTS[statement](work.engine)]
    assert cells(page) == wanted
    assert page.of("//thead//th")[1:] == [f"Year {number}" for number in range(1, len(years) + 1)]


@pytest.mark.parametrize("statement", list(STATEMENTS))
@pytest.mark.parametrize("year", [1, 2])
def test_every_statement_by_month_shows_what_the_engine_calculates(amals, bakery, work, statement, year):
    page = opened(amals, f"/en/plan/{bakery}/figures/{statement}/{year}")
    column = [each for each in work.engine.model.span.years() if each.kind == "plan"][year - 1]
    wanted = [[written(each) for each in work.values.series(row.line)[column.first - 1:column.last]]
              for row in STATEMENTS[statement](work.engine)]
    assert cells(page) == wanted
    assert len(page.of("//thead//th")) == column.last - column.first + 2


def test_every_amount_of_a_statement_leads_to_its_explanation(amals, bakery):
    for address in ("profit", "balance/1", "cash"):
        page = opened(amals, f"/en/plan/{bakery}/figures/{address}")
        links = page.of("//tbody//td/a/@href")
        assert len(links) > 20
        for link in links[::60]:
            assert opened(amals, link).heading.startswith("Why: ")


def test_statements_and_years_that_do_not_exist_are_not_found(amals, bakery):
    for address in ("nothing", "profit/99", "profit/-1", "nothing/1", "profit/x"):
        assert amals.get(f"/en/plan/{bakery}/figures/{address}").status_code == 404, address


def test_a_plan_that_cannot_be_calculated_says_why_instead_of_a_statement(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/figures/profit")
    assert page.heading == "No figures yet"
    assert not page.of("//table")
    assert len(page.text) > 40


def test_the_overview_shows_signals_cash_and_findings_each_with_a_way_on(amals, bakery, work):
    page = opened(amals, f"/en/plan/{bakery}/figures/")
    assert len(page.of("//article[contains(@class, 'sig')]")) >= 3
    assert page.of("//section[@aria-labelledby='cash']//*[local-name()='svg']")
    low = min(work.values.series(work.engine.statements.position.cash))
    assert plain(display.money(float(low), "en").striptags()) in page.text
    for link in page.of("//article//a/@href"):
        assert amals.get(link).status_code == 200, link


def test_the_first_verdict_is_that_of_the_domain_with_its_reasons(amals, bakery, storage):
    found = verdict(record(storage, bakery).plan, today())
    page = opened(amals, f"/en/plan/{bakery}/figures/verdict")
    assert page.of("//div[contains(@class, 'gate')]/b") == [GATES[found.gate][1]]
    details = len(page.of("//details[contains(@class, 'more')][1]//li")) if found.reasons else 0
    assert len(page.of("//article[contains(@class, 'find')]")) + details >= len(found.reasons) - 1
    for link in page.of("//article//a/@href"):
        assert amals.get(link).status_code == 200, link


def test_the_verdict_on_an_empty_plan_is_not_yet_and_leads_to_what_is_missing(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/figures/verdict")
    assert page.of("//div[contains(@class, 'gate')]/b") == ["Not yet"]
    links = page.of("//article//a/@href")
    assert links
    for link in links:
        assert opened(amals, link).heading


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_figures_are_shown_in_every_language(amals, bakery, language):
    for address in ("", "verdict", "profit", "cash/1"):
        assert opened(amals, f"/{language}/plan/{bakery}/figures/{address}").tree.get("lang") == language
