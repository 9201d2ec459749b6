"""A visit on paper: printed in two languages, entered with the numbers of the sheet, and one page for the talk."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import g

from bizplan.domain.clock import today
from bizplan.domain.coaching.appointments import Agreed, Appointment, Way
from bizplan.domain.coaching.contacts import Contact, How
from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import appointments, contacts, people, plans, suggestions
from bizplan.storage.database import NotSaved, Storage
from bizplan.storage.plans import Change
from bizplan.storage.tables import PEOPLE
from bizplan.translations import translator
from bizplan.web.coaching import conversation
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, record, said, shown

pytestmark = pytest.mark.usefixtures("coach_writes")
SECRET = "Zag er moe uit"
RENT, FOOD = "household.expenses.rent", "household.expenses.food"


def address(plan, rest="", language="en"):
    return f"/{language}/plan/{plan}/paper{rest}"


def say(storage, plan, who, key, value, row=""):
    with storage.writing() as tx:
        sequence = plans.plan(tx, plan).sequence
        plans.save(tx, plan, who, Change(Deed.ANSWER, key, row, Said((str(value),), value), base=sequence))


def numbers(page) -> dict[str, str]:
    """The number before each question on the page, by the name of its field."""
    labels = page.tree.xpath("//form[@data-save]//*[self::label[@for] or self::legend]")
    return {" ".join(each.itertext()).partition(". ")[2]: " ".join(each.itertext()).partition(". ")[0]
            for each in labels if re.match(r"\d+\. ", " ".join(each.itertext()))}


def test_the_parts_with_open_questions_are_offered(amals, liens, plan):
    for browser in (amals, liens):
        page = browser.get(address(plan)).text
        assert f"/en/plan/{plan}/paper/household.pdf?with=nl" in page and f"{address(plan)}/household/enter" in page


@pytest.mark.parametrize("part", ["household", "all"])
def test_the_paper_is_a_pdf_that_opens_in_the_browser(liens, plan, part):
    answer = liens.get(address(plan, f"/{part}.pdf"))
    assert answer.mimetype == "application/pdf" and answer.data.startswith(b"%PDF-")
    assert answer.headers["Content-Disposition"].startswith("inline")


def test_the_second_language_is_the_entrepreneurs_unless_another_is_chosen(liens, storage, plan, amal):
    with storage.writing() as tx:
        tx.execute(PEOPLE.update().where(PEOPLE.c.id == amal).values(language="ar"))
    assert "with=ar" in liens.get(address(plan, language="nl")).text
    assert "with=fr" in liens.get(address(plan, "?with=fr", language="nl")).text
    assert "with=ar" in liens.get(address(plan, "?with=tlh", language="nl")).text
    assert "with=nl" in liens.get(address(plan, language="ar")).text


@pytest.mark.parametrize("rest", ["/nothing.pdf", "/nothing/enter", "/test_phase/enter"])
def test_a_part_that_is_not_there_is_not_found(liens, plan, rest):
    assert liens.get(address(plan, rest)).status_code == 404


def test_all_answers_of_a_sheet_are_entered_at_once(liens, storage, plan, lien):
    page = opened(liens, address(plan, "/household/enter"))
    answer = page.send({RENT: "750", f"{RENT}:evidence": "6", FOOD: "90", f"{FOOD}:period": "week",
                        "household.expenses.water:unknown": "yes"})
    assert answer.status_code == 302
    assert said(storage, plan, RENT) == replace(said(storage, plan, RENT), value=750)
    assert said(storage, plan, RENT).evidence == 6 and said(storage, plan, FOOD).value == pytest.approx(390)
    assert said(storage, plan, "household.expenses.water").unknown
    with storage.reading() as tx:
        assert plans.history(tx, plan, RENT, "")[0].author == lien


def test_rows_have_fields_of_their_own(liens, storage, plan, amal):
    with storage.writing() as tx:
        for row in ("bread", "cake"):
            plans.save(tx, plan, amal, Change(Deed.ADD, "products", row))
    page = opened(liens, address(plan, "/idea/enter"))
    page.send({"products[].name@bread": "Brood", "products[].name@cake": "Taart"})
    assert [said(storage, plan, "products[].name", row).value for row in ("bread", "cake")] == ["Brood", "Taart"]


def test_the_numbers_are_those_of_the_sheet_whatever_was_answered_since(liens, storage, plan, amal):
    say(storage, plan, amal, "idea.need", "Brood")
    printed = record(storage, plan).sequence
    before = numbers(opened(liens, address(plan, "/household/enter")))
    say(storage, plan, amal, RENT, 700)
    later = opened(liens, address(plan, f"/household/enter?sheet={printed}"))
    assert numbers(later) == before and later.text.count("Answered after the sheet was printed") == 1
    assert numbers(opened(liens, address(plan, "/household/enter"))) != before


@pytest.mark.parametrize("number", ["", "x", "999999", "-1", "1" * 4_000, "٣", "²"])
def test_a_number_that_is_no_sheet_shows_what_would_be_printed_now(liens, plan, number):
    assert "1. " in opened(liens, address(plan, f"/household/enter?sheet={number}")).text


def test_a_row_that_went_leaves_its_number_out(liens, storage, plan, amal):
    with storage.writing() as tx:
        for row in ("bread", "cake"):
            plans.save(tx, plan, amal, Change(Deed.ADD, "products", row))
    printed = record(storage, plan).sequence
    page = opened(liens, address(plan, "/idea/enter"))
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.REMOVE, "products", "bread"))
    again = opened(liens, address(plan, f"/idea/enter?sheet={printed}"))
    assert "products[].name@bread" in page.fields and "products[].name@bread" not in again.fields
    assert page.send({"products[].name@bread": "Weg", "products[].name@cake": "Taart"}).status_code == 302
    assert said(storage, plan, "products[].name", "cake").value == "Taart"


def test_what_cannot_be_read_is_said_beside_its_field_and_the_rest_is_saved(liens, storage, plan):
    page = opened(liens, address(plan, "/household/enter"))
    again = shown(liens, page.send({RENT: "veel geld", FOOD: "90"}))
    assert again.beside(RENT) and again.fields[RENT] == "veel geld" and again.fields[FOOD] == "90"
    assert said(storage, plan, FOOD).value == 90 and record(storage, plan).said(RENT).text == ("veel geld",)


def test_a_clash_keeps_both_answers_and_leads_to_the_choice(liens, storage, plan, amal):
    page = opened(liens, address(plan, "/household/enter"))
    say(storage, plan, amal, RENT, 700)
    say(storage, plan, amal, FOOD, 400)
    again = shown(liens, page.send({RENT: "750", FOOD: "450", "household.expenses.water": "20"}))
    assert again.text.count("Somebody else answered these meanwhile") == 1
    assert len(again.tree.xpath("//section[contains(@class, 'clash')]//a[contains(@href, '/clash/')]")) == 2
    assert said(storage, plan, RENT).value == 700 and said(storage, plan, "household.expenses.water").value == 20


def test_a_disk_that_is_full_loses_nothing_typed(liens, plan, monkeypatch):
    page = opened(liens, address(plan, "/household/enter"))

    def full(*_given):
        raise NotSaved("disk full")

    monkeypatch.setattr(Storage, "writing", full)
    again = shown(liens, page.send({RENT: "750"}), 503)
    assert again.fields[RENT] == "750" and again.fields[f"base:{RENT}"] == page.fields["base"]


def test_sent_twice_it_is_entered_once(liens, storage, plan):
    page = opened(liens, address(plan, "/household/enter"))
    page.send({RENT: "750"})
    once = record(storage, plan).sequence
    page.send({RENT: "750"})
    assert record(storage, plan).sequence == once


def test_a_page_on_which_nothing_is_open_any_more_is_done(amals, storage, plan):
    page = opened(amals, address(plan, "/stops/enter"))
    page.send({"applicant.debts.collective_settlement": "no", "applicant.debts.mediation": "no"})
    found = record(storage, plan)
    assert found.said("stops/debts").value is True and found.said("stops/residence").value is None


def test_what_only_coaches_are_asked_is_not_on_the_sheet(amals, liens, plan):
    for browser in (amals, liens):
        assert "planning.coach.date" not in opened(browser, address(plan, "/planning/enter")).fields


def test_a_coach_who_only_suggests_suggests_what_they_enter(liens, storage, plan):
    with storage.writing() as tx:
        plans.let_coach_write(tx, plan, may=False)
        for row in ("bread", "cake"):
            plans.save(tx, plan, plans.plan(tx, plan).owner, Change(Deed.ADD, "products", row))
    page = opened(liens, address(plan, "/idea/enter"))
    assert page.send({"products[].name@bread": "Brood", "products[].name@cake": "Taart"}).status_code == 302
    assert said(storage, plan, "products[].name", "bread").is_empty
    with storage.reading() as tx:
        assert {(each.revision.row, each.revision.said.value) for each in suggestions.open_in(tx, plan)} == {
            ("bread", "Brood"), ("cake", "Taart")}


def meet(storage, plan, coach):
    with storage.writing() as tx:
        contacts.write_down(tx, plan, coach, Contact(How.CALL, today(), 30, SECRET))
        at = Appointment(Way.CALL, tx.now - timedelta(days=1), 30, id="e" * 32)
        appointments.make(tx, plan, coach, at)
        appointments.hold(tx, plan, coach, replace(at, report="x"), [
            Agreed("Vraag een tweede offerte", today() + timedelta(days=9))], "k")
        appointments.make(tx, plan, coach, Appointment(Way.PLACE, tx.now + timedelta(days=2), 60, "De Kade"))


@pytest.mark.parametrize("who", ["amals", "liens"])
def test_the_page_for_the_conversation_says_how_it_stands_and_nothing_private(
        request, storage, bakery, lien, amal, who):
    browser = request.getfixturevalue(who)
    meet(storage, bakery, lien)
    say(storage, bakery, amal, "idea.need", "Vers brood in de buurt")
    page = opened(browser, address(bakery, "/summary"))
    for words in ("Amal", "Lien", "A phone call", "Vers brood in de buurt", "Vraag een tweede offerte",
                  "Next appointment", "Does the income cover the household?", "Can the loan be repaid?",
                  "From which month do sales cover the costs?", "Room for notes"):
        assert words in page.text, words
    assert SECRET not in page.text


def test_its_headings_stand_in_the_second_language_too(app):
    with app.test_request_context("/en/"):
        g.language = "en"
        second = conversation.in_both("fr")("Your figures")
        assert 'lang="fr" dir="ltr"' in second and translator("fr")("Your figures") in second
        assert 'lang="ar" dir="rtl"' in conversation.in_both("ar")("Your figures")
        assert conversation.in_both("en")("Your figures") == ""


def test_a_plan_with_nothing_in_it_has_a_page_too(liens, plan):
    assert "This cannot be calculated yet." in opened(liens, address(plan, "/summary")).text


def test_another_coach_finds_nothing(app, storage, plan):
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, noor, Role.COACH, people.add_organisation(tx, "coaching", "De Brug"))
    noors = signed_in(app, storage, noor)
    for rest in ("", "/summary", "/all.pdf", "/household/enter"):
        assert noors.get(address(plan, rest)).status_code == 404
