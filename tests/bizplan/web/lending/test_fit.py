"""The page that says which credit fits: money first, what fits, what fits if, and folded what does not."""

import pytest

from bizplan.domain.lending.fit import Verdict, fit
from bizplan.domain.revisions import Said
from bizplan.storage import plans
from bizplan.storage.plans import Change, Deed
from bizplan.web import display
from bizplan.web.lending.fit import FITS
from tests.bizplan.domain.lending.credits import changed
from tests.bizplan.web.opened import opened, plain, shown


@pytest.fixture
def page(amals, bakery):
    """The page of the bakery."""
    return opened(amals, f"/en/plan/{bakery}/credit/")


def cards(page, heading: str) -> list[str]:
    """The credits under a heading."""
    return [plain("".join(each.itertext())) for each in page.tree.xpath(
        f"//section[@aria-labelledby='{heading}']/section/h3")]


def test_money_comes_first(page):
    lines = page.of("//section[@aria-labelledby='needed']//li")
    assert lines[0].startswith("What the start costs") and lines[0].endswith("€ 28,397.17")
    assert [line.rsplit("€ ", 1)[1] for line in lines] == [
        "28,397.17", "13,307.47", "2,000", "13,089.70", "15,000", "1,910.30"]
    assert page.of("//main//h2")[:3] == ["How much is still needed", "These fit", "These fit if …"]


def test_every_credit_stands_under_its_verdict(page):
    assert cards(page, "fits") == ["PMV Startlening", "Impulskrediet (Hefboom)", "microStart Jump (starters)"]
    assert "Winwinlening" in cards(page, "fits-if") and "Another lender" in cards(page, "fits-if")
    folded = page.of("//details[summary//text()='These do not fit']//section/h3")
    assert folded == ["Crédal microcredit", "Crédal microcredit, sustainable", "microStart Boost (more than a year)",
                      "Open Up (finance&invest.brussels)"]


def test_a_credit_shows_instalment_and_total_cost_as_the_plan_has_them(page):
    jump = page.tree.get_element_by_id("credit-microstart-jump")
    told = [plain("".join(each.itertext())) for each in jump.xpath(".//dl/div/dd")]
    assert told == ["€ 416.53", "€ 4,948.56", "€ 4,198.56", "€ 750", "15.83%", "48"]
    assert "Counted on the terms in your plan." in plain("".join(jump.itertext()))


def test_reasons_lead_to_where_they_are_mended(page, bakery):
    region = page.tree.xpath("//*[@id='credit-open_up-loan']//a[contains(., 'In which region')]/@href")
    assert region == [f"/en/plan/{bakery}/study/household/home"]


def test_each_source_says_when_it_was_read_or_that_nobody_checked(page):
    told = page.of("//*[@id='credit-microstart-jump']//details[summary//text()='How sure is this?']//li")
    assert any("Read at the lender or an authority on 23 November 2026" in each for each in told)
    assert any("Not checked yet: ask before you count on it" in each for each in told)
    assert "https://microstart.be/nl/veelgestelde-vragen" in " ".join(told)


def test_credits_stand_side_by_side_the_cheapest_of_a_kind_first(page):
    rows = [[plain("".join(cell.itertext())) for cell in row] for row in page.tree.xpath("//tbody/tr")]
    assert rows[0][:3] == ["PMV Startlening", "€ 352.85", "€ 990.80"]
    assert page.of("//thead//th[not(contains(@class, 'lg'))]") == ["Credit", "Each month", "Costs in all"]
    links = page.of("//tbody//th/a/@href")
    assert all(page.tree.get_element_by_id(link.removeprefix("#")) is not None for link in links)


def test_what_happens_with_less_is_told_with_the_persons_own_words(page):
    told = page.of("//section[@aria-labelledby='less']")[0]
    assert "the lender gives € 10,500 of the € 15,000" in told and "Somebody has to bring € 1,308" in told
    assert "tweedehands oven" in told


def test_the_page_agrees_with_the_fit_of_the_plan(page):
    found = fit(changed("bakery"))
    for offer in found.of(Verdict.FITS):
        assert plain(display.price(offer.cost.total, "en").striptags()) in page.text


def test_who_minds_interest_finds_that_part_open(amals, storage, bakery, amal):
    address = f"/en/plan/{bakery}/credit/"
    path = "//details[summary//text()='Without interest']/@open"
    assert not opened(amals, address).tree.xpath(path)
    say(storage, bakery, amal, "competences.interest", "no")
    assert opened(amals, address).tree.xpath(path)


def test_a_plan_without_figures_says_what_is_missing(amals, plan):
    page = opened(amals, f"/en/plan/{plan}/credit/")
    assert "We cannot say yet how much you need" in page.text
    assert "/study/" in page.of("//main//ul//a/@href")[0]


def test_an_answer_changes_what_fits(amals, storage, bakery, amal):
    address = f"/en/plan/{bakery}/credit/"
    assert "microStart Jump (starters)" in cards(opened(amals, address), "fits")
    say(storage, bakery, amal, "financing.guarantor_found", "no")
    assert "microStart Jump (starters)" in cards(opened(amals, address), "fits-if")


def test_of_a_plan_as_it_stands_it_is_made_once(amals, bakery, monkeypatch):
    address = f"/en/plan/{bakery}/credit/"
    opened(amals, address)
    monkeypatch.setattr("bizplan.web.lending.fit.fit", None)            # it would not be made again
    assert opened(amals, address).heading == "Which credit fits"
    FITS.forget(bakery)


def test_the_coach_reads_it_too_and_a_stranger_finds_nothing(liens, other, bakery):
    assert opened(liens, f"/en/plan/{bakery}/credit/").heading == "Which credit fits"
    assert other.get(f"/en/plan/{bakery}/credit/").status_code in (302, 303, 404)


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_it_reads_in_every_language(amals, bakery, language):
    page = opened(amals, f"/{language}/plan/{bakery}/credit/")
    assert len(page.tree.xpath("//section[starts-with(@id, 'credit-')]")) == 11


def test_it_is_reached_from_the_shelf_the_task_list_and_the_loan_to_try(amals, bakery):
    address = f"/en/plan/{bakery}/credit/"
    for page in ("dossier/", ""):
        assert address in opened(amals, f"/en/plan/{bakery}/{page}").of("//main//a/@href")
    loan = opened(amals, f"/en/plan/{bakery}/aid/loan_explorer")
    tried = shown(amals, amals.client.post(loan.address, data={
        **dict(next(form for form in loan.tree.forms if form.xpath(".//input[@name='amount']")).form_values()),
        "amount": "15000", "months": "48", "profile": "microstart_jump"}))
    assert address in tried.of("//main//a/@href")


def say(storage, plan, author, question, value):
    """Somebody answers a question."""
    with storage.writing() as tx:
        plans.save(tx, plan, author, Change(Deed.ANSWER, question, "", Said.of(question, value), base=10_000))
