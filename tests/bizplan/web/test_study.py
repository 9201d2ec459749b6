"""The study page by page: what is asked and shown, what becomes of what was sent, and how far one is."""

import pytest

from bizplan.domain import course
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans
from bizplan.storage.plans import Change
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, record, said, shown


@pytest.fixture
def at(plan):
    """The address of a page of the study."""
    return lambda part, page: f"/en/plan/{plan}/study/{part}/{page}"


def test_a_page_asks_its_questions_with_a_label_a_hint_and_an_example(amals, at):
    page = opened(amals, at("inform", "idea"))
    asked = QUESTIONS["inform.idea"]
    assert page.heading == asked.wording
    assert page.of("//h1/label/@for") == page.of("//*[@name='inform.idea']/@id")
    assert "f-inform-idea-hint" in page.of("//*[@name='inform.idea']/@aria-describedby")[0].split()
    assert page.of("//*[@id='f-inform-idea-hint']") == [asked.help]
    assert asked.example in page.text
    two = opened(amals, at("quick", "offer"))
    assert two.of("//label[@for='f-idea-offer']") == [QUESTIONS["idea.offer"].wording]
    assert two.of("//label[@for='f-idea-sector']") == [QUESTIONS["idea.sector"].wording]


def test_what_is_sent_is_saved_and_the_next_page_follows(amals, at, storage, plan):
    answer = opened(amals, at("quick", "offer")).send({"idea.offer": "Bread", "idea.sector": "bakery"})
    assert (answer.status_code, answer.headers["Location"]) == (302, at("quick", "need"))
    assert said(storage, plan, "idea.offer") == Said((), "Bread")
    assert record(storage, plan).said("idea.offer").text == ("Bread",)
    again = opened(amals, at("quick", "offer"))
    assert again.fields["idea.offer"] == "Bread"


def test_a_page_that_is_sent_unchanged_adds_nothing_but_that_it_was_seen(amals, at, storage, plan):
    opened(amals, at("quick", "need")).send({"idea.need": "Fresh bread\r\nin our own street"})
    opened(amals, at("household", "members")).send({"household.adults": "2"})
    before = record(storage, plan).sequence
    opened(amals, at("quick", "need")).send()
    opened(amals, at("household", "members")).send()
    assert record(storage, plan).sequence == before


def test_a_page_of_numbers_that_is_sent_empty_leaves_no_answers_behind(amals, at, storage, plan):
    opened(amals, at("household", "members")).send()
    now = record(storage, plan)
    assert [key for key, _row in now.answers] == ["household/members"]


def test_an_incomplete_page_is_saved_and_one_goes_on(amals, at, storage, plan):
    answer = opened(amals, at("competences", "who")).send({"applicant.name": "Amal"})
    assert answer.headers["Location"] == at("competences", "contact")
    assert said(storage, plan, "applicant.name") == Said((), "Amal")
    part = course.PARTS["competences"]
    assert course.state(record(storage, plan), part, part.pages[0]) is course.State.BUSY


def test_a_number_that_cannot_be_read_is_kept_as_typed_and_shown_again_with_a_sentence(amals, at, storage, plan):
    name = "household.expense_growth"
    answer = opened(amals, at("household", "prices")).send({name: "a little"})
    page = shown(amals, answer)
    assert page.fields[name] == "a little"
    problem, = page.beside(name)
    assert page.of("//*[@id='problems']//a") == [problem]
    assert page.of("//*[@id='problems']//a/@href") == ["#f-household-expense_growth"]
    assert page.of(f"//input[@name='{name}']/@aria-invalid") == ["true"]
    kept = record(storage, plan).said(name)
    assert (kept.text, kept.value, kept.is_unread) == (("a little",), None, True)
    later = opened(amals, at("household", "prices"))
    assert (later.fields[name], later.beside(name)) == ("a little", [problem]), "the next day it stands there still"


def test_the_other_answers_of_a_page_are_kept_where_one_cannot_be_read(amals, at, storage, plan):
    answer = opened(amals, at("household", "members")).send(
        {"household.adults": "two and a bit", "household.children": "3"})
    assert shown(amals, answer).beside("household.adults")
    assert said(storage, plan, "household.children").value == 3


