"""Why a figure is what it is: in words, with its values, down to the answer that somebody gave or the law."""

import pytest

from bizplan.domain.clock import today
from bizplan.workshop import Workshop
from tests.bizplan.web.opened import opened, plain, record


@pytest.fixture
def work(storage, bakery):
    """The bakery as the engine calculates it."""
    return Workshop.on(record(storage, bakery).plan, today())


@pytest.fixture
def why(bakery):
    """The address of an explanation."""
    return lambda line, when: f"/en/plan/{bakery}/why/{line}/{when}"


def walk(browser, address, most=25):
    """All explanations to which one leads, and what else they lead to."""
    seen, waiting, elsewhere = set(), [address], set()
    while waiting and len(seen) < most:
        here = waiting.pop(0)
        seen.add(here)
        page = opened(browser, here)
        for link in page.of("//main//ol//@href"):
            if "/why/" in link:
                waiting += [link] if link not in seen and link not in waiting else []
            else:
                elsewhere.add(link)
    return seen, elsewhere


def test_an_explanation_names_its_figure_and_says_its_amount_in_a_sentence(amals, why, work):
    line = work.engine.statements.profit.turnover
    page = opened(amals, why(line.key, "6"))
    assert page.heading == f"Why: {line.label}, June 2027"
    amount = work.values.at(line, 6)
    assert f"{amount:,.2f}" in plain(page.of("//main//p[contains(@class, 'strong')]")[0])


def test_an_explanation_leads_step_by_step_to_the_answers_it_rests_on(amals, why, work, bakery):
    seen, elsewhere = walk(amals, why(work.engine.statements.profit.turnover.key, "6"))
    assert len(seen) > 2
    assert any("/study/idea/prices/" in each for each in elsewhere), "the price of a product"
    for link in elsewhere:
        page = opened(amals, link)
        assert page.of("//form[@data-save]") or "/study/" in page.address


def test_an_explanation_leads_to_the_law_with_its_source(amals, why, work):
    seen, _elsewhere = walk(amals, why(work.engine.statements.profit.contributions.key, "6"))
    laws = [text for each in seen for text in opened(amals, each).of("//main//small[.//bdi[@dir='ltr']]")]
    assert any("http" in each for each in laws), "where the rate was read"


def test_the_source_of_the_law_stays_as_it_can_be_looked_up_and_says_in_which_language(amals, bakery, work):
    line = work.engine.statements.profit.contributions.key
    for language, said in (("ar", {"en"}), ("fr", set())):
        seen, _elsewhere = walk(amals, f"/{language}/plan/{bakery}/why/{line}/6")
        sources = [each for at in seen for each in opened(amals, at).tree.xpath("//main//small/span[bdi[@dir='ltr']]")]
        assert sources
        assert {each.get("lang") for source in sources for each in source.xpath("bdi[@lang]")} == said


def test_an_answer_in_an_explanation_says_what_it_rests_on(amals, why, work):
    seen, _elsewhere = walk(amals, why(work.engine.statements.profit.turnover.key, "6"))
    grades = [each for address in seen for each in opened(amals, address).of("//main//svg[@role='img']/@aria-label")]
    assert grades
    assert all(each.endswith("of 6") for each in grades)


def test_a_year_is_explained_as_well_as_a_month(amals, why, work):
    line = work.engine.statements.profit.result
    year = opened(amals, why(line.key, "year-1"))
    at = next(at for at, each in enumerate(work.engine.model.span.years()) if each.kind == "plan")
    amount = work.values.by_year(line)[at, 0]
    assert year.heading == f"Why: {line.label}, year 1"
    assert f"{abs(amount):,.2f}" in plain(year.of("//main//p[contains(@class, 'strong')]")[0])
    assert opened(amals, why(line.key, "1")).heading == f"Why: {line.label}, January 2027"


@pytest.mark.parametrize(("line", "when"), [
    ("nothing", "1"), ("{turnover}", "0"), ("{turnover}", "999"), ("{turnover}", "year-9"), ("{turnover}", "year-0"),
    ("{turnover}", "x"), ("{turnover}", "-1"), ("{turnover}", "1" * 200), ("{dscr}", "3"),
])
def test_lines_and_months_that_do_not_exist_are_not_found(amals, why, work, line, when):
    statements = work.engine.statements
    key = line.format(turnover=statements.profit.turnover.key, dscr=statements.year_ratios.dscr.key)
    assert amals.get(why(key, when)).status_code == 404


def test_there_is_no_explanation_where_there_are_no_figures(amals, plan):
    assert amals.get(f"/en/plan/{plan}/why/profit.turnover/1").status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_figures_are_explained_in_every_language(amals, bakery, work, language):
    key = work.engine.statements.profit.contributions.key
    page = opened(amals, f"/{language}/plan/{bakery}/why/{key}/year-1")
    assert page.tree.get("lang") == language
    assert work.engine.statements.profit.contributions.label not in page.text
