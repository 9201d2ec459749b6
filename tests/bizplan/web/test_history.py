"""What was answered before: checking answers, the history of each with its restore, and what changed lately."""

from datetime import timedelta

import pytest
import time_machine

from bizplan.domain.course import PARTS
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans
from bizplan.storage.plans import Change
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, record, said

RENT, NEED = "household.expenses.rent", "idea.need"


@pytest.fixture
def home(plan):
    """The address of the plan."""
    return f"/en/plan/{plan}"


@pytest.fixture
def say(storage, plan):
    """Somebody answers a question, so many minutes after the first; ``base`` 0 is before everything."""
    with storage.reading() as tx:
        begin = tx.now

    def answer(author, question, value, minutes=0, base=None, **more):
        with time_machine.travel(begin + timedelta(minutes=minutes), tick=False), storage.writing() as tx:
            newest = plans.plan(tx, plan).sequence
            told = Said.of(question, value, text=(str(value),), **more)
            plans.save(tx, plan, author, Change(Deed.ANSWER, question, "", told,
                                                base=newest if base is None else base))
    return answer


def steps(page):
    """The answers in a history, the newest first, but for what an amount is in a year."""
    return [each.partition(", that is")[0] for each in page.of("//ol[contains(@class, 'past')]/li/p[2]/b")]


def test_what_one_person_typed_within_half_an_hour_is_one_step(amals, amal, home, say):
    for minutes, value in ((0, 500), (10, 550), (29, 600)):
        say(amal, RENT, value, minutes)
    page = opened(amals, f"{home}/history/{RENT}")
    assert steps(page) == ["€ 600 a month"]
    assert "Amal" in page.text


def test_half_an_hour_counts_from_one_save_to_the_next(amals, amal, home, say):
    for minutes, value in ((0, 500), (29, 550), (58, 600)):
        say(amal, RENT, value, minutes)
    assert steps(opened(amals, f"{home}/history/{RENT}")) == ["€ 600 a month"]


def test_later_than_that_it_is_another_step(amals, amal, home, say):
    for minutes, value in ((0, 500), (30, 600)):
        say(amal, RENT, value, minutes)
    page = opened(amals, f"{home}/history/{RENT}")
    assert steps(page) == ["€ 600 a month", "€ 500 a month"]
    assert page.text.count("this is the answer now") == 1


def test_what_somebody_else_said_in_between_is_a_step_of_its_own(amals, amal, lien, home, say):
    for minutes, who, value in ((0, amal, 500), (5, lien, 550), (9, amal, 600)):
        say(who, RENT, value, minutes)
    page = opened(amals, f"{home}/history/{RENT}")
    assert steps(page) == ["€ 600 a month", "€ 550 a month", "€ 500 a month"]
    assert "Lien" in page.text


def test_an_earlier_answer_stands_again_with_its_evidence_and_note_as_a_new_revision(
        amals, amal, home, say, storage, plan):
    say(amal, RENT, 500, -120, evidence=Grade(6), note="In the lease")
    say(amal, RENT, 600, -60)
    page = opened(amals, f"{home}/history/{RENT}")
    assert "In the lease" in page.text
    before = record(storage, plan).sequence
    form = page.tree.xpath("//ol[contains(@class, 'past')]//form")[0]
    answer = amals.client.post(form.get("action"), data=dict(form.form_values()))
    assert answer.headers["Location"] == f"{home}/history/{RENT}"
    assert said(storage, plan, RENT) == Said((), 500, Grade(6), "In the lease")
    assert record(storage, plan).sequence == before + 1
    assert steps(opened(amals, f"{home}/history/{RENT}"))[:2] == ["€ 500 a month", "€ 600 a month"]


def test_only_a_revision_of_that_answer_can_be_taken_again(amals, amal, home, say, storage, plan):
    say(amal, RENT, 500)
    say(amal, NEED, "Bread")
    token = opened(amals, f"{home}/study/idea/need").fields["csrf_token"]
    for sequence in ("2", "0", "99", "", "x", "-1", "1" * 40):
        answer = amals.client.post(f"{home}/history/{RENT}/restore?sequence={sequence}", data={"csrf_token": token})
        assert answer.status_code == 404, sequence
    assert said(storage, plan, RENT).value == 500


def test_what_lost_a_clash_stands_in_the_history_and_can_be_taken(amals, amal, lien, home, say, storage, plan):
    say(amal, RENT, 500)
    say(lien, RENT, 700, 1, base=0)
    page = opened(amals, f"{home}/history/{RENT}")
    assert steps(page) == ["€ 700 a month", "€ 500 a month"]
    assert said(storage, plan, RENT).value == 500
    page.press(f"/history/{RENT}/restore")
    assert said(storage, plan, RENT).value == 700


def test_an_answer_that_nobody_gave_has_no_history_and_says_so(amals, home):
    assert "Nobody has answered this yet." in opened(amals, f"{home}/history/{NEED}").text