def test_a_number_with_two_meanings_is_asked_back_and_the_reading_that_is_chosen_is_saved(amals, at, storage, plan):
    name = "household.expenses.rent"
    page = shown(amals, opened(amals, at("quick", "household")).send({name: "1.250"}))
    assert page.readings(name) == [f"{name}=1.25", f"{name}=1250"]
    assert said(storage, plan, name).value is None
    answer = page.send({"reading": page.readings(name)[1]})
    assert answer.status_code == 302
    assert said(storage, plan, name).value == 1250


def test_an_amount_per_week_is_kept_per_month_and_shown_as_it_was_said(amals, at, storage, plan):
    """€ 120 a week is 120 × 52 / 12 = € 520 a month."""
    name = "household.expenses.food"
    opened(amals, at("quick", "household")).send({name: "120", f"{name}:period": "week"})
    assert said(storage, plan, name).value == 520
    page = opened(amals, at("quick", "household"))
    assert (page.fields[name], page.fields[f"{name}:period"]) == ("120", "week")
    assert "€ 520" in page.echo(name)


def test_what_is_not_known_yet_is_flagged_and_counts_with_its_default(amals, at, storage, plan):
    name = "projection.months"
    page = opened(amals, at("projection", "horizon"))
    assert "we count with 36" in page.text
    page.send({f"{name}:unknown": "yes"})
    assert said(storage, plan, name) == Said((), None, Grade.GUESS, unknown=True)
    now = record(storage, plan)
    assert [question.key for question, _row in course.unknown(now)] == [name]
    assert now.plan.value(name) == 36
    again = opened(amals, at("projection", "horizon"))
    assert again.fields[f"{name}:unknown"] == "yes"


def test_a_number_takes_away_that_it_was_not_known(amals, at, storage, plan):
    name = "household.expense_growth"
    opened(amals, at("household", "prices")).send({f"{name}:unknown": "yes"})
    opened(amals, at("household", "prices")).send({name: "3"})
    assert said(storage, plan, name) == Said((), 0.03, Grade.GUESS)


def test_evidence_and_a_note_are_kept_beside_a_number(amals, at, storage, plan):
    name = "financing.bank.opening"
    opened(amals, at("financing", "account")).send(
        {name: "250", f"{name}:evidence": "2", f"{name}:note": "Seen on the statement of May."})
    assert said(storage, plan, name) == Said((), 250, Grade(2), "Seen on the statement of May.")
    page = opened(amals, at("financing", "account"))
    assert page.fields[f"{name}:evidence"] == "2"
    assert page.fields[f"{name}:note"] == "Seen on the statement of May."


def test_an_answer_brings_up_the_question_that_it_makes_worth_asking_on_the_same_page(amals, at, storage, plan):
    address, name = at("household", "members"), "household.children_under_three"
    page = opened(amals, address)
    assert name not in page.of("//@name")
    answer = page.send({"household.children": "2"})
    assert answer.headers["Location"] == address
    more = opened(amals, address)
    assert name in more.of("//@name")
    assert more.send({name: "1"}).headers["Location"] == at("household", "situation")
    assert said(storage, plan, name).value == 1


def test_only_coaches_see_and_answer_what_a_coach_is_asked(amals, liens, at, storage, plan):
    own = at("competences", "conclusion")
    assert amals.get(own).status_code == 404
    page = opened(liens, own)
    key = "competences.conclusion_reasons"
    assert key in page.of("//@name")
    page.send({key: "She knows her trade."})
    assert said(storage, plan, key).value == "She knows her trade."
    token = opened(amals, at("idea", "need"))
    assert token.autosave(key, "I do").status_code == 404
    assert said(storage, plan, key).value == "She knows her trade."


def test_pages_parts_and_rows_that_are_not_there_are_not_found(amals, plan):
    for address in ("nothing/idea", "idea/nothing", "idea/need/" + "a" * 32, "idea/products/" + "a" * 32):
        assert amals.get(f"/en/plan/{plan}/study/{address}").status_code == 404, address


