"""What was handed in as its readers see it: the figures that were frozen, explained down to what was said."""

import json
import re
from collections import deque
from dataclasses import replace

import pytest

from bizplan.domain.coaching import About, Subject, ThreadKind
from bizplan.domain.coaching.reviews import State
from bizplan.domain.revisions import Deed, Said
from bizplan.jobs import do
from bizplan.storage import applications, jobs, plans, reviews, submissions, threads
from bizplan.storage.plans import Change
from bizplan.storage.submissions import Agreed
from bizplan.storage.threads import Beginning
from bizplan.web.lending import handed
from tests.bizplan.web.lending.reading.conftest import INCOME, hand_in, text_of

LINK = re.compile(r'href="(/en/lending/[^"#]*)"')
NOTE, LATER = "Privatenote41c7", "Laterthoughts85a1"


def words(page) -> str:
    """The words of a page, a space between each."""
    return " ".join(text_of(page).split())


def walked(browser, start):
    """Pages of what was handed in that its links lead to, a few of each kind, by address."""
    waiting, seen, kinds = deque([start]), {}, {}
    while waiting:
        address = waiting.popleft()
        kind = address.removeprefix(start).partition("/")[0].partition("?")[0]
        if address not in seen and kinds.get(kind, 0) < {"why": 6, "figures": 6}.get(kind, 30):
            kinds[kind] = kinds.get(kind, 0) + 1
            seen[address] = browser.get(address)
            assert seen[address].status_code == 200, address
            found = LINK.findall(seen[address].text) if seen[address].mimetype == "text/html" else []
            waiting += [each.replace("&amp;", "&") for each in found]
    return seen


def test_every_link_of_the_reading_pages_leads_somewhere_and_none_shows_more_than_the_cut(
        visitor, storage, bakery, handed_in, amal, lien, address, frozen):
    hand_in(storage, handed_in, frozen.second)
    with storage.writing() as tx:
        first = Beginning(ThreadKind.PRIVATE, Subject(About.ANSWER, "idea.need"), NOTE)
        threads.begin(tx, bakery, lien, first)
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "inform.idea", "", Said((LATER,), LATER), base=10**6))
    seen = walked(visitor, address)
    kinds = {each.removeprefix(address).partition("/")[0].partition("?")[0] for each in seen}
    assert kinds == {"", "what-if", "answers", "figures", "why", "documents", "compare"}
    pages = [each.text for each in seen.values() if each.mimetype == "text/html"]
    assert len(pages) > 25
    assert not [mark for mark in (INCOME, NOTE, LATER, bakery) for page in pages if mark in page]
    assert any("Incomes of the household" in page for page in pages), "of the household there are totals"


def test_the_main_figures_are_those_that_were_frozen_to_the_cent(officer, address, frozen):
    figures = json.loads(frozen.first.figures)
    told = words(officer.get(address))
    lowest = figures["outcome"]["lowest_cash"]
    assert f"Lowest on the account € {lowest:,.2f}" in told and "March 2027" in told
    worst = min(figures["outcome"]["family_covered"])
    assert f"{round(100 * worst)}%" in told
    assert f"{min(figures['outcome']['dscr_family']):.2f}" in told
    loan = next(key for key, line in figures["lines"].items() if key.startswith("loan.") and key.endswith(".service")
                and f"€ {line['by_month'][6]:,.2f}" in told)
    assert figures["inputs"][loan.replace(".service", ".amount")]["value"] == 15_000
    assert "Amount asked € 15,000" in told and "Own contribution € 13,307" in told


def test_it_says_who_asks_for_what_with_the_signals_the_setbacks_and_the_coach(officer, address, frozen):
    told = words(officer.get(address))
    for part in ("Bakkerij Zeven Zaden", "Samira H. · Genk · sole trader", "Version 1 , handed in on",
                 "Sales 20% lower", "Costs 10% higher", "Start 3 months later", "70% of the credit is granted",
                 "Samira kent haar vak", "Go, on condition", "A person decides."):
        assert part in told, part
    first = frozen.first.fingerprint
    assert " ".join(first[at:at + 5] for at in range(0, 30, 5)) in told
    assert officer.get(address).text.count('class="sig ') == 5


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_it_is_read_in_every_language(officer, address, language):
    page = officer.get(address.replace("/en/", f"/{language}/"))
    assert page.status_code == 200 and "Bakkerij Zeven Zaden" in page.text


def test_every_figure_of_a_statement_is_the_frozen_one_and_leads_down_to_an_answer_with_its_evidence(
        officer, address, frozen):
    figures = json.loads(frozen.first.figures)
    page = officer.get(f"{address}figures/cash/1")
    addresses = LINK.findall(page.text)
    why = next(each for each in addresses if each.endswith("/why/bank.cash/1"))
    told = words(officer.get(why))
    assert f"€ {figures['lines']['bank.cash']['by_month'][0]:,.2f}" in told
    row = next(key for key in figures["inputs"] if key.startswith("demand.") and key.endswith(".price"))
    page = officer.get(f"{address}why/{row}/1")
    assert "a test sale" in page.text or "of 6" in page.text
    part, = {each for each in LINK.findall(page.text.replace("#", '"')) if "/answers/" in each}
    assert officer.get(part).status_code == 200


