"""A coach suggests a row that is missing; it counts nowhere until the entrepreneur takes it over."""

import pytest

from bizplan.domain import plan_file
from bizplan.domain.coaching.suggestions import State
from bizplan.storage import judgements, plans
from bizplan.storage.columns import new_id
from financial_models.assumptions import Grade
from tests.bizplan.web.coaching.forgotten_cost import AMOUNT, EVERY, INSURANCE, NAME, decide, rows
from tests.bizplan.web.opened import opened, record, said


def standing(storage, plan):
    """What counts of a plan: its answers and rows, its plan file, and when each question last changed."""
    with storage.reading() as tx:
        found = plans.record(tx, plans.plan(tx, plan))
        return found.answers, found.rows, plan_file.as_document(found.plan), judgements.judged(tx, plan).changes


def test_the_coach_fills_in_a_row_with_its_reason_and_the_entrepreneur_is_told(
        suggested_row, storage, plan, told, amal, lien, liens, costs):
    assert (suggested_row.is_row, suggested_row.reason, suggested_row.state) == (
        True, "Every bakery needs it.", State.OPEN)
    answers = {each.question: each.said for each in suggested_row.answers}
    assert (answers[NAME].value, answers[AMOUNT].value) == ("Fire insurance", 480)
    assert (answers[AMOUNT].evidence, answers[AMOUNT].note) == (Grade(4), "A quote of May")
    assert told(amal) == [("suggestion", suggested_row.id)] and told(lien) == []
    assert "Your suggestion is sent." in opened(liens, costs).text


@pytest.mark.usefixtures("bakery")
def test_it_counts_nowhere_until_it_is_taken_over(row_form, storage, plan, every, amals, home):
    before, done = standing(storage, plan), opened(amals, f"{home}/").of("//li//text()")
    row_form().send(INSURANCE)
    made, = every()
    assert standing(storage, plan) == before
    assert amals.get(f"{home}/file").text.count("Fire insurance") == 0
    assert [each for each in opened(amals, f"{home}/").of("//li//text()") if "Suggest" not in each] == done
    assert "Fire insurance" not in opened(amals, f"{home}/changes").text
    decide(amals, home, made, "take")
    assert "Fire insurance" in amals.get(f"{home}/file").text
    assert "Fire insurance" in opened(amals, f"{home}/changes").text


def test_the_entrepreneur_sees_all_of_it_on_the_page_of_the_group_and_in_the_list(
        amals, liens, suggested_row, home, costs):
    for address in (costs, f"{home}/suggestions", f"{home}/suggestions/{suggested_row.id}"):
        page = opened(amals, address)
        article = " ".join(page.of("//article"))
        for words in ("Lien suggests a new line: Fire insurance", "€ 480", "A quote of May", "Every bakery needs it."):
            assert words in article, (address, words)
        assert page.of("//article//button") == ["Take it over", "Leave it out"]
    assert opened(liens, costs).of("//article//button") == ["Take my suggestion back"]
    arabic = opened(amals, costs.replace("/en/", "/ar/"))
    assert "480" in " ".join(arabic.of("//article//dd")) and "€" in " ".join(arabic.of("//article//dd"))


def test_taken_over_it_is_a_row_of_the_entrepreneur_and_the_history_names_both(
        amals, suggested_row, home, storage, plan, amal, lien, told, every):
    decide(amals, home, suggested_row, "take")
    assert rows(storage, plan) == ["Fire insurance"]
    row, = record(storage, plan).rows["costs"]
    stands = record(storage, plan).answers[AMOUNT, row]
    assert (stands.said.value, stands.author, stands.proposal) == (480, amal, False)
    assert (every()[0].state, every()[0].decided_by) == (State.ACCEPTED, amal)
    assert told(lien) == [("decided", suggested_row.id)]
    for key in (NAME, AMOUNT):
        past = opened(amals, f"{home}/history/{key}/{row}")
        assert past.of("//ol[contains(@class, 'past')]//b/bdi")[0] == "Amal, as Lien suggested"
        assert past.text.count("suggested, and taken over") == 1
    assert "Amal, as Lien suggested" in opened(amals, f"{home}/changes").text


def test_what_the_entrepreneur_says_later_in_that_row_is_theirs_alone(amals, suggested_row, home, storage, plan, costs):
    decide(amals, home, suggested_row, "take")
    row, = record(storage, plan).rows["costs"]
    opened(amals, f"{costs}/{row}").send({AMOUNT: "500"})
    past = opened(amals, f"{home}/history/{AMOUNT}/{row}").of("//ol[contains(@class, 'past')]//b/bdi")
    assert past[0] == "Amal" and "Amal, as Lien suggested" in past


def test_left_out_it_changes_nothing(amals, suggested_row, home, storage, plan, every):
    before = record(storage, plan).sequence
    answer = decide(amals, home, suggested_row, "keep")
    assert "The line stays out of your plan." in opened(amals, answer.headers["Location"]).text
    assert (record(storage, plan).sequence, every()[0].state, rows(storage, plan)) == (before, State.DECLINED, [])


def test_changed_before_it_is_used_it_comes_as_the_entrepreneur_wants_it(
        amals, suggested_row, home, storage, plan, amal, every, told, lien, costs):
    address, = (each for each in opened(amals, costs).of("//article//a/@href") if each.endswith("/change"))
    sheet = opened(amals, address)
    assert (sheet.fields[NAME], sheet.fields[f"{AMOUNT}:note"]) == ("Fire insurance", "A quote of May")
    assert sheet.of("//form/@data-save") == [] and "Your coach suggests this line." in sheet.text
    assert sheet.send({AMOUNT: "٣٦٠", EVERY: "year"}).headers["Location"] == costs
    row, = record(storage, plan).rows["costs"]
    assert (said(storage, plan, AMOUNT, row).value, said(storage, plan, NAME, row).value) == (360, "Fire insurance")
    assert (every()[0].state, every()[0].decided_by) == (State.CHANGED, amal)
    assert told(lien) == [("decided", suggested_row.id)]
    assert "Amal, after a suggestion of Lien" in opened(amals, f"{home}/history/{AMOUNT}/{row}").text


def test_saved_just_as_it_was_suggested_it_is_taken_over(amals, suggested_row, home, every, storage, plan):
    opened(amals, f"{home}/suggestions/{suggested_row.id}/change").send()
    assert every()[0].state is State.ACCEPTED and rows(storage, plan) == ["Fire insurance"]


def test_what_was_suggested_on_another_page_of_the_group_comes_along_when_it_is_changed(
        liens, amals, home, every, storage, plan):
    quick = f"{home}/study/quick/things/rows/{new_id()}/suggest"
    opened(liens, quick).send({"equipment[].name": "Oven", "equipment[].price": "4000"})
    made, = every()
    opened(amals, f"{home}/suggestions/{made.id}/change").send({"equipment[].name": "A used oven"})
    row, = record(storage, plan).rows["equipment"]
    assert [said(storage, plan, f"equipment[].{key}", row).value for key in ("name", "price")] == ["A used oven", 4000]