def test_the_last_page_of_a_part_leads_to_checking_its_answers(amals, at, plan):
    assert opened(amals, at("idea", "name")).send({"idea.business_name": "De Oven"}).headers["Location"] \
        == at("idea", "products")
    assert opened(amals, at("stops", "benefits")).send().headers["Location"] == f"/en/plan/{plan}/stops"
    assert opened(amals, at("quick", "household")).send().headers["Location"] == f"/en/plan/{plan}/figures/verdict"
    assert opened(amals, at("risks", "plan_b")).send().headers["Location"] == f"/en/plan/{plan}/check/risks"


def test_the_three_stops_say_what_the_answers_mean_and_how_to_go_on(amals, at, plan):
    opened(amals, at("stops", "debts")).send({"applicant.debts.collective_settlement": "yes"})
    page = opened(amals, f"/en/plan/{plan}/stops")
    assert len(page.of("//section")) == 3
    assert "judge" in page.text or "mediator" in page.text
    assert at("stops", "debts") in page.of("//@href")


def test_the_task_list_says_how_far_every_part_is_and_what_comes_next(amals, at, plan):
    first = opened(amals, f"/en/plan/{plan}/")
    assert first.text.count("To do") == len(course.PARTS)
    assert at("stops", "residence") in first.of("//a[contains(@class, 'btn')]/@href")
    opened(amals, at("stops", "debts")).send({"applicant.debts.collective_settlement": "no"})
    opened(amals, at("household", "prices")).send({"household.expense_growth": "much"})
    then = opened(amals, f"/en/plan/{plan}/")
    assert then.text.count("To do") == len(course.PARTS) - 3, "old debts are asked in two parts"
    assert "Look again" in then.text
    assert "In progress" in then.text


def test_one_goes_on_at_the_first_page_that_is_not_done(amals, at, plan):
    opened(amals, at("stops", "residence")).send({
        "applicant.residence.status": "recognised_refugee", "applicant.residence.card": "b",
        "applicant.residence.until": "2030-05-01"})
    page = opened(amals, f"/en/plan/{plan}/")
    assert at("stops", "debts") in page.of("//a[contains(@class, 'btn')]/@href")


def test_a_part_of_which_every_page_was_gone_past_is_done_and_leads_to_its_answers(amals, at, storage, plan):
    wanted = {"risks.if_sales_are_lower": "Open on Sundays too", "risks.plan_b": "Work for an employer again"}
    for page in course.PARTS["risks"].pages:
        if page.group:
            opened(amals, at("risks", page.key)).press(f"/risks/{page.key}")
        else:
            opened(amals, at("risks", page.key)).send({key: wanted[key] for key in page.questions if key in wanted})
    assert course.state_of_part(record(storage, plan), course.PARTS["risks"]) is course.State.OK
    page = opened(amals, f"/en/plan/{plan}/")
    assert "1 of 15 parts done." in page.text
    assert f"/en/plan/{plan}/check/risks" in page.of("//@href")


def test_a_plan_is_called_by_its_business_else_by_its_idea(amals, at, plan):
    assert "New plan" in opened(amals, f"/en/plan/{plan}/").text
    opened(amals, at("inform", "idea")).send({"inform.idea": "A bakery for the whole street"})
    assert "A bakery for the whole street" in opened(amals, f"/en/plan/{plan}/").text
    opened(amals, at("idea", "name")).send({"idea.business_name": "De Oven"})
    assert "De Oven" in opened(amals, f"/en/plan/{plan}/").text


def test_the_plan_of_somebody_who_is_not_the_coach_is_not_there(amals, lien, storage):
    with storage.writing() as tx:
        hers = plans.make(tx, lien, "nl")
    assert amals.get(f"/en/plan/{hers}/study/idea/need").status_code == 404


def test_a_question_that_an_autosave_made_worth_asking_is_asked_and_keeps_its_answer(amals, at, amal, storage, plan):
    by, share = "products[].cost_by", "products[].cost_share"
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ADD, "products", "soap"))
        plans.save(tx, plan, amal, Change(Deed.ANSWER, share, "soap", Said.of(share, 0.58), base=1))
    page = opened(amals, f"{at('idea', 'costs')}/soap")
    assert share not in page.fields
    assert page.autosave(by, "share").status_code == 200
    answer = page.send({by: "share"})
    assert answer.headers["Location"].endswith("/idea/costs/soap"), "the page comes back with the new question"
    assert opened(amals, answer.headers["Location"]).fields[share] == "58"