@pytest.mark.parametrize("key", ["nothing", "quick/offer", "planning.coach.opinion", "test_phase.months"])
def test_what_no_page_asks_of_the_reader_has_no_history(amals, home, key):
    assert amals.get(f"{home}/history/{key}").status_code == 404


def test_a_coach_sees_the_history_of_what_coaches_are_asked(liens, lien, home, say):
    say(lien, "planning.coach.opinion", "Go")
    assert steps(opened(liens, f"{home}/history/planning.coach.opinion")) == ["Go"]


def test_what_could_not_be_read_stands_in_the_history_as_it_was_typed(amals, home):
    opened(amals, f"{home}/study/household/prices").send({"household.expense_growth": "a little"})
    assert steps(opened(amals, f"{home}/history/household.expense_growth")) == ["a little"]
    opened(amals, f"{home}/study/household/prices").send(
        {"household.expense_growth": "", "household.expense_growth:unknown": "yes"})
    assert "I do not know yet" in steps(opened(amals, f"{home}/history/household.expense_growth"))[0]


def test_the_answers_of_a_row_have_a_history_that_names_the_row(amals, amal, home, storage, plan):
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ADD, "products", "bread"))
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "products[].name", "bread", Said.of("products[].name", "Bread")))
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "products[].price", "bread", Said.of("products[].price", 2.6)))
    page = opened(amals, f"{home}/history/products[].price/bread")
    assert steps(page) == ["€ 2.60"]
    assert "Bread" in page.text
    assert f"{home}/study/idea/prices/bread" in page.of("//main//@href")


def test_what_changed_in_the_last_seven_days_is_shown_with_what_it_was_before(liens, amal, home, say):
    week = 7 * 24 * 60
    say(amal, NEED, "Bread from far away", -week - 60)
    say(amal, RENT, 500, -week - 60)
    say(amal, RENT, 600, -60)
    page = opened(liens, f"{home}/changes")
    assert page.of("//section//h2") == [QUESTIONS[RENT].wording]
    assert steps(page) == ["€ 600 a month", "€ 500 a month"]
    assert "Amal" in page.text


def test_where_nothing_changed_the_page_says_so(liens, home):
    assert "Nothing changed in the last seven days." in opened(liens, f"{home}/changes").text


def test_changes_to_what_no_page_asks_yet_or_only_coaches_are_asked_are_left_out(amals, lien, home, say):
    say(lien, "test_phase.months", 6)
    say(lien, "planning.coach.opinion", "Go")
    say(lien, NEED, "Bread")
    assert opened(amals, f"{home}/changes").of("//section//h2") == [QUESTIONS[NEED].wording]


def test_the_answers_of_a_part_are_checked_in_its_order_each_with_the_way_to_change_it(amals, amal, home, say):
    say(amal, "idea.offer", "Bread")
    say(amal, "idea.business_name", "De Oven")
    page = opened(amals, f"{home}/check/idea")
    shown = [each for each in PARTS["idea"].pages if not each.group]
    asked = [QUESTIONS[key].wording for each in shown for key in each.questions]
    assert page.of("//section//dt") == asked
    assert page.of("//dd[1]")[0].startswith("Bread")
    assert page.text.count("Not answered yet") == len(asked) - 2
    assert f"{home}/study/idea/offer" in page.of("//dd//@href")
    assert f"{home}/history/idea.offer" in page.of("//dd//@href")


def test_checking_shows_evidence_of_numbers_and_what_cannot_be_read(amals, amal, home, say):
    say(amal, RENT, 500, evidence=Grade(6))
    opened(amals, f"{home}/study/household/prices").send({"household.expense_growth": "a little"})
    page = opened(amals, f"{home}/check/household")
    assert "€ 500 a month" in page.text
    assert page.of("//dd//svg[@role='img']/@aria-label") == ["6 of 6"]
    assert "a little" in page.text
    assert "This could not be read yet." in page.text


def test_checking_lists_each_row_of_a_group(amals, amal, home, storage, plan):
    with storage.writing() as tx:
        for row, name in (("one", "Bread"), ("two", "Cake")):
            plans.save(tx, plan, amal, Change(Deed.ADD, "products", row))
            plans.save(tx, plan, amal, Change(Deed.ANSWER, "products[].name", row, Said.of("products[].name", name)))
    page = opened(amals, f"{home}/check/idea")
    assert page.of("//details[contains(@class, 'more')]/summary")[:2] == ["Bread", "Cake"]
    assert f"{home}/study/idea/products/two" in page.of("//dd//@href")


@pytest.mark.parametrize("part", list(PARTS))
def test_every_part_can_be_checked_by_the_entrepreneur_and_the_coach(amals, liens, home, part):
    assert opened(amals, f"{home}/check/{part}").heading.startswith("Check your answers")
    assert opened(liens, f"{home}/check/{part}").heading.startswith("Check your answers")


def test_a_part_that_does_not_exist_cannot_be_checked(amals, home):
    assert amals.get(f"{home}/check/nothing").status_code == 404