@pytest.mark.parametrize("path", [
    "answers/nothing", "answers/stops", "figures/nothing", "figures/cash/9", "why/none/1", "why/bank.cash/999",
    "documents/2/dossier.pdf", "documents/0/model.xlsx", "compare", "compare?from=1&to=2", "compare?from=x&to=1",
    "compare?from=1&to=99999999"])
def test_what_is_not_there_is_not_found(officer, address, path):
    assert officer.get(address + path).status_code == 404


def test_two_versions_are_compared_in_words_and_in_figures(visitor, storage, handed_in, address, frozen):
    hand_in(storage, handed_in, frozen.second)
    documents = visitor.get(f"{address}documents/")
    compared, = [each.replace("&amp;", "&") for each in LINK.findall(documents.text) if "compare" in each]
    told = words(visitor.get(compared))
    assert "Before: € 3.40" in told
    assert "After: € 9" in told and "The lowest cash rises from" in told
    before, after = (json.loads(each.figures)["outcome"]["lowest_cash"] for each in (frozen.first, frozen.second))
    assert f"€ {before:,.0f}" in told and f"€ {after:,.0f}" in told


def test_the_older_version_is_taken_along_as_it_was_and_what_is_taken_back_is_gone(
        visitor, storage, handed_in, address, frozen):
    second = hand_in(storage, handed_in, frozen.second)
    assert visitor.get(f"{address}documents/1/dossier.pdf").get_data() == frozen.first.dossier
    assert visitor.get(f"{address}documents/2/dossier.pdf").get_data() == frozen.second.dossier
    assert "Version 2 , handed in" in words(visitor.get(address))
    with storage.writing() as tx:
        submissions.withdraw(tx, second)
    assert visitor.get(f"{address}documents/2/dossier.pdf").status_code == 404
    assert "Version 1 , handed in" in words(visitor.get(address))


def test_where_a_later_edition_calculates_otherwise_by_a_cent_the_frozen_figures_are_shown_and_it_is_said(
        officer, storage, handed_in, address, frozen):
    figures = json.loads(frozen.first.figures)
    figures["outcome"]["lowest_cash"] += 0.01
    figures["lines"]["bank.cash"]["by_month"][2] += 0.01
    hand_in(storage, handed_in, replace(frozen.first, figures=json.dumps(figures).encode()))
    told = words(officer.get(address))
    assert f"Lowest on the account € {figures['outcome']['lowest_cash']:,.2f}" in told
    assert "The rules of calculation changed since this was handed in." in told


def test_where_nothing_changed_nothing_is_said(officer, address):
    assert "rules of calculation" not in officer.get(address).text


def test_a_version_that_cannot_be_calculated_any_more_is_still_taken_along(
        officer, storage, handed_in, address, frozen):
    plan = json.loads(frozen.first.plan)
    plan["format"] = "bizplan 0"
    hand_in(storage, handed_in, replace(frozen.first, plan=json.dumps(plan).encode()))
    for path in ("", "answers/", "figures/", "documents/"):
        page = officer.get(address + path)
        assert page.status_code == 200, path
    assert "is not calculated anew here" in words(officer.get(address))
    assert officer.get(f"{address}figures/cash").status_code == 404
    assert officer.get(f"{address}documents/2/dossier.pdf").get_data() == frozen.first.dossier


def test_what_coaches_approved_is_shown_as_it_was_when_the_job_froze_it(storage, bakery, amal, lien, lender, officer):
    with storage.writing() as tx:
        sequence = plans.plan(tx, bakery).sequence
        reviews.give(tx, bakery, lien, reviews.Given("idea", State.APPROVED, sequence, key="a"))
        asked = applications.begin(tx, bakery, amal, "microstart", lender)
        made = submissions.prepare(tx, asked, bakery, amal, sequence, "nl")
        submissions.sign_as_coach(tx, made, lien)
        submissions.sign_as_owner(tx, made, Agreed("lender-1", "en"))
    with storage.reading() as tx:
        job, = [each for each in jobs.jobs_of(tx, bakery) if each.subject == made]
    address = f"/en/lending/{asked}/dossier/"
    assert officer.get(address).status_code == 404, "it is not frozen yet"
    do(storage, job.id)
    assert "Approved: 1 of 15 parts" in words(officer.get(address))
    with storage.writing() as tx:
        reviews.give(tx, bakery, lien, reviews.Given("market", State.APPROVED, sequence, key="b"))
    handed.HANDED.forget(bakery)
    page = officer.get(address)
    assert "Approved: 1 of 15 parts" in words(page) and "rules of calculation" not in page.text


def test_what_is_remembered_of_a_plan_is_forgotten_with_it(officer, storage, bakery, handed_in, address):
    officer.get(address)
    with storage.reading() as tx:
        submission = applications.application(tx, handed_in).newest.id
    assert handed.HANDED.get(submission)
    handed.HANDED.forget(bakery)
    assert handed.HANDED.get(submission) is None


def test_its_readers_have_a_menu_of_their_own_and_the_entrepreneur_keeps_theirs(visitor, amals, bakery, address):
    menu = re.search(r'<nav class="nav".*?</nav>', visitor.get(f"{address}figures/").text, re.S)[0]
    assert re.findall(r">(\w+)<", menu) == ["Summary", "Answers", "Figures", "Documents", "Questions"]
    assert menu.count("aria-current") == 1 and "figures/" in menu.partition(" aria-current")[0].rpartition("href")[2]
    assert "lending" not in re.search(r'<nav class="nav".*?</nav>', amals.get(f"/en/plan/{bakery}/").text, re.S)[0]
